import { lstat } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { Failure } from "../../../action/engine/process/failure.ts";
import { listed } from "../../scaffold/destination/folder.ts";
import type { Branch, Git } from "../git.ts";
import type { Merge } from "./on-base.ts";

/** Operations that git may be in the middle of, by the file or folder that it keeps for each, and how to end them. */
const underWay = {
  MERGE_HEAD: ["a merge", "git merge --continue, or git merge --abort"],
  "rebase-merge": ["a rebase", "git rebase --continue, or git rebase --abort"],
  "rebase-apply": ["a rebase or git am", "git status shows how to finish it"],
  CHERRY_PICK_HEAD: ["a cherry-pick", "git cherry-pick --continue, or git cherry-pick --abort"],
  REVERT_HEAD: ["a revert", "git revert --continue, or git revert --abort"],
} as const;

const isThere = async ({ root, run }: Git, file: string) => {
  const path = (await run(["rev-parse", "--git-path", file])).stdout.trim();
  return (await lstat(resolve(root, path)).catch(() => undefined)) !== undefined;
};

/** The current branch. @throws {@link Failure} if it has no commit, or no app */
export async function branchOf(git: Git): Promise<Branch> {
  const { run, folder, root } = git;
  const head = await run(["rev-parse", "--verify", "-q", "HEAD^{commit}"]);
  if (head.code !== 0)
    throw new Failure(`${root} has no commit yet, and update merges into one. Run git add -A && git commit first.`);
  const tracked = await run(["cat-file", "-e", `HEAD:${folder ? `${folder}/` : ""}flask-deploy.yml`]);
  if (tracked.code !== 0)
    throw new Failure(
      "HEAD has no flask-deploy.yml in this folder. Run update in the folder that holds it, or commit the file first.",
    );
  return { ...git, head: head.stdout.trim() };
}

/** Checks that a merge can begin in the work tree. @throws {@link Failure} */
export async function assertClean(git: Git): Promise<void> {
  const { run, list } = git;
  for (const [file, [what, way]] of Object.entries(underWay))
    if (await isThere(git, file)) throw new Failure(`git is in the middle of ${what}. Finish it first: ${way}.`);
  if (await isThere(git, "index.lock"))
    throw new Failure(
      "another git process is running in this repository, or was killed: index.lock is in its .git folder. Wait until it has finished, or remove that file.",
    );
  const branch = await run(["symbolic-ref", "-q", "HEAD"]);
  if (branch.code !== 0)
    throw new Failure("HEAD is on no branch, so the merge could get lost. Run git switch -c update first.");
  const rows = await list(["status", "--porcelain", "-z", "--untracked-files=no", "--ignore-submodules=dirty"]);
  const paths = rows.filter((row) => /^.. /.test(row)).map((row) => row.slice(3));
  if (paths.length > 0)
    throw new Failure(
      `${listed(paths)} ${paths.length === 1 ? "has a change" : "have changes"} that are not committed. Commit first (git commit -a), or stash them (git stash).`,
    );
}

/**
 * Checks that the merge adds no file where git does not track one. git itself checks only those that are not ignored,
 * and overwrites the others.
 *
 * @returns the paths that the merge may add
 * @throws {@link Failure} that names the files
 */
export async function assertRoom(git: Git, { head, base, next }: Merge): Promise<readonly string[]> {
  const written = base
    ? await git.list(["diff", "--name-only", "-z", "--no-renames", "--diff-filter=d", base, next])
    : await git.list(["ls-tree", "-r", "-z", "--name-only", next]);
  const tracked = new Set(await git.list(["ls-tree", "-r", "-t", "-z", "--name-only", head]));
  const added = written.filter((path) => !tracked.has(path));
  const found = new Set<string>();
  for (const path of added)
    for (let up = path; up !== "."; up = dirname(up)) {
      const there = await lstat(join(git.root, up)).catch(() => undefined);
      if (there && !tracked.has(up) && (up === path || !there.isDirectory())) found.add(up);
    }
  if (found.size > 0)
    throw new Failure(
      `${listed([...found])} ${found.size === 1 ? "exists" : "exist"} already: the update adds a file there, and git does not track yours. Move it away, or commit it first.`,
    );
  return added;
}
