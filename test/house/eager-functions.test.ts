import { describe, expect, it } from "vitest";
import { eager } from "../../.github/bundle/eager-functions.ts";

const loaded = async (code: string) => (await import(`data:text/javascript,${encodeURIComponent(code)}`)) as object;

const module = `import { basename } from "node:path";
const early = later(2);
function later(n) { return n > 0 ? [n, ...later(n - 1)] : []; }
async function* counted() { yield* later(2); }
class Box { value = () => this.size; static made() { return new Box(); } get size() { return 3; } }
const by = { plain() { return this.arrow(); }, async late() { return 5; }, *many() { yield 1; }, ["com" + "puted"]() { return 6; },
  get lazy() { return 7; }, arrow: () => 4, "quoted name"() { return 8; } };
const first = ((f) => f())(function named() { return typeof named; });
export const seen = [early, basename("/a/b"), Box.made().value(), by.plain(), await by.late(), [...by.many()], by.computed(), by.lazy,
  by["quoted name"](), by.plain.name, first, (await counted().next()).value, later.name];
`;

describe("functions in parentheses", () => {
  it("do what they did", async () => {
    const code = eager(module);
    expect(code).not.toBe(module);
    expect(code).toContain("var later=(function later");
    expect(code).toContain("plain:(function()");
    expect(await loaded(code)).toEqual(await loaded(module));
  });
});
