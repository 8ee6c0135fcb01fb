import { mkdirSync, readdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { findUv } from "../../action/engine/deploy/packages/uv.ts";
import { runProcess } from "../../action/engine/process/run.ts";
import { pythonOf } from "../requirements.ts";
import { Workshop } from "./shelf.ts";

const shop = new Workshop();
afterAll(() => shop.remove());
const { PIP_NO_INDEX: _, PIP_FIND_LINKS: __, PIP_CONFIG_FILE: ___, ...env } = shop.env;
const bin = join(shop.folder, "bin");
mkdirSync(bin);
symlinkSync(pythonOf("3.13") as string, join(bin, "python3"));
const without = { ...env, PATH: `${bin}:/usr/bin:/bin` };
const find = (cacheDir: string, given: Record<string, string>, lines: string[] = []) =>
  findUv({ run: runProcess, env: given, cacheDir, onLine: (line) => lines.push(line) });

it("uv is the machine's own where there is one", async () => {
  const cacheDir = shop.fresh();
  expect(await find(cacheDir, env)).toBe("uv");
  expect(readdirSync(cacheDir)).toEqual([]);
});

it("uv is fetched once, by its hash, where there is none, also by two at once", async () => {
  const cacheDir = shop.fresh();
  const lines: string[] = [];
  const [one, two] = await Promise.all([find(cacheDir, without, lines), find(cacheDir, without)]);
  expect(one).toBe(two);
  expect(lines[0]).toMatch(/^uv\.lock needs uv, which is not installed here: fetching uv \d/);
  expect((await runProcess([one as string, "--version"])).stdout).toMatch(/^uv \d/);
  expect(readdirSync(cacheDir)).toHaveLength(1);
  expect(await find(cacheDir, { ...without, PIP_NO_INDEX: "1" })).toBe(one);
});

it("uv that cannot be fetched is told with what to do", async () => {
  const cacheDir = shop.fresh();
  await expect(find(cacheDir, { ...without, PIP_NO_INDEX: "1" })).rejects.toMatchObject({
    kind: "infrastructure",
    message: expect.stringMatching(/could not be fetched/),
    next: expect.stringMatching(/Install uv/),
  });
  expect(readdirSync(cacheDir)).toEqual([]);
});
