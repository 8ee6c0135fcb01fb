import { describe, expect, it } from "vitest";
import type { DeployResult } from "../../../action/engine/deploy/contract.ts";
import type { Cause } from "../../../action/engine/deploy/deploy-error.ts";
import { exitCodeOf, resultText } from "../../../generators/terminal/progress.ts";

const result: DeployResult = {
  ...{ status: "deployed", release: "20261121T031600Z-2b3c4d5", previousRelease: "20261121T031500Z-1a2b3c4" },
  ...{ commit: "2b3c4d5", url: "", durationMs: 640, requestsSent: 11, requestsFailed: 0, longestStallMs: 2 },
  ...{
    steps: [],
    cause: undefined,
    warnings: [],
    changed: { added: 0, changed: 1, removed: 0 },
    bytesSent: 212,
    roundTrips: 2,
  },
};
const cause: Cause = {
  ...{ kind: "app", step: "gate", message: "/ answered 500", next: "Try the preview.", unit: "active (running)" },
  ...{ traceback: "Traceback (most recent call last):\nZeroDivisionError", journal: ["a line"] },
};

describe("the result in a terminal", () => {
  it("is one line when all went well", () => {
    expect(resultText(result)).toBe(
      "deployed 20261121T031600Z-2b3c4d5 in 0.64 s (11 probe requests during the switch, 0 failed, slowest 2 ms; 2 round trips)",
    );
    expect(resultText({ ...result, status: "unchanged" })).toMatch(/^already live: 20261121T031600Z-2b3c4d5 /);
  });

  it("names step, cause, what to do, the traceback, and what serves", () => {
    const text = resultText({ ...result, status: "failed", cause });
    expect(text.split("\n")[0]).toBe("failed at step gate (the app): / answered 500");
    expect(text).toContain("Try the preview.");
    expect(text).toContain("ZeroDivisionError");
    expect(text).not.toContain("a line");
    expect(text.split("\n").at(-1)).toBe("20261121T031500Z-1a2b3c4 is live.");
  });

  it("shows the journal where there is no traceback", () => {
    expect(resultText({ ...result, status: "failed", cause: { ...cause, traceback: "" } })).toContain("a line");
  });

  it("says that nothing serves after a first deploy that failed", () => {
    expect(resultText({ ...result, status: "failed", previousRelease: "", cause })).toMatch(/Nothing is deployed\.$/);
  });

  it("says nothing of what serves where that is unknown", () => {
    const lost: Cause = { ...cause, kind: "infrastructure", step: "smoke", next: "To see which release is live: …" };
    const text = resultText({ ...result, status: "unknown", cause: lost });
    expect(text).toMatch(/^unknown at step smoke .*\nTo see which release is live: …\n/);
    expect(text).not.toMatch(/serves|Nothing/);
    // The server has not told yet, or was not asked.
    for (const step of ["check", "connect", "lock"] as const)
      expect(resultText({ ...result, status: "failed", previousRelease: "", cause: { ...cause, step } })).toMatch(
        /\n\nNothing has changed on the server\.$/,
      );
  });

  it("ends with 0 only if what was asked has happened", () => {
    expect(exitCodeOf({ cause: undefined })).toBe(0);
    expect(exitCodeOf({ cause })).toBe(1);
  });
});
