import { expect, it } from "vitest";
import { plain, plainDeep } from "../../../../action/engine/process/plain.ts";
import fc from "../../../fuzz.ts";

it.each([
  ["\x1b[31mred\x1b[0m", "red"],
  ["\x1b]0;title\x07text", "text"],
  ["\x1b]8;;https://example.org\x1b\\link\x1b]8;;\x1b\\", "link"],
  ["\x1bP1;2|data\x1b\\after", "after"],
  ["\x9b2Jgone", "gone"],
  ["over\rwritten\b\b", "overwritten"],
  ["bell\x07 nul\0", "bell nul"],
  ["a\u202ebc", "abc"],
  ["tab\tand\nline", "tab\tand\nline"],
  ["Grüße, 世界 🙂", "Grüße, 世界 🙂"],
  ["\x1b", ""],
])("takes what steers a terminal out of %j", (text, left) => expect(plain(text)).toBe(left));

it("leaves nothing that steers a terminal, whatever comes", () => {
  const parts = ["\x1b", "[", "]", "3", "1", "m", "\x9b", "\x07", "\\", "P", "a", ";", "\r"];
  const nasty = fc.string({ unit: fc.constantFrom(...parts) });
  const steers = (code: number) => (code < 32 && code !== 9 && code !== 10) || (code > 126 && code < 160);
  fc.assert(
    fc.property(fc.oneof(nasty, fc.string({ unit: "binary" })), (text) => {
      expect([...plain(text)].filter((letter) => steers(letter.codePointAt(0) as number))).toEqual([]);
    }),
  );
});

it("reaches every string of an answer", () => {
  expect(plainDeep({ "a\x1b[1m": ["\x07b", { c: "\x1b[2Jd" }, 1, null, true] })).toEqual({
    a: ["b", { c: "d" }, 1, null, true],
  });
});
