import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { readPlainFile } from "../../../../action/engine/app/plain-file.ts";

const folder = mkdtempSync(join(tmpdir(), "plain-file-"));
afterAll(() => rmSync(folder, { recursive: true }));
const path = (name: string) => join(folder, name);

it("reads a file, also behind a link", () => {
  writeFileSync(path("a.yml"), "name: shop\n");
  symlinkSync("a.yml", path("link.yml"));
  expect(readPlainFile(path("link.yml"))).toBe("name: shop\n");
});

it("lets the system say what is not there", () => {
  expect(() => readPlainFile(path("none.yml"))).toThrow(expect.objectContaining({ code: "ENOENT" }));
});

it("reads no device, no FIFO and no folder, and waits for none", () => {
  symlinkSync("/dev/zero", path("zero.yml"));
  execFileSync("mkfifo", [path("fifo.yml")]);
  for (const name of ["zero.yml", "fifo.yml", "."])
    expect(() => readPlainFile(path(name)), name).toThrow(/is not a plain file/);
});

it("reads nothing that is larger than any configuration", () => {
  writeFileSync(path("large.yml"), "");
  truncateSync(path("large.yml"), 3 << 20);
  expect(() => readPlainFile(path("large.yml"))).toThrow(/larger than 1 MB/);
});
