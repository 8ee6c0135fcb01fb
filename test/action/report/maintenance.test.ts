import { describe, expect, it } from "vitest";
import type { Maintenance } from "../../../action/engine/console/maintenance/maintenance.ts";
import { maintenanceReport } from "../../../action/report/maintenance.ts";

const on: Maintenance = {
  ...{ on: true, since: "2026-11-21T03:15:00Z", by: "ada", allow: ["192.0.2.7"], changed: true, answers: 503 },
};
const off: Maintenance = { on: false, since: "", by: "", allow: [], changed: false, answers: 200 };

describe("the report of maintenance", () => {
  it("says in its first line and in `status` what visitors get", () => {
    const report = maintenanceReport(on, { app: "shop", would: "status" });
    expect(report.summary.split("\n")[0]).toBe("### 🚧 `shop`: visitors get the maintenance page");
    expect(report.outputs).toEqual({ status: "maintenance-on", json: JSON.stringify(on) });
    expect(report.summary).toContain("| allowed | 192\\.0\\.2\\.7 |");
    expect(report.failure).toBeUndefined();
    expect(maintenanceReport(off, { app: "shop", would: "status" }).summary).toMatch(
      /visitors get the site, as before\n/,
    );
  });

  it("tells of a dry run what would have been done", () =>
    expect(maintenanceReport(off, { app: "shop", would: "on" }).lines).toContain(
      "dry run        would be switched on",
    ));

  it("shows names from the server as text", () =>
    expect(maintenanceReport({ ...on, by: "<b>|@all" }, { app: "shop", would: "status" }).summary).toContain(
      "&#60;b&#62;\\|@\u200ball",
    ));
});
