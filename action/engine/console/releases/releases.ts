import { readFileSync } from "node:fs";
import * as v from "valibot";
import type { AskRequest } from "../../deploy/contract.ts";
import { type QueryEffects, runQuery } from "../query.ts";
import { historyModule, runEntries } from "./history.ts";

/** A run, and what is left of its release: `running` still runs, `available` can be rolled back to, `removed` is no longer there. */
const journalRun = v.object({
  ...runEntries,
  state: v.picklist(["current", "running", "available", "removed"]),
  /** Whether what serves now was made to by this run. */
  live: v.boolean(),
  /** Whether it ever served well, so that a rollback may choose it. */
  good: v.boolean(),
});
export type JournalRun = v.InferOutput<typeof journalRun>;

/** The server's journal, the newest run last. */
const journal = v.object({
  /** When the server was asked, by its own clock. */
  at: v.string(),
  /** The release that serves; "" when none does. */
  current: v.string(),
  runs: v.array(journalRun),
});
export type Releases = v.InferOutput<typeof journal>;

const query = {
  name: "releases",
  modules: {
    ...historyModule,
    releases: readFileSync(new URL("./releases.py", import.meta.url), "utf8"),
  },
  answer: journal,
};

/**
 * The last `count` deploys and rollbacks, successful and failed.
 *
 * @throws DeployError if the server cannot be queried
 */
export function releases(request: AskRequest, effects: QueryEffects, count = 20): Promise<Releases> {
  return runQuery(query, request, effects, { ask: { count } });
}
