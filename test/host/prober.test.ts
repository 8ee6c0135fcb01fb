import { globSync, readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { unlock } from "../../action/engine/console/unlock/unlock.ts";
import { startDeployer } from "./lib/deployer.ts";
import { page } from "./lib/shop.ts";
import { effects, openSite, type Site } from "./lib/site.ts";

/** A process may end between being listed and being read. */
const textOf = (path: string) => {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
};

let site: Site;
beforeAll(async () => {
  site = await openSite();
  site.settings("drain: 5");
  expect(await site.deploy()).toMatchObject({ status: "deployed" });
});
afterAll(() => site?.close());

/** Good at the gate; of what comes through nginx, which alone tells an app its document root, every second is bad. */
const breaking = page("two", "import itertools\nfrom flask import request\nasked = itertools.count()").replace(
  'return "two"',
  `bad = "DOCUMENT_ROOT" in request.environ and next(asked) % 2
    return ("broken", 500) if bad else "two"`,
);

describe("the requests that are sent while it switches", () => {
  it("take a release back that breaks under them, in a fraction of a second", async () => {
    site.shop.write("app.py", breaking);
    site.shop.commit("Breaks");
    const leave = await site.visit();
    const result = await site.deploy();
    expect(result).toMatchObject({ status: "rolled-back", cause: { kind: "app" } });
    expect(result.cause?.message).toMatch(/requests failed|answered 500/);
    expect(result.requestsFailed).toBeGreaterThan(0);
    const { failed } = await leave();
    const times = failed.map(Number.parseFloat);
    const began = result.steps.find(({ name }) => name === "switch")?.startedMs ?? Number.NaN;
    const undo = result.steps.find(({ name }) => name === "undo");
    const over = (undo?.startedMs ?? Number.NaN) + (undo?.durationMs ?? Number.NaN);
    expect(Math.max(...times) - Math.min(...times)).toBeLessThan((over - began) / 1000);
    expect(await site.page()).toBe("one");
  });

  it("only report it when told to keep", async () => {
    site.settings("drain: 5\nprober: {on_failure: keep, rate: 200, seconds: 0.5}");
    const result = await site.deploy();
    expect(result).toMatchObject({ status: "deployed", cause: undefined });
    expect(result.requestsFailed).toBeGreaterThan(0);
    expect(result.warnings.join()).toMatch(/requests failed/);
    site.settings("drain: 1");
    site.change("three");
    expect(await site.deploy()).toMatchObject({ status: "deployed", cause: undefined });
  });

  it("go on for as long as told", async () => {
    site.settings("prober: {rate: 100, seconds: 1.5}");
    const result = await site.deploy();
    expect(result.requestsSent).toBeGreaterThan(120);
    expect(result.requestsSent).toBeLessThan(260);
    expect(result.longestStallMs).toBeLessThan(1000);
  });
});

describe("a small server", () => {
  it("has the old instance stopped first when told so, and gets it back when the new one is bad", async () => {
    site.settings("strategy: in-place");
    site.change("in place");
    const result = await site.deploy();
    expect(result).toMatchObject({ status: "deployed", cause: undefined });
    expect(result.steps.find(({ name }) => name === "start")?.detail).toMatch(/in place/);
    expect(await site.page()).toBe("in place");
    site.settings("strategy: in-place\ngate: {timeout: 5}");
    site.change("bad", "import nothing_of_this_name");
    expect(await site.deploy()).toMatchObject({ status: "failed", cause: { kind: "app" } });
    expect(await site.page()).toBe("in place");
  });
});

describe("a server with little memory left", () => {
  /** What the kernel says there is, in kB, until the next call. */
  const memory = (kb?: number) =>
    site.host.must(
      kb === undefined
        ? "umount /proc/meminfo"
        : `printf 'MemTotal: 500000 kB\\nMemAvailable: ${kb} kB\\nSwapFree: 0 kB\\n' > /run/meminfo && mount --bind /run/meminfo /proc/meminfo`,
    );

  it("has the old instance stopped first, and says so", async () => {
    site.settings("drain: 1");
    site.change("plenty");
    expect((await site.deploy()).warnings).toEqual([]);
    await memory(4000);
    try {
      site.change("scarce");
      const result = await site.deploy();
      expect(result).toMatchObject({ status: "deployed", cause: undefined });
      expect(result.warnings.join()).toMatch(/a second instance needs about \d+ MB, but only 3 MB are free/);
      expect(await site.page()).toBe("scarce");
    } finally {
      await memory();
    }
  });
});

describe("unlock", () => {
  it("ends the deploy that holds the lock, and what it had begun is undone", async () => {
    site.settings("drain: 1");
    site.change("never");
    const before = await site.page();
    const deployer = startDeployer(
      site.request({ hold: { step: "gate", ms: 20_000 }, runUrl: "https://example.org/runs/9" }),
    );
    expect(await deployer.reached("gate")).toBe(true);
    expect(await unlock(site.request(), effects())).toContain("https://example.org/runs/9");
    expect(await deployer.ended).toMatchObject({ status: "failed", cause: { kind: "cancelled" } });
    expect(await unlock(site.request(), effects())).toBe("");
    expect(await site.page()).toBe(before);
    site.change("unlocked");
    expect(await site.deploy()).toMatchObject({ status: "deployed" });
  });

  it("finds who holds it where the lock file is empty, as a full disk leaves it", async () => {
    const before = await site.page();
    site.change("never either");
    const deployer = startDeployer(site.request({ hold: { step: "gate", ms: 20_000 } }));
    expect(await deployer.reached("gate")).toBe(true);
    await site.host.must("truncate -s 0 /srv/shop/deploys/lock");
    expect(await unlock(site.request(), effects())).toMatch(/an unnamed run \(process \d+ on the server\)/);
    expect(await deployer.ended).toMatchObject({ status: "failed", cause: { kind: "cancelled" } });
    expect(await site.page()).toBe(before);
  });
});

describe("a secret of the app's environment", () => {
  it("is in no command line and in no file but its own, here and there", async () => {
    const secret = "hunter2-hunter2";
    site.change("secret");
    // The pattern does not match itself.
    const sampled = site.host.must(
      "for n in $(seq 200); do cat /proc/[0-9]*/cmdline; sleep 0.005; done 2>/dev/null | grep -ac 'hunter[2]' || true",
    );
    let seenHere = 0;
    const timer = setInterval(() => {
      seenHere += globSync("/proc/[0-9]*/cmdline").filter((path) => textOf(path).includes(secret)).length;
    }, 20);
    const result = await site.deploy({ env: { TOKEN: secret } }).finally(() => clearInterval(timer));
    expect(result).toMatchObject({ status: "deployed" });
    expect(JSON.stringify(result)).not.toContain(secret);
    expect([await sampled, seenHere]).toEqual(["0", 0]);
    const files = await site.host.must(
      `grep -rl ${secret} /srv /var/log /tmp /run /home /etc 2>/dev/null || true; journalctl -q | grep -c ${secret} || true`,
    );
    expect(files).toBe("/etc/flask-deploy/shop.env\n0");
  });
});
