import type { Io } from "./io.ts";
import { painter } from "./paint.ts";

/** The command was called in a wrong way (exit 2). Holds every problem found, each a sentence that names the flag. */
export class UsageError extends Error {
  override name = "UsageError";
  readonly problems: readonly string[];
  constructor(...problems: readonly string[]) {
    super(problems.join("\n"));
    this.problems = problems;
  }
}

/** What was asked did not happen, for a reason that the message names together with the next step (exit 1). */
export class Failure extends Error {
  override name = "Failure";
}

/** A person or the system ended the command (exit 128 + the signal's number, as a shell reports it). */
export class Interrupted extends Error {
  override name = "Interrupted";
  readonly signal: "SIGINT" | "SIGTERM" | "SIGHUP";
  constructor(signal: "SIGINT" | "SIGTERM" | "SIGHUP" = "SIGINT", message = "interrupted") {
    super(message);
    this.signal = signal;
  }
}

/** A person left a question by Ctrl-C or Esc; the message says what is as it was. */
export class Cancelled extends Interrupted {
  override name = "Cancelled";
  constructor(unchanged: string) {
    super("SIGINT", `Cancelled, ${unchanged}.`);
  }
}

const signalNumber = { SIGHUP: 1, SIGINT: 2, SIGTERM: 15 } as const;

/** Says what went wrong, on stderr, or as JSON on stdout when `--json` was asked for, and gives the exit code. */
export function report(error: unknown, args: readonly string[], io: Io): number {
  const code = exitCode(error);
  const problems = error instanceof UsageError ? error.problems : [error instanceof Error ? error.message : `${error}`];
  if (args.includes("--json")) {
    io.stdout.write(`${JSON.stringify({ ok: false, exitCode: code, problems }, null, 2)}\n`);
    return code;
  }
  if (error instanceof Cancelled) {
    io.stderr.write(`${error.message}\n`);
    return code;
  }
  const paint = painter(io.stderr, io.env);
  for (const problem of problems) io.stderr.write(`${paint.red("error:")} ${problem}\n`);
  if (error instanceof UsageError) io.stderr.write("Try --help.\n");
  if (!isExpected(error) && error instanceof Error && io.env.DEBUG) io.stderr.write(`${error.stack}\n`);
  return code;
}

/** What an error ends the process with. */
export function exitCode(error: unknown): number {
  if (error instanceof UsageError) return 2;
  return error instanceof Interrupted ? 128 + signalNumber[error.signal] : 1;
}

const isExpected = (error: unknown) =>
  error instanceof UsageError || error instanceof Failure || error instanceof Interrupted;
