import { spawnSync } from "node:child_process";
import { expect, it } from "vitest";
import { processManagers } from "../../../../../../action/engine/kinds/index.ts";
import type { ProcessManager } from "../../../../../../action/engine/kinds/process-manager.ts";
import { helperText } from "../../../../../../action/engine/targets/server/setup/helper.ts";
import fc from "../../../../../fuzz.ts";
import { shop } from "./helper-constants.ts";

const call = (...args: string[]) =>
  spawnSync("sh", ["-s", "--", ...args], { input: helperText(shop), encoding: "utf8", timeout: 10_000 });

it.each(Object.keys(processManagers) as ProcessManager[])("is a program that sh reads, for %s", (processManager) => {
  const input = helperText({ ...shop, processManager });
  expect(spawnSync("sh", ["-n"], { input, encoding: "utf8" })).toMatchObject({ status: 0, stderr: "" });
});

it("tells the number of its protocol", () => expect(call("version").stdout).toBe("4\n"));

it.each(["start", "stop", "switch", "run", "install", "drift", "tail", "drained"])(
  "%s refuses whatever is not the id of a release",
  (verb) => {
    const odd = fc
      .oneof(
        fc.string(),
        fc.constantFrom(
          "",
          "*",
          "..",
          "20261121T031500Z-1a2b3c4 x",
          "20261121T031500Z-1a2b3c4\n",
          "\n20261121T031500Z-1a2b3c4",
          "20261121T031500Z-1A2B3C4",
          "../20261121T031500Z-1a2b3c4",
          "20261121T031500Z-1a2b3c4/..",
          "20261121T031500Z-1a2b3c",
          "-n",
        ),
      )
      .filter((id) => !id.includes("\0"));
    fc.assert(
      fc.property(odd, (id) => {
        expect(call(verb, id)).toMatchObject({ status: 2, stdout: "" });
      }),
      { numRuns: 25 },
    );
  },
);

it.each(["", "restart", "start;id", "../x", "apply"])("knows no verb %j", (verb) => {
  expect(call(verb)).toMatchObject({ status: 2, stdout: "" });
});
