import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { packageOf } from "../../action/engine/deploy/packages/wheels.ts";
import { committed, serverWith, Workshop } from "./shelf.ts";

const shop = new Workshop();
const server = serverWith("3.11.2");
afterAll(() => shop.remove());

const names = async (lock: string, python = server, more: Readonly<Record<string, string>> = {}) =>
  (await shop.wheels(shop.repository({ "requirements.txt": lock, ...more }), python)).map(({ name }) => name);

describe("what a lock takes from the repository", () => {
  const project = (root: string, more = {}) =>
    shop.put({ name: "proj", as: "project", folder: root, content: ["data.txt"], ...more });

  it.each([".", "-e .", "proj @ file:.", "./", "file:."])(
    "as %s is built of exactly the files of the release",
    async (line) => {
      const root = shop.repository({ "requirements.txt": `${line}\n`, "data.txt": "one", "dir/run.sh": "x" });
      project(root);
      committed(root);
      writeFileSync(join(root, "untracked.txt"), "x");
      const [wheel] = await shop.wheels(root, server);
      expect(wheel?.name).toBe("proj-1.0-py3-none-any.whl");
      const said = execFileSync(
        "python3",
        [
          "-c",
          "import sys; sys.path.insert(0, sys.argv[1]); import proj_files; print(' '.join(proj_files.FILES))",
          wheel?.path as string,
        ],
        { encoding: "utf8" },
      );
      expect(said.trim().split(" ")).toEqual([
        "about.json",
        "backend.py",
        "data.txt",
        "dir/run.sh",
        "pyproject.toml",
        "requirements.txt",
      ]);
      expect(readdirSync(root)).not.toContain("build");
    },
  );

  it("names its environment by its content", async () => {
    const root = shop.repository({ "requirements.txt": ".\n", "data.txt": "one" });
    project(root);
    committed(root);
    const before = (await shop.packages(root)).key;
    expect((await shop.packages(root)).key).toBe(before);
    writeFileSync(join(root, "data.txt"), "two");
    expect((await shop.packages(root)).key).not.toBe(before);
  });

  it("is a project beside it, a package, a folder of packages, an included file: each counts by its content", async () => {
    const root = shop.repository({
      "app/requirements.txt":
        "../lib\n./wheels/boxed-1.0-py3-none-any.whl\n-r more.txt\n-c bounds.txt\n--find-links shelf\n",
      "lib/data.txt": "1",
      "app/more.txt": "",
      "app/bounds.txt": "",
      "app/shelf/x": "",
    });
    project(join(root, "lib"));
    shop.put({ name: "boxed", folder: join(root, "app/wheels") });
    committed(root);
    const app = join(root, "app");
    const wheels = await shop.wheels(app, server);
    expect(wheels.map(({ name }) => packageOf(name))).toEqual(["boxed", "proj"]);
    const keys = new Set([(await shop.packages(app)).key]);
    const changes = [
      () => writeFileSync(join(root, "lib/data.txt"), "2"),
      () => shop.put({ name: "boxed", requires: [], python: ">=3", folder: join(app, "wheels") }),
      () => writeFileSync(join(app, "more.txt"), "chosen==1.0"),
      () => writeFileSync(join(app, "bounds.txt"), "chosen==1.0"),
      () => shop.put({ name: "other", folder: join(app, "shelf") }),
    ];
    for (const change of changes) {
      change();
      keys.add((await shop.packages(app)).key);
    }
    expect(keys.size).toBe(changes.length + 1);
  });

  it("brings its dependencies, by the server's markers, with its extras", async () => {
    shop.put({ name: "chosen" }, { name: "fast" });
    const root = shop.repository({ "requirements.txt": ".[speed]\n", "data.txt": "" });
    project(root, { extras: ["speed"], requires: ["chosen ; python_version < '3.12'", "fast ; extra == 'speed'"] });
    expect((await shop.wheels(root, server)).map(({ name }) => packageOf(name))).toEqual(["chosen", "fast", "proj"]);
    expect((await shop.wheels(root, serverWith("3.12.1"))).map(({ name }) => packageOf(name))).toEqual([
      "fast",
      "proj",
    ]);
  });

  it("is left out where its marker says so, without being built", async () => {
    const root = shop.repository({
      "requirements.txt": "./lib ; python_version < '3'\nplain==1.0\n",
      "lib/pyproject.toml": "this builds nothing",
    });
    shop.put({ name: "plain" });
    expect((await shop.wheels(root, server)).map(({ name }) => packageOf(name))).toEqual(["plain"]);
  });

  it("is built again by itself where a tool has resolved the rest", async () => {
    const [hash] = shop.put({ name: "plain" });
    const packages = `[[packages]]\nname = "plain"\nversion = "1.0"\nwheels = [{ url = "x", hashes = { sha256 = "${hash}" } }]\n[[packages]]\nname = "proj"\ndirectory = { path = "." }\n`;
    const root = shop.repository({ "pylock.toml": `lock-version = "1.0"\n${packages}`, "data.txt": "one" });
    project(root);
    const cacheDir = shop.fresh();
    const [plain, proj] = await shop.wheels(root, server, { cacheDir });
    expect([plain?.name, proj?.name]).toEqual(["plain-1.0-py3-none-any.whl", "proj-1.0-py3-none-any.whl"]);
    writeFileSync(join(root, "data.txt"), "two");
    // What is fetched no more could not be, either.
    renameSync(join(shop.shelf, "plain-1.0-py3-none-any.whl"), join(shop.folder, "hidden.whl"));
    const [again, changed] = await shop.wheels(root, server, { cacheDir });
    expect(again).toEqual(plain);
    expect(changed?.sha256).not.toBe(proj?.sha256);
  });

  it("goes with a lock of hashes", async () => {
    const [hash] = shop.put({ name: "plain" });
    const root = shop.repository({ "requirements.txt": `plain==1.0 --hash=sha256:${hash}\n-e .\n`, "data.txt": "" });
    project(root);
    expect((await shop.wheels(root, server)).map(({ name }) => packageOf(name))).toEqual(["plain", "proj"]);
  });

  it("is refused by what is wrong with it", async () => {
    shop.put({ name: "boxed", folder: shop.fresh("x") });
    await expect(names("./nowhere\n")).rejects.toThrow("requirements.txt refers to ./nowhere, which does not exist");
    await expect(names("./odd.txt\n", server, { "odd.txt": "" })).rejects.toThrow(
      /neither a project folder nor a package/,
    );
    await expect(names("--find-links ./nowhere\n")).rejects.toThrow(
      /--find-links refers to \/\S+nowhere, which does not exist/,
    );
    const ignored = committed(shop.repository({ "requirements.txt": "./lib\n", ".gitignore": "lib/\n" }));
    mkdirSync(join(ignored, "lib"));
    await expect(shop.wheels(ignored, server)).rejects.toThrow(/git tracks no file/);
    const boxed = shop.repository({
      "requirements.txt": `./boxed-1.0-py3-none-any.whl --hash=sha256:${"0".repeat(64)}\n`,
    });
    shop.put({ name: "boxed", folder: boxed });
    await expect(shop.wheels(boxed, server)).rejects.toThrow(/does not match its hash in requirements.txt/);
  });

  it("is a commit of another repository, too", async () => {
    const other = shop.fresh("other");
    project(other);
    writeFileSync(join(other, "data.txt"), "");
    committed(other);
    const commit = execFileSync("git", ["rev-parse", "HEAD"], { cwd: other, encoding: "utf8" }).trim();
    expect((await names(`proj @ git+file://${other}@${commit}\n`)).map(packageOf)).toEqual(["proj"]);
  });
});
