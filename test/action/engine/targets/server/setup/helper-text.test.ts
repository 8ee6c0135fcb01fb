import { expect, it } from "vitest";
import { processManagers } from "../../../../../../action/engine/kinds/index.ts";
import type { ProcessManager } from "../../../../../../action/engine/kinds/process-manager.ts";
import {
  helperProtocol,
  helperText,
  sudoersText,
} from "../../../../../../action/engine/targets/server/setup/helper.ts";
import { targets } from "../../../../../../action/engine/targets/server/setup/layout.ts";
import { shop } from "./helper-constants.ts";

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
});

it("refuses a constant that could end its quotes", () => {
  for (const site of ["/etc/x'; id; '", "", "/etc/$x", "/etc/x\n"])
    expect(() => helperText({ ...shop, site }), site).toThrow(/SITE/);
});

it("has all that root runs in one file, as its parts are", () => {
  const text = helperText(shop);
  expect(text).not.toMatch(/^# @[A-Z]+@$/m);
  for (const program of ["log_reader", "verdict"]) expect(text).not.toContain(`import ${program}`);
  expect(text.match(/^from __future__ import annotations$/gm)).toHaveLength(3);
  expect(helperProtocol).toBe(/^PROTOCOL=(\d+)$/m.exec(text)?.[1]);
});

it("is all that the login may run as root", () => {
  expect(sudoersText("shop", "ann").split("\n").slice(1)).toEqual([
    "ann ALL=(root) NOPASSWD: /usr/local/lib/flask-deploy/shop",
    "",
  ]);
});
