import { Interrupted } from "../../action/engine/process/failure.ts";
/** The command line is invalid (exit code 2). Has every problem found, each a sentence that names the flag. */
export class UsageError extends Error {
  override name = "UsageError";
  readonly problems: readonly string[];
  constructor(...problems: readonly string[]) {
    super(problems.join("\n"));
    this.problems = problems;
  }
}

/** The user left a prompt by Ctrl-C or Esc; the message says what is unchanged. */
export class Cancelled extends Interrupted {
  override name = "Cancelled";
  constructor(unchanged: string) {
    super("SIGINT", `Cancelled, ${unchanged}.`);
  }
}

const signalNumber = { SIGHUP: 1, SIGINT: 2, SIGTERM: 15 } as const;

/** Exit code of the process for an error. */
export function exitCode(error: unknown): number {
  if (error instanceof UsageError) return 2;
  return error instanceof Interrupted ? 128 + signalNumber[error.signal] : 1;
}
