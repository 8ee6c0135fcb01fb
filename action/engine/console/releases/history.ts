import { readFileSync } from "node:fs";
import * as v from "valibot";
import { nullable, number, string as text } from "valibot";

/** The Python module that reads the server's journal. */
export const historyModule = {
  history: readFileSync(new URL("./history.py", import.meta.url), "utf8"),
};

/** A deploy or a rollback in the server's journal. Times are ISO 8601 in UTC, "" if unknown. */
export const runEntries = {
  /** The release that it deployed or rolled back to. */
  release: text(),
  op: v.picklist(["deploy", "rollback"]),
  /** `interrupted`: killed, or cut off from power; `reverted`: the release had traffic, and failed. */
  outcome: v.picklist(["deployed", "rolled-back", "unchanged", "reverted", "failed", "interrupted", "running"]),
  at: text(),
  endedAt: text(),
  /** Duration on the server; null if it did not end, or an older version wrote the entry. */
  ms: nullable(number()),
  /** Bytes of files and wheels sent; null for a rollback. */
  bytes: nullable(number()),
  commit: text(),
  previous: text(),
  by: text(),
  /** URL of the workflow run, or who ran it in a terminal. */
  run: text(),
  /** The step that failed; "" when none did. */
  step: text(),
  /** Why; "" if nothing failed. */
  cause: text(),
};
const run = v.object(runEntries);
export type Run = v.InferOutput<typeof run>;
