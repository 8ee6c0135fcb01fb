import { describe, expect, it } from "vitest";
import { homeOf } from "../../../../action/lint/model/build.ts";
import { requiresSocket } from "../../../../action/lint/model/sockets.ts";
import { ini, listening, read, shown, unit } from "./read.ts";

const pass = (...lines: string[]) => `server {\n    listen 80;\n    location / {\n${lines.join("\n")}\n    }\n}\n`;
const uwsgi = (socket: string) => ini(`socket = ${socket}`);

it.each([
  ["app.py", ""],
  ["deploy/nginx.conf", ""],
  ["shop/app.py", "shop"],
  ["shop/deploy/nginx.conf", "shop"],
  ["a/b/etc/nginx/sites-available/shop", "a/b"],
  ["deploys/shop/nginx.conf", ""],
  ["myconf/nginx.conf", "myconf"],
  ["config2/nginx.conf", "config2"],
])("%s belongs to the application in the folder %j", (path, home) => expect(homeOf(path)).toBe(home));

describe("a connection", () => {
  const connections = (text: string, more: Record<string, string> = {}) =>
    read({ "nginx.conf": text, ...more }).model.connections.map(
      ({ protocol, address, via, location }) =>
        `${protocol} ${shown(address)}${via ? ` via ${via.args[0]?.text}` : ""}${location ? "" : " nowhere"}`,
    );

  it.each<[string, string[]]>([
    ["uwsgi_pass unix:/run/a.sock;", ["uwsgi /run/a.sock"]],
    ["uwsgi_pass unix:///run/a.sock;", ["uwsgi /run/a.sock"]],
    ["uwsgi_pass suwsgi://127.0.0.1:3031;", ["uwsgi 127.0.0.1:3031"]],
    ["uwsgi_pass localhost;", ["uwsgi ?"]],
    ["fastcgi_pass 127.0.0.1:9000; scgi_pass 127.0.0.1:9001;", ["fastcgi 127.0.0.1:9000", "scgi 127.0.0.1:9001"]],
    ["proxy_pass http://127.0.0.1:8000/a/b;", ["http 127.0.0.1:8000"]],
    ["proxy_pass http://127.0.0.1;", ["http 127.0.0.1:80"]],
    ["proxy_pass https://example.org/x;", ["http example.org:443"]],
    ["proxy_pass http://unix:/run/a.sock:/uri/;", ["http /run/a.sock"]],
    ["proxy_pass http://unix:/run/a.sock;", ["http /run/a.sock"]],
    ["proxy_pass http://$host;", ["http ?"]],
    ["proxy_pass;", []],
    ["grpc_pass 127.0.0.1:1;", []],
  ])("by %j is %j", (line, found) => expect(connections(pass(line))).toEqual(found));

  it("goes to each server of its upstream, that of its own file before another's", () => {
    const upstream = (...servers: string[]) =>
      `upstream shop {\n${servers.map((one) => `    server ${one};\n`).join("")}}\n`;
    const text = upstream("127.0.0.1:1", "unix:/run/a.sock weight=2", "localhost") + pass("proxy_pass http://shop/x;");
    const here = [
      "http 127.0.0.1:1 via 127.0.0.1:1",
      "http /run/a.sock via unix:/run/a.sock",
      "http localhost:80 via localhost",
    ];
    expect(connections(text)).toEqual(here);
    expect(connections(text, { "other.conf": upstream("127.0.0.1:2") })).toEqual(here);
    expect(
      connections(pass("uwsgi_pass shop;"), { "a.conf": upstream("10.0.0.1:2"), "b.conf": upstream("10.0.0.1:3") }),
    ).toEqual(["uwsgi 10.0.0.1:2 via 10.0.0.1:2", "uwsgi 10.0.0.1:3 via 10.0.0.1:3"]);
    expect(connections(`upstream shop { server; }\n${pass("uwsgi_pass shop;")}`)).toEqual([]);
  });

  it("outside a location is one, too, and in a stream is none", () => {
    expect(connections("server {\n    listen 80;\n    proxy_pass http://127.0.0.1:1;\n}\n")).toEqual([
      "http 127.0.0.1:1 nowhere",
    ]);
    expect(
      connections("stream {\n    server {\n        listen 80;\n        proxy_pass 127.0.0.1:1;\n    }\n}\n"),
    ).toEqual([]);
  });
});

