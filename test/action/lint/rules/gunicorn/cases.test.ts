import { describe, expect, it } from "vitest";
import type { Files } from "../../generated.ts";
import { found } from "../planted.ts";

const conf = (...lines: string[]): Files => ({
  "gunicorn.conf.py": `bind = "unix:/run/shop/shop.sock"\n${lines.join("\n")}\n`,
});
const line = (options: string): Files => ({ "run.sh": `exec .venv/bin/gunicorn ${options} wsgi:app\n` });
const unit = (command: string, more = ""): Files => ({
  "shop.service": `[Unit]\nDescription=shop\n\n[Service]\nUser=shop\nRestart=always\n${more}ExecStart=${command}\n`,
});
const supervisor = (command: string, more = "") => ({
  "supervisor.conf": `${more}[program:shop]\ncommand=${command}\nuser=shop\n`,
});
const site = (address: string) => ({
  "nginx.conf": `server {\n    listen 80;\n    location / {\n        include proxy_params;\n        proxy_pass ${address};\n    }\n}\n`,
});
const gunicorn = /^gunicorn\//;

describe("gunicorn/umask-confused-with-mode", () => {
  it.each(["0o007", "0", "7", "0o022", "0o117", "0o177", "63", "os.umask(0)", 'int(os.environ["UMASK"], 8)'])(
    "takes umask = %s for a umask",
    (value) => expect(found(conf(`umask = ${value}`), gunicorn)).toEqual([]),
  );

  it.each(["777", "755", "770", "22", "27", "0o777", "0o755", "0o660", "0o700", '"0o777"'])(
    "takes umask = %s for a mode",
    (value) => expect(found(conf(`umask = ${value}`), gunicorn)).toEqual(["gunicorn/umask-confused-with-mode 2"]),
  );

  it.each(["-m 007", "--umask=0022", "-m 0o117", "-m 0", "-m $UMASK", "--umask 007"])(
    "takes %s for a umask",
    (option) => expect(found(line(`-b unix:/run/x.sock ${option}`), gunicorn)).toEqual([]),
  );

  it.each(["-m 777", "-m777", "--umask 660", "--umask=755", "-m 0777", "-m 0o770"])("takes %s for a mode", (option) =>
    expect(found(line(`-b unix:/run/x.sock ${option}`), gunicorn)).toEqual(["gunicorn/umask-confused-with-mode 1"]),
  );
});

describe("gunicorn/removed-worker-class", () => {
  it.each([
    "sync",
    "gevent",
    "gevent_pywsgi",
    "gthread",
    "tornado",
    "asgi",
    "egg:meinheld#gunicorn_worker",
    "shop.Worker",
    "uvicorn.workers.UvicornWorker",
  ])("knows %s, or leaves it to somebody else", (name) =>
    expect(found(conf(`worker_class = "${name}"`), gunicorn)).toEqual([]),
  );

  it.each([
    "eventlet",
    "egg:gunicorn#eventlet",
    "gunicorn.workers.geventlet.EventletWorker",
    "uvicorn",
    "Gevent",
    "threads",
  ])("finds %s", (name) =>
    expect(found(conf(`worker_class = "${name}"`), gunicorn)).toEqual(["gunicorn/removed-worker-class 2"]),
  );

  it.each([
    ["requirements.txt", "gunicorn==20.1.0\n"],
    ["requirements.txt", "Flask\ngunicorn[eventlet]==20.1.0\n"],
    ["requirements.txt", "eventlet\ngunicorn<24\n"],
    ["requirements.txt", "gunicorn>=20,<26\n"],
    ["requirements.txt", "gunicorn~=23.0\n"],
    ["pyproject.toml", '[project]\ndependencies = ["flask", "gunicorn>=21,<22"]\n'],
    ["pyproject.toml", '[tool.poetry.dependencies]\ngunicorn = "^20.1"\n'],
    ["pyproject.toml", '[tool.poetry.dependencies]\ngunicorn = {version = "20.1.0", extras = ["eventlet"]}\n'],
    ["poetry.lock", '[[package]]\nname = "gunicorn"\nversion = "23.0.0"\n'],
    ["Pipfile.lock", '{"default": {"gunicorn": {"hashes": ["sha256:a"], "version": "==20.0.4"}}}'],
  ])("leaves eventlet alone where %s says %s", (path, text) => {
    expect(found({ ...conf('worker_class = "eventlet"'), [path]: text }, /removed-worker-class/)).toEqual([]);
  });

  it.each([
    "gunicorn\n",
    "gunicorn==26.0.0\n",
    "gunicorn>=20\n",
    "gunicorn<27\n",
    "flask==2.0\n",
    "gunicorn-logging==1.0\n",
  ])("finds eventlet where requirements.txt says %s", (text) =>
    expect(found({ ...conf('worker_class = "eventlet"'), "requirements.txt": text }, gunicorn)).toEqual([
      "gunicorn/removed-worker-class 2",
    ]),
  );

  it("leaves alone what is only taken when it can be imported", () => {
    const lines = [
      "try:",
      "    import eventlet",
      '    worker_class = "eventlet"',
      "except ImportError:",
      '    worker_class = "sync"',
    ];
    expect(found(conf(...lines), gunicorn)).toEqual([]);
  });
});

