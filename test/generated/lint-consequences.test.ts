import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { lint } from "../../action/lint/engine.ts";
import { Stack } from "./stack.ts";
import { Venvs } from "./venvs.ts";

/** What nginx, uWSGI and gunicorn really do with what the rules over several files call wrong, and with the same mended. */

const folder = realpathSync(mkdtempSync(join(tmpdir(), "fd-consequences-")));
const venvs = new Venvs(folder);
let bin: string;
let stack: Stack;
beforeAll(async () => {
  bin = join(await venvs.with("pyuwsgi==2.0.30.post1", "gunicorn==27.0.1", "flask==3.1.3"), "bin");
});
afterEach(() => stack.stop());
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Files = Record<string, string>;

const uwsgiSite = (more = "") => `server {
    listen 80;
    location / {
        include uwsgi_params;
        uwsgi_pass unix:@ROOT@/shop.sock;
${more}    }
}
`;
const httpSite = (more = "", location = "/", uri = "") => `server {
    listen 80;
    location ${location} {
        proxy_set_header Host $host;
        proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;
        proxy_set_header X-Forwarded-Proto $scheme;
        proxy_pass http://unix:@ROOT@/shop.sock${uri};
${more}    }
}
`;
const ini = (...lines: string[]) => `[uwsgi]
master = true
die-on-term = true
chmod-socket = 666
${lines.join("\n")}
`;
const unit = (command: string, ...lines: string[]) => `[Service]
User=shop
Group=www-data
WorkingDirectory=@ROOT@
${lines.join("\n")}
ExecStart=${command}
`;
const hello = (name: string) => `def ${name}(environ, start_response):
    start_response("200 OK", [("Content-Type", "text/plain")])
    return [environ.get("SCRIPT_NAME", "").encode() + b" " + environ["PATH_INFO"].encode()]
`;

/** The rules that speak about the files of the running stack. */
function found(files: Files): string[] {
  const inputs = Object.entries(files).map(([path, content]) => ({
    path,
    content: content.replaceAll("@ROOT@", stack.root),
  }));
  return lint(inputs, { paths: Object.keys(files) }).findings.map((finding) => finding.rule);
}

/** A fresh stack with the files, and uWSGI with the ini among them. */
async function uwsgi(files: Files): Promise<string> {
  stack = new Stack();
  stack.write(files);
  const args = ["--ini", join(stack.root, "uwsgi.ini")];
  const log = await stack.server(join(bin, "uwsgi"), args, /spawned uWSGI worker 1/);
  await stack.nginx("nginx.conf");
  return log;
}

/** A fresh stack with the files, and what the ExecStart= of its unit starts. */
async function gunicorn(files: Files, env: Record<string, string> = {}): Promise<string> {
  stack = new Stack();
  stack.write(files);
  const [, ...args] =
    /^ExecStart=(.*)$/m
      .exec(files["shop.service"] as string)?.[1]
      ?.replaceAll("@ROOT@", stack.root)
      .split(" ") ?? [];
  const log = await stack.server(join(bin, "gunicorn"), args, /Booting worker/, env);
  await stack.nginx("nginx.conf");
  return log;
}

const started = (app: string) => `/srv/shop/.venv/bin/gunicorn --bind unix:@ROOT@/shop.sock ${app}`;

it("cross/socket-path-mismatch: 502 and no such file, where the two addresses differ", async () => {
  const files = (socket: string) => ({
    "nginx.conf": uwsgiSite(),
    "uwsgi.ini": ini("wsgi-file = wsgi.py", `socket = ${socket}`),
    "wsgi.py": hello("application"),
  });
  await uwsgi(files("@ROOT@/uwsgi.sock"));
  expect(found(files("@ROOT@/uwsgi.sock"))).toContain("cross/socket-path-mismatch");
  expect((await stack.ask("/")).status).toBe(502);
  expect(stack.errorLog).toContain("2: No such file or directory");
  await stack.stop();

  await uwsgi(files("@ROOT@/shop.sock"));
  expect(found(files("@ROOT@/shop.sock"))).not.toContain("cross/socket-path-mismatch");
  expect(await stack.ask("/")).toMatchObject({ status: 200 });
});

