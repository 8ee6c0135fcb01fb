import { existsSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bootHost, type Host } from "./lib/host.ts";

let host: Host;
beforeAll(async () => {
  host = await bootHost({ variant: "bare", disk: "300m", inodes: 20_000 });
});
afterAll(() => host.stop());

describe("a test host", () => {
  it("is bare: no nginx, no Python, but apt", async () => {
    expect((await host.ssh("command -v nginx python3")).code).toBe(127);
    await host.must("command -v apt-get sudo sshd");
  });

  it("stands beside others", async () => {
    const other = await bootHost({ variant: "bare" });
    expect(other.address).not.toBe(host.address);
    await host.must(["touch", "/root/mine"]);
    expect((await other.ssh(["test", "-e", "/root/mine"])).code).toBe(1);
    await other.stop();
    expect(existsSync(other.root)).toBe(false);
  });

  it.each(["restart", "pull-plug"] as const)("comes back with its files after %s", async (how) => {
    await host.must(["touch", `/srv/${how}`]);
    const before = await host.must("cat /proc/sys/kernel/random/boot_id; stat -c %Z /run/systemd");
    await host.reboot(how);
    await host.must(["test", "-e", `/srv/${how}`]);
    expect(await host.must("cat /proc/sys/kernel/random/boot_id; stat -c %Z /run/systemd")).not.toBe(before);
  });

  it("can be cut off and joined again, and looked at meanwhile", async () => {
    await host.cut();
    const lost = await host.ssh("true", { timeoutMs: 1500 });
    expect(lost.timedOut).toBe(true);
    expect((await host.inside("echo still here")).stdout).toBe("still here\n");
    await host.heal();
    await host.must("true");
  });

  it("can run out of space, and of inodes", async () => {
    await host.fillDisk();
    expect((await host.ssh("head -c 100000 /dev/zero > /srv/more")).stderr).toMatch(/No space left/);
    await host.freeDisk();
    await host.fillInodes();
    expect((await host.ssh("touch /srv/a /srv/b /srv/c")).stderr).toMatch(/No space left/);
    await host.freeDisk();
    await host.must("touch /srv/a && rm -f /srv/more");
  });
});
