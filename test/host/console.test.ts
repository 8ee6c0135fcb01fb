import { spawn } from "node:child_process";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Answers } from "../../action/app/fields.ts";
import { releases } from "../../action/console/releases.ts";
import { status } from "../../action/console/status.ts";
import { type RunOptions, runProcess } from "../../action/deploy/process.ts";
import { quote } from "../../action/deploy/quote.ts";
import { keys, openTerminal } from "../terminal.ts";
import { effects, openSite, type Site } from "./lib/site.ts";

const cli = join(import.meta.dirname, "../../generators/cli.ts");
const secret = 'hush "hush" £9';

/** Where setup has put deploy/nginx.conf. */
const installed = "/etc/nginx/sites-available/shop.conf";

/** Says its secret in colours, and fails when it is told to. */
const app = (text: string) => `import os, sys
from flask import Flask

app = Flask(__name__)


@app.get("/")
def index():
    return "${text}"


@app.get("/say/<word>")
def say(word):
    print("\\x1b[31mERROR\\x1b[0m " + word + " with " + os.environ["SECRET"] + "\\x1b]0;owned\\x07", file=sys.stderr, flush=True)
    return "said"


@app.get("/boom")
def boom():
    raise RuntimeError("boom " + os.environ["SECRET"])


@app.get("/healthz")
def health():
    return "ok"
`;

const setups: readonly { what: string; answers: Partial<Answers>; down: (id: string) => string }[] = [
  { what: "uWSGI under systemd", answers: {}, down: (id) => `systemctl stop shop@${id}` },
  { what: "gunicorn under systemd", answers: { stack: "gunicorn" }, down: (id) => `systemctl stop shop@${id}` },
  {
    what: "uWSGI under supervisor",
    answers: { processManager: "supervisor" },
    down: (id) => `supervisorctl stop shop-${id}`,
  },
  {
    what: "uWSGI under the emperor",
    answers: { processManager: "emperor" },
    down: (id) =>
      `mv /srv/shop/vassals/${id}.ini /root/; timeout 20 sh -c 'while [ -S /run/shop/${id}.sock ]; do sleep 0.1; done'`,
  },
];

