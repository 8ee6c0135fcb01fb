import { readFileSync } from "node:fs";
import type { AskRequest } from "../../deploy/contract.ts";
import { type QueryEffects, runQuery } from "../query.ts";
import { historyModule, type Run } from "./history.ts";

/** A run, and what is left of its release: `warm` still runs, `kept` can be gone back to, `gone` is removed. */
export interface JournalRun extends Run {
  readonly state: "current" | "warm" | "kept" | "gone";
  /** Whether what serves now was made to by this run. */
  readonly live: boolean;
  /** Whether it ever served well, so that a rollback may choose it. */
  readonly good: boolean;
}

/** The server's journal, the newest run last. */
export interface Releases {
  /** When the server was asked, by its own clock. */
  readonly at: string;
  /** The release that serves; "" when none does. */
  readonly current: string;
  readonly runs: readonly JournalRun[];
}

const op = {
  name: "releases",
  modules: {
    ...historyModule,
    releases: readFileSync(new URL("./releases.py", import.meta.url), "utf8"),
  },
};

/**
 * The last `count` deploys and rollbacks, good and failed.
 *
 * @throws Fault when the server cannot be asked.
 */
export function releases(request: AskRequest, effects: QueryEffects, count = 20): Promise<Releases> {
  return runQuery<Releases>(op, request, effects, { ask: { count } });
}
