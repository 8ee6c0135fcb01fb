import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { doctor } from "../../action/engine/console/doctor/doctor.ts";
import type { AskRequest } from "../../action/engine/deploy/contract.ts";
import { type Fault, faultsThere } from "./doctor-faults.ts";
import { faultsHere, faultsOfFirewalls } from "./doctor-faults-here.ts";
import { bootHost } from "./lib/host.ts";
import { effects, openSite, type Site } from "./lib/site.ts";

let site: Site;
let id: string;
beforeAll(async () => {
  site = await openSite({}, { inodes: 60_000 });
  site.settings("drain: 1\nsmoke:\n  timeout: 2");
  const done = await site.deploy();
  expect(done).toMatchObject({ status: "deployed" });
  id = done.release;
  // The tree of test hosts may be older than a server should be.
  await site.host.must("touch /var/lib/dpkg/status");
  await site.idle();
});
afterAll(() => site?.close());

const ask = (request: AskRequest = site.request(), clockOff = 0) =>
  doctor(request, { ...effects(), clock: () => Date.now() + 1000 * clockOff });
const on = async (script: string) => {
  const done = await site.host.inside(["sh", "-c", `ID=${id}; ${script}`]);
  if (done.code !== 0) throw new Error(`\`${script}\` ended with ${done.code}: ${done.stderr}`);
};
const wrong = ({ checks }: Awaited<ReturnType<typeof doctor>>) =>
  checks.filter((one) => one.status !== "ok" && one.status !== "skipped");

async function plantAndAsk({ finds, plant, mend, act, ask: other, clockOff }: Fault) {
  if (plant) await on(plant);
  const back = await act?.(site);
  try {
    const found = wrong(await ask(other?.(site.request(), site), clockOff));
    const ids = found.map((one) => one.id);
    expect(ids, JSON.stringify(found, null, 2)).toEqual(finds);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
    expect(found.map((one) => one.detail).join()).not.toMatch(/[\u0000-\u0008\u001b]/);
    for (const { detail, next } of found) expect([detail, next]).not.toContain("");
  } finally {
    if (mend) await on(mend);
    await back?.();
  }
}

it("has nothing to say of a healthy server", async () => {
  const seen = await ask();
  expect(wrong(seen)).toEqual([]);
  expect(seen.status).toBe("ok");
  expect(seen.checks.filter((one) => one.status === "ok").length).toBeGreaterThan(45);
});

it("logs in once, and knocks at sshd no second time", async () => {
  const logins = async () =>
    Number(await site.host.must("journalctl -q -u ssh -o cat -g 'for deploy-shop from|for deploy-shop by' | wc -l"));
  const before = await logins();
  await ask();
  expect(await logins()).toBe(before + 1);
  expect(await site.host.must("journalctl -q -u ssh -o cat -g preauth; true")).toBe("");
});

describe("with one fault on the way, it finds", () => {
  it.each(faultsHere)("$name: $finds", plantAndAsk);
});

describe("with one fault on the server, it finds", () => {
  it.each(faultsThere)("$name: $finds", plantAndAsk);
  it("nothing once all is mended", async () => expect(wrong(await ask())).toEqual([]));
});

describe("with a firewall and fail2ban on the server, it finds", () => {
  beforeAll(async () => {
    await site.host.must(`export DEBIAN_FRONTEND=noninteractive; touch /var/log/auth.log
      apt-get install -y -q --no-install-recommends nftables fail2ban >/dev/null 2>&1
      printf '%s\\n' '[sshd]' 'enabled = false' '[web]' 'enabled = true' 'filter = nginx-http-auth' 'port = http,https' \\
        'logpath = /var/log/nginx/error.log' 'banaction = nftables-multiport' >/etc/fail2ban/jail.local
      systemctl restart fail2ban; timeout 20 sh -c 'until fail2ban-client ping; do sleep 0.2; done'`);
  });
  it("nothing while they let this machine in", async () => expect(wrong(await ask())).toEqual([]));
  it.each(faultsOfFirewalls)("$name: $finds", plantAndAsk);
});

describe.each(["bare", "ready"] as const)("of a server that is %s and not set up", (variant) => {
  it("it has one thing to say", async () => {
    const host = await bootHost({ variant });
    try {
      const { identityFile, knownHostsFile, address } = host;
      const login = { host: address, user: "root", identityFile, knownHostsFile };
      const seen = await ask({ ...site.request(), login });
      const found = wrong(seen);
      expect(
        found.map((one) => one.id),
        JSON.stringify(found, null, 2),
      ).toEqual(["setup"]);
      expect(found[0]?.next).toBe(`Run: npx create-flask-deploy setup root@${address}`);
    } finally {
      await host.stop();
    }
  });
});
