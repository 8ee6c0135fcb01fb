import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Lock } from "../../../action/deploy/lock.ts";
import { runProcess } from "../../../action/deploy/process.ts";
import { buildWheels, platformTags, type ServerPython } from "../../../action/deploy/wheels.ts";

const root = mkdtempSync(join(tmpdir(), "fd-wheels-"));
const shelf = join(root, "shelf");
const env = { ...process.env, PIP_NO_INDEX: "1", PIP_FIND_LINKS: shelf } as Record<string, string>;
const python: ServerPython = { version: "3.11.2", machine: "x86_64", libc: "2.36", soabi: "cpython-311", uv: false };

/** A wheel is a zip file with three files of metadata. */
function putWheel(name: string, tag: string): string {
  const script = `import sys, zipfile
name, tag, folder = sys.argv[1:]
info = name + "-1.0.dist-info/"
with zipfile.ZipFile(folder + "/" + name + "-1.0-" + tag + ".whl", "w") as z:
    z.writestr(name + ".py", "")
    z.writestr(info + "METADATA", "Metadata-Version: 2.1\\nName: " + name + "\\nVersion: 1.0\\n")
    z.writestr(info + "WHEEL", "Wheel-Version: 1.0\\nRoot-Is-Purelib: true\\nTag: " + tag + "\\n")
    z.writestr(info + "RECORD", "")
`;
  execFileSync("python3", ["-c", script, name, tag, shelf]);
  return createHash("sha256")
    .update(readFileSync(join(shelf, `${name}-1.0-${tag}.whl`)))
    .digest("hex");
}

beforeAll(() => mkdirSync(shelf));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const lockOf = (text: string, kind: Lock["kind"] = "hashed"): Lock => ({ from: "requirements.txt", text, kind });
const build = (lock: Lock, server = python, cacheDir = mkdtempSync(join(root, "cache-"))) =>
  buildWheels({ lock, python: server, cacheDir, run: runProcess, env, onLine: () => {} });

describe("the wheels of a lock", () => {
  it("are the server's, not this machine's", async () => {
    const arm = putWheel("native", "cp312-cp312-manylinux_2_28_aarch64");
    const intel = putWheel("native", "cp311-cp311-manylinux_2_17_x86_64");
    const lock = lockOf(`native==1.0 --hash=sha256:${arm} --hash=sha256:${intel}`);
    expect((await build(lock)).map(({ name }) => name)).toEqual(["native-1.0-cp311-cp311-manylinux_2_17_x86_64.whl"]);
    const server = { ...python, version: "3.12.1", machine: "aarch64", libc: "2.35" };
    expect((await build(lock, server)).map(({ name }) => name)).toEqual([
      "native-1.0-cp312-cp312-manylinux_2_28_aarch64.whl",
    ]);
  });

  it("are fetched once for a lock", async () => {
    const hash = putWheel("plain", "py3-none-any");
    const cacheDir = mkdtempSync(join(root, "cache-"));
    const lock = lockOf(`plain==1.0 --hash=sha256:${hash}`);
    const first = await build(lock, python, cacheDir);
    expect(first).toEqual([
      expect.objectContaining({ name: "plain-1.0-py3-none-any.whl", sha256: hash, size: expect.any(Number) }),
    ]);
    rmSync(join(shelf, "plain-1.0-py3-none-any.whl"));
    expect(await build(lock, python, cacheDir)).toEqual(first);
    expect(readdirSync(join(cacheDir, "wheels")), "nothing half made is left").toHaveLength(1);
  });

  it("are refused when they are not what the lock says", async () => {
    putWheel("swapped", "py3-none-any");
    const lock = lockOf(`swapped==1.0 --hash=sha256:${"0".repeat(64)}`);
    await expect(build(lock)).rejects.toMatchObject({
      kind: "app",
      step: "build",
      message: expect.stringMatching(/by its hash/),
    });
  });

  it("that do not exist for the server are named, with what to do", async () => {
    const hash = putWheel("ghost", "cp39-cp39-win_amd64");
    await expect(build(lockOf(`ghost==1.0 --hash=sha256:${hash}`))).rejects.toMatchObject({
      kind: "app",
      step: "build",
      message: expect.stringMatching(/without a wheel for Python 3.11 on x86_64: ghost==1.0/),
      next: expect.stringMatching(/Pin a version/),
    });
  });

  it("are none for an empty lock", async () => expect(await build(lockOf(""))).toEqual([]));
});

describe("the platform of the wheels", () => {
  it("is every one that the server's C library runs, the newest first", () => {
    const tags = platformTags({ machine: "x86_64", libc: "2.36" });
    expect(tags[0]).toBe("manylinux_2_36_x86_64");
    expect(tags).toContain("manylinux2014_x86_64");
    expect(tags).toContain("manylinux1_x86_64");
    expect(tags).not.toContain("manylinux_2_37_x86_64");
    expect(tags.at(-1)).toBe("linux_x86_64");
  });

  it("is musl's where there is no glibc", () => {
    expect(platformTags({ machine: "aarch64", libc: "" })[0]).toBe("musllinux_1_2_aarch64");
  });
});
