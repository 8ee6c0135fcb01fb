import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { plain, readLock, remarksOn } from "../../../../../action/engine/deploy/packages/lock.ts";
import type { Finished, ProcessRunner } from "../../../../../action/engine/process/run.ts";
import { finished } from "../../repository.ts";
import { lockFolder } from "./lock-folder.ts";

const { root, cacheDir, write } = lockFolder();
/** These locks are read by no program. */
const run = () => Promise.reject(new Error("nothing is run"));
const lock = () => readLock({ root, run, env: {}, cacheDir, onLine: () => {} });
const read = (text: string | Buffer) => {
  write("requirements.txt", text);
  return lock();
};
const linesOf = async (text: string | Buffer) => (await read(text)).requirements.map(({ line }) => line);

describe("the lock of requirements.txt", () => {
  it("is hashed when every line has a hash", async () => {
    const text =
      "flask==3.1.3 \\\n    --hash=sha256:aa \\\n    --hash=sha256:bb\n    # via shop\nclick==8 --hash=sha256:cc\n";
    expect(await read(text)).toMatchObject({ kind: "hashed", from: "requirements.txt", isResolved: false });
    expect(await linesOf(text)).toEqual([
      "flask==3.1.3 --hash=sha256:aa --hash=sha256:bb",
      "click==8 --hash=sha256:cc",
    ]);
  });

  it("is pinned when every line names one version", async () => {
    const found = await read("flask==3.1.3\nclick==8.1 ; python_version > '3.8'\n");
    expect(found.kind).toBe("pinned");
    expect(remarksOn(found)).toEqual([]);
  });

  it.each(["flask", "flask>=3", "flask==3.*", "flask ; python_version == '3.11'"])("is loose with %s", async (line) => {
    const found = await read(`click==8.1\n${line}\n`);
    expect(found.kind).toBe("loose");
    expect(remarksOn(found)).toEqual([expect.stringMatching(/^requirements.txt does not pin flask, so each deploy/)]);
  });

  it.each([".", "-e .", "./libs/foo"])("is loose with %s alone, whose dependencies nobody pins", async (line) => {
    const found = await read(`${line}\n`);
    expect(found.kind).toBe("loose");
    expect(remarksOn(found)).toEqual([expect.stringMatching(/does not pin the project's dependencies/)]);
  });

  it("warns of a repository that is not pinned to a commit, and not of one that is", async () => {
    const commit = "1a2b3c4d5e6f7a8b9c0d1a2b3c4d5e6f7a8b9c0d";
    const found = await read(`foo @ git+https://example.org/foo@${commit}\nbar @ git+https://example.org/bar@v1\n`);
    expect(found.kind).toBe("loose");
    expect(remarksOn(found)).toEqual([expect.stringMatching(/branch or tag points to.*bar@v1/)]);
    expect(remarksOn(await read(`foo @ git+https://example.org/foo@${commit}\nflask==3\n`))).toEqual([]);
  });

  it("has the files that it includes in its place, whatever their folder", async () => {
    write("requirements/base.txt", "-r more/deep.txt\nclick==8.1\n");
    write("requirements/more/deep.txt", "idna==3\n");
    expect(await linesOf("-r requirements/base.txt\nflask==3.1.3\n")).toEqual([
      "idna==3",
      "click==8.1",
      "flask==3.1.3",
    ]);
  });

  it("knows what bounds versions from what is asked for", async () => {
    write("bounds/all.txt", "click==8.1\n-c more.txt\n");
    write("bounds/more.txt", "idna<4\n");
    const found = await read("-c bounds/all.txt\nflask==3.1.3\n");
    expect(found.constraints).toEqual(["click==8.1", "idna<4"]);
    expect(found.requirements.map(({ name }) => name)).toEqual(["flask"]);
  });

  it("passes options on, and folders of packages as they lie here", async () => {
    write(
      "requirements/base.txt",
      "--find-links wheels\n-f https://example.org/w\n--index-url https://${TOKEN}@example.org\n",
    );
    mkdirSync(join(root, "requirements/wheels"));
    mkdirSync(join(root, "shelf"));
    const found = await read("-r requirements/base.txt\n--find-links=./shelf\n--no-binary foo\n");
    expect(found.shelves).toEqual([join(root, "requirements/wheels"), join(root, "shelf")]);
    expect(found.options).toEqual([
      "--find-links https://example.org/w",
      "--index-url https://${TOKEN}@example.org",
      "--no-binary foo",
    ]);
  });

  it("may be what PowerShell writes", async () => {
    expect(await linesOf(Buffer.from("\uFEFFflask==3.1.3\r\nclick==8.1\r\n", "utf16le"))).toEqual([
      "flask==3.1.3",
      "click==8.1",
    ]);
    expect(await linesOf("\uFEFFflask==3.1.3\r\n")).toEqual(["flask==3.1.3"]);
  });

  it("says which file includes one that is not there", async () => {
    await expect(read("-r nowhere.txt\n")).rejects.toThrow(
      "requirements.txt includes nowhere.txt, which cannot be read",
    );
    await expect(read("-c https://example.org/c.txt\n")).rejects.toThrow(/includes https:\/\/example.org\/c.txt/);
    await expect(read("-r requirements.txt\n")).rejects.toThrow("requirements.txt includes itself");
  });

  it("does not change with comments and line ends", () => {
    expect(plain("# top\nflask==3  # why\r\n\r\n")).toEqual(plain("flask==3\n"));
    expect(plain("a @ https://example.org/a.whl#sha256=x\n")).toEqual(["a @ https://example.org/a.whl#sha256=x"]);
    expect(plain("flask==3 \\\n# why \\\nclick==8\n"), "a comment ends what goes on").toEqual(["flask==3", "click==8"]);
  });
});

describe("a lock that another program reads", () => {
  /** A machine with uv and Python, of which one answers. */
  const ask = (program: string, done: Partial<Finished>) => {
    const asked: (readonly string[])[] = [];
    const run: ProcessRunner = async (argv) => {
      asked.push(argv);
      return finished(argv[0] === program && argv[1] !== "--version" ? done : {});
    };
    const given = { root, run, env: { PATH: "/bin" }, cacheDir, onLine: () => {} };
    return { asked, read: () => readLock(given) };
  };

  it("is that of uv, exported by it with its own index where it has one", async () => {
    write("uv.lock", "");
    write("pyproject.toml", "[project]\n");
    write("requirements.txt", "other==1\n");
    const { asked, read } = ask("uv", { stdout: "flask==3 \\\n    --hash=sha256:aa\n-e .\n" });
    expect(await read()).toMatchObject({
      from: "uv.lock",
      kind: "hashed",
      isResolved: true,
      unused: ["requirements.txt"],
    });
    expect(asked.at(-1)).toEqual(expect.arrayContaining(["uv", "export", "--frozen", "--no-dev", "--directory", root]));
    expect(asked.at(-1)).not.toContain("--emit-index-url");
    write("pyproject.toml", "[project]\n[[tool.uv.index]]\nurl = 'x'\n");
    await read();
    expect(asked.at(-1)).toContain("--emit-index-url");
    const old = ask("uv", { code: 2, stderr: "1\n2\n3\n4\n5\n6\nerror: the lockfile is old\n" });
    await expect(old.read()).rejects.toMatchObject({
      ...{ kind: "usage", step: "check", next: "Run `uv lock` and commit the result." },
      message: "uv could not export uv.lock: 2\n3\n4\n5\n6\nerror: the lockfile is old",
    });
  });

  it("is pylock.toml, read by Python", async () => {
    write("pylock.toml", "");
    const { asked, read } = ask("python3", { stdout: "flask==3 --hash=sha256:aa\n." });
    expect(await read()).toMatchObject({ from: "pylock.toml", kind: "hashed", isResolved: true });
    expect(asked[0]?.at(-1)).toBe(join(root, "pylock.toml"));
    await expect(ask("python3", { code: 1, stderr: "Traceback\nodd\n" }).read()).rejects.toMatchObject({
      ...{ kind: "usage", message: "pylock.toml cannot be read: odd", next: expect.stringMatching(/^Regenerate it/) },
    });
  });
});

it("names the first packages that are not pinned", async () => {
  const [remark] = remarksOn(await read("a\nb\nc\nd\n"));
  expect(remark).toMatch(/does not pin a, b, c, d, so/);
  expect(remarksOn(await read("a\nb\nc\nd\ne\n"))[0]).toMatch(/does not pin a, b, c and 2 more, so/);
});

it.each([
  ["a#b\n", ["a#b"]],
  ["a #b\n", ["a"]],
  ["  #b\na\n", ["a"]],
  ["a  \t b\n", ["a b"]],
  ["a\\\nb\n", ["a b"]],
  ["a\\", ["a"]],
  ["a\rb\n", ["a b"]],
])("the lines of %j are %j", (text, lines) => expect(plain(text)).toEqual(lines));

it.each([
  ["--requirement=base.txt\n", ["in-base==1"]],
  ["-rbase.txt\n", ["in-base==1"]],
  ["a==1\n-r base.txt\n", ["a==1", "in-base==1"]],
])("a line %j asks for %j", async (text, lines) => {
  write("base.txt", "in-base==1\n");
  expect(await linesOf(text)).toEqual(lines);
});

it("bounds come by either name, of as many files as there are", async () => {
  write("base.txt", "-c more.txt\nb<2\n");
  write("more.txt", "c<3\n");
  expect((await read("--constraint base.txt\na\n")).constraints).toEqual(["c<3", "b<2"]);
});

describe("the lock that counts", () => {
  it("is missing with what to do about it", async () => {
    await expect(lock()).rejects.toMatchObject({
      kind: "usage",
      message: expect.stringMatching(/^there is no uv.lock, no pylock.toml and no requirements.txt/),
    });
    write("poetry.lock", "");
    write("pyproject.toml", "");
    await expect(lock()).rejects.toMatchObject({
      message: expect.stringMatching(/^poetry.lock cannot be deployed/),
      next: expect.stringMatching(/poetry export/),
    });
  });
});
