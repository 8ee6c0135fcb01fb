import type { Range } from "../files/source.ts";
import type { Finding, Severity } from "../finding.ts";
import type { Shown } from "../report.ts";

type Paint = (text: string) => string;

/** The colours that are used; `plain` has none. */
export interface Colours {
  readonly bold: Paint;
  readonly dim: Paint;
  readonly red: Paint;
  readonly yellow: Paint;
  readonly cyan: Paint;
  readonly green: Paint;
}

const same: Paint = (text) => text;
export const plain: Colours = { bold: same, dim: same, red: same, yellow: same, cyan: same, green: same };

/** A line of a file may contain anything; control characters must not reach the terminal. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is replaced
const harmless = (text: string) => text.replace(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, " ");

/** A finding for users: position, rule, message, its line with a caret, related positions, and its fix. */
export function pretty(finding: Finding, shown: Shown, paint: Colours = plain): string {
  const colour: Record<Severity, Paint> = { error: paint.red, warning: paint.yellow, info: paint.cyan };
  const place = (at: Range) => {
    const { line, column } = at.source.span(at);
    return `${harmless(shown(at.source))}:${line}:${column}`;
  };
  const lines = [
    `${paint.bold(place(finding.at))} ${colour[finding.severity](finding.severity)} ${paint.dim(finding.rule)}`,
    `  ${harmless(finding.message)}`,
    ...excerpt(finding.at, colour[finding.severity], paint),
  ];
  for (const { at, message } of finding.related.slice(0, 5)) {
    lines.push(`  ${paint.dim("see")} ${place(at)} ${harmless(message)}`, ...excerpt(at, paint.dim, paint));
  }
  if (finding.fix) {
    const flag = finding.fix.kind === "safe" ? "--fix" : "--fix=suggested";
    lines.push(`  ${paint.green("fix")} ${harmless(finding.fix.title)} ${paint.dim(`(${flag})`)}`);
  }
  return `${lines.join("\n")}\n`;
}

const widest = 100;

function excerpt(at: Range, colour: Paint, paint: Colours): string[] {
  const span = at.source.span(at);
  const line = at.source.line(span.line - 1);
  if (line.text.trim() === "") return [];
  const from = at.start - line.start;
  // Of a very long line, the part around the finding.
  const cut = line.text.length > widest ? Math.max(0, Math.min(from - 20, line.text.length - widest)) : 0;
  const text = harmless(line.text.slice(cut, cut + widest)).trimEnd();
  const number = String(span.line);
  const end = span.endLine === span.line ? at.end - line.start : line.text.length;
  const length = Math.max(1, Math.min(end - from, text.length - (from - cut)));
  const margin = " ".repeat(number.length);
  return [
    `  ${paint.dim(`${number} |`)} ${text}`,
    `  ${paint.dim(`${margin} |`)} ${" ".repeat(from - cut)}${colour("^".repeat(length))}`,
  ];
}
