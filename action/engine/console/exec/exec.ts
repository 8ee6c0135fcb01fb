import type { AskRequest } from "../../deploy/contract.ts";
import { quoteAll } from "../../process/quote.ts";
import { helperPath } from "../../targets/server/setup/layout.ts";
import { sshArgv } from "../../targets/server/ssh.ts";
import { explainSsh } from "../../targets/server/ssh-error.ts";

export interface ExecRequest extends Pick<AskRequest, "login"> {
  /** The app's name. */
  readonly app: string;
  /** The release to run it in; by default the live one. */
  readonly release?: string;
  /** A line for `sh`, run as the app's user in the release's folder, with its venv first on PATH and the app's .env. */
  readonly command: string;
  /** Whether it gets a terminal. */
  readonly tty: boolean;
}

/** The ssh command that runs it: the caller connects stdin and stdout, and gets the command's exit code. */
export function execArgv({ app, login, release = "current", command, tty }: ExecRequest): string[] {
  // ssh uses the first value that it gets for an option: here this one, before the defaults of sshArgv.
  const options = [...(login.options ?? []), ...(tty ? ["RequestTTY=force"] : [])];
  const root = login.user === "root" ? [] : ["sudo", "-n"];
  const words = [...root, helperPath(app), "exec", release, tty ? "pty" : "pipe", command];
  return [...sshArgv({ ...login, options }), "--", login.host, quoteAll(words)];
}

/** The command of an interactive shell; its prompt shows the app and the release. */
export function shellLine(app: string): string {
  const prompt = `export PS1=${quoteAll([`${app} `])}"\${RELEASE#*-}"' \\w\\$ ' HISTFILE=`;
  return `${prompt}; if command -v bash >/dev/null; then exec bash --norc -i; else exec sh -i; fi`;
}

/** Why the command did not run; undefined if the command itself failed. `stderr` is the end of its output. */
export function execProblem(
  { login }: ExecRequest,
  { code, stderr }: { readonly code: number | null; readonly stderr: string },
): string | undefined {
  const setup = `Run: npx create-flask-deploy setup ${login.host}`;
  if (code === 2 && /^flask-deploy: .*not 'exec'$/m.test(stderr))
    return `the server's root helper is too old for this. ${setup}`;
  if (code === 1 && /^sudo: .*(password|not allowed)/m.test(stderr))
    return `${login.user} may not run the root helper through sudo. ${setup}`;
  if ((code === 1 || code === 127) && /flask-deploy\/\S+: (command )?not found/.test(stderr))
    return `this server is not set up for the app. ${setup}`;
  // A command may exit with 255 as well, but ssh always prints a reason with it.
  return code === 255 && stderr.trim() !== "" ? explainSsh(login, stderr)?.message : undefined;
}