describe.each(setups)("the console of $what", ({ answers, down }) => {
  let site: Site;
  let login: string[];
  const command = (words: readonly string[]) => [
    process.execPath,
    cli,
    ...words.slice(0, 1),
    ...login,
    ...words.slice(1),
  ];
  const run = (words: readonly string[], options?: RunOptions) =>
    runProcess(command(words), { cwd: site.shop.root, timeoutMs: 60_000, ...options });
  const ask = () => status(site.request(), effects());
  const get = (path: string) => fetch(`http://${site.host.address}${path}`).then((answer) => answer.status);
  const deploy = (text: string, by: string) => {
    site.shop.write("app.py", app(text));
    site.shop.commit(text);
    return site.deploy({ by, env: { SECRET: secret } });
  };

  beforeAll(async () => {
    site = await openSite(answers);
    site.settings("drain: 1");
    const { address, identityFile, knownHostsFile } = site.host;
    login = ["--host", address, "--user", "deploy", "--identity", identityFile, "--known-hosts", knownHostsFile];
  });
  afterAll(() => site?.close());

  it("says that nothing is live before the first deploy, with exit code 1", async () => {
    expect(await ask()).toMatchObject({ current: "", answers: false, lastFailure: null, instances: [], pending: [] });
    const { code, stdout } = await run(["status"]);
    expect({ code, stdout }).toMatchObject({ code: 1, stdout: expect.stringContaining("nothing was deployed yet") });
    expect(await run(["releases"])).toMatchObject({ code: 0, stdout: expect.stringContaining("nothing was deployed") });
  });

  it("tells what is live, by whom, and counts exactly what visitors have asked", async () => {
    const { release, commit } = await deploy("one", "ann");
    const asked = [];
    for (const path of ["/", "/", "/", "/nope", "/nope", "/boom"]) asked.push(await get(path));
    expect(asked).toEqual([200, 200, 200, 404, 404, 500]);
    const seen = await ask();
    expect(seen).toMatchObject({
      ...{ current: release, commit, subject: "one", ahead: 0, by: "ann", run: "https://example.org/run/1" },
      ...{
        answers: true,
        answer: "answered 200",
        pending: [],
        changed: [],
        lockedBy: "",
        helper: 2,
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
    const { code, stdout } = await run(["status"]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/since +\d+ seconds? ago \(20\S+Z\) by ann/);
    expect(stdout).toMatch(/1 of 6 failed \(5xx\), 2 were refused \(4xx\)/);
  });

  it("tells what a deploy would change, and what somebody has changed by hand", async () => {
    site.shop.edit("deploy/nginx.conf", /server_tokens off;/, "server_tokens off; # ours");
    await site.host.must(`cp -a ${installed} /root/site; echo '# theirs' >>${installed}`);
    expect(await ask()).toMatchObject({ pending: ["deploy/nginx.conf"], changed: ["deploy/nginx.conf"] });
    await site.host.must(`cat /root/site >${installed}`);
    site.shop.edit("deploy/nginx.conf", / # ours/, "");
    expect(await ask()).toMatchObject({ pending: [], changed: [] });
  });

  it("tells when the certificate of the site ends, which only root may read", async () => {
    const folder = "/etc/letsencrypt/live";
    await site.host.must(`cp -a ${installed} /root/site; install -d -m 0700 /etc/letsencrypt ${folder}
      openssl req -x509 -newkey rsa:2048 -nodes -days 30 -subj /CN=shop -keyout ${folder}/key.pem -out ${folder}/chain.pem 2>/dev/null
      printf 'server {\\n  listen 8443 ssl;\\n  ssl_certificate ${folder}/chain.pem; # theirs\\n}\\n' >>${installed}`);
    const { certificate } = await ask();
    await site.host.must(`cat /root/site >${installed}`);
    expect(certificate).toMatchObject({ file: `${folder}/chain.pem`, days: 29 });
  });

  it("tells a failed deploy with its cause, and that the former release still serves", async () => {
    const before = await ask();
    site.shop.write("app.py", "import nothing_such\n");
    site.shop.commit("Broken");
    expect(await site.deploy({ by: "bob" })).toMatchObject({ status: "failed" });
    const seen = await ask();
    expect(seen).toMatchObject({ current: before.current, since: before.since, by: "ann", answers: true, ahead: 1 });
    expect(seen.lastFailure).toMatchObject({ by: "bob", outcome: "failed", step: expect.stringMatching(/start|gate/) });
    const { stdout } = await run(["releases"]);
    expect(stdout).toMatch(/\* {2}\S+ +deployed +[\d.]+ s +[\d.]+ .?B +ann +\d+ seconds? ago \(/);
    expect(stdout).toMatch(/failed +[\d.]+ s +\d+ B +bob .*\n +in (start|gate): /);
  });

  it("follows a deploy and a rollback", async () => {
    const first = (await ask()).current;
    const second = await deploy("two", "carl");
    expect(await ask()).toMatchObject({ current: second.release, by: "carl", subject: "two" });
    await site.rollback(first, { by: "dora" });
    expect(await ask()).toMatchObject({ current: first, by: "dora", subject: "one", ahead: 2 });
    const { runs } = await releases(site.request(), effects(), 2);
    expect(runs).toMatchObject([
      { release: second.release, outcome: "deployed", by: "carl", live: false },
      { release: first, op: "rollback", outcome: "rolled-back", by: "dora", live: true, state: "current" },
    ]);
  });

  it("tells who deploys right now, and lets whoever asks end it", async () => {
    const before = await ask();
    site.shop.write("app.py", app("three"));
    site.shop.commit("three");
    const held = site.deploy({ by: "eve", hold: { step: "gate", ms: 60_000 } });
    const started = `tail -n 1 /srv/shop/journal.jsonl | grep -q '"event": "start"'`;
    await site.host.must(`timeout 30 sh -c 'until ${started.replaceAll("'", "'\\''")}; do sleep 0.1; done'`);
    const holder = expect.stringContaining("https://example.org/run/1 (process");
    expect(await ask()).toMatchObject({ current: before.current, lockedBy: holder });
    expect((await releases(site.request(), effects(), 1)).runs).toMatchObject([{ by: "eve", outcome: "running" }]);
    expect(await run(["unlock", "--dry-run"])).toMatchObject({ code: 0, stdout: "would be ended\n", stderr: holder });
    expect(await ask()).toMatchObject({ lockedBy: holder });
    expect(await run(["unlock"])).toMatchObject({ code: 0, stdout: "ended\n", stderr: holder });
    expect(await held).toMatchObject({ status: "failed", cause: { kind: "cancelled" } });
    expect(await ask()).toMatchObject({ current: before.current, lockedBy: "", answers: true });
    expect((await releases(site.request(), effects(), 1)).runs).toMatchObject([{ by: "eve", outcome: "failed" }]);
  });

  it("survives a torn journal", async () => {
    const before = await ask();
    await site.host.must(`printf '{"at": "2026-11-21T03:1' >>/srv/shop/journal.jsonl`);
    expect(await ask()).toMatchObject({ current: before.current, since: before.since, by: "dora" });
    const { code, stdout } = await run(["releases", "-n", "1", "--json"]);
    expect({ code, ...JSON.parse(stdout) }).toMatchObject({ code: 0, runs: [{ by: "eve", outcome: "failed" }] });
  });

  it("shows the logs of app and nginx by time, with no escape and no secret", async () => {
    await get("/say/apple");
    await get(`/say/${encodeURIComponent(secret)}`);
    await get("/boom");
    await sleep(300);
    const { code, stdout } = await run(["logs", "--nginx", "-n", "400"]);
    expect(code).toBe(0);
    expect(stdout).toContain("ERROR apple with ***\n");
    expect(stdout).toContain("RuntimeError: boom ***\n");
    expect(stdout).toMatch(/nginx .*"GET \/say\/apple HTTP\/1.1" 200 /);
    expect(stdout).toContain('"GET /say/*** HTTP/1.1"');
    expect(stdout).not.toContain("hush");
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
    expect(stdout).not.toMatch(/[\x00-\x08\x0b-\x1f\x7f-\x9f]|owned/);
    const times = stdout
      .trim()
      .split("\n")
      .map((line) => line.slice(0, 24));
    expect(times).toEqual(times.toSorted());
    const found = await run(["logs", "--json", "-n", "1", "--grep", "apple|pear", "--since", "10m"]);
    const line = { from: "app", severity: "error", text: "ERROR apple with ***" };
    expect(JSON.parse(found.stdout)).toMatchObject(line);
    expect(await run(["logs", "--grep", "("])).toMatchObject({ code: 2, stderr: expect.stringContaining("--grep (") });
  });

  it("follows what comes, ends with Ctrl-C, and leaves no process behind", async () => {
    const [program = "", ...args] = command(["logs", "--follow", "--nginx", "-n", "1"]);
    const child = spawn(program, args, { cwd: site.shop.root, stdio: ["ignore", "pipe", "inherit"] });
    let said = "";
    child.stdout.on("data", (chunk) => {
      said += chunk;
    });
    const ended = new Promise<number | null>((done) => child.once("close", done));
    const until = async (pattern: RegExp) => {
      for (const end = Date.now() + 20_000; !pattern.test(said); await sleep(50))
        if (Date.now() > end) throw new Error(`waited for ${pattern} in: ${said}`);
    };
    await until(/\n/);
    await get("/say/pear");
    await until(/ERROR pear with \*\*\*/);
    await until(/GET \/say\/pear/);
    await site.host.must("f=/var/log/nginx/shop.access.log; mv $f $f.1; kill -USR1 $(cat /run/nginx.pid)");
    await sleep(500);
    await get("/say/plum");
    await until(/GET \/say\/plum/);
    child.kill("SIGINT");
    expect(await ended).toBe(0);
    expect(said).not.toContain("hush");
    await sleep(500);
    const { stdout } = await site.host.inside(
      "ps -eo args | grep -E '[j]ournalctl|[/]dev/fd/3|[f]lask-deploy/shop|[p]ython3 -I -S'",
    );
    expect(stdout).toBe("");
  });

  it("runs a command in the live release, and hands stdin, stdout and exit code through", async () => {
    const { current } = await ask();
    const where = await run([
      "exec",
      "--",
      "python",
      "-c",
      "import os, sys; print(os.getcwd(), sys.prefix, os.environ['SECRET'])",
    ]);
    expect(where).toMatchObject({
      code: 0,
      stdout: `/srv/shop/releases/${current} /srv/shop/releases/${current}/.venv ${secret}\n`,
    });
    const words = ["it's", "$HOME", "`x`", '"q"', "%n", "", "a  b"];
    const echoed = await run(["exec", "--", "python", "-c", "import sys; print(sys.argv[1:])", ...words]);
    expect(echoed.stdout).toBe(
      `${(await runProcess(["python3", "-c", "import sys; print(sys.argv[1:])", ...words])).stdout}`,
    );
    expect(await run(["exec", "--", "sh", "-c", "cat; exit 42"], { stdin: "a\nb" })).toMatchObject({
      code: 42,
      stdout: "a\nb",
    });
    expect(await run(["exec", "nosuchcommand"])).toMatchObject({ code: 127 });
    expect((await run(["exec", "--", "id", "-un"])).stdout).toBe("shop\n");
  });

  it("stops a command whose caller hangs up", async () => {
    const child = spawn(process.execPath, command(["exec", "--", "sleep", "4711"]).slice(1), {
      cwd: site.shop.root,
      stdio: "ignore",
    });
    await site.host.must("timeout 20 sh -c 'until pgrep -xf \"sleep 4711\" >/dev/null; do sleep 0.1; done'");
    child.kill("SIGINT");
    await site.host.must("timeout 20 sh -c 'while pgrep -xf \"sleep 4711\" >/dev/null; do sleep 0.1; done'");
  });

  it("draws its status anew on a terminal, until Ctrl-C", async () => {
    const terminal = await openTerminal(site.shop.root, process.env as Record<string, string>);
    try {
      const line = command(["status", "--watch"]).map(quote).join(" ");
      terminal.type(line, "\r");
      await terminal.until(/^ {2}answers +yes: answered 200$/m, { timeoutMs: 20_000 });
      const top = () => /^ {2}live +(\S+)$/m.exec(terminal.screen())?.[1];
      const { release } = await deploy("four", "fay");
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

  it("ends with 1 when the live release has gone down", async () => {
    const { current } = await ask();
    await site.host.must(down(current));
    const { code, stdout } = await run(["status", "--json"]);
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({
      current,
      answers: false,
      answer: expect.stringMatching(/no socket|refused/),
    });
  });
});
