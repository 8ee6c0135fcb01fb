import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { clear, makeRoom, preview, scaffold } from "./previewed.ts";

const room = makeRoom();
afterAll(() => clear(room));
const repository = scaffold(room, "shop");
/** Where this file's previews install packages. */
const cache = join(room, "cache");
const venvs = () =>
  existsSync(join(cache, "flask-deploy/previews")) ? readdirSync(join(cache, "flask-deploy/previews")) : [];

/** Its end, after which nothing may be left of it. */
async function end(args: readonly string[], env: Record<string, string> = {}) {
  const run = preview(repository, args, { XDG_CACHE_HOME: cache, ...env });
  const ended = await run.ended;
  expect(run.left(), ended.stderr).toEqual([]);
  return ended;
}

/** Changes a file for the time of one test. */
async function withText(path: string, change: (text: string) => string, test: () => Promise<void>): Promise<void> {
  const file = join(repository, path);
  const before = readFileSync(file, "utf8");
  writeFileSync(file, change(before));
  await test();
  writeFileSync(file, before);
}

describe("preview without a fitting Python", () => {
  it("says that there is none", async () => {
    const empty = join(room, "empty");
    mkdirSync(empty, { recursive: true });
    const { code, stderr } = await end(["--check"], { PATH: empty });
    expect(code).toBe(1);
    expect(stderr).toMatch(
      /^error: the app needs Python 3\.11 or newer, and there is none on PATH: install Python 3\.11/m,
    );
    expect(venvs()).toEqual([]);
  });

  it("says which it found when all are too old", async () => {
    await withText(
      "flask-deploy.yml",
      (text) => text.replace(/python: .*/, 'python: "3.99"'),
      async () => {
        const { code, stderr } = await end(["--check"], { PATH: "/usr/local/bin:/usr/bin:/bin" });
        expect(code).toBe(1);
        expect(stderr).toMatch(/needs Python 3\.99 or newer.*python3 is 3\.\d+\.\d+.*too old/);
        expect(venvs()).toEqual([]);
      },
    );
  });
});

describe("preview without a network", () => {
  // Nobody listens on port 9 of the loopback; that is what an index looks like from an aeroplane.
  const offline = {
    PIP_INDEX_URL: "http://127.0.0.1:9/",
    UV_INDEX_URL: "http://127.0.0.1:9/",
    PIP_NO_CACHE_DIR: "1",
    UV_NO_CACHE: "1",
    PIP_FIND_LINKS: "",
  };

  it.each([
    ["pip", { PATH: "/usr/local/bin:/usr/bin:/bin" }],
    ["uv", {}],
  ])("says with %s that the index cannot be reached, and leaves no half-made venv", async (_, env) => {
    const { code, stderr } = await end(["--check"], { ...offline, ...env });
    expect(code).toBe(1);
    expect(stderr).toMatch(
      /error: the packages of requirements\.txt could not be fetched.*cannot be reached[\s\S]*Next: Connect/,
    );
    expect(venvs()).toEqual([]);
  });
});

