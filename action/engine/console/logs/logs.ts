import { readFileSync } from "node:fs";
import * as v from "valibot";
import type { AskRequest } from "../../deploy/contract.ts";
import { type QueryEffects, runQuery } from "../query.ts";

export interface LogQuery {
  /** Number of lines, the last ones. */
  readonly lines: number;
  /** Seconds since 1970; 0 for all. */
  readonly since: number;
  /** Keep printing new lines until the effects' signal is aborted. */
  readonly follow: boolean;
  /** Only lines of this release; "" for all. */
  readonly release: string;
  /** Also the site's access and error log. */
  readonly nginx: boolean;
  /** Only lines that match this pattern of Python's `re`; "" for all. */
  readonly grep: string;
}

export type Severity = "error" | "warning" | "info" | "debug";

/** One line of a log. The server has already replaced values from the app's .env by `***`. */
export interface LogLine {
  /** ISO 8601 in UTC with milliseconds. A line without a time has that of the line before. */
  readonly at: string;
  readonly from: "app" | "systemd" | "nginx";
  /** "" if it is unknown which release wrote it. */
  readonly release: string;
  readonly severity: Severity;
  readonly text: string;
}

const rawLine = v.object({
  t: v.literal("line"),
  at: v.number(),
  from: v.picklist(["app", "systemd", "nginx"]),
  release: v.string(),
  priority: v.nullable(v.number()),
  text: v.string(),
});

const logQuery = {
  name: "logs",
  modules: { logs: readFileSync(new URL("./logs.py", import.meta.url), "utf8") },
  answer: v.unknown(),
  message: rawLine,
};

/**
 * The log lines of the app, its process manager and nginx in chronological order; then new ones as they come, with
 * `follow`.
 *
 * @param onNote called with each notice about lines that are missing
 * @throws DeployError if the server cannot be queried; not if the effects' signal stopped a `follow`
 */
export async function logs(
  request: AskRequest,
  effects: QueryEffects,
  query: LogQuery,
  onLine: (line: LogLine) => void,
  onNote: (text: string) => void = () => {},
): Promise<void> {
  try {
    await runQuery(logQuery, request, effects, {
      ask: { ...query },
      onLine: onNote,
      onMessage: (message) => onLine(lineOf(message)),
    });
  } catch (error) {
    if (!(query.follow && effects.signal?.aborted)) throw error;
  }
}

const lineOf = ({ at, from, release, priority, text }: v.InferOutput<typeof rawLine>): LogLine => ({
  ...{ at: new Date(at * 1000).toISOString(), from, release, severity: severityOf(from, priority, text), text },
});

const bad =
  /\b(EMERG|ALERT|CRIT|CRITICAL|FATAL|ERROR)\b|^Traceback \(most recent|^[\w.]*(Error|Exception)\b|\[(emerg|alert|crit|error)\]/;
const odd = /\bWARN(ING)?\b|^[\w.]*Warning\b|\[(warn|notice)\]/;

/** systemd sets a severity for its own messages only; the app's output is all `info` to it, so its text decides. */
export function severityOf(from: LogLine["from"], priority: number | null, text: string): Severity {
  if (priority !== null && priority <= 3) return "error";
  if (priority === 4) return "warning";
  const status = from === "nginx" ? /" ([1-5])\d\d \d+ "/.exec(text)?.[1] : undefined;
  if (status !== undefined) return status === "5" ? "error" : status === "4" ? "warning" : "info";
  if (bad.test(text)) return "error";
  if (odd.test(text)) return "warning";
  return priority === 7 || /\bDEBUG\b/.test(text) ? "debug" : "info";
}
