import { spellOut } from "./console/addresses.ts";
import type { Reading } from "./reading.ts";

export const maintenanceWants = ["on", "off", "status"] as const;

/** What the commands of the console want to know or do, beside where. */
export interface Question {
  readonly maintenance: (typeof maintenanceWants)[number];
  /** Addresses and blocks, each good. */
  readonly allow: readonly string[];
}

/** @returns undefined, with the problems noted, when something is wrong */
export function readQuestion(reading: Reading): Question | undefined {
  const maintenance = reading.choice("maintenance", maintenanceWants, "status");
  const allow = reading
    .text("allow")
    .split(/[\s,]+/)
    .filter(Boolean);
  const list = reading.good("allow", asProblem(spellOut(allow)));
  return list && { maintenance, allow };
}

const asProblem = (list: ReturnType<typeof spellOut>) =>
  "problems" in list ? { problem: `must list addresses or small blocks: ${list.problems.join("; ")}` } : list;
