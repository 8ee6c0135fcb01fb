import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { rules } from "../../../../action/lint/rules/index.ts";

it("every error and warning is planted at two places of a clean repository at least", () => {
  const tests = readdirSync(import.meta.dirname, { recursive: true, encoding: "utf8" })
    .filter((path) => /[\\/](planted|mutations)\.test\.ts$/.test(path))
    .map((path) => readFileSync(join(import.meta.dirname, path), "utf8"))
    .join("\n");
  // A test with a list of its own tells by its name that it goes over several places.
  const places = (id: string) =>
    tests.split(`"${id}"`).length - 1 + 2 * (tests.includes(`it.each`) && tests.includes(`"${id} in %`) ? 1 : 0);
  const lacking = rules.filter(({ id, severity }) => severity !== "info" && places(id) < 2).map(({ id }) => id);
  expect(lacking).toEqual([]);
});
