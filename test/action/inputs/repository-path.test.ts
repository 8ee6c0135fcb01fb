import { expect, it } from "vitest";
import { repositoryPath } from "../../../action/inputs/repository-path.ts";

it("writes a path as git does, whatever the system's separator", () => {
  expect(repositoryPath("/w", "/w/apps/shop")).toBe("apps/shop");
  expect(repositoryPath("/w", "/w")).toBe("");
  // As Windows would give it.
  expect(repositoryPath("/w", "/w/apps\\shop", "\\")).toBe("apps/shop");
});
