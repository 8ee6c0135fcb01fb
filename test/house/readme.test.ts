import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { pictures } from "../../.github/made/push-picture.ts";
import { stacks } from "../../action/engine/app/fields.ts";
import { commands, dispatch } from "../../generators/dispatch/commands.ts";
import { captured } from "../generators/captured.ts";
import { withTables } from "./action-table.ts";

const root = join(import.meta.dirname, "../..");
const read = (path: string) => readFileSync(join(root, path), "utf8");
const readme = read("README.md");
const pages = ["README.md", "CONTRIBUTING.md", "SECURITY.md"];

describe("the README", () => {
  it("has the tables of action.yml as they are: node test/house/action-table.ts", () => {
    expect(readme).toBe(withTables(readme, read("action.yml")));
  });

  it("names every stack and every command, and no other", () => {
    const rows = [...readme.matchAll(/^\| `([\w-]+)`(?: \(default\))? \|.*\| (?:systemd|the uWSGI emperor) \|$/gm)];
    expect(rows.map((row) => row[1])).toEqual(Object.keys(stacks));
    const table = readme.slice(readme.indexOf("## Commands"), readme.indexOf("### Preview"));
    const named = [...table.matchAll(/^\| (`[^|]+) \|/gm)].flatMap((row) => [
      ...(row[1] as string).matchAll(/`(\w+)`/g),
    ]);
    expect(named.map((match) => match[1]).toSorted()).toEqual(Object.keys(commands).toSorted());
  });

  it("shows only commands and flags that exist", async () => {
    const lines = [...readme.matchAll(/npx create-flask-deploy([^`\n#]*)/g)].map((match) =>
      (match[1] as string).trim(),
    );
    expect(lines.length).toBeGreaterThan(4);
    for (const line of lines) {
      const words = line.split(/\s+/).filter(Boolean);
      const name = words.find((word) => Object.hasOwn(commands, word));
      const { stdout } = await captured(dispatch, [...(name ? [name] : []), "--help"]);
      for (const flag of words.filter((word) => word.startsWith("--")))
        expect(stdout.replaceAll("--[no-]", "--").replaceAll("[no-]", ""), `npx create-flask-deploy ${line}`).toContain(
          flag.replace("--no-", "--"),
        );
    }
  });

  it("has the picture that its description draws: node .github/made/push-picture.ts", () => {
    for (const [name, svg] of Object.entries(pictures)) expect(read(`.github/${name}`)).toBe(svg);
  });
});

describe.each(pages)("%s", (page) => {
  const text = read(page);

  it("links to files that are there, and names none that is not", () => {
    const links = [...text.matchAll(/\]\(([^)#:]+)\)|(?:src|srcset)="([^":]+)"/g)].map((match) => match[1] ?? match[2]);
    const named = [...text.matchAll(/`((?:action|generators|templates|test|tools|\.ci)\/[\w./-]*)`/g)].map((m) => m[1]);
    for (const path of [...links, ...named]) expect(existsSync(join(root, path as string)), path).toBe(true);
  });

  it("names npm scripts that exist", () => {
    const { scripts } = JSON.parse(read("package.json"));
    for (const [, name] of text.matchAll(/npm run ([\w:]+)/g)) expect(Object.keys(scripts)).toContain(name);
  });
});
