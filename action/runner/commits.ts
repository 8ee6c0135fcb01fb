import type { Git } from "./git.ts";

/** A commit of a release. Its subject and author are untrusted text. */
export interface Change {
  readonly hash: string;
  readonly subject: string;
  readonly author: string;
}

/** GitHub's comparison shows longer lists better. */
const MOST = 30;

/**
 * The commits between two releases, newest first; undefined if the checkout does not reach back that far, as with
 * actions/checkout's default depth.
 */
export async function commitsBetween(
  git: Git,
  directory: string,
  before: string,
  commit: string,
): Promise<readonly Change[] | undefined> {
  if (!/^[0-9a-f]{7,40}$/.test(before) || !/^[0-9a-f]{7,40}$/.test(commit)) return undefined;
  const log = ["log", "-z", `-n${MOST}`, "--format=%H%n%an%n%s", `${before}..${commit}`, "--", "."];
  const listed = await git(directory, log);
  return listed
    ?.split("\0")
    .filter(Boolean)
    .map((entry) => {
      const [hash = "", author = "", ...subject] = entry.split("\n");
      return { hash, author, subject: subject.join(" ") };
    });
}
