import type { Git } from "./git.ts";

/** Path in the repository → first and last line of each range that a pull request adds or changes. */
export type ChangedLines = ReadonlyMap<string, readonly (readonly [number, number])[]>;

/** Reads a unified diff. Lines of a hunk are counted, so that none of them can be mistaken for a header. */
export function readDiff(diff: string): ChangedLines {
  const files = new Map<string, [number, number][]>();
  let ranges: [number, number][] = [];
  let [oldLeft, newLeft, at] = [0, 0, 0];
  for (const line of diff.split("\n")) {
    if (oldLeft > 0 || newLeft > 0) {
      if (line.startsWith("\\")) continue;
      if (line.startsWith("+")) add(ranges, at);
      if (!line.startsWith("+")) oldLeft--;
      if (!line.startsWith("-")) newLeft--;
      if (!line.startsWith("-")) at++;
      continue;
    }
    const file = /^\+\+\+ b\/(.*)$/.exec(line.replace(/\t$/, ""))?.[1];
    if (file !== undefined) {
      ranges = [];
      files.set(file, ranges);
    }
    const hunk = /^@@ -\d+(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/.exec(line);
    if (hunk) [oldLeft, at, newLeft] = [Number(hunk[1] ?? 1), Number(hunk[2]), Number(hunk[3] ?? 1)];
  }
  return files;
}

function add(ranges: [number, number][], line: number): void {
  const last = ranges.at(-1);
  if (last && last[1] === line - 1) last[1] = line;
  else ranges.push([line, line]);
}

export const isChanged = (changed: ChangedLines, file: string, from: number, to: number): boolean =>
  (changed.get(file) ?? []).some(([first, last]) => from <= last && to >= first);

/** Lines that changed since a commit; undefined if the checkout is too shallow for it, as it is by default. */
export async function changedSince(git: Git, root: string, base: string): Promise<ChangedLines | undefined> {
  if (base === "") return undefined;
  const diff = ["-c", "core.quotePath=false", "diff", "--unified=0", "--no-color", "--no-ext-diff"];
  const shape = ["--no-textconv", "--no-renames", "--src-prefix=a/", "--dst-prefix=b/", "--diff-filter=d"];
  const text = await git(root, [...diff, ...shape, base, "HEAD"]);
  return text === undefined ? undefined : readDiff(text);
}
