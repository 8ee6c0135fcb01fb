import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { packageOf } from "../../action/deploy/packages/wheels.ts";
import { serverWith, Workshop } from "./shelf.ts";

const shop = new Workshop();
const server = serverWith("3.11.2");
afterAll(() => shop.remove());

interface Server {
  readonly version?: string;
  readonly machine?: string;
  readonly markers?: Readonly<Record<string, string>>;
}

/** A repository that has these files. */
function repository(files: Readonly<Record<string, string>>): string {
  const root = shop.fresh("root");
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}
const git = (root: string) => {
  for (const words of [
    ["init", "-q"],
    ["add", "-A"],
    ["-c", "user.name=x", "-c", "user.email=x@example.org", "commit", "-qm", "x"],
  ])
    execFileSync("git", words, { cwd: root });
  return root;
};
const names = async (lock: string, python = server, more: Readonly<Record<string, string>> = {}) =>
  (await shop.wheels(repository({ "requirements.txt": lock, ...more }), python)).map(({ name }) => name);

describe("the wheels of a lock", () => {
  it("are the server's, not this machine's", async () => {
    const [arm, intel] = shop.put(
      { name: "native", tag: "cp312-cp312-manylinux_2_28_aarch64" },
      { name: "native", tag: "cp311-cp311-manylinux_2_17_x86_64" },
    );
    const lock = `native==1.0 --hash=sha256:${arm} --hash=sha256:${intel}`;
    expect(await names(lock)).toEqual(["native-1.0-cp311-cp311-manylinux_2_17_x86_64.whl"]);
    const other = serverWith("3.12.1", { machine: "aarch64", libc: "2.35" });
    expect(await names(lock, other)).toEqual(["native-1.0-cp312-cp312-manylinux_2_28_aarch64.whl"]);
  });

  it.each<[string, Server, Server]>([
    ["python_full_version < '3.11.3'", { version: "3.11.2" }, { version: "3.11.3" }],
    ["python_version >= '3.12'", { version: "3.12.0" }, { version: "3.11.9" }],
    ["platform_machine == 'aarch64'", { machine: "aarch64" }, { machine: "x86_64" }],
    ["sys_platform == 'linux'", {}, { markers: { sys_platform: "darwin" } }],
    ["platform_release >= '6.5'", { markers: { platform_release: "6.8" } }, {}],
    ["implementation_name == 'pypy'", { markers: { implementation_name: "pypy" } }, {}],
    ["platform_python_implementation != 'CPython'", { markers: { platform_python_implementation: "PyPy" } }, {}],
    ["os_name == 'nt'", { markers: { os_name: "nt" } }, {}],
  ])(
    "follow the marker %s by what the server is, in the lock and in what a package depends on",
    async (marker, yes, no) => {
      shop.put({ name: "chosen" }, { name: "asks", requires: [`chosen ; ${marker}`] });
      const python = ({ version = "3.11.2", ...rest }: Server) => serverWith(version, rest);
      for (const lock of [`chosen==1.0 ; ${marker}`, "asks==1.0"]) {
        expect((await names(lock, python(yes))).map(packageOf)).toContain("chosen");
        expect((await names(lock, python(no))).map(packageOf)).not.toContain("chosen");
      }
    },
  );

  it("follow extras, and the markers within them", async () => {
    shop.put(
      { name: "fast" },
      { name: "old" },
      {
        name: "web",
        extras: ["speed"],
        requires: ["fast ; extra == 'speed'", "old ; extra == 'speed' and python_version < '3.11'"],
      },
    );
    expect((await names("web==1.0")).map(packageOf)).toEqual(["web"]);
    expect((await names("web[speed]==1.0")).map(packageOf)).toEqual(["fast", "web"]);
    expect((await names("web[speed]==1.0", serverWith("3.10.4"))).map(packageOf)).toEqual(["fast", "old", "web"]);
  });

  it("are of a version that runs on the server's Python, to its last number", async () => {
    shop.put({ name: "picky", version: "1.0" }, { name: "picky", version: "2.0", python: ">=3.11.4" });
    expect(await names("picky")).toEqual(["picky-1.0-py3-none-any.whl"]);
    expect(await names("picky", serverWith("3.11.4"))).toEqual(["picky-2.0-py3-none-any.whl"]);
  });

  it("stay within what the lock bounds without asking for it", async () => {
    shop.put({ name: "bound", version: "1.0" }, { name: "bound", version: "2.0" });
    expect(await names("bound\n-c all/bounds.txt\n", server, { "all/bounds.txt": "bound<2\nother==1\n" })).toEqual([
      "bound-1.0-py3-none-any.whl",
    ]);
  });

  it("are refused when they are not what the lock says", async () => {
    shop.put({ name: "swapped" });
    await expect(names(`swapped==1.0 --hash=sha256:${"0".repeat(64)}`)).rejects.toMatchObject({
      ...{ kind: "app", step: "build", message: expect.stringMatching(/by its hash/) },
    });
  });

  it("that a lock of hashes lacks on the server's Python are named, instead of left out", async () => {
    const [hash] = shop.put(
      { name: "needy", requires: ["absent ; python_full_version <= '3.11.2'"] },
      { name: "absent" },
    );
    const lock = `needy==1.0 --hash=sha256:${hash}`;
    await expect(names(lock)).rejects.toMatchObject({
      message: expect.stringMatching(
        /is missing a package, or its hash, that the server's Python 3.11.2 needs:[\s\S]*absent/,
      ),
      next: expect.stringMatching(/--universal/),
    });
    expect(await names(lock, serverWith("3.11.3"))).toHaveLength(1);
  });

  it("are taken as a lock of hashes has them where they conflict by their own words", async () => {
    const [one, two] = shop.put({ name: "strict", requires: ["lax<1"] }, { name: "lax" });
    expect(await names(`strict==1.0 --hash=sha256:${one}\nlax==1.0 --hash=sha256:${two}`)).toHaveLength(2);
    expect(shop.lines.at(-1)).toMatch(/conflict according to their metadata/);
  });

  it("that do not exist for the server are named, with what to do", async () => {
    const [hash] = shop.put({ name: "ghost", tag: "cp39-cp39-win_amd64" });
    await expect(names(`ghost==1.0 --hash=sha256:${hash}`)).rejects.toMatchObject({
      ...{
        kind: "app",
        step: "build",
        message: expect.stringMatching(/without a wheel for Python 3.11 on x86_64: ghost==1.0/),
      },
      next: expect.stringMatching(/Pin a version/),
    });
  });

  it("are none for an empty lock", async () => expect(await names("")).toEqual([]));
});

