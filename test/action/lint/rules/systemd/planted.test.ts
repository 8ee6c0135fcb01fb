import { describe } from "vitest";
import { type Planted, plant } from "../planted.ts";

const uwsgi = { stack: "uwsgi" } as const;
const gunicorn = { stack: "gunicorn" } as const;
const supervised = { ...uwsgi, processManager: "supervisor" } as const;
const unit = "deploy/shop@.service";

const job = (path: string) =>
  `description "shop"\nstart on runlevel [2345]\nsetuid shop\nenv PATH=${path}\nexec /srv/shop/.venv/bin/gunicorn wsgi:app\n`;

const pip = "/srv/shop/venv/bin/pip install -r requirements.txt";
const worker = (command: string) => `[Service]\nUser=shop\nRestart=always\nExecStart=/srv/shop/venv/bin/${command}\n`;

const mistakes: readonly Planted[] = [
  ["systemd/unknown-section", uwsgi, unit, "[Service]", "[service]"],
  ["systemd/unknown-section", gunicorn, unit, "[Unit]", "[Units]", /socket-not-required/],
  ["systemd/bad-value", uwsgi, unit, "Type=notify", "Type=daemon"],
  ["systemd/bad-value", gunicorn, unit, "Type=notify", "Type=notify\nWorkingDirectory=srv/shop", /./],
  ["systemd/bad-value", gunicorn, unit, "Environment=RELEASE=%i", "Environment=RELEASE=%i\nEnvironment=NAME=the shop"],
  ["systemd/stray-line", gunicorn, unit, "ExecStart=", "ExecStartPre=/bin/true \\ \n    --more\nExecStart="],
  ["systemd/exec-shell-syntax", uwsgi, unit, "ExecStart=", "ExecStartPre=source /srv/shop/env\nExecStart="],
  ["systemd/inline-comment", uwsgi, unit, "RestartSec=1", "RestartSec=1  # a second"],
  ["systemd/inline-comment", gunicorn, unit, "UMask=0027", "UMask=0027 ; nobody else"],
  ["systemd/inline-comment", gunicorn, unit, "wsgi:app", "wsgi:app # the shop"],
  ["systemd/unbalanced-quote", uwsgi, unit, "Environment=RELEASE=%i", 'Environment="RELEASE=%i'],
  ["systemd/unbalanced-quote", gunicorn, unit, "Environment=RELEASE=%i", "Environment=RELEASE=%i\nEnvironment=A='b"],
  ["systemd/exec-not-absolute", uwsgi, unit, "ExecStart=/srv/shop/releases/%i/", "ExecStart="],
  ["systemd/exec-not-absolute", gunicorn, unit, "ExecStart=/srv/shop", "ExecStart=~/shop"],
  ["systemd/exec-not-absolute", gunicorn, unit, "ExecStart=/srv/shop", "ExecStart=$HOME/shop"],
  ["systemd/exec-shell-syntax", uwsgi, unit, "uwsgi.ini", "uwsgi.ini > /var/log/shop.log"],
  ["systemd/exec-shell-syntax", gunicorn, unit, "wsgi:app", "wsgi:app 2>&1 | logger"],
  [
    "systemd/exec-shell-syntax",
    gunicorn,
    unit,
    "TimeoutStartSec",
    "ExecStop=/bin/kill $(cat /run/x.pid)\nTimeoutStartSec",
  ],
  ["systemd/runs-as-root", uwsgi, unit, "User=shop", "User=root"],
  ["systemd/runs-as-root", gunicorn, unit, "User=shop\n", ""],
  [
    "systemd/runs-as-root",
    uwsgi,
    "deploy/poll.service",
    "",
    "[Service]\nRestart=always\nExecStart=/bin/sh -c 'cd /srv/shop && .venv/bin/python poll.py'\n",
  ],
  ["systemd/no-restart", uwsgi, unit, "Restart=on-failure\n", ""],
  ["systemd/no-restart", gunicorn, unit, "Restart=on-failure", "Restart=no"],
  [
    "systemd/requires-without-after",
    uwsgi,
    unit,
    "After=network.target",
    "After=network.target\nRequires=redis.service",
  ],
  [
    "systemd/requires-without-after",
    gunicorn,
    unit,
    "After=network.target",
    "After=network.target\nBindsTo=redis.service",
  ],
  ["systemd/type-forking-with-foreground", uwsgi, unit, "Type=notify", "Type=forking"],
  ["systemd/type-forking-with-foreground", gunicorn, unit, "Type=notify", "Type=forking"],
  ["systemd/type-notify-mismatch", gunicorn, unit, /ExecStart=(.*)/, "ExecStart=/bin/sh -c 'sleep 1; $1'"],
  [
    "systemd/environment-path-only-venv",
    uwsgi,
    unit,
    "Environment=RELEASE=%i",
    "Environment=RELEASE=%i PATH=/srv/shop/venv/bin",
  ],
  ["systemd/stray-line", uwsgi, unit, "Restart=on-failure", "Restart on-failure"],
  ["systemd/stray-line", gunicorn, unit, "[Unit]", "User=shop\n[Unit]"],
  ["systemd/stray-line", gunicorn, unit, " wsgi:app", "\n    wsgi:app"],
  [
    "systemd/dev-server",
    uwsgi,
    unit,
    /^ExecStart=.*$/m,
    "ExecStart=/srv/shop/releases/%i/.venv/bin/flask run",
    /notify/,
  ],
  [
    "systemd/dev-server",
    gunicorn,
    unit,
    /^ExecStart=.*$/m,
    "ExecStart=/srv/shop/releases/%i/.venv/bin/python -m flask run",
    /notify/,
  ],
  ["systemd/unknown-key", uwsgi, unit, "EnvironmentFile=", "Environmentfile="],
  ["systemd/unknown-key", gunicorn, unit, "StartLimitIntervalSec=0", "StartLimitIntervalSec=0\nRestart=always"],
  ["systemd/not-a-unit", uwsgi, unit, /^ExecStart=.*\n/m, ""],
  ["systemd/not-a-unit", gunicorn, "deploy/init.service", "", "#!/bin/sh\nexec /srv/shop/start\n"],
  [
    "systemd/type-notify-mismatch",
    uwsgi,
    unit,
    /ExecStart=.*/,
    "ExecStart=/bin/sh -c '/srv/shop/.venv/bin/uwsgi --ini deploy/uwsgi.ini; exit'",
  ],
  [
    "systemd/environment-path-only-venv",
    gunicorn,
    unit,
    "UMask=0027",
    "UMask=0027\nEnvironment=PATH=/srv/shop/venv/bin",
  ],
  ["systemd/obsolete-syslog", gunicorn, unit, "UMask=0027", "UMask=0027\nStandardError=syslog"],
  ["common/upstart-obsolete", uwsgi, "deploy/upstart.conf", "", job("/usr/bin:/bin"), /package-missing/],
  ["common/upstart-obsolete", gunicorn, "shop.conf", "", job("/bin"), /path-replaced/],
  ["upstart/path-replaced", uwsgi, "deploy/upstart.conf", "", job("/srv/shop/.venv/bin"), /obsolete|package-missing/],
  ["upstart/path-replaced", gunicorn, "init/shop.conf", "", job("/srv/shop/.venv/bin"), /obsolete/],
  ["systemd/one-time-command", uwsgi, unit, "ExecStart=", `ExecStartPre=${pip}\nExecStart=`],
  ["systemd/one-time-command", gunicorn, unit, "ExecStart=", "ExecStartPre=/usr/bin/git pull\nExecStart="],
  ["systemd/placeholder-value", uwsgi, unit, "User=shop", "User=<your_user>", /./],
  ["systemd/placeholder-value", gunicorn, unit, "User=shop", "User=your_username", /./],
  ["systemd/worker-stop", uwsgi, "deploy/worker.service", "", worker("celery -A shop worker")],
  ["systemd/worker-stop", gunicorn, "deploy/rq.service", "", worker("rq worker")],
  ["systemd/socket-not-required", uwsgi, unit, "Requires=shop@%i.socket\n", ""],
  ["systemd/socket-not-required", supervised, "deploy/shop-front@.service", "Requires=shop@%i.socket\n", ""],
  ["systemd/environment-file-writable", uwsgi, unit, "-/etc/flask-deploy/shop.env", "-/srv/shop/shared/.env"],
  ["systemd/environment-file-writable", gunicorn, unit, "-/etc/flask-deploy/shop.env", "/home/shop/env"],
  ["systemd/target-missing", { stack: "uwsgi-tcp" }, "deploy/shop.socket", "sockets.target", "socket.target"],
  ["systemd/runtime-directory-shared", uwsgi, unit, "UMask=0027", "UMask=0027\nRuntimeDirectory=shop"],
  [
    "systemd/runtime-directory-shared",
    gunicorn,
    unit,
    "UMask=0027",
    "UMask=0027\nRuntimeDirectory=shop\nRuntimeDirectoryPreserve=restart",
  ],
  [
    "systemd/target-missing",
    uwsgi,
    unit,
    /$/,
    "\n# systemctl --user enable shop\n[Install]\nWantedBy=multi-user.target\n",
  ],
  [
    "systemd/target-missing",
    gunicorn,
    "systemd/user/poll.service",
    "",
    "[Service]\nRestart=always\nExecStart=%h/poll/run\n\n[Install]\nWantedBy=multi-user.target\n",
  ],
  ["systemd/obsolete-syslog", uwsgi, unit, "UMask=0027", "UMask=0027\nStandardOutput=syslog"],
];

describe("a generated repository gives", () => plant(mistakes));
