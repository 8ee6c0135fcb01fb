import { rm, rmdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { Failure, Interrupted } from "../../../action/engine/process/failure.ts";
import { type Git, lastLines } from "../git.ts";
import { type Change, changesOf } from "./changes.ts";
import { assertRoom } from "./clean.ts";
import { type Merge, named, onBase } from "./on-base.ts";

/** A file that the user has to resolve, and what the two sides did to it. */
export interface Conflict {
  readonly path: string;
  /** `both` changed the same lines; the user `edited` what the templates removed; both `added`, or one `moved` it. */
  readonly kind: "both" | "edited" | "added" | "moved";
}

/** The result of a merge, or of one in a dry run. */
export interface Merged {
  readonly changes: readonly Change[];
  readonly conflicts: readonly Conflict[];
  /** Files that the templates changed and the user has deleted: they stay deleted. */
  readonly deleted: readonly string[];
  /** The merge commit, unless there are conflicts. */
  readonly commit?: string;
}

/** A line that differs only in its line ending, or a file that was moved to Git LFS, is unchanged. */
export const strategyOptions = ["-X", "ignore-cr-at-eol", "-X", "renormalize"];

/**
 * `git merge` in the work tree.
 *
 * @param to version of the templates
 * @throws {@link Failure} if git cannot start or complete it; the message says which state the files are in
 */
export async function merge(git: Git, wanted: Merge, to: string, env: Record<string, string>): Promise<Merged> {
  const { head, next, base } = wanted;
  const added = await assertRoom(git, wanted);
  if ((await git.read(["rev-parse", "HEAD"])) !== head)
    throw new Failure("the branch has moved since the update began, and every file is as it was. Run update again.");
  const flags = ["--no-ff", "--commit", "--no-edit", "--no-squash", "--no-autostash", "--no-verify-signatures", "-q"];
  const unrelated = base ? [] : ["--allow-unrelated-histories"];
  const argv = [
    "merge",
    ...flags,
    ...strategyOptions,
    ...unrelated,
    "-m",
    `Merge the files of create-flask-deploy ${to}`,
  ];
  const done = await onBase(git, wanted, (also) =>
    named(git, next, to, (name) => git.run([...argv, name], { env: { ...env, ...also }, toTheEnd: true })),
  );
  const call = { toTheEnd: true };
  if (done.code === 0) return finished(git, head, []);
  if ((await git.run(["rev-parse", "--verify", "-q", "MERGE_HEAD"], call)).code !== 0) {
    // If another git has the lock, it is working on the same files.
    if (done.signal || !/\.lock'/.test(done.stderr)) await putBack(git, added);
    throw done.signal
      ? new Interrupted("SIGINT", "interrupted: every file is as it was")
      : new Failure(`git did not merge, and every file is as it was:\n${lastLines(done, 20)}`);
  }
  const open = await unmerged(git);
  const deleted = open.filter(({ by }) => by === "DU").map(({ path }) => path);
  if (deleted.length > 0) await git.read(["rm", "-q", "--", ...deleted], call);
  const conflicts = open.flatMap(({ path, by }) => (by === "DU" ? [] : [{ path, kind: kinds[by] ?? "moved" }]));
  if (conflicts.length > 0) return { changes: await changesOf(git, ["--cached", head]), conflicts, deleted };
  if (/ using previous resolution/.test(`${done.stdout}${done.stderr}`))
    throw new Failure(
      "git rerere resolved every conflict as you did before. Check git diff --staged, then git commit. To undo: git merge --abort",
    );
  if (deleted.length === 0) throw unfinished(lastLines(done, 20));
  const ended = await git.run(["commit", "-q", "--no-edit", "--cleanup=strip"], { env, ...call });
  if (ended.code !== 0) throw unfinished(lastLines(ended, 20));
  return finished(git, head, deleted);
}

/**
 * After git was killed by a signal or a full disk while it wrote. The work tree was clean before, so the merge wrote
 * what differs from HEAD.
 */
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

/** A hook of the user's, or signing, stopped the commit. */
const unfinished = (said: string) =>
  new Failure(
    `the files are merged without a conflict, but git could not commit the merge:\n${said}\nFix the cause, then git commit. To undo: git merge --abort`,
  );

const kinds: Readonly<Record<string, Conflict["kind"]>> = { UU: "both", UD: "edited", AA: "added" };

/** Unmerged paths, with what each side did, in `git status`'s letters. */
async function unmerged(git: Git): Promise<{ path: string; by: string }[]> {
  const rows = await git.list(["status", "--porcelain=v2", "-z", "--untracked-files=no"], { toTheEnd: true });
  return rows.flatMap((row) => {
    const [, by = "", path = ""] = /^u (..) (?:\S+ ){8}(.*)$/s.exec(row) ?? [];
    return path ? [{ path, by }] : [];
  });
}
