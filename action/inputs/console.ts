import type { LogQuery } from "../engine/console/logs/logs.ts";
import { logOptions, sinceOf } from "../engine/console/logs/options.ts";
import { spellOut } from "../engine/console/maintenance/addresses.ts";
import { type MaintenanceWant, maintenanceOptions, maintenanceWants } from "../engine/console/maintenance/site.ts";
import type { InputReader } from "./input-reader.ts";

/** Inputs of the console commands, besides those that say where. */
export interface ConsoleInputs {
  readonly maintenance: MaintenanceWant;
  /** Addresses and CIDR blocks, all valid. */
  readonly allow: readonly string[];
  readonly log: Pick<LogQuery, "lines" | "since" | "grep" | "nginx">;
}

/**
 * @param now seconds since 1970
 * @returns undefined, with the problems noted, if something is invalid
 */
export function readConsoleInputs(reader: InputReader, now: number): ConsoleInputs | undefined {
  const maintenance = reader.choice("maintenance", maintenanceWants, "status");
  const allow = reader
    .option(maintenanceOptions.allow)
    .split(/[\s,]+/)
    .filter(Boolean);
  const list = reader.good("allow", asProblem(spellOut(allow)));
  const log = {
    // The log of a job has less room than a terminal.
    lines: reader.option({ ...logOptions.lines, range: [1, 10_000] }),
    since: sinceOf(reader.option(logOptions.since), now) ?? 0,
    grep: reader.option(logOptions.grep),
    nginx: reader.option(logOptions.nginx),
  };
  return list && { maintenance, allow, log };
}

const asProblem = (list: ReturnType<typeof spellOut>) =>
  "problems" in list ? { problem: `must list addresses or CIDR blocks: ${list.problems.join("; ")}` } : list;
