import { describe, expect, it } from "vitest";
import { harmlessLines } from "../../../action/report/log-groups.ts";
import fc from "../../fuzz.ts";

/** Whether the runner takes a line for a command; after its ActionCommand.TryParseV2 and TryParse, read loosely. */
const isCommand = (line: string) => /^[\s\p{Z}\p{C}]*::/u.test(line) || line.includes("##[");

describe("lines of others in the log", () => {
  it("cannot command the runner", () => {
    const piece = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.constantFrom(
        "::",
        "##[",
        "\r",
        "\n",
        "\u001b[1m",
        "\u0085",
        " ",
        "\u00a0",
        "\ufeff",
        "\u200b",
        "error::x",
        "#",
        ":",
      ),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        for (const line of harmlessLines(pieces.join(""))) {
          expect(isCommand(line)).toBe(false);
          expect(line).not.toMatch(/[\r\n]/);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it("stay as they are when they are harmless", () => {
    const text = 'a :: b\n  File "x.py", line 3\nC++::name [2001:db8::1]';
    expect(harmlessLines(text).join("\n")).toBe(text);
  });
});
