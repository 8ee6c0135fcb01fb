import { globSync, readFileSync } from "node:fs";
import { isBuiltin } from "node:module";
import { dirname, join, relative } from "node:path";
import { describe, expect, it } from "vitest";

const root = join(import.meta.dirname, "../..");

/** Who may import whom: each room lists the rooms below it. `action` alone is main.ts, post.ts, inputs.ts, report.ts. */
const below: Record<string, string[]> = {
  "action/app": [],
  "action/lint": ["action/app"],
  "action/deploy": ["action/app", "action/lint"],
  "action/console": ["action/app", "action/deploy"],
  action: ["action/app", "action/lint", "action/deploy", "action/console"],
  generators: ["action/app", "action/lint", "action/deploy", "action/console"],
};

const roomOf = (file: string) =>
  Object.keys(below)
    .filter((room) => file === `${room}.ts` || file.startsWith(`${room}/`))
    .sort((a, b) => b.length - a.length)[0];

const sources = globSync("{action,generators}/**/*.ts", { cwd: root }).map((file) => {
  const text = readFileSync(join(root, file), "utf8");
  const imports = [...text.matchAll(/(?:from|import|import\()\s*"([^"]+)"/g)].map((m) => m[1] as string);
  return { file, text, imports };
});

describe("the house", () => {
  it("has sources to look at", () => expect(sources.length).toBeGreaterThanOrEqual(3));

  it.each(sources)("$file imports only what lies below it", ({ file, imports }) => {
    const room = roomOf(file) as string;
    for (const target of imports.filter((i) => i.startsWith("."))) {
      expect(target, "imports carry their suffix").toMatch(/\.(ts|json)$/);
      const there = roomOf(relative(root, join(root, dirname(file), target)));
      expect([room, ...(below[room] ?? [])], `${file} imports ${target}`).toContain(there);
    }
  });

  it.each(sources.filter(({ file }) => /^action\/(app|console|deploy|lint)\b/.test(file)))(
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
    expect(sources.map((s) => s.file).filter((f) => /(^|\/)(utils?|helpers?|common|misc)(\/|\.ts$)/.test(f))).toEqual(
      [],
    );
  });
});
