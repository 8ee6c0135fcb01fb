import { describe, expect, it } from "vitest";
import { keepSecret } from "../../../action/runner/secrets.ts";
import fc from "../../fuzz.ts";

describe("what is secret", () => {
  it("is masked whole and line by line", () => {
    const masked: string[] = [];
    keepSecret(["first line\r\nsecond line\n"], (part) => masked.push(part));
    expect(masked).toEqual(["first line\r\nsecond line\n", "first line\r\nsecond line", "second line", "first line"]);
  });

  it("leaves words alone that hide nothing", () => {
    const masked: string[] = [];
    keepSecret(["1", "true", "", "production"], (part) => masked.push(part));
    expect(masked).toEqual([]);
  });

  it("never survives in a text, wherever it stands", () => {
    const secret = fc.string({ minLength: 4, maxLength: 20 }).filter((s) => s.trim().length >= 4 && !s.includes("*"));
    fc.assert(
      fc.property(fc.array(secret, { minLength: 1, maxLength: 5 }), fc.array(fc.string()), (values, around) => {
        const { hide } = keepSecret(values, () => {});
        const text = values.flatMap((value, i) => [around[i] ?? "", value]).join("");
        for (const value of values) expect(hide(text)).not.toContain(value);
      }),
    );
  });
});
