import { execFileSync } from "node:child_process";
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const root = join(import.meta.dirname, "../..");
const files = globSync(".github/workflows/*.yml", { cwd: root });
const lint = (program: string, ...args: string[]) => execFileSync(program, args, { cwd: root, encoding: "utf8" });

describe("the project's own workflows", () => {
  it("are there", () => expect(files.length).toBeGreaterThan(0));

  it("give actionlint nothing to say", () => expect(lint("actionlint", "-no-color", ...files)).toBe(""));

  it("give zizmor nothing to find, at its strictest and without a network", () => {
    const report = lint("zizmor", "--offline", "--no-config", "--persona=pedantic", "--format=json", ...files);
    expect(JSON.parse(report)).toEqual([]);
  });

  it.each(files)("%s uses every Action at a commit, says which version that is, and ends in time", (file) => {
    const text = readFileSync(join(root, file), "utf8");
    const uses = [...text.matchAll(/uses: (.+)/g)].map((m) => m[1]);
    for (const use of uses) expect(use).toMatch(/^(\.\/|[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$)/);
    expect(text.match(/timeout-minutes:/g)).toHaveLength(text.match(/runs-on:/g)?.length ?? 0);
  });
});
