import { describe, expect, it } from "vitest";
import type { Answers } from "../../../../../action/engine/app/fields.ts";
import { type Files, generated, lintRepository, mutated } from "../../generated.ts";

const secure = { stack: "gunicorn", domain: "tea-shop.org" } as const;
const given = { stack: "uwsgi", domain: "tea-shop.org", tls: "files" } as const;
const pair = /\/etc\/flask-deploy\/tls\/shop\/current\/fullchain/;
const stacks: readonly Answers["stack"][] = ["uwsgi", "uwsgi-cluster", "wsgi", "uwsgi-tcp", "gunicorn"];
const nginx = "deploy/nginx.conf";
const ini = "deploy/uwsgi.ini";
const conf = "deploy/gunicorn.conf.py";
const unit = "deploy/shop@.service";
const yml = "flask-deploy.yml";
const socket = "deploy/shop@.socket";
const front = "deploy/shop-front@.service";
const supervised = { stack: "uwsgi", processManager: "supervisor" } as const;
const supervisedGunicorn = { stack: "gunicorn", processManager: "supervisor" } as const;

/** One planted mistake: in which stack, in which file, what is changed, and where the finding has to be. */
type Mistake = readonly [
  rule: string,
  answers: Partial<Answers>,
  path: string,
  from: string | RegExp,
  to: string,
  found?: string,
];

