import { describe } from "vitest";
import { type Planted, plant } from "../planted.ts";

const stack = { stack: "gunicorn" } as const;
const conf = "deploy/gunicorn.conf.py";
const unit = "deploy/shop@.service";

const mistakes: readonly Planted[] = [
  ["gunicorn/unknown-setting", stack, conf, /^workers =/m, "wrokers ="],
  ["gunicorn/unknown-setting", stack, conf, /^preload_app =/m, "preload ="],
  ["gunicorn/unknown-setting", stack, conf, /^timeout =/m, "timeot ="],
  ["gunicorn/unknown-setting", stack, unit, "--config", "--confg"],
  ["gunicorn/bad-type", stack, conf, "timeout = 30", 'timeout = "30s"'],
  ["gunicorn/bad-type", stack, conf, "accesslog = None", "accesslog = True"],
  ["gunicorn/bad-type", stack, conf, "preload_app = True", "preload_app = 1"],
  ["gunicorn/bad-type", stack, unit, "--config", "--workers auto --config"],
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
];

describe("a generated repository with gunicorn gives", () => plant(mistakes));
