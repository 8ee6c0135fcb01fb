import { readFileSync } from "node:fs";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Built, buildAction, type StepOptions, TestJob } from "../action/built.ts";
import { openSite, type Site } from "./lib/site.ts";

let built: Built;
let site: Site;
let job: TestJob;
beforeAll(async () => {
  [built, site] = await Promise.all([buildAction(), openSite()]);
});
afterAll(async () => {
  await site?.close();
  built?.remove();
});
beforeEach(() => {
  job = new TestJob(built);
});
afterEach(() => job.remove());

const run = (command: string, more: Record<string, string> = {}, options?: Partial<StepOptions>) =>
  job.main({
    workspace: site.shop.root,
    event: "workflow_dispatch",
    inputs: {
      command,
      host: site.host.address,
      "ssh-key": readFileSync(site.host.identityFile, "utf8"),
      "known-hosts": readFileSync(site.host.knownHostsFile, "utf8"),
      ...more,
    },
    ...options,
  });
const visit = async () => (await fetch(`http://${site.host.address}/`)).status;

describe("the built Action as the console of a real server", () => {
  it("fails a status while nothing was deployed, and says so", async () => {
    const step = await run("status");
    expect(step, step.log).toMatchObject({ code: 1, outputs: { status: "down", release: "" } });
    expect(step.log).toContain("shop: nothing was deployed yet");
  });

  it("tells what is live, and by whom", async () => {
    site.change("one");
    const deployed = await run("deploy");
    const step = await run("status");
    expect(step, step.log).toMatchObject({ code: 0, outputs: { status: "up", release: deployed.outputs.release } });
    expect(step.summary).toMatch(/^### ✅ `shop` `\d{8}T\d{6}Z-[0-9a-f]{7}` is up\n/);
    expect(step.summary).toMatch(/\| since \| .* by ada, https/);
    expect(JSON.parse(step.outputs.json ?? "")).toMatchObject({ current: deployed.outputs.release, answers: true });
    await job.post({ workspace: site.shop.root }, step);
  });

  it("shows the log, and nothing in it is a command of the runner or a secret", async () => {
    const secret = "hunter2hunter2";
    const said = `print("::error::owned"); print("##[error]owned"); print("\\x1b[31mred"); print("${secret}"); import sys; sys.stdout.flush()`;
    site.change("two", said);
    expect((await run("deploy", { env: `TOKEN=${secret}` })).outputs.status).toBe("deployed");
    // Another job, that was told no secret: it is the server that must not tell it.
    const step = await run("logs", { lines: "50", since: "10m" });
    expect(step, step.log).toMatchObject({ code: 0, outputs: { status: "shown" } });
    expect(step.log).toMatch(/T[\d:.]+Z app +\w{7} red$/m);
    expect(step.annotations).toEqual([]);
    expect(step.log).not.toContain("##[error]");
    expect(step.log + step.summary).not.toContain(secret);
    expect(step.summary).toMatch(/^### 📜 `shop`: \d+ lines/);
    const found = await run("logs", { grep: "^.*owned$", lines: "1" });
    expect(found.log.match(/owned/g)).toHaveLength(1);
    const wrong = await run("logs", { grep: "(" });
    expect(wrong).toMatchObject({ code: 1, outputs: { status: "failed" } });
  });

  it("looks for faults: none that fails a job on a healthy server, and one when nginx is gone", async () => {
    const well = await run("doctor");
    expect(well, well.log).toMatchObject({ code: 0 });
    expect(well.outputs.status).toMatch(/^(healthy|warnings)$/);
    expect(JSON.parse(well.outputs.json ?? "").checks.length).toBeGreaterThan(30);
    await site.host.must("systemctl stop nginx");
    const ill = await run("doctor");
    await site.host.must("systemctl start nginx");
    expect(ill, ill.log).toMatchObject({ code: 1, outputs: { status: "errors" } });
    expect(ill.annotations.filter(({ level }) => level === "error").length).toBeGreaterThan(0);
    expect(ill.summary).toMatch(/^### ❌ `shop`: \d+ errors?/);
    expect(ill.summary).toContain("**What to do:**");
  });

  it("closes the site for all but a few, and opens it again", async () => {
    const dry = await run("maintenance", { maintenance: "on", "dry-run": "true" });
    expect(dry, dry.log).toMatchObject({ code: 0, outputs: { status: "maintenance-off" } });
    expect(dry.log).toContain("would be switched on");
    const closed = await run("maintenance", { maintenance: "on", allow: "192.0.2.7" });
    expect(closed, closed.log).toMatchObject({ code: 0, outputs: { status: "maintenance-on" } });
    expect(closed.summary).toMatch(/^### 🚧 `shop`: visitors get the maintenance page/);
    expect(await visit()).toBe(503);
    expect((await run("maintenance")).outputs.status).toBe("maintenance-on");
    const open = await run("maintenance", { maintenance: "off" });
    expect(open, open.log).toMatchObject({ code: 0, outputs: { status: "maintenance-off" } });
    expect(await visit()).toBe(200);
  });

  it("says what is wrong with the way in, whatever it is asked", async () => {
    const step = await run("status", {
      "known-hosts": `${site.host.address} ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIIMwlSm8MR0IMyeZ27zmQQe2bNbhFVs2Z0ylRTnUrmDP`,
    });
    expect(step).toMatchObject({ code: 1, outputs: { status: "failed" } });
    expect(step.summary).toMatch(/^### ❌ shop, status: .*host key/);
  });
});
