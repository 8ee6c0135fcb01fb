import { globSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { commands } from "../../generators/dispatch/commands.ts";
import { version } from "../../generators/package.ts";
import { checkedAnswers } from "../../generators/scaffold/answers.ts";
import { type RenderedFile, render } from "../../generators/scaffold/render.ts";
import { templates } from "../../generators/scaffold/templates.ts";
import { type Combination, stacks } from "./combinations.ts";

/** Reviewed elsewhere: the schema has tests of its own, locks and licences are not written by us. */
const notShown = /schema\.json$|^requirements.*\.txt$|^LICENSE$/;

const [standard, ...others] = stacks as [Combination, ...Combination[]];
const standardFiles = await render(standard.answers, templates);
const standardTexts = new Set(standardFiles.map(({ path, content }) => `${path}\0${content}`));

/** A stack shows only what it does not have in common with the default one. */
const shown = (files: readonly RenderedFile[], label: string) =>
  files
    .filter(({ path }) => !notShown.test(path))
    .filter(({ path, content }) => label === standard.label || !standardTexts.has(`${path}\0${content}`));

/** A name that neither git nor pytest nor an editor takes for the file itself. */
const nameOf = (path: string) => `${path.replace(/(^|\/)\./g, "$1dot-")}.txt`;

describe.each([standard, ...others])("the repository of the stack $label", async ({ label, answers }) => {
  const files = await render(answers, templates);

  it("names only commands that there are", () => {
    const texts = files.filter(({ path }) => /^README|\.html$/.test(path)).map(({ content }) => `${content}`);
    const named = [...texts.join("\n").matchAll(/npx create-flask-deploy (\w+)/g)].map((match) => match[1]);
    expect(named.length).toBeGreaterThan(4);
    expect(Object.keys(commands)).toEqual(expect.arrayContaining(named));
  });

  it("has these files", async () => {
    const list = files.map(({ path, mode }) => `${mode.toString(8)} ${path}\n`).sort();
    await expect(list.join("")).toMatchFileSnapshot(join("snapshots", label, "files.txt"));
  });

  it.each(shown(files, label))("has its $path as it was reviewed", async ({ path, content }) => {
    const text = content.toString("utf8").replace(`create-flask-deploy ${version()};`, "create-flask-deploy VERSION;");
    await expect(text).toMatchFileSnapshot(join("snapshots", label, nameOf(path)));
  });

  it("has no review of a file that it no longer makes", () => {
    const reviewed = globSync(`${label}/**/*.txt`, { cwd: join(import.meta.dirname, "snapshots") });
    const made = shown(files, label).map(({ path }) => join(label, nameOf(path)));
    expect(reviewed.sort()).toEqual([join(label, "files.txt"), ...made].sort());
  });

  it("ends every file with one newline, and no line with a blank", () => {
    for (const { path, content } of files) {
      const text = content.toString("utf8");
      expect(text, path).toMatch(/[^\n]\n$/);
      expect(text, path).not.toMatch(/[ \t]\n|\n\n\n\n/);
    }
  });
});

it.each(["systemd", "supervisor", "emperor"] as const)(
  "what the app writes under %s may be read by its group alone, and written by nobody else",
  async (processManager) => {
    const files = await render(checkedAnswers({ name: "shop", processManager }), templates);
    const masks = files.flatMap(({ content }) => [...`${content}`.matchAll(/^umask ?= ?0?(\d{3})$/gim)]);
    expect(masks.map((match) => match[1])).toEqual(["027"]);
  },
);

it.each(["systemd", "supervisor"] as const)(
  "what waitress has of its own under %s is as it was reviewed",
  async (processManager) => {
    const files = await render(checkedAnswers({ name: "shop", server: "waitress", processManager }), templates);
    for (const { path, content } of files.filter(({ path }) => /serve\.py|nginx\.conf|@\.service|\/start$/.test(path)))
      if (!/-front@/.test(path) && !(processManager === "supervisor" && path === "deploy/nginx.conf"))
        await expect(`${content}`).toMatchFileSnapshot(join("snapshots", `waitress-${processManager}`, nameOf(path)));
  },
);

it("the workflow that is the console is as it was reviewed, and the README names it", async () => {
  const files = await render(checkedAnswers({ name: "shop", console: true }), templates);
  const text = (path: string) => `${files.find((file) => file.path === path)?.content}`;
  await expect(text(".github/workflows/console.yml")).toMatchFileSnapshot(join("snapshots", "console.yml.txt"));
  expect(text("README.md")).toContain("| `.github/workflows/console.yml` |");
  expect(text("flask-deploy.yml")).toContain("\nconsole: true\n");
});
