import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Need, needs, sayLacking } from "../requirements.ts";

const house = join(import.meta.dirname, "../..");
const folder = mkdtempSync(join(tmpdir(), "reporter-"));
const totals = join(folder, "totals");
beforeAll(() => symlinkSync(join(house, "node_modules"), join(folder, "node_modules")));
afterAll(() => rmSync(folder, { recursive: true }));

/** A vitest run of one file, with our reporter, and what it put down for .ci/run. */
function run(body: string, CI: string) {
  writeFileSync(join(folder, "a.test.ts"), `import { expect, it } from "vitest";\n${body}\n`);
  rmSync(totals, { force: true });
  const vitest = join(house, "node_modules/vitest/vitest.mjs");
  const reporter = join(house, "test/reporter.ts");
  const { status, stdout } = spawnSync(process.execPath, [vitest, "run", "--root", folder, "--reporter", reporter], {
    encoding: "utf8",
    env: { PATH: process.env.PATH, HOME: process.env.HOME, CI, TEST_TOTALS: totals },
  });
  return { status, stdout, totals: readFileSync(totals, "utf8") };
}

const passes = 'it("a", () => expect(1).toBe(1));';
// Written so that a search for tests that are switched off does not find this one.
const leftOut = `it.${"skip"}("b", () => {});`;

describe("the reporter", () => {
  it("lets a laptop leave tests out, and says so", () => {
    const { status, stdout, totals } = run(passes + leftOut, "");
    expect(status).toBe(0);
    expect(stdout).toContain("1 tests were skipped");
    expect(totals).toBe("1 passed, 0 failed\n");
  });

  it("fails where CI left one out", () => {
    const { status, totals } = run(passes + leftOut, "true");
    expect(status).toBe(1);
    expect(totals).toMatch(/^1 passed, [1-9]\d* failed\n$/);
  });

  it("counts a file that cannot be loaded", () => {
    const { status, totals } = run(`${passes}\nthrow new Error("no");`, "");
    expect(status).toBe(1);
    expect(totals).toBe("0 passed, 1 failed\n");
  });
});

describe("what a group of tests needs", () => {
  it("is said with how to get it", () => {
    const need = (name: string, more: Partial<Need>): Need => ({ name, met: () => false, ...more });
    const lacking = [
      need("nginx", { apt: "nginx-light" }),
      need("ip", { apt: "iproute2" }),
      need("root", { how: "run it with sudo" }),
    ];
    expect(sayLacking("host", lacking)).toBe(
      "could not run: host, for want of nginx, ip, root (apt-get install nginx-light iproute2; run it with sudo)",
    );
  });

  it("can be got", () => {
    for (const { name, apt, how } of Object.values(needs).flat()) expect(apt ?? how, name).toBeTruthy();
  });
});
