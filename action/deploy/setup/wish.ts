import type { Answers } from "../../app/fields.ts";
import type { Facts, Question } from "./facts.ts";
import { type HelperConstants, helperPath, helperText, sudoersText } from "./root-program.ts";
import { type FileWish, pendingMark, type SiteWish } from "./step.ts";

/** What setup is told; pure data. */
export interface SetupWish {
  readonly app: Pick<Answers, "name" | "processManager" | "socket" | "nginx" | "domain" | "python">;
  /** Who logs in to deploy; "root" needs neither account nor sudo. */
  readonly login: string;
  /** Path in the repository ("deploy/nginx.conf") → text. */
  readonly files: ReadonlyMap<string, string>;
  /** Public keys, each a whole line, that the login accepts. */
  readonly keys: readonly string[];
  /** Whether deploys may change unit and site files; undefined leaves it as it is. */
  readonly allowConfig: boolean | undefined;
}

const units = "/etc/systemd/system";

export const paths = (name: string) => ({
  base: `/srv/${name}`,
  helper: helperPath(name),
  sudoers: `/etc/sudoers.d/flask-deploy-${name}`,
  tmpfiles: `/etc/tmpfiles.d/flask-deploy-${name}.conf`,
  run: `/run/${name}`,
  current: `${units}/${name}-current.service`,
  fullSite: "/etc/nginx/nginx.conf",
  available: `/etc/nginx/sites-available/${name}.conf`,
  enabled: `/etc/nginx/sites-enabled/${name}.conf`,
  confd: `/etc/nginx/conf.d/${name}.conf`,
  debianDefault: "/etc/nginx/sites-enabled/default",
  supervisor: `/usr/local/lib/flask-deploy/${name}.supervisor.conf`,
});

/** Services that run all the time, by what has to be there for them. */
export function services({ name, processManager, socket }: SetupWish["app"]): readonly string[] {
  return [
    "nginx.service",
    ...(processManager === "supervisor" ? ["supervisor.service"] : []),
    `${name}-current.service`,
    ...(processManager === "emperor" ? [`${name}-emperor.service`] : []),
    ...(socket === "tcp" ? [`${name}.socket`] : []),
  ];
}

/** Path in the repository → path in /etc, for all that the process manager reads; the site is apart, see {@link siteWish}. */
export function targets({ name, processManager, socket }: SetupWish["app"]): readonly (readonly [string, string])[] {
  const manager = {
    systemd: [`deploy/${name}@.service`, `${units}/${name}@.service`],
    supervisor: ["deploy/supervisor.conf", paths(name).supervisor],
    emperor: [`deploy/${name}-emperor.service`, `${units}/${name}-emperor.service`],
  } as const;
  return [
    manager[processManager],
    ...(socket === "tcp"
      ? ([
          [`deploy/${name}.socket`, `${units}/${name}.socket`],
          [`deploy/${name}-proxy.service`, `${units}/${name}-proxy.service`],
        ] as const)
      : []),
  ];
}

/** The files of the repository that live in /etc, as they must be. */
export const unitFiles = ({ app, files }: SetupWish): readonly FileWish[] =>
  targets(app).map(([source, path]) => ({ path, content: files.get(source) ?? "", mode: "0644" }));

/** Files of the repository without which there is nothing to set up. */
export const neededFiles = (app: SetupWish["app"]): readonly string[] => [
  "deploy/nginx.conf",
  ...targets(app).map(([source]) => source),
];

/** Before nginx is there it can only be guessed; setup looks again once it is installed. */
export const sitesFolder = (facts: Facts) =>
  facts.nginx?.sites ?? (facts.packageManager === "apt-get" ? "sites-enabled" : "conf.d");
/** The account of nginx's workers: the one its configuration names, which may be ours. */
export function nginxUser(facts: Facts, wish: SetupWish): string {
  const ours = /^\s*user\s+([^\s;]+)/m.exec(wish.files.get("deploy/nginx.conf") ?? "")?.[1];
  if (wish.app.nginx === "full" && ours) return ours;
  return facts.nginx?.user ?? (facts.packageManager === "apt-get" ? "www-data" : "nginx");
}

export function siteWish(facts: Facts, { app, files }: SetupWish): SiteWish {
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

/** Files that setup writes itself. */
export const ownFiles = (facts: Facts, wish: SetupWish): readonly FileWish[] =>
  ownFilesFor(wish, { site: siteWish(facts, wish).path, allowConfig: wish.allowConfig ?? facts.allowConfig ?? false });

/** The same, for a helper that was told these. */
export function ownFilesFor(
  { app, login }: Pick<SetupWish, "app" | "login">,
  told: Pick<HelperConstants, "site" | "allowConfig">,
): readonly FileWish[] {
  const { name, processManager } = app;
  const where = paths(name);
  const managers = { systemd: "", supervisor: " supervisor.service", emperor: ` ${name}-emperor.service` };
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
      content: `# Sockets of ${name}'s releases.\nd ${where.run} 0750 ${name} ${name}\n`,
    },
    {
      path: where.current,
      mode: "0644",
      content: `# /run is empty after a reboot: starts the release that ${where.base}/current names, and gives it the traffic.
[Unit]
Description=${name}, the release in use
After=network.target local-fs.target
Before=nginx.service${managers[processManager]}
ConditionPathIsSymbolicLink=${where.base}/current

[Service]
Type=oneshot
ExecStart=${where.helper} boot

[Install]
WantedBy=multi-user.target
`,
    },
  ];
}

/** Folders with mode, owner and group. Releases and venvs take the app's group from theirs. */
export function folders({
  app,
  login,
}: Pick<SetupWish, "app" | "login">): readonly (readonly [string, string, string, string])[] {
  const { base } = paths(app.name);
  return [
    ["/usr/local/lib/flask-deploy", "755", "root", "root"],
    [base, "2750", login, app.name],
    [`${base}/releases`, "2750", login, app.name],
    [`${base}/venvs`, "2750", login, app.name],
    // The app writes here, too.
    [`${base}/shared`, "2770", login, app.name],
    ...(app.processManager === "emperor" ? ([[`${base}/vassals`, "2750", "root", app.name]] as const) : []),
  ];
}

/** What the probe has to look at to tell what is missing. */
export function question(wish: SetupWish): Question {
  const { app, login } = wish;
  const where = paths(app.name);
  const ours = /^\s*user\s+([^\s;]+)/m.exec(wish.files.get("deploy/nginx.conf") ?? "")?.[1] ?? "";
  return {
    app: app.name,
    login,
    users: [app.name, login, "www-data", "nginx", ...(/^[a-z_][a-z0-9_-]*$/.test(ours) ? [ours] : [])],
    units: [...services(app), ...(app.processManager === "systemd" ? [`${app.name}@probe.service`] : [])],
    paths: [
      ...folders(wish).map(([path]) => path),
      ...unitFiles(wish).map(({ path }) => path),
      ...[where.helper, where.sudoers, where.tmpfiles, where.current, where.run],
      ...[where.fullSite, where.available, where.enabled, where.confd, pendingMark(app.name)],
    ],
  };
}
