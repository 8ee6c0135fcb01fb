import { C as number$2, D as picklist, E as parse, I as unknown, L as variant, N as string, S as nullable, T as optional, _ as looseObject, c as array, f as getDotPath, g as literal$1, j as safeParse, k as record, l as boolean, n as RequestError, t as Octokit, w as object } from "./packages.js";
import { isIP } from "node:net";
import { PassThrough } from "node:stream";
import { deflateSync } from "node:zlib";
import { createHash, createPrivateKey, hash } from "node:crypto";
import { domainToASCII, pathToFileURL } from "node:url";
import { tmpdir } from "node:os";
import { basename, dirname, isAbsolute, join, relative, resolve } from "node:path";
import { spawn } from "node:child_process";
import { StringDecoder } from "node:string_decoder";
import { chmodSync, closeSync, constants, copyFileSync, createReadStream, existsSync, fstatSync, lstatSync, mkdirSync, mkdtempSync, openSync, readFileSync, readdirSync, readlinkSync, realpathSync, renameSync, rmSync, statSync, symlinkSync, utimesSync, writeFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { setTimeout as setTimeout$1 } from "node:timers/promises";
// action/engine/kinds/process-manager.ts
/** The folder of the systemd units that a machine's administrator installs. */
const units$1 = "/etc/systemd/system";
/** A systemd unit. The names of templates have `app` where files have the app's name. */
const unit = (template, file) => ({
	template: `deploy/${template}.ejs`,
	path: `deploy/${file}`,
	installed: `${units$1}/${file}`
});
/** Neither supervisord nor the emperor reads an environment file, so a script does. */
const startScript = (template) => ({
	template: `deploy/${template}.ejs`,
	path: "deploy/start",
	mode: 493
});
// action/engine/kinds/emperor.ts
const emperor = {
	title: "the uWSGI emperor",
	short: "the emperor",
	choice: "the uWSGI emperor",
	files: (name) => [
		unit("app-emperor.service", `${name}-emperor.service`),
		{
			template: "deploy/emperor.ini.ejs",
			path: "deploy/emperor.ini"
		},
		startScript("start-vassal")
	],
	fileIs: "the unit of the emperor, which runs `deploy/uwsgi.ini` once for each release",
	only: "uwsgi",
	handsSocket: false,
	readsEnvironment: "app",
	setsRelease: () => "start",
	release: "%n",
	namedFile: (id) => `deploy/${id}.ini`,
	stopLimit: "TimeoutStopSec in the unit",
	instances: () => [],
	service: {
		unit: (name) => `${name}-emperor.service`,
		waits: "restart_emperor"
	},
	folder: {
		name: "vassals",
		why: "the emperor runs every vassal in it"
	},
	oneLog: "with the emperor, all releases write to one log",
	previewNote: "the emperor is not started: its vassal runs directly, with the same ini"
};
// action/engine/kinds/gunicorn.ts
const file$3 = "deploy/gunicorn.conf.py";
const gunicorn = {
	title: "gunicorn",
	choice: "gunicorn, speaking HTTP to nginx",
	packages: ["gunicorn"],
	file: file$3,
	program: "gunicorn",
	arguments: (callable) => [
		"--config",
		file$3,
		callable
	],
	protocol: "http",
	timeLimit: "timeout in gunicorn.conf.py",
	believes: ["X-Forwarded-Protocol", "X-Forwarded-Ssl"],
	reloads: true
};
// action/engine/kinds/socket.ts
const sockets = {
	unix: {
		choice: "a unix socket",
		takesPorts: false,
		files: () => [],
		units: () => [],
		passNote: () => "A symlink to the socket of the release in use. It is followed at every request: to switch is to rename."
	},
	tcp: {
		choice: "a TCP address on 127.0.0.1",
		takesPorts: true,
		files: (name) => [unit("app.socket", `${name}.socket`), unit("app-proxy.service", `${name}-proxy.service`)],
		units: (name) => [`${name}.socket`],
		passNote: (name) => `deploy/${name}.socket listens here, for the release in use.`
	}
};
// action/engine/kinds/supervisor.ts
const supervisor = {
	title: "supervisord",
	short: "supervisord",
	choice: "supervisord",
	files: (name) => [{
		template: "deploy/supervisor.conf.ejs",
		path: "deploy/supervisor.conf",
		installed: `/usr/local/lib/flask-deploy/${name}.supervisor.conf`
	}, startScript("start")],
	fileIs: "the program: one for each release",
	handsSocket: false,
	readsEnvironment: "app",
	setsRelease: () => "start",
	release: "$(RELEASE)",
	stopLimit: "stopwaitsecs in supervisor.conf",
	instances: () => [],
	service: { unit: () => "supervisor.service" },
	needs: {
		program: "supervisord",
		package: "supervisor"
	},
	debianOnly: "supervisor is supported only where it reads /etc/supervisor/conf.d, as on Debian and Ubuntu. Set process_manager: systemd in flask-deploy.yml.",
	previewNote: "supervisord is not started: its program runs directly, with the same command line"
};
// action/engine/kinds/systemd.ts
const systemd = {
	title: "systemd",
	short: "systemd",
	choice: "a systemd unit",
	files: (name) => [unit("app@.service", `${name}@.service`)],
	fileIs: "the unit: one instance for each release, in a sandbox",
	handsSocket: true,
	readsEnvironment: "root",
	setsRelease: (name) => `${name}@.service`,
	release: "$(RELEASE)",
	stopLimit: "TimeoutStopSec in the unit",
	instances: (name) => [`${name}@.service`]
};
// action/engine/kinds/uwsgi.ts
const file$2 = "deploy/uwsgi.ini";
const uwsgi = {
	title: "uWSGI",
	choice: "uWSGI, speaking its own protocol to nginx",
	packages: ["pyuwsgi", "uwsgi"],
	packageNote: "uWSGI as a wheel: no compiler is needed, neither here nor on the server.",
	file: file$2,
	program: "uwsgi",
	arguments: () => ["--ini", file$2],
	protocol: "uwsgi",
	timeLimit: "harakiri in uwsgi.ini",
	bodyLimit: "limit-post in uwsgi.ini",
	reloads: true
};
// action/engine/kinds/waitress.ts
const file$1 = "deploy/serve.py";
// action/engine/kinds/index.ts
const appServers = {
	uwsgi,
	gunicorn,
	waitress: {
		title: "waitress",
		choice: "waitress, speaking HTTP to nginx: one process, pure Python",
		packages: ["waitress"],
		file: file$1,
		program: "python",
		arguments: () => [file$1],
		protocol: "http",
		bodyLimit: "max_request_body_size in serve.py",
		oneProcess: true
	}
};
const processManagers = {
	systemd,
	supervisor,
	emperor
};
/** Those files: the release's socket, the process manager's own, the front unit, the TCP address. */
function deployFiles({ name, processManager, socket }) {
	const manager = processManagers[processManager];
	return [
		unit("app@.socket", `${name}@.socket`),
		...manager.files(name),
		...manager.handsSocket ? [] : [unit("app-front@.service", `${name}-front@.service`)],
		...sockets[socket].files(name)
	];
}
/** Name → description, for a prompt. */
const choicesOf = (kinds) => Object.fromEntries(Object.entries(kinds).map(([name, { choice }]) => [name, choice]));
/** Why a process manager cannot run an app server; undefined when it can. */
function cannotRun(manager, server) {
	const can = (one) => one.only === void 0 || one.only === server;
	const { short, only } = processManagers[manager];
	if (only === void 0 || only === server) return void 0;
	const others = Object.entries(processManagers).flatMap(([name, one]) => can(one) ? [name] : []);
	return `${short} runs ${appServers[only].title} only: choose ${others.join(" or ")} for ${server}`;
}
// action/engine/app/names.ts
const words = (text) => new Set(text.trim().split(/\s+/));
const keywords = words(`
  false none true and as assert async await break class continue def del elif else except finally for from global if import
  in is lambda nonlocal not or pass raise return try while with yield match case type`);
/** Top-level modules of Python's standard library whose spelling is also a legal app name. */
const standardModules = words(`
  abc aifc argparse array ast asynchat asyncio asyncore atexit audioop base64 bdb binascii bisect builtins bz2 cprofile calendar
  cgi cgitb chunk cmath cmd code codecs codeop collections colorsys compileall concurrent configparser contextlib contextvars
  copy copyreg crypt csv ctypes curses dataclasses datetime dbm decimal difflib dis distutils doctest email encodings ensurepip
  enum errno faulthandler fcntl filecmp fileinput fnmatch fractions ftplib functools gc genericpath getopt getpass gettext glob
  graphlib grp gzip hashlib heapq hmac html http idlelib imaplib imghdr imp importlib inspect io ipaddress itertools json keyword
  lib2to3 linecache locale logging lzma mailbox mailcap marshal math mimetypes mmap modulefinder msilib msvcrt multiprocessing
  netrc nis nntplib nt ntpath numbers opcode operator optparse os ossaudiodev pathlib pdb pickle pickletools pipes pkgutil
  platform plistlib poplib posix posixpath pprint profile pstats pty pwd pyclbr pydoc pyexpat queue quopri random re readline
  reprlib resource rlcompleter runpy sched secrets select selectors shelve shlex shutil signal site smtpd smtplib sndhdr socket
  socketserver spwd sqlite3 sre ssl stat statistics string stringprep struct subprocess sunau symtable sys sysconfig syslog
  tabnanny tarfile telnetlib tempfile termios test textwrap this threading time timeit tkinter token tokenize tomllib trace
  traceback tracemalloc tty turtle turtledemo types typing unicodedata unittest urllib uu uuid venv warnings wave weakref
  webbrowser winreg winsound wsgiref xdrlib xml xmlrpc zipapp zipfile zipimport zlib zoneinfo`);
/** Users and groups of Debian's base-passwd and of systemd, which are on every server before the app's own. */
const accounts = words(`
  root daemon bin sys sync games man lp mail news uucp proxy www-data backup list irc gnats nobody nogroup operator adm tty
  disk kmem dialout fax voice cdrom floppy tape sudo audio dip src shadow utmp video sasl plugdev staff users wheel input kvm
  render sgx crontab netdev messagebus polkitd sshd systemd-journal systemd-network systemd-resolve systemd-timesync`);
/** The app gets a user, units and folders of its name; these belong to others. (YAML reads `null` as no name at all.) */
const taken = words(`
  nginx apache deploy admin postgres mysql redis app wsgi static templates tests flask uwsgi gunicorn
  werkzeug jinja2 ssh cron supervisor emperor current default shared null
  flask-deploy user getty systemd lock docker containerd podman udev dbus mount credentials`);
/** Why a name cannot be the app's; undefined if it can. It becomes a Linux user, a folder, a unit and a socket path. */
function nameProblem(name) {
	if (name === "") return "must not be empty";
	if (name.length > 31) return `must have at most 31 characters, the limit of a Linux user name (this one has ${name.length})`;
	if (!/^[a-z][a-z0-9-]*$/.test(name)) {
		const near = suggestion(name);
		return `must be made of a-z, 0-9 and "-", and start with a letter${near && ` (try ${near})`}`;
	}
	if (name.endsWith("-")) return "must not end with \"-\"";
	const instead = `choose another, such as my-${name}`;
	if (keywords.has(name)) return `"${name}" is a keyword of Python: ${instead}`;
	if (standardModules.has(name)) return `"${name}" is a module of Python's standard library: ${instead}`;
	if (accounts.has(name)) return `"${name}" is a user or group of every Linux system: ${instead}`;
	if (taken.has(name)) return `"${name}" is reserved by the system or by the scaffold: ${instead}`;
}
/** The nearest valid spelling of a name, or "" if there is none. */
function suggestion(name) {
	const near = name.normalize("NFKD").replace(/\p{Mark}/gu, "").toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^[^a-z]+/, "").slice(0, 31).replace(/-+$/, "");
	return near !== name && nameProblem(near) === void 0 ? near : "";
}
/** Words of an answer that may hold several. */
const wordsOf = (text) => text.split(/[\s,]+/).filter(Boolean);
/** The first name of a site, to which the others redirect; "_" for any. */
const canonicalName = (domains) => wordsOf(domains)[0] ?? "_";
/** Why a text cannot be the names of the site; undefined if it can. */
function domainsProblem(domains) {
	const names = wordsOf(domains);
	if (names.length < 2 || domains.includes("\n")) return domainProblem(domains);
	if (names.includes("_")) return "\"_\" matches any host name, so it stands alone";
	const wrong = names.find((name) => domainProblem(name));
	if (wrong) return `${wrong} ${domainProblem(wrong)}`;
	const twice = names.find((name, at) => names.indexOf(name) !== at);
	return twice && `${twice} is there twice`;
}
/** Names that no public CA knows: RFC 2606, RFC 6761, RFC 8375, and what ICANN keeps for private use. */
const privateNames = /(^|\.)(test|invalid|localhost|local|internal|lan|home|corp|home\.arpa)$/i;
/** Whether a public CA can issue a certificate for the first of these names. */
function hasPublicName(domains = "_") {
	const [name = ""] = wordsOf(domains);
	return name.includes(".") && !isIP(name) && !privateNames.test(name);
}
/** Why a text cannot be an e-mail address, or no address; undefined if it can. */
const emailProblem = (text) => text === "" || /^[A-Za-z0-9._+-]{1,64}@(?!-)[A-Za-z0-9.-]{1,255}$/.test(text) ? void 0 : "must be an e-mail address, or empty";
/** Why a text cannot be an ACME directory; undefined if it can. */
const urlProblem = (text) => /^https:\/\/[A-Za-z0-9.:[\]-]+\/[\w./:-]*$/.test(text) ? void 0 : "must be an https URL";
/** Why a text cannot be a path on the server; undefined if it can. */
const pathProblem = (text) => /^\/[\w./-]+$/.test(text) && !text.split("/").includes("..") ? void 0 : "must be an absolute path of letters, digits, \"_\", \"-\", \".\" and \"/\"";
/** Why a text cannot be address blocks; undefined if it can. */
function blocksProblem(text) {
	if (/[\t\n\v\f\r\u2028\u2029]/.test(text) || text.trim() !== text) return "must have one blank between two blocks";
	const wrong = wordsOf(text).find((block) => {
		const [address = "", length] = block.split("/");
		const most = {
			0: -1,
			4: 32,
			6: 128
		}[isIP(address)] ?? -1;
		return most < 0 || length !== void 0 && !(/^\d{1,3}$/.test(length) && Number(length) <= most);
	});
	return wrong && `${wrong} is not an address block, such as 203.0.113.0/24`;
}
/** Why a text cannot be a server_name of the site; undefined if it can. */
function domainProblem(domain) {
	if (domain === "_") return void 0;
	if (domain === "") return "must not be empty: write \"_\" to match any host name";
	if (/[\s'"`;{}\\$#\p{Cc}]/u.test(domain)) return "must be one host name, without spaces, quotes or other characters";
	if (domain.includes("://")) return "must be a host name, not a URL: leave out the scheme and what follows the name";
	if (domain.includes("/")) return "must be a host name, without a path";
	if (domain.includes(":")) return "must be a host name, without a port";
	if (domain.includes("*")) return "must be one host name: a wildcard goes into deploy/nginx.conf by hand, beside its certificate";
	if (domain.includes("_")) return "must not contain \"_\": host names are made of letters, digits and \"-\"";
	if (domain.length > 253) return "must have at most 253 characters";
	if (/\P{ASCII}/u.test(domain)) {
		const ascii = domainToASCII(domain);
		return `must be written in its ASCII form${ascii && ` (${ascii})`}`;
	}
	const label = /^(?!-)[a-z0-9-]{1,63}(?<!-)$/i;
	if (!domain.split(".").every((part) => label.test(part))) return "must be a host name: labels of letters, digits and inner \"-\", joined by dots";
}
/** Whether a version of Python, as "3.11.7", is at least another, as "3.11". */
function isAtLeast$1(version, oldest) {
	const [major = 0, minor = 0] = version.split(".").map(Number);
	const [wantedMajor = 3, wantedMinor = 0] = oldest.split(".").map(Number);
	return major > wantedMajor || major === wantedMajor && minor >= wantedMinor;
}
/** Why a text cannot be the minimum Python; undefined if it can. gunicorn 27 and current pyuwsgi wheels need 3.10. */
function versionProblem(version) {
	const minor = /^3\.(\d{1,2})$/.exec(version)?.[1];
	if (minor === void 0) return "must read like \"3.11\"";
	return Number(minor) < 10 ? "is too old: the app servers need Python 3.10 or newer" : void 0;
}
// action/engine/app/login.ts
/** The longest user name that useradd accepts. */
const longest = 32;
/**
* The deploy user of an app whose flask-deploy.yml names none: one account for each app, so that a key gives access to
* one app only. A name that is too long for Linux is shortened and ends in eight digits of its hash.
*/
function loginOf(app) {
	const login = `deploy-${app}`;
	if (login.length <= longest) return login;
	return `${login.slice(0, 23)}-${hash("sha256", app).slice(0, 8)}`;
}
// action/engine/process/run.ts
/** How long to wait for a pipe after its program has exited: a process it left (an ssh master) may hold it open. */
const LINGER_MS = 250;
/** The {@link ProcessRunner} of a real machine. */
const runProcess = (argv, options = {}) => new Promise((resolve, reject) => {
	const [program, ...args] = argv;
	if (program === void 0) throw new Error("no program to run: the argument vector is empty");
	const child = spawn(program, args, {
		cwd: options.cwd,
		env: options.env,
		stdio: "pipe"
	});
	let timedOut = false;
	let killer;
	const end = () => {
		child.kill("SIGTERM");
		killer = setTimeout(() => child.kill("SIGKILL"), 1e3);
	};
	const clock = options.timeoutMs ? setTimeout(() => {
		timedOut = true;
		end();
	}, options.timeoutMs) : void 0;
	if (options.signal?.aborted) end();
	options.signal?.addEventListener("abort", end, { once: true });
	const out = collect(child.stdout, (line) => options.onLine?.(line, "stdout"));
	const err = collect(child.stderr, (line) => options.onLine?.(line, "stderr"));
	const tidy = () => {
		clearTimeout(clock);
		clearTimeout(killer);
		options.signal?.removeEventListener("abort", end);
	};
	child.on("error", (error) => {
		tidy();
		reject(error);
	});
	child.on("exit", async (code, signal) => {
		tidy();
		await Promise.race([
			Promise.all([out.ended, err.ended]),
			out.ended.then(linger),
			...signal ? [linger()] : []
		]);
		child.stdout.destroy();
		child.stderr.destroy();
		resolve({
			code,
			signal,
			stdout: out.text(),
			stderr: err.text(),
			timedOut
		});
	});
	child.stdin.on("error", () => {});
	const { stdin } = options;
	if (stdin === void 0) child.stdin.end();
	else if (typeof stdin === "string" || stdin instanceof Uint8Array) child.stdin.end(stdin);
	else stdin.pipe(child.stdin);
});
function collect(stream, onLine) {
	const decoder = new StringDecoder("utf8");
	const parts = [];
	let rest = "";
	const take = (text) => {
		parts.push(text);
		const lines = (rest + text).split("\n");
		rest = lines.pop();
		for (const line of lines) onLine(line);
	};
	stream.on("data", (chunk) => take(decoder.write(chunk)));
	return {
		ended: new Promise((done) => {
			stream.on("end", () => {
				take(decoder.end());
				if (rest) onLine(rest);
				rest = "";
				done();
			});
		}),
		text: () => parts.join("")
	};
}
/** Does not keep this process alive: an open pipe does, and without one there is nothing to wait for. */
const linger = () => new Promise((done) => setTimeout(done, LINGER_MS).unref());
/** The last lines of what a program wrote, where it says what went wrong. */
const lastLines = (text, count) => text.trim().split("\n").slice(-count).join("\n");
// action/engine/app/plain-file.ts
/** No configuration is larger, and reading a device would never end. */
const most$1 = 1 << 20;
/**
* Reads a configuration file. A repository is untrusted: it may contain a link to a device or a FIFO in place of the
* file.
*
* @throws the system's error (ENOENT, EACCES …) if it cannot be opened; an Error that names the path if it is no
* regular file or larger than 1 MB
*/
function readPlainFile(path) {
	const file = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
	try {
		const info = fstatSync(file);
		if (!info.isFile()) throw new Error(`${path} is not a plain file (a folder, a device or a FIFO): replace it`);
		if (info.size > most$1) throw new Error(`${path} is larger than 1 MB, so it is no configuration: replace it`);
		return readFileSync(file, "utf8");
	} finally {
		closeSync(file);
	}
}
// action/engine/deploy/release-id.ts
/** Whether a text has the form of a release id, "20261121T031500Z-1a2b3c4": UTC time and short commit. */
const isReleaseId = (text) => /^\d{8}T\d{6}Z-[0-9a-f]{7,12}$/.test(text);
/**
* A new id for a release. The client creates it, so that it is the same on every server.
*
* @param now milliseconds since 1970
* @param commit at least 12 hexadecimal digits
* @param taken ids that a server already has: two deploys of one commit may start in the same second
*/
function releaseId(now, commit, taken) {
	const stamp = new Date(now).toISOString().replace(/[-:]|\.\d+/g, "");
	for (let digits = 7; digits <= 12; digits++) {
		const id = `${stamp}-${commit.slice(0, digits)}`;
		if (!taken.includes(id)) return id;
	}
	return releaseId(now + 1e3, commit, taken);
}
// action/engine/process/env-file.ts
/** The most that the server's root helper accepts as a `.env`, and that execve accepts as one variable. */
const MOST_BYTES = 1 << 20;
const MOST_BYTES_OF_ONE = 131072;
/**
* Reads a `.env` from any source: the input `env`, `--env-file`, the repository's own file.
*
* The dialect is what a shell that sources the file and systemd's `EnvironmentFile=` both read, with the same result,
* so that one file works on a laptop (`set -a; . ./.env`) and with systemd, supervisord and the emperor:
*
* - A line is empty, a comment that begins with `#`, or `NAME=value` with no space around the `=`. Windows line
*   endings, a byte order mark and `export ` before the name are accepted; {@link writeEnv} omits the `export `.
* - An unquoted value has no space, no quote, no backslash and none of `$ & ; | < > ( )` and the backtick.
* - A value in single quotes is taken literally and may span several lines.
* - So may one in double quotes. There, `\"`, `\\`, `\$` and `` \` `` stand for the second character, and a backslash
*   at the end of a line joins it with the next; an unescaped `$` or backtick and any other backslash are rejected.
* - Nothing follows a value. Each name is set once.
*
* Whatever only one of the two accepts is a problem that says how to write it, never a guess.
* Sources: POSIX 2.2 and 2.6.1, and parse_env_file_internal of systemd's src/basic/env-file.c.
*/
function readEnv(text) {
	const rest = text.replace(/^\uFEFF/, "").replace(/\r\n/g, "\n");
	if (rest.includes("�")) return { problem: "is not UTF-8" };
	const env = {};
	const lineOf = {};
	let at = 0;
	const take = (pattern) => {
		pattern.lastIndex = at;
		const found = pattern.exec(rest);
		if (found) at = pattern.lastIndex;
		return found;
	};
	for (let line = 1; at < rest.length;) {
		const begun = at;
		const wrong = (problem) => ({ problem: `line ${line}: ${problem}` });
		const skipped = take(/[ \t]*(#[^\n]*)?(?:\n|$)/y);
		if (skipped?.[1]?.endsWith("\\")) return wrong("the comment ends with a backslash, so systemd skips the next line");
		if (skipped?.[1]?.includes("\r")) return wrong("the comment has a line break of old Macs, where systemd ends it");
		if (!skipped) {
			const name = take(/[ \t]*(?:export[ \t]+)?([A-Za-z_][A-Za-z0-9_]*)=/y)?.[1];
			if (name === void 0) return wrong(noName(lineAt(rest, at)));
			const [, single, double, bare = ""] = take(/'([^']*)'|"((?:[^"\\$`]|\\["\\$`\n])*)"|([^\s"'\\$`&;|<>()]*)/y);
			const isQuoted = single !== void 0 || double !== void 0;
			if (!take(/[ \t]*(?:\n|$)/y)) return wrong(`${name} ${noValue(rest.slice(at), isQuoted)}`);
			if (/(?:^|:|=)~/.test(bare)) return wrong(`${name} has a bare ~, which a shell replaces: ${quote$1}`);
			const read = single ?? double?.replace(/\\([\s\S])/g, (_, c) => c === "\n" ? "" : c) ?? bare;
			if (/(?![\t\n\x80-\x9f])\p{Cc}|\p{Noncharacter_Code_Point}/u.test(read)) return wrong(`${name} has a control character other than a tab or a line break, or one that is no character`);
			if (Object.hasOwn(env, name)) return wrong(`${name} is set twice, in line ${lineOf[name]} already`);
			if (Buffer.byteLength(`${name}=${read}`) >= MOST_BYTES_OF_ONE) return wrong(`${name} is larger than the 128 kB that a program can be given`);
			env[name] = read;
			lineOf[name] = line;
		}
		line += rest.slice(begun, at).split("\n").length - 1;
	}
	if (Buffer.byteLength(writeEnv(env)) > MOST_BYTES) return { problem: `is larger than 1 MB` };
	return { env };
}
/** Double-quotes values and escapes `\`, `"`, `` ` `` and `$`: {@link readEnv}, systemd and sh read the same back. */
function writeEnv(env) {
	return Object.entries(env).map(([name, value]) => `${name}="${value.replace(/[\\"$`]/g, "\\$&")}"\n`).join("");
}
const quote$1 = "put the value in 'single quotes'";
const lineAt = (text, at) => /[^\n]*/y.exec(text.slice(at))?.[0] ?? "";
/** Why a line does not begin with `NAME=`. */
function noName(line) {
	const start = line.trim();
	if (start.startsWith(";")) return "starts with ;, a comment for systemd only: write #";
	if (/^(?:export[ \t]+)?[A-Za-z_][A-Za-z0-9_]*[ \t]+=/.test(start)) return "has a space before the =";
	if (/^(?:export[ \t]+)?[A-Za-z0-9_]+\+=/.test(start)) return "adds to a value with +=: write the whole value";
	return "is not NAME=value: a name has letters, digits and _, and does not begin with a digit";
}
/** Why a value does not end where it should; `rest` is what follows the part that was read. */
function noValue(rest, isQuoted) {
	if (isQuoted) return /^[ \t]+#/.test(rest) ? "has a comment after its value: put the comment on a line of its own" : "has text after its closing quote: put all of the value in one pair of quotes";
	const [first = ""] = rest;
	if (first === "'") return "has a single quote that opens and does not close, or within its value";
	if (first === "\"") return inDoubleQuotes(rest);
	if (/^[ \t]+#/.test(rest)) return `has a comment after its value: put the comment on a line of its own, or ${quote$1}`;
	if (first === " " || first === "	") return `has a space in its value: ${quote$1}`;
	if (first === "\\") return `has a backslash, which systemd and shells remove: ${quote$1}`;
	if (first === "\r") return "has a line break of old Macs";
	if (/\s/.test(first)) return `has a white space other than a space, a tab or a line break: ${quote$1}`;
	return `has ${first}, which means something else to a shell: ${quote$1}`;
}
function inDoubleQuotes(rest) {
	const [, read = ""] = /^"((?:[^"\\$`]|\\["\\$`\n])*)/.exec(rest) ?? [];
	const first = rest[read.length + 1];
	if (first === void 0) return "has a double quote that opens and does not close";
	if (first === "\"") return "has a double quote within its value: put all of the value in quotes";
	if (first !== "\\") return `has ${first} in double quotes, which a shell replaces: write \\${first}, or ${quote$1}`;
	return "has a backslash in double quotes before something else than \" \\ $ ` or a line end: write two, or a real line break for \\n";
}
// action/engine/targets/server/key.ts
const missing$1 = "is empty. Store the private key as the secret SSH_KEY (repository → Settings → Secrets and variables → Actions, or the secrets of the environment that the job names) and pass `ssh-key: ${{ secrets.SSH_KEY }}`. Runs for a fork's pull request get no secrets.";
const encrypted = "has a passphrase, which cannot be entered here. Create a deploy key without one: ssh-keygen -t ed25519 -N '' -f deploy_key; its public half belongs into ~/.ssh/authorized_keys on the server.";
const damaged = "is damaged: it begins like a private key, but what follows is not one (a part is missing?). Store the whole file again, from BEGIN to END: gh secret set SSH_KEY < deploy_key";
/**
* Reads a private key as people paste it. Line ends of Windows, a lost last newline, indentation, and newlines that
* became blanks or `\n` are mended; what cannot work on a runner is said. The text is never part of a message.
*/
function readKey(text) {
	const plain = text.replace(/^\uFEFF/, "").replace(/\\r|\\n/g, "\n").trim();
	if (plain === "") return { problem: missing$1 };
	if (plain.startsWith("PuTTY-User-Key-File")) return { problem: "is in PuTTY's own format. Convert it: puttygen key.ppk -O private-openssh -o deploy_key" };
	if (/^(ssh-|ecdsa-|sk-)[\w@.-]+ [A-Za-z0-9+/]/.test(plain) || plain.startsWith("-----BEGIN PUBLIC KEY")) return { problem: "is the public half. The secret must hold the private one: the file whose name has no .pub" };
	const parts = /^-----BEGIN ([A-Z0-9 ]*PRIVATE KEY)-----(.*)-----END \1-----$/s.exec(plain);
	if (parts === null) return { problem: plain.includes("PRIVATE KEY") ? damaged : "is not a private key: that begins with -----BEGIN … PRIVATE KEY-----. Check which secret is passed." };
	const [, kind = "", inner = ""] = parts;
	if (kind.startsWith("ENCRYPTED") || /Proc-Type:\s*4,\s*ENCRYPTED/.test(inner)) return { problem: encrypted };
	const body = inner.replace(/\s+/g, "");
	if (!/^[A-Za-z0-9+/]+={0,2}$/.test(body)) return { problem: damaged };
	const lines = body.match(kind === "OPENSSH PRIVATE KEY" ? /.{1,70}/g : /.{1,64}/g) ?? [];
	const key = [
		`-----BEGIN ${kind}-----`,
		...lines,
		`-----END ${kind}-----`,
		""
	].join("\n");
	if (kind !== "OPENSSH PRIVATE KEY") return isPem(key) ? { key } : { problem: damaged };
	const cipher = opensshCipher(Buffer.from(body, "base64"));
	if (cipher === void 0) return { problem: damaged };
	return cipher === "none" ? { key } : { problem: encrypted };
}
function isPem(key) {
	try {
		createPrivateKey(key);
		return true;
	} catch {
		return false;
	}
}
/**
* The cipher of a key in OpenSSH's format; undefined when the bytes do not add up to one.
* The layout: https://github.com/openssh/openssh-portable/blob/master/PROTOCOL.key
*/
function opensshCipher(bytes) {
	if (bytes.toString("latin1", 0, 15) !== "openssh-key-v1\0") return void 0;
	let at = 15;
	const next = () => {
		if (at + 4 > bytes.length) return void 0;
		const length = bytes.readUInt32BE(at);
		at += 4 + length;
		return at <= bytes.length ? bytes.subarray(at - length, at) : void 0;
	};
	const cipher = next()?.toString("latin1");
	next();
	next();
	if (at + 4 > bytes.length || bytes.readUInt32BE(at) !== 1) return void 0;
	at += 4;
	next();
	const secret = next();
	return secret === void 0 || secret.length < 8 ? void 0 : cipher;
}
// action/lint/finding.ts
/** Most severe first. */
const severities = [
	"error",
	"warning",
	"info"
];
/** A setting: the severity of a rule's findings, or the lowest severity that makes a command fail. */
const levels$1 = [
	"error",
	"warning",
	"info",
	"off"
];
/** Whether a finding is severe enough to fail at `level`. */
const isAtLeast = (severity, level) => level !== "off" && severities.indexOf(severity) <= severities.indexOf(level);
/** The order of findings in output: by file, then by position. */
function byPlace(a, b) {
	const [left, right] = [a.at.source.path, b.at.source.path];
	if (left !== right) return left < right ? -1 : 1;
	return a.at.start - b.at.start || a.at.end - b.at.end || (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0);
}
// action/engine/console/maintenance/addresses.ts
/** The most addresses that an allow list may contain: each is a file on the server. */
const most = 1024;
/** @param list IPv4 or IPv6 addresses, and CIDR blocks such as `192.0.2.0/28` */
function spellOut(list) {
	const found = /* @__PURE__ */ new Set();
	const problems = [];
	for (const entry of list) {
		const read = range(entry);
		if ("problem" in read) problems.push(`${JSON.stringify(entry)} ${read.problem}`);
		else if (read.size > most) problems.push(`${entry} holds ${read.size} addresses: nginx looks for a file of each visitor's address, so a list may have at most ${most}. List the addresses, or a block from /${read.bits - 10} on.`);
		else for (let i = 0n; i < read.size; i++) found.add(text$1(read.first + i, read.bits));
	}
	if (found.size > most) problems.push(`the list has ${found.size} addresses, of at most ${most}`);
	return problems.length > 0 ? { problems } : { addresses: [...found] };
}
function range(entry) {
	const [address = "", length, ...more] = entry.split("/");
	const family = isIP(address);
	if (family === 0 || address.includes("%") || more.length > 0) return { problem: "is not an address such as 192.0.2.7 or 2001:db8::7, or a CIDR block such as 192.0.2.0/28" };
	const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
	if (mapped && length === void 0) return range(mapped);
	const bits = family === 4 ? 32 : 128;
	if (length !== void 0 && !(/^\d{1,3}$/.test(length) && Number(length) <= bits)) return { problem: `needs a prefix length from 0 to ${bits} after its slash` };
	const size = 1n << BigInt(bits - Number(length ?? bits));
	return {
		first: number(address, family) / size * size,
		size,
		bits
	};
}
function number(address, family) {
	if (family === 4) return address.split(".").reduce((sum, part) => sum * 256n + BigInt(part), 0n);
	const [head = "", tail] = new URL(`http://[${address}]`).hostname.slice(1, -1).split("::");
	const groups = (part) => part ? part.split(":") : [];
	const zeros = 8 - groups(head).length - groups(tail).length;
	return (tail === void 0 ? groups(head) : [
		...groups(head),
		...Array(zeros).fill("0"),
		...groups(tail)
	]).reduce((sum, group) => sum * 65536n + BigInt(`0x${group}`), 0n);
}
function text$1(value, bits) {
	const parts = (count, base) => Array.from({ length: count }, (_, i) => value / base ** BigInt(count - 1 - i) % base);
	if (bits === 32) return parts(4, 256n).join(".");
	const groups = parts(8, 65536n).map((group) => group.toString(16));
	return new URL(`http://[${groups.join(":")}]`).hostname.slice(1, -1);
}
// action/engine/console/maintenance/site.ts
/** The subcommands of `maintenance`. */
const maintenanceWants = [
	"on",
	"off",
	"status"
];
/** Has the file `on` while visitors get the page, and a file for each address that still gets the site. */
const maintenanceFolder = (name) => `/srv/${name}/maintenance`;
/** The maintenance page: path in the repository. */
const maintenancePage = "deploy/maintenance.html";
/**
* What a site needs inside `server { }` for `maintenance`, without indentation. nginx checks for the files at every
* request, so it needs no reload; a return at server level precedes every location, static files too.
*
* @param headers of the site, which a location with a header of its own would lose
*/
function maintenanceLines(name, headers = []) {
	const folder = maintenanceFolder(name);
	return [
		`# \`create-flask-deploy maintenance on\` makes the first file; an address that has a file of its own below allow/ passes.`,
		"set $closed 0;",
		`if (-f ${folder}/on) { set $closed 1; }`,
		`if (-f ${folder}/allow/$remote_addr) { set $closed 0; }`,
		`if ($uri ~ "^/(maintenance\\.html$|\\.well-known/acme-challenge/)") { set $closed 0; }`,
		"if ($closed) { return 503; }",
		"error_page 503 /maintenance.html;",
		"location = /maintenance.html {",
		"    internal;",
		`    root /srv/${name}/current/deploy;`,
		"    # A release without the page: nginx's own.",
		"    try_files /maintenance.html =503;",
		...headers.map((header) => `    add_header ${header} always;`),
		"    add_header Retry-After 300 always;",
		"    add_header Cache-Control no-store always;",
		"}"
	];
}
/** Whether the text of a site has those lines in any form. */
const knowsMaintenance = (nginxConfig, name) => nginxConfig.includes(`${maintenanceFolder(name)}/on`);
const maintenanceOptions = { allow: {
	name: "allow",
	kind: "text",
	value: "ADDRESS",
	many: true,
	help: "address or CIDR block that still gets the site (repeatable); each `on` replaces the list"
} };
// action/engine/targets/server/login.ts
/** The server's name in known_hosts; a port other than 22 is part of it. */
const knownHostsName = (host, port = 22) => port === 22 ? host : `[${host}]:${port}`;
// action/report/markdown.ts
/** Turns untrusted text (tracebacks, commit messages, responses of servers) into Markdown that only shows it. */
const escapes$1 = /\u001b(?:\[[0-?]*[ -/]*[@-~]|\][^\u0007\u001b]*(?:\u0007|\u001b\\)?|.)?/g;
const controls$1 = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
/** Removes terminal escapes, other control characters and marks that change the text direction; lines end in `\n`. */
const plain$2 = (text) => text.replace(escapes$1, "").replace(/\r\n?|[\u0085\u2028\u2029]/g, "\n").replace(controls$1, "");
/** On one line, with all Markdown and HTML escaped except `code`; it mentions no GitHub user. */
const inline = (text) => plain$2(text).replace(/\s+/g, " ").trim().split(/(?<!`)`([^`<>]*[^`<> ][^`<>]*)`(?!`)/).map((part, index) => index % 2 === 1 ? code(part) : literal(part)).join("");
const literal = (text) => text.replace(/[\\`*_{}[\]()#+\-.!~|<>&:$]/g, (sign) => /[<>&]/.test(sign) ? `&#${sign.charCodeAt(0)};` : `\\${sign}`).replaceAll("@", "@​");
/** As an inline code span. */
function code(text) {
	const line = plain$2(text).replace(/\s+/g, " ").trim();
	if (line === "") return "";
	const ticks = "`".repeat(longestRun(line) + 1);
	const pad = line.startsWith("`") || line.endsWith("`") ? " " : "";
	return `${ticks}${pad}${line.replaceAll("|", "\\|")}${pad}${ticks}`;
}
/** As a code block that the text cannot end: its fence is longer than any run of backticks in it. */
function fenced(text, language = "text") {
	const body = plain$2(text).replace(/\n+$/, "");
	const fence = "`".repeat(Math.max(3, longestRun(body) + 1));
	return `${fence}${language}\n${body}\n${fence}`;
}
/** Collapsed behind a title. The title is HTML, where Markdown's escapes would be visible. */
const folded = (title, body) => `<details><summary>${title.replace(/[<>&]/g, (sign) => `&#${sign.charCodeAt(0)};`)}</summary>\n\n${body}\n\n</details>`;
/** A table; the cells are Markdown already. */
const table = (head, rows) => [
	head,
	head.map(() => "---"),
	...rows
].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
/** A whole page: its parts with a blank line between them, without those that are empty. */
const page = (...parts) => `${parts.filter(Boolean).join("\n\n")}\n`;
/** The last `max` characters, starting at the beginning of a line. */
function tail(text, max) {
	if (text.length <= max) return text;
	const end = text.slice(-max);
	return `…\n${end.slice(end.indexOf("\n") + 1)}`;
}
const longestRun = (text) => Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length));
// action/report/deploy/timeline.ts
/**
* The steps as a Mermaid diagram, which GitHub draws, and as a table. Names of steps are ours, details are untrusted.
*
* @param totalMs end of the diagram: after the last step, the connection is closed
*/
function timeline(steps, totalMs) {
	if (steps.length === 0) return "";
	const ended = Math.max(...steps.map((step) => step.startedMs + step.durationMs));
	const left = Math.round(totalMs) - Math.round(ended);
	const shown = [...steps, ...left > 0 ? [{
		name: "close",
		startedMs: ended,
		durationMs: left,
		detail: "the connection"
	}] : []];
	const bars = shown.map(({ name, startedMs, durationMs }) => {
		const start = Math.round(startedMs);
		return `  ${name} ${milliseconds(durationMs)} :${start}, ${start + Math.max(1, Math.round(durationMs))}`;
	});
	const axis = Math.max(ended, totalMs) < 6e4 ? "%S.%L s" : "%M min %S s";
	const rows = shown.map((step) => [
		step.name,
		milliseconds(step.durationMs),
		inline(step.detail)
	]);
	return [[
		"```mermaid",
		"gantt",
		"  dateFormat x",
		`  axisFormat ${axis}`,
		...bars,
		"```"
	].join("\n"), table([
		"step",
		"took",
		""
	], rows)].join("\n\n");
}
/** A duration for users, in the unit that fits. */
function milliseconds(ms) {
	if (ms < 1e3) return `${Math.round(ms)} ms`;
	if (ms < 6e4) return `${(ms / 1e3).toFixed(ms < 1e4 ? 2 : 1)} s`;
	return `${Math.floor(ms / 6e4)} min ${Math.round(ms % 6e4 / 1e3)} s`;
}
// action/report/log-groups.ts
/** This step lasts until the server has responded: until then, lines of the server's steps belong to its group. */
const around$1 = "connect";
/** A deploy's progress in the job's log, as it happens: one group a step, with its lines and its duration. */
function groupLog(output, secrets) {
	let open;
	const line = (text) => {
		for (const each of harmlessLines(secrets.hide(text))) output.info(each);
	};
	const close = () => {
		if (open !== void 0) output.endGroup();
		open = void 0;
	};
	return {
		line,
		step(name) {
			if (open === around$1) return;
			close();
			open = name;
			output.startGroup(name);
		},
		warning: (text) => line(`Warning: ${text}`),
		done({ name, detail, durationMs }) {
			const said = `${detail ? `${detail}, ` : ""}${milliseconds(durationMs)}`;
			line(open === name ? said : `${name}: ${said}`);
			if (open === name) close();
		}
	};
}
/**
* Lines for the job's log that the runner cannot mistake for commands, whatever they contain. The runner reads
* `::name::` at the start of a line and `##[name]` anywhere in it:
* https://github.com/actions/runner/blob/main/src/Runner.Common/ActionCommand.cs
*/
const harmlessLines = (text) => plain$2(text).split("\n").map((line) => line.replace(/^([\s\p{Z}\p{C}]*):(?=:)/u, "$1: ").replaceAll("##[", "## ["));
// action/runner/runner.ts
/** @param folders defaults for what the environment does not set */
function readRunner(env, platform, folders) {
	const get = (name, otherwise = "") => env[name] || otherwise;
	const serverUrl = get("GITHUB_SERVER_URL", "https://github.com");
	const repository = get("GITHUB_REPOSITORY");
	const run = get("GITHUB_RUN_ID");
	const attempt = get("GITHUB_RUN_ATTEMPT", "1");
	return {
		windows: platform === "win32" || get("RUNNER_OS") === "Windows",
		temp: get("RUNNER_TEMP", folders.temp),
		cache: join(get("XDG_CACHE_HOME", join(folders.home, ".cache")), "flask-deploy"),
		workspace: get("GITHUB_WORKSPACE", "."),
		event: get("GITHUB_EVENT_NAME"),
		eventFile: get("GITHUB_EVENT_PATH"),
		repository,
		sha: get("GITHUB_SHA"),
		actor: get("GITHUB_ACTOR"),
		serverUrl,
		apiUrl: get("GITHUB_API_URL", "https://api.github.com"),
		runUrl: repository && run ? `${serverUrl}/${repository}/actions/runs/${run}/attempts/${attempt}` : ""
	};
}
// action/runner/secrets.ts
/** Shorter values occur in any text by chance; masking them would make the log unreadable. */
const SHORTEST = 4;
const harmless = /* @__PURE__ */ new Set([
	"true",
	"false",
	"none",
	"null",
	"production",
	"development",
	"testing"
]);
/**
* Masks each value as a whole and line by line, since the runner compares line by line. The runner masks its log and
* the summary; text for GitHub's API is masked by {@link Secrets.hide} only.
* @param mask registers a secret with the runner, such as `setSecret` of @actions/core
*/
function keepSecret(values, mask) {
	const parts = /* @__PURE__ */ new Set();
	for (const value of values) for (const part of [
		value,
		value.trim(),
		...value.split(/[\r\n]+/).map((line) => line.trim())
	]) if (part.length >= SHORTEST && !harmless.has(part.toLowerCase())) parts.add(part);
	const longestFirst = [...parts].sort((a, b) => b.length - a.length);
	for (const part of longestFirst) mask(part);
	return { hide: (text) => longestFirst.reduce((seen, part) => seen.replaceAll(part, "***"), text) };
}
// action/runner/credentials.ts
const prefix = "flask-deploy-";
/**
* Writes the pinned host keys at once, and the key when `key.put` is called.
* @param remember called with the folder before it contains a secret, so that it is removed whatever happens next
*/
function storeCredentials(temp, access, remember) {
	mkdirSync(temp, { recursive: true });
	const folder = mkdtempSync(join(realpathSync(temp), prefix));
	remember(folder);
	const identityFile = join(folder, "key");
	const knownHostsFile = join(folder, "known_hosts");
	writeFileSync(knownHostsFile, access.knownHosts, {
		mode: 384,
		flag: "wx"
	});
	return {
		folder,
		identityFile,
		knownHostsFile,
		key: {
			put: () => existsSync(identityFile) || writeFileSync(identityFile, access.sshKey, {
				mode: 384,
				flag: "wx"
			}),
			remove: () => rmSync(identityFile, { force: true })
		}
	};
}
/** Removes what {@link storeCredentials} wrote, and rejects any other folder. It may be called twice. */
function removeCredentials(temp, folder) {
	if (!(basename(folder).startsWith(prefix) && dirname(folder) === realpathSync(temp))) throw new Error(`${folder} is not a folder of this Action in ${temp}: it was not removed`);
	rmSync(folder, {
		recursive: true,
		force: true
	});
}
// action/engine/deploy/deploy-error.ts
/** The source of a problem, and how messages name it. */
const causeSources = {
	/** The release itself: it does not start, responds wrongly, or a hook or a build fails. */
	app: "the app",
	/** The machines or the network: DNS, TLS, connection refused, timeout, ssh, disk, memory. */
	infrastructure: "the machines or the network",
	/** The request does not fit the server: no such release, an older commit, an invalid path. */
	usage: "the request",
	/** The server is missing something that `setup` installs. */
	setup: "the server's setup",
	/** Another deploy is running. */
	locked: "another deploy",
	/** This run was cancelled. */
	cancelled: "a cancelled run"
};
const causeKinds = Object.keys(causeSources);
/** A step failed on the client's side for a reason that the user can act on. */
var DeployError = class extends Error {
	name = "DeployError";
	kind;
	step;
	/** What to do about it. */
	next;
	/** How the connection failed, if it did. */
	ssh;
	constructor(kind, step, message, next = "", ssh) {
		super(message);
		this.kind = kind;
		this.step = step;
		this.next = next;
		this.ssh = ssh;
	}
};
/** What the repository holds, or what is asked for, cannot be deployed; nothing has been sent. */
const unusable = (message, next) => new DeployError("usage", "check", message, next);
/** The app's own packages, or its build hook, stop the build. */
const unbuildable = (message, next) => new DeployError("app", "build", message, next);
// action/engine/deploy/files.ts
/** Lists the files of a release: those that git tracks, as they are in the working tree. */
async function listFiles(options) {
	const { root, include, exclude, run, env } = options;
	const git = async (...args) => {
		const done = await run([
			"git",
			"-c",
			"core.quotePath=true",
			"-C",
			root,
			...args
		], { env });
		if (done.code !== 0) throw new Error(done.stderr.trim());
		return done.stdout.split("\n").filter(Boolean);
	};
	const tracked = await git("ls-files", "--stage", "--", ".", ...exclude.map((glob) => `:(exclude,glob)${glob}`)).catch((error) => {
		if (/not a git repository/.test(error.message)) return void 0;
		throw new DeployError("infrastructure", "files", `git could not list the files of ${root}: ${error.message}`);
	});
	if (tracked === void 0) return withoutGit(options);
	const diff = await git("diff", "--name-only", "--relative", "--no-ext-diff");
	const changed = new Set(diff.map(unquote));
	const files = /* @__PURE__ */ new Map();
	for (const line of tracked) {
		const [, mode = "", sha = "", name = ""] = /^(\d+) ([0-9a-f]+) \d\t(.*)$/.exec(line) ?? [];
		const path = unquote(name);
		const there = lstat(root, path);
		if (!there || mode === "160000") continue;
		const entry = changed.has(path) || !sha ? await entryOf(root, path, there) : void 0;
		files.set(path, entry ?? [
			path,
			mode,
			`${sha.slice(0, 24)}.${there.size.toString(36)}`,
			there.size
		]);
	}
	if (include.length > 0) {
		const more = await git("ls-files", "--others", "--", ...include.map((glob) => `:(glob)${glob}`));
		for (const path of more.map(unquote)) {
			const there = lstat(root, path);
			if (there) files.set(path, await entryOf(root, path, there));
		}
	}
	const head = (await git("log", "-1", "--format=%H %ct").catch(() => []))[0]?.split(" ") ?? [];
	const listed = [...files.values()].sort((a, b) => a[0] < b[0] ? -1 : 1);
	return {
		files: listed,
		commit: head[0] || fingerprint(listed, ""),
		commitAt: Number(head[1] ?? 0),
		dirty: changed.size > 0
	};
}
/** Identifies a set of files with its lock: equal fingerprints mean equal releases. */
function fingerprint(files, lock) {
	return hash("sha256", JSON.stringify([files, lock])).slice(0, 40);
}
/** Path of a listed file on this machine, as bytes. */
const onDisk = (root, path) => Buffer.concat([
	Buffer.from(root),
	Buffer.from("/"),
	Buffer.from(path, "latin1")
]);
const escapes = {
	a: "\x07",
	b: "\b",
	t: "	",
	n: "\n",
	v: "\v",
	f: "\f",
	r: "\r"
};
/** Decodes a path that git printed with `core.quotePath`: ASCII, with C escapes for all special bytes. */
function unquote(name) {
	if (!name.startsWith("\"")) return name;
	return name.slice(1, -1).replace(/\\([0-7]{3}|.)/g, (_, what) => what.length === 3 ? String.fromCharCode(Number.parseInt(what, 8)) : escapes[what] ?? what);
}
function lstat(root, path) {
	const there = lstatSync(onDisk(root, path), { throwIfNoEntry: false });
	return there?.isDirectory() ? void 0 : there;
}
/** Of a file, however large. */
async function hashOf(path) {
	const hashed = createHash("sha256");
	for await (const chunk of createReadStream(path)) hashed.update(chunk);
	return hashed.digest("hex");
}
async function entryOf(root, path, there) {
	if (there.isSymbolicLink()) {
		const target = readlinkSync(onDisk(root, path), { encoding: "buffer" });
		return [
			path,
			"120000",
			hash("sha256", target).slice(0, 24),
			target.length
		];
	}
	if (!there.isFile()) throw new DeployError("usage", "files", `${Buffer.from(path, "latin1").toString()} is neither a file nor a link`, "Take it out of `include:`.");
	const content = await hashOf(onDisk(root, path));
	return [
		path,
		there.mode & 64 ? "100755" : "100644",
		content.slice(0, 24),
		there.size
	];
}
/** Outside git: all files of the folder except those that are for this machine only. */
async function withoutGit({ root }) {
	const files = [];
	const walk = async (folder) => {
		for (const item of readdirSync(join(root, folder), { withFileTypes: true })) {
			const path = folder ? `${folder}/${item.name}` : item.name;
			if ([
				".git",
				".venv",
				"node_modules",
				"__pycache__"
			].includes(item.name) || path === ".env") continue;
			if (item.isDirectory()) await walk(path);
			else {
				const name = Buffer.from(path).toString("latin1");
				files.push(await entryOf(root, name, lstatSync(onDisk(root, name))));
			}
		}
	};
	await walk("");
	files.sort((a, b) => a[0] < b[0] ? -1 : 1);
	return {
		files,
		commit: fingerprint(files, ""),
		commitAt: 0,
		dirty: false
	};
}
// action/engine/deploy/order.ts
/** The first word to a target. */
const offerTo = (target, offer) => target.offer(offer).catch(async (error) => {
	await target.leave();
	throw error;
});
/** THE order, after the offer: stage → gate → [barrier] → switch → smoke → settle, or undo. However it ends, the target is left. */
async function bring(target, offered, words) {
	const { pack, gated, smoked } = words;
	const decide = (step, verdict) => verdict.passed ? target.resume() : target.undo({
		...verdict,
		step
	});
	try {
		const upload = offered.t === "outcome" ? offered : await pack(offered);
		if ("t" in upload) return upload;
		let at = await target.stage(upload, [...gated ? ["gated"] : [], ...smoked ? ["smoked"] : []]);
		if (at.t === "gated" && gated) at = await decide("gate", await gated());
		if (at.t === "smoked" && smoked) at = await decide("public_smoke", await smoked(at));
		if (at.t !== "outcome") throw new Error(`the target stopped unexpectedly at ${at.t}`);
		return at;
	} finally {
		await target.leave();
	}
}
/** How it ended for a target of which nothing was wanted. */
const unchanged = ({ previous }) => ({
	t: "outcome",
	status: "unchanged",
	release: previous,
	previous,
	cause: null,
	prober: {
		sent: 0,
		failed: 0,
		stallMs: 0
	}
});
// action/engine/app/lock.ts
/**
* Which file lists the packages that an app runs with. Lint, preview and deploy all decide it here, so that they agree.
* Works on file names only, so that it also runs in a browser.
*/
/** The lock files that a deploy accepts; of several in one folder the first one is used. */
const lockFiles = [
	"uv.lock",
	"pylock.toml",
	"requirements.txt"
];
/** Lock files of other tools, and lists to compile a lock from: each with the command that makes an accepted lock. */
const otherLists = [
	["poetry.lock", "poetry export --format requirements.txt --output requirements.txt (poetry self add poetry-plugin-export)"],
	["pdm.lock", "pdm export --production --output requirements.txt"],
	["Pipfile.lock", "pipenv requirements --hash > requirements.txt"],
	["requirements.in", "uv pip compile --universal --generate-hashes requirements.in --output-file requirements.txt"],
	["requirements/production.txt", "echo '-r requirements/production.txt' > requirements.txt"],
	["requirements/prod.txt", "echo '-r requirements/prod.txt' > requirements.txt"],
	["requirements/base.txt", "echo '-r requirements/base.txt' > requirements.txt"],
	["pyproject.toml", "uv lock"],
	["setup.py", "uv pip compile --universal --generate-hashes setup.py --output-file requirements.txt"],
	["Pipfile", "pipenv lock && pipenv requirements --hash > requirements.txt"]
];
/** @param has whether the app's folder has a file of that name */
function lockOf(has) {
	const [file, ...unused] = lockFiles.filter((file) => has(file) && (file !== "uv.lock" || has("pyproject.toml")));
	const others = otherLists.filter(([name]) => has(name));
	const locks = others.filter(([name]) => name.endsWith("lock")).map(([name]) => name);
	if (file) return {
		file,
		unused: [...unused, ...locks]
	};
	const [other] = others;
	if (has("uv.lock")) return {
		problem: "uv.lock has no pyproject.toml beside it, which uv needs to read it",
		next: "Commit the pyproject.toml that it was made from."
	};
	if (!other) return {
		problem: "there is no uv.lock, no pylock.toml and no requirements.txt",
		next: "Commit one of them: it names the packages that the app needs."
	};
	const [name, next] = other;
	return {
		problem: `${name} cannot be deployed: a deploy reads uv.lock, pylock.toml or requirements.txt`,
		next: `Export it and commit the result: ${next}`
	};
}
/**
* Normal form of a package's name, equal for all its spellings:
* https://packaging.python.org/specifications/name-normalization
*/
const normalName = (name) => name.toLowerCase().replace(/[-_.]+/g, "-");
// action/engine/deploy/packages/python.ts
/** The Python that packages are chosen for: the server's, as its server-side script reports it, or a preview's. */
const serverPython = object({
	/** "3.11.2" */
	version: string(),
	/** The architecture that its programs are built for, "x86_64"; the kernel may report another. */
	machine: string(),
	/** glibc's version, "2.36"; "" on musl. */
	libc: string(),
	/** "cpython-311-x86_64-linux-gnu" */
	soabi: string(),
	/** The values of all environment markers (`python_full_version`, `sys_platform` …), as packaging.python.org lists them. */
	markers: record(string(), string())
});
/** "3.11" */
const minorOf = ({ version }) => version.split(".").slice(0, 2).join(".");
/** Every platform tag whose wheels run on the server, best first. */
function platformTags({ machine, libc }) {
	if (!libc) return [
		"1_2",
		"1_1",
		"1_0"
	].map((version) => `musllinux_${version}_${machine}`).concat(`linux_${machine}`);
	const newest = Number(libc.split(".")[1]);
	const tags = [];
	for (let minor = newest; minor >= 5; minor--) {
		tags.push(`manylinux_2_${minor}_${machine}`);
		if (minor === 17) tags.push(`manylinux2014_${machine}`);
		if (minor === 12) tags.push(`manylinux2010_${machine}`);
		if (minor === 5) tags.push(`manylinux1_${machine}`);
	}
	return [...tags, `linux_${machine}`];
}
/** The options that make pip choose wheels of another Python. They do not set markers: run_pip.py does. */
function pipTarget(python) {
	const [kind = "", number = minorOf(python).replace(".", "")] = python.soabi.split("-");
	const [implementation, abi] = kind.startsWith("pypy") ? ["pp", `${kind}_${number}`] : ["cp", `cp${number}`];
	return [
		...[
			"--implementation",
			implementation,
			"--python-version",
			python.version
		],
		...[
			"--abi",
			abi,
			"--abi",
			"abi3",
			"--abi",
			"none"
		],
		...platformTags(python).flatMap((tag) => ["--platform", tag])
	];
}
const tells = "\"\"\"What packages must fit: this interpreter, its platform, and the values of the markers that packages are chosen by.\"\"\"\nfrom __future__ import annotations\n\nimport os\nimport sys\nimport sysconfig\n\nTYPE_CHECKING = False\nif TYPE_CHECKING:\n    from messages import Python\n\n\ndef python_here() -> Python:\n    try:\n        libc = os.confstr(\"CS_GNU_LIBC_VERSION\") or \"\"\n    except (AttributeError, ValueError, OSError):  # musl, macOS\n        libc = \"\"\n    kernel, made_by = os.uname(), sys.implementation\n    # Programs of 32 bits run on a kernel of 64.\n    small = {\"x86_64\": \"i686\", \"aarch64\": \"armv7l\"} if sys.maxsize < 1 << 32 else {}\n    level = made_by.version.releaselevel\n    its_version = \"%d.%d.%d\" % made_by.version[:3] + (\"\" if level == \"final\" else level[0] + str(made_by.version.serial))\n    version = sys.version.split()[0]\n    markers = {\"implementation_name\": made_by.name, \"implementation_version\": its_version,\n               \"os_name\": os.name, \"platform_machine\": kernel.machine, \"platform_release\": kernel.release,\n               \"platform_system\": kernel.sysname, \"platform_version\": kernel.version, \"python_full_version\": version,\n               \"platform_python_implementation\": {\"cpython\": \"CPython\", \"pypy\": \"PyPy\"}.get(made_by.name, made_by.name),\n               \"python_version\": \"%d.%d\" % sys.version_info[:2], \"sys_platform\": sys.platform}\n    return {\"version\": \"%d.%d.%d\" % sys.version_info[:3], \"machine\": small.get(kernel.machine, kernel.machine),\n            \"libc\": libc.replace(\"glibc \", \"\"), \"soabi\": sysconfig.get_config_var(\"SOABI\") or \"\", \"markers\": markers}\n";
/** Describes an interpreter here as the server describes its own; undefined if it is no Python or does not run. */
async function describePython(path, run, env) {
	const done = await run([
		path,
		"-I",
		"-c",
		`${tells}\nimport json\nprint(json.dumps(python_here()))`
	], {
		env,
		timeoutMs: 1e4
	}).catch(() => void 0);
	return done?.code === 0 ? parse(serverPython, JSON.parse(done.stdout)) : void 0;
}
// action/engine/deploy/packages/fetch-error.ts
/** Turns pip's output into errors with what to do about them. */
const offline = /Temporary failure|ConnectionError|Read timed out|Max retries|Network is unreachable|NewConnectionError|Name or service not known|getaddrinfo|Connection (broken|refused|reset|aborted)|ProxyError/i;
const isMissing = (said) => /No matching distribution|Could not find a version/.test(said) && !offline.test(said);
const isConflict = (said) => /ResolutionImpossible|conflicting dependencies/.test(said);
/** The lock has a package that would need a build, or that does not exist for the server's Python. */
const sayNoWheel = ({ packages: { lock }, python }, said) => `${lock.from} names a package without a wheel for Python ${minorOf(python)} on ${python.machine}: ${missing(said)}`;
const pinAdvice = (python) => `Pin a version that has one, or deploy from a machine with Python ${minorOf(python)} and a C library no newer than the server's.`;
const missing = (said) => /No matching distribution found for (\S+)/.exec(said)?.[1] ?? lastLines(said, 2);
/** The error for a package that could not be built. */
function buildError({ packages: { lock } }, shown, said) {
	if (offline.test(said)) return new DeployError("infrastructure", "build", `${shown} could not be built: its build requirements could not be fetched:\n${lastLines(said, 8)}`);
	return unbuildable(`${shown} of ${lock.from} could not be built:\n${lastLines(said, 12)}`);
}
function fetchError({ packages: { lock }, python }, said) {
	const last = lastLines(said, 8);
	if (/hash(es)? (are|do|does) not match|THESE PACKAGES DO NOT MATCH|hash mismatch/i.test(said)) return unbuildable(`a package does not match its hash in ${lock.from}:\n${last}`, "Compile the lock again.");
	if (/In --require-hashes mode, all requirements must have|Hashes are required in --require-hashes mode/.test(said)) return unbuildable(`${lock.from} is missing a package, or its hash, that the server's Python ${python.version} needs:\n${last}`, "Compile it for every Python: uv pip compile --universal --generate-hashes requirements.in --output-file requirements.txt");
	if (/is not a supported wheel on this platform/.test(said)) return unbuildable(`a wheel of ${lock.from} does not run on the server's Python ${python.version} on ${python.machine}:\n${last}`);
	if (offline.test(said)) return new DeployError("infrastructure", "build", `the packages of ${lock.from} could not be fetched, because the package index cannot be reached:\n${last}`, "Connect to the network, or set PIP_INDEX_URL to a reachable index, then deploy again.");
	return unbuildable(`the packages of ${lock.from} could not be fetched:\n${last}`);
}
// action/engine/deploy/packages/pip.ts
const script = "\"\"\"Runs pip: this interpreter's own, or the one bundled with ensurepip. `python -c … ENVIRONMENT ARGUMENTS`.\n\npip chooses wheels for another machine by its options (--platform, --python-version, --abi), but evaluates markers\nsuch as `python_version < \"3.12\"` for the interpreter that runs it. So ENVIRONMENT, unless it is null, has the\nvalues of the markers as JSON, and pip is made to use them. It evaluates markers in one place, in its copy of\n`packaging`.\"\"\"\nimport glob\nimport json\nimport os\nimport sys\n\ntry:\n    import pip\nexcept ImportError:\n    try:\n        import ensurepip\n    except ImportError:\n        sys.exit(\"No module named pip\")\n    folders = [os.path.dirname(ensurepip.__file__) + \"/_bundled\", getattr(ensurepip, \"_WHEEL_PKG_DIR\", None) or \"\", \"/usr/share/python-wheels\"]\n    wheels = [wheel for folder in folders if folder for wheel in sorted(glob.glob(folder + \"/pip-*.whl\"))]\n    if not wheels:\n        sys.exit(\"No module named pip\")\n    sys.path.insert(0, wheels[0])\n    import pip\n\nfrom pip._internal.cli import cmdoptions\nfrom pip._internal.cli.main import main\n\nfrom pip._vendor.packaging import markers\n\nenvironment = json.loads(sys.argv[1])\nif environment:\n    markers.default_environment = lambda: dict(environment, platform_version=\"probe\")\n    if tuple(map(int, pip.__version__.split(\".\")[:2])) < (20, 3) or not markers.Marker('platform_version == \"probe\"').evaluate():\n        sys.exit(\"pip %s cannot resolve for another machine\" % pip.__version__)\n    markers.default_environment = lambda: dict(environment)\n    # pip may download packages that are published as source only; a separate step builds them.\n    cmdoptions.check_dist_restriction = lambda *given, **options: None\nif sys.argv[2] == \"markers\":\n    print(json.dumps([markers.Marker(text).evaluate({\"extra\": \"\"}) for text in json.loads(sys.argv[3])]))\n    sys.exit()\nsys.exit(main(sys.argv[2:]))\n";
/** Runs pip: the interpreter's own, else the one bundled with its ensurepip, else one that uv installs. */
async function pip({ run, env, signal, onLine }, args, { cwd, python = "python3", markers, more }) {
	const given = [
		"-c",
		script,
		JSON.stringify(markers ?? null),
		...args,
		"--disable-pip-version-check",
		"--no-input"
	];
	const options = {
		cwd,
		env: toolEnvironment(env, more),
		timeoutMs: 9e5,
		onLine,
		signal
	};
	for (const interpreter of [[python], [
		"uv",
		"run",
		"-q",
		"--no-project",
		"--isolated",
		"--with",
		"pip",
		"python"
	]]) {
		const done = await run([...interpreter, ...given], options).catch(() => void 0);
		if (done && !/^No module named pip$/m.test(done.stderr)) return {
			code: done.code,
			said: done.stdout + done.stderr,
			stdout: done.stdout
		};
	}
	throw new DeployError("infrastructure", "build", "there is no pip on this machine to fetch wheels with", "Install Python with pip (Debian, Ubuntu: apt install python3-pip), or uv, where the deploy runs.");
}
/** Variables that locate programs, folders, the network and compilers, or configure pip, uv and compilers. */
const forTools = /^(PATH|HOME|USER|LOGNAME|SHELL|TERM|TZ|LANG|LANGUAGE|LC_\w+|TMPDIR|TEMP|TMP|XDG_\w+|CI|NO_COLOR|(HTTPS?|ALL|NO|FTP)_PROXY|SSL_CERT_(FILE|DIR)|REQUESTS_CA_BUNDLE|CURL_CA_BUNDLE|PYENV_\w+|PYTHON(PATH|HASHSEED|WARNINGS|UTF8|IOENCODING)|VIRTUAL_ENV|(PIP|UV)_\w+|NETRC|SOURCE_DATE_EPOCH|SETUPTOOLS_\w+|DISTUTILS_\w+|CC|CXX|CPP|LD|AR|NM|RANLIB|STRIP|MAKE|MAKEFLAGS|\w*(CFLAGS|CXXFLAGS|CPPFLAGS|LDFLAGS|RUSTFLAGS|_LIBS|_INCLUDE_DIRS?|_LIB_DIRS?)|(LD_)?LIBRARY_PATH|CPATH|C_INCLUDE_PATH|CPLUS_INCLUDE_PATH|PKG_CONFIG\w*|CMAKE_\w+|CARGO\w*|RUSTUP\w*|RUSTC\w*|GO\w*|JAVA_HOME|MACOSX_DEPLOYMENT_TARGET|SDKROOT|DEVELOPER_DIR|NIX_\w+)$/i;
/** Names that indicate a secret, except credentials that pip or uv needs for an index. */
const secret = /^(?!(PIP|UV)_).*(TOKEN|SECRET|PASSW|CREDENTIAL|KEY|AUTH)/i;
/**
* The environment of pip and uv. Building a package from source runs its author's code, so it gets only the variables
* that builds need: no token, no secret, no file of the runner's.
*/
function toolEnvironment(env, more) {
	return Object.fromEntries(Object.entries(env).filter(([name]) => forTools.test(name) && !secret.test(name) || more?.test(name)));
}
// action/engine/deploy/packages/requirement.ts
const archive = /\.(whl|zip|tgz|tbz|txz|tar|tar\.(gz|bz2|xz|zst))$/i;
const name = String.raw`([A-Za-z0-9](?:[\w.-]*[A-Za-z0-9])?)\s*(\[[^\]]*\])?`;
/** Reads one requirement, as PEP 508 and pip's requirements files write it. */
function readRequirement(line) {
	const [, wanted = "", options = ""] = /^(?:(?:-e|--editable)[ =]\s*)?(.*?)((?:\s+--[a-z-]+[= ]\S+)*)$/.exec(line.trim()) ?? [];
	const named = new RegExp(`^${name}\\s*@\\s*(.*)$`).exec(wanted);
	const target = named?.[3] ?? wanted;
	const [, place = "", marker = ""] = /^(.*?)(?:\s;\s*(.*))?$/.exec(target) ?? [];
	const isPlace = named || /^[a-z+]+:/i.test(place) || /^\.|[\\/]/.test(place.replace(/[[;].*$/, "")) || archive.test(place);
	const rest = {
		line: line.trim(),
		options: options.trim()
	};
	if (!isPlace) {
		const [, found = "", extras = "", version = "", when = ""] = new RegExp(`^${name}\\s*([^;]*)(?:;\\s*(.*))?$`).exec(wanted) ?? [];
		const kind = !/^\(?\s*===?\s*[^*,\s]+\s*\)?$/.test(version.trim()) ? "loose" : /--hash=/.test(options) ? "hashed" : "pinned";
		return {
			...rest,
			name: found && normalName(found),
			extras,
			marker: when,
			origin: { kind: "index" },
			kind
		};
	}
	const [, where = "", fragment = ""] = /^([^#]*)(?:#(.*))?$/.exec(place) ?? [];
	const inFragment = new Map(fragment.split("&").map((pair) => pair.split("=", 2)));
	const [, egg, eggExtras] = new RegExp(`^${name}$`).exec(inFragment.get("egg") ?? "") ?? [];
	const common = {
		...rest,
		name: named?.[1] ? normalName(named[1]) : egg && normalName(egg),
		marker
	};
	const extras = named?.[2] ?? eggExtras ?? "";
	if (/^(git|hg|svn|bzr)\+/.test(where)) {
		const isPinned = /@[0-9a-f]{40}$/.test(where);
		return {
			...common,
			extras,
			origin: {
				kind: "repository",
				url: place,
				isPinned
			},
			kind: isPinned ? "hashed" : "loose"
		};
	}
	if (/^https?:/i.test(where)) {
		const isHashed = /^sha(256|384|512)$/m.test([...inFragment.keys()].join("\n")) || /--hash=/.test(options);
		return {
			...common,
			extras,
			origin: { kind: "url" },
			kind: isHashed ? "hashed" : "pinned"
		};
	}
	const [, path = "", ending] = /^(.*?)(\[[^\]]*\])?$/.exec(where) ?? [];
	const below = inFragment.get("subdirectory");
	const plain = pathOf(path) + (below ? `/${below}` : "");
	return {
		...common,
		extras: ending ?? extras,
		origin: {
			kind: "local",
			path: plain
		},
		kind: "hashed"
	};
}
/** The path in a `file:` URL, or the path itself. */
const pathOf = (text) => /^file:/i.test(text) ? decodeURIComponent(text.replace(/^file:(\/\/(localhost)?(?=\/))?/i, "")) : text;
/** Whether a path is that of one package file, not of a project's folder. */
const isArchive = (path) => archive.test(path);
// action/engine/deploy/packages/uv.ts
/** The uv to install if there is none, and the hashes of its wheels for Linux and macOS on both architectures. */
const version = "0.13.8";
const hashes = [
	"b7124ca1956ec2e476a1003ea5715a15f0266afaec37f4dc9c6972ba8183e6d1",
	"62b6943c7fd64fac6854f780bea6e0359e5a5bc3241f83ee357bb38276afac49",
	"0b3e8b1a4f5e405e31e2ff33de8af4744831e9f7338539671efbd8c3c94e791d",
	"86f1319f851e645bc295bb921e6be19beae7e69216c75ae809010ca7817393aa",
	"e18a57b8b352eb7c8feb317b9f6f533c8f0ad9673fd6cf34bbe3cf1a9f6a8984",
	"5337c30bb893b4f9ce0ceb921ba2da0d13f649da644f40ad3bef84083bef0203",
	"29451c60f5e8b07403e0a175d5229efc36b0289b34143ff4aaa499a5dd52553a"
];
/** How to start uv: the machine's own, else one that pip installs into the cache once. */
async function findUv(given) {
	const { run, env, cacheDir, onLine } = given;
	if (await run(["uv", "--version"], { env }).then(({ code }) => code === 0, () => false)) return "uv";
	const kept = join(cacheDir, `uv-${version}`);
	const program = join(kept, "bin/uv");
	if (existsSync(program)) return program;
	onLine(`uv.lock needs uv, which is not installed here: fetching uv ${version}`);
	mkdirSync(cacheDir, { recursive: true });
	const fresh = mkdtempSync(join(cacheDir, ".uv-"));
	try {
		const list = join(fresh, "uv.txt");
		writeFileSync(list, `uv==${version} ${hashes.map((hash) => `--hash=sha256:${hash}`).join(" ")}\n`);
		const done = await pip(given, [
			"install",
			"-q",
			...[
				"--no-deps",
				"--only-binary=:all:",
				"--require-hashes",
				"--target",
				join(fresh, "uv"),
				"-r",
				list
			]
		], { cwd: fresh });
		if (done.code !== 0) throw new DeployError("infrastructure", "check", `uv.lock needs uv, which is not installed and could not be fetched:\n${lastLines(done.said, 4)}`, "Install uv (on GitHub: astral-sh/setup-uv), or commit a requirements.txt exported by uv.");
		try {
			renameSync(join(fresh, "uv"), kept);
		} catch (error) {
			if (!existsSync(program)) throw error;
		}
	} finally {
		rmSync(fresh, {
			recursive: true,
			force: true
		});
	}
	return program;
}
// action/engine/deploy/packages/lock.ts
/**
* Reads the lock file of a repository; action/engine/app/lock.ts decides which one.
*
* @throws {@link DeployError} if there is none, or it cannot be read
*/
async function readLock(reading) {
	const { root } = reading;
	const chosen = lockOf((path) => existsSync(join(root, path)));
	if ("problem" in chosen) throw unusable(`${chosen.problem} (in ${root})`, chosen.next);
	const { file, unused } = chosen;
	if (file === "requirements.txt") return lockOfLines(root, file, flatten(root, file), unused);
	return lockOfLines(root, file, plain$1(file === "uv.lock" ? await exported(reading) : await pylock(reading)), unused);
}
async function exported(reading) {
	const { root, run, env } = reading;
	const uv = await findUv(reading);
	const ownIndex = /^\s*\[\[tool\.uv\.index\]\]/m.test(readFileSync(join(root, "pyproject.toml"), "utf8"));
	const argv = [
		uv,
		"export",
		"--frozen",
		"--no-dev",
		"--no-header",
		"--no-annotate",
		"--format",
		"requirements-txt"
	];
	const options = {
		env: toolEnvironment(env),
		timeoutMs: 6e4
	};
	const done = await run([
		...argv,
		...ownIndex ? ["--emit-index-url"] : [],
		"--directory",
		root
	], options);
	if (done.code === 0) return done.stdout;
	const said = lastLines(done.stderr, 6);
	throw unusable(`uv could not export uv.lock: ${said}`, "Run `uv lock` and commit the result.");
}
const toLines = "\"\"\"Prints a pylock.toml as lines of a requirements file. `python -c … FILE`.\nhttps://packaging.python.org/specifications/pylock-toml\"\"\"\nfrom __future__ import annotations\n\nimport sys\n\nTYPE_CHECKING = False\nif TYPE_CHECKING:\n    from lockfile import File, Place, PyLock\n\ntry:\n    import tomllib\nexcept ImportError:\n    from pip._vendor import tomli as tomllib\n\nwith open(sys.argv[1], \"rb\") as file:\n    lock: PyLock = tomllib.load(file)\nif not str(lock.get(\"lock-version\")).startswith(\"1.\"):\n    sys.exit(\"lock-version is %s, but only 1.0 is supported\" % lock.get(\"lock-version\"))\n\n\ndef hashes(*files: File) -> str:\n    return \"\".join(\" --hash=%s:%s\" % pair for file in files for pair in sorted(file.get(\"hashes\", {}).items()))\n\n\ndef place(what: Place) -> str:\n    return what.get(\"url\") or what[\"path\"]\n\n\ndef below(what: Place) -> str:\n    return \"#subdirectory=\" + what[\"subdirectory\"] if what.get(\"subdirectory\") else \"\"\n\n\nfor package in lock.get(\"packages\", []):\n    name, marker = package[\"name\"], package.get(\"marker\", \"\")\n    if \"dependency_groups\" in marker or \"extras\" in marker:\n        sys.exit(\"%s belongs to an extra or a group: export a lock without extras and groups\" % name)\n    if \"vcs\" in package:\n        vcs = package[\"vcs\"]\n        line = \"%s @ %s+%s@%s%s\" % (name, vcs[\"type\"], place(vcs), vcs[\"commit-id\"], below(vcs))\n    elif \"directory\" in package:\n        line = \"%s @ file:%s%s\" % (name, package[\"directory\"][\"path\"], below(package[\"directory\"]))\n    elif \"archive\" in package:\n        archive = package[\"archive\"]\n        line = \"%s @ %s%s\" % (name, archive.get(\"url\") or \"file:\" + archive[\"path\"], below(archive))\n    else:\n        line = \"%s==%s\" % (name, package[\"version\"])\n    files = package.get(\"wheels\", []) + [one for one in (package.get(\"sdist\"), package.get(\"archive\")) if one]\n    print(line + (\" ; \" + marker if marker else \"\") + hashes(*files))\n";
async function pylock({ root, run, env }) {
	const done = await run([
		"python3",
		"-c",
		toLines,
		join(root, "pylock.toml")
	], {
		env: toolEnvironment(env),
		timeoutMs: 6e4
	});
	if (done.code === 0) return done.stdout;
	const said = done.stderr.trim().split("\n").at(-1);
	throw unusable(`pylock.toml cannot be read: ${said}`, "Regenerate it, or commit a requirements.txt.");
}
/** The lines of a lock without comments: one requirement or option each. */
function plain$1(text) {
	const lines = [];
	let open = "";
	for (const line of text.split(/\r?\n/)) {
		const isComment = /^\s*#/.test(line);
		if (!isComment && line.endsWith("\\")) {
			open += `${line.slice(0, -1)} `;
			continue;
		}
		lines.push(open + (isComment ? "" : line));
		open = "";
	}
	return [...lines, open].map((line) => line.replace(/(^|\s)#.*$/, "").replace(/\s+/g, " ").trim()).filter(Boolean);
}
/** The lines of a requirements file, with the lines of each included file in place of the include. */
function flatten(root, file, above = []) {
	const shown = relative(root, resolve(root, file));
	if (above.includes(shown)) throw unusable(`${shown} includes itself`);
	let text;
	try {
		text = decoded(readFileSync(join(root, file)));
	} catch {
		const next = /:\/\//.test(file) ? "Commit a copy of it and include that." : "";
		throw unusable(`${above.at(-1)} includes ${file}, which cannot be read`, next);
	}
	return plain$1(text).flatMap((line) => {
		const [, option = "", next = ""] = /^(-r|--requirement|-c|--constraint|-f|--find-links)[ =]?(.+)$/.exec(line) ?? [];
		const beside = /:\/\//.test(next) ? next : join(dirname(file), next);
		if (/^(-r|--r)/.test(option)) return flatten(root, beside, [...above, shown]);
		if (/^(-c|--c)/.test(option)) return flatten(root, beside, [...above, shown]).map((bound) => `-c ${bound.replace(/^-c /, "")}`);
		if (/^(-f|--f)/.test(option)) return [`--find-links ${existsSync(join(root, beside)) ? beside : next}`];
		return [line];
	});
}
/** `pip freeze >` in PowerShell writes UTF-16. */
function decoded(bytes) {
	const encoding = bytes[0] === 255 && bytes[1] === 254 ? "utf-16le" : "utf-8";
	return new TextDecoder(encoding).decode(bytes);
}
function lockOfLines(root, from, lines, unused) {
	const starting = (pattern) => lines.flatMap((line) => pattern.test(line) ? [line.replace(pattern, "").trim()] : []);
	const isOption = (line) => /^-/.test(line) && !/^(-e|--editable)\b/.test(line);
	const requirements = lines.filter((line) => !isOption(line)).map(readRequirement);
	const isResolved = from !== "requirements.txt";
	const alone = !isResolved && requirements.length > 0 && requirements.every(({ origin }) => origin.kind === "local");
	const kinds = requirements.map(({ kind }) => alone ? "loose" : kind);
	return {
		from,
		kind: kinds.includes("loose") ? "loose" : kinds.includes("pinned") ? "pinned" : "hashed",
		isResolved,
		requirements,
		constraints: starting(/^-c /),
		options: lines.filter((line) => isOption(line) && !/^-c |^--find-links (?!\w+:\/\/)/.test(line)),
		shelves: starting(/^--find-links (?!\w+:\/\/)/).map((path) => inRepository(root, path)),
		unused
	};
}
/** Warnings about a lock that is not pinned, or not the only one. */
function remarksOn(lock) {
	const branches = lock.requirements.filter(({ origin }) => origin.kind === "repository" && !origin.isPinned);
	const loose = lock.requirements.filter(({ kind, origin }) => kind === "loose" && origin.kind === "index");
	const open = lock.kind === "loose" && loose.length + branches.length === 0 ? "the project's dependencies" : named$1(loose);
	return [...open ? [`${lock.from} does not pin ${open}, so each deploy may install other versions. Pin them with hashes: uv pip compile --universal --generate-hashes`] : [], ...branches.map(({ line }) => `${lock.from} installs whatever a branch or tag points to: ${line}. Write the commit (40 digits) after the @ instead.`)];
}
const named$1 = (requirements) => {
	const names = requirements.map(({ name, line }) => name ?? line);
	return names.length > 4 ? `${names.slice(0, 3).join(", ")} and ${names.length - 3} more` : names.join(", ");
};
/** Absolute path of a requirement in the repository. */
const inRepository = (root, path) => {
	const named = path.replaceAll("${PROJECT_ROOT}", root);
	return isAbsolute(named) ? named : resolve(root, named);
};
// action/engine/deploy/packages/local.ts
/** Finds what a lock refers to in the repository. It builds nothing. */
async function packagesOf(lock, repository) {
	const locals = [];
	for (const requirement of lock.requirements) {
		if (requirement.origin.kind !== "local") continue;
		const path = inRepository(repository.root, requirement.origin.path);
		const there = statSync(path, { throwIfNoEntry: false });
		if (!there) throw unusable(`${lock.from} refers to ${requirement.origin.path}, which does not exist`);
		if (there.isFile() !== isArchive(path)) throw unusable(`${lock.from} refers to ${requirement.origin.path}, which is neither a project folder nor a package`);
		const project = there.isFile() ? void 0 : await projectAt(path, repository);
		if (project?.files.length === 0) throw unusable(`${lock.from} refers to ${requirement.origin.path}, in which git tracks no file`, "Commit it: a release has what git tracks.");
		locals.push({
			requirement,
			path,
			project,
			key: project ? digest(project.files) : await hashOf(path)
		});
	}
	return withKey(lock, locals, digest(await Promise.all(lock.shelves.map(shelfKey))));
}
function withKey(lock, locals, shelves) {
	const { requirements, constraints, options, isResolved } = lock;
	const lines = requirements.map(({ line }) => line);
	return {
		lock,
		locals,
		shelves,
		key: digest([
			isResolved,
			lines,
			constraints,
			options,
			shelves,
			locals.map((local) => local.key)
		])
	};
}
/**
* The packages in parts that can be fetched separately. If a tool has resolved the lock, these are what is built here,
* which changes with every commit, and the rest.
*/
function partsOf({ lock, locals, shelves, key }) {
	const isOwn = ({ origin }) => origin.kind === "local" || origin.kind === "repository";
	const own = lock.requirements.filter(isOwn);
	const others = lock.requirements.filter((requirement) => !isOwn(requirement));
	if (!lock.isResolved || own.length === 0 || others.length === 0) return [{
		lock,
		locals,
		shelves,
		key
	}];
	return [withKey({
		...lock,
		requirements: others
	}, [], shelves), withKey({
		...lock,
		requirements: own
	}, locals, shelves)];
}
const digest = (value) => hash("sha256", JSON.stringify(value));
const shelfKey = async (folder) => {
	if (!existsSync(folder)) throw unusable(`--find-links refers to ${folder}, which does not exist`);
	const names = readdirSync(folder).filter(isArchive).sort();
	return Promise.all(names.map(async (name) => [name, await hashOf(`${folder}/${name}`)]));
};
/** The files of a project: those of the release below its folder; in another folder or a submodule, what git tracks. */
async function projectAt(path, { root, source, run, env }) {
	const below = relative(root, path);
	if (!/^\.\.(\/|$)/.test(below)) {
		const prefix = below && `${Buffer.from(below).toString("latin1")}/`;
		const files = (await source()).files.flatMap(([name, ...rest]) => name.startsWith(prefix) ? [[name.slice(prefix.length), ...rest]] : []);
		if (files.length > 0) return {
			base: path,
			files
		};
	}
	return {
		base: path,
		files: (await listFiles({
			root: path,
			include: [],
			exclude: [],
			run,
			env
		})).files
	};
}
/** Copies a project's files, and nothing else that is beside them, to a folder that a build may write to. */
function layOut({ base, files }, folder) {
	const made = /* @__PURE__ */ new Set();
	for (const [name, mode] of files) {
		const to = onDisk(folder, name);
		const parent = dirname(to.toString("latin1"));
		if (!made.has(parent)) mkdirSync(Buffer.from(parent, "latin1"), { recursive: true });
		made.add(parent);
		const from = onDisk(base, name);
		if (mode === "120000") symlinkSync(readlinkSync(from, { encoding: "buffer" }), to);
		else {
			copyFileSync(from, to);
			chmodSync(to, mode === "100755" ? 493 : 420);
		}
	}
}
// action/engine/deploy/packages/fetch.ts
/**
* Fills the folder `into` with wheels of all packages that the server needs. pip chooses them as it would on the
* server: for that platform, and by that Python's markers. What has no wheel (an sdist, a repository, a project in the
* release) is built here.
*
* @param work an empty folder for intermediate files
*/
async function fetchWheels(build, work, into) {
	const { lock } = build.packages;
	const own = await ownWheels(build, work);
	const ofIndex = lock.requirements.filter(({ origin }) => origin.kind === "index" || origin.kind === "url");
	const isHashed = ofIndex.length > 0 && ofIndex.every(({ kind }) => kind === "hashed");
	writeFileSync(join(work, "requirements.txt"), requirementLines(build, own, isHashed).join("\n"), { mode: 384 });
	writeFileSync(join(work, "constraints.txt"), lock.constraints.join("\n"));
	const { interpreter } = build;
	const given = [
		"-q",
		"-r",
		"requirements.txt",
		"-c",
		"constraints.txt",
		"-d",
		into,
		...interpreter ? [] : pipTarget(build.python)
	];
	const how = [...isHashed ? ["--require-hashes"] : [], ...lock.isResolved ? ["--no-deps"] : []];
	const fetch = (options, more) => pip(build, [
		"download",
		...given,
		...how,
		...options
	], {
		cwd: work,
		...asServer(build),
		...more
	});
	const takesSources = lock.options.some((line) => line.startsWith("--no-binary")) || build.env.PIP_NO_BINARY;
	const onlyWheels = () => fetch(["--only-binary=:all:"], takesSources ? {} : { more: /^/ });
	let done = await onlyWheels();
	if (done.code !== 0 && isHashed && isConflict(done.said)) {
		build.onLine(`${lock.from} has versions that conflict according to their metadata: installing them as locked`);
		how.push("--no-deps");
		done = await onlyWheels();
	}
	if (done.code !== 0 && isMissing(done.said)) {
		const why = sayNoWheel(build, done.said);
		const { name } = await nearest(build);
		build.onLine(`${why}; building it with ${name}`);
		done = await fetch(["--prefer-binary"], { python: name });
		if (done.code !== 0 && isMissing(done.said)) throw unbuildable(why, pinAdvice(build.python));
	}
	if (done.code !== 0) throw fetchError(build, done.said);
	for (const sdist of readdirSync(into).filter((name) => !name.endsWith(".whl"))) {
		renameSync(join(into, sdist), join(work, sdist));
		const wheel = await toWheel(build, work, join(work, sdist), sdist);
		renameSync(wheel, join(into, basename(wheel)));
	}
}
/** Makes pip choose what the server's pip would: by its markers, or by running that interpreter. */
const asServer = ({ interpreter, python }) => interpreter ? { python: interpreter } : { markers: python.markers };
/** Builds wheels for what the lock takes from this or another repository; undefined where its marker does not apply. */
async function ownWheels(build, work) {
	const { lock, locals } = build.packages;
	const own = lock.requirements.filter(({ origin }) => origin.kind === "local" || origin.kind === "repository");
	const wanted = await whereMarkersHold(build, own, work);
	const made = new Map(own.map((requirement) => [requirement, void 0]));
	for (const [i, requirement] of wanted.entries()) {
		const place = join(work, `own-${i}`);
		mkdirSync(place);
		const local = locals.find((one) => one.requirement === requirement);
		made.set(requirement, local ? await localWheel(build, place, local) : await repositoryWheel(build, place, requirement));
	}
	return made;
}
async function whereMarkersHold(build, own, cwd) {
	const markers = own.map(({ marker }) => marker || "os_name != \"\"");
	if (own.every(({ marker }) => marker === "")) return own;
	const done = await pip(build, ["markers", JSON.stringify(markers)], {
		cwd,
		...asServer(build)
	});
	if (done.code !== 0) throw fetchError(build, done.said);
	const holds = JSON.parse(done.stdout);
	return own.filter((_, i) => holds[i]);
}
async function localWheel(build, place, { requirement, path, project, key }) {
	const hashes = [...requirement.options.matchAll(/--hash[= ]sha256:(\w+)/g)].map(([, hash]) => hash);
	const { lock } = build.packages;
	if (hashes.length > 0 && !hashes.includes(key)) {
		const message = `${path} does not match its hash in ${lock.from}: its sha256 is ${key}`;
		throw unbuildable(message, "Compile the lock again, or restore the file.");
	}
	const copy = join(place, basename(path));
	if (project) layOut(project, copy);
	else copyFileSync(path, copy);
	if (copy.endsWith(".whl")) return copy;
	const version = build.commit && `0+g${build.commit.slice(0, 10)}`;
	const env = version ? {
		SETUPTOOLS_SCM_PRETEND_VERSION: version,
		PDM_BUILD_SCM_VERSION: version,
		...build.env
	} : build.env;
	return toWheel({
		...build,
		env
	}, place, copy, requirement.line, /^PDM_BUILD_SCM_VERSION$/);
}
/** What git needs to authenticate: the ssh agent, and its own variables. */
const forGit = /^(SSH_AUTH_SOCK|GIT_\w+)$/;
function repositoryWheel(build, place, { origin, line }) {
	return toWheel(build, place, origin.url, line, forGit);
}
/** Builds one package, with this machine's interpreter that is closest to the server's. */
async function toWheel(build, work, what, shown, more) {
	const { name, isAlike } = await nearest(build);
	const built = join(work, "built");
	rmSync(built, {
		recursive: true,
		force: true
	});
	const how = {
		cwd: work,
		python: name,
		...more && { more }
	};
	const done = await pip(build, [
		"wheel",
		"-q",
		"--no-deps",
		"-w",
		built,
		what
	], how);
	const [wheel] = done.code === 0 ? readdirSync(built) : [];
	if (wheel === void 0) throw buildError(build, shown, done.said);
	if (!wheel.endsWith("-none-any.whl") && !isAlike) {
		const { machine } = build.python;
		const message = `${shown} is built here as ${wheel}, which would not run on the server's Python ${minorOf(build.python)} on ${machine}`;
		throw unbuildable(message, pinAdvice(build.python));
	}
	return join(built, wheel);
}
/** The requirements file for pip, with the variables in the lock replaced, such as credentials in an index's URL. */
function requirementLines(build, own, isHashed) {
	const { options, shelves, requirements } = build.packages.lock;
	const filled = (line) => line.replace(/\$\{([A-Z0-9_]+)\}/g, (all, name) => build.env[name] ?? all);
	const asked = requirements.flatMap((requirement) => {
		if (!own.has(requirement)) return [filled(requirement.line)];
		const wheel = own.get(requirement);
		if (wheel === void 0) return [];
		const pinned = isHashed ? ` --hash=sha256:${hash("sha256", readFileSync(wheel))}` : "";
		return [`${basename(wheel).split("-")[0]}${requirement.extras} @ ${pathToFileURL(wheel)}${pinned}`];
	});
	return [
		...options.map(filled),
		...shelves.map((folder) => `--find-links ${folder}`),
		...asked
	];
}
/** This machine's interpreter that is closest to the server's; `isAlike` if modules that it compiles run there. */
async function nearest({ interpreter, python, run, env }) {
	if (interpreter) return {
		name: interpreter,
		isAlike: true
	};
	const minor = minorOf(python);
	for (const name of [`python${minor}`, "python3"]) {
		const here = await describePython(name, run, env);
		if (!here || minorOf(here) !== minor) continue;
		const older = Number(here.libc.split(".")[1]) <= Number(python.libc.split(".")[1]);
		return {
			name,
			isAlike: here.soabi === python.soabi && here.machine === python.machine && older
		};
	}
	return {
		name: "python3",
		isAlike: false
	};
}
// action/engine/deploy/packages/wheels.ts
/**
* The wheels of a lock for the server's Python and platform, from the cache if they are in it.
*
* The cache has each wheel once, by its hash, and a list of names and hashes for each lock and Python. A file gets its
* name once it is complete, and its content never changes, so any number of runs can fill the cache at once.
*/
async function buildWheels(build) {
	const wheels = [];
	for (const packages of partsOf(build.packages)) wheels.push(...await buildPart({
		...build,
		packages
	}));
	return wheels.sort((a, b) => a.name < b.name ? -1 : 1);
}
async function buildPart(build) {
	const store = join(build.cacheDir, "wheels");
	const list = join(store, `${listName(build)}.json`);
	const kept = readList(store, list);
	if (kept) return kept;
	mkdirSync(store, { recursive: true });
	forgetUnused(store);
	const work = mkdtempSync(join(store, ".new-"));
	try {
		const fetched = join(work, "wheels");
		mkdirSync(fetched);
		if (build.packages.lock.requirements.length > 0) await fetchWheels(build, work, fetched);
		const wheels = readdirSync(fetched).sort().map((name) => keep(store, join(fetched, name)));
		writeFileSync(join(work, "list"), JSON.stringify(wheels.map(({ path: _, ...wheel }) => wheel)));
		renameSync(join(work, "list"), list);
		return wheels;
	} finally {
		rmSync(work, {
			recursive: true,
			force: true
		});
	}
}
/** Hash of everything that decides which wheels they are. */
function listName({ packages, python, interpreter }) {
	const { version, machine, libc, soabi, markers } = python;
	const asks = JSON.stringify(packages.lock.requirements).match(/platform_(release|version)/);
	const decisive = Object.entries(markers).filter(([name]) => asks || !/^platform_(release|version)$/.test(name));
	const key = JSON.stringify([
		packages.key,
		version,
		machine,
		libc,
		soabi,
		decisive.sort(),
		Boolean(interpreter)
	]);
	return hash("sha256", key).slice(0, 24);
}
function readList(store, list) {
	if (!existsSync(list)) return void 0;
	const wheels = JSON.parse(readFileSync(list, "utf8")).map((wheel) => ({
		...wheel,
		path: join(store, wheel.sha256, wheel.name)
	}));
	if (!wheels.every(({ path, size }) => statSync(path, { throwIfNoEntry: false })?.size === size)) return void 0;
	const now = /* @__PURE__ */ new Date();
	for (const path of [list, ...wheels.map(({ sha256 }) => join(store, sha256))]) utimesSync(path, now, now);
	return wheels;
}
function keep(store, from) {
	const name = basename(from);
	const sha256 = hash("sha256", readFileSync(from));
	const path = join(store, sha256, name);
	mkdirSync(join(store, sha256), { recursive: true });
	renameSync(from, path);
	return {
		name,
		size: statSync(path).size,
		sha256,
		path
	};
}
const UNUSED_DAYS = 30;
/**
* A project in the repository gets another wheel with each change.
*
* @param mark a file in each entry whose time says when it was used; otherwise the entry's own does
*/
function forgetUnused(folder, mark = "") {
	const before = Date.now() - UNUSED_DAYS * 864e5;
	for (const name of readdirSync(folder)) {
		const path = join(folder, name);
		const used = statSync(join(path, mark), { throwIfNoEntry: false }) ?? statSync(path, { throwIfNoEntry: false });
		if (!used || used.mtimeMs < before) rmSync(path, {
			recursive: true,
			force: true
		});
	}
}
/** The normalized name of a wheel's package. */
const packageOf = (wheel) => normalName(wheel.split("-")[0] ?? "");
// action/engine/deploy/packages/app-server.ts
/**
* Fails before anything is sent if no package contains the program that serves the app: on the server that would be
* "status=203/EXEC".
*
* @param names normalized names of all packages; of a lock that leaves some open, the known ones
* @throws {@link DeployError} if a file in deploy/ starts the app server from the venv, and no package installs it
*/
function assertAppServer(app, root, lock, names) {
	const { packages: wanted, program } = appServers[app.server];
	const there = new Set(names);
	if (wanted.some((name) => there.has(name)) || !startsFromVenv(program, root)) return;
	const other = lock.unused.find((file) => file === "requirements.txt");
	const message = `${lock.from} does not install ${wanted.join(" or ")}, which deploy/ starts the app with`;
	const next = `Add ${wanted[0]} to the app's packages and regenerate ${lock.from}.`;
	throw unusable(message, other ? `${next} (${other} is not used, because ${lock.from} exists.)` : next);
}
/** The wheels of an app, the program among them that serves it. */
async function wheelsFor(app, root, build) {
	const wheels = await buildWheels(build).finally(() => build.signal?.throwIfAborted());
	const names = wheels.map(({ name }) => packageOf(name));
	assertAppServer(app, root, build.packages.lock, names);
	return wheels;
}
/** Whether a file in deploy/ starts the program from the venv; the machine's own program needs no package. */
function startsFromVenv(program, root) {
	const folder = join(root, "deploy");
	if (!existsSync(folder)) return false;
	const starts = new RegExp(`\\.venv/bin/${program}\\b`);
	return readdirSync(folder, { withFileTypes: true }).some((entry) => entry.isFile() && starts.test(readFileSync(join(folder, entry.name), "utf8")));
}
// action/engine/deploy/hints.ts
/** System libraries that wheels load → Debian's package. The key is the part before ".so", which no version changes. */
const packages = {
	libpq: "libpq5",
	libmariadb: "libmariadb3",
	libmysqlclient: "libmariadb3",
	libmagic: "libmagic1",
	libGL: "libgl1",
	libglib: "libglib2.0-0",
	libgthread: "libglib2.0-0",
	libgobject: "libglib2.0-0",
	libcairo: "libcairo2",
	libpango: "libpango-1.0-0",
	libpangoft2: "libpangoft2-1.0-0",
	libgdk_pixbuf: "libgdk-pixbuf-2.0-0",
	libxml2: "libxml2",
	libxslt: "libxslt1.1",
	libxmlsec1: "libxmlsec1-openssl",
	libjpeg: "libjpeg62-turbo",
	libopenjp2: "libopenjp2-7",
	libtiff: "libtiff6",
	libwebp: "libwebp7",
	libheif: "libheif1",
	libvips: "libvips42",
	libodbc: "libodbc2",
	libldap: "libldap-2.5-0",
	libsasl2: "libsasl2-2",
	libkrb5: "libkrb5-3",
	libgssapi_krb5: "libgssapi-krb5-2",
	libgomp: "libgomp1",
	libgeos_c: "libgeos-c1v5",
	libproj: "libproj25",
	libgdal: "libgdal32",
	libspatialindex: "libspatialindex6",
	libsndfile: "libsndfile1",
	libusb: "libusb-1.0-0",
	libzmq: "libzmq5",
	libzbar: "libzbar0",
	libfreetype: "libfreetype6",
	libharfbuzz: "libharfbuzz0b",
	libmemcached: "libmemcached11"
};
const hints = [
	{
		seen: /\b(lib[\w+]+)[\w.+-]*?\.so[\w.]*: cannot open shared object file|cannot load library '(lib[\w+]+)|no library called "?(lib[\w+]+)/,
		says: ([text, ...names]) => {
			const name = names.find(Boolean);
			const file = /lib[\w+.-]*\.so[\w.]*/.exec(text)?.[0] ?? name;
			const known = packages[name] ?? packages[name.replace(/\d+$/, "")];
			return known ? `The server is missing ${file}. On Debian or Ubuntu: sudo apt-get install ${known} (elsewhere, the package that has ${file}).` : `The server is missing ${file}: install the package that has it.`;
		}
	},
	{
		seen: /\* Serving Flask app|WARNING: This is a development server/,
		says: () => "app.run() runs when the app is imported, so the app server never starts serving: put it below `if __name__ == \"__main__\":`."
	},
	{
		seen: /Address already in use/,
		says: () => "The app itself listens on a port that is in use: let the app server listen instead."
	}
];
/** How to fix a failure that the app's own output explains; "" if none of the known messages is in it. */
function hintOf(words) {
	for (const { seen, says } of hints) {
		const found = seen.exec(words);
		if (found) return says(found);
	}
	return "";
}
// action/engine/deploy/cause.ts
/** The last traceback in a journal; "" if there is none. App servers log it line by line, between other lines. */
function tracebackIn(lines) {
	const start = lines.findLastIndex((line) => line.includes("Traceback (most recent call last):"));
	if (start < 0) return "";
	const first = lines[start];
	const indent = first.indexOf("Traceback");
	const prefix = first.slice(0, indent);
	const own = (line) => prefix && line.startsWith(prefix) ? line.slice(indent) : line;
	const block = [own(first)];
	for (const line of lines.slice(start + 1)) {
		const text = own(line);
		block.push(text);
		if (text && !/^\s/.test(text) && !/^(During handling|The above exception|Traceback)/.test(text)) break;
	}
	return block.join("\n");
}
/** The cause that the target reports, with the traceback extracted from the journal. */
function causeOf(outcome) {
	if (!outcome.cause) return void 0;
	const { cause } = outcome;
	const hint = hintOf([
		cause.message,
		cause.next,
		...cause.journal
	].join("\n"));
	return {
		...cause,
		next: [hint, cause.next].filter(Boolean).join("\n"),
		traceback: tracebackIn(cause.journal)
	};
}
/** The cause of an error on the client's side. */
function causeOfError(error, step, isCancelled) {
	const rest = {
		traceback: "",
		journal: [],
		unit: ""
	};
	if (isCancelled) return {
		kind: "cancelled",
		step,
		message: "this run was cancelled",
		next: "A deploy that had not switched yet is undone.",
		...rest
	};
	if (error instanceof DeployError) return {
		kind: error.kind,
		step: error.step,
		message: error.message,
		next: error.next,
		...rest,
		...error.ssh && { ssh: error.ssh }
	};
	const { message } = error;
	return {
		kind: "infrastructure",
		step,
		message,
		next: "",
		...rest
	};
}
// action/engine/deploy/progress.ts
const howToFindOut = "To see which release is live: npx create-flask-deploy status";
/** Collects what happens during a run, on the client and on the server, and builds the result. */
var DeployProgress = class {
	commit = "";
	/** The release that is deployed or rolled back to, once it is known. */
	release = "";
	cost = {
		roundTrips: 0,
		bytesSent: 0
	};
	#effects;
	#url;
	#began;
	#steps = [];
	#warnings = [];
	/** When the open steps began; the server's steps are nested in the client's. */
	#open = /* @__PURE__ */ new Map();
	#current = "check";
	#inventory;
	/** Whether the server has begun to switch traffic to the release. */
	#switching = false;
	constructor(effects, url = "") {
		this.#effects = effects;
		this.#url = url;
		this.#began = effects.now();
	}
	/** Runs a step on the client; the second value that `act` returns is the detail of the step. */
	async step(name, act) {
		this.begin(name);
		const began = this.#effects.now();
		let detail = "";
		try {
			const [value, said] = await act();
			detail = said;
			return value;
		} finally {
			this.end(name, this.#effects.now() - began, detail);
		}
	}
	begin(name) {
		this.#current = name;
		this.#switching ||= name === "switch";
		this.#open.set(name, this.#sinceStart());
		this.#effects.log.step(name);
	}
	end(name, ms, detail) {
		const startedMs = this.#open.get(name) ?? this.#sinceStart();
		this.#open.delete(name);
		const step = {
			name,
			startedMs,
			durationMs: Math.round(ms),
			detail
		};
		this.#steps.push(step);
		this.#effects.log.done(step);
	}
	line(text) {
		this.#effects.log.line(text);
	}
	warning(text) {
		this.#warnings.push(text);
		this.#effects.log.warning(text);
	}
	saw(inventory) {
		this.#inventory = inventory;
	}
	/** The outcome of a dry run. */
	planned(inventory) {
		const { added, changed, removed } = inventory.changed;
		this.line(`would send ${inventory.missing.length} files (${added} new, ${changed} changed, ${removed} gone)`);
		if (!inventory.venv) this.line(`would build a virtual environment for Python ${inventory.python.version}`);
		return unchanged(inventory);
	}
	async conclude(act) {
		let outcome;
		let cause;
		let status = "failed";
		try {
			outcome = await act();
			cause = causeOf(outcome);
			status = outcome.status;
		} catch (error) {
			cause = causeOfError(error, this.#current, this.#effects.signal?.aborted ?? false);
			if (this.#switching) {
				status = "unknown";
				cause = {
					...cause,
					next: `The switch had begun: the server completes or undoes it by itself. ${howToFindOut}`
				};
			}
		}
		const previous = outcome?.previous || this.#inventory?.previous || "";
		return {
			status,
			release: outcome?.release ?? (status === "unknown" ? this.release : ""),
			previousRelease: previous,
			commit: this.commit,
			url: this.#url,
			durationMs: this.#sinceStart(),
			requestsSent: outcome?.prober.sent ?? 0,
			requestsFailed: outcome?.prober.failed ?? 0,
			longestStallMs: outcome?.prober.stallMs ?? 0,
			steps: this.#steps.toSorted((a, b) => a.startedMs - b.startedMs),
			cause,
			warnings: this.#warnings,
			changed: this.#inventory?.changed ?? {
				added: 0,
				changed: 0,
				removed: 0
			},
			...this.cost
		};
	}
	#sinceStart() {
		return Math.round(this.#effects.now() - this.#began);
	}
};
// action/engine/deploy/public-smoke.ts
const reasons = {
	ENOTFOUND: "its name does not resolve (DNS)",
	EAI_AGAIN: "its name does not resolve (DNS)",
	ECONNREFUSED: "the connection is refused",
	ECONNRESET: "the connection is reset",
	EHOSTUNREACH: "there is no route to it",
	ENETUNREACH: "there is no route to it",
	ETIMEDOUT: "it does not answer in time",
	UND_ERR_CONNECT_TIMEOUT: "it does not answer in time",
	UND_ERR_SOCKET: "the connection broke"
};
/**
* Requests the public URL as a visitor would. A redirect to https passes, as on the server. A name that does not lead
* to this server (not yet, or because of a CDN in front of it) says nothing about the release. It gives a warning,
* since the smoke test on the server has passed.
*
* @param url absolute; an invalid one gives a warning too, never an error: at this point the release has its traffic
* @param here addresses of the server
*/
async function publicSmoke({ fetch, resolve }, url, want, here) {
	if (!URL.canParse(want.path, url)) return {
		passed: true,
		warning: `${JSON.stringify(url)} is not a URL, so the site was not checked from outside`
	};
	const where = new URL(want.path, url);
	const problem = await problemOf(fetch, where, want);
	if (problem.passed) return problem;
	const leads = await resolve(where.hostname.replace(/^\[|\]$/g, ""));
	if (leads.some((address) => here.includes(address))) return problem;
	return {
		passed: true,
		warning: `${leads.length === 0 ? `${where.hostname} does not resolve yet` : `${where.hostname} resolves to ${leads.join(", ")}, which is not this server`}; ${problem.message}. The release stays live: nginx on the server serves it.`
	};
}
async function problemOf(ask, where, want) {
	const bad = (kind, why, next) => ({
		passed: false,
		kind,
		message: `from outside, ${where.href} ${why}`,
		next
	});
	try {
		const answer = await ask(where, {
			redirect: "manual",
			signal: AbortSignal.timeout(want.timeout * 1e3)
		});
		const body = await answer.text();
		const location = answer.headers.get("location") ?? "";
		if (answer.status >= 301 && answer.status <= 308 && location.startsWith("https://")) return { passed: true };
		if (answer.status === 503 && want.status !== 503 && answer.headers.has("retry-after")) return {
			passed: true,
			warning: `${where.href} is in maintenance mode: visitors get 503 until \`maintenance off\``
		};
		if (answer.status !== want.status) return bad("app", `answered ${answer.status} instead of ${want.status}`, "The server itself is healthy: check what is between it and visitors (another site, a proxy, a firewall).");
		if (want.contains && !body.includes(want.contains)) return bad("app", `answered without the text ${JSON.stringify(want.contains)}`, "Check that this URL is the same site.");
		return { passed: true };
	} catch (error) {
		if (error.cause?.code === "DEPTH_ZERO_SELF_SIGNED_CERT") return {
			passed: true,
			warning: `${where.origin} has no certificate that browsers accept yet: \`create-flask-deploy tls status\` says what is missing`
		};
		return bad("infrastructure", `failed: ${reasonOf(error, want.timeout)}`, "The server itself is healthy: check `url`, DNS and certificate.");
	}
}
function reasonOf(error, seconds) {
	const { name, message, cause } = error;
	if (name === "TimeoutError") return `it does not answer within ${seconds} s`;
	const code = cause?.code ?? "";
	if (/CERT|TLS|SSL|SELF_SIGNED|UNABLE_TO/.test(code)) return `its certificate is not accepted (TLS: ${cause?.message})`;
	return reasons[code] ?? cause?.message ?? message;
}
// action/engine/deploy/deploy.ts
/** Deploys the repository to its server. Never throws: every error is in the result. */
async function deploy(request, effects) {
	const report = new DeployProgress(effects, request.app.deploy.url);
	return report.conclude(async () => {
		const { app, root, force = false } = request;
		const { run, env, cacheDir, signal } = effects;
		const onLine = (line) => report.line(line);
		const lock = await report.step("check", async () => {
			const found = await readLock({
				root,
				run,
				env,
				cacheDir,
				onLine
			});
			for (const remark of remarksOn(found)) report.warning(remark);
			if (found.kind === "hashed") assertAppServer(app, root, found, names(found.requirements));
			return [found, `${found.from}, ${found.kind}`];
		});
		const { build } = app.deploy.hooks;
		if (build) await report.step("build", () => buildHook(build, request, effects));
		const source = await report.step("files", async () => {
			const { include, exclude } = app.deploy;
			const found = await listFiles({
				root,
				include,
				exclude,
				run,
				env
			});
			if (found.dirty) report.warning("uncommitted changes: deploying the working tree, not the commit");
			return [found, `${found.files.length} files of ${found.commit.slice(0, 10)}`];
		});
		report.commit = source.commit;
		const packages = await packagesOf(lock, {
			root,
			source: async () => source,
			run,
			env
		});
		const secrets = request.env && writeEnv(request.env);
		const target = effects.openTarget(request, effects, report);
		const looking = report.step("connect", () => look(target, {
			op: "deploy",
			force,
			commit: source.commit,
			commitAt: source.commitAt,
			files: source.files,
			lock: packages.key,
			fingerprint: fingerprint(source.files, packages.key),
			envDigest: secrets === void 0 ? void 0 : hash("sha256", secrets)
		}));
		const [looked, objection] = await Promise.all([looking, request.inspect?.()]).catch(async (error) => {
			await looking.then(() => target.leave(), () => void 0);
			throw error;
		});
		if (objection) {
			await target.leave();
			for (const line of objection.lines) report.line(line);
			throw unusable(objection.problem, objection.next);
		}
		return finish(report, request, effects, target, looked, async (inventory) => {
			const files = inventory.missing.map((index) => source.files[index]);
			const release = releaseId(effects.clock(), source.commit, inventory.releases);
			report.release = release;
			if (inventory.venv) return {
				release,
				root,
				files,
				wheels: [],
				env: secrets
			};
			const wheels = await report.step("build", async () => {
				const { python } = inventory;
				const built = await wheelsFor(app, root, {
					packages,
					python,
					interpreter: inventory.interpreter,
					commit: source.commit,
					cacheDir,
					run,
					env,
					signal,
					onLine
				});
				return [built, `${built.length} wheels for Python ${python.version}`];
			});
			return {
				release,
				root,
				files,
				wheels,
				env: secrets
			};
		});
	});
}
/** Rolls back to a previous release, health-checked like any other. Never throws. */
async function rollback(request, effects) {
	const report = new DeployProgress(effects, request.app.deploy.url);
	return report.conclude(async () => {
		const { release, hooks = false } = request;
		const target = effects.openTarget(request, effects, report);
		const looked = await report.step("connect", () => look(target, {
			op: "rollback",
			release,
			hooks
		}));
		return finish(report, request, effects, target, looked, async () => ({
			release: "",
			root: "",
			files: [],
			wheels: [],
			env: void 0
		}));
	});
}
const names = (requirements) => requirements.flatMap(({ name }) => name ?? []);
async function look(target, offer) {
	const looked = await offerTo(target, offer);
	return [looked, looked.t === "outcome" ? looked.status : looked.previous ? `${looked.previous} serves` : "no release is live yet"];
}
/** What deploy and rollback have in common: everything after the server's first response. */
function finish(report, { app, dryRun, barrier }, effects, target, looked, pack) {
	const { smoke, url } = app.deploy;
	const smoked = async ({ addresses }) => report.step("public_smoke", async () => {
		const want = {
			...smoke,
			contains: smoke.contains ?? ""
		};
		const seen = await publicSmoke(effects, url, want, addresses);
		if (seen.passed && seen.warning) report.warning(seen.warning);
		return [seen, seen.passed ? seen.warning ?? `${url} answers` : seen.message];
	});
	return bring(target, looked, {
		pack: async (inventory) => {
			report.saw(inventory);
			return dryRun ? report.planned(inventory) : pack(inventory);
		},
		gated: barrier,
		smoked: url ? smoked : void 0
	}).finally(() => {
		report.cost = target.cost;
	});
}
async function buildHook(hook, { root }, { run, env, log, signal }) {
	const options = {
		cwd: root,
		env,
		timeoutMs: hook.timeout * 1e3,
		signal
	};
	const done = await run([
		"sh",
		"-c",
		hook.run
	], {
		...options,
		onLine: (line) => log.line(line)
	});
	const last = lastLines(done.stderr || done.stdout, 8);
	if (done.timedOut) throw unbuildable(`the build hook took more than ${hook.timeout} s and was killed`, last);
	if (done.code !== 0) throw unbuildable(`the build hook \`${hook.run}\` exited with ${done.code}`, last);
	return [void 0, hook.run];
}
// action/engine/process/quote.ts
/**
* Quotes any value as one argument in a POSIX shell command. Every value that reaches a shell passes through here.
*
* @throws if the value contains a NUL, which no argument of a process can
*/
function quote(value) {
	if (value.includes("\0")) throw new Error("a value for a shell contains a NUL character, which no command can receive");
	if (/^[A-Za-z0-9_@%+:,./-]+$/.test(value)) return value;
	return `'${value.replaceAll("'", "'\\''")}'`;
}
/** An argument vector as one command line. */
const quoteAll = (argv) => argv.map(quote).join(" ");
// action/engine/targets/server/ssh-error.ts
/** Patterns of what OpenSSH prints; the first that matches names the cause. */
const causes = [
	{
		kind: "host-key-changed",
		seen: /REMOTE HOST IDENTIFICATION HAS CHANGED|host key .* (has changed|differs)/i,
		says: (t) => `the host key of ${t.where} is not the pinned one. Either the server was rebuilt or someone answers in its place. If it was rebuilt, compare its new key on its own console (ssh-keygen -lf /etc/ssh/ssh_host_ed25519_key.pub) and replace the pinned line.`
	},
	{
		kind: "host-key-unknown",
		seen: /Host key verification failed|No .* host key is known/i,
		says: (t) => `the host key of ${t.where} is not pinned. Read it on the server's own console (cat /etc/ssh/ssh_host_ed25519_key.pub), and put the line "${t.pinName} ssh-ed25519 AAAA…" into the known-hosts file you pass (--known-hosts, or the Action's known-hosts input).`
	},
	{
		kind: "key-unusable",
		seen: /Load key .*(error in libcrypto|invalid format|bad permissions|incorrect passphrase)|UNPROTECTED PRIVATE KEY|no such identity|Identity file .* not accessible|not a (private|public) key file/i,
		says: (t) => `the private key ${t.key} cannot be used: it is missing, damaged (lost newlines or CRLF line ends), readable by others, or protected by a passphrase. Check it with: ssh-keygen -y -f ${t.key}`
	},
	{
		kind: "key-refused",
		seen: /Permission denied|Too many authentication failures/i,
		says: (t) => `${t.where} does not accept ${t.key} for the user ${t.user}. The public half must be a line of ~${t.user}/.ssh/authorized_keys; a key with a passphrase must be in an agent.`
	},
	{
		kind: "unreachable",
		seen: /Could not resolve|Name or service not known|Connection refused|timed out|No route to host|Network is unreachable|Connection (closed|reset) by .* port|kex_exchange_identification/i,
		says: (t) => `${t.where} cannot be reached by ssh. Check the name and the port, that sshd runs, and that a firewall lets this machine in.`
	}
];
/**
* What an ssh that ended with 255 died of. undefined when the words are not ssh's: then it was the remote
* command that ended with 255. Silence counts as a lost connection: what we run never ends with 255 wordlessly.
*/
function explainSsh(target, stderr) {
	const port = target.port ?? 22;
	const named = {
		where: port === 22 ? target.host : `${target.host} port ${port}`,
		pinName: knownHostsName(target.host, port),
		key: target.identityFile ?? "your ssh key",
		user: target.user
	};
	const last = lastLines(stderr, 4);
	const cause = causes.find(({ seen }) => seen.test(stderr));
	if (cause) return {
		kind: cause.kind,
		message: `${cause.says(named)}\nssh said: ${last}`
	};
	if (last !== "" && !/client_loop|mux_client|Broken pipe|Timeout, server|onnection to .* closed/i.test(stderr)) return void 0;
	return {
		kind: "dropped",
		message: `the connection to ${named.where} was lost while a command ran.\nssh said: ${last || "nothing"}`
	};
}
// action/engine/targets/server/ssh.ts
/** The connection failed; the message says the cause and what to do. */
var SshError = class extends Error {
	name = "SshError";
	kind;
	constructor(kind, message) {
		super(message);
		this.kind = kind;
	}
};
/** How long an idle connection outlives a deployer that was killed. */
const PERSIST_SECONDS = 20;
/**
* Prepares a connection; the first {@link Connection.exec} makes it, and later ones share it. Host keys are always
* checked against what is pinned, nothing asks, and nothing of the user's forwarding goes along.
*/
async function connect(target) {
	const folder = await mkdtemp(join(tmpdir(), "fd-"));
	const socket = join(folder, "s");
	const argv = [
		...sshArgv(target),
		"-o",
		"ControlMaster=auto",
		"-o",
		`ControlPath=${socket}`
	];
	argv.push("-o", `ControlPersist=${PERSIST_SECONDS}`);
	return {
		target,
		async exec(command, options) {
			const line = typeof command === "string" ? quoteAll([
				"sh",
				"-c",
				command
			]) : quoteAll(command);
			target.key?.put();
			const done = await target.run([
				...argv,
				"--",
				target.host,
				line
			], options).catch((error) => {
				throw new SshError("no-ssh", `ssh could not be started: ${error.message}. Install the OpenSSH client.`);
			});
			const failure = done.code === 255 && !done.timedOut ? explainSsh(target, done.stderr) : void 0;
			if (failure) throw new SshError(failure.kind, failure.message);
			return done;
		},
		async close() {
			await target.run([
				...argv,
				"-O",
				"exit",
				"--",
				target.host
			], { timeoutMs: 5e3 }).catch(() => void 0).finally(() => rm(folder, {
				recursive: true,
				force: true
			}));
		}
	};
}
/** `ssh` and its options up to, not including, the host; also fit for rsync's `-e` and for a command to show. */
function sshArgv({ user, port, identityFile, knownHostsFile, options = [] }) {
	return [
		"ssh",
		...[
			"BatchMode=yes",
			"StrictHostKeyChecking=yes",
			...knownHostsFile ? [`UserKnownHostsFile="${knownHostsFile.replaceAll("%", "%%")}"`, "GlobalKnownHostsFile=/dev/null"] : [],
			...identityFile ? ["IdentitiesOnly=yes"] : [],
			...options,
			"ConnectTimeout=10",
			"ServerAliveInterval=5",
			"ServerAliveCountMax=3",
			"UpdateHostKeys=no",
			"ClearAllForwardings=yes",
			"ForwardAgent=no",
			"PermitLocalCommand=no",
			"RemoteCommand=none",
			"RequestTTY=no",
			"LogLevel=ERROR"
		].flatMap((option) => ["-o", option]),
		...port ? ["-p", String(port)] : [],
		...identityFile ? ["-i", identityFile] : [],
		"-l",
		user
	];
}
// action/engine/app/https.ts
/** Where a server keeps an app's pairs of certificate and key; `current` in it leads to the one in use. */
const certificateFolder = (name) => `/etc/flask-deploy/tls/${name}`;
/** What flask-deploy.yml and the site file, deploy/nginx.conf, say differently of HTTPS; `setup` refuses it. */
function httpsMismatch({ name, tls }, site) {
	const pair = `${certificateFolder(name)}/current/`;
	const has = new RegExp(`^\\s*ssl_certificate\\s+${pair}`, "m").test(site);
	if (tls !== "none" && !has) return `flask-deploy.yml says tls: ${tls}, and deploy/nginx.conf does not serve ${pair}fullchain.pem. Run \`npx create-flask-deploy update\`, or say tls: none.`;
	if (tls === "none" && has) return `deploy/nginx.conf serves ${pair}fullchain.pem, and flask-deploy.yml says tls: none, so nobody would make it. Say tls: letsencrypt or tls: files.`;
}
// action/engine/targets/server/setup/layout.ts
/** Where the root-owned helper of one app is on a server. */
const helperPath = (name) => `/usr/local/lib/flask-deploy/${name}`;
const paths = (name) => ({
	base: `/srv/${name}`,
	helper: helperPath(name),
	sudoers: `/etc/sudoers.d/flask-deploy-${name}`,
	tmpfiles: `/etc/tmpfiles.d/flask-deploy-${name}.conf`,
	/** Unit, site and socket files as setup installed them: what a deploy may not go beyond. */
	approved: `/etc/flask-deploy/${name}`,
	env: `/etc/flask-deploy/${name}.env`,
	run: `/run/${name}`,
	current: `${units$1}/${name}-current.service`,
	/** What of a unit is otherwise on this server. */
	socketOverride: `${units$1}/${name}@.socket.d/server.conf`,
	proxyOverride: `${units$1}/${name}-proxy.service.d/server.conf`,
	/** The pairs of certificate and key; `current` leads to the one in use. */
	tls: certificateFolder(name),
	/** What nginx looks at for HTTPS: the CA's challenge, and whether visitors are sent there. */
	webroot: `/srv/${name}/tls`,
	renewal: `${units$1}/${name}-tls.service`,
	renewalTimer: `${units$1}/${name}-tls.timer`,
	fullSite: "/etc/nginx/nginx.conf",
	available: `/etc/nginx/sites-available/${name}.conf`,
	enabled: `/etc/nginx/sites-enabled/${name}.conf`,
	confd: `/etc/nginx/conf.d/${name}.conf`,
	debianDefault: "/etc/nginx/sites-enabled/default"
});
/** Mode of the environment's file, by who reads it. */
const environmentMode = {
	root: "600",
	app: "640"
};
/**
* Every folder, each before those in it. Three parties are not trusted: the app, whoever holds the deploy key, and other
* apps. Nobody acts by name in a folder that somebody less trusted may write, so each is written by one party alone.
*
* @param login the account that deploys
*/
function folders({ name, processManager, tls }, login) {
	const { base, approved, run, tls: pairs, webroot } = paths(name);
	const { folder, handsSocket } = processManagers[processManager];
	const of = (path, mode, owner, group, why) => ({
		path,
		mode,
		owner,
		group,
		why
	});
	return [
		of("/usr/local/lib/flask-deploy", "755", "root", "root", "what the login may run as root"),
		of("/etc/flask-deploy", "755", "root", "root", "environments, which only root reads and writes"),
		of(approved, "755", "root", "root", "what setup installed"),
		of(base, "755", "root", "root", "nobody else can put a link where root or the login will act"),
		of(`${base}/releases`, "2751", login, name, "the app's group reads a release, nginx passes through to static files"),
		of(`${base}/venvs`, "2750", login, name, "the app's group reads and runs them"),
		of(`${base}/assets`, "2751", login, name, "nginx serves static files of previous releases"),
		of(`${base}/deploys`, "2700", login, name, "journal and lock, which the app cannot hold"),
		of(`${base}/maintenance`, "2755", login, name, "nginx looks here at each request"),
		of(`${base}/shared`, "755", "root", "root", "only the folders in it are the app's to write"),
		...tls === void 0 || tls === "none" ? [] : [
			of("/etc/flask-deploy/tls", "755", "root", "root", "certificates, a folder for each app"),
			of(pairs, "700", "root", "root", "keys, which nginx reads as root"),
			of(webroot, "755", "root", "root", "the CA's challenge, which nginx serves")
		],
		...folder ? [of(`${base}/${folder.name}`, "755", "root", "root", folder.why)] : [],
		of(run, "755", "root", "root", "systemd's sockets and current.sock: no release can touch another's"),
		...handsSocket ? [] : [of(`${run}/app`, "700", name, name, "the app server's own sockets, behind systemd's")]
	];
}
/** Services that run all the time, by what has to be there for them. */
function services({ name, processManager, socket, tls }) {
	const { service } = processManagers[processManager];
	const own = service ? [service.unit(name)] : [];
	return [
		"nginx.service",
		...service?.waits ? [] : own,
		`${name}-current.service`,
		...service?.waits ? own : [],
		...sockets[socket].units(name),
		...tls === void 0 || tls === "none" ? [] : [`${name}-tls.timer`]
	];
}
/** Path in the repository → path in /etc, for all that the process manager reads; the site is apart. */
const targets = (app) => deployFiles(app).flatMap(({ path, installed }) => installed ? [[path, installed]] : []);
/** Files of the repository without which there is nothing to set up. */
const neededFiles = (app) => ["deploy/nginx.conf", ...targets(app).map(([source]) => source)];
// action/engine/targets/server/join-python.ts
/**
* One program of several modules, for a place that holds only one file. Each module imports what it takes of those before
* it, as any module does, so that an editor and a type checker can read it; those imports fall away, since all is one now.
*
* @param modules texts by name, in the order in which they run
*/
function joinPython(modules) {
	const own = new RegExp(`^from (?:${Object.keys(modules).join("|")}) import .*\n`, "gm");
	const [first = "", ...others] = Object.values(modules).map((text) => text.replace(own, ""));
	return [first, ...others.map((text) => text.replace("from __future__ import annotations\n", ""))].join("\n\n");
}
// action/engine/targets/server/setup/helper.ts
/** The program within the helper that reads logs. */
const readsLogs = joinPython({
	masking: "\"\"\"Takes out of a line what must not leave the server: the values of the app's environment. The first part of `logs`.\"\"\"\nfrom __future__ import annotations\n\nimport json\nimport re\n\nTYPE_CHECKING = False\nif TYPE_CHECKING:\n    from typing import Iterator\n\nHARMLESS = (\"true\", \"false\", \"none\", \"null\", \"production\", \"development\", \"testing\")\n# A secret with a colour in the middle would come together again where the colour is taken out.\nSTEERS = re.compile(\"\\x1b\\\\][^\\x07\\x1b]*(?:\\x07|\\x1b\\\\\\\\)?|(?:\\x1b\\\\[|\\x9b)[0-?]*[ -/]*[@-~]?|\\x1b[ -/]*[0-~]?|[\\0-\\x08\\x0b-\\x1f\\x7f-\\x9f\"\n                    \"\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069]\")\n\n\ndef secrets(path: str) -> re.Pattern[str] | None:\n    \"\"\"A pattern for every value of the environment in a file, as it is and as logs write it; None when there is none.\"\"\"\n    try:\n        with open(path, encoding=\"utf-8\", errors=\"replace\") as file:\n            said = file.read(1 << 20)\n    except OSError:\n        said = \"\"\n    found: set[str] = set()\n    for value in values(said):\n        for part in map(str.strip, [value, *value.splitlines()]):\n            if len(part) >= 4 and part.lower() not in HARMLESS:\n                percent = \"\".join(c if c.isalnum() and c < \"\\x7f\" or c in \"_.-~\" else \"\".join(\"%%%02X\" % b for b in c.encode()) for c in part)\n                # As nginx writes what is not plain ASCII.\n                hexed = \"\".join(chr(b) if 31 < b < 127 and b not in b'\"\\\\' else \"\\\\x%02X\" % b for b in part.encode())\n                found.update((part, percent, percent.replace(\"%20\", \"+\"), percent.replace(\"%2F\", \"/\"), json.dumps(part)[1:-1],\n                              json.dumps(part, ensure_ascii=False)[1:-1], repr(part)[1:-1], hexed))\n    return re.compile(\"|\".join(map(re.escape, sorted(found, key=len, reverse=True)))) if found else None\n\n\ndef values(text: str) -> Iterator[str]:\n    \"\"\"As systemd reads an EnvironmentFile; of a bare value also what a shell takes of it, which has no comment behind.\"\"\"\n    for value in re.findall(r\"(?ms)^[ \\t]*(?:export[ \\t]+)?[A-Za-z_]\\w*[ \\t]*=[ \\t]*(\\\"(?:\\\\.|[^\\\"\\\\])*\\\"|'[^']*'|[^\\n]*)\", text):\n        if value[:1] == '\"' and value[1:]:\n            yield re.sub(r\"(?s)\\\\([\\\"\\\\$`\\n])\", lambda seen: seen.group(1).strip(\"\\n\"), value[1:-1])\n        elif value[:1] == \"'\" and value[1:]:\n            yield value[1:-1]\n        else:\n            bare = value.strip()\n            yield re.sub(r\"\\\\(.)\", r\"\\1\", bare)\n            if \" #\" in bare:\n                yield bare.split(\" #\")[0].strip()\n",
	log_reader: "\"\"\"What the app, its process manager and nginx have written, by time; as root, so secrets are taken out before anything leaves.\n\nOne JSON object a line: at (seconds since 1970), from (app, systemd, nginx), release, priority (syslog's, or none), text.\nWith FOLLOW a line {\"live\": true} ends what was there, and the end of stdin ends the program.\n\"\"\"\nfrom __future__ import annotations\n\nimport glob\nimport io\nimport json\nimport os\nimport re\nimport select\nimport subprocess\nimport sys\nimport time\n\nfrom masking import STEERS, secrets\n\nTYPE_CHECKING = False\nif TYPE_CHECKING:\n    from typing import BinaryIO, Collection, Mapping\n\n    from messages import Line\n\napp, its_units, its_files, lines_wanted, begin, following, release, nginx, access, error = sys.argv[1:]\nshown = \"*\" if release == \"-\" else release\ncount, since, follow = int(lines_wanted), int(begin), following == \"1\"\nID = \"[0-9]{8}T[0-9]{6}Z-[0-9a-f]{7,12}\"\nMOST = 4 << 20\nMONTHS = \"Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec\".split()\n\n\ndef clean(text: str) -> str:\n    text = STEERS.sub(\"\", text)\n    return hidden.sub(\"***\", text) if hidden else text\n\n\ndef entry(at: float, source: str, text: str, of: str = \"\", priority: int | None = None) -> Line:\n    return {\"at\": at, \"from\": source, \"release\": of, \"priority\": priority, \"text\": clean(text)}\n\n\ndef say(one: Mapping[str, object]) -> None:\n    os.write(1, (json.dumps({name: value for name, value in one.items() if name != \"dated\"}) + \"\\n\").encode())\n\n\n# --- the journal ---\n\ndef matches() -> tuple[re.Pattern[str] | None, list[str], list[str]]:\n    \"\"\"What to look for, and the units that count of it: systemd speaks of many units in one voice.\"\"\"\n    # Of one release where units are one release's; else all write into the same log.\n    units = [unit for unit in its_units.split() if release == \"-\" or \"%i\" in unit] or its_units.split()\n    if not units:\n        return None, [], []\n    one = ID if release == \"-\" else re.escape(release)\n    named = [word for unit in units for word in (\"-u\", unit.replace(\"%i\", shown))]\n    instances = \"_SYSTEMD_SLICE=system-%s.slice\" % app.replace(\"-\", \"\\\\x2d\")\n    live = [word for unit in units for word in (instances if \"%i\" in unit else \"_SYSTEMD_UNIT=\" + unit, \"+\")]\n    return re.compile(\"|\".join(one.join(map(re.escape, unit.split(\"%i\"))) for unit in units)), named, live + [\"_PID=1\"]\n\n\nJOURNAL = [\"journalctl\", \"-q\", \"--no-pager\", \"-o\", \"json\", \"--output-fields=MESSAGE,PRIORITY,_SYSTEMD_UNIT,UNIT\"]\n\n\ndef of_journal(line: bytes, wanted: re.Pattern[str]) -> list[Line]:\n    try:\n        raw = json.loads(line)\n        at, message = int(raw[\"__REALTIME_TIMESTAMP\"]) / 1e6, raw.get(\"MESSAGE\")\n    except (ValueError, KeyError, TypeError):\n        return []\n    own, about = raw.get(\"_SYSTEMD_UNIT\") or \"\", raw.get(\"UNIT\") or \"\"\n    unit = own if wanted.fullmatch(own) else about\n    if not wanted.fullmatch(unit):\n        return []\n    if isinstance(message, list):  # bytes that are no text\n        message = bytes(byte & 255 for byte in message if isinstance(byte, int)).decode(\"utf-8\", \"replace\")\n    priority = int(raw[\"PRIORITY\"]) if str(raw.get(\"PRIORITY\", \"\")).isdigit() else None\n    of = re.search(\"@(%s)\\\\.service\" % ID, unit)\n    return [entry(at, \"app\" if unit == own else \"systemd\", text, of.group(1) if of else \"\", priority)\n            for text in (message or \"\").splitlines() or [\"\"]]\n\n\n# --- files ---\n\ndef moment(line: str) -> float | None:\n    \"\"\"Seconds since 1970 that a line tells; None when it tells none. Without a zone it is this machine's.\"\"\"\n    seen = re.search(r\"\\[(\\d\\d)/(\\w{3})/(\\d{4}):(\\d\\d):(\\d\\d):(\\d\\d) ([+-]\\d{4})\\]\", line)\n    if seen and seen.group(2) in MONTHS:\n        d, m, y, *clock, zone = seen.groups()\n        return seconds(y, MONTHS.index(m) + 1, d, *clock, zone=zone)\n    seen = re.search(r\"(\\d{4})[-/](\\d\\d)[-/](\\d\\d)[ T](\\d\\d):(\\d\\d):(\\d\\d)(?:[.,](\\d{1,6}))?(?: ?([+-]\\d\\d):?(\\d\\d)|(Z))?\", line[:80])\n    if seen:\n        *parts, part, hours, minutes, utc = seen.groups()\n        return seconds(*parts, zone=\"+0000\" if utc else hours + minutes if hours else \"\") + float(\"0.\" + (part or \"0\"))\n    seen = re.search(r\"\\b([A-Z][a-z]{2}) +(\\d{1,2}) (\\d\\d):(\\d\\d):(\\d\\d) (\\d{4})\\b\", line[:80])\n    if seen and seen.group(1) in MONTHS:\n        m, d, h, minute, s, y = seen.groups()\n        return seconds(y, MONTHS.index(m) + 1, d, h, minute, s)\n    return None\n\n\ndef seconds(*parts: str | int, zone: str = \"\") -> float:\n    try:\n        year, month, day, hour, minute, second = map(int, parts)\n        local = time.mktime((year, month, day, hour, minute, second, 0, 0, -1))\n        if not zone:\n            return local\n        away = int(zone[1:3]) * 3600 + int(zone[3:5]) * 60\n        return local + time.localtime(local).tm_gmtoff - (away if zone[0] == \"+\" else -away)\n    except (ValueError, OverflowError):\n        return 0.0\n\n\nclass File:\n    def __init__(self, path: str, source: str, of: str = \"\") -> None:\n        self.path, self.source, self.of, self.rest = path, source, of, b\"\"\n        self.file: io.FileIO | None = None\n        stamp = of[:15].replace(\"T\", \"\")\n        self.last = seconds(stamp[:4], stamp[4:6], stamp[6:8], stamp[8:10], stamp[10:12], stamp[12:14], zone=\"+0000\") if of else 0.0\n\n    def open(self) -> io.FileIO | None:\n        try:\n            self.file = open(self.path, \"rb\", buffering=0)\n        except OSError:\n            self.file = None\n        return self.file\n\n    def former(self) -> list[Line]:\n        \"\"\"What is there already, and of the file before the last rotation what may be asked for.\"\"\"\n        raw = b\"\"\n        try:\n            with open(self.path + \".1\", \"rb\") as file:\n                raw = tail_of(file)\n        except OSError:\n            pass\n        now = self.open()\n        if not now:\n            return self.lines(raw)\n        found = self.lines(raw + tail_of(now))\n        # Lines without a time have that of the line before; the last ones were written when the file was.\n        written = os.fstat(now.fileno()).st_mtime\n        for one in reversed(found):\n            if one[\"dated\"]:\n                break\n            one[\"at\"] = self.last = written\n        return found\n\n    def more(self) -> list[Line]:\n        \"\"\"What has come since; a rotated file is read to its end before the new one.\"\"\"\n        raw = self.file.read() if self.file else b\"\"\n        try:\n            there = os.stat(self.path)\n        except OSError:\n            return self.lines(raw, live=True)\n        if not self.file or not os.path.samestat(there, os.fstat(self.file.fileno())):\n            fresh = self.open()\n            raw += fresh.read() if fresh else b\"\"\n        elif there.st_size < self.file.tell():\n            self.file.seek(0)\n            raw += self.file.read()\n        return self.lines(raw, live=True)\n\n    def lines(self, raw: bytes, live: bool = False) -> list[Line]:\n        *whole, self.rest = (self.rest + raw).split(b\"\\n\")\n        if not live and self.source == \"nginx\":  # each line has its time, so those before the last ones are in nobody's way\n            whole = whole[max(0, len(whole) - count):]\n        found: list[Line] = []\n        for line in whole:\n            text = line.decode(\"utf-8\", \"replace\")\n            at = moment(text)\n            self.last = at if at else time.time() if live else self.last\n            found.append({**entry(self.last, self.source, text, self.of), \"dated\": bool(at)})\n        return found\n\n\ndef tail_of(file: BinaryIO | io.FileIO) -> bytes:\n    size = file.seek(0, 2)\n    file.seek(max(0, size - MOST))\n    raw = file.read()\n    return raw if size <= MOST else raw.partition(b\"\\n\")[2]\n\n\ndef files(known: Collection[str]) -> list[File]:\n    found = [(path, \"nginx\", \"\") for path in (access, error) if path and nginx == \"1\"]\n    for path in glob.glob(its_files.replace(\"%i\", shown)):\n        seen = re.match(\"%s(%s)-\" % (re.escape(its_files.partition(\"%i\")[0]), ID), path)\n        if seen:\n            found.append((path, \"app\", seen.group(1)))\n    return [File(*one) for one in found if one[0] not in known]\n\n\nhidden = secrets(\"/etc/flask-deploy/%s.env\" % app)\nif nginx == \"1\" and not access and not error:\n    say({\"note\": \"the site writes no log of its own into /var/log/nginx: see access_log and error_log in deploy/nginx.conf\"})\nwanted, named, live = matches()\nbegun = time.time()\nopen_files = files(())\npast = [one for file in open_files for one in file.former() if one[\"at\"] >= since]\nif wanted:\n    # Backwards, since `-n` together with `--since` gives the first ones.\n    argv = JOURNAL + named + [\"-r\", \"-n\", str(count)] + ([\"--since\", \"@%d\" % since] if since else [])\n    said = subprocess.run(argv, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=False).stdout\n    past += [one for line in reversed(said.splitlines()) for one in of_journal(line, wanted) if one[\"at\"] <= begun]\npast.sort(key=lambda one: one[\"at\"])\nfor one in past[len(past) - min(count, len(past)):]:\n    say(one)\nif not follow:\n    sys.exit(0)\nsay({\"live\": True})\n\njournal = None\nif wanted:\n    argv = JOURNAL + [\"-f\", \"-n\", \"all\", \"--since\", \"@%d\" % begun] + live\n    journal = subprocess.Popen(argv, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)\nvoice = journal.stdout if journal else None\ntry:\n    rest = b\"\"\n    while True:\n        sources = [0] + ([voice.fileno()] if voice else [])\n        heard = select.select(sources, [], [], 0.25)[0]\n        if 0 in heard and not os.read(0, 4096):\n            break\n        if wanted and voice and voice.fileno() in heard:\n            chunk = os.read(voice.fileno(), 65536)\n            if not chunk:\n                break\n            *whole, rest = (rest + chunk).split(b\"\\n\")\n            for line in whole:\n                for one in of_journal(line, wanted):\n                    if one[\"at\"] > begun:\n                        say(one)\n        open_files += files([file.path for file in open_files])\n        for file in open_files:\n            for one in file.more():\n                say(one)\nexcept OSError:  # nobody reads any more\n    pass\nfinally:\n    if journal:\n        journal.kill()\n        journal.wait()\n"
});
/** The program within the helper that judges what a deploy wants to install. */
const approves = joinPython({
	copies: "\"\"\"Whether root may install the unit, site and socket files of a release: copies them first, then judges the copies.\n\nA file may be what `setup` installed, or go beyond it by what is on the lists here: directives that stay within the app's\nown places. Whatever is on no list, and was not there when `setup` ran, is for root to install. Exit codes: 1 a file\ncannot be read as what it is, 5 one is missing or no plain file, 3 something is beyond; each on stderr with its file and line.\n\"\"\"\nfrom __future__ import annotations\n\nimport os\nimport stat\nimport sys\n\napp, releases, release, incoming, approved = sys.argv[1:]\nMOST = 1 << 20\nproblems: list[str] = []\nunreadable: list[str] = []\n\n\ndef copy(source: str) -> str:\n    \"\"\"Every part of the path by its own descriptor: whoever deploys may swap any of them while this looks.\"\"\"\n    folder = os.open(releases, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)\n    *parts, name = [release] + source.split(\"/\")\n    for part in parts:\n        folder = os.open(part, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW, dir_fd=folder)\n    file = os.open(name, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK, dir_fd=folder)\n    info = os.fstat(file)\n    if not stat.S_ISREG(info.st_mode) or info.st_size > MOST:\n        raise OSError(\"not a plain file of at most 1 MB\")\n    text = os.read(file, MOST)\n    with open(os.path.join(incoming, name), \"xb\") as kept:\n        kept.write(text)\n    return text.decode(\"utf-8\", \"surrogateescape\")\n\n\ndef installed(name: str) -> str:\n    try:\n        with open(os.path.join(approved, name), encoding=\"utf-8\", errors=\"surrogateescape\") as file:\n            return file.read(MOST)\n    except OSError:\n        return \"\"\n",
	words: "\"\"\"nginx: its own rules for words, so that it can read nothing that was not judged here.\"\"\"\nfrom __future__ import annotations\n\nimport re\n\nTYPE_CHECKING = False\nif TYPE_CHECKING:\n    from typing import Iterator, Optional, Sequence, Tuple\n\n    Same = Tuple[Tuple[str, ...], Optional[Tuple[\"Same\", ...]]]\n\n\nclass Broken(Exception):\n    pass\n\n\ndef tokens(text: str) -> Iterator[tuple[int, str, bool | None]]:\n    \"\"\"(line, word, is_quoted) and (line, one of `;{}`, None), as ngx_conf_read_token reads them.\"\"\"\n    at, line, size = 0, 1, len(text)\n    while at < size:\n        sign = text[at]\n        if sign in \" \\t\\r\\n\":\n            line += sign == \"\\n\"\n            at += 1\n        elif sign == \"#\":\n            while at < size and text[at] != \"\\n\":\n                at += 1\n        elif sign in \";{}\":\n            yield line, sign, None\n            at += 1\n        else:\n            began, quote, word, variable = line, sign if sign in \"\\\"'\" else \"\", \"\", False\n            at += bool(quote)\n            while True:\n                if at >= size:\n                    raise Broken(\"line %d: a word has no end\" % began)\n                sign = text[at]\n                # As many as follow an unescaped `$` are part of the word, and begin no block.\n                if sign == \"{\" and variable:\n                    word += sign\n                    at += 1\n                    continue\n                variable = sign == \"$\"\n                if sign == \"\\\\\":\n                    pair = text[at:at + 2]\n                    word += {\"\\\\\\\"\": \"\\\"\", \"\\\\'\": \"'\", \"\\\\\\\\\": \"\\\\\", \"\\\\t\": \"\\t\", \"\\\\r\": \"\\r\", \"\\\\n\": \"\\n\"}.get(pair, pair)\n                    line += pair.endswith(\"\\n\")\n                    at += 2\n                    continue\n                if quote:\n                    if sign == quote:\n                        at += 1\n                        if at < size and text[at] not in \" \\t\\r\\n;{)\":\n                            raise Broken(\"line %d: a quoted word goes on behind its quote\" % line)\n                        break\n                elif sign in \" \\t\\r\\n;{\":\n                    break\n                line += sign == \"\\n\"\n                word += sign\n                at += 1\n            yield began, word, bool(quote)\n\n\nclass Item:\n    \"\"\"A directive: its line, its words, and what is in its block (None when it has none).\"\"\"\n\n    def __init__(self, line: int, words: Sequence[str], inner: list[Item] | None) -> None:\n        self.line, self.words, self.inner = line, tuple(words), inner\n        self.name, self.args = words[0], list(words[1:])\n\n    def same(self) -> Same:\n        return self.words, None if self.inner is None else tuple(item.same() for item in self.inner)\n\n\ndef tree(text: str) -> list[Item]:\n    if re.search(\"[\\0-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f]\", text):\n        raise Broken(\"it holds control characters\")\n    top: list[Item] = []\n    above: list[list[Item]] = []\n    words: list[str] = []\n    inner, began = top, 1\n    for line, word, quoted in tokens(text):\n        if quoted is not None:\n            began = began if words else line\n            words.append(word)\n        elif word == \";\" and words:\n            inner.append(Item(began, words, None))\n            words = []\n        elif word == \"{\" and words:\n            if len(above) > 30:\n                raise Broken(\"line %d: blocks within blocks without end\" % line)\n            below: list[Item] = []\n            inner.append(Item(began, words, below))\n            above.append(inner)\n            inner, words = below, []\n        elif word == \"}\" and not words and above:\n            inner = above.pop()\n        else:\n            raise Broken(\"line %d: a `%s` out of place\" % (line, word))\n    if words or above:\n        raise Broken(\"it ends in the middle of a directive or block\")\n    return top\n",
	sites: "\"\"\"nginx's sites: what of one is within the app's own places.\"\"\"\nfrom __future__ import annotations\n\nimport re\n\nfrom copies import app, problems, unreadable\nfrom words import Broken, Item, tree\n\nTYPE_CHECKING = False\nif TYPE_CHECKING:\n    from typing import AbstractSet, Iterable, Sequence\n\nPLAIN = set(\"\"\"absolute_redirect add_header allow auth_basic autoindex break charset chunked_transfer_encoding client_body_buffer_size\nclient_body_timeout client_header_buffer_size client_header_timeout client_max_body_size default_type deny etag expires\ngzip gzip_buffers gzip_comp_level gzip_disable gzip_http_version gzip_min_length gzip_proxied gzip_types gzip_vary gzip_static http2\nif_modified_since internal keepalive_disable keepalive_requests keepalive_time keepalive_timeout large_client_header_buffers limit_conn\nlimit_conn_log_level limit_conn_status limit_rate limit_rate_after limit_req limit_req_log_level limit_req_status lingering_close\nlingering_time lingering_timeout log_not_found max_ranges merge_slashes output_buffers port_in_redirect postpone_output\nproxy_buffer_size proxy_buffering proxy_buffers proxy_busy_buffers_size proxy_connect_timeout proxy_cookie_domain proxy_cookie_flags\nproxy_cookie_path proxy_force_ranges proxy_hide_header proxy_http_version proxy_ignore_client_abort proxy_ignore_headers\nproxy_intercept_errors proxy_max_temp_file_size proxy_next_upstream proxy_next_upstream_timeout proxy_next_upstream_tries\nproxy_pass_header proxy_pass_request_body proxy_pass_request_headers proxy_read_timeout proxy_redirect proxy_request_buffering\nproxy_send_timeout proxy_set_header proxy_socket_keepalive real_ip_header real_ip_recursive recursive_error_pages\nreset_timedout_connection return satisfy send_timeout sendfile server_name_in_redirect server_tokens set set_real_ip_from\nsub_filter sub_filter_last_modified sub_filter_once sub_filter_types tcp_nodelay tcp_nopush types_hash_bucket_size\ntypes_hash_max_size underscores_in_headers uwsgi_buffer_size uwsgi_buffering uwsgi_buffers uwsgi_busy_buffers_size\nuwsgi_connect_timeout uwsgi_force_ranges uwsgi_hide_header uwsgi_ignore_client_abort uwsgi_ignore_headers uwsgi_intercept_errors\nuwsgi_max_temp_file_size uwsgi_next_upstream uwsgi_next_upstream_timeout uwsgi_next_upstream_tries uwsgi_param uwsgi_pass_header\nuwsgi_pass_request_body uwsgi_pass_request_headers uwsgi_read_timeout uwsgi_request_buffering uwsgi_send_timeout\nuwsgi_socket_keepalive valid_referers ssl_buffer_size ssl_ciphers ssl_early_data ssl_ecdh_curve ssl_prefer_server_ciphers\nssl_protocols ssl_session_cache ssl_session_tickets ssl_session_timeout ssl_stapling ssl_stapling_verify\"\"\".split())\nBLOCKS = {\"http\": {\"server\"}, \"server\": {\"location\", \"if\", \"types\"}, \"location\": {\"location\", \"if\", \"limit_except\", \"types\"},\n          \"if\": set(), \"limit_except\": set(), \"upstream\": set()}\n# In a whole nginx.conf, which is the app's alone.\nOF_HTTP = set(\"client_header_buffer_size log_format map geo map_hash_bucket_size map_hash_max_size limit_conn_zone limit_req_zone \"\n              \"server_names_hash_bucket_size server_names_hash_max_size variables_hash_bucket_size variables_hash_max_size\".split())\nOF_MAIN = set(\"worker_processes worker_connections worker_rlimit_nofile worker_shutdown_timeout multi_accept pcre_jit timer_resolution\".split())\nGUARDS = {\"allow\", \"deny\", \"auth_basic\", \"auth_basic_user_file\", \"auth_request\", \"satisfy\", \"limit_req\", \"limit_conn\", \"internal\"}\nSHARED_INCLUDES = {\"uwsgi_params\", \"mime.types\", \"fastcgi_params\", \"scgi_params\", \"proxy_params\"}\nOWN_PLACES = re.compile(r\"^/srv/%s/(current|assets|shared)(/|$)\" % re.escape(app))\nOWN_LOG = re.compile(r\"^/var/log/nginx/%s\\.[a-z0-9_.-]+$\" % re.escape(app))\nOWN_TESTS = re.compile(r\"^/srv/%s/(current|assets|shared|maintenance)(/|$)\" % re.escape(app))\nOWN_SOCKET = \"unix:/run/%s/current.sock\" % app\nBASE = \"/srv/%s\" % app\n\n\n# Directives whose value root approved together with the block around it, and with what keeps visitors from that block.\nLEADS = {\"root\", \"alias\", \"auth_basic_user_file\", \"include\", \"proxy_pass\", \"uwsgi_pass\", \"fastcgi_pass\", \"scgi_pass\", \"grpc_pass\",\n         \"access_log\", \"error_log\", \"try_files\", \"index\", \"error_page\", \"rewrite\"}\n# Of nginx's variables only these hold a path without `..`, whatever the visitor and the other directives say.\nSAFE = {\"uri\", \"document_uri\"}\n\n\ndef variables(word: str) -> set[str]:\n    return set(re.findall(r\"\\$\\{?(\\w*)\", word))\n\n\ndef stays_inside(word: str, safe: AbstractSet[str] = SAFE) -> bool:\n    return \"..\" not in word.split(\"/\") and variables(word) <= safe and \"%\" not in word\n\n\ndef is_own_path(path: str) -> bool:\n    return bool(OWN_PLACES.match(path)) and stays_inside(path)\n\n\n# A part of a rewrite's pattern that takes whole segments of a path, or no dots: what it takes cannot be put together to `..`.\nSEGMENT = r\"(?:[\\w-]|\\\\[.-]|\\.html?)+|\\(\\.[*+]\\)|\\(\\[\\^/\\][*+]\\)|\\((?:\\\\[dw]|\\[[0-9a-zA-Z_-]+\\])[*+]\\)\"\nSEGMENTS = re.compile(r\"\\^(?:/(?:%s)?)*/?\\$?\" % SEGMENT)\n\n\ndef is_safe_rewrite(args: Sequence[str]) -> bool:\n    \"\"\"Whether a path that comes of it can be looked for on the disk: a redirection is the visitor's own matter.\"\"\"\n    if len(args) < 2:\n        return True\n    pattern, to, flag = args[0], args[1], (args[2:] or [\"\"])[0]\n    if flag in (\"redirect\", \"permanent\") or re.match(r\"(https?|\\$scheme)://\", to):\n        return True\n    path = to.partition(\"?\")[0]\n    whole = all(re.fullmatch(r\"\\$[1-9]|[^$]*|\\$\\{?(uri|document_uri)\\}?\", part) for part in path.split(\"/\"))\n    if variables(path) & set(\"123456789\") and not SEGMENTS.fullmatch(pattern):\n        return False\n    return whole and stays_inside(path, SAFE | set(\"123456789\"))\n\n\ndef inside(item: Item) -> str:\n    \"\"\"How a block is known: a server is one, whatever its place; others are by all their words.\"\"\"\n    return \"server\" if item.name == \"server\" else \" \".join(item.words)\n\n\ndef is_shared(args: Sequence[str]) -> bool:\n    return len(args) == 1 and args[0].replace(\"/etc/nginx/\", \"\", 1) in SHARED_INCLUDES\n\n\nclass Nginx:\n    def __init__(self, name: str, before: str) -> None:\n        self.name = name\n        self.known: dict[str, list[Item]] = {}\n        self.upstreams: set[str] = set()\n        try:\n            self.learn(tree(before), \"http\")\n        except Broken:  # then nothing counts as approved\n            self.known = {}\n\n    def learn(self, items: Iterable[Item], where: str) -> None:\n        \"\"\"What is known of each block, by its words: what one block may lead to, another one may not.\"\"\"\n        for item in items:\n            self.known.setdefault(where, []).append(item)\n            if item.inner is not None:\n                self.learn(item.inner, \"main\" if item.name in (\"events\", \"http\") and where == \"http\" else inside(item))\n\n    def approved(self, item: Item, where: str) -> bool:\n        places = (where, \"main\") if where == \"http\" else (where,)\n        return any(item.same() == one.same() for place in places for one in self.known.get(place, ()))\n\n    def args_approved(self, name: str, where: str | None = None) -> set[tuple[str, ...]]:\n        return {tuple(one.args) for place, items in self.known.items() if where in (None, place) for one in items if one.name == name}\n\n    def beyond(self, item: Item, why: str) -> bool:\n        problems.append(\"%s:%d: `%s` %s\" % (self.name, item.line, \" \".join(item.words)[:100], why))\n        return False\n\n    def judge(self, text: str) -> None:\n        try:\n            items = tree(text)\n        except Broken as error:\n            unreadable.append(\"%s: %s\" % (self.name, error))\n            return\n        is_full = any(item.name == \"http\" for item in items)\n        within_http = [one for item in items for one in ([item] + item.inner if item.inner is not None else [item])]\n        self.upstreams = {one.args[0] for one in within_http if one.name == \"upstream\" and one.args}\n        for item in items:\n            if self.approved(item, \"http\"):\n                continue\n            if is_full and item.name in (\"events\", \"http\") and item.inner is not None:\n                self.level(item.inner, \"main\" if item.name == \"events\" else \"http\", \"main\", {\"is_full\": True, \"links\": False})\n            elif is_full and item.name in OF_MAIN and item.inner is None:\n                continue\n            elif is_full:\n                self.beyond(item, \"is not what setup approved\")\n            else:\n                self.level([item], \"http\", \"http\", {\"is_full\": False, \"links\": False})\n\n    def level(self, items: Sequence[Item], place: str, where: str, more: dict[str, bool]) -> bool:\n        \"\"\"`place` is the kind of block, `where` the block itself. Gives whether something in it counts as root approved it.\"\"\"\n        links = [item for item in items if item.name == \"disable_symlinks\"]\n        more = dict(more, links=links[-1].args[:1] != [\"off\"] if links else more[\"links\"])\n        if not more[\"links\"] and any(one.name == \"disable_symlinks\" and one.args[:1] != [\"off\"] for one in self.known.get(where, ())):\n            problems.append(\"%s: `disable_symlinks` of `%s` is gone, which setup approved\" % (self.name, where))\n        relies = False\n        for item in items:\n            if self.approved(item, where):\n                relies = relies or item.inner is not None or item.name in LEADS\n            else:\n                relies = self.one(item, place, where, more) or relies\n        # What root approved in a block may rely on what keeps visitors from it.\n        if relies and place in (\"server\", \"location\"):\n            guards = [item.same() for item in items if item.name in GUARDS]\n            known = [item.same() for item in self.known.get(where, ()) if item.name in GUARDS]\n            if known and guards != known:\n                problems.append(\"%s: `%s` of `%s` is not as setup approved it\" % (self.name, \" \".join(known[0][0]), where))\n        return relies\n\n    def one(self, item: Item, place: str, where: str, more: dict[str, bool]) -> bool:\n        name, args = item.name, item.args\n        if item.inner is not None:\n            if place == \"http\" and name == \"upstream\" and re.fullmatch(r\"%s(_[\\w-]*)?\" % re.escape(app), args[0] if args else \"\"):\n                self.level(item.inner, \"upstream\", inside(item), more)\n                return False\n            if name == \"types\" and name in BLOCKS.get(place, ()) or place == \"http\" and more[\"is_full\"] and name in OF_HTTP:\n                return self.table(item)\n            if name not in BLOCKS.get(place, ()):\n                return self.beyond(item, \"is a block that setup did not approve\")\n            tested = re.findall(r\"-[fdex]\\s+([^\\s)]+)\", \" \".join(args)) if name == \"if\" else ()\n            if not all(OWN_TESTS.match(path) and stays_inside(path, SAFE | {\"remote_addr\"}) for path in tested):\n                return self.beyond(item, \"looks outside the app's own places\")\n            if name == \"server\":\n                for needed in (\"listen\", \"server_name\"):\n                    if not any(one.name == needed for one in item.inner):\n                        self.beyond(item, \"says no %s, so it would answer for others\" % needed)\n            return self.level(item.inner, name, inside(item), more)\n        why = self.why_not(name, args, place, where, more)\n        if why:\n            self.beyond(item, why)\n        return False\n\n    def table(self, item: Item) -> bool:\n        \"\"\"A block of values, of which one word reads a file.\"\"\"\n        for one in item.inner or ():\n            if one.inner is not None or one.name == \"include\" and not is_shared(one.args):\n                self.beyond(one, \"includes what setup did not approve\")\n        return False\n\n    def why_not(self, name: str, args: list[str], place: str, where: str, more: dict[str, bool]) -> str:\n        \"\"\"What is wrong with a directive without a block; \"\" when nothing is.\"\"\"\n        if place == \"http\" and not more[\"is_full\"]:\n            return \"would hold for other sites as well\"\n        if place == \"main\":\n            return \"\" if name in OF_MAIN else \"is not what setup approved\"\n        if place == \"upstream\":\n            known = self.args_approved(\"server\", where)\n            is_known = tuple(args) in known or tuple(args[:1]) in {one[:1] for one in known}\n            return \"\" if is_known or name in (\"keepalive\", \"keepalive_timeout\", \"keepalive_requests\", \"least_conn\", \"ip_hash\") \\\n                or args[:1] == [OWN_SOCKET] and name == \"server\" else \"is an address that setup did not approve\"\n        if name == \"rewrite\":\n            return \"\" if is_safe_rewrite(args) else \"can lead out of the app's own places\"\n        if name == \"error_page\":\n            to = (args or [\"\"])[-1]\n            return \"\" if re.match(r\"@|https?://\", to) or stays_inside(to) else \"can lead out of the app's own places\"\n        if name in PLAIN or place == \"http\" and name in OF_HTTP:\n            return \"\"\n        if name == \"listen\" or name.startswith(\"ssl_\"):\n            return \"\" if tuple(args) in self.args_approved(name) else \"is not what setup approved\"\n        if name == \"server_name\":\n            names = {word for one in self.args_approved(name) for word in one}\n            return \"\" if set(args) <= names else \"is a name that setup did not approve\"\n        if name in (\"root\", \"alias\", \"auth_basic_user_file\"):\n            if len(args) != 1 or not is_own_path(args[0]):\n                return \"leads out of the app's own places\"\n            return \"\" if more[\"links\"] or name == \"auth_basic_user_file\" else \\\n                \"would follow links: it needs `disable_symlinks if_not_owner from=/srv/%s;`\" % app\n        if name == \"disable_symlinks\":\n            return \"\" if args[:1] in ([\"on\"], [\"if_not_owner\"]) and args[1:] in ([], [\"from=\" + BASE]) else \"is not what setup approved\"\n        if name in (\"try_files\", \"index\"):\n            return \"\" if all(stays_inside(word.partition(\"?\")[0]) for word in args) else \"leads out of the app's own places\"\n        if name in (\"access_log\", \"error_log\"):\n            path, rest = (args or [\"\"])[0], args[1:]\n            own = OWN_LOG.match(path) and \"..\" not in path and all(re.match(r\"^[\\w.=:$-]+$\", word) for word in rest)\n            return \"\" if path == \"off\" and name == \"access_log\" or own else \"writes outside /var/log/nginx/%s.*\" % app\n        if name == \"include\":\n            return \"\" if is_shared(args) else \"includes what setup did not approve\"\n        if name in (\"uwsgi_pass\", \"proxy_pass\"):\n            address = re.sub(r\"^https?://\", \"\", (args or [\"\"])[0])\n            own = address == OWN_SOCKET or address.startswith(OWN_SOCKET + \":/\") and \"$\" not in address\n            named = address.partition(\"/\")[0] in self.upstreams and \"$\" not in address\n            return \"\" if own or named else \"passes requests to another program\"\n        return \"is not on the list of what a deploy may change\"\n",
	units: "\"\"\"Units of systemd, and supervisor's program.\"\"\"\nfrom __future__ import annotations\n\nimport re\n\nfrom copies import app, problems, unreadable\nfrom words import Broken\n\nTYPE_CHECKING = False\nif TYPE_CHECKING:\n    from typing import Callable, Mapping\n\n# The app's own units, one by one: an app's name may begin with another app's.\nNAME = r\"{0}(@%i)?\\.socket|{0}(-front)?@%i\\.service|{0}-(proxy|emperor)\\.service\".format(re.escape(app))\nNAMES = r\"(?:%s)(?: (?:%s))*\" % (NAME, NAME)\nCOMMON = {\"Description\": \".*\", \"Documentation\": \".*\"}\nSECONDS = r\"(infinity|[0-9a-z ]+)\"\nUNIT = dict(COMMON, After=r\"[\\w@.%: -]*\", Before=NAMES, Requires=NAMES, Wants=NAMES, BindsTo=NAMES, PartOf=NAMES,\n            StartLimitIntervalSec=SECONDS, StartLimitBurst=\"[0-9]+\")\nSERVICE = dict(Type=\"notify|exec|simple|notify-reload\", UMask=\"0*[0-7]?[0-7]7\", Environment=\".*\",\n               WorkingDirectory=r\"/srv/%s/releases/%%i(/(?!\\.\\.)[\\w.-]+)*\" % re.escape(app),\n               ExecStart=\"exec\", ExecStartPre=\"exec\", ExecStartPost=\"exec\", ExecReload=\"exec\", ExecStop=\"exec\", ExecStopPost=\"exec\",\n               ExecCondition=\"exec\", TimeoutStartSec=SECONDS, TimeoutStopSec=SECONDS, TimeoutSec=SECONDS, Restart=r\"[\\w-]+\",\n               RestartSec=SECONDS, RestartSteps=\"[0-9]+\", RestartMaxDelaySec=SECONDS, KillMode=\"control-group|mixed\",\n               KillSignal=\"[A-Z0-9+]+\", SendSIGKILL=\"yes|true\", WatchdogSec=SECONDS, NotifyAccess=r\"\\w+\", MemoryMax=r\"[\\w%.]+\",\n               MemoryHigh=r\"[\\w%.]+\", CPUQuota=r\"[\\w%.]+\", CPUWeight=r\"[\\w]+\", IOWeight=\"[0-9]+\", TasksMax=r\"[\\w%]+\",\n               LimitNOFILE=\"[0-9:]+\", LimitCORE=\"[0-9:]+\", Nice=r\"(1?[0-9])\", OOMScoreAdjust=\"[0-9]+\", SyslogIdentifier=r\"[\\w.@%-]+\",\n               StandardOutput=\"journal|inherit|null\", StandardError=\"journal|inherit|null\")\nSECTIONS: dict[str, dict[str, str]] = {\"Unit\": UNIT, \"Service\": SERVICE, \"Socket\": {\"Backlog\": \"[0-9]+\"}, \"Install\": {}}\n# One that supervisord cannot read keeps it from starting any program, so each has the very form that it reads.\nPAIR, SMALL, YES_NO = r'\\w+=(?:\"[^\"%\\\\]*\"|[\\w./:-]+)', \"[0-9]{1,6}\", \"true|false\"\nPROGRAM = dict(startsecs=SMALL, startretries=SMALL, stopwaitsecs=SMALL, stopsignal=\"TERM|HUP|INT|QUIT|KILL|USR1|USR2\",\n               autorestart=\"true|false|unexpected\", autostart=YES_NO, priority=SMALL, environment=\"%s(,%s)*\" % (PAIR, PAIR),\n               umask=\"0{0,2}[0-7]?[0-7]7\", stdout_logfile_maxbytes=\"[0-9]{1,6}(KB|MB)?\", stdout_logfile_backups=\"[0-9]{1,2}\",\n               redirect_stderr=YES_NO, stopasgroup=\"false\", killasgroup=\"true\")\n\n\ndef is_plain_command(value: str) -> bool:\n    \"\"\"Whether systemd runs it as the app: it looks for its `+` and `!` behind quotes and escapes, and again behind each ` ; `.\"\"\"\n    return value == \"\" or bool(re.match(r\"[@:-]*/[\\w./%@:+-]+(\\s|$)\", value)) and not re.search(r\"(^|\\s);(\\s|$)\", value)\n\n\ndef lines_of(text: str, comments: str) -> list[tuple[int, str, str, str]]:\n    \"\"\"(line, section, key, value); what would be read in more than one way is Broken.\"\"\"\n    section = \"\"\n    found: list[tuple[int, str, str, str]] = []\n    for number, line in enumerate(text.split(\"\\n\"), 1):\n        plain = line.strip(\" \\t\")\n        if not plain or plain[0] in comments:\n            continue\n        if line[0] in \" \\t\" or line.endswith(\"\\\\\") or re.search(\"[\\0-\\x08\\x0b-\\x1f\\x7f]\", line):\n            raise Broken(\"line %d: it is indented, goes on in the next line, or holds control characters\" % number)\n        heading = re.match(r\"^\\[([^\\]]+)\\]$\", plain)\n        if heading:\n            section = heading.group(1)\n            found.append((number, section, \"\", \"\"))\n            continue\n        key, equals, value = plain.partition(\"=\")\n        if not equals or not section:\n            raise Broken(\"line %d: neither a section nor KEY=value\" % number)\n        found.append((number, section, key.strip(\" \\t\"), value.strip(\" \\t\")))\n    return found\n\n\ndef only_setups(there: Mapping[str, str] | None, key: str) -> bool:\n    return there is None or key != \"\" and key not in there\n\n\ndef judge_lines(name: str, text: str, before: str, comments: str, allowed: Callable[[str], Mapping[str, str] | None]) -> None:\n    \"\"\"`allowed`: section -> key -> what its value must be; None for a section that there may not be.\"\"\"\n    try:\n        known = [entry[1:] for entry in lines_of(before, comments)]\n    except Broken:\n        known = []\n    try:\n        entries = lines_of(text, comments)\n    except Broken as error:\n        unreadable.append(\"%s: %s\" % (name, error))\n        return\n    # A command of root's is approved with the file around it, and with nothing else around it.\n    if any(key.startswith(\"Exec\") and not is_plain_command(value) for _, key, value in known):\n        problems.append(\"%s: it has a command that runs as root, so only setup may change it\" % name)\n        return\n    for number, section, key, value in entries:\n        there = allowed(section)\n        pattern = (there or {}).get(key)\n        fits = pattern is not None and (is_plain_command(value) if pattern == \"exec\" else re.fullmatch(pattern, value))\n        if not fits and (section, key, value) not in known and (key or there is None):\n            problems.append(\"%s:%d: `%s` is not what setup approved, nor on the list of what a deploy may change\"\n                            % (name, number, \"%s=%s\" % (key, value[:80]) if key else \"[%s]\" % section))\n    # What a deploy may not add it may not take away: without these lines the app would be somebody else, or in no sandbox.\n    # Nor may it say one twice or in another order, as the later of two may undo the earlier.\n    ours = [entry for entry in known if only_setups(allowed(entry[0]), entry[1])]\n    theirs = [entry[1:] for entry in entries if only_setups(allowed(entry[1]), entry[2])]\n    for _, key, value in sorted(set(ours) - set(theirs)):\n        problems.append(\"%s: `%s=%s` is gone, which setup approved\" % (name, key, value[:80]))\n    if not problems and ours != theirs:\n        problems.append(\"%s: lines that only setup may change are there twice, or in another order\" % name)\n",
	verdict: "\"\"\"The verdict on the files that stdin names.\"\"\"\nimport sys\n\nfrom copies import app, copy, installed, problems, release, unreadable\nfrom sites import Nginx\nfrom units import PROGRAM, SECTIONS, judge_lines\n\nonly = \"program:%s-@RELEASE@\" % app\nfor source in sys.stdin.read().split():\n    name = source.split(\"/\")[-1]\n    try:\n        text = copy(source)\n    except OSError as error:\n        sys.stderr.write(\"flask-deploy: %s of %s is missing or not a plain file (%s)\\n\" % (source, release, error.strerror or error))\n        sys.exit(5)\n    before = installed(name)\n    if text == before:\n        continue\n    if name == \"nginx.conf\":\n        Nginx(source, before).judge(text)\n    elif name == \"supervisor.conf\":\n        judge_lines(source, text, before, \";#\", lambda section: PROGRAM if section == only else None)\n    else:\n        judge_lines(source, text, before, \"#;\", SECTIONS.get)\nif unreadable:\n    sys.stderr.write(\"\".join(line + \"\\n\" for line in unreadable))\n    sys.exit(1)\nif problems:\n    sys.stderr.write(\"\".join(line + \"\\n\" for line in problems[:20]))\n    sys.exit(3)\n"
});
/** The program within the helper that looks where the names lead. */
const reach = "\"\"\"Whether the challenge's path of each name leads to this server, so that the CA is not asked in vain.\"\"\"\nfrom __future__ import annotations\n\nimport http.client\nimport os\nimport secrets\nimport socket\nimport sys\n\nPATH = \"/.well-known/acme-challenge/\"\n\n\ndef addresses(name: str) -> list[str]:\n    try:\n        return sorted({str(found[4][0]) for found in socket.getaddrinfo(name, 80, type=socket.SOCK_STREAM)})\n    except socket.gaierror:\n        return []\n\n\ndef fetched(name: str, address: str, path: str) -> tuple[int, bytes] | None:\n    \"\"\"Status and start of the body; None when nothing answers, which from within this network may mean nothing.\"\"\"\n    try:\n        connection = http.client.HTTPConnection(address, 80, timeout=5)\n        connection.request(\"GET\", path, headers={\"Host\": name, \"User-Agent\": \"flask-deploy\"})\n        answer = connection.getresponse()\n        return answer.status, answer.read(200)\n    except (OSError, http.client.HTTPException):\n        return None\n\n\ndef problem(name: str, folder: str) -> str:\n    \"\"\"What keeps the CA from finding us; \"\" when nothing that can be seen from here does.\"\"\"\n    found = addresses(name)\n    if not found:\n        return \"%s has no address in the DNS: make an A record (and AAAA, if there is IPv6) that names this server\" % name\n    token = secrets.token_hex(16)\n    path = os.path.join(folder, token)\n    with open(path, \"w\") as file:\n        file.write(token)\n    os.chmod(path, 0o644)\n    try:\n        for address in found:\n            answer = fetched(name, address, PATH + token)\n            if answer and (answer[0] != 200 or answer[1].strip() != token.encode()):\n                return \"%s leads to %s, where another server answers (%d for a file that lies here): let its DNS records name this server, \" \\\n                    \"or let the proxy there pass %s on\" % (name, address, answer[0], PATH)\n    finally:\n        os.unlink(path)\n    return \"\"\n\n\ndef main() -> int:\n    webroot, names = sys.argv[1], sys.argv[2].split()\n    folder = webroot + PATH.rstrip(\"/\")\n    try:\n        os.makedirs(folder, exist_ok=True)\n        problems = [text for text in (problem(name, folder) for name in names) if text]\n    except OSError as error:\n        problems = [\"the answer to the CA's challenge could not be written to %s: %s\" % (folder, error.strerror)]\n    print(\"; \".join(problems), end=\"\")\n    return 1 if problems else 0\n\n\nsys.exit(main())\n";
/** What differs between process managers; a server has the part of its own. */
const managers = {
	systemd: "# --- systemd: an instance of the unit for each release ----------------------------------------------------------------\n\nplace() { :; }\n# It puts a start behind a stop by itself.\nin_turn() { :; }\n\nbegin() {\n  # Up already; a release that was made before systemd held the sockets has no unit for its own.\n  if [ -S \"$RUN/$id.sock\" ] && quietly systemctl is-active \"$APP@$id.service\"; then return 0; fi\n  # Its own limit on starting holds, whatever the seconds are.\n  systemctl start \"$APP@$id.socket\" \"$APP@$id.service\"\n}\n\nstate() {\n  systemctl show \"$APP@$id.service\" -p ActiveState,SubState,Result,ExecMainStatus,NRestarts |\n    awk -F= '{ v[$1] = $2 } END { printf \"%s (%s), result %s, exit status %s, restarted %s times\\n\",\n      v[\"ActiveState\"], v[\"SubState\"], v[\"Result\"], v[\"ExecMainStatus\"], v[\"NRestarts\"] }'\n}\n\nlog_units() { echo \"$APP@%i.service $APP-proxy.service $APP.socket\"; }\nlog_files() { :; }\nlog() { journalctl -q --no-pager -o cat -n 120 --since \"@$1\" -u \"$APP@$id.service\" || :; }\n\n# \"no\" while it starts, and while it ends without having been ready.\nwas_ready() {\n  systemctl show \"$APP@$id.service\" -p ActiveState,ActiveEnterTimestampMonotonic |\n    awk -F= '{ v[$1] = $2 } END {\n      state = v[\"ActiveState\"]\n      print (state == \"activating\" || state == \"deactivating\" && v[\"ActiveEnterTimestampMonotonic\"] == 0) ? \"no\" : \"yes\" }'\n}\n\n# An app may put off its own end for ever by what it tells systemd (EXTEND_TIMEOUT_USEC): the limit of the unit holds all the same.\nstop_service() {\n  limit=$(systemctl show -P TimeoutStopUSec \"$APP@$id.service\" | awk '$0 == \"infinity\" { print 0; exit } {\n    for (i = 1; i <= NF; i++) sum += $i * ($i ~ /[mu]s$/ ? 0 : $i ~ /min$/ ? 60 : $i ~ /h$/ ? 3600 : $i ~ /d$/ ? 86400 : 1)\n    print sum + 5 }')\n  if timeout \"$limit\" systemctl stop \"$APP@$id.service\"; then return 0; fi\n  quietly systemctl kill --signal=KILL \"$APP@$id.service\" || :\n  systemctl stop \"$APP@$id.service\"\n}\n\nbefore_end() { ready=$(was_ready); }\nend() {\n  # It serves nobody yet, and an app server that is still loading may not hear the polite signal.\n  [ \"$ready\" = yes ] || quietly systemctl kill --signal=KILL \"$APP@$id.service\" || :\n  stop_service\n  quietly systemctl stop \"$APP@$id.socket\" || :\n  quietly systemctl reset-failed \"$APP@$id.service\" || :\n}\n\nbring_back() { systemctl start --no-block \"$APP@$id.socket\" \"$APP@$id.service\"; }\n\ninstances() {\n  systemctl show \"$APP@*.service\" -p Id,ActiveState,Result,NRestarts | awk -F= -v unit=\"$APP@\" '\n    function tell() { if (v[\"Id\"] != \"\") print \"instance\", v[\"Id\"], v[\"ActiveState\"], v[\"Result\"], v[\"NRestarts\"] + 0; split(\"\", v) }\n    $1 == \"Id\" { sub(unit, \"\", $2); sub(/\\.service$/, \"\", $2) }\n    NF < 2 { tell(); next }\n    { v[$1] = $2 }\n    END { tell() }'\n}\n\nsandboxed() { echo \"$UNITS/$APP@.service\"; }\n",
	supervisor: "# --- supervisord: a program for each release -----------------------------------------------------------------------------\n\nsupervisor_conf() { echo \"/etc/supervisor/conf.d/$APP-$1.conf\"; }\nsupervisor_state() { supervisorctl status \"$APP-$id\" 2>/dev/null | awk '{ print $2 }'; }\n\nplace() {\n  sed \"s/@RELEASE@/$id/g\" \"$LIB/$APP.supervisor.conf\" >\"$(supervisor_conf \"$id\").new\"\n  mv \"$(supervisor_conf \"$id\").new\" \"$(supervisor_conf \"$id\")\"\n}\nin_turn() { one_at_a_time \"-$id\"; }\n\nbegin() {\n  limit=$(($(date +%s) + $1))\n  quietly supervisorctl update \"$APP-$id\" || return 1\n  while [ \"$(date +%s)\" -le \"$limit\" ]; do\n    case $(supervisor_state) in\n    RUNNING) if [ -S \"$(own_socket)\" ]; then systemctl start \"$APP@$id.socket\" && return 0 || return 1; fi ;;\n    # Also one that a stop, which was cut short, has ended after all.\n    STOPPED) quietly supervisorctl start \"$APP-$id\" || : ;;\n    FATAL | EXITED | UNKNOWN | '') return 1 ;;\n    esac\n    sleep 0.05\n  done\n  return 1\n}\n\nstate() { supervisorctl status \"$APP-$id\" 2>&1 | head -1 || :; }\nlog_units() { :; }\nlog_files() { echo \"/var/log/supervisor/$APP-%i-stdout---*.log\"; }\nlog() { supervisorctl tail -16000 \"$APP-$id\" 2>&1 | tail -n 120 || :; }\n\nbefore_end() { :; }\nend() {\n  rm -f \"$(supervisor_conf \"$id\")\"\n  # supervisord refuses while it is at another stop or start, of this program or of its own.\n  tries=0\n  while [ \"$tries\" -lt 50 ]; do\n    quietly supervisorctl update \"$APP-$id\" || :\n    case $(supervisor_state) in '' | ERROR) break ;; esac\n    sleep 0.1\n    tries=$((tries + 1))\n  done\n}\n\nbring_back() {\n  systemctl start --no-block \"$APP@$id.socket\"\n  if systemctl is-active -q supervisor.service; then quietly supervisorctl update || :; fi\n}\n\ninstances() {\n  supervisorctl status 2>/dev/null | awk -v unit=\"$APP-\" 'index($1, unit) == 1 { print \"instance\", substr($1, length(unit) + 1), tolower($2), \"-\", 0 }'\n}\n\nsandboxed() { :; }\n",
	emperor: "# --- the uWSGI emperor: a vassal for each release, all of them in one unit ---------------------------------------------\n\nvassal() { echo \"$BASE/vassals/$1.ini\"; }\n\nplace() { [ -e \"$(vassal \"$id\")\" ] || ln -sfn \"$release/deploy/uwsgi.ini\" \"$(vassal \"$id\")\"; }\nin_turn() { one_at_a_time \"-$id\"; }\n\nbegin() {\n  begun=$(date +%s)\n  limit=$((begun + $1))\n  tries=0\n  systemctl start \"$APP-emperor.service\" || return 1\n  while [ \"$(date +%s)\" -le \"$limit\" ]; do\n    if [ -S \"$(own_socket)\" ]; then systemctl start \"$APP@$id.socket\" && return 0 || return 1; fi\n    sleep 0.05\n    tries=$((tries + 1))\n    # A vassal that cannot import the app dies at once, and again each second: to wait for the limit helps nobody.\n    if [ $((tries % 10)) -eq 0 ] && journalctl -q --no-pager -o cat -u \"$APP-emperor.service\" --since \"@$begun\" |\n      grep -qF \"curse the uwsgi instance $(vassal \"$id\") \"; then return 1; fi\n  done\n  return 1\n}\n\nstate() { if [ -S \"$(own_socket)\" ]; then echo \"vassal $id: listening\"; else echo \"vassal $id: not listening\"; fi; }\nlog_units() { echo \"$APP-emperor.service\"; }\nlog_files() { :; }\nlog() { journalctl -q --no-pager -o cat -n 120 --since \"@$1\" -u \"$APP-emperor.service\" || :; }\n\nbefore_end() { :; }\nend() {\n  rm -f \"$(vassal \"$id\")\"\n  # The emperor looks at its folder now and then, and the vassal ends in its own time.\n  tries=0\n  while [ -S \"$1\" ] && listens \"$1\" && [ $tries -lt 200 ]; do sleep 0.05; tries=$((tries + 1)); done\n}\n\nbring_back() { systemctl start --no-block \"$APP@$id.socket\" \"$APP-emperor.service\"; }\n\ninstances() {\n  for ini in \"$BASE\"/vassals/????????T??????Z-*.ini; do\n    [ -L \"$ini\" ] || continue\n    id=${ini##*/} id=${id%.ini} state=down\n    [ ! -S \"$(own_socket)\" ] || state=listening\n    echo \"instance $id $state - 0\"\n  done\n}\n\nsandboxed() { echo \"$UNITS/$APP-emperor.service\"; }\n"
};
/** One file on the server, so that it is replaced as one; in the order in which sh reads them. */
const template = [
	"#!/bin/sh\n# What the login that deploys may do as root, and nothing else. Installed by `create-flask-deploy setup` as\n# /usr/local/lib/flask-deploy/APP (root:root 0755), called through one sudoers line. Every argument is checked by its\n# shape; paths are made here, never taken. Each change to a file is a rename, so being killed at any point is safe.\n# It reads a release by descriptors, as somebody less trusted owns it, and nothing at all below what the app may write.\n#\n#   start ID [SECONDS]   start the instance of a release; ends when it is up (1: it is not, with its last lines)\n#   stop ID [SECONDS]    stop it gracefully, now or in SECONDS (then only if it has no traffic); tidy what it left\n#   switch ID|none       all new requests go to it, and /srv/APP/current leads to it\n#   run ID SECONDS       the command on stdin, as the app's user in the release (124: it took too long)\n#   install ID           unit, site and socket files of the release, all or none (3: not allowed, 4: nginx was broken, 5: one is missing)\n#   env [ID]             stdin becomes the app's environment, for that release\n#   share                folders named on stdin, one a line, made in /srv/APP/shared for the app to write\n#   restore | settle     put back what `install` and `env` replaced | keep it for good\n#   tidy                 forget instances that failed, and what they left\n#   tail ID [SINCE]      state of the instance, then its last log lines, since so many seconds after 1970\n#   report SECONDS       instances, certificate, and the traffic of so many seconds, for `status`\n#   logs LINES SINCE FOLLOW ID NGINX   what the app and the site have written, without the values of the environment\n#   exec ID|current pty|pipe COMMAND   as the app's user in the release, with the caller's stdin and stdout\n#   facts ADDRESS        what `doctor` needs root to see\n#   tls renew [now]      a certificate when it is due, and nginx told; now: without the wait behind a try that failed\n#   tls look             what a renewal would meet\n#   tls status           what `status` and `doctor` say of HTTPS\n#   boot                 bring back what /srv/APP/current names\n#   version              number of this protocol\nset -eu\nPATH=/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C\nexport PATH LC_ALL\numask 022\n\n# Written by setup.\nAPP='@APP@'\nHANDS_SOCKET='@HANDS_SOCKET@'   # 1: the process manager hands the release's socket to the app server\nREADS_ENV='@READS_ENV@'       # who reads the environment's file: root or app\nSITE='@SITE@'                 # where deploy/nginx.conf goes\nFILES='@FILES@'               # SOURCE:TARGET of each other file of deploy/ that lives in /etc, a blank between two\nALLOW_CONFIG='@ALLOW_CONFIG@' # 1: `install` may replace unit, site and socket files within what setup approved\nTLS='@TLS@'                   # where the certificate comes from: letsencrypt, files or none\nNAMES='@NAMES@'               # the site's names, a blank between two\nACME='@ACME@'                 # directory of the CA\nEMAIL='@EMAIL@'               # whom it may write to; - for nobody\nCERTIFICATE='@CERTIFICATE@'   # of `files`\nKEY='@KEY@'\n\nPROTOCOL=4\nBASE=/srv/$APP\nRUN=/run/$APP\nUNITS=/etc/systemd/system\nLIB=/usr/local/lib/flask-deploy\nENV=/etc/flask-deploy/$APP.env\nAPPROVED=/etc/flask-deploy/$APP   # unit, site and socket files as setup last installed them\nSAVED=/var/lib/flask-deploy/$APP  # what `install` and `env` replaced, until `restore` or `settle`\n\nrefuse() { echo \"flask-deploy: $*\" >&2; exit 2; }\nfail() { echo \"flask-deploy: $*\" >&2; exit 1; }\nquietly() { \"$@\" >/dev/null 2>&1; }\n\n# A newline would make grep see two lines, so odd characters go first.\nchecked_id() {\n  case ${1-} in '' | *[!0-9TZa-f-]*) refuse \"not the id of a release\" ;; esac\n  echo \"$1\" | grep -Eqx '[0-9]{8}T[0-9]{6}Z-[0-9a-f]{7,12}' || refuse \"not the id of a release: $1\"\n  id=$1 release=$BASE/releases/$1\n}\nchecked_release() {\n  checked_id \"${1-}\"\n  if [ ! -d \"$release\" ] || [ -L \"$release\" ]; then fail \"there is no release $id in $BASE/releases\"; fi\n}\nchecked_seconds() {\n  case ${1-} in '' | *[!0-9]* | ??????*) refuse \"not a number of seconds\" ;; esac\n}\ncurrent() { now=$(readlink \"$BASE/current\") && checked_release \"${now#releases/}\"; }\n\n# Until this process ends, nobody else does the same to the app, or to one of its releases.\none_at_a_time() { exec 9>\"/run/flask-deploy-$APP$1.lock\"; flock 9; }\n",
	"# --- what the process managers have in common ---------------------------------------------------------------------------\n#\n# Setup puts one file of managers/ behind this one, by the app's process manager. Each has the same functions, on release $id:\n#   place             what must be on disk for it to know the instance, also after a reboot\n#   in_turn           until this process ends, no other starts or stops the instance\n#   begin SECONDS     ends when the instance is up (0), or never will be. The release's socket comes last where it leads to\n#                     another one: as soon as it is there, requests may come\n#   state, log SINCE  one line, and the last lines since so many seconds after 1970\n#   before_end        before the socket is stopped\n#   end SOCKET        after that: the app server, which listens there\n#   log_units         units whose words in the journal are the app's, with %i for the release\n#   log_files         a pattern of the files that have them, with %i for the release\n#   bring_back        after a reboot; waits for nothing\n#   instances         instance ID STATE RESULT RESTARTS, of all releases\n#   sandboxed         the unit whose sandbox the app is in; nothing where there is none\n\n# Where the app server itself listens when systemd cannot hand it the release's socket.\nown_socket() { echo \"$RUN/app/$id.sock\"; }\n\n# One that was made before systemd held the sockets, and is still draining: it listens where systemd's socket has to be.\nis_former() { [ \"$HANDS_SOCKET\" = 0 ] && [ -S \"$RUN/$id.sock\" ] && ! quietly systemctl is-active \"$APP@$id.socket\"; }\nlistens() { python3 -I -c 'import socket, sys; socket.socket(socket.AF_UNIX).connect(sys.argv[1])' \"$1\" 2>/dev/null; }\n\nfinish() {\n  in_turn\n  before_end\n  # Asked before the socket is stopped, while which any release looks like a former one.\n  if is_former; then listening=$RUN/$id.sock; else listening=$(own_socket); fi\n  # First of all, or a connection that waits in it starts the service again. systemd stops the service with it, and before it.\n  quietly systemctl stop --no-block \"$APP@$id.socket\" || :\n  end \"$listening\"\n  if [ \"$HANDS_SOCKET\" = 0 ]; then\n    quietly systemctl stop \"$APP-front@$id.service\" || :\n    quietly systemctl reset-failed \"$APP-front@$id.service\" || :\n    # As the app, whose folder it lies in: there may be anything by that name.\n    quietly runuser -u \"$APP\" -- rm -rf -- \"$(own_socket)\" || :\n  fi\n  quietly systemctl reset-failed \"$APP@$id.socket\" || :\n  # Of a release that was made before systemd held the sockets.\n  rm -f \"$RUN/$id.sock\"\n}\n\n# What no longer runs, and has failed, is nobody's business any more; neither is a socket that nobody holds.\ntidy() {\n  for unit in $(systemctl list-units --all --plain --no-legend --state=failed \"$APP@*.service\" \"$APP@*.socket\" \"$APP-front@*.service\" | awk '{ print $1 }'); do\n    id=${unit#*@}\n    id=${id%.*}\n    has_traffic || quietly systemctl reset-failed \"$unit\" || :\n  done\n  for socket in \"$RUN\"/????????T??????Z-*.sock; do\n    id=${socket##*/}\n    id=${id%.sock}\n    [ -S \"$socket\" ] || continue\n    if ! has_traffic && ! quietly systemctl is-active \"$APP@$id.socket\" && ! listens \"$socket\"; then rm -f \"$socket\"; fi\n  done\n}\n",
	"# @MANAGER@\n",
	"# --- the verbs for instances and traffic -----------------------------------------------------------------------------\n\n# The service too: a timer that has fired would stop the instance between its start and its switch. A stop that has begun\n# already comes to its end, and the start comes behind it: of a job's own accord under systemd, elsewhere by the lock.\nkeep_warm() {\n  quietly systemctl stop \"$APP-stop-$id.timer\" || :\n  in_turn\n  quietly systemctl stop \"$APP-stop-$id.service\" || :\n}\nhas_traffic() { [ \"$(readlink \"$RUN/current.sock\")\" = \"$id.sock\" ]; }\n\nstart() {\n  checked_release \"${1-}\"\n  [ $# -lt 2 ] || checked_seconds \"$2\"\n  begun=$(date +%s)\n  keep_warm\n  if is_former; then finish; fi\n  place\n  begin \"${2:-60}\" && return 0\n  state >&2\n  log \"$begun\" | tail -n 20 >&2\n  exit 1\n}\n\nstop() {\n  checked_id \"${1-}\"\n  if [ $# -gt 1 ]; then\n    checked_seconds \"$2\"\n    keep_warm\n    exec systemd-run --quiet --unit=\"$APP-stop-$id\" --on-active=\"$2\" --timer-property=AccuracySec=100ms \"$LIB/$APP\" drained \"$id\"\n  fi\n  keep_warm\n  quietly systemctl stop \"$APP-run-$id-*.service\" || :\n  rm -f \"$TASKS/$APP-run-$id\"-*\n  finish\n  if has_traffic; then rm -f \"$RUN/current.sock\"; fi\n}\n\n# What the timer of `stop ID SECONDS` calls: meanwhile a rollback may have given it the traffic back.\ndrained() {\n  checked_id \"${1-}\"\n  has_traffic || finish\n}\n\n# TARGET PATH [LIKE]: a symlink in one step, with the owner of LIKE\nlink() {\n  ln -sfn \"$1\" \"$2.next\"\n  [ $# -lt 3 ] || chown -h --reference=\"$3\" \"$2.next\"\n  mv -fT \"$2.next\" \"$2\"\n}\n# It gets the owner of what it leads to, or nginx, which follows links only then, would refuse to go on from here.\nlink_live() { link \"releases/$id\" \"$BASE/current\" \"$BASE/releases\"; }\nlink_current() { link \"$id.sock\" \"$RUN/current.sock\"; }\n\n# switch ID|none: only a first deploy that is taken back leaves nobody to have the traffic\nswitch() {\n  if [ \"${1-}\" = none ]; then\n    rm -f \"$RUN/current.sock\" \"$BASE/current\"\n    return 0\n  fi\n  checked_release \"${1-}\"\n  [ -S \"$RUN/$id.sock\" ] || fail \"$id does not listen: there is no $RUN/$id.sock\"\n  link_current\n  link_live\n  retry_tls\n}\n",
	"# --- commands as the app's user in a release, in the sandbox of its unit: hooks, and those of a person ------------------\n\n# The lines of the unit that keep the app in, as arguments of systemd-run: what a hook or a person starts is as safe.\nsandbox() {\n  unit=$(sandboxed)\n  if [ -z \"$unit\" ]; then echo NoNewPrivileges=yes; echo PrivateTmp=yes; return 0; fi\n  # The last line first: each goes in front of the one before.\n  awk '/^\\[/ { inside = ($0 == \"[Service]\") } inside && /^(UMask|NoNewPrivileges|CapabilityBoundingSet|AmbientCapabilities|KeyringMode|LockPersonality|MemoryDenyWriteExecute|RemoveIPC|ReadWritePaths|ReadOnlyPaths|InaccessiblePaths|Private[A-Za-z]*|Protect[A-Za-z]*|ProcSubset|Restrict[A-Za-z]*|SystemCall[A-Za-z]*|IPAddress[A-Za-z]*)=/' \"$unit\" | tac\n}\n\n# The command lies in a file of root's that the app may read: on a command line everybody could, and in the environment\n# a variable of the app's own could take its place.\nTASKS=/run/flask-deploy\nkeep_script() {\n  mkdir -p \"$TASKS\"\n  chmod 0755 \"$TASKS\"\n  (umask 077 && cat >\"$script.new\")\n  chgrp \"$APP\" \"$script.new\"\n  chmod 0640 \"$script.new\"\n  mv -f \"$script.new\" \"$script\"\n}\n\n# in_unit UNIT --pipe|--pty OPTION... COMMAND...\nin_unit() {\n  unit_name=$1 how=$2\n  shift 2\n  while read -r line; do\n    [ -z \"$line\" ] || set -- -p \"$line\" \"$@\"\n  done <<EOF\n$(sandbox)\nEOF\n  systemd-run --quiet --wait --collect \"$how\" --unit=\"$unit_name\" -p User=\"$APP\" -p Group=\"$APP\" -p WorkingDirectory=\"$release\" \\\n    -p EnvironmentFile=\"-$ENV\" -E \"PATH=$release/.venv/bin:$PATH\" -E \"VIRTUAL_ENV=$release/.venv\" -E \"RELEASE=$id\" \"$@\"\n}\n\nrun() {\n  checked_release \"${1-}\"\n  checked_seconds \"${2-}\"\n  # A unit of its own, so that nothing it starts outlives it, and `stop` can end it. Its name is no other run's: systemd\n  # may still have the unit of a hook that has just ended, and would refuse the next one.\n  unit=$APP-run-$id-$$\n  script=$TASKS/$unit\n  head -c 1048576 | keep_script\n  code=0\n  in_unit \"$unit\" --pipe timeout -k 5 \"$2\" sh \"$script\" </dev/null || code=$?\n  rm -f \"$script\"\n  exit $code\n}\n\nparent_of() {\n  read -r stat <\"/proc/$1/stat\" || return 0\n  stat=${stat##*) }\n  stat=${stat#* }\n  echo \"${stat%% *}\"\n}\n\n# exec ID|current pty|pipe COMMAND; stdin, stdout and the exit code are the command's\nexec_in() {\n  if [ \"${1-}\" = current ]; then current || fail \"nothing was deployed yet\"; else checked_release \"${1-}\"; fi\n  [ -n \"${3-}\" ] || refuse \"no command\"\n  unit=$APP-exec-$$\n  script=$TASKS/$unit\n  printf '%s\\n' \"$3\" | keep_script\n  code=0\n  case ${2-} in\n  pty)\n    case ${TERM-} in '' | *[!A-Za-z0-9._+-]*) TERM=dumb ;; esac\n    in_unit \"$unit\" --pty -E \"TERM=$TERM\" sh \"$script\" || code=$?\n    rm -f \"$script\"\n    exit $code\n    ;;\n  pipe) ;;\n  *) rm -f \"$script\"; refuse \"neither pty nor pipe\" ;;\n  esac\n  # The unit would outlive a caller who has hung up: sshd is gone then, and whoever it was the parent of has another.\n  above=$(parent_of $PPID)\n  exec 3<&0\n  in_unit \"$unit\" --pipe sh \"$script\" <&3 3<&- &\n  client=$!\n  (\n    while sleep 1; do\n      if [ \"$(parent_of $$)\" != $PPID ] || [ \"$(parent_of $PPID)\" != \"$above\" ]; then\n        systemctl stop \"$unit.service\"\n        exit\n      fi\n    done\n  ) </dev/null >/dev/null 2>&1 3<&- &\n  watcher=$!\n  trap 'quietly systemctl stop \"$unit.service\" || :; rm -f \"$script\"' HUP INT TERM\n  wait $client || code=$?\n  kill $watcher\n  rm -f \"$script\"\n  exit $code\n}\n",
	"# Stops a proxy between two requests. Frozen, it takes no connection, and whoever comes waits in its socket; when it then holds\n# none either, its end cuts nobody off. After five seconds without such a moment it ends anyway. A command after its unit is\n# run between the former proxy and the next one.\nstop_proxy() {\n  unit=$1\n  shift\n  pid=$(systemctl show -P MainPID \"$unit\")\n  tries=0\n  seen=''\n  while [ \"$pid\" != 0 ] && [ \"$tries\" -lt 500 ]; do\n    kill -STOP \"$pid\" 2>/dev/null || break\n    # A connection has two sockets and four ends of pipes; what is more is the proxy's own, nearly always. One that it is just\n    # taking has sockets and no pipes yet.\n    open=$(find \"/proc/$pid/fd\" -type l -printf '%l\\n' 2>/dev/null |\n      awk '/^socket:/ { sockets++ } /^pipe:/ { pipes++ } END { print 2 * sockets - pipes, pipes + 0 }')\n    seen=\"$seen ${open% *}\"\n    if [ \"$tries\" -ge 10 ] && [ \"${open#* }\" = 0 ]; then\n      own=$(echo \"$seen\" | tr ' ' '\\n' | sed 1d | sort | uniq -c | sort -rn | awk 'NR == 1 { print $2 }')\n      [ \"${open% *}\" != \"$own\" ] || break\n    fi\n    kill -CONT \"$pid\"\n    tries=$((tries + 1))\n    sleep 0.01\n  done\n  [ \"$pid\" = 0 ] || kill -STOP \"$pid\" 2>/dev/null || :\n  \"$@\"\n  # As SIGTERM wakes it first, it could take one more.\n  [ \"$pid\" = 0 ] || kill -KILL \"$pid\" 2>/dev/null || :\n  systemctl stop \"$unit\" >/dev/null 2>&1 || :\n}\n\n# The emperor of APP takes its vassals with it and starts them anew. Whoever comes meanwhile waits in the release's socket.\nrestart_emperor() {\n  for unit in $(systemctl list-units --plain --no-legend --state=active \"$1-front@*.service\" | awk '{ print $1 }'); do stop_proxy \"$unit\" :; done\n  systemctl stop --no-block \"$1-emperor.service\"\n  tries=0\n  while [ \"$(systemctl show -P MainPID \"$1-emperor.service\")\" != 0 ] && [ \"$tries\" -lt 50 ]; do sleep 0.1; tries=$((tries + 1)); done\n  # Nobody waits for an answer by now, but an emperor may wait for a vassal for as long as that would have taken.\n  systemctl kill --signal=KILL \"$1-emperor.service\" 2>/dev/null || :\n  systemctl stop \"$1-emperor.service\"\n  # The socket file of a vassal that ended is no sign that the next one listens. As the app, whose folder it is: there may be\n  # anything by that name.\n  runuser -u \"$1\" -- rm -rf -- \"/run/$1/app/\"*.sock >/dev/null 2>&1 || :\n  systemctl start \"$1-emperor.service\"\n}\n",
	"# --- unit, site and socket files -------------------------------------------------------------------------------------\n\n# Calls FUNCTION SOURCE TARGET for each file of the release that lives in /etc; ends with the first that fails.\neach_file() {\n  \"$1\" deploy/nginx.conf \"$SITE\" || return 1\n  for pair in $FILES; do \"$1\" \"${pair%%:*}\" \"${pair#*:}\" || return 1; done\n}\n\n# What was there before lies beside its file, as a hard link: to put it back is a rename, which a full disk allows.\nold=flask-deploy-old\nname_source() { printf '%s\\n' \"$1\"; }\nreplace() {\n  cmp -s \"$incoming/${1##*/}\" \"$2\" && return 0\n  install -o root -g root -m 0644 \"$incoming/${1##*/}\" \"$2.flask-deploy-new\" || return 1\n  # The oldest is kept: what was there before the deploy began.\n  if [ ! -e \"$2.$old\" ] && [ ! -e \"$2.$old-none\" ]; then\n    if [ -e \"$2\" ]; then ln \"$2\" \"$2.$old\" || return 1; else : >\"$2.$old-none\" || return 1; fi\n  fi\n  mv -f \"$2.flask-deploy-new\" \"$2\" || return 1\n  changed=\"$changed $1\"\n}\nput_back() {\n  rm -f \"$2.flask-deploy-new\"\n  if [ -e \"$2.$old\" ]; then\n    mv -f \"$2.$old\" \"$2\"\n  elif [ -e \"$2.$old-none\" ]; then\n    rm -f \"$2\"\n    rm -f \"$2.$old-none\"\n  else\n    return 0\n  fi\n  changed=\"$changed $1\"\n}\ndrop_old() { rm -f \"$2.$old\" \"$2.$old-none\"; }\n\n# Tells the running services about the files that changed.\napply() {\n  case $changed in *.service* | *.socket*) systemctl daemon-reload || return 1 ;; esac\n  case $changed in *\"/$APP.socket\"* | *-proxy.service*) stop_proxy \"$APP-proxy.service\" : ;; esac\n  case $changed in *\"/$APP.socket\"*) systemctl restart \"$APP.socket\" || return 1 ;; esac\n  case $changed in *-emperor.service*) restart_emperor \"$APP\" || return 1 ;; esac\n  case $changed in *nginx.conf*) reload_nginx || return 1 ;; esac\n}\n\n# A reload ends before nginx has read anything. Its former workers go on accepting until their titles say otherwise.\nreload_nginx() {\n  workers=$(cat \"/proc/$(cat /run/nginx.pid 2>/dev/null)/task/\"*/children 2>/dev/null) || :\n  systemctl reload-or-restart nginx.service || return 1\n  tries=0\n  for worker in $workers; do\n    while [ $tries -lt 60 ] && [ -e \"/proc/$worker\" ] && ! grep -aqs 'shutting down' \"/proc/$worker/cmdline\"; do\n      sleep 0.05\n      tries=$((tries + 1))\n    done\n  done\n}\n\nopen_saved() { mkdir -p \"${SAVED%/*}\"; [ -d \"$SAVED\" ] || mkdir -m 0700 \"$SAVED\"; }\n\n# The files of the release, copied to where only root writes and found to stay within what setup approved. Their program\n# comes by a descriptor of its own; what it says on stderr says which line is beyond, and 3 means so.\napprove() {\n  incoming=$SAVED/incoming\n  rm -rf \"$incoming\"\n  mkdir -m 0700 \"$incoming\"\n  each_file name_source | python3 -I -S /dev/fd/3 \"$APP\" \"$BASE/releases\" \"$id\" \"$incoming\" \"$APPROVED\" 3<<'PYTHON'\n# @APPROVE@\nPYTHON\n}\n\ninstall_config() {\n  checked_release \"${1-}\"\n  [ \"$ALLOW_CONFIG\" = 1 ] || { echo \"flask-deploy: setup was told not to let deploys change unit and site files\" >&2; exit 3; }\n  one_at_a_time \"\"\n  open_saved\n  code=0\n  approve || code=$?\n  [ $code = 0 ] || { rm -rf \"$incoming\"; [ -e \"$SAVED/for\" ] || [ -e \"$SAVED/env.for\" ] || rm -rf \"$SAVED\"; exit $code; }\n  said=$(nginx -t 2>&1) || { printf '%s\\nflask-deploy: nginx refused its configuration before anything was changed\\n' \"$said\" >&2; exit 4; }\n  echo \"$id\" >\"$SAVED/for\"\n  changed=''\n  said=''\n  # A file that nginx refuses, or a full disk in the middle: everything as it was.\n  if each_file replace && said=$(nginx -t 2>&1) && apply; then return 0; fi\n  restore\n  fail \"${said:-the files could not be put in place}\"\n}\n\nrestore() {\n  [ -d \"$SAVED\" ] || return 0\n  changed=''\n  # Both are told in any case: a restore that was killed may have put their files back already.\n  [ ! -e \"$SAVED/for\" ] || changed=nginx.conf.service\n  each_file put_back\n  put_env_back\n  apply\n  rm -rf \"$SAVED\"\n}\n\nsettle() {\n  each_file drop_old\n  rm -rf \"$SAVED\"\n}\n".replace("# @APPROVE@\n", () => approves),
	"# --- the app's environment, and the folders that it may write --------------------------------------------------------\n\n# systemd reads it as root. Neither supervisord nor the emperor does: there the app's own start script has to.\nwrite_env() {\n  mkdir -p \"${ENV%/*}\"\n  (umask 077 && head -c 1048576 >\"$ENV.new\") || fail \"the environment could not be written\"\n  if [ \"$READS_ENV\" = app ]; then chgrp \"$APP\" \"$ENV.new\" && chmod 0640 \"$ENV.new\"; fi\n  mv -f \"$ENV.new\" \"$ENV\"\n}\nput_env_back() {\n  if [ -e \"$SAVED/env\" ]; then\n    write_env <\"$SAVED/env\"\n  elif [ -e \"$SAVED/env.none\" ]; then\n    rm -f \"$ENV\"\n  fi\n}\nenv_from_stdin() {\n  open_saved\n  if [ $# -gt 0 ]; then\n    checked_id \"$1\"\n    echo \"$id\" >\"$SAVED/env.for\"\n  fi\n  if [ ! -e \"$SAVED/env\" ] && [ ! -e \"$SAVED/env.none\" ]; then\n    if [ -e \"$ENV\" ]; then\n      (umask 077 && cat \"$ENV\" >\"$SAVED/.saving\")\n      mv \"$SAVED/.saving\" \"$SAVED/env\"\n    else\n      : >\"$SAVED/env.none\"\n    fi\n  fi\n  write_env\n}\n\n# share: one path a line, made below /srv/APP/shared; only the last folder of each is the app's to write. A line that begins\n# with \"web \" is for nginx to read as well. Only root writes above them, so what is found here cannot be swapped meanwhile.\nshare() {\n  web=$(sed -n \"s/^SocketGroup=//p\" \"$UNITS/$APP@.socket\" 2>/dev/null)\n  while IFS= read -r path; do\n    group=$APP\n    case $path in 'web '*) path=${path#web } group=${web:-www-data} ;; esac\n    case /$path/ in *//* | */./* | */../* | */-*) refuse \"not a path in shared: $path\" ;; esac\n    at=$BASE/shared\n    rest=$path\n    while [ -n \"$rest\" ]; do\n      part=${rest%%/*}\n      case $rest in */*) rest=${rest#*/} ;; *) rest='' ;; esac\n      at=$at/$part\n      if [ -L \"$at\" ]; then fail \"$at is a link: remove it, or move what it leads to in its place\"; fi\n      if [ -n \"$rest\" ]; then\n        [ -d \"$at\" ] || mkdir -m 0755 \"$at\"\n        [ \"$(stat -c %U \"$at\")\" = root ] || fail \"$at is not root's, so $path cannot be made in it\"\n      elif [ ! -d \"$at\" ]; then\n        mkdir -m 0700 \"$at\"\n        chown \"$APP:$group\" \"$at\"\n        chmod 2750 \"$at\"\n      fi\n    done\n  done\n}\n",
	"saved_for_another() { [ -e \"$SAVED/$1\" ] && [ \"$(cat \"$SAVED/$1\")\" != \"$id\" ]; }\n\n# Runs before nginx and the process manager: nothing here waits.\nboot() {\n  current || return 0\n  # Switched off behind `install` or `env`, before the new release had traffic.\n  if saved_for_another for || saved_for_another env.for; then\n    changed=''\n    each_file put_back\n    put_env_back\n    systemctl daemon-reload\n    rm -rf \"$SAVED\"\n  fi\n  # Those that were draining have no timer any more.\n  for left in \"/etc/supervisor/conf.d/$APP\"-????????T??????Z-*.conf \"$BASE\"/vassals/????????T??????Z-*.ini; do\n    case $left in *\"$id\"*) ;; *) rm -f \"$left\" ;; esac\n  done\n  place\n  link_live\n  link_current\n  bring_back\n}\n",
	"# --- HTTPS -----------------------------------------------------------------------------------------------------------\n# nginx serves $PAIRS/current, a link to a folder with fullchain.pem and privkey.pem. A new pair gets a folder of its own\n# and the link is renamed to it, as releases are switched; the pair before stays, to go back to. certbot keeps what it\n# gets in /etc/letsencrypt as everywhere, so its own timer may renew it too: it calls `tls installed`.\n\nPAIRS=/etc/flask-deploy/tls/$APP\nWEBROOT=$BASE/tls\nLINEAGE=/etc/letsencrypt/live/$APP\nATTEMPTS=/var/lib/flask-deploy/$APP.tls # SECONDS OUTCOME SENTENCE, a line for each, the last one last\n\nserial_of() { openssl x509 -in \"$1\" -noout -serial 2>/dev/null | cut -d= -f2; }\n# date_of FILE startdate|enddate, in seconds since 1970\ndate_of() { date -d \"$(openssl x509 -in \"$1\" -noout \"-$2\" | cut -d= -f2)\" +%s; }\n# Written to be read by people: 2026-11-22 03:04 UTC.\nclock() { date -u -d \"@$1\" '+%F %H:%M UTC'; }\n# After `switch`, without waiting: the next deploy is one of the times to try again.\nretry_tls() { [ \"$TLS\" = none ] || is_public || quietly systemctl start --no-block \"$APP-tls.service\" || :; }\nis_public() { [ -e \"$WEBROOT/redirect-http\" ]; }\n\nserved_serial() {\n  timeout 5 openssl s_client -connect 127.0.0.1:443 -servername \"$1\" </dev/null 2>/dev/null | openssl x509 -noout -serial 2>/dev/null | cut -d= -f2\n}\n\n# When it has to be renewed: half-way through a lifetime below ten days, else when a third is left.\ndue_at() {\n  from=$(date_of \"$1\" startdate) until=$(date_of \"$1\" enddate)\n  life=$((until - from))\n  if [ $life -lt 864000 ]; then echo $((until - life / 2)); else echo $((until - life / 3)); fi\n}\nis_due() { [ \"$(date +%s)\" -ge \"$(due_at \"$1\")\" ]; }\n\ncovers_names() {\n  for name in $NAMES; do\n    [ \"$name\" = _ ] || openssl x509 -in \"$1\" -noout -checkhost \"$name\" 2>/dev/null | grep -q 'does match' || { echo \"$name\"; return 1; }\n  done\n}\n\n# Why a certificate and its key cannot be served; nothing when they can.\npair_problem() {\n  for file in \"$1\" \"$2\"; do\n    [ -s \"$file\" ] || { echo \"there is no $file\"; return; }\n  done\n  [ -n \"$(serial_of \"$1\")\" ] || { echo \"$1 is no certificate\"; return; }\n  if [ \"$(openssl x509 -in \"$1\" -noout -pubkey 2>/dev/null)\" != \"$(openssl pkey -in \"$2\" -passin pass: -pubout 2>/dev/null)\" ]; then\n    echo \"the key $2 does not belong to the certificate $1\"\n    return\n  fi\n  now=$(date +%s)\n  if [ \"$now\" -lt \"$(date_of \"$1\" startdate)\" ]; then\n    echo \"$1 is valid from $(clock \"$(date_of \"$1\" startdate)\") on, and the clock of this server says $(clock \"$now\"): set the clock (timedatectl set-ntp true)\"\n  elif [ \"$now\" -ge \"$(date_of \"$1\" enddate)\" ]; then\n    echo \"$1 expired on $(clock \"$(date_of \"$1\" enddate)\")\"\n  elif ! missing=$(covers_names \"$1\"); then\n    echo \"$1 is not for $missing\"\n  fi\n}\n\nlead_to() { ln -sfn \"$1\" \"$PAIRS/current.new\" && mv -fT \"$PAIRS/current.new\" \"$PAIRS/current\"; }\n\n# Whether nginx serves the pair in use for each name; a reload ends before its new workers answer.\nis_served() {\n  serial=$(serial_of \"$PAIRS/current/fullchain.pem\")\n  for name in $NAMES; do\n    tries=0\n    until seen=$(served_serial \"$name\"); [ \"$seen\" = \"$serial\" ]; do\n      tries=$((tries + 1))\n      [ $tries -lt 30 ] || return 1\n      sleep 0.1\n    done\n  done\n}\n\n# use_pair CERTIFICATE KEY: to nginx, and back to the pair before when nginx does not serve it.\nuse_pair() {\n  problem=$(pair_problem \"$1\" \"$2\")\n  [ -z \"$problem\" ] || tls_failed \"$problem. nginx keeps the certificate that it has.\"\n  one_at_a_time \"\"\n  serial=$(serial_of \"$1\")\n  before=$(readlink \"$PAIRS/current\")\n  if [ \"$before\" != \"$serial\" ] || ! cmp -s \"$1\" \"$PAIRS/current/fullchain.pem\"; then\n    rm -rf \"$PAIRS/$serial.new\"\n    mkdir -m 0700 \"$PAIRS/$serial.new\"\n    if ! install -m 0600 \"$1\" \"$PAIRS/$serial.new/fullchain.pem\" || ! install -m 0600 \"$2\" \"$PAIRS/$serial.new/privkey.pem\"; then\n      rm -rf \"$PAIRS/$serial.new\"\n      tls_failed \"the new certificate could not be written to $PAIRS (is the disk full?). nginx keeps the one that it has.\"\n    fi\n    rm -rf \"${PAIRS:?}/$serial\"\n    mv -T \"$PAIRS/$serial.new\" \"$PAIRS/$serial\"\n  fi\n  said=$(nginx -t 2>&1) || tls_failed \"nginx refuses its configuration, so it keeps the certificate that it has: $(printf %s \"$said\" | grep -m1 emerg || printf %s \"$said\" | tail -1). Mend that line; the new certificate is used at the next try.\"\n  lead_to \"$serial\"\n  if [ \"$(served_serial \"${NAMES%% *}\")\" != \"$serial\" ]; then\n    reload_nginx\n    if ! is_served; then\n      lead_to \"$before\"\n      reload_nginx || :\n      tls_failed \"nginx was told of certificate $serial and serves another one for $name ($seen), so the one before is back. Look for a second site with that name: nginx -T | grep -n server_name\"\n    fi\n  fi\n  : >\"$WEBROOT/redirect-http\"\n  # The pair before stays, in case that somebody needs to go back.\n  find \"$PAIRS\" -mindepth 1 -maxdepth 1 -type d ! -name \"$serial\" ! -name \"$before\" -exec rm -rf {} +\n  # certbot calls this program while `tls renew` waits for it.\n  exec 9>&-\n}\n\n# The last twenty of what was tried.\nnote() {\n  former=$(tail -19 \"$ATTEMPTS\" 2>/dev/null) || :\n  if printf '%s\\n' ${former:+\"$former\"} \"$(date +%s) $1 $2\" >\"$ATTEMPTS.new\"; then mv -f \"$ATTEMPTS.new\" \"$ATTEMPTS\"; fi\n}\ntls_failed() { note failed \"$1\"; fail \"$1\"; }\n# Not a failure of the CA: what has to happen first is somebody else's to do.\ntls_waits() { note waiting \"$1\"; fail \"$1\"; }\n\n# The CA allows five failures an hour for each name. The wait doubles from a quarter of an hour to half a day.\nnext_try() {\n  awk '{ if ($2 == \"failed\") { n++; at = $1 } else if ($2 == \"issued\") n = 0 }\n    END { if (!n) { print 0; exit } wait = 900; while (--n > 0 && wait < 43200) wait *= 2; print at + (wait < 43200 ? wait : 43200) }' \"$ATTEMPTS\" 2>/dev/null || echo 0\n}\nrecent_failures() { awk -v since=\"$(($(date +%s) - 3600))\" '$2 == \"failed\" && $1 > since' \"$ATTEMPTS\" 2>/dev/null | wc -l; }\n\n# What certbot says, in one line: of each name its own, else the error. What the CA said lies in the log alone, where\n# certbot 2.1 fails to print it (AttributeError).\ncertbot_said() {\n  said=$(cat)\n  case $said in *AttributeError*) said=$(sed -n 's/^acme\\.messages\\.Error: urn:[^ ]* :: //p' /var/log/letsencrypt/letsencrypt.log | tail -1) ;; esac\n  printf '%s\\n' \"$said\" | awk '/^ *Domain: / { name = $2 } /^ *Detail: / { sub(/^ *Detail: /, \"\"); out = out (out ? \"; \" : \"\") name \": \" $0; next }\n    took { if ($0 != \"\") { error = $0; took = 0 } } /^An unexpected error occurred:/ { took = 1 } $0 != \"\" && !/^(Ask for help|Saving debug log|See the logfile)/ { last = $0 }\n    END { print out ? out : error ? error : last }' | cut -c1-500\n}\n\n# Why the CA would not find this server by each name; ends with 1 then.\nwhere_names_lead() {\n  python3 -I /dev/fd/3 \"$WEBROOT\" \"$NAMES\" 3<<'PYTHON'\n# @REACH@\nPYTHON\n}\n\n# From the CA by certbot, when that is due; `now` does not wait for the next time.\nissue() {\n  cert=$LINEAGE/fullchain.pem\n  if [ -s \"$cert\" ] && covers_names \"$cert\" >/dev/null && ! is_due \"$cert\" && [ \"${1-}\" != force ]; then return 0; fi\n  now=$(date +%s)\n  if [ \"${1-}\" = \"\" ] && [ \"$now\" -lt \"$(next_try)\" ]; then\n    fail \"the last try failed ($(tail -1 \"$ATTEMPTS\" | cut -d' ' -f3-)); the next one is at $(clock \"$(next_try)\"). To try now: create-flask-deploy tls renew\"\n  fi\n  [ \"$(recent_failures)\" -lt 4 ] || fail \"four tries failed within the hour, and the CA allows five: $(tail -1 \"$ATTEMPTS\" | cut -d' ' -f3-)\"\n  reason=$(where_names_lead) || tls_waits \"$reason\"\n  exec 7>/run/flask-deploy-certbot.lock\n  flock 7\n  if [ \"$EMAIL\" = - ]; then set -- --register-unsafely-without-email; else set -- -m \"$EMAIL\"; fi\n  for name in $NAMES; do set -- \"$@\" -d \"$name\"; done\n  tries=0\n  while :; do\n    code=0\n    said=$(certbot certonly -n --agree-tos --server \"$ACME\" --webroot -w \"$WEBROOT\" --cert-name \"$APP\" --force-renewal \\\n      --renew-with-new-domains --deploy-hook \"$LIB/$APP tls installed\" \"$@\" 7>&- 8>&- 2>&1) || code=$?\n    # Its own timer may be at work for another site.\n    case $code$said in 0*) break ;; *'Another instance of Certbot'*) ;; *) break ;; esac\n    tries=$((tries + 1))\n    [ $tries -lt 12 ] || break\n    sleep 5\n  done\n  [ \"$code\" = 0 ] || tls_failed \"no certificate from $ACME: $(printf '%s\\n' \"$said\" | certbot_said)\"\n  note issued \"$(serial_of \"$cert\")\"\n}\n\n# tls renew [now|force]: what the timer does. Brings what is served to what it should be, whatever was cut off before.\ntls_renew() {\n  [ \"${1-}\" != force ] || [ -z \"${SUDO_USER-}\" ] || [ \"$SUDO_USER\" = root ] || refuse \"a certificate that is not due is root's to renew: the CA gives five a week for the same names\"\n  exec 8>\"/run/flask-deploy-$APP-tls.lock\"\n  flock -w 600 8 || fail \"another renewal has been at work for ten minutes\"\n  case $TLS in\n  none) fail \"this site is served without HTTPS (tls: none)\" ;;\n  letsencrypt)\n    # A pair of certbot's that is not served yet, of a run that was cut off, comes before asking the CA again.\n    if [ -s \"$LINEAGE/fullchain.pem\" ] && [ -z \"$(pair_problem \"$LINEAGE/fullchain.pem\" \"$LINEAGE/privkey.pem\")\" ]; then\n      use_pair \"$LINEAGE/fullchain.pem\" \"$LINEAGE/privkey.pem\"\n    fi\n    issue \"${1-}\"\n    use_pair \"$LINEAGE/fullchain.pem\" \"$LINEAGE/privkey.pem\"\n    ;;\n  files) use_pair \"$CERTIFICATE\" \"$KEY\" ;;\n  esac\n}\n\n# tls look: what a renewal would meet, with nobody asked and nothing changed but a file for a moment.\ntls_look() {\n  case $TLS in\n  none) fail \"this site is served without HTTPS (tls: none)\" ;;\n  letsencrypt) reason=$(where_names_lead) || fail \"$reason\" ;;\n  files)\n    problem=$(pair_problem \"$CERTIFICATE\" \"$KEY\")\n    [ -z \"$problem\" ] || fail \"$problem\"\n    ;;\n  esac\n  said=$(nginx -t 2>&1) || fail \"nginx refuses its configuration: $(printf %s \"$said\" | tail -1)\"\n}\n\n# What `status` and `doctor` say of HTTPS; one fact a line.\ntls_status() {\n  echo \"tls $TLS $NAMES\"\n  [ \"$TLS\" != none ] || return 0\n  cert=$PAIRS/current/fullchain.pem\n  echo \"pair $(readlink \"$PAIRS/current\") $(serial_of \"$cert\") $(date_of \"$cert\" startdate) $(date_of \"$cert\" enddate) $(due_at \"$cert\")\"\n  for name in $NAMES; do echo \"served $name $(served_serial \"$name\")\"; done\n  if is_public; then echo public; fi\n  next=$(systemctl show -p NextElapseUSecRealtime --value \"$APP-tls.timer\")\n  [ -z \"$next\" ] || echo \"timer $(date -d \"$next\" +%s)\"\n  # A key that others than root may read.\n  find \"$PAIRS\" \"$(dirname \"$KEY\")\" -maxdepth 2 -name '*privkey*' \\( ! -user root -o -perm /077 \\) -printf 'loose %p\\n' 2>/dev/null || :\n  echo \"next-try $(next_try)\"\n  tail -1 \"$ATTEMPTS\" 2>/dev/null | sed 's/^/attempt /' || :\n}\n\ntls() {\n  case ${1-} in\n  renew) case ${2-} in '' | now | force) tls_renew \"${2-}\" ;; *) refuse \"tls renew, tls renew now or tls renew force\" ;; esac ;;\n  # Of certbot, behind a renewal of its own or of ours.\n  installed) [ \"$TLS\" != letsencrypt ] || use_pair \"$LINEAGE/fullchain.pem\" \"$LINEAGE/privkey.pem\" ;;\n  look) tls_look ;;\n  status) tls_status ;;\n  *) refuse \"tls renew, tls look, tls status or tls installed\" ;;\n  esac\n}\n".replace("# @REACH@\n", () => reach),
	"# --- report: what `status` shows and the login may not see; one fact a line, its kind first ------------------------\n\nreport() {\n  checked_seconds \"${1-}\"\n  echo \"protocol $PROTOCOL\"\n  instances\n  # process /proc/PID /srv/APP/releases/ID; a name in `ps` may be anything, and only root sees where a process is.\n  find /proc/[0-9]*/cwd -maxdepth 0 -user \"$APP\" -lname \"$BASE/releases/*\" -printf 'process %h %l\\n' 2>/dev/null || :\n  report_certificate\n  report_traffic \"$1\"\n}\n\n# The first value that the site gives a directive, but for `off` and what nginx makes up at each request.\nsaid_in_site() {\n  awk -v name=\"$1\" '{ sub(/#.*/, \"\") } $1 == name { v = $2; sub(/;.*/, \"\", v); gsub(/[\"\\047]/, \"\", v)\n    if (v != \"off\" && v !~ /\\$/) { print v; exit } }' \"$SITE\" 2>/dev/null || :\n}\n\nreport_certificate() {\n  file=$(said_in_site ssl_certificate)\n  [ -n \"$file\" ] || return 0\n  case $file in /*) ;; *) file=/etc/nginx/$file ;; esac\n  echo \"certificate $file\"\n  # Nothing but a certificate gets out, whatever file the site names.\n  [ ! -f \"$file\" ] || head -c 65536 \"$file\" | sed -n '/^-----BEGIN CERTIFICATE-----$/,/^-----END CERTIFICATE-----$/{ s/^/pem /p; /END/q }'\n}\n\n# A log that the site writes for itself alone, and nothing that a link or `..` leads to.\nsite_log() {\n  file=$(said_in_site \"$1\")\n  # What looks like a directive may stand in a text over several lines: a name that setup did not approve is the app's own.\n  case $file in\n  \"/var/log/nginx/$APP.\"*) ;;\n  *) grep -qsF -e \"$1 $file;\" -e \"$1 $file \" \"$APPROVED/nginx.conf\" || return 0 ;;\n  esac\n  case $file in *..* | /var/log/nginx/*/*) return 0 ;; /var/log/nginx/?*) ;; *) return 0 ;; esac\n  case ${file##*/} in access.log | error.log) [ \"$SITE\" = /etc/nginx/nginx.conf ] || return 0 ;; esac\n  [ ! -L \"$file\" ] || return 0\n  echo \"$file\"\n}\n\n# traffic FILE SECONDS-COVERED REQUESTS 5xx 4xx NOT-UNDERSTOOD; at most the last 4 MB are read\nreport_traffic() {\n  file=$(site_log access_log)\n  [ -n \"$file\" ] || return 0\n  end=$(date +%s)\n  from=$(date -d \"@$((end - $1))\" +%Y%m%d%H%M%S)\n  most=4194304\n  {\n    # Just rotated: what is missing is in the former file.\n    if [ -n \"$(find \"$file.1\" -maxdepth 0 -mmin \"-$((1 + $1 / 60))\" 2>/dev/null)\" ]; then tail -c $most \"$file.1\"; fi\n    [ ! -f \"$file\" ] || tail -c $most \"$file\"\n  } | awk -F'\"' -v from=\"$from\" -v most=$most '\n    BEGIN { split(\"Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec\", names, \" \"); for (i in names) month[names[i]] = sprintf(\"%02d\", i) }\n    { bytes += length($0) + 1\n      t = substr($1, length($1) - 27, 20)\n      if (!((m = substr(t, 4, 3)) in month)) { odd++; next }\n      key = substr(t, 8, 4) month[m] substr(t, 1, 2) substr(t, 13, 2) substr(t, 16, 2) substr(t, 19, 2)\n      if (first == \"\") first = key\n      if (key < from || $6 == \"flask-deploy\") next\n      split($3, said, \" \")\n      n++; class[substr(said[1], 1, 1)]++ }\n    END { print n + 0, class[5] + 0, class[4] + 0, odd + 0, (bytes >= most && first > from) ? first : \"all\" }' | {\n    read -r requests fives fours odd first\n    seconds=$1\n    if [ \"$first\" != all ]; then\n      clock=$(echo \"$first\" | sed 's/\\(....\\)\\(..\\)\\(..\\)\\(..\\)\\(..\\)\\(..\\)/\\1-\\2-\\3 \\4:\\5:\\6/')\n      seconds=$((end - $(date -d \"$clock\" +%s)))\n    fi\n    echo \"traffic $file $seconds $requests $fives $fours $odd\"\n  }\n}\n",
	"# --- logs: what the app, its process manager and nginx have written, without the app's secrets -----------------------\n\n# logs LINES SINCE FOLLOW ID NGINX: so many of the last lines, since so many seconds after 1970, FOLLOW and NGINX 0 or 1, ID or -\nlogs() {\n  for number in \"${1-}\" \"${2-}\"; do\n    case $number in '' | *[!0-9]* | ???????????*) refuse \"not a number\" ;; esac\n  done\n  case ${3-}${5-} in [01][01]) ;; *) refuse \"neither 0 nor 1\" ;; esac\n  [ \"${4-}\" = - ] || checked_id \"${4-}\"\n  # The program comes by another way than stdin, whose end tells it that nobody listens any more.\n  exec python3 -I -S /dev/fd/3 \"$APP\" \"$(log_units)\" \"$(log_files)\" \"$1\" \"$2\" \"$3\" \"$4\" \"$5\" \"$(site_log access_log)\" \"$(site_log error_log)\" 3<<'PYTHON'\n# @LOGS@\nPYTHON\n}\n".replace("# @LOGS@\n", () => readsLogs),
	"# --- facts: what `doctor` needs root to see; one fact a line, its kind first. What is not installed says nothing -----\n\nwithin() { timeout -k 1 4 \"$@\" 2>&1 </dev/null || :; }\nhas() { command -v \"$1\" >/dev/null 2>&1; }\n\n# ADDRESS is where the question comes from: whether fail2ban has banned it.\nfacts() {\n  case ${1-} in '' | *[!0-9a-f.:]*) refuse \"not an address\" ;; esac\n  echo \"protocol $PROTOCOL\"\n  if has nginx; then\n    # Its own words come with a date and a process, or with its name in front.\n    within nginx -T | awk '/^# configuration file / { sub(/:$/, \"\", $4); print \"nginx-file\", $4 }\n      /^nginx: / || /^[0-9\\/]+ [0-9:]+ \\[[a-z]+\\] / { sub(/^nginx: |^[0-9\\/]+ [0-9:]+ /, \"\"); sub(/ [0-9]+#[0-9]+:/, \"\"); print \"nginx\", $0 }'\n  fi\n  sudoers=/etc/sudoers.d/flask-deploy-$APP\n  [ ! -f \"$sudoers\" ] || echo \"sudoers $(stat -c '%a %U' \"$sudoers\") $(sha256sum <\"$sudoers\" | cut -d' ' -f1)\"\n  [ ! -d \"$SAVED\" ] || echo \"saved $(stat -c %Y \"$SAVED\")\"\n  if has sshd; then within sshd -T | awk '$1 ~ /^(maxstartups|permitrootlogin|passwordauthentication)$/ { print \"sshd\", $0 }'; fi\n  facts_firewall \"$1\"\n  if has journalctl; then\n    # systemd's own word for it (anybody may write a line like it, but not as process 1); the kernel's, where the killed process was in no unit's charge.\n    within journalctl -q --no-pager --since=-7d -o short-iso -n 5 MESSAGE_ID=fe6faa94e7774663a0da52717891d8ef _PID=1 | sed 's/^/oom /'\n    within journalctl -q --no-pager --since=-7d -o short-iso -n 5 -k -g 'Out of memory: Killed' | sed 's/^/oom /'\n  fi\n  profiles=/sys/kernel/security/apparmor/profiles\n  [ ! -r \"$profiles\" ] || grep -E 'nginx|uwsgi|gunicorn' \"$profiles\" | sed 's/^/apparmor /' || :\n  echo end\n}\n\nfacts_firewall() {\n  if has nft; then\n    within nft list ruleset | head -n 400 | sed 's/^/nft /'\n  elif has iptables; then\n    within iptables -w 2 -S | head -n 400 | sed 's/^/iptables /'\n  fi\n  if has ufw; then within ufw status | head -n 100 | sed 's/^/ufw /'; fi\n  if has fail2ban-client; then within fail2ban-client banned \"$1\" | head -n 1 | sed 's/^/banned /'; fi\n}\n",
	"# --- the call --------------------------------------------------------------------------------------------------------\n\nverb=${1-}\n[ $# -eq 0 ] || shift\ncase $verb in\nstart | stop | drained | switch | run | share | boot | restore | settle | tidy | report | logs | facts | tls) \"$verb\" \"$@\" ;;\ninstall) install_config \"$@\" ;;\nenv) env_from_stdin \"$@\" ;;\nexec) exec_in \"$@\" ;;\ntail)\n  checked_id \"${1-}\"\n  case ${2-0} in *[!0-9]* | ???????????*) refuse \"not a number of seconds\" ;; esac\n  state\n  log \"${2-0}\"\n  ;;\nversion) echo $PROTOCOL ;;\n*) refuse \"start, stop, switch, run, install, env, share, restore, settle, tidy, tail, report, logs, exec, facts, tls, boot or version, not '$verb'\" ;;\nesac\n"
].join("\n");
/** What the helper of this version answers to `version`. */
const helperProtocol = /^PROTOCOL=(\d+)$/m.exec(template)?.[1] ?? "";
/** The root-owned helper of one app, as it is installed at {@link helperPath}. */
function helperText({ site, allowConfig, ...app }) {
	const manager = processManagers[app.processManager];
	const values = {
		APP: app.name,
		HANDS_SOCKET: manager.handsSocket ? "1" : "0",
		READS_ENV: manager.readsEnvironment,
		SITE: site,
		FILES: targets(app).map((pair) => pair.join(":")).join(" "),
		ALLOW_CONFIG: allowConfig ? "1" : "0",
		TLS: app.tls,
		NAMES: wordsOf(app.domain).join(" "),
		ACME: app.tlsServer,
		EMAIL: app.tlsEmail || "-",
		CERTIFICATE: app.tlsCertificate,
		KEY: app.tlsKey
	};
	return template.replace("# @MANAGER@\n", () => managers[app.processManager]).replace(/^([A-Z_]+)='@\1@'/gm, (_, key) => {
		const value = values[key] ?? "";
		if (!/^[A-Za-z0-9@/._:+[\] -]+$/.test(value)) throw new Error(`the helper's ${key} would be ${JSON.stringify(value)}`);
		return `${key}='${value}'`;
	});
}
/** The only thing the login that deploys may do as root. */
function sudoersText(name, user) {
	return `# ${user} deploys ${name}. The program checks its arguments itself: a pattern here would also match blanks.\n${user} ALL=(root) NOPASSWD: ${helperPath(name)}\n`;
}
// action/engine/targets/server/setup/step.ts
/** Ends the script at the first command that fails, and keeps files from being readable before they have their mode. */
const head = "set -eu\numask 077\n";
/** Lines of a step's script. */
const sh = (...lines) => head + lines.join("\n");
const command = (title, ...argvs) => ({
	title,
	script: sh(...argvs.map(quoteAll))
});
/** Writes beside, checks, then renames: whoever reads the path sees the old file or the new one. */
function file({ path, content, mode, check }) {
	const fresh = `${path}.new`;
	return {
		title: `write ${path}`,
		script: sh(...dirname(path).endsWith(".d") ? [quoteAll([
			"mkdir",
			"-p",
			"-m",
			"0755",
			dirname(path)
		])] : [], `cat > ${quote(fresh)}`, quoteAll([
			"chown",
			"root:root",
			fresh
		]), quoteAll([
			"chmod",
			mode,
			fresh
		]), ...check ? [`${quoteAll(check.map((word) => word === "{}" ? fresh : word))} || { rm -f ${quote(fresh)}; exit 1; }`] : [], quoteAll([
			"mv",
			"-fT",
			fresh,
			path
		])),
		stdin: content
	};
}
/** Its parent is root's, so what is found at the path cannot be swapped for a link meanwhile. */
const folder = ({ path, mode, owner, group }) => ({
	title: `create ${path} (${mode} ${owner}:${group})`,
	script: sh(`if [ -L ${quote(path)} ]; then echo ${quote(`${path} is a link: whoever made it wants root to follow it. Look where it leads, and remove it`)} >&2; exit 1; fi`, `[ -d ${quote(path)} ] || mkdir ${quote(path)}`, quoteAll([
		"chown",
		`${owner}:${group}`,
		path
	]), quoteAll([
		"chmod",
		mode.padStart(5, "0"),
		path
	]))
});
/** What a deploy needs of sshd, and no more: no forwarding of ports, agents or displays; a terminal for `shell`. */
const keyOptions = "restrict,pty";
/**
* As that user, so that root writes nothing by name in a folder that is somebody else's. A line that has the key already,
* with more rights, is replaced.
*/
function authorize(user, key) {
	const [, blob = ""] = key.split(/\s+/);
	return {
		title: `let ${user} log in with the key ${key.split(" ").slice(2).join(" ") || key.slice(-16)}`,
		script: sh(`runuser -u ${quote(user)} -- sh -c ${quote([
			"set -eu",
			"umask 077",
			"cd \"$(getent passwd \"$(id -un)\" | cut -d: -f6)\"",
			"mkdir -p .ssh",
			`{ [ ! -f .ssh/authorized_keys ] || sed '$a\\' .ssh/authorized_keys | { grep -vF ${quote(blob)} || :; }; cat; } > .ssh/authorized_keys.new`,
			"mv -f .ssh/authorized_keys.new .ssh/authorized_keys"
		].join("\n"))}`),
		stdin: `${keyOptions} ${key}\n`
	};
}
/** There while nginx may not have read the files yet, so that a setup that was killed tells it the next time. */
const pendingMark = (app) => `/var/lib/flask-deploy/${app}.nginx-to-reload`;
/** A reload ends before nginx has read anything: until its former workers say in their titles that they are leaving. */
const reloadNginx = [
	"workers=$(cat \"/proc/$(cat /run/nginx.pid 2>/dev/null)/task/\"*/children 2>/dev/null) || :",
	"systemctl reload-or-restart nginx.service",
	"tries=0",
	"for worker in $workers; do",
	"  while [ $tries -lt 60 ] && [ -e \"/proc/$worker\" ] && ! grep -aqs \"shutting down\" \"/proc/$worker/cmdline\"; do",
	"    sleep 0.05; tries=$((tries + 1))",
	"  done",
	"done"
];
/** The site in its place and nginx told, or, when nginx refuses it, everything as it was. */
function site(app, { path, content, link, removes }) {
	const [old, fresh, mark] = [
		`${path}.setup-old`,
		`${path}.setup-new`,
		pendingMark(app)
	].map(quote);
	const target = quote(path);
	const aside = (name) => quote(`${name.replace("/sites-enabled/", "/sites-available/")}.setup-old`);
	return {
		title: `let nginx serve ${app}: ${path}${removes.length ? `, instead of ${removes.join(" and ")}` : ""}`,
		script: sh(`mkdir -p /var/lib/flask-deploy; : > ${mark}`, `cat > ${fresh}; chown root:root ${fresh}; chmod 0644 ${fresh}`, `[ ! -e ${target} ] || [ -e ${old} ] || ln ${target} ${old}`, `mv -fT ${fresh} ${target}`, ...link ? [`ln -sfn ${quote(link.to)} ${quote(link.path)}`] : [], ...removes.map((name) => `if [ -e ${quote(name)} ]; then mv -fT ${quote(name)} ${aside(name)}; fi`), "if ! said=$(nginx -t 2>&1); then", `  if [ -e ${old} ]; then mv -fT ${old} ${target}; else rm -f ${target}${link ? ` ${quote(link.path)}` : ""}; fi`, ...removes.map((name) => `  if [ -e ${aside(name)} ]; then mv -fT ${aside(name)} ${quote(name)}; fi`), `  rm -f ${mark}`, `  printf '%s\\n' "$said" >&2; exit 1`, "fi", `rm -f ${[old, ...removes.map(aside)].join(" ")}`, ...reloadNginx, `rm -f ${mark}`),
		stdin: content
	};
}
// action/engine/targets/server/setup/desired-state.ts
/** The files of the repository that live in /etc, as they must be. */
const unitFiles = ({ app, files }) => targets(app).map(([source, path]) => ({
	path,
	content: files.get(source) ?? "",
	mode: "0644"
}));
/** The same files and the site once more, where the helper compares what a deploy brings with them. */
const approvedFiles = ({ app, files }) => ["deploy/nginx.conf", ...targets(app).map(([source]) => source)].map((source) => ({
	path: `${paths(app.name).approved}/${basename(source)}`,
	content: files.get(source) ?? "",
	mode: "0644"
}));
/** Before nginx is there it can only be guessed; setup looks again once it is installed. */
const sitesFolder = (facts) => facts.nginx?.sites ?? (facts.packageManager === "apt-get" ? "sites-enabled" : "conf.d");
/** The account of nginx's workers: the one its configuration names, which may be ours. */
function nginxUser(facts, wish) {
	const ours = /^\s*user\s+([^\s;]+)/m.exec(wish.files.get("deploy/nginx.conf") ?? "")?.[1];
	if (wish.app.nginx === "full" && ours) return ours;
	return facts.nginx?.user ?? (facts.packageManager === "apt-get" ? "www-data" : "nginx");
}
function desiredSite(facts, { app, files }) {
	const where = paths(app.name);
	const content = files.get("deploy/nginx.conf") ?? "";
	if (app.nginx === "full") return {
		path: where.fullSite,
		content,
		removes: []
	};
	if (sitesFolder(facts) === "conf.d") return {
		path: where.confd,
		content,
		removes: []
	};
	const taken = facts.nginx === void 0 || facts.nginx.enabled.includes(where.debianDefault);
	return {
		path: where.available,
		content,
		link: {
			path: where.enabled,
			to: `../sites-available/${app.name}.conf`
		},
		removes: app.domain === "_" && taken ? [where.debianDefault] : []
	};
}
/** What this server has otherwise than the units of deploy/ say: another login deploys, or nginx runs as somebody else. */
function overrides(facts, wish) {
	const { app, login, files } = wish;
	const where = paths(app.name);
	const said = (path, key) => new RegExp(`^${key}=(.*)$`, "m").exec(files.get(path) ?? "")?.[1];
	const [socket, proxy] = [`deploy/${app.name}@.socket`, `deploy/${app.name}-proxy.service`];
	const groups = facts.groups.get(nginxUser(facts, wish)) ?? [];
	const [own = ""] = groups;
	const differs = (group) => own !== "" && !groups.includes(group ?? "");
	const override = (path, section, ...lines) => {
		const kept = lines.filter(Boolean);
		return kept.length > 0 ? [{
			path,
			mode: "0644",
			content: `${[
				"# On this server another login deploys, or nginx has another group, than the unit says.",
				`[${section}]`,
				...kept
			].join("\n")}\n`
		}] : [];
	};
	return [...override(where.socketOverride, "Socket", said(socket, "SocketUser") !== login && `SocketUser=${login}`, differs(said(socket, "SocketGroup")) && `SocketGroup=${own}`), ...sockets[app.socket].takesPorts && differs(said(proxy, "SupplementaryGroups")) ? override(where.proxyOverride, "Service", "SupplementaryGroups=", `SupplementaryGroups=${own}`) : []];
}
/** Files that setup writes itself. */
function ownFiles(facts, wish) {
	const allowConfig = wish.allowConfig ?? facts.allowConfig ?? true;
	return [...ownFilesFor(wish, {
		site: desiredSite(facts, wish).path,
		allowConfig
	}), ...overrides(facts, wish)];
}
/** The same, for a helper that was told these. */
function ownFilesFor({ app, login }, told) {
	const { name, processManager } = app;
	const where = paths(name);
	const { service } = processManagers[processManager];
	return [
		{
			path: where.helper,
			mode: "0755",
			content: helperText({
				...app,
				...told
			})
		},
		...login === "root" ? [] : [{
			path: where.sudoers,
			mode: "0440",
			content: sudoersText(name, login),
			check: [
				"visudo",
				"-cqf",
				"{}"
			]
		}],
		{
			path: where.tmpfiles,
			mode: "0644",
			content: [
				`# Sockets of ${name}'s releases.`,
				...folders(app, login).filter(({ path }) => path.startsWith("/run/")).map(({ path, mode, owner, group }) => `d ${path} 0${mode} ${owner} ${group}`),
				""
			].join("\n")
		},
		{
			path: where.current,
			mode: "0644",
			content: `# /run is empty after a reboot: starts the release that ${where.base}/current names, and gives it the traffic.
[Unit]
Description=${name}, the release in use
After=network.target local-fs.target
Before=${["nginx.service", ...service ? [service.unit(name)] : []].join(" ")}
ConditionPathIsSymbolicLink=${where.base}/current

[Service]
Type=oneshot
ExecStart=${where.helper} boot

[Install]
WantedBy=multi-user.target
`
		},
		...app.tls === "none" ? [] : renewal(app)
	];
}
/** What renews the certificate: certbot's own timer knows nothing of lifetimes below a month, nor looks at what is served. */
function renewal({ name, domain }) {
	const where = paths(name);
	return [{
		path: where.renewal,
		mode: "0644",
		content: `# A certificate for ${domain} when it is due; fails when nginx does not serve what it should.
[Unit]
Description=HTTPS of ${name}
After=network-online.target nginx.service
Wants=network-online.target

[Service]
Type=oneshot
ExecStart=${where.helper} tls renew
`
	}, {
		path: where.renewalTimer,
		mode: "0644",
		content: `# Looks every hour; the CA is asked when a renewal is due, or a name leads here at last.
[Unit]
Description=Looks after HTTPS of ${name}

[Timer]
OnBootSec=1min
OnCalendar=hourly
RandomizedDelaySec=10min
Persistent=yes

[Install]
WantedBy=timers.target
`
	}];
}
/** What the probe has to look at to tell what is missing. */
function question(wish) {
	const { app, login } = wish;
	const where = paths(app.name);
	const ours = /^\s*user\s+([^\s;]+)/m.exec(wish.files.get("deploy/nginx.conf") ?? "")?.[1] ?? "";
	return {
		app: app.name,
		login,
		users: [
			app.name,
			login,
			"www-data",
			"nginx",
			.../^[a-z_][a-z0-9_-]*$/.test(ours) ? [ours] : []
		],
		units: [...services(app), ...[`${app.name}@.socket`, ...processManagers[app.processManager].instances(app.name)].map((unit) => unit.replace("@.", "@probe."))],
		paths: [
			...folders(app, login).map(({ path }) => path),
			...unitFiles(wish).map(({ path }) => path),
			...approvedFiles(wish).map(({ path }) => path),
			...[
				where.helper,
				where.sudoers,
				where.tmpfiles,
				where.current,
				where.socketOverride,
				where.proxyOverride
			],
			...[
				where.renewal,
				where.renewalTimer,
				`${where.tls}/current`,
				`${where.webroot}/redirect-http`
			],
			...[
				where.fullSite,
				where.available,
				where.enabled,
				where.confd,
				pendingMark(app.name)
			]
		]
	};
}
// action/lint/files/source.ts
/** Control characters that hardly any text contains. */
const control = /[\0-\x08\x0b\x0e-\x1a\x1c-\x1f]/;
var Source = class {
	path;
	text;
	encoding;
	#lineStarts;
	#newline;
	constructor(path, content) {
		this.path = path;
		[this.text, this.encoding] = typeof content === "string" ? withoutMark(content) : decode(content);
	}
	/** Whether the file looks binary; such a file is not parsed. */
	get binary() {
		const head = this.text.slice(0, 8e3);
		if (!control.test(head)) return false;
		let odd = 0;
		for (let i = 0; i < head.length; i++) {
			const code = head.charCodeAt(i);
			if (code === 0) odd += 8;
			else if (code < 32 && code !== 9 && code !== 10 && code !== 13 && code !== 12 && code !== 27) odd++;
		}
		return odd * 10 > head.length;
	}
	slice(range) {
		return this.text.slice(range.start, range.end);
	}
	range(start, end) {
		return {
			source: this,
			start,
			end
		};
	}
	/** The offset at which each line starts. \n, \r\n and a lone \r end a line. */
	get lineStarts() {
		if (this.#lineStarts) return this.#lineStarts;
		const starts = [0];
		const { text } = this;
		let cr = text.indexOf("\r");
		let lf = text.indexOf("\n");
		while (cr >= 0 || lf >= 0) {
			const alone = cr >= 0 && (lf < 0 || cr < lf);
			if (!alone || cr + 1 !== lf) starts.push((alone ? cr : lf) + 1);
			if (alone) cr = text.indexOf("\r", cr + 1);
			else lf = text.indexOf("\n", lf + 1);
		}
		this.#lineStarts = starts;
		return starts;
	}
	/** The file's line ending. Cached, because each fix of a long file needs it. */
	get newline() {
		this.#newline ??= this.text.includes("\r\n") ? "\r\n" : "\n";
		return this.#newline;
	}
	/** 0-based index of the line with the offset. */
	lineAt(offset) {
		const starts = this.lineStarts;
		let low = 0;
		let high = starts.length - 1;
		while (low < high) {
			const middle = low + high + 1 >> 1;
			if (starts[middle] <= offset) low = middle;
			else high = middle - 1;
		}
		return low;
	}
	/** A 0-based line without its line end; empty beyond the last. */
	line(index) {
		const start = this.lineStarts[index] ?? this.text.length;
		let end = this.lineStarts[index + 1] ?? this.text.length;
		while (end > start && /[\r\n]/.test(this.text[end - 1])) end--;
		return {
			source: this,
			start,
			end,
			text: this.text.slice(start, end)
		};
	}
	span(range) {
		const end = Math.max(range.start, range.end);
		const [line, endLine] = [this.lineAt(range.start), this.lineAt(end)];
		return {
			line: line + 1,
			column: range.start - this.lineStarts[line] + 1,
			endLine: endLine + 1,
			endColumn: end - this.lineStarts[endLine] + 1
		};
	}
	/** Encodes a new text for this file, in the file's original encoding. */
	encode(text = this.text) {
		if (this.encoding === "latin1") return Buffer.from(text, "latin1");
		if (this.encoding === "utf8") return Buffer.from(text, "utf8");
		if (this.encoding === "utf8-bom") return Buffer.from(`\uFEFF${text}`, "utf8");
		const bytes = Buffer.from(`\uFEFF${text}`, "utf16le");
		return this.encoding === "utf16be" ? bytes.swap16() : bytes;
	}
};
function withoutMark(text) {
	return text.startsWith("﻿") ? [text.slice(1), "utf8-bom"] : [text, "utf8"];
}
function decode(bytes) {
	const even = bytes.length % 2 === 0;
	if (even && bytes[0] === 255 && bytes[1] === 254) return [exact(bytes, "utf-16le").slice(1), "utf16le"];
	if (even && bytes[0] === 254 && bytes[1] === 255) return [exact(bytes, "utf-16be").slice(1), "utf16be"];
	try {
		return withoutMark(new TextDecoder("utf-8", {
			fatal: true,
			ignoreBOM: true
		}).decode(bytes));
	} catch {
		return [Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1"), "latin1"];
	}
}
/** TextDecoder would replace a lone surrogate; Buffer keeps the code units as they are. */
function exact(bytes, encoding) {
	const copy = Buffer.from(bytes);
	if (encoding === "utf-16be") copy.swap16();
	return copy.toString("utf16le");
}
// action/lint/nginx/location.ts
/** What a `location` directive matches; undefined if its arguments are invalid. */
function placeNamed(location) {
	if (location?.name.text !== "location" || location.args.length < 1 || location.args.length > 2) return void 0;
	const path = location.args.at(-1);
	const [modifier] = location.args.length === 2 ? location.args : [];
	switch (modifier?.text) {
		case void 0: {
			const glued = /^(~\*?|=|\^~)/.exec(path.text)?.[1];
			return {
				match: path.text.startsWith("@") ? "named" : glued === "=" ? "exact" : glued?.startsWith("~") ? "regex" : "prefix",
				modifier,
				path
			};
		}
		case "=": return {
			match: "exact",
			modifier,
			path
		};
		case "^~": return {
			match: "prefix",
			modifier,
			path
		};
		case "~":
		case "~*": return {
			match: "regex",
			modifier,
			path
		};
		default: return;
	}
}
// action/lint/files/template.ts
/**
* Files that another program renders: Jinja and cookiecutter, EJS and ERB, envsubst. The value of their markup is
* unknown here, so it is never an error, and findings on a line with markup become info.
*/
const templateSuffix = /\.(j2|jinja2?|ejs|erb|tmpl|tpl|template|mustache|hbs|in|gotmpl)$/i;
/** Markup of Jinja, Handlebars, Go templates, EJS and ERB; `{{` without an expression is none. */
const markup = /\{\{[-~]?\s*[\w.$"'(#/>^|!&][^{}\n]{0,200}\}\}|\{%[-+]?\s*\w[^\n]{0,200}?%\}|<%[-=_]?[^\n]{0,200}?%>/;
/** Placeholders that a user or a sed script fills in: ${NAME} in capitals, @NAME@, __NAME__. */
const placeholder = /\$\{[A-Z][A-Z0-9_]*(?::?[-+?=][^}]*)?\}|@[A-Z][A-Z0-9_]+@|__[A-Z][A-Z0-9_]+__|%%[A-Z_]+%%/;
/** Backups beside the file that is in use, and examples to copy. */
const copySuffix = /[._-](example|sample|dist|default|bak|backup|orig|old|save)\d*$/i;
/** The path without a template's or a copy's suffix: the name of the file that is in use. */
const renderedPath = (path) => path.replace(copySuffix, "").replace(templateSuffix, "");
/** An example that the user copies and fills in: its values are meant to be replaced. */
const isExample = (path) => /[._-](example|sample|dist)\b|(^|\/)(examples?|samples?)\//i.test(path);
/** A backup, which no server reads. */
const isBackup = (path) => /[._-](bak|backup|orig|old|save)\d*$|(^|\/)(backups?|old|archived?)\//i.test(path);
function isTemplate(source) {
	return templateSuffix.test(source.path.replace(copySuffix, "")) || markup.test(source.text.slice(0, 2e5));
}
/** Paths in which the user has to fill in a name. */
const toFillIn = /\/path\/to\/|\/home\/(?:your[-_ ]?(?:user(?:name)?)?|username|<[\w -]+>)\/|<(?:your|path|user|app|project)[\w .-]*>|\/your[-_](?:app|project)\b/i;
const holders = /* @__PURE__ */ new WeakMap();
/** Whether a file may contain markup or a placeholder anywhere; computed once for each file. */
function mayBeTemplated(source) {
	let may = holders.get(source);
	if (may === void 0) {
		may = /\{\{|\{%|<%|\$\{|@[A-Z]|__[A-Z]|%%/.test(source.text);
		holders.set(source, may);
	}
	return may;
}
/** Whether a value contains markup or a placeholder, so that its final value is unknown. */
const isTemplated = (text) => markup.test(text) || placeholder.test(text) || /<%|\{\{|\{%/.test(text);
/** Longer markup is read as text, so that searching for its end stays cheap. */
const longestMarkup = 2e3;
/** Whether a line contains complete markup, or a placeholder; a stray `{{` is neither. */
const holdsMarkup = (line) => markup.test(line) || placeholder.test(line);
/** The end of complete markup that starts at the offset; undefined if there is none. */
function markupEnd(text, offset) {
	const two = text.slice(offset, offset + 2);
	const close = two === "{{" ? "}}" : two === "{%" ? "%}" : two === "<%" ? "%>" : two === "{#" ? "#}" : void 0;
	if (!close) return void 0;
	const end = text.slice(offset + 2, offset + 2 + longestMarkup).indexOf(close);
	return end < 0 ? void 0 : offset + 2 + end + 2;
}
/** Words that a script of the repository replaces by sed: their final values are unknown too. */
function filledIn(scripts) {
	const words = scripts.flatMap(({ source }) => [...source.text.matchAll(/\bsed\b[^\n]{0,40}?\bs([~/#|,@!])([\w@{}.-]{3,60})\1/g)].map(([, , word]) => word));
	const plain = [...new Set(words)].map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
	return plain.length > 0 ? new RegExp(plain.join("|")) : void 0;
}
// action/lint/fix/edit.ts
/** Removes a node, with its line if nothing else is on it. */
function wholeLine(node) {
	const { text } = node.source;
	let start = node.start;
	let end = node.end;
	while (start > 0 && /[ \t]/.test(text[start - 1])) start--;
	while (end < text.length && /[ \t]/.test(text[end])) end++;
	if (!((start === 0 || text[start - 1] === "\n") && (end === text.length || /[\r\n]/.test(text[end])))) return {
		at: node,
		text: ""
	};
	if (text[end] === "\r") end++;
	if (text[end] === "\n") end++;
	return {
		at: {
			source: node.source,
			start,
			end
		},
		text: ""
	};
}
/** Inserts a line above a node with the node's indentation; on the same line if something precedes the node there. */
function lineAbove(node, line) {
	const { source } = node;
	const start = source.lineStarts[source.lineAt(node.start)];
	const before = source.text.slice(start, node.start);
	if (/\S/.test(before)) return {
		at: source.range(node.start, node.start),
		text: `${line} `
	};
	return {
		at: source.range(start, start),
		text: before + line + newlineOf(node)
	};
}
/** Inserts a line below a node's last line with the node's indentation; on the same line if something follows there. */
function lineBelow(node, line) {
	const { source } = node;
	const last = source.line(source.lineAt(Math.max(node.start, node.end - 1)));
	if (!/^\s*\]?\s*([#;].*)?$/.test(source.text.slice(node.end, last.end))) return {
		at: source.range(node.end, node.end),
		text: ` ${line}`
	};
	const start = source.lineStarts[source.lineAt(node.start)];
	const indent = /^[ \t]*/.exec(source.text.slice(start, node.start))?.[0] ?? "";
	return {
		at: source.range(last.end, last.end),
		text: newlineOf(node) + indent + line
	};
}
/** The file's line ending. */
const newlineOf = (node) => node.source.newline;
const replace = (at, text) => ({
	at,
	text
});
/** A fix that keeps or restores what the file clearly means: its title, "add the slash", and its edits. */
const safe = (title, ...edits) => ({
	kind: "safe",
	title,
	edits
});
/** A fix that may be wrong and needs a review. */
const suggested = (title, ...edits) => ({
	kind: "suggested",
	title,
	edits
});
// action/lint/tables/grouped.ts
/** Restores the table. */
function byName(groups) {
	const table = /* @__PURE__ */ new Map();
	for (const [key, lines] of Object.entries(groups)) {
		const value = JSON.parse(key);
		for (const line of lines) for (const name of line.split(" ")) table.set(name, value);
	}
	return table;
}
// action/lint/nginx/directives.ts
/** nginx's directives by name: their contexts, and how many arguments they take. */
const directives = byName({
	"[[\"http location server\",1,1,0,\"flag\"]]": [
		"absolute_redirect aio_write autoindex autoindex_exact_size autoindex_localtime",
		"chunked_transfer_encoding client_body_in_single_buffer create_full_put_path",
		"etag",
		"fastcgi_bind_dynamic fastcgi_buffering fastcgi_cache_background_update fastcgi_cache_lock fastcgi_cache_revalidate fastcgi_force_ranges fastcgi_ignore_client_abort fastcgi_intercept_errors fastcgi_keep_conn fastcgi_pass_request_body fastcgi_pass_request_headers fastcgi_request_buffering fastcgi_request_dynamic fastcgi_socket_keepalive",
		"grpc_bind_dynamic grpc_intercept_errors grpc_request_dynamic grpc_socket_keepalive grpc_ssl_server_name grpc_ssl_session_reuse grpc_ssl_verify gunzip gzip_vary",
		"hls_forward_args http2_push_preload",
		"image_filter_interlace",
		"limit_req_dry_run log_not_found log_subrequest",
		"memcached_bind_dynamic memcached_socket_keepalive mirror_request_body mp4_start_key_frame msie_padding msie_refresh",
		"open_file_cache_errors",
		"port_in_redirect proxy_buffering proxy_cache_background_update proxy_cache_convert_head proxy_cache_lock proxy_cache_revalidate proxy_force_ranges proxy_ignore_client_abort proxy_intercept_errors proxy_pass_request_body proxy_pass_request_headers proxy_pass_trailers proxy_request_buffering proxy_request_dynamic",
		"real_ip_recursive recursive_error_pages reset_timedout_connection",
		"scgi_bind_dynamic scgi_buffering scgi_cache_background_update scgi_cache_lock scgi_cache_revalidate scgi_force_ranges scgi_ignore_client_abort scgi_intercept_errors scgi_pass_request_body scgi_pass_request_headers scgi_request_buffering scgi_request_dynamic scgi_socket_keepalive server_name_in_redirect ssi_last_modified ssi_silent_errors sub_filter_last_modified sub_filter_once",
		"tcp_nopush tunnel_bind_dynamic tunnel_socket_keepalive",
		"uwsgi_bind_dynamic uwsgi_buffering uwsgi_cache_background_update uwsgi_cache_lock uwsgi_cache_revalidate uwsgi_force_ranges uwsgi_ignore_client_abort uwsgi_intercept_errors uwsgi_pass_request_body uwsgi_pass_request_headers uwsgi_request_buffering uwsgi_request_dynamic uwsgi_socket_keepalive uwsgi_ssl_server_name uwsgi_ssl_session_reuse uwsgi_ssl_verify",
		"xml_external_entities xslt_last_modified"
	],
	"[[\"events\",1,1,0,\"flag\"]]": ["accept_mutex", "multi_accept"],
	"[[\"events\",1,1,0,\"time\"]]": ["accept_mutex_delay", "stall_threshold"],
	"[[\"acme_issuer\",0,0,0]]": ["accept_terms_of_service"],
	"[[\"http limit_except location location-if server\",1,-1,0],[\"stream stream-server\",1,-1,0]]": ["access_log"],
	"[[\"acme_issuer\",1,1,0]]": [
		"account_key",
		"challenge contact",
		"preferred_chain",
		"uri"
	],
	"[[\"server\",1,-1,0]]": ["acme_certificate"],
	"[[\"http\",1,1,1]]": ["acme_issuer", "oidc_provider"],
	"[[\"http\",1,1,0]]": [
		"acme_shared_zone",
		"geoip_proxy",
		"otel_service_name",
		"perl_modules perl_require"
	],
	"[[\"http location server\",1,1,0]]": [
		"add_after_body add_before_body aio ancient_browser_value auth_oidc auth_request autoindex_format",
		"client_body_in_file_only",
		"default_type directio",
		"fastcgi_cache fastcgi_cache_key fastcgi_catch_stderr fastcgi_hide_header fastcgi_index fastcgi_limit_rate fastcgi_pass_header fastcgi_split_path_info fastcgi_store",
		"grpc_allow_upstream grpc_hide_header grpc_pass_header grpc_ssl_certificate grpc_ssl_certificate_key grpc_ssl_ciphers grpc_ssl_crl grpc_ssl_key_log grpc_ssl_name grpc_ssl_password_file grpc_ssl_trusted_certificate gzip_comp_level gzip_http_version gzip_min_length gzip_static",
		"http2_push",
		"if_modified_since image_filter_jpeg_quality image_filter_sharpen image_filter_transparency image_filter_webp_quality",
		"limit_conn_status limit_req_log_level limit_req_status lingering_close",
		"memcached_gzip_flag mirror modern_browser_value mp4_limit_rate",
		"otel_span_name otel_trace otel_trace_context",
		"proxy_cache proxy_cache_key proxy_hide_header proxy_http_version proxy_limit_rate proxy_method proxy_pass_header proxy_set_body proxy_store",
		"real_ip_header",
		"satisfy scgi_cache scgi_cache_key scgi_hide_header scgi_limit_rate scgi_pass_header scgi_store secure_link secure_link_md5 secure_link_secret server_tokens session_log ssi_min_file_chunk ssi_value_length",
		"tunnel_bind",
		"userid userid_domain userid_expires userid_mark userid_name userid_p3p userid_path uwsgi_cache uwsgi_cache_key uwsgi_hide_header uwsgi_limit_rate uwsgi_pass_header uwsgi_ssl_certificate uwsgi_ssl_certificate_key uwsgi_ssl_ciphers uwsgi_ssl_crl uwsgi_ssl_key_log uwsgi_ssl_name uwsgi_ssl_password_file uwsgi_ssl_trusted_certificate uwsgi_store",
		"xml_entities"
	],
	"[[\"http location location-if server\",2,3,0]]": ["add_header add_trailer"],
	"[[\"http location location-if server\",1,1,0]]": [
		"add_header_inherit add_trailer_inherit",
		"charset",
		"limit_rate",
		"post_action",
		"root",
		"source_charset"
	],
	"[[\"http location server\",1,-1,0]]": [
		"addition_types ancient_browser",
		"charset_types",
		"dav_access dav_methods",
		"early_hints",
		"fastcgi_allow_upstream fastcgi_cache_bypass fastcgi_cache_methods fastcgi_cache_purge fastcgi_cache_use_stale fastcgi_cache_valid fastcgi_ignore_headers fastcgi_next_upstream fastcgi_no_cache fastcgi_store_access",
		"grpc_ignore_headers grpc_next_upstream gzip_disable gzip_proxied gzip_types",
		"index",
		"keepalive_disable",
		"memcached_allow_upstream memcached_next_upstream",
		"proxy_allow_upstream proxy_cache_bypass proxy_cache_methods proxy_cache_purge proxy_cache_use_stale proxy_cache_valid proxy_ignore_headers proxy_no_cache proxy_store_access",
		"scgi_allow_upstream scgi_cache_bypass scgi_cache_methods scgi_cache_purge scgi_cache_use_stale scgi_cache_valid scgi_ignore_headers scgi_next_upstream scgi_no_cache scgi_store_access ssi_types sub_filter_types",
		"tunnel_allow_upstream tunnel_next_upstream",
		"userid_flags uwsgi_allow_upstream uwsgi_cache_bypass uwsgi_cache_methods uwsgi_cache_purge uwsgi_cache_use_stale uwsgi_cache_valid uwsgi_ignore_headers uwsgi_next_upstream uwsgi_no_cache uwsgi_store_access",
		"xslt_types"
	],
	"[[\"location\",1,1,0]]": ["alias"],
	"[[\"http limit_except location server\",1,1,0],[\"stream stream-server\",1,1,0]]": ["allow", "deny"],
	"[[\"location\",0,1,0]]": ["api"],
	"[[\"http limit_except location server\",1,1,0]]": ["auth_basic auth_basic_user_file auth_jwt_key_file auth_jwt_key_request auth_jwt_type"],
	"[[\"http location server\",1,1,0,\"time\"]]": [
		"auth_delay auth_jwt_key_cache auth_jwt_leeway",
		"client_body_timeout",
		"fastcgi_cache_lock_age fastcgi_cache_lock_timeout fastcgi_connect_timeout fastcgi_next_upstream_timeout fastcgi_read_timeout fastcgi_send_timeout",
		"grpc_connect_timeout grpc_next_upstream_timeout grpc_read_timeout grpc_send_timeout",
		"hls_fragment",
		"keepalive_min_timeout",
		"lingering_time lingering_timeout",
		"memcached_connect_timeout memcached_next_upstream_timeout memcached_read_timeout memcached_send_timeout mp4_limit_rate_after",
		"open_file_cache_valid",
		"proxy_cache_lock_age proxy_cache_lock_timeout proxy_read_timeout proxy_send_timeout",
		"scgi_cache_lock_age scgi_cache_lock_timeout scgi_connect_timeout scgi_next_upstream_timeout scgi_read_timeout scgi_send_timeout send_timeout",
		"tunnel_connect_timeout tunnel_next_upstream_timeout tunnel_read_timeout tunnel_send_timeout",
		"uwsgi_cache_lock_age uwsgi_cache_lock_timeout uwsgi_connect_timeout uwsgi_next_upstream_timeout uwsgi_read_timeout uwsgi_send_timeout"
	],
	"[[\"mail mail-server\",1,1,0]]": ["auth_http", "starttls"],
	"[[\"mail mail-server\",2,2,0]]": ["auth_http_header"],
	"[[\"mail mail-server\",1,1,0,\"flag\"]]": [
		"auth_http_pass_client_cert",
		"proxy_pass_error_message proxy_smtp_auth",
		"xclient"
	],
	"[[\"mail mail-server\",1,1,0,\"time\"]]": [
		"auth_http_timeout",
		"smtp_greeting_delay",
		"timeout"
	],
	"[[\"http limit_except location server\",1,2,0]]": ["auth_jwt"],
	"[[\"http\",2,-1,0]]": [
		"auth_jwt_claim_set auth_jwt_header_set",
		"fastcgi_cache_path",
		"proxy_cache_path",
		"scgi_cache_path session_log_format",
		"uwsgi_cache_path"
	],
	"[[\"http limit_except location server\",1,-1,0]]": ["auth_jwt_require auth_require"],
	"[[\"http location server\",2,2,0]]": [
		"auth_request_set",
		"error_log_tag",
		"fastcgi_buffers",
		"grpc_set_header grpc_ssl_conf_command gunzip_buffers gzip_buffers",
		"hls_buffers",
		"otel_span_attr output_buffers",
		"proxy_buffers proxy_set_header",
		"scgi_buffers sub_filter",
		"uwsgi_buffers uwsgi_ssl_conf_command",
		"xslt_param xslt_string_param"
	],
	"[[\"location location-if server server-if\",0,0,0]]": ["break"],
	"[[\"http\",2,2,1]]": ["charset_map"],
	"[[\"http location server\",1,1,0,\"size\"]]": [
		"client_body_buffer_size client_max_body_size",
		"directio_alignment",
		"f4f_buffer_size fastcgi_buffer_size fastcgi_busy_buffers_size fastcgi_max_temp_file_size fastcgi_send_lowat fastcgi_socket_rcvbuf fastcgi_socket_sndbuf fastcgi_temp_file_write_size",
		"grpc_buffer_size grpc_socket_rcvbuf grpc_socket_sndbuf",
		"hls_mp4_buffer_size hls_mp4_max_buffer_size http2_chunk_size",
		"image_filter_buffer",
		"memcached_buffer_size mp4_buffer_size mp4_max_buffer_size",
		"postpone_output proxy_busy_buffers_size proxy_headers_hash_bucket_size proxy_headers_hash_max_size proxy_max_temp_file_size proxy_send_lowat proxy_temp_file_write_size",
		"read_ahead",
		"scgi_buffer_size scgi_busy_buffers_size scgi_max_temp_file_size scgi_socket_rcvbuf scgi_socket_sndbuf scgi_temp_file_write_size send_lowat sendfile_max_chunk slice subrequest_output_buffer_size",
		"tunnel_buffer_size tunnel_send_lowat tunnel_socket_rcvbuf tunnel_socket_sndbuf types_hash_bucket_size types_hash_max_size",
		"uwsgi_buffer_size uwsgi_busy_buffers_size uwsgi_max_temp_file_size uwsgi_socket_rcvbuf uwsgi_socket_sndbuf uwsgi_temp_file_write_size"
	],
	"[[\"http location server\",1,4,0]]": [
		"client_body_temp_path",
		"fastcgi_temp_path",
		"proxy_cookie_flags proxy_temp_path",
		"scgi_temp_path",
		"uwsgi_temp_path"
	],
	"[[\"http server\",1,1,0,\"size\"]]": [
		"client_header_buffer_size connection_pool_size",
		"http2_body_preread_size http2_max_field_size http2_max_header_size http3_stream_buffer_size",
		"request_pool_size",
		"ssl_buffer_size"
	],
	"[[\"http server\",1,1,0,\"time\"]]": ["client_header_timeout", "http2_idle_timeout http2_recv_timeout"],
	"[[\"oidc_provider\",1,1,0]]": [
		"client_id client_secret config_url cookie_name",
		"extra_auth_args",
		"frontchannel_logout_uri",
		"issuer",
		"logout_uri",
		"post_logout_uri",
		"redirect_uri",
		"session_store"
	],
	"[[\"acme_issuer\",1,1,0,\"flag\"]]": ["common_name_in_csr"],
	"[[\"main\",1,1,0,\"flag\"]]": [
		"daemon",
		"master_process",
		"pcre_jit",
		"quic_bpf",
		"ssl_object_cache_inheritable"
	],
	"[[\"events\",1,1,0]]": ["debug_connection", "use"],
	"[[\"main\",1,1,0]]": [
		"debug_points",
		"env",
		"google_perftools_profiles",
		"load_module lock_file",
		"pid",
		"ssl_engine",
		"timer_resolution",
		"worker_processes working_directory"
	],
	"[[\"http location server\",1,2,0]]": [
		"disable_symlinks",
		"fastcgi_bind",
		"grpc_bind",
		"memcached_bind modern_browser",
		"open_file_cache",
		"proxy_cookie_domain proxy_cookie_path proxy_redirect",
		"scgi_bind status_format",
		"uwsgi_bind"
	],
	"[[\"location\",0,0,0]]": [
		"empty_gif",
		"f4f flv",
		"hls",
		"internal",
		"mp4",
		"status",
		"upstream_conf"
	],
	"[[\"mgmt\",1,1,0,\"flag\"]]": ["enforce_initial_report"],
	"[[\"http location mail mail-server main server stream stream-server\",1,-1,0]]": ["error_log"],
	"[[\"http location location-if server\",2,-1,0]]": ["error_page"],
	"[[\"main\",0,0,1]]": [
		"events",
		"http",
		"mail mgmt",
		"stream"
	],
	"[[\"http location location-if server\",1,2,0]]": ["expires"],
	"[[\"acme_issuer\",2,2,0]]": ["external_account_key"],
	"[[\"http location server\",1,1,0,\"number\"]]": [
		"fastcgi_cache_max_range_offset fastcgi_cache_min_uses fastcgi_next_upstream_tries",
		"grpc_next_upstream_tries grpc_ssl_verify_depth",
		"max_ranges memcached_next_upstream_tries min_delete_depth",
		"open_file_cache_min_uses",
		"proxy_cache_max_range_offset proxy_cache_min_uses",
		"scgi_cache_max_range_offset scgi_cache_min_uses scgi_next_upstream_tries",
		"tunnel_next_upstream_tries",
		"userid_service uwsgi_cache_max_range_offset uwsgi_cache_min_uses uwsgi_modifier1 uwsgi_modifier2 uwsgi_next_upstream_tries uwsgi_ssl_verify_depth"
	],
	"[[\"http location server\",2,3,0]]": [
		"fastcgi_param",
		"scgi_param",
		"uwsgi_param"
	],
	"[[\"location location-if\",1,1,0]]": [
		"fastcgi_pass",
		"grpc_pass",
		"memcached_pass",
		"scgi_pass",
		"uwsgi_pass"
	],
	"[[\"http\",1,2,1],[\"stream\",1,2,1]]": ["geo", "num_map"],
	"[[\"http\",1,1,0],[\"stream\",1,1,0]]": ["geoip_city geoip_country geoip_org", "js_include"],
	"[[\"http\",1,1,0,\"flag\"]]": ["geoip_proxy_recursive"],
	"[[\"http location server\",1,3,0]]": [
		"grpc_ssl_certificate_cache",
		"limit_req",
		"uwsgi_ssl_certificate_cache"
	],
	"[[\"http location server\",0,6,0]]": ["grpc_ssl_protocols", "uwsgi_ssl_protocols"],
	"[[\"http location location-if server\",1,1,0,\"flag\"]]": [
		"gzip",
		"override_charset",
		"sendfile ssi"
	],
	"[[\"upstream\",1,2,0],[\"stream-upstream\",1,2,0]]": [
		"hash",
		"least_time",
		"zone"
	],
	"[[\"location\",0,-1,0],[\"stream-server\",0,-1,0]]": ["health_check"],
	"[[\"stream stream-server\",1,1,0,\"time\"]]": [
		"health_check_timeout",
		"preread_timeout proxy_protocol_timeout",
		"ssl_handshake_timeout",
		"zone_sync_connect_retry_interval zone_sync_connect_timeout zone_sync_interval zone_sync_timeout"
	],
	"[[\"http server\",1,1,0,\"flag\"]]": [
		"http2 http3 http3_hq",
		"ignore_invalid_headers",
		"merge_slashes",
		"quic_gso quic_retry",
		"ssl_early_data",
		"underscores_in_headers"
	],
	"[[\"http server\",1,1,0,\"number\"]]": [
		"http2_max_concurrent_pushes http2_max_concurrent_streams http2_max_requests http3_max_concurrent_streams",
		"max_headers",
		"quic_active_connection_id_limit"
	],
	"[[\"http\",1,1,0,\"size\"]]": ["http2_recv_buffer_size"],
	"[[\"location server\",1,-1,1]]": ["if"],
	"[[\"location\",1,3,0]]": ["image_filter"],
	"[[\"mail mail-server\",1,-1,0]]": [
		"imap_auth imap_capabilities",
		"pop3_auth pop3_capabilities",
		"smtp_auth smtp_capabilities"
	],
	"[[\"mail mail-server\",1,1,0,\"size\"]]": [
		"imap_client_buffer",
		"proxy_buffer",
		"smtp_client_buffer"
	],
	"[[\"any\",1,1,0]]": ["include"],
	"[[\"location server\",1,1,0]]": ["internal_redirect"],
	"[[\"upstream\",0,0,0]]": ["ip_hash", "ntlm"],
	"[[\"limit_except location location-if\",1,1,0],[\"stream stream-server\",1,1,0]]": ["js_access"],
	"[[\"limit_except location location-if\",1,2,0]]": ["js_body_filter"],
	"[[\"limit_except location location-if\",1,1,0]]": ["js_content js_header_filter"],
	"[[\"http location server\",1,1,0,\"number\"],[\"stream stream-server\",1,1,0,\"number\"]]": ["js_context_reuse js_fetch_keepalive_requests js_fetch_verify_depth", "proxy_next_upstream_tries proxy_ssl_verify_depth"],
	"[[\"http location server\",1,1,0],[\"stream stream-server\",1,1,0]]": [
		"js_engine js_fetch_ciphers js_fetch_keepalive js_fetch_proxy js_fetch_trusted_certificate js_path",
		"limit_conn_log_level",
		"proxy_ssl_certificate proxy_ssl_certificate_key proxy_ssl_ciphers proxy_ssl_crl proxy_ssl_key_log proxy_ssl_name proxy_ssl_password_file proxy_ssl_trusted_certificate"
	],
	"[[\"http location server\",1,1,0,\"size\"],[\"stream stream-server\",1,1,0,\"size\"]]": ["js_fetch_buffer_size js_fetch_max_response_buffer_size", "proxy_buffer_size proxy_socket_rcvbuf proxy_socket_sndbuf"],
	"[[\"http location server\",1,1,0,\"time\"],[\"stream stream-server\",1,1,0,\"time\"]]": ["js_fetch_keepalive_time js_fetch_keepalive_timeout js_fetch_timeout", "proxy_connect_timeout proxy_next_upstream_timeout"],
	"[[\"http location server\",0,4,0],[\"stream stream-server\",0,4,0]]": ["js_fetch_protocols"],
	"[[\"http location server\",1,1,0,\"flag\"],[\"stream stream-server\",1,1,0,\"flag\"]]": [
		"js_fetch_verify",
		"limit_conn_dry_run",
		"proxy_bind_dynamic proxy_socket_keepalive proxy_ssl_server_name proxy_ssl_session_reuse proxy_ssl_verify",
		"tcp_nodelay"
	],
	"[[\"stream stream-server\",1,1,0]]": [
		"js_filter js_preread",
		"proxy_download_rate proxy_upload_rate",
		"zone_sync_ssl_certificate zone_sync_ssl_certificate_key zone_sync_ssl_ciphers zone_sync_ssl_crl zone_sync_ssl_name zone_sync_ssl_password_file zone_sync_ssl_trusted_certificate"
	],
	"[[\"http location server\",3,3,0],[\"stream stream-server\",3,3,0]]": ["js_import js_preload_object"],
	"[[\"main\",1,3,0]]": ["js_load_http_native_module js_load_stream_native_module"],
	"[[\"location\",1,4,0],[\"stream-server\",1,4,0]]": ["js_periodic"],
	"[[\"http location server\",2,3,0],[\"stream stream-server\",2,3,0]]": ["js_set"],
	"[[\"http\",1,5,0],[\"stream\",1,5,0]]": ["js_shared_dict_zone"],
	"[[\"http location server\",1,2,0],[\"stream stream-server\",1,2,0]]": ["js_var", "proxy_bind"],
	"[[\"upstream\",1,2,0]]": ["keepalive", "queue"],
	"[[\"http location server\",1,1,0,\"number\"],[\"upstream\",1,1,0,\"number\"]]": ["keepalive_requests"],
	"[[\"http location server\",1,1,0,\"time\"],[\"upstream\",1,1,0,\"time\"]]": ["keepalive_time"],
	"[[\"http location server\",1,2,0],[\"upstream\",1,2,0,\"time\"]]": ["keepalive_timeout"],
	"[[\"http\",3,3,0],[\"stream\",3,3,0]]": ["keyval"],
	"[[\"http\",1,-1,0],[\"stream\",1,-1,0]]": ["keyval_zone"],
	"[[\"http server\",2,2,0]]": ["large_client_header_buffers"],
	"[[\"upstream\",0,0,0],[\"stream-upstream\",0,0,0]]": ["least_conn"],
	"[[\"mgmt\",1,1,0]]": ["license_token", "proxy proxy_password proxy_username"],
	"[[\"http location server\",2,2,0],[\"stream stream-server\",2,2,0]]": ["limit_conn", "proxy_ssl_conf_command"],
	"[[\"http\",2,2,0],[\"stream\",2,2,0]]": ["limit_conn_zone"],
	"[[\"location\",1,-1,1]]": ["limit_except"],
	"[[\"http location location-if server\",1,1,0,\"size\"]]": ["limit_rate_after"],
	"[[\"http\",3,4,0]]": ["limit_req_zone"],
	"[[\"http\",3,3,0]]": ["limit_zone"],
	"[[\"server\",1,-1,0],[\"mail-server\",1,-1,0],[\"stream-server\",1,-1,0]]": ["listen"],
	"[[\"location server\",1,2,1]]": ["location"],
	"[[\"http\",2,-1,0],[\"stream\",2,-1,0]]": ["log_format"],
	"[[\"oidc_provider\",1,1,0,\"flag\"]]": [
		"logout_token_hint",
		"pkce",
		"userinfo"
	],
	"[[\"http\",2,2,1],[\"stream\",2,2,1]]": ["map", "split_clients"],
	"[[\"http\",1,1,0,\"size\"],[\"stream\",1,1,0,\"size\"]]": [
		"map_hash_bucket_size map_hash_max_size",
		"server_names_hash_bucket_size server_names_hash_max_size",
		"variables_hash_bucket_size variables_hash_max_size"
	],
	"[[\"http\",1,1,1],[\"stream\",1,1,1]]": ["match", "upstream"],
	"[[\"mail mail-server\",1,1,0,\"number\"]]": ["max_errors"],
	"[[\"stream stream-server\",1,1,0,\"flag\"]]": [
		"mqtt mqtt_preread",
		"proxy_half_close proxy_session_drop proxy_ssl",
		"ssl_preread",
		"zone_sync_ssl zone_sync_ssl_server_name zone_sync_ssl_verify"
	],
	"[[\"stream stream-server\",2,2,0]]": ["mqtt_buffers", "zone_sync_buffers zone_sync_ssl_conf_command"],
	"[[\"stream-server\",1,1,0,\"size\"]]": ["mqtt_rewrite_buffer_size"],
	"[[\"stream-server\",2,2,0]]": ["mqtt_set_connect"],
	"[[\"http location server\",1,4,0],[\"stream stream-server\",1,4,0]]": ["open_log_file_cache"],
	"[[\"http\",0,0,1]]": ["otel_exporter"],
	"[[\"http\",2,2,0]]": ["otel_resource_attr", "perl_set"],
	"[[\"stream-server\",1,1,0]]": ["pass"],
	"[[\"limit_except location\",1,1,0]]": ["perl"],
	"[[\"stream stream-server\",1,1,0,\"size\"]]": ["preread_buffer_size", "zone_sync_recv_buffer_size"],
	"[[\"acme_issuer\",1,2,0]]": ["profile"],
	"[[\"mail-server\",1,1,0]]": ["protocol"],
	"[[\"http location server\",1,-1,0],[\"stream stream-server\",1,1,0,\"flag\"]]": ["proxy_next_upstream"],
	"[[\"limit_except location location-if\",1,1,0],[\"stream-server\",1,1,0]]": ["proxy_pass"],
	"[[\"mail mail-server\",1,1,0],[\"stream stream-server\",1,1,0]]": ["proxy_protocol"],
	"[[\"stream stream-server\",1,1,0,\"number\"]]": ["proxy_requests proxy_responses", "zone_sync_ssl_verify_depth"],
	"[[\"stream stream-server\",1,-1,0]]": ["proxy_ssl_alpn", "ssl_alpn"],
	"[[\"http location server\",1,3,0],[\"stream stream-server\",1,3,0]]": ["proxy_ssl_certificate_cache"],
	"[[\"http location server\",0,6,0],[\"stream stream-server\",0,6,0]]": ["proxy_ssl_protocols"],
	"[[\"mail mail-server\",1,1,0,\"time\"],[\"stream stream-server\",1,1,0,\"time\"]]": ["proxy_timeout"],
	"[[\"http server\",1,1,0]]": ["quic_host_key"],
	"[[\"upstream\",0,2,0],[\"stream-upstream\",0,2,0]]": ["random"],
	"[[\"location\",1,1,0,\"flag\"]]": ["random_index"],
	"[[\"location server\",1,1,0,\"size\"]]": ["referer_hash_bucket_size referer_hash_max_size"],
	"[[\"http location server\",1,-1,0],[\"upstream\",1,-1,0],[\"mail mail-server\",1,-1,0],[\"mgmt\",1,-1,0],[\"stream stream-server\",1,-1,0],[\"stream-upstream\",1,-1,0]]": ["resolver"],
	"[[\"http location server\",1,1,0,\"time\"],[\"upstream\",1,1,0,\"time\"],[\"mail mail-server\",1,1,0,\"time\"],[\"stream stream-server\",1,1,0,\"time\"],[\"stream-upstream\",1,1,0,\"time\"]]": ["resolver_timeout"],
	"[[\"location location-if server server-if\",1,2,0],[\"stream-server\",1,2,0]]": ["return"],
	"[[\"location location-if server server-if\",2,3,0]]": ["rewrite"],
	"[[\"http location location-if server server-if\",1,1,0,\"flag\"]]": ["rewrite_log", "uninitialized_variable_warn"],
	"[[\"oidc_provider\",1,-1,0]]": ["scope"],
	"[[\"http\",0,0,1],[\"upstream\",1,-1,0],[\"mail\",0,0,1],[\"stream\",0,0,1],[\"stream-upstream\",1,-1,0]]": ["server"],
	"[[\"server\",1,-1,0],[\"mail mail-server\",1,-1,0],[\"stream-server\",1,-1,0]]": ["server_name"],
	"[[\"http\",2,6,0]]": ["session_log_zone"],
	"[[\"oidc_provider\",1,1,0,\"time\"]]": ["session_timeout"],
	"[[\"location location-if server server-if\",2,2,0],[\"stream-server\",2,2,0]]": ["set"],
	"[[\"http location server\",1,1,0],[\"mail mail-server\",1,1,0],[\"stream stream-server\",1,1,0]]": ["set_real_ip_from"],
	"[[\"http server\",1,1,0,\"flag\"],[\"mail mail-server\",1,1,0,\"flag\"]]": ["ssl"],
	"[[\"http server\",1,1,0],[\"mail mail-server\",1,1,0],[\"stream stream-server\",1,1,0]]": ["ssl_certificate ssl_certificate_key ssl_ciphers ssl_client_certificate ssl_dhparam ssl_ecdh_curve ssl_password_file ssl_session_ticket_key ssl_verify_client"],
	"[[\"http server\",1,3,0],[\"stream stream-server\",1,3,0]]": ["ssl_certificate_cache"],
	"[[\"http server\",1,1,0,\"flag\"],[\"mail mail-server\",1,1,0,\"flag\"],[\"stream stream-server\",1,1,0,\"flag\"]]": ["ssl_certificate_compression ssl_prefer_server_ciphers ssl_session_tickets"],
	"[[\"http server\",2,2,0],[\"mail mail-server\",2,2,0],[\"stream stream-server\",2,2,0]]": ["ssl_conf_command"],
	"[[\"oidc_provider\",1,1,0],[\"http server\",1,1,0],[\"mail mail-server\",1,1,0],[\"mgmt\",1,1,0],[\"stream stream-server\",1,1,0]]": ["ssl_crl"],
	"[[\"http server\",1,1,0],[\"stream stream-server\",1,1,0]]": ["ssl_ech_file ssl_key_log ssl_ocsp ssl_ocsp_responder ssl_stapling_file ssl_stapling_responder"],
	"[[\"http server\",0,1,0],[\"stream stream-server\",0,1,0]]": ["ssl_ocsp_cache"],
	"[[\"http server\",0,6,0],[\"mail mail-server\",0,6,0],[\"stream stream-server\",0,6,0]]": ["ssl_protocols"],
	"[[\"http server\",1,1,0,\"flag\"],[\"stream stream-server\",1,1,0,\"flag\"]]": ["ssl_reject_handshake ssl_stapling ssl_stapling_verify"],
	"[[\"http server\",1,2,0],[\"mail mail-server\",1,2,0],[\"stream stream-server\",1,2,0]]": ["ssl_session_cache"],
	"[[\"http server\",1,1,0,\"time\"],[\"mail mail-server\",1,1,0,\"time\"],[\"stream stream-server\",1,1,0,\"time\"]]": ["ssl_session_timeout"],
	"[[\"acme_issuer\",1,1,0],[\"oidc_provider\",1,1,0],[\"http server\",1,1,0],[\"mail mail-server\",1,1,0],[\"mgmt\",1,1,0],[\"stream stream-server\",1,1,0]]": ["ssl_trusted_certificate"],
	"[[\"acme_issuer\",1,1,0,\"flag\"],[\"mgmt\",1,1,0,\"flag\"]]": ["ssl_verify"],
	"[[\"http server\",1,1,0,\"number\"],[\"mail mail-server\",1,1,0,\"number\"],[\"stream stream-server\",1,1,0,\"number\"]]": ["ssl_verify_depth"],
	"[[\"upstream\",1,1,0],[\"stream-upstream\",1,1,0]]": ["state"],
	"[[\"acme_issuer\",1,1,0],[\"mgmt\",1,1,0]]": ["state_path"],
	"[[\"location location-if server\",1,1,0],[\"server\",1,1,0]]": ["status_zone"],
	"[[\"upstream\",1,-1,0]]": ["sticky"],
	"[[\"location server\",0,1,0]]": ["stub_status"],
	"[[\"main\",2,3,0]]": ["thread_pool"],
	"[[\"location server\",2,-1,0]]": ["try_files"],
	"[[\"location location-if server\",0,1,0]]": ["tunnel_pass"],
	"[[\"http location server\",0,0,1]]": ["types"],
	"[[\"mgmt\",0,2,0]]": ["usage_report"],
	"[[\"main\",1,2,0]]": ["user"],
	"[[\"location server\",1,-1,0]]": ["valid_referers"],
	"[[\"events\",1,1,0,\"number\"]]": ["worker_aio_requests worker_connections"],
	"[[\"main\",1,-1,0]]": ["worker_cpu_affinity"],
	"[[\"main\",1,1,0,\"number\"]]": ["worker_priority worker_rlimit_nofile"],
	"[[\"main\",1,1,0,\"size\"]]": ["worker_rlimit_core"],
	"[[\"main\",1,1,0,\"time\"]]": ["worker_shutdown_timeout"],
	"[[\"location\",1,-1,0]]": ["xslt_stylesheet"],
	"[[\"stream-server\",0,0,0]]": ["zone_sync"],
	"[[\"stream-server\",1,2,0]]": ["zone_sync_server"],
	"[[\"stream stream-server\",0,6,0]]": ["zone_sync_ssl_protocols"]
});
/** Rows of a name, or undefined for a name that neither nginx nor a widespread module has. */
const rowsOf = (name) => directives.get(name);
/** Modules that distributions package or users compile in, by the prefixes of their directives. */
const thirdParty = /^(?:lua_|more_(?:set|clear)_|brotli|zstd|modsecurity|passenger_|rails_|pagespeed|vhost_traffic_status|nchan_|geoip2|fancyindex|upload_|echo|auth_ldap|auth_pam|auth_gss|auth_spnego|auth_cookie|auth_digest|opentelemetry|opentracing|otel_|datadog_|push_stream|subs_filter|replace_filter|set_(?:by_lua|unescape_uri|escape_uri|quote_|base32|decode_|encode_|hex_|sha1|md5|random|hashed_|secure_random|rotate|local_today|formatted_|hmac_|misc|if_empty|form_input)|memc_|redis|drizzle_|postgres_|pgsql_|xss_|iconv_|ajp_|check(?:_|$)|naxsi|MainRule$|BasicRule$|CheckRule$|SecRules|LearningMode$|DeniedUrl$|LibInjection|rds_|encrypted_session|array_|eval|slowfs_|accesskey|mogilefs|dav_ext|rtmp|dyups|concat|trim|footer|sysguard|limit_traffic|limit_speed|testcookie|cache_purge|proxy_cache_purge|fastcgi_cache_purge|uwsgi_cache_purge|scgi_cache_purge|jwt_|auth_jwt|ssl_ct|security_headers|hide_server_tokens|headers_more|image_filter|ndk_|perl|uploadprogress|track_uploads|report_uploads|upload_progress|srcache_|php_|vod|live$|record|application$|hls|dash|exec|allow_|chunk_size|wave|push|pull|on_publish|on_play|on_done|interleave|meta|sticky|upsync|consistent_hash|fair$|least_time|jdomain|stream_lua|access_by_|content_by_|rewrite_by_|header_filter_by_|body_filter_by_|log_by_|init_by_|init_worker_by_|exit_worker_by_|balancer_by_|ssl_certificate_by_|ssl_client_hello_by_|ssl_session_fetch_by_|ssl_session_store_by_|preread_by_|server_rewrite_by_|acme_|njs_|js_|quic_|xclient|proxy_protocol_vendor|health_check|mod_zip|unzip|delay$|pinba_|statsd|prometheus|cookie_flag|cookie_limit|pubcookie|webp|spdy_|http_port|sorted_querystring|length_hiding|immutable|ipset|cors|nginx_)/;
/** Whether the name may be of a module without a table here. */
const maybeThirdParty = (name) => thirdParty.test(name) || /_by_lua(_block|_file)?$/.test(name);
/** Blocks whose content is data, not directives. */
const dataBlocks = /* @__PURE__ */ new Set([
	"map",
	"types",
	"geo",
	"geoip2",
	"split_clients",
	"charset_map",
	"num_map",
	"match"
]);
// action/lint/nginx/lexer.ts
const blank = (code) => code === 32 || code === 9 || code === 10 || code === 13;
/** The token at or after the offset; undefined at the end. `template` allows template markup anywhere. */
function nextToken(source, from, template) {
	const { text } = source;
	let i = from;
	while (i < text.length && blank(text.charCodeAt(i))) i++;
	if (i >= text.length) return void 0;
	const start = i;
	const c = text[i];
	const token = (kind, end, value, quote = "", more = {}) => ({
		source,
		start,
		end,
		kind,
		quote,
		text: value,
		...more
	});
	if (c === "#") {
		const end = endOfLine(text, i);
		return token("comment", end, text.slice(i, end));
	}
	if (template) {
		const end = markupEnd(text, i);
		if (end !== void 0) {
			const next = text[end];
			if ((text.startsWith("{%", i) || text.startsWith("{#", i) || /^<%[-_]?[^=-]/.test(text.slice(i, i + 4))) && (next === void 0 || /\s/.test(next))) return token("markup", end, text.slice(i, end));
		}
	}
	if (c === ";" || c === "}" || c === "{" && !(template && markupEnd(text, i))) return token(c, i + 1, c);
	if (c === "\"" || c === "'") {
		let value = "";
		let piece = i + 1;
		for (i++; i < text.length; i++) if (text[i] === "\\" && i + 1 < text.length) {
			const next = text[i + 1];
			const plain = next === c || next === "\\" ? next : {
				t: "	",
				r: "\r",
				n: "\n"
			}[next];
			value += text.slice(piece, i) + (plain ?? `\\${next}`);
			piece = i + 2;
			i++;
		} else if (text[i] === c) {
			value += text.slice(piece, i);
			const next = text[i + 1];
			const glued = next !== void 0 && !/[\s;{)]/.test(next);
			return token("word", i + 1, value, c, glued ? { glued: true } : {});
		}
		return token("word", text.length, value + text.slice(piece), c, { unclosed: true });
	}
	while (i < text.length) {
		const code = text.charCodeAt(i);
		if (blank(code) || code === 59) break;
		if (code === 123) {
			const end = template ? markupEnd(text, i) : void 0;
			if (end === void 0) break;
			i = end;
		} else if (code === 92) i += 2;
		else if (code === 36 && text.charCodeAt(i + 1) === 123) i += 2;
		else if (template && code === 60 && markupEnd(text, i)) i = markupEnd(text, i);
		else i++;
	}
	const end = Math.min(i, text.length);
	return token("word", end, text.slice(start, end));
}
function endOfLine(text, from) {
	for (let i = from; i < text.length; i++) if (text.charCodeAt(i) === 10) return i;
	return text.length;
}
// action/lint/nginx/lua.ts
/** The end of the body of a `*_by_lua_block { … }`: counts braces, except in Lua's strings and comments. */
function luaEnd(text, from) {
	let depth = 1;
	let i = from;
	while (i < text.length) {
		const c = text[i];
		if (c === "{") depth++;
		else if (c === "}") {
			if (--depth === 0) return {
				body: i,
				end: i + 1,
				closed: true
			};
		} else if (c === "\"" || c === "'") {
			i = stringEnd(text, i);
			continue;
		} else if (c === "-" && text[i + 1] === "-") {
			i = longBracket(text, i + 2) ?? lineEnd(text, i);
			continue;
		} else if (c === "[") {
			const long = longBracket(text, i);
			if (long !== void 0) {
				i = long;
				continue;
			}
		}
		i++;
	}
	return {
		body: text.length,
		end: text.length,
		closed: false
	};
}
function stringEnd(text, from) {
	const quote = text[from];
	for (let i = from + 1; i < text.length; i++) if (text[i] === "\\") i++;
	else if (text[i] === quote) return i + 1;
	else if (text[i] === "\n") return i;
	return text.length;
}
function lineEnd(text, from) {
	const end = text.indexOf("\n", from);
	return end < 0 ? text.length : end;
}
/** The end of `[[ … ]]` or `[==[ … ]==]`; the end of the text if it is not closed. */
function longBracket(text, from) {
	if (text[from] !== "[") return void 0;
	let level = 0;
	while (text[from + 1 + level] === "=") level++;
	if (text[from + 1 + level] !== "[") return void 0;
	const end = text.indexOf(`]${"=".repeat(level)}]`, from + level + 2);
	return end < 0 ? text.length : end + level + 2;
}
// action/lint/nginx/parse.ts
/** Nobody reads more, and a file of nothing but braces would give a problem for each. */
const mostProblems = 1e3;
/** Deeper nesting is no configuration, and each level costs memory. */
const deepest$1 = 2e4;
/** The longest indentation that is searched for the start of a line. */
const longestIndent = 200;
/** Parses a whole file, valid or not: each mistake becomes a problem, and parsing continues after it. */
function parseNginx(source) {
	const template = isTemplate(source);
	const { text } = source;
	const problems = [];
	const comments = [];
	const root = {
		source,
		start: 0,
		end: text.length,
		owner: void 0,
		children: [],
		closed: true
	};
	const stack = [root];
	let words = [];
	let at = 0;
	const problem = (range, message, fix) => {
		if (problems.length < mostProblems) problems.push({
			rule: "nginx/syntax",
			at: range,
			message,
			...fix ? { fix } : {}
		});
	};
	const add = (end, terminated, block) => {
		const [name, ...args] = words;
		const parent = stack.at(-1);
		const directive = {
			source,
			start: name.start,
			end,
			name,
			args,
			block,
			parent,
			terminated
		};
		parent.children.push(directive);
		words = [];
	};
	const missingSemicolon = (next) => {
		const last = words.at(-1);
		const name = words[0].text;
		const lost = next && /^(server_name|index|try_files|gzip_types|log_format)$/.test(name) && endsInSemicolon(next);
		if (!template) problem(source.range(words[0].start, last.end), `\`${name}\` does not end in \`;\`, so nginx takes ${lost ? `\`${next.text}\` and its arguments for more of them: that line does nothing.` : "what follows for its arguments and does not start."}`, safe("add the `;`", replace(source.range(last.end, last.end), ";")));
		add(last.end, false);
	};
	for (;;) {
		let token = nextToken(source, at, template);
		if (!token) break;
		if (token.kind === "word" && token.quote && (token.unclosed || token.glued && token.text.includes("\n"))) {
			token = lineOfQuote(token);
			problem(source.range(token.start, token.start + 1), `This ${token.quote} is never closed: nginx reads to the end of the file as one word and does not start.`);
		}
		if (token.glued && !template) problem(source.range(token.end, token.end + 1), "A closing quote ends the word: nginx needs a space, `;` or `{` after it, and does not start.");
		at = token.end;
		const first = words[0];
		if (token.kind === "comment" || token.kind === "markup") comments.push(token);
		else if (token.kind === "word") {
			if (isConflictMarker(token)) {
				at = endOfLine(text, token.start);
				comments.push(source.range(token.start, at));
			} else if (!first && /^(\/\/|\/\*|--$)/.test(token.text) && !inData(stack)) {
				at = endOfLine(text, token.start);
				comments.push(source.range(token.start, at));
				problem(source.range(token.start, at), "A comment in nginx starts with `#`; nginx reads this as a directive and does not start.");
			} else if (!first && stack.length > 1 && !token.quote && /^[^\w\s{$/]+\}$/.test(token.text)) {
				problem(token, `\`${token.text}\` is a word to nginx, not a \`}\`, so the block stays open; nginx does not start.`, safe("write `}`", replace(token, "}")));
				comments.push(source.range(token.start, token.end - 1));
				close(stack, token.end);
			} else {
				if (first && startsAnother(first, words.at(-1), token, stack)) missingSemicolon(token);
				words.push(token);
			}
		} else if (token.kind === ";") {
			if (first) add(token.end, true);
			else at = strayPunctuation(token);
		} else if (token.kind === "{") {
			if (!first) problem(token, "A block needs a name before its `{`; nginx does not start.");
			else if (inData(stack) && !template) {
				const owner = stack.at(-1)?.owner?.name.text;
				problem(token, `\`${owner}\` holds pairs, no blocks: nginx stops at this \`{\` and does not start.`);
			}
			if (first?.text.endsWith("_by_lua_block")) {
				const end = luaEnd(text, token.end);
				const lua = source.range(token.end, end.body);
				const block = {
					source,
					start: token.start,
					end: end.end,
					owner: void 0,
					children: [],
					lua,
					closed: end.closed
				};
				add(end.end, true, block);
				own(stack, block);
				at = end.end;
			} else {
				const block = {
					source,
					start: token.start,
					end: text.length,
					owner: void 0,
					children: [],
					closed: false
				};
				if (!first) words = [{
					...token,
					end: token.start,
					text: "",
					kind: "word",
					quote: ""
				}];
				add(text.length, true, block);
				own(stack, block);
				stack.push(block);
				if (stack.length > deepest$1) {
					problem(token, "Blocks are nested too deep here; what follows was not read.");
					break;
				}
			}
		} else {
			if (first) missingSemicolon();
			if (stack.length === 1) problem(token, "This `}` closes nothing: there is one too many, here or above; nginx does not start.");
			else close(stack, token.end);
		}
	}
	if (words.length > 0) missingSemicolon();
	const [, outermost, ...inner] = stack;
	if (outermost && !template) {
		const owner = outermost.owner;
		const also = inner.length > 0 ? `, nor ${inner.length === 1 ? "is one" : `are ${inner.length}`} in it` : "";
		problem(source.range(owner.start, outermost.start + 1), `The block \`${owner.name.text}\` is never closed with \`}\`${also}; nginx does not start.`);
	}
	return {
		kind: "nginx",
		path: source.path,
		source,
		root,
		context: contextOf(root),
		comments,
		problems,
		template
	};
	/** Whether a directive is a line with a semicolon, and no block. */
	function endsInSemicolon({ start }) {
		return /^[^;{}]{0,1000};/.test(text.slice(start, start + 1001));
	}
	/** One problem for adjacent characters; scanning the line for each would take quadratic time. */
	function strayPunctuation(token) {
		let end = token.end;
		for (let i = end; i < text.length && /[;\t ]/.test(text[i]); i++) if (text[i] === ";") end = i + 1;
		const line = source.lineStarts[source.lineAt(token.start)];
		const first = token.start - line < longestIndent && text.slice(line, token.start).trim() === "";
		const rest = end === token.end && first ? text.slice(end, endOfLine(text, end)).trim() : "";
		if (rest !== "" && !/[;{}]/.test(rest)) {
			const stop = endOfLine(text, token.start);
			comments.push(source.range(token.start, stop));
			problem(source.range(token.start, stop), "`;` starts no comment in nginx, `#` does; nginx does not start.", safe("make it a comment", replace(token, "#")));
			return stop;
		}
		if (!template) {
			const at = source.range(token.start, end);
			problem(at, "There is nothing before this `;`; nginx does not start.", safe("remove the `;`", replace(at, "")));
		}
		return end;
	}
	/** The part of an unclosed quoted word that is on its own line, without a `;` or ` {` at its end. */
	function lineOfQuote(token) {
		const line = text.slice(token.start, endOfLine(text, token.start)).replace(/\s*[;{]?\s*$/, "");
		const length = Math.max(1, line.length);
		return {
			source,
			start: token.start,
			end: token.start + length,
			kind: "word",
			quote: token.quote,
			text: line.slice(1)
		};
	}
}
/** Sets the directive that owns the block that was just added. */
function own(stack, block) {
	block.owner = stack.at(-1).children.at(-1);
}
function close(stack, end) {
	const block = stack.pop();
	block.end = end;
	block.closed = true;
	block.owner.end = end;
}
const inData = (stack) => dataBlocks.has(stack.at(-1)?.owner?.name.text ?? "");
const isConflictMarker = (token) => token.quote === "" && /^(<{7}|={7}|>{7}|\|{7})$/.test(token.text) && /^$|[\r\n]/.test(token.source.text.slice(token.start - 1, token.start) || "");
/**
* Whether a word is the next directive and not another argument: it has a directive's name, starts its line, and is not
* indented deeper than the directive before it.
*/
function startsAnother(first, previous, word, stack) {
	if (word.quote || inData(stack) || !rowsOf(word.text)) return false;
	const { source } = word;
	const line = source.lineAt(word.start);
	if (source.lineAt(previous.end) === line) return false;
	const indentOf = (token) => /^[ \t]*/.exec(source.slice({
		start: source.lineStarts[source.lineAt(token.start)],
		end: token.start
	}))?.[0] ?? "";
	const [outer, inner] = [indentOf(first), indentOf(word)];
	return inner.length <= outer.length || !inner.startsWith(outer);
}
/** Derives a file's context from its outermost directives. */
function contextOf(root) {
	const names = new Set(root.children.map((d) => d.name.text));
	const has = (...some) => some.some((name) => names.has(name));
	if (has("http", "events", "stream", "mail")) return "main";
	if (root.children.some((d) => d.name.text === "server" && d.block)) return "http";
	if (root.children.some((d) => d.name.text === "upstream" && d.block)) return "http";
	if (has("listen", "server_name")) return "server";
}
// action/lint/nginx/tree.ts
const lists = /* @__PURE__ */ new WeakMap();
/**
* All directives in text order, each before its children. Not recursive, because blocks nest to any depth, and cached,
* because every rule needs it.
*/
function walk(file) {
	const known = lists.get(file.root);
	if (known) return known;
	const list = [];
	const stack = [{
		list: file.root.children,
		next: 0
	}];
	while (stack.length > 0) {
		const top = stack.at(-1);
		const directive = top.list[top.next++];
		if (!directive) stack.pop();
		else {
			list.push(directive);
			if (directive.block) stack.push({
				list: directive.block.children,
				next: 0
			});
		}
	}
	lists.set(file.root, list);
	return list;
}
const indexes = /* @__PURE__ */ new WeakMap();
/** Those of a list that have one of the names, in the order of the text. Indexed, since every rule asks. */
function ofNames(list, names) {
	let index = indexes.get(list);
	if (!index) {
		index = /* @__PURE__ */ new Map();
		for (const directive of list) {
			const alike = index.get(directive.name.text);
			if (alike) alike.push(directive);
			else index.set(directive.name.text, [directive]);
		}
		indexes.set(list, index);
	}
	if (names.length === 1) return index.get(names[0]) ?? [];
	return names.flatMap((name) => index.get(name) ?? []).sort((a, b) => a.start - b.start);
}
/** All directives of those names in the order of the text. */
const named = (file, ...names) => ofNames(walk(file), names);
/** No configuration nests deeper; the limit keeps a hostile file from taking quadratic time. */
const deepest = 64;
/** The block around one; for an included file, the block with the (first) `include`. */
const around = (block) => (block.owner ?? block.includedBy?.[0])?.parent;
/** The directives around one, innermost first, including those around the `include` of its file. */
function* ancestors(directive) {
	let block = directive.parent;
	for (let depth = 0; block && depth < deepest; depth++, block = around(block)) if (block.owner) yield block.owner;
}
/** The innermost directive with one of those names around a directive. */
function enclosing(directive, ...names) {
	for (const owner of ancestors(directive)) if (names.includes(owner.name.text)) return owner;
}
/** The direct children of a block with one of those names. */
const children = (block, ...names) => block ? ofNames(block.children, names) : [];
/**
* The blocks from one outwards, level by level. The outermost directives of an included file are in the same block as
* the `include`; if several places include it, they are all one level.
*/
function* levels(block) {
	let level = [block];
	for (let depth = 0; level.length > 0 && depth < deepest; depth++) {
		for (let i = 0; i < level.length && i < deepest; i++) for (const { parent } of level[i].includedBy ?? []) if (!level.includes(parent)) level.push(parent);
		yield level;
		level = level.flatMap((part) => part.owner?.parent ?? []);
	}
}
/**
* The directives of a name that apply in a block by inheritance: those of the nearest block that has any (nginx
* inherits lists such as proxy_set_header as a whole or not at all).
*/
function inherited(block, name) {
	for (const level of levels(block)) {
		const own = level.flatMap((part) => children(part, name));
		if (own.length > 0) return own;
	}
	return [];
}
// action/engine/deploy/served.ts
/**
* What nginx serves from disk below a folder: paths relative to it, of files, and of folders with all they contain.
* These are the paths that its configuration names by `alias` or `root`; for a `root` whose `try_files` names files,
* those files only.
*
* @param folder absolute, without a trailing slash
*/
function served(nginxConfig, folder) {
	const found = /* @__PURE__ */ new Set();
	for (const directive of walk(parseNginx(new Source("deploy/nginx.conf", nginxConfig)))) {
		if (directive.name.text !== "alias" && directive.name.text !== "root") continue;
		const [path = ""] = (directive.args[0]?.text ?? "").split("$");
		if (path !== folder && !path.startsWith(`${folder}/`)) continue;
		const inside = path.slice(folder.length).replace(/^\/+|\/+$/g, "");
		for (const name of namedFiles(directive)) found.add([inside, name].filter(Boolean).join("/"));
	}
	return [...found].filter(Boolean).toSorted();
}
/**
* Which URL prefixes map to which folders below a folder: ["/static/", "app/static/"] for each prefix location with an
* `alias` or a `root` of its own.
*
* @param folder absolute, without a trailing slash
*/
function servedAt(nginxConfig, folder) {
	const found = [];
	for (const directive of walk(parseNginx(new Source("deploy/nginx.conf", nginxConfig)))) {
		const place = placeNamed(directive);
		if (place?.match !== "prefix" || !place.path.text.endsWith("/")) continue;
		const url = place.path.text;
		const [alias] = children(directive.block, "alias");
		const [root] = children(directive.block, "root");
		const named = alias?.args[0]?.text ?? (root && url !== "/" ? `${root.args[0]?.text}${url}` : void 0);
		if (named?.startsWith(`${folder}/`) && named.endsWith("/") && !named.includes("$")) found.push([url, named.slice(folder.length + 1)]);
	}
	return found;
}
/** The files below a `root` that `try_files` beside it names; "" if any requested path is served. */
function namedFiles({ name, parent }) {
	const [tried] = children(parent, "try_files");
	if (name.text === "alias" || !tried) return [""];
	const files = tried.args.slice(0, -1).map(({ text }) => text.replace(/^\/+/, ""));
	return files.some((file) => file === "" || file.includes("$")) ? [""] : files;
}
// action/engine/targets/server/driver-settings.ts
/**
* What the driver is told about the app. Times in seconds, paths as in {@link FileEntry}.
*
* @param probeSeconds what the prober's time is at least
*/
function driverSettings(app, nginxConfig, probeSeconds = 0) {
	const { deploy } = app;
	const { release, beforeSwitch, afterSwitch } = deploy.hooks;
	return {
		/** What the app server speaks on its socket. */
		protocol: appServers[app.server].protocol,
		/** How to ask nginx on the server for this site. */
		site: siteOf(app, nginxConfig),
		/** The unit of a release, with `@` before its id; "" where systemd does not run it itself. */
		unit: processManagers[app.processManager].instances(app.name)[0] ?? "",
		health: deploy.health,
		gate: deploy.gate,
		smoke: {
			...deploy.smoke,
			contains: deploy.smoke.contains ?? ""
		},
		keepReleases: deploy.keepReleases,
		drain: deploy.drain,
		strategy: deploy.strategy,
		hooks: {
			...release && { release },
			...beforeSwitch && { before_switch: beforeSwitch },
			...afterSwitch && { after_switch: afterSwitch }
		},
		/** Folders that outlive a release, and which of them nginx reads. */
		shared: deploy.shared.map(bytesOfPath),
		web: served(nginxConfig, `/srv/${app.name}/shared`).map(bytesOfPath),
		/** What of a release nginx serves: files, and folders with all that is in them. */
		public: served(nginxConfig, `/srv/${app.name}/current`).map(bytesOfPath),
		/** Which URLs nginx answers from which folders of the release. */
		statics: servedAt(nginxConfig, `/srv/${app.name}/current`).map(([url, folder]) => [url, bytesOfPath(folder)]),
		/** Path in the release → path on the server, for what the process manager reads. */
		files: targets(app),
		prober: {
			...deploy.prober,
			seconds: Math.max(deploy.prober.seconds, probeSeconds)
		}
	};
}
const bytesOfPath = (path) => Buffer.from(path).toString("latin1");
/** How nginx on the server is asked for the site, the way that visitors go. */
function siteOf({ domain, tls }, nginxConfig) {
	const host = canonicalName(domain);
	const protocol = tls === "none" ? "http" : "https";
	return {
		host: host === "_" ? "localhost" : host,
		port: listenPort(nginxConfig, protocol),
		protocol
	};
}
/** The first port that the site listens on for one of both. */
function listenPort(nginxConfig, protocol = "http") {
	const kind = {
		http: /^(?!.*\b(ssl|quic)\b)/,
		https: /\bssl\b/
	}[protocol];
	for (const [, address = "", more = ""] of nginxConfig.matchAll(/^\s*listen\s+(?:\S*:(?=\d+))?(\d+)([^;]*);/gm)) if (kind.test(more)) return Number(address);
	return {
		http: 80,
		https: 443
	}[protocol];
}
/** The site's nginx file of a repository; "" when it has none. */
function readNginx(root) {
	const path = join(root, "deploy/nginx.conf");
	return existsSync(path) ? readPlainFile(path) : "";
}
// action/report/deploy/connection-lost.ts
/** Messages by ssh's failure. In a job, key and pinned host key are secrets, whose files are removed afterwards. */
const told = {
	"host-key-changed": ({ where }) => ({
		message: `the host key of ${where} is not the one that known-hosts pins: the server was rebuilt, or another machine responds in its place`,
		next: "If it was rebuilt, compare its key on its own console (`ssh-keygen -lf /etc/ssh/ssh_host_ed25519_key.pub`), and store what `cat /etc/ssh/ssh_host_ed25519_key.pub` prints there as the secret KNOWN_HOSTS."
	}),
	"host-key-unknown": ({ where }) => ({
		message: `known-hosts pins no key of ${where}`,
		next: "Store what `cat /etc/ssh/ssh_host_ed25519_key.pub` prints on the server's own console as the secret KNOWN_HOSTS, and check that the variables HOST and PORT name that server."
	}),
	"key-unusable": () => ({
		message: "the private key of ssh-key cannot be used: it is damaged, or has a passphrase",
		next: "Store the whole key file, from BEGIN to END, as the secret SSH_KEY: `gh secret set SSH_KEY --env production < FILE`."
	}),
	"key-refused": ({ where, user, host }) => ({
		message: `${where} does not accept the key of ssh-key for ${user}`,
		next: `The secret SSH_KEY must hold the private half of a key in ~${user}/.ssh/authorized_keys, and the variable USER its owner. \`npx create-flask-deploy github rotate-key --login root@${host}\` creates a new pair and stores it.`
	}),
	unreachable: ({ where }) => ({
		message: `${where} cannot be reached by ssh from this runner`,
		next: "Check the variables HOST and PORT, that sshd runs, and that a firewall lets the runner in: GitHub's have changing addresses (https://api.github.com/meta lists them), a self-hosted runner has yours."
	}),
	"no-ssh": () => ({
		message: "ssh could not be started on this runner",
		next: "Install the OpenSSH client in a step before this one."
	})
};
/**
* @param message the engine's, which ends with ssh's own output
* @returns undefined if the engine's message fits a job as it is
*/
function connectionLost(kind, message, server) {
	if (kind === void 0 || kind === "dropped") return void 0;
	const where = server.port === 22 ? server.host : `${server.host} port ${server.port}`;
	const { message: said, next } = told[kind]({
		...server,
		where
	});
	return {
		message: `${said}${/\nssh said: [\s\S]*$/.exec(message)?.[0] ?? ""}`,
		next
	};
}
// action/report/deploy/traceback.ts
/**
* The innermost frame of a Python traceback that is in the release itself, not in its venv or in Python.
* @param exists whether the app's folder has a file
*/
function placeOf(traceback, exists) {
	const frames = [...traceback.matchAll(/^\s*File "([^"\n]+)", line (\d+)/gm)].reverse();
	for (const [, path = "", line = "1"] of frames) {
		const inside = /^\/srv\/[^/]+\/(?:releases\/[^/]+|current)\/(.+)$/.exec(path)?.[1] ?? path.replace(/^\.\//, "");
		if (!(inside.startsWith("/") || /(^|\/)(\.\.|\.venv|site-packages)(\/|$)/.test(inside)) && exists(inside)) return {
			file: inside,
			line: Number(line)
		};
	}
}
/** The traceback's own last line, "ZeroDivisionError: division by zero"; "" if there is none. */
const lastLine = (traceback) => traceback.trimEnd().split("\n").at(-1)?.trim() ?? "";
// action/report/deploy/summary.ts
const TRACEBACK_LIMIT = 2e4;
/** The job summary of a deploy or a rollback: the result in the first line, then the details. */
function deploySummary(result, context) {
	const { cause, steps } = result;
	return page(headline(result, context), cause ? causeParts(cause) : "", facts(result, context), prober(result), changeParts(result, context), steps.length > 0 ? folded(`Timeline: ${milliseconds(result.durationMs)}`, timeline(steps, result.durationMs)) : "", ...result.warnings.map((warning) => `> [!WARNING]\n> ${inline(warning)}`));
}
function headline({ status, release, url, cause, durationMs }, context) {
	const app = code(context.app);
	const where = url ? ` at ${address(url)}` : "";
	const took = ` in ${milliseconds(durationMs)}`;
	if (cause) return `### ❌ ${app} ${status === "rolled-back" ? "was rolled back" : status === "unknown" ? "may be live or not" : context.command === "deploy" ? "was not deployed" : "was not rolled back"}: ${inline(reason(cause))}`;
	if (context.dryRun) return `### 🔎 ${app}: a dry run, nothing was changed`;
	switch (status) {
		case "deployed": return `### ✅ ${app} ${code(release)} is live${where}, deployed${took}`;
		case "rolled-back": return `### ↩️ ${app} is back at ${code(release)}${where}${took}`;
		case "unchanged": return `### ✅ ${app} ${code(release)} is live${where} already: nothing to do`;
		case "failed":
		case "unknown": return `### ❌ ${app} was not deployed`;
	}
}
/** What failed and, if the app's output says so, why: "the new release does not start: KeyError: 'TOKEN'". */
const reason = ({ message, traceback }) => [message, lastLine(traceback)].filter(Boolean).join(": ");
function causeParts({ message: _, next, step, kind, traceback, journal, unit }) {
	return [
		next && (next.includes("\n") ? fenced(next) : `**What to do:** ${inline(next)}`),
		`Failed at step ${code(step)}. Cause: ${causeSources[kind]}.${unit ? ` Unit: ${inline(unit)}.` : ""}`,
		traceback && fenced(tail(traceback, TRACEBACK_LIMIT), "pytb"),
		journal.length > 0 && folded(`Last ${journal.length} lines of its journal`, fenced(tail(journal.join("\n"), TRACEBACK_LIMIT)))
	].filter(Boolean).join("\n\n");
}
function facts(result, { repositoryUrl, actor }) {
	const { release, previousRelease, commit, changed, bytesSent } = result;
	const touched = changed.added + changed.changed + changed.removed;
	const shown = [
		release && ["release", code(release)],
		previousRelease && ["before", code(previousRelease)],
		commit && ["commit", `${commitLink(repositoryUrl, commit)}${actor ? ` by ${inline(actor)}` : ""}`],
		touched > 0 && ["files", `${changed.added} added, ${changed.changed} changed, ${changed.removed} removed; ${bytes(bytesSent)} sent`]
	].filter((row) => Array.isArray(row));
	return shown.length > 0 ? table(["", ""], shown) : "";
}
function commitLink(repositoryUrl, hash) {
	const short = code(hash.slice(0, 7));
	return repositoryUrl ? `[${short}](${repositoryUrl}/commit/${hash})` : short;
}
function prober({ requestsSent, requestsFailed, longestStallMs }) {
	if (requestsSent === 0) return "";
	return `${requestsSent} probe requests through nginx during the switch: ${requestsFailed === 0 ? "none failed" : `**${requestsFailed} failed**`}, the slowest took ${milliseconds(longestStallMs)}.`;
}
/** The commits that a deploy adds or a rollback removes. After a rollback, the older end is the live commit. */
function changeParts(result, { changes, repositoryUrl, command }) {
	const [before, after] = endsOf(result);
	if (!before || !after || before.startsWith(after) || after.startsWith(before)) return "";
	const [from, to] = command === "rollback" ? [after, before] : [before, after];
	const link = repositoryUrl ? `[Compare](${repositoryUrl}/compare/${from}...${to})` : "";
	if (!changes) return link;
	const line = ({ hash, subject, author }) => `- ${commitLink(repositoryUrl, hash)} ${inline(subject)} (${inline(author)})`;
	return [`**${command === "rollback" ? "No longer live" : "Since the last release"}** ${link}`, changes.map(line).join("\n")].join("\n\n");
}
/** Commits of the previous and the live release; the result of a rollback has it in the release id only. */
const endsOf = ({ previousRelease, commit, release }) => [previousRelease.split("-")[1] ?? "", commit || (release.split("-")[1] ?? "")];
/** A link; the parser percent-encodes characters that a URL must not contain (`<`, a backtick). */
const address = (url) => URL.canParse(url) ? `<${new URL(url).href}>` : code(url);
const bytes = (count) => count < 1e3 ? `${count} bytes` : count < 1e6 ? `${(count / 1e3).toFixed(1)} kB` : `${(count / 1e6).toFixed(1)} MB`;
// action/report/deploy/deploy.ts
/** The report of a deploy or a rollback; a pure function of the result. */
function deployReport(result, context) {
	const { cause } = result;
	return {
		failure: failed(result) ? failureOf(result) : void 0,
		outputs: {
			status: result.status,
			release: result.release,
			"previous-release": result.previousRelease,
			url: result.url,
			"duration-ms": String(Math.round(result.durationMs)),
			"requests-sent": String(result.requestsSent),
			"requests-failed": String(result.requestsFailed)
		},
		annotations: [...cause ? codeAnnotation(cause, context) : [], ...result.warnings.map((message) => ({
			level: "warning",
			message
		}))],
		summary: deploySummary(result, context)
	};
}
/** A requested rollback has no cause; one after a failure has. */
const failed = ({ status, cause }) => status === "failed" || cause !== void 0;
function failureOf({ status, cause }) {
	const what = {
		"rolled-back": "Rolled back",
		unknown: "Outcome unknown"
	}[status] ?? "Not deployed";
	if (!cause) return `${what}.`;
	return [`${what}: ${reason(cause)} (step ${cause.step})`, cause.next].filter(Boolean).join("\n");
}
function codeAnnotation(cause, { folder, exists }) {
	const place = placeOf(cause.traceback, exists);
	if (!place) return [];
	const file = folder ? `${folder}/${place.file}` : place.file;
	return [{
		level: "error",
		title: lastLine(cause.traceback),
		message: cause.message,
		file,
		startLine: place.line
	}];
}
// action/runner/commits.ts
/** GitHub's comparison shows longer lists better. */
const MOST = 30;
/**
* The commits between two releases, newest first; undefined if the checkout does not reach back that far, as with
* actions/checkout's default depth.
*/
async function commitsBetween(git, directory, before, commit) {
	if (!/^[0-9a-f]{7,40}$/.test(before) || !/^[0-9a-f]{7,40}$/.test(commit)) return void 0;
	return (await git(directory, [
		"log",
		"-z",
		`-n${MOST}`,
		"--format=%H%n%an%n%s",
		`${before}..${commit}`,
		"--",
		"."
	]))?.split("\0").filter(Boolean).map((entry) => {
		const [hash = "", author = "", ...subject] = entry.split("\n");
		return {
			hash,
			author,
			subject: subject.join(" ")
		};
	});
}
// action/commands/server.ts
/** What a deploy and a rollback need alike: a deployment on GitHub, and the report of what came of it. */
async function runRelease(command, inputs, job, act) {
	const { app, directory, folder } = inputs;
	const { runner, log } = job;
	const following = followed(inputs, job, `${app.name} to ${inputs.access.host}`);
	if (command === "deploy") following.then((follower) => follower?.begin(runner.sha));
	const outcome = await act();
	const lost = connectionLost(outcome.cause?.ssh, outcome.cause?.message ?? "", inputs.access);
	const result = {
		...outcome,
		...outcome.cause && lost && { cause: {
			...outcome.cause,
			...lost
		} },
		url: outcome.url || siteUrl(app, inputs.access.host, listenPort(readNginx(directory)))
	};
	const { cause } = result;
	if (cause) {
		for (const line of [cause.traceback, ...cause.journal]) if (line) log.line(line);
	}
	const [before, after] = endsOf(result);
	await (await following)?.end(result, after);
	const [from, to] = command === "rollback" ? [after, before] : [before, after];
	return deployReport(result, {
		command,
		app: app.name,
		dryRun: inputs.dryRun,
		actor: runner.actor,
		repositoryUrl: runner.repository ? `${runner.serverUrl}/${runner.repository}` : "",
		folder,
		changes: await commitsBetween(job.git, directory, from, to),
		exists: (file) => existsSync(join(directory, file))
	});
}
/** Imported while the deploy is already running, and only if there is a token. */
async function followed(inputs, job, description) {
	const { githubToken: token, environment, dryRun } = inputs;
	if (token === "" || job.runner.repository === "" || dryRun) return void 0;
	const { followDeploy } = await import("./follow-deploy.js");
	return followDeploy({
		token,
		environment,
		description
	}, job);
}
/**
* The site's URL for visitors, as far as the configuration has it: without a domain, that of the server.
*
* @param port the port that nginx listens on for plain HTTP
*/
function siteUrl({ domain, tls }, host, port) {
	const canonical = canonicalName(domain);
	const name = canonical !== "_" ? canonical : host.includes(":") && !host.startsWith("[") ? `[${host}]` : host;
	return tls === "none" ? `http://${name}${port === 80 ? "" : `:${port}`}/` : `https://${name}/`;
}
// action/engine/process/plain.ts
const ESC = "\\u001b";
const END = `(?:\\u0007|${ESC}\\\\|\\u009c)`;
/** Escape sequences as terminals parse them, truncated ones too: OSC, CSI, the DCS family, and short ones. */
const sequences = new RegExp([
	`(?:${ESC}\\]|\\u009d)[^\\u0007\\u001b\\u009c]*${END}?`,
	`(?:${ESC}\\[|\\u009b)[0-?]*[ -/]*[@-~]?`,
	`(?:${ESC}[PX^_]|[\\u0090\\u0098\\u009e\\u009f])[^\\u001b\\u009c]*${END}?`,
	`${ESC}[ -/]*[0-~]?`
].join("|"), "g");
/** Control characters except tab and newline, and marks that change the direction of text. */
const controls = /[^\P{Cc}\t\n]|[\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;
/** Text from the server without anything that would control a terminal. */
const plain = (text) => text.replace(sequences, "").replace(controls, "");
/** The same for every string of a response, keys included. */
function plainDeep(value) {
	if (typeof value === "string") return plain(value);
	if (Array.isArray(value)) return value.map(plainDeep);
	if (typeof value !== "object" || value === null) return value;
	return Object.fromEntries(Object.entries(value).map(([key, one]) => [plain(key), plainDeep(one)]));
}
// action/engine/targets/server/driver.ts
/** What may run on the server, by module name. */
const texts = {
	channel: "\"\"\"What comes from the deployer and goes to it: bytes in on stdin, one JSON event a line on stdout.\n\nA deployer that is killed closes stdin; one whose network is cut just falls silent, so it sends a beat every\nsecond and SILENCE without one counts as gone. Either way the main thread hears of it at its next wait.\n\"\"\"\nfrom __future__ import annotations\n\nimport collections\nimport json\nimport os\nimport select\nimport signal\nimport subprocess\nimport threading\nimport time\n\nTYPE_CHECKING = False\nif TYPE_CHECKING:\n    from typing import IO, Callable, Iterator, Mapping, Sequence\n    from messages import Ended, Message, Say\n\nSILENCE = 15.0\nROOM = 8 << 20  # bytes read ahead of whoever consumes them\nPATIENCE = 10  # seconds\nKEPT = 1 << 18  # bytes of what a program said\n\n\nclass Cancelled(Exception):\n    pass\n\n\nclass Failed(Exception):\n    \"\"\"A step failed for a reason that a person can act on.\"\"\"\n\n    def __init__(self, kind: str, message: str, next: str = \"\") -> None:\n        Exception.__init__(self, message)\n        self.kind, self.message, self.next = kind, message, next\n\n\nclass Channel:\n    def __init__(self) -> None:\n        self.chunks: collections.deque[bytes] = collections.deque()\n        self.held = 0\n        self.ready = threading.Condition()\n        self.rest = b\"\"\n        self.gone = \"\"  # why, once it is\n        self.silence = SILENCE\n        self.shielded = False  # True while stopping half-way would be worse than going on\n        self.wake_r, self.wake_w = os.pipe()\n        self.say: Say = self._say\n        self.mute = threading.Lock()\n        for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):\n            signal.signal(number, lambda n, _: self.end(\"signal %d\" % n))\n        threading.Thread(target=self._read, daemon=True).start()\n\n    def _read(self) -> None:\n        while True:\n            try:\n                heard = select.select([0], [], [], self.silence)[0]\n                chunk = os.read(0, 1 << 18) if heard else None\n            except OSError:\n                chunk = b\"\"\n            if not chunk:\n                return self.end(\"the deployer closed the connection\" if chunk == b\"\" else \"the deployer fell silent\")\n            with self.ready:\n                while self.held > ROOM:\n                    self.ready.wait()\n                self.chunks.append(chunk)\n                self.held += len(chunk)\n                self.ready.notify_all()\n\n    def end(self, why: str) -> None:\n        self.gone = self.gone or why\n        os.write(self.wake_w, b\"x\")\n\n    def check(self) -> None:\n        if self.gone and not self.shielded:\n            raise Cancelled(self.gone)\n\n    def sleep(self, seconds: float) -> None:\n        if self.shielded or not seconds:\n            time.sleep(seconds)\n            return\n        select.select([self.wake_r], [], [], seconds)\n        self.check()\n\n    def _next(self, deadline: float) -> bytes:\n        \"\"\"One chunk, whoever else may have put some back.\"\"\"\n        while True:\n            with self.ready:\n                if self.chunks:\n                    chunk = self.chunks.popleft()\n                    self.held -= len(chunk)\n                    self.ready.notify_all()\n                    return chunk\n                if self.gone:\n                    raise Cancelled(self.gone)\n                self.ready.wait(0.2)\n            if time.monotonic() > deadline:\n                raise Cancelled(\"the deployer did not answer in time\")\n\n    def message(self, timeout: float) -> Message:\n        message: Message = json.loads(self.line(timeout))\n        return message\n\n    def line(self, timeout: float) -> bytes:\n        \"\"\"The next message as it came; beats are not messages.\"\"\"\n        deadline = time.monotonic() + timeout\n        while True:\n            line, found, rest = self.rest.partition(b\"\\n\")\n            if not found:\n                parts = [self.rest]\n                while b\"\\n\" not in parts[-1]:\n                    parts.append(self._next(deadline))\n                self.rest = b\"\".join(parts)\n                continue\n            self.rest = rest\n            if line:\n                return line\n\n    def exact(self, size: int) -> Iterator[bytes]:\n        \"\"\"Yields exactly `size` bytes in pieces.\"\"\"\n        deadline = time.monotonic() + 3600\n        while size:\n            chunk = self.rest or self._next(deadline)\n            self.rest = chunk[size:]\n            chunk = chunk[:size]\n            size -= len(chunk)\n            yield chunk\n\n    def _say(self, kind: str, **data: object) -> None:\n        data[\"t\"] = kind\n        line = (json.dumps(data) + \"\\n\").encode()\n        with self.mute:\n            while line:\n                try:\n                    line = line[os.write(1, line):]\n                except OSError:  # nobody listens any more; stdin tells the same\n                    return\n\n    def run(self, argv: Sequence[str], stdin: bytes = b\"\", timeout: float = 60, cwd: str | None = None, env: Mapping[str, str] | None = None,\n            each: Callable[[str], object] | None = None, waiting: Callable[[int], object] | None = None) -> Ended:\n        \"\"\"Exit code (None: out of time), stdout and stderr, of each the last KEPT bytes. A cancelled run leaves the process to the undo.\n\n        `each` is called with every line of both as it comes, `waiting` every ten seconds with how many have passed; it may\n        raise Failed to wait no longer.\n        \"\"\"\n        source = subprocess.DEVNULL\n        if stdin:\n            source = os.memfd_create(\"stdin\")  # a secret on stdin touches no disk\n            os.write(source, stdin)\n            os.lseek(source, 0, 0)\n        # A session of its own, so that a hook's children end with it.\n        child = subprocess.Popen(argv, stdin=source, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=cwd, env=env,\n                                 start_new_session=True)\n        if stdin:\n            os.close(source)\n        assert child.stdout and child.stderr\n        out, err = Stream(child.stdout, each), Stream(child.stderr, each)\n        open_streams, began = [out, err], time.monotonic()\n        deadline, news = began + timeout, began + PATIENCE\n        try:\n            while open_streams:\n                left = deadline - time.monotonic()\n                wanted: list[Stream | int] = [*open_streams] if self.shielded else [*open_streams, self.wake_r]\n                heard = select.select(wanted, [], [], max(0, min(left, news - time.monotonic()) if waiting else left))[0]\n                self.check()\n                if waiting and time.monotonic() >= news:\n                    news += PATIENCE\n                    waiting(round(time.monotonic() - began))\n                if left <= 0:\n                    end_group(child)\n                    return None, out.text(), err.text()\n                for stream in heard:\n                    if isinstance(stream, Stream) and not stream.take():\n                        open_streams.remove(stream)\n            return child.wait(), out.text(), err.text()\n        except (Cancelled, Failed):\n            end_group(child)\n            raise\n        finally:\n            child.stdout.close()\n            child.stderr.close()\n\n\nclass Stream:\n    \"\"\"What a program says on one of its streams; a program that never stops costs no memory.\"\"\"\n\n    def __init__(self, file: IO[bytes], each: Callable[[str], object] | None) -> None:\n        self.file, self.each, self.said, self.rest = file, each, b\"\", b\"\"\n\n    def fileno(self) -> int:\n        return self.file.fileno()\n\n    def take(self) -> bool:\n        \"\"\"False at its end.\"\"\"\n        chunk = os.read(self.file.fileno(), 65536)\n        self.said = (self.said + chunk)[-KEPT:]\n        if self.each:\n            *lines, self.rest = (self.rest + chunk).split(b\"\\n\")\n            self.rest = self.rest[-KEPT:]\n            for line in lines + ([self.rest] if not chunk and self.rest else []):\n                self.each(line.decode(\"utf-8\", \"replace\"))\n        return bool(chunk)\n\n    def text(self) -> str:\n        return self.said.decode(\"utf-8\", \"replace\")\n\n\ndef end_group(child: subprocess.Popen[bytes]) -> None:\n    for number in (signal.SIGTERM, signal.SIGKILL):\n        try:\n            os.killpg(child.pid, number)\n        except OSError:  # gone already, or root's: the helper's own undo ends it\n            return\n        for _ in range(50):\n            if child.poll() is not None:\n                break\n            time.sleep(0.02)\n",
	http_probe: "\"\"\"One request to an app or a site, over the uwsgi protocol or HTTP, and whether its answer will do.\"\"\"\nfrom __future__ import annotations\n\nimport socket\nimport struct\n\nTYPE_CHECKING = False\nif TYPE_CHECKING:\n    import ssl\n    from messages import Address, Want\n\n\nclass Answer:\n    def __init__(self, status: int = 0, headers: dict[str, str] | None = None, body: bytes = b\"\", error: str = \"\") -> None:\n        self.status, self.headers, self.body, self.error = status, headers or {}, body, error\n\n\ndef over_tls(channel: socket.socket, name: str, session: ssl.SSLSession | None = None) -> ssl.SSLSocket:\n    \"\"\"To nginx on this machine: whether visitors accept its certificate is asked from outside.\"\"\"\n    import ssl  # noqa: PLC0415  takes as long as all else here; a site without HTTPS does without\n\n    context = contexts[0] if contexts else ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)\n    context.check_hostname, context.verify_mode = False, ssl.CERT_NONE\n    contexts[:] = [context]\n    return context.wrap_socket(channel, server_hostname=name, session=session)\n\n\ncontexts: list[ssl.SSLContext] = []\n\n\ndef connect(address: Address, timeout: float) -> socket.socket:\n    if isinstance(address, str):\n        channel = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)\n    else:\n        channel = socket.socket(socket.AF_INET, socket.SOCK_STREAM)\n    channel.settimeout(timeout)\n    channel.connect(address)\n    return channel\n\n\ndef uwsgi_request(path: str, host: str) -> bytes:\n    path, _, query = path.partition(\"?\")\n    names = {\"REQUEST_METHOD\": \"GET\", \"REQUEST_URI\": path + (\"?\" + query if query else \"\"), \"PATH_INFO\": path,\n             \"QUERY_STRING\": query, \"SERVER_PROTOCOL\": \"HTTP/1.1\", \"HTTP_HOST\": host, \"SERVER_NAME\": host,\n             \"SERVER_PORT\": \"80\", \"REMOTE_ADDR\": \"127.0.0.1\", \"CONTENT_TYPE\": \"\", \"CONTENT_LENGTH\": \"\",\n             \"HTTP_USER_AGENT\": \"flask-deploy\", \"REQUEST_SCHEME\": \"http\"}\n    body = b\"\"\n    for word in (word.encode() for pair in names.items() for word in pair):\n        body += struct.pack(\"<H\", len(word)) + word\n    return struct.pack(\"<BHB\", 0, len(body), 0) + body\n\n\ndef http_request(path: str, host: str) -> bytes:\n    return (\"GET %s HTTP/1.1\\r\\nHost: %s\\r\\nUser-Agent: flask-deploy\\r\\nConnection: close\\r\\n\\r\\n\" % (path, host)).encode()\n\n\ndef parse(raw: bytes) -> Answer:\n    head, _, body = raw.partition(b\"\\r\\n\\r\\n\")\n    lines = head.decode(\"latin-1\").split(\"\\r\\n\")\n    words = lines[0].split(None, 2)\n    if len(words) < 2 or not words[0].startswith(\"HTTP/\") or not words[1].isdigit():\n        return Answer(error=\"broke off without an answer\" if not raw else \"answered something that is not HTTP\")\n    headers = {}\n    for line in lines[1:]:\n        name, _, value = line.partition(\":\")\n        headers[name.strip().lower()] = value.strip()\n    if \"chunked\" in headers.get(\"transfer-encoding\", \"\"):\n        body = unchunk(body)\n    return Answer(int(words[1]), headers, body)\n\n\ndef unchunk(body: bytes) -> bytes:\n    out = b\"\"\n    while True:\n        head, _, rest = body.partition(b\"\\r\\n\")\n        try:\n            size = int(head.split(b\";\")[0], 16)\n        except ValueError:\n            return out\n        if not size:\n            return out\n        out, body = out + rest[:size], rest[size + 2:]\n\n\ndef ask(address: Address, protocol: str, path: str, host: str, timeout: float) -> Answer:\n    \"\"\"Never raises: what went wrong is the answer's `error`.\"\"\"\n    request = uwsgi_request(path, host) if protocol == \"uwsgi\" else http_request(path, host)\n    channel = None\n    try:\n        channel = connect(address, timeout)\n        if protocol == \"https\":\n            channel = over_tls(channel, host)\n        channel.sendall(request)\n        raw, size = [], 0\n        while size < 1 << 20:\n            chunk = channel.recv(65536)\n            if not chunk:\n                break\n            raw.append(chunk)\n            size += len(chunk)\n        return parse(b\"\".join(raw))\n    except socket.timeout:\n        return Answer(error=\"no answer within %g s\" % timeout)\n    except ConnectionRefusedError:\n        return Answer(error=\"connection refused\")\n    except FileNotFoundError:\n        return Answer(error=\"there is no socket yet\")\n    except OSError as error:\n        return Answer(error=getattr(error, \"reason\", \"\") or error.strerror or str(error))\n    finally:\n        if channel:\n            channel.close()\n\n\ndef problem(answer: Answer, want: Want) -> str:\n    \"\"\"Why an answer will not do; \"\" when it will. `want`: status (0: any 2xx or 3xx) and contains.\"\"\"\n    if answer.error:\n        return answer.error\n    # A site that sends everyone to https is up; where its certificate is, is not this release's matter.\n    if answer.status in (301, 302, 307, 308) and answer.headers.get(\"location\", \"\").startswith(\"https://\"):\n        return \"\"\n    if want.get(\"status\"):\n        if answer.status != want[\"status\"]:\n            return \"answered %d instead of %d\" % (answer.status, want[\"status\"])\n    elif not 200 <= answer.status < 400:\n        return \"answered %d\" % answer.status\n    text = want.get(\"contains\") or \"\"\n    if text and text.encode() not in answer.body:\n        return \"answered %d without the text %r\" % (answer.status, text)\n    return \"\"\n",
	prober: "\"\"\"Asks for one path through nginx at a fixed rate while the switch happens, whatever earlier requests do.\"\"\"\nfrom __future__ import annotations\n\nimport errno\nimport math\nimport selectors\nimport socket\nimport threading\nimport time\n\nfrom http_probe import http_request, over_tls\n\nTYPE_CHECKING = False\nif TYPE_CHECKING:\n    import ssl\n    from messages import Seen, Site\n\nPATIENCE = 10.0\nENOUGH = 5  # answers\nSLOW = 2.0  # seconds more\nWANT_READ = 2  # ssl.SSL_ERROR_WANT_READ, which only a site with HTTPS has imported\n\n\nclass Request:\n    def __init__(self, channel: socket.socket, began: float) -> None:\n        self.channel, self.began, self.head = channel, began, b\"\"\n\n\nclass Prober(threading.Thread):\n    def __init__(self, site: Site, path: str, rate: float) -> None:\n        threading.Thread.__init__(self, daemon=True)\n        self.site, self.request, self.gap = site, http_request(path, site[\"host\"]), 1.0 / max(1, rate)\n        self.session: ssl.SSLSession | None = None  # a handshake that is resumed costs nginx and this machine a tenth\n        self.stopping = threading.Event()\n        self.sent = self.failed = 0\n        self.longest = 0.0\n        self.switched = math.inf  # when; what was sent before is the old release's to answer, and may be why there is a new one\n        self.blamed, self.first_failure = 0, \"\"\n        self.judged = 0  # answers to requests that were sent after the switch\n\n    def run(self) -> None:\n        waiting = selectors.DefaultSelector()\n        due = time.monotonic()\n        while not self.stopping.is_set() or waiting.get_map():\n            now = time.monotonic()\n            if now >= due and not self.stopping.is_set():\n                due = max(due + self.gap, now)\n                self.sent += 1\n                try:\n                    channel = self.connect()\n                    channel.sendall(self.request)\n                    channel.setblocking(False)\n                    waiting.register(channel, selectors.EVENT_READ, Request(channel, now))\n                except OSError as error:\n                    self.note(now, str(error))\n            pause = 0.05 if self.stopping.is_set() else max(0.0, due - time.monotonic())\n            for key, _ in waiting.select(pause):\n                self.read(waiting, key.data)\n            for key in list(waiting.get_map().values()):\n                if time.monotonic() - key.data.began > PATIENCE:\n                    self.close(waiting, key.data, \"no answer within %g s\" % PATIENCE)\n\n    def connect(self) -> socket.socket:\n        channel = socket.create_connection((\"127.0.0.1\", self.site[\"port\"]), PATIENCE)\n        if self.site[\"protocol\"] == \"http\":\n            return channel\n        return over_tls(channel, self.site[\"host\"], self.session)\n\n    def read(self, waiting: selectors.BaseSelector, one: Request) -> None:\n        try:\n            # What TLS has read already makes no socket readable: all there is, each time.\n            while True:\n                chunk = one.channel.recv(65536)\n                if not chunk:\n                    break\n                one.head += chunk[: max(0, 64 - len(one.head))]\n        except OSError as error:\n            if error.errno in (errno.EAGAIN, WANT_READ):\n                return None\n            return self.close(waiting, one, str(error))\n        words = one.head.split(None, 2)\n        status = int(words[1]) if len(words) > 1 and words[1].isdigit() else 0\n        return self.close(waiting, one, \"\" if 0 < status < 500 else \"answered %s\" % (status or \"nothing\"))\n\n    def close(self, waiting: selectors.BaseSelector, one: Request, why: str) -> None:\n        waiting.unregister(one.channel)\n        self.session = getattr(one.channel, \"session\", None) or self.session\n        one.channel.close()\n        self.note(one.began, why)\n\n    def note(self, began: float, why: str) -> None:\n        self.longest = max(self.longest, time.monotonic() - began)\n        after = began >= self.switched\n        self.judged += after\n        if why:\n            self.failed += 1\n            if after:\n                self.blamed += 1\n                self.first_failure = self.first_failure or why\n\n    def watch(self, seconds: float) -> None:\n        \"\"\"Until `seconds` after the switch, and on a slow machine for longer: so few answers would say nothing.\"\"\"\n        until = self.switched + seconds\n        enough = min(ENOUGH, int(seconds / self.gap))\n        while time.monotonic() < until or (self.judged < enough and time.monotonic() < until + SLOW and self.is_alive()):\n            time.sleep(0.01)\n\n    def stop(self) -> None:\n        self.stopping.set()\n        if self.is_alive():\n            self.join(PATIENCE + 1)\n\n    def seen(self) -> Seen:\n        return {\"sent\": self.sent, \"failed\": self.failed, \"stallMs\": round(self.longest * 1000)}\n",
	journal: "\"\"\"journal.jsonl: every deploy step by step. Also what the next run learns from when one was killed.\"\"\"\nfrom __future__ import annotations\n\nimport json\nimport os\nimport time\n\nTYPE_CHECKING = False\nif TYPE_CHECKING:\n    from messages import Entry\n\nLONG = 1 << 20\n\n\ndef stamp() -> str:\n    return time.strftime(\"%Y-%m-%dT%H:%M:%SZ\", time.gmtime())\n\n\nclass Journal:\n    def __init__(self, path: str) -> None:\n        self.path = path\n\n    def write(self, release: str, event: str, durable: bool = False, **data: object) -> None:\n        entry = {\"at\": stamp(), \"release\": release, \"event\": event, **data}\n        file = os.open(self.path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o640)\n        try:\n            line = (json.dumps(entry) + \"\\n\").encode()\n            if os.write(file, line) != len(line):  # a disk that is nearly full takes half a line\n                raise OSError(28, \"No space left on device\")\n            if durable:\n                os.fdatasync(file)\n        finally:\n            os.close(file)\n\n    def entries(self) -> list[Entry]:\n        try:\n            with open(self.path, \"rb\") as file:\n                size = file.seek(0, 2)\n                file.seek(max(0, size - LONG))\n                lines = file.read().split(b\"\\n\")\n        except FileNotFoundError:\n            return []\n        found: list[Entry] = []\n        for line in lines:\n            try:\n                entry: Entry | float | None = json.loads(line)\n            except ValueError:  # cut off by the seek, or by a full disk\n                continue\n            if isinstance(entry, dict):\n                found.append(entry)\n        return found\n\n    def unfinished(self) -> list[Entry]:\n        \"\"\"The entries of the last run when it neither ended nor was repaired, oldest first.\"\"\"\n        run = []\n        for entry in self.entries():\n            if entry.get(\"event\") == \"begin\":\n                run = [entry]\n            elif run and entry.get(\"event\") in (\"end\", \"repaired\"):\n                run = []\n            elif run:\n                run.append(entry)\n        return run\n\n    def mend(self) -> None:\n        \"\"\"Ends a half line that a full disk left, and keeps the file from growing for ever.\"\"\"\n        try:\n            size = os.path.getsize(self.path)\n        except FileNotFoundError:\n            return\n        if size > 4 * LONG:\n            fresh = self.path + \".new\"\n            with open(fresh, \"w\") as file:\n                for entry in self.entries():\n                    file.write(json.dumps(entry) + \"\\n\")\n            os.rename(fresh, self.path)\n        elif size:\n            with open(self.path, \"rb+\") as file:\n                file.seek(-1, 2)\n                if file.read(1) != b\"\\n\":\n                    file.write(b\"\\n\")\n",
	interpreter: "\"\"\"What packages must fit: this interpreter, its platform, and the values of the markers that packages are chosen by.\"\"\"\nfrom __future__ import annotations\n\nimport os\nimport sys\nimport sysconfig\n\nTYPE_CHECKING = False\nif TYPE_CHECKING:\n    from messages import Python\n\n\ndef python_here() -> Python:\n    try:\n        libc = os.confstr(\"CS_GNU_LIBC_VERSION\") or \"\"\n    except (AttributeError, ValueError, OSError):  # musl, macOS\n        libc = \"\"\n    kernel, made_by = os.uname(), sys.implementation\n    # Programs of 32 bits run on a kernel of 64.\n    small = {\"x86_64\": \"i686\", \"aarch64\": \"armv7l\"} if sys.maxsize < 1 << 32 else {}\n    level = made_by.version.releaselevel\n    its_version = \"%d.%d.%d\" % made_by.version[:3] + (\"\" if level == \"final\" else level[0] + str(made_by.version.serial))\n    version = sys.version.split()[0]\n    markers = {\"implementation_name\": made_by.name, \"implementation_version\": its_version,\n               \"os_name\": os.name, \"platform_machine\": kernel.machine, \"platform_release\": kernel.release,\n               \"platform_system\": kernel.sysname, \"platform_version\": kernel.version, \"python_full_version\": version,\n               \"platform_python_implementation\": {\"cpython\": \"CPython\", \"pypy\": \"PyPy\"}.get(made_by.name, made_by.name),\n               \"python_version\": \"%d.%d\" % sys.version_info[:2], \"sys_platform\": sys.platform}\n    return {\"version\": \"%d.%d.%d\" % sys.version_info[:3], \"machine\": small.get(kernel.machine, kernel.machine),\n            \"libc\": libc.replace(\"glibc \", \"\"), \"soabi\": sysconfig.get_config_var(\"SOABI\") or \"\", \"markers\": markers}\n",
	host: "\"\"\"Where things are on the server, and the root-owned helper that may do what the login may not.\"\"\"\nfrom __future__ import annotations\n\nimport contextlib\nimport fcntl\nimport json\nimport os\nimport pwd\nimport re\nimport shutil\nimport socket\nimport stat\nimport time\n\nfrom channel import Channel, Failed\n\nTYPE_CHECKING = False\nif TYPE_CHECKING:\n    from typing import AnyStr, Iterable, Iterator, Sequence\n    from messages import Ended, File, Json, Record, RunOptions, Whose\n    from typing_extensions import Unpack\n\nID = re.compile(r\"^[0-9]{8}T[0-9]{6}Z-[0-9a-f]{7,12}$\")\nHELPER = 3  # the oldest protocol of the helper that will do\nSETUP = \"Run: npx create-flask-deploy setup root@%s\"\n\n\nclass Host:\n    def __init__(self, ask: Whose, channel: Channel) -> None:\n        self.app, self.channel, self.login = ask[\"app\"], channel, ask[\"login\"]\n        self.base = \"/srv/\" + self.app\n        self.releases, self.venvs, self.assets = self.base + \"/releases\", self.base + \"/venvs\", self.base + \"/assets\"\n        self.shared, self.current_link = self.base + \"/shared\", self.base + \"/current\"\n        self.deploys, self.maintenance = self.base + \"/deploys\", self.base + \"/maintenance\"\n        self.journal = self.deploys + \"/journal.jsonl\"\n        self.run_dir = \"/run/\" + self.app\n        self.tool = \"/usr/local/lib/flask-deploy/\" + self.app\n\n    def setup_hint(self) -> str:\n        return SETUP % self.login.rpartition(\"@\")[2]\n\n    def check(self) -> None:\n        \"\"\"Fails with what `setup` would bring, before anything is touched.\"\"\"\n        told = self.told()\n        if not os.path.isdir(self.base) or not told:\n            raise Failed(\"setup\", \"this server is not set up for %s\" % self.app, self.setup_hint())\n        if int(told.get(\"PROTOCOL\") or 0) < HELPER:\n            raise Failed(\"setup\", \"this server was set up for %s by an older version of create-flask-deploy\" % self.app, self.setup_hint())\n        if not os.access(self.releases, os.W_OK):\n            owner = pwd.getpwuid(os.stat(self.releases).st_uid).pw_name\n            raise Failed(\"setup\", \"%s may not write to %s, which belongs to %s\" % (self.login, self.releases, owner),\n                         \"Deploy as %s (--user, or `user:` below `deploy:` in flask-deploy.yml), or, to make it this login's: %s\" % (owner, self.setup_hint()))\n\n    def told(self) -> dict[str, str]:\n        \"\"\"What setup wrote at the top of the helper, by name; {} where there is none.\"\"\"\n        try:\n            with open(self.tool) as file:\n                lines = file.read(8192).splitlines()\n        except OSError:\n            return {}\n        found = (re.match(r\"([A-Z_]+)='?([^' ]*)\", line) for line in lines)\n        return {seen.group(1): seen.group(2) for seen in found if seen}\n\n    def helper(self, *words: str, must: bool = False, **options: Unpack[RunOptions]) -> Ended:\n        \"\"\"The helper's exit code, its answer, and what it complains of; `must=True` turns a failure into Failed.\"\"\"\n        argv = [self.tool] + list(words)\n        if os.geteuid():\n            argv = [\"sudo\", \"-n\"] + argv\n        code, out, err = self.channel.run(argv, **options)\n        if code and re.search(r\"^sudo: .*(password is required|not allowed|may not run|no tty)\", err, re.M):\n            raise Failed(\"setup\", \"%s may not run %s through sudo\" % (self.login, self.tool), self.setup_hint())\n        if must and code != 0:\n            why = \"did not end in time\" if code is None else \"failed\"\n            raise Failed(\"infrastructure\", \"`%s` %s: %s\" % (\" \".join(words), why, last_lines(err or out)))\n        return code, out, err\n\n    def drift(self, id: str, files: Sequence[tuple[str, str]]) -> list[str]:\n        \"\"\"Which of `files`, (path in the release, path on the server), are not what is installed.\"\"\"\n        site = self.told().get(\"SITE\", \"\")\n        return [source for source, target in list(files) + [(\"deploy/nginx.conf\", site)]\n                if content(\"%s/%s\" % (self.release(id), source)) != content(target)]\n\n    def release(self, id: str) -> str:\n        if not ID.match(id):\n            raise Failed(\"usage\", \"%r is not the id of a release\" % id)\n        return self.releases + \"/\" + id\n\n    def socket(self, id: str) -> str:\n        return \"%s/%s.sock\" % (self.run_dir, id)\n\n    def current(self) -> str:\n        \"\"\"The release that serves; \"\" when none does.\"\"\"\n        return target_of(self.current_link)\n\n    def answering(self) -> str:\n        \"\"\"The release that new requests reach; \"\" when there is none (or nobody may look).\"\"\"\n        name = target_of(self.run_dir + \"/current.sock\")\n        return name[:-5] if name.endswith(\".sock\") else \"\"\n\n    def record(self, id: str) -> Record | None:\n        \"\"\"What the release's own record says; None when the release is not complete.\"\"\"\n        record: Record | None = self._json(id, \".release.json\")\n        return record\n\n    def venvs_of(self, ids: Iterable[str]) -> set[str]:\n        \"\"\"What complete releases run in.\"\"\"\n        return {record.get(\"venv\", \"\") for record in map(self.record, ids) if record}\n\n    def files(self, id: str) -> list[File]:\n        \"\"\"What its files are; apart from the record because it may be long.\"\"\"\n        files: list[File] = self._json(id, \".files.json\") or []\n        return files\n\n    def _json(self, id: str, name: str) -> Json:\n        try:\n            with open(\"%s/%s\" % (self.release(id), name)) as file:\n                return json.load(file)\n        except (OSError, ValueError):\n            return None\n\n    def is_good(self, id: str) -> bool:\n        \"\"\"Whether it served well when it had the traffic.\"\"\"\n        return os.path.exists(self.release(id) + \"/.good\")\n\n    def was_left(self, id: str) -> bool:\n        \"\"\"Whether somebody rolled back from it: then nobody wants it back without naming it.\"\"\"\n        return os.path.exists(self.release(id) + \"/.left\")\n\n    def mark(self, id: str, name: str, is_set: bool) -> None:\n        path = \"%s/.%s\" % (self.release(id), name)\n        if is_set:\n            with open(path, \"w\"):\n                pass\n        else:\n            remove(path)\n\n    def ids(self) -> list[str]:\n        \"\"\"Complete releases in the order in which this server completed them; ids come from clocks elsewhere.\"\"\"\n        found = []\n        for name in filter(ID.match, os.listdir(self.releases)):\n            try:\n                found.append((os.stat(self.release(name) + \"/.release.json\").st_mtime_ns, name))\n            except FileNotFoundError:\n                continue\n        return [name for _, name in sorted(found)]\n\n    def memory_of(self, id: str) -> int:\n        \"\"\"Bytes that only the processes of one instance hold. Other accounts may call their processes anything.\"\"\"\n        total, needle = 0, self.release(id).encode()\n        try:\n            uid = pwd.getpwnam(self.app).pw_uid\n        except KeyError:\n            return 0\n        for pid in filter(str.isdigit, os.listdir(\"/proc\")):\n            try:\n                if os.stat(\"/proc/\" + pid).st_uid != uid:\n                    continue\n                with open(\"/proc/%s/cmdline\" % pid, \"rb\") as file:\n                    if needle not in file.read(65536):\n                        continue\n                with open(\"/proc/%s/status\" % pid) as file:\n                    total += sum(int(line.split()[1]) << 10 for line in file if line.startswith(\"RssAnon\"))\n            except OSError:\n                continue\n        return total\n\n\ndef memory_free() -> int:\n    with open(\"/proc/meminfo\") as file:\n        fields = dict(line.split(\":\", 1) for line in file)\n    free = int(fields[\"MemAvailable\"].split()[0]) << 10\n    return free + (int(fields[\"SwapFree\"].split()[0]) << 10)\n\n\ndef content(path: str) -> bytes | None:\n    \"\"\"Of a plain file, at most a megabyte; None when there is none.\"\"\"\n    try:\n        file = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)\n    except OSError:\n        return None\n    try:\n        return os.read(file, 1 << 20) if stat.S_ISREG(os.fstat(file).st_mode) else None\n    finally:\n        os.close(file)\n\n\ndef addresses() -> list[str]:\n    \"\"\"Those of this machine, as far as it knows them: behind a NAT the public one is not among them.\"\"\"\n    found = os.environ.get(\"SSH_CONNECTION\", \"\").split()[2:3]\n    with contextlib.suppress(OSError):\n        with open(\"/proc/net/fib_trie\") as file:\n            lines = file.read(1 << 20).split(\"\\n\")\n        found += [before.split()[-1] for before, line in zip(lines, lines[1:]) if \"/32 host LOCAL\" in line]\n    with contextlib.suppress(OSError), open(\"/proc/net/if_inet6\") as file:\n        found += [socket.inet_ntop(socket.AF_INET6, bytes.fromhex(line.split()[0])) for line in file]\n    return sorted({address for address in found if not address.startswith(\"127.\") and address != \"::1\"})\n\n\ndef target_of(link: str, whole: bool = False) -> str:\n    \"\"\"The last part of what a link leads to, or all of it; \"\" when it is none.\"\"\"\n    try:\n        target = os.readlink(link)\n    except OSError:\n        return \"\"\n    return target if whole else os.path.basename(target)\n\n\ndef remove(path: AnyStr) -> None:\n    \"\"\"Whatever it is; a release is read-only even for its owner, and may be huge.\"\"\"\n    try:\n        os.unlink(path)\n    except FileNotFoundError:\n        return\n    except OSError:\n        # Only folders below it: the one that it lies in is for everybody's releases, and a link leads to others.\n        for folder in _folders(path):\n            with contextlib.suppress(OSError):\n                os.chmod(folder, 0o700)\n        shutil.rmtree(path, ignore_errors=True)\n\n\ndef _folders(path: AnyStr) -> Iterator[AnyStr]:\n    \"\"\"Top down, each before it is entered; no links.\"\"\"\n    yield path\n    for parent, folders, _ in os.walk(path):\n        yield from (path for path in (os.path.join(parent, name) for name in folders) if not os.path.islink(path))\n\n\ndef last_lines(text: str, count: int = 6) -> str:\n    return \"\\n\".join([line for line in text.strip().splitlines() if line.strip()][-count:])\n\n\nclass Lock:\n    \"\"\"flock: the kernel frees it with the process that holds it, however that ends.\"\"\"\n\n    def __init__(self, host: Host) -> None:\n        self.host, self.path = host, host.deploys + \"/lock\"\n\n    def take(self, seconds: float, run: str | None) -> None:\n        self.file = os.open(self.path, os.O_RDWR | os.O_CREAT, 0o600)\n        deadline, told = time.monotonic() + seconds, False\n        while True:\n            try:\n                fcntl.flock(self.file, fcntl.LOCK_EX | fcntl.LOCK_NB)\n                break\n            except OSError:\n                holder = self.holder()\n                if time.monotonic() >= deadline:\n                    raise Failed(\"locked\", \"another deploy is running: %s\" % holder,\n                                 \"Wait for it, or end it with: npx create-flask-deploy unlock\") from None\n                if not told:\n                    self.host.channel.say(\"waiting\", holder=holder, seconds=seconds)\n                    told = True\n                self.host.channel.sleep(0.1)\n        os.ftruncate(self.file, 0)\n        os.pwrite(self.file, json.dumps({\"run\": run, \"pid\": os.getpid()}).encode(), 0)\n\n    def read(self) -> dict[str, object]:\n        try:\n            with open(self.path) as file:\n                found = json.load(file)\n            return found if isinstance(found, dict) else {}\n        except (OSError, ValueError):\n            return {}\n\n    def holder(self) -> str:\n        return \"%s (process %s on the server)\" % (self.read().get(\"run\") or \"an unnamed run\", self.pid() or \"?\")\n\n    def pid(self) -> int:\n        \"\"\"Of the process that holds it, by its own word, or, where that is cut off, by who has the file open; 0 when nobody does.\"\"\"\n        said = self.read().get(\"pid\")\n        if isinstance(said, int) and os.path.exists(\"/proc/%d\" % said):\n            return said\n        for pid in filter(str.isdigit, os.listdir(\"/proc\")):\n            try:\n                names = os.listdir(\"/proc/%s/fd\" % pid)\n            except OSError:  # somebody else's\n                continue\n            if int(pid) != os.getpid() and any(target_of(\"/proc/%s/fd/%s\" % (pid, name), whole=True) == self.path for name in names):\n                return int(pid)\n        return 0\n\n    def is_held(self) -> bool:\n        try:\n            file = os.open(self.path, os.O_RDWR)\n        except OSError:\n            return False\n        try:\n            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)\n            return False\n        except OSError:\n            return True\n        finally:\n            os.close(file)\n",
	gate: "\"\"\"A new instance must answer well, several times in a row, on its own socket before it gets traffic; then through nginx.\"\"\"\nfrom __future__ import annotations\n\nimport time\n\nfrom http_probe import Answer, ask, problem\nfrom channel import Channel, Failed\n\nTYPE_CHECKING = False\nif TYPE_CHECKING:\n    from messages import Settings, Want\n\nSTUBBORN = 3.0  # seconds after which a wrong answer (not a missing one) is taken as the app's last word\n\n\nclass Gate:\n    def __init__(self, channel: Channel, settings: Settings) -> None:\n        self.channel, self.settings, self.smoke = channel, settings, settings[\"smoke\"]\n        self.site = settings[\"site\"]\n\n    def paths(self) -> list[tuple[str, Want]]:\n        \"\"\"What to ask, and what it must say.\"\"\"\n        health = self.settings.get(\"health\")\n        first: list[tuple[str, Want]] = [(health, {\"status\": 200})] if health else []\n        return [*first, (self.smoke[\"path\"], self.smoke)]\n\n    def once(self, socket: str) -> tuple[str, Answer]:\n        \"\"\"What is wrong with an instance right now; \"\" when nothing is.\"\"\"\n        answer = Answer()\n        for path, want in self.paths():\n            answer = ask(socket, self.settings[\"protocol\"], path, self.site[\"host\"], self.smoke[\"timeout\"])\n            why = problem(answer, want)\n            if why:\n                return \"%s %s\" % (path, why), answer\n        return \"\", answer\n\n    def hint(self, why: str) -> str:\n        \"\"\"What to do about an instance that does not pass; `why` begins with the path that was asked.\"\"\"\n        health = self.settings.get(\"health\")\n        is_health = health and why.startswith(health + \" \") and health != self.smoke[\"path\"]\n        if is_health and \"answered 404\" in why:\n            return \"Name a path that answers 200 without a login as `health:` under `deploy:` in flask-deploy.yml, or add one to the app.\"\n        if is_health and \"answered\" in why:\n            return \"%s is deploy.health in flask-deploy.yml: it must answer 200 when the app can serve.\" % health\n        return next_step(why)\n\n    def pass_all(self, socket: str) -> str:\n        \"\"\"The detail of the step; raises when the instance does not make it.\"\"\"\n        wanted, timeout = self.settings[\"gate\"][\"passes\"], self.settings[\"gate\"][\"timeout\"]\n        began, passes, why = time.monotonic(), 0, \"\"\n        wrong_since: float | None = None\n        while passes < wanted:\n            now = time.monotonic()\n            if now - began > timeout or (wrong_since is not None and now - wrong_since > STUBBORN):\n                raise Failed(\"app\", \"the new release is not healthy: %s\" % why, self.hint(why))\n            why, answer = self.once(socket)\n            if not why:\n                passes += 1\n                continue\n            passes = 0\n            # An app that is slow to start hangs or says 503; anything else will hardly change.\n            slow = answer.error.startswith(\"no answer\") or answer.status == 503\n            wrong_since = None if slow else wrong_since if wrong_since is not None else now\n            self.channel.sleep(0.05)\n        self.channel.check()\n        return \"%d passes in a row in %d ms\" % (wanted, round((time.monotonic() - began) * 1000))\n\n    def through_nginx(self) -> str:\n        \"\"\"One look at the site as the public gets it, tried until it is right or time is up (nginx may be reloading).\"\"\"\n        address = (\"127.0.0.1\", self.site[\"port\"])\n        deadline = time.monotonic() + min(2.0, self.smoke[\"timeout\"])\n        while True:\n            answer = ask(address, self.site[\"protocol\"], self.smoke[\"path\"], self.site[\"host\"], self.smoke[\"timeout\"])\n            why = problem(answer, self.smoke)\n            if not why:\n                return \"%s answered %d through nginx\" % (self.smoke[\"path\"], answer.status)\n            if time.monotonic() > deadline:\n                kind = \"infrastructure\" if answer.error in (\"connection refused\",) else \"app\"\n                raise Failed(kind, \"%s through nginx %s\" % (self.smoke[\"path\"], why), next_step(why))\n            time.sleep(0.05)\n\n\ndef next_step(why: str) -> str:\n    if \"no socket\" in why or \"refused\" in why:\n        return \"Nothing listens there: the journal below says why the app server did not come up.\"\n    if \"no answer\" in why:\n        return \"The app takes too long: look for work done at import, or raise deploy.gate.timeout or deploy.smoke.timeout.\"\n    if \"without the text\" in why or \"instead of\" in why:\n        return \"Compare with deploy.smoke in flask-deploy.yml; `npx create-flask-deploy preview --check` asks the same here.\"\n    return \"`npx create-flask-deploy preview --check` runs the same release on this machine.\"\n",
	stage: "\"\"\"Puts a release's files together: the changed ones from the deployer, the others as hard links to the release before.\"\"\"\nfrom __future__ import annotations\n\nimport errno\nimport json\nimport os\nimport shutil\nimport stat\n\nfrom host import Host, remove\nfrom channel import Channel, Failed\n\nTYPE_CHECKING = False\nif TYPE_CHECKING:\n    from typing import Callable, Collection, Iterable, Iterator, Sequence\n    from messages import Changed, File, Record\n\n\ndef on_disk(path: str) -> bytes:\n    \"\"\"Names travel as latin-1 so that any bytes survive JSON.\"\"\"\n    raw = path.encode(\"latin-1\")\n    parts = raw.split(b\"/\")\n    if raw.startswith(b\"/\") or b\"..\" in parts or b\"\" in parts or b\"\\0\" in raw:\n        raise Failed(\"usage\", \"the path %r leads out of the release\" % path)\n    return raw\n\n\ndef needed(host: Host, files: Sequence[File], before: str) -> tuple[list[int], Changed]:\n    \"\"\"Indices of the files that must be sent. An unchanged file counts only while it is really still there.\"\"\"\n    known = {path: (mode, key) for path, mode, key, _ in host.files(before)} if before else {}\n    base = os.fsencode(host.release(before)) if before else b\"\"\n    missing = []\n    for index, (path, mode, key, size) in enumerate(files):\n        if known.get(path) == (mode, key):\n            try:\n                there = os.lstat(base + b\"/\" + on_disk(path))\n                if stat.S_ISLNK(there.st_mode) or there.st_size == size:\n                    continue\n            except OSError:\n                pass\n        missing.append(index)\n    paths = {path for path, _, _, _ in files}\n    changed = sum(1 for index in missing if files[index][0] in known)\n    return missing, {\"added\": len(missing) - changed, \"changed\": changed, \"removed\": len(known.keys() - paths)}\n\n\ndef check_room(host: Host, count: int, size: int) -> None:\n    there = os.statvfs(host.base)\n    free, nodes = there.f_bavail * there.f_frsize, there.f_favail if there.f_files else count + 1000\n    if free < size + (4 << 20):\n        raise Failed(\"infrastructure\", \"the server's disk is full: this needs %d MB and %d MB are free\"\n                     % ((size >> 20) + 4, free >> 20), \"Free some space on the file system of %s.\" % host.base)\n    if nodes < count + 50:\n        raise Failed(\"infrastructure\", \"the server's file system has only %d inodes left\" % nodes,\n                     \"Remove some files on the file system of %s.\" % host.base)\n\n\ndef full(error: OSError) -> Failed:\n    \"\"\"An OSError as what it means to a person.\"\"\"\n    if error.errno in (errno.ENOSPC, errno.EDQUOT):\n        return Failed(\"infrastructure\", \"the server's disk is full (no space or no inodes left)\",\n                      \"Free some space and deploy again; the old release serves on.\")\n    return Failed(\"infrastructure\", \"the server could not write: %s\" % error)\n\n\ndef is_public(path: str, public: Iterable[str]) -> bool:\n    \"\"\"Whether nginx serves the file: it is one of the paths that its configuration names, or below one.\"\"\"\n    return any(path == one or path.startswith(one + \"/\") for one in public)\n\n\ndef leads_out(path: bytes, target: bytes) -> bool:\n    \"\"\"Whether a link of the repository leads out of the release.\"\"\"\n    place = os.path.normpath(os.path.join(os.path.dirname(path), target))\n    return os.path.isabs(target) or place == b\"..\" or place.startswith(b\"../\")\n\n\ndef stage(host: Host, id: str, files: Sequence[File], missing: Sequence[int], before: str, shared: Iterable[str], public: Collection[str]) -> None:\n    \"\"\"Makes releases/<id> out of what arrives on the channel. Files are read-only: a hard link is shared by releases.\n\n    The app's group may read all of it; others, which is nginx, only what is in `public`.\n    \"\"\"\n    channel, top = host.channel, os.fsencode(host.release(id))\n    base = os.fsencode(host.release(before)) if before else b\"\"\n    made = {b\"\"}\n    way = {parent for path in public for parent in parents(on_disk(path))}\n\n    def folder(raw: bytes) -> None:\n        parent = os.path.dirname(raw)\n        if parent not in made:\n            folder(parent)\n            # nginx opens a folder that is asked for, though it lists none: `try_files $uri` does so at each request for /.\n            served = is_public(parent.decode(\"latin-1\"), public)\n            os.mkdir(top + b\"/\" + parent, 0o755 if served else 0o751 if parent in way else 0o750)\n            made.add(parent)\n\n    os.mkdir(top, 0o751)\n    sent = set(missing)\n    for index, (path, mode, _, _) in enumerate(files):\n        raw = on_disk(path)\n        folder(raw)\n        if index not in sent:\n            reuse(base + b\"/\" + raw, top + b\"/\" + raw, mode, is_public(path, public))\n            if not index % 256:\n                channel.check()\n    for index in missing:\n        path, mode, _, size = files[index]\n        receive(channel, top, on_disk(path), mode, size, is_public(path, public))\n    for path in shared:\n        share(host, top, path, folder)\n\n\ndef parents(raw: bytes) -> Iterator[bytes]:\n    \"\"\"Every folder on the way to a path.\"\"\"\n    while b\"/\" in raw:\n        raw = os.path.dirname(raw)\n        yield raw\n\n\ndef bits(mode: str, public: bool) -> int:\n    return (0o550 if mode == \"100755\" else 0o440) | (0o004 if public else 0)\n\n\ndef reuse(source: bytes, path: bytes, mode: str, public: bool) -> None:\n    \"\"\"As a hard link; where it must be readable for others than before, or is another login's, as a copy.\"\"\"\n    wanted = bits(mode, public)\n    try:\n        if mode == \"120000\" or stat.S_IMODE(os.lstat(source).st_mode) == wanted:\n            os.link(source, path, follow_symlinks=False)\n            return\n    except PermissionError:\n        pass\n    shutil.copyfile(source, path, follow_symlinks=False)\n    if mode != \"120000\":\n        os.chmod(path, wanted)\n\n\ndef receive(channel: Channel, top: bytes, raw: bytes, mode: str, size: int, public: bool) -> None:\n    path = top + b\"/\" + raw\n    if mode == \"120000\":\n        target = b\"\".join(channel.exact(size))\n        if leads_out(raw, target):\n            raise Failed(\"usage\", \"%s is a link to %s, which is not in the release\" % (os.fsdecode(raw), os.fsdecode(target)),\n                         \"Commit what it leads to, or, if the app writes there, take it out of git and name it under `shared:`.\")\n        os.symlink(target, path)\n        return\n    file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, bits(mode, public))\n    try:\n        for chunk in channel.exact(size):\n            rest = chunk\n            while rest:\n                rest = rest[os.write(file, rest):]\n    finally:\n        os.close(file)\n\n\ndef make_shared(host: Host, shared: Iterable[str], web: Collection[str]) -> None:\n    \"\"\"The folders that outlive releases. Root makes what is missing: in what the app may write, this login makes nothing.\"\"\"\n    lacking = [path for path in shared if not os.path.isdir(os.fsencode(host.shared) + b\"/\" + on_disk(path))]\n    if lacking:\n        lines = [\"web \" + path if path in web else path for path in lacking]\n        host.helper(\"share\", stdin=\"\".join(line + \"\\n\" for line in lines).encode(\"latin-1\"), must=True)\n\n\ndef share(host: Host, top: bytes, path: str, folder: Callable[[bytes], None]) -> None:\n    raw = on_disk(path)\n    kept, link = os.fsencode(host.shared) + b\"/\" + raw, top + b\"/\" + raw\n    if os.path.lexists(link):\n        raise Failed(\"usage\", \"%s is shared, and git tracks it too\" % path,\n                     \"Take it out of `shared:` in flask-deploy.yml, or out of git.\")\n    folder(raw)\n    os.symlink(kept, link)\n\n\ndef seal(host: Host, id: str, record: Record, files: Sequence[File]) -> None:\n    \"\"\"From here on the release is complete.\"\"\"\n    top = host.release(id)\n    for name, value in (\".files.json\", files), (\".release.json\", record):  # in this order: the record seals it\n        with open(top + \"/.sealing\", \"w\") as file:\n            json.dump(value, file)\n        os.chmod(top + \"/.sealing\", 0o440)\n        os.rename(top + \"/.sealing\", top + \"/\" + name)\n\n\ndef sweep(host: Host, keep: Collection[str]) -> None:\n    \"\"\"Removes what a killed run left half made, and what was to be removed after one.\"\"\"\n    for name in os.listdir(host.releases):\n        if name not in keep and (name.startswith(\".trash-\") or not os.path.exists(\"%s/%s/.release.json\" % (host.releases, name))):\n            remove(host.releases + \"/\" + name)\n    for name in os.listdir(host.venvs):\n        if name.startswith(\".trash-\") or not os.path.exists(\"%s/%s/.complete\" % (host.venvs, name)):\n            remove(host.venvs + \"/\" + name)\n",
	venvs: "\"\"\"Virtual environments by hash, built at their final place (they do not move) and never changed afterwards.\"\"\"\nfrom __future__ import annotations\n\nimport glob\nimport hashlib\nimport os\nimport shutil\nimport subprocess\nimport sys\n\nfrom host import Host, last_lines, remove\nfrom interpreter import python_here\nfrom channel import Failed\n\nTYPE_CHECKING = False\nif TYPE_CHECKING:\n    from typing import Sequence\n    from messages import Wheel\n\nSECONDS = 600\n\n\ndef name_of(lock: str) -> str:\n    \"\"\"The same lock on another Python or platform is another environment.\"\"\"\n    here = python_here()\n    text = \"\\n\".join([lock, here[\"version\"], here[\"machine\"], here[\"libc\"], here[\"soabi\"]])\n    return hashlib.sha256(text.encode()).hexdigest()[:16]\n\n\ndef is_there(host: Host, name: str) -> bool:\n    return os.path.exists(\"%s/%s/.complete\" % (host.venvs, name))\n\n\ndef build(host: Host, name: str, wheels: Sequence[Wheel]) -> None:\n    \"\"\"`wheels`: name, size and sha256 of each, in the order in which they follow on the channel.\"\"\"\n    top, store = host.venvs + \"/\" + name, host.venvs + \"/\" + name + \".wheels\"\n    remove(top)\n    remove(store)\n    os.mkdir(store, 0o750)\n    try:\n        for wheel in wheels:\n            take(host, store + \"/\" + os.path.basename(wheel[\"name\"]), wheel)\n        uv = shutil.which(\"uv\")\n        make(host, [uv, \"venv\", \"-q\", \"--python\", sys.executable, top] if uv else\n             [sys.executable, \"-I\", \"-m\", \"venv\", \"--without-pip\", top], \"venv\")\n        lines = [\"%s/%s --hash=sha256:%s\" % (store, wheel[\"name\"], wheel[\"sha256\"]) for wheel in wheels]\n        with open(store + \"/lock.txt\", \"w\") as file:\n            file.write(\"\\n\".join(lines) + \"\\n\")\n        if wheels:\n            make(host, installer(host, uv, top, store), \"install\")\n        with open(top + \"/.complete\", \"w\"):\n            pass\n    finally:\n        remove(store)\n\n\ndef take(host: Host, path: str, wheel: Wheel) -> None:\n    digest = hashlib.sha256()\n    with open(path, \"wb\") as file:\n        for chunk in host.channel.exact(wheel[\"size\"]):\n            digest.update(chunk)\n            file.write(chunk)\n    if digest.hexdigest() != wheel[\"sha256\"]:\n        raise Failed(\"infrastructure\", \"%s arrived damaged\" % wheel[\"name\"], \"Deploy again.\")\n\n\ndef installer(host: Host, uv: str | None, top: str, store: str) -> list[str]:\n    python = top + \"/bin/python\"\n    rest = [\"--no-index\", \"--no-deps\", \"--require-hashes\", \"-r\", store + \"/lock.txt\"]\n    if uv:\n        return [uv, \"pip\", \"install\", \"-q\", \"--offline\", \"--link-mode\", \"copy\", \"--compile-bytecode\", \"--python\", python] + rest\n    # pip runs straight from the wheel that ensurepip carries: the environment itself stays free of it.\n    script = \"import ensurepip,glob,os;print(os.path.dirname(ensurepip.__file__));print(getattr(ensurepip,'_WHEEL_PKG_DIR',None) or '')\"\n    said = subprocess.run([sys.executable, \"-I\", \"-c\", script], stdout=subprocess.PIPE, text=True, check=False).stdout.splitlines()\n    for folder in [said[0] + \"/_bundled\"] + said[1:] + [\"/usr/share/python-wheels\"] if said else []:\n        found = folder and sorted(glob.glob(folder + \"/pip-*.whl\"))\n        if found:\n            return [python, \"-I\", found[-1] + \"/pip\", \"install\", \"-q\", \"--disable-pip-version-check\", \"--no-cache-dir\"] + rest\n    raise Failed(\"setup\", \"the server's Python cannot make virtual environments (python3-venv is missing)\", host.setup_hint())\n\n\ndef make(host: Host, argv: Sequence[str], what: str) -> None:\n    env = {\"PATH\": \"/usr/local/bin:/usr/bin:/bin\", \"HOME\": host.venvs, \"LC_ALL\": \"C.UTF-8\", \"PIP_CONFIG_FILE\": \"/dev/null\", \"UV_NO_CACHE\": \"1\"}\n    code, out, err = host.channel.run(argv, timeout=SECONDS, env=env, cwd=host.venvs)\n    said = out + err\n    if code is None:\n        raise Failed(\"infrastructure\", \"making the virtual environment took over %d s\" % SECONDS)\n    if code and \"ensurepip is not\" in said:\n        raise Failed(\"setup\", \"the server's Python cannot make virtual environments (python3-venv is missing)\", host.setup_hint())\n    if code and \"No space left\" in said:\n        raise OSError(28, \"No space left on device\")\n    if code:\n        raise Failed(\"app\", \"the virtual environment could not be made (%s):\\n%s\" % (what, last_lines(said, 12)))\n\n",
	assets: "\"\"\"Files that only former releases have, for pages that were open before a switch: nginx looks here when the live release has none.\n\nHard links to the files of the releases, by their paths in the repository. Only files that nginx serves are among them.\n\"\"\"\nfrom __future__ import annotations\n\nimport os\n\nfrom host import Host, remove\nfrom stage import is_public, on_disk\n\nTYPE_CHECKING = False\nif TYPE_CHECKING:\n    from typing import Iterable\n    from messages import File\n\n\ndef keep(host: Host, before: str, files: Iterable[File], public: Iterable[str]) -> None:\n    \"\"\"Links what `before` serves and `files` no longer has; work for what changed, not for what there is.\"\"\"\n    stay = {path for path, _, _, _ in files}\n    for path, mode, _, _ in host.files(before) if before else ():\n        if path in stay or mode == \"120000\" or not is_public(path, public):\n            continue\n        raw = on_disk(path)\n        source, link = os.fsencode(host.release(before)) + b\"/\" + raw, os.fsencode(host.assets) + b\"/\" + raw\n        os.makedirs(os.path.dirname(link), 0o751, exist_ok=True)\n        fresh = link + b\".new\"\n        try:\n            remove(fresh)\n            os.link(source, fresh, follow_symlinks=False)\n            os.rename(fresh, link)\n        except FileNotFoundError:  # an old release that lost a file loses nothing more\n            continue\n\n\ndef prune(host: Host, kept: Iterable[str]) -> None:\n    \"\"\"Forgets the files of releases that are gone.\"\"\"\n    known = {on_disk(path) for id in kept for path, _, _, _ in host.files(id)}\n    top = os.fsencode(host.assets)\n    for folder, _, names in os.walk(top, topdown=False):\n        for name in names:\n            path = os.path.join(folder, name)\n            if path[len(top) + 1:] not in known:\n                remove(path)\n        if folder != top and not os.listdir(folder):\n            os.rmdir(folder)\n",
	undo: "\"\"\"The way back, for a run that failed, that was cancelled, or that the next run finds half done in the journal.\"\"\"\nfrom __future__ import annotations\n\nfrom host import Host, remove\nfrom channel import Failed\n\nTYPE_CHECKING = False\nif TYPE_CHECKING:\n    from typing import Sequence\n    from journal import Journal\n    from messages import Entry, State, Unfinished\n\nPATIENCE = 5  # seconds; what hangs is ended by its process manager without us\n\n\ndef take_back(host: Host, state: State) -> None:\n    \"\"\"`state`: release, previous, op, and how far it came (started, switched, stopped_old, installed). Safe to repeat.\n\n    The order matters: the old instance has all traffic again before the new one is touched.\n    \"\"\"\n    new, old = state[\"release\"], state[\"previous\"]\n    if old and (state[\"switched\"] or state[\"stopped_old\"]):\n        if not state[\"stopped_old\"]:\n            host.helper(\"switch\", old)  # at once: it still runs, whatever the rest takes\n        if state[\"installed\"]:\n            host.helper(\"restore\", must=True)\n        host.helper(\"start\", old, must=True)\n        host.helper(\"switch\", old, must=True)\n    elif state[\"switched\"]:\n        host.helper(\"switch\", \"none\", must=True)\n    if state[\"started\"] and new != old:\n        host.helper(\"stop\", new, timeout=PATIENCE)\n    if state[\"installed\"] and not (old and (state[\"switched\"] or state[\"stopped_old\"])):\n        host.helper(\"restore\")\n    if state[\"op\"] == \"deploy\":\n        remove(host.release(new))\n        if state[\"venv\"] and state[\"venv\"] not in host.venvs_of(host.ids()):\n            remove(host.venvs + \"/\" + state[\"venv\"])\n\n\ndef state_of(run: Sequence[Entry]) -> Unfinished:\n    \"\"\"How far a run came, from its journal entries: a step that began counts as done.\"\"\"\n    begin = run[0]\n    seen = {entry[\"event\"] for entry in run}\n    return {\"release\": begin[\"release\"], \"previous\": begin[\"previous\"], \"op\": begin[\"op\"], \"venv\": begin.get(\"venv\") or \"\",\n            \"installed\": bool(seen & {\"config\", \"env\"}), \"started\": \"start\" in seen,\n            \"stopped_old\": \"stop_old\" in seen, \"switched\": \"switch\" in seen, \"good\": \"good\" in seen}\n\n\ndef repair(host: Host, journal: Journal) -> str:\n    \"\"\"Undoes what a killed run left; one that was already good is only closed. The detail of the step, or \"\".\"\"\"\n    run = journal.unfinished()\n    if not run:\n        return \"\"\n    state, ended = state_of(run), \"taken back\"\n    try:\n        if state[\"good\"]:\n            ended = \"it serves\"\n            host.helper(\"settle\")\n        else:\n            take_back(host, state)\n    except Failed as error:  # what comes now may be the only way out, so it is not held up\n        ended = \"taking it back failed: %s\" % error\n        host.channel.say(\"warning\", text=\"%s was left half done; %s\" % (state[\"release\"], ended))\n    journal.write(state[\"release\"], \"repaired\", durable=True, how=ended)\n    return \"%s was left half done; %s\" % (state[\"release\"], ended)\n",
	watch: "\"\"\"What goes on after the result is out: tidying, and an eye on the new release while the old one is still warm.\"\"\"\nfrom __future__ import annotations\n\nimport os\nimport signal\nimport threading\nimport time\n\nimport assets\nfrom http_probe import ask\nfrom host import Host, Lock, remove\nfrom undo import PATIENCE\nfrom channel import Failed\n\nTYPE_CHECKING = False\nif TYPE_CHECKING:\n    from typing import Sequence\n    from journal import Journal\n    from messages import Pulse, Settings\n\nGAP = 0.02\nSLOW_GAP = 0.25\n\n\ndef leave_behind(host: Host, journal: Journal, id: str, previous: str, seconds: float, trash: Sequence[str], alive: Pulse) -> None:\n    \"\"\"Forks a process that outlives the connection. It takes the release back when it dies within `seconds`.\"\"\"\n    if os.fork():\n        return\n    try:\n        os.setsid()\n        for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):  # a server that shuts down must not wait for this\n            signal.signal(number, signal.SIG_DFL)\n        nothing = os.open(os.devnull, os.O_RDWR)\n        for stream in (0, 1, 2):\n            os.dup2(nothing, stream)\n        os.closerange(3, 256)  # the lock among them\n        host.channel.shielded, host.channel.gone = True, \"\"\n        tidying = threading.Thread(target=tidy, args=(host, trash))\n        tidying.start()\n        if previous and previous != id:\n            watch(host, journal, id, previous, time.monotonic() + seconds, alive)\n        tidying.join()\n    finally:\n        os._exit(0)\n\n\ndef tidy(host: Host, trash: Sequence[str]) -> None:\n    os.sync()  # a power cut within the next half minute would leave empty files otherwise\n    for path in trash:\n        remove(path)\n    assets.prune(host, host.ids())\n    host.helper(\"tidy\")\n\n\ndef pulse(host: Host, id: str, settings: Settings) -> Pulse:\n    \"\"\"How to tell that an instance lives: (seconds between two looks, a function that says so).\n\n    systemd holds the socket, so a connection proves nothing; its main process does. Other managers are asked for a page.\n    \"\"\"\n    if settings[\"unit\"]:\n        main = host.channel.run([\"systemctl\", \"show\", \"-p\", \"MainPID\", \"--value\", settings[\"unit\"].replace(\"@\", \"@\" + id)])[1].strip()\n        return GAP, lambda: main != \"0\" and os.path.exists(\"/proc/\" + main)\n    path = settings.get(\"health\") or settings[\"smoke\"][\"path\"]\n\n    def answers() -> bool:\n        error = ask(host.socket(id), settings[\"protocol\"], path, settings[\"site\"][\"host\"], 5).error\n        return not error or error.startswith(\"no answer\")\n\n    return SLOW_GAP, answers\n\n\ndef watch(host: Host, journal: Journal, id: str, previous: str, until: float, alive: Pulse) -> None:\n    gap, lives = alive\n    while time.monotonic() < until:\n        time.sleep(gap)\n        if host.current() != id or not os.path.exists(host.socket(previous)):\n            return\n        if not lives():\n            time.sleep(GAP)\n            if not lives():\n                take_back(host, journal, id, previous)\n                return\n\n\ndef take_back(host: Host, journal: Journal, id: str, previous: str) -> None:\n    try:\n        Lock(host).take(1, \"the watch over %s\" % id)\n    except Failed:\n        return  # whoever deploys now puts a gated release in its place\n    # A server that shuts down stops one instance before the other: that is no reason to change anything.\n    state = host.channel.run([\"systemctl\", \"is-system-running\"])[1].strip()\n    if host.current() != id or not os.path.exists(host.socket(previous)) or state not in (\"running\", \"degraded\", \"starting\"):\n        return\n    if host.helper(\"switch\", previous)[0]:\n        return\n    host.helper(\"start\", previous)  # so that it does not stop when the drain is over\n    journal.write(id, \"died\", durable=True)\n    remove(host.release(id) + \"/.good\")\n    host.helper(\"stop\", id, timeout=PATIENCE)\n    journal.write(id, \"reverted\", durable=True, previous=previous)\n",
	transaction: "\"\"\"The order of a deploy and of a rollback on the server. Everything up to the switch can be undone unseen.\"\"\"\nfrom __future__ import annotations\n\nimport contextlib\nimport math\nimport os\nimport re\nimport time\n\nimport assets\nimport stage\nimport undo\nimport watch\nfrom gate import Gate\nfrom host import Host, Lock, addresses, last_lines, memory_free\nfrom journal import Journal, stamp\nfrom prober import Prober\nfrom channel import Cancelled, Channel, Failed\n\nTYPE_CHECKING = False\nif TYPE_CHECKING:\n    from typing import Iterator, Sequence\n    from messages import Cause, Point, Pulse, ReleaseAsk, State\n\nWATCH = 15  # seconds that a new release is watched after the result, within the drain\nTOLD = 1000  # lines of a hook that are shown\nANSWER = 120  # seconds in which the deployer decides\nDEV_SERVER = re.compile(r\"\\* Serving Flask app|WARNING: This is a development server\")  # what app.run() says first\n\n\nclass Transaction:\n    def __init__(self, channel: Channel, host: Host, ask: ReleaseAsk) -> None:\n        self.channel, self.host, self.ask = channel, host, ask\n        self.settings = ask[\"settings\"]\n        self.journal, self.lock, self.gate = Journal(host.journal), Lock(host), Gate(channel, self.settings)\n        self.step_name, self.began, self.started_at = \"lock\", time.monotonic(), 0\n        site = self.settings[\"site\"]\n        self.prober = Prober(site, self.settings[\"smoke\"][\"path\"], self.settings[\"prober\"][\"rate\"])\n        self.pulse: Pulse\n        self.waits: Sequence[Point] = ()\n        self.hold = ask.get(\"hold\", {})\n        channel.silence = self.hold.get(\"silenceMs\", 1000 * channel.silence) / 1000\n        self.state: State = {\"release\": \"\", \"previous\": \"\", \"op\": ask[\"op\"], \"venv\": \"\", \"installed\": False, \"started\": False,\n                             \"stopped_old\": False, \"switched\": False}\n\n    @contextlib.contextmanager\n    def step(self, name: str) -> Iterator[dict[str, str]]:\n        \"\"\"Tells the deployer; the value that the body puts into the dict is the step's detail.\"\"\"\n        self.step_name, began, note = name, time.monotonic(), {\"detail\": \"\"}\n        self.channel.say(\"step\", name=name)\n        if self.hold.get(\"step\") == name:\n            self.channel.sleep(self.hold[\"ms\"] / 1000)\n        self.channel.check()\n        try:\n            yield note\n        except OSError as error:\n            raise stage.full(error) from error\n        finally:\n            self.channel.say(\"done\", name=name, ms=round((time.monotonic() - began) * 1000), detail=note[\"detail\"])\n\n    def note(self, event: str, durable: bool = False, **data: object) -> None:\n        self.journal.write(self.state[\"release\"], event, durable, **data)\n\n    def enter(self) -> None:\n        \"\"\"Lock and repair: after this the server is in a known state and nobody else's.\"\"\"\n        self.host.check()\n        with self.step(\"lock\") as note:\n            self.lock.take(self.ask[\"lockSeconds\"], self.ask.get(\"run\"))\n            note[\"detail\"] = \"free\"\n        try:\n            self.journal.mend()\n            if self.journal.unfinished():\n                with self.step(\"repair\") as note:\n                    note[\"detail\"] = undo.repair(self.host, self.journal)\n                    stage.sweep(self.host, {self.host.current()})\n        except OSError as error:\n            raise stage.full(error) from error\n        self.state[\"previous\"] = self.host.current()\n\n    def taken(self) -> int:\n        return round((time.monotonic() - self.began) * 1000)\n\n    def begin(self, release: str, **data: object) -> None:\n        self.state[\"release\"] = release\n        try:\n            self.note(\"begin\", durable=True, op=self.ask[\"op\"], previous=self.state[\"previous\"], run=self.ask.get(\"run\"),\n                      by=self.ask.get(\"by\"), **data)\n        except OSError as error:\n            raise stage.full(error) from error\n\n    def bring_up(self, warm: bool = False) -> None:\n        \"\"\"Config, hooks, start, gate: the release is ready for traffic afterwards, or Failed is raised.\"\"\"\n        host, id, settings = self.host, self.state[\"release\"], self.settings\n        drift = host.drift(id, settings[\"files\"])\n        if drift:\n            with self.step(\"config\") as note:\n                note[\"detail\"] = self.install(id, drift)\n        if self.ask[\"op\"] == \"deploy\" or self.ask.get(\"hooks\"):\n            self.hook(\"release\")\n        with self.step(\"start\") as note:\n            in_place = not warm and self.fits_not()\n            self.note(\"start\")\n            self.state[\"started\"], self.started_at = True, int(time.time())\n            if in_place and self.state[\"previous\"]:\n                self.note(\"stop_old\")\n                self.state[\"stopped_old\"] = True\n                host.helper(\"stop\", self.state[\"previous\"], timeout=120, must=True)\n            code = host.helper(\"start\", id, timeout=settings[\"gate\"][\"timeout\"] + 30, waiting=self.still_starting)[0]\n            if code != 0:\n                raise Failed(\"app\", \"the new release does not start\" + (\" in time\" if code is None else \"\"),\n                             \"Its journal says why; `npx create-flask-deploy preview --check` runs the same release on this machine.\")\n            note[\"detail\"] = \"in place of the old one\" if in_place else \"beside the old one\" if self.state[\"previous\"] else \"first\"\n        with self.step(\"gate\") as note:\n            note[\"detail\"] = self.gate.pass_all(host.socket(id))\n        self.hook(\"before_switch\")\n        self.decide(\"gated\")\n\n    def still_starting(self, seconds: int) -> None:\n        \"\"\"Nobody waits in silence, and not at all for an app that never comes out of its import.\"\"\"\n        self.channel.say(\"log\", text=\"still starting after %d s\" % seconds)\n        if DEV_SERVER.search(self.host.helper(\"tail\", self.state[\"release\"], str(self.started_at))[1]):\n            raise Failed(\"app\", \"the new release does not start: it runs Flask's development server while it is imported\")\n\n    def install(self, id: str, drift: Sequence[str]) -> str:\n        \"\"\"The detail of the step. What may not be installed stays as it is when an old release comes back.\"\"\"\n        named = \", \".join(drift)\n        self.note(\"config\")\n        self.state[\"installed\"] = True\n        code, _, said = self.host.helper(\"install\", id)\n        if code in (3, 5) and self.ask[\"op\"] == \"rollback\":\n            self.state[\"installed\"] = False\n            self.channel.say(\"warning\", text=\"%s of this release stays as it is installed now, since only setup may put it back:\\n%s\" % (named, last_lines(said)))\n            return \"left as it is\"\n        if code == 3:\n            raise Failed(\"setup\", \"%s changed in a way that only root may install:\\n%s\" % (named, last_lines(said, 20)),\n                         \"If that is meant, install it once as root, from this repository: %s\" % self.host.setup_hint().partition(\": \")[2])\n        if code == 4:\n            raise Failed(\"infrastructure\", \"nginx -t already fails on the server, before any change from this release:\\n%s\" % last_lines(said),\n                         \"Fix it on the server (`sudo nginx -t` shows it); %s changed, so nginx must read it.\" % named)\n        if code == 5:\n            raise Failed(\"app\", last_lines(said).replace(\"flask-deploy: \", \"\"),\n                         \"Commit the file. Where an older version made this repository, `npx create-flask-deploy update` merges what is new.\")\n        if code:\n            raise Failed(\"app\", \"%s could not be installed:\\n%s\" % (named, last_lines(said)),\n                         \"`npx create-flask-deploy lint` shows what is wrong with a file of this repository.\")\n        return named\n\n    def fits_not(self) -> bool:\n        \"\"\"True when the old instance must go before the new one comes.\"\"\"\n        if self.settings[\"strategy\"] == \"in-place\":\n            return True\n        old = self.state[\"previous\"]\n        need, free = self.host.memory_of(old) if old else 0, memory_free()\n        if need <= free:\n            return False\n        self.channel.say(\"warning\", text=\"a second instance needs about %d MB, but only %d MB are free: stopping the old release first \"\n                      \"(strategy in-place), so requests fail until the new one is up\" % (need >> 20, free >> 20))\n        return True\n\n    def hook(self, name: str) -> None:\n        hook = self.settings[\"hooks\"].get(name)\n        if not hook:\n            return\n        told = []\n\n        def tell(line: str) -> None:\n            told.append(1)\n            if len(told) <= TOLD:\n                self.channel.say(\"log\", text=line[:2000])\n            elif len(told) == TOLD + 1:\n                self.channel.say(\"log\", text=\"... and more, which is not shown\")\n\n        with self.step(name) as note:\n            self.note(name)\n            self.state[\"started\"] = True  # its processes end with the instance's\n            code, out, err = self.host.helper(\"run\", self.state[\"release\"], str(hook[\"timeout\"]), stdin=hook[\"run\"].encode(),\n                                              timeout=hook[\"timeout\"] + 5, each=tell)\n            if code is None or code == 124:\n                raise Failed(\"app\", \"the %s hook took over %d s and was stopped\" % (name, hook[\"timeout\"]),\n                             \"Raise its timeout in flask-deploy.yml, or do less in it.\")\n            if code:\n                raise Failed(\"app\", \"the %s hook `%s` ended with %d\" % (name, hook[\"run\"], code), last_lines(err.strip() or out, 12))\n            note[\"detail\"] = hook[\"run\"]\n\n    def switch(self) -> None:\n        \"\"\"From here on a deployer that goes away changes nothing: what the smoke test says is done.\"\"\"\n        host, id, old, settings = self.host, self.state[\"release\"], self.state[\"previous\"], self.settings\n        if old and not self.state[\"stopped_old\"]:\n            self.prober.start()\n        with self.step(\"switch\") as note:\n            self.channel.shielded = True\n            self.note(\"switch\", durable=True)\n            self.state[\"switched\"] = True\n            if old and old != id:\n                assets.keep(host, old, host.files(id), settings[\"public\"])\n            host.helper(\"switch\", id, must=True)\n            self.prober.switched = time.monotonic()\n            note[\"detail\"] = \"%s -> %s\" % (old or \"nothing\", id)\n        if not self.prober.is_alive():\n            self.prober.start()\n        self.pulse = watch.pulse(host, id, settings)\n        with self.step(\"smoke\") as note:\n            note[\"detail\"] = self.gate.through_nginx()\n        self.hook(\"after_switch\")\n        if old and old != id and not self.state[\"stopped_old\"]:\n            with self.step(\"drain\") as note:\n                seconds = settings[\"drain\"] + math.ceil(settings[\"prober\"][\"seconds\"])  # until the prober ends, it may be needed\n                host.helper(\"stop\", old, str(seconds))\n                note[\"detail\"] = \"%s stops in %d s\" % (old, seconds)\n        self.prober.watch(settings[\"prober\"][\"seconds\"])\n        self.prober.stop()\n        if self.prober.blamed:\n            text = \"%d of %d requests failed while it switched: %s\" % (self.prober.blamed, self.prober.sent, self.prober.first_failure)\n            if settings[\"prober\"][\"onFailure\"] == \"rollback\":\n                raise Failed(\"app\", text)\n            self.channel.say(\"warning\", text=text)\n        # Whoever came while it was started again waited in systemd's socket, so no request tells.\n        if not self.pulse[1]():\n            raise Failed(\"app\", \"the app server ended %.1f s after the switch\" % (time.monotonic() - self.prober.switched))\n        self.decide(\"smoked\")\n\n    def decide(self, point: Point) -> None:\n        \"\"\"Waits for the deployer's word where it asked to be heard: before the switch it looks at other servers, after it at\n        the public URL. One that is gone by then has said no before the switch, and leaves it to the smoke test after it.\"\"\"\n        if point not in self.waits:\n            return\n        self.channel.say(point, addresses=addresses())\n        try:\n            word = self.channel.message(ANSWER)\n        except Cancelled:\n            if not self.channel.shielded:\n                raise\n            return\n        if word[\"t\"] == \"undo\":\n            self.step_name = word.get(\"step\") or self.step_name\n            raise Failed(word.get(\"kind\", \"infrastructure\"), word.get(\"message\", \"the deployer took it back\"), word.get(\"next\", \"\"))\n\n    def settle(self) -> None:\n        \"\"\"It is good: say so first, tidy afterwards.\"\"\"\n        host, id, old = self.host, self.state[\"release\"], self.state[\"previous\"]\n        with open(host.release(id) + \"/.good\", \"w\") as file:\n            file.write(stamp())\n        host.mark(id, \"left\", False)\n        if self.ask[\"op\"] == \"rollback\" and old and old != id:\n            host.mark(old, \"left\", True)\n        self.note(\"good\", durable=True)\n        if self.state[\"installed\"]:\n            host.helper(\"settle\")\n        trash = self.prune(id, old)\n        self.note(\"end\", status=\"deployed\" if self.ask[\"op\"] == \"deploy\" else \"rolled-back\", ms=self.taken(), **self.prober.seen())\n        self.outcome(\"deployed\" if self.ask[\"op\"] == \"deploy\" else \"rolled-back\")\n        watch.leave_behind(host, self.journal, id, old, min(WATCH, self.settings[\"drain\"]), trash, self.pulse)\n\n    def prune(self, id: str, old: str) -> list[str]:\n        host, keep = self.host, {id, old}\n        keep.update([name for name in host.ids() if host.is_good(name)][-self.settings[\"keepReleases\"]:])\n        keep.update(name for name in host.ids() if os.path.exists(host.socket(name)))  # still answering its last requests\n        trash = [host.release(name) for name in host.ids() if name not in keep]\n        used = host.venvs_of(name for name in host.ids() if name in keep)\n        trash += [host.venvs + \"/\" + name for name in os.listdir(host.venvs) if name not in used]\n        # Of a run whose tidying was cut short.\n        moved = [folder + \"/\" + name for folder in (host.releases, host.venvs) for name in os.listdir(folder) if name.startswith(\".trash-\")]\n        for path in trash:  # a rename is quick; removing 10,000 files can wait until the result is out\n            bin = os.path.join(os.path.dirname(path), \".trash-\" + os.path.basename(path))\n            if path in moved:\n                continue\n            with contextlib.suppress(OSError):\n                os.rename(path, bin)\n                moved.append(bin)\n        return moved\n\n    def outcome(self, status: str, cause: Cause | None = None) -> None:\n        self.channel.say(\"outcome\", status=status, release=self.state[\"release\"], previous=self.state[\"previous\"],\n                      prober=self.prober.seen(), cause=cause)\n\n    def fail(self, error: Failed | Cancelled) -> None:\n        \"\"\"Undo whatever was done, and tell the cause with the instance's own last words.\"\"\"\n        at, state = self.step_name, self.state\n        kind, hint = (\"cancelled\", \"\") if isinstance(error, Cancelled) else (error.kind, error.next)\n        cause: Cause = {\"kind\": kind, \"step\": at, \"journal\": [], \"unit\": \"\", \"message\": str(error), \"next\": hint}\n        self.channel.shielded = True\n        self.prober.stop()\n        if not state[\"release\"]:\n            self.outcome(\"failed\", cause)\n            return\n        if self.started_at and os.path.isdir(self.host.release(state[\"release\"])):\n            with contextlib.suppress(Failed):\n                unit, *lines = self.host.helper(\"tail\", state[\"release\"], str(self.started_at))[1].splitlines() or [\"\"]\n                cause[\"unit\"], cause[\"journal\"] = unit, lines\n        status = \"rolled-back\" if state[\"switched\"] and state[\"previous\"] else \"failed\"\n        try:\n            with self.step(\"undo\") as note:\n                undo.take_back(self.host, state)\n                stage.sweep(self.host, {state[\"previous\"]})\n                note[\"detail\"] = \"%s serves\" % state[\"previous\"] if state[\"previous\"] else \"nothing is left behind\"\n        except Failed as more:  # the journal has no end of this run, so the next one takes up from here\n            cause[\"next\"] += \"\\nUndoing it failed too: %s. Deploy again, or look at the server.\" % more\n            self.outcome(status, cause)\n            return\n        with contextlib.suppress(OSError):  # a full disk: the next run repairs once more, which does no harm\n            self.note(\"end\", status=status, step=at, cause=str(error), ms=self.taken())\n        self.outcome(status, cause)\n",
	release: "\"\"\"What a deploy and a rollback ask of the order: where the release comes from, and when there is nothing to do.\"\"\"\nfrom __future__ import annotations\n\nimport hashlib\nimport os\n\nimport stage\nimport venvs\nfrom interpreter import python_here\nfrom journal import stamp\nfrom transaction import Transaction\nfrom channel import Cancelled, Channel, Failed\n\nTYPE_CHECKING = False\nif TYPE_CHECKING:\n    from host import Host\n    from messages import DeployAsk, ReleaseAsk, RollbackAsk\n\n\ndef carry_out(channel: Channel, host: Host, ask: ReleaseAsk) -> None:\n    \"\"\"Deploys or rolls back; whatever fails is undone, and the outcome says it.\"\"\"\n    order = Transaction(channel, host, ask)\n    try:\n        if ask[\"op\"] == \"deploy\":\n            deploy(order, ask)\n        else:\n            rollback(order, ask)\n    except (Failed, Cancelled) as error:\n        order.fail(error)\n    except OSError as error:\n        order.fail(Failed(\"infrastructure\", str(error)))\n\n\ndef env_path(host: Host, id: str) -> str:\n    return host.release(id) + \"/.env-digest\"\n\n\ndef same_env(host: Host, id: str, digest: str | None) -> bool:\n    \"\"\"Whether a release started with this very environment; its digest is for the login's eyes only.\"\"\"\n    try:\n        with open(env_path(host, id)) as file:\n            return not digest or file.read() == salted(id, digest)\n    except OSError:\n        return not digest\n\n\ndef salted(id: str, digest: str) -> str:\n    return hashlib.sha256((id + digest).encode()).hexdigest()\n\n\ndef deploy(order: Transaction, ask: DeployAsk) -> None:\n    host = order.host\n    order.enter()\n    previous, files = order.state[\"previous\"], ask[\"files\"]\n    record = host.record(previous) if previous else None\n    venv = venvs.name_of(ask[\"lock\"])\n    if record and not ask[\"force\"]:\n        same = record[\"fingerprint\"] == ask[\"fingerprint\"] and same_env(host, previous, ask.get(\"envDigest\"))\n        if same and not order.gate.once(host.socket(previous))[0]:\n            order.state[\"release\"] = previous\n            order.outcome(\"unchanged\")\n            return\n        if record[\"commit\"] != ask[\"commit\"] and record[\"commitAt\"] > ask[\"commitAt\"]:\n            raise Failed(\"usage\", \"the server runs %s, which is newer than %s\" % (record[\"commit\"][:10], ask[\"commit\"][:10]),\n                         \"To go back on purpose use `rollback`; to deploy the older commit all the same use --force.\")\n    missing, changed = stage.needed(host, files, previous)\n    stage.check_room(host, len(files), sum(files[index][3] for index in missing))\n    order.channel.say(\"inventory\", previous=previous, previousCommit=record[\"commit\"] if record else \"\", missing=missing,\n                   changed=changed, venv=venvs.is_there(host, venv), python=python_here(), releases=os.listdir(host.releases))\n    go = order.channel.message(3600)\n    if go[\"t\"] != \"go\":\n        return\n    id, order.waits = go[\"release\"], go[\"waits\"]\n    if os.path.lexists(host.release(id)):\n        raise Failed(\"usage\", \"there is a release %s on the server already\" % id, \"Deploy again.\")\n    size = sum(files[index][3] for index in missing) + sum(wheel[\"size\"] for wheel in go[\"wheels\"])\n    order.begin(id, commit=ask[\"commit\"], venv=venv, bytes=size)\n    order.state[\"venv\"] = venv\n    with order.step(\"stage\") as note:\n        order.note(\"stage\")\n        env = go.get(\"env\")\n        if env is not None:\n            order.note(\"env\")\n            order.state[\"installed\"] = True\n            order.host.helper(\"env\", id, stdin=b\"\".join(order.channel.exact(env)) or b\"\\n\", must=True)\n        stage.make_shared(host, order.settings[\"shared\"], order.settings[\"web\"])\n        stage.stage(host, id, files, missing, previous, order.settings[\"shared\"], order.settings[\"public\"])\n        if ask.get(\"envDigest\"):\n            with open(os.open(env_path(host, id), os.O_WRONLY | os.O_CREAT, 0o600), \"w\") as file:\n                file.write(salted(id, ask[\"envDigest\"]))\n        note[\"detail\"] = \"%d files, %d sent\" % (len(files), len(missing))\n    with order.step(\"venv\") as note:\n        if not venvs.is_there(host, venv):\n            stage.check_room(host, 2000, 5 * sum(wheel[\"size\"] for wheel in go[\"wheels\"]))\n            order.note(\"venv\")\n            venvs.build(host, venv, go[\"wheels\"])\n        os.symlink(\"../../venvs/\" + venv, host.release(id) + \"/.venv\")\n        stage.seal(host, id, {\"commit\": ask[\"commit\"], \"commitAt\": ask[\"commitAt\"], \"venv\": venv, \"at\": stamp(), \"run\": ask.get(\"run\"),\n                              \"fingerprint\": ask[\"fingerprint\"]}, files)\n        note[\"detail\"] = venv\n    order.bring_up()\n    order.switch()\n    order.settle()\n\n\ndef rollback(order: Transaction, ask: RollbackAsk) -> None:\n    host = order.host\n    order.enter()\n    previous = order.state[\"previous\"]\n    former = host.ids()\n    former = former[:former.index(previous)] if previous in former else former\n    # A release that somebody has left by a rollback is good, and yet not wanted back.\n    target = ask.get(\"release\") or next((id for id in reversed(former) if host.is_good(id) and not host.was_left(id)), \"\")\n    if not target:\n        raise Failed(\"usage\", \"there is no good release before %s to go back to\" % (previous or \"the first\"), \"See: npx create-flask-deploy releases\")\n    if host.record(target) is None:\n        raise Failed(\"usage\", \"there is no release %s on the server\" % target, \"See: npx create-flask-deploy releases\")\n    if target == previous:\n        order.state[\"release\"] = previous\n        order.outcome(\"unchanged\")\n        return\n    order.channel.say(\"inventory\", previous=previous, previousCommit=\"\", missing=[], changed={\"added\": 0, \"changed\": 0, \"removed\": 0},\n                   venv=True, python=python_here(), releases=[])\n    go = order.channel.message(60)\n    if go[\"t\"] != \"go\":\n        return\n    order.waits = go[\"waits\"]\n    order.begin(target)\n    order.bring_up(warm=os.path.exists(host.socket(target)))\n    order.switch()\n    order.settle()\n",
	main: "\"\"\"Runs on the server, for as long as one command of the deployer's takes. Python 3.8 or newer, standard library only.\"\"\"\nfrom __future__ import annotations\n\nimport json\nimport os\nimport pwd\nimport sys\n\nfrom host import Host\nfrom channel import Cancelled, Failed, Channel\n\nTYPE_CHECKING = False\nif TYPE_CHECKING:\n    from typing import Callable\n    from messages import Ask\n\n\ndef main() -> None:\n    os.umask(0o022)\n    channel = Channel()\n    ask: Ask = json.loads(channel.line(60))\n    host = Host(ask, channel)\n    step_down(host.releases)\n    # What is asked for is the function of the one module that came along for it.\n    if \"release\" in sys.modules:\n        sys.modules[\"release\"].carry_out(channel, host, ask)\n    else:\n        answer(channel, host, ask)\n\n\ndef answer(channel: Channel, host: Host, ask: Ask) -> None:\n    try:\n        query: Callable[[Channel, Host, Ask], object] = getattr(sys.modules[ask[\"op\"]], ask[\"op\"])\n        channel.say(\"answer\", answer=query(channel, host, ask))\n    except (Failed, Cancelled) as error:\n        channel.say(\"outcome\", status=\"failed\", cause={\"kind\": getattr(error, \"kind\", \"cancelled\"), \"step\": \"connect\",\n                                                    \"message\": str(error), \"next\": getattr(error, \"next\", \"\"),\n                                                    \"journal\": [], \"unit\": \"\"})\n\n\ndef step_down(releases: str) -> None:\n    \"\"\"Root deploys as the account that the releases belong to: whoever comes next must be able to go on.\"\"\"\n    if os.geteuid() or not os.path.isdir(releases):\n        return\n    owner = os.stat(releases).st_uid\n    if owner:\n        account = pwd.getpwuid(owner)\n        os.initgroups(account.pw_name, account.pw_gid)\n        os.setgid(account.pw_gid)\n        os.setuid(owner)\n"
};
/**
* The driver with `module` and all that it imports, and nothing else: to ask is quicker than to deploy.
*
* @param module `release` deploys and rolls back; any other comes with `more`.
* @param more texts of modules that only this one needs, by their names.
*/
function packDriver(module = "release", more = {}) {
	const bytes = deflateSync(JSON.stringify(neededBy([module, "main"], {
		...texts,
		...more
	})));
	const code = [
		"import os,sys,json,types,zlib",
		"b=b\"\"",
		`exec("while len(b)<${bytes.length}:\\n c=os.read(0,${bytes.length}-len(b))\\n if not c:sys.exit(1)\\n b+=c")`,
		"exec(\"for n,t in json.loads(zlib.decompress(b)):\\n m=types.ModuleType(n);sys.modules[n]=m\\n exec(compile(t,n+\\\".py\\\",\\\"exec\\\"),m.__dict__)\")",
		"sys.modules[\"main\"].main()"
	].join(";");
	return {
		command: `exec ${quoteAll([
			"python3",
			"-I",
			"-S",
			"-c",
			code
		])}`,
		bytes
	};
}
/** Modules in the order of their imports: each only knows those before it. */
function neededBy(roots, from) {
	const found = /* @__PURE__ */ new Map();
	const take = (name) => {
		const text = Object.hasOwn(from, name) ? from[name] : void 0;
		if (text === void 0 || found.has(name)) return;
		for (const [, next = ""] of text.matchAll(/^(?:from|import) (\w+)/gm)) take(next);
		found.set(name, text);
	};
	for (const root of roots) take(root);
	return [...found];
}
// action/engine/deploy/steps.ts
/** The steps of a deploy in order; a rollback has some of them. */
const stepNames = [
	"check",
	"files",
	"connect",
	"lock",
	"repair",
	"build",
	"send",
	"stage",
	"venv",
	"config",
	"release",
	"start",
	"gate",
	"before_switch",
	"switch",
	"smoke",
	"after_switch",
	"public_smoke",
	"undo",
	"drain",
	"prune"
];
// action/engine/targets/target.ts
/** What a target has, and hence what it lacks. Nobody else may change it from now on. */
const inventory = object({
	t: literal$1("inventory"),
	previous: string(),
	previousCommit: string(),
	/** Indices into the offered files. */
	missing: array(number$2()),
	changed: object({
		added: number$2(),
		changed: number$2(),
		removed: number$2()
	}),
	/** Whether the environment of the lock is there. */
	venv: boolean(),
	python: serverPython,
	/** Names that no new release can have. */
	releases: array(string())
});
/** How it ended, as the target tells it. */
const outcome = object({
	t: literal$1("outcome"),
	status: picklist([
		"deployed",
		"unchanged",
		"rolled-back",
		"failed"
	]),
	release: string(),
	previous: string(),
	prober: object({
		sent: number$2(),
		failed: number$2(),
		stallMs: number$2()
	}),
	cause: nullable(object({
		kind: picklist(causeKinds),
		step: picklist(stepNames),
		message: string(),
		next: string(),
		journal: array(string()),
		unit: string()
	}))
});
/** The release is ready for traffic and has none. */
const gated = object({ t: literal$1("gated") });
/** It has the traffic, and the target's own smoke test passed. */
const smoked = object({
	t: literal$1("smoked"),
	/** Where the target can be reached. */
	addresses: array(string())
});
// action/engine/targets/server/messages.ts
const text = string();
const count = number$2();
/** The lines that the driver says, one JSON object each; its `say` in driver/channel.py is the other end. */
const progress = variant("t", [
	object({
		t: literal$1("step"),
		name: picklist(stepNames)
	}),
	object({
		t: literal$1("done"),
		name: picklist(stepNames),
		ms: count,
		detail: text
	}),
	object({
		t: literal$1("log"),
		text
	}),
	object({
		t: literal$1("warning"),
		text
	}),
	object({
		t: literal$1("waiting"),
		holder: text,
		seconds: count
	})
]);
/** What it says to an offer. */
const offered = variant("t", [inventory, outcome]);
/** Where it stops first, or how it ended. */
const staged = variant("t", [
	gated,
	smoked,
	outcome
]);
/** Where it stops after that. */
const resumed = variant("t", [smoked, outcome]);
/**
* What the server said, if it is what it must be.
*
* @throws DeployError where it is not: nothing of this side's works with it then.
*/
function understood(schema, message, step) {
	const parsed = safeParse(schema, message);
	if (parsed.success) return parsed.output;
	const [issue] = parsed.issues;
	const where = getDotPath(issue);
	throw new DeployError("infrastructure", step, `the server said what makes no sense here (${where ? `${where}: ` : ""}${issue.message})`, "Run it again; if it stays so, update create-flask-deploy, or the version of the Action.");
}
// action/engine/targets/server/session.ts
const BEAT_MS = 1e3;
/** One ssh command that stays open for as long as the driver runs in it: a whole deploy, or one question. */
var Session = class {
	roundTrips = 0;
	bytesSent = 0;
	#stdin = new PassThrough({ highWaterMark: 1 << 20 });
	#heard = [];
	#target;
	#progress;
	#ended;
	#beat;
	#finished = false;
	#failed;
	#notify = () => {};
	#sending = false;
	#greeted = false;
	/** What the server did last, to tell where a lost connection left it. */
	#step = "connect";
	constructor(login, effects, progress, driver) {
		this.#target = {
			...login,
			run: effects.run
		};
		this.#progress = progress;
		const argv = [
			...sshArgv(this.#target),
			"--",
			login.host,
			driver.command
		];
		const unanswered = new AbortController();
		this.#stdin.write(driver.bytes);
		login.key?.put();
		this.#ended = effects.run(argv, {
			stdin: this.#stdin,
			env: effects.env,
			signal: unanswered.signal,
			onLine: (line, from) => from === "stdout" && this.#take(line)
		}).catch((error) => {
			this.#failed = error;
			throw error;
		}).finally(() => {
			this.#finished = true;
			clearInterval(this.#beat);
			this.#notify();
		});
		this.#ended.catch(() => {});
		this.#beat = setInterval(() => this.#sending || this.#write("\n"), BEAT_MS);
		this.#beat.unref();
		const stop = () => {
			this.#stdin.end();
			if (!this.#greeted) unanswered.abort();
		};
		effects.signal?.addEventListener("abort", stop, { once: true });
		if (effects.signal?.aborted) stop();
	}
	say(message) {
		this.#write(`${JSON.stringify(message)}\n`);
	}
	/** To a driver whose end a cancelled run has closed nothing more is said; what it says to that still comes. */
	#write(chunk) {
		return this.#stdin.writableEnded || this.#stdin.write(chunk);
	}
	async send(bytes) {
		this.#sending = true;
		for await (const chunk of bytes) {
			this.bytesSent += chunk.length;
			if (this.#finished) return;
			if (!this.#write(chunk)) await Promise.race([new Promise((done) => this.#stdin.once("drain", done)), this.#ended]);
		}
		this.#sending = false;
	}
	/** The next thing the server waits with, which must be what `schema` says; progress passes by on its own. */
	async next(schema) {
		this.roundTrips++;
		while (this.#heard.length === 0) {
			if (this.#finished) throw await this.#lost();
			await new Promise((done) => {
				this.#notify = done;
			});
		}
		return understood(schema, this.#heard.shift(), this.#step);
	}
	/** Closing the driver's stdin is how it learns that nobody waits any more. */
	async close() {
		clearInterval(this.#beat);
		this.#stdin.end();
		await this.#ended.catch(() => void 0);
	}
	#take(line) {
		this.#greeted = true;
		let message;
		try {
			message = plainDeep(JSON.parse(line));
		} catch {
			this.#progress.line(plain(line));
			return;
		}
		const news = safeParse(progress, message);
		if (!news.success) {
			this.#heard.push(message);
			this.#notify();
			return;
		}
		switch (news.output.t) {
			case "step":
				this.#step = news.output.name;
				this.#progress.begin(this.#step);
				break;
			case "done":
				this.#progress.end(news.output.name, news.output.ms, news.output.detail);
				break;
			case "log":
				this.#progress.line(news.output.text);
				break;
			case "warning":
				this.#progress.warning(news.output.text);
				break;
			case "waiting": this.#progress.line(`waiting for another deploy: ${news.output.holder} (at most ${news.output.seconds} s)`);
		}
	}
	async #lost() {
		if (this.#failed) return new DeployError("infrastructure", "connect", `ssh could not be started: ${this.#failed.message}`, "Install the OpenSSH client.", "no-ssh");
		const { code, stderr } = await this.#ended;
		const { host } = this.#target;
		const ssh = code === 255 || code === null ? explainSsh(this.#target, stderr) : void 0;
		const next = "A deploy that had not switched yet is undone on the server; `npx create-flask-deploy status` shows what is live.";
		if (ssh) return new DeployError("infrastructure", this.#step, ssh.message, this.#step === "connect" ? "" : next, ssh.kind);
		if (code === 127 || /python3?: (command )?not found/.test(stderr)) {
			const setup = `Run: npx create-flask-deploy setup root@${host}`;
			return new DeployError("setup", "connect", `${host} has no python3`, setup);
		}
		const said = lastLines(stderr, 6);
		return new DeployError("infrastructure", this.#step, `the script on the server exited with ${code} at step ${this.#step}: ${said}`, next);
	}
};
// action/engine/console/query.ts
/** Any line of the server: a message, the answer, or why there is none. */
const anything = looseObject({
	t: string(),
	answer: optional(unknown()),
	cause: optional(outcome.entries.cause)
});
/**
* Runs a query with one ssh command and returns its answer, without anything that would control a terminal.
*
* @throws DeployError if it cannot run, or reports that it failed
*/
async function runQuery$1(query, { app, root, login }, effects, { ask = {}, onMessage, onLine = () => {} } = {}) {
	const nothing = () => {};
	const session = new Session(login, effects, {
		begin: nothing,
		end: nothing,
		line: onLine,
		warning: onLine
	}, packDriver(query.name, query.modules));
	try {
		const settings = driverSettings(app, readNginx(root));
		session.say({
			...ask,
			op: query.name,
			app: app.name,
			login: `${login.user}@${login.host}`,
			settings
		});
		for (;;) {
			const said = await session.next(anything);
			if (said.t === "answer") return understood(query.answer, said.answer, "connect");
			if (said.t === "outcome") throw errorOf(said.cause);
			if (query.message) onMessage?.(understood(query.message, said, "connect"));
		}
	} finally {
		await session.close();
	}
}
const errorOf = (cause) => new DeployError(cause?.kind ?? "infrastructure", "connect", cause?.message ?? "the server did not respond", cause?.next);
// action/engine/console/status/statics.ts
/** The Python module that requests one file of each folder that nginx serves itself. */
const staticsModule = { statics: "\"\"\"Whether visitors get the files that nginx serves from the release: one of each folder is requested as they do.\"\"\"\nfrom __future__ import annotations\n\nimport urllib.parse\n\nfrom http_probe import ask\n\nTYPE_CHECKING = False\nif TYPE_CHECKING:\n    from answers import Static\n    from host import Host\n    from messages import Settings\n\n\ndef statics(host: Host, current: str, settings: Settings) -> list[Static]:\n    \"\"\"{path, status, error} for the first file of each folder in the release.\"\"\"\n    found: list[Static] = []\n    files = [path for path, mode, _, _ in host.files(current) if mode != \"120000\"] if current else []\n    site = settings[\"site\"]\n    for url, folder in settings[\"statics\"]:\n        name = next((path[len(folder):] for path in files if path.startswith(folder)), None)\n        if name is None:\n            continue\n        path = url + urllib.parse.quote(name.encode(\"latin-1\"))\n        answer = ask((\"127.0.0.1\", site[\"port\"]), site[\"protocol\"], path, site[\"host\"], settings[\"smoke\"][\"timeout\"])\n        found.append({\"path\": path, \"status\": answer.status, \"error\": answer.error})\n    return found\n\n\ndef is_served(one: Static) -> bool:\n    \"\"\"A redirect to https or the maintenance page says nothing about the files.\"\"\"\n    return not one[\"error\"] and (one[\"status\"] in (200, 301, 302, 307, 308, 503))\n" };
// action/engine/console/format.ts
const units = [
	["day", 86400],
	["hour", 3600],
	["minute", 60],
	["second", 1]
];
/** How long `seconds` are, in the largest unit that fits: "3 hours". */
function span(seconds) {
	const whole = Math.max(0, Math.floor(seconds));
	const [name, size] = units.find(([, size]) => whole >= size) ?? ["second", 1];
	const count = Math.floor(whole / size);
	return `${count} ${name}${count === 1 ? "" : "s"}`;
}
/**
* A moment as every command prints it: relative and exact, "3 hours ago (2026-11-21T03:15:00Z)".
*
* @param iso the moment; "" gives "unknown"
* @param now the current time of the same clock, so that a wrong clock does not matter
*/
function when(iso, now) {
	const seconds = (Date.parse(now) - Date.parse(iso)) / 1e3;
	if (Number.isNaN(seconds)) return iso || "unknown";
	return `${seconds < 0 ? `in ${span(-seconds)}` : `${span(seconds)} ago`} (${iso})`;
}
/** A size for users: "212 B", "1.2 kB", "34 MB". */
function size(bytes) {
	if (bytes < 1e3) return `${bytes} B`;
	const power = Math.min(3, Math.floor(Math.log10(bytes) / 3));
	const value = bytes / 1e3 ** power;
	return `${value < 10 ? value.toFixed(1) : Math.round(value)} ${[
		"kB",
		"MB",
		"GB"
	][power - 1]}`;
}
const megabytes = (bytes) => bytes < 10 * 2 ** 30 ? `${Math.round(bytes / 2 ** 20)} MB` : `${Math.round(bytes / 2 ** 30)} GB`;
/** "1 day", "3 days". */
const days = (count) => `${Math.floor(count)} day${Math.floor(count) === 1 ? "" : "s"}`;
// action/engine/console/tls/https.ts
/** The Python module that asks the root helper. */
const httpsModule = { https: "\"\"\"What the root helper says of HTTPS, as one value.\"\"\"\nfrom __future__ import annotations\n\nimport time\n\nTYPE_CHECKING = False\nif TYPE_CHECKING:\n    from answers import Attempt, Https, Pair\n    from host import Host\n    from messages import Settings\n\n\ndef moment(seconds: str) -> str:\n    \"\"\"ISO 8601 of seconds since 1970; \"\" for none.\"\"\"\n    return time.strftime(\"%Y-%m-%dT%H:%M:%SZ\", time.gmtime(int(seconds))) if seconds.isdigit() and int(seconds) else \"\"\n\n\ndef read(host: Host, settings: Settings) -> Https | None:\n    \"\"\"None for a site without HTTPS, and for a helper that knows nothing of it.\"\"\"\n    if settings[\"site\"][\"protocol\"] == \"http\":\n        return None\n    _, out, _ = host.helper(\"tls\", \"status\", timeout=30)\n    facts: dict[str, list[list[str]]] = {}\n    for line in out.splitlines():\n        word, _, rest = line.partition(\" \")\n        facts.setdefault(word, []).append(rest.split(\" \"))\n    if \"pair\" not in facts:\n        return None\n    pair, attempt = facts[\"pair\"][0], facts.get(\"attempt\", [[]])[0]\n    held: Pair = {\"serial\": pair[1], \"signed\": pair[0] != \"stand-in\", \"since\": moment(pair[2]), \"until\": moment(pair[3]), \"due\": moment(pair[4])}\n    tried: Attempt | None = None\n    if len(attempt) > 2:\n        tried = {\"at\": moment(attempt[0]), \"outcome\": attempt[1], \"cause\": \" \".join(attempt[2:]) if attempt[1] != \"issued\" else \"\"}\n    return {\n        \"public\": \"public\" in facts, \"pair\": held,\n        \"served\": {name: (serial or [\"\"])[0] for name, *serial in facts.get(\"served\", [])},\n        \"next\": moment(facts.get(\"timer\", [[\"\"]])[0][0]), \"attempt\": tried, \"retry\": moment(facts[\"next-try\"][0][0]),\n        \"loose\": [one[0] for one in facts.get(\"loose\", [])],\n    }\n" };
/** HTTPS of a site as its server has it. Times are ISO 8601 in UTC, "" when there is none. */
const https = object({
	/** Whether visitors by HTTP are sent to HTTPS: there was a certificate that browsers accept. */
	public: boolean(),
	/** The certificate in use; `signed` is false for the stand-in, with which nginx starts before there is one. */
	pair: object({
		serial: string(),
		signed: boolean(),
		since: string(),
		until: string(),
		/** When its renewal begins. */
		due: string()
	}),
	/** Serial of what nginx serves for each name; "" when it serves nothing. */
	served: record(string(), string()),
	/** The timer's next run; "" when it is off. */
	next: string(),
	/** The last time that a certificate was asked for. `waiting`: the CA was not asked, as something else has to happen first. */
	attempt: nullable(object({
		at: string(),
		outcome: picklist([
			"issued",
			"failed",
			"waiting"
		]),
		cause: string()
	})),
	/** When the timer asks the CA again after a failure. */
	retry: string(),
	/** Keys that others than root may read. */
	loose: array(string())
});
/** A third of a lifetime, or half of a short one, is there for renewals: with half of that gone, something is wrong. */
const isLate = ({ due, until }, at) => at > (Date.parse(due) + Date.parse(until)) / 2;
/**
* What is not as it should be, with the cause; "" when all is.
*
* @param now the server's clock
*/
function httpsProblem({ public: reached, pair, served, next, attempt, loose }, now) {
	const at = Date.parse(now);
	const why = attempt?.cause ? `: ${attempt.cause}` : "";
	const [other] = Object.entries(served).find(([, serial]) => serial !== pair.serial) ?? [];
	if (!reached || !pair.signed) return `there is no certificate yet, so the site is served by HTTP${why || ": the server was not asked to get one; run `create-flask-deploy tls renew`"}`;
	if (at >= Date.parse(pair.until)) return `the certificate expired ${when(pair.until, now)}${why}`;
	if (at < Date.parse(pair.since)) return `the certificate is valid from ${pair.since} on, and the server's clock says ${now}: set it (timedatectl set-ntp true)`;
	if (other) return `nginx does not serve the certificate in use for ${other}: run \`create-flask-deploy tls renew\`${why}`;
	if (isLate(pair, at)) return `the certificate expires in ${span((Date.parse(pair.until) - at) / 1e3)} and was not renewed${why}`;
	if (next === "") return "the timer that renews the certificate is off: run `create-flask-deploy setup` again";
	if (loose[0]) return `${loose[0]} can be read by others than root: chmod 600 ${loose[0]}`;
	return "";
}
// action/commands/query.ts
/** Puts a question to the server, and shows the answer in the log; one that cannot be asked fails the job, and says why and what to do. */
async function runQuery(inputs, { request, effects, log }, put, report) {
	request.login.key?.put();
	try {
		const { lines = [], ...told } = report(await put(request, effects));
		for (const line of lines) log.line(line);
		return told;
	} catch (error) {
		if (error instanceof DeployError) return unanswered(error, inputs);
		throw error;
	}
}
/** The report of a query that failed to run. */
function unanswered(error, { command, app, access }) {
	const { message, next } = connectionLost(error.ssh, error.message, access) ?? error;
	const advice = next.includes("\n") ? fenced(next) : next && `**What to do:** ${inline(next)}`;
	const [headline = "", ...more] = message.split("\n");
	const summary = page(`### ❌ ${inline(app.name)}, ${command}: ${inline(headline)}`, more.length > 0 && fenced(more.join("\n")), advice);
	return {
		failure: [message, next].filter(Boolean).join("\n"),
		outputs: { status: "failed" },
		annotations: [],
		summary
	};
}
// action/runner/changed-lines.ts
/** Reads a unified diff. Lines of a hunk are counted, so that none of them can be mistaken for a header. */
function readDiff(diff) {
	const files = /* @__PURE__ */ new Map();
	let ranges = [];
	let [oldLeft, newLeft, at] = [
		0,
		0,
		0
	];
	for (const line of diff.split("\n")) {
		if (oldLeft > 0 || newLeft > 0) {
			if (line.startsWith("\\")) continue;
			if (line.startsWith("+")) add(ranges, at);
			if (!line.startsWith("+")) oldLeft--;
			if (!line.startsWith("-")) newLeft--;
			if (!line.startsWith("-")) at++;
			continue;
		}
		const file = /^\+\+\+ b\/(.*)$/.exec(line.replace(/\t$/, ""))?.[1];
		if (file !== void 0) {
			ranges = [];
			files.set(file, ranges);
		}
		const hunk = /^@@ -\d+(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/.exec(line);
		if (hunk) [oldLeft, at, newLeft] = [
			Number(hunk[1] ?? 1),
			Number(hunk[2]),
			Number(hunk[3] ?? 1)
		];
	}
	return files;
}
function add(ranges, line) {
	const last = ranges.at(-1);
	if (last && last[1] === line - 1) last[1] = line;
	else ranges.push([line, line]);
}
const isChanged = (changed, file, from, to) => (changed.get(file) ?? []).some(([first, last]) => from <= last && to >= first);
/** Lines that changed since a commit; undefined if the checkout is too shallow for it, as it is by default. */
async function changedSince(git, root, base) {
	if (base === "") return void 0;
	const diff = [
		"-c",
		"core.quotePath=false",
		"diff",
		"--unified=0",
		"--no-color",
		"--no-ext-diff"
	];
	const shape = [
		"--no-textconv",
		"--no-renames",
		"--src-prefix=a/",
		"--dst-prefix=b/",
		"--diff-filter=d"
	];
	const text = await git(root, [
		...diff,
		...shape,
		base,
		"HEAD"
	]);
	return text === void 0 ? void 0 : readDiff(text);
}
// action/engine/console/maintenance/flag.ts
/** The Python module that reads on the server whether maintenance mode is on. */
const flagModule = { maintenance_flag: "\"\"\"Whether the site is in maintenance mode: nginx checks for one file at every request.\"\"\"\nfrom __future__ import annotations\n\nimport json\n\nTYPE_CHECKING = False\nif TYPE_CHECKING:\n    from answers import Flag\n\n\ndef read(folder: str) -> Flag | None:\n    \"\"\"The content of the file; it may be empty if created by hand. None if visitors get the site.\"\"\"\n    try:\n        with open(folder + \"/on\") as file:\n            found: Flag | list[object] = json.load(file)\n        return found if isinstance(found, dict) and found else {\"since\": \"\"}\n    except FileNotFoundError:\n        return None\n    except (OSError, ValueError):\n        return {\"since\": \"\", \"by\": \"hand\"}\n" };
// action/github/best-effort.ts
/**
* Tries something optional. A rejection by GitHub never fails the job: a permission that the workflow does not grant is
* a line in the log, since most workflows rightly grant none; everything else is a warning of one sentence.
*
* @param permission what the workflow would have to grant, "checks: write"
* @returns undefined if it failed
*/
async function bestEffort(what, permission, log, act) {
	try {
		return await act();
	} catch (error) {
		const { message, isPermission } = read(error);
		if (isPermission) log.line(`No ${what}: the workflow does not give \`permissions: ${permission}\`.`);
		else log.warning(`No ${what}: ${message}.`);
		return;
	}
}
function read(error) {
	if (!(error instanceof RequestError)) return {
		message: error.message,
		isPermission: false
	};
	const { status, response } = error;
	const said = error.message.replace(/ - https?:.*$/s, "");
	if (status === 401) return {
		message: "GitHub rejected github-token: it is expired, revoked or truncated",
		isPermission: false
	};
	if (status === 429 || response?.headers["x-ratelimit-remaining"] === "0" || /rate limit/i.test(said)) return {
		message: "GitHub's rate limit is used up",
		isPermission: false
	};
	const isPermission = status === 403 || status === 404;
	return {
		message: status >= 500 ? `GitHub cannot be reached (${status} ${said})` : `GitHub responded ${status} ${said}`,
		isPermission
	};
}
// action/github/client.ts
const silent = {
	debug: () => {},
	info: () => {},
	warn: () => {},
	error: () => {}
};
/** Pauses before the second and the third attempt after a temporary error. */
const PAUSES_MS = [500, 1500];
/** How long some of GitHub's servers may not find a new repository, and the pause before each attempt. */
const YOUNG_MS = 6e3;
/**
* Retries temporary errors twice: 5xx, interrupted connections, timeouts. A 404 of a repository that was just created
* is retried for some seconds. octokit's own plugins wait a second before each request that writes, and longer between
* attempts.
*/
function openGitHub(at, { token, apiUrl, agent, answerMs = 1e4, limitSeconds = -1, signal }) {
	const { request, hook } = new Octokit({
		auth: token,
		baseUrl: apiUrl,
		userAgent: agent,
		log: silent,
		request: { fetch: (url, init) => fetch(url, {
			...init,
			signal: AbortSignal.any([AbortSignal.timeout(answerMs), ...signal ? [signal] : []])
		}) }
	});
	let youngUntil = 0;
	let limits = 1;
	const isYoung = () => Date.now() < youngUntil;
	const pauseAfter = (error, tries) => {
		if (!(error instanceof RequestError)) return void 0;
		const seconds = Number(error.response?.headers["retry-after"] ?? NaN);
		if (seconds <= limitSeconds && limits-- > 0) return seconds * 1e3;
		if (error.status === 404 && isYoung()) return 700;
		return error.status >= 500 ? PAUSES_MS[tries] : void 0;
	};
	hook.wrap("request", async (send, options) => {
		for (let tries = 0;; tries++) {
			signal?.throwIfAborted();
			try {
				const answer = await send(options);
				if (options.method === "POST" && /^\/(user|orgs\/[^/]+)\/repos$/.test(options.url)) youngUntil = Date.now() + YOUNG_MS;
				return answer;
			} catch (error) {
				signal?.throwIfAborted();
				const pause = pauseAfter(error, tries);
				if (pause === void 0) throw error;
				await setTimeout$1(pause, void 0, { signal }).catch(() => signal?.throwIfAborted());
			}
		}
	});
	return {
		ask: request,
		isYoung,
		...at
	};
}
/** The client for a job's own repository. It waits for short rate limits only: the job's minutes are paid for. */
function openForJob({ apiUrl, repository }, token) {
	const [owner = "", repo = ""] = repository.split("/");
	return openGitHub({
		owner,
		repo
	}, {
		token,
		apiUrl,
		agent: "flask-deploy",
		limitSeconds: 20
	});
}
export { isBackup as $, inline as $t, ancestors as A, versionProblem as An, paths as At, directives as B, rollback as Bt, plainDeep as C, domainsProblem as Cn, site as Ct, listenPort as D, nameProblem as Dn, folders as Dt, driverSettings as E, isAtLeast$1 as En, environmentMode as Et, levels as F, processManagers as Fn, connect as Ft, lineBelow as G, removeCredentials as Gt, rowsOf as H, onDisk as Ht, named as I, sockets as In, sshArgv as It, safe as J, readRunner as Jt, newlineOf as K, storeCredentials as Kt, walk as L, quote as Lt, children as M, appServers as Mn, targets as Mt, enclosing as N, cannotRun as Nn, certificateFolder as Nt, readNginx as O, pathProblem as On, helperPath as Ot, inherited as P, choicesOf as Pn, httpsMismatch as Pt, holdsMarkup as Q, folded as Qt, parseNginx as R, quoteAll as Rt, packDriver as S, canonicalName as Sn, sh as St, failed as T, hasPublicName as Tn, sudoersText as Tt, byName as U, DeployError as Ut, maybeThirdParty as V, lockOf as Vt, lineAbove as W, unusable as Wt, wholeLine as X, code as Xt, suggested as Y, groupLog as Yt, filledIn as Z, fenced as Zt, Session as _, readPlainFile as _n, command as _t, isChanged as a, maintenanceLines as an, toFillIn as at, staged as b, loginOf as bn, keyOptions as bt, https as c, maintenanceWants as cn, approvedFiles as ct, days as d, isAtLeast as dn, overrides as dt, page as en, isExample as et, megabytes as f, levels$1 as fn, ownFiles as ft, runQuery$1 as g, isReleaseId as gn, authorize as gt, staticsModule as h, readEnv as hn, unitFiles as ht, changedSince as i, knowsMaintenance as in, renderedPath as it, around as j, wordsOf as jn, services as jt, served as k, urlProblem as kn, neededFiles as kt, httpsModule as l, spellOut as ln, desiredSite as lt, when as m, readKey as mn, question as mt, bestEffort as n, tail as nn, isTemplated as nt, readDiff as o, maintenanceOptions as on, placeNamed as ot, size as p, severities as pn, ownFilesFor as pt, replace as q, keepSecret as qt, flagModule as r, knownHostsName as rn, mayBeTemplated as rt, runQuery as s, maintenancePage as sn, Source as st, openForJob as t, table as tn, isTemplate as tt, httpsProblem as u, byPlace as un, nginxUser as ut, offered as v, lastLines as vn, file as vt, runRelease as w, emailProblem as wn, helperProtocol as wt, outcome as x, blocksProblem as xn, pendingMark as xt, resumed as y, runProcess as yn, folder as yt, dataBlocks as z, deploy as zt };
