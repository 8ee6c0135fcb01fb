import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import type { DeployResult } from "../../action/engine/deploy/contract.ts";
import type { StepName } from "../../action/engine/deploy/steps.ts";
import { type Deployer, startDeployer } from "./lib/deployer.ts";
import { openSite, type Site } from "./lib/site.ts";

/** Every step of a deploy that changes the lock file and has hooks. */
const steps: readonly StepName[] = [
  "lock",
  "stage",
  "venv",
  "release",
  "start",
  "gate",
  "before_switch",
  "switch",
  "smoke",
  "after_switch",
  "drain",
];
const hold = { ms: 4000, silenceMs: 1200 };

interface Way {
  readonly name: string;
  /** Puts the fault, once the step has begun. */
  strike(site: Site, deployer: Deployer): Promise<void>;
  /** What the deployer itself said in the end, when it could; in the step of the switch, or after it. */
  says?: (result: DeployResult | undefined, at: { readonly isSwitch: boolean; readonly isLive: boolean }) => void;
}

const signal =
  (name: NodeJS.Signals) =>
  async (_: Site, { child }: Deployer) => {
    child.kill(name);
  };
const ways: readonly Way[] = [
  { name: "SIGKILL of the deployer", strike: signal("SIGKILL"), says: (result) => expect(result).toBeUndefined() },
  {
    name: "SIGTERM of the deployer",
    strike: signal("SIGTERM"),
    // What is live is not called failed because somebody cancels.
    says: (result, { isLive }) => expect(result?.status).toBe(isLive ? "deployed" : "failed"),
  },
  {
    name: "the server's side killed",
    // Found by its command: in the step "lock" it has not written its number yet.
    strike: async (site) => {
      const killed = await site.host.inside("pkill -9 -u deploy-shop -f 'python3 -I -S -c'");
      expect(killed.code).toBe(0);
    },
    // Once the switch has begun, nobody here can know how it ends.
    says: (result, { isSwitch, isLive }) =>
      expect(result).toMatchObject({
        status: isSwitch || isLive ? "unknown" : "failed",
        cause: { kind: "infrastructure" },
      }),
  },
  {
    name: "the connection cut",
    strike: async (site, { child, ended }) => {
      await site.host.cut();
      await sleep(2500);
      await site.host.heal();
      child.kill("SIGKILL");
      await ended;
    },
  },
];

describe("every step of a deploy survives", () => {
  it.concurrent.for(ways)("$name", { timeout: 280_000 }, async ({ strike, says }, { expect }) => {
    const site = await openSite();
    try {
      site.settings("drain: 1\nhooks: {release: 'true', before_switch: 'true', after_switch: 'true'}");
      expect(await site.deploy()).toMatchObject({ status: "deployed" });
      let count = 0;
      for (const step of steps) {
        const before = await site.page();
        count += 1;
        site.change(`${step} ${count}`);
        const leave = await site.visit();
        const deployer = startDeployer(site.request({ hold: { ...hold, step } }));
        expect(await deployer.reached(step), step).toBe(true);
        await strike(site, deployer);
        const isLive = steps.indexOf(step) > steps.indexOf("switch");
        says?.(await deployer.ended, { isSwitch: step === "switch", isLive });
        await site.idle();
        const now = await site.page();
        const seen = await leave();
        expect(seen.failed, step).toEqual([]);
        expect(seen.sent, step).toBeGreaterThan(5);
        expect([now, step]).toEqual([isLive ? `${step} ${count}` : before, step]);

        site.change(`after ${step}`);
        const next = await site.deploy();
        expect(next, step).toMatchObject({ status: "deployed", cause: undefined });
        expect(await site.page()).toBe(`after ${step}`);
      }
      // Nothing is left of all those that came to nothing.
      await expect.poll(() => site.host.must("ls /run/shop | wc -l"), { timeout: 15_000 }).toBe("2");
      expect(await site.host.must("systemctl list-units --no-legend 'shop@*.service' | wc -l")).toBe("1");
      expect(await site.host.must("ls -A /srv/shop/releases | wc -l").then(Number)).toBeLessThanOrEqual(6);
    } finally {
      await site.close();
    }
  });

  it.concurrent("SIGKILL at any moment", { timeout: 280_000 }, async ({ expect }) => {
    const site = await openSite();
    try {
      site.settings("drain: 1\nkeep_releases: 2");
      expect(await site.deploy()).toMatchObject({ status: "deployed" });
      const leave = await site.visit();
      for (let ms = 20; ms < 800; ms += 60) {
        site.change(`killed after ${ms} ms`);
        const deployer = startDeployer(site.request());
        await deployer.reached("connect");
        await sleep(ms);
        deployer.child.kill("SIGKILL");
        await deployer.ended;
      }
      await site.idle();
      site.change("in the end");
      expect(await site.deploy()).toMatchObject({ status: "deployed" });
      expect((await leave()).failed).toEqual([]);
      expect(await site.page()).toBe("in the end");
    } finally {
      await site.close();
    }
  });

  it.concurrent("the power cut, and a reboot", { timeout: 280_000 }, async ({ expect }) => {
    const site = await openSite();
    try {
      site.settings("drain: 1\nhooks: {release: 'true', before_switch: 'true', after_switch: 'true'}");
      expect(await site.deploy()).toMatchObject({ status: "deployed" });
      for (const [index, step] of steps.entries()) {
        const before = await site.page();
        site.change(`cut at ${step}`);
        const deployer = startDeployer(site.request({ hold: { ...hold, step } }));
        expect(await deployer.reached(step), step).toBe(true);
        await site.host.reboot(index % 3 === 2 ? "restart" : "pull-plug");
        deployer.child.kill("SIGKILL");
        await expect
          .poll(() => site.page().catch(String), { timeout: 15_000, message: step })
          .toMatch(new RegExp(`^(${before}|cut at ${step})$`));
        site.change(`after ${step}`);
        expect(await site.deploy(), step).toMatchObject({ status: "deployed", cause: undefined });
        expect(await site.page()).toBe(`after ${step}`);
      }
    } finally {
      await site.close();
    }
  });
});
