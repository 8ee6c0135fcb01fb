import type { ProcessRunner } from "./run.ts";

/** What may be touched of the machine that this runs on; a terminal and a job each hand in their own. */
export interface World {
  /** Absolute; relative paths are meant from here. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly run: ProcessRunner;
  /** Aborting ends what runs. */
  readonly signal: AbortSignal;
}
