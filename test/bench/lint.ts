import { execFile, execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { build, nodes } from "../packed.ts";
import { growth } from "./lint/growth.ts";
import { manyFiles, repository, rootConf } from "./lint/repositories.ts";
import { type Bound, inTemporaryFolder, inTurns, type Table } from "./table.ts";

/** What others take for the same files, pinned. */
const rivals = ["gixy-ng==0.2.59", "crossplane==0.5.8"];

/** How long a cold `lint` takes beside an empty script and beside other tools, and how that grows. */
const table: Table = {
  title: "Lint, each time a cold process (medians, in turns)",
  measure: () => inTemporaryFolder(measureIn),
};
export default table;

async function measureIn(folder: string) {
  const [one, many, sites] = ["one", "many", "sites"].map((name) => join(folder, name)) as [string, string, string];
  const program = join(build(folder), "cli.js");
  const empty = join(folder, "empty.mjs");
  writeFileSync(empty, "");
  await repository(one);
  const count = await manyFiles(many);
  const siteCount = await manyFiles(sites, true);

  const rows: string[][] = [];
  const bounds: Bound[] = [];
  const row = (what: string, ms: number, than: number, other: string) =>
    rows.push([what, `${ms.toFixed(0)} ms`, `${(ms / than).toFixed(2)} of ${other}`]);
  const linted = (node: string, path: string) => () => run(node, program, "lint", "--threshold=off", path);

  for (const node of nodes()) {
    const version = `node ${execFileSync(node, ["--version"], { encoding: "utf8" }).trim()}`;
    const ms = await inTurns(15, { empty: () => run(node, empty), one: linted(node, one), many: linted(node, many) });
    rows.push([`${version}, an empty script`, `${ms.empty.toFixed(0)} ms`, ""]);
    row(`${version}, one repository`, ms.one, ms.empty, "an empty script");
    row(`${version}, ${count} files`, ms.many, ms.empty, "an empty script");
    bounds.push({ what: `${version}: one repository beside an empty script:`, value: ms.one / ms.empty, most: 6 });
    bounds.push({ what: `${version}: ${count} files beside an empty script:`, value: ms.many / ms.empty, most: 10 });
  }

  const venv = join(folder, "venv");
  execFileSync("python3", ["-m", "venv", venv]);
  execFileSync(join(venv, "bin/pip"), ["install", "-q", "--disable-pip-version-check", ...rivals]);
  const root = join(sites, rootConf);
  const beside = await inTurns(5, {
    us: linted(process.execPath, sites),
    gixy: () => run(join(venv, "bin/gixy"), root),
    crossplane: () => run(join(venv, "bin/crossplane"), "parse", root, "-o", join(folder, "parsed.json")),
    nginx: () => run("nginx", "-t", "-q", "-p", sites, "-c", root),
  });
  row(`create-flask-deploy, ${siteCount} nginx files`, beside.us, beside.us, "itself");
  row("gixy-ng, the same files", beside.gixy, beside.us, "create-flask-deploy");
  row("crossplane (a parser), the same files", beside.crossplane, beside.us, "create-flask-deploy");
  row("nginx -t, the same files", beside.nginx, beside.us, "create-flask-deploy");

  const sizes = [1, 3, 10];
  for (const [kind, times] of Object.entries(growth(sizes))) {
    rows.push([`${kind}, a file of ${sizes.join(", ")} MB`, times.map((ms) => `${ms.toFixed(0)}`).join(", "), "ms/MB"]);
    const value = (times.at(-1) as number) / (times[0] as number);
    bounds.push({ what: `${kind}: a megabyte of a file of 10 beside a file of one:`, value, most: 2 });
  }
  return { head: ["", "time", "ratio"], rows, bounds };
}

/** gixy ends with 1 when it finds something; that is no failure of the run. */
async function run(program: string, ...args: readonly string[]): Promise<void> {
  const env = { ...process.env, PATH: `${process.env.PATH}:/usr/sbin` };
  await promisify(execFile)(program, args, { env, maxBuffer: 1e8 }).catch(
    (error: { code?: unknown; stderr?: string }) => {
      if (error.code !== 1 || !program.endsWith("gixy")) throw error;
    },
  );
}
