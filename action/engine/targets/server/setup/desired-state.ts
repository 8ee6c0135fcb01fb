import { basename } from "node:path";
import type { Answers } from "../../../app/fields.ts";
import { processManagers } from "../../../kinds/index.ts";
import { sockets } from "../../../kinds/socket.ts";
import type { Facts, Question } from "./facts/facts.ts";
import { type HelperConstants, helperText, sudoersText, type TlsAnswers } from "./helper.ts";
import { folders, paths, services, targets } from "./layout.ts";
import { type FileWish, pendingMark, type SiteWish } from "./step.ts";

/** What setup is told; pure data. */
export interface DesiredState {
  readonly app: Pick<Answers, "name" | "processManager" | "socket" | "nginx" | "python" | TlsAnswers>;
  /** Who logs in to deploy; "root" needs neither account nor sudo. */
  readonly login: string;
  /** Path in the repository ("deploy/nginx.conf") → text. */
  readonly files: ReadonlyMap<string, string>;
  /** Public keys, each a whole line, that the login accepts. */
  readonly keys: readonly string[];
  /** Whether deploys may change unit and site files; undefined leaves it as it is. */
  readonly allowConfig: boolean | undefined;
}

/** The files of the repository that live in /etc, as they must be. */
export const unitFiles = ({ app, files }: DesiredState): readonly FileWish[] =>
  targets(app).map(([source, path]) => ({ path, content: files.get(source) ?? "", mode: "0644" }));

/** The same files and the site once more, where the helper compares what a deploy brings with them. */
export const approvedFiles = ({ app, files }: DesiredState): readonly FileWish[] =>
  ["deploy/nginx.conf", ...targets(app).map(([source]) => source)].map((source) => ({
    path: `${paths(app.name).approved}/${basename(source)}`,
    content: files.get(source) ?? "",
    mode: "0644",
  }));

/** Before nginx is there it can only be guessed; setup looks again once it is installed. */
export const sitesFolder = (facts: Facts) =>
  facts.nginx?.sites ?? (facts.packageManager === "apt-get" ? "sites-enabled" : "conf.d");
/** The account of nginx's workers: the one its configuration names, which may be ours. */
export function nginxUser(facts: Facts, wish: DesiredState): string {
  const ours = /^\s*user\s+([^\s;]+)/m.exec(wish.files.get("deploy/nginx.conf") ?? "")?.[1];
  if (wish.app.nginx === "full" && ours) return ours;
  return facts.nginx?.user ?? (facts.packageManager === "apt-get" ? "www-data" : "nginx");
}

export function desiredSite(facts: Facts, { app, files }: DesiredState): SiteWish {
  const where = paths(app.name);
  const content = files.get("deploy/nginx.conf") ?? "";
  if (app.nginx === "full") return { path: where.fullSite, content, removes: [] };
  if (sitesFolder(facts) === "conf.d") return { path: where.confd, content, removes: [] };
  const taken = facts.nginx === undefined || facts.nginx.enabled.includes(where.debianDefault);
  return {
    path: where.available,
    content,
    link: { path: where.enabled, to: `../sites-available/${app.name}.conf` },
    removes: app.domain === "_" && taken ? [where.debianDefault] : [],
  };
}

/** What this server has otherwise than the units of deploy/ say: another login deploys, or nginx runs as somebody else. */
export function overrides(facts: Facts, wish: DesiredState): readonly FileWish[] {
  const { app, login, files } = wish;
  const where = paths(app.name);
  const said = (path: string, key: string) => new RegExp(`^${key}=(.*)$`, "m").exec(files.get(path) ?? "")?.[1];
  const [socket, proxy] = [`deploy/${app.name}@.socket`, `deploy/${app.name}-proxy.service`];
  const groups = facts.groups.get(nginxUser(facts, wish)) ?? [];
  const [own = ""] = groups;
  const differs = (group: string | undefined) => own !== "" && !groups.includes(group ?? "");
  const override = (path: string, section: string, ...lines: readonly (string | false)[]): readonly FileWish[] => {
    const kept = lines.filter(Boolean);
    const why = "# On this server another login deploys, or nginx has another group, than the unit says.";
    return kept.length > 0 ? [{ path, mode: "0644", content: `${[why, `[${section}]`, ...kept].join("\n")}\n` }] : [];
  };
  return [
    ...override(
      where.socketOverride,
      "Socket",
      said(socket, "SocketUser") !== login && `SocketUser=${login}`,
      differs(said(socket, "SocketGroup")) && `SocketGroup=${own}`,
    ),
    // A list is added to unless it is emptied first.
    ...(sockets[app.socket].takesPorts && differs(said(proxy, "SupplementaryGroups"))
      ? override(where.proxyOverride, "Service", "SupplementaryGroups=", `SupplementaryGroups=${own}`)
      : []),
  ];
}

