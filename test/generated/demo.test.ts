import { execFileSync, spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { clear, makeRoom } from "./preview/previewed.ts";

const room = makeRoom();
afterAll(() => clear(room));

describe("npm run demo", () => {
  it("goes from a fresh clone to a served app, and leaves nothing behind", () => {
    const clone = join(room, "clone");
    execFileSync("git", ["clone", "-q", join(import.meta.dirname, "../.."), clone]);
    const temporary = join(room, "tmp");
    execFileSync("mkdir", [temporary]);
    const run = spawnSync("npm", ["run", "-s", "demo"], {
      cwd: clone,
      encoding: "utf8",
      env: { ...process.env, TMPDIR: temporary },
    });
    expect(run.stderr + run.stdout).toMatch(
      /^preview +[\d.]+ s {2}uwsgi behind nginx .*: \/ 200 text\/html.*, \/static\/style\.css 200 text\/css$/m,
    );
    expect(run.stdout).toMatch(/^tests +[\d.]+ s {2}\d+ passed/m);
    expect(run.status).toBe(0);
    // npm keeps node's compiled code there for its next run, whatever it runs.
    expect(readdirSync(temporary).filter((name) => name !== "node-compile-cache")).toEqual([]);
    expect(execFileSync("git", ["status", "--short", "--", ":!dist"], { cwd: clone, encoding: "utf8" })).toBe("");
  });
});
