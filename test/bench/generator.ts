import { execFile, execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { install, nodes, pack, plainEnv } from "../packed.ts";
import { type Rival, rivals } from "./generator/jinja.ts";
import { type Bound, inTemporaryFolder, inTurns, type Table } from "./table.ts";

/** How long a repository takes to make, beside an empty script, create-vite by npx, copier and cookiecutter. */
const table: Table = {
  title: "A repository by the scaffold (medians, in turns)",
  measure: () => inTemporaryFolder(measureIn),
};
export default table;

async function measureIn(folder: string) {
  const tarball = pack(folder);
  install(tarball, join(folder, "home"));
  const program = join(folder, "home/node_modules/create-flask-deploy/dist/cli.js");
  const empty = join(folder, "empty.mjs");
  writeFileSync(empty, "");

  const rows: string[][] = [];
  const bounds: Bound[] = [];
  const row = (what: string, ms: number, than: number, other: string) =>
    rows.push([what, `${ms.toFixed(0)} ms`, `${(ms / than).toFixed(2)} of ${other}`]);
  const scaffold = (node: string) => () => run(fresh(folder), node, program, "shop", "--yes", "--no-git");

  for (const node of nodes()) {
    const version = `node ${execFileSync(node, ["--version"], { encoding: "utf8" }).trim()}`;
    const ms = await inTurns(25, {
      empty: () => run(folder, node, empty),
      help: () => run(folder, node, program, "--help"),
      version: () => run(folder, node, program, "--version"),
      made: scaffold(node),
    });
    rows.push([`${version}, an empty script`, `${ms.empty.toFixed(0)} ms`, ""]);
    for (const [what, value] of [
      ["--help", ms.help],
      ["--version", ms.version],
      ["--yes --no-git", ms.made],
    ] as const) {
      row(`${version}, ${what}`, value, ms.empty, "an empty script");
      bounds.push({ what: `${version}: ${what} beside an empty script:`, value: value / ms.empty, most: 6 });
    }
  }

  const made = fresh(folder);
  await run(made, process.execPath, program, "shop", "--yes", "--no-git");
  const others = rivals(mkdtempSync(join(folder, "rivals-")), join(made, "shop"), "shop");
  const render = ({ argv }: Rival, into: string) => run(into, ...argv(into));
  for (const other of others) {
    const into = fresh(folder);
    await render(other, into);
    // The same tree, or the comparison would say nothing.
    execFileSync("diff", ["-r", join(made, "shop"), join(into, "shop")]);
  }
  const renders = Object.fromEntries(others.map((other) => [other.name, () => render(other, fresh(folder))]));
  const rendered = await inTurns(7, { us: scaffold(process.execPath), ...renders });
  row("create-flask-deploy", rendered.us, rendered.us, "itself");
  for (const [name, ms] of Object.entries(rendered)) {
    if (name === "us") continue;
    row(`${name}, the same tree`, ms, rendered.us, "create-flask-deploy");
    bounds.push({ what: `create-flask-deploy beside ${name}:`, value: rendered.us / ms, most: 1 });
  }

  const cold = await inTurns(5, {
    us: () =>
      coldNpx(folder, [`--package=${tarball}`, "create-flask-deploy", "shop", "--yes", "--no-git"], "shop/wsgi.py"),
    vite: () =>
      coldNpx(
        folder,
        ["--package=create-vite@9.3.0", "create-vite", "shop", "--template=vanilla", "--no-interactive"],
        "shop/index.html",
      ),
  });
  row("cold npx create-vite", cold.vite, cold.vite, "itself");
  row("cold npx create-flask-deploy", cold.us, cold.vite, "create-vite");
  bounds.push({ what: "cold npx beside create-vite:", value: cold.us / cold.vite, most: 1.5 });

  const size = statSync(tarball).size / 1000;
  rows.push(["the tarball", `${size.toFixed(0)} kB`, ""]);
  bounds.push({ what: "the tarball, in kB:", value: size, most: 1000 });
  return { head: ["", "takes", "ratio"], rows, bounds };
}

const fresh = (folder: string) => mkdtempSync(join(folder, "work-"));

const run = (cwd: string, program: string, ...args: string[]) =>
  promisify(execFile)(program, args, { cwd, env: plainEnv() });

/** npx with nothing in its cache; throws when what it was to make is not there, as some leave with 0 all the same. */
async function coldNpx(folder: string, args: readonly string[], made: string): Promise<void> {
  const cwd = fresh(folder);
  const cache = join(cwd, "cache");
  mkdirSync(cache);
  await promisify(execFile)("npx", ["--yes", ...args], { cwd, env: { ...plainEnv(), npm_config_cache: cache } });
  if (!existsSync(join(cwd, made))) throw new Error(`npx ${args.join(" ")} made no ${made}`);
}
