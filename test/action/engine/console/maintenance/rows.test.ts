import { expect, it } from "vitest";
import type { Maintenance } from "../../../../../action/engine/console/maintenance/maintenance.ts";
import { maintenanceRows } from "../../../../../action/engine/console/maintenance/rows.ts";
import { knowsMaintenance, maintenanceLines } from "../../../../../action/engine/console/maintenance/site.ts";

const on: Maintenance = {
  ...{ on: true, since: "2026-11-21T03:15:00Z", by: "ada", allow: ["192.0.2.7", "::1"], changed: true, answers: 503 },
};

it.each<[Partial<Maintenance>, Record<string, string>]>([
  [{}, { maintenance: "on", since: `${on.since}, by ada`, allowed: "192.0.2.7, ::1", "visitors get": "503" }],
  [
    { by: "", allow: [] },
    { maintenance: "on", since: on.since, allowed: "only the server itself", "visitors get": "503" },
  ],
  [
    { on: false, since: "", answers: 0 },
    {
      maintenance: "off",
      "visitors get": "no response: nginx is not running, or a firewall blocks it",
    },
  ],
])("with %j visitors get %j", (more, rows) => {
  expect(maintenanceRows({ ...on, ...more }, "status")).toEqual(Object.entries(rows));
  const dry = [...Object.entries(rows), ["dry run", "would be switched off"]];
  expect(maintenanceRows({ ...on, ...more }, "off")).toEqual(dry);
});

it("knows its own lines in a site, and those of no other app", () => {
  const site = maintenanceLines("shop").join("\n");
  expect([knowsMaintenance(site, "shop"), knowsMaintenance(site, "shop2"), knowsMaintenance("", "shop")]).toEqual([
    ...[true, false, false],
  ]);
  expect(site).toContain("if (-f /srv/shop/maintenance/allow/$remote_addr) { set $closed 0; }");
  expect(site).toContain("root /srv/shop/current/deploy;");
});
