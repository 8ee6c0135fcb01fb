import { describe, expect, it } from "vitest";
import {
  anyRelease,
  findModule,
  foldersOf,
  importedFile,
  inRepository,
  placeOf,
  under,
} from "../../../../action/lint/model/layout.ts";
import type { Callable } from "../../../../action/lint/model/types.ts";
import { ini, read, unit } from "./read.ts";

const none = (...paths: string[]) => Object.fromEntries(paths.map((path) => [path, ""]));

it("a repository has the folders of its files, and itself", () =>
  expect([...foldersOf(read(none("a/b/c.py", "a/d.py", "e.py")).project)]).toEqual(["", "a/b", "a"]));

it.each([
  ["", "a", "a"],
  ["a", "b/c", "a/b/c"],
])("in %j, %s is %s", (folder, path, whole) => expect(under(folder, path)).toBe(whole));

describe("a server's directory", () => {
  const place = (directory: string, paths: readonly string[], app = "wsgi:app") => {
    const text = unit(`WorkingDirectory=${directory}`, `ExecStart=/bin/gunicorn ${app}`);
    const { project, model } = read({ "deploy/a.service": text, ...none(...paths) });
    const found = placeOf(project, model, model.servers[0]!);
    return found && `${found.server} = ${found.repository || "."}${found.sure ? "" : "?"}`;
  };

  it.each<[string, string[], string | undefined]>([
    ["/srv/shop", ["wsgi.py"], "/srv/shop = ."],
    ["/srv/shop/", ["wsgi.py"], "/srv/shop = ."],
    ["/var/run/shop//", ["wsgi/__init__.py"], "/run/shop = ."],
    ["/srv/shop", [], "/srv/shop = .?"],
    ["/srv/shop", ["shop/wsgi.py"], "/srv/shop = shop"],
    ["/srv/shop", ["shop/a.py"], "/srv/shop = shop?"],
    ["/srv/shop", ["wsgi.py", "shop/a.py"], "/srv/shop = ."],
    ["/srv/shop/web", ["shop/web/wsgi.py", "web/a.py"], "/srv/shop/web = shop/web"],
    ["shop", ["wsgi.py"], undefined],
    ["/srv/$NAME", ["wsgi.py"], undefined],
    ["/srv/{{ name }}", ["wsgi.py"], undefined],
    ["/srv/<%= name %>", ["wsgi.py"], undefined],
  ])("%s with %j is %s", (directory, paths, found) => expect(place(directory, paths)).toBe(found));

  it("is where the module's file is, if it is named as one", () => {
    const found = (file: string) => {
      const files = { "uwsgi.ini": ini("chdir = /srv/shop", `wsgi-file = ${file}`), ...none("shop/bin/run.py") };
      const { project, model } = read(files);
      return placeOf(project, model, model.servers[0]!);
    };
    for (const file of ["bin/run.py", "./bin/run.py"])
      expect(found(file)).toEqual({ server: "/srv/shop", repository: "shop", sure: true });
    expect(found("run.py")?.sure).toBe(false);
  });
});

it.each<[string, string, string, string | undefined]>([
  ["/srv/shop/a.py", "/srv/shop", "", "a.py"],
  ["/srv/shop", "/srv/shop", "web", "web"],
  ["/srv/shop/", "/srv/shop", "", ""],
  ["/srv/shop/b/../a.py", "/srv/shop", "web", "web/a.py"],
  ["/srv/shopping/a.py", "/srv/shop", "", undefined],
  ["/srv/shop/deploy/x", "/srv/shop/web", "web", "deploy/x"],
  ["/srv/other/x", "/srv/shop/web", "web", undefined],
  ["/srv/shop/x", "/srv/shop/web", "pot", undefined],
  ["/srv/shop/releases/7/a.py", "/srv/shop/current", "", "a.py"],
  ["/srv/shop/current/a.py", "/srv/shop/releases/%i", "", "a.py"],
])("%s is, where %s is the folder %j: %s", (path, server, repository, found) =>
  expect(inRepository(path, { server, repository, sure: true })).toBe(found),
);

it.each([
  ["/srv/a/releases/7", "/srv/a/current"],
  ["/srv/a/releases/7/x", "/srv/a/current/x"],
  ["/srv/a/releases/", "/srv/a/releases/"],
  ["/srv/a/releases", "/srv/a/releases"],
])("%s is of any release %s", (path, any) => expect(anyRelease(path)).toBe(any));

