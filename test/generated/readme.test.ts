import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { unpacked } from "../packed.ts";
import { clear, makeRoom } from "./preview/previewed.ts";

const root = join(import.meta.dirname, "../..");
const room = makeRoom();
afterAll(() => clear(room));

/** What stands between ```sh runs and its end, in the order of the page. */
const blocks = [...readFileSync(join(root, "README.md"), "utf8").matchAll(/^```sh runs\n(.*?)^```$/gms)].map(
  (m) => m[1],
);

describe("the README's commands", () => {
  it("run one after another as they stand", () => {
    // The package is not published from here: npx is one that has it already.
    const bin = join(room, "bin");
    mkdirSync(bin);
    const cli = unpacked(join(room, "package"));
    writeFileSync(
      join(bin, "npx"),
      `#!/bin/sh\n[ "$1" = create-flask-deploy ] && shift && exec '${process.execPath}' '${cli}' "$@"\n`,
    );
    chmodSync(join(bin, "npx"), 0o755);
    expect(blocks.length).toBeGreaterThan(1);
    const run = spawnSync("sh", ["-eu"], {
      cwd: room,
      input: blocks.join("\n"),
      encoding: "utf8",
      env: { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH}` },
    });
    expect(run.stderr).not.toMatch(/error/);
    expect(run.status, run.stdout + run.stderr).toBe(0);
    expect(run.stdout).toContain("✓ / 200 text/html");
  });
});
