import { describe, expect, it } from "vitest";
import type { ReportedFinding } from "../../../action/lint/report.ts";
import { annotation, type LintContext, lintReport } from "../../../action/report/lint.ts";

const finding = (more: Partial<ReportedFinding> = {}): ReportedFinding => ({
  rule: "nginx/syntax",
  severity: "error",
  file: "deploy/nginx.conf",
  line: 3,
  column: 5,
  endLine: 3,
  endColumn: 11,
  message: "missing `;` <b>",
  related: [],
  fix: null,
  ...more,
});
const context: LintContext = {
  level: "error",
  folder: "",
  files: 4,
  changed: undefined,
  blobUrl: "https://github.com/acme/shop/blob/abc",
};

describe("the report of a lint", () => {
  it("fails at the level that was asked for, and at what is worse", () => {
    const failures = (level: LintContext["level"]) =>
      (["error", "warning", "info"] as const).map(
        (severity) => lintReport([finding({ severity })], { ...context, level }).failure !== undefined,
      );
    expect(failures("error")).toEqual([true, false, false]);
    expect(failures("warning")).toEqual([true, true, false]);
    expect(failures("info")).toEqual([true, true, true]);
    expect(failures("off")).toEqual([false, false, false]);
  });

  it("counts in its first line, links each finding and shows its text as text", () => {
    const findings = [finding({ severity: "warning" }), finding(), finding({ severity: "info", file: "a b.conf" })];
    const { summary, outputs, failure } = lintReport(findings, context);
    expect(summary.split("\n")[0]).toBe("### ❌ Lint: 1 error, 1 warning and 1 note in 4 files");
    expect(failure).toBe("1 error, 1 warning and 1 note; lint-level is error");
    expect(outputs).toEqual({ status: "failed", findings: "3" });
    expect(summary).toContain(
      "| ❌ error | [`deploy/nginx.conf:3`](https://github.com/acme/shop/blob/abc/deploy/nginx.conf#L3) | missing `;` &#60;b&#62; `nginx/syntax` |",
    );
    expect(summary).toContain("blob/abc/a%20b.conf#L3");
    expect(lintReport([], context).summary).toBe("### ✅ Lint: no findings in 4 files\n");
  });

  it("annotates ten of each kind: what changed first, then the worst", () => {
    const old = Array.from({ length: 20 }, (_, i) => finding({ line: i + 1, endLine: i + 1 }));
    const warnings = Array.from({ length: 3 }, (_, i) =>
      finding({ severity: "warning", line: 50 + i, endLine: 50 + i }),
    );
    const changed = new Map([
      [
        "apps/shop/deploy/nginx.conf",
        [
          [18, 19],
          [52, 52],
        ] as const,
      ],
    ]);
    const report = lintReport([...warnings, ...old], { ...context, folder: "apps/shop", changed });
    const lines = (level: string) => report.annotations.filter((a) => a.level === level).map((a) => a.startLine);
    expect(lines("error")).toEqual([18, 19, 1, 2, 3, 4, 5, 6, 7, 8]);
    expect(lines("warning")).toEqual([52, 50, 51]);
    expect(report.annotations[0]?.file).toBe("apps/shop/deploy/nginx.conf");
    expect(report.summary.match(/^\| (❌|⚠️)/gm)).toHaveLength(23);
  });

  it("gives columns only within one line, as GitHub takes them", () => {
    expect(annotation(finding(), context)).toMatchObject({ startLine: 3, endLine: 3, startColumn: 5, endColumn: 10 });
    const over = annotation(finding({ endLine: 4, endColumn: 1 }), context);
    expect(over).toMatchObject({ startLine: 3, endLine: 4 });
    expect(over).not.toHaveProperty("startColumn");
  });
});
