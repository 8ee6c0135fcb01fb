import { describe, expect, it } from "vitest";
import { numberTold, saidProtocol, told } from "../../../../action/lint/model/servers.ts";
import type { Callable } from "../../../../action/lint/model/types.ts";
import { ini, listening, read, serverOf, unit } from "./read.ts";

/** "wsgi:app", with "()" for a factory and "file" for a path. */
const callable = (one: Callable | undefined) =>
  one && `${one.module}:${one.name}${one.called ? "()" : ""}${one.file ? " file" : ""}`;
const uwsgi = (...lines: string[]) => serverOf({ "uwsgi.ini": ini(...lines) });
const gunicorn = (command: string, more: Record<string, string> = {}, ...lines: string[]) =>
  serverOf({ "shop.service": unit(...lines, `ExecStart=/srv/shop/venv/bin/gunicorn ${command}`), ...more });

describe("a server", () => {
  it.each<[string, Record<string, string>, string[]]>([
    ["an ini alone", { "uwsgi.ini": ini("master = true") }, ["uwsgi uwsgi.ini"]],
    [
      "an ini that a unit starts",
      {
        "deploy/uwsgi.ini": ini("master = true"),
        "a.service": unit("ExecStart=/bin/uwsgi --ini /srv/deploy/uwsgi.ini"),
      },
      ["uwsgi deploy/uwsgi.ini by a.service"],
    ],
    [
      "an ini that a unit starts with its section",
      { "uwsgi.ini": ini("master = true"), "a.service": unit("ExecStart=/bin/uwsgi --ini file:/srv/uwsgi.ini:prod") },
      ["uwsgi uwsgi.ini by a.service"],
    ],
    [
      "an ini without its option",
      { "app.ini": ini("master = true"), "a.service": unit("ExecStart=/bin/uwsgi --master /srv/app.ini:x") },
      ["uwsgi app.ini by a.service"],
    ],
    [
      "an ini of another name",
      { "uwsgi.ini": ini("master = true"), "a.service": unit("ExecStart=/bin/uwsgi --ini /srv/app.ini") },
      ["uwsgi by a.service", "uwsgi uwsgi.ini"],
    ],
    [
      "the emperor's vassal, and not the emperor",
      { "app.ini": ini("master = true"), "a.service": unit("ExecStart=/bin/uwsgi --emperor /etc/uwsgi/vassals") },
      ["uwsgi app.ini"],
    ],
    [
      "what the emperor is configured by is no server",
      { "emperor.ini": ini("emperor = /x"), "a.service": unit("ExecStart=/bin/uwsgi --ini emperor.ini --emperor /x") },
      [],
    ],
    ["a conf.py alone", { "gunicorn.conf.py": "bind = ':8000'\nworkers = 2\n" }, ["gunicorn gunicorn.conf.py"]],
    [
      "a conf.py that a unit names",
      {
        "gunicorn.conf.py": "workers = 2\n",
        "a.service": unit("ExecStart=/bin/gunicorn -c python:gunicorn.conf.py a"),
      },
      ["gunicorn gunicorn.conf.py by a.service"],
    ],
    [
      "a command line without its conf.py",
      { "gunicorn.conf.py": "bind = ':8000'\nworkers = 2\n", "a.service": unit("ExecStart=/bin/gunicorn a:app") },
      ["gunicorn by a.service", "gunicorn gunicorn.conf.py"],
    ],
    [
      "no app server",
      { "a.service": unit("ExecStart=/bin/flask run"), "b.service": unit("ExecStart=/bin/uvicorn a:b") },
      [],
    ],
  ])("is %s", (_, files, found) =>
    expect(
      read(files).model.servers.map(({ program, uwsgi: own, conf, starter }) =>
        [program, (own ?? conf)?.path, starter && `by ${starter.file.path}`].filter(Boolean).join(" "),
      ),
    ).toEqual(found),
  );

  it("is found at its section, its file, or the command that starts it", () => {
    const at = ({ at: { source, start, end } }: ReturnType<typeof serverOf>) => source.text.slice(start, end);
    expect(at(uwsgi("master = true"))).toBe("uwsgi");
    expect(at(serverOf({ "uwsgi.ini": "socket = :1\n" }))).toBe("");
    expect(at(gunicorn("a:app"))).toBe("/srv/shop/venv/bin/gunicorn a:app");
    const { at: conf } = serverOf({ "gunicorn.conf.py": "bind = ':8000'\nworkers = 2\n" });
    expect([conf.source.path, conf.start, conf.end]).toEqual(["gunicorn.conf.py", 0, 0]);
  });
});

