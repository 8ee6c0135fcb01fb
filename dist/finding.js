import { C as regex, D as transform, E as string, O as union, S as record, T as strictObject, _ as number, b as picklist, f as maxValue, h as nonEmpty, i as description, m as minValue, p as minLength, r as check, s as integer, t as array, w as safeParse, x as pipe, y as optional } from "./valibot.js";
import { a as isScalar, i as isNode, n as LineCounter, r as isMap, t as parseDocument } from "./yaml.js";
import { t as loginOf } from "./login.js";
import { t as readPlainFile } from "./plain-file.js";
import { t as repositoryPath } from "./repository-path.js";
import { domainToASCII } from "node:url";
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
	if (accounts.has(name)) return `"${name}" is a user or group of every Linux system: ${instead}`;
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
// action/engine/app/fields.ts
const plain = {
	layout: "module",
	server: "uwsgi",
	socket: "unix",
	processManager: "systemd",
	nginx: "site",
	port: 8080,
	upstream: 1,
	workers: 2,
	threads: 8
};
/** A stack is only a set of defaults. */
const stacks = {
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
const fromStack = (key) => (given) => stacks[given.stack ?? "uwsgi"][key];
const overTcp = (given) => given.socket === "tcp";
const fields = [
	{
		key: "name",
		kind: "text",
		message: "What is the app called?",
		help: "name of the app: its folder, user, units and /srv/NAME on the server",
		pattern: "^[a-z]([a-z0-9-]{0,29}[a-z0-9])?$",
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
		message: "Which process manager?",
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
		message: "Generate a site file, or the whole nginx.conf?",
		help: "a site beside others, or the whole nginx.conf",
		standard: fromStack("nginx")
	},
	{
		key: "domain",
		kind: "text",
		message: "Which domain? (\"_\" matches any host name; one site of a server can have it)",
		help: "domain of the site, or \"_\" for any host name, which one site of a server can have",
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
		help: "worker processes; each takes the memory that the app changes, 10 MB and more",
		standard: fromStack("workers")
	},
	{
		key: "threads",
		kind: "integer",
		range: [1, 64],
		message: "How many threads in each worker process?",
		help: "threads of each worker process, about 0.1 MB each; 1 for an app that is not thread-safe",
		standard: fromStack("threads")
	},
	{
		key: "python",
		kind: "text",
		message: "Minimum Python version?",
		help: "minimum Python version of the app",
		pattern: "^3\\.[1-9][0-9]$",
		problem: versionProblem,
		standard: () => "3.11"
	},
	{
		key: "static",
		kind: "boolean",
		message: "Let nginx serve /static/ from disk?",
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
		key: "console",
		kind: "boolean",
		message: "Add a workflow to run status, logs, doctor, rollback and maintenance from GitHub?",
		help: "add a workflow that shows status and logs, looks for faults, rolls back and closes the site, by hand",
		standard: () => false
	},
	{
		key: "updates",
		kind: "boolean",
		message: "Add a workflow that opens a pull request when newer templates come out?",
		help: "add a workflow that opens a pull request when newer templates come out",
		standard: () => false,
		unasked: true
	},
	{
		key: "license",
		kind: "choice",
		choices: {
			MIT: "MIT",
			"BSD-3-Clause": "BSD, three clauses",
			"Apache-2.0": "Apache 2.0",
			none: "no LICENSE file"
		},
		message: "Which license?",
		help: "license of a new repository",
		standard: () => "MIT"
	}
];
/** Combinations that make no sense, each with its reason. Answers that are missing conflict with nothing. */
function conflicts(given) {
	const { port, upstream = 1 } = given;
	const found = [];
	if (given.processManager === "emperor" && given.server === "gunicorn") found.push({
		key: "processManager",
		message: "the emperor runs uWSGI only: choose systemd or supervisor for gunicorn"
	});
	if (given.socket === "unix" && upstream > 1) found.push({
		key: "upstream",
		message: "one unix socket already feeds every worker: an upstream of several addresses needs socket tcp"
	});
	if (given.socket === "tcp" && port !== void 0 && port + upstream - 1 > 65535) found.push({
		key: "upstream",
		message: `ports end at 65535: ${upstream} of them do not fit from ${port} on`
	});
	return found;
}
/** What is wrong with one value, said so that the right ones can be seen; undefined when nothing is. */
function fieldProblem(field, value) {
	switch (field.kind) {
		case "choice": {
			const choices = field.choices ?? {};
			return typeof value === "string" && Object.hasOwn(choices, value) ? void 0 : `must be one of ${Object.keys(choices).join(", ")}`;
		}
		case "boolean": return typeof value === "boolean" ? void 0 : "must be true or false";
		case "integer": {
			const [low, high] = field.range ?? [Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER];
			return typeof value === "number" && Number.isInteger(value) && value >= low && value <= high ? void 0 : `must be a whole number from ${low} to ${high}`;
		}
		case "text": return typeof value === "string" ? field.problem?.(value) : "must be text, in quotes if it looks like a number";
	}
}
// action/engine/app/settings.ts
const described = (schema, text) => pipe(schema, description(text));
const whole = (low, high) => {
	const range = `must be a whole number from ${low} to ${high}`;
	return pipe(number(range), integer(range), minValue(low, range), maxValue(high, range));
};
const matching = (pattern, message) => pipe(string(message), regex(pattern, message));
const host = matching(/^[A-Za-z0-9[][\w.:%[\]-]*$/, "must be a host name or an address");
const user = matching(/^[a-z_][a-z0-9_-]{0,31}$/, "must be a Linux user name");
const urlPath = matching(/^\/[^\s"'\\]*$/, "must be a path that starts with \"/\", without blanks or quotes");
const url = matching(/^https?:\/\/[^\s"'\\]+$/, "must be an http or https URL");
const inside = pipe(matching(/^[^\0\n\r]+$/, "must be a path on one line"), check((path) => !path.startsWith("/") && !path.split("/").some((part) => part === ".." || part === ".git"), "must stay inside the repository: no leading /, no .. and no .git"));
const probing = "must be a number of seconds from 0 to 60";
const hook = pipe(union([pipe(string(), nonEmpty("must name a command")), strictObject({
	run: described(pipe(string("must be a command"), nonEmpty("must name a command")), "the command"),
	timeout: described(optional(whole(1, 3600), 300), "how long it may take")
})], "must be a command, or an object of run and timeout"), transform((value) => typeof value === "string" ? {
	run: value,
	timeout: 300
} : value));
/** Everything under `deploy:`. Times are seconds. */
const deploySettings = strictObject({
	host: described(optional(union([host, pipe(array(host), minLength(1))], "must be a host name, or a list of them")), "server to deploy to; the Action's input and --host come first"),
	user: described(optional(user), "account that logs in; deploy-NAME when it is left out"),
	port: described(optional(whole(1, 65535), 22), "port of sshd"),
	url: described(optional(url), "where the public finds the site; smoke-tested from outside after the switch"),
	health: described(optional(urlPath, "/healthz"), "path that answers 200 when the app can serve"),
	gate: described(optional(strictObject({
		passes: described(optional(whole(1, 100), 3), "good answers in a row"),
		timeout: described(optional(whole(1, 600), 30), "for how long it is asked")
	}), {}), "how many answers in a row a new instance must give on its own socket, and for how long it may try"),
	smoke: described(optional(strictObject({
		path: described(optional(urlPath, "/"), "what is asked"),
		status: described(optional(whole(100, 599), 200), "what it answers"),
		contains: described(optional(string("must be text")), "text that the answer holds"),
		timeout: described(optional(whole(1, 120), 10), "how long an answer may take")
	}), {}), "what the site must answer through nginx; a redirect to https passes as well"),
	keep_releases: described(optional(whole(1, 100), 5), "how many good releases stay on the server"),
	drain: described(optional(whole(0, 3600), 30), "how long the former instance stays up after the switch"),
	strategy: described(optional(picklist(["blue-green", "in-place"], "must be blue-green or in-place"), "blue-green"), "blue-green starts the new instance beside the old one; in-place stops the old one first, for small servers"),
	setup: described(optional(picklist(["manual", "auto"], "must be manual or auto"), "manual"), "auto lets the first push prepare the server, when the login has sudo"),
	hooks: described(optional(strictObject({
		build: described(optional(hook), "on the runner, before anything is sent"),
		release: described(optional(hook), "on the server before the new instance starts: migrations"),
		before_switch: described(optional(hook), "when the new instance has passed its gate"),
		after_switch: described(optional(hook), "when it has the traffic; a failure takes it back")
	}), {}), "commands: build runs on the runner; the others in the release, on the server"),
	shared: described(optional(pipe(array(inside), check((paths) => !paths.some((path) => paths.some((other) => other !== path && `${other}/`.startsWith(`${path}/`))), "names a path within another one: the outer one holds it already")), []), "folders that outlive a release, kept in shared/ on the server"),
	include: described(optional(array(inside), []), "files to send besides those that git tracks (globs)"),
	exclude: described(optional(array(inside), []), "files not to send (globs)"),
	prober: described(optional(strictObject({
		rate: described(optional(whole(1, 1e3), 100), "requests a second"),
		seconds: described(optional(pipe(number(probing), minValue(0, probing), maxValue(60, probing)), .15), "for how long after the switch; a job of the Action takes two seconds at least"),
		on_failure: described(optional(picklist(["rollback", "keep"], "must be rollback or keep"), "rollback"), "what a failed request does: take the release back, or only tell")
	}), {}), "requests a second through nginx while it switches, for how long after it, and what a failed one does")
});
/** Everything under `lint:`. */
const lintSettings = strictObject({
	rules: described(optional(record(matching(/^[a-z]+\/[a-z0-9-]+$/, "must be a rule, such as nginx/no-mime-types"), picklist([
		"off",
		"info",
		"warning",
		"error"
	], "must be off, info, warning or error")), {}), "severity by rule"),
	ignore: described(optional(array(string()), []), "files not to look at (globs)")
});
const nginxVersion = matching(/^\d+\.\d+(\.\d+)?$/, "must read like \"1.22.1\"");
const camelCase = (key) => key.replace(/_([a-z])/g, (_, letter) => letter.toUpperCase());
const snakeCase = (key) => key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
/** snake_case keys of YAML → camelCase ones, all the way down. Rule names have no underscore and stay as they are. */
function camelized(value) {
	if (Array.isArray(value)) return value.map(camelized);
	if (typeof value !== "object" || value === null) return value;
	return Object.fromEntries(Object.entries(value).map(([k, inner]) => [camelCase(k), camelized(inner)]));
}
// action/engine/app/app.ts
/** Everything that is wrong with a flask-deploy.yml, in one error. */
var AppError = class extends Error {
	name = "AppError";
	problems;
	constructor(file, problems) {
		super(problems.map((p) => `${file}:${p.line}:${p.column}: ${p.key ? `${p.key} ` : ""}${p.message}`).join("\n"));
		this.problems = problems;
	}
};
/** The name of the file that holds an App, at the root of a generated repository. */
const appFile = "flask-deploy.yml";
const sections = {
	deploy: deploySettings,
	lint: lintSettings,
	nginx_version: nginxVersion
};
const rows = new Map(fields.map((field) => [snakeCase(field.key), field]));
/** The keys of the file. */
const appKeys = [...rows.keys(), ...Object.keys(sections)];
/**
* Reads the text of a flask-deploy.yml.
* @param file how the file is called in messages
* @throws AppError that lists every problem with its place
*/
function readApp(text, file = appFile) {
	const lines = new LineCounter();
	const document = parseDocument(text, {
		lineCounter: lines,
		prettyErrors: false
	});
	const place = (offset) => {
		const { line, col } = lines.linePos(offset);
		return {
			line: Math.max(line, 1),
			column: Math.max(col, 1)
		};
	};
	if (document.errors.length > 0) throw new AppError(file, document.errors.map((e) => ({
		key: "",
		message: e.message,
		...place(e.pos[0])
	})));
	if (!isMap(document.contents)) throw new AppError(file, [{
		key: "",
		message: "must hold keys and values, such as name: shop",
		line: 1,
		column: 1
	}]);
	const given = document.toJS({ maxAliasCount: 100 });
	const { answers, problems } = readAnswers(given);
	const settings = {};
	for (const [key, schema] of Object.entries(sections)) {
		if (key === "nginx_version" && !(key in given)) continue;
		const parsed = safeParse(schema, given[key] ?? {});
		if (parsed.success) settings[camelCase(key)] = camelized(parsed.output);
		else problems.push(...flatten(parsed.issues).map((p) => ({
			...p,
			key: p.key ? `${key}.${p.key}` : key
		})));
	}
	for (const key of Object.keys(given)) if (!appKeys.includes(key)) problems.push({
		key,
		message: `is not a key of this file; keys are ${appKeys.join(", ")}`
	});
	if (problems.length > 0) throw new AppError(file, problems.map((p) => ({
		...p,
		...place(offsetOf(document, p.key))
	})));
	const { deploy, ...rest } = settings;
	const { name } = answers;
	return {
		...answers,
		...rest,
		deploy: {
			...deploy,
			user: deploy.user ?? loginOf(name)
		}
	};
}
/** Checks the answers and fills in the defaults; keys as in the file. */
function readAnswers(given) {
	const answers = {};
	const problems = [];
	for (const [key, field] of rows) {
		const value = key in given ? given[key] : field.standard(answers);
		const problem = value === void 0 ? "is missing" : fieldProblem(field, value);
		if (problem === void 0) answers[field.key] = value;
		else problems.push({
			key,
			message: problem
		});
	}
	problems.push(...conflicts(answers).map((p) => ({
		...p,
		key: snakeCase(p.key)
	})));
	return {
		answers,
		problems
	};
}
/** A union's own message says less than the issues of the branch that came nearest. */
function flatten(issues, above = "") {
	return issues.flatMap((issue) => {
		const key = [above, ...(issue.path ?? []).map((item) => String(item.key))].filter(Boolean).join(".");
		if (issue.type === "strict_object" && issue.expected === "never") return [{
			key,
			message: "is not a setting here"
		}];
		const deeper = (issue.issues ?? []).filter((inner) => inner.path !== void 0);
		return deeper.length > 0 ? flatten(deeper, key) : [{
			key,
			message: issue.message
		}];
	});
}
/** Where the key of a path stands, or the nearest of its parents that is there. */
function offsetOf(document, path) {
	let node = document.contents;
	let offset = 0;
	for (const part of path.split(".")) if (isMap(node)) {
		const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === part);
		if (pair === void 0) break;
		offset = isNode(pair.key) && pair.key.range?.[0] || 0;
		node = pair.value;
	} else {
		const item = node?.items?.[Number(part)];
		if (!isNode(item)) break;
		offset = item.range?.[0] ?? offset;
		node = item;
	}
	return offset;
}
// action/inputs/config.ts
/**
* Reads the flask-deploy.yml at an absolute path; messages name it as seen from the workspace, as annotations need it.
* @throws when it is not there, or wrong
*/
function readConfig(path, workspace) {
	const name = repositoryPath(workspace, path);
	try {
		return readApp(readPlainFile(path), name);
	} catch (error) {
		if (error.code === void 0) throw error;
		throw new Error(`${name} cannot be read. Is actions/checkout the step before, and are working-directory and config right? A repository without one gets it from \`npx create-flask-deploy\`.`);
	}
}
// action/lint/finding.ts
/** The worst first. */
const severities = [
	"error",
	"warning",
	"info"
];
/** A setting: what a rule's findings are, or from which severity on findings stop something. */
const levels = [
	"error",
	"warning",
	"info",
	"off"
];
/** Whether a finding is bad enough to stop what `level` guards. */
const isAtLeast = (severity, level) => level !== "off" && severities.indexOf(severity) <= severities.indexOf(level);
/** The order people read in: by file, then by place. */
function byPlace(a, b) {
	const [left, right] = [a.at.source.path, b.at.source.path];
	if (left !== right) return left < right ? -1 : 1;
	return a.at.start - b.at.start || a.at.end - b.at.end || (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0);
}
export { readConfig as a, camelCase as c, severities as i, deploySettings as l, isAtLeast as n, AppError as o, levels as r, appFile as s, byPlace as t };
