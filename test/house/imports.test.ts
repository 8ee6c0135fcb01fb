import { globSync, readFileSync } from "node:fs";
import { isBuiltin } from "node:module";
import { dirname, join, relative } from "node:path";
import { describe, expect, it } from "vitest";

const root = join(import.meta.dirname, "../..");

/** The rooms of the engine, the lowest first, and what each may import beside itself. */
const engine = {
  "action/engine/kinds": [],
  "action/engine/app": ["action/engine/kinds"],
  "action/engine/process": [],
  "action/engine/deploy": [
    "action/engine/kinds",
    "action/engine/app",
    "action/engine/process",
    "action/engine/targets",
    "action/lint",
  ],
  "action/engine/targets": [
    "action/engine/kinds",
    "action/engine/app",
    "action/engine/process",
    "action/engine/deploy",
    "action/lint",
  ],
  "action/engine/console": [
    "action/engine/kinds",
    "action/engine/app",
    "action/engine/process",
    "action/engine/deploy",
    "action/engine/targets",
  ],
};
const allOfEngine = Object.keys(engine);

/** Who may import whom. `action` alone is main.ts, post.ts and run.ts. */
const below: Record<string, readonly string[]> = {
  ...engine,
  "action/lint": ["action/engine/app"],
  "action/runner": [...allOfEngine, "action/lint"],
  "action/inputs": [...allOfEngine, "action/lint", "action/runner"],
  "action/report": [...allOfEngine, "action/lint", "action/runner", "action/inputs"],
  "action/github": [...allOfEngine, "action/runner", "action/report"],
  "action/commands": [
    ...allOfEngine,
    "action/lint",
    "action/runner",
    "action/inputs",
    "action/report",
    "action/github",
  ],
  action: [...allOfEngine, "action/runner", "action/inputs", "action/report", "action/github", "action/commands"],
  generators: [...allOfEngine, "action/lint", "action/github"],
};

const roomOf = (file: string) =>
  Object.keys(below)
    .filter((room) => file.startsWith(`${room}/`))
    .sort((a, b) => b.length - a.length)[0];

const sources = globSync("{action,generators}/**/*.ts", { cwd: root }).map((file) => {
  const text = readFileSync(join(root, file), "utf8");
  const imports = [...text.matchAll(/(?:from|import|import\()\s*"([^"]+)"/g)].map((m) => m[1] as string);
  const own = imports.filter((i) => i.startsWith(".")).map((i) => relative(root, join(root, dirname(file), i)));
  return { file, text, imports, own };
});

/** Files that import each other, directly or by way of others, the order of a walk along them. */
function circles(): string[][] {
  const next = new Map(sources.map(({ file, own }) => [file, own]));
  const done = new Set<string>();
  const found: string[][] = [];
  const walk = (file: string, way: readonly string[]) => {
    if (way.includes(file)) found.push([...way.slice(way.indexOf(file)), file]);
    else if (!done.has(file)) for (const to of next.get(file) ?? []) walk(to, [...way, file]);
    done.add(file);
  };
  for (const file of next.keys()) walk(file, []);
  return found;
}

/** A folder that lists more than this is no room that a newcomer sees through; tables of rules are lists by nature. */
const most = 13;
const lists = /^action\/lint\/rules\//;

describe("the house", () => {
  it("has sources to look at", () => expect(sources.length).toBeGreaterThanOrEqual(3));

  it.each(sources)("$file imports only what lies below it", ({ file, imports, own }) => {
    const room = roomOf(file) as string;
    for (const target of imports.filter((i) => i.startsWith(".")))
      expect(target, "imports carry their suffix").toMatch(/\.(ts|json)$/);
    for (const target of own)
      expect([room, ...(below[room] ?? [])], `${file} imports ${target}`).toContain(roomOf(target));
  });

  it.each(sources.filter(({ file }) => file.startsWith("action/commands/")))(
    "$file gets its inputs as values, and knows of them only their types",
    ({ text }) => expect(text.match(/import (?!type\b)[^;]*"[^"]*\/inputs\/[^"]*"/g)).toBeNull(),
  );

  it("has no files that import each other", () => expect(circles()).toEqual([]));

  it("has no room with more loose files than a newcomer reads", () => {
    const files = globSync("{action,generators}/**/*.{ts,py,sh}", { cwd: root }).map((file) => dirname(file));
    const counts = new Map<string, number>();
    for (const folder of files) counts.set(folder, (counts.get(folder) ?? 0) + 1);
    expect([...counts].filter(([folder, count]) => count > most && !lists.test(folder))).toEqual([]);
  });

  it.each(sources.filter(({ file }) => /^action\/(engine|lint)\b/.test(file)))(
    "$file knows neither GitHub, plop, the environment nor the terminal",
    ({ text, imports }) => {
      expect(imports.filter((i) => /^@actions\/|^node-plop$|^plop$|^inquirer|^@?octokit/.test(i))).toEqual([]);
      expect(text).not.toMatch(/\bprocess\.(env|exit|cwd|stdout|stderr|stdin)\b|\bconsole\./);
    },
  );

  it.each(sources.filter(({ file }) => /^action\/lint\/(?!tables\/(build|generate)\.ts)/.test(file)))(
    "$file runs in a browser",
    ({ imports }) => expect(imports.filter(isBuiltin)).toEqual([]),
  );

  it.each(["action/main.ts", "action/post.ts", "generators/cli.ts"])("%s is an entry of at most 15 lines", (file) => {
    expect(readFileSync(join(root, file), "utf8").trimEnd().split("\n").length).toBeLessThanOrEqual(15);
  });

  it("has no drawers", () => {
    const drawer = /(^|\/)(utils?|helpers?|common|misc)(\/|\.ts$)/;
    // The helper is a program with that name, on each server.
    const own = /^action\/engine\/targets\/server\/(helper\/|setup\/helper\.ts$)/;
    expect(sources.map((s) => s.file).filter((f) => drawer.test(f) && !own.test(f))).toEqual([]);
  });
});
