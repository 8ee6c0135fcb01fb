import type { getExecOutput } from "@actions/exec";

/** What git prints about a checkout; undefined when it fails or is not installed, as in some containers. */
export type Git = (directory: string, args: readonly string[]) => Promise<string | undefined>;

/** In a partial clone, git would fetch missing objects, however long that takes; GitHub's API needs one request. */
const local = { GIT_NO_LAZY_FETCH: "1" };

export const gitBy =
  (exec: typeof getExecOutput, env: Readonly<Record<string, string>>): Git =>
  async (directory, args) => {
    const options = { env: { ...env, ...local }, silent: true, ignoreReturnCode: true };
    const done = await exec("git", ["-C", directory, ...args], options).catch(() => undefined);
    return done?.exitCode === 0 ? done.stdout : undefined;
  };
