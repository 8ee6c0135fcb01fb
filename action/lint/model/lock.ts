import { lockOf } from "../../engine/app/lock.ts";
import { dirname } from "../files/paths.ts";
import type { Project } from "../files/project.ts";
import type { Source } from "../files/source.ts";

/** A release's own venv, which a deploy of ours makes of the lock that counts and of nothing else. */
export const isOfRelease = (program: string): boolean =>
  /^[-@:+!]*\/srv\/[\w.-]+\/(releases\/[^/\s]+|current)\/\.venv\/bin\//.test(program);

/**
 * What a deploy installs the packages of a release from, as it decides it itself: the lock that counts, with the files that
 * it includes. Empty where there is none, or where a part of it is out of sight.
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