it("cross/protocol-mismatch: 502 both ways, and uWSGI speaks of a block of 21573 bytes", async () => {
  const files = (site: string, socket: string) => ({
    "nginx.conf": site,
    "uwsgi.ini": ini("wsgi-file = wsgi.py", `${socket} = @ROOT@/shop.sock`),
    "wsgi.py": hello("application"),
  });
  await uwsgi(files(httpSite(), "socket"));
  expect(found(files(httpSite(), "socket"))).toContain("cross/protocol-mismatch");
  expect((await stack.ask("/")).status).toBe(502);
  await expect.poll(() => stack.serverLog, { timeout: 20_000 }).toContain("invalid request block size: 21573");
  await stack.stop();

  await uwsgi(files(uwsgiSite(), "http-socket"));
  expect(found(files(uwsgiSite(), "http-socket"))).toContain("cross/protocol-mismatch");
  expect((await stack.ask("/")).status).toBe(502);
  await stack.stop();

  await uwsgi(files(httpSite(), "http-socket"));
  expect(found(files(httpSite(), "http-socket"))).not.toContain("cross/protocol-mismatch");
  expect((await stack.ask("/")).status).toBe(200);
});

it("cross/callable-missing: uWSGI stays up and answers 500", async () => {
  const files = (module: string) => ({
    "nginx.conf": uwsgiSite(),
    "uwsgi.ini": ini(`module = ${module}`, "socket = @ROOT@/shop.sock"),
    "wsgi.py": hello("app"),
  });
  const log = await uwsgi(files("wsgi"));
  expect(found(files("wsgi"))).toContain("cross/callable-missing");
  expect(log).toContain("unable to load app 0 (mountpoint='') (callable not found or import error)");
  expect((await stack.ask("/")).status).toBe(500);
  await stack.stop();

  await uwsgi(files("wsgi:app"));
  expect(found(files("wsgi:app"))).not.toContain("cross/callable-missing");
  expect((await stack.ask("/")).status).toBe(200);
});

it("cross/callable-missing: gunicorn does not come up", async () => {
  const files = (app: string) => ({
    "nginx.conf": httpSite(),
    "shop.service": unit(started(app)),
    "wsgi.py": hello("application"),
  });
  await gunicorn(files("wsgi:app"));
  expect(found(files("wsgi:app"))).toContain("cross/callable-missing");
  for (let i = 0; i < 100 && !stack.serverLog.includes("Failed to find attribute"); i++) await sleep(50);
  expect(stack.serverLog).toContain("Failed to find attribute 'app' in 'wsgi'");
  expect((await stack.ask("/")).status).toBe(502);
});

it("cross/module-missing: capital letters count", async () => {
  const files = (module: string) => ({
    "nginx.conf": uwsgiSite(),
    "uwsgi.ini": ini(`module = ${module}`, "socket = @ROOT@/shop.sock"),
    "WSGI.py": hello("application"),
  });
  const log = await uwsgi(files("wsgi"));
  expect(found(files("wsgi"))).toContain("cross/module-missing");
  expect(log).toContain("No module named 'wsgi'");
  expect((await stack.ask("/")).status).toBe(500);
  await stack.stop();

  await uwsgi(files("WSGI"));
  expect(found(files("WSGI"))).not.toContain("cross/module-missing");
  expect((await stack.ask("/")).status).toBe(200);
});

it("cross/factory-called-wrong: gunicorn serves the function itself, and each request is a 500", async () => {
  const files = (app: string) => ({
    "nginx.conf": httpSite(),
    "shop.service": unit(started(app)),
    "shop.py":
      "from flask import Flask\n\n\ndef create_app():\n    app = Flask(__name__)\n    app.add_url_rule('/', view_func=lambda: 'hello')\n    return app\n",
  });
  await gunicorn(files("shop:create_app"));
  expect(found(files("shop:create_app"))).toContain("cross/factory-called-wrong");
  expect((await stack.ask("/")).status).toBe(500);
  await expect
    .poll(() => stack.serverLog, { timeout: 20_000 })
    .toContain("create_app() takes 0 positional arguments but 2 were given");
  await stack.stop();

  await gunicorn(files("shop:create_app()"));
  expect(found(files("shop:create_app()"))).not.toContain("cross/factory-called-wrong");
  expect(await stack.ask("/")).toEqual({ status: 200, body: "hello" });
});

