import { hash } from "node:crypto";
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { canonicalName } from "../../../app/names.ts";
import { served } from "../../../deploy/served.ts";
import { processManagers } from "../../../kinds/index.ts";
import { quote, quoteAll } from "../../../process/quote.ts";
import {
  approvedFiles,
  type DesiredState,
  desiredSite,
  nginxUser,
  overrides,
  ownFiles,
  unitFiles,
} from "./desired-state.ts";
import type { Facts, PathFact } from "./facts/facts.ts";
import { environmentMode, type Folder, folders, paths, services } from "./layout.ts";
import { problemsOf } from "./problems.ts";
import {
  authorize,
  command,
  type FileWish,
  file,
  folder,
  keyOptions,
  pendingMark,
  type Step,
  sh,
  site,
} from "./step.ts";

export interface SetupPlan {
  /** Why nothing can be done, each with what to do about it; then there are no steps. */
  readonly problems: readonly string[];
  /** What has to be installed first; the rest of the plan is a guess until then, and the server is looked at again. */
  readonly packages: readonly Step[];
  /** Only what is missing, in order. */
  readonly steps: readonly Step[];
}

/** What a server lacks of what an app wants. Pure: the same facts give the same plan. */
export function planSetup(facts: Facts, wish: DesiredState): SetupPlan {
  const problems = problemsOf(facts, wish);
  if (problems.length > 0) return { problems, packages: [], steps: [] };
  return { problems, packages: packageSteps(facts, wish), steps: [...accounts(facts, wish), ...onDisk(facts, wish)] };
}

/** Packages whose names are the same in Debian's and Red Hat's families, but for venv. */
function packageSteps(facts: Facts, wish: DesiredState): Step[] {
  const apt = facts.packageManager === "apt-get";
  const lacks = (program: string) => !facts.programs.has(program);
  const { needs } = processManagers[wish.app.processManager];
  const names = [
    ...(lacks("nginx") ? ["nginx"] : []),
    ...(facts.python === undefined ? ["python3"] : []),
    ...(!facts.venv && apt ? ["python3-venv"] : []),
    // nginx brings its rule for logrotate, but not logrotate.
    ...(lacks("logrotate") ? ["logrotate"] : []),
    ...(lacks("sudo") && wish.login !== "root" ? ["sudo"] : []),
    ...(lacks("certbot") && wish.app.tls === "letsencrypt" ? ["certbot"] : []),
    ...(needs && lacks(needs.program) ? [needs.package] : []),
  ];
  if (names.length === 0) return [];
  const title = `install ${names.join(", ")}`;
  if (!apt) return [command(title, ["dnf", "install", "-y", "-q", ...names])];
  const get = ["env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-q", "-o", "DPkg::Lock::Timeout=120"];
  // Finishes what a killed run left half-way; it does nothing otherwise.
  const repair = ["env", "DEBIAN_FRONTEND=noninteractive", "dpkg", "--configure", "-a"];
  return [command(title, repair, [...get, "update"], [...get, "install", "-y", "--no-install-recommends", ...names])];
}

function accounts(facts: Facts, wish: DesiredState): Step[] {
  const { login, keys } = wish;
  const { name } = wish.app;
  const steps: Step[] = [];
  if (!facts.users.has(name)) {
    const flags = ["--system", "--user-group", "--no-create-home", "--home-dir", paths(name).base];
    const argv = ["useradd", ...flags, "--shell", "/usr/sbin/nologin", name];
    steps.push(command(`create the account ${name}, which runs the app and cannot log in`, argv));
  } else if (facts.gid === undefined) steps.push(command(`create the group ${name}`, ["groupadd", "--system", name]));
  if (login !== "root" && !facts.users.has(login)) {
    // "*" is no password at all; the usual "!" is a locked account, which sshd without PAM turns away.
    const flags = ["--create-home", "--user-group", "--shell", "/bin/bash", "--password", "*"];
    steps.push(command(`create the account ${login}, which logs in by key`, ["useradd", ...flags, login]));
  }
  const known = new Set(
    facts.authorized.flatMap((line) => (line.startsWith(`${keyOptions} `) ? line.split(/\s+/) : [])),
  );
  for (const key of keys) if (!known.has(key.split(/\s+/)[1] as string)) steps.push(authorize(login, key));
  return steps;
}

const proxies = readFileSync(new URL("../helper/proxies.sh", import.meta.url), "utf8");
const relayout = readFileSync(new URL("./relayout.py", import.meta.url), "utf8");

