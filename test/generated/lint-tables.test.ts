import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { generate } from "../../action/lint/tables/generate.ts";

const directory = join(import.meta.dirname, "../../action/lint/tables");
const committed = (name: string) => readFileSync(join(directory, name), "utf8");

describe("the linter's committed tables", () => {
  it("are what the script makes of nginx's, uWSGI's, gunicorn's and systemd's own words", { timeout: 180_000 }, () => {
    for (const [name, text] of generate()) {
      // systemd's table is this machine's; another release knows other keys, and differs by those alone.
      if (name.startsWith("systemd")) {
        const ours = Object.keys(JSON.parse(committed(name)).Service as object);
        const theirs = new Set(Object.keys(JSON.parse(text).Service as object));
        expect(ours.filter((key) => theirs.has(key)).length / ours.length).toBeGreaterThan(0.95);
      } else expect(text, `${name}: node action/lint/tables/generate.ts writes it anew`).toBe(committed(name));
    }
  });
});
