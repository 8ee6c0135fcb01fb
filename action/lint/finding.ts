import type { Range } from "./files/source.ts";

/** How severe a finding is. */
export type Severity = "error" | "warning" | "info";
/** Most severe first. */
export const severities: readonly Severity[] = ["error", "warning", "info"];

/** A setting: the severity of a rule's findings, or the lowest severity that makes a command fail. */
export const levels = ["error", "warning", "info", "off"] as const satisfies readonly (Severity | "off")[];
export type Level = (typeof levels)[number];

/** Whether a finding is severe enough to fail at `level`. */
export const isAtLeast = (severity: Severity, level: Level): boolean =>
  level !== "off" && severities.indexOf(severity) <= severities.indexOf(level);

/** Replaces a range of a file; `start === end` inserts. */
export interface Edit {
  readonly at: Range;
  readonly text: string;
}

/** `safe` keeps or restores what the file clearly means; `suggested` may be wrong and needs a review. */
export interface Fix {
  readonly kind: "safe" | "suggested";
  /** What it does, in the imperative: "add the slash". */
  readonly title: string;
  readonly edits: readonly Edit[];
}

export interface Related {
  readonly at: Range;
  readonly message: string;
}

/** A mistake a parser met; the rule with this id turns it into a finding. */
export interface Problem {
  readonly rule: string;
  readonly at: Range;
  /** What is wrong, and its visible consequence. */
  readonly message: string;
  readonly fix?: Fix;
}

/** A finding with its source; the output formats convert it to lines and columns. */
export interface Finding extends Problem {
  readonly severity: Severity;
  readonly related: readonly Related[];
}

/** The order of findings in output: by file, then by position. */
export function byPlace(a: Finding, b: Finding): number {
  const [left, right] = [a.at.source.path, b.at.source.path];
  if (left !== right) return left < right ? -1 : 1;
  return a.at.start - b.at.start || a.at.end - b.at.end || (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0);
}
