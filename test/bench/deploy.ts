import { execFile } from "node:child_process";
import { cpSync, existsSync } from "node:fs";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { promisify } from "node:util";
import { openSite, type Site } from "../host/lib/site.ts";
import { cacheHome } from "./deploy/cache.ts";
import { type Rival, wheels, withRivals } from "./deploy/rivals.ts";
import { type Bound, median, type Table } from "./table.ts";

const program = join(import.meta.dirname, "../../dist/cli.js");
const times = 7;

/** What a deploy costs beside what people do today, on one test host in one run; every bound is a ratio. */
const table: Table = {
  title: `A warm deploy of a small app (medians of ${times}, in turns, one host)`,
  needs: "host",
  async measure() {
    const site = await openSite({}, { allowConfig: true });
    try {
      return await measureOn(site);
    } finally {
      await site.close();
    }
  },
};
export default table;

async function measureOn(site: Site) {
  site.settings("drain: 5\nkeep_releases: 3");
  const first = await timed(() => ours(site, "deploy"));
  return withRivals(site, (others) => measureBeside(site, others, first.ms));
}

async function measureBeside(site: Site, others: readonly Rival[], first: number) {
  const rows: string[][] = [];
  const bounds: Bound[] = [];
  for (const other of others) await other.deploy();

  const taken = new Map<string, number[]>();
  const note = (what: string, ms: number) => taken.set(what, [...(taken.get(what) ?? []), ms]);
  let change = 0;
  let trips = 0;
  for (let turn = 0; turn < times; turn++) {
    site.change(`turn ${change++}`);
    note("ssh host true", (await timed(() => sshTrue(site))).ms);
    const deployed = await timed(() => ours(site, "deploy"));
    note("create-flask-deploy deploy", deployed.ms);
    trips = deployed.value.roundTrips;
    note("the same commit again", (await timed(() => ours(site, "deploy"))).ms);
    for (const other of others) {
      site.change(`turn ${change++}`);
      note(other.name, (await timed(() => other.deploy())).ms);
      await seen(other, `turn ${change - 1}`);
    }
    site.change(`turn ${change++}`);
    await ours(site, "deploy");
    const back = await ours(site, "rollback");
    note("rollback, on the server", onServer(back));
  }
  const of = (what: string) => median(taken.get(what) ?? []);
  const deployed = of("create-flask-deploy deploy");
  const row = (what: string, ms: number, ratio: string) => rows.push([what, `${ms.toFixed(0)} ms`, ratio]);
  row("ssh host true", of("ssh host true"), "");
  row("create-flask-deploy deploy", deployed, `${trips} round trips`);
  for (const { name, most } of others) {
    row(name, of(name), `${(of(name) / deployed).toFixed(1)} times ours`);
    bounds.push({ what: `deploy beside ${name}:`, value: deployed / of(name), most });
  }
  row(
    "the same commit again",
    of("the same commit again"),
    `${(of("the same commit again") / of("ssh host true")).toFixed(2)} of ssh`,
  );
  row("rollback, on the server", of("rollback, on the server"), "");
  row("the first deploy after setup", first, `${(first / deployed).toFixed(1)} times a warm one`);
  bounds.push(
    {
      what: "the same commit beside ssh host true:",
      value: of("the same commit again") / of("ssh host true"),
      most: 2,
    },
    { what: "rollback on the server, in seconds:", value: of("rollback, on the server") / 1000, most: 0.3 },
    { what: "round trips of a warm deploy:", value: trips, most: 4 },
  );

  // How the cost follows the change, not the size of the repository.
  for (const files of [10, 1_000, 10_000]) {
    for (let n = 0; n < files; n++) site.shop.write(`data/${n % 100}/${n}.txt`, `file ${n}\n`);
    site.shop.commit(`${files} files`);
    await ours(site, "deploy");
    const costs: number[] = [];
    for (let turn = 0; turn < 3; turn++) {
      site.shop.write("data/0/0.txt", `${files} ${turn}\n`);
      site.shop.commit("One of them");
      costs.push((await timed(() => ours(site, "deploy"))).ms);
    }
    row(`one changed of ${files} files`, median(costs), `${(median(costs) / deployed).toFixed(2)} of a warm one`);
  }

  site.shop.drop("data");
  // The same packages by another lock, so that pip is asked, and the host makes another venv.
  site.shop.edit(
    "requirements.txt",
    /$/,
    `\ncolorama==0.4.6 ; sys_platform == "win32" --hash=sha256:${"0".repeat(64)}\n`,
  );
  site.shop.commit("Another lock");
  const lock = await timed(() => ours(site, "deploy"));
  row("a changed lock", lock.ms, `${(lock.ms / deployed).toFixed(1)} times a warm one`);
  const install = await readyUv(site);
  const uv = await timed(install);
  row("  `uv pip install` of it on the host alone", uv.ms, `${(uv.ms / deployed).toFixed(1)} times a warm one`);
  return { head: ["", "takes", ""], rows, bounds };
}

/** What of a rollback happens on the server, after the connection stands. */
const onServer = ({ steps }: Told) =>
  steps.filter(({ name }) => name !== "connect").reduce((sum, { durationMs }) => sum + durationMs, 0);

interface Told {
  readonly status: string;
  readonly roundTrips: number;
  readonly steps: readonly { readonly name: string; readonly durationMs: number }[];
}

/** The command as a person runs it, in a process of its own. */
async function ours({ host, shop }: Site, command: "deploy" | "rollback"): Promise<Told> {
  const login = [
    "--host",
    host.address,
    "--user",
    "deploy-shop",
    "--identity",
    host.identityFile,
    "--known-hosts",
    host.knownHostsFile,
  ];
  const { stdout } = await promisify(execFile)(process.execPath, [program, command, ...login, "--json"], {
    cwd: shop.root,
    env: { ...process.env, XDG_CACHE_HOME: cacheHome },
  });
  return JSON.parse(stdout) as Told;
}

/** What a venv costs in the best other way: made by uv on the host, where every wheel is already. */
async function readyUv({ host }: Site): Promise<() => Promise<unknown>> {
  const uv = join(cacheHome, "uv");
  if (!existsSync(join(uv, "bin/uv"))) {
    await promisify(execFile)("python3", ["-m", "venv", uv]);
    await promisify(execFile)(join(uv, "bin/pip"), ["install", "-q", "uv"]);
  }
  cpSync(join(uv, "bin/uv"), join(host.root, "opt/uv"));
  const install = `pip install -q --no-index --find-links ${wheels} -r /srv/shop/current/requirements.txt`;
  return () => host.must(`/opt/uv venv -q /opt/by-uv && VIRTUAL_ENV=/opt/by-uv /opt/uv ${install}`);
}

const sshTrue = ({ host }: Site) =>
  promisify(execFile)("ssh", [
    ...["-F", "none", "-i", host.identityFile, "-o", `UserKnownHostsFile=${host.knownHostsFile}`],
    ...["-o", "StrictHostKeyChecking=yes", `deploy-shop@${host.address}`, "true"],
  ]);

async function timed<T>(work: () => Promise<T>): Promise<{ ms: number; value: T }> {
  const start = performance.now();
  const value = await work();
  return { ms: performance.now() - start, value };
}

/** A rival that has not brought the change out has not done the same work. */
async function seen({ name, page }: Rival, text: string): Promise<void> {
  const said = await page();
  if (!said.includes(text)) throw new Error(`${name} serves ${JSON.stringify(said.slice(0, 80))}, not ${text}`);
}
