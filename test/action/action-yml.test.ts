import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { marketplaceProblems } from "../../.github/release/marketplace.ts";
import { logOptions } from "../../action/engine/console/logs/options.ts";
import { maintenanceOptions } from "../../action/engine/console/maintenance/site.ts";
import type { ConsoleOption } from "../../action/engine/console/option.ts";
import { commands } from "../../action/inputs/inputs.ts";
import { levels } from "../../action/lint/finding.ts";

const root = join(import.meta.dirname, "../..");
const action = parse(readFileSync(join(root, "action.yml"), "utf8"));
const sources = [
  "inputs/inputs",
  "engine/app/overrides",
  "inputs/console",
  "engine/console/logs/options",
  "engine/console/maintenance/site",
]
  .map((name) => readFileSync(join(root, `action/${name}.ts`), "utf8"))
  .join("\n");

describe("action.yml", () => {
  it("describes every input and every output", () => {
    for (const [name, { description }] of Object.entries<{ description: string }>({
      ...action.inputs,
      ...action.outputs,
    }))
      expect(description, name).toMatch(/^[A-Z].{10,}[.:]$/);
  });

  it.each(Object.keys(action.inputs))("has an input %s that is read", (name) => {
    expect(sources).toMatch(new RegExp(`["' ]${name}["':]`));
  });

  it("names the commands and levels that there are", () => {
    for (const command of commands) expect(action.inputs.command.description).toContain(`\`${command}\``);
    for (const level of levels) expect(action.inputs["lint-level"].description).toContain(`\`${level}\``);
  });

  it.each(Object.values<ConsoleOption>({ ...logOptions, ...maintenanceOptions }))(
    "has the console's option $name, as the command line has it",
    ({ name, kind, standard }) => {
      expect(action.inputs[name].default ?? "").toBe(kind === "boolean" ? "false" : String(standard ?? ""));
    },
  );

  it("runs on node 24 and tidies up whatever happened", () => {
    expect(action.runs).toEqual({ using: "node24", main: "dist/main.js", post: "dist/post.js", "post-if": "always()" });
  });

  it("carries what the Marketplace asks for", () => {
    expect(action.branding).toEqual({ icon: "upload-cloud", color: "green" });
    expect(marketplaceProblems(action)).toEqual([]);
  });
});
