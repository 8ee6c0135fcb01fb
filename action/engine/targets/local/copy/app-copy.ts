import { Source } from "../../../../lint/files/source.ts";
import { parseUwsgi } from "../../../../lint/uwsgi/parse.ts";
import { optionsOf } from "../../../../lint/uwsgi/tree.ts";
import type { AppServer } from "../../../kinds/app-server.ts";
import type { Throwaway } from "./throwaway.ts";

/** Needs root, leaves the foreground, or (`listen`) asks for more than an ordinary machine's kernel allows. */
const serverOnly = /^(uid|gid|chown-socket|daemonize2?|logto2?|listen)$/;

/** What an app server is told beside what its file says. */
export interface Additions {
  /** The app server's own socket, seen from the folder of sockets. */
  readonly socket: string;
  /** Ports of 127.0.0.1 to listen on, for what on a server hands them on: systemd's socket proxy. */
  readonly ports: readonly number[];
  /** Port of 127.0.0.1 to speak HTTP on, where there is no nginx. The requests are logged then. */
  readonly httpPort: number | undefined;
  /** Path of the venv's Python. */
  readonly python: string;
  /** Whether the workers are started anew when a source file changes. */
  readonly watch: boolean;
}

/** How each app server's file becomes one that can run here. */
export const copies: Readonly<Record<AppServer, (text: string, place: Throwaway, added: Additions) => string>> = {
  uwsgi: uwsgiCopy,
  gunicorn: gunicornCopy,
  waitress: waitressCopy,
};

/**
 * The repository's uwsgi.ini as it can run here: paths into the throwaway folder, and what only a server can do as a
 * comment. Every option stays on its line; what is added stands behind them.
 */
export function uwsgiCopy(text: string, place: Throwaway, added: Additions): string {
  const dropped = optionsOf(parseUwsgi(new Source("deploy/uwsgi.ini", text))).filter(({ name }) => {
    const option = name.text.replaceAll("_", "-");
    return serverOnly.test(option) || (added.httpPort && option === "disable-logging");
  });
  let copy = text;
  for (const { start } of dropped.reverse()) copy = `${copy.slice(0, start)}# ${copy.slice(start)}`;
  const options = [
    ...added.ports.map((port) => `socket = 127.0.0.1:${port}`),
    ...(added.httpPort ? [`http-socket = 127.0.0.1:${added.httpPort}`] : []),
    // It starts itself anew as the program it is, which is Python, and would not find its venv again by that.
    ...(added.watch ? ["py-autoreload = 1", `binary-path = ${added.python}`] : []),
  ];
  return withLines(place.inside(copy), options.length > 0 ? ["[uwsgi]", ...options] : []);
}

/** The repository's gunicorn.conf.py as it can run here. It is Python, so only plain assignments are looked at. */
export function gunicornCopy(text: string, place: Throwaway, added: Additions): string {
  const ports = [...added.ports, ...(added.httpPort ? [added.httpPort] : [])];
  const bind = [`unix:${place.run}/${added.socket}`, ...ports.map((port) => `127.0.0.1:${port}`)];
  return withLines(place.inside(text.replace(/^(?=(?:user|group|daemon|initgroups)\s*=)/gm, "# ")), [
    ...(ports.length > 0 ? [`bind = ${JSON.stringify(bind)}`] : []),
    // The /dev/shm of Linux is nowhere else.
    `worker_tmp_dir = ${JSON.stringify(place.root)}`,
    ...(added.httpPort ? ['accesslog = "-"'] : []),
    // What is loaded before the workers start is not loaded again with them.
    ...(added.watch ? ["preload_app = False", "reload = True"] : []),
  ]);
}

/**
 * The repository's serve.py as it can run here. waitress takes either unix or TCP sockets, so the ports are a second server's,
 * which the same loop serves.
 */
export function waitressCopy(text: string, place: Throwaway, added: Additions): string {
  const ports = [...added.ports, ...(added.httpPort ? [added.httpPort] : [])];
  if (ports.length === 0) return place.inside(text);
  const listen = `listen="${ports.map((port) => `127.0.0.1:${port}`).join(" ")}"`;
  const rest = '**{key: settings[key] for key in settings if "socket" not in key}';
  return place
    .inside(text)
    .replace(/^\w+ = create_server\((\w+), waiting/m, `create_server($1, waiting, ${listen}, ${rest}); $&`);
}

const withLines = (text: string, lines: readonly string[]) =>
  lines.length === 0 ? text : `${text.replace(/\n?$/, "\n")}${lines.join("\n")}\n`;
