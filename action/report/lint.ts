import { isAtLeast, type Level } from "../lint/finding.ts";
import { countsOf, type ReportedFinding } from "../lint/report.ts";
import { type ChangedLines, isChanged } from "../runner/changed-lines.ts";
import { code, inline, page, table } from "./markdown.ts";
import type { Annotation, Report } from "./report.ts";

export interface LintContext {
  readonly level: Level;
  /** The linted folder in the repository, "" when it is the root. */
  readonly folder: string;
  /** Number of files that were read. */
  readonly files: number;
  /** undefined if it is unknown what changed. */
  readonly changed: ChangedLines | undefined;
  /** https://github.com/OWNER/NAME/blob/SHA; "" outside a workflow. */
  readonly blobUrl: string;
}

const levels = { error: "error", warning: "warning", info: "notice" } as const;
const order = ["error", "warning", "info"] as const;

/** GitHub shows about ten annotations of each kind from a step, and drops the others silently. */
const SHOWN = 10;

/** More rows would not be read, and may exceed GitHub's limit. */
const ROWS = 500;

/** The report of a lint; a pure function of the findings. */
export function lintReport(findings: readonly ReportedFinding[], context: LintContext): Report {
  const sorted = mostImportantFirst(findings, context);
  const failing = findings.filter(({ severity }) => isAtLeast(severity, context.level)).length;
  return {
    failure: failing > 0 ? `${countsOf(findings)}; lint-level is ${context.level}` : undefined,
    outputs: { status: failing > 0 ? "failed" : "linted", findings: String(findings.length) },
    annotations: order.flatMap((severity) =>
      sorted
        .filter((finding) => finding.severity === severity)
        .slice(0, SHOWN)
        .map((finding) => annotation(finding, context)),
    ),
    summary: lintSummary(sorted, failing, context),
  };
}

/** Findings in lines that the pull request changes come first, then the most severe, then by file. */
export function mostImportantFirst(
  findings: readonly ReportedFinding[],
  { changed, folder }: LintContext,
): readonly ReportedFinding[] {
  const touched = ({ file, line, endLine }: ReportedFinding) =>
    changed && isChanged(changed, inRepository(folder, file), line, endLine) ? 0 : 1;
  return findings
    .map((finding) => ({ finding, touched: touched(finding), severity: order.indexOf(finding.severity) }))
    .sort(
      (a, b) =>
        a.touched - b.touched ||
        a.severity - b.severity ||
        (a.finding.file < b.finding.file ? -1 : a.finding.file > b.finding.file ? 1 : a.finding.line - b.finding.line),
    )
    .map(({ finding }) => finding);
}

/** A finding as GitHub's annotation. GitHub accepts columns only within one line. */
export function annotation(finding: ReportedFinding, { folder }: Pick<LintContext, "folder">): Annotation {
  const { severity, rule, message, file, line, column, endLine, endColumn } = finding;
  const columns = endLine === line && endColumn > column ? { startColumn: column, endColumn: endColumn - 1 } : {};
  const place = { file: inRepository(folder, file), startLine: line, endLine: Math.max(line, endLine), ...columns };
  return { level: levels[severity], title: rule, message, ...place };
}

const inRepository = (folder: string, file: string) => (folder ? `${folder}/${file}` : file);

function lintSummary(sorted: readonly ReportedFinding[], failing: number, context: LintContext): string {
  const looked = `${context.files} file${context.files === 1 ? "" : "s"}`;
  if (sorted.length === 0) return `### ✅ Lint: no findings in ${looked}\n`;
  const signs = { error: "❌ error", warning: "⚠️ warning", info: "ℹ️ note" } as const;
  const rows = sorted.slice(0, ROWS).map((finding) => {
    const path = inRepository(context.folder, finding.file);
    const place = code(`${path}:${finding.line}`);
    const url = `${context.blobUrl}/${path.split("/").map(encodeURIComponent).join("/")}#L${finding.line}`;
    const linked = context.blobUrl ? `[${place}](${url})` : place;
    return [signs[finding.severity], linked, `${inline(finding.message)} ${code(finding.rule)}`];
  });
  const more = sorted.length > ROWS ? `… and ${sorted.length - ROWS} more: see the log.` : "";
  return page(
    `### ${failing > 0 ? "❌" : "⚠️"} Lint: ${countsOf(sorted)} in ${looked}`,
    context.changed ? "What this pull request changes comes first." : "",
    table(["", "where", "what"], rows),
    more,
    "Explain a rule: `npx create-flask-deploy explain RULE`. Apply the safe fixes: `npx create-flask-deploy lint --fix`.",
  );
}
