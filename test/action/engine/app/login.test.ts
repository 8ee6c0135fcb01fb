import { expect, it } from "vitest";
import { loginOf } from "../../../../action/engine/app/login.ts";

it("is named after the app, in as many signs as useradd takes", () => {
  expect(loginOf("shop")).toBe("deploy-shop");
  expect(loginOf("a".repeat(25))).toBe(`deploy-${"a".repeat(25)}`);
  const [one, other] = [loginOf(`${"a".repeat(26)}b`), loginOf(`${"a".repeat(26)}c`)];
  expect(one).toMatch(/^deploy-a{16}-[0-9a-f]{8}$/);
  expect(other).not.toBe(one);
});
