import { readFileSync } from "node:fs";
import * as v from "valibot";
import { nullable, number, string as text } from "valibot";

/** What reads the server's journal there. */
export const historyModule = {
  history: readFileSync(new URL("./history.py", import.meta.url), "utf8"),
};

/** How a run ended; `interrupted`: killed, or cut off from power; `reverted`: the release had traffic, and failed. */
export const runOutcomes = [
  "deployed",
  "rolled-back",
  "unchanged",
  "reverted",
  "failed",
  "interrupted",
  "running",
] as const;
export type RunOutcome = (typeof runOutcomes)[number];

/** A deploy or a rollback, as the server's journal tells it. Times are ISO 8601 in UTC, "" when unknown. */
export interface Run {
  /** The release that it made or went back to. */
  readonly release: string;
  readonly op: "deploy" | "rollback";
  readonly outcome: RunOutcome;
  readonly at: string;
  readonly endedAt: string;
  /** On the server; null when it did not end, or was made by an older version. */
  readonly ms: number | null;
  /** Bytes of files and wheels sent; null for a rollback. */
  readonly bytes: number | null;
  readonly commit: string;
  readonly previous: string;
  readonly by: string;
  /** URL of the run, or who ran it in a terminal. */
  readonly run: string;
  /** The step that failed; "" when none did. */
  readonly step: string;
  /** Why; "" when nothing is wrong. */
  readonly cause: string;
}

/** The entries of a {@link Run}, as the server says them. */
export const runEntries = {
  release: text(),
  op: v.picklist(["deploy", "rollback"]),
  outcome: v.picklist(runOutcomes),
  at: text(),
  endedAt: text(),
  ms: nullable(number()),
  bytes: nullable(number()),
  commit: text(),
  previous: text(),
  by: text(),
  run: text(),
  step: text(),
  cause: text(),
};
