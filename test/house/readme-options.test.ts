import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type Answers, fields, stacks } from "../../action/engine/app/fields.ts";
import { permissions } from "../../generators/github/api/permissions.ts";
import { flagName } from "../../generators/scaffold/answers.ts";

const readme = readFileSync(join(import.meta.dirname, "../../README.md"), "utf8");

/** Rows of the table whose first heading is this one, each a list of cells. */
function table(heading: string): string[][] {
  const after = readme.split(new RegExp(`^\\| ${heading} \\|`, "m"))[1] ?? "";
  const lines = after.split("\n\n")[0]?.split("\n").slice(2) ?? [];
  return lines.map((line) =>
    line
      .split("|")
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}
const coded = (cell = "") => [...cell.matchAll(/`([^`]+)`/g)].map((match) => match[1] as string);

describe("the README", () => {
  it("tells every stack, and what each is", () => {
    const rows = table("`--stack`");
    expect(rows.map(([name]) => coded(name)[0])).toEqual(Object.keys(stacks));
    for (const [name, , server, socket, nginx, manager] of rows) {
      const stack = stacks[coded(name)[0] as Answers["stack"]];
      expect(server?.toLowerCase()).toBe(stack.server);
      expect(socket?.toLowerCase()).toContain(stack.socket);
      expect(nginx?.includes("nginx.conf")).toBe(stack.nginx === "full");
      expect(manager).toContain(stack.processManager);
    }
  });

  it("tells every permission that the token of `github` needs", () => {
    expect(table("permission")).toEqual(permissions.map(({ name, access, why }) => [name, access, why]));
  });

  it("tells the right values of each option it lists", () => {
    for (const [option, values] of table("option")) {
      const field = fields.find(({ key }) => `--${flagName(key)}` === coded(option)[0]);
      expect(
        coded(values).filter((value) => !value.startsWith("--")),
        option,
      ).toEqual(Object.keys(field?.choices ?? {}));
    }
  });
});
