import { describe, expect, it } from "vitest";
import {
  isDeployed,
  mayConnect,
  nginxClient,
  proxyClient,
  type SocketFile,
  socketFile,
  unitSocketFile,
} from "../../../../action/lint/model/credentials.ts";
import { ini, read, unit } from "./read.ts";

/** "shop:www-data 660 at chmod-socket = 660" */
const owned = (file: SocketFile | undefined) =>
  file &&
  `${file.user}:${file.group} ${file.mode.toString(8)} at ${file.at.source.text.slice(file.at.start, file.at.end)}`;
function made(files: Record<string, string>) {
  const [server] = read(files).model.servers;
  return owned(socketFile(server!, server!.listeners[0]!));
}

describe("the socket of uWSGI", () => {
  const started = (unitLines: readonly string[], ...lines: string[]) =>
    made({
      "a.service": unit("ExecStart=/bin/uwsgi --ini uwsgi.ini", ...unitLines),
      "uwsgi.ini": ini("socket = /run/a.sock", ...lines),
    });
  const shop = ["User=shop", "Group=www-data"];

  it.each<[readonly string[], string[], string | undefined]>([
    [[], [], "root:undefined 755 at /run/a.sock"],
    [["User=shop"], [], "shop:undefined 755 at /run/a.sock"],
    [shop, ["chmod-socket = 660"], "shop:www-data 660 at chmod-socket = 660"],
    [shop, ["chmod = 0600"], "shop:www-data 600 at chmod = 0600"],
    [shop, ["chmod-socket"], "shop:www-data 666 at chmod-socket"],
    [shop, ["chmod-socket = rw"], undefined],
    [shop, ["chmod-socket = 66"], undefined],
    [shop, ["chmod-socket = 66000"], undefined],
    [shop, ["chmod-socket = $(MODE)"], undefined],
    [shop, ["umask = 007"], "shop:www-data 770 at /run/a.sock"],
    [shop, ["umask = 7"], "shop:www-data 770 at /run/a.sock"],
    [shop, ["umask = 9"], undefined],
    [shop, ["umask = 00007"], undefined],
    [shop, ["umask"], undefined],
    [shop, ["uid = a", "gid = b"], "shop:www-data 755 at /run/a.sock"],
    [["User=root"], ["uid = a", "gid = b"], "a:b 755 at /run/a.sock"],
    [[], ["uid = a"], "a:undefined 755 at /run/a.sock"],
    [[], ["uid = 33"], undefined],
    [[], ["uid = $(WHO)"], undefined],
    [["Group=g"], ["chown-socket = a:b"], "a:b 755 at /run/a.sock"],
    [["Group=g"], ["chown-socket = a"], "a:g 755 at /run/a.sock"],
    [shop, ["chown-socket = a:b"], "shop:b 755 at /run/a.sock"],
    [shop, ["chown-socket = :b"], "shop:b 755 at /run/a.sock"],
    [["Group=g"], ["chown-socket = :b"], "root:b 755 at /run/a.sock"],
    [shop, ["exec-as-root = true"], undefined],
    [shop, ["hook-asap = chmod:/run/a.sock 666"], undefined],
    [shop, ["hook-post-app = exec:touch x"], undefined],
    [shop, ["hook-asap = print:hello"], "shop:www-data 755 at /run/a.sock"],
    [shop, ["my-exec-x = 1", "my-hook = chmod"], "shop:www-data 755 at /run/a.sock"],
    [["User={{ user }}"], [], undefined],
    [["User=%i"], [], undefined],
    [["User=shop", "Group=$GROUP"], [], undefined],
    [["User=shop", "DynamicUser=yes"], [], undefined],
  ])("with %j and %j is %s", (unitLines, lines, found) => expect(started(unitLines, ...lines)).toBe(found));
});

describe("the socket of gunicorn", () => {
  const started = (command: string, ...lines: string[]) =>
    made({ "a.service": unit(`ExecStart=/bin/gunicorn -b unix:/run/a.sock ${command} a:app`, ...lines) });

  it.each<[string, string[], string | undefined]>([
    ["", [], "root:undefined 777 at unix:/run/a.sock"],
    ["", ["User=shop", "Group=g"], "shop:g 777 at unix:/run/a.sock"],
    ["--user a --group b", ["User=shop", "Group=g"], "a:b 777 at unix:/run/a.sock"],
    ["--group {{g}}", ["User=shop"], undefined],
    ["--user {{u}}", ["User=shop"], undefined],
    ["--user 33", [], undefined],
    ["-m 007", ["User=shop"], "shop:undefined 770 at -m 007"],
    ["--umask 0o27", ["User=shop"], "shop:undefined 750 at --umask 0o27"],
    ["--umask 63", ["User=shop"], "shop:undefined 700 at --umask 63"],
    ["--umask 9", ["User=shop"], "shop:undefined 766 at --umask 9"],
    ["--umask 0x1f", ["User=shop"], "shop:undefined 740 at --umask 0x1f"],
    ["--umask 0777", ["User=shop"], "shop:undefined 0 at --umask 0777"],
    ["--umask 01000", ["User=shop"], undefined],
    ["--umask x", ["User=shop"], undefined],
    ["--umask=-1", ["User=shop"], undefined],
  ])("with %j and %j is %s", (command, lines, found) => expect(started(command, ...lines)).toBe(found));
});