describe("gunicorn/unknown-setting", () => {
  it.each([
    "debug = True",
    "worker = 4\nworkers = worker * 2",
    "wrokers = 4\nprint(wrokers)",
    "WORKERS = 4",
    "_workers = 4",
    "port = 8000\nhost = '127.0.0.1'",
    "max_request_size = 100",
    "name = 'shop'",
    '"""\nheader-map = x\n"""',
  ])("leaves %s alone", (text) => expect(found(conf(text), gunicorn)).toEqual([]));

  it.each([
    "wrokers = 4",
    "bindd = 'x'",
    "log_level = 'info'",
    "access_logfile = '-'",
    "keep_alive = 5",
    "header-map = 'drop'",
    "if True:\n    wokers = 2",
  ])("finds %s", (text) => expect(found(conf(text), gunicorn)).toHaveLength(1));

  it("leaves alone a program that only has gunicorn in its name", () => {
    expect(found({ "gunicorn_app.py": "import os\nworker = 3\nbinds = 4\n" }, gunicorn)).toEqual([]);
  });

  it.each([
    "--bind :80",
    "--log-level info",
    "--access-log -",
    "--no-sendfile",
    "--version",
    "--help",
    "-e A=b",
    "--limit-request-field_size 1",
    "$OPTIONS",
  ])("knows %s", (option) => expect(found(line(option), gunicorn)).toEqual([]));

  it.each(["--wrokers 3", "--bindd :80", "--access-log-file -", "--worker_class sync"])("does not know %s", (option) =>
    expect(found(line(option), gunicorn)).toEqual(["gunicorn/unknown-setting 1"]),
  );
});

describe("gunicorn/bad-type", () => {
  it.each([
    'workers = "4"',
    "workers = True",
    'workers = "0x2"',
    "workers = multiprocessing.cpu_count() * 2 + 1",
    "workers = 2 * 2 + 1",
    'timeout = int(os.getenv("TIMEOUT", "30"))',
    'timeout = os.getenv("TIMEOUT")',
    'daemon = "false"',
    "reload = bool(os.getenv('X'))",
    "errorlog = None",
    "user = 33",
    'raw_env = "A=b"',
    "cert_reqs = ssl.CERT_NONE",
    "forwarded_allow_ips = '127.0.0.1,10.0.0.1'",
    "def on_starting(server):\n    timeout = 'x'",
  ])("takes %s", (text) => expect(found(conf(text), /^gunicorn\/bad-type/)).toEqual([]));

  it.each([
    'timeout = "30s"',
    "timeout = None",
    "timeout = 2.5",
    "workers = -1",
    'workers = "04"',
    "reload = 0",
    'daemon = "no"',
    "accesslog = True",
    "pidfile = 5",
    'worker_class = ["gevent"]',
    'forwarded_allow_ips = ["*"]',
    'secure_scheme_headers = "x"',
  ])("refuses %s, as gunicorn does", (text) =>
    expect(found(conf(text), /^gunicorn\/bad-type/)).toEqual(["gunicorn/bad-type 2"]),
  );

  it.each(["-w 4", "-t 0", "-w $N", "--timeout={{ timeout }}", "-w %(ENV_WORKERS)s"])("takes %s", (option) =>
    expect(found(supervisor(`/x/gunicorn ${option} wsgi:app`), /^gunicorn\/bad-type/)).toEqual([]),
  );

  it.each(["-w auto", "--timeout 30s", "-t 2.5", "--workers=0x2"])("refuses %s", (option) =>
    expect(found(line(option), /^gunicorn\/bad-type/)).toEqual(["gunicorn/bad-type 1"]),
  );
});