describe("what a connection reaches", () => {
  const reached = (files: Record<string, string>) => {
    const { model } = read(files);
    return model.connections.map((connection) =>
      model.reached(connection).map(({ server, listener, by }) => {
        expect(model.connectionsTo(server)).toContain(connection);
        const path = (server.uwsgi ?? server.conf ?? server.starter?.file)?.path;
        return `${path} ${shown(listener.address)}${by ? ` by ${by.starter.name}` : ""}`;
      }),
    );
  };

  it.each<[string, string, string[]]>([
    ["unix:/run/a.sock", "/run/a.sock", ["uwsgi.ini /run/a.sock"]],
    ["unix:/run/a.sock", "/run/b.sock", []],
    ["unix:/run/a.sock", "/run/b/a.sock", []],
    ["127.0.0.1:1", ":1", ["uwsgi.ini *:1"]],
    ["127.0.0.1:1", "127.0.0.1:2", []],
    ["10.0.0.1:1", "127.0.0.1:1", []],
    ["$name", ":1", []],
  ])("%s to %s: %j", (to, on, found) =>
    expect(reached({ "nginx.conf": pass(`uwsgi_pass ${to};`), "uwsgi.ini": uwsgi(on) })).toEqual([found]),
  );

  it("is what is in its own folder before what is in another, and all of it", () => {
    const two = {
      "tea/nginx.conf": pass("uwsgi_pass unix:/run/a.sock;"),
      "tea/uwsgi.ini": uwsgi("/run/a.sock"),
      "pot/uwsgi.ini": uwsgi("/run/a.sock"),
    };
    expect(reached(two)).toEqual([["tea/uwsgi.ini /run/a.sock"]]);
    expect(reached({ ...two, "nginx.conf": two["tea/nginx.conf"] })).toEqual([
      ["tea/uwsgi.ini /run/a.sock"],
      ["tea/uwsgi.ini /run/a.sock", "pot/uwsgi.ini /run/a.sock"],
    ]);
  });

  it("is no container, whose ports are its own, unless its settings are here", () => {
    const site = pass("proxy_pass http://127.0.0.1:8000;");
    const docker = "FROM python\nCMD gunicorn -b 127.0.0.1:8000 a:app\n";
    expect(reached({ "nginx.conf": site, Dockerfile: docker })).toEqual([[]]);
    expect(
      reached({
        "nginx.conf": site,
        Dockerfile: "FROM python\nCMD gunicorn -c gunicorn.conf.py a:app\n",
        "gunicorn.conf.py": "bind = '127.0.0.1:8000'\nworkers = 2\n",
      }),
    ).toEqual([["gunicorn.conf.py 127.0.0.1:8000"]]);
    expect(
      reached({
        "nginx.conf": pass("uwsgi_pass 127.0.0.1:1;"),
        Dockerfile: "FROM python\nCMD uwsgi --ini uwsgi.ini\n",
        "uwsgi.ini": uwsgi("127.0.0.1:1"),
      }),
    ).toEqual([["uwsgi.ini 127.0.0.1:1"]]);
  });

  it("counts one connection once for each server, however many of its sockets it reaches", () => {
    const files = {
      "nginx.conf": pass("uwsgi_pass 127.0.0.1:1;", "proxy_pass http://127.0.0.1:1;"),
      "uwsgi.ini": ini("socket = 127.0.0.1:1", "http-socket = :1"),
    };
    const { model } = read(files);
    expect(model.connections.map((one) => model.reached(one).length)).toEqual([2, 2]);
    expect(model.connectionsTo(model.servers[0]!)).toEqual(model.connections);
    const { model: apart } = read({ "uwsgi.ini": uwsgi(":1") });
    expect(apart.connectionsTo(apart.servers[0]!)).toEqual([]);
  });

  const proxy = (from: string, to: string, name: string) => ({
    [`${name}.socket`]: `[Socket]\nListenStream=${from}\n`,
    [`${name}.service`]: unit(`ExecStart=/lib/systemd/systemd-socket-proxyd --exit-idle-time=5min ${to}`),
  });

  it("goes through socket proxies, whatever their number, and ends where they turn in a circle", () => {
    const site = { "nginx.conf": pass("uwsgi_pass 127.0.0.1:1;"), "uwsgi.ini": uwsgi("/run/a.sock") };
    expect(reached({ ...site, ...proxy("127.0.0.1:1", "/run/a.sock", "one") })).toEqual([
      ["uwsgi.ini /run/a.sock by one"],
    ]);
    const two = { ...site, ...proxy("1", "127.0.0.1:2", "one"), ...proxy("127.0.0.1:2", "/run/a.sock", "two") };
    expect(reached(two)).toEqual([["uwsgi.ini /run/a.sock by two"]]);
    const round = read({ ...site, ...proxy("1", "127.0.0.1:2", "one"), ...proxy("2", "127.0.0.1:1", "two") }).model;
    const [connection] = round.connections;
    expect(round.endsOf(connection!).map(({ address, by }) => [shown(address), by?.starter.name])).toEqual([
      ["127.0.0.1:1", "two"],
    ]);
    expect(round.proxies.map(({ address }) => shown(address))).toEqual(["127.0.0.1:2", "127.0.0.1:1"]);
  });

  it.each([
    ["/lib/systemd/systemd-socket-proxyd /run/a.sock", "/run/a.sock"],
    ["/lib/systemd/systemd-socket-proxyd -c 5 127.0.0.1:80", "127.0.0.1:80"],
    ["/lib/systemd/systemd-socket-proxyd", undefined],
    ["/lib/systemd/systemd-socket-proxyd --version", undefined],
    ["/usr/bin/other /run/a.sock", undefined],
  ])("a unit with %s forwards to %s", (command, to) => {
    const [found] = read({ "a.service": unit(`ExecStart=${command}`) }).model.proxies;
    expect(found && shown(found.address)).toBe(to);
    const at = found?.address.at;
    expect(at?.source.text.slice(at.start, at.end)).toBe(to);
  });
});

