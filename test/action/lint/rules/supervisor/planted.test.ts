import { describe } from "vitest";
import { type Planted, plant } from "../planted.ts";

const uwsgi = { stack: "uwsgi", processManager: "supervisor" } as const;
const gunicorn = { stack: "gunicorn", processManager: "supervisor" } as const;
const conf = "deploy/supervisor.conf";
const other = "deploy/monitor.conf";
const program = (...lines: string[]) =>
  `[program:other]\ncommand=/srv/other/venv/bin/gunicorn -b unix:/run/other/x.sock other:app\n${lines.join("\n")}\n`;
const http = (...lines: string[]) => `[inet_http_server]\n${lines.join("\n")}\n`;
/** A program that is not the repository's own is not where flask-deploy.yml says, nor is its module there. */
const foreign = /^cross\//;

const mistakes: readonly Planted[] = [
  ["supervisor/public-port", uwsgi, other, "", http("port=*:9001") + program("user=shop"), foreign],
  [
    "supervisor/public-port",
    gunicorn,
    other,
    "",
    http("port=0.0.0.0:9001", "username=a", "password=Xq7vT2mRk9") + program("user=a"),
    foreign,
  ],
  [
    "supervisor/weak-password",
    uwsgi,
    other,
    "",
    http("port=127.0.0.1:9001", "password=123") + program("user=a"),
    foreign,
  ],
  [
    "supervisor/weak-password",
    gunicorn,
    other,
    "",
    http("port=127.0.0.1:9001", "password=admin") + program("user=a"),
    foreign,
  ],
  ["supervisor/runs-as-root", uwsgi, other, "", program("user=root"), foreign],
  ["supervisor/runs-as-root", gunicorn, other, "", program("autostart=true"), foreign],
  ["supervisor/command-is-folder", uwsgi, other, "", "[program:x]\ncommand=/srv/other/bin/\nuser=a\n"],
  ["supervisor/command-is-folder", gunicorn, conf, /$/, "\n[program:x]\ncommand=/srv/other/\nuser=a\n"],
  ["supervisor/unknown-section", uwsgi, conf, /$/, "\n[groups:all]\nprograms=shop\n"],
  ["supervisor/unknown-section", gunicorn, conf, "[program:", "[programs:", /./],
  ["supervisor/bad-value", uwsgi, other, "", program("user=a", "autorestart=always"), foreign],
  ["supervisor/bad-value", gunicorn, other, "", program("user=a", "numprocs=2"), foreign],
  ["supervisor/bad-value", gunicorn, other, "", program("user=a", 'environment=KEY="a%b"'), foreign],
  ["supervisor/bad-value", uwsgi, conf, /$/, "\n[program:x]\ncmd=/srv/other/run\nuser=a\n"],
  [
    "supervisor/no-rpcinterface",
    uwsgi,
    other,
    "",
    `[supervisord]\n[unix_http_server]\nfile=/run/x.sock\n${program("user=a")}`,
    foreign,
  ],
  [
    "supervisor/no-rpcinterface",
    gunicorn,
    other,
    "",
    `[supervisord]\n${http("port=127.0.0.1:9001")}${program("user=a")}`,
    foreign,
  ],
  ["supervisor/no-autorestart", uwsgi, other, "", program("user=shop", "autorestart=false"), foreign],
  ["supervisor/no-autorestart", gunicorn, other, "", program("user=shop", "autorestart=off"), foreign],
];

describe("a generated repository gives", () => plant(mistakes));
