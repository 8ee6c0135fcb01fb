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

it("reads no device and no folder", () => {
  symlinkSync("/dev/zero", path("zero.yml"));
  for (const name of ["zero.yml", "."]) expect(() => readPlainFile(path(name)), name).toThrow(/is not a plain file/);
});

it("reads nothing that is larger than any configuration", () => {
  writeFileSync(path("large.yml"), "");
  truncateSync(path("large.yml"), 1 << 20);
  expect(readPlainFile(path("large.yml"))).toHaveLength(1 << 20);
  truncateSync(path("large.yml"), (1 << 20) + 1);
  expect(() => readPlainFile(path("large.yml"))).toThrow(/larger than 1 MB/);
});
