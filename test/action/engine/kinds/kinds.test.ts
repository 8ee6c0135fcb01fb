import { existsSync, globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type AppServer, launchLine } from "../../../../action/engine/kinds/app-server.ts";
import {
  appServers,
  cannotRun,
  choicesOf,
  deployFiles,
  managerFile,
  processManagers,
} from "../../../../action/engine/kinds/index.ts";
import type { ProcessManager } from "../../../../action/engine/kinds/process-manager.ts";
import { sockets } from "../../../../action/engine/kinds/socket.ts";

const root = join(import.meta.dirname, "../../../..");
const servers = Object.keys(appServers) as AppServer[];
const managers = Object.keys(processManagers) as ProcessManager[];
const files = (processManager: ProcessManager, socket: "unix" | "tcp" = "unix") =>
  deployFiles({ name: "shop", processManager, socket });

describe.each(servers)("the app server %s", (server) => {
  const { file, packages } = appServers[server];

  it("has a template for its file, and locks of its packages", () => {
    expect(existsSync(join(root, "templates", `${file}.ejs`))).toBe(true);
    for (const lock of ["flask", "flask-quotes", "wsgi"]) {
      const text = readFileSync(join(root, `templates/requirements/${lock}-${server}.txt.ejs`), "utf8");
      expect(text).toContain(`\n${packages[0]}==`);
    }
  });

  it("is offered with what it is, and runs under at least one process manager", () => {
    expect(choicesOf(appServers)[server]).toMatch(/\w/);
    expect(managers.filter((manager) => !cannotRun(manager, server))).toContain("systemd");
  });
});

it("starts an app server by a program of the release, with the file that says how", () => {
  expect(launchLine(appServers.uwsgi, "wsgi:app")).toBe(".venv/bin/uwsgi --ini deploy/uwsgi.ini");
  expect(launchLine(appServers.gunicorn, "wsgi:application")).toBe(
    ".venv/bin/gunicorn --config deploy/gunicorn.conf.py wsgi:application",
  );
  expect(launchLine(appServers.waitress, "wsgi:app")).toBe(".venv/bin/python deploy/serve.py");
});

describe.each(managers)("the process manager %s", (manager) => {
  it("has a template for each of its files, and names none twice", () => {
    const all = files(manager, "tcp");
    for (const { template } of all) expect(existsSync(join(root, "templates", template)), template).toBe(true);
    expect(new Set(all.map(({ path }) => path)).size).toBe(all.length);
  });

  it("has a socket for each release, and leads it to the app server's own where it hands over none", () => {
    const paths = files(manager).map(({ path }) => path);
    expect(paths).toContain("deploy/shop@.socket");
    expect(paths.includes("deploy/shop-front@.service")).toBe(!processManagers[manager].handsSocket);
  });

  it("is kept alive by a file that is installed on the server", () => {
    const path = managerFile({ name: "shop", processManager: manager });
    expect(files(manager).find((file) => file.path === path)?.installed).toMatch(/^\/(etc|usr\/local\/lib)\//);
  });
});

it("lists what is installed, and where", () => {
  const installed = (...given: Parameters<typeof files>) =>
    files(...given).flatMap(({ path, installed }) => (installed ? [[path.replace("deploy/", ""), installed]] : []));
  const socket = ["shop@.socket", "/etc/systemd/system/shop@.socket"];
  const front = ["shop-front@.service", "/etc/systemd/system/shop-front@.service"];
  expect(installed("systemd")).toEqual([socket, ["shop@.service", "/etc/systemd/system/shop@.service"]]);
  expect(installed("supervisor")).toEqual([
    socket,
    ["supervisor.conf", "/usr/local/lib/flask-deploy/shop.supervisor.conf"],
    front,
  ]);
  expect(installed("emperor", "tcp")).toEqual([
    socket,
    ["shop-emperor.service", "/etc/systemd/system/shop-emperor.service"],
    front,
    ["shop.socket", "/etc/systemd/system/shop.socket"],
    ["shop-proxy.service", "/etc/systemd/system/shop-proxy.service"],
  ]);
});

it("says which process managers an app server can have instead", () => {
  expect(cannotRun("emperor", "gunicorn")).toBe(
    "the emperor runs uWSGI only: choose systemd or supervisor for gunicorn",
  );
  expect(cannotRun("emperor", "uwsgi")).toBeUndefined();
});

/** The linter knows file formats of its own; a Record by name, or a fact of kinds/, is for everybody else. */
const sources = globSync(["{action,generators}/**/*.ts", "templates/**/*.ejs"], { cwd: root }).filter(
  (file) => !file.startsWith("action/lint/"),
);
const named = [...servers, ...managers, ...Object.keys(sockets)].join("|");
const asks = new RegExp(
  String.raw`[!=]==? ?["'](?:${named})["']|["'](?:${named})["'] ?[!=]==?|case ["'](?:${named})["']`,
);

it("nothing asks for one of them by its name", () => {
  expect(sources.length).toBeGreaterThan(300);
  const found = sources.filter((file) => {
    const text = readFileSync(join(root, file), "utf8");
    // A protocol and a stack are called like the server that brought them.
    return text.split("\n").some((line) => asks.test(line) && !/\b(protocol|stack) === "/.test(line));
  });
  expect(found).toEqual([]);
});
