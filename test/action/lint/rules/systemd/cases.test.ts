import { describe, expect, it } from "vitest";
import type { Files } from "../../generated.ts";
import { found } from "../planted.ts";

const systemd = /^systemd\//;
const gunicorn = "/srv/shop/.venv/bin/gunicorn -b 127.0.0.1:8000 wsgi:app";
/** A unit whose [Service] is these lines, the third one and the next. */
const service = (...lines: string[]): Files => ({
  "shop.service": `[Unit]\nDescription=the "shop\n[Service]\n${lines.join("\n")}\n`,
});
const app = (...lines: string[]) => service("User=shop", "Restart=always", ...lines);

const healthy: Record<string, Files> = {
  "a bare name, which systemd looks up itself": app("ExecStart=gunicorn wsgi:app"),
  "systemd's prefixes before the path": app(
    "ExecStartPre=-/bin/true",
    "ExecStart=@/usr/bin/gunicorn gunicorn wsgi:app",
    "ExecReload=+/bin/true",
  ),
  "a specifier for the beginning of the path": app("ExecStart=%h/.venv/bin/gunicorn wsgi:app"),
  "markup for the beginning of the path": {
    "shop.service.j2": app("ExecStart={{ venv }}/bin/gunicorn wsgi:app")["shop.service"] as string,
  },
  "an ini of somebody's own on the server, which may say who uWSGI is": service(
    "Restart=always",
    "ExecStart=/usr/bin/uwsgi --ini /etc/uwsgi/emperor.ini",
  ),
  "shell syntax for a shell": app(`ExecStart=/bin/bash -c 'cd /srv/shop && exec ${gunicorn} > log 2>&1'`),
  "two commands of systemd's own": service("Type=oneshot", "ExecStart=/bin/true ; /bin/false"),
  "signs within words": app(`ExecStart=${gunicorn} --access-logformat "%%(h)s | %%(r)s > %%(s)s" --env A=a&b`),
  "variables of systemd's own": app(`ExecStart=${gunicorn} $OPTIONS \${MORE}`, "ExecReload=/bin/kill -HUP $MAINPID"),
  "a # that begins no comment": app(
    "Environment=COLOR=#fff",
    'Environment="A=b # c"',
    `ExecStart=${gunicorn} --name '# shop'`,
    "SyslogIdentifier=shop # x",
  ),
  "comments within a command of several lines": app(
    "ExecStart=/srv/shop/.venv/bin/gunicorn \\",
    "  # where it listens",
    "  -b 127.0.0.1:8000 \\",
    "  ; the app",
    "  wsgi:app",
  ),
  "an escaped quote": app('Environment="A=say \\"hi\\""', "Environment='A=it\"s'", `ExecStart=${gunicorn}`),
  "a quote in a description": app(`ExecStart=${gunicorn}`),
  "a section of one's own": { "shop.service": `${app(`ExecStart=${gunicorn}`)["shop.service"]}[X-Shop]\nA=b\n` },
  "a unit that stops something": service("Type=oneshot", "RemainAfterExit=yes", "ExecStop=/bin/true"),
  "an empty file, which masks a unit": { "shop.service": "" },
  "a drop-in": {
    "etc/systemd/system/shop.service.d/override.conf": "[Service]\nEnvironment=A=b\n",
    "shop.service.d/user.conf": `[Service]\nExecStart=\nExecStart=${gunicorn}\n`,
  },
  "a user's own unit": { "systemd/user/shop.service": `[Service]\nRestart=always\nExecStart=${gunicorn}\n` },
  "a unit for the default target": {
    "shop.service": `[Service]\nRestart=always\nExecStart=${gunicorn}\n[Install]\nWantedBy=default.target\n`,
  },
  "a unit that says it is a user's own": {
    "shop.service": `# systemctl --user enable shop\n[Service]\nRestart=always\nExecStart=${gunicorn}\n`,
  },
  "a command line that somebody fills in": app(
    "ExecStart=<folder>/venv/bin/gunicorn --workers <2x cpu + 1> wsgi:app",
    "SyslogIdentifier=shop",
  ),
  "a dynamic user": service("DynamicUser=yes", "Restart=always", `ExecStart=${gunicorn}`),
  "an ini that becomes somebody": {
    ...service("Restart=always", "ExecStart=/usr/bin/uwsgi --ini uwsgi.ini"),
    "uwsgi.ini": "[uwsgi]\nuid = shop\nmodule = wsgi\nmaster = true\ndie-on-term = true\nsocket = /run/x.sock\n",
  },
  "an emperor": service("Restart=always", "Type=notify", "ExecStart=/usr/bin/uwsgi --emperor /etc/uwsgi/vassals"),
  "a command line that becomes somebody": service("Restart=always", `ExecStart=${gunicorn} --user shop`),
  "root for something else": service("User=root", "ExecStart=/usr/sbin/nginx -g 'daemon off;'"),
  "python where nothing says Flask": service("User=bot", "ExecStart=/usr/bin/python3 /opt/bot/server.py"),
  "a script of the repository that serves otherwise": {
    ...app("Environment=FLASK_ENV=production", "ExecStart=/srv/shop/.venv/bin/python serve.py"),
    "serve.py": "from shop import app\nimport bjoern\nbjoern.run(app, '127.0.0.1', 8000)\n",
  },
  "waitress by its own program": app("ExecStart=/srv/shop/.venv/bin/waitress-serve wsgi:app"),
  "Type=notify through exec": app("Type=notify", `ExecStart=/bin/sh -c 'cd /srv/shop; exec ${gunicorn}'`),
  "Type=notify through a shell that becomes the server": app(
    "Type=notify",
    `ExecStart=/bin/bash -c 'cd /srv/shop && ${gunicorn}'`,
  ),
  "Type=notify from every process": app("Type=notify", "NotifyAccess=all", `ExecStart=/bin/sh -c '${gunicorn}; exit'`),
  "Type=forking for a daemon": app("Type=forking", `ExecStart=${gunicorn} --daemon`),
  "Type=forking for an ini that is not here": app("Type=forking", "ExecStart=/usr/bin/uwsgi --ini /etc/uwsgi/shop.ini"),
  "Type=forking for an ini that goes into the background": {
    ...app("Type=forking", "ExecStart=/usr/bin/uwsgi --ini uwsgi.ini"),
    "uwsgi.ini":
      "[uwsgi]\ndaemonize = /var/log/x.log\nmodule = wsgi\nmaster = true\ndie-on-term = true\nsocket = /run/x.sock\n",
  },
  "a PATH with the system's folders": app("Environment=PATH=/srv/shop/venv/bin:/usr/bin:/bin", `ExecStart=${gunicorn}`),
  "a PATH of another tool": service("Environment=PATH=/root/.cargo/bin", "ExecStart=/root/.cargo/bin/shop"),
  "After=syslog.target": {
    "shop.service": `[Unit]\nAfter=syslog.target\n[Service]\nUser=shop\nRestart=always\nExecStart=${gunicorn}\n`,
  },
  "a socket of the same name": {
    "shop.service": `[Unit]\nRequires=shop.socket\n[Service]\nUser=shop\nRestart=always\nExecStart=${gunicorn}\n`,
  },
  "a unit that waits for what it requires": {
    "shop.service": `[Unit]\nRequires=db.service redis.service\nAfter=redis.service\nAfter=db.service\n[Service]\nUser=shop\nRestart=always\nExecStart=${gunicorn}\n`,
  },
  "a supervisor program for a shell": {
    "supervisor.conf": `[program:shop]\ncommand=bash -c "cd /srv/shop && exec ${gunicorn}"\nuser=shop\n`,
  },
};