describe("preview of what is broken", () => {
  beforeAll(async () => {
    expect((await preview(repository, ["--check"], { XDG_CACHE_HOME: cache }).ended).code).toBe(0);
  });

  it("says so outside of a repository", async () => {
    const run = preview(room, ["--check"]);
    const { code, stderr } = await run.ended;
    expect(code).toBe(1);
    expect(stderr).toMatch(/^error: there is no flask-deploy\.yml in /m);
    rmSync(`${room}.tmp`, { recursive: true });
  });

  it("shows the traceback of an app that cannot be imported", async () => {
    await withText(
      "wsgi.py",
      () => "import nothing_of_that_name\n",
      async () => {
        const { code, stderr } = await end(["--check"]);
        expect(code).toBe(1);
        expect(stderr).toContain("No module named 'nothing_of_that_name'");
        expect(stderr).toMatch(/error: uwsgi ended with exit code \d+/);
      },
    );
  });

  it("names the line of the repository's own nginx.conf", async () => {
    await withText(
      "deploy/nginx.conf",
      (text) => text.replace(/^(\s*)server_tokens off;/m, "$1server_tokenz off;"),
      async () => {
        const line =
          readFileSync(join(repository, "deploy/nginx.conf"), "utf8")
            .split("\n")
            .findIndex((l) => l.includes("tokenz")) + 1;
        const { code, stderr } = await end(["--check"]);
        expect(code).toBe(1);
        expect(stderr).toContain(`unknown directive "server_tokenz" in deploy/nginx.conf:${line}`);
      },
    );
  });

  it("ends with 1 when / answers wrongly, with the log of why", async () => {
    const change = (text: string) =>
      `${text}\n\n@app.before_request\ndef fail():\n    raise RuntimeError("no luck today")\n`;
    await withText("app.py", change, async () => {
      const { code, stdout, stderr } = await end(["--check"]);
      expect(code).toBe(1);
      expect(stdout).toMatch(/^✗ \/ answered 500, expected 200$/m);
      expect(stderr).toContain("no luck today");
    });
  });

  it("ends with 1 when the health path answers wrongly, and names deploy.health as a deploy would", async () => {
    const answering = (status: number) => (text: string) =>
      `${text}\n\n@app.before_request\ndef busy():\n    from flask import request\n    if request.path == "/healthz":\n        return "busy", ${status}\n`;
    for (const [status, next] of [
      [503, "it is deploy.health in flask-deploy.yml, and a release is live only when it answers 200"],
      [404, "name a path that answers 200 without a login as `health:` under `deploy:`"],
    ] as const)
      await withText("app.py", answering(status), async () => {
        const { code, stdout } = await end(["--check"]);
        expect(code).toBe(1);
        expect(stdout).toContain(`✗ /healthz answered ${status}, expected 200: ${next}`);
      });
  });

  it("ends with 1 when static files come with a wrong type", async () => {
    await withText(
      "deploy/nginx.conf",
      (text) => text.replace("expires 7d;", "expires 7d; types {} default_type text/plain;"),
      async () => {
        const { code, stdout } = await end(["--check"]);
        expect(code).toBe(1);
        expect(stdout).toMatch(/^✗ \/static\/style\.css came as text\/plain: browsers would not use it$/m);
      },
    );
  });

  it("says that a port is taken, and takes none from another", async () => {
    const other = createServer().listen(0, "127.0.0.1");
    await new Promise((done) => other.once("listening", done));
    const { port } = other.address() as { port: number };
    const { code, stderr } = await end(["--check", "--port", String(port)]);
    other.close();
    expect(code).toBe(1);
    expect(stderr).toBe(
      `error: port ${port} is taken: choose another with --port, or leave --port out to get a free one\n`,
    );
  });
});

describe("preview ended from outside", () => {
  const stacks = ["shop", "shop-gunicorn"];
  beforeAll(() => {
    scaffold(room, "shop-gunicorn", "--stack", "gunicorn");
  });

  it.each([
    ["SIGINT", 130],
    ["SIGTERM", 143],
    ["SIGHUP", 129],
  ] as const)("by %s stops all, removes its folder and ends with %i", async (signal, expected) => {
    for (const name of stacks) {
      const running = preview(join(room, name), []);
      await running.says("Serving");
      running.child.kill(signal);
      const { code, stderr } = await running.ended;
      expect(code).toBe(expected);
      expect(stderr).toMatch(/^stopped$/m);
      expect(stderr).not.toMatch(/^error/m);
      expect(running.left()).toEqual([]);
    }
  });

  it("while it installs stops that, and leaves no half-made venv", async () => {
    const fresh = scaffold(room, "shop-fresh");
    const own = join(room, "cache-fresh");
    const running = preview(fresh, [], { PATH: "/usr/local/bin:/usr/bin:/bin", XDG_CACHE_HOME: own });
    await new Promise<void>((done) =>
      running.child.stderr?.on("data", (text) => /installing/.test(String(text)) && done()),
    );
    running.child.kill("SIGINT");
    expect((await running.ended).code).toBe(130);
    expect(readdirSync(join(own, "flask-deploy/previews"))).toEqual([]);
    expect(running.left()).toEqual([]);
  });

  it.each(["uwsgi", "gunicorn", "nginx"])("by kill -9 of %s stops the rest and ends with 1", async (name) => {
    const folder = join(room, name === "gunicorn" ? "shop-gunicorn" : "shop");
    const running = preview(folder, []);
    await running.says("Serving");
    process.kill(leader(name, running.child.pid as number), "SIGKILL");
    const { code, stderr } = await running.ended;
    expect(code).toBe(1);
    expect(stderr).toContain(`error: ${name} was ended by SIGKILL`);
    expect(running.left()).toEqual([]);
  });

  it("by kill -9 of the preview itself leaves no orphan either", async () => {
    for (const name of stacks) {
      const running = preview(join(room, name), []);
      await running.says("Serving");
      running.child.kill("SIGKILL");
      await running.ended;
      await expect.poll(running.left, { timeout: 10_000 }).toEqual([]);
    }
  });
});

const isProgram = (commandLine: string, name: string) =>
  commandLine.split("\0").some((word) => word === name || word.endsWith(`/${name}`) || word.startsWith(`${name}:`));

/** The program of that name among the preview's own children. */
function leader(name: string, parent: number): number {
  const children = readFileSync(`/proc/${parent}/task/${parent}/children`, "utf8").trim().split(" ");
  const found = children.find((pid) => isProgram(readFileSync(`/proc/${pid}/cmdline`, "utf8"), name));
  if (!found) throw new Error(`no ${name} among ${children}`);
  return Number(found);
}
