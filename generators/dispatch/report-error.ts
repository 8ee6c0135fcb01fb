import { Failure, Interrupted } from "../../action/engine/process/failure.ts";
import type { Io } from "../terminal/io.ts";
import { painter } from "../terminal/paint.ts";
import { Cancelled, exitCode, UsageError } from "./errors.ts";

/** Prints an error on stderr, or as JSON on stdout with `--json`, and returns the exit code. */
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

const isExpected = (error: unknown) =>
  error instanceof UsageError || error instanceof Failure || error instanceof Interrupted;
