import { Failure } from "../../action/engine/process/failure.ts";
import { UsageError } from "../dispatch/errors.ts";
import type { Io } from "../terminal/io.ts";
import type { Question } from "../terminal/prompt.ts";
import type { Server } from "./api/server.ts";
import { type Checkout, repositoryOf } from "./git.ts";

interface Naming {
  readonly given: string | undefined;
  /** Whether to push: then the git remote has to be the named repository. */
  readonly pushes: boolean;
  readonly checkout: Checkout | undefined;
  /** Default of the prompt. */
  readonly suggested: () => Promise<string>;
}

/** OWNER/NAME from the command line, else from the git remote, else from a prompt. */
export async function nameOf(
  { given, pushes, checkout, suggested }: Naming,
  { webUrl }: Server,
  io: Io,
): Promise<string> {
  const remote = checkout?.remote;
  const adopted = remote && repositoryOf(remote.url, webUrl);
  if (given) {
    if (pushes && remote && adopted?.toLowerCase() !== given.toLowerCase())
      throw new Failure(
        `the remote ${remote.name} is ${shownUrl(remote.url)}, not ${given}: omit --repo, pass --no-push, or git remote set-url ${remote.name} ${webUrl}/${given}.git`,
      );
    return given;
  }
  if (adopted) return adopted;
  if (remote)
    throw new UsageError(
      `--repo is missing: the remote ${remote.name}, ${shownUrl(remote.url)}, is not at ${webUrl}; git remote rename it, then pass --repo OWNER/NAME`,
    );
  if (!io.interactive)
    throw new UsageError("--repo is missing: OWNER/NAME on GitHub; there is no git remote to take it from");
  return ask(await suggested(), io);
}

/** A remote's URL without the password that it may contain. */
export const shownUrl = (url: string) => url.replace(/\/\/[^@/]*@/, "//");

async function ask(suggested: string, io: Io): Promise<string> {
  const { askOnce } = await import("../terminal/prompt.ts");
  const { spec } = await import("./spec.ts");
  const flag = spec.flags.find(({ name }) => name === "repo") as Extract<(typeof spec.flags)[number], { name: "repo" }>;
  const question: Question = {
    type: "input",
    message: "Which GitHub repository (OWNER/NAME)? It is created if it does not exist",
    default: suggested,
    validate: (value: string) => flag.problem(value) ?? true,
  };
  return askOnce<string>(question, "nothing was changed", io);
}
