import type { ProcessRunner } from "./run.ts";

/** What a command may use of the machine that it runs on; the terminal and the job each pass in their own. */
export interface World {
  /** Absolute; relative paths start here. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly run: ProcessRunner;
  /** Kills the running programs when aborted. */
  readonly signal: AbortSignal;
}
