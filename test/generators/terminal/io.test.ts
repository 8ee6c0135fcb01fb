import { spawnSync } from "node:child_process";
import { closeSync, openSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";

const cli = join(import.meta.dirname, "../../../generators/cli.ts");

it("output that finds no room is one error on stderr, and never a success", () => {
  const full = openSync("/dev/full", "w");
  const ended = spawnSync(process.execPath, [cli, "--help"], { stdio: ["ignore", full, "pipe"], encoding: "utf8" });
  closeSync(full);
  expect(ended.stderr).toMatch(/^error: the command finished, but its output could not be written: ENOSPC.*\n$/);
  expect(ended.status).toBe(1);
});

it("a reader that leaves early is no error", () => {
  const script = '"$0" "$1" --help | true; echo "${PIPESTATUS[0]}"';
  const ended = spawnSync("bash", ["-c", script, process.execPath, cli], { encoding: "utf8" });
  expect(ended).toMatchObject({ stdout: "0\n", stderr: "" });
});
