import { describe, expect, it } from "vitest";
import type { Status } from "../../../action/engine/console/status/status.ts";
import { statusReport } from "../../../action/report/status.ts";

const seen: Status = {
  ...{
    at: "2026-11-21T04:15:00Z",
    current: "20260101T000000Z-1a2b3c4",
    commit: "1a2b3c4d5e6f",
    subject: "Show |prices|",
  },
  ...{
    ahead: 0,
    since: "2026-11-21T03:15:00Z",
    by: "ada",
    run: "",
    answers: true,
    answer: "/healthz 200",
    instances: [],
  },
  ...{
    traffic: null,
    https: null,
    certificate: null,
    pending: [],
    unserved: [],
    changed: ["deploy/nginx.conf"],
    lastFailure: null,
    releases: [],
    maintenance: null,
  },
  ...{ lockedBy: "", python: "3.11", helper: 2, diskFreeMb: 9000, diskTotalMb: 10_000, memoryFreeMb: 500 },
};

describe("the report of a status", () => {
  it("names the release that serves, and the rows that the terminal shows", () => {
    const report = statusReport(seen, "shop");
    expect(report.summary.split("\n")[0]).toBe("### ✅ `shop` `20260101T000000Z-1a2b3c4` is up");
    expect(report.summary).toContain("| answers | ✅ yes\\: /healthz 200 |");
    expect(report.summary).toContain("Show \\|prices\\|");
    expect(report.summary).toContain("| not deployed | ⚠️ ");
    expect(report.lines).toContain("live           20260101T000000Z-1a2b3c4");
    expect(report.outputs).toMatchObject({ status: "up", release: seen.current });
    expect(JSON.parse(report.outputs.json ?? "")).toEqual(seen);
    expect(report.failure).toBeUndefined();
  });

  it("says first what visitors get: in maintenance that is not the app, however well it answers", () => {
    const maintenance = { since: "2026-11-21T04:00:00Z", by: "ada" };
    const closed = statusReport({ ...seen, maintenance }, "shop");
    expect(closed.summary.split("\n")[0]).toBe(
      "### 🚧 `shop` `20260101T000000Z-1a2b3c4` is in maintenance mode since 2026\\-11\\-21T04\\:00\\:00Z by ada\\: visitors get the maintenance page",
    );
    expect(closed).toMatchObject({ failure: undefined, outputs: { status: "up" } });
    const down = statusReport({ ...seen, maintenance, answers: false, answer: "refused" }, "shop");
    expect(down.failure).toMatch(/visitors get the maintenance page, and the app does not answer: refused$/);
  });

  it("fails the job when the release does not answer, or there is none", () => {
    const down = statusReport({ ...seen, answers: false, answer: "connection refused" }, "shop");
    expect(down).toMatchObject({ failure: "shop: does not answer: connection refused", outputs: { status: "down" } });
    expect(down.summary).toMatch(/^### ❌ `shop` .*does not answer/);
    const none = statusReport({ ...seen, current: "", answers: false }, "shop");
    expect(none.failure).toBe("shop: nothing was deployed yet");
    expect(none.summary.split("\n")[0]).toBe("### ❌ `shop` nothing was deployed yet");
  });
});
