import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { releases } from "../../action/engine/console/releases/releases.ts";
import { quote } from "../../action/engine/process/quote.ts";
import { helperProtocol } from "../../action/engine/targets/server/setup/helper.ts";
import { keys, openTerminal } from "../terminal.ts";
import { app, type Console, openConsole, setups } from "./lib/console.ts";
import { effects, type Site } from "./lib/site.ts";

/** Where setup has put deploy/nginx.conf. */
const installed = "/etc/nginx/sites-available/shop.conf";

describe.each(setups)("status and releases of $what", ({ answers, down }) => {
  let shop: Console;
  let site: Site;
  beforeAll(async () => {
    shop = await openConsole(answers);
    ({ site } = shop);
  });
  afterAll(() => site?.close());

  it("says that nothing is live before the first deploy, with exit code 1", async () => {
    expect(await shop.ask()).toMatchObject({
      current: "",
      answers: false,
      lastFailure: null,
      instances: [],
      pending: [],
    });
    const { code, stdout } = await shop.run(["status"]);
    expect({ code, stdout }).toMatchObject({ code: 1, stdout: expect.stringContaining("nothing was deployed yet") });
    expect(await shop.run(["releases"])).toMatchObject({
      code: 0,
      stdout: expect.stringContaining("nothing was deployed"),
    });
  });

  it("tells what is live, by whom, and counts exactly what visitors have asked", async () => {
    const { release, commit } = await shop.deploy("one", "ann");
    const asked = [];
    for (const path of ["/", "/", "/", "/nope", "/nope", "/boom"]) asked.push(await shop.get(path));
    expect(asked).toEqual([200, 200, 200, 404, 404, 500]);
    const seen = await shop.ask();
    expect(seen).toMatchObject({
      ...{ current: release, commit, subject: "one", ahead: 0, by: "ann", run: "https://example.org/run/1" },
      ...{
        answers: true,
        answer: "answered 200",
        pending: [],
        changed: [],
        lockedBy: "",
        helper: Number(helperProtocol),
        certificate: null,
      },
      traffic: { requests: 6, errors5xx: 1, errors4xx: 2, odd: 0, seconds: 300 },
    });
    expect(seen.instances).toMatchObject([{ id: release, role: "current", restarts: 0 }]);
    const [instance] = seen.instances;
    expect(instance?.state).toMatch(/^(active|running|listening)$/);
    expect(instance?.processes).toBeGreaterThanOrEqual(2);
    expect(instance?.memoryBytes).toBeGreaterThan(5_000_000);
    expect(Math.abs(Date.parse(seen.at) - Date.parse(instance?.since ?? ""))).toBeLessThan(60_000);
    expect(Date.parse(seen.since)).toBeLessThanOrEqual(Date.parse(seen.at));
    const { code, stdout } = await shop.run(["status"]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/since +\d+ seconds? ago \(20\S+Z\) by ann/);
    expect(stdout).toMatch(/1 of 6 failed \(5xx\), 2 were rejected \(4xx\)/);
  });

  it("tells what a deploy would change, and what somebody has changed by hand", async () => {
    site.shop.edit("deploy/nginx.conf", /server_tokens off;/, "server_tokens off; # ours");
    await site.host.must(`cp -a ${installed} /root/site; echo '# theirs' >>${installed}`);
    expect(await shop.ask()).toMatchObject({ pending: ["deploy/nginx.conf"], changed: ["deploy/nginx.conf"] });
    await site.host.must(`cat /root/site >${installed}`);
    site.shop.edit("deploy/nginx.conf", / # ours/, "");
    expect(await shop.ask()).toMatchObject({ pending: [], changed: [] });
  });

  it("tells that nginx does not find the static files", async () => {
    const { current, unserved } = await shop.ask();
    expect(unserved).toEqual([]);
    const folder = `/srv/shop/releases/${current}/static`;
    await site.host.must(`mv ${folder} /root/static`);
    expect((await shop.ask()).unserved).toMatchObject([{ path: expect.stringMatching(/^\/static\//), status: 404 }]);
    expect((await shop.run(["status"])).stdout).toMatch(/static files +\/static\/\S+ answers 404 through nginx/);
    await site.host.must(`mv /root/static ${folder}`);
    expect((await shop.ask()).unserved).toEqual([]);
  });

  it("tells when the certificate of the site ends, which only root may read", async () => {
    const folder = "/etc/letsencrypt/live";
    await site.host.must(`cp -a ${installed} /root/site; install -d -m 0700 /etc/letsencrypt ${folder}
      openssl req -x509 -newkey rsa:2048 -nodes -days 30 -subj /CN=shop -keyout ${folder}/key.pem -out ${folder}/chain.pem 2>/dev/null
      printf 'server {\\n  listen 8443 ssl;\\n  ssl_certificate ${folder}/chain.pem; # theirs\\n}\\n' >>${installed}`);
    const { certificate } = await shop.ask();
    await site.host.must(`cat /root/site >${installed}`);
    expect(certificate).toMatchObject({ file: `${folder}/chain.pem`, days: 29 });
  });

  it("tells a failed deploy with its cause, and that the former release still serves", async () => {
    const before = await shop.ask();
    site.shop.write("app.py", "import nothing_such\n");
    site.shop.commit("Broken");
    expect(await site.deploy({ by: "bob" })).toMatchObject({ status: "failed" });
    const seen = await shop.ask();
    expect(seen).toMatchObject({ current: before.current, since: before.since, by: "ann", answers: true, ahead: 1 });
    expect(seen.lastFailure).toMatchObject({ by: "bob", outcome: "failed", step: expect.stringMatching(/start|gate/) });
    const { stdout } = await shop.run(["releases"]);
    expect(stdout).toMatch(/\* {2}\S+ +deployed +[\d.]+ s +[\d.]+ .?B +ann +\d+ (second|minute)s? ago \(/);
    expect(stdout).toMatch(/failed +[\d.]+ s +\d+ B +bob .*\n +in (start|gate): /);
  });

  it("follows a deploy and a rollback", async () => {
    const first = (await shop.ask()).current;
    const second = await shop.deploy("two", "carl");
    expect(await shop.ask()).toMatchObject({ current: second.release, by: "carl", subject: "two" });
    await site.rollback(first, { by: "dora" });
    expect(await shop.ask()).toMatchObject({ current: first, by: "dora", subject: "one", ahead: 2 });
    const { runs } = await releases(site.request(), effects(), 2);
    expect(runs).toMatchObject([
      { release: second.release, outcome: "deployed", by: "carl", live: false },
      { release: first, op: "rollback", outcome: "rolled-back", by: "dora", live: true, state: "current" },
    ]);
  });

  it("tells who deploys right now, and lets whoever asks end it", async () => {
    const before = await shop.ask();
    site.shop.write("app.py", app("three"));
    site.shop.commit("three");
    const held = site.deploy({ by: "eve", hold: { step: "gate", ms: 60_000 } });
    const started = `tail -n 1 /srv/shop/deploys/journal.jsonl | grep -q '"event": "start"'`;
    await site.host.must(`timeout 30 sh -c 'until ${started.replaceAll("'", "'\\''")}; do sleep 0.1; done'`);
    const holder = expect.stringContaining("https://example.org/run/1 (process");
    expect(await shop.ask()).toMatchObject({ current: before.current, lockedBy: holder });
    expect((await releases(site.request(), effects(), 1)).runs).toMatchObject([{ by: "eve", outcome: "running" }]);
    expect(await shop.run(["unlock", "--dry-run"])).toMatchObject({
      code: 0,
      stdout: "would be ended\n",
      stderr: holder,
    });
    expect(await shop.ask()).toMatchObject({ lockedBy: holder });
    expect(await shop.run(["unlock"])).toMatchObject({ code: 0, stdout: "ended\n", stderr: holder });
    expect(await held).toMatchObject({ status: "failed", cause: { kind: "cancelled" } });
    expect(await shop.ask()).toMatchObject({ current: before.current, lockedBy: "", answers: true });
    expect((await releases(site.request(), effects(), 1)).runs).toMatchObject([{ by: "eve", outcome: "failed" }]);
  });

  it("survives a torn journal", async () => {
    const before = await shop.ask();
    await site.host.must(`printf '{"at": "2026-11-21T03:1' >>/srv/shop/deploys/journal.jsonl`);
    expect(await shop.ask()).toMatchObject({ current: before.current, since: before.since, by: "dora" });
    const { code, stdout } = await shop.run(["releases", "-n", "1", "--json"]);
    expect({ code, ...JSON.parse(stdout) }).toMatchObject({ code: 0, runs: [{ by: "eve", outcome: "failed" }] });
  });

  it("draws its status anew on a terminal, until Ctrl-C", async () => {
    const { NO_COLOR: _, ...coloured } = process.env;
    const terminal = await openTerminal(site.shop.root, coloured as Record<string, string>);
    try {
      const line = shop.command(["status", "--watch"]).map(quote).join(" ");
      terminal.type(line, "\r");
      await terminal.until(/^ {2}answers +yes: answered 200$/m, { timeoutMs: 20_000 });
      const top = () => /^ {2}live +(\S+)$/m.exec(terminal.screen())?.[1];
      const { release } = await shop.deploy("four", "fay");
      for (const end = Date.now() + 20_000; top() !== release && Date.now() < end; ) await sleep(100);
      expect(top()).toBe(release);
      expect(terminal.screen().match(/^ {2}answers/gm)).toHaveLength(1);
      terminal.type(keys.ctrlC);
      await terminal.until(/ready> *$/);
      expect((await terminal.shell("true")).code).toBe(0);
    } finally {
      terminal.close();
    }
  });

  it("tells that an instance was killed, and that its manager has brought it back", async () => {
    // Until then, the server takes a release back that dies.
    const watches = "find /proc/[0-9]*/exe -maxdepth 0 -user deploy-shop -lname '*python*' 2>/dev/null | grep -q .";
    await site.host.must(["timeout", "30", "sh", "-c", `while ${watches}; do sleep 0.1; done`]);
    const before = await shop.ask();
    await site.host.must(
      "for p in $(find /proc/[0-9]*/cwd -maxdepth 0 -lname '/srv/shop/releases/*' | cut -d/ -f3); do kill -KILL $p; done",
    );
    let seen = await shop.ask();
    for (const end = Date.now() + 30_000; !seen.answers && Date.now() < end; ) seen = await shop.ask();
    expect(seen).toMatchObject({ current: before.current, since: before.since, answers: true });
    // Beside it there may be one that is about to stop.
    const was = before.instances.find(({ id }) => id === before.current);
    const now = seen.instances.find(({ id }) => id === seen.current);
    expect(Date.parse(now?.since ?? "")).toBeGreaterThan(Date.parse(was?.since ?? ""));
    // Only systemd counts.
    if (now?.state === "active") expect(now.restarts).toBe(1);
  });

  it("names the setup where the server was set up by an older version", async () => {
    const helper = "/usr/local/lib/flask-deploy/shop";
    await site.host.must(`cp -a ${helper} /root/helper && sed -i 's/^PROTOCOL=.*/PROTOCOL=2/' ${helper}`);
    const asked = await Promise.all([["status"], ["logs"], ["releases"]].map((words) => shop.run(words)));
    await site.host.must(`cp -a /root/helper ${helper}`);
    for (const { code, stderr } of asked)
      expect({ code, stderr }).toMatchObject({
        code: 1,
        stderr: expect.stringMatching(/older version[\s\S]*create-flask-deploy setup root@/),
      });
  });

  it("ends with 1 when the live release has gone down", async () => {
    const { current } = await shop.ask();
    await site.host.must(down(current));
    const { code, stdout } = await shop.run(["status", "--json"]);
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({
      current,
      answers: false,
      answer: expect.stringMatching(/no socket|refused|broke off|[Bb]roken pipe|reset/),
    });
  });
});