describe("a module", () => {
  const find = (module: string, paths: readonly string[], file = false) => {
    const text = unit("WorkingDirectory=/srv/shop", "ExecStart=/bin/gunicorn wsgi:app");
    const { project, model } = read({ "a.service": text, ...none(...paths) });
    const [server] = model.servers;
    const found = findModule(project, model, server!, { ...(server!.callable as Callable), module, file });
    return [found.file?.path, found.count, ...found.almost];
  };

  it.each<[string, string[], boolean, unknown[]]>([
    ["wsgi", ["wsgi.py", "a/wsgi.py"], false, ["wsgi.py", 1]],
    ["wsgi", ["wsgi.py", "shop/wsgi.py"], false, ["shop/wsgi.py", 1]],
    ["a.b", ["a/b.py"], false, ["a/b.py", 1]],
    ["a.b", ["a/b/__init__.py"], false, ["a/b/__init__.py", 1]],
    ["a.b", ["a/b.py", "a/b/__init__.py"], false, ["a/b.py", 2]],
    ["wsgi", ["x/wsgi.py"], false, ["x/wsgi.py", 1]],
    ["wsgi", ["x/wsgi.py", "y/wsgi.py"], false, [undefined, 2]],
    ["wsgi", ["x/mywsgi.py"], false, [undefined, 0]],
    ["Wsgi", ["x/wsgi.py"], false, [undefined, 0, "x/wsgi.py"]],
    ["wsgi", ["x/wsgi.py", "x/WSGI.py"], false, ["x/wsgi.py", 1, "x/WSGI.py"]],
    ["/srv/bin/run.py", ["x/run.py"], true, ["x/run.py", 1]],
    ["bin/run.py", ["bin/run.py"], true, ["bin/run.py", 1]],
    ["bin/run.py", ["bin/run.py.py"], true, [undefined, 0]],
  ])("%s of %j (a file: %s) is %j", (module, paths, file, found) => expect(find(module, paths, file)).toEqual(found));

  const imported = (from: string, module: string, paths: readonly string[]) =>
    importedFile(read(none(from, ...paths)).project, from, module)?.path;

  it.each<[string, string, string[], string | undefined]>([
    ["wsgi.py", "shop", ["shop.py"], "shop.py"],
    ["wsgi.py", "shop", ["shop.py", "shop/__init__.py"], "shop/__init__.py"],
    ["a/wsgi.py", "shop", ["shop.py"], "shop.py"],
    ["a/wsgi.py", "shop", ["shop.py", "a/shop.py"], "a/shop.py"],
    ["a/wsgi.py", "b.c", ["a/b/c.py"], "a/b/c.py"],
    ["a/b/wsgi.py", ".c", ["a/b/c.py", "c.py"], "a/b/c.py"],
    ["a/b/wsgi.py", ".c", ["c.py"], undefined],
    ["a/b/wsgi.py", "..c", ["a/c.py"], "a/c.py"],
    ["a/b/wsgi.py", "...", ["__init__.py", "a/__init__.py"], undefined],
    ["a/b/wsgi.py", "..", ["a/__init__.py"], "a/__init__.py"],
    ["wsgi.py", "flask", ["shop.py"], undefined],
  ])("that %s imports as %s is of %j: %s", (from, module, paths, found) =>
    expect(imported(from, module, paths)).toBe(found),
  );
});

describe("an ini that is a part of another", () => {
  const fragments = (files: Record<string, string>) => [...read(files).model.fragments].map(({ path }) => path);
  const two = (...lines: string[]) => ({ "base.ini": ini("master = true"), "app.ini": ini("socket = :1", ...lines) });

  it.each([
    ["ini = base.ini"],
    ["ini = %dbase.ini"],
    ["include = /etc/uwsgi/base.ini"],
    ["ini = base.ini:prod"],
    ["config = base.ini"],
    ["inherit = base.ini"],
    ["vassal-include = base.ini"],
  ])("is taken in by %s", (line) => expect(fragments(two(line))).toEqual(["base.ini"]));

  it.each([["master = base.ini"], ["ini = :base"], ["ini"], ["ini = app.ini"], ["touch-include = base.ini"]])(
    "is not by %s",
    (line) => expect(fragments(two(line))).toEqual([]),
  );

  it.each<[string, string[]]>([
    ["--ini base.ini --ini app.ini", ["base.ini", "app.ini"]],
    ["--ini base.ini app.ini", ["base.ini", "app.ini"]],
    ["--ini base.ini", []],
    ["base.ini app.sock", []],
  ])("is, on the command line %s: %j", (options, found) =>
    expect(fragments({ ...two(), "a.service": unit(`ExecStart=/bin/uwsgi ${options}`) })).toEqual(found),
  );
});
