import { inflateSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { packDriver } from "../../../../../action/engine/targets/server/driver.ts";

const sent = (...wanted: Parameters<typeof packDriver>) =>
  JSON.parse(inflateSync(packDriver(...wanted).bytes).toString()) as [string, string][];
const packed = (...wanted: Parameters<typeof packDriver>) => sent(...wanted).map(([name]) => name);

describe("the driver", () => {
  it("brings along all of a deploy, each module after those it imports", () => {
    const names = packed();
    for (const name of ["channel", "transaction", "venvs", "watch", "main"]) expect(names).toContain(name);
    expect(names.indexOf("transaction")).toBeGreaterThan(names.indexOf("gate"));
    expect(names.at(-1)).toBe("main");
  });

  it("brings along only what a question needs", () => {
    const question = { about: "import os\nfrom journal import Journal\n" };
    expect(packed("about", question).toSorted()).toEqual(["about", "channel", "host", "journal", "main"]);
    expect(packDriver("about", question).bytes.length).toBeLessThan(packDriver().bytes.length / 2);
  });

  it("imports nothing that only the type checker reads, nor typing, which takes longer to load than most modules", () => {
    for (const [name, text] of sent())
      expect(text, name).not.toMatch(/^(from|import) (typing|typing_extensions|messages|answers)\b/m);
  });
});