describe("uWSGI", () => {
  it.each<[string[], string[]]>([
    [["socket = /run/a.sock"], ["uwsgi /run/a.sock"]],
    [["uwsgi-socket = :3031"], ["uwsgi *:3031"]],
    [
      ["http-socket = 127.0.0.1:80", "http = :81", "https = :443,a.crt,a.key"],
      ["http 127.0.0.1:80", "http *:81", "http *:443"],
    ],
    [
      ["https-socket = :1", "http11-socket = :2"],
      ["http *:1", "http *:2"],
    ],
    [
      ["fastcgi-socket = :1", "scgi-socket = :2"],
      ["fastcgi *:1", "scgi *:2"],
    ],
    [["socket = :1", "protocol = http"], ["http *:1"]],
    [["socket = :1", "protocol = uwsgi"], ["uwsgi *:1"]],
    [["socket = :1", "socket-protocol = https"], ["http *:1"]],
    [["socket = :1", "protocol = fastcgi"], ["unknown *:1"]],
    [["socket = :1", "protocol"], ["unknown *:1"]],
    [["uwsgi-socket = :1", "protocol = http"], ["uwsgi *:1"]],
    [["socket = /run/a.sock # why"], ["uwsgi ?"]],
    [["socket = @(address)"], ["uwsgi ?"]],
    [["socket = /run/a#b.sock"], ["uwsgi /run/a#b.sock"]],
    [["socket = /run/a.sock,chmod=660"], ["uwsgi /run/a.sock"]],
    [["socket"], []],
    [["stats = :1"], []],
    [["name = shop", "socket = /run/%(name).sock"], ["uwsgi /run/shop.sock"]],
    [["socket = /run/%n.sock"], ["uwsgi /run/uwsgi.sock"]],
    [["chdir = /srv/shop", "socket = shop.sock"], ["uwsgi /srv/shop/shop.sock"]],
    [["chdir = /srv/shop", "socket = ../shop.sock"], ["uwsgi /srv/shop.sock"]],
    [["chdir = /srv/shop", "socket = /run/shop.sock"], ["uwsgi /run/shop.sock"]],
    [["chdir = /srv/shop", "socket = @shop"], ["uwsgi @shop"]],
    [["chdir = /srv/shop", "socket = :80"], ["uwsgi *:80"]],
    [["chdir = shop", "socket = shop.sock"], ["uwsgi shop.sock"]],
    [["chdir = /srv/$(NAME)", "socket = shop.sock"], ["uwsgi shop.sock"]],
    [["chdir = /srv/{{ name }}", "socket = shop.sock"], ["uwsgi shop.sock"]],
  ])("with %j listens on %j", (lines, found) => expect(listening(uwsgi(...lines))).toEqual(found));

  it("on its command line listens after what its ini says, by its short name too", () => {
    const files = {
      "uwsgi.ini": ini("socket = :1"),
      "a.service": unit("WorkingDirectory=/srv/shop", "ExecStart=/bin/uwsgi --ini uwsgi.ini -s shop.sock"),
    };
    expect(listening(serverOf(files))).toEqual(["uwsgi *:1", "uwsgi /srv/shop/shop.sock"]);
    expect(serverOf(files).listeners.map(({ option }) => option)).toEqual(["socket", "socket"]);
    expect(serverOf(files).options.map(({ name }) => name.text)).toContain("ini");
  });

  it("replaces what its unit's environment and its place on the server say", () => {
    const files = {
      "uwsgi.ini": ini("socket = /run/$(NAME)/%n.sock", "chdir = %d"),
      "a.service": unit("Environment=NAME=tea", "ExecStart=/bin/uwsgi --ini /srv/shop/uwsgi.ini"),
    };
    expect(listening(serverOf(files))).toEqual(["uwsgi /run/tea/uwsgi.sock"]);
    expect(serverOf(files).directory?.text).toBe("/srv/shop/");
    const relative = { ...files, "a.service": unit("ExecStart=/bin/uwsgi --ini uwsgi.ini") };
    expect(serverOf(relative).directory?.text).toBe("%d");
  });

  it.each<[string[], string | undefined]>([
    [["module = wsgi:app"], "wsgi:app"],
    [["wsgi = wsgi"], "wsgi:application"],
    [["module = wsgi", "callable = app"], "wsgi:app"],
    [["module = wsgi:app", "callable = other"], "wsgi:app"],
    [["wsgi-file = a/wsgi.py", "callable = app"], "a/wsgi.py:app file"],
    [["file = wsgi.py"], "wsgi.py:application file"],
    [["module = wsgi:app", "wsgi-file = wsgi.py"], "wsgi:app"],
    [["module = wsgi:create_app()"], "wsgi:create_app()"],
    [["module = wsgi:create_app('x')"], undefined],
    [["module = %(nothing):app"], undefined],
    [["module = {{ module }}:app"], undefined],
    [["name = wsgi", "module = %(name):app"], "wsgi:app"],
    [["module"], undefined],
    [["callable = app"], undefined],
  ])("with %j calls %s", (lines, found) => expect(callable(uwsgi(...lines).callable)).toBe(found));

  it("shows a callable where it is written", () => {
    const at = (...lines: string[]) => {
      const { at: one, moduleAt } = uwsgi(...lines).callable as Callable;
      return [one, moduleAt].map((range) => range?.source.text.slice(range.start, range.end));
    };
    expect(at("module = wsgi", "callable = app")).toEqual(["app", "wsgi"]);
    expect(at("module = wsgi:app", "callable = other")).toEqual(["wsgi:app", "wsgi:app"]);
    expect(at("module = wsgi")).toEqual(["wsgi", "wsgi"]);
  });

  it.each<[string[], boolean]>([
    [["master = true"], false],
    [["ini = base.ini"], true],
    [["ini = :base"], false],
    [["include = a.ini"], true],
    [["inherit = a.ini"], true],
    [["yaml = a.yml"], true],
    [["if-env = A", "master = true"], true],
    [["if = A"], true],
    [["optdef = a"], true],
    [["iffy = 1", "include-not = 2", "my-include = 3"], false],
    [["module = {{ name }}:app"], true],
  ])("with %j may be told more elsewhere: %s", (lines, partial) => expect(uwsgi(...lines).partial).toBe(partial));

  it("may be told more by a command line's variables, and not by the ini that it names", () => {
    const started = (command: string) =>
      serverOf({ "uwsgi.ini": ini("master = true"), "start.sh": `uwsgi --ini uwsgi.ini ${command}\n` }).partial;
    expect(started("--http :80")).toBe(false);
    expect(started("--http $ADDRESS")).toBe(true);
  });

  it("has the last of a setting under one name, and knows it where nothing in it is unknown", () => {
    const server = uwsgi(
      "workers = 2",
      "processes = 4",
      "harakiri = x",
      "venv = /srv/$(A)",
      "base = /b",
      "home2 = %(base)",
      "master",
    );
    expect(told(server, "processes")?.text).toBe("4");
    expect(numberTold(server, "processes")?.number).toBe(4);
    expect(numberTold(server, "harakiri")).toBeUndefined();
    expect(told(server, "home")).toBeUndefined();
    expect(server.settings.get("home")?.value).toMatchObject({ text: "/srv/$(A)" });
    expect(told(server, "home2")?.text).toBe("/b");
    expect(told(server, "master")).toBeUndefined();
    expect(server.settings.has("master")).toBe(true);
    expect(told(server, "none")).toBeUndefined();
    expect(told(uwsgi("home = /srv/{{ a }}"), "home")).toBeUndefined();
    expect(numberTold(uwsgi("harakiri = 3x"), "harakiri")).toBeUndefined();
    expect(numberTold(uwsgi("harakiri = x3"), "harakiri")).toBeUndefined();
    expect(saidProtocol(uwsgi("master = true"))).toBe("uwsgi");
    expect(saidProtocol(uwsgi("protocol = xhttp"))).toBe("unknown");
  });
});

