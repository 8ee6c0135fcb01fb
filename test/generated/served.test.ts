import { type ChildProcess, spawn } from "node:child_process";
import {
  appendFileSync,
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { appServers } from "../../action/engine/kinds/index.ts";
import { checkedAnswers } from "../../generators/scaffold/answers.ts";
import { nginxConf } from "./acceptance.ts";
import { release, type ServerTree, serverTree } from "./server-tree.ts";
import { listens } from "./stack.ts";
import { Venvs } from "./venvs.ts";

const stacks = [
  ["uwsgi", {}],
  ["gunicorn", { stack: "gunicorn" }],
  ["waitress", { server: "waitress" }],
  ["wsgi", { stack: "wsgi" }],
  ["a package on gunicorn, whole nginx.conf", { layout: "package", server: "gunicorn", nginx: "full" }],
] as const;

const freePort = () =>
  new Promise<number>((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });

async function until(what: string, met: () => boolean | Promise<boolean>): Promise<void> {
  for (const end = Date.now() + 20_000; !(await met()); await sleep(20))
    if (Date.now() > end) throw new Error(`waited 20 s for ${what}`);
}

/** Answers /together when so many requests have come in at once as there are files; with a 503 when they never do. */
const meeting = (folder: string, number: number, app: string) => `

def together(app):
    import os, pathlib, time, uuid

    def meet(environ, start_response):
        if environ["PATH_INFO"] != "/together":
            return app(environ, start_response)
        folder = pathlib.Path(${JSON.stringify(folder)})
        (folder / uuid.uuid4().hex).touch()
        end = time.monotonic() + 25
        while len(os.listdir(folder)) < ${number} and time.monotonic() < end:
            time.sleep(0.01)
        met = len(os.listdir(folder)) >= ${number}
        start_response("200 OK" if met else "503 Service Unavailable", [("content-type", "text/plain")])
        return [str(len(os.listdir(folder))).encode()]

    return meet


${app} = together(${app})
`;

describe.each(stacks)("%s behind nginx, with the configuration as generated", (_, given) => {
  const root = realpathSync(mkdtempSync(join(tmpdir(), "served-")));
  const running: ChildProcess[] = [];
  let tree: ServerTree;
  let site: string;

  beforeAll(async () => {
    tree = await serverTree(checkedAnswers({ name: "shop", ...given }), root);
    const { answers, repository, led } = tree;
    mkdirSync(join(root, "met"));
    const seats = answers.workers * answers.threads;
    const wrapped = answers.layout === "wsgi" ? "application" : "app.wsgi_app";
    appendFileSync(join(repository, "wsgi.py"), meeting(join(root, "met"), seats, wrapped));
    const venv = await new Venvs(join(root, "venvs")).of(answers, repository);
    // The outside API is not there; the page must not mind.
    const env = { ...process.env, RELEASE: release, QUOTES_URL: "http://127.0.0.1:1/" };
    const { file, program, arguments: args } = appServers[answers.server];
    const copy = join(root, basename(file));
    writeFileSync(copy, await led(file));
    const words = args(answers.layout === "wsgi" ? "wsgi:application" : "wsgi:app");
    start([join(venv, "bin", program), ...words.map((word) => (word === file ? copy : word))], {
      cwd: repository,
      env,
    });
    const socket = join(root, "run/shop", `${release}.sock`);
    await until("the app server's socket", () => listens(socket));
    symlinkSync(`${release}.sock`, join(root, "run/shop/current.sock"));

    const port = await freePort();
    const conf = await nginxConf(tree);
    const here = readFileSync(conf, "utf8")
      .replace(/^ *listen \[.*\n/m, "")
      .replace(/listen 18080/, `listen 127.0.0.1:${port}`);
    // Its workers are other users than root only when root starts it.
    writeFileSync(conf, here.replace(/^user .*/m, "").replace(/^/, process.getuid?.() === 0 ? "user root;\n" : ""));
    start(["nginx", "-e", join(root, "error.log"), "-c", conf, "-g", "daemon off;"], {});
    site = `http://127.0.0.1:${port}`;
    await until("nginx", () => existsSync(join(root, "run/nginx.pid")));
    chmodSync(root, 0o755);
  });

  function start([program = "", ...args]: string[], options: object): void {
    running.push(spawn(program, args, { ...options, stdio: "ignore" }));
  }

  afterAll(async () => {
    for (const child of running.toReversed()) {
      const ended = new Promise((done) => child.once("exit", done));
      if (child.exitCode === null && child.kill("SIGTERM")) await ended;
    }
    rmSync(root, { recursive: true, force: true });
  });

  it("answers / by the app, which knows its release and the name it was asked by", async () => {
    const answer = await fetch(`${site}/`);
    expect(answer.status).toBe(200);
    expect(await answer.text()).toContain(release);
    expect(await (await fetch(`${site}/healthz`)).json()).toEqual({ status: "ok", release });
  });

  it("serves as many requests at once as its processes have threads", async () => {
    const { workers, threads } = tree.answers;
    const asked = Array.from({ length: workers * threads }, () =>
      fetch(`${site}/together`).then(({ status }) => status),
    );
    expect(await Promise.all(asked)).toEqual(Array(workers * threads).fill(200));
  });

  it("serves the style sheet and the icon from disk, with type, length of life and compression", async () => {
    const page = await (await fetch(`${site}/`)).text();
    const [path = ""] = /\/static\/style\.css[^"]*/.exec(page) ?? [];
    const style = await fetch(site + path);
    expect(style.status).toBe(200);
    expect(Object.fromEntries(style.headers)).toMatchObject({
      "content-type": "text/css",
      "content-encoding": "gzip",
      "cache-control": "max-age=604800",
    });
    const icon = await fetch(`${site}/favicon.ico`);
    expect(icon.headers.get("content-type")).toBe("image/svg+xml");
    expect(await icon.text()).toContain("<svg");
  });

  it("gives nothing away beside the static folder", async () => {
    for (const path of ["/static../wsgi.py", "/static/..%2fwsgi.py", "/wsgi.py", "/.env.example", "/deploy/nginx.conf"])
      expect([400, 404], path).toContain((await fetch(site + path)).status);
  });

  it("answers a request whose body the app does not read, instead of cutting it off", async () => {
    const body = Buffer.alloc(3_000_000);
    const statuses = [];
    for (let i = 0; i < 10; i++) statuses.push((await fetch(`${site}/`, { method: "POST", body })).status);
    expect(statuses).toEqual(Array(10).fill(405));
  });

  it("refuses a body that is too large, and lets long headers through", async () => {
    const large = await fetch(`${site}/`, { method: "POST", body: Buffer.alloc(17 * 1024 * 1024) }).catch(
      () => undefined,
    );
    // nginx may answer and close while the body is still on its way.
    expect([413, undefined]).toContain(large?.status);
    const long = "x".repeat(7000);
    const answer = await fetch(`${site}/`, { headers: { "x-a": long, "x-b": long } });
    expect(answer.status).toBe(200);
  });

  // The last one: after it there is no app server any more.
  it("finishes on SIGTERM what it is answering, and then ends", async () => {
    const [server] = running as [ChildProcess];
    const met = join(root, "met");
    for (const file of readdirSync(met)) rmSync(join(met, file));
    const answer = fetch(`${site}/together`);
    await until("the request to be with the app", () => readdirSync(met).length === 1);
    const ended = new Promise((done) => server.once("exit", done));
    server.kill("SIGTERM");
    // Long enough for one that would stop at once to have cut the request off.
    await sleep(500);
    for (let n = 1; n < tree.answers.workers * tree.answers.threads; n++) writeFileSync(join(met, String(n)), "");
    expect((await answer).status).toBe(200);
    await ended;
  });
});
