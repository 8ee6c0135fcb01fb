import { describe, expect, it } from "vitest";
import { generated, lintRepository, mutated } from "../../generated.ts";
import { found, type Planted, plant } from "../planted.ts";

const uwsgi = { stack: "uwsgi" } as const;
const packaged = { stack: "uwsgi-cluster" } as const;
const wsgi = { stack: "wsgi" } as const;
const supervised = { stack: "uwsgi", processManager: "supervisor" } as const;
const supervisedPackage = { ...packaged, processManager: "supervisor" } as const;
const emperor = { processManager: "emperor" } as const;
const ini = "deploy/uwsgi.ini";
const hook = /^hook-master-start.*\n/m;
const socket = /^socket = .*$/m;
const mismatch = /^cross\/(socket-path-mismatch|protocol-mismatch|socket-dir-missing|socket-permission)$/;

const mistakes: readonly Planted[] = [
  ["uwsgi/section-missing", uwsgi, ini, "[uwsgi]", "listen = 100\n[uwsgi]"],
  ["uwsgi/section-missing", wsgi, ini, "[uwsgi]", "vacuum = true\n[uwsgi]"],
  ["uwsgi/unknown-option", uwsgi, ini, "processes = 2", "process = 2"],
  ["uwsgi/unknown-option", supervisedPackage, ini, "vacuum = true", "vaccum = true"],
  ["uwsgi/unknown-option", wsgi, ini, "harakiri = 30", "harakiri_timeout = 30"],
  [
    "uwsgi/abbreviated-option",
    uwsgi,
    "deploy/shop@.service",
    "--ini deploy/uwsgi.ini",
    "--ini deploy/uwsgi.ini --enable-thr",
  ],
  [
    "uwsgi/abbreviated-option",
    packaged,
    "deploy/shop@.service",
    "--ini deploy/uwsgi.ini",
    "--ini deploy/uwsgi.ini --vac",
  ],
  ["uwsgi/colon-separator", supervised, ini, "vacuum = true", "vacuum: true"],
  ["uwsgi/colon-separator", supervised, ini, "listen = 1024", "listen: 1024"],
  ["uwsgi/inline-comment", uwsgi, ini, "need-app = true", "need-app = true # or stop"],
  ["uwsgi/inline-comment", supervisedPackage, ini, "vacuum = true", "vacuum = true ; tidy"],
  ["uwsgi/bad-boolean", uwsgi, ini, "log-5xx = true", "log-5xx = disabled"],
  ["uwsgi/bad-boolean", supervised, ini, "vacuum = true", "vacuum = none"],
  ["uwsgi/bad-number", uwsgi, ini, "processes = 2", "processes = auto"],
  ["uwsgi/bad-number", packaged, ini, "buffer-size = 65535", "buffer-size = 64k"],
  ["uwsgi/magic-percent", uwsgi, ini, "disable-logging = true", "disable-logging = true\nlog-date = %Y-%m-%d"],
  ["uwsgi/magic-percent", wsgi, ini, "disable-logging = true", "disable-logging = true\nlog-date = %d.%m."],
  ["uwsgi/undefined-placeholder", supervised, ini, "vacuum = true", "vacuum = true\nchdir = %(bse)"],
  [
    "uwsgi/undefined-placeholder",
    supervisedPackage,
    ini,
    "vacuum = true",
    "vacuum = true\npidfile = %(folder)/shop.pid",
  ],
  ["uwsgi/duplicate-option", supervised, ini, "listen = 1024", "listen = 1024\nlisten = 100"],
  ["uwsgi/duplicate-option", wsgi, ini, "buffer-size = 65535", "buffer-size = 65535\nbuffer-size = 4096"],
  ["uwsgi/no-master", uwsgi, ini, /^master = true\n/m, ""],
  ["uwsgi/no-master", packaged, ini, "master = true", "master = false"],
  ["uwsgi/no-die-on-term", uwsgi, ini, hook, ""],
  ["uwsgi/no-die-on-term", supervised, ini, hook, ""],
  ["uwsgi/no-die-on-term", wsgi, ini, hook, "die-on-term = false\n"],
  ["uwsgi/public-uwsgi-socket", uwsgi, ini, socket, "socket = :3031", mismatch],
  ["uwsgi/public-uwsgi-socket", packaged, ini, socket, "socket = 0.0.0.0:3031", mismatch],
  ["uwsgi/http-instead-of-http-socket", uwsgi, ini, socket, "http = 127.0.0.1:8080", mismatch],
  ["uwsgi/http-instead-of-http-socket", packaged, ini, socket, "http = :8000", mismatch],
  ["uwsgi/world-writable-socket", supervised, ini, "chmod-socket = 600", "chmod-socket = 666"],
  ["uwsgi/world-writable-socket", supervisedPackage, ini, "chmod-socket = 600", "chmod-socket = 777"],
  ["uwsgi/for-developers", { stack: "uwsgi" }, ini, "wsgi:app", "wsgi:app\npy-autoreload = 3"],
  ["uwsgi/for-developers", emperor, ini, "vacuum = true", "vacuum = true\ncatch-exceptions = true"],
  ["uwsgi/quoted-value", { stack: "uwsgi" }, ini, "wsgi:app", '"wsgi:app"', /./],
  ["uwsgi/quoted-value", emperor, ini, "vacuum = true", "vacuum = true\nchdir = '/srv/shop'", /./],
  [
    "cross/bad-address",
    { stack: "uwsgi" },
    "other/uwsgi.ini",
    "",
    "[uwsgi]\nmodule = wsgi:app\nmaster = true\ndie-on-term = true\nhttp-socket = 0.0.0.0\n",
    /./,
  ],
  [
    "cross/bad-address",
    { stack: "uwsgi" },
    "other/uwsgi.ini",
    "",
    "[uwsgi]\nmodule = wsgi:app\nmaster = true\ndie-on-term = true\nsocket = localhost\n",
    /./,
  ],
  ["uwsgi/runs-as-root", emperor, ini, "vacuum = true", "vacuum = true\nuid = root", /emperor-and-unit/],
  [
    "uwsgi/runs-as-root",
    { layout: "package", ...emperor },
    ini,
    "strict = true",
    "strict = true\nuid = 0",
    /emperor-and-unit/,
  ],
  [
    "uwsgi/privileged-port",
    uwsgi,
    ini,
    socket,
    "socket = 127.0.0.1:80\nroute-if-not = empty:${UWSGI_FILE} break:403",
    mismatch,
  ],
  [
    "uwsgi/privileged-port",
    packaged,
    ini,
    socket,
    "socket = 127.0.0.1:443\nroute-if-not = empty:${UWSGI_FILE} break:403",
    mismatch,
  ],
  ["uwsgi/module-and-wsgi-file", uwsgi, ini, "module = wsgi:app", "module = wsgi:app\nwsgi-file = wsgi.py"],
  [
    "uwsgi/module-and-wsgi-file",
    wsgi,
    ini,
    "module = wsgi:application",
    "module = wsgi:application\nwsgi-file = wsgi.py",
  ],
  ["uwsgi/mount-without-manage-script-name", uwsgi, ini, "module = wsgi:app", "mount = /shop=wsgi:app", /prefix/],
  [
    "uwsgi/mount-without-manage-script-name",
    packaged,
    ini,
    "module = wsgi:app",
    "mount = /app=wsgi.py\ncallable = app",
    /prefix/,
  ],
  ["uwsgi/placeholder-value", uwsgi, ini, "strict = true", "strict = true\ntouch-reload = /path/to/shop.touch"],
  ["uwsgi/placeholder-value", supervised, ini, "strict = true", "strict = true\nlogto = /home/your_user/shop.log"],
  ["uwsgi/relative-home", supervised, ini, "vacuum = true", "vacuum = true\nhome = srv/shop/venv"],
  ["uwsgi/relative-home", supervisedPackage, ini, "vacuum = true", "vacuum = true\nvirtualenv = usr/local/shop/venv"],
  ["uwsgi/plugin-with-pip-uwsgi", supervised, ini, "vacuum = true", "vacuum = true\nplugin = python3"],
  [
    "uwsgi/plugin-with-pip-uwsgi",
    uwsgi,
    ini,
    "need-app = true",
    "need-app = true\nplugins = http,/opt/uwsgi/python3_plugin.so",
  ],
  ["uwsgi/plugin-with-pip-uwsgi", supervisedPackage, ini, "vacuum = true", "vacuum = true\nplugins = python"],
  ["uwsgi/env-is-no-virtualenv", supervised, ini, "vacuum = true", "vacuum = true\nenv = /srv/shop/.venv"],
  ["uwsgi/env-is-no-virtualenv", supervisedPackage, ini, "vacuum = true", "vacuum = true\nenv = venv"],
  ["uwsgi/socket-of-systemd", uwsgi, ini, "strict = true", "strict = true\nchmod-socket = 660"],
  ["uwsgi/socket-of-systemd", packaged, ini, "strict = true", "strict = true\nvacuum = true"],
  ["cross/chunked-body-lost", uwsgi, "deploy/nginx.conf", / *uwsgi_param HTTP_TRANSFER_ENCODING.*\n/, ""],
  ["cross/chunked-body-lost", packaged, "deploy/nginx.conf", "HTTP_TRANSFER_ENCODING", "TRANSFER_ENCODING"],
];

