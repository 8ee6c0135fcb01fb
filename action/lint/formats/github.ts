import { type Finding, severities } from "../finding.ts";
import { reportOf, type Shown } from "../report.ts";

const levels = { error: "error", warning: "warning", info: "notice" } as const;
const data = (text: string) => text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
const property = (text: string) => data(text).replaceAll(":", "%3A").replaceAll(",", "%2C");

/** Workflow commands, most severe first: GitHub shows about ten of each kind for a step. */
export function github(found: readonly Finding[], shown: Shown): string {
  const { findings } = reportOf(found, shown);
  const sorted = [...findings].sort((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity));
  return sorted
    .map((f) => {
      // GitHub rejects columns for a range of several lines.
      const columns = f.line === f.endLine ? `,col=${f.column},endColumn=${f.endColumn}` : "";
      const where = `file=${property(f.file)},line=${f.line},endLine=${f.endLine}${columns}`;
      return `::${levels[f.severity]} ${where},title=${property(f.rule)}::${data(f.message)}\n`;
    })
    .join("");
}
