#!/usr/bin/env node
import { parseArgs } from "node:util";
import { domainToASCII } from "node:url";
import { spawn } from "node:child_process";
import { StringDecoder } from "node:string_decoder";
// \0rolldown/runtime.js
var __defProp = Object.defineProperty;
var __esmMin = (fn, res, err) => () => {
	if (err) throw err[0];
	try {
		return fn && (res = fn(fn = 0)), res;
	} catch (e) {
		throw err = [e], e;
	}
};
var __exportAll = (all, flags) => {
	let target = Object.setPrototypeOf({}, null);
	for (var name in all) __defProp(target, name, {
		get: all[name],
		enumerable: true
	});
	if (!(flags & 1)) __defProp(target, Symbol.toStringTag, { value: "Module" });
	return flags & 2 ? target : Object.preventExtensions(target);
};
// generators/paint.ts
/** Colours for one stream: none unless it is a terminal; `NO_COLOR` (https://no-color.org) and `TERM=dumb` are honoured. */
function painter(stream, env) {
	const on = Boolean(stream.isTTY) && !env.NO_COLOR && env.TERM !== "dumb";
	const sgr = (open, close) => (text) => on ? `\x1b[${open}m${text}\x1b[${close}m` : text;
	return {
		/** Whether the stream may be animated and coloured. */
		on,
		bold: sgr(1, 22),
		dim: sgr(2, 22),
		red: sgr(31, 39),
		green: sgr(32, 39),
		yellow: sgr(33, 39),
		cyan: sgr(36, 39)
	};
}
// generators/errors.ts
/** Says what went wrong, on stderr, or as JSON on stdout when `--json` was asked for, and gives the exit code. */
function report(error, args, io) {
	const code = exitCode(error);
	const problems = error instanceof UsageError ? error.problems : [error instanceof Error ? error.message : `${error}`];
	if (args.includes("--json")) {
		io.stdout.write(`${JSON.stringify({
			ok: false,
			exitCode: code,
			problems
		}, null, 2)}\n`);
		return code;
	}
	const paint = painter(io.stderr, io.env);
	for (const problem of problems) io.stderr.write(`${paint.red("error:")} ${problem}\n`);
	if (error instanceof UsageError) io.stderr.write("Try --help.\n");
	if (!isExpected(error) && error instanceof Error && io.env.DEBUG) io.stderr.write(`${error.stack}\n`);
	return code;
}
function exitCode(error) {
	if (error instanceof UsageError) return 2;
	return error instanceof Interrupted ? 128 + signalNumber[error.signal] : 1;
}
var UsageError, Failure, Interrupted, signalNumber, isExpected;
var init_errors = __esmMin((() => {
	UsageError = class extends Error {
		name = "UsageError";
		problems;
		constructor(...problems) {
			super(problems.join("\n"));
			this.problems = problems;
		}
	};
	Failure = class extends Error {
		name = "Failure";
	};
	Interrupted = class extends Error {
		name = "Interrupted";
		signal;
		constructor(signal = "SIGINT") {
			super("interrupted");
			this.signal = signal;
		}
	};
	signalNumber = {
		SIGHUP: 1,
		SIGINT: 2,
		SIGTERM: 15
	};
	isExpected = (error) => error instanceof UsageError || error instanceof Failure || error instanceof Interrupted;
}));
// generators/help.ts
/** The `--help` of one command; `more` is put in front of the examples. */
function helpText(spec, more = []) {
	const words = (spec.positionals ?? []).map(({ name, optional, many }) => {
		const word = many ? `${name}…` : name;
		return optional ? `[${word}]` : word;
	});
	const usage = [
		program,
		spec.name,
		...words,
		"[options]"
	].filter(Boolean).join(" ");
	const lines = [
		spec.summary,
		"",
		`Usage: ${usage}`
	];
	if (spec.positionals?.length) lines.push("", ...columns(spec.positionals.map(({ name, help }) => [name, help])));
	lines.push("", "Options:", ...columns(spec.flags.map((flag) => [flagWord(flag), flagHelp(flag)])));
	if (more.length > 0) lines.push("", ...more);
	lines.push("", "Examples:", ...spec.examples.flatMap(([command, does]) => [`  ${command}`, `      ${does}`]));
	return `${lines.join("\n")}\n`;
}
/** Rows of a name and what it means, aligned; a long name gets a line of its own. */
function columns(rows) {
	const width = Math.min(28, Math.max(0, ...rows.map(([name]) => name.length)));
	return rows.flatMap(([name, text]) => name.length > width ? [`  ${name}`, `  ${" ".repeat(width)}  ${text}`] : [`  ${name.padEnd(width)}  ${text}`]);
}
function flagWord({ name, kind, short, negatable, value }) {
	const placeholder = value ?? {
		text: "TEXT",
		integer: "N",
		choice: "NAME",
		boolean: ""
	}[kind];
	const word = `--${negatable ? "[no-]" : ""}${name}${kind === "boolean" ? "" : ` ${placeholder}`}`;
	return short ? `-${short}, ${word}` : word;
}
function flagHelp({ help, choices, range }) {
	if (choices) return `${help}: ${choices.join(", ")}`;
	return range ? `${help} (${range[0]} to ${range[1]})` : help;
}
var program;
var init_help = __esmMin((() => {
	program = "create-flask-deploy";
}));
// generators/nearest.ts
/** The candidate that a person most likely meant, or undefined when none is near. */
function nearest(word, candidates, within = Math.ceil(word.length / 3)) {
	let best;
	for (const candidate of candidates) {
		const away = distance(word.toLowerCase(), candidate.toLowerCase());
		if (away <= within && away < candidate.length && (!best || away < best.away)) best = {
			candidate,
			away
		};
	}
	return best?.candidate;
}
/** Letters to insert, remove, replace or swap with their neighbour to get from one word to the other. */
function distance(from, to) {
	let before = [];
	let row = Array.from({ length: to.length + 1 }, (_, i) => i);
	for (let i = 1; i <= from.length; i++) {
		const next = [i];
		for (let j = 1; j <= to.length; j++) {
			const same = from[i - 1] === to[j - 1];
			let least = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (same ? 0 : 1));
			if (i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1]) least = Math.min(least, before[j - 2] + 1);
			next.push(least);
		}
		before = row;
		row = next;
	}
	return row[to.length];
}
// generators/flags.ts
/**
* Reads a command line by its spec.
*
* @throws {@link UsageError} with every problem of the line, not only the first.
*/
function parseFlags(spec, args) {
	const problems = [];
	const byName = new Map(spec.flags.map((flag) => [flag.name, flag]));
	const negated = new Map(spec.flags.filter((f) => f.negatable).map((flag) => [`no-${flag.name}`, flag]));
	const options = {};
	for (const { name, kind, short } of spec.flags) options[name] = {
		type: kind === "boolean" ? "boolean" : "string",
		...short && { short }
	};
	for (const name of negated.keys()) options[name] = { type: "boolean" };
	const { tokens } = parseArgs({
		args: [...args],
		options,
		strict: false,
		allowPositionals: true,
		tokens: true
	});
	const given = /* @__PURE__ */ new Map();
	const rest = [];
	for (const token of tokens) {
		if (token.kind === "positional") rest.push(token.value);
		if (token.kind !== "option") continue;
		const flag = byName.get(token.name) ?? negated.get(token.name);
		if (!flag) {
			problems.push(unknown(token.rawName, [...byName.keys(), ...negated.keys()]));
			continue;
		}
		const read = readValue(flag, token, byName.has(token.name));
		if ("problem" in read) problems.push(read.problem);
		else given.set(flag, [...given.get(flag) ?? [], read.value]);
	}
	const values = {};
	for (const [flag, list] of given) {
		if (!flag.many && new Set(list).size > 1) problems.push(`--${flag.name} is given twice, with different values`);
		values[flag.name] = flag.many ? list : list.at(-1);
	}
	problems.push(...countProblems(spec.positionals ?? [], rest));
	if (problems.length > 0) throw new UsageError(...problems);
	return {
		values,
		rest
	};
}
function readValue(flag, token, positive) {
	const { rawName, value, inlineValue } = token;
	if (flag.kind === "boolean") {
		if (value === void 0) return { value: positive };
		const no = flag.negatable ? ` or --no-${flag.name}` : "";
		return { problem: `${rawName} takes no value: write --${flag.name}${no}` };
	}
	if (value === void 0) return { problem: `${rawName} needs a value${right(flag)}` };
	if (!inlineValue && value.startsWith("-") && value !== "-") return { problem: `${rawName} needs a value${right(flag)} (one that starts with "-" is written ${rawName}=${value})` };
	if (flag.kind === "choice" && !flag.choices?.includes(value)) {
		const near = nearest(value, flag.choices ?? []);
		return { problem: `${rawName} ${JSON.stringify(value)}${right(flag)}${near ? `; did you mean ${near}?` : ""}` };
	}
	if (flag.kind === "integer") {
		const [low, high] = flag.range ?? [Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER];
		const number = /^[+-]?\d{1,15}$/.test(value) ? Number(value) : NaN;
		if (number >= low && number <= high) return { value: number };
		return { problem: `${rawName} ${JSON.stringify(value)}: must be a whole number${right(flag)}` };
	}
	const problem = flag.problem?.(value);
	return problem ? { problem: `${rawName} ${JSON.stringify(value)}: ${problem}` } : { value };
}
function right(flag) {
	if (flag.choices) return `: must be one of ${flag.choices.join(", ")}`;
	return flag.range ? ` from ${flag.range[0]} to ${flag.range[1]}` : "";
}
function unknown(rawName, names) {
	const near = nearest(rawName.replace(/^-+/, ""), names);
	return `there is no flag ${rawName}${near ? `; did you mean --${near}?` : ""}`;
}
function countProblems(positionals, rest) {
	const missing = positionals.slice(rest.length).find((p) => !p.optional);
	if (missing) return [`${missing.name} is missing: ${missing.help}`];
	if (positionals.at(-1)?.many || rest.length <= positionals.length) return [];
	return [`too many words: ${rest.slice(positionals.length).map((word) => JSON.stringify(word)).join(", ")}`];
}
var init_flags = __esmMin((() => {
	init_errors();
}));
// generators/command.ts
/**
* A command from its spec: reads the flags, answers `--help`, and hands the rest to `act`. A wrong use is thrown as a
* `UsageError` (exit 2), a failure that has a reason as a `Failure` (exit 1); the entry reports both.
*
* ```ts
* export const statusCommand = command(
*   { name: "status", summary: "…", flags: [{ name: "json", kind: "boolean", help: "…" }], examples: [["…", "…"]] },
*   async ({ values, rest }, io) => { … values.json … return 0; },
* );
* ```
*/
function command(spec, act, more = () => []) {
	return async (args, io) => {
		if (asksHelp(args)) {
			io.stdout.write(helpText({
				...spec,
				flags: [...spec.flags, helpFlag]
			}, more()));
			return 0;
		}
		return act(parseFlags(spec, args), io);
	};
}
function asksHelp(args) {
	const end = args.indexOf("--");
	return (end < 0 ? args : args.slice(0, end)).some((arg) => arg === "--help" || arg === "-h");
}
var helpFlag;
var init_command = __esmMin((() => {
	init_flags();
	init_help();
	helpFlag = {
		name: "help",
		kind: "boolean",
		short: "h",
		help: "show this and leave"
	};
}));
// action/app/names.ts
/** Why a name cannot be the app's: it becomes a Linux user, a folder, a unit and a socket path. */
function nameProblem(name) {
	if (name === "") return "must not be empty";
	if (name.length > 31) return `must have at most 31 characters, as a Linux user has (this one has ${name.length})`;
	if (!/^[a-z][a-z0-9-]*$/.test(name)) {
		const near = suggestion(name);
		return `must be made of a-z, 0-9 and "-", and start with a letter${near && ` (try ${near})`}`;
	}
	if (name.endsWith("-")) return "must not end with \"-\"";
	const instead = `choose another, such as my-${name}`;
	if (keywords.has(name)) return `"${name}" is a word of the Python language: ${instead}`;
	if (standardModules.has(name)) return `"${name}" is a module of Python's standard library: ${instead}`;
	if (taken.has(name)) return `"${name}" is taken by the system or by the scaffold itself: ${instead}`;
}
/** The nearest allowed spelling of a name, or "" when there is none. */
function suggestion(name) {
	const near = name.normalize("NFKD").replace(/\p{Mark}/gu, "").toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^[^a-z]+/, "").slice(0, 31).replace(/-+$/, "");
	return near !== "" && near !== name && nameProblem(near) === void 0 ? near : "";
}
/** Why a text cannot be the server_name of the site. */
function domainProblem(domain) {
	if (domain === "_") return void 0;
	if (domain === "") return "must not be empty: write \"_\" to answer to any name";
	if (/[\s'"`;{}\\$#\p{Cc}]/u.test(domain)) return "must be one host name, without blanks, quotes or other signs";
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
/** Why a text cannot be the Python version. gunicorn 27 and current pyuwsgi wheels begin at 3.10. */
function versionProblem(version) {
	const minor = /^3\.(\d{1,2})$/.exec(version)?.[1];
	if (minor === void 0) return "must read like \"3.11\"";
	return Number(minor) < 10 ? "is too old: the app servers need Python 3.10 or newer" : void 0;
}
var words, keywords, standardModules, taken;
var init_names = __esmMin((() => {
	words = (text) => new Set(text.trim().split(/\s+/));
	keywords = words(`
  false none true and as assert async await break class continue def del elif else except finally for from global if import
  in is lambda nonlocal not or pass raise return try while with yield match case type`);
	standardModules = words(`
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
	taken = words(`
  root daemon bin sync games man lp mail news uucp proxy www-data backup list irc gnats nobody nginx apache sshd messagebus
  deploy admin sudo systemd-network systemd-resolve postgres mysql redis app wsgi static templates tests flask uwsgi gunicorn
  werkzeug jinja2 ssh cron dbus supervisor emperor current default shared`);
}));
// action/app/fields.ts
var plain, stacks, fromStack, overTcp, fields;
var init_fields = __esmMin((() => {
	init_names();
	plain = {
		layout: "module",
		server: "uwsgi",
		socket: "unix",
		processManager: "systemd",
		nginx: "site",
		port: 8080,
		upstream: 1,
		workers: 2
	};
	stacks = {
		uwsgi: plain,
		"uwsgi-cluster": {
			...plain,
			layout: "package",
			socket: "tcp",
			nginx: "full",
			upstream: 2
		},
		wsgi: {
			...plain,
			layout: "wsgi"
		},
		"uwsgi-tcp": {
			...plain,
			socket: "tcp",
			port: 4242,
			processManager: "emperor"
		},
		gunicorn: {
			...plain,
			server: "gunicorn",
			workers: 3
		}
	};
	fromStack = (key) => (given) => stacks[given.stack ?? "uwsgi"][key];
	overTcp = (given) => given.socket === "tcp";
	fields = [
		{
			key: "name",
			kind: "text",
			message: "What is the app called?",
			help: "name of the app: its folder, user, units and /srv/NAME on the server",
			problem: nameProblem,
			standard: () => void 0
		},
		{
			key: "stack",
			kind: "choice",
			choices: {
				uwsgi: "Flask module, uWSGI on a unix socket, systemd",
				"uwsgi-cluster": "Flask package, uWSGI over TCP behind an upstream, a whole nginx.conf",
				wsgi: "plain WSGI callable without Flask, uWSGI on a unix socket",
				"uwsgi-tcp": "Flask module, uWSGI over TCP behind a named location, kept alive by the emperor",
				gunicorn: "Flask module that calls an outside API, gunicorn on a unix socket"
			},
			message: "Which stack?",
			help: "sets the defaults of the options below",
			standard: () => "uwsgi"
		},
		{
			key: "layout",
			kind: "choice",
			choices: {
				module: "Flask in app.py",
				package: "Flask in app/__init__.py",
				wsgi: "a bare WSGI callable, no Flask"
			},
			message: "How is the code laid out?",
			help: "shape of the Python code",
			standard: fromStack("layout")
		},
		{
			key: "server",
			kind: "choice",
			choices: {
				uwsgi: "uWSGI, speaking its own protocol to nginx",
				gunicorn: "gunicorn, speaking HTTP to nginx"
			},
			message: "Which app server?",
			help: "app server",
			standard: fromStack("server")
		},
		{
			key: "socket",
			kind: "choice",
			choices: {
				unix: "a unix socket",
				tcp: "a TCP address on 127.0.0.1"
			},
			message: "What does nginx connect to?",
			help: "what nginx connects to",
			standard: fromStack("socket")
		},
		{
			key: "processManager",
			kind: "choice",
			choices: {
				systemd: "a systemd unit",
				supervisor: "supervisord",
				emperor: "the uWSGI emperor"
			},
			message: "What keeps it alive?",
			help: "what keeps the app server alive",
			standard: (given) => given.server === "gunicorn" ? "systemd" : fromStack("processManager")(given)
		},
		{
			key: "nginx",
			kind: "choice",
			choices: {
				site: "a site file",
				full: "the whole nginx.conf"
			},
			message: "How much of nginx is yours?",
			help: "a site beside others, or the whole nginx.conf",
			standard: fromStack("nginx")
		},
		{
			key: "domain",
			kind: "text",
			message: "Which domain does it answer to? (\"_\" for any)",
			help: "domain of the site, or \"_\" to answer to any name",
			problem: domainProblem,
			standard: () => "_"
		},
		{
			key: "port",
			kind: "integer",
			range: [1024, 65535],
			message: "First TCP port on 127.0.0.1?",
			help: "first TCP port on 127.0.0.1 (with --socket tcp)",
			standard: fromStack("port"),
			when: overTcp
		},
		{
			key: "upstream",
			kind: "integer",
			range: [1, 16],
			message: "How many addresses in nginx's upstream?",
			help: "addresses in nginx's upstream, on consecutive ports (with --socket tcp)",
			standard: (given) => overTcp(given) ? fromStack("upstream")(given) : 1,
			when: overTcp
		},
		{
			key: "workers",
			kind: "integer",
			range: [1, 256],
			message: "How many worker processes?",
			help: "worker processes",
			standard: fromStack("workers")
		},
		{
			key: "python",
			kind: "text",
			message: "Oldest Python it must run on?",
			help: "oldest Python the app must run on",
			problem: versionProblem,
			standard: () => "3.11"
		},
		{
			key: "static",
			kind: "boolean",
			message: "Serve /static/ from disk by nginx?",
			help: "let nginx serve /static/ from disk",
			standard: () => true
		},
		{
			key: "action",
			kind: "text",
			message: "Which Action does the workflow use?",
			help: "what the workflow uses: OWNER/REPO@REF, or ./PATH",
			problem: (value) => /^(?:[\w.-]+\/[\w./-]+@[\w./-]+|\.\/[\w./-]*)$/.test(value) ? void 0 : "must read OWNER/REPO@REF, or ./PATH",
			standard: () => "org/flask-deploy@v1"
		},
		{
			key: "license",
			kind: "choice",
			choices: {
				MIT: "MIT",
				"BSD-3-Clause": "BSD, three clauses",
				"Apache-2.0": "Apache 2.0",
				none: "no licence file"
			},
			message: "Which licence?",
			help: "licence of the repository",
			standard: () => "MIT"
		}
	];
}));
// generators/scaffold-flags.ts
function fieldFlag(field) {
	const { key, kind, help, choices, range, problem } = field;
	const value = placeholders[key];
	return {
		name: flagName(key),
		kind,
		help: `${help}${standardOf(field)}`,
		...choices && { choices: Object.keys(choices) },
		...range && { range },
		...problem && { problem },
		...kind === "boolean" && { negatable: true },
		...value && { value }
	};
}
/** The default as `--help` tells it: that of the default stack, where it is one. */
function standardOf(field) {
	const standard = field.standard({});
	return standard === void 0 ? "" : ` [${field.kind === "boolean" ? standard ? "yes" : "no" : standard}]`;
}
var flagName, placeholders, scaffoldSpec;
var init_scaffold_flags = __esmMin((() => {
	init_fields();
	flagName = (key) => key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
	placeholders = {
		domain: "HOST",
		python: "3.N",
		action: "REF"
	};
	scaffoldSpec = {
		name: "",
		summary: "Makes a Flask repository that deploys itself to your own server.",
		positionals: [{
			name: "dir",
			help: "folder to make or to fill; gives the app its name",
			optional: true
		}],
		flags: [
			...fields.map(fieldFlag),
			{
				name: "yes",
				kind: "boolean",
				short: "y",
				help: "take the default for all that is not given, ask nothing"
			},
			{
				name: "force",
				kind: "boolean",
				help: "overwrite files that are in the way"
			},
			{
				name: "dry-run",
				kind: "boolean",
				help: "list what would be written, write nothing"
			},
			{
				name: "json",
				kind: "boolean",
				help: "tell it to programs, on stdout; asks nothing"
			},
			{
				name: "git",
				kind: "boolean",
				negatable: true,
				help: "git init and a first commit, unless inside a repository"
			},
			{
				name: "version",
				kind: "boolean",
				short: "v",
				help: "print the version and leave"
			}
		],
		examples: [
			["npx create-flask-deploy shop", "asks what it has to know, then makes ./shop"],
			["npx create-flask-deploy shop --yes --stack gunicorn", "asks nothing"],
			["npx create-flask-deploy . --dry-run --yes", "shows what would be added to this folder"]
		]
	};
}));
// generators/new.ts
var new_exports = /* @__PURE__ */ __exportAll({ newCommand: () => newCommand });
var newCommand;
var init_new = __esmMin((() => {
	init_command();
	init_commands();
	init_scaffold_flags();
	newCommand = command(scaffoldSpec, async (_parsed, io) => {
		io.stderr.write("scaffolding comes with the templates\n");
		return 1;
	}, () => ["Other commands, each with its own --help:", ...commandLines()]);
}));
// generators/commands.ts
/**
* Hands a command line to its command: the first word names it, or it is a folder to scaffold into
* (`./preview` is a folder called preview).
*/
async function dispatch(args, io) {
	const [first = "", ...rest] = args;
	if (first === "help" && rest.length <= 1) return dispatch([...rest, "--help"], io);
	if (Object.hasOwn(commands, first)) return (await commands[first].load())(rest, io);
	const near = Object.keys(commands).find((name) => first.length > 3 && distance(first, name) === 1);
	if (near) throw new UsageError(`there is no command ${first}; did you mean ${near}? (a folder is written ./${first})`);
	const { newCommand } = await Promise.resolve().then(() => (init_new(), new_exports));
	return newCommand(args, io);
}
var commands, commandLines;
var init_commands = __esmMin((() => {
	init_errors();
	init_help();
	commands = {};
	commandLines = () => columns(Object.entries(commands).map(([name, { summary }]) => [name, summary]));
}));
// action/deploy/process.ts
/** How long a pipe may stay open after its program has ended: something it left behind (an ssh master) may hold it. */
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
			out.ended.then(() => new Promise((done) => setTimeout(done, LINGER_MS))),
			...signal ? [new Promise((done) => setTimeout(done, LINGER_MS))] : []
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
// generators/io.ts
init_errors();
/** The {@link Io} of this process. */
function processIo() {
	const { stdin, stdout, stderr, env } = process;
	const stop = new AbortController();
	for (const name of [
		"SIGINT",
		"SIGTERM",
		"SIGHUP"
	]) process.once(name, () => stop.abort(new Interrupted(name)));
	for (const stream of [stdout, stderr]) stream.on("error", (error) => {
		if (error.code !== "EPIPE") throw error;
	});
	return {
		stdin,
		stdout,
		stderr,
		cwd: process.cwd(),
		env,
		interactive: Boolean(stdin.isTTY && stdout.isTTY),
		run: runProcess,
		signal: stop.signal
	};
}
// generators/cli.ts
init_commands();
init_errors();
const io = processIo();
const args = process.argv.slice(2);
try {
	process.exitCode = await dispatch(args, io);
} catch (error) {
	process.exitCode = report(error, args, io);
}
export {};
