import { describe, expect, it } from "vitest";
import { byName, grouped } from "../../../../action/lint/tables/grouped.ts";
import fc from "../../../fuzz.ts";

describe("a grouped table", () => {
  it("says each value once, with a string of names for each initial letter", () => {
    expect(grouped({ alarm: "list", async: "int", attach: "list", cron: "list" })).toEqual({
      '"list"': ["alarm attach", "cron"],
      '"int"': ["async"],
    });
  });

  it("is the table again when it is read", () => {
    const names = fc.stringMatching(/^[a-z][a-z0-9_-]{0,12}$/).filter((name) => name !== "__proto__");
    fc.assert(
      fc.property(fc.dictionary(names, fc.oneof(fc.string(), fc.array(fc.nat(3)))), (table) => {
        const read = byName(JSON.parse(JSON.stringify(grouped(table))));
        expect(Object.fromEntries(read)).toEqual({ ...table });
      }),
    );
  });
});
