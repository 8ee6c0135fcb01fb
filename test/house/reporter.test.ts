import { spawnSync } from "node:child_process";
import { globSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { afterDemo, type Need, needs, needsOfFiles, sayLacking } from "../requirements.ts";

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

/** What test/requirements.ts says on a machine that has everything but these programs. */
function without(...programs: readonly string[]): string {
  const script = `
    import fs from "node:fs";
    import { syncBuiltinESMExports } from "node:module";
    const real = fs.accessSync;
    fs.accessSync = (path, mode) => {
      const name = String(path).split("/").at(-1);
      if (${JSON.stringify(programs)}.includes(name)) throw new Error("none");
      if (String(path).startsWith("/usr/sbin/")) return;
      return real(path, mode);
    };
    syncBuiltinESMExports();
    const { couldNotRun } = await import(${JSON.stringify(join(house, "test/requirements.ts"))});
    console.log(couldNotRun(["generated"]).join("\\n"));`;
  return spawnSync(process.execPath, ["--input-type=module", "-e", script], { encoding: "utf8" }).stdout;
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
    const all = [...Object.values(needs).flat(), ...needsOfFiles.flatMap(([, own]) => own)];
    for (const { name, apt, how } of all) expect(apt ?? how, name).toMatch(/\w/);
  });

  it("is no more than what its files start: what one program is missing for leaves out those alone", () => {
    // None of these programs is on an empty PATH, wherever this runs.
    const left = without("nginx", "systemd-analyze", "chromium");
    expect(left).toContain("generated/playground.test.ts, for want of chromium (apt-get install chromium)");
    expect(left).toMatch(/generated\/combinations\.test\.ts.*, for want of systemd-analyze/);
    expect(left).not.toMatch(/supervisor|snapshots|could not run: generated,/);
  });

  it("is said at the end of a demo that found no nginx and was not told to go without", () => {
    expect(afterDemo(null, [])).toEqual([
      "could not run: deploy/nginx.conf, which the server will run, for want of nginx (apt-get install nginx-light)",
    ]);
    expect([...afterDemo(null, ["--no-nginx"]), ...afterDemo("1.22.1", [])]).toEqual([]);
  });

  it("is told of every file that starts nginx or systemd-analyze itself", () => {
    const files = globSync("generated/**/*.test.ts", { cwd: join(house, "test") });
    for (const [name, sign] of [
      ["nginx", /start\(\["nginx"|"nginx", \["-t"|\/usr\/sbin\/nginx|nginxAccepts|new Stack\(/],
      ["systemd-analyze", /"systemd-analyze", \[|managerAccepts/],
    ] as const)
      for (const file of files.filter((each) => sign.test(readFileSync(join(house, "test", each), "utf8")))) {
        const own = needsOfFiles.find(([start]) => file.startsWith(start))?.[1] ?? [];
        expect(
          own.map((need) => need.name),
          file,
        ).toContain(name);
      }
  });
});