describe("gunicorn/debug-in-production", () => {
  it.each<[string, Files]>([
    ["a setting that depends", conf('import os\nif os.environ.get("DEBUG"):\n    reload = True')],
    ["a level of the environment", conf('import os\nloglevel = os.environ.get("LEVEL", "debug")')],
    ["a reload that is off", conf("reload = False", 'loglevel = "info"')],
    ["a conf for developers", { "gunicorn.dev.conf.py": 'bind = ":8000"\nreload = True\n' }],
    ["a folder for developers", { "config/local/gunicorn.conf.py": 'bind = ":8000"\nreload = True\n' }],
    ["a script", line("--reload")],
    [
      "a unit for developers",
      { "shop-dev.service": unit("/x/bin/gunicorn --reload wsgi:app")["shop.service"] as string },
    ],
  ])("leaves alone %s", (_, files) => expect(found(files, gunicorn)).toEqual([]));

  it.each<[string, Files]>([
    ["a conf", conf("reload = True")],
    ["a unit", unit("/x/bin/gunicorn --reload wsgi:app")],
    ["a Procfile", { Procfile: "web: gunicorn --log-level debug wsgi:app\n" }],
    ["a supervisor program", supervisor("/x/bin/gunicorn --spew wsgi:app")],
  ])("finds it in %s", (_, files) => expect(found(files, gunicorn)).toHaveLength(1));
});

describe("gunicorn/daemon-under-supervisor", () => {
  const daemon = "/x/bin/gunicorn --daemon -b 127.0.0.1:8000 wsgi:app";
  it.each<[string, Files]>([
    ["a script", line("--daemon")],
    ["Type=forking", unit(daemon, "Type=forking\nPIDFile=/run/shop.pid\n")],
    ["a conf that nothing here starts", conf("daemon = True")],
    ["a conf that says no", { ...conf("daemon = False"), ...unit("/x/bin/gunicorn -c gunicorn.conf.py wsgi:app") }],
  ])("leaves alone %s", (_, files) => expect(found(files, gunicorn)).toEqual([]));

  it.each<[string, Files]>([
    ["a unit", unit(daemon)],
    ["a supervisor program", supervisor(daemon)],
    [
      "a conf that a unit starts",
      { ...conf("daemon = True"), ...unit("/x/bin/gunicorn -c gunicorn.conf.py wsgi:app") },
    ],
    [
      "a conf that supervisor starts",
      { ...conf('daemon = "True"'), ...supervisor("gunicorn -c gunicorn.conf.py wsgi:app") },
    ],
  ])("finds it in %s", (_, files) => expect(found(files, gunicorn)).toHaveLength(1));
});

