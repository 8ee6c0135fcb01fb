import { spawnSync } from "node:child_process";
import { globSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { processManagers } from "../../action/engine/kinds/index.ts";
import type { ProcessManager } from "../../action/engine/kinds/process-manager.ts";
import { helperText } from "../../action/engine/targets/server/setup/helper.ts";
import { shop as constants } from "../action/engine/targets/server/setup/helper-constants.ts";

const house = join(import.meta.dirname, "../..");
const read = (file: string) => readFileSync(join(house, file), "utf8");

it("checks Python for the oldest that the server's side says it runs on", () => {
  const [, floor = ""] = /Python (3\.\d+) or newer/.exec(read("action/engine/targets/server/driver/main.py")) ?? [];
  const config = read("pyproject.toml");
  expect(config).toContain(`target-version = "py${floor.replace(".", "")}"`);
  expect(config).toContain(`python_version = "${floor}"`);
});

it("checks every part of the helper within the helper of one process manager or another", () => {
  const site = "/etc/nginx/sites-available/shop.conf";
  const managers = Object.keys(processManagers) as ProcessManager[];
  const text = managers
    .map((processManager) => helperText({ ...constants, processManager, site, allowConfig: true }))
    .join("\n");
  const parts = globSync("action/engine/targets/server/helper/**/*.{sh,py}", { cwd: house });
  expect(parts.length).toBeGreaterThan(10);
  for (const part of parts) expect(text, part).toContain(read(part).trimEnd().split("\n").at(-1));
});

it("says in one line what it cannot do without, and how to get that", () => {
  const PATH = mkdtempSync(join(tmpdir(), "check-"));
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(house, "test/check.ts")], {
    env: { PATH },
    encoding: "utf8",
  });
  rmSync(PATH, { recursive: true });
  expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
  expect(stderr).toMatch(
    /^could not run: npm run check, for want of python3 -m venv.*\(apt-get install python3-venv.*\)\n$/,
  );
});
