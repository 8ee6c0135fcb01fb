import { hash } from "node:crypto";
import { httpsMismatch } from "../../../app/https.ts";
import { isAtLeast } from "../../../app/names.ts";
import { processManagers } from "../../../kinds/index.ts";
import { type DesiredState, desiredSite, nginxUser } from "./desired-state.ts";
import type { Facts } from "./facts/facts.ts";
import { neededFiles, paths } from "./layout.ts";

/** Why this server cannot be set up for this app: the cause and what to do, a sentence or two each. */
export function problemsOf(facts: Facts, wish: DesiredState): readonly string[] {
  return [
    ...ofRepository(wish),
    ...ofNames(facts, wish),
    ...ofSystem(facts, wish),
    ...ofUnits(facts, wish),
    ...(facts.nginx ? ofNginx(facts, facts.nginx, wish) : []),
  ];
}

function* ofRepository({ app, files }: DesiredState) {
  for (const path of neededFiles(app))
    if (!files.has(path))
      yield `${path} is missing: flask-deploy.yml says ${app.processManager} and a ${app.socket} socket, which need it. Where an older version made this repository, \`npx create-flask-deploy update\` merges it in.`;
}

/** Names on a server are anybody's: nothing of the system's, and no other's account, becomes this app's. */
function* ofNames(facts: Facts, { app, login }: DesiredState) {
  const { name } = app;
  const another = "Choose another name for the app in flask-deploy.yml.";
  for (const path of facts.taken)
    yield path.startsWith("/srv/")
      ? `${path} is there already, and setup did not make it. Move it away, or choose another name for the app in flask-deploy.yml.`
      : `the server has ${path} already, which is not this app's. ${another}`;
  const account = facts.users.get(name);
  if (account && account.home !== paths(name).base)
    yield `the server has an account ${name} already, which is not this app's (its home is ${account.home}). ${another}`;
  const owner = facts.users.get(login);
  if (owner && login !== "root" && owner.home.startsWith("/srv/"))
    yield `the account ${login}, which would deploy this app, runs the app in ${owner.home}. Name another one under deploy: user: in flask-deploy.yml.`;
  if (!account && facts.gid !== undefined)
    yield `the server has a group ${name} already, which is not this app's. ${another}`;
}

/** What a unit says that would not do on this server. */
function* ofUnits(facts: Facts, { files }: DesiredState) {
  for (const [path, text] of files) {
    const denied = [...text.matchAll(/^IPAddressDeny=(.*)$/gm)].flatMap(([, list = ""]) => list.split(/\s+/));
    const needed = facts.nameservers.find((address) => denied.includes(address));
    if (needed)
      yield `${path} keeps the app from ${needed}, which is this server's name server. Take that address out of IPAddressDeny=.`;
  }
}

function* ofSystem(facts: Facts, { app, login }: DesiredState) {
  if (!facts.isRoot) yield "setup did not become root on the server.";
  if (!facts.systemd)
    yield `${facts.system} does not run systemd, which starts the app and its sockets. Use a server with systemd (Debian, Ubuntu, Fedora, RHEL and their families).`;
  const lacking = ["nginx", "python3", "logrotate"].filter((name) =>
    name === "python3" ? facts.python === undefined : !facts.programs.has(name),
  );
  if (!facts.packageManager && lacking.length > 0)
    yield `${facts.system} has neither apt-get nor dnf, so ${lacking.join(", ")} cannot be installed. Install them (with Python's venv), then run setup again.`;
  const { debianOnly } = processManagers[app.processManager];
  if (debianOnly && facts.packageManager !== "apt-get") yield debianOnly;
  if (facts.python && !isAtLeast(facts.python, app.python))
    yield `the server's python3 is ${facts.python}, and flask-deploy.yml asks for ${app.python} or newer. Lower python: in flask-deploy.yml if the app allows it, or use a newer release of ${facts.system}.`;
  const account = facts.users.get(app.name);
  if (account?.home === paths(app.name).base && (account.uid === 0 || !/\/(nologin|false)$/.test(account.shell)))
    yield `the server has an account ${app.name} that can log in (${account.shell || "no shell given"}); the app needs one of its own. Rename the app, or take the login away: usermod -s /usr/sbin/nologin ${app.name}`;
  const owner = facts.users.get(login);
  if (owner && login !== "root" && /\/(nologin|false)$/.test(owner.shell))
    yield `the account ${login} has no shell, so nobody can deploy with it. Name another one under deploy: user: in flask-deploy.yml.`;
}

function* ofNginx(facts: Facts, nginx: NonNullable<Facts["nginx"]>, wish: DesiredState) {
  const { app } = wish;
  const where = paths(app.name);
  const wanted = desiredSite(facts, wish);
  // Our own file may be what is broken: a better one replaces it.
  if (nginx.broken && !nginx.broken.includes(wanted.path) && !(wanted.link && nginx.broken.includes(wanted.link.path)))
    yield `nginx on the server refuses its configuration already, before anything was changed. Repair it there, then run setup again. nginx said:\n${nginx.broken}`;
  const site = wish.files.get("deploy/nginx.conf");
  const https = site && httpsMismatch(app, site);
  if (https) yield https;
  const web = nginxUser(facts, wish);
  if (!facts.users.has(web))
    yield `deploy/nginx.conf says \`user ${web};\`, and this server has no such account; nginx runs as ${nginx.user} here. Write \`user ${nginx.user};\`.`;
  const others = nginx.enabled.filter((site) => ![where.enabled, where.confd, where.debianDefault].includes(site));
  const replaced = facts.paths.get(where.fullSite);
  if (app.nginx === "full" && others.length > 0 && replaced && !isOurs(replaced, wish))
    yield `deploy/nginx.conf is a whole nginx.conf, and would switch off ${others.join(", ")}. Say nginx: site in flask-deploy.yml, or remove them.`;
  const own = [where.enabled, where.confd, where.debianDefault];
  const any = app.domain === "_" ? nginx.forAny.find((site) => !own.includes(site)) : undefined;
  if (any)
    yield `${any} answers to any name already, as this app would (domain: "_"), and nginx takes one such site only. Give the app a domain in flask-deploy.yml.`;
  if (wanted.removes.length > 0 && !nginx.stock.has("/etc/nginx/sites-available/default"))
    yield `${where.debianDefault} was changed by somebody and answers to any name, as this app would (domain: "_"). Give the app a domain in flask-deploy.yml, or remove that file.`;
}

const isOurs = (fact: NonNullable<ReturnType<Facts["paths"]["get"]>>, wish: DesiredState) =>
  fact.kind === "file" && fact.sha256 === hash("sha256", wish.files.get("deploy/nginx.conf") ?? "");
