import { Interrupted } from "../../action/engine/process/failure.ts";
/** The command was called in a wrong way (exit 2). Holds every problem found, each a sentence that names the flag. */
export class UsageError extends Error {
  override name = "UsageError";
  readonly problems: readonly string[];
  constructor(...problems: readonly string[]) {
    super(problems.join("\n"));
    this.problems = problems;
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

/** What an error ends the process with. */
export function exitCode(error: unknown): number {
  if (error instanceof UsageError) return 2;
  return error instanceof Interrupted ? 128 + signalNumber[error.signal] : 1;
}