describe("what is published as source", () => {
  it("is built where that does not depend on this machine", async () => {
    const [hash] = shop.put(
      { name: "source", as: "sdist", requires: ["chosen ; python_version >= '3.12'"] },
      { name: "chosen" },
    );
    expect(await names("source==1.0")).toEqual(["source-1.0-py3-none-any.whl"]);
    expect(await names("source==1.0", serverWith("3.12.1"))).toEqual([
      "chosen-1.0-py3-none-any.whl",
      "source-1.0-py3-none-any.whl",
    ]);
    expect(await names(`source==1.0 --hash=sha256:${hash}`)).toEqual(["source-1.0-py3-none-any.whl"]);
    expect(shop.lines.at(-1)).toMatch(
      /without a wheel for Python 3.11 on x86_64: source==1.0; building it with python3/,
    );
  });

  it("is refused where it is compiled for another machine than the server", async () => {
    shop.put({ name: "compiled", as: "sdist", native: true });
    await expect(names("compiled==1.0", serverWith("3.11.2", { machine: "riscv64" }))).rejects.toMatchObject({
      message: expect.stringMatching(
        /^compiled-1.0.tar.gz is built here as compiled-1.0-cp3.*, which would not run on the server's Python 3.11 on riscv64/,
      ),
    });
  });

  it("is built without what the job knows", async () => {
    shop.put({ name: "curious", as: "sdist" });
    const secrets = {
      "INPUT_SSH-KEY": "k",
      GITHUB_TOKEN: "t",
      GITHUB_ENV: "/e",
      DATABASE_URL: "d",
      SSH_AUTH_SOCK: "/s",
      AWS_SECRET_ACCESS_KEY: "a",
      CARGO_REGISTRY_TOKEN: "c",
      RUNNER_TEMP: "/r",
    };
    const env = { ...shop.env, ...secrets, CFLAGS: "-O1" };
    const [wheel] = await shop.wheels(repository({ "requirements.txt": "curious==1.0" }), server, { env });
    const said = execFileSync(
      "python3",
      [
        "-c",
        "import sys, json; sys.path.insert(0, sys.argv[1]); import curious; print(json.dumps(curious.BUILT_WITH))",
        wheel?.path as string,
      ],
      { encoding: "utf8" },
    );
    const seen = JSON.parse(said);
    expect(Object.keys(seen)).toEqual(expect.arrayContaining(["PATH", "CFLAGS"]));
    for (const name of Object.keys(secrets)) expect(seen).not.toHaveProperty([name]);
  });
});

