import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { plainEnv } from "../packed.ts";
import { clear, makeRoom } from "./preview/previewed.ts";

const room = makeRoom();
afterAll(() => clear(room));

const clone = join(room, "clone");
beforeAll(() => execFileSync("git", ["clone", "-q", join(import.meta.dirname, "../.."), clone]));

describe("in a fresh clone", () => {
  it("npm run demo goes all the way to a served app, and leaves nothing behind", () => {
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

  it("npm pack builds what it packs", () => {
    rmSync(join(clone, "dist"), { recursive: true });
    const packed = execFileSync("npm", ["pack", "--json", "--silent"], {
      cwd: clone,
      encoding: "utf8",
      env: plainEnv(),
    });
    const [{ files }] = JSON.parse(packed);
    const paths = files.map(({ path }: { path: string }) => path);
    expect(paths).toContain("dist/cli.js");
    expect(paths.filter((path: string) => /^dist\/(?!cli)/.test(path))).toEqual([]);
    expect(existsSync(join(clone, "dist/main.js"))).toBe(true);
  });
});
