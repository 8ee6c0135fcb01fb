import { execFileSync } from "node:child_process";
import { compare, type Version } from "./version.ts";

/** A clone whose `origin` is the repository that is released from. */
export interface Clone {
  readonly folder: string;
  /** With it `origin` is written to; it goes by the environment, so that no command line and no file shows it. */
  readonly token?: string;
}

/** Tag → commit, of every tag of `origin`, annotated ones followed to their commit. */
export function remoteTags(clone: Clone): ReadonlyMap<string, string> {
  const tags = new Map<string, string>();
  for (const line of git(clone, "ls-remote", "--tags", "origin").split("\n")) {
    const [commit = "", ref = ""] = line.split("\t");
    // The line that ends in ^{} comes after the tag's own, and names what that is a tag of.
    if (ref) tags.set(ref.replace("refs/tags/", "").replace("^{}", ""), commit);
  }
  return tags;
}

export const head = (clone: Clone): string => git(clone, "rev-parse", "HEAD");

/** Whether HEAD is in a branch of `origin`, as it is known here. */
export function isIn(clone: Clone, branch: string): boolean {
  try {
    git(clone, "merge-base", "--is-ancestor", "HEAD", `refs/remotes/origin/${branch}`);
    return true;
  } catch {
    return false;
  }
}

/** Changed or new files below `path`, against what is committed. */
export const changed = (clone: Clone, path: string): readonly string[] =>
  git(clone, "status", "--porcelain", "--untracked-files=all", "--", path).split("\n").filter(Boolean);

/**
 * Makes the version's tag at HEAD. It is there already after a push of the tag, or when a run is repeated.
 *
 * @throws when it is at another commit: what was released once stays what it was.
 */
export function makeTag(clone: Clone, { tag }: Version): "made" | "there" {
  const [here, there] = [head(clone), remoteTags(clone).get(tag)];
  if (there === here) return "there";
  if (there) throw new Error(tagElsewhere(tag, there, here));
  pushTag(clone, tag, here);
  return "made";
}

export const tagElsewhere = (tag: string, there: string, here: string): string =>
  `the tag ${tag} is at ${there.slice(0, 7)} already, not at ${here.slice(0, 7)}: a released version never changes, take the next number`;

/** Moves "v1" to HEAD, unless a newer 1.x.y has it: a mend of an old version is not for those who follow the newest. */
export function moveTag(clone: Clone, { text, moving }: Version): "moved" | "there" | "newer" {
  const tags = remoteTags(clone);
  const newer = [...tags.keys()].some(
    (tag) => tag.startsWith(`${moving}.`) && /^v[\d.]+$/.test(tag) && compare(tag.slice(1), text) > 0,
  );
  if (newer) return "newer";
  const [here, there = ""] = [head(clone), tags.get(moving)];
  if (there === here) return "there";
  pushTag(clone, moving, here, there);
  return "moved";
}

/**
 * Pushes a tag, over the commit that it is at where there is one. GitHub refuses a job's token where the tag's workflow
 * files are others than before, or than those of a branch: https://github.com/cloudposse/atmos/pull/2962
 */
function pushTag(clone: Clone, tag: string, commit: string, over?: string): void {
  const lease = over === undefined ? [] : [`--force-with-lease=refs/tags/${tag}:${over}`];
  try {
    git(clone, "push", "--quiet", ...lease, "origin", `${over === undefined ? "" : "+"}${commit}:refs/tags/${tag}`);
  } catch (error) {
    if (!/without [`'"]?workflows[`'"]? permission/.test((error as Error).message)) throw error;
    const force = over === undefined ? "" : "--force ";
    throw new Error(
      `GitHub lets no job push ${tag}, since workflow files have changed: run git push ${force}origin ${commit}:refs/tags/${tag} yourself, then rerun this job`,
    );
  }
}

function git({ folder, token }: Clone, ...args: readonly string[]): string {
  const login = token && {
    GIT_CONFIG_COUNT: "1",
    GIT_CONFIG_KEY_0: "http.extraheader",
    GIT_CONFIG_VALUE_0: `authorization: basic ${Buffer.from(`x-access-token:${token}`).toString("base64")}`,
  };
  const env = { ...process.env, ...login, GIT_TERMINAL_PROMPT: "0" };
  return execFileSync("git", args, { cwd: folder, env, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] }).trim();
}