describe("what a lock takes from the repository", () => {
  const project = (root: string, more = {}) =>
    shop.put({ name: "proj", as: "project", folder: root, content: ["data.txt"], ...more });

  it.each([".", "-e .", "proj @ file:.", "./", "file:."])(
    "as %s is built of exactly the files of the release",
    async (line) => {
      const root = repository({ "requirements.txt": `${line}\n`, "data.txt": "one", "dir/run.sh": "x" });
      project(root);
      git(root);
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
    const root = repository({ "requirements.txt": ".\n", "data.txt": "one" });
    project(root);
    git(root);
    const before = (await shop.packages(root)).key;
    expect((await shop.packages(root)).key).toBe(before);
    writeFileSync(join(root, "data.txt"), "two");
    expect((await shop.packages(root)).key).not.toBe(before);
  });

  it("is a project beside it, a package, a folder of packages, an included file: each counts by its content", async () => {
    const root = repository({
      "app/requirements.txt":
        "../lib\n./wheels/boxed-1.0-py3-none-any.whl\n-r more.txt\n-c bounds.txt\n--find-links shelf\n",
      "lib/data.txt": "1",
      "app/more.txt": "",
      "app/bounds.txt": "",
      "app/shelf/x": "",
    });
    project(join(root, "lib"));
    shop.put({ name: "boxed", folder: join(root, "app/wheels") });
    git(root);
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
    const root = repository({ "requirements.txt": ".[speed]\n", "data.txt": "" });
    project(root, { extras: ["speed"], requires: ["chosen ; python_version < '3.12'", "fast ; extra == 'speed'"] });
    expect((await shop.wheels(root, server)).map(({ name }) => packageOf(name))).toEqual(["chosen", "fast", "proj"]);
    expect((await shop.wheels(root, serverWith("3.12.1"))).map(({ name }) => packageOf(name))).toEqual([
      "fast",
      "proj",
    ]);
  });

  it("is left out where its marker says so, without being built", async () => {
    const root = repository({
      "requirements.txt": "./lib ; python_version < '3'\nplain==1.0\n",
      "lib/pyproject.toml": "this builds nothing",
    });
    shop.put({ name: "plain" });
    expect((await shop.wheels(root, server)).map(({ name }) => packageOf(name))).toEqual(["plain"]);
  });

  it("is built again by itself where a tool has resolved the rest", async () => {
    const [hash] = shop.put({ name: "plain" });
    const packages = `[[packages]]\nname = "plain"\nversion = "1.0"\nwheels = [{ url = "x", hashes = { sha256 = "${hash}" } }]\n[[packages]]\nname = "proj"\ndirectory = { path = "." }\n`;
    const root = repository({ "pylock.toml": `lock-version = "1.0"\n${packages}`, "data.txt": "one" });
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
    const root = repository({ "requirements.txt": `plain==1.0 --hash=sha256:${hash}\n-e .\n`, "data.txt": "" });
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
    const ignored = git(repository({ "requirements.txt": "./lib\n", ".gitignore": "lib/\n" }));
    mkdirSync(join(ignored, "lib"));
    await expect(shop.wheels(ignored, server)).rejects.toThrow(/git tracks no file/);
    const boxed = repository({ "requirements.txt": `./boxed-1.0-py3-none-any.whl --hash=sha256:${"0".repeat(64)}\n` });
    shop.put({ name: "boxed", folder: boxed });
    await expect(shop.wheels(boxed, server)).rejects.toThrow(/is not what requirements.txt says by its hash/);
  });

  it("is a commit of another repository, too", async () => {
    const other = shop.fresh("other");
    project(other);
    writeFileSync(join(other, "data.txt"), "");
    git(other);
    const commit = execFileSync("git", ["rev-parse", "HEAD"], { cwd: other, encoding: "utf8" }).trim();
    expect((await names(`proj @ git+file://${other}@${commit}\n`)).map(packageOf)).toEqual(["proj"]);
  });
});

