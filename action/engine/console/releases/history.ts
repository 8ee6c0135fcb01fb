import { readFileSync } from "node:fs";

/** What reads the server's journal there. */
export const historyModule = {
  history: readFileSync(new URL("./history.py", import.meta.url), "utf8"),
};

/** How a run ended; `interrupted`: killed, or cut off from power; `taken-back`: the release had traffic, and failed. */
export type RunOutcome = "deployed" | "rolled-back" | "unchanged" | "taken-back" | "failed" | "interrupted" | "running";

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