describe("a socket", () => {
  it.each<[string, Record<string, string>]>([
    ["of a port", { "a.service": unit("ExecStart=/bin/gunicorn -b :80 a:app") }],
    ["without a file", { "a.service": unit("ExecStart=/bin/uwsgi -s @a") }],
    ["that nobody here starts", { "uwsgi.ini": ini("socket = /run/a.sock") }],
    ["of a script", { "a.sh": "gunicorn -b unix:/run/a.sock a:app\n" }],
    ["of a container", { Dockerfile: "FROM a\nCMD gunicorn -b unix:/run/a.sock a:app\n" }],
    [
      "that systemd hands over",
      {
        "a.socket": "[Socket]\nListenStream=/run/a.sock\n",
        "a.service": unit("ExecStart=/bin/gunicorn -b unix:/run/a.sock a:app"),
      },
    ],
  ])("%s has no owner that is known", (_, files) => expect(made(files)).toBeUndefined());

  it("of a program of supervisor's is its user's", () =>
    expect(made({ "supervisor.conf": "[program:a]\nuser=shop\ncommand=gunicorn -b unix:/run/a.sock a:app\n" })).toBe(
      "shop:undefined 777 at unix:/run/a.sock",
    ));

  it.each<[string[], string | undefined]>([
    [[], "root:root 666 at /run/a.sock"],
    [["SocketUser=shop", "SocketGroup=g", "SocketMode=0660"], "shop:g 660 at 0660"],
    [["SocketMode=600"], "root:root 600 at 600"],
    [["SocketMode=66"], undefined],
    [["SocketMode=rw-"], undefined],
    [["SocketMode=06600"], undefined],
    [["SocketUser={{ user }}"], undefined],
    [["SocketGroup={{ group }}"], undefined],
  ])("of a .socket unit with %j is %s", (lines, found) => {
    const [socket] = read({ "a.socket": `[Socket]\nListenStream=/run/a.sock\n${lines.join("\n")}\n` }).model.sockets;
    expect(owned(unitSocketFile(socket!))).toBe(found);
    expect(unitSocketFile({ ...socket!, listeners: [] })).toBeUndefined();
  });

  it("is of a deployment where a service manager makes it", () => {
    const files = {
      "a.service": unit("User=a"),
      "b.sh": "gunicorn a\n",
      Procfile: "web: gunicorn a\n",
      Dockerfile: "FROM a\nCMD gunicorn a\n",
    };
    const by = read(files).model.starters.map((one) => [one.by, isDeployed(one)]);
    expect(Object.fromEntries(by)).toEqual({ systemd: true, script: false, procfile: false, container: false });
    expect(isDeployed(undefined)).toBe(true);
  });
});

describe("who connects", () => {
  const client = (files: Record<string, string>) => nginxClient(read(files).project, true);
  const all = ["www-data", "nginx", "http", "nobody"];

  it.each<[string, string[]]>([
    ["user web web;\nhttp { }\n", ["web"]],
    ["user web;\nserver { }\n", all],
    ["user;\nhttp { }\n", all],
    ["http { }\n", all],
  ])("is of nginx with %j one of %j", (text, users) =>
    expect(client({ "nginx.conf": text })).toEqual({ users, groups: [], joins: true }),
  );

  it.each<[string[], object]>([
    [[], { users: ["root"], groups: [] }],
    [["User=a", "Group=b"], { users: ["a"], groups: ["b"] }],
    [["User=a", "SupplementaryGroups=c  d", "SupplementaryGroups=e"], { users: ["a"], groups: ["c", "d", "e"] }],
    [["User=a", "DynamicUser=yes"], { users: ["a user of its own"], groups: [] }],
    [["User=a", "DynamicUser=no"], { users: ["a"], groups: [] }],
  ])("is of a socket proxy with %j %j", (lines, found) => {
    const [proxy] = read({ "a.service": unit("ExecStart=/lib/systemd/systemd-socket-proxyd /a", ...lines) }).model
      .proxies;
    expect(proxyClient(proxy!)).toEqual({ ...found, joins: false });
  });

  const debian = { users: ["www-data"], groups: [], joins: false };
  const any = { users: all, groups: [], joins: false };
  it.each<[object, string, string | undefined, number, boolean | undefined]>([
    [debian, "shop", "shop", 0o662, true],
    [{ ...debian, users: ["root"] }, "shop", "shop", 0, true],
    [debian, "www-data", "shop", 0o600, true],
    [debian, "www-data", "www-data", 0o460, false],
    [debian, "shop", "www-data", 0o640, false],
    [debian, "shop", "www-data", 0o660, true],
    [debian, "shop", undefined, 0o660, false],
    [{ ...debian, groups: ["shop"] }, "shop", "shop", 0o660, true],
    [debian, "shop", "root", 0o660, false],
    [{ ...debian, joins: true }, "shop", "root", 0o660, false],
    [debian, "shop", "nginx", 0o660, false],
    [debian, "shop", "xnginx", 0o660, undefined],
    [debian, "shop", "nginx2", 0o660, undefined],
    [any, "shop", "apache", 0o660, undefined],
    [any, "shop", "nginx", 0o660, true],
    [any, "shop", "shop", 0o660, undefined],
    [{ ...any, joins: true }, "shop", undefined, 0o660, undefined],
  ])("as %j may connect to %s:%s %i: %s", (who, user, group, mode, may) => {
    const at = read({ "uwsgi.ini": ini("socket = :1") }).project.uwsgi[0]!.source.range(0, 0);
    expect(mayConnect(who as typeof any, { user, group, mode, at })).toBe(may);
  });
});