describe("an application", () => {
  const groups = (files: Record<string, string>) =>
    read(files).model.groups.map(({ home, servers, connections, starters, sockets }) =>
      [home || ".", servers.length, connections.length, starters.length, sockets.length].join(" "),
    );
  const one = {
    "web/nginx.conf": pass("uwsgi_pass unix:/run/a.sock;"),
    "tea/uwsgi.ini": uwsgi("/run/a.sock"),
    "ops/tea.service": unit("ExecStart=/bin/uwsgi --ini uwsgi.ini"),
    "other/tea.socket": "[Socket]\nListenStream=/run/a.sock\n",
  };

  it("has all files of a repository with no other", () => expect(groups(one)).toEqual(["tea 1 1 1 1"]));

  it("among several has what is in its folder, and what connects to it", () => {
    const two = {
      ...one,
      "pot/uwsgi.ini": uwsgi("/run/b.sock"),
      "pot/pot.service": unit("ExecStart=/bin/gunicorn a:app"),
    };
    expect(groups(two)).toEqual([". 0 0 1 0", "other 0 0 0 1", "pot 2 0 1 0", "tea 1 1 0 0"]);
    const { model } = read(two);
    const [connection] = model.connections;
    expect(model.groupOf(connection!).home).toBe("tea");
    expect(groups({})).toEqual([]);
  });

  it("without a server has its own folder", () =>
    expect(groups({ "a/nginx.conf": one["web/nginx.conf"], "b/b.socket": one["other/tea.socket"] })).toEqual([
      "a 0 1 0 0",
      "b 0 0 0 1",
    ]));
});

