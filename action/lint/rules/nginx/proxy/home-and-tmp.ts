import type { Project } from "../../../files/project.ts";
import { isTemplated } from "../../../files/template.ts";
import { children, type Directive, type NginxFile, type Word, walk } from "../../../nginx/tree.ts";

/** Words that name a unix socket which nginx connects to, with the socket's path. */
export function* socketPaths(file: NginxFile): Generator<{ at: Word; path: string }> {
  for (const directive of walk(file)) {
    const inUpstream = directive.name.text === "server" && directive.parent.owner?.name.text === "upstream";
    const at = directive.args[0];
    if (!at || (!inUpstream && !/^(?:proxy|uwsgi|fastcgi|scgi)_pass$/.test(directive.name.text))) continue;
    const path = /unix:(?:\/\/)?(\/[^:]*)/.exec(at.text)?.[1];
    if (path && !isTemplated(path) && !path.includes("$")) yield { at, path };
  }
}

/** Whether nginx's workers run as somebody who may well read homes: the file says `user` and names no packaged account. */
export function ownUser(file: NginxFile): Directive | undefined {
  return children(file.root, "user").find((user) => !/^(?:www-data|nginx|nobody|http)$/.test(user.args[0]?.text ?? ""));
}

export const inHome = (path: string) => /^(?:\/home\/[^/]+|\/root|~[^/]*)\//.test(path);

/** Somebody's home on a machine; what an image makes at such a path is open to all. */
export function homeOnMachine(project: Project, path: string): string | undefined {
  const home = path.split("/").slice(0, 3).join("/");
  return inHome(path) && !project.containers.some(({ text }) => text.includes(home)) ? home : undefined;
}
