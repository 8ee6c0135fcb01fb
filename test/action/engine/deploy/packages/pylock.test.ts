import { describe, expect, it } from "vitest";
import { readLock } from "../../../../../action/engine/deploy/packages/lock.ts";
import { runProcess } from "../../../../../action/engine/process/run.ts";
import { lockFolder } from "./lock-folder.ts";

const { root, cacheDir, write } = lockFolder();
const env = process.env as Record<string, string>;
const lock = () => readLock({ root, run: runProcess, env, cacheDir, onLine: () => {} });

describe("the lock of pylock.toml", () => {
  it("is every package with all its hashes, by its markers", async () => {
    write(
      "pylock.toml",
      `lock-version = "1.0"
created-by = "test"
[[packages]]
name = "Flask"
version = "3.1.3"
marker = "python_version < '3.12'"
sdist = { url = "https://example.org/flask.tar.gz", hashes = { sha256 = "aa" } }
wheels = [{ url = "https://example.org/flask.whl", hashes = { sha256 = "bb" } }]
[[packages]]
name = "shop"
directory = { path = ".", editable = true }
[[packages]]
name = "tool"
vcs = { type = "git", url = "https://example.org/tool", commit-id = "1a2b3c4d5e6f7a8b9c0d1a2b3c4d5e6f7a8b9c0d", subdirectory = "py" }
[[packages]]
name = "arch"
archive = { path = "arch-1.0.tar.gz", hashes = { sha256 = "cc" } }
`,
    );
    const found = await lock();
    expect(found).toMatchObject({ from: "pylock.toml", kind: "hashed", isResolved: true, unused: [] });
    expect(found.requirements.map(({ line }) => line)).toEqual([
      "Flask==3.1.3 ; python_version < '3.12' --hash=sha256:bb --hash=sha256:aa",
      "shop @ file:.",
      "tool @ git+https://example.org/tool@1a2b3c4d5e6f7a8b9c0d1a2b3c4d5e6f7a8b9c0d#subdirectory=py",
      "arch @ file:arch-1.0.tar.gz --hash=sha256:cc",
    ]);
  });

  it.each([
    ["is no TOML", "lock-version", /^pylock.toml cannot be read: /],
    ["is of a later kind", 'lock-version = "2.0"', /lock-version is 2.0/],
    [
      "has packages of a group",
      'lock-version = "1.0"\n[[packages]]\nname = "pytest"\nversion = "8"\nmarker = "\'dev\' in dependency_groups"\n',
      /pytest belongs to an extra or a group/,
    ],
  ])("that %s is refused", async (_, text, says) => {
    write("pylock.toml", text);
    await expect(lock()).rejects.toMatchObject({ kind: "usage", step: "check", message: expect.stringMatching(says) });
  });
});
