import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Finished } from "../../../action/engine/process/run.ts";
import { hostile, openTown, secrets, type Town } from "../attacks/town.ts";
import type { Shop } from "../lib/shop.ts";

/** `npm run soak` takes half an hour; a seed that is given is tried again. */
const seconds = Number(process.env.SOAK_SECONDS ?? 60);
const seed = Number(process.env.SOAK_SEED ?? Math.floor(Math.random() * 2 ** 31));

/** What nobody but root may read or change, each with a content that is found again wherever it goes. */
const canaries = [
  "/root/canary",
  "/etc/canary",
  "/etc/nginx/canary",
  "/etc/flask-deploy/canary",
  "/usr/local/lib/flask-deploy/canary",
];
const needles = ["canary-8d41f0", "shop-secret", "till-secret"];
/** What apps may write, what deploys change, and what a system writes by itself. */
const excepted = [
  "/proc",
  "/sys",
  "/dev",
  "/tmp",
  "/var/tmp",
  "/run",
  "/srv",
  "/var/log",
  "/var/lib/systemd",
  "/var/cache",
  "/root/.cache",
  "/var/lib/flask-deploy",
  "/var/lib/nginx",
  "/etc/flask-deploy/shop.env",
  "/etc/flask-deploy/till.env",
];
const chaos = readFileSync(join(import.meta.dirname, "chaos.py"), "utf8");

let town: Town;
const sites = (): readonly { name: "shop" | "till"; repository: Shop }[] => [
  { name: "shop", repository: town.shop },
  { name: "till", repository: town.till },
];
beforeAll(async () => {
  town = await openTown();
  for (const path of canaries) await town.host.must(`echo canary-8d41f0 ${path} >${path}; chmod 600 ${path}`);
});
afterAll(() => town?.close());