describe("gunicorn", () => {
  const conf = (text: string) => ({ "gunicorn.conf.py": text });

  it.each<[string, string, string[]]>([
    ["a:app", "", ["http 127.0.0.1:8000"]],
    ["--bind :80 a:app", "", ["http *:80"]],
    ["-b :80 -b unix:/run/a.sock a:app", "", ["http *:80", "http /run/a.sock"]],
    ["-b localhost a:app", "", ["http localhost:8000"]],
    ["-b $ADDRESS a:app", "", ["http ?"]],
    ["-b a.sock a:app", "", ["http /srv/shop/a.sock"]],
    ["--chdir /srv/tea -b a.sock a:app", "", ["http /srv/tea/a.sock"]],
    ["-c gunicorn.conf.py a:app", "bind = ':81'\n", ["http *:81"]],
    ["-c gunicorn.conf.py a:app", "bind = [':81', 'unix:/run/b.sock']\n", ["http *:81", "http /run/b.sock"]],
    ["-c gunicorn.conf.py -b :82 a:app", "bind = ':81'\n", ["http *:82"]],
    ["-c gunicorn.conf.py a:app", "bind = make()\n", []],
    ["-c gunicorn.conf.py a:app", "workers = 2\n", ["http 127.0.0.1:8000"]],
    ["-c gunicorn.conf.py a:app", "chdir = '/srv/pot'\nbind = 'a.sock'\n", ["http /srv/pot/a.sock"]],
    ["-c gunicorn.conf.py a:app", "chdir = make()\nbind = 'a.sock'\n", ["http /srv/shop/a.sock"]],
  ])("of %j with %j listens on %j", (command, text, found) =>
    expect(listening(gunicorn(command, text ? conf(text) : {}, "WorkingDirectory=/srv/shop"))).toEqual(found),
  );

  it("listens where PORT says, and a file alone only where it says so", () => {
    expect(listening(gunicorn("a:app", {}, "Environment=PORT=9000"))).toEqual([]);
    expect(listening(serverOf(conf("workers = 2\ntimeout = 3\naccesslog = '-'\n")))).toEqual([]);
  });

  it.each<[string, string | undefined]>([
    ["a:app", "a:app"],
    ["a.b", "a.b:application"],
    ["a:create()", "a:create()"],
    ["'a:create(\"x\")'", "a:create()"],
    ["a:b:c", undefined],
    ["", undefined],
    ["$APP", undefined],
    ["-w 3 a:app b:app", "a:app"],
  ])("of %j calls %s", (command, found) => expect(callable(gunicorn(command).callable)).toBe(found));

  it("calls what its file says where its command line says nothing", () => {
    const file = conf("wsgi_app = 'b:app'\nworkers = 2\n");
    expect(callable(gunicorn("-c gunicorn.conf.py", file).callable)).toBe("b:app");
    expect(callable(gunicorn("-c gunicorn.conf.py a:app", file).callable)).toBe("a:app");
    expect(callable(gunicorn("-c gunicorn.conf.py", conf("wsgi_app = f()\nworkers = 2\n")).callable)).toBeUndefined();
  });

  it("has the settings of its file, and those of its command line before them", () => {
    const text =
      "workers = 2\ntimeout = 3.5\npreload_app = True\nuser = 'a'\nbacklog = n\nproc_name = '{{ a }}'\nif x:\n    umask = 7\nthreads = 1\n";
    const server = gunicorn("-c gunicorn.conf.py --workers 4 --group {{g}} --reload a:app", conf(text));
    const texts = ["workers", "timeout", "preload_app", "user", "threads"].map((name) => told(server, name)?.text);
    expect(texts).toEqual(["4", "3.5", "true", "a", "1"]);
    expect(["backlog", "proc_name", "umask", "group", "reload"].map((name) => told(server, name))).toEqual(
      Array(5).fill(undefined),
    );
    expect(server.settings.get("reload")?.value).toBeUndefined();
    expect(server.settings.has("umask")).toBe(true);
    expect(server.options).toEqual([]);
  });

  it.each<[string, string, boolean]>([
    ["a:app", "", false],
    ["-w $N a:app", "", true],
    ["-c other.py a:app", "", true],
    ["-c gunicorn.conf.py a:app", "workers = 2\n", false],
    ["-c gunicorn.conf.py a:app", "from base import *\n", true],
    ["-c gunicorn.conf.py a:app", "if x:\n    bind = ':80'\n", true],
    ["-c gunicorn.conf.py a:app", "if x:\n    workers = 2\n", false],
  ])("of %j with %j may be told more elsewhere: %s", (command, text, partial) =>
    expect(serverOf({ "start.sh": `gunicorn ${command}\n`, ...(text ? conf(text) : {}) }).partial).toBe(partial),
  );
});
