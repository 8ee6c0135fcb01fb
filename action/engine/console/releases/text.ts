import { size, when } from "../format.ts";
import type { JournalRun, Releases } from "./releases.ts";

/** The head of {@link releaseCells}. */
export const releaseHead = ["", "release", "outcome", "took", "sent", "by", "when"] as const;

/** One run as the cells of a table; `*` marks the live release. */
export function releaseCells(run: JournalRun, { at }: Pick<Releases, "at">): string[] {
  const { release, op, outcome, ms, bytes, by, state, live } = run;
  const left = state === "current" || state === "removed" ? "" : `, ${state}`;
  return [
    live ? "*" : "",
    release,
    `${op === "rollback" && outcome !== "rolled-back" ? `rollback ${outcome}` : outcome}${left}`,
    ms === null ? "" : `${(ms / 1000).toFixed(2)} s`,
    bytes === null ? "" : size(bytes),
    by || run.run,
    when(run.at, at),
  ];
}

/** Why a run failed, in one line; "" if it did not. */
export function failureLine({ outcome, step, cause }: JournalRun): string {
  if (["deployed", "rolled-back", "unchanged", "running"].includes(outcome)) return "";
  const [first = ""] = cause.split("\n");
  return [step && `in ${step}`, first].filter(Boolean).join(": ");
}

/** Rows of cells as lines, aligned; the last cell is not padded. */
export function tableLines(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((cell, column) => (column === row.length - 1 ? cell : cell.padEnd(widths[column] as number)))
      .join("  ")
      .trimEnd(),
  );
}
