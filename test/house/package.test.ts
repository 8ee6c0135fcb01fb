import { execFileSync } from "node:child_process";
import { globSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { build, install, nodes, pack, plainEnv } from "../packed.ts";

const root = join(import.meta.dirname, "../..");
const folder = realpathSync(mkdtempSync(join(tmpdir(), "cfd-package-")));
const home = join(folder, "home");
const packageFolder = join(home, "node_modules/create-flask-deploy");
let tarball = "";

beforeAll(() => {
  tarball = pack(folder);
  install(tarball, home);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("the package", () => {
  it("weighs at most 450 kB and needs no other", () => {
    expect(statSync(tarball).size).toBeLessThanOrEqual(450_000);
    expect(readdirSync(join(home, "node_modules")).filter((name) => !name.startsWith("."))).toEqual([
      "create-flask-deploy",
    ]);
  });

  it("holds the program, the schema and every template, and nothing else", () => {
    const files = readdirSync(packageFolder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => join(parentPath, name).slice(packageFolder.length + 1));
    const templates = readdirSync(join(root, "templates"), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => join(parentPath, name).slice(root.length + 1));
    const others = files.filter((file) => !/^(README\.md|LICENSE|package\.json|dist\/cli-[\w-]+\.js)$/.test(file));
    expect(others.sort()).toEqual(["dist/cli.js", "dist/flask-deploy.schema.json", ...templates].sort());
  });

  it.each(nodes())("scaffolds under %s, from anywhere", (node) => {
    const cwd = mkdtempSync(join(folder, "elsewhere-"));
    const program = join(home, "node_modules/.bin/create-flask-deploy");
    const said = execFileSync(node, [program, "shop", "--yes", "--no-git", "--json"], { cwd, encoding: "utf8" });
    const { files, dir } = JSON.parse(said);
    expect(files.length).toBeGreaterThan(15);
    for (const { path, bytes } of files) expect(statSync(join(dir, path)).size, path).toBe(bytes);
  });

  it("is what npx runs", () => {
    const said = execFileSync("npx", ["--offline", "create-flask-deploy", "--version"], {
      cwd: home,
      encoding: "utf8",
      env: plainEnv(),
    });
    expect(said.trim()).toBe(JSON.parse(readFileSync(join(root, "package.json"), "utf8")).version);
  });
});

describe("dist/", () => {
  it("is what the source builds to, byte for byte", () => {
    const fresh = build(mkdtempSync(join(folder, "fresh-")));
    const names = (dir: string) => globSync("**/*.*", { cwd: dir }).sort();
    expect(names(join(root, "dist")), "npm run build, and commit dist/").toEqual(names(fresh));
    for (const name of names(fresh))
      expect(
        readFileSync(join(root, "dist", name)).equals(readFileSync(join(fresh, name))),
        `dist/${name}: npm run build`,
      ).toBe(true);
  });
});
