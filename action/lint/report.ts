import type { Range, Source, Span } from "./files/source.ts";
import { type Finding, type Fix, type Severity, severities } from "./finding.ts";

/** The basis of every format: findings without their sources, in the shape of `--format json`. */
export interface ReportedPlace extends Span {
  readonly file: string;
}

export interface ReportedFinding extends ReportedPlace {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly related: readonly (ReportedPlace & { readonly message: string })[];
  readonly fix: ReportedFix | null;
}

export interface ReportedFix {
  readonly kind: Fix["kind"];
  readonly title: string;
  readonly edits: readonly (ReportedPlace & { readonly text: string })[];
}

export interface LintReport {
  readonly findings: readonly ReportedFinding[];
}

/** Name of a file in output, such as its path with the folder that was passed. */
export type Shown = (source: Source) => string;

export const byPath: Shown = (source) => source.path;

export function reportOf(findings: readonly Finding[], shown: Shown = byPath): LintReport {
  const place = (at: Range): ReportedPlace => ({ file: shown(at.source), ...at.source.span(at) });
  return {
    findings: findings.map(({ rule, severity, at, message, related, fix }) => {
      const { file, line, column, endLine, endColumn } = place(at);
      return {
        rule,
        severity,
        file,
        line,
        column,
        endLine,
        endColumn,
        message,
        related: related.map((r) => ({ ...place(r.at), message: r.message })),
        fix: fix
          ? {
              kind: fix.kind,
              title: fix.title,
              edits: fix.edits.map((edit) => ({ ...place(edit.at), text: edit.text })),
            }
          : null,
      };
    }),
  };
}

/** "2 errors and 1 warning"; infos are omitted unless there is nothing else. */
export function countsOf(findings: readonly { readonly severity: Severity }[]): string {
  const words = severities.flatMap((severity) => {
    const count = findings.filter((f) => f.severity === severity).length;
    const word = severity === "info" ? "note" : severity;
    return count > 0 ? [`${count} ${word}${count === 1 ? "" : "s"}`] : [];
  });
  return words.length === 0 ? "no findings" : words.join(", ").replace(/, ([^,]*)$/, " and $1");
}
