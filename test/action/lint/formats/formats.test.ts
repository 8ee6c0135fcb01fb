import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { Ajv } from "ajv";
import { describe, expect, it } from "vitest";
import { lint } from "../../../../action/lint/engine.ts";
import { isAtLeast, type Level, levels, severities } from "../../../../action/lint/finding.ts";
import { machineFormats } from "../../../../action/lint/formats/index.ts";
import { pretty } from "../../../../action/lint/formats/pretty.ts";
import { byPath, countsOf } from "../../../../action/lint/report.ts";
import { rules } from "../../../../action/lint/rules/index.ts";

const { findings } = lint([
  {
    path: "deploy/nginx.conf",
    content:
      'server {\n  # é😀\n  location /static/ {\n    alias "/srv/é 100%,:\u001b[31m/static";\n  }\n  location / {\n    sever_name a;\n    include uwsgi_params;\n    uwsgi_pass unix:/run/a.sock;\n  }\n  listen 80\n}\n',
  },
  {
    path: "deploy/uwsgi.ini",
    content: "[uwsgi]\nmodule = wsgi:app\nmaster = true\ndie-on-term = true\nhttp-socket = /run/a.sock\n",
  },
]);
const write = (format: keyof typeof machineFormats) => machineFormats[format](findings, byPath, rules);

describe("json", () => {
  it("has the shape that is promised, with lines and columns from 1", () => {
    const { findings: found } = JSON.parse(write("json"));
    expect(found[0]).toEqual({
      rule: "nginx/alias-slash-mismatch",
      severity: "error",
      file: "deploy/nginx.conf",
      line: 4,
      column: 11,
      endLine: 4,
      endColumn: 38,
      message: expect.stringContaining("site.css"),
      related: [expect.objectContaining({ file: "deploy/nginx.conf", line: 3, message: expect.any(String) })],
      fix: {
        kind: "safe",
        title: expect.any(String),
        edits: [expect.objectContaining({ line: 4, column: 37, text: "/" })],
      },
    });
    for (const finding of found) expect(finding.fix === null || finding.fix.edits.length > 0).toBe(true);
  });
});

describe("sarif", () => {
  it("is valid by the schema", () => {
    const file = createRequire(import.meta.url).resolve("@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json");
    const { $schema: _, id: __, ...schema } = JSON.parse(readFileSync(file, "utf8"));
    // Draft 4 knows formats that Ajv leaves to a plugin; nothing depends on them here.
    const validate = new Ajv({ strict: false, validateFormats: false, unicodeRegExp: false }).compile(schema);
    expect(validate(JSON.parse(write("sarif"))), JSON.stringify(validate.errors)).toBe(true);
    expect(validate({ version: "2.1.0" })).toBe(false);
  });
});

describe("github", () => {
  it("puts the most severe first and escapes what a command would trip over", () => {
    const lines = write("github").trimEnd().split("\n");
    expect(lines).toHaveLength(findings.length);
    const ranks = lines.map((line) => ["::error", "::warning", "::notice"].indexOf(line.split(" ")[0] ?? ""));
    expect(ranks).toEqual(ranks.toSorted());
    expect(lines[0]).toMatch(
      /^::error file=deploy\/nginx\.conf,line=4,endLine=4,col=11,endColumn=38,title=nginx\/alias-slash-mismatch::/,
    );
    expect(write("github")).toContain("100%25");
  });
});

describe("rdjson", () => {
  it("counts columns in bytes, as reviewdog does", () => {
    const { diagnostics } = JSON.parse(write("rdjson"));
    expect(diagnostics[0].location).toEqual({
      path: "deploy/nginx.conf",
      range: { start: { line: 4, column: 11 }, end: { line: 4, column: 39 } },
    });
    expect(diagnostics[0].suggestions).toHaveLength(1);
  });
});

describe("pretty", () => {
  it("shows the line with a caret below it, and nothing that moves the terminal", () => {
    const text = pretty(findings[0]!, byPath);
    expect(text).toMatch(/^deploy\/nginx\.conf:4:11 error nginx\/alias-slash-mismatch\n/);
    expect(text).toContain("\n  4 |     alias");
    expect(
      text
        .split("\n")
        .find((line) => line.includes("^"))
        ?.indexOf("^"),
    ).toBe("  4 |     alias ".length);
    expect(text).not.toContain("\u001b");
  });

  it("cuts a very long line around the place", () => {
    const content = `server { ${"a b; ".repeat(5000)} sever_name x; }`;
    const found = lint([{ path: "nginx.conf", content }]).findings.find((f) => f.message.includes("sever_name"));
    const lines = pretty(found!, byPath).split("\n");
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThan(200);
    expect(lines.some((line) => line.includes("sever_name x;"))).toBe(true);
  });
});

describe("the outcome", () => {
  it("is stopped from the level on, and by nothing where that is off", () => {
    const stopping = (level: Level) => severities.filter((severity) => isAtLeast(severity, level));
    expect(levels.map(stopping)).toEqual([["error"], ["error", "warning"], ["error", "warning", "info"], []]);
  });

  it("counts in words", () => {
    expect(countsOf([])).toBe("no findings");
    expect(
      countsOf([{ severity: "error" }, { severity: "error" }, { severity: "warning" }, { severity: "info" }]),
    ).toBe("2 errors, 1 warning and 1 note");
  });
});
