import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Real bare repositories behind git's own HTTP server, which asks for a token as GitHub does. */
export class BareRepositories {
  readonly folder = mkdtempSync(join(tmpdir(), "fd-bare-"));
  readonly #knows: (token: string) => boolean;
  readonly #has: (name: string) => boolean;
  /** Called when a push has changed main, before the answer is complete. */
  onPush: (name: string, sha: string) => void = () => {};
  /** Each request for a repository, as "GET info/refs" … */
  onRequest: (what: string) => void = () => {};

  readonly #running = new Set<Promise<void>>();

  constructor(knows: (token: string) => boolean, has: (name: string) => boolean) {
    this.#knows = knows;
    this.#has = has;
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  path(name: string): string {
    return join(this.folder, `${name.toLowerCase()}.git`);
  }

  make(name: string): void {
    execFileSync("git", ["init", "-q", "--bare", "-b", "main", this.path(name)]);
    this.inside(name, "config", "http.receivepack", "true");
  }

  /** git in the bare repository. */
  inside(name: string, ...args: string[]): string {
    return execFileSync("git", ["-C", this.path(name), ...args], { encoding: "utf8" }).trim();
  }

  /** Commit that main is at; "" before the first push. */
  main(name: string): string {
    return this.inside(name, "for-each-ref", "--format=%(objectname)", "refs/heads/main");
  }

  /** Until nothing is at work for a request whose client may be gone: a push that was sent whole is received all the same. */
  async idle(): Promise<void> {
    await Promise.all(this.#running);
  }

  /** @returns false for a request that is not for a repository. */
  serve(request: IncomingMessage, response: ServerResponse): boolean {
    const url = new URL(request.url ?? "/", "http://localhost");
    const [, name, rest] = /^\/([\w.-]+\/[\w.-]+?)\.git\/(.+)$/.exec(url.pathname) ?? [];
    if (!name || !rest) return false;
    const [, credentials = ""] = /^Basic (.+)$/.exec(request.headers.authorization ?? "") ?? [];
    const token = Buffer.from(credentials, "base64")
      .toString()
      .replace(/^[^:]*:/, "");
    if (!this.#knows(token))
      response.writeHead(401, { "www-authenticate": 'Basic realm="GitHub"' }).end("Repository not found.");
    else if (!this.#has(name.toLowerCase())) response.writeHead(404).end("Repository not found.");
    else this.#hand(name, url, request, response);
    this.onRequest(`${request.method} ${rest}`);
    return true;
  }

  /** What a CGI program is told, and what it answers. */
  #hand(name: string, url: URL, request: IncomingMessage, response: ServerResponse): void {
    const before = this.main(name);
    const child = spawn("git", ["http-backend"], {
      env: {
        ...{ PATH: process.env.PATH, GIT_PROJECT_ROOT: this.folder, GIT_HTTP_EXPORT_ALL: "1" },
        ...{
          PATH_INFO: url.pathname.toLowerCase().replace(/\/info\/refs$/, "/info/refs"),
          QUERY_STRING: url.search.slice(1),
        },
        ...{ REQUEST_METHOD: request.method, REMOTE_USER: "acme", CONTENT_TYPE: request.headers["content-type"] ?? "" },
        HTTP_CONTENT_ENCODING: request.headers["content-encoding"] ?? "",
      },
      stdio: ["pipe", "pipe", "inherit"],
    });
    request.pipe(child.stdin);
    child.stdin.on("error", () => {});
    // One that was cut off in the middle has no end of its own.
    request.once("close", () => child.stdin.end());
    const running = new Promise<void>((done) => child.once("close", () => done()));
    this.#running.add(running);
    running.then(() => this.#running.delete(running));
    const chunks: Buffer[] = [];
    child.stdout.on("data", (chunk) => chunks.push(chunk));
    child.on("close", () => {
      const after = this.main(name);
      if (after !== before) this.onPush(name, after);
      const whole = Buffer.concat(chunks);
      const end = whole.indexOf("\r\n\r\n");
      const headers = whole
        .subarray(0, end)
        .toString()
        .split("\r\n")
        .map((line) => line.split(": ") as [string, string]);
      const status = headers.find(([key]) => key === "Status")?.[1];
      response.writeHead(
        Number(status?.slice(0, 3) ?? 200),
        Object.fromEntries(headers.filter(([key]) => key !== "Status")),
      );
      response.end(whole.subarray(end + 4));
    });
  }
}
