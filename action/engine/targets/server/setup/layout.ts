import type { Answers } from "../../../app/fields.ts";
import { certificateFolder } from "../../../app/https.ts";
import { deployFiles, type KeptAlive, processManagers } from "../../../kinds/index.ts";
import { units } from "../../../kinds/process-manager.ts";
import { sockets } from "../../../kinds/socket.ts";

/** Where the root-owned helper of one app is on a server. */
export const helperPath = (name: string) => `/usr/local/lib/flask-deploy/${name}`;

export const paths = (name: string) => ({
  base: `/srv/${name}`,
  helper: helperPath(name),
  sudoers: `/etc/sudoers.d/flask-deploy-${name}`,
  tmpfiles: `/etc/tmpfiles.d/flask-deploy-${name}.conf`,
  /** Unit, site and socket files as setup installed them: what a deploy may not go beyond. */
  approved: `/etc/flask-deploy/${name}`,
  env: `/etc/flask-deploy/${name}.env`,
  run: `/run/${name}`,
  current: `${units}/${name}-current.service`,
  /** What of a unit is otherwise on this server. */
  socketOverride: `${units}/${name}@.socket.d/server.conf`,
  proxyOverride: `${units}/${name}-proxy.service.d/server.conf`,
  /** The pairs of certificate and key; `current` leads to the one in use. */
  tls: certificateFolder(name),
  /** What nginx looks at for HTTPS: the CA's challenge, and whether visitors are sent there. */
  webroot: `/srv/${name}/tls`,
  renewal: `${units}/${name}-tls.service`,
  renewalTimer: `${units}/${name}-tls.timer`,
  fullSite: "/etc/nginx/nginx.conf",
  available: `/etc/nginx/sites-available/${name}.conf`,
  enabled: `/etc/nginx/sites-enabled/${name}.conf`,
  confd: `/etc/nginx/conf.d/${name}.conf`,
  debianDefault: "/etc/nginx/sites-enabled/default",
});

/** Mode of the environment's file, by who reads it. */
export const environmentMode = { root: "600", app: "640" } as const;

/** A folder of the server: who owns it, and why it is so. */
export interface Folder {
  readonly path: string;
  /** As stat prints it. */
  readonly mode: string;
  readonly owner: string;
  readonly group: string;
  readonly why: string;
}

/**
 * Every folder, each before those in it. Three parties are not trusted: the app, whoever holds the deploy key, and other
 * apps. Nobody acts by name in a folder that somebody less trusted may write, so each is written by one party alone.
 *
 * @param login the account that deploys
 */
export function folders(
  { name, processManager, tls }: KeptAlive & Partial<Pick<Answers, "tls">>,
  login: string,
): readonly Folder[] {
  const { base, approved, run, tls: pairs, webroot } = paths(name);
  const { folder, handsSocket } = processManagers[processManager];
  const of = (path: string, mode: string, owner: string, group: string, why: string): Folder => ({
    ...{ path, mode, owner, group, why },
  });
  return [
    of("/usr/local/lib/flask-deploy", "755", "root", "root", "what the login may run as root"),
    of("/etc/flask-deploy", "755", "root", "root", "environments, which only root reads and writes"),
    of(approved, "755", "root", "root", "what setup installed"),
    of(base, "755", "root", "root", "nobody else can put a link where root or the login will act"),
    of(
      `${base}/releases`,
      "2751",
      login,
      name,
      "the app's group reads a release, nginx passes through to static files",
    ),
    of(`${base}/venvs`, "2750", login, name, "the app's group reads and runs them"),
    of(`${base}/assets`, "2751", login, name, "nginx serves static files of previous releases"),
    of(`${base}/deploys`, "2700", login, name, "journal and lock, which the app cannot hold"),
    of(`${base}/maintenance`, "2755", login, name, "nginx looks here at each request"),
    of(`${base}/shared`, "755", "root", "root", "only the folders in it are the app's to write"),
    ...(tls === undefined || tls === "none"
      ? []
      : [
          of("/etc/flask-deploy/tls", "755", "root", "root", "certificates, a folder for each app"),
          of(pairs, "700", "root", "root", "keys, which nginx reads as root"),
          of(webroot, "755", "root", "root", "the CA's challenge, which nginx serves"),
        ]),
    ...(folder ? [of(`${base}/${folder.name}`, "755", "root", "root", folder.why)] : []),
    of(run, "755", "root", "root", "systemd's sockets and current.sock: no release can touch another's"),
    ...(handsSocket ? [] : [of(`${run}/app`, "700", name, name, "the app server's own sockets, behind systemd's")]),
  ];
}

/** Services that run all the time, by what has to be there for them. */
export function services({
  name,
  processManager,
  socket,
  tls,
}: KeptAlive & Partial<Pick<Answers, "tls">>): readonly string[] {
  const { service } = processManagers[processManager];
  const own = service ? [service.unit(name)] : [];
  return [
    "nginx.service",
    ...(service?.waits ? [] : own),
    `${name}-current.service`,
    ...(service?.waits ? own : []),
    ...sockets[socket].units(name),
    ...(tls === undefined || tls === "none" ? [] : [`${name}-tls.timer`]),
  ];
}

/** Path in the repository → path in /etc, for all that the process manager reads; the site is apart. */
export const targets = (app: KeptAlive): readonly (readonly [string, string])[] =>
  deployFiles(app).flatMap(({ path, installed }) => (installed ? [[path, installed] as const] : []));

/** Files of the repository without which there is nothing to set up. */
export const neededFiles = (app: KeptAlive): readonly string[] => [
  "deploy/nginx.conf",
  ...targets(app).map(([source]) => source),
];
