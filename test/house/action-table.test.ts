import { describe, expect, it } from "vitest";
import { actionTable, marks, withTables } from "./action-table.ts";

describe("the tables of action.yml", () => {
  it("have a line for each input, with its default", () => {
    const table = actionTable(
      { host: { description: "A | B." }, timeout: { description: "Seconds.", default: "900" } },
      true,
    );
    expect(table.split("\n").slice(2)).toEqual(["| `host` |  | A \\| B. |", "| `timeout` | `900` | Seconds. |"]);
  });

  it("are put between their marks, again and again with the same outcome", () => {
    const readme = ["# Title", ...marks("inputs"), "between", ...marks("outputs"), "end"].join("\n");
    const yml = "inputs: { a: { description: In. } }\noutputs: { b: { description: Out. } }";
    const once = withTables(readme, yml);
    expect(once).toContain("| `a` |  | In. |");
    expect(once).toContain("| `b` | Out. |");
    expect(withTables(once, yml)).toBe(once);
    expect(() => withTables("# Title", yml)).toThrow(/README\.md lacks/);
  });
});
