import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { readApp } from "../../../../../action/engine/app/app.ts";
import { checkSite, type StaticFile } from "../../../../../action/engine/targets/local/check.ts";
import { readRepository, staticFileOf } from "../../../../../action/engine/targets/local/repository.ts";
import { get, isOpen } from "../../../../../action/engine/targets/local/request.ts";
import { repository } from "../../repository.ts";

const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});
async function serving(listener: RequestListener, at?: string): Promise<string> {
  const server = createServer(listener);
  closing.push(() => {
    server.closeAllConnections();
    server.close();
  });
  await new Promise<void>((done) => (at ? server.listen(at, done) : server.listen(0, "127.0.0.1", done)));
  return at ?? `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}
type Answers = Readonly<Record<string, readonly [status: number, body?: string, type?: string]>>;
const site = (answers: Answers) =>
  serving((request, response) => {
    const [status, body = "", type] = answers[request.url ?? ""] ?? [404];
    response.writeHead(status, type === undefined ? {} : { "content-type": type }).end(body);
  });
const app = (deploy = "") => readApp(`name: shop\n${deploy && `deploy: {${deploy}}\n`}`);
const good: Answers = { "/": [200, "hello"], "/healthz": [200] };
const css = (content = "body {}"): StaticFile => ({ path: "/static/a.css", content: Buffer.from(content) });

describe("a site that is checked", () => {
  it("is asked for its first page, its health and a file, each with its problem", async () => {
    const url = await site({ ...good, "/static/a.css": [200, "body {}", "text/css; charset=utf-8"] });
    expect(await checkSite(url, app(), css())).toEqual([
      { path: "/", status: 200, type: "", problem: undefined },
      { path: "/healthz", status: 200, type: "", problem: undefined },
      { path: "/static/a.css", status: 200, type: "text/css; charset=utf-8", problem: undefined },
    ]);
    expect(await checkSite(url, app(), undefined)).toHaveLength(2);
    expect(await checkSite(url, app("health: /"), undefined)).toHaveLength(1);
  });

  it.each<[Answers, string, (string | undefined)[]]>([
    [{ "/": [500] }, "", ["answered 500, expected 200", undefined]],
    [{ "/": [401] }, "smoke: {status: 401}", [undefined, undefined]],
    [{}, "smoke: {contains: bye}", ['does not contain "bye"', undefined]],
    [{}, "smoke: {contains: ell}", [undefined, undefined]],
    [{ "/healthz": [404] }, "", [undefined, "answered 404, expected 200: name a path that answers 200"]],
    [{ "/healthz": [500] }, "", [undefined, "answered 500, expected 200: it is deploy.health"]],
    [{ "/up": [200] }, "health: /up", [undefined, undefined]],
  ])("with %j and %j has the problems %j", async (answers, deploy, problems) => {
    const found = await checkSite(await site({ ...good, ...answers }), app(deploy), undefined);
    expect(found.map(({ problem }) => problem)).toEqual(problems.map((one) => one && expect.stringContaining(one)));
  });

  it.each<[readonly [number, string?, string?], string | undefined]>([
    [[404], "answered 404, expected 200"],
    [[200, "body {}", "text/plain"], "came as text/plain: browsers would not use it"],
    [[200, "body {}"], "came as no type at all: browsers would not use it"],
    [[200, "body { }", "text/css"], "came back with other content than the file has"],
  ])("whose file is answered by %j has the problem %j", async (answer, problem) => {
    const url = await site({ ...good, "/static/a.css": answer });
    expect((await checkSite(url, app(), css()))[2]).toMatchObject({ status: answer[0], problem });
  });

  it.each([
    "a.CSS text/css",
    "a.js text/javascript",
    "a.js application/javascript",
    "a.svg image/svg+xml",
    "a.png image/png",
  ])("may send %s, and any type of what browsers do not mind", async (pair) => {
    const [name = "", type = ""] = pair.split(" ");
    const url = await site({ ...good, [`/static/${name}`]: [200, "x", type], "/static/a.bin": [200, "x"] });
    for (const path of [`/static/${name}`, "/static/a.bin"])
      expect((await checkSite(url, app(), { path, content: Buffer.from("x") }))[2]?.problem).toBeUndefined();
  });

  it("that nobody serves has the system's reason", async () => {
    const [first] = await checkSite("http://127.0.0.1:1/", app(), undefined);
    expect(first).toEqual({ path: "/", status: undefined, type: "", problem: expect.stringContaining("ECONNREFUSED") });
  });
});

describe("a request", () => {
  it("waits so long and no longer", async () => {
    const url = await serving(() => {});
    await expect(get(url, 30)).rejects.toThrow("no answer within 0.03 s");
  });

  it("gives the whole body", async () => {
    const url = await serving((_, response) => {
      response.write("a");
      setTimeout(() => response.end("b"), 5);
    });
    expect(await get(url, 5000)).toEqual({ status: 200, type: "", body: Buffer.from("ab") });
  });

  it("is worth a try where somebody listens", async () => {
    const port = Number(new URL(await serving(() => {})).port);
    const path = await serving(() => {}, join(repository(), "s"));
    expect([await isOpen(port), await isOpen(path), await isOpen(1), await isOpen(`${path}x`)]).toEqual([
      ...[true, true, false, false],
    ]);
  });
});

describe("a repository", () => {
  const files = { "flask-deploy.yml": "name: shop\n", "deploy/uwsgi.ini": "[uwsgi]\n" };

  it("is its answers, the files of deploy/ and its environment", () => {
    const root = repository({ ...files, "deploy/sub/x": "1", ".env": "A=1\n" });
    expect(readRepository(root)).toMatchObject({ root, app: { name: "shop" }, env: { A: "1" } });
    expect(readRepository(root).texts).toEqual({ "deploy/uwsgi.ini": "[uwsgi]\n" });
    expect(readRepository(repository(files)).env).toEqual({});
  });

  it.each<[Record<string, string>, RegExp]>([
    [{}, /^there is no flask-deploy\.yml in \/.*: go into/],
    [{ "flask-deploy.yml": "name: Shop!\n" }, /name/],
    [{ "flask-deploy.yml": "name: shop\n" }, /^deploy\/uwsgi\.ini is missing: it says how uwsgi runs the app/],
    [
      { "flask-deploy.yml": "name: shop\nserver: gunicorn\n", "deploy/uwsgi.ini": "" },
      /^deploy\/gunicorn\.conf\.py is missing/,
    ],
    [{ ...files, ".env": "A\n" }, /^\.env /],
  ])("with %j is refused: %s", (files, problem) => {
    const read = () => readRepository(repository(files));
    expect(read).toThrow(problem);
    expect(read).toThrow(expect.objectContaining({ name: "Failure" }));
  });

  const telling = (yaml: string, nginx: boolean, more: Record<string, string> = {}) =>
    staticFileOf(readRepository(repository({ ...files, "flask-deploy.yml": `name: shop\n${yaml}`, ...more })), nginx);

  it("has a file that tells how its static folder is served", () => {
    const content = Buffer.from("body { color: black }\n");
    expect(telling("", true)).toEqual({ path: "/static/site.css", content });
    expect(telling("static: false\n", false)).toEqual({ path: "/static/site.css", content });
    expect(telling("layout: package\n", true)).toBeUndefined();
    expect(telling("layout: package\n", true, { "app/static/ü b/a.css": "x" })?.path).toBe("/static/%C3%BC%20b/a.css");
  });

  it("of a bare callable has one only where nginx serves it", () => {
    expect(telling("layout: wsgi\nstatic: true\n", true)?.path).toBe("/static/site.css");
    expect(telling("layout: wsgi\nstatic: true\n", false)).toBeUndefined();
    expect(telling("layout: wsgi\nstatic: false\n", true)).toBeUndefined();
  });
});
