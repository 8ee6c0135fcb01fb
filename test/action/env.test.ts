import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readEnv } from "../../action/env.ts";

describe("the app's environment", () => {
  it("is lines of NAME=value, with comments and quotes", () => {
    const text = [
      "# the database",
      "DATABASE_URL=postgres://u:p@db/x?y=1#z",
      "  export SPACED =  a b  ",
      "",
      "EMPTY=",
      "SINGLE='a\\n\"b\nc'",
      'DOUBLE="a\\n\\"b\\\\c\\d\nnext"',
    ].join("\r\n");
    expect(readEnv(text)).toEqual({
      env: {
        DATABASE_URL: "postgres://u:p@db/x?y=1#z",
        SPACED: "a b",
        EMPTY: "",
        SINGLE: 'a\\n"b\nc',
        DOUBLE: 'a\n"b\\c\\d\nnext',
      },
    });
  });

  it.each([
    ["a name with a blank", "A=1\nB C=2", /not NAME=value in line 2/],
    ["no equals sign", "SECRETVALUE", /not NAME=value in line 1/],
    ["an open quote", 'A="SECRETVALUE', /quote in line 1/],
    ["text after a quote", "A='SECRETVALUE' b", /quote in line 1/],
    ["the same name twice", "A=1\nA=SECRETVALUE", /names A twice, again in line 2/],
    ["a NUL", "A=SECRET\0VALUE", /NUL in A/],
  ])("is refused for %s, without showing a value", (_, text, says) => {
    const read = readEnv(text);
    expect(read).toEqual({ problem: expect.stringMatching(says) });
    expect(JSON.stringify(read)).not.toMatch(/SECRET/);
  });

  it("gives back any value that is put in double quotes", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (value) => {
        fc.pre(!/[\r\0]/.test(value));
        expect(readEnv(`A="${value.replace(/["\\]/g, "\\$&")}"\nB=1`)).toEqual({ env: { A: value, B: "1" } });
      }),
    );
  });

  // A pattern that tries each blank again would take minutes, and with them the test's time.
  it("reads 600 kB of blanks", () => {
    const blanks = " ".repeat(600_000);
    expect(readEnv(`A=${blanks}x\n${blanks}`)).toHaveProperty("env");
  });
});
