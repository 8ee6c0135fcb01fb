import type { Range, Source } from "../files/source.ts";
import type { Finding } from "../finding.ts";
import type { Shown } from "../report.ts";

const levels = { error: "ERROR", warning: "WARNING", info: "INFO" } as const;

/** reviewdog's diagnostic format (https://github.com/reviewdog/reviewdog/tree/master/proto/rdf). */
export function rdjson(findings: readonly Finding[], shown: Shown): string {
  const location = (at: Range) => ({ path: shown(at.source), range: range(at) });
  const result = {
    source: { name: "flask-deploy" },
    diagnostics: findings.map(({ rule, severity, at, message, related, fix }) => ({
      message,
      location: location(at),
      severity: levels[severity],
      code: { value: rule },
      // A suggestion is one replacement in the finding's file; the format has no other fixes.
      ...(fix?.edits.length === 1 && fix.edits[0]?.at.source === at.source
        ? { suggestions: fix.edits.map((edit) => ({ range: range(edit.at), text: edit.text })) }
        : {}),
      ...(related.length > 0
        ? { relatedLocations: related.map((r) => ({ message: r.message, location: location(r.at) })) }
        : {}),
    })),
  };
  return `${JSON.stringify(result, null, 2)}\n`;
}

const range = ({ source, start, end }: Range) => ({ start: position(source, start), end: position(source, end) });

/** reviewdog counts columns in bytes of UTF-8. */
function position(source: Source, offset: number): { line: number; column: number } {
  const line = source.lineAt(offset);
  const before = source.text.slice(source.lineStarts[line], offset);
  return { line: line + 1, column: Buffer.byteLength(before) + 1 };
}