describe("the rules for units are silent about", () => {
  it.each(Object.entries(healthy))("%s", (_, files) => expect(found(files, systemd)).toEqual([]));
});

const flask = "from flask import Flask\napp = Flask(__name__)\nif __name__ == '__main__':\n    app.run()\n";
const wrong: readonly [string, Files, ...string[]][] = [
  ["a folder without its first slash", app("ExecStart=srv/shop/gunicorn wsgi:app"), "systemd/exec-not-absolute 6"],
  [
    "a variable for the beginning of the path",
    app("ExecStart=$VENV/bin/gunicorn wsgi:app"),
    "systemd/exec-not-absolute 6",
  ],
  ["cd and &&", app("ExecStart=cd /srv/shop && gunicorn wsgi:app"), "systemd/exec-shell-syntax 6"],
  ["a ~ in an argument", app(`ExecStart=${gunicorn} --pid ~/shop.pid`), "systemd/exec-shell-syntax 6"],
  [
    "an apostrophe in a command",
    app("ExecStartPre=/bin/echo it's", `ExecStart=${gunicorn}`),
    "systemd/unbalanced-quote 6",
  ],
  [
    "a comment behind a user",
    service("User=shop  # not root", "Restart=always", `ExecStart=${gunicorn}`),
    "systemd/inline-comment 4",
  ],
  ["an init script", { "shop.service": "#!/bin/sh\ncase $1 in start) gunicorn wsgi;; esac\n" }, "systemd/not-a-unit 1"],
  ["a service that starts nothing", service("User=shop"), "systemd/not-a-unit 3"],
  ["no user", service("Restart=always", `ExecStart=${gunicorn}`), "systemd/runs-as-root 3"],
  ["flask run", app("ExecStart=/srv/shop/.venv/bin/flask run"), "systemd/dev-server 6"],
  [
    "a script that the unit calls Flask's",
    app("Environment=FLASK_APP=app.py", "ExecStart=/usr/bin/python3 app.py"),
    "systemd/dev-server 7",
  ],
  [
    "a script with app.run()",
    { ...app("ExecStart=/usr/bin/python3 /srv/shop/app.py"), "app.py": flask },
    "systemd/dev-server 6",
  ],
  [
    "waitress and Type=notify",
    app("Type=notify", "ExecStart=/x/bin/waitress-serve wsgi:app"),
    "systemd/type-notify-mismatch 6",
  ],
  [
    "app.run() and Type=notify",
    { ...app("Type=notify", "ExecStart=/usr/bin/python3 app.py"), "app.py": flask },
    "systemd/type-notify-mismatch 6",
    "systemd/dev-server 7",
  ],
  [
    "a shell that stays",
    app("Type=notify", `ExecStart=/bin/bash -c '${gunicorn}; exit'`),
    "systemd/type-notify-mismatch 6",
  ],
  [
    "a PATH of $PATH",
    app('Environment="PATH=/srv/shop/venv/bin:$PATH"', `ExecStart=${gunicorn}`),
    "systemd/environment-path-only-venv 6",
  ],
  [
    "&& in a supervisor command",
    { "supervisor.conf": `[program:shop]\ncommand=cd /srv/shop && ${gunicorn}\nuser=shop\n` },
    "systemd/exec-shell-syntax 2",
  ],
  [
    "a ; that cuts a supervisor command short",
    { "supervisor.conf": `[program:shop]\ncommand=bash -c "cd /srv ; ${gunicorn}"\nuser=shop\n` },
    "systemd/unbalanced-quote 2",
  ],
];

describe("the rules for units find", () => {
  it.each(wrong)("%s", (_, files, ...expected) => expect(found(files, systemd)).toEqual(expected));
});
