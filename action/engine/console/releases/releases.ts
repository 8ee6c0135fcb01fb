import { readFileSync } from "node:fs";
import * as v from "valibot";
import type { AskRequest } from "../../deploy/contract.ts";
import { type Query, type QueryEffects, runQuery } from "../query.ts";
import { historyModule, type Run, runEntries } from "./history.ts";

/** A run, and what is left of its release: `running` still runs, `available` can be rolled back to, `removed` is no longer there. */
export interface JournalRun extends Run {
  readonly state: "current" | "running" | "available" | "removed";
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

const query: Query<Releases> = {
  name: "releases",
  modules: {
    ...historyModule,
    releases: readFileSync(new URL("./releases.py", import.meta.url), "utf8"),
  },
  answer: v.object({
    at: v.string(),
    current: v.string(),
    runs: v.array(
      v.object({
        ...runEntries,
        state: v.picklist(["current", "running", "available", "removed"]),
        live: v.boolean(),
        good: v.boolean(),
      }),
    ),
  }),
};

/**
 * The last `count` deploys and rollbacks, good and failed.
 *
 * @throws DeployError when the server cannot be asked.
 */
export function releases(request: AskRequest, effects: QueryEffects, count = 20): Promise<Releases> {
  return runQuery(query, request, effects, { ask: { count } });
}
