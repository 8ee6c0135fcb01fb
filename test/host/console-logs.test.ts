import { spawn } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { quote } from "../../action/engine/process/quote.ts";
import { runProcess } from "../../action/engine/process/run.ts";
import { keys, openTerminal } from "../terminal.ts";
import { type Console, openConsole, secret, setups } from "./lib/console.ts";
import type { Site } from "./lib/site.ts";

describe.each(setups)("logs and exec of $what", ({ answers }) => {
  let shop: Console;
  let site: Site;
  beforeAll(async () => {
    shop = await openConsole(answers);
    ({ site } = shop);
    expect(await shop.deploy("one", "ann")).toMatchObject({ status: "deployed" });
  });
  afterAll(() => site?.close());

  it("shows the logs of app and nginx by time, with no escape and no secret", async () => {
    await shop.get("/say/apple");
    await shop.get(`/say/${encodeURIComponent(secret)}`);
    await shop.get("/boom");
    await sleep(300);
    const { code, stdout } = await shop.run(["logs", "--nginx", "-n", "400"]);
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
    const found = await shop.run(["logs", "--json", "-n", "1", "--grep", "apple|pear", "--since", "10m"]);
    const line = { from: "app", severity: "error", text: "ERROR apple with ***" };
    expect(JSON.parse(found.stdout)).toMatchObject(line);
    expect(await shop.run(["logs", "--grep", "("])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("--grep ("),
    });
  });

  it("follows what comes, ends with Ctrl-C, and leaves no process behind", async () => {
    const [program = "", ...args] = shop.command(["logs", "--follow", "--nginx", "-n", "1"]);
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
    await shop.get("/say/pear");
    await until(/ERROR pear with \*\*\*/);
    await until(/GET \/say\/pear/);
    await site.host.must("f=/var/log/nginx/shop.access.log; mv $f $f.1; kill -USR1 $(cat /run/nginx.pid)");
    await sleep(500);
    await shop.get("/say/plum");
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
    const { current } = await shop.ask();
    const where = await shop.run([
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
    const echoed = await shop.run(["exec", "--", "python", "-c", "import sys; print(sys.argv[1:])", ...words]);
    expect(echoed.stdout).toBe(
      `${(await runProcess(["python3", "-c", "import sys; print(sys.argv[1:])", ...words])).stdout}`,
    );
    expect(await shop.run(["exec", "--", "sh", "-c", "cat; exit 42"], { stdin: "a\nb" })).toMatchObject({
      code: 42,
      stdout: "a\nb",
    });
    expect(await shop.run(["exec", "nosuchcommand"])).toMatchObject({ code: 127 });
    expect((await shop.run(["exec", "--", "id", "-un"])).stdout).toBe("shop\n");
  });

  it("opens a shell there, in which Ctrl-C ends what runs and not the shell", async () => {
    const terminal = await openTerminal(site.shop.root, process.env as Record<string, string>);
    try {
      terminal.type(shop.command(["shell"]).map(quote).join(" "), "\r");
      const prompt = /^shop [0-9a-f]{7} \S+\$$/m;
      await terminal.until(prompt, { timeoutMs: 30_000 });
      let since = terminal.screen().length;
      terminal.type('id -un; pwd -P; command -v python; echo "$SECRET" | wc -c\r');
      const { current } = await shop.ask();
      const folder = `/srv/shop/releases/${current}`;
      await terminal.until(
        new RegExp(`shop\n${folder}\n${folder}/.venv/bin/python\n${Buffer.byteLength(secret) + 1}\n`),
        { since },
      );
      since = terminal.screen().length;
      terminal.type("sleep 4712\r");
      await site.host.must("timeout 20 sh -c 'until pgrep -xf \"sleep 4712\" >/dev/null; do sleep 0.1; done'");
      terminal.type(keys.ctrlC);
      await terminal.until(prompt, { since });
      terminal.type("exit 7\r");
      await terminal.until(/ready> *$/, { since });
      expect((await terminal.shell("(exit $?)")).code).toBe(7);
    } finally {
      terminal.close();
    }
    expect(await shop.run(["shell"])).toMatchObject({ code: 2, stderr: expect.stringContaining("needs a terminal") });
  });

  it("stops a command whose caller hangs up", async () => {
    const child = spawn(process.execPath, shop.command(["exec", "--", "sleep", "4711"]).slice(1), {
      cwd: site.shop.root,
      stdio: "ignore",
    });
    await site.host.must("timeout 20 sh -c 'until pgrep -xf \"sleep 4711\" >/dev/null; do sleep 0.1; done'");
    child.kill("SIGINT");
    await site.host.must("timeout 20 sh -c 'while pgrep -xf \"sleep 4711\" >/dev/null; do sleep 0.1; done'");
  });
});
