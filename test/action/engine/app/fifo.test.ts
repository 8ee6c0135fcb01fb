import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { readPlainFile } from "../../../../action/engine/app/plain-file.ts";

it("reads no FIFO, and does not wait for one", () => {
  const folder = mkdtempSync(join(tmpdir(), "fifo-"));
  const fifo = join(folder, "fifo.yml");
  execFileSync("mkfifo", [fifo]);
  expect(() => readPlainFile(fifo)).toThrow(/is not a plain file/);
  rmSync(folder, { recursive: true });
});
