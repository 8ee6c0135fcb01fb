import { chmod, mkdir, readFile, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { Interrupted } from "../../../action/engine/process/failure.ts";
import { readDestination } from "../../../generators/scaffold/destination/destination.ts";
import type { RenderedFile } from "../../../generators/scaffold/render.ts";
import { write } from "../../../generators/scaffold/write.ts";
import { snapshot, temporary } from "../temporary.ts";

const file = (path: string, text = `${path}\n`, mode = 0o644): RenderedFile => ({
  path,
  content: Buffer.from(text),
  mode,
});
const files = [file("app.py"), file("deploy/nginx.conf"), file("bin/run", "#!/bin/sh\n", 0o755), file("README.md")];
const never = new AbortController().signal;
const nothing = async () => undefined;
const states = async (dir: string, force = false) =>
  Object.fromEntries((await readDestination(dir, files, force)).files.map(({ path, state }) => [path, state]));

describe("a folder that is not there", () => {
  it("appears whole, with permissions, parents included", async () => {
    const parent = temporary();
    const dir = join(parent, "a/b/shop");
    await write(await readDestination(dir, files, false), nothing, never);
    const made = await snapshot(parent);
    expect(made["a/b/shop/app.py"]).toBe("644 app.py\n");
    expect(made["a/b/shop/bin/run"]).toBe("755 #!/bin/sh\n");
    expect(made["a/b/shop"]).toBe("755 folder");
    expect(Object.keys(made).filter((name) => name.includes("/."))).toEqual([]);
  });

  it.each(["first", "in the middle", "last"])("is not there after an interruption that comes %s", async (when) => {
    const parent = temporary();
    const stop = new AbortController();
    if (when === "first") stop.abort(new Interrupted("SIGTERM"));
    const finish = async () => stop.abort(new Interrupted("SIGTERM"));
    if (when === "in the middle") setImmediate(() => stop.abort(new Interrupted("SIGTERM")));
    const target = await readDestination(join(parent, "a/shop"), files, false);
    await expect(write(target, finish, stop.signal)).rejects.toThrow(Interrupted);
    expect(await snapshot(parent)).toEqual({});
  });

  it("is not there after a failure", async () => {
    const parent = temporary();
    const target = await readDestination(join(parent, "shop"), [...files, file("app.py/x.py")], false);
    await expect(write(target, nothing, never)).rejects.toThrow(/app\.py/);
    expect(await snapshot(parent)).toEqual({});
  });
});

describe("a folder that is there", () => {
  it("keeps what is in the way, and always its own README and licence", async () => {
    const dir = temporary();
    await writeFile(join(dir, "app.py"), "mine\n");
    await writeFile(join(dir, "Readme.rst"), "mine\n");
    expect(await states(dir)).toEqual({
      "app.py": "kept",
      "deploy/nginx.conf": "new",
      "bin/run": "new",
      "README.md": "kept",
    });
    await write(await readDestination(dir, files, false), nothing, never);
    expect(await readFile(join(dir, "app.py"), "utf8")).toBe("mine\n");
    expect(await states(dir)).toMatchObject({ "app.py": "kept", "deploy/nginx.conf": "same", "README.md": "kept" });
  });

  it("is overwritten by force, a link in it replaced and not followed", async () => {
    const dir = temporary();
    const outside = join(temporary(), "outside");
    await writeFile(outside, "outside\n");
    await symlink(outside, join(dir, "app.py"));
    await writeFile(join(dir, "README.md"), "mine\n");
    expect(await states(dir, true)).toMatchObject({ "app.py": "overwritten", "README.md": "kept" });
    await write(await readDestination(dir, files, true), nothing, never);
    expect(await snapshot(dir)).toMatchObject({ "app.py": "644 app.py\n", "README.md": "644 mine\n" });
    expect(await readFile(outside, "utf8")).toBe("outside\n");
  });

  it.each(["failure", "interruption"])("is as it was after a %s, when everything had been moved in", async (what) => {
    const dir = temporary();
    await mkdir(join(dir, "deploy"));
    await writeFile(join(dir, "app.py"), "mine\n");
    await chmod(join(dir, "app.py"), 0o600);
    const before = await snapshot(dir);
    const stop = new AbortController();
    const target = await readDestination(dir, files, true);
    const finish = async () => {
      expect(await readFile(join(dir, "app.py"), "utf8")).toBe("app.py\n");
      if (what === "failure") throw new Error("no commit");
      stop.abort(new Interrupted());
    };
    await expect(write(target, finish, stop.signal)).rejects.toThrow(/no commit|interrupted/);
    expect(await snapshot(dir)).toEqual(before);
  });
});

describe("a place that cannot take the files", () => {
  it("says that it is a file", async () => {
    const path = join(temporary(), "shop");
    await writeFile(path, "");
    await expect(readDestination(path, files, true)).rejects.toThrow("is a file");
    await expect(readDestination(join(path, "below"), files, true)).rejects.toThrow("below a file");
  });

  it("says that it is a link to itself, or to nowhere", async () => {
    const dir = temporary();
    await symlink("loop", join(dir, "loop"));
    await symlink("gone", join(dir, "dangling"));
    await expect(readDestination(join(dir, "loop"), files, true)).rejects.toThrow("leads back to itself");
    await expect(readDestination(join(dir, "dangling"), files, true)).rejects.toThrow("link to nowhere");
  });

  it("lists every file and folder that can be neither kept nor overwritten", async () => {
    const dir = temporary();
    await writeFile(join(dir, "deploy"), "");
    await mkdir(join(dir, "app.py"));
    await symlink("/etc", join(dir, "bin"));
    await expect(readDestination(dir, files, true)).rejects.toThrow(
      /bin is a symbolic link.*deploy is a file.*app\.py is a folder/,
    );
  });

  it("says that its name is too long, or no name at all", async () => {
    const dir = temporary();
    await expect(readDestination(join(dir, "x".repeat(300)), files, false)).rejects.toThrow("too long");
    await expect(readDestination(`${dir}/a\0b`, files, false)).rejects.toThrow("is not a path");
  });
});
