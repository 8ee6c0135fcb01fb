import { describe, expect, it } from "vitest";
import type { CheckResult } from "../../../action/engine/console/doctor/check.ts";
import { doctorReport } from "../../../action/report/doctor.ts";

const check = (id: string, status: CheckResult["status"], more: Partial<CheckResult> = {}): CheckResult => ({
  ...{ id, status, title: `${id} is right`, group: "server", detail: `seen of ${id}`, next: "" },
  ...more,
});
const healthy = [check("disk", "ok"), check("swap", "skipped")];

describe("the report of a doctor", () => {
  it("is short when nothing is wrong", () => {
    const { summary, annotations, failure, outputs } = doctorReport({ status: "ok", checks: healthy }, "shop");
    expect(summary.split("\n")[0]).toBe("### ✅ `shop`: no problems, 2 checks");
    expect(summary).toContain("<details><summary>2 checks without a problem</summary>");
    expect({ annotations, failure, status: outputs.status }).toEqual({
      annotations: [],
      failure: undefined,
      status: "healthy",
    });
  });

  it("lets a job pass that has only warnings, and notes them", () => {
    const checks = [...healthy, check("clock", "warning", { next: "Run timedatectl." })];
    const report = doctorReport({ status: "warning", checks }, "shop");
    expect(report).toMatchObject({ failure: undefined, outputs: { status: "warnings" } });
    expect(report.annotations).toEqual([
      {
        level: "warning",
        title: "clock failed",
        message: "seen of clock\nExpected: clock is right.\nRun timedatectl.",
      },
    ]);
  });

  it("fails for an error, which comes first, with what to do", () => {
    const checks = [
      check("clock", "warning"),
      check("nginx", "error", { next: "Run `nginx -t`.\nThen again." }),
      ...healthy,
    ];
    const report = doctorReport({ status: "error", checks }, "shop");
    expect(report).toMatchObject({ failure: "shop: 1 error, 1 warning: nginx", outputs: { status: "errors" } });
    expect(report.annotations.map(({ level }) => level)).toEqual(["error", "warning"]);
    expect(report.summary).toContain(
      "❌ `nginx` failed: **seen of nginx** Expected: nginx is right.  \n**What to do:** Run `nginx -t`\\. Then again\\.",
    );
    expect(report.summary.indexOf("❌ `nginx")).toBeLessThan(report.summary.indexOf("⚠️ `clock"));
    expect(report.lines.join("\n")).toContain("Run `nginx -t`.");
  });

  it("shows a server's words as text", () => {
    const checks = [check("nginx", "error", { detail: "<img src=x> @all | [a](b)" })];
    expect(doctorReport({ status: "error", checks }, "shop").summary).toContain("&#60;img src=x&#62; @​all \\| \\[a\\]");
  });
});
