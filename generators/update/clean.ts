import { lstat } from "node:fs/promises";
import { join } from "node:path";
import { Failure } from "../errors.ts";
import { listed } from "../scaffold/folder.ts";
import type { Git } from "./git.ts";

/** What git may be in the middle of, by the file or folder that it keeps for it, and the way out. */
const underWay = {
  MERGE_HEAD: ["a merge", "git merge --continue, or git merge --abort"],
  "rebase-merge": ["a rebase", "git rebase --continue, or git rebase --abort"],
  "rebase-apply": ["a rebase or git am", "git status names the way to end it"],
  CHERRY_PICK_HEAD: ["a cherry-pick", "git cherry-pick --continue, or git cherry-pick --abort"],
  REVERT_HEAD: ["a revert", "git revert --continue, or git revert --abort"],
} as const;

/**
 * Whether the repository can take a merge.
 *
 * @throws {@link Failure} that says what is in the way, and what to do about it
 */
export async function assertHead({ run, folder, root }: Git): Promise<string> {
  const head = await run(["rev-parse", "--verify", "-q", "HEAD^{commit}"]);
  if (head.code !== 0)
    throw new Failure(`${root} has no commit yet, and update merges into one. Run git add -A && git commit first.`);
  const tracked = await run(["cat-file", "-e", `HEAD:${folder ? `${folder}/` : ""}flask-deploy.yml`]);
  if (tracked.code !== 0)
    throw new Failure(
      "HEAD has no flask-deploy.yml in this folder. Run update in the folder that holds it, or commit the file first.",
    );
  return head.stdout.trim();
}

/** Whether a merge can begin in the work tree. @throws {@link Failure} */
export async function assertClean({ root, run, list }: Git): Promise<void> {
  for (const [file, [what, way]] of Object.entries(underWay)) {
    const path = (await run(["rev-parse", "--git-path", file])).stdout.trim();
    if (await lstat(join(root, path)).catch(() => undefined))
      throw new Failure(`git is in the middle of ${what}. End it first: ${way}.`);
  }
  const branch = await run(["symbolic-ref", "-q", "HEAD"]);
  if (branch.code !== 0)
    throw new Failure("HEAD is on no branch, so the merge could get lost. Run git switch -c update first.");
  const rows = await list(["status", "--porcelain", "-z", "--untracked-files=no", "--ignore-submodules=dirty"]);
  const paths = rows.filter((row) => /^.. /.test(row)).map((row) => row.slice(3));
  if (paths.length > 0)
    throw new Failure(
      `${listed(paths)} ${paths.length === 1 ? "has a change" : "have changes"} that no commit holds. Commit first (git commit -a), or put it aside (git stash).`,
    );
}
