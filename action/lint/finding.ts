import type { Range } from "./files/source.ts";

/** What a rule says. */
export type Severity = "error" | "warning" | "info";
/** The worst first. */
export const severities: readonly Severity[] = ["error", "warning", "info"];

/** A setting: what a rule's findings are, or from which severity on findings stop something. */
export const levels = ["error", "warning", "info", "off"] as const satisfies readonly (Severity | "off")[];
export type Level = (typeof levels)[number];

/** Whether a finding is bad enough to stop what `level` guards. */
export const isAtLeast = (severity: Severity, level: Level): boolean =>
  level !== "off" && severities.indexOf(severity) <= severities.indexOf(level);

/** Replaces a range of a file; `start === end` inserts. */
export interface Edit {
  readonly at: Range;
  readonly text: string;
}

/** `safe` keeps or restores what the file plainly means; `suggested` may be wrong and needs an eye. */
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
  /** What is wrong, and what will be seen because of it. */
  readonly message: string;
  readonly fix?: Fix;
}

/** A finding while it still knows its source; the formats turn it into lines and columns. */
export interface Finding extends Problem {
  readonly severity: Severity;
  readonly related: readonly Related[];
}

/** The order people read in: by file, then by place. */
export function byPlace(a: Finding, b: Finding): number {
  const [left, right] = [a.at.source.path, b.at.source.path];
  if (left !== right) return left < right ? -1 : 1;
  return a.at.start - b.at.start || a.at.end - b.at.end || (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0);
}
