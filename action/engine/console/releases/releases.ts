import { readFileSync } from "node:fs";
import * as v from "valibot";
import type { AskRequest } from "../../deploy/contract.ts";
import type { ConsoleOption } from "../option.ts";
import { type QueryEffects, runQuery } from "../query.ts";
import { historyModule, runEntries } from "./history.ts";

export const releasesOptions = {
  count: {
    name: "count",
    kind: "integer",
    short: "n",
    range: [1, 10_000],
    standard: 20,
    help: "number of deploys and rollbacks to list, the newest",
  },
} as const satisfies Record<string, ConsoleOption>;

/** A run, and its release's state: `running` has processes, `available` can be rolled back to, `removed` is deleted. */
const journalRun = v.object({
  ...runEntries,
  state: v.picklist(["current", "running", "available", "removed"]),
  /** Whether this run made the live release live. */
  live: v.boolean(),
  /** Whether the release was ever successful, so that a rollback may choose it. */
  good: v.boolean(),
});
export type JournalRun = v.InferOutput<typeof journalRun>;

/** The server's journal, the newest run last. */
const journal = v.object({
  /** Time of the query, by the server's clock. */
  at: v.string(),
  /** The live release; "" if there is none. */
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
