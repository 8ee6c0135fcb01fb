import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { FileEntry } from "../../../../../action/engine/deploy/files.ts";
import { bytesOf } from "../../../../../action/engine/targets/server/upload.ts";
import type { Upload } from "../../../../../action/engine/targets/target.ts";

const SMALL = 256 * 1024;
const root = mkdtempSync(join(tmpdir(), "fd-upload-"));
const content = new Map([
  ["a", "aa"],
  ["b", "b"],
  ["half", "h".repeat(SMALL / 2)],
  ["other", "o".repeat(SMALL / 2)],
  ["exact", "e".repeat(SMALL)],
  ["big", "g".repeat(2 * SMALL + 7)],
  ["empty", ""],
  ["ümlaut", "u"],
]);
beforeAll(() => {
  for (const [name, text] of content) writeFileSync(join(root, name), text);
  symlinkSync("../elsewhere", join(root, "link"));
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

const file = (name: string, size = content.get(name)?.length ?? 0): FileEntry => [
  Buffer.from(name).toString("latin1"),
  "100644",
  "key",
  size,
];
const wheel = (name: string, size = content.get(name)?.length ?? 0) => ({
  ...{ name: `${name}.whl`, path: join(root, name), size, sha256: "s" },
});
async function chunks(upload: Partial<Upload>): Promise<string[]> {
  const found: string[] = [];
  const whole = { release: "r1", root, files: [], wheels: [], env: undefined, ...upload };
  for await (const chunk of bytesOf(whole)) found.push(chunk.toString());
  return found;
}
const all = (...names: string[]) => names.map((name) => content.get(name)).join("");

describe("what is sent", () => {
  it("is nothing of nothing", async () => expect(await chunks({ env: "" })).toEqual([]));

  it.each([
    [["a", "b", "empty", "ümlaut"], "many small files at once"],
    [["a", "big", "b"], "small ones before and after a big one"],
    [["big", "big"], "big ones one after the other"],
    [["exact", "a", "half", "other", "b"], "more small ones than one batch holds"],
  ])("is %j in this order: %s", async (names) => {
    const sent = await chunks({ env: "A=1\n", files: names.map((name) => file(name)), wheels: [wheel("b")] });
    expect(sent.join("") === `A=1\n${all(...names)}b`).toBe(true);
    // Never a whole big file in memory, nor a packet for each small one.
    expect(Math.max(...sent.map((chunk) => chunk.length))).toBeLessThanOrEqual(2 * SMALL);
  });

  it("puts small files together until a batch is full", async () => {
    expect(await chunks({ files: ["a", "b", "ümlaut"].map((name) => file(name)) })).toEqual(["aabu"]);
    const sent = await chunks({ files: ["half", "other", "a", "b", "exact"].map((name) => file(name)) });
    expect(sent.map((chunk) => chunk.length)).toEqual([SMALL + 2, SMALL + 1]);
  });

  it("is of a link where it leads, as it is written", async () => {
    expect(await chunks({ files: [["link", "120000", "key", 12]] })).toEqual(["../elsewhere"]);
  });

  it("is of a file that grows meanwhile what was announced, where it is big", async () => {
    expect((await chunks({ files: [file("big", 2 * SMALL)] })).join("")).toBe("g".repeat(2 * SMALL));
  });

  it.each([
    ["a small file that shrank", { files: [file("a", 3)] }, "a"],
    ["a small file that grew", { files: [file("a", 1)] }, "a"],
    ["a big file that shrank", { files: [file("big", 3 * SMALL)] }, "big"],
    ["a wheel that grew", { wheels: [wheel("a", 1)] }, "a.whl"],
    ["a file by its own name", { files: [file("ümlaut", 9)] }, "ümlaut"],
  ])("is not %s", async (_, upload, name) => {
    await expect(chunks(upload)).rejects.toMatchObject({
      ...{ kind: "usage", step: "send", message: `${name} changed while it was being sent`, next: "Deploy again." },
    });
  });
});
