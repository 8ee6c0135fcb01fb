import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, statSync } from "node:fs";
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
  it("weighs less than 1 MB and needs no other", () => {
    expect(statSync(tarball).size).toBeLessThan(1_000_000);
    expect(readdirSync(join(home, "node_modules")).filter((name) => !name.startsWith("."))).toEqual([
      "create-flask-deploy",
    ]);
  });

  it("holds the program and every template, and nothing else", () => {
    const files = readdirSync(packageFolder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => join(parentPath, name).slice(packageFolder.length + 1));
    const templates = readdirSync(join(root, "templates"), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => join(parentPath, name).slice(root.length + 1));
    const others = files.filter((file) => !/^(README\.md|LICENSE|package\.json|dist\/cli-[\w-]+\.js)$/.test(file));
    expect(others.sort()).toEqual(["dist/cli.js", ...templates].sort());
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
    // The command line and the page are built when they are packed or published.
    const names = (dir: string) => readdirSync(dir).filter((name) => !/^(cli.*\.js|playground)$/.test(name));
    expect(names(join(root, "dist")), "npm run build, and commit dist/").toEqual(names(fresh));
    for (const name of names(fresh))
      expect(
        readFileSync(join(root, "dist", name)).equals(readFileSync(join(fresh, name))),
        `dist/${name}: npm run build`,
      ).toBe(true);
  });

  it("is what git has of it: the Action alone, in as few files as its commands need", () => {
    const ls = execFileSync("git", ["ls-files", "dist"], { cwd: root, encoding: "utf8" });
    const commands = ["deploy", "doctor", "lint", "logs", "maintenance", "rollback", "status"];
    const later = ["changed-in-pull", "follow-deploy", "pull-request", "server-access"];
    const common = ["lezer", "packages", "rolldown-runtime", "shared"];
    const files = ["main", "post", ...commands, ...later, ...common].map((name) => `dist/${name}.js`);
    expect(ls.trim().split("\n")).toEqual(files.sort());
  });

  it("can be reviewed: git shows its changes, line by line", () => {
    const attributes = execFileSync("git", ["check-attr", "diff", "linguist-generated", "dist/main.js"], {
      cwd: root,
      encoding: "utf8",
    });
    expect(attributes.match(/: unspecified$/gm)).toHaveLength(2);
    for (const name of readdirSync(join(root, "dist")).filter((name) => /^(?!cli).*\.js$/.test(name)))
      expect(readFileSync(join(root, "dist", name), "utf8").split("\n").length, name).toBeGreaterThan(10);
  });
});
