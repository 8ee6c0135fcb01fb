import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Answers } from "../../../action/engine/app/fields.ts";
import type {
  DeployLog,
  DeployRequest,
  DeployResult,
  RollbackRequest,
} from "../../../action/engine/deploy/contract.ts";
import { deploy, rollback } from "../../../action/engine/deploy/deploy.ts";
import { realEffects } from "../../../action/engine/targets/effects.ts";
import { type BootOptions, bootHost, type Host } from "./host.ts";
import { lab } from "./machine.ts";
import { prepare } from "./prepared.ts";
import { makeShop, page, type Shop } from "./shop.ts";

export interface Seen {
  readonly sent: number;
  readonly failed: readonly string[];
  readonly longestMs: number;
  /** How often each page came. */
  readonly texts: Readonly<Record<string, number>>;
}

/** A server that is ready for the shop, and the repository to deploy to it. */
export interface Site {
  readonly host: Host;
  readonly shop: Shop;
  /** What a request holds when nothing special is asked. */
  request(more?: Partial<DeployRequest>): DeployRequest;
  deploy(more?: Partial<DeployRequest>): Promise<DeployResult>;
  rollback(release?: string, more?: Partial<RollbackRequest>): Promise<DeployResult>;
  /** Another text on the page, committed; `before` runs when the app is imported. */
  change(text: string, before?: string): void;
  /** Writes flask-deploy.yml's `deploy:` part. */
  settings(yaml: string): void;
  /** What a visitor gets now. */
  page(): Promise<string>;
  /** A visitor every 10 ms from now on, until the function that this gives is called. */
  visit(): Promise<() => Promise<Seen>>;
  /** Until no deploy holds the lock. */
  idle(): Promise<void>;
  close(): Promise<void>;
}

/** Wheels are fetched once for all tests of this machine. */
export const cacheDir = join(lab, "cache");

const silent: DeployLog = { step: () => {}, line: () => {}, warning: () => {}, done: () => {} };
export const effects = (log: DeployLog = silent, signal?: AbortSignal) => {
  mkdirSync(cacheDir, { recursive: true });
  return realEffects({ cacheDir, env: process.env as Record<string, string>, log, signal });
};

export async function openSite(answers: Partial<Answers> = {}, boot: BootOptions & { allowConfig?: boolean } = {}) {
  const [host, shop] = await Promise.all([bootHost(boot), makeShop(answers)]);
  const running: ChildProcess[] = [];
  const config = readFileSync(join(shop.root, "flask-deploy.yml"), "utf8").replace(
    /^deploy:[\s\S]*?(?=^\S|$(?![\s\S]))/m,
    "",
  );
  await prepare(host, shop, boot.allowConfig ?? true);

  const { address, identityFile, knownHostsFile } = host;
  const login = { host: address, user: "deploy-shop", identityFile, knownHostsFile };
  const site: Site = {
    host,
    shop,
    request: (more) => ({
      app: shop.app(),
      root: shop.root,
      login,
      lockSeconds: 20,
      runUrl: "https://example.org/run/1",
      ...more,
    }),
    deploy: (more) => deploy(site.request(more), effects()),
    rollback: (release, more) => rollback({ ...site.request(), ...more, ...(release && { release }) }, effects()),
    change: (text, before) => {
      shop.write("app.py", page(text, before));
      shop.commit(text);
    },
    settings: (yaml) => {
      shop.write("flask-deploy.yml", `${config}deploy:\n${yaml.replace(/^(?=.)/gm, "  ")}\n`);
      shop.commit("Settings");
    },
    page: async () => (await fetch(`http://${address}/`, { signal: AbortSignal.timeout(5000) })).text(),
    visit: async () => {
      const script = readFileSync(join(import.meta.dirname, "visitor.py"), "utf8");
      const child = spawn("nsenter", ["-t", String(host.init), "-a", "python3", "-I", "-c", script]);
      running.push(child);
      let said = "";
      for (const stream of [child.stdout, child.stderr])
        stream.on("data", (chunk) => {
          said += chunk;
        });
      const ended = new Promise((done) => child.once("close", done));
      await Promise.race([new Promise((done) => child.stdout.once("data", done)), ended]);
      return async () => {
        child.stdin.end();
        await ended;
        if (!said.startsWith("here\n{")) throw new Error(`the visitor said: ${said}`);
        return JSON.parse(said.slice(5)) as Seen;
      };
    },
    idle: async () => {
      for (const end = Date.now() + 60_000; Date.now() < end; await sleep(50)) {
        const held = await host.inside("flock -n /srv/shop/deploys/lock true || echo held");
        if (held.stdout === "") return;
      }
      throw new Error("the lock was not freed in a minute");
    },
    close: async () => {
      for (const child of running) child.kill("SIGKILL");
      await host.stop();
      shop.remove();
    },
  };
  return site;
}
