import { globSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type RenderedFile, render } from "../../generators/render.ts";
import { shipped } from "../../generators/shipped.ts";
import { type Combination, stacks } from "./combinations.ts";

/** Reviewed elsewhere: the schema has tests of its own, locks and licences are not written by us. */
const notShown = /schema\.json$|^requirements.*\.txt$|^LICENSE$/;

const [standard, ...others] = stacks as [Combination, ...Combination[]];
const standardFiles = await render(standard.answers, shipped);
const standardTexts = new Set(standardFiles.map(({ path, content }) => `${path}\0${content}`));

/** A stack shows only what it does not have in common with the default one. */
const shown = (files: readonly RenderedFile[], label: string) =>
  files
    .filter(({ path }) => !notShown.test(path))
    .filter(({ path, content }) => label === standard.label || !standardTexts.has(`${path}\0${content}`));

/** A name that neither git nor pytest nor an editor takes for the file itself. */
const nameOf = (path: string) => `${path.replace(/(^|\/)\./g, "$1dot-")}.txt`;

describe.each([standard, ...others])("the repository of the stack $label", async ({ label, answers }) => {
  const files = await render(answers, shipped);

  it("has these files", async () => {
    const list = files.map(({ path, mode }) => `${mode.toString(8)} ${path}\n`).sort();
    await expect(list.join("")).toMatchFileSnapshot(join("snapshots", label, "files.txt"));
  });

  it.each(shown(files, label))("has its $path as it was reviewed", async ({ path, content }) => {
    await expect(content.toString("utf8")).toMatchFileSnapshot(join("snapshots", label, nameOf(path)));
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
