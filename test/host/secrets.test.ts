import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Built, buildAction, type Step, TestJob } from "../action/built.ts";
import { newKey } from "../action/keys.ts";
import { openSite, type Site } from "./lib/site.ts";

/** Each is found as it stands wherever it goes: no character that a quoting would change. */
const secrets = { TOKEN: "tok-5d1f0e7a93", DATABASE_URL: "postgres-pw-77c2b41d" };
const key = newKey();
/** A line of the key's own bytes: the first are the same in every key. */
const keyLine = key.split("\n")[3] as string;
const needles = [...Object.values(secrets), keyLine];
const env = Object.entries(secrets)
  .map(([name, value]) => `${name}=${value}`)
  .join("\n");

let site: Site;
let built: Built;
let job: TestJob;
/** Every command line that was seen, here and on the server. */
const commandLines = new Set<string>();
const logs: string[] = [];

beforeAll(async () => {
  [built, site] = await Promise.all([buildAction(), openSite()]);
  job = new TestJob(built);
  const { stdout } = await site.host.inside(`cat > /tmp/k; chmod 600 /tmp/k; ssh-keygen -y -f /tmp/k; rm /tmp/k`, {
    stdin: key,
  });
  await site.host.must(`cat >> ~deploy-shop/.ssh/authorized_keys <<'K'\n${stdout}K`);
});
afterAll(async () => {
  job?.remove();
  built?.remove();
  await site?.close();
});

/** The host's processes are in this machine's /proc too: one look sees both sides. */
function look(): void {
  for (const pid of readdirSync("/proc").filter((name) => /^\d+$/.test(name))) {
    try {
      commandLines.add(readFileSync(`/proc/${pid}/cmdline`, "latin1").replaceAll("\0", " "));
    } catch {
      // ended meanwhile
    }
  }
}

async function deploy(): Promise<Step> {
  let over = false;
  const watch = (async () => {
    for (; !over; await sleep(4)) look();
  })();
  const options = {
    workspace: site.shop.root,
    // Temporary files outside the runner's own folder would be found too.
    env: { TMPDIR: job.temp },
    inputs: {
      ...{ host: site.host.address, "ssh-key": key, env },
      "known-hosts": readFileSync(site.host.knownHostsFile, "utf8"),
    },
  };
  const step = await job.main(options);
  const post = await job.post(options, step);
  over = true;
  await watch;
  // What the runner hides is told to it in the log itself; it shows none of those lines.
  const shown = (log: string) => log.replace(/^\s*::add-mask::.*$/gm, "");
  logs.push(shown(step.log), step.summary, JSON.stringify([step.outputs, step.state]), shown(post.log), post.summary);
  return step;
}

const holding = (texts: Iterable<string>) =>
  [...texts].filter((text) => needles.some((needle) => text.includes(needle)));

it("shows no secret in any log, summary or command line, whether a deploy goes well or fails", async () => {
  expect((await deploy()).outputs.status).toBe("deployed");
  site.change("two", `import sys; print("starting", file=sys.stderr)`);
  expect((await deploy()).outputs.status).toBe("deployed");
  site.change("three", `raise RuntimeError("no database")`);
  expect((await deploy()).outputs.status).toBe("failed");
  // It did look at both sides: ssh here, the driver and the helper there.
  for (const seen of [/^ssh .*BatchMode/, /python3 -I -S -c/, /flask-deploy\/shop start/])
    expect(
      [...commandLines].some((line) => seen.test(line)),
      String(seen),
    ).toBe(true);
  expect(holding(commandLines)).toEqual([]);
  expect(holding(logs)).toEqual([]);
});

it("leaves them nowhere on the server but in the app's own .env, which only it may read", async () => {
  const { must } = site.host;
  const patterns = needles.flatMap((needle) => ["-e", needle]);
  const places = ["/srv", "/var", "/tmp", "/run", "/etc", "/home", "/root", "/usr/local", "/dev/shm"];
  const found = await must(["sh", "-c", 'grep -rlaFs --devices=skip "$@"; true', "sh", ...patterns, ...places]);
  expect(found).toBe("/etc/flask-deploy/shop.env");
  expect(await must("stat -c '%a %U' /etc/flask-deploy/shop.env")).toBe("600 root");
  expect(await must(["sh", "-c", 'journalctl -o export | grep -acF "$@"; true', "sh", ...patterns])).toBe("0");
  expect(await must("wc -l < /srv/shop/deploys/journal.jsonl")).not.toBe("0");
});

it("leaves nothing on the runner, neither the key nor the environment", async () => {
  const patterns = needles.flatMap((needle) => ["-e", needle]);
  const grep = ["-c", 'grep -rlaFs --devices=skip "$@"; true', "sh", ...patterns, job.folder, site.shop.root];
  expect(execFileSync("sh", grep, { encoding: "utf8" })).toBe("");
});
