import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ejs from "ejs";
import { describe, expect, it } from "vitest";
import { hashesApart } from "../../.github/made/hashes-apart.ts";

const folder = join(import.meta.dirname, "../../templates/requirements");
const templates = globSync("*.ejs", { cwd: folder });
const rendered = (name: string) =>
  ejs.render(readFileSync(join(folder, name), "utf8"), { python: "3.11" }, { filename: join(folder, name) });

describe("the locks that a repository can get", () => {
  it("are there", () => expect(templates).toHaveLength(18));

  it.each(templates)("%s comes apart and together again, byte for byte", (name) => {
    const { template, hashes } = hashesApart(rendered(name));
    expect(template).toBe(readFileSync(join(folder, name), "utf8").replaceAll("<%= python %>", "3.11"));
    for (const { path, text } of hashes) expect(readFileSync(join(folder, path), "utf8"), path).toBe(text);
  });

  it("name each version of a package that hashes are kept of, and no other", () => {
    const named = new Set(templates.flatMap((name) => hashesApart(rendered(name)).hashes.map(({ path }) => path)));
    expect([...named].sort()).toEqual(globSync("hashes/*.ejs", { cwd: folder }).sort());
  });
});
