import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { lint } from "../../action/lint/engine.ts";
import { pretty } from "../../action/lint/formats/pretty.ts";

const file = join(import.meta.dirname, "../../action/runner/problem-matcher.json");
const [{ pattern }] = JSON.parse(readFileSync(file, "utf8")).problemMatcher;

/** As the runner does it: the patterns match lines one after another, and each names its groups. */
function matches(log: string): Record<string, string | undefined>[] {
  const lines = log.split("\n");
  return lines.flatMap((_, start) => {
    const found: Record<string, string | undefined> = {};
    for (const [i, { regexp, ...groups }] of pattern.entries()) {
      const match = new RegExp(regexp).exec(lines[start + i] ?? "");
      if (!match) return [];
      for (const [name, group] of Object.entries<number>(groups)) found[name] = match[group];
    }
    return [found];
  });
}

describe("the problem matcher", () => {
  it("finds in a later step's log what the linter prints there", () => {
    const content = "server {\n    listen 80;\n    serv_name x;\n    uwsgi_pas y;\n}\n";
    const { findings } = lint([{ path: "deploy/nginx.conf", content }]);
    expect(findings.length).toBeGreaterThan(1);
    const log = findings.map((finding) => pretty(finding, (source) => source.path)).join("\n\n");
    expect(matches(log)).toEqual(
      findings.map(({ rule, severity, at, message }) => {
        const { line, column } = at.source.span(at);
        return { file: "deploy/nginx.conf", line: String(line), column: String(column), severity, code: rule, message };
      }),
    );
  });
});
