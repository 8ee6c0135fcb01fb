import { describe, expect, it } from "vitest";
import { generated, lintRepository, mutated } from "../../generated.ts";
import { type Planted, plant } from "../planted.ts";

const stack = { stack: "gunicorn" } as const;
const conf = "deploy/gunicorn.conf.py";
const unit = "deploy/shop@.service";
/** systemd hands its socket to a gunicorn, whatever `bind` says; supervisor cannot. */
const supervised = { ...stack, processManager: "supervisor" } as const;
const other = "deploy/other.service";
const started = (options: string) =>
  `[Service]\nUser=shop\nWorkingDirectory=/srv/shop/current\nRestart=always\nExecStart=/srv/shop/.venv/bin/gunicorn ${options} wsgi:app\n`;

/** An address that is another one is one that nginx does not find, and /home is closed by the sandbox. */
const mismatch =
  /^(cross\/(socket-path-mismatch|protect-home|socket-dir-missing|socket-permission)|gunicorn\/public-bind-behind-nginx)$/;

const mistakes: readonly Planted[] = [
  ["gunicorn/unknown-setting", stack, conf, /^workers =/m, "wrokers ="],
  ["gunicorn/unknown-setting", stack, conf, /^preload_app =/m, "preload ="],
  ["gunicorn/unknown-setting", stack, conf, /^timeout =/m, "timeot ="],
  ["gunicorn/unknown-setting", stack, unit, "--config", "--confg"],
  ["gunicorn/bad-type", stack, conf, "timeout = 30", 'timeout = "30s"'],
  ["gunicorn/bad-type", stack, conf, "accesslog = None", "accesslog = True"],
  ["gunicorn/bad-type", stack, conf, "preload_app = True", "preload_app = 1"],
  ["gunicorn/bad-type", stack, unit, "--config", "--workers auto --config"],
  ["gunicorn/known-fault", stack, "requirements.txt", /^gunicorn==\S+/m, "gunicorn==20.1.0"],
  ["gunicorn/known-fault", stack, "requirements.txt", /^gunicorn==\S+/m, "gunicorn==21.2.0"],
  ["gunicorn/removed-worker-class", stack, conf, '"gthread"', '"eventlet"'],
  ["gunicorn/removed-worker-class", stack, conf, '"gthread"', '"gthreads"'],
  ["gunicorn/removed-worker-class", stack, unit, "--config", "-keventlet --config"],
  ["gunicorn/worker-needs-package", stack, conf, '"gthread"', '"gevent"'],
  ["gunicorn/worker-needs-package", stack, conf, '"gthread"', '"uvicorn.workers.UvicornWorker"'],
  ["gunicorn/setting-ignored-by-worker", stack, conf, '"gthread"', '"sync"'],
  ["gunicorn/max-requests-too-low", stack, conf, "workers = ", "max_requests = 5\nmax_requests_jitter = 1\nworkers = "],
  ["gunicorn/max-requests-too-low", stack, unit, "--config", "--max-requests 10 --max-requests-jitter 2 --config"],
  ["gunicorn/max-requests-without-jitter", stack, conf, "timeout = 30", "max_requests = 1000\ntimeout = 30"],
  ["gunicorn/debug-in-production", stack, conf, "timeout = 30", "reload = True\ntimeout = 30"],
  ["gunicorn/debug-in-production", stack, conf, "timeout = 30", 'loglevel = "DEBUG"\ntimeout = 30'],
  ["gunicorn/debug-in-production", stack, unit, "--config", "--reload --config"],
  ["gunicorn/debug-in-production", stack, unit, "--config", "--log-level=debug --config"],
  ["gunicorn/daemon-under-supervisor", stack, conf, "timeout = 30", "daemon = True\ntimeout = 30"],
  ["gunicorn/daemon-under-supervisor", stack, unit, "--config", "-D --config"],
  ["gunicorn/umask-confused-with-mode", stack, conf, "umask = 0o027", "umask = 777", /socket-permission/],
  ["gunicorn/umask-confused-with-mode", stack, unit, "--config", "--umask 660 --config", /socket-permission/],
  [
    "gunicorn/forwarded-allow-ips",
    supervised,
    conf,
    /^bind = .*$/m,
    'bind = "0.0.0.0:8000"\nforwarded_allow_ips = "*"',
    mismatch,
  ],
  ["gunicorn/forwarded-allow-ips", stack, other, "", started("--forwarded-allow-ips=* --bind :8000"), mismatch],
  ["gunicorn/socket-in-home", supervised, conf, /^bind = .*$/m, 'bind = "unix:/home/ann/shop.sock"', mismatch],
  ["gunicorn/socket-in-home", stack, other, "", started("--bind unix:/root/shop.sock"), mismatch],
  ["cross/contradicting-scheme", stack, "deploy/nginx.conf", / *proxy_set_header X-Forwarded-Ssl.*\n/, ""],
  ["cross/contradicting-scheme", supervised, "deploy/nginx.conf", / *proxy_set_header X-Forwarded-Protocol.*\n/, ""],
  ["cross/socket-unit-address", stack, conf, "/run/shop/", "/run/shop/app/"],
];

describe("a generated repository with gunicorn gives", () => plant(mistakes));

it.each([
  [conf, /^bind = .*$/m, 'bind = "0.0.0.0:8000"'],
  [other, "", started("--bind :8000")],
] as const)("gunicorn/public-bind-behind-nginx in %s, where nginx asks 127.0.0.1", async (path, from, to) => {
  const clean = await generated(from === "" ? stack : supervised);
  const asked = mutated(clean, "deploy/nginx.conf", "http://unix:/run/shop/current.sock", "http://127.0.0.1:8000");
  const { findings } = lintRepository(from === "" ? { ...asked, [path]: to } : mutated(asked, path, from, to));
  // That nginx connects by TCP is not what flask-deploy.yml says, and told as well.
  const grave = findings.filter((f) => f.severity !== "info" && f.rule !== "cross/answers-disagree");
  expect(grave.map((f) => `${f.rule} ${f.at.source.path}`)).toEqual([`gunicorn/public-bind-behind-nginx ${path}`]);
});
