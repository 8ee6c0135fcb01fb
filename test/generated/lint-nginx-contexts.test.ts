import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { directives } from "../../action/lint/nginx/directives.ts";

/** Our table of places against the nginx of this machine: wherever it takes a directive, the linter must not refuse it. */

const folder = mkdtempSync(join(tmpdir(), "fd-contexts-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const places: Readonly<Record<string, (line: string) => string>> = {
  main: (line) => `${line} events {}`,
  events: (line) => `events { ${line} }`,
  http: (line) => `events {} http { ${line} }`,
  server: (line) => `events {} http { server { ${line} } }`,
  location: (line) => `events {} http { server { location / { ${line} } } }`,
  upstream: (line) => `events {} http { upstream a { ${line} } }`,
};

it("allows each directive wherever nginx does", { timeout: 600_000 }, () => {
  const file = join(folder, "nginx.conf");
  const wrong: string[] = [];
  for (const [name, rows] of [...directives]) {
    const allowed = new Set(rows.flatMap(([contexts]) => contexts.split(" ")));
    for (const [place, text] of Object.entries(places)) {
      if (allowed.has("any") || allowed.has(place)) continue;
      writeFileSync(file, text(`${name};`));
      const { stderr } = spawnSync("nginx", ["-t", "-q", "-p", folder, "-c", file], { encoding: "utf8" });
      // Of another nginx than this one, or of a module that is not loaded here.
      if (stderr.includes("unknown directive")) break;
      if (!stderr.includes("not allowed here")) wrong.push(`${name} in ${place}`);
    }
  }
  expect(wrong).toEqual([]);
});