describe("a generated repository gives", () => plant(mistakes));

it.each([
  [uwsgi, "sentry-sdk"],
  [packaged, "apscheduler"],
] as const)("uwsgi/threads-disabled in %j, where %s wants threads", async (answers, name) => {
  const clean = await generated(answers);
  const wanting = mutated(clean, "requirements.txt", /^/, `${name}\n`);
  expect(lintRepository(wanting).findings.filter((f) => f.severity !== "info")).toEqual([]);
  const { findings } = lintRepository(mutated(wanting, ini, /^threads = \d+\n/m, ""));
  const grave = findings.filter((f) => f.severity !== "info").map((f) => `${f.rule} ${f.at.source.path}`);
  expect(grave).toEqual([`uwsgi/threads-disabled ${ini}`]);
});

/** Inis of somebody else's, beside nothing that says otherwise. */
const alone = (...lines: string[]) =>
  found({ "shop.ini": `[uwsgi]\nmodule = wsgi:app\nmaster = true\ndie-on-term = true\n${lines.join("\n")}\n` }, /./);

it.each([
  ["uwsgi/local-uwsgi-socket", ["socket = 127.0.0.1:3031"]],
  ["uwsgi/local-uwsgi-socket", ["socket = localhost:3031"]],
  ["uwsgi/socket-in-home", ["socket = /home/ann/shop/shop.sock"]],
  ["uwsgi/socket-in-home", ["chdir = /home/ann/shop", "socket = shop.sock"]],
  ["uwsgi/socket-in-tmp", ["socket = /tmp/shop.sock"]],
  ["uwsgi/socket-in-tmp", ["socket = /var/tmp/shop.sock"]],
])("%s: %j", (rule, lines) => expect(alone(...lines)).toEqual([`${rule} ${4 + lines.length}`]));