describe("the cache of wheels", () => {
  const lock = repository({ "requirements.txt": "plain==1.0\n" });
  beforeAll(() => shop.put({ name: "plain" }));

  it("has each wheel once, and is asked before pip", async () => {
    const cacheDir = shop.fresh();
    const first = await shop.wheels(lock, server, { cacheDir });
    expect(first).toEqual([expect.objectContaining({ name: "plain-1.0-py3-none-any.whl", size: expect.any(Number) })]);
    const noPip = { ...shop.env, PATH: "/nowhere" };
    expect(await shop.wheels(lock, server, { cacheDir, env: noPip })).toEqual(first);
    await shop.wheels(lock, serverWith("3.12.1"), { cacheDir });
    const [wheel] = first;
    expect(
      readdirSync(join(cacheDir, "wheels")).filter((name) => !name.endsWith(".json")),
      "nothing half made is left",
    ).toEqual([wheel?.sha256]);
  });

  it("is filled again where a file of it is gone or cut off", async () => {
    const cacheDir = shop.fresh();
    const [wheel] = await shop.wheels(lock, server, { cacheDir });
    rmSync(dirname(wheel?.path as string), { recursive: true });
    expect((await shop.wheels(lock, server, { cacheDir })).every(({ path }) => existsSync(path))).toBe(true);
    writeFileSync(wheel?.path as string, "");
    expect(await shop.wheels(lock, server, { cacheDir })).toEqual([wheel]);
  });

  it("may be filled by many at once", async () => {
    const cacheDir = shop.fresh();
    const all = await Promise.all(Array.from({ length: 6 }, () => shop.wheels(lock, server, { cacheDir })));
    expect(new Set(all.map((wheels) => JSON.stringify(wheels))).size).toBe(1);
    expect(readdirSync(join(cacheDir, "wheels"))).toHaveLength(2);
  });

  it("knows a kernel's release only where the lock asks for it", async () => {
    const cacheDir = shop.fresh();
    const updated = serverWith("3.11.2", { markers: { platform_release: "6.99" } });
    for (const python of [server, updated]) await shop.wheels(lock, python, { cacheDir });
    expect(readdirSync(join(cacheDir, "wheels")).filter((name) => name.endsWith(".json"))).toHaveLength(1);
  });

  it("forgets what was not used for a month", async () => {
    const cacheDir = shop.fresh();
    const [wheel] = await shop.wheels(lock, server, { cacheDir });
    const store = join(cacheDir, "wheels");
    const old = join(store, "0".repeat(64));
    renameSync(dirname(wheel?.path as string), old);
    for (const name of readdirSync(store)) utimesSync(join(store, name), new Date(0), new Date(0));
    await shop.wheels(lock, serverWith("3.12.1"), { cacheDir });
    expect(existsSync(old)).toBe(false);
    expect(readdirSync(store)).toHaveLength(2);
  });
});
