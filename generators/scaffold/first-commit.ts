import { version } from "../package.ts";
import type { Io } from "../terminal/io.ts";
import { firstSubject, generationMessage } from "../update/lineage/lineage.ts";
import type { PlannedFile } from "./destination/destination.ts";
import { plainEnv } from "./git-env.ts";

/** The result of `git init` and the first commit. */
export type FirstCommit =
  | { readonly state: "committed"; readonly commit: string; readonly identity: "own" | "fallback" }
  | { readonly state: "skipped"; readonly reason: string };

/** git failed; the message is the last line of its output. */
export class GitError extends Error {
  override name = "GitError";
}

const fallback = ["-c", "user.name=create-flask-deploy", "-c", "user.email=create-flask-deploy@localhost"];

export const hasGit = (io: Io): Promise<boolean> =>
  io.run(["git", "--version"], { env: plainEnv(io) }).then(
    ({ code }) => code === 0,
    () => false,
  );

/**
 * Creates a repository whose first commit has the files of the app `name` as they were generated, which `update` builds
 * on; existing files in their places are in a second commit. The branch is main, which the generated workflow deploys.
 * The author is the user; without user.name and user.email, it is a fallback, for these commits only.
 *
 * @throws {@link GitError}
 */
export async function firstCommit(
  workTree: string,
  gitDir: string,
  files: readonly PlannedFile[],
  name: string,
  io: Io,
): Promise<FirstCommit> {
  const git = async (args: readonly string[], stdin?: string | Buffer) => {
    const argv = ["git", `--git-dir=${gitDir}`, `--work-tree=${workTree}`, "--literal-pathspecs", ...args];
    const done = await io.run(argv, { cwd: workTree, env: plainEnv(io), signal: io.signal, ...(stdin && { stdin }) });
    io.signal.throwIfAborted();
    return done;
  };
  const must = async (args: readonly string[], stdin?: string | Buffer) => {
    const { code, stdout, stderr } = await git(args, stdin);
    if (code !== 0)
      throw new GitError(`git ${args.find((arg) => /^[a-z]/.test(arg))}: ${stderr.trim().split("\n").at(-1)}`);
    return stdout.trim();
  };
  await must(["init", "--quiet"]);
  // `git init` may have written this work tree to the configuration, and the git folder will be moved.
  await git(["config", "--unset", "core.worktree"]);
  await must(["symbolic-ref", "HEAD", "refs/heads/main"]);
  const add = (paths: readonly string[]) =>
    must(["add", "--all", "--force", "--pathspec-from-file=-", "--pathspec-file-nul"], paths.join("\0"));
  const [generated, others] = [files.filter(isAsGenerated), files.filter((file) => !isAsGenerated(file))];
  await add(generated.map(({ path }) => path));
  for (const { path, content, generated: own = content, mode } of others) {
    const blob = await must(["hash-object", "-w", `--path=${path}`, "--stdin"], own);
    await must(["update-index", "--add", "--cacheinfo", `${mode & 0o100 ? "100755" : "100644"},${blob},${path}`]);
  }
  const own = (await git(["-c", "user.useConfigOnly=true", "var", "GIT_COMMITTER_IDENT"])).code === 0;
  // Signing and hooks are for the user's own commits; here they could prompt for a passphrase, or fail.
  const quiet = ["-c", "commit.gpgSign=false", "-c", "core.hooksPath=/dev/null", ...(own ? [] : fallback)];
  const marks = { version: version(), folder: "", name, tree: await must(["write-tree"]) };
  await must([...quiet, "commit", "--quiet", "--message", generationMessage(firstSubject, marks)]);
  if (others.length > 0) {
    await add(others.map(({ path }) => path));
    await must([...quiet, "commit", "--quiet", "--message", "Keep what was in the folder"]);
  }
  const commit = await must(["rev-parse", "--short", "HEAD"]);
  return { state: "committed", commit, identity: own ? "own" : "fallback" };
}

/** Whether the folder has the file as it was rendered. */
const isAsGenerated = ({ state }: PlannedFile) => state !== "kept" && state !== "extended";