/** Numbers that come in the same order for the same seed. */
function dice(start: number): (below: number) => number {
  let state = start;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

/** Path, kind, mode, owner, size and times of all files but the excepted. */
const everything = async (): Promise<string> => {
  const except = excepted.map((path) => `-path ${path} -prune -o`).join(" ");
  return await town.host.must(`find / -xdev ${except} ! -type d -printf '%p %y %m %u:%g %s %T@ %C@\\n' | sort`, {
    timeoutMs: 120_000,
  });
};
const page = async (name: string) =>
  (await town.host.inside(["curl", "-s", "--max-time", "10", "-H", `Host: ${name}.example.org`, "http://127.0.0.1/"]))
    .stdout;
const status = async (name: string) =>
  Number(
    (
      await town.host.inside([
        "curl",
        "-s",
        "-o",
        "/dev/null",
        "-w",
        "%{http_code}",
        "--interface",
        "127.0.0.2",
        "-H",
        `Host: ${name}.example.org`,
        "http://127.0.0.1/",
      ])
    ).stdout,
  );

it(
  `changes and shows nothing of others, hangs nowhere and tells the truth, while two apps plant what they can (seed ${seed})`,
  async () => {
    const roll = dice(seed);
    const texts: Record<string, string[]> = { shop: ["shop"], till: ["till"] };
    const closed: Record<string, boolean> = { shop: false, till: false };
    const counts: Record<string, number> = {};
    let longest = 0;
    const ask = async (words: readonly string[], repository: Shop, codes = [0]): Promise<Finished> => {
      const began = Date.now();
      const done = await town.person(words, repository);
      longest = Math.max(longest, Date.now() - began);
      counts[words[0] as string] = (counts[words[0] as string] ?? 0) + 1;
      const said = done.stdout + done.stderr;
      expect(done.timedOut, `${words.join(" ")} hangs`).toBe(false);
      expect(said).not.toMatch(/Traceback|the script on the server|server's side ended/);
      for (const needle of needles) expect(said, words.join(" ")).not.toContain(needle);
      // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what must not come through
      expect(said, words.join(" ")).not.toMatch(/\x1b\]|\x1b\[31m|\x00/);
      expect(codes, `${words.join(" ")}:\n${said}`).toContain(done.code);
      return done;
    };
    /** Brings a new text out, and looks whether visitors get it. */
    const deploy = async (name: string, repository: Shop) => {
      const text = `${name} ${(texts[name] as string[]).length}`;
      const starting = `\n\nimport chaos\nchaos.seed = "${seed}"\napp.before_request(chaos.begin)\n`;
      repository.write("chaos.py", chaos);
      repository.write("app.py", hostile(text) + starting);
      repository.commit(text);
      const said = JSON.parse((await ask(["deploy", "--json"], repository)).stdout);
      expect(said).toMatchObject({ status: "deployed" });
      (texts[name] as string[]).push(text);
      return said.release as string;
    };
    /** One that dies as it is imported: it says so, and what was live is live. */
    const broken = async (repository: Shop) => {
      repository.write("app.py", 'raise RuntimeError("broken")\n');
      repository.commit("Broken");
      const said = JSON.parse((await ask(["deploy", "--json"], repository, [1])).stdout);
      expect(said).toMatchObject({ status: "failed" });
    };
    const live: Record<string, string> = {};
    const before = await everything();
    for (const { name, repository } of sites()) live[name] = await deploy(name, repository);

    for (const end = Date.now() + seconds * 1000; Date.now() < end; ) {
      const { name, repository } = sites()[roll(2)] as ReturnType<typeof sites>[number];
      const what = roll(12);
      if (what < 2 && !closed[name]) live[name] = await deploy(name, repository);
      else if (what === 2 && !closed[name]) {
        const said = JSON.parse((await ask(["rollback", "--json"], repository, [0, 1, 2])).stdout);
        if (said.status === "failed") expect(said.cause.message).toContain("there is no good release before");
        else live[name] = said.release;
      } else if (what === 3) {
        await ask(["maintenance", closed[name] ? "off" : "on"], repository);
        closed[name] = !closed[name];
      } else if (what === 4) {
        const said = JSON.parse((await ask(["status", "--json"], repository)).stdout);
        expect(said).toMatchObject({ current: live[name], answers: true });
        expect(said.maintenance !== null, "maintenance, as status tells it").toBe(closed[name]);
      } else if (what === 5) await ask(["logs", "-n", "200"], repository);
      else if (what === 6) {
        const word = `word-${roll(1_000_000)}`;
        expect((await ask(["exec", "--", "echo", word], repository)).stdout).toContain(word);
      } else if (what === 7) await ask(["releases", "--json"], repository);
      else if (what === 8) await ask(["setup"], repository);
      else if (what === 9 && !closed[name]) await broken(repository);
      // What it finds is its own matter here: an app that plants what it can gives it enough to say.
      else if (what === 10) await ask(["doctor"], repository, [0, 1]);
      else await sleep(roll(500));

      for (const one of sites()) {
        expect(await town.host.must(`basename "$(readlink /srv/${one.name}/current)"`)).toBe(live[one.name]);
        expect(await status(one.name), `${one.name} for visitors`).toBe(closed[one.name] ? 503 : 200);
        const shown = await page(one.name);
        for (const needle of needles) expect(shown).not.toContain(needle);
        expect(texts[one.name]).toContain(shown);
      }
    }
    for (const { name, repository } of sites()) if (closed[name]) await ask(["maintenance", "off"], repository);

    const after = await everything();
    expect(after.split("\n").filter((line) => !before.includes(line))).toEqual([]);
    expect(before.split("\n").filter((line) => !after.includes(line))).toEqual([]);
    // Nothing is an app's but below its own places.
    const own = (name: string) =>
      town.host.must(
        `find / -xdev \\( -path /proc -o -path /tmp -o -path /var/tmp -o -path /dev -o -path '/srv/${name}/shared/*' -o -path /run/${name}/app \\) -prune -o -user ${name} -print`,
      );
    for (const { name } of sites()) expect(await own(name)).toBe("");
    for (const path of canaries)
      expect(await town.host.must(`cat ${path}; stat -c %U:%a ${path}`)).toBe(`canary-8d41f0 ${path}\nroot:600`);
    const planted =
      Number(await town.host.must("journalctl -q -o cat --no-pager | grep -ac '^planted 100$' || true")) * 100;
    console.log(
      `seed ${seed}: ${seconds} s, ${JSON.stringify(counts)}, the longest took ${longest} ms; about ${planted} things planted`,
    );
    expect(planted).toBeGreaterThan(seconds);
    expect(Object.values(secrets)).toHaveLength(2);
  },
  (seconds + 240) * 1000,
);
