import { describe, expect, it } from "vitest";
import { lint } from "../../../../../action/lint/engine.ts";
import { found, type Planted, plant } from "../planted.ts";

const uwsgi = { stack: "uwsgi" } as const;
const gunicorn = { stack: "gunicorn" } as const;
const conflict = "<<<<<<< HEAD\n$&\n=======\n$&\n>>>>>>> topic\n";

const mistakes: readonly Planted[] = [
  ["common/merge-conflict-marker", uwsgi, "deploy/nginx.conf", "    location / {", "<<<<<<< HEAD\n    location / {"],
  ["common/merge-conflict-marker", uwsgi, "deploy/uwsgi.ini", /^strict = true\n/m, conflict],
  ["common/merge-conflict-marker", uwsgi, "deploy/shop@.service", /^UMask=0027\n/m, conflict],
  ["common/tabs-nbsp", uwsgi, "deploy/nginx.conf", "    location / {", "\u00a0   location / {"],
  ["common/tabs-nbsp", uwsgi, "deploy/nginx.conf", "listen 80", "listen\u00a080"],
  ["common/tabs-nbsp", uwsgi, "deploy/uwsgi.ini", "disable-logging = true", "disable-logging\u00a0= true"],
  ["common/tabs-nbsp", uwsgi, "deploy/uwsgi.ini", "strict = true", "strict =\u00a0true"],
  ["common/tabs-nbsp", uwsgi, "deploy/shop@.service", "Restart=on-failure", "Restart=on-failure\u200b"],
  ["common/tabs-nbsp", gunicorn, "deploy/shop@.service", "--config ", "--config\u00a0"],
  ["common/tabs-nbsp", gunicorn, "deploy/gunicorn.conf.py", "timeout = 30", "timeout =\u00a030"],
  ["common/tabs-nbsp", gunicorn, "deploy/gunicorn.conf.py", '"gthread"', "“gthread”"],
  ["common/encoding", uwsgi, "deploy/nginx.conf", /^/, "\uFEFF"],
  ["common/encoding", uwsgi, "deploy/uwsgi.ini", /^/, "\uFEFF"],
];

describe("a generated repository gives", () => plant(mistakes));

const text = /^common\/(tabs|enc|merge)/;

describe("common/tabs-nbsp", () => {
  it.each([
    ["a comment", { "nginx.conf": "# it’s\u00a0the shop\nserver {\n    listen 80;\n    return 204;\n}\n" }],
    ["a quoted text", { "nginx.conf": 'server {\n    listen 80;\n    return 200 "it’s\u00a0“open”";\n}\n' }],
    ["an apostrophe in a word", { "nginx.conf": "server {\n    listen 80;\n    return 200 it’s;\n}\n" }],
    [
      "a description",
      { "shop.service": "[Unit]\nDescription=Ann’s\u00a0shop “web”\n[Service]\nExecStart=/bin/true\n" },
    ],
    ["a quoted variable", { "shop.service": '[Service]\nEnvironment="A=“b”\u00a0c"\nExecStart=/bin/true\n' }],
    ["a Python string and comment", { "gunicorn.conf.py": 'bind = ":80"  # it’s\nproc_name = "Ann’s\u00a0shop"\n' }],
    [
      "the end of a supervisor value, which Python strips",
      { "supervisor.conf": "[program:shop]\ncommand=/bin/true\u00a0\nuser=shop\u00a0\n" },
    ],
  ])("leaves alone %s", (_, files) => expect(found(files, text)).toEqual([]));
});

describe("common/encoding", () => {
  const site = "server {\n    listen 80;\n    return 204;\n}\n";
  const utf16 = Buffer.from(`\uFEFF${site}`, "utf16le");
  const rules = (path: string, content: string | Buffer) =>
    lint([{ path, content }])
      .findings.filter((f) => text.test(f.rule))
      .map((f) => `${f.rule} ${f.severity}`);

  it("finds UTF-16, and a byte order mark where it is not skipped", () => {
    expect(rules("nginx.conf", utf16)).toEqual(["common/encoding error"]);
    expect(rules("nginx.conf", `\uFEFF${site}`)).toEqual(["common/encoding error"]);
    expect(rules("supervisor.conf", "\uFEFF[program:shop]\ncommand=/bin/true\n")).toEqual(["common/encoding error"]);
    expect(rules("run.sh", "\uFEFF#!/bin/sh\ntrue\n")).toEqual(["common/encoding warning"]);
    expect(rules("shop.service", Buffer.from("[Unit]\nDescription=caf\xe9\n", "latin1"))).toEqual([
      "common/encoding error",
    ]);
  });

  it("is silent where the program skips the mark, or minds no other bytes", () => {
    expect(rules("shop.service", "\uFEFF[Service]\nExecStart=/bin/true\n")).toEqual([]);
    expect(rules("gunicorn.conf.py", '\uFEFFbind = ":80"\n')).toEqual([]);
    expect(rules("nginx.conf", Buffer.from(`# caf\xe9\n${site}`, "latin1"))).toEqual([]);
    expect(rules("requirements.txt", "\uFEFFflask\n")).toEqual([]);
  });
});

describe("common/merge-conflict-marker", () => {
  it("takes no underline and no here-document for a marker", () => {
    const script = "# Title\n# =======\ncat <<EOF\n=======\nEOF\n";
    expect(found({ "run.sh": script }, text)).toEqual([]);
  });

  it("tells each conflict once", () => {
    const site =
      "server {\n<<<<<<< a\n    listen 80;\n||||||| b\n=======\n    listen 80;\n>>>>>>> c\n    return 204;\n<<<<<<< a\n=======\n>>>>>>> c\n}\n";
    expect(found({ "nginx.conf": site }, text)).toEqual([
      "common/merge-conflict-marker 2",
      "common/merge-conflict-marker 9",
    ]);
  });
});

describe("common/symlink-outside", () => {
  const site = [{ path: "deploy/nginx.conf", content: "server {\n    listen 80;\n    return 204;\n}\n" }];
  const linked = (path: string, target: string) =>
    lint(site, { links: [{ path, target }] }).findings.filter((f) => f.rule === "common/symlink-outside").length;

  it.each([
    ["common/symlink-outside", "static/etc", "/etc", 1],
    ["common/symlink-outside", "static/up", "../../other", 1],
    ["common/symlink-outside", "static/css", "../assets/css", 0],
    ["common/symlink-outside", "sites-enabled/shop", "/etc/nginx/sites-available/shop", 0],
    ["common/symlink-outside", ".venv", "/srv/venvs/1a2b", 0],
  ])("%s: %s leads to %s", (_, path, target, count) => expect(linked(path, target)).toBe(count));
});