const webGroup = (facts: Facts, wish: DesiredState) =>
  facts.groups.get(nginxUser(facts, wish))?.[0] ?? nginxUser(facts, wish);

/** A server whose /srv/APP belongs to a login was set up by a version before this layout. */
const isFormer = (facts: Facts, { name }: DesiredState["app"]) => {
  const base = facts.paths.get(paths(name).base);
  return base?.kind === "folder" && base.owner !== "root";
};

/** Leads it over, while its release serves on: first of all, as root does nothing by name below it before. */
function former(facts: Facts, wish: DesiredState): Step {
  const { app, login, files } = wish;
  const { name, processManager } = app;
  const site = served(files.get("deploy/nginx.conf") ?? "", `/srv/${name}/current`);
  const mode = environmentMode[processManagers[processManager].readsEnvironment];
  const words = [name, login, webGroup(facts, wish), mode, ...site];
  return {
    title: `give the folders of ${name} the owners of this version (to undo: sh /var/lib/flask-deploy/${name}.before/back.sh)`,
    script: sh(quoteAll(["python3", "-I", "-", ...words])),
    stdin: relayout,
  };
}

function onDisk(facts: Facts, wish: DesiredState): Step[] {
  const { app } = wish;
  const steps: Step[] = isFormer(facts, app) ? [former(facts, wish)] : [];
  for (const wanted of folders(app, wish.login))
    if (!isFolder(facts.paths.get(wanted.path), wanted)) steps.push(folder(wanted));
  const ours = ownFiles(facts, wish).filter((one) => !isFile(facts.paths.get(one.path), one));
  const theirs = unitFiles(wish).filter((one) => !isFile(facts.paths.get(one.path), one));
  steps.push(...[...ours, ...theirs].map(file));
  // One that an earlier setup wrote, and that nothing asks for any more.
  const wanted = overrides(facts, wish).map(({ path }) => path);
  const { socketOverride, proxyOverride, renewal, renewalTimer } = paths(app.name);
  const gone = [socketOverride, proxyOverride].filter((path) => !wanted.includes(path));
  for (const path of gone)
    if (facts.paths.has(path)) steps.push(command(`remove ${path}`, ["rm", path], ["systemctl", "daemon-reload"]));
  if (app.tls === "none" && facts.paths.has(renewalTimer))
    steps.push(
      command(
        `stop renewing the certificate of ${app.name}`,
        ["systemctl", "disable", "-q", "--now", basename(renewalTimer)],
        ["rm", "-f", renewalTimer, renewal],
        ["systemctl", "daemon-reload"],
      ),
    );

  if (app.tls !== "none") steps.push(...standIn(facts, app));
  const changed = [...ours, ...theirs].map(({ path }) => path);
  const isUnit = (path: string) => path.startsWith("/etc/systemd/");
  if (changed.some(isUnit) || [...facts.units.values()].some(({ stale }) => stale))
    steps.push(command("let systemd read its units", ["systemctl", "daemon-reload"]));
  const handOver = handOverOf(facts, wish);
  for (const service of services(app)) steps.push(...serviceSteps(facts, app, service, changed, handOver));
  // As an older version of setup had it: its group opens all that the app keeps. A worker of nginx leaves it with the reload.
  for (const user of new Set([wish.login, nginxUser(facts, wish)]))
    if (user !== "root" && user !== app.name && facts.groups.get(user)?.includes(app.name))
      steps.push(command(`take ${user} out of the group ${app.name}`, ["gpasswd", "-d", user, app.name]));
  steps.push(...siteSteps(facts, wish));
  // Last, so that what nginx or systemd refuses counts as approved by nobody.
  steps.push(
    ...approvedFiles(wish)
      .filter((one) => !isFile(facts.paths.get(one.path), one))
      .map(file),
  );
  return steps;
}