describe("gunicorn/public-bind-behind-nginx", () => {
  const open = "/x/bin/gunicorn -b 0.0.0.0:8000 wsgi:app";
  const rule = /^gunicorn\/public-bind/;
  it.each<[string, Files]>([
    ["no nginx", unit(open)],
    ["a conf alone", { "gunicorn.conf.py": 'bind = "0.0.0.0:8000"\nworkers = 2\n', ...site("http://127.0.0.1:8000") }],
    ["a container", { ...unit(open), ...site("http://127.0.0.1:8000"), Dockerfile: "FROM python\n" }],
    [
      "supervisord as a container's first process",
      { ...supervisor(open, "[supervisord]\nnodaemon=true\n"), ...site("http://127.0.0.1:8000") },
    ],
    ["an nginx on another machine", { ...unit(open), ...site("http://10.0.0.5:8000") }],
    ["another port", { ...unit(open), ...site("http://127.0.0.1:9000") }],
    [
      "loopback on both sides",
      { ...unit("/x/bin/gunicorn -b 127.0.0.1:8000 wsgi:app"), ...site("http://localhost:8000") },
    ],
  ])("is silent with %s", (_, files) => expect(found(files, rule)).toEqual([]));

  it.each<[string, Files]>([
    ["a unit", { ...unit(open), ...site("http://127.0.0.1:8000") }],
    ["localhost", { ...unit(open), ...site("http://localhost:8000") }],
    [
      "supervisor and a conf",
      {
        ...supervisor("gunicorn -c gunicorn.conf.py wsgi:app"),
        "gunicorn.conf.py": 'bind = ":8000"\nworkers = 2\n',
        ...site("http://127.0.0.1:8000"),
      },
    ],
  ])("finds it with %s", (_, files) => expect(found(files, rule)).toHaveLength(1));
});

describe("gunicorn/forwarded-allow-ips", () => {
  const rule = /^gunicorn\/forwarded/;
  it.each<[string, Files]>([
    ["a unix socket", conf('forwarded_allow_ips = "*"')],
    ["loopback", unit("/x/bin/gunicorn -b 127.0.0.1:8000 --forwarded-allow-ips=* wsgi:app")],
    [
      "a container",
      { "gunicorn.conf.py": 'bind = "0.0.0.0:8000"\nforwarded_allow_ips = "*"\n', Dockerfile: "FROM python\n" },
    ],
    [
      "a port of the platform's",
      {
        "gunicorn.conf.py":
          'import os\nbind = f"0.0.0.0:{os.environ.get(\'PORT\', 8000)}"\nforwarded_allow_ips = "*"\n',
      },
    ],
    ["addresses", unit("/x/bin/gunicorn -b :8000 --forwarded-allow-ips=10.0.0.1 wsgi:app")],
  ])("is silent with %s", (_, files) => expect(found(files, rule)).toEqual([]));

  it("finds it in a conf that is open to everybody", () => {
    expect(found({ "gunicorn.conf.py": 'bind = "0.0.0.0:8000"\nforwarded_allow_ips = "*"\n' }, rule)).toHaveLength(1);
  });
});

describe("gunicorn/worker-needs-package", () => {
  const rule = /^gunicorn\/worker-needs/;
  const gevent = conf('worker_class = "gevent"');
  it.each<[string, Files]>([
    ["no list of packages", gevent],
    ["the package", { ...gevent, "requirements.txt": "gunicorn\ngevent\n" }],
    ["the extra", { ...gevent, "requirements.txt": "gunicorn[gevent]\n" }],
    ["a package that brings it", { ...gevent, "requirements.txt": "gunicorn\ngevent-websocket\n" }],
    ["a list that goes on elsewhere", { ...gevent, "requirements.txt": "-r base.txt\ngunicorn\n" }],
    ["a list without gunicorn", { ...gevent, "requirements.txt": "flask\n" }],
    ["a script that installs it", { ...gevent, "requirements.txt": "gunicorn\n", "setup.sh": "pip install gevent\n" }],
    ["an image", { ...gevent, "requirements.txt": "gunicorn\n", Dockerfile: "FROM python\n" }],
    ["gthread", { ...conf('worker_class = "gthread"'), "requirements.txt": "gunicorn\n" }],
  ])("is silent with %s", (_, files) => expect(found(files, rule)).toEqual([]));
});

it("gunicorn/unknown-setting: YAML sets nothing, and a declared type is no YAML", () => {
  const conf = (text: string) => found({ "gunicorn.conf.py": `bind = ":8000"\n${text}` }, /^gunicorn\//);
  expect(conf("workers: 4\nworker_class: gthread\n")).toEqual([
    "gunicorn/unknown-setting 2",
    "gunicorn/unknown-setting 3",
  ]);
  expect(conf('workers: int = 4\ntimeout: "int"\ntimeout = 30\nerrorlog: str | None = None\n')).toEqual([]);
});
