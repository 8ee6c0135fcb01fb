import { rm, rmdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { Failure, Interrupted } from "../errors.ts";
import { assertRoom } from "./clean.ts";
import { type Git, lastLines } from "./git.ts";

/** One file that differs between two trees. */
export interface Change {
  readonly path: string;
  readonly kind: "added" | "changed" | "removed" | "renamed";
  /** Of a renamed file: its path before. */
  readonly from?: string;
}

/** What a merge did, or would do. */
export interface Merged {
  readonly changes: readonly Change[];
  /** Files that both sides changed in the same place: the user decides. */
  readonly conflicts: readonly string[];
  /** Files that the templates changed and the user has deleted: they stay deleted. */
  readonly deleted: readonly string[];
  /** The merge commit, unless there are conflicts. */
  readonly commit?: string;
}

/** What is merged: a generation into HEAD, from the files that both began with. */
export interface Merge {
  readonly head: string;
  readonly next: string;
  /** The generation that HEAD stands on; undefined where none can be had, so that every difference is a conflict. */
  readonly base: string | undefined;
}

/** Names of refs that live as long as a merge: one namespace for each process. */
const spaces = "refs/create-flask-deploy/";

/**
 * Lets git see HEAD as a descendant of the base while it merges, where history does not say so. The replacement is in a
 * namespace that no other git looks into, so one that a killed run leaves behind changes nothing; the next run removes it.
 */
async function onBase<T>(
  git: Git,
  { head, base }: Merge,
  act: (env: Record<string, string>) => Promise<T>,
): Promise<T> {
  if (!base || (await git.run(["merge-base", "--is-ancestor", base, head])).code === 0) return act({});
  const space = `${spaces}${process.pid}/`;
  const env = { GIT_REPLACE_REF_BASE: space };
  const [, ...parents] = (await git.read(["rev-list", "--no-walk", "--parents", head])).split(" ");
  const remove = () => git.run(["update-ref", "-d", `${space}${head}`], { toTheEnd: true });
  try {
    await git.read(["replace", "--force", "--graft", head, ...parents, base], { env });
    return await act(env);
  } finally {
    await remove();
  }
}

/** Removes the replacements of runs that were killed. */
export async function removeLeftovers(git: Git): Promise<void> {
  const refs = await git.read(["for-each-ref", "--format=%(refname)", spaces]);
  for (const ref of refs.split("\n").filter(Boolean))
    if (!isRunning(Number(ref.slice(spaces.length).split("/")[0]))) await git.run(["update-ref", "-d", ref]);
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/**
 * `git merge`, in the work tree.
 *
 * @throws {@link Failure} when git does not begin it, or cannot end it; the message says in which state the files are
 */
export async function merge(git: Git, wanted: Merge, message: string, env: Record<string, string>): Promise<Merged> {
  const { head, next, base } = wanted;
  const added = await assertRoom(git, wanted);
  if ((await git.read(["rev-parse", "HEAD"])) !== head)
    throw new Failure("the branch has moved since the update began, and every file is as it was. Run update again.");
  const flags = ["--no-ff", "--commit", "--no-edit", "--no-squash", "--no-autostash", "--no-verify-signatures", "-q"];
  // A line whose end alone differs, or a file that went to Git LFS since, is no change.
  const lines = ["-X", "ignore-cr-at-eol", "-X", "renormalize"];
  const unrelated = base ? [] : ["--allow-unrelated-histories"];
  const argv = ["merge", ...flags, ...lines, ...unrelated, "-m", message, next];
  const done = await onBase(git, wanted, (also) => git.run(argv, { env: { ...env, ...also }, toTheEnd: true }));
  const call = { toTheEnd: true };
  if (done.code === 0) return finished(git, head, []);
  if ((await git.run(["rev-parse", "--verify", "-q", "MERGE_HEAD"], call)).code !== 0) {
    if (done.signal) await putBack(git, added);
    throw done.signal
      ? new Interrupted("SIGINT", "interrupted: every file is as it was")
      : new Failure(`git did not merge, and every file is as it was:\n${lastLines(done, 20)}`);
  }
  const open = await unmerged(git);
  const deleted = open.filter(({ by }) => by === "DU").map(({ path }) => path);
  if (deleted.length > 0) await git.read(["rm", "-q", "--", ...deleted], call);
  const conflicts = open.filter(({ by }) => by !== "DU").map(({ path }) => path);
  if (conflicts.length > 0) return { changes: await changesOf(git, ["--cached", head]), conflicts, deleted };
  if (deleted.length === 0) throw unfinished(lastLines(done, 20));
  const ended = await git.run(["commit", "-q", "--no-edit", "--cleanup=strip"], { env, ...call });
  if (ended.code !== 0) throw unfinished(lastLines(ended, 20));
  return finished(git, head, deleted);
}

/** After a git that was ended while it wrote: the work tree was clean before, so what differs from HEAD is of the merge. */
async function putBack(git: Git, added: readonly string[]): Promise<void> {
  await git.read(["reset", "-q", "--hard"], { toTheEnd: true });
  for (const path of added) await rm(join(git.root, path), { force: true });
  for (const folder of new Set(added.map((path) => dirname(path))))
    for (let up = folder; up !== "."; up = dirname(up)) await rmdir(join(git.root, up)).catch(() => undefined);
}

async function finished(git: Git, head: string, deleted: readonly string[]): Promise<Merged> {
  const commit = await git.read(["rev-parse", "--short", "HEAD"], { toTheEnd: true });
  return { changes: await changesOf(git, [head, "HEAD"]), conflicts: [], deleted, commit };
}

/** A hook of the user, or a signature, stopped the commit. */
const unfinished = (said: string) =>
  new Failure(
    `the files are merged without a conflict, but git could not commit the merge:\n${said}\nFix the cause, then git commit. To go back: git merge --abort`,
  );

/** Paths that have no merged content yet, and what each side did, as `git status` spells it. */
async function unmerged(git: Git): Promise<{ path: string; by: string }[]> {
  const rows = await git.list(["status", "--porcelain=v2", "-z", "--untracked-files=no"], { toTheEnd: true });
  return rows.flatMap((row) => {
    const [, by = "", path = ""] = /^u (..) (?:\S+ ){8}(.*)$/s.exec(row) ?? [];
    return path ? [{ path, by }] : [];
  });
}

/** The same merge in memory. @throws {@link Failure} where git is too old for it */
export async function mergeInMemory(git: Git, wanted: Merge): Promise<Merged & { readonly tree: string }> {
  const { head, next, base } = wanted;
  const unrelated = base ? [] : ["--allow-unrelated-histories"];
  const done = await onBase(git, wanted, (env) =>
    git.run(["merge-tree", "--write-tree", "-z", "--no-messages", ...unrelated, head, next], { env }),
  );
  if (done.code !== 0 && done.code !== 1)
    throw new Failure(`git could not merge in memory, which it can from version 2.38 on:\n${lastLines(done)}`);
  const [tree = "", ...rows] = done.stdout.split("\0").filter((part) => part !== "");
  const stages = new Map<string, string>();
  for (const row of rows) {
    const [, stage = "", path = ""] = /^\S+ \S+ (\d)\t(.*)$/s.exec(row) ?? [];
    if (path) stages.set(path, `${stages.get(path) ?? ""}${stage}`);
  }
  const deleted = [...stages].filter(([, found]) => found === "13").map(([path]) => path);
  const conflicts = [...stages.keys()].filter((path) => !deleted.includes(path));
  const changes = (await changesOf(git, [head, tree])).filter(({ path }) => !deleted.includes(path));
  return { changes, conflicts, deleted, tree };
}

const kinds: Readonly<Record<string, Change["kind"]>> = { A: "added", D: "removed", R: "renamed" };

/** What `git diff` tells with these arguments. */
export async function changesOf(git: Git, between: readonly string[]): Promise<Change[]> {
  const parts = await git.list(["diff", "--name-status", "-z", "-M", "--no-ext-diff", ...between], { toTheEnd: true });
  const changes: Change[] = [];
  while (parts.length > 0) {
    const letter = (parts.shift() as string).charAt(0);
    const first = parts.shift() as string;
    const kind = kinds[letter] ?? "changed";
    changes.push(kind === "renamed" ? { kind, from: first, path: parts.shift() as string } : { kind, path: first });
  }
  return changes;
}
