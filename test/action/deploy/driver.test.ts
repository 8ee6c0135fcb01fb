import { inflateSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { packDriver } from "../../../action/deploy/driver.ts";

const packed = (...wanted: Parameters<typeof packDriver>) =>
  (JSON.parse(inflateSync(packDriver(...wanted).bytes).toString()) as [string, string][]).map(([name]) => name);

describe("the driver", () => {
  it("brings along all of a deploy, each module after those it imports", () => {
    const names = packed();
    for (const name of ["wire", "order", "venvs", "watch", "main"]) expect(names).toContain(name);
    expect(names.indexOf("order")).toBeGreaterThan(names.indexOf("gate"));
    expect(names.at(-1)).toBe("main");
  });

  it("brings along only what a question needs", () => {
    const question = { about: "import os\nfrom journal import Journal\n" };
    expect(packed("about", question).toSorted()).toEqual(["about", "host", "journal", "main", "wire"]);
    expect(packDriver("about", question).bytes.length).toBeLessThan(packDriver().bytes.length / 2);
  });
});
