import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bootHost, type Host } from "./lib/host.ts";
import { type Repository, scaffold } from "./lib/repository.ts";

let shop: Repository;
beforeAll(async () => {
  shop = await scaffold();
});
afterAll(() => shop?.remove());

const words = ({ address, identityFile, knownHostsFile }: Host) => [
  ...["setup", `root@${address}`, "--identity", identityFile, "--known-hosts", knownHostsFile],
];
const isReady = async (host: Host) => {
  expect(await shop.cli(words(host))).toMatchObject({ code: 0 });
  expect(JSON.parse((await shop.cli([...words(host), "--json"])).stdout)).toMatchObject({ status: "ready", steps: [] });
};
/** Does something to the host at the third step, and gives the exit code and what was said. */
const disturbed = async (host: Host, disturb: () => Promise<void>) => {
  let disturbing: Promise<"done"> | undefined;
  const lines: string[] = [];
  const started = shop.start(words(host));
  started.onLine((line) => {
    lines.push(line);
    if (lines.filter((said) => said.startsWith("· ")).length === 3) disturbing ??= disturb().then(() => "done");
  });
  const code = await started.ended;
  expect(await disturbing, lines.join("\n")).toBe("done");
  return { code, said: lines.join("\n") };
};

describe("a setup that is disturbed says so, and goes on when it is run again", () => {
  it("by a connection that is cut", async () => {
    const host = await bootHost({ variant: "ready" });
    try {
      const { code, said } = await disturbed(host, () => host.cut());
      expect(code).toBe(1);
      expect(said).toMatch(/error: .*(cannot be reached|connection|no answer)/i);
      await host.heal();
      await isReady(host);
    } finally {
      await host.stop();
    }
  });

  it("by a power cut", async () => {
    const host = await bootHost({ variant: "ready" });
    try {
      expect(await disturbed(host, () => host.reboot("pull-plug"))).toMatchObject({ code: 1 });
      await isReady(host);
    } finally {
      await host.stop();
    }
  });

  it("by a disk that is full", async () => {
    const host = await bootHost({ variant: "bare", disk: "600m" });
    try {
      await host.fillDisk(2000);
      const done = await shop.cli(words(host));
      expect(done.code).toBe(1);
      expect(done.stderr).toMatch(/error: [\s\S]*(space|full)/i);
      await host.freeDisk();
      await isReady(host);
    } finally {
      await host.stop();
    }
  });
});
