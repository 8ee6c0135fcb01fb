import type { Project } from "../../../files/project.ts";
import { isTemplated } from "../../../files/template.ts";
import { children, type Directive, type NginxFile, type Word, walk } from "../../../nginx/tree.ts";

/** Arguments with a unix socket that nginx connects to, and the socket's path. */
export function* socketPaths(file: NginxFile): Generator<{ at: Word; path: string }> {
  for (const directive of walk(file)) {
    const inUpstream = directive.name.text === "server" && directive.parent.owner?.name.text === "upstream";
    const at = directive.args[0];
    if (!at || (!inUpstream && !/^(?:proxy|uwsgi|fastcgi|scgi)_pass$/.test(directive.name.text))) continue;
    const path = /unix:(?:\/\/)?(\/[^:]*)/.exec(at.text)?.[1];
    if (path && !isTemplated(path) && !path.includes("$")) yield { at, path };
  }
}

/** The `user` directive of nginx's workers, if they may be able to read homes: it names no account of a package. */
export function ownUser(file: NginxFile): Directive | undefined {
  return children(file.root, "user").find((user) => !/^(?:www-data|nginx|nobody|http)$/.test(user.args[0]?.text ?? ""));
}

const inHome = (path: string) => /^(?:\/home\/[^/]+|\/root|~[^/]*)\//.test(path);

/** The home of a user on a machine; what an image creates at such a path is readable for everyone. */
export function homeOnMachine(project: Project, path: string): string | undefined {
  const home = path.split("/").slice(0, 3).join("/");
  return inHome(path) && !project.containers.some(({ text }) => text.includes(home)) ? home : undefined;
}
