import { existsSync, readdirSync, readFileSync } from "node:fs";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Built, buildAction, type StepOptions, TestJob } from "../action/built.ts";
import { newKey } from "../action/keys.ts";
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

const inputs = (more: Record<string, string> = {}) => ({
  host: site.host.address,
  "ssh-key": readFileSync(site.host.identityFile, "utf8"),
  "known-hosts": readFileSync(site.host.knownHostsFile, "utf8"),
  ...more,
});
const main = (more?: Record<string, string>, options?: Partial<StepOptions>) =>
  job.main({ workspace: site.shop.root, inputs: inputs(more), ...options });

describe("the built Action and a real server", () => {
  it("deploys, says so in outputs and summary, and shows each step as a group", async () => {
    site.change("one by the Action");
    const step = await main({ url: `http://${site.host.address}` });
    expect(step, step.log).toMatchObject({
      code: 0,
      outputs: { status: "deployed", "requests-failed": "0", findings: "0" },
    });
    expect(step.outputs.release).toMatch(/^\d{8}T\d{6}Z-[0-9a-f]{7}$/);
    expect(step.summary).toMatch(/^### ✅ `shop` `\d{8}T\d{6}Z-[0-9a-f]{7}` is live at <http:/);
    const groups = [...step.log.matchAll(/^::(group::\w+|endgroup::)$/gm)].map(([, name]) => name);
    expect(groups).toContain("group::gate");
    expect(groups.filter((name) => name === "endgroup::")).toHaveLength(groups.length / 2);
    expect(await site.page()).toBe("one by the Action");
  });

  it("finds nothing to do at the same commit, and names the commits of the next one", async () => {
    expect((await main()).outputs.status).toBe("unchanged");
    site.change("two <b>");
    const step = await main();
    expect(step.outputs.status).toBe("deployed");
    expect(step.summary).toContain("two &#60;b&#62;");
    expect(step.summary).toMatch(/\d+ probe requests through nginx during the switch: none failed/);
  });

  it("changes nothing in a dry run", async () => {
    site.change("not yet");
    const step = await main({ "dry-run": "true" });
    expect(step).toMatchObject({ code: 0, outputs: { status: "unchanged" } });
    expect(step.summary).toMatch(/^### 🔎 `shop`: a dry run/);
    expect(await site.page()).toBe("two <b>");
  });

  it("fails for an app that fails, with the traceback and a note at its line", async () => {
    site.change("broken", "raise RuntimeError('no ::error::database ```')");
    const step = await main();
    expect(step).toMatchObject({ code: 1, outputs: { status: "failed" } });
    expect(step.annotations).toContainEqual(
      expect.objectContaining({ level: "error", properties: expect.objectContaining({ file: "app.py" }) }),
    );
    expect(step.summary.split("\n")[0]).toContain("RuntimeError\\: no \\:\\:error\\:\\:database");
    expect(await site.page()).toBe("two <b>");
    site.change("three");
    expect((await main()).outputs.status).toBe("deployed");
  });

  it("is no success when the app dies a second after it was ready", async () => {
    const dying =
      "import os, time\nif os.fork() == 0:\n    time.sleep(1)\n    os.kill(os.getppid(), 9)\n    os._exit(0)";
    site.change("dying", dying);
    const step = await main();
    expect(step, step.log).toMatchObject({ code: 1, outputs: { status: "rolled-back" } });
    expect(await site.page()).toBe("three");
  });

  it("does not deploy what the linter refuses, unless it is told to", async () => {
    const path = "deploy/nginx.conf";
    const text = readFileSync(`${site.shop.root}/${path}`, "utf8");
    site.shop.write(path, text.replace("location / {", "location / {\n        uwsgi_pas x;"));
    const step = await main();
    site.shop.write(path, text);
    expect(step).toMatchObject({ code: 1, outputs: { status: "failed" } });
    expect(step.log).toContain("Not deployed: 1 error");
    expect(step.log).not.toContain("::group::connect");
  });

  it("goes back when it is told to", async () => {
    const step = await main({ command: "rollback" }, { event: "workflow_dispatch" });
    expect(step).toMatchObject({ code: 0, outputs: { status: "rolled-back" } });
    expect(await site.page()).toBe("two <b>");
  });

  it("leaves the old release and no lock when the job is cancelled in the middle", async () => {
    site.change("four", "import time; time.sleep(20)");
    const step = await main({}, { onLog: (text, kill) => text.includes("::group::start") && kill("SIGINT") });
    expect(step.code).toBe(1);
    expect(step.log).toContain("The job was cancelled");
    await job.post({ workspace: site.shop.root }, step);
    expect(readdirSync(job.temp)).toEqual([]);
    await site.idle();
    expect(await site.page()).toBe("two <b>");
    site.change("five");
    expect((await main()).outputs.status).toBe("deployed");
  });

  it("leaves the old release and no lock when it is killed", async () => {
    site.change("six", "import time; time.sleep(20)");
    const step = await main({}, { onLog: (text, kill) => text.includes("::group::start") && kill("SIGKILL") });
    expect(step.code).toBeNull();
    await job.post({ workspace: site.shop.root }, step);
    await site.idle();
    expect(await site.page()).toBe("five");
    site.change("seven");
    expect((await main()).outputs.status).toBe("deployed");
  });

  it("keeps every secret out of log, summary, outputs, arguments and files", async () => {
    const secret = "correct horse battery";
    const key = inputs()["ssh-key"];
    const before = `import os; assert os.environ["TOKEN"] == ${JSON.stringify(secret)}`;
    site.change("with a secret", before);
    const seen = new Set<string>();
    const sampling = setInterval(() => {
      for (const pid of readdirSync("/proc").filter((name) => /^\d+$/.test(name))) {
        try {
          seen.add(readFileSync(`/proc/${pid}/cmdline`, "utf8"));
        } catch {}
      }
    }, 20);
    const step = await main({ env: `TOKEN="${secret}"` }).finally(() => clearInterval(sampling));
    expect(step.outputs.status).toBe("deployed");
    site.change("tells it", `import os; raise RuntimeError("token " + os.environ["TOKEN"])`);
    const told = await main({ env: `TOKEN="${secret}"` });
    expect(told.outputs.status).toBe("failed");
    expect(told.summary).toContain("RuntimeError: token ***");
    for (const { log, summary, outputs } of [step, told]) {
      const visible = [log.replace(/^::add-mask::.*$/gm, ""), summary, JSON.stringify(outputs)].join("\n");
      for (const hidden of [secret, ...key.split("\n").slice(1, -2)]) expect(visible).not.toContain(hidden);
    }
    expect([...seen].join("\n")).not.toContain(secret);
    expect([...seen].join("\n")).not.toContain(key.split("\n")[1]);
    expect(existsSync(`${site.shop.root}/.env`)).toBe(false);
  });
});

describe("the built Action and a server that it cannot enter", () => {
  it("says how to pin a host key that is not the pinned one", async () => {
    const other = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIIMwlSm8MR0IMyeZ27zmQQe2bNbhFVs2Z0ylRTnUrmDP";
    const changed = await main({ "known-hosts": other });
    expect(changed).toMatchObject({ code: 1, outputs: { status: "failed" } });
    expect(changed.summary).toMatch(/^### ❌ .*host key of 10\\\.98/);
    expect(changed.summary).toMatch(/\*\*What to do:\*\* .*secret KNOWN\\_HOSTS/);
    const unknown = await main({ "known-hosts": `elsewhere.example ${other}` });
    expect(unknown.log).toMatch(/known-hosts pins no key of [\s\S]*secret KNOWN_HOSTS/);
  });

  it("says whose key is missing where, when the key is not the server's", async () => {
    const step = await main({ "ssh-key": newKey() });
    expect(step.code).toBe(1);
    expect(step.log).toMatch(/does not accept the key of ssh-key[\s\S]*secret SSH_KEY must hold .*authorized_keys/);
  });

  it("says who cannot be reached, when nobody is there", async () => {
    const step = await main({
      port: "1",
      "known-hosts": inputs()["known-hosts"].replace(/^\S+/, `[${site.host.address}]:1`),
    });
    expect(step.code).toBe(1);
    expect(step.log).toMatch(/cannot be reached by ssh/);
  });
});
