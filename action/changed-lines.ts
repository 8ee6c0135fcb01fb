import { readFileSync } from "node:fs";
import type { ProcessRunner } from "./deploy/process.ts";

/** By path in the repository: ranges of lines, first and last, that a pull request adds or changes. */
export type ChangedLines = ReadonlyMap<string, readonly (readonly [number, number])[]>;

/** Reads `git diff --unified=0`. Lines within a hunk are counted off, so that none of them can pass for a header. */
export function readDiff(diff: string): ChangedLines {
  const files = new Map<string, [number, number][]>();
  let ranges: [number, number][] = [];
  let skip = 0;
  for (const line of diff.split("\n")) {
    if (skip > 0) {
      if (!line.startsWith("\\")) skip--;
      continue;
    }
    const file = /^\+\+\+ b\/(.*)$/.exec(line.replace(/\t$/, ""))?.[1];
    if (file !== undefined) {
      ranges = [];
      files.set(file, ranges);
    }
    const hunk = /^@@ -\d+(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/.exec(line);
    if (hunk === null) continue;
    const [, removed = "1", start = "1", added = "1"] = hunk;
    skip = Number(removed) + Number(added);
    if (added !== "0") ranges.push([Number(start), Number(start) + Number(added) - 1]);
  }
  return files;
}

export const isChanged = (changed: ChangedLines, file: string, from: number, to: number): boolean =>
  (changed.get(file) ?? []).some(([first, last]) => from <= last && to >= first);

/** The commit that a pull request (or a merge group) starts from; "" when the event names none. */
export function baseOf(eventFile: string): string {
  try {
    const event = JSON.parse(readFileSync(eventFile, "utf8"));
    const base = event.pull_request?.base?.sha ?? event.merge_group?.base_sha ?? "";
    return /^[0-9a-f]{40,64}$/.test(base) ? base : "";
  } catch {
    return "";
  }
}

/** What changed since a commit; undefined when it is not in this checkout, as with actions/checkout's default depth. */
export async function changedSince(run: ProcessRunner, root: string, base: string): Promise<ChangedLines | undefined> {
  if (base === "") return undefined;
  const git = ["git", "-C", root, "-c", "core.quotePath=false", "diff", "--unified=0", "--no-color", "--no-ext-diff"];
  const shape = ["--no-textconv", "--no-renames", "--src-prefix=a/", "--dst-prefix=b/", "--diff-filter=d"];
  const { code, stdout } = await run([...git, ...shape, base, "HEAD"], { timeoutMs: 20_000 });
  return code === 0 ? readDiff(stdout) : undefined;
}
