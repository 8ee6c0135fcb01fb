import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { doctorCommand } from "../../../generators/commands/doctor.ts";
import { maintenanceCommand } from "../../../generators/commands/maintenance.ts";
import { captured } from "../captured.ts";

const cwd = mkdtempSync(join(tmpdir(), "cfd-maintenance-"));
writeFileSync(join(cwd, "flask-deploy.yml"), "name: shop\ndeploy:\n  host: no-such-host.invalid\n");
afterAll(() => rmSync(cwd, { recursive: true }));

describe("maintenance, called wrongly, ends with 2 and asks no server", () => {
  it.each([
    [["maybe"], "must be one of on, off, status"],
    [["off", "--allow", "192.0.2.7"], "--allow goes with"],
    [["on", "--allow", "10.0.0.0/8"], "16777216 addresses"],
    [["on", "--allow", "my-laptop"], "is not an address"],
    [["on", "off"], "unexpected arguments"],
  ])("%j", async (args, says) => {
    expect(await captured(maintenanceCommand, args, { cwd })).toMatchObject({
      code: 2,
      stderr: expect.stringContaining(says),
    });
  });
});

it("maintenance ends with 1 where the server cannot be asked", async () => {
  const { code, stderr } = await captured(maintenanceCommand, ["on"], { cwd });
  expect([code, stderr]).toEqual([1, expect.stringContaining("no-such-host.invalid cannot be reached")]);
});

describe("doctor, where the server cannot be asked,", () => {
  it("ends with 1, having said what it could see", async () => {
    const { code, stdout, stderr } = await captured(doctorCommand, [], { cwd });
    expect(code).toBe(1);
    expect(stdout).toMatch(/^✗ dns: no-such-host.invalid does not resolve\n {4}→ Check /);
    expect(stdout).toContain("not checked: ");
    expect(stderr).toBe("");
  });

  it("tells the same as JSON", async () => {
    const { stdout } = await captured(doctorCommand, ["--json"], { cwd });
    const { host, status, checks } = JSON.parse(stdout);
    expect([host, status]).toEqual(["no-such-host.invalid", "error"]);
    expect(checks[0]).toEqual({
      ...{ id: "dns", group: "ssh", status: "error", title: "the server's name resolves" },
      ...{ detail: "no-such-host.invalid does not resolve", next: expect.stringContaining("deploy.host") },
    });
  });
});
