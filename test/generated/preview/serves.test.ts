import { spawnSync } from "node:child_process";
import {
  appendFileSync,
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { unpacked } from "../../packed.ts";
import { clear, makeRoom, preview, scaffold } from "./previewed.ts";

const room = makeRoom();
afterAll(() => clear(room));

const check = async (repository: string, ...args: string[]) => {
  const run = preview(repository, ["--check", "--json", ...args]);
  const { code, stdout, stderr } = await run.ended;
  expect(run.left(), stderr).toEqual([]);
  return { code, stderr, ...JSON.parse(stdout) };
};

describe.each([
  ["uwsgi", "uwsgi"],
  ["uwsgi-cluster", "uwsgi"],
  ["wsgi", "uwsgi"],
  ["uwsgi-tcp", "uwsgi"],
  ["uwsgi-tcp --process-manager supervisor", "uwsgi"],
  ["gunicorn", "gunicorn"],
  ["gunicorn --socket tcp --upstream 3 --nginx full --layout package --domain shop.example.com", "gunicorn"],
  ["uwsgi --server waitress", "waitress"],
  ["uwsgi-cluster --server waitress --process-manager supervisor", "waitress"],
])("preview of --stack %s", (stack, server) => {
  const repository = scaffold(
    room,
    `shop-${stack.replace(/[^a-z]+/g, "")}`.slice(0, 30),
    "--stack",
    ...stack.split(" "),
  );

  it("serves / by the app and a static file from disk by nginx, and leaves nothing", async () => {
    const told = await check(repository);
    expect(told).toMatchObject({ ok: true, code: 0, server, nginx: expect.stringMatching(/^\d+\.\d+/) });
    expect(told.checks).toEqual([
      { path: "/", status: 200, type: expect.stringMatching(/^text\/html/) },
      { path: "/healthz", status: 200, type: expect.any(String) },
      // nginx says the bare type; Flask would name a charset.
      { path: "/static/style.css", status: 200, type: "text/css" },
    ]);
  });

  it("serves / by the app server's own HTTP without nginx, and says so", async () => {
    const told = await check(repository, "--no-nginx");
    expect(told).toMatchObject({ ok: true, code: 0, server, nginx: null });
    expect(told.stderr).toContain("own HTTP");
    expect(told.checks[0]).toMatchObject({ path: "/", status: 200 });
  });
});

describe("preview", () => {
  const repository = scaffold(room, "shop");

  it("installs again only when the lock asks for something else", async () => {
    const cache = { XDG_CACHE_HOME: join(room, "cache") };
    const lock = join(repository, "requirements.txt");
    const before = readFileSync(lock, "utf8");
    const look = async (env: Record<string, string> = {}) => {
      const { code, stderr } = await preview(repository, ["--check"], { ...cache, ...env }).ended;
      expect(code, stderr).toBe(0);
      return stderr;
    };
    expect(await look()).toContain("installing requirements.txt with uv");
    expect(await look()).not.toContain("installing");
    appendFileSync(lock, "# another line\n");
    expect(await look(), "a comment asks for nothing").not.toContain("installing");
    writeFileSync(lock, "flask==3.1.3\npyuwsgi==2.0.30\n");
    expect(await look({ PATH: "/usr/local/bin:/usr/bin:/bin" })).toContain("installing requirements.txt with pip");
    writeFileSync(lock, before);
    expect(await look(), "the former is still there").not.toContain("installing");
    expect(existsSync(join(repository, ".venv")), "nothing is put into the repository").toBe(false);
  });

  it("gives the app the repository's .env and runs it from the repository", async () => {
    const app = join(repository, "app.py");
    const before = readFileSync(app, "utf8");
    appendFileSync(
      app,
      "\n\n@app.get(\"/seen\")\ndef seen():\n    import os\n    return f\"{os.environ['COLOUR']} {os.environ['RELEASE']} {os.getcwd()}\"\n",
    );
    writeFileSync(join(repository, ".env"), "COLOUR='dark red'\n");
    const running = preview(repository, ["--json"]);
    const { url } = JSON.parse(await running.says("\n"));
    expect(await (await fetch(new URL("/seen", url))).text()).toBe(`dark red preview ${repository}`);
    running.child.kill("SIGINT");
    await running.ended;
    rmSync(join(repository, ".env"));
    writeFileSync(app, before);
  });

  it("shows the log of each program with its name", async () => {
    const running = preview(repository, []);
    const [url] = /http:\S+/.exec(await running.says("Serving")) as RegExpExecArray;
    await fetch(new URL("/static/none.css", url));
    await fetch(new URL("/nowhere", url));
    await new Promise((done) => setTimeout(done, 300));
    running.child.kill("SIGINT");
    const { stderr } = await running.ended;
    expect(stderr).toMatch(/^\[uwsgi\] .*uWSGI/m);
    expect(stderr).toMatch(/^\[nginx\] .*"GET \/nowhere HTTP\/1.1" 404/m);
    expect(stderr).toMatch(/^\[nginx\] .*open(?:at)?\(\) "\/srv\/shop\/current\/static\/none.css" failed/m);
  });

  it.each([["uwsgi"], ["gunicorn"]])("serves a changed source by %s anew with --watch", async (server) => {
    const watched = scaffold(room, `watched-${server}`, "--server", server);
    const running = preview(watched, ["--json", "--watch"]);
    const { url } = JSON.parse(await running.says("\n"));
    const page = async () => (await fetch(url)).headers.get("x-colour");
    expect(await page()).toBe(null);
    // uWSGI takes the times of files for old when it looks for the first time, a second after its start.
    await new Promise((done) => setTimeout(done, 2500));
    const added =
      '\n\n@app.after_request\ndef colour(response):\n    response.headers["X-Colour"] = "red"\n    return response\n';
    appendFileSync(join(watched, "app.py"), added);
    await expect.poll(page, { timeout: 15_000, interval: 300 }).toBe("red");
    running.child.kill("SIGTERM");
    expect((await running.ended).code).toBe(143);
    expect(running.left()).toEqual([]);
  });

  it("tells no value of the .env in a dry run", async () => {
    writeFileSync(join(repository, ".env"), "TOKEN=unspeakable\n");
    const { stdout } = await preview(repository, ["--dry-run"]).ended;
    const { stdout: json } = await preview(repository, ["--dry-run", "--json"]).ended;
    rmSync(join(repository, ".env"));
    expect(stdout).toContain("TOKEN=…");
    expect(stdout + json).not.toContain("unspeakable");
  });

  it("serves on the port it is told", async () => {
    const port = 20_000 + (process.pid % 10_000);
    expect((await check(repository, "--port", String(port))).url).toBe(`http://127.0.0.1:${port}/`);
  });

  it("needs no privilege", async () => {
    // Whoever runs the tests as root has them tried as nobody, with copies of what root's folders may hide.
    const isRoot = process.getuid?.() === 0;
    const own = scaffold(room, "shop-nobody");
    const [node, bundle] = [join(room, "node"), unpacked(join(room, "package"))];
    cpSync(process.execPath, node);
    if (isRoot) {
      chmodSync(room, 0o755);
      for (const path of [
        own,
        ...readdirSync(own, { recursive: true, encoding: "utf8" }).map((name) => join(own, name)),
      ])
        chownSync(path, 65534, 65534);
    }
    const run = spawnSync(node, [bundle, "preview", "--check", "--nginx"], {
      cwd: own,
      env: { PATH: "/usr/local/bin:/usr/bin:/bin", HOME: own },
      encoding: "utf8",
      ...(isRoot && { uid: 65534, gid: 65534 }),
    });
    expect(run.stderr).not.toMatch(/warn|alert|error/);
    expect(run.stdout).toMatch(
      /^✓ \/ 200 text\/html.*\n✓ \/healthz 200 application\/json\n✓ \/static\/style\.css 200 text\/css\n$/,
    );
    expect(run.status).toBe(0);
  });

  it("shows what it would run and changes nothing", async () => {
    const cache = join(room, "cache-of-none");
    const run = preview(repository, ["--dry-run"], { XDG_CACHE_HOME: cache });
    const { code, stdout } = await run.ended;
    expect(code).toBe(0);
    expect(stdout).toMatch(/would install the packages of requirements\.txt/);
    expect(stdout).toMatch(/would start uwsgi: env 'RELEASE=preview' .*\/venv\/bin\/uwsgi --ini/);
    expect(stdout).toMatch(/ - listen 80 default_server;\n\s+\d+ \+ listen 127\.0\.0\.1:\d+ default_server;/);
    expect(existsSync(join(cache, "flask-deploy/previews"))).toBe(false);
    expect(run.left()).toEqual([]);
  });
});