/** Files that setup writes itself. */
export function ownFiles(facts: Facts, wish: DesiredState): readonly FileWish[] {
  const allowConfig = wish.allowConfig ?? facts.allowConfig ?? true;
  return [...ownFilesFor(wish, { site: desiredSite(facts, wish).path, allowConfig }), ...overrides(facts, wish)];
}

/** The same, for a helper that was told these. */
export function ownFilesFor(
  { app, login }: Pick<DesiredState, "app" | "login">,
  told: Pick<HelperConstants, "site" | "allowConfig">,
): readonly FileWish[] {
  const { name, processManager } = app;
  const where = paths(name);
  const { service } = processManagers[processManager];
  return [
    {
      path: where.helper,
      mode: "0755",
      content: helperText({ ...app, ...told }),
    },
    ...(login === "root"
      ? []
      : [{ path: where.sudoers, mode: "0440", content: sudoersText(name, login), check: ["visudo", "-cqf", "{}"] }]),
    {
      path: where.tmpfiles,
      mode: "0644",
      content: [
        `# Sockets of ${name}'s releases.`,
        ...folders(app, login)
          .filter(({ path }) => path.startsWith("/run/"))
          .map(({ path, mode, owner, group }) => `d ${path} 0${mode} ${owner} ${group}`),
        "",
      ].join("\n"),
    },
    {
      path: where.current,
      mode: "0644",
      content: `# /run is empty after a reboot: starts the release that ${where.base}/current names, and gives it the traffic.
[Unit]
Description=${name}, the release in use
After=network.target local-fs.target
Before=${["nginx.service", ...(service ? [service.unit(name)] : [])].join(" ")}
ConditionPathIsSymbolicLink=${where.base}/current

[Service]
Type=oneshot
ExecStart=${where.helper} boot

[Install]
WantedBy=multi-user.target
`,
    },
    ...(app.tls === "none" ? [] : renewal(app)),
  ];
}

/** What renews the certificate: certbot's own timer knows nothing of lifetimes below a month, nor looks at what is served. */
function renewal({ name, domain }: Pick<Answers, "name" | "domain">): readonly FileWish[] {
  const where = paths(name);
  return [
    {
      path: where.renewal,
      mode: "0644",
      content: `# A certificate for ${domain} when it is due; fails when nginx does not serve what it should.
[Unit]
Description=HTTPS of ${name}
After=network-online.target nginx.service
Wants=network-online.target

[Service]
Type=oneshot
ExecStart=${where.helper} tls renew
`,
    },
    {
      path: where.renewalTimer,
      mode: "0644",
      content: `# Looks every hour; the CA is asked when a renewal is due, or a name leads here at last.
[Unit]
Description=Looks after HTTPS of ${name}

[Timer]
OnBootSec=1min
OnCalendar=hourly
RandomizedDelaySec=10min
Persistent=yes

[Install]
WantedBy=timers.target
`,
    },
  ];
}

/** What the probe has to look at to tell what is missing. */
export function question(wish: DesiredState): Question {
  const { app, login } = wish;
  const where = paths(app.name);
  const ours = /^\s*user\s+([^\s;]+)/m.exec(wish.files.get("deploy/nginx.conf") ?? "")?.[1] ?? "";
  return {
    app: app.name,
    login,
    users: [app.name, login, "www-data", "nginx", ...(/^[a-z_][a-z0-9_-]*$/.test(ours) ? [ours] : [])],
    units: [
      ...services(app),
      ...[`${app.name}@.socket`, ...processManagers[app.processManager].instances(app.name)].map((unit) =>
        unit.replace("@.", "@probe."),
      ),
    ],
    paths: [
      ...folders(app, login).map(({ path }) => path),
      ...unitFiles(wish).map(({ path }) => path),
      ...approvedFiles(wish).map(({ path }) => path),
      ...[where.helper, where.sudoers, where.tmpfiles, where.current, where.socketOverride, where.proxyOverride],
      ...[where.renewal, where.renewalTimer, `${where.tls}/current`, `${where.webroot}/redirect-http`],
      ...[where.fullSite, where.available, where.enabled, where.confd, pendingMark(app.name)],
    ],
  };
}