const mistakes: readonly Mistake[] = [
  ["cross/https-disagrees", secure, yml, "tls: letsencrypt", "tls: none", nginx],
  ["cross/https-disagrees", given, nginx, pair, "/etc/ssl/tea-shop/fullchain"],
  ["cross/https-disagrees", { stack: "uwsgi" }, yml, "tls: none", "tls: files", nginx],
  [
    "cross/certificate-not-made",
    secure,
    nginx,
    /$/,
    "server {\n    listen 443 ssl;\n    server_name tea.org;\n    ssl_certificate /etc/letsencrypt/live/tea.org/fullchain.pem;\n    ssl_certificate_key /etc/letsencrypt/live/tea.org/privkey.pem;\n    return 204;\n}\n",
  ],
  [
    "cross/certificate-not-made",
    given,
    nginx,
    /$/,
    "server {\n    listen 443 ssl;\n    server_name tea.org;\n    ssl_certificate /etc/flask-deploy/tls/tea/current/fullchain.pem;\n    ssl_certificate_key /etc/flask-deploy/tls/tea/current/privkey.pem;\n    return 204;\n}\n",
  ],
  ["cross/socket-path-mismatch", { stack: "uwsgi" }, nginx, "unix:/run/shop/current.sock", "unix:/run/shop/shop.sock"],
  ["cross/socket-path-mismatch", { stack: "wsgi" }, nginx, "unix:/run/shop/", "unix:/run/shopp/"],
  ["cross/socket-path-mismatch", { stack: "uwsgi-tcp" }, nginx, "127.0.0.1:4242", "127.0.0.1:4224"],
  ["cross/socket-path-mismatch", { stack: "uwsgi-cluster" }, nginx, "127.0.0.1:8081", "127.0.0.1:8082"],
  ["cross/socket-path-mismatch", { stack: "gunicorn" }, nginx, "/run/shop/current.sock", "/run/shop/gunicorn.sock"],
  ["cross/socket-path-mismatch", supervised, front, "4096 /run/shop/app/%i.sock", "4096 /run/shop/%i.sock"],
  ["cross/socket-path-mismatch", supervisedGunicorn, conf, "}.sock", "}-app.sock", front],
  ["cross/socket-path-mismatch", { stack: "uwsgi-tcp" }, ini, "/run/shop/app/%n", "/run/shop/apps/%n", front],
  ["cross/socket-path-mismatch", { stack: "uwsgi-tcp" }, "deploy/shop-proxy.service", "/current.sock", "/shop.sock"],
  ["cross/socket-path-mismatch", { stack: "gunicorn" }, socket, "/run/shop/%i", "/run/%i", nginx],
  // What systemd hands over speaks the uwsgi protocol under any name of the option, unless `protocol` says otherwise.
  ["cross/protocol-mismatch", supervised, ini, "socket = /run", "http-socket = /run", nginx],
  ["cross/protocol-mismatch", { stack: "uwsgi-tcp" }, ini, "socket = /run", "http-socket = /run", nginx],
  [
    "cross/protocol-mismatch",
    { stack: "uwsgi-cluster" },
    ini,
    "socket = /run",
    "protocol = http\nsocket = /run",
    nginx,
  ],
  ["cross/unit-config-path", { stack: "uwsgi" }, unit, "--ini deploy/uwsgi.ini", "--ini uwsgi.ini"],
  ["cross/unit-config-path", { stack: "gunicorn" }, unit, "deploy/gunicorn.conf.py", "gunicorn.conf.py"],
  ["cross/unit-config-path", { stack: "gunicorn" }, unit, "gunicorn.conf.py", "gunicorn_conf.py"],
  [
    "cross/venv-path",
    { stack: "gunicorn" },
    unit,
    "Environment=RELEASE=%i\nExecStart=/srv/shop/releases/%i/",
    "Environment=RELEASE=%i PATH=/srv/shop/env/bin:/usr/bin:/bin\nExecStart=/srv/shop/",
  ],
  [
    "cross/venv-path",
    { stack: "gunicorn", layout: "package" },
    unit,
    "Environment=RELEASE=%i\nExecStart=/srv/shop/releases/%i/.venv",
    "Environment=RELEASE=%i PATH=/srv/shop/venv/bin:/usr/bin:/bin\nExecStart=/srv/shop/env",
  ],
  [
    "cross/socket-unit-permission",
    { stack: "uwsgi-tcp" },
    "deploy/shop.socket",
    "ListenStream=127.0.0.1:4242",
    "ListenStream=/run/shop.sock\nSocketMode=0600",
  ],
  [
    "cross/socket-unit-permission",
    { stack: "uwsgi-tcp" },
    "deploy/shop.socket",
    "ListenStream=127.0.0.1:4242",
    "ListenStream=/run/shop.sock\nSocketMode=0700\nSocketUser=shop",
  ],
  ["cross/callable-missing", { stack: "uwsgi" }, ini, "wsgi:app", "wsgi:application"],
  ["cross/callable-missing", { stack: "wsgi" }, ini, "wsgi:application", "wsgi:app"],
  ["cross/callable-missing", { stack: "gunicorn" }, unit, "wsgi:app", "wsgi:ap"],
  [
    "cross/callable-missing",
    { stack: "uwsgi" },
    "wsgi.py",
    "from app import app",
    "from app import application as app",
  ],
  ["cross/module-missing", { stack: "uwsgi" }, ini, "wsgi:app", "WSGI:app"],
  ["cross/module-missing", { stack: "uwsgi" }, ini, "wsgi:app", "wsgi.py:app"],
  ["cross/module-missing", { stack: "gunicorn" }, unit, "wsgi:app", "wsgi.py:app"],
  ["cross/module-missing", { stack: "gunicorn" }, unit, "wsgi:app", "wsg:app"],
  ["cross/factory-called-wrong", { stack: "uwsgi-cluster" }, ini, "wsgi:app", "app:create_app"],
  ["cross/factory-called-wrong", { stack: "gunicorn", layout: "package" }, unit, "wsgi:app", "app:create_app"],
  ["cross/socket-unit-permission", { stack: "gunicorn" }, socket, "SocketGroup=www-data\n", ""],
  ["cross/socket-unit-permission", { stack: "uwsgi" }, socket, "SocketMode=0660", "SocketMode=0640"],
  ["cross/socket-unit-permission", supervised, socket, "SocketMode=0660", "SocketMode=0600"],
  [
    "cross/socket-unit-permission",
    { stack: "uwsgi-cluster" },
    "deploy/shop-proxy.service",
    "SupplementaryGroups=www-data\n",
    "",
    socket,
  ],
  ["cross/socket-permission", supervised, front, "User=shop\nGroup=shop", "User=www-data\nGroup=www-data", ini],
  ["cross/socket-permission", supervised, ini, "chmod-socket = 600", "chmod-socket = 400"],
  ["cross/socket-permission", supervisedGunicorn, front, "User=shop", "User=www-data", conf],
  ["cross/socket-dir-missing", { stack: "uwsgi" }, ini, "/run/shop/$(RELEASE)", "/run/shopp/$(RELEASE)"],
  ["cross/socket-dir-missing", supervised, ini, "/run/shop/app/$(RELEASE)", "/run/shop/$(RELEASE)"],
  ["cross/socket-dir-missing", supervisedGunicorn, conf, "/run/shop/app/", "/run/shop/sockets/"],
  ["cross/private-tmp-socket", { stack: "uwsgi" }, ini, "/run/shop/$(RELEASE)", "/tmp/$(RELEASE)", unit],
  ["cross/private-tmp-socket", supervisedGunicorn, conf, 'f"unix:/run/shop/app/', 'f"unix:/tmp/', front],
  ["cross/private-tmp-socket", supervised, ini, "socket = /run/shop/app/", "socket = /tmp/", front],
  ["cross/protect-home", { stack: "uwsgi" }, unit, "WorkingDirectory=/srv/shop", "WorkingDirectory=/home/deploy/shop"],
  ["cross/protect-home", { stack: "uwsgi" }, ini, "disable-logging = true", "logto = /var/log/shop/uwsgi.log", unit],
  [
    "cross/protect-home",
    { stack: "gunicorn" },
    conf,
    "accesslog = None",
    'accesslog = "/var/log/shop/access.log"',
    unit,
  ],
  ["cross/static-path", { stack: "uwsgi-cluster" }, nginx, "current/app/static/;", "current/static/;"],
  ["cross/static-path", { stack: "uwsgi" }, nginx, "current/static/;", "current/app/static/;"],
  ["cross/body-size", { stack: "uwsgi" }, nginx, "client_max_body_size 16m", "client_max_body_size 2m"],
  ["cross/body-size", { stack: "uwsgi-cluster" }, nginx, /.*client_max_body_size.*\n/, "", "app/__init__.py"],
  ["cross/body-size", { stack: "uwsgi" }, ini, "limit-post = 16777216", "limit-post = 1048576"],
  ["cross/body-size", { stack: "gunicorn" }, "app.py", "16 * 1024 * 1024", "64 * 1024 * 1024", nginx],
  ["cross/timeout-order", { stack: "uwsgi" }, ini, "harakiri = 30", "harakiri = 120", nginx],
  ["cross/timeout-order", { stack: "uwsgi-tcp" }, nginx, "uwsgi_read_timeout 35s", "uwsgi_read_timeout 20s"],
  ["cross/proxyfix-count", { stack: "gunicorn" }, "wsgi.py", "x_proto=1", "x_proto=1, x_host=1"],
  ["cross/proxyfix-count", { stack: "gunicorn" }, nginx, /.*X-Forwarded-For .*\n/, "", "wsgi.py"],
  [
    "cross/prefix-mismatch",
    { stack: "uwsgi" },
    ini,
    "module = wsgi:app",
    "mount = /app=wsgi:app\nmanage-script-name = true",
    nginx,
  ],
  ["cross/stop-signal", { stack: "gunicorn" }, unit, "KillSignal=SIGTERM", "KillSignal=SIGQUIT"],
  ["cross/stop-signal", { stack: "gunicorn" }, unit, "TimeoutStopSec=45", "TimeoutStopSec=10"],
  ["cross/stop-signal", { stack: "uwsgi" }, unit, "TimeoutStopSec=45", "TimeoutStopSec=10"],
  ["cross/stop-signal", { stack: "uwsgi" }, unit, "KillMode=mixed", "KillMode=process"],
  [
    "cross/server-package-missing",
    { stack: "gunicorn" },
    "requirements.txt",
    /^gunicorn==.*\\\n( +--hash.*\n)+/m,
    "",
    unit,
  ],
  ["cross/answers-disagree", { stack: "uwsgi" }, ini, /^processes = .*$/m, "processes = 7"],
  ["cross/answers-disagree", { stack: "gunicorn" }, conf, /^workers = .*$/m, "workers = 7"],
  ["cross/answers-disagree", { stack: "uwsgi-cluster" }, nginx, "server_name _;", "server_name shop.test;"],
  ["cross/answers-disagree", { stack: "uwsgi" }, ini, /^threads = .*$/m, "threads = 3"],
  ["cross/answers-disagree", { stack: "gunicorn" }, conf, /^threads = .*$/m, "threads = 3"],
  // As somebody changes an answer and forgets the files.
  ["cross/answers-disagree", { stack: "uwsgi" }, yml, "server: uwsgi", "server: gunicorn", unit],
  ["cross/answers-disagree", { stack: "gunicorn" }, yml, "server: gunicorn", "server: uwsgi", unit],
  ["cross/answers-disagree", { stack: "uwsgi" }, yml, "process_manager: systemd", "process_manager: supervisor", unit],
  [
    "cross/answers-disagree",
    supervised,
    yml,
    "process_manager: supervisor",
    "process_manager: emperor",
    "deploy/start",
  ],
  [
    "cross/answers-disagree",
    { stack: "uwsgi-tcp" },
    yml,
    "process_manager: emperor",
    "process_manager: systemd",
    "deploy/shop-emperor.service",
  ],
  ["cross/answers-disagree", { stack: "uwsgi" }, yml, "nginx: site", "nginx: full", nginx],
  ["cross/answers-disagree", { stack: "uwsgi-cluster" }, yml, "nginx: full", "nginx: site", nginx],
  ["cross/answers-disagree", { stack: "gunicorn" }, yml, "socket: unix", "socket: tcp", nginx],
  ["cross/answers-disagree", { stack: "uwsgi-tcp" }, yml, "socket: tcp", "socket: unix", nginx],
  [
    "cross/streaming-location",
    { stack: "gunicorn" },
    "wsgi.py",
    /$/,
    "\nfrom flask_socketio import SocketIO\n\nsocketio = SocketIO(app)\n",
    nginx,
  ],
  [
    "cross/streaming-location",
    { stack: "uwsgi" },
    "app.py",
    /$/,
    '\n\n@app.get("/events")\ndef events():\n    return app.response_class(iter([]), mimetype="text/event-stream")\n',
    nginx,
  ],
  ["cross/scheme-from-visitor", { stack: "uwsgi" }, nginx, / *uwsgi_param HTTP_X_FORWARDED_PROTO.*\n/, ""],
  [
    "cross/scheme-from-visitor",
    { stack: "uwsgi-tcp" },
    nginx,
    "HTTP_X_FORWARDED_PROTO $scheme",
    "UWSGI_SCHEME $scheme",
  ],
  ["cross/socket-unit-address", { stack: "uwsgi" }, ini, "/run/shop/$(RELEASE)", "/run/shop-$(RELEASE)"],
  ["cross/socket-unit-address", { stack: "uwsgi-cluster" }, socket, "/run/shop/%i", "/run/shop/%i-app", ini],
  ["cross/open-umask", { stack: "uwsgi" }, ini, "strict = true", "strict = true\numask = 000"],
  ["cross/open-umask", supervisedGunicorn, "deploy/supervisor.conf", "umask=027", "umask=0"],
  ["cross/emperor-and-unit", { stack: "uwsgi" }, ini, "strict = true", "strict = true\nuid = www-data"],
  [
    "cross/emperor-and-unit",
    { stack: "wsgi" },
    ini,
    "strict = true",
    "strict = true\ndaemonize = /srv/shop/shared/log",
  ],
];

