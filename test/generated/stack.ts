import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

/** What came back through nginx. */
export interface Answer {
  readonly status: number;
  readonly body: string;
}

/** nginx with one site, and an application server behind it: real processes in a folder of their own. */
export class Stack {
  readonly root = realpathSync(mkdtempSync(join(tmpdir(), "fd-stack-")));
  readonly #processes: ChildProcess[] = [];
  #server: ChildProcess | undefined;
  #serverLog = "";

  /** Writes files; `@ROOT@` in them is the folder. */
  write(files: Readonly<Record<string, string>>): void {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(this.root, path)), { recursive: true });
      writeFileSync(join(this.root, path), text.replaceAll("@ROOT@", this.root));
    }
  }

  /**
   * Starts nginx with a site file of the folder; it listens on a socket there, whatever its `listen` says. Where root
   * runs it, its workers are `user`.
   */
  async nginx(site: string, user = "root"): Promise<void> {
    const folders = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
      .map((kind) => `${kind}_temp_path ${this.root}/${kind};`)
      .join("\n");
    const text = readFileSync(join(this.root, site), "utf8").replace(
      /listen 80;/,
      `listen unix:${this.root}/nginx.sock;`,
    );
    this.write({
      "nginx/nginx.conf": `daemon off;\npid @ROOT@/nginx.pid;\nerror_log @ROOT@/error.log;\n${process.getuid?.() === 0 ? `user ${user};\n` : ""}events {}\nhttp {\ninclude /etc/nginx/mime.types;\naccess_log off;\n${folders}\n${text.replace("include uwsgi_params", "include /etc/nginx/uwsgi_params")}}\n`,
    });
    const { exited } = this.#spawn(
      "/usr/sbin/nginx",
      ["-e", join(this.root, "error.log"), "-c", join(this.root, "nginx/nginx.conf")],
      () => {},
    );
    await until(() => listens(join(this.root, "nginx.sock")), exited);
  }

  /**
   * Starts an application server, and waits until it is up (its log has the word) or has given up. uWSGI and gunicorn
   * listen before they start a worker, so a word about a worker is one about the socket, too. @returns its log
   */
  async server(
    command: string,
    args: readonly string[],
    up: RegExp,
    env: Record<string, string> = {},
  ): Promise<string> {
    const { child, exited } = this.#spawn(
      command,
      args,
      (text) => {
        this.#serverLog += text;
      },
      env,
    );
    this.#server = child;
    await until(() => up.test(this.#serverLog), exited);
    return this.#serverLog;
  }

  /** Sends a signal to the application server's master. */
  signal(name: NodeJS.Signals): void {
    this.#server?.kill(name);
  }

  get serverLog(): string {
    return this.#serverLog;
  }

  get errorLog(): string {
    return readFileSync(join(this.root, "error.log"), "utf8");
  }

  ask(
    path: string,
    { headers = {}, body = "" }: { headers?: Record<string, string>; body?: string } = {},
  ): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const options = { socketPath: join(this.root, "nginx.sock"), path, headers: { host: "shop.test", ...headers } };
      const sent = request({ ...options, method: body ? "POST" : "GET", timeout: 15_000 }, (response) => {
        let text = "";
        response.setEncoding("utf8").on("data", (part) => {
          text += part;
        });
        response.on("end", () => resolve({ status: response.statusCode ?? 0, body: text }));
        response.on("error", reject);
      });
      sent.on("error", reject);
      sent.end(body);
    });
  }

  async stop(): Promise<void> {
    const running = this.#processes.filter((child) => child.exitCode === null && child.signalCode === null);
    await Promise.all(
      running.map(
        (child) =>
          new Promise<void>((resolve) => {
            const kill = setTimeout(() => child.kill("SIGKILL"), 3000);
            child.on("close", () => {
              clearTimeout(kill);
              resolve();
            });
            child.kill("SIGINT");
          }),
      ),
    );
    rmSync(this.root, { recursive: true, force: true });
  }

  #spawn(command: string, args: readonly string[], said: (text: string) => void, env: Record<string, string> = {}) {
    const child = spawn(command, args, {
      cwd: this.root,
      env: { PATH: process.env.PATH ?? "/usr/bin:/bin", PYTHONDONTWRITEBYTECODE: "1", HOME: this.root, ...env },
      stdio: ["ignore", "pipe", "pipe"],
    });
    this.#processes.push(child);
    child.stdout.setEncoding("utf8").on("data", said);
    child.stderr.setEncoding("utf8").on("data", said);
    let over = false;
    child.on("close", () => {
      over = true;
    });
    return { child, exited: () => over };
  }
}

/** Whether somebody takes connections there: a socket is a file from bind() on, and refuses until listen(). */
export function listens(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const asked = connect(path);
    asked.once("connect", () => resolve(true)).once("error", () => resolve(false));
    asked.once("connect", () => asked.destroy());
  });
}

/** Waits for the one or the other, at most 20 seconds. */
async function until(ready: () => boolean | Promise<boolean>, over: () => boolean): Promise<void> {
  for (const end = Date.now() + 20_000; Date.now() < end; await sleep(50)) if ((await ready()) || over()) return;
  throw new Error("neither up nor gone after 20 seconds");
}
