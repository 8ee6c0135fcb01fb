import { setTimeout as sleep } from "node:timers/promises";
import { Failure } from "../../action/engine/process/failure.ts";
import type { Finished } from "../../action/engine/process/run.ts";
import { YOUNG_PAUSE_MS } from "../../action/github/client.ts";
import { plainEnv } from "../scaffold/git-env.ts";
import type { Io } from "../terminal/io.ts";

/** A repository on this machine. */
export interface Checkout {
  readonly root: string;
  /** Path of the app in its repository, with "/"; "" for the repository's root. */
  readonly folder: string;
  /** The remote on GitHub; undefined if there is none yet. */
  readonly remote?: { readonly name: string; readonly url: string };
  /** The commit of main; undefined before the first commit. */
  readonly commit?: string;
  /** Whether there are uncommitted changes. */
  readonly dirty: boolean;
}

/** The branch that the generated workflow deploys. */
export const branch = "main";

/** @throws Failure if git is missing, or the folder is in no repository */
export async function lookAtCheckout(root: string, io: Io): Promise<Checkout> {
  const inside = await git(root, ["rev-parse", "--show-prefix"], io);
  if (inside.code !== 0)
    throw new Failure(
      /not a git repository/i.test(inside.stderr)
        ? `${root} is not in a git repository: run git init -b ${branch} && git add -A && git commit -m Start there, or pass --no-push`
        : `git cannot read ${root}: ${lastLine(inside)}`,
    );
  const names = (await git(root, ["remote"], io)).stdout.split("\n").filter(Boolean);
  const name = names.includes("origin") ? "origin" : names.length === 1 ? names[0] : undefined;
  const url = name && (await git(root, ["remote", "get-url", "--push", name], io)).stdout.trim();
  const { code, stdout } = await git(root, ["rev-parse", "--verify", "-q", `refs/heads/${branch}`], io);
  const status = await git(root, ["status", "--porcelain"], io);
  return {
    ...{ root, folder: inside.stdout.trim().replace(/\/$/, ""), dirty: status.stdout.trim() !== "" },
    ...(name && url && { remote: { name, url } }),
    ...(code === 0 && { commit: stdout.trim() }),
  };
}

/** OWNER/NAME of a remote; undefined when it is on another server. */
export function repositoryOf(url: string, webUrl: string): string | undefined {
  const web = new URL(webUrl);
  // git@HOST:PATH is the short form of an ssh URL.
  const short = /^(?:[^@/:]+@)?([^/:]+):(?!\/\/)(.+)$/.exec(url);
  const long = URL.canParse(url) && !short ? new URL(url) : undefined;
  const host = short?.[1] ?? (long?.protocol === "ssh:" ? long.hostname : long?.host);
  const path = short?.[2] ?? long?.pathname.slice(1);
  const own = host === web.host || host === web.hostname || (web.host === "github.com" && host === "ssh.github.com");
  return own ? /^([\w.-]+\/[\w.-]+?)(?:\.git)?\/?$/.exec(path ?? "")?.[1] : undefined;
}

export async function addRemote(root: string, url: string, io: Io): Promise<void> {
  const done = await git(root, ["remote", "add", "origin", url], io);
  if (done.code !== 0) throw new Failure(`the remote origin could not be added: ${lastLine(done)}`);
}

/** Credential helper for git. The token is in its environment: arguments are visible to all users of the machine. */
const helper = `!f() { [ "$1" != get ] || printf 'username=x-access-token\\npassword=%s\\n' "$FLASK_DEPLOY_TOKEN"; }; f`;

export const pushArgv = (remote: string): string[] => ["push", "--set-upstream", remote, `${branch}:${branch}`];

interface Pushed {
  readonly root: string;
  /** Name of the remote. */
  readonly name: string;
  readonly url: string;
  readonly token: string;
  readonly webUrl: string;
  /** Whether the repository was created a moment ago. */
  readonly isYoung: () => boolean;
}

/** @returns whether there was anything to push. */
export async function push({ root, name, url, token, webUrl, isYoung }: Pushed, io: Io): Promise<boolean> {
  // No other credential helper is used, and only GitHub gets the token, wherever a push is redirected.
  const own = ["-c", "credential.helper=", "-c", `credential.${webUrl}.helper=${helper}`];
  const argv = [...(/^https?:/.test(url) ? own : []), ...pushArgv(name)];
  const send = () => git(root, argv, io, { FLASK_DEPLOY_TOKEN: token });
  let done = await send();
  while (done.code !== 0 && /not found/i.test(done.stderr) && isYoung()) {
    await sleep(YOUNG_PAUSE_MS);
    done = await send();
  }
  if (done.code === 0) return !/everything up-to-date/i.test(done.stderr);
  throw new Failure(pushRefusal(done, url));
}

function pushRefusal(done: Finished, url: string): string {
  const { stderr } = done;
  if (/without [`'"]?workflow[`'"]? scope/i.test(stderr))
    return "GitHub denied the push: the token is missing the scope workflow (for a fine-grained token: Workflows: write), which .github/workflows/deploy.yml needs. Add it, then rerun this command";
  if (/fetch first|non-fast-forward|unrelated/i.test(stderr))
    return `${url} has commits that are not here. Check that it is the right repository; then git pull --rebase ${url} ${branch}, or pass another --repo`;
  if (/GH006|GH013|protected branch|rule violations/i.test(stderr))
    return `GitHub's rules for ${branch} reject the push: push a branch and open a pull request, then pass --no-push (${lastLine(done)})`;
  if (/archived|read-only/i.test(stderr))
    return `${url} is archived, so nothing can be pushed: unarchive it in its settings`;
  if (
    /Authentication failed|could not read (Username|Password)|\b40[13]\b|Permission denied|Permission to .* denied|not found/i.test(
      stderr,
    )
  )
    return `GitHub denied the push to ${url}: the token needs Contents: write (scope repo), an ssh remote a key that is registered at GitHub (${lastLine(done)})`;
  return `the push to ${url} failed, rerun this command to resume: ${lastLine(done)}`;
}

const lastLine = ({ stderr, code }: Finished) =>
  stderr
    .trim()
    .split("\n")
    .filter((line) => !/^(hint:|To |Everything|error: failed to push)/.test(line))
    .at(-1)
    ?.trim() ?? `exit code ${code}`;

/** Never prompts on the terminal, and ignores the variables with which git points hooks at another repository. */
async function git(root: string, args: readonly string[], io: Io, more: Record<string, string> = {}) {
  const env = {
    ...plainEnv(io),
    LC_ALL: "C",
    // An empty value disables the programs that git would otherwise prompt with.
    GIT_ASKPASS: "",
    SSH_ASKPASS_REQUIRE: "never",
    ...more,
  };
  const done = await io
    .run(["git", ...args], { cwd: root, env, signal: io.signal, timeoutMs: 10 * 60_000 })
    .catch((error: Error) => {
      throw new Failure(`git could not be started: ${error.message}. Install git, or pass --no-push.`);
    });
  io.signal.throwIfAborted();
  return done;
}

/** @throws Failure when there is nothing to push. */
export function checkPush({ root, commit, dirty }: Checkout, io: Io): void {
  if (!commit)
    throw new Failure(
      `${root} has no branch ${branch}, which the workflow deploys: commit, then git branch -M ${branch}`,
    );
  if (dirty) io.stderr.write("    uncommitted changes are not pushed\n");
}
