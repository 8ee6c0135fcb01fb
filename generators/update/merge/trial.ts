import type { Git } from "../git.ts";
import { changesOf } from "./changes.ts";
import { type Conflict, type Merged, strategyOptions } from "./merge.ts";
import { type Merge, onBase } from "./on-base.ts";

/** The result of a merge in a dry run. */
export interface Trial extends Merged {
  /** Output of `git diff` from HEAD to the result of the merge. */
  readonly diff: string;
  readonly notes: readonly string[];
}

/** Merges in memory, without touching the work tree or the index. */
export async function mergeInMemory(git: Git, wanted: Merge): Promise<Trial> {
  const { head, next, base } = wanted;
  const unrelated = base ? [] : ["--allow-unrelated-histories"];
  const argv = (options: readonly string[]) => ["merge-tree", "--write-tree", "-z", "--no-messages", ...options];
  const done = await onBase(git, wanted, async (env) => {
    const whole = await git.run([...argv(strategyOptions), ...unrelated, head, next], { env });
    // Some versions of git that can merge in memory do not accept strategy options.
    return isMerge(whole) ? whole : git.run([...argv([]), ...unrelated, head, next], { env });
  });
  if (!isMerge(done)) return generations(git, wanted);
  const [tree = "", ...rows] = done.stdout.split("\0").filter((part) => part !== "");
  const stages = new Map<string, string>();
  for (const row of rows) {
    const [, stage = "", path = ""] = /^\S+ \S+ (\d)\t(.*)$/s.exec(row) ?? [];
    if (path) stages.set(path, `${stages.get(path) ?? ""}${stage}`);
  }
  const deleted = [...stages].filter(([, found]) => found === "13").map(([path]) => path);
  const conflicts = [...stages].flatMap(([path, found]) =>
    found === "13" ? [] : [{ path, kind: kinds[found] ?? "moved" }],
  );
  const changes = (await changesOf(git, [head, tree])).filter(({ path }) => !deleted.includes(path));
  const others = [":/", ...deleted.map((path) => `:(exclude,top,literal)${path}`)];
  const diff = await git.read(["diff", "--no-ext-diff", head, tree, "--", ...others]);
  return { changes, conflicts, deleted, diff, notes: [] };
}

/** By the stages that a file would have in the index: 1 the base, 2 the user's, 3 the templates'. */
const kinds: Readonly<Record<string, Conflict["kind"]>> = { 123: "both", 12: "edited", 23: "added" };

const isMerge = ({ code }: { readonly code: number | null }) => code === 0 || code === 1;

/** The changes of the templates, for git before 2.38, which cannot merge them with the user's edits in memory. */
async function generations(git: Git, { head, next, base = head }: Merge): Promise<Trial> {
  return {
    ...{ changes: await changesOf(git, [base, next]), conflicts: [], deleted: [] },
    diff: await git.read(["diff", "--no-ext-diff", base, next]),
    notes: ["This is what the templates change. git 2.38 or newer also shows what conflicts with your edits."],
  };
}