describe("a .socket unit", () => {
  const serves = (files: Record<string, string>) =>
    read(files).model.sockets.map(({ name, listeners, service }) => [
      name,
      listening({ listeners }).join(),
      service?.file.path,
    ]);
  const socket = (...lines: string[]) => `[Socket]\n${lines.join("\n")}\n`;
  const run = unit("ExecStart=/bin/gunicorn a:app");

  it.each<[string, Record<string, string>, unknown[]]>([
    [
      "its own service",
      { "a.socket": socket("ListenStream=80"), "a.service": run, "b.service": run },
      ["a.socket", "unknown *:80", "a.service"],
    ],
    ["%t as /run", { "a.socket": socket("ListenStream=%t/a.sock") }, ["a.socket", "unknown /run/a.sock", undefined]],
    [
      "several",
      { "a.socket": socket("ListenStream=/a", "ListenStream=[::1]:80") },
      ["a.socket", "unknown /a,unknown [::1]:80", undefined],
    ],
    [
      "one for each connection",
      { "a.socket": socket("ListenStream=80", "Accept=yes"), "a.service": run, "a@.service": run },
      ["a.socket", "unknown *:80", "a@.service"],
    ],
    [
      "another service",
      { "a.socket": socket("ListenStream=80", "Service=b.service"), "a.service": run, "b.service": run },
      ["a.socket", "unknown *:80", "b.service"],
    ],
    [
      "an instance",
      { "a@.socket": socket("ListenStream=80", "Service=b@%i.service"), "b@.service": run },
      ["a@.socket", "unknown *:80", "b@.service"],
    ],
    [
      "a service that names it",
      {
        "a.socket": socket("ListenStream=80"),
        "b.service": unit("Sockets=x.socket a.socket", "ExecStart=/bin/gunicorn a:app"),
      },
      ["a.socket", "unknown *:80", "b.service"],
    ],
    [
      "the nearest",
      { "x/a.socket": socket("ListenStream=80"), "x/a.service": run, "y/a.service": run },
      ["a.socket", "unknown *:80", "x/a.service"],
    ],
    [
      "none of two",
      { "a.socket": socket("ListenStream=80"), "x/a.service": run, "y/a.service": run },
      ["a.socket", "unknown *:80", undefined],
    ],
    [
      "a template's service",
      { "a.socket.j2": socket("ListenStream=80"), "a.service.j2": run },
      ["a.socket", "unknown *:80", "a.service.j2"],
    ],
  ])("starts %s", (_, files, found) => expect(serves(files)).toEqual([found]));

  it("without an address is none", () =>
    expect(serves({ "a.socket": socket("ListenDatagram=80"), "a.service": run })).toEqual([]));

  const started = (program: string, ...lines: string[]) =>
    read({
      "a.socket": socket("ListenStream=/run/a.sock", "ListenStream=80"),
      "a.service": unit(`ExecStart=${program}`, ...lines),
      "uwsgi.ini": ini("http-socket = /run/a.sock", "socket = :3031"),
    }).model.servers[0]!;

  it("hands its sockets to gunicorn in place of its own, and to uWSGI beside them", () => {
    expect(listening(started("/bin/gunicorn -b :8000 a:app"))).toEqual(["http /run/a.sock", "http *:80"]);
    const server = started("/bin/uwsgi --ini uwsgi.ini");
    expect(listening(server)).toEqual(["uwsgi /run/a.sock", "uwsgi *:80", "uwsgi *:3031"]);
    expect(server.listeners.map(({ handed, option }) => [typeof handed, option])).toEqual([
      ["object", "http-socket"],
      ["object", undefined],
      ["undefined", "socket"],
    ]);
    expect(listening(started("/bin/uwsgi --ini uwsgi.ini --protocol http")).slice(0, 2)).toEqual([
      "http /run/a.sock",
      "http *:80",
    ]);
  });

  it.each([
    ["Requires=a.socket", true],
    ["Wants=x.service a.socket", true],
    ["BindsTo=a.socket", true],
    ["After=a.socket", true],
    ["Before=a.socket", false],
    ["Requires=a.service", false],
  ])("that is not here hands over what is not seen: %s %s", (line, unseen) => {
    const text = `[Unit]\n${line}\n${unit("ExecStart=/bin/gunicorn -b :80 a:app")}`;
    const [server] = read({ "a.service": text }).model.servers;
    expect(server?.listeners.map(({ handed }) => handed)).toEqual([unseen ? "unseen" : undefined]);
    const sockets = read({ "a.service": text }).project.units[0]!;
    expect(requiresSocket(sockets)).toBe(unseen && !line.startsWith("After"));
    expect(requiresSocket(sockets, "b.socket")).toBe(false);
  });

  it("is required where a service says Sockets=, and as a template by its instance", () => {
    const [file] = read({ "a.service": unit("Sockets=a@%i.socket") }).project.units;
    expect(requiresSocket(file!)).toBe(true);
    expect(requiresSocket(file!, "a@.socket")).toBe(true);
    expect(requiresSocket(file!, "a.socket")).toBe(false);
  });
});
