import type { Project } from "../files/project.ts";
import type { Range } from "../files/source.ts";
import { isTemplated } from "../files/template.ts";
import { walk } from "../nginx/tree.ts";
import { entries, entry, isYes } from "../systemd/tree.ts";
import type { Listener, Server, SocketProxy, SocketUnit, Starter } from "./types.ts";

/** The unix socket that a server or systemd creates. */
export interface SocketFile {
  readonly user: string;
  /** undefined: the user's primary group, which is unknown. */
  readonly group: string | undefined;
  readonly mode: number;
  /** The setting that decides the mode, or else the socket itself. */
  readonly at: Range;
}

/** What connects to a socket: the users that it may run as, and its known groups. */
export interface Client {
  readonly users: readonly string[];
  readonly groups: readonly string[];
  /** Whether it may be in groups that these files do not show. */
  readonly joins: boolean;
}

/**
 * The users that nginx's workers may run as: from a nginx.conf in the repository, else the distributions' defaults.
 * `joins`: something outside these files may add nginx to the application's group.
 */
export function nginxClient(project: Project, joins: boolean): Client {
  for (const file of project.nginx) {
    for (const directive of walk(file)) {
      const [user] = directive.args;
      if (directive.name.text === "user" && file.context === "main" && user)
        return { users: [user.text], groups: [], joins };
    }
  }
  return { users: ["www-data", "nginx", "http", "nobody"], groups: [], joins };
}

/** A socket proxy connects as the user of its unit. */
export function proxyClient({ starter }: SocketProxy): Client {
  const said = entries(starter.file, "Service", "SupplementaryGroups").flatMap(({ value }) => value.text.split(/\s+/));
  const dynamic = isYes(entry(starter.file, "Service", "DynamicUser")?.value.text);
  const user = dynamic ? "a user of its own" : (starter.user?.text ?? "root");
  return { users: [user], groups: [...said, ...(starter.group ? [starter.group.text] : [])], joins: false };
}

/** Whether it may connect, which needs write permission; undefined if that depends on unknown members of a group. */
export function mayConnect({ users, groups, joins }: Client, { user, group, mode }: SocketFile): boolean | undefined {
  if (mode & 0o002 || users.includes("root")) return true;
  if (users.includes(user)) return Boolean(mode & 0o200);
  if (!(mode & 0o020)) return false;
  if (group !== undefined && (users.includes(group) || groups.includes(group))) return true;
  if (group === "root") return false;
  // If the repository sets nginx's user, that user is not in the group of another distribution's nginx.
  if (users.length === 1 && /^(www-data|nginx|http|apache)$/.test(group ?? "")) return false;
  // A group made for the purpose may well include nginx; a user's primary group hardly does.
  if (joins) return undefined;
  return group === undefined ? false : undefined;
}

/** Owner and mode of a .socket unit's socket; by default it is root's and everyone may connect. */
export function unitSocketFile({ file, listeners: [listener] }: SocketUnit): SocketFile | undefined {
  const said = entry(file, "Socket", "SocketMode")?.value;
  const owner = (key: string) => entry(file, "Socket", key)?.value.text;
  const [user = "root", group = "root"] = [owner("SocketUser"), owner("SocketGroup")];
  if (!listener || isTemplated(user + group) || (said && !/^[0-7]{3,4}$/.test(said.text))) return undefined;
  return { user, group, mode: said ? Number.parseInt(said.text, 8) : 0o666, at: said ?? listener.at };
}

/** Whether it is part of a deployment; scripts, Procfiles and containers run as whoever starts them. */
export const isDeployed = (starter: Starter | undefined) => !/^(script|procfile|container)$/.test(starter?.by ?? "");

/** Owner and mode of the socket that a server creates; undefined if the files do not determine them. */
export function socketFile(server: Server, { address, at, handed }: Listener): SocketFile | undefined {
  const { starter, settings } = server;
  if (address.kind !== "unix" || address.abstract || handed || !starter || !isDeployed(starter)) return undefined;
  const said = [starter.user?.text, starter.group?.text];
  if (said.some((name) => name !== undefined && (isTemplated(name) || /[%$]/.test(name)))) return undefined;
  if (starter.file.kind === "systemd" && entry(starter.file, "Service", "DynamicUser")) return undefined;
  const told = (name: string) => (settings.has(name) ? (settings.get(name)?.text ?? "?") : undefined);
  const mine = server.program === "uwsgi" ? ofUwsgi(server, told, at) : ofGunicorn(server, told, at);
  return mine && /^\d+$|\?/.test(`${mine.user}`) ? undefined : mine;
}

type Told = (name: string) => string | undefined;

function ofUwsgi({ starter, options, settings }: Server, told: Told, at: Range): SocketFile | undefined {
  // Only root can change its user; a uid in the ini has no effect under User=.
  const isRoot = !starter?.user || starter.user.text === "root";
  let user = (isRoot ? told("uid") : undefined) ?? starter?.user?.text ?? "root";
  let group = (isRoot ? told("gid") : undefined) ?? starter?.group?.text;
  if (
    options.some(
      ({ name, value }) =>
        /^exec-/.test(name.text) || (/^hook-/.test(name.text) && /ch(mod|own)|exec/.test(value?.text ?? "")),
    )
  )
    return undefined;
  const chown = told("chown-socket");
  if (chown) {
    const [name, of] = chown.split(":");
    if (isRoot && name) user = name;
    if (of) group = of;
  }
  const mode = settings.get("chmod-socket");
  if (mode?.value && !/^[0-7]{3,4}$/.test(mode.text ?? "")) return undefined;
  const umask = told("umask") ?? "022";
  if (!/^[0-7]{1,4}$/.test(umask)) return undefined;
  // `chmod-socket` without a value is 666.
  const bits = mode ? (mode.text ? Number.parseInt(mode.text, 8) : 0o666) : 0o777 & ~Number.parseInt(umask, 8);
  return { user, group, mode: bits, at: mode?.at ?? at };
}

function ofGunicorn({ starter, settings }: Server, told: Told, at: Range): SocketFile | undefined {
  const user = told("user") ?? starter?.user?.text ?? "root";
  const group = told("group") ?? starter?.group?.text;
  const umask = told("umask");
  if (group === "?") return undefined;
  const value =
    umask === undefined ? 0 : /^0o?[0-7]+$/i.test(umask) ? Number.parseInt(umask.replace(/o/i, ""), 8) : Number(umask);
  if (!Number.isInteger(value) || value < 0 || value > 0o777) return undefined;
  return { user, group, mode: 0o777 & ~value, at: settings.get("umask")?.at ?? at };
}