/** Where the mistake needs a second change, so that it is the only one. */
const beside: Record<string, (files: Files) => Files> = {
  "cross/socket-unit-permission": (files) =>
    files[nginx]?.includes("127.0.0.1:4242") ? mutated(files, nginx, "127.0.0.1:4242", "unix:/run/shop.sock") : files,
  "cross/private-tmp-socket": (files) =>
    files[front] ? mutated(files, front, "4096 /run/shop/app/", "4096 /tmp/") : files,
  "cross/prefix-mismatch": (files) => mutated(files, nginx, "location / {", "location /shop {"),
  "cross/server-package-missing": (files) =>
    files["requirements.in"]?.includes("gunicorn") ? mutated(files, "requirements.in", /gunicorn.*\n/, "") : files,
};

/** What is true as well: a socket that is moved is one that nginx does not find, and not the one that systemd opens. */
const also: Record<string, RegExp> = {
  "cross/private-tmp-socket": /socket-(path-mismatch|unit-address)$/,
  "cross/socket-unit-permission": /answers-disagree$/,
  "cross/socket-dir-missing": /socket-(path-mismatch|unit-address)$/,
  "cross/socket-unit-address": /socket-(dir-missing|permission)$/,
};

describe("a generated repository", () => {
  it.each(stacks)("of the stack %s has nothing to find between its files", async (stack) => {
    expect(lintRepository(await generated({ stack })).findings.filter((f) => f.severity !== "info")).toEqual([]);
  });

  it.each<[Partial<Answers>]>([
    [secure],
    [given],
    [{ ...secure, domain: "tea-shop.org www.tea-shop.org", hsts: 86400, behind: "10.0.0.0/8 2001:db8::/32" }],
    [{ ...given, nginx: "full", hsts: 86400, domain: "_" }],
    [{ ...given, stack: "uwsgi-cluster", tls: "none", behind: "10.0.0.0/8" }],
  ])("with HTTPS as in %j has nothing to find at all", async (answers) => {
    expect(lintRepository(await generated(answers)).findings).toEqual([]);
  });

  for (const [rule, answers, path, from, to, found = path] of mistakes) {
    it(`gives ${rule} in ${found} (${answers.stack}) when ${from} of ${path} becomes ${to.replace(/\n/g, " ")}`, async () => {
      const clean = await generated(answers);
      const files = mutated(beside[rule]?.(clean) ?? clean, path, from, to);
      const { findings } = lintRepository(files);
      const grave = findings.filter((f) => f.severity !== "info" && !also[rule]?.test(f.rule));
      expect(grave.map((f) => `${f.rule} ${f.at.source.path}`)).toEqual([`${rule} ${found}`]);
      expect(grave[0]?.message).toMatch(/\S{3}.*[.?]$/);
    });
  }
});
