import { lockOf } from "../../engine/app/lock.ts";
import { dirname } from "../files/paths.ts";
import type { Project } from "../files/project.ts";
import type { Source } from "../files/source.ts";

/** Whether a program is in a release's own venv, which our deploy builds from the chosen lock and nothing else. */
export const isOfRelease = (program: string): boolean =>
  /^[-@:+!]*\/srv\/[\w.-]+\/(releases\/[^/\s]+|current)\/\.venv\/bin\//.test(program);

/**
 * The files that a deploy installs the packages of a release from: the lock that it would choose, with included files.
 * Empty if there is none, or if a part of it is not here.
 */
export function lockSources({ requirements }: Project, home: string): readonly Source[] {
  const at = (folder: string, file: string) => normal(folder && folder !== "." ? `${folder}/${file}` : file);
  const find = (path: string) => requirements.find((source) => source.path === path);
  const chosen = lockOf((file) => find(at(home, file)) !== undefined);
  if ("problem" in chosen) return [];
  const found = [find(at(home, chosen.file)) as Source];
  for (const source of found)
    for (const [, file = ""] of source.text.matchAll(/^[ \t]*(?:-r|--requirement)[ \t=]?[ \t]*(\S+)/gm)) {
      const included = find(at(dirname(source.path), file));
      if (!included) return [];
      if (!found.includes(included)) found.push(included);
    }
  return found;
}

function normal(path: string): string {
  const parts: string[] = [];
  for (const part of path.split("/")) {
    if (part === "..") parts.pop();
    else if (part !== "." && part !== "") parts.push(part);
  }
  return parts.join("/");
}
