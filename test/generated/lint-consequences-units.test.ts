import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { lint } from "../../action/lint/engine.ts";
import { type Ended, program } from "./program.ts";
import { Venvs } from "./venvs.ts";

/** What systemd, gunicorn, uWSGI, nginx and supervisor do with what the rules over one file call wrong, and with it mended. */

const folder = realpathSync(mkdtempSync(join(tmpdir(), "fd-consequences-")));
const venvs = new Venvs(folder);
let bin: string;
beforeAll(async () => {
  bin = join(
    await venvs.with("pyuwsgi==2.0.30.post1", "gunicorn==27.0.1", "supervisor==4.3.0", "waitress==3.0.2"),
    "bin",
  );
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let count = 0;
type Files = Record<string, string | Buffer>;

/** A folder of its own with the files. */
function laid(files: Files): string {
  const root = join(folder, String(count++));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  }
  return root;
}

const found = (files: Files) =>
  lint(Object.entries(files).map(([path, content]) => ({ path, content }))).findings.map((f) => f.rule);

const wsgi = 'def application(environ, start_response):\n    start_response("200 OK", [])\n    return [b""]\n';

describe("systemd", () => {
  const unit = (...lines: string[]) => `[Unit]\nDescription=shop\n\n[Service]\n${lines.join("\n")}\n`;
  const verify = (root: string): Promise<Ended> =>
    program("systemd-analyze", ["verify", "--man=no", "./shop.service"], { cwd: root });
  const start = "ExecStart=/bin/true";

  it.each<[string, string | Buffer, string, RegExp]>([
    ["systemd/not-a-unit", unit("Type=simple"), unit(start), /no ExecStart=.*Refusing/],
    ["systemd/not-a-unit", "#!/bin/sh\nexec /bin/true\n", unit(start), /no ExecStart=.*Refusing/],
    [
      "systemd/unknown-section",
      `${unit(start)}[install]\nWantedBy=multi-user.target\n`,
      unit(start),
      /Unknown section 'install'/,
    ],
    [
      "systemd/inline-comment",
      unit(start, "Restart=always # note"),
      unit(start, "Restart=always"),
      /Failed to parse.*always # note/,
    ],
    ["systemd/inline-comment", unit(start, "User=root # note"), unit(start, "User=root"), /'root # note'/],
    [
      "systemd/unbalanced-quote",
      unit(start, 'Environment="A=b'),
      unit(start, 'Environment="A=b"'),
      /Invalid syntax, ignoring/,
    ],
    [
      "systemd/unbalanced-quote",
      unit("ExecStart=/bin/echo it's"),
      unit('ExecStart=/bin/echo "it\'s"'),
      /Unbalanced quoting.*bad unit file/s,
    ],
    [
      "systemd/exec-not-absolute",
      unit("ExecStart=bin/true"),
      unit(start),
      /Neither a valid executable name nor an absolute path.*bad unit file/s,
    ],
    [
      "systemd/exec-not-absolute",
      unit("ExecStart=~/bin/true"),
      unit("ExecStart=true"),
      /Neither a valid executable name/,
    ],
    ["systemd/exec-not-absolute", unit("ExecStart=$HOME/bin/true"), unit(start), /Neither a valid executable name/],
    [
      "systemd/exec-shell-syntax",
      unit("ExecStart=cd /tmp && /bin/true"),
      unit("ExecStart=/bin/sh -c 'cd /tmp && /bin/true'"),
      /Command cd is not executable/,
    ],
    [
      "systemd/obsolete-syslog",
      unit(start, "StandardError=syslog"),
      unit(start, "StandardError=journal"),
      /syslog is obsolete/,
    ],
    ["systemd/stray-line", unit(start, "--bind :8000"), unit(start), /Missing '=', ignoring line/],
    ["systemd/stray-line", `User=shop\n${unit(start)}`, unit(start), /Assignment outside of section/],
    ["systemd/stray-line", unit(start).replace("[Service]", "[Service"), unit(start), /Invalid section header/],
    [
      "common/tabs-nbsp",
      unit(start, "Restart=always\u00a0"),
      unit(start, "Restart=always"),
      /Failed to parse service restart/,
    ],
    ["common/tabs-nbsp", unit(start, "\u00a0Nice=5"), unit(start, "Nice=5"), /Unknown key/],
    [
      "common/encoding",
      Buffer.from(unit(start).replace("shop", "caf\xe9"), "latin1"),
      `\uFEFF${unit(start)}`,
      /not UTF-8 clean/,
    ],
  ])("%s: %j", async (rule, bad, good, said) => {
    expect((await verify(laid({ "shop.service": bad }))).output).toMatch(said);
    expect(found({ "shop.service": bad })).toContain(rule);
    expect(await verify(laid({ "shop.service": good }))).toEqual({ code: 0, output: "" });
    expect(found({ "shop.service": good })).not.toContain(rule);
  });

  /** Runs a command as Type=notify would, for three seconds, and tells who said READY=1. */
  const notify = `
import os, signal, socket, struct, subprocess, sys
path = sys.argv[1] + "/notify"
s = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
s.setsockopt(socket.SOL_SOCKET, socket.SO_PASSCRED, 1)
s.bind(path)
s.settimeout(3)
p = subprocess.Popen(sys.argv[2:], env=dict(os.environ, NOTIFY_SOCKET=path), start_new_session=True,
                     stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=sys.argv[1])
said = "nobody"
try:
    while said == "nobody":
        data, aux, _, _ = s.recvmsg(4096, 64)
        if b"READY=1" in data:
            pid = struct.unpack("iII", aux[0][2])[0]
            said = "main" if pid == p.pid else "another"
except TimeoutError:
    pass
os.killpg(p.pid, signal.SIGKILL)
print(said)
`;
  it.each<[string, string, boolean]>([
    ["BIN/gunicorn -b unix:shop.sock wsgi", "main", false],
    ["BIN/uwsgi --master --socket shop.sock --wsgi-file wsgi.py", "main", false],
    ["BIN/waitress-serve --unix-socket=shop.sock wsgi:application", "nobody", true],
    ["/bin/sh -c 'BIN/gunicorn -b unix:shop.sock wsgi; exit'", "another", true],
    ["/bin/sh -c 'cd . && BIN/gunicorn -b unix:shop.sock wsgi'", "another", true],
    ["/bin/bash -c 'cd . && BIN/gunicorn -b unix:shop.sock wsgi'", "main", false],
    ["/bin/sh -c 'BIN/gunicorn -b unix:shop.sock wsgi'", "another", true],
    ["/bin/sh -c 'cd .; exec BIN/gunicorn -b unix:shop.sock wsgi'", "main", false],
  ])("systemd/type-notify-mismatch: %s is told ready by: %s", async (command, who, wrong) => {
    const root = laid({ "wsgi.py": wsgi, "notify.py": notify });
    const words = command.replaceAll("BIN", bin).match(/'[^']*'|\S+/g) ?? [];
    const args = words.map((word) => word.replace(/^'|'$/g, ""));
    const { output } = await program("python3", ["notify.py", root, ...args], { cwd: root, seconds: 20 });
    expect(output.trim()).toBe(who);
    const file = unit("Type=notify", "User=shop", `ExecStart=${command.replaceAll("BIN", "/srv/shop/.venv/bin")}`);
    expect(found({ "shop.service": file }).includes("systemd/type-notify-mismatch")).toBe(wrong);
  });

  it("systemd/environment-path-only-venv: with nothing but the virtualenv, no other program is found", async () => {
    const call = (path: string) =>
      program(join(bin, "python"), ["-c", 'import subprocess; subprocess.run(["ls", "/"], check=True)'], {
        env: { PATH: path },
      });
    expect((await call(bin)).output).toContain("FileNotFoundError: [Errno 2] No such file or directory: 'ls'");
    expect((await call(`${bin}:/usr/local/bin:/usr/bin:/bin`)).code).toBe(0);
  });
});

describe("gunicorn", () => {
  const check = (conf: string, ...args: string[]) => {
    const root = laid({ "gunicorn.conf.py": conf, "wsgi.py": wsgi });
    return program(join(bin, "gunicorn"), [...args, "--check-config", "wsgi"], { cwd: root, seconds: 20 });
  };

  it.each<[string, string, string]>([
    ["gunicorn/bad-type", 'timeout = "30s"', "timeout = 30"],
    ["gunicorn/bad-type", "timeout = None", 'timeout = "30"'],
    ["gunicorn/bad-type", "timeout = 2.5", "timeout = 2"],
    ["gunicorn/bad-type", "workers = -1", "workers = True"],
    ["gunicorn/bad-type", 'workers = "04"', 'workers = "0x4"'],
    ["gunicorn/bad-type", "reload = 1", "reload = False"],
    ["gunicorn/bad-type", 'daemon = "no"', 'daemon = "false"'],
    ["gunicorn/bad-type", "accesslog = True", "accesslog = None"],
    ["gunicorn/bad-type", "pidfile = 5", 'pidfile = "5"'],
    ["gunicorn/bad-type", "bind = 8000", 'bind = ":8000"'],
    ["gunicorn/bad-type", 'worker_class = ["sync"]', 'worker_class = "sync"'],
    ["gunicorn/bad-type", 'forwarded_allow_ips = ["*"]', 'forwarded_allow_ips = "127.0.0.1"'],
    ["gunicorn/bad-type", "logconfig_dict = []", "logconfig_dict = {}"],
    ["gunicorn/unknown-setting", 'header-map = "drop"', 'header_map = "drop"'],
    ["common/tabs-nbsp", "timeout =\u00a030", "timeout = 30"],
    ["common/tabs-nbsp", "bind = “:8000”", 'bind = ":8000"'],
    ["common/merge-conflict-marker", "<<<<<<< a\ntimeout = 1\n=======\ntimeout = 2\n>>>>>>> b", "timeout = 1"],
  ])("%s: refuses %s, and takes %s", async (rule, bad, good) => {
    const files = (line: string) => ({ "gunicorn.conf.py": `workers = 2\n${line}\n` });
    expect((await check(files(bad)["gunicorn.conf.py"])).code).not.toBe(0);
    expect(found(files(bad))).toContain(rule);
    expect(await check(files(good)["gunicorn.conf.py"])).toEqual({ code: 0, output: "" });
    expect(found(files(good))).not.toContain(rule);
  });

  it.each<[string, string, RegExp]>([
    ["gunicorn/unknown-setting", "--wrokers 3", /unrecognized arguments: --wrokers/],
    ["gunicorn/bad-type", "--workers auto", /invalid int value: 'auto'/],
    ["gunicorn/bad-type", "--workers 0x2", /invalid int value: '0x2'/],
  ])("%s: refuses %s", async (rule, options, said) => {
    expect((await check("", ...options.split(" "))).output).toMatch(said);
    expect(found({ "run.sh": `exec gunicorn ${options} wsgi\n` })).toContain(rule);
  });

  it("gunicorn/unknown-setting: goes on without what it does not know", async () => {
    const print = async (conf: string) => {
      const root = laid({ "gunicorn.conf.py": conf, "wsgi.py": wsgi });
      return (await program(join(bin, "gunicorn"), ["--print-config", "wsgi"], { cwd: root })).output;
    };
    expect(await print("wrokers = 4\n")).toMatch(/^workers\s+= 1$/m);
    expect(await print("workers = 4\n")).toMatch(/^workers\s+= 4$/m);
    expect(await print("preload = True\n")).toMatch(/^preload_app\s+= False$/m);
  });

  /** gunicorn, until it ends or for three seconds. */
  const run = (root: string, ...args: string[]) =>
    program("timeout", ["3", join(bin, "gunicorn"), ...args, "wsgi"], { cwd: root, seconds: 20 });

  it.each<[string, string, RegExp, RegExp]>([
    ["gunicorn/removed-worker-class", "eventlet", /class uri 'eventlet' invalid or not found/, /Booting worker/],
    ["gunicorn/removed-worker-class", "gthreads", /class uri 'gthreads' invalid or not found/, /Booting worker/],
    ["gunicorn/worker-needs-package", "gevent", /gevent worker requires gevent/, /Booting worker/],
  ])("%s: does not start with %s, although --check-config says nothing", async (rule, name, said, up) => {
    const conf = (value: string) => `bind = "unix:shop.sock"\nworkers = 1\nworker_class = "${value}"\n`;
    const files = (value: string) => ({
      "gunicorn.conf.py": conf(value),
      "requirements.txt": "gunicorn\n",
      "wsgi.py": wsgi,
    });
    expect((await check(conf(name))).code).toBe(0);
    expect((await run(laid(files(name)))).output).toMatch(said);
    expect(found(files(name))).toContain(rule);
    expect((await run(laid(files("gthread")))).output).toMatch(up);
    expect(found(files("gthread"))).not.toContain(rule);
  });

  it("gunicorn/umask-confused-with-mode: the socket's mode is what the rule says", async () => {
    for (const [option, mode, wrong] of [
      ["777", 0o366, true],
      ["0777", 0o000, true],
      ["22", 0o751, true],
      ["007", 0o770, false],
      ["0o117", 0o660, false],
    ] as const) {
      const root = laid({ "wsgi.py": wsgi });
      const args = ["20", join(bin, "gunicorn"), "-b", "unix:shop.sock", "-p", "pid", "-m", option, "wsgi"];
      const ended = program("timeout", args, { cwd: root, seconds: 30 });
      for (let i = 0; i < 300 && !existsSync(join(root, "pid")); i++) await sleep(50);
      for (let i = 0; i < 300 && !existsSync(join(root, "shop.sock")); i++) await sleep(50);
      expect((statSync(join(root, "shop.sock")).mode & 0o777).toString(8)).toBe(mode.toString(8));
      process.kill(Number(readFileSync(join(root, "pid"), "utf8")), "SIGTERM");
      await ended;
      const rules = found({ "run.sh": `exec gunicorn -b unix:shop.sock -m ${option} wsgi\n` });
      expect(rules.includes("gunicorn/umask-confused-with-mode")).toBe(wrong);
    }
  });

  it("gunicorn/daemon-under-supervisor: what was started ends at once", async () => {
    const root = laid({ "wsgi.py": wsgi });
    const ended = await program(join(bin, "gunicorn"), ["-b", "unix:shop.sock", "-D", "-p", "pid", "wsgi"], {
      cwd: root,
      seconds: 20,
    });
    expect(ended.code).toBe(0);
    for (let i = 0; i < 200 && !existsSync(join(root, "pid")); i++) await sleep(50);
    expect((await program("sh", ["-c", 'kill "$(cat pid)"'], { cwd: root })).code).toBe(0);
  });
});

describe("a byte order mark, UTF-16 and no-break spaces", () => {
  const site = "events {}\nhttp {\n    server {\n        listen 127.0.0.1:9;\n    }\n}\n";
  const ini = "[uwsgi]\nmaster = true\nsocket = shop.sock\n";

  it.each<[string, string | Buffer]>([
    ["common/encoding", `\uFEFF${site}`],
    ["common/encoding", Buffer.from(`\uFEFF${site}`, "utf16le")],
    ["common/tabs-nbsp", site.replace("listen 127", "listen\u00a0127")],
    ["common/tabs-nbsp", site.replace("        listen", "\u00a0\u00a0listen")],
    ["common/merge-conflict-marker", site.replace("    server", "<<<<<<< HEAD\n    server")],
  ])("%s: nginx does not start with %j", async (rule, bad) => {
    const test = (root: string) =>
      program("/usr/sbin/nginx", ["-t", "-q", "-g", "pid nginx.pid;", "-p", root, "-c", join(root, "nginx.conf")]);
    const root = laid({ "nginx.conf": bad });
    expect((await test(root)).output).toContain("unknown directive");
    expect(found({ "nginx.conf": bad })).toContain(rule);
    expect(await test(laid({ "nginx.conf": site }))).toEqual({ code: 0, output: "" });
  });

  it.each<[string, string | Buffer, RegExp]>([
    ["common/encoding", `\uFEFF${ini}`, /Can't find section "uwsgi"/],
    ["common/encoding", Buffer.from(`\uFEFF${ini}`, "utf16le"), /Can't find section "uwsgi"/],
    ["common/tabs-nbsp", ini.replace("master =", "master\u00a0="), /unknown config directive: master/],
  ])("%s: uWSGI does not see what is in %j", async (rule, bad, said) => {
    const start = (content: string | Buffer) =>
      program("timeout", ["2", join(bin, "uwsgi"), "--ini", "uwsgi.ini", "--strict"], {
        cwd: laid({ "uwsgi.ini": content }),
        seconds: 20,
      });
    expect((await start(bad)).output).toMatch(said);
    expect(found({ "uwsgi.ini": bad })).toContain(rule);
    expect((await start(ini)).output).not.toMatch(said);
  });

  it("common/encoding: supervisor finds no section, and the system no #!", async () => {
    const conf = "[supervisord]\nnodaemon=true\nuser=root\n[program:shop]\ncommand=/bin/true\n";
    const root = laid({ "supervisor.conf": `\uFEFF${conf}`, "run.sh": "\uFEFF#!/bin/sh\necho hello\n" });
    const ended = await program("timeout", ["60", join(bin, "supervisord"), "-c", "supervisor.conf"], {
      cwd: root,
      seconds: 70,
    });
    expect(ended.output).toContain("no section headers");
    expect(found({ "supervisor.conf": `\uFEFF${conf}` })).toContain("common/encoding");
    chmodSync(join(root, "run.sh"), 0o755);
    expect((await program("sh", ["-c", "./run.sh"], { cwd: root })).output).toMatch(/#!\/bin\/sh: not found/);
  });

  it("systemd/stray-line: supervisor does not start", async () => {
    const conf = "[supervisord]\nnodaemon=true\nuser=root\n[program:shop]\ncommand=/bin/true\n";
    for (const [bad, said] of [
      [`${conf}autostart true\n`, "contains parsing errors"],
      [`nodaemon=true\n${conf}`, "contains no section headers"],
    ] as const) {
      const root = laid({ "supervisor.conf": bad });
      const ended = await program("timeout", ["9", join(bin, "supervisord"), "-c", "supervisor.conf"], {
        cwd: root,
        seconds: 20,
      });
      expect(ended.output).toContain(said);
      expect(found({ "supervisor.conf": bad })).toContain("systemd/stray-line");
    }
    expect(found({ "supervisor.conf": conf })).not.toContain("systemd/stray-line");
  });

  it("systemd/unbalanced-quote: supervisor cuts a command at its comment, and cannot take apart what is left", async () => {
    const conf = (command: string) =>
      `[supervisord]\nnodaemon=true\nuser=root\n[program:shop]\ncommand=${command}\nstartretries=0\n`;
    const start = (text: string) =>
      program("timeout", ["3", join(bin, "supervisord"), "-c", "supervisor.conf"], {
        cwd: laid({ "supervisor.conf": text }),
        seconds: 20,
      });
    const bad = conf('sh -c "true ; sleep 9"');
    expect((await start(bad)).output).toMatch(/can't parse command|No closing quotation/);
    expect(found({ "supervisor.conf": bad })).toContain("systemd/unbalanced-quote");
    const good = conf('sh -c "true && exec sleep 9"');
    expect((await start(good)).output).toContain("spawned: 'shop'");
    expect(found({ "supervisor.conf": good })).not.toContain("systemd/unbalanced-quote");
  });
});
