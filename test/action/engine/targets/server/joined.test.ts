import { expect, it } from "vitest";
import { joinPython } from "../../../../../action/engine/targets/server/join-python.ts";

it("joins modules to one program: without what they import of each other, and with the rest as it is", () => {
  const future = "from __future__ import annotations\n";
  const one = `${future}import os\nfrom two import x\n`;
  const two = `${future}from one import y\nfrom others import z\n  from one import w\n`;
  expect(joinPython({ one, two })).toBe(`${future}import os\n\n\nfrom others import z\n  from one import w\n`);
  expect(joinPython({})).toBe("");
});
