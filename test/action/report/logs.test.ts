import { describe, expect, it } from "vitest";
import type { LogLine } from "../../../action/engine/console/logs/logs.ts";
import { logsReport, logText } from "../../../action/report/logs.ts";
import fc from "../../fuzz.ts";

const line = (text: string, severity: LogLine["severity"] = "info"): LogLine => ({
  ...{ at: "2026-11-21T03:15:00.000Z", from: "app", release: "20261121T031500Z-1a2b3c4", severity, text },
});
const all = { app: "shop", release: "", grep: "" };

describe("the report of logs", () => {
  it("counts what is bad, and shows the lines as the terminal does", () => {
    const lines = [line("started"), line("odd", "warning"), line("broken", "error")];
    const { summary, failure, outputs } = logsReport(lines, all);
    expect(summary.split("\n")[0]).toBe("### 📜 `shop`: 3 lines, 1 error, 1 warning");
    expect(summary).toContain("\n2026-11-21T03:15:00.000Z app     1a2b3c4 started\n");
    expect({ failure, outputs }).toEqual({ failure: undefined, outputs: { status: "shown" } });
  });

  it("says what was asked for, and that there was nothing", () => {
    const context = { app: "shop", release: "20261121T031500Z-1a2b3c4", grep: "a|b" };
    expect(logsReport([], context).summary).toBe(
      "### 📜 `shop` of `20261121T031500Z-1a2b3c4` with `a\\|b`: 0 lines\n\nNo matching log lines.\n",
    );
  });

  it("shows the end of what is too long", () => {
    const lines = Array.from({ length: 5000 }, (_, i) => line(`line ${i} of many`));
    const { summary } = logsReport(lines, all);
    expect(summary.length).toBeLessThan(61_000);
    expect(summary).toContain("line 4999 of many");
  });

  it("keeps whatever an app writes inside its block", () => {
    const hostile = fc.oneof(fc.string(), fc.constantFrom("```", "````", "</details>", "\u001b[31m", "\r```\r# owned"));
    fc.assert(
      fc.property(fc.array(hostile, { maxLength: 9 }), (texts) => {
        const { summary } = logsReport(
          texts.map((text) => line(text)),
          all,
        );
        const [, fence = "", body = ""] = /\n(`{3,})text\n([\s\S]*)\n\1\n$/.exec(summary) ?? ["", "", "none"];
        if (texts.length > 0) expect(fence).not.toBe("");
        expect(body.split("\n").some((each) => each.startsWith(fence) && fence !== "")).toBe(false);
      }),
    );
  });

  it("begins each line with its time, so that none is a command of the runner", () =>
    expect(logText(line("::error::x"))).toMatch(/^2026-11-21T/));
});
