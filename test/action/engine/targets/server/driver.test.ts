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

  it("is started by one line that any shell passes on, and reads exactly what is sent", () => {
    const { command, bytes } = packDriver("about", { about: "import journal\n" });
    expect(command).toMatch(/^exec python3 -I -S -c '[^'\n]*'$/);
    expect(command.match(/\d+/g)).toContain(String(bytes.length));
    expect(command).toContain('sys.modules["main"].main()');
  });

  it("has each module once, and none that is not its own", () => {
    const mine = {
      a: "from b import x\nimport c\n  import assets\n",
      b: "import c\nimport toString\n",
      c: "import os\n",
    };
    expect(packed("a", mine).slice(0, 3)).toEqual(["c", "b", "a"]);
    expect(packed("a", mine)).not.toContain("assets");
    expect(new Set(packed()).size).toBe(packed().length);
    expect(packed("none")).not.toContain("none");
  });

  it("imports nothing that only the type checker reads, nor typing, which takes longer to load than most modules", () => {
    for (const [name, text] of sent())
      expect(text, name).not.toMatch(/^(from|import) (typing|typing_extensions|messages|answers)\b/m);
  });
});
