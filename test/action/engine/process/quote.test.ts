import { expect, it } from "vitest";
import { quote, quoteAll } from "../../../../action/engine/process/quote.ts";
import { lastLines } from "../../../../action/engine/process/run.ts";

it("never lets a first word become an assignment or a home", () => {
  expect(quote("A=1")).toBe("'A=1'");
  expect(quote("~root")).toBe("'~root'");
  expect(quote("")).toBe("''");
});

it("refuses what no process can receive", () => expect(() => quote("a\0b")).toThrow(/NUL/));

it.each([
  ["/srv/shop/a-b_c.d:1,2%@+", "/srv/shop/a-b_c.d:1,2%@+"],
  ["a b", "'a b'"],
  ["it's", "'it'\\''s'"],
  ["$HOME", "'$HOME'"],
  ["a\nb", "'a\nb'"],
  ["ü", "'ü'"],
])("quotes only what sh would change: %j", (word, quoted) => expect(quote(word)).toBe(quoted));

it("parts words by one blank", () => expect(quoteAll(["a b", "c", ""])).toBe("'a b' c ''"));

it("ends what a program wrote with its last lines", () => {
  expect(lastLines("\n1\n2\n3\n\n", 2)).toBe("2\n3");
  expect(lastLines("1", 2)).toBe("1");
});
