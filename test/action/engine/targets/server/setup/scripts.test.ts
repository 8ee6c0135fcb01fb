import { spawnSync } from "node:child_process";
import { expect, it } from "vitest";
import { planSetup } from "../../../../../../action/engine/targets/server/setup/plan.ts";
import { shown } from "../../../../../../action/engine/targets/server/setup/step.ts";
import { facts, wish } from "./facts.ts";

it("writes only scripts that sh can read", () => {
  for (const step of planSetup(facts("program apt-get"), wish).steps) {
    expect(spawnSync("sh", ["-n"], { input: step.script, encoding: "utf8" }).stderr, step.title).toBe("");
    expect(step.script.endsWith(shown({ title: "", script: step.script }))).toBe(true);
  }
});
