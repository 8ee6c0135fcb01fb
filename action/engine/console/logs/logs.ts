import { readFileSync } from "node:fs";
import * as v from "valibot";
import type { AskRequest } from "../../deploy/contract.ts";
import { type QueryEffects, runQuery } from "../query.ts";

export interface LogQuery {
  /** How many of the last lines. */
  readonly lines: number;
  /** Seconds since 1970; 0 for all there is. */
  readonly since: number;
  /** Go on with what comes, until the signal of the effects is aborted. */
  readonly follow: boolean;
  /** Only of this release; "" for all. */
  readonly release: string;
  /** Also the site's access and error log. */
  readonly nginx: boolean;
  /** Only lines that this pattern (of Python's `re`) is found in; "" for all. */
  readonly grep: string;
}

export type Severity = "error" | "warning" | "info" | "debug";

/** One line of a log. The values of the app's .env are `***` already when it leaves the server. */
export interface LogLine {
  /** ISO 8601 with milliseconds, UTC. Where a log keeps no times, that of the line before. */
  readonly at: string;
  readonly from: "app" | "systemd" | "nginx";
  /** "" when it is not known which one wrote it. */
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
 * What the app, its process manager and nginx have written, in the order of time; while following, as it comes.
 *
 * @param onNote what a reader should know about what is missing
 * @throws DeployError when the server cannot be asked; not when the signal of the effects ended a follow.
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

/** systemd says itself how bad a message is; an app's words are all `info` to it, so they are looked at. */
export function severityOf(from: LogLine["from"], priority: number | null, text: string): Severity {
  if (priority !== null && priority <= 3) return "error";
  if (priority === 4) return "warning";
  const status = from === "nginx" ? /" ([1-5])\d\d \d+ "/.exec(text)?.[1] : undefined;
  if (status !== undefined) return status === "5" ? "error" : status === "4" ? "warning" : "info";
  if (bad.test(text)) return "error";
  if (odd.test(text)) return "warning";
  return priority === 7 || /\bDEBUG\b/.test(text) ? "debug" : "info";
}
