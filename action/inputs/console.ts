import type { LogQuery } from "../engine/console/logs/logs.ts";
import { sinceOf } from "../engine/console/logs/since.ts";
import { spellOut } from "../engine/console/maintenance/addresses.ts";
import { type MaintenanceWant, maintenanceWants } from "../engine/console/maintenance/site.ts";
import { type InputReader, shown } from "./input-reader.ts";

/** What the commands of the console want to know or do, beside where. */
export interface ConsoleInputs {
  readonly maintenance: MaintenanceWant;
  /** Addresses and blocks, each good. */
  readonly allow: readonly string[];
  readonly log: Pick<LogQuery, "lines" | "since" | "grep" | "nginx">;
}

/**
 * @param now seconds since 1970
 * @returns undefined, with the problems noted, when something is wrong
 */
export function readConsoleInputs(reading: InputReader, now: number): ConsoleInputs | undefined {
  const maintenance = reading.choice("maintenance", maintenanceWants, "status");
  const allow = reading
    .text("allow")
    .split(/[\s,]+/)
    .filter(Boolean);
  const list = reading.good("allow", asProblem(spellOut(allow)));
  const log = {
    lines: reading.whole("lines", 1, 10_000, 100),
    since: readSince(reading, now),
    grep: reading.text("grep"),
    nginx: reading.yes("nginx", false),
  };
  return list && { maintenance, allow, log };
}

const asProblem = (list: ReturnType<typeof spellOut>) =>
  "problems" in list ? { problem: `must list addresses or small blocks: ${list.problems.join("; ")}` } : list;

function readSince(reading: InputReader, now: number): number {
  const text = reading.text("since");
  const since = text === "" ? 0 : sinceOf(text, now);
  if (since === undefined)
    reading.wrong("since", `must be like 90s, 10m, 1h, 2d or 2026-11-21T03:15Z, not ${shown(text)}`);
  return since ?? 0;
}
