import type { Finding } from "../finding.ts";
import { type ReportedPlace, reportOf, type Shown } from "../report.ts";
import type { Rule } from "../rule.ts";

const levels = { error: "error", warning: "warning", info: "note" } as const;

/** SARIF 2.1.0 (https://docs.oasis-open.org/sarif/sarif/v2.1.0/), as GitHub's code scanning reads it. */
export function sarif(found: readonly Finding[], shown: Shown, rules: readonly Rule[]): string {
  const { findings } = reportOf(found, shown);
  const used = [...new Set(findings.map((f) => f.rule))].sort();
  const byId = new Map(rules.map((rule) => [rule.id, rule]));
  const log = {
    $schema: "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: "flask-deploy",
            rules: used.map((id) => {
              const rule = byId.get(id);
              return {
                id,
                shortDescription: { text: rule?.summary ?? id },
                fullDescription: { text: rule?.why ?? id },
                help: { text: `${rule?.why ?? id}\n\nnpx create-flask-deploy explain ${id}` },
                defaultConfiguration: { level: levels[rule?.severity ?? "warning"] },
              };
            }),
          },
        },
        columnKind: "utf16CodeUnits",
        results: findings.map((f) => ({
          ruleId: f.rule,
          ruleIndex: used.indexOf(f.rule),
          level: levels[f.severity],
          message: { text: f.message },
          locations: [location(f)],
          ...(f.related.length > 0
            ? { relatedLocations: f.related.map((r, i) => ({ id: i, ...location(r), message: { text: r.message } })) }
            : {}),
          ...(f.fix ? { fixes: [{ description: { text: f.fix.title }, artifactChanges: changes(f.fix.edits) }] } : {}),
        })),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

const artifact = (file: string) => ({
  uri: file.split("/").map(encodeURIComponent).join("/"),
  ...(file.startsWith("/") ? {} : { uriBaseId: "%SRCROOT%" }),
});

const region = ({ line, column, endLine, endColumn }: ReportedPlace) => ({
  startLine: line,
  startColumn: column,
  endLine,
  endColumn,
});

const location = (place: ReportedPlace) => ({
  physicalLocation: { artifactLocation: artifact(place.file), region: region(place) },
});

function changes(edits: readonly (ReportedPlace & { readonly text: string })[]) {
  const files = [...new Set(edits.map((edit) => edit.file))];
  return files.map((file) => ({
    artifactLocation: artifact(file),
    replacements: edits
      .filter((edit) => edit.file === file)
      .map((edit) => ({ deletedRegion: region(edit), insertedContent: { text: edit.text } })),
  }));
}
