import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { fingerprint, listFiles, onDisk } from "../../../../action/engine/deploy/files.ts";
import { runProcess } from "../../../../action/engine/process/run.ts";
import { bytesOf } from "../../../../action/engine/targets/server/upload.ts";

const made: string[] = [];
afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true });
});

function repository(files: Record<string, string>): string {
  const root = mkdtempSync(join(tmpdir(), "fd-files-"));
  made.push(root);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  const run = (...args: string[]) => execFileSync("git", args, { cwd: root });
  run("init", "-q");
  run("add", "-A");
  run("-c", "user.email=a@b.c", "-c", "user.name=a", "commit", "-q", "-m", "one");
  return root;
}

const list = (root: string, more: { include?: string[]; exclude?: string[] } = {}) =>
  listFiles({ root, include: [], exclude: [], run: runProcess, env: process.env as Record<string, string>, ...more });
const names = async (...args: Parameters<typeof list>) => (await list(...args)).files.map(([path]) => path);

describe("the files of a release", () => {
  it("are what git tracks, with the commit they are of", async () => {
    const root = repository({ "app.py": "a", "static/style.css": "b" });
    writeFileSync(join(root, "notes.txt"), "not tracked");
    const source = await list(root);
    expect(source.files.map(([path]) => path)).toEqual(["app.py", "static/style.css"]);
    expect(source.commit).toMatch(/^[0-9a-f]{40}$/);
    expect(source.commitAt).toBeGreaterThan(1.7e9);
    expect(source.dirty).toBe(false);
  });

  it("are taken as they are in the working tree", async () => {
    const root = repository({ "app.py": "a", "gone.py": "b" });
    const [before] = (await list(root)).files;
    writeFileSync(join(root, "app.py"), "changed");
    rmSync(join(root, "gone.py"));
    const { files, dirty } = await list(root);
    expect(dirty).toBe(true);
    expect(files.map(([path]) => path)).toEqual(["app.py"]);
    expect(files[0]?.[2]).not.toBe(before?.[2]);
    expect(files[0]?.[3]).toBe(7);
  });

  it("may have any name that a file can have", async () => {
    const odd = [
      "a b.txt",
      'qu"ote.txt',
      "new\nline.txt",
      "-leading",
      "tab\there",
      "back\\slash",
      "ümlaut.txt",
      "日本.txt",
    ];
    const root = repository(Object.fromEntries(odd.map((name) => [name, name])));
    const { files } = await list(root);
    const bytes = files.map(([path]) => Buffer.from(path, "latin1").toString());
    expect(bytes.toSorted()).toEqual(odd.toSorted());
    const parcel = { root, files, wheels: [], env: undefined, release: "" };
    const sent: Buffer[] = [];
    for await (const chunk of bytesOf(parcel)) sent.push(chunk);
    expect(Buffer.concat(sent).toString()).toBe(bytes.join(""));
  });

  it("may have a name that is not UTF-8", async () => {
    const root = repository({ a: "a" });
    const name = Buffer.from([0x66, 0xe4, 0xff, 0x2e, 0x74]);
    writeFileSync(onDisk(root, name.toString("latin1")), "x");
    execFileSync("git", ["add", "-A"], { cwd: root });
    expect(await names(root)).toContain(name.toString("latin1"));
  });

  it("keep their mode, and links stay links", async () => {
    const root = repository({ a: "a" });
    writeFileSync(join(root, "run.sh"), "#!/bin/sh\n", { mode: 0o755 });
    symlinkSync("a", join(root, "link"));
    execFileSync("git", ["add", "-A"], { cwd: root });
    const modes = Object.fromEntries((await list(root)).files.map(([path, mode]) => [path, mode]));
    expect(modes).toEqual({ a: "100644", link: "120000", "run.sh": "100755" });
  });

  it("leave out what is excluded and take in what is included", async () => {
    const root = repository({ "app.py": "a", "tests/test_app.py": "b", ".gitignore": "dist/\n" });
    mkdirSync(join(root, "dist"));
    writeFileSync(join(root, "dist/app.js"), "built");
    expect(await names(root, { exclude: ["tests/**"], include: ["dist/**"] })).toEqual([
      ".gitignore",
      "app.py",
      "dist/app.js",
    ]);
  });

  it("are those below the folder when the app is a part of a repository", async () => {
    const root = repository({ "shop/app.py": "a", "other/app.py": "b" });
    writeFileSync(join(root, "shop/app.py"), "changed");
    const source = await list(join(root, "shop"));
    expect(source.files.map(([path]) => path)).toEqual(["app.py"]);
    expect(source.files[0]?.[3]).toBe(7);
  });

  it("have a fingerprint that changes with content, mode, name and lock only", async () => {
    const root = repository({ a: "a" });
    const { files } = await list(root);
    const same = fingerprint(files, "lock");
    expect(fingerprint((await list(root)).files, "lock")).toBe(same);
    expect(fingerprint(files, "another lock")).not.toBe(same);
    writeFileSync(join(root, "a"), "b");
    expect(fingerprint((await list(root)).files, "lock")).not.toBe(same);
  });
});
