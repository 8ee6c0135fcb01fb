import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { plain, readLock } from "../../../action/deploy/lock.ts";
import { runProcess } from "../../../action/deploy/process.ts";

const root = mkdtempSync(join(tmpdir(), "fd-lock-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));
const read = (text: string) => {
  writeFileSync(join(root, "requirements.txt"), text);
  return readLock(root, runProcess, process.env as Record<string, string>);
};

describe("the lock", () => {
  it("is hashed when every line has a hash", async () => {
    const lock = await read(
      "flask==3.1.3 \\\n    --hash=sha256:aa \\\n    --hash=sha256:bb\n    # via shop\nclick==8 --hash=sha256:cc\n",
    );
    expect(lock).toMatchObject({ kind: "hashed", from: "requirements.txt" });
    expect(lock?.text).toBe("flask==3.1.3 --hash=sha256:aa --hash=sha256:bb\nclick==8 --hash=sha256:cc");
  });

  it("is pinned when every line names one version", async () => {
    expect((await read("flask==3.1.3\nclick==8.1 ; python_version > '3.8'\n"))?.kind).toBe("pinned");
  });

  it("is loose when a line does not", async () => {
    for (const line of ["flask", "flask>=3", "flask==3.*", "flask ; python_version == '3.11'"])
      expect((await read(`click==8.1\n${line}\n`))?.kind, line).toBe("loose");
  });

  it("counts what it includes", async () => {
    writeFileSync(join(root, "base.txt"), "click==8.1\n");
    const before = await read("-r base.txt\nflask==3.1.3\n");
    expect(before?.text).toBe("click==8.1\nflask==3.1.3");
    writeFileSync(join(root, "base.txt"), "click==8.2\n");
    expect((await read("-r base.txt\nflask==3.1.3\n"))?.text).not.toBe(before?.text);
  });

  it("says which file includes one that is not there", async () => {
    await expect(read("-r nowhere.txt\n")).rejects.toThrow(
      "requirements.txt includes nowhere.txt, which cannot be read",
    );
    await expect(read("-r requirements.txt\n")).rejects.toThrow("requirements.txt includes itself");
  });

  it("does not change with comments and line ends", () => {
    expect(plain("# top\nflask==3  # why\r\n\r\n")).toBe(plain("flask==3\n"));
    expect(plain("a @ https://example.org/a.whl#sha256=x\n")).toContain("#sha256=x");
  });

  it("is none when there is nothing to read", async () => {
    rmSync(join(root, "requirements.txt"));
    expect(await readLock(root, runProcess, {})).toBeUndefined();
  });
});