/** nginx does not start without the files that a site names, and the CA looks for its challenge by way of nginx. */
function standIn(facts: Facts, { name, domain }: DesiredState["app"]): Step[] {
  const { tls } = paths(name);
  if (facts.paths.get(`${tls}/current`)?.kind === "link") return [];
  const first = canonicalName(domain);
  const to = quote(`${tls}/stand-in`);
  const subject = first === "_" ? name : first;
  return [
    {
      title: `make a certificate that nobody signed, until there is another: ${tls}/stand-in`,
      script: sh(
        `rm -rf ${to}; mkdir ${to}`,
        quoteAll([
          ...["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"],
          ...["-days", "1", "-subj", `/CN=${subject.slice(0, 64)}`, "-addext", `subjectAltName=DNS:${subject}`],
          ...["-keyout", `${tls}/stand-in/privkey.pem`, "-out", `${tls}/stand-in/fullchain.pem`],
        ]),
        quoteAll(["ln", "-sfn", "stand-in", `${tls}/current.new`]),
        quoteAll(["mv", "-fT", `${tls}/current.new`, `${tls}/current`]),
      ),
    },
  ];
}

/**
 * The shell function hand_over, for what has to be while no proxy runs: the former one and the new one are in different
 * groups, and before the emperor starts its vassal anew, systemd listens for it.
 */
function handOverOf(facts: Facts, wish: DesiredState): string {
  const { name, processManager } = wish.app;
  if (!isFormer(facts, wish.app)) return "hand_over() { :; }";
  const run = quote(`/run/${name}`);
  const owner = quote(`${wish.login}:${webGroup(facts, wish)}`);
  return [
    "hand_over() {",
    `  find ${run} -maxdepth 1 -type s -user ${quote(name)} -exec chown -h ${owner} {} +`,
    ...(processManagers[processManager].service?.waits
      ? [
          `  release=$(basename "$(readlink ${run}/current.sock)" .sock)`,
          `  [ -z "$release" ] || systemctl start ${quote(`${name}@`)}"$release.socket"`,
        ]
      : []),
    "}",
  ].join("\n");
}

function serviceSteps(
  facts: Facts,
  { name, processManager }: DesiredState["app"],
  service: string,
  changed: readonly string[],
  handOver: string,
): Step[] {
  const { enabled = false, active = false } = facts.units.get(service) ?? {};
  const manager = processManagers[processManager].service;
  const steps: Step[] = [];
  if (!enabled) steps.push(command(`enable ${service}`, ["systemctl", "enable", "-q", service]));
  // It has nothing to do before the first release: it runs at boot, and has no process.
  if (service === `${name}-current.service`) return steps;
  const own = changed.some((path) => path.endsWith(`/${service}`));
  if (service === `${name}.socket` && active) {
    // The next connection starts it again.
    if (own || changed.some((path) => path.endsWith(`/${name}-proxy.service`)))
      steps.push({
        title: `renew ${name}-proxy.service`,
        script: sh(proxies, handOver, `stop_proxy ${quote(`${name}-proxy.service`)} hand_over`),
      });
    if (own) steps.push(command(`restart ${service}`, ["systemctl", "restart", service]));
  } else if (manager?.waits && service === manager.unit(name)) {
    if (active && own)
      steps.push({
        title: `restart ${service}`,
        script: sh(
          proxies,
          handOver,
          `stop_proxy ${quote(`${name}-proxy.service`)} hand_over`,
          `${manager.waits} ${quote(name)}`,
        ),
      });
  } else if (!active) steps.push(command(`start ${service}`, ["systemctl", "start", service]));
  return steps;
}

function siteSteps(facts: Facts, wish: DesiredState): Step[] {
  const wanted = desiredSite(facts, wish);
  const { name } = wish.app;
  const linked = wanted.link === undefined || isLink(facts.paths.get(wanted.link.path), wanted.link.to);
  const inPlace = isFile(facts.paths.get(wanted.path), { ...wanted, mode: "0644" });
  const told = !facts.paths.has(pendingMark(name));
  // A worker has the groups its user had when it began.
  const outside = !facts.nginx?.workers.some((ids) => facts.gid !== undefined && ids.includes(facts.gid));
  return inPlace && linked && told && outside && wanted.removes.length === 0 ? [] : [site(name, wanted)];
}

const isLink = (fact: PathFact | undefined, to: string) => fact?.kind === "link" && fact.to === to;
const isFolder = (fact: PathFact | undefined, { mode, owner, group }: Folder) =>
  fact?.kind === "folder" && fact.mode === mode && fact.owner === owner && fact.group === group;
function isFile(fact: PathFact | undefined, { content, mode }: Pick<FileWish, "content" | "mode">): boolean {
  if (fact?.kind !== "file" || fact.owner !== "root" || fact.group !== "root") return false;
  return fact.mode === mode.replace(/^0/, "") && fact.sha256 === hash("sha256", content);
}
