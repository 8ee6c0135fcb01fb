import type { Project } from "../files/project.ts";
import { importedFile } from "../model/layout.ts";
import type { PythonFile } from "./read.ts";

/** Longer chains of imports are left to the parser. */
const longestChain = 4;

/**
 * Whether a module's name is obviously an object, judged by its lines alone: one assignment without indentation, or one
 * import of such a name from a file of the repository. Almost every wsgi.py is like that. Then the parser, which takes
 * longer to start than all rules together, is not needed. False means unknown, never no.
 */
export function isPlainlyAnObject(project: Project, file: PythonFile, name: string, steps = 0): boolean {
  if (!/^\w+$/.test(name) || steps > longestChain) return false;
  const { text } = file.source;
  const binding = new RegExp(
    `(?<![\\w.])${name}(?=\\s*(?::[^=\\n]*)?=(?!=))|\\b(?:def|class|as|for|del|global)\\s+${name}\\b|\\bimport\\b.*(?<![\\w.])${name}\\b`,
    "g",
  );
  const [found, ...more] = text.matchAll(binding);
  if (!found || more.length > 0 || isQuoted(text, found.index)) return false;
  const start = text.lastIndexOf("\n", found.index) + 1;
  const line = text.slice(start).split("\n", 1)[0] as string;
  // A tuple of targets, `if x: app = …`, or an import over several lines is not obvious.
  if (new RegExp(`^${name}\\s*=\\s*[\\w.]+\\(`).test(line)) return true;
  const imported = /^from\s+([\w.]+)\s+import\s+(\w+)\s*$/.exec(line);
  const next = imported?.[2] === name ? importedFile(project, file.path, imported[1] as string) : undefined;
  return next !== undefined && next.path !== file.path && isPlainlyAnObject(project, next, name, steps + 1);
}

/** Whether an offset is inside a string over several lines, judged by counting quotes. */
function isQuoted(text: string, at: number): boolean {
  const before = text.slice(0, at);
  return ['"""', "'''"].some((mark) => before.split(mark).length % 2 === 0);
}
