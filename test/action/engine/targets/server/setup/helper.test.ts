import { spawnSync } from "node:child_process";
import { expect, it } from "vitest";
import { processManagers } from "../../../../../../action/engine/kinds/index.ts";
import type { ProcessManager } from "../../../../../../action/engine/kinds/process-manager.ts";
import { type HelperConstants, helperText } from "../../../../../../action/engine/targets/server/setup/helper.ts";
import { targets } from "../../../../../../action/engine/targets/server/setup/layout.ts";
import fc from "../../../../../fuzz.ts";

const shop: HelperConstants = {
  name: "shop",
  processManager: "systemd",
  socket: "unix",
  site: "/etc/nginx/sites-available/shop.conf",
  allowConfig: false,
};
const call = (...args: string[]) =>
  spawnSync("sh", ["-s", "--", ...args], { input: helperText(shop), encoding: "utf8", timeout: 10_000 });

it("fills in every constant", () => {
  const text = helperText({ ...shop, allowConfig: true });
  expect(text).toMatch(/^#!\/bin\/sh\n/);
  expect(text).toContain("APP='shop'\n");
  expect(text).toContain("ALLOW_CONFIG='1' #");
  expect(text).not.toContain("'@");
});

it.each(Object.keys(processManagers) as ProcessManager[])("has the part of %s, and of no other manager", (manager) => {
  const text = helperText({ ...shop, processManager: manager });
  const names = "place in_turn begin state log before_end end bring_back instances sandboxed".split(" ");
  for (const name of names) expect(text.match(new RegExp(`^${name}\\(\\) \\{`, "gm")), name).toHaveLength(1);
  const { handsSocket, readsEnvironment } = processManagers[manager];
  expect(text).toContain(`\nHANDS_SOCKET='${handsSocket ? 1 : 0}' `);
  expect(text).toContain(`\nREADS_ENV='${readsEnvironment}' `);
  expect(text).not.toContain("case $MANAGER");
  expect(text.match(/^FILES='(.*?)'/m)?.[1]).toBe(
    targets({ ...shop, processManager: manager })
      .map((pair) => pair.join(":"))
      .join(" "),
  );
  expect(spawnSync("sh", ["-n"], { input: text, encoding: "utf8" })).toMatchObject({ status: 0, stderr: "" });
});

it("refuses a constant that could end its quotes", () => {
  expect(() => helperText({ ...shop, site: "/etc/x'; id; '" })).toThrow(/SITE/);
});

it("tells the number of its protocol", () => expect(call("version").stdout).toBe("3\n"));

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