it("cross/unit-config-path: uWSGI ends when the ini is not where it looks", async () => {
  const files = (path: string) => ({
    "nginx.conf": uwsgiSite(),
    "deploy/uwsgi.ini": ini("wsgi-file = wsgi.py", "socket = @ROOT@/shop.sock"),
    "shop.service": unit(`/srv/shop/.venv/bin/uwsgi --ini ${path}`),
    "wsgi.py": hello("application"),
  });
  stack = new Stack();
  stack.write(files("uwsgi.ini"));
  expect(found(files("deploy/uwsgi.ini"))).not.toContain("cross/unit-config-path");
  const log = await stack.server(join(bin, "uwsgi"), ["--ini", "uwsgi.ini"], /spawned/);
  expect(log).toMatch(/uwsgi\.ini.*No such file|unable to load configuration/s);
});

it("cross/prefix-mismatch: gunicorn refuses a path that does not begin with SCRIPT_NAME", async () => {
  const files = (location: string, uri: string) => ({
    "nginx.conf": httpSite("", location, uri),
    "shop.service": unit(started("wsgi:application"), "Environment=SCRIPT_NAME=/shop"),
    "wsgi.py": hello("application"),
  });
  const env = { SCRIPT_NAME: "/shop" };
  await gunicorn(files("/shop/", ":/"), env);
  expect(found(files("/shop/", ":/"))).toContain("cross/prefix-mismatch");
  expect((await stack.ask("/shop/tea")).status).toBe(500);
  await stack.stop();

  await gunicorn(files("/store/", ""), env);
  expect(found(files("/store/", ""))).toContain("cross/prefix-mismatch");
  expect((await stack.ask("/store/tea")).status).toBe(500);
  await stack.stop();

  await gunicorn(files("/shop/", ""), env);
  expect(found(files("/shop/", ""))).not.toContain("cross/prefix-mismatch");
  expect(await stack.ask("/shop/tea")).toEqual({ status: 200, body: "/shop /tea" });
});

it("cross/body-size: nginx answers 413 to what the application would take", async () => {
  const files = (size: string) => ({
    "nginx.conf": uwsgiSite(`        client_max_body_size ${size};\n`),
    "uwsgi.ini": ini("module = shop:app", "socket = @ROOT@/shop.sock"),
    "shop.py": `from flask import Flask, request

app = Flask(__name__)
app.config["MAX_CONTENT_LENGTH"] = 4 * 1024 * 1024


@app.post("/")
def take():
    return str(len(request.get_data()))
`,
  });
  const body = "x".repeat(2 * 1024 * 1024);
  await uwsgi(files("1m"));
  expect(found(files("1m"))).toContain("cross/body-size");
  expect((await stack.ask("/", { body })).status).toBe(413);
  await stack.stop();

  await uwsgi(files("4m"));
  expect(found(files("4m"))).not.toContain("cross/body-size");
  expect(await stack.ask("/", { body })).toEqual({ status: 200, body: String(body.length) });
});

it("cross/timeout-order: 504 while the worker goes on", async () => {
  const files = (timeout: string) => ({
    "nginx.conf": uwsgiSite(`        uwsgi_read_timeout ${timeout};\n`),
    "uwsgi.ini": ini("wsgi-file = wsgi.py", "socket = @ROOT@/shop.sock", "harakiri = 8"),
    "wsgi.py": `import time


def application(environ, start_response):
    time.sleep(2)
    print("worked to the end", flush=True)
    start_response("200 OK", [("Content-Type", "text/plain")])
    return [b"slow"]
`,
  });
  await uwsgi(files("1s"));
  expect(found(files("1s"))).toContain("cross/timeout-order");
  expect((await stack.ask("/")).status).toBe(504);
  for (let i = 0; i < 60 && !stack.serverLog.includes("worked to the end"); i++) await sleep(50);
  expect(stack.serverLog).toContain("worked to the end");
  await stack.stop();

  await uwsgi(files("10s"));
  expect(found(files("10s"))).not.toContain("cross/timeout-order");
  expect(await stack.ask("/")).toEqual({ status: 200, body: "slow" });
});

