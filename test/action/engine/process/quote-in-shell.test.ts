import { execFileSync } from "node:child_process";
import { expect, it } from "vitest";
import { quote, quoteAll } from "../../../../action/engine/process/quote.ts";
import fc from "../../../fuzz.ts";

const shell = (script: string) => execFileSync("sh", ["-c", script], { encoding: "buffer" });
const word = fc
  .oneof(
    fc.string({ unit: "grapheme", maxLength: 30 }),
    fc.string({
      unit: fc.constantFrom("'", '"', "\\", "$", "`", "\n", " ", "!", "*", "~", "=", ";", "#", "-", "a"),
      maxLength: 12,
    }),
  )
  .map((s) => s.replaceAll("\0", ""));

it("gives real sh back exactly the words that went in", () => {
  fc.assert(
    fc.property(fc.array(word, { maxLength: 8 }), (words) => {
      const said = shell(`printf '%s\\0' ${["x", ...words].map(quote).join(" ")}`);
      expect(said).toEqual(Buffer.from(["x", ...words].map((w) => `${w}\0`).join(""), "utf8"));
    }),
    { numRuns: 200 },
  );
});

it("survives a second shell, as a command sent over ssh meets", () => {
  fc.assert(
    fc.property(word, (value) => {
      const said = shell(quoteAll(["sh", "-c", quoteAll(["printf", "%s", value])]));
      expect(said).toEqual(Buffer.from(value, "utf8"));
    }),
    { numRuns: 100 },
  );
});
