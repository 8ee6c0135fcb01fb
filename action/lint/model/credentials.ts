import { walk } from "../nginx/tree.ts";
import type { Project } from "../project.ts";
import type { Range } from "../source.ts";
import { entry } from "../systemd/tree.ts";
import { isTemplated } from "../template.ts";
import { expand } from "../uwsgi/expand.ts";
import { canonicalName } from "../uwsgi/options.ts";
import { connectable } from "./listener.ts";
import type { Listener, Server } from "./types.ts";

/** A unix socket as a server makes it. */
export interface SocketFile {
  readonly user: string;
  /** Undefined: the user's own group, whatever that is. */
  readonly group: string | undefined;
  readonly mode: number;
  /** What decides on the mode, or the socket itself where nothing does. */
  readonly at: Range;
  readonly modeSaid: boolean;
}

/** The users nginx's workers may run as: what a nginx.conf of the repository says, else those of the distributions. */
export function nginxUsers(project: Project): readonly string[] {
  for (const file of project.nginx) {
    for (const directive of walk(file)) {
      const [user] = directive.args;
      if (directive.name.text === "user" && file.context === "main" && user) return [user.text];
    }
  }
  return ["www-data", "nginx", "http", "nobody"];
}

/** The last value of a uWSGI option by its canonical name, with placeholders replaced; undefined when not known. */
export function optionText(server: Server, name: string): { at: Range; value: Range; text: string } | undefined {
  const option = server.options.filter((o) => canonicalName(o.name.text) === name).at(-1);
  if (!option?.value) return undefined;
  const { text, known } = expand(option.value.text, server.uwsgi);
  return known && !isTemplated(text) ? { at: option, value: option.value, text } : undefined;
}

/** Whose the socket is and who may write to it (connect needs that); undefined where the files do not tell. */
export function socketFile(server: Server, listener: Listener): SocketFile | undefined {
  const address = connectable(listener);
  if (address.kind !== "unix" || address.abstract) return undefined;
  const { starter } = server;
  if (!starter || /^(script|procfile|container)$/.test(starter.by)) return undefined;
  const said = [starter.user?.text, starter.group?.text];
  if (said.some((name) => name !== undefined && (isTemplated(name) || /[%$]/.test(name)))) return undefined;
  if (starter.file.kind === "systemd" && entry(starter.file, "Service", "DynamicUser")) return undefined;
  return server.program === "uwsgi" ? ofUwsgi(server, listener) : ofGunicorn(server, listener);
}

function ofUwsgi(server: Server, listener: Listener): SocketFile | undefined {
  const { starter } = server;
  // Only root can become somebody else; a uid in the ini is ignored under User=.
  const isRoot = !starter?.user || starter.user.text === "root";
  const uid = isRoot ? optionText(server, "uid")?.text : undefined;
  const gid = isRoot ? optionText(server, "gid")?.text : undefined;
  let user = uid ?? starter?.user?.text ?? "root";
  let group = gid ?? starter?.group?.text;
  if (/^\d+$/.test(user)) return undefined;
  const chown = optionText(server, "chown-socket")?.text;
  const mode = server.options.filter((o) => canonicalName(o.name.text) === "chmod-socket").at(-1);
  if (server.options.some((o) => /^umask$|^hook-|^exec-/.test(o.name.text))) return undefined;
  // What becomes of the socket is not known with a name that is not.
  if (chown === undefined && server.options.some((o) => canonicalName(o.name.text) === "chown-socket"))
    return undefined;
  if (chown) {
    const [name, of] = chown.split(":");
    if (isRoot && name) user = name;
    if (of) group = of;
  }
  if (mode?.value && !/^[0-7]{3,4}$/.test(mode.value.text)) return undefined;
  // `chmod-socket` without a value is 666; without the option the umask of 022 leaves 755.
  const bits = mode ? (mode.value ? Number.parseInt(mode.value.text, 8) : 0o666) : 0o755;
  return { user, group, mode: bits, at: mode ?? listener.at, modeSaid: mode !== undefined };
}

function ofGunicorn(server: Server, listener: Listener): SocketFile | undefined {
  const { starter, settings } = server;
  const text = (name: string) => {
    const value = settings.get(name)?.value;
    if (!value) return undefined;
    if ("text" in value) return value.text;
    return value.kind === "str" ? value.value : value.kind === "int" ? value.raw : "?";
  };
  const user = text("user") ?? starter?.user?.text ?? "root";
  const group = text("group") ?? starter?.group?.text;
  if (/^\d+$|\?/.test(user) || group === "?") return undefined;
  const umask = settings.get("umask");
  const said = text("umask");
  const value =
    said === undefined ? 0 : /^0o?[0-7]+$/i.test(said) ? Number.parseInt(said.replace(/o/i, ""), 8) : Number(said);
  if (!Number.isInteger(value) || value < 0 || value > 0o777) return undefined;
  return { user, group, mode: 0o777 & ~value, at: umask?.at ?? listener.at, modeSaid: umask !== undefined };
}
