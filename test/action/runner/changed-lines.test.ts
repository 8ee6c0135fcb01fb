import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { getExecOutput } from "@actions/exec";
import { describe, expect, it } from "vitest";
import { changedSince, isChanged, readDiff } from "../../../action/runner/changed-lines.ts";
import { gitBy } from "../../../action/runner/git.ts";

describe("the changed lines of a pull request", () => {
  it("are read from a diff, and none of its lines passes for a header", () => {
    const diff = [
      "diff --git a/deploy/x.conf b/deploy/x.conf",
      "--- a/deploy/x.conf",
      "+++ b/deploy/x.conf",
      "@@ -1 +1,3 @@",
      "-old",
      "+++ b/evil",
      "+@@ -0,0 +9 @@",
      "+new",
      "\\ No newline at end of file",
      "@@ -9,2 +11,0 @@ server {",
      "-a",
      "-b",
      "@@ -20,0 +21 @@",
      "+c",
    ].join("\n");
    expect([...readDiff(diff)]).toEqual([
      [
        "deploy/x.conf",
        [
          [1, 3],
          [21, 21],
        ],
      ],
    ]);
  });

  it("are told apart from the lines around them", () => {
    const diff = "+++ b/x\n@@ -1,4 +1,5 @@\n a\n-b\n+B\n+c\n d\n e\n@@ -20,2 +21,3 @@\n f\n+g\n h\n";
    expect([...readDiff(diff)]).toEqual([
      [
        "x",
        [
          [2, 3],
          [22, 22],
        ],
      ],
    ]);
  });

  it("are those of git, whatever the file is called", async () => {
    const root = mkdtempSync(join(tmpdir(), "fd-diff-"));
    const git = (...args: string[]) =>
      execFileSync("git", ["-c", "user.name=A", "-c", "user.email=a@example.org", ...args], {
        cwd: root,
        encoding: "utf8",
      }).trim();
    try {
      git("init", "-q");
      const write = (name: string, text: string) => writeFileSync(join(root, name), text);
      write("a b.conf", "1\n2\n3\n");
      write("gone.conf", "1\n");
      git("add", "-A");
      git("commit", "-qm", "base");
      const base = git("rev-parse", "HEAD");
      write("a b.conf", "1\ntwo\n3\nfour\n");
      write("größe.conf", "new\n");
      rmSync(join(root, "gone.conf"));
      git("add", "-A");
      git("commit", "-qm", "change");
      const changed = await changedSince(gitBy(getExecOutput, {}), root, base);
      expect(changed && [...changed]).toEqual([
        [
          "a b.conf",
          [
            [2, 2],
            [4, 4],
          ],
        ],
        ["größe.conf", [[1, 1]]],
      ]);
      expect(isChanged(changed ?? new Map(), "a b.conf", 3, 5)).toBe(true);
      expect(isChanged(changed ?? new Map(), "a b.conf", 3, 3)).toBe(false);
      expect(await changedSince(gitBy(getExecOutput, {}), root, "0".repeat(40))).toBeUndefined();
    } finally {
      rmSync(root, { recursive: true, force: true });
    }
  });
});
