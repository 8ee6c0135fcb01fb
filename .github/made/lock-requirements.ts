/**
 * Makes templates/requirements/ anew: for each set of packages that a generated repository can need, the versions of
 * today, with hashes, for every platform and every Python we allow. Run by hand (uv must be on the PATH), then review the diff:
 *
 *     node .github/made/lock-requirements.ts
 */
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import ejs from "ejs";
import type { AppServer } from "../../action/engine/kinds/app-server.ts";
import { appServers } from "../../action/engine/kinds/index.ts";
import { lockName, type PackageSet } from "../../generators/scaffold/file-list.ts";
import { hashesApart } from "./hashes-apart.ts";

/** The oldest Python that an app can be made for: a lock for it holds for every newer one. */
const oldestPython = "3.10";

const templates = join(import.meta.dirname, "../..", "templates");
const locks = join(templates, "requirements");

const variants: readonly PackageSet[] = (Object.keys(appServers) as AppServer[]).flatMap((server) => [
  { server, flask: true, quotes: false },
  { server, flask: true, quotes: true },
  { server, flask: false, quotes: false },
]);

// Hashes of versions that no lock names any more would be shipped for nothing.
rmSync(locks, { recursive: true, force: true });
mkdirSync(join(locks, "hashes"), { recursive: true });
for (const variant of variants) lock(variant);

function lock(variant: PackageSet): void {
  const folder = mkdtempSync(join(tmpdir(), "lock-"));
  try {
    for (const source of ["requirements", "requirements-dev"]) {
      const text = readFileSync(join(templates, `${source}.in.ejs`), "utf8");
      writeFileSync(
        join(folder, `${source}.in`),
        ejs.render(text, { ...variant, appServer: appServers[variant.server] }),
      );
      const constraints = source === "requirements" ? [] : ["--constraints", "requirements.txt"];
      const command = ["pip", "compile", "--universal", "--generate-hashes", ...constraints, `${source}.in`];
      execFileSync(
        "uv",
        [...command, "--python-version", oldestPython, "--quiet", "--no-header", "--output-file", `${source}.txt`],
        { cwd: folder, stdio: ["ignore", "ignore", "inherit"] },
      );
      const head = [
        `# Made from ${source}.in, for every platform and Python ${oldestPython} or newer, by:`,
        `#     uv ${command.join(" ")} --python-version <%= python %> -o ${source}.txt`,
      ];
      const pins = readFileSync(join(folder, `${source}.txt`), "utf8");
      const suffix = source === "requirements" ? "" : "-dev";
      const { template, hashes } = hashesApart(`${head.join("\n")}\n${pins}`);
      writeFileSync(join(locks, `${lockName(variant)}${suffix}.txt.ejs`), template);
      for (const { path, text } of hashes) writeFileSync(join(locks, path), text);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}
