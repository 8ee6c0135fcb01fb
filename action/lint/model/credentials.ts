import type { Project } from "../files/project.ts";
import type { Range } from "../files/source.ts";
import { isTemplated } from "../files/template.ts";
import { walk } from "../nginx/tree.ts";
import { entries, entry, isYes } from "../systemd/tree.ts";
import type { Listener, Server, SocketProxy, SocketUnit, Starter } from "./types.ts";

/** A unix socket as a server or systemd makes it. */
export interface SocketFile {
  readonly user: string;
  /** Undefined: the user's own group, whatever that is. */
  readonly group: string | undefined;
  readonly mode: number;
  /** What decides on the mode, or the socket itself where nothing does. */
  readonly at: Range;
}

/** Who connects: the users it may be, and the groups that are known. */
export interface Client {
  readonly users: readonly string[];
  readonly groups: readonly string[];
  /** Whether it may be in groups that the files do not tell of. */
  readonly joins: boolean;
}

/**
 * The users nginx's workers may run as: what a nginx.conf of the repository says, else those of the distributions. `joins`:
 * something that is not in these files may make nginx a member of the application's group.
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

/** A socket proxy connects as its unit says. */
export function proxyClient({ starter }: SocketProxy): Client {
  const said = entries(starter.file, "Service", "SupplementaryGroups").flatMap(({ value }) => value.text.split(/\s+/));
  const dynamic = isYes(entry(starter.file, "Service", "DynamicUser")?.value.text);
  const user = dynamic ? "a user of its own" : (starter.user?.text ?? "root");
  return { users: [user], groups: [...said, ...(starter.group ? [starter.group.text] : [])], joins: false };
}

/** Whether it may connect, which takes the right to write: undefined where it depends on who is a member of what. */
export function mayConnect({ users, groups, joins }: Client, { user, group, mode }: SocketFile): boolean | undefined {
  if (mode & 0o002 || users.includes("root")) return true;
  if (users.includes(user)) return Boolean(mode & 0o200);
  if (!(mode & 0o020)) return false;
  if (group !== undefined && (users.includes(group) || groups.includes(group))) return true;
  if (group === "root") return false;
  // Where the repository says which user nginx is, a group of another distribution's nginx is not its own.
  if (users.length === 1 && /^(www-data|nginx|http|apache)$/.test(group ?? "")) return false;
  // A group that is named for the purpose may well have nginx in it; a person's own group hardly.
  if (joins) return undefined;
  return group === undefined ? false : undefined;
}

/** Whose a .socket unit's socket is: root's, for everybody, where it does not say. */
export function unitSocketFile({ file, listeners: [listener] }: SocketUnit): SocketFile | undefined {
  const said = entry(file, "Socket", "SocketMode")?.value;
  const owner = (key: string) => entry(file, "Socket", key)?.value.text;
  const [user = "root", group = "root"] = [owner("SocketUser"), owner("SocketGroup")];
  if (!listener || isTemplated(user + group) || (said && !/^[0-7]{3,4}$/.test(said.text))) return undefined;
  return { user, group, mode: said ? Number.parseInt(said.text, 8) : 0o666, at: said ?? listener.at };
}

/** Whether somebody deploys with it; a script, a Procfile or a container runs it as whoever starts them. */
export const isDeployed = (starter: Starter | undefined) => !/^(script|procfile|container)$/.test(starter?.by ?? "");

/** Whose the socket is that a server makes, and who may write to it; undefined where the files do not tell. */
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
  // Only root can become somebody else; a uid in the ini is ignored under User=.
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
