import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { fingerprint, listFiles, unquote } from "../../../../action/engine/deploy/files.ts";
import type { ProcessRunner } from "../../../../action/engine/process/run.ts";
import { finished, noGit } from "../repository.ts";

const made = mkdtempSync(join(tmpdir(), "fd-listed-"));
afterAll(() => rmSync(made, { recursive: true, force: true }));
let count = 0;

function folder(files: Record<string, string>): string {
  const root = join(made, String(count++));
  mkdirSync(root);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}

const sha = "0123456789abcdef0123456789abcdef01234567";
const line = (path: string, mode = "100644") => `${mode} ${sha} 0\t${path}\n`;
const hash = (text: string) => ({ a: "ca978112ca1bbdcafac231b3", x: "2d711642b726b04401627ca9" })[text];

/** Git as it is run here: what it says to each of its commands, and what it was asked. */
function git(said: Partial<Record<"ls-files" | "others" | "diff" | "log", string | Error>>) {
  const asked: (readonly string[])[] = [];
  const run: ProcessRunner = async (argv) => {
    asked.push(argv);
    const [verb = ""] = argv.slice(5);
    const answer = said[(argv.includes("--others") ? "others" : verb) as "log"] ?? "";
    return answer instanceof Error
      ? finished({ code: 128, stderr: `${answer.message}\n` })
      : finished({ stdout: answer });
  };
  return { run, asked };
}
const list = (root: string, run: ProcessRunner, more: { include?: string[]; exclude?: string[] } = {}) =>
  listFiles({ root, include: [], exclude: [], env: {}, run, ...more });

describe("the files that git lists", () => {
  it("have git's own hash and their size for a key, and a hash of what is there where that was changed", async () => {
    const root = folder({ "app.py": "a", "changed.py": "x", "large.txt": "z".repeat(36) });
    const { run } = git({
      "ls-files": line("large.txt") + line("changed.py") + line("app.py"),
      diff: "changed.py\n",
      log: `${sha} 1700000000\n`,
    });
    expect(await list(root, run)).toEqual({
      files: [
        ["app.py", "100644", `${sha.slice(0, 24)}.1`, 1],
        ["changed.py", "100644", hash("x"), 1],
        ["large.txt", "100644", `${sha.slice(0, 24)}.10`, 36],
      ],
      commit: sha,
      commitAt: 1_700_000_000,
      dirty: true,
    });
  });

  it("are those that are there: no submodule, no folder and none that was removed", async () => {
    const root = folder({ "app.py": "a", "sub/x": "x" });
    const { run } = git({ "ls-files": line("app.py") + line("gone.py") + line("sub", "160000") + line("sub") });
    const source = await list(root, run);
    expect(source.files.map(([path]) => path)).toEqual(["app.py"]);
    expect(source.dirty).toBe(false);
  });

  it("are asked for without what is excluded, and with what is included", async () => {
    const root = folder({ "app.py": "a", "dist/app.js": "x" });
    const { run, asked } = git({ "ls-files": line("app.py"), others: "dist/app.js\ndist/gone.js\n" });
    const { files } = await list(root, run, { include: ["dist/**"], exclude: ["tests/**"] });
    expect(files).toContainEqual(["dist/app.js", "100644", hash("x"), 1]);
    expect(files).toHaveLength(2);
    expect(asked[0]?.slice(-3)).toEqual(["--", ".", ":(exclude,glob)tests/**"]);
    expect(asked.find((argv) => argv.includes("--others"))?.at(-1)).toBe(":(glob)dist/**");
    expect(asked.every((argv) => argv.includes(root))).toBe(true);
  });

  it("are named by their content before the first commit", async () => {
    const root = folder({ "app.py": "a" });
    const source = await list(root, git({ "ls-files": line("app.py"), log: new Error("no commits yet") }).run);
    expect(source).toMatchObject({ commit: fingerprint(source.files, ""), commitAt: 0 });
  });

  it("may not be had from a git that fails", async () => {
    const { run } = git({ "ls-files": new Error("fatal: detected dubious ownership") });
    await expect(list("/x", run)).rejects.toMatchObject({
      kind: "infrastructure",
      step: "files",
      message: "git could not list the files of /x: fatal: detected dubious ownership",
    });
  });

  it("are files and links, and no socket", async () => {
    const root = folder({ "app.py": "a" });
    const server = createServer().listen(join(root, "app.sock"));
    await new Promise((done) => server.once("listening", done));
    const { run } = git({ "ls-files": line("app.py"), others: "app.sock\n" });
    const listed = list(root, run, { include: ["*"] });
    await expect(listed).rejects.toMatchObject({
      kind: "usage",
      message: expect.stringMatching(/^app\.sock is neither/),
    });
    await new Promise((done) => server.close(done));
  });
});

describe("the files of a folder that is no repository", () => {
  it("are all but what belongs to this machine, with their modes, links as links", async () => {
    const root = folder({
      ...{ "b.py": "a", "a.py": "a", "static/x.css": "x", "static/.env": "A=1\n", "run.sh": "x" },
      ...{ ".env": "A=1", ".venv/x": "", ".git/x": "", "node_modules/x": "", "static/__pycache__/x": "" },
    });
    chmodSync(join(root, "run.sh"), 0o755);
    symlinkSync("a", join(root, "link"));
    const source = await list(root, noGit);
    expect(source.files.map(([path, mode, , size]) => [path, mode, size])).toEqual([
      ["a.py", "100644", 1],
      ["b.py", "100644", 1],
      ["link", "120000", 1],
      ["run.sh", "100755", 1],
      ["static/.env", "100644", 4],
      ["static/x.css", "100644", 1],
    ]);
    // What a link says is its content.
    expect(source.files.map(([, , key]) => key).slice(1, 4)).toEqual([hash("a"), hash("a"), hash("x")]);
    expect(source).toMatchObject({ commit: fingerprint(source.files, ""), commitAt: 0, dirty: false });
  });

  it("may have names that are not ASCII", async () => {
    const { files } = await list(folder({ "ümlaut.txt": "a" }), noGit);
    expect(files[0]?.[0]).toBe(Buffer.from("ümlaut.txt").toString("latin1"));
  });
});

it("has another fingerprint for another file, mode, content and lock", () => {
  const one = fingerprint([["a", "100644", "k", 1]], "lock");
  const others = [
    fingerprint([["b", "100644", "k", 1]], "lock"),
    fingerprint([["a", "100755", "k", 1]], "lock"),
    fingerprint([["a", "100644", "l", 1]], "lock"),
    fingerprint([["a", "100644", "k", 1]], "other"),
  ];
  expect(new Set([one, ...others]).size).toBe(5);
  expect(one).toMatch(/^[0-9a-f]{40}$/);
});

it.each([
  ["plain", "plain"],
  ['"a\\tb\\n\\"c\\\\\\303\\274"', 'a\tb\n"c\\\u00c3\u00bc'],
  ['"\\a\\b\\v\\f\\r"', "\x07\b\v\f\r"],
  ['in "the middle"', 'in "the middle"'],
])("reads git's quoting %s", (said, name) => expect(unquote(said)).toBe(name));
