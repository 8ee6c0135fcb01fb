import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Answers } from "../../../action/engine/app/fields.ts";
import { checkedAnswers } from "../../../generators/scaffold/answers.ts";
import { fileList, view } from "../../../generators/scaffold/file-list.ts";

const answers = (given: Partial<Answers>): Answers => checkedAnswers({ name: "shop", ...given });
const paths = (given: Partial<Answers>) => fileList(answers(given)).map(({ path }) => path);

describe("which files belong to which answers", () => {
  it("takes every file from a template that is there", () => {
    for (const stack of ["uwsgi", "uwsgi-cluster", "wsgi", "uwsgi-tcp", "gunicorn"] as const)
      for (const { template } of fileList(answers({ stack })))
        expect(existsSync(join(import.meta.dirname, "../../../templates", template)), template).toBe(true);
  });

  it("makes no file twice", () => {
    for (const stack of ["uwsgi", "uwsgi-cluster", "wsgi", "uwsgi-tcp", "gunicorn"] as const)
      expect(new Set(paths({ stack })).size).toBe(paths({ stack }).length);
  });

  it("puts pages and static files beside the code that uses them", () => {
    expect(paths({ layout: "module" })).toEqual(expect.arrayContaining(["app.py", "static/style.css"]));
    expect(paths({ layout: "package" })).toEqual(expect.arrayContaining(["app/__init__.py", "app/static/style.css"]));
    expect(paths({ layout: "wsgi" })).not.toContain("app.py");
  });

  it("gives each process manager its own files, and TCP its two units", () => {
    const own = (given: Partial<Answers>) => paths(given).filter((path) => /shop|supervisor|emperor|start/.test(path));
    expect(own({})).toEqual(["deploy/shop@.socket", "deploy/shop@.service"]);
    expect(own({ processManager: "supervisor" })).toEqual([
      "deploy/shop@.socket",
      "deploy/supervisor.conf",
      "deploy/start",
      "deploy/shop-front@.service",
    ]);
    expect(own({ processManager: "emperor" })).toEqual([
      "deploy/shop@.socket",
      "deploy/shop-emperor.service",
      "deploy/emperor.ini",
      "deploy/start",
      "deploy/shop-front@.service",
    ]);
    expect(own({ socket: "tcp" })).toEqual([
      "deploy/shop@.socket",
      "deploy/shop@.service",
      "deploy/shop.socket",
      "deploy/shop-proxy.service",
    ]);
  });

  it("leaves the licence out when there is none", () => {
    expect(paths({ license: "none" })).not.toContain("LICENSE");
    expect(paths({ license: "Apache-2.0" })).toContain("LICENSE");
  });
});

it("makes a console only for those who want one", () => {
  expect(paths({})).not.toContain(".github/workflows/console.yml");
  expect(paths({ console: true })).toContain(".github/workflows/console.yml");
});

describe("what is derived from the answers", () => {
  it("passes to the socket of the release in use, or to every TCP address", () => {
    expect(view(answers({})).addresses).toEqual(["unix:/run/shop/current.sock"]);
    expect(view(answers({ stack: "uwsgi-tcp" })).passTo).toBe("127.0.0.1:4242");
    const cluster = view(answers({ stack: "uwsgi-cluster" }));
    expect(cluster.addresses).toEqual(["127.0.0.1:8080", "127.0.0.1:8081"]);
    expect(cluster.passTo).toBe("shop");
  });

  it("loads wsgi:app of a Flask app and wsgi:application of a bare one", () => {
    expect(view(answers({ layout: "package" })).callable).toBe("wsgi:app");
    expect(view(answers({ layout: "wsgi" })).callable).toBe("wsgi:application");
  });

  it("asks the outside API in the gunicorn stack only, whatever serves it", () => {
    expect(view(answers({ stack: "gunicorn" })).quotes).toBe(true);
    expect(view(answers({ stack: "gunicorn", server: "uwsgi" })).quotes).toBe(true);
    expect(view(answers({ server: "gunicorn" })).quotes).toBe(false);
    expect(view(answers({ stack: "gunicorn", layout: "wsgi" })).quotes).toBe(false);
  });
});
