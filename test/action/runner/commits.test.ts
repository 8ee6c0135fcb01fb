import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { getExecOutput } from "@actions/exec";
import { afterAll, describe, expect, it, vi } from "vitest";
import { commitsBetween } from "../../../action/runner/commits.ts";
import { gitBy } from "../../../action/runner/git.ts";

const root = mkdtempSync(join(tmpdir(), "fd-commits-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const commit = (subject: string): string => {
  writeFileSync(join(root, "hats"), subject);
  execFileSync("git", ["add", "hats"], { cwd: root });
  const who = ["-c", "user.name=Ada", "-c", "user.email=ada@example.org"];
  execFileSync("git", [...who, "commit", "-q", "-m", subject], { cwd: root });
  return execFileSync("git", ["rev-parse", "HEAD"], { cwd: root, encoding: "utf8" }).trim();
};
execFileSync("git", ["init", "-q", root]);
const [first, second] = [commit("Sell hats"), commit("Sell größere hats")];
const git = gitBy(getExecOutput, {});

describe("the commits of a release", () => {
  it("are those of git, newest first, and nothing of git's is printed", async () => {
    const printed = vi.spyOn(process.stdout, "write");
    try {
      expect(await commitsBetween(git, root, first, second)).toEqual([
        { hash: second, author: "Ada", subject: "Sell größere hats" },
      ]);
      expect(printed).not.toHaveBeenCalled();
    } finally {
      printed.mockRestore();
    }
  });

  it("are not known where the checkout does not reach back so far, or without git", async () => {
    expect(await commitsBetween(git, root, "0".repeat(40), second)).toBeUndefined();
    expect(await commitsBetween(git, root, "--output=x", second)).toBeUndefined();
    expect(await commitsBetween(async () => undefined, root, first, second)).toBeUndefined();
    vi.stubEnv("PATH", root);
    try {
      expect(await git(root, ["log"])).toBeUndefined();
    } finally {
      vi.unstubAllEnvs();
    }
  });
});
