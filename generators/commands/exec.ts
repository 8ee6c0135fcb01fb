import { type ExecRequest, execArgv, execProblem, shellLine } from "../../action/engine/console/exec/exec.ts";
import { Failure } from "../../action/engine/process/failure.ts";
import { quoteAll } from "../../action/engine/process/quote.ts";
import { command } from "../dispatch/command.ts";
import { UsageError } from "../dispatch/errors.ts";
import { destination, loginFlags, releaseFlag } from "../dispatch/server-flags.ts";
import type { Io } from "../terminal/io.ts";

const flags = [...loginFlags, { ...releaseFlag, help: "use this release instead of the live one" }] as const;

export const execCommand = command(
  {
    name: "exec",
    summary: "run a command on the server as the app's user, in the live release with its venv and environment",
    positionals: [{ name: "CMD", help: "the command and its arguments, after --", many: true }],
    flags,
    examples: [
      ["create-flask-deploy exec -- flask routes", "exits with the exit code of the command"],
      ["create-flask-deploy exec -- python - <report.py >report.csv", "stdin and stdout are passed through unchanged"],
    ],
  },
  ({ values, rest }, io) => attach(values, quoteAll(rest), io.interactive, io),
);

export const shellCommand = command(
  {
    name: "shell",
    summary: "open a shell on the server as the app's user, in the live release with its venv and environment",
    flags,
    examples: [["create-flask-deploy shell", "`exit` or Ctrl-D ends it"]],
  },
  ({ values }, io) => {
    if (!io.interactive) throw new UsageError("shell needs a terminal; in a program use exec: exec -- sh -c '…'");
    return attach(values, undefined, true, io);
  },
);

type Given = Parameters<typeof destination>[0] & { readonly release?: string };

async function attach(given: Given, line: string | undefined, tty: boolean, io: Io): Promise<number> {
  const { app, logins } = destination(given, io);
  const [login] = logins;
  if (!login || logins.length > 1) throw new UsageError(`there are ${logins.length} servers: choose one with --host`);
  const { release } = given;
  const request: ExecRequest = {
    ...{ app: app.name, login, tty, command: line ?? shellLine(app.name) },
    ...(release && { release }),
  };
  const ended = await io.attach(execArgv(request)).catch((error: Error) => {
    throw new Failure(`ssh could not be started: ${error.message}. Install the OpenSSH client.`);
  });
  io.signal.throwIfAborted();
  const problem = execProblem(request, ended);
  if (problem) throw new Failure(problem);
  return ended.code ?? 1;
}
