import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { build } from "../packed.ts";

const folder = mkdtempSync(join(tmpdir(), "cfd-apart-"));
const dist = build(folder);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A built file with all that it loads before its first line runs; what it imports later, if at all, is not among it. */
function loaded(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  const text = readFileSync(join(dist, file), "utf8");
  for (const [, name] of text.matchAll(/(?:\bfrom|\bimport)\s*"(\.\/[^"]+)"/g))
    loaded(join(dirname(file), name as string), seen);
  return seen;
}

const holdsRules = (file: string) => readFileSync(join(dist, file), "utf8").includes("nginx/alias-traversal");

it.each(["main.js", "deploy.js", "cli.js", "cli-deploy.js"])("dist/%s loads nothing of the linter", (file) => {
  expect([...loaded(file)].filter(holdsRules)).toEqual([]);
});

it("knows the linter when it sees it", () => {
  expect([...loaded("cli-lint2.js")].some(holdsRules)).toBe(true);
});

it.each(["doctor", "status", "logs", "maintenance"])("only `command: %s` loads its question to the server", (name) => {
  const holds = (file: string) => readFileSync(join(dist, file), "utf8").includes(`name: "${name}"`);
  expect([...loaded(`${name}.js`)].filter(holds)).toEqual([`${name}.js`]);
  for (const entry of ["main.js", "deploy.js", "rollback.js"]) expect([...loaded(entry)].filter(holds)).toEqual([]);
});
