import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { schemaPath, schemaText } from "../../../../.github/made/schema.ts";

it("the schema that a repository gets is that of the tables: node .github/made/schema.ts", () =>
  expect(readFileSync(schemaPath, "utf8")).toBe(schemaText()));