it("cross/proxyfix-count: a header that nginx does not set is the visitor's to choose", async () => {
  const files = (trusted: string) => ({
    "nginx.conf": httpSite(),
    "shop.service": unit(started("shop:app")),
    "shop.py": `from flask import Flask, url_for
from werkzeug.middleware.proxy_fix import ProxyFix

app = Flask(__name__)
app.wsgi_app = ProxyFix(app.wsgi_app, ${trusted})


@app.get("/")
def index():
    return url_for("index", _external=True)
`,
  });
  const headers = { "x-forwarded-host": "evil.test" };
  await gunicorn(files("x_for=1, x_proto=1, x_host=1"));
  expect(found(files("x_for=1, x_proto=1, x_host=1"))).toContain("cross/proxyfix-count");
  expect((await stack.ask("/", { headers })).body).toBe("http://evil.test/");
  await stack.stop();

  await gunicorn(files("x_for=1, x_proto=1"));
  expect(found(files("x_for=1, x_proto=1"))).not.toContain("cross/proxyfix-count");
  expect((await stack.ask("/", { headers })).body).toBe("http://shop.test/");
});

it("cross/stop-signal: SIGQUIT drops what SIGTERM lets gunicorn finish", async () => {
  const files = (...lines: string[]) => ({
    "nginx.conf": httpSite(),
    "shop.service": unit(started("wsgi:application"), ...lines),
    "wsgi.py": `import time


def application(environ, start_response):
    time.sleep(1)
    start_response("200 OK", [("Content-Type", "text/plain")])
    return [b"finished"]
`,
  });
  for (const [signal, status] of [
    ["SIGQUIT", 500],
    ["SIGTERM", 200],
  ] as const) {
    await gunicorn(files(`KillSignal=${signal}`));
    expect(found(files(`KillSignal=${signal}`)).includes("cross/stop-signal")).toBe(status === 500);
    const answer = stack.ask("/");
    await sleep(400);
    stack.signal(signal);
    expect((await answer).status).toBe(status);
    await stack.stop();
  }
});

it("python/wsgi-str-body: both send an empty page", async () => {
  const app = (text: string) => `def application(environ, start_response):
    start_response("200 OK", [("Content-Type", "text/plain")])
    return [${text}]
`;
  const files = (text: string) => ({
    "nginx.conf": uwsgiSite(),
    "uwsgi.ini": ini("wsgi-file = wsgi.py", "socket = @ROOT@/shop.sock"),
    "shop.service": unit(started("wsgi:application")),
    "wsgi.py": app(text),
  });
  await uwsgi(files('"hello"'));
  expect(found(files('"hello"'))).toContain("python/wsgi-str-body");
  expect(await stack.ask("/")).toEqual({ status: 200, body: "" });
  await stack.stop();

  await gunicorn({ ...files('"hello"'), "nginx.conf": httpSite() });
  expect((await stack.ask("/")).body).toBe("");
  await expect.poll(() => stack.serverLog, { timeout: 20_000 }).toContain("'hello' is not a byte");
  await stack.stop();

  await uwsgi(files('b"hello"'));
  expect(found(files('b"hello"'))).not.toContain("python/wsgi-str-body");
  expect(await stack.ask("/")).toEqual({ status: 200, body: "hello" });
});

it("uwsgi/abbreviated-option: --callab works on a command line, and in an ini it is no option", async () => {
  const files = {
    "nginx.conf": uwsgiSite(),
    "wsgi.py": hello("app"),
    "uwsgi.ini": ini("socket = @ROOT@/shop.sock", "strict = true", "module = wsgi", "callab = app"),
  };
  stack = new Stack();
  stack.write(files);
  const line = ["--socket", join(stack.root, "shop.sock"), "--module", "wsgi", "--callab", "app"];
  expect(found({ "run.sh": `exec .venv/bin/uwsgi ${line.join(" ")}\n` })).toContain("uwsgi/abbreviated-option");
  await stack.server(join(bin, "uwsgi"), line, /spawned uWSGI/);
  await stack.nginx("nginx.conf");
  expect((await stack.ask("/")).status).toBe(200);
  await stack.stop();

  stack = new Stack();
  stack.write(files);
  const log = await stack.server(join(bin, "uwsgi"), ["--ini", join(stack.root, "uwsgi.ini")], /spawned uWSGI/);
  expect(log).toContain("unknown config directive: callab");
});
