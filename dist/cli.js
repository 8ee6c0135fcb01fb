#!/usr/bin/env node
// \0rolldown/runtime.js
var __create = Object.create;
var __defProp = Object.defineProperty;
var __getOwnPropDesc = Object.getOwnPropertyDescriptor;
var __getOwnPropNames = Object.getOwnPropertyNames;
var __getProtoOf = Object.getPrototypeOf;
var __hasOwnProp = Object.prototype.hasOwnProperty;
var __esmMin = (fn, res, err) => () => {
	if (err) throw err[0];
	try {
		return fn && (res = fn(fn = 0)), res;
	} catch (e) {
		throw err = [e], e;
	}
};
var __commonJSMin = (cb, mod) => () => (mod || (cb((mod = { exports: {} }).exports, mod, mod.exports), cb = null), mod.exports);
var __exportAll = (all, flags) => {
	let target = Object.setPrototypeOf({}, null);
	for (var name in all) __defProp(target, name, {
		get: all[name],
		enumerable: true
	});
	if (!(flags & 1)) __defProp(target, Symbol.toStringTag, { value: "Module" });
	return flags & 2 ? target : Object.preventExtensions(target);
};
var __copyProps = (to, from, except, desc) => {
	if (from && typeof from === "object" || typeof from === "function") for (var keys = __getOwnPropNames(from), i = 0, n = keys.length, key; i < n; i++) {
		key = keys[i];
		if (!__hasOwnProp.call(to, key) && key !== except) __defProp(to, key, {
			get: ((k) => from[k]).bind(null, key),
			enumerable: !(desc = __getOwnPropDesc(from, key)) || desc.enumerable
		});
	}
	return to;
};
var __toESM = (mod, isNodeMode, target) => (target = mod != null ? __create(__getProtoOf(mod)) : {}, __copyProps(isNodeMode || !mod || !mod.__esModule || !__hasOwnProp.call(mod, "default") ? __defProp(target, "default", {
	value: mod,
	enumerable: true
}) : target, mod));
var __toCommonJS = (mod) => __hasOwnProp.call(mod, "module.exports") ? mod["module.exports"] : __copyProps(__defProp({}, "__esModule", { value: true }), mod);
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
function report$1(error, args, io) {
	const code = exitCode$1(error);
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
function exitCode$1(error) {
	if (error instanceof UsageError) return 2;
	return error instanceof Interrupted ? 128 + signalNumber[error.signal] : 1;
}
var UsageError, Failure, Interrupted, signalNumber, isExpected;
var init_errors$1 = __esmMin((() => {
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
// \0node:fs
var builtin$25, accessSync, chmodSync, closeSync, constants$1, createReadStream, existsSync, lstatSync, mkdirSync, mkdtempSync, openSync, readFileSync, readSync, readdirSync, readlinkSync, realpathSync, renameSync, rmSync, statSync, symlinkSync, writeFileSync;
var init__node_fs = __esmMin((() => {
	builtin$25 = /* @__PURE__ */ process.getBuiltinModule("node:fs");
	accessSync = /* @__PURE__ */ (() => builtin$25.accessSync)();
	chmodSync = /* @__PURE__ */ (() => builtin$25.chmodSync)();
	closeSync = /* @__PURE__ */ (() => builtin$25.closeSync)();
	constants$1 = /* @__PURE__ */ (() => builtin$25.constants)();
	createReadStream = /* @__PURE__ */ (() => builtin$25.createReadStream)();
	existsSync = /* @__PURE__ */ (() => builtin$25.existsSync)();
	lstatSync = /* @__PURE__ */ (() => builtin$25.lstatSync)();
	mkdirSync = /* @__PURE__ */ (() => builtin$25.mkdirSync)();
	mkdtempSync = /* @__PURE__ */ (() => builtin$25.mkdtempSync)();
	openSync = /* @__PURE__ */ (() => builtin$25.openSync)();
	readFileSync = /* @__PURE__ */ (() => builtin$25.readFileSync)();
	readSync = /* @__PURE__ */ (() => builtin$25.readSync)();
	readdirSync = /* @__PURE__ */ (() => builtin$25.readdirSync)();
	readlinkSync = /* @__PURE__ */ (() => builtin$25.readlinkSync)();
	realpathSync = /* @__PURE__ */ (() => builtin$25.realpathSync)();
	renameSync = /* @__PURE__ */ (() => builtin$25.renameSync)();
	rmSync = /* @__PURE__ */ (() => builtin$25.rmSync)();
	statSync = /* @__PURE__ */ (() => builtin$25.statSync)();
	symlinkSync = /* @__PURE__ */ (() => builtin$25.symlinkSync)();
	writeFileSync = /* @__PURE__ */ (() => builtin$25.writeFileSync)();
}));
// \0node:path
var builtin$24, basename, delimiter, dirname, join, resolve;
var init__node_path = __esmMin((() => {
	builtin$24 = /* @__PURE__ */ process.getBuiltinModule("node:path");
	basename = /* @__PURE__ */ (() => builtin$24.basename)();
	delimiter = /* @__PURE__ */ (() => builtin$24.delimiter)();
	dirname = /* @__PURE__ */ (() => builtin$24.dirname)();
	join = /* @__PURE__ */ (() => builtin$24.join)();
	resolve = /* @__PURE__ */ (() => builtin$24.resolve)();
}));
// \0node:util
var builtin$23, parseArgs, parseEnv, stripVTControlCharacters, styleText;
var init__node_util = __esmMin((() => {
	builtin$23 = /* @__PURE__ */ process.getBuiltinModule("node:util");
	parseArgs = /* @__PURE__ */ (() => builtin$23.parseArgs)();
	parseEnv = /* @__PURE__ */ (() => builtin$23.parseEnv)();
	stripVTControlCharacters = /* @__PURE__ */ (() => builtin$23.stripVTControlCharacters)();
	styleText = /* @__PURE__ */ (() => builtin$23.styleText)();
}));
// generators/flags.ts
/**
* Reads a command line by its spec.
*
* @throws {@link UsageError} with every problem of the line, not only the first.
*/
function parseFlags(spec, args, check = () => []) {
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
	const seen = /* @__PURE__ */ new Set();
	for (const token of tokens) {
		if (token.kind === "positional") rest.push(token.value);
		if (token.kind !== "option") continue;
		const flag = byName.get(token.name) ?? negated.get(token.name);
		if (!flag) {
			problems.push(unknown(token.rawName, [...byName.keys(), ...negated.keys()]));
			continue;
		}
		seen.add(flag.name);
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
	const parsed = {
		values,
		rest,
		seen
	};
	problems.push(...check(parsed));
	if (problems.length > 0) throw new UsageError(...problems);
	return parsed;
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
	init__node_util();
	init_errors$1();
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
function command(spec, act, also = {}) {
	return async (args, io) => {
		if (asksHelp(args)) {
			io.stdout.write(helpText({
				...spec,
				flags: [...spec.flags, helpFlag]
			}, also.more?.()));
			return 0;
		}
		return act(parseFlags(spec, args, (parsed) => also.check?.(parsed, io) ?? []), io);
	};
}
function asksHelp(args) {
	const end = args.indexOf("--");
	return (end < 0 ? args : args.slice(0, end)).some((arg) => arg === "--help" || arg === "-h");
}
var helpFlag;
var init_command$1 = __esmMin((() => {
	init_flags();
	init_help();
	helpFlag = {
		name: "help",
		kind: "boolean",
		short: "h",
		help: "show this and leave"
	};
}));
// \0node:http
var builtin$22, request;
var init__node_http = __esmMin((() => {
	builtin$22 = /* @__PURE__ */ process.getBuiltinModule("node:http");
	request = /* @__PURE__ */ (() => builtin$22.request)();
}));
// \0node:net
var builtin$21, connect, createServer;
var init__node_net = __esmMin((() => {
	builtin$21 = /* @__PURE__ */ process.getBuiltinModule("node:net");
	connect = /* @__PURE__ */ (() => builtin$21.connect)();
	createServer = /* @__PURE__ */ (() => builtin$21.createServer)();
}));
// generators/preview/request.ts
/** One GET on a connection of its own. @throws the system's error, or one that says how long nothing came. */
function get(url, timeoutMs) {
	return new Promise((resolve, reject) => {
		const request$1 = request(url, {
			agent: false,
			headers: { connection: "close" }
		}, (response) => {
			const parts = [];
			response.on("data", (part) => parts.push(part));
			response.on("error", reject);
			response.on("end", () => resolve({
				status: response.statusCode ?? 0,
				type: response.headers["content-type"] ?? "",
				body: Buffer.concat(parts)
			}));
		});
		const clock = setTimeout(() => request$1.destroy(/* @__PURE__ */ new Error(`no answer within ${timeoutMs / 1e3} s`)), timeoutMs);
		request$1.on("close", () => clearTimeout(clock));
		request$1.on("error", reject);
		request$1.end();
	});
}
/** Whether somebody accepts connections at a socket's path, or at a port of 127.0.0.1. */
function isOpen(address) {
	return new Promise((resolve) => {
		const socket = typeof address === "string" ? connect(address) : connect(address, "127.0.0.1");
		socket.on("error", () => resolve(false));
		socket.on("connect", () => {
			socket.destroy();
			resolve(true);
		});
	});
}
var init_request = __esmMin((() => {
	init__node_http();
	init__node_net();
}));
// generators/preview/check.ts
/** Which of the files of a static folder says most about the way it is served: one whose type a browser insists on. */
function tellingFile(paths) {
	const rank = (path) => {
		const at = Object.keys(types$1).indexOf(suffix(path));
		return at < 0 ? Number.POSITIVE_INFINITY : at;
	};
	return [...paths].sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1))[0];
}
/** Asks for what `deploy.smoke` names, and for the file, through the same door as a visitor. */
async function checkSite(url, app, file) {
	const { path, status, contains, timeout } = app.deploy.smoke;
	const site = await ask$1(url, path, timeout, (reply) => {
		if (reply.status !== status) return `answered ${reply.status}, expected ${status}`;
		if (contains !== void 0 && !reply.body.includes(contains)) return `does not contain ${JSON.stringify(contains)}`;
	});
	if (!file) return [site];
	const right = types$1[suffix(file.path)];
	return [site, await ask$1(url, file.path, timeout, (reply) => {
		if (reply.status !== 200) return `answered ${reply.status}, expected 200`;
		if (right && !right.test(reply.type)) return `came as ${reply.type || "no type at all"}: browsers would not use it`;
		return reply.body.equals(file.content) ? void 0 : "came back with other content than the file has";
	})];
}
async function ask$1(url, path, timeout, judge) {
	try {
		const reply = await get(new URL(path, url).href, timeout * 1e3);
		return {
			path,
			status: reply.status,
			type: reply.type,
			problem: judge(reply)
		};
	} catch (error) {
		return {
			path,
			status: void 0,
			type: "",
			problem: error.message
		};
	}
}
var types$1, suffix;
var init_check = __esmMin((() => {
	init_request();
	types$1 = {
		css: /^text\/css\b/,
		js: /^(?:text|application)\/javascript\b/,
		svg: /^image\/svg\+xml\b/,
		png: /^image\/png\b/,
		jpg: /^image\/jpeg\b/,
		ico: /^image\/(?:x-icon|vnd\.microsoft\.icon)\b/,
		txt: /^text\/plain\b/
	};
	suffix = (path) => path.slice(path.lastIndexOf(".") + 1).toLowerCase();
}));
// generators/preview/find.ts
/** Where a program of that name is; undefined when PATH and the other folders lack it. */
function findProgram(name, env, ...folders) {
	return [...(env.PATH ?? "").split(delimiter), ...folders].filter((folder) => folder !== "").map((folder) => join(folder, name)).find((path) => {
		try {
			accessSync(path, constants$1.X_OK);
			return statSync(path).isFile();
		} catch {
			return false;
		}
	});
}
/** Debian has it in /usr/sbin, which is on no ordinary user's PATH; undefined when there is none. */
async function findNginx(run, env) {
	const path = findProgram("nginx", env, "/usr/sbin", "/usr/local/sbin", "/usr/local/bin", "/opt/homebrew/bin");
	if (!path) return void 0;
	const { code, stderr } = await run([path, "-V"], { timeoutMs: 1e4 });
	if (code !== 0) return void 0;
	return {
		path,
		version: /nginx\/(\S+)/.exec(stderr)?.[1] ?? "",
		confFolder: (/--conf-path=(\S+)/.exec(stderr)?.[1] ?? "/etc/nginx/nginx.conf").replace(/\/[^/]*$/, ""),
		without: new Set([...stderr.matchAll(/--without-http_(\w+)_module/g)].map((match) => match[1]))
	};
}
var init_find = __esmMin((() => {
	init__node_fs();
	init__node_path();
}));
// action/lint/template.ts
function isTemplate(source) {
	return renderedPath(source.path) !== source.path || markup.test(source.text.slice(0, 2e5));
}
/** If closed markup starts at the offset, where it ends. */
function markupEnd(text, offset) {
	const two = text.slice(offset, offset + 2);
	const close = two === "{{" ? "}}" : two === "{%" ? "%}" : two === "<%" ? "%>" : two === "{#" ? "#}" : void 0;
	if (!close) return void 0;
	const end = text.slice(offset + 2, offset + 2 + longestMarkup).indexOf(close);
	return end < 0 ? void 0 : offset + 2 + end + 2;
}
var templateSuffix, markup, renderedPath, longestMarkup;
var init_template = __esmMin((() => {
	templateSuffix = /\.(j2|jinja2?|ejs|erb|tmpl|tpl|template|mustache|hbs|in|gotmpl)$/i;
	markup = /\{\{[-~]?\s*[\w.$"'(#/>^|!&][^{}\n]{0,200}\}\}|\{%[-+]?\s*\w[^\n]{0,200}?%\}|<%[-=_]?[^\n]{0,200}?%>/;
	renderedPath = (path) => path.replace(templateSuffix, "");
	longestMarkup = 2e3;
}));
// action/lint/tables/nginx.generated.json
var nginx_generated_default = {
	absolute_redirect: [[
		"http location server",
		1,
		1,
		0
	]],
	accept_mutex: [[
		"events",
		1,
		1,
		0
	]],
	accept_mutex_delay: [[
		"events",
		1,
		1,
		0
	]],
	accept_terms_of_service: [[
		"acme_issuer",
		0,
		0,
		0
	]],
	access_log: [[
		"http limit_except location location-if server",
		1,
		-1,
		0
	], [
		"stream stream-server",
		1,
		-1,
		0
	]],
	account_key: [[
		"acme_issuer",
		1,
		1,
		0
	]],
	acme_certificate: [[
		"server",
		1,
		-1,
		0
	]],
	acme_issuer: [[
		"http",
		1,
		1,
		1
	]],
	acme_shared_zone: [[
		"http",
		1,
		1,
		0
	]],
	add_after_body: [[
		"http location server",
		1,
		1,
		0
	]],
	add_before_body: [[
		"http location server",
		1,
		1,
		0
	]],
	add_header: [[
		"http location location-if server",
		2,
		3,
		0
	]],
	add_header_inherit: [[
		"http location location-if server",
		1,
		1,
		0
	]],
	add_trailer: [[
		"http location location-if server",
		2,
		3,
		0
	]],
	add_trailer_inherit: [[
		"http location location-if server",
		1,
		1,
		0
	]],
	addition_types: [[
		"http location server",
		1,
		-1,
		0
	]],
	aio: [[
		"http location server",
		1,
		1,
		0
	]],
	aio_write: [[
		"http location server",
		1,
		1,
		0
	]],
	alias: [[
		"location",
		1,
		1,
		0
	]],
	allow: [[
		"http limit_except location server",
		1,
		1,
		0
	], [
		"stream stream-server",
		1,
		1,
		0
	]],
	ancient_browser: [[
		"http location server",
		1,
		-1,
		0
	]],
	ancient_browser_value: [[
		"http location server",
		1,
		1,
		0
	]],
	api: [[
		"location",
		0,
		1,
		0
	]],
	auth_basic: [[
		"http limit_except location server",
		1,
		1,
		0
	]],
	auth_basic_user_file: [[
		"http limit_except location server",
		1,
		1,
		0
	]],
	auth_delay: [[
		"http location server",
		1,
		1,
		0
	]],
	auth_http: [[
		"mail mail-server",
		1,
		1,
		0
	]],
	auth_http_header: [[
		"mail mail-server",
		2,
		2,
		0
	]],
	auth_http_pass_client_cert: [[
		"mail mail-server",
		1,
		1,
		0
	]],
	auth_http_timeout: [[
		"mail mail-server",
		1,
		1,
		0
	]],
	auth_jwt: [[
		"http limit_except location server",
		1,
		2,
		0
	]],
	auth_jwt_claim_set: [[
		"http",
		2,
		-1,
		0
	]],
	auth_jwt_header_set: [[
		"http",
		2,
		-1,
		0
	]],
	auth_jwt_key_cache: [[
		"http location server",
		1,
		1,
		0
	]],
	auth_jwt_key_file: [[
		"http limit_except location server",
		1,
		1,
		0
	]],
	auth_jwt_key_request: [[
		"http limit_except location server",
		1,
		1,
		0
	]],
	auth_jwt_leeway: [[
		"http location server",
		1,
		1,
		0
	]],
	auth_jwt_require: [[
		"http limit_except location server",
		1,
		-1,
		0
	]],
	auth_jwt_type: [[
		"http limit_except location server",
		1,
		1,
		0
	]],
	auth_oidc: [[
		"http location server",
		1,
		1,
		0
	]],
	auth_request: [[
		"http location server",
		1,
		1,
		0
	]],
	auth_request_set: [[
		"http location server",
		2,
		2,
		0
	]],
	auth_require: [[
		"http limit_except location server",
		1,
		-1,
		0
	]],
	autoindex: [[
		"http location server",
		1,
		1,
		0
	]],
	autoindex_exact_size: [[
		"http location server",
		1,
		1,
		0
	]],
	autoindex_format: [[
		"http location server",
		1,
		1,
		0
	]],
	autoindex_localtime: [[
		"http location server",
		1,
		1,
		0
	]],
	"break": [[
		"location location-if server server-if",
		0,
		0,
		0
	]],
	challenge: [[
		"acme_issuer",
		1,
		1,
		0
	]],
	charset: [[
		"http location location-if server",
		1,
		1,
		0
	]],
	charset_map: [[
		"http",
		2,
		2,
		1
	]],
	charset_types: [[
		"http location server",
		1,
		-1,
		0
	]],
	chunked_transfer_encoding: [[
		"http location server",
		1,
		1,
		0
	]],
	client_body_buffer_size: [[
		"http location server",
		1,
		1,
		0
	]],
	client_body_in_file_only: [[
		"http location server",
		1,
		1,
		0
	]],
	client_body_in_single_buffer: [[
		"http location server",
		1,
		1,
		0
	]],
	client_body_temp_path: [[
		"http location server",
		1,
		4,
		0
	]],
	client_body_timeout: [[
		"http location server",
		1,
		1,
		0
	]],
	client_header_buffer_size: [[
		"http server",
		1,
		1,
		0
	]],
	client_header_timeout: [[
		"http server",
		1,
		1,
		0
	]],
	client_id: [[
		"oidc_provider",
		1,
		1,
		0
	]],
	client_max_body_size: [[
		"http location server",
		1,
		1,
		0
	]],
	client_secret: [[
		"oidc_provider",
		1,
		1,
		0
	]],
	common_name_in_csr: [[
		"acme_issuer",
		1,
		1,
		0
	]],
	config_url: [[
		"oidc_provider",
		1,
		1,
		0
	]],
	connection_pool_size: [[
		"http server",
		1,
		1,
		0
	]],
	contact: [[
		"acme_issuer",
		1,
		1,
		0
	]],
	cookie_name: [[
		"oidc_provider",
		1,
		1,
		0
	]],
	create_full_put_path: [[
		"http location server",
		1,
		1,
		0
	]],
	daemon: [[
		"main",
		1,
		1,
		0
	]],
	dav_access: [[
		"http location server",
		1,
		-1,
		0
	]],
	dav_methods: [[
		"http location server",
		1,
		-1,
		0
	]],
	debug_connection: [[
		"events",
		1,
		1,
		0
	]],
	debug_points: [[
		"main",
		1,
		1,
		0
	]],
	default_type: [[
		"http location server",
		1,
		1,
		0
	]],
	deny: [[
		"http limit_except location server",
		1,
		1,
		0
	], [
		"stream stream-server",
		1,
		1,
		0
	]],
	directio: [[
		"http location server",
		1,
		1,
		0
	]],
	directio_alignment: [[
		"http location server",
		1,
		1,
		0
	]],
	disable_symlinks: [[
		"http location server",
		1,
		2,
		0
	]],
	early_hints: [[
		"http location server",
		1,
		-1,
		0
	]],
	empty_gif: [[
		"location",
		0,
		0,
		0
	]],
	enforce_initial_report: [[
		"mgmt",
		1,
		1,
		0
	]],
	env: [[
		"main",
		1,
		1,
		0
	]],
	error_log: [[
		"http location mail main server stream",
		1,
		-1,
		0
	]],
	error_log_tag: [[
		"http location server",
		2,
		2,
		0
	]],
	error_page: [[
		"http location location-if server",
		2,
		-1,
		0
	]],
	etag: [[
		"http location server",
		1,
		1,
		0
	]],
	events: [[
		"main",
		0,
		0,
		1
	]],
	expires: [[
		"http location location-if server",
		1,
		2,
		0
	]],
	external_account_key: [[
		"acme_issuer",
		2,
		2,
		0
	]],
	extra_auth_args: [[
		"oidc_provider",
		1,
		1,
		0
	]],
	f4f: [[
		"location",
		0,
		0,
		0
	]],
	f4f_buffer_size: [[
		"http location server",
		1,
		1,
		0
	]],
	fastcgi_allow_upstream: [[
		"http location server",
		1,
		-1,
		0
	]],
	fastcgi_bind: [[
		"http location server",
		1,
		2,
		0
	]],
	fastcgi_bind_dynamic: [[
		"http location server",
		1,
		1,
		0
	]],
	fastcgi_buffer_size: [[
		"http location server",
		1,
		1,
		0
	]],
	fastcgi_buffering: [[
		"http location server",
		1,
		1,
		0
	]],
	fastcgi_buffers: [[
		"http location server",
		2,
		2,
		0
	]],
	fastcgi_busy_buffers_size: [[
		"http location server",
		1,
		1,
		0
	]],
	fastcgi_cache: [[
		"http location server",
		1,
		1,
		0
	]],
	fastcgi_cache_background_update: [[
		"http location server",
		1,
		1,
		0
	]],
	fastcgi_cache_bypass: [[
		"http location server",
		1,
		-1,
		0
	]],
	fastcgi_cache_key: [[
		"http location server",
		1,
		1,
		0
	]],
	fastcgi_cache_lock: [[
		"http location server",
		1,
		1,
		0
	]],
	fastcgi_cache_lock_age: [[
		"http location server",
		1,
		1,
		0
	]],
	fastcgi_cache_lock_timeout: [[
		"http location server",
		1,
		1,
		0
	]],
	fastcgi_cache_max_range_offset: [[
		"http location server",
		1,
		1,
		0
	]],
	fastcgi_cache_methods: [[
		"http location server",
		1,
		-1,
		0
	]],
	fastcgi_cache_min_uses: [[
		"http location server",
		1,
		1,
		0
	]],
	fastcgi_cache_path: [[
		"http",
		2,
		-1,
		0
	]],
	fastcgi_cache_purge: [[
		"http location server",
		1,
		-1,
		0
	]],
	fastcgi_cache_revalidate: [[
		"http location server",
		1,
		1,
		0
	]],
	fastcgi_cache_use_stale: [[
		"http location server",
		1,
		-1,
		0
	]],
	fastcgi_cache_valid: [[
		"http location server",
		1,
		-1,
		0
	]],
	fastcgi_catch_stderr: [[
		"http location server",
		1,
		1,
		0
	]],
	fastcgi_connect_timeout: [[
		"http location server",
		1,
		1,
		0
	]],
	fastcgi_force_ranges: [[
		"http location server",
		1,
		1,
		0
	]],
	fastcgi_hide_header: [[
		"http location server",
		1,
		1,
		0
	]],
	fastcgi_ignore_client_abort: [[
		"http location server",
		1,
		1,
		0
	]],
	fastcgi_ignore_headers: [[
		"http location server",
		1,
		-1,
		0
	]],
	fastcgi_index: [[
		"http location server",
		1,
		1,
		0
	]],
	fastcgi_intercept_errors: [[
		"http location server",
		1,
		1,
		0
	]],
	fastcgi_keep_conn: [[
		"http location server",
		1,
		1,
		0
	]],
	fastcgi_limit_rate: [[
		"http location server",
		1,
		1,
		0
	]],
	fastcgi_max_temp_file_size: [[
		"http location server",
		1,
		1,
		0
	]],
	fastcgi_next_upstream: [[
		"http location server",
		1,
		-1,
		0
	]],
	fastcgi_next_upstream_timeout: [[
		"http location server",
		1,
		1,
		0
	]],
	fastcgi_next_upstream_tries: [[
		"http location server",
		1,
		1,
		0
	]],
	fastcgi_no_cache: [[
		"http location server",
		1,
		-1,
		0
	]],
	fastcgi_param: [[
		"http location server",
		2,
		3,
		0
	]],
	fastcgi_pass: [[
		"location location-if",
		1,
		1,
		0
	]],
	fastcgi_pass_header: [[
		"http location server",
		1,
		1,
		0
	]],
	fastcgi_pass_request_body: [[
		"http location server",
		1,
		1,
		0
	]],
	fastcgi_pass_request_headers: [[
		"http location server",
		1,
		1,
		0
	]],
	fastcgi_read_timeout: [[
		"http location server",
		1,
		1,
		0
	]],
	fastcgi_request_buffering: [[
		"http location server",
		1,
		1,
		0
	]],
	fastcgi_request_dynamic: [[
		"http location server",
		1,
		1,
		0
	]],
	fastcgi_send_lowat: [[
		"http location server",
		1,
		1,
		0
	]],
	fastcgi_send_timeout: [[
		"http location server",
		1,
		1,
		0
	]],
	fastcgi_socket_keepalive: [[
		"http location server",
		1,
		1,
		0
	]],
	fastcgi_socket_rcvbuf: [[
		"http location server",
		1,
		1,
		0
	]],
	fastcgi_socket_sndbuf: [[
		"http location server",
		1,
		1,
		0
	]],
	fastcgi_split_path_info: [[
		"location",
		1,
		1,
		0
	]],
	fastcgi_store: [[
		"http location server",
		1,
		1,
		0
	]],
	fastcgi_store_access: [[
		"http location server",
		1,
		-1,
		0
	]],
	fastcgi_temp_file_write_size: [[
		"http location server",
		1,
		1,
		0
	]],
	fastcgi_temp_path: [[
		"http location server",
		1,
		4,
		0
	]],
	flv: [[
		"location",
		0,
		0,
		0
	]],
	frontchannel_logout_uri: [[
		"oidc_provider",
		1,
		1,
		0
	]],
	geo: [[
		"http",
		1,
		2,
		1
	], [
		"stream",
		1,
		2,
		1
	]],
	geoip_city: [[
		"http",
		1,
		1,
		0
	], [
		"stream",
		1,
		1,
		0
	]],
	geoip_country: [[
		"http",
		1,
		1,
		0
	], [
		"stream",
		1,
		1,
		0
	]],
	geoip_org: [[
		"http",
		1,
		1,
		0
	], [
		"stream",
		1,
		1,
		0
	]],
	geoip_proxy: [[
		"http",
		1,
		1,
		0
	]],
	geoip_proxy_recursive: [[
		"http",
		1,
		1,
		0
	]],
	google_perftools_profiles: [[
		"main",
		1,
		1,
		0
	]],
	grpc_allow_upstream: [[
		"http location server",
		1,
		1,
		0
	]],
	grpc_bind: [[
		"http location server",
		1,
		2,
		0
	]],
	grpc_bind_dynamic: [[
		"http location server",
		1,
		1,
		0
	]],
	grpc_buffer_size: [[
		"http location server",
		1,
		1,
		0
	]],
	grpc_connect_timeout: [[
		"http location server",
		1,
		1,
		0
	]],
	grpc_hide_header: [[
		"http location server",
		1,
		1,
		0
	]],
	grpc_ignore_headers: [[
		"http location server",
		1,
		-1,
		0
	]],
	grpc_intercept_errors: [[
		"http location server",
		1,
		1,
		0
	]],
	grpc_next_upstream: [[
		"http location server",
		1,
		-1,
		0
	]],
	grpc_next_upstream_timeout: [[
		"http location server",
		1,
		1,
		0
	]],
	grpc_next_upstream_tries: [[
		"http location server",
		1,
		1,
		0
	]],
	grpc_pass: [[
		"location location-if",
		1,
		1,
		0
	]],
	grpc_pass_header: [[
		"http location server",
		1,
		1,
		0
	]],
	grpc_read_timeout: [[
		"http location server",
		1,
		1,
		0
	]],
	grpc_request_dynamic: [[
		"http location server",
		1,
		1,
		0
	]],
	grpc_send_timeout: [[
		"http location server",
		1,
		1,
		0
	]],
	grpc_set_header: [[
		"http location server",
		2,
		2,
		0
	]],
	grpc_socket_keepalive: [[
		"http location server",
		1,
		1,
		0
	]],
	grpc_socket_rcvbuf: [[
		"http location server",
		1,
		1,
		0
	]],
	grpc_socket_sndbuf: [[
		"http location server",
		1,
		1,
		0
	]],
	grpc_ssl_certificate: [[
		"http location server",
		1,
		1,
		0
	]],
	grpc_ssl_certificate_cache: [[
		"http location server",
		1,
		3,
		0
	]],
	grpc_ssl_certificate_key: [[
		"http location server",
		1,
		1,
		0
	]],
	grpc_ssl_ciphers: [[
		"http location server",
		1,
		1,
		0
	]],
	grpc_ssl_conf_command: [[
		"http location server",
		2,
		2,
		0
	]],
	grpc_ssl_crl: [[
		"http location server",
		1,
		1,
		0
	]],
	grpc_ssl_key_log: [[
		"http location server",
		1,
		1,
		0
	]],
	grpc_ssl_name: [[
		"http location server",
		1,
		1,
		0
	]],
	grpc_ssl_password_file: [[
		"http location server",
		1,
		1,
		0
	]],
	grpc_ssl_protocols: [[
		"http location server",
		0,
		6,
		0
	]],
	grpc_ssl_server_name: [[
		"http location server",
		1,
		1,
		0
	]],
	grpc_ssl_session_reuse: [[
		"http location server",
		1,
		1,
		0
	]],
	grpc_ssl_trusted_certificate: [[
		"http location server",
		1,
		1,
		0
	]],
	grpc_ssl_verify: [[
		"http location server",
		1,
		1,
		0
	]],
	grpc_ssl_verify_depth: [[
		"http location server",
		1,
		1,
		0
	]],
	gunzip: [[
		"http location server",
		1,
		1,
		0
	]],
	gunzip_buffers: [[
		"http location server",
		2,
		2,
		0
	]],
	gzip: [[
		"http location location-if server",
		1,
		1,
		0
	]],
	gzip_buffers: [[
		"http location server",
		2,
		2,
		0
	]],
	gzip_comp_level: [[
		"http location server",
		1,
		1,
		0
	]],
	gzip_disable: [[
		"http location server",
		1,
		-1,
		0
	]],
	gzip_http_version: [[
		"http location server",
		1,
		1,
		0
	]],
	gzip_min_length: [[
		"http location server",
		1,
		1,
		0
	]],
	gzip_proxied: [[
		"http location server",
		1,
		-1,
		0
	]],
	gzip_static: [[
		"http location server",
		1,
		1,
		0
	]],
	gzip_types: [[
		"http location server",
		1,
		-1,
		0
	]],
	gzip_vary: [[
		"http location server",
		1,
		1,
		0
	]],
	hash: [[
		"upstream",
		1,
		2,
		0
	], [
		"stream-upstream",
		1,
		2,
		0
	]],
	health_check: [[
		"location",
		0,
		-1,
		0
	], [
		"stream-server",
		0,
		-1,
		0
	]],
	health_check_timeout: [[
		"stream stream-server",
		1,
		1,
		0
	]],
	hls: [[
		"location",
		0,
		0,
		0
	]],
	hls_buffers: [[
		"http location server",
		2,
		2,
		0
	]],
	hls_forward_args: [[
		"http location server",
		1,
		1,
		0
	]],
	hls_fragment: [[
		"http location server",
		1,
		1,
		0
	]],
	hls_mp4_buffer_size: [[
		"http location server",
		1,
		1,
		0
	]],
	hls_mp4_max_buffer_size: [[
		"http location server",
		1,
		1,
		0
	]],
	http: [[
		"main",
		0,
		0,
		1
	]],
	http2: [[
		"http server",
		1,
		1,
		0
	]],
	http2_body_preread_size: [[
		"http server",
		1,
		1,
		0
	]],
	http2_chunk_size: [[
		"http location server",
		1,
		1,
		0
	]],
	http2_idle_timeout: [[
		"http server",
		1,
		1,
		0
	]],
	http2_max_concurrent_pushes: [[
		"http server",
		1,
		1,
		0
	]],
	http2_max_concurrent_streams: [[
		"http server",
		1,
		1,
		0
	]],
	http2_max_field_size: [[
		"http server",
		1,
		1,
		0
	]],
	http2_max_header_size: [[
		"http server",
		1,
		1,
		0
	]],
	http2_max_requests: [[
		"http server",
		1,
		1,
		0
	]],
	http2_push: [[
		"http location server",
		1,
		1,
		0
	]],
	http2_push_preload: [[
		"http location server",
		1,
		1,
		0
	]],
	http2_recv_buffer_size: [[
		"http",
		1,
		1,
		0
	]],
	http2_recv_timeout: [[
		"http server",
		1,
		1,
		0
	]],
	http3: [[
		"http server",
		1,
		1,
		0
	]],
	http3_hq: [[
		"http server",
		1,
		1,
		0
	]],
	http3_max_concurrent_streams: [[
		"http server",
		1,
		1,
		0
	]],
	http3_stream_buffer_size: [[
		"http server",
		1,
		1,
		0
	]],
	"if": [[
		"location server",
		1,
		-1,
		1
	]],
	if_modified_since: [[
		"http location server",
		1,
		1,
		0
	]],
	ignore_invalid_headers: [[
		"http server",
		1,
		1,
		0
	]],
	image_filter: [[
		"location",
		1,
		3,
		0
	]],
	image_filter_buffer: [[
		"http location server",
		1,
		1,
		0
	]],
	image_filter_interlace: [[
		"http location server",
		1,
		1,
		0
	]],
	image_filter_jpeg_quality: [[
		"http location server",
		1,
		1,
		0
	]],
	image_filter_sharpen: [[
		"http location server",
		1,
		1,
		0
	]],
	image_filter_transparency: [[
		"http location server",
		1,
		1,
		0
	]],
	image_filter_webp_quality: [[
		"http location server",
		1,
		1,
		0
	]],
	imap_auth: [[
		"mail mail-server",
		1,
		-1,
		0
	]],
	imap_capabilities: [[
		"mail mail-server",
		1,
		-1,
		0
	]],
	imap_client_buffer: [[
		"mail mail-server",
		1,
		1,
		0
	]],
	include: [[
		"any",
		1,
		1,
		0
	]],
	index: [[
		"http location server",
		1,
		-1,
		0
	]],
	internal: [[
		"location",
		0,
		0,
		0
	]],
	internal_redirect: [[
		"location server",
		1,
		1,
		0
	]],
	ip_hash: [[
		"upstream",
		0,
		0,
		0
	]],
	issuer: [[
		"oidc_provider",
		1,
		1,
		0
	]],
	js_access: [[
		"limit_except location location-if",
		1,
		1,
		0
	], [
		"stream stream-server",
		1,
		1,
		0
	]],
	js_body_filter: [[
		"limit_except location location-if",
		1,
		2,
		0
	]],
	js_content: [[
		"limit_except location location-if",
		1,
		1,
		0
	]],
	js_context_reuse: [[
		"http location server",
		1,
		1,
		0
	], [
		"stream stream-server",
		1,
		1,
		0
	]],
	js_engine: [[
		"http location server",
		1,
		1,
		0
	], [
		"stream stream-server",
		1,
		1,
		0
	]],
	js_fetch_buffer_size: [[
		"http location server",
		1,
		1,
		0
	], [
		"stream stream-server",
		1,
		1,
		0
	]],
	js_fetch_ciphers: [[
		"http location server",
		1,
		1,
		0
	], [
		"stream stream-server",
		1,
		1,
		0
	]],
	js_fetch_keepalive: [[
		"http location server",
		1,
		1,
		0
	], [
		"stream stream-server",
		1,
		1,
		0
	]],
	js_fetch_keepalive_requests: [[
		"http location server",
		1,
		1,
		0
	], [
		"stream stream-server",
		1,
		1,
		0
	]],
	js_fetch_keepalive_time: [[
		"http location server",
		1,
		1,
		0
	], [
		"stream stream-server",
		1,
		1,
		0
	]],
	js_fetch_keepalive_timeout: [[
		"http location server",
		1,
		1,
		0
	], [
		"stream stream-server",
		1,
		1,
		0
	]],
	js_fetch_max_response_buffer_size: [[
		"http location server",
		1,
		1,
		0
	], [
		"stream stream-server",
		1,
		1,
		0
	]],
	js_fetch_protocols: [[
		"http location server",
		0,
		4,
		0
	], [
		"stream stream-server",
		0,
		4,
		0
	]],
	js_fetch_proxy: [[
		"http location server",
		1,
		1,
		0
	], [
		"stream stream-server",
		1,
		1,
		0
	]],
	js_fetch_timeout: [[
		"http location server",
		1,
		1,
		0
	], [
		"stream stream-server",
		1,
		1,
		0
	]],
	js_fetch_trusted_certificate: [[
		"http location server",
		1,
		1,
		0
	], [
		"stream stream-server",
		1,
		1,
		0
	]],
	js_fetch_verify: [[
		"http location server",
		1,
		1,
		0
	], [
		"stream stream-server",
		1,
		1,
		0
	]],
	js_fetch_verify_depth: [[
		"http location server",
		1,
		1,
		0
	], [
		"stream stream-server",
		1,
		1,
		0
	]],
	js_filter: [[
		"stream stream-server",
		1,
		1,
		0
	]],
	js_header_filter: [[
		"limit_except location location-if",
		1,
		1,
		0
	]],
	js_import: [[
		"http location server",
		3,
		3,
		0
	], [
		"stream stream-server",
		3,
		3,
		0
	]],
	js_include: [[
		"http",
		1,
		1,
		0
	], [
		"stream",
		1,
		1,
		0
	]],
	js_load_http_native_module: [[
		"main",
		1,
		3,
		0
	]],
	js_load_stream_native_module: [[
		"main",
		1,
		3,
		0
	]],
	js_path: [[
		"http location server",
		1,
		1,
		0
	], [
		"stream stream-server",
		1,
		1,
		0
	]],
	js_periodic: [[
		"location",
		1,
		4,
		0
	], [
		"stream-server",
		1,
		4,
		0
	]],
	js_preload_object: [[
		"http location server",
		3,
		3,
		0
	], [
		"stream stream-server",
		3,
		3,
		0
	]],
	js_preread: [[
		"stream stream-server",
		1,
		1,
		0
	]],
	js_set: [[
		"http location server",
		2,
		3,
		0
	], [
		"stream stream-server",
		2,
		3,
		0
	]],
	js_shared_dict_zone: [[
		"http",
		1,
		5,
		0
	], [
		"stream",
		1,
		5,
		0
	]],
	js_var: [[
		"http location server",
		1,
		2,
		0
	], [
		"stream stream-server",
		1,
		2,
		0
	]],
	keepalive: [[
		"upstream",
		1,
		2,
		0
	]],
	keepalive_disable: [[
		"http location server",
		1,
		-1,
		0
	]],
	keepalive_min_timeout: [[
		"http location server",
		1,
		1,
		0
	]],
	keepalive_requests: [[
		"http location server",
		1,
		1,
		0
	], [
		"upstream",
		1,
		1,
		0
	]],
	keepalive_time: [[
		"http location server",
		1,
		1,
		0
	], [
		"upstream",
		1,
		1,
		0
	]],
	keepalive_timeout: [[
		"http location server",
		1,
		2,
		0
	], [
		"upstream",
		1,
		2,
		0
	]],
	keyval: [[
		"http",
		3,
		3,
		0
	], [
		"stream",
		3,
		3,
		0
	]],
	keyval_zone: [[
		"http",
		1,
		-1,
		0
	], [
		"stream",
		1,
		-1,
		0
	]],
	large_client_header_buffers: [[
		"http server",
		2,
		2,
		0
	]],
	least_conn: [[
		"upstream",
		0,
		0,
		0
	], [
		"stream-upstream",
		0,
		0,
		0
	]],
	least_time: [[
		"upstream",
		1,
		2,
		0
	], [
		"stream-upstream",
		1,
		2,
		0
	]],
	license_token: [[
		"mgmt",
		1,
		1,
		0
	]],
	limit_conn: [[
		"http location server",
		2,
		2,
		0
	], [
		"stream stream-server",
		2,
		2,
		0
	]],
	limit_conn_dry_run: [[
		"http location server",
		1,
		1,
		0
	], [
		"stream stream-server",
		1,
		1,
		0
	]],
	limit_conn_log_level: [[
		"http location server",
		1,
		1,
		0
	], [
		"stream stream-server",
		1,
		1,
		0
	]],
	limit_conn_status: [[
		"http location server",
		1,
		1,
		0
	]],
	limit_conn_zone: [[
		"http",
		2,
		2,
		0
	], [
		"stream",
		2,
		2,
		0
	]],
	limit_except: [[
		"location",
		1,
		-1,
		1
	]],
	limit_rate: [[
		"http location location-if server",
		1,
		1,
		0
	]],
	limit_rate_after: [[
		"http location location-if server",
		1,
		1,
		0
	]],
	limit_req: [[
		"http location server",
		1,
		3,
		0
	]],
	limit_req_dry_run: [[
		"http location server",
		1,
		1,
		0
	]],
	limit_req_log_level: [[
		"http location server",
		1,
		1,
		0
	]],
	limit_req_status: [[
		"http location server",
		1,
		1,
		0
	]],
	limit_req_zone: [[
		"http",
		3,
		4,
		0
	]],
	limit_zone: [[
		"http",
		3,
		3,
		0
	]],
	lingering_close: [[
		"http location server",
		1,
		1,
		0
	]],
	lingering_time: [[
		"http location server",
		1,
		1,
		0
	]],
	lingering_timeout: [[
		"http location server",
		1,
		1,
		0
	]],
	listen: [
		[
			"server",
			1,
			-1,
			0
		],
		[
			"mail-server",
			1,
			-1,
			0
		],
		[
			"stream-server",
			1,
			-1,
			0
		]
	],
	load_module: [[
		"main",
		1,
		1,
		0
	]],
	location: [[
		"location server",
		1,
		2,
		1
	]],
	lock_file: [[
		"main",
		1,
		1,
		0
	]],
	log_format: [[
		"http",
		2,
		-1,
		0
	], [
		"stream",
		2,
		-1,
		0
	]],
	log_not_found: [[
		"http location server",
		1,
		1,
		0
	]],
	log_subrequest: [[
		"http location server",
		1,
		1,
		0
	]],
	logout_token_hint: [[
		"oidc_provider",
		1,
		1,
		0
	]],
	logout_uri: [[
		"oidc_provider",
		1,
		1,
		0
	]],
	mail: [[
		"main",
		0,
		0,
		1
	]],
	map: [[
		"http",
		2,
		2,
		1
	], [
		"stream",
		2,
		2,
		1
	]],
	map_hash_bucket_size: [[
		"http",
		1,
		1,
		0
	], [
		"stream",
		1,
		1,
		0
	]],
	map_hash_max_size: [[
		"http",
		1,
		1,
		0
	], [
		"stream",
		1,
		1,
		0
	]],
	master_process: [[
		"main",
		1,
		1,
		0
	]],
	match: [[
		"http",
		1,
		1,
		1
	], [
		"stream",
		1,
		1,
		1
	]],
	max_errors: [[
		"mail mail-server",
		1,
		1,
		0
	]],
	max_headers: [[
		"http server",
		1,
		1,
		0
	]],
	max_ranges: [[
		"http location server",
		1,
		1,
		0
	]],
	memcached_allow_upstream: [[
		"http location server",
		1,
		-1,
		0
	]],
	memcached_bind: [[
		"http location server",
		1,
		2,
		0
	]],
	memcached_bind_dynamic: [[
		"http location server",
		1,
		1,
		0
	]],
	memcached_buffer_size: [[
		"http location server",
		1,
		1,
		0
	]],
	memcached_connect_timeout: [[
		"http location server",
		1,
		1,
		0
	]],
	memcached_gzip_flag: [[
		"http location server",
		1,
		1,
		0
	]],
	memcached_next_upstream: [[
		"http location server",
		1,
		-1,
		0
	]],
	memcached_next_upstream_timeout: [[
		"http location server",
		1,
		1,
		0
	]],
	memcached_next_upstream_tries: [[
		"http location server",
		1,
		1,
		0
	]],
	memcached_pass: [[
		"location location-if",
		1,
		1,
		0
	]],
	memcached_read_timeout: [[
		"http location server",
		1,
		1,
		0
	]],
	memcached_send_timeout: [[
		"http location server",
		1,
		1,
		0
	]],
	memcached_socket_keepalive: [[
		"http location server",
		1,
		1,
		0
	]],
	merge_slashes: [[
		"http server",
		1,
		1,
		0
	]],
	mgmt: [[
		"main",
		0,
		0,
		1
	]],
	min_delete_depth: [[
		"http location server",
		1,
		1,
		0
	]],
	mirror: [[
		"http location server",
		1,
		1,
		0
	]],
	mirror_request_body: [[
		"http location server",
		1,
		1,
		0
	]],
	modern_browser: [[
		"http location server",
		1,
		2,
		0
	]],
	modern_browser_value: [[
		"http location server",
		1,
		1,
		0
	]],
	mp4: [[
		"location",
		0,
		0,
		0
	]],
	mp4_buffer_size: [[
		"http location server",
		1,
		1,
		0
	]],
	mp4_limit_rate: [[
		"http location server",
		1,
		1,
		0
	]],
	mp4_limit_rate_after: [[
		"http location server",
		1,
		1,
		0
	]],
	mp4_max_buffer_size: [[
		"http location server",
		1,
		1,
		0
	]],
	mp4_start_key_frame: [[
		"http location server",
		1,
		1,
		0
	]],
	mqtt: [[
		"stream stream-server",
		1,
		1,
		0
	]],
	mqtt_buffers: [[
		"stream stream-server",
		2,
		2,
		0
	]],
	mqtt_preread: [[
		"stream stream-server",
		1,
		1,
		0
	]],
	mqtt_rewrite_buffer_size: [[
		"stream-server",
		1,
		1,
		0
	]],
	mqtt_set_connect: [[
		"stream-server",
		2,
		2,
		0
	]],
	msie_padding: [[
		"http location server",
		1,
		1,
		0
	]],
	msie_refresh: [[
		"http location server",
		1,
		1,
		0
	]],
	multi_accept: [[
		"events",
		1,
		1,
		0
	]],
	ntlm: [[
		"upstream",
		0,
		0,
		0
	]],
	num_map: [[
		"http",
		1,
		2,
		1
	], [
		"stream",
		1,
		2,
		1
	]],
	oidc_provider: [[
		"http",
		1,
		1,
		1
	]],
	open_file_cache: [[
		"http location server",
		1,
		2,
		0
	]],
	open_file_cache_errors: [[
		"http location server",
		1,
		1,
		0
	]],
	open_file_cache_min_uses: [[
		"http location server",
		1,
		1,
		0
	]],
	open_file_cache_valid: [[
		"http location server",
		1,
		1,
		0
	]],
	open_log_file_cache: [[
		"http location server",
		1,
		4,
		0
	], [
		"stream stream-server",
		1,
		4,
		0
	]],
	otel_exporter: [[
		"http",
		0,
		0,
		1
	]],
	otel_resource_attr: [[
		"http",
		2,
		2,
		0
	]],
	otel_service_name: [[
		"http",
		1,
		1,
		0
	]],
	otel_span_attr: [[
		"http location server",
		2,
		2,
		0
	]],
	otel_span_name: [[
		"http location server",
		1,
		1,
		0
	]],
	otel_trace: [[
		"http location server",
		1,
		1,
		0
	]],
	otel_trace_context: [[
		"http location server",
		1,
		1,
		0
	]],
	output_buffers: [[
		"http location server",
		2,
		2,
		0
	]],
	override_charset: [[
		"http location location-if server",
		1,
		1,
		0
	]],
	pass: [[
		"stream-server",
		1,
		1,
		0
	]],
	pcre_jit: [[
		"main",
		1,
		1,
		0
	]],
	perl: [[
		"limit_except location",
		1,
		1,
		0
	]],
	perl_modules: [[
		"http",
		1,
		1,
		0
	]],
	perl_require: [[
		"http",
		1,
		1,
		0
	]],
	perl_set: [[
		"http",
		2,
		2,
		0
	]],
	pid: [[
		"main",
		1,
		1,
		0
	]],
	pkce: [[
		"oidc_provider",
		1,
		1,
		0
	]],
	pop3_auth: [[
		"mail mail-server",
		1,
		-1,
		0
	]],
	pop3_capabilities: [[
		"mail mail-server",
		1,
		-1,
		0
	]],
	port_in_redirect: [[
		"http location server",
		1,
		1,
		0
	]],
	post_logout_uri: [[
		"oidc_provider",
		1,
		1,
		0
	]],
	postpone_output: [[
		"http location server",
		1,
		1,
		0
	]],
	preferred_chain: [[
		"acme_issuer",
		1,
		1,
		0
	]],
	preread_buffer_size: [[
		"stream stream-server",
		1,
		1,
		0
	]],
	preread_timeout: [[
		"stream stream-server",
		1,
		1,
		0
	]],
	profile: [[
		"acme_issuer",
		1,
		2,
		0
	]],
	protocol: [[
		"mail-server",
		1,
		1,
		0
	]],
	proxy: [[
		"mgmt",
		1,
		1,
		0
	]],
	proxy_allow_upstream: [[
		"http location server",
		1,
		-1,
		0
	]],
	proxy_bind: [[
		"http location server",
		1,
		2,
		0
	], [
		"stream stream-server",
		1,
		2,
		0
	]],
	proxy_bind_dynamic: [[
		"http location server",
		1,
		1,
		0
	], [
		"stream stream-server",
		1,
		1,
		0
	]],
	proxy_buffer: [[
		"mail mail-server",
		1,
		1,
		0
	]],
	proxy_buffer_size: [[
		"http location server",
		1,
		1,
		0
	], [
		"stream stream-server",
		1,
		1,
		0
	]],
	proxy_buffering: [[
		"http location server",
		1,
		1,
		0
	]],
	proxy_buffers: [[
		"http location server",
		2,
		2,
		0
	]],
	proxy_busy_buffers_size: [[
		"http location server",
		1,
		1,
		0
	]],
	proxy_cache: [[
		"http location server",
		1,
		1,
		0
	]],
	proxy_cache_background_update: [[
		"http location server",
		1,
		1,
		0
	]],
	proxy_cache_bypass: [[
		"http location server",
		1,
		-1,
		0
	]],
	proxy_cache_convert_head: [[
		"http location server",
		1,
		1,
		0
	]],
	proxy_cache_key: [[
		"http location server",
		1,
		1,
		0
	]],
	proxy_cache_lock: [[
		"http location server",
		1,
		1,
		0
	]],
	proxy_cache_lock_age: [[
		"http location server",
		1,
		1,
		0
	]],
	proxy_cache_lock_timeout: [[
		"http location server",
		1,
		1,
		0
	]],
	proxy_cache_max_range_offset: [[
		"http location server",
		1,
		1,
		0
	]],
	proxy_cache_methods: [[
		"http location server",
		1,
		-1,
		0
	]],
	proxy_cache_min_uses: [[
		"http location server",
		1,
		1,
		0
	]],
	proxy_cache_path: [[
		"http",
		2,
		-1,
		0
	]],
	proxy_cache_purge: [[
		"http location server",
		1,
		-1,
		0
	]],
	proxy_cache_revalidate: [[
		"http location server",
		1,
		1,
		0
	]],
	proxy_cache_use_stale: [[
		"http location server",
		1,
		-1,
		0
	]],
	proxy_cache_valid: [[
		"http location server",
		1,
		-1,
		0
	]],
	proxy_connect_timeout: [[
		"http location server",
		1,
		1,
		0
	], [
		"stream stream-server",
		1,
		1,
		0
	]],
	proxy_cookie_domain: [[
		"http location server",
		1,
		2,
		0
	]],
	proxy_cookie_flags: [[
		"http location server",
		1,
		4,
		0
	]],
	proxy_cookie_path: [[
		"http location server",
		1,
		2,
		0
	]],
	proxy_download_rate: [[
		"stream stream-server",
		1,
		1,
		0
	]],
	proxy_force_ranges: [[
		"http location server",
		1,
		1,
		0
	]],
	proxy_half_close: [[
		"stream stream-server",
		1,
		1,
		0
	]],
	proxy_headers_hash_bucket_size: [[
		"http location server",
		1,
		1,
		0
	]],
	proxy_headers_hash_max_size: [[
		"http location server",
		1,
		1,
		0
	]],
	proxy_hide_header: [[
		"http location server",
		1,
		1,
		0
	]],
	proxy_http_version: [[
		"http location server",
		1,
		1,
		0
	]],
	proxy_ignore_client_abort: [[
		"http location server",
		1,
		1,
		0
	]],
	proxy_ignore_headers: [[
		"http location server",
		1,
		-1,
		0
	]],
	proxy_intercept_errors: [[
		"http location server",
		1,
		1,
		0
	]],
	proxy_limit_rate: [[
		"http location server",
		1,
		1,
		0
	]],
	proxy_max_temp_file_size: [[
		"http location server",
		1,
		1,
		0
	]],
	proxy_method: [[
		"http location server",
		1,
		1,
		0
	]],
	proxy_next_upstream: [[
		"http location server",
		1,
		-1,
		0
	], [
		"stream stream-server",
		1,
		1,
		0
	]],
	proxy_next_upstream_timeout: [[
		"http location server",
		1,
		1,
		0
	], [
		"stream stream-server",
		1,
		1,
		0
	]],
	proxy_next_upstream_tries: [[
		"http location server",
		1,
		1,
		0
	], [
		"stream stream-server",
		1,
		1,
		0
	]],
	proxy_no_cache: [[
		"http location server",
		1,
		-1,
		0
	]],
	proxy_pass: [[
		"limit_except location location-if",
		1,
		1,
		0
	], [
		"stream-server",
		1,
		1,
		0
	]],
	proxy_pass_error_message: [[
		"mail mail-server",
		1,
		1,
		0
	]],
	proxy_pass_header: [[
		"http location server",
		1,
		1,
		0
	]],
	proxy_pass_request_body: [[
		"http location server",
		1,
		1,
		0
	]],
	proxy_pass_request_headers: [[
		"http location server",
		1,
		1,
		0
	]],
	proxy_pass_trailers: [[
		"http location server",
		1,
		1,
		0
	]],
	proxy_password: [[
		"mgmt",
		1,
		1,
		0
	]],
	proxy_protocol: [[
		"mail mail-server",
		1,
		1,
		0
	], [
		"stream stream-server",
		1,
		1,
		0
	]],
	proxy_protocol_timeout: [[
		"stream stream-server",
		1,
		1,
		0
	]],
	proxy_read_timeout: [[
		"http location server",
		1,
		1,
		0
	]],
	proxy_redirect: [[
		"http location server",
		1,
		2,
		0
	]],
	proxy_request_buffering: [[
		"http location server",
		1,
		1,
		0
	]],
	proxy_request_dynamic: [[
		"http location server",
		1,
		1,
		0
	]],
	proxy_requests: [[
		"stream stream-server",
		1,
		1,
		0
	]],
	proxy_responses: [[
		"stream stream-server",
		1,
		1,
		0
	]],
	proxy_send_lowat: [[
		"http location server",
		1,
		1,
		0
	]],
	proxy_send_timeout: [[
		"http location server",
		1,
		1,
		0
	]],
	proxy_session_drop: [[
		"stream stream-server",
		1,
		1,
		0
	]],
	proxy_set_body: [[
		"http location server",
		1,
		1,
		0
	]],
	proxy_set_header: [[
		"http location server",
		2,
		2,
		0
	]],
	proxy_smtp_auth: [[
		"mail mail-server",
		1,
		1,
		0
	]],
	proxy_socket_keepalive: [[
		"http location server",
		1,
		1,
		0
	], [
		"stream stream-server",
		1,
		1,
		0
	]],
	proxy_socket_rcvbuf: [[
		"http location server",
		1,
		1,
		0
	], [
		"stream stream-server",
		1,
		1,
		0
	]],
	proxy_socket_sndbuf: [[
		"http location server",
		1,
		1,
		0
	], [
		"stream stream-server",
		1,
		1,
		0
	]],
	proxy_ssl: [[
		"stream stream-server",
		1,
		1,
		0
	]],
	proxy_ssl_alpn: [[
		"stream stream-server",
		1,
		-1,
		0
	]],
	proxy_ssl_certificate: [[
		"http location server",
		1,
		1,
		0
	], [
		"stream stream-server",
		1,
		1,
		0
	]],
	proxy_ssl_certificate_cache: [[
		"http location server",
		1,
		3,
		0
	], [
		"stream stream-server",
		1,
		3,
		0
	]],
	proxy_ssl_certificate_key: [[
		"http location server",
		1,
		1,
		0
	], [
		"stream stream-server",
		1,
		1,
		0
	]],
	proxy_ssl_ciphers: [[
		"http location server",
		1,
		1,
		0
	], [
		"stream stream-server",
		1,
		1,
		0
	]],
	proxy_ssl_conf_command: [[
		"http location server",
		2,
		2,
		0
	], [
		"stream stream-server",
		2,
		2,
		0
	]],
	proxy_ssl_crl: [[
		"http location server",
		1,
		1,
		0
	], [
		"stream stream-server",
		1,
		1,
		0
	]],
	proxy_ssl_key_log: [[
		"http location server",
		1,
		1,
		0
	], [
		"stream stream-server",
		1,
		1,
		0
	]],
	proxy_ssl_name: [[
		"http location server",
		1,
		1,
		0
	], [
		"stream stream-server",
		1,
		1,
		0
	]],
	proxy_ssl_password_file: [[
		"http location server",
		1,
		1,
		0
	], [
		"stream stream-server",
		1,
		1,
		0
	]],
	proxy_ssl_protocols: [[
		"http location server",
		0,
		6,
		0
	], [
		"stream stream-server",
		0,
		6,
		0
	]],
	proxy_ssl_server_name: [[
		"http location server",
		1,
		1,
		0
	], [
		"stream stream-server",
		1,
		1,
		0
	]],
	proxy_ssl_session_reuse: [[
		"http location server",
		1,
		1,
		0
	], [
		"stream stream-server",
		1,
		1,
		0
	]],
	proxy_ssl_trusted_certificate: [[
		"http location server",
		1,
		1,
		0
	], [
		"stream stream-server",
		1,
		1,
		0
	]],
	proxy_ssl_verify: [[
		"http location server",
		1,
		1,
		0
	], [
		"stream stream-server",
		1,
		1,
		0
	]],
	proxy_ssl_verify_depth: [[
		"http location server",
		1,
		1,
		0
	], [
		"stream stream-server",
		1,
		1,
		0
	]],
	proxy_store: [[
		"http location server",
		1,
		1,
		0
	]],
	proxy_store_access: [[
		"http location server",
		1,
		-1,
		0
	]],
	proxy_temp_file_write_size: [[
		"http location server",
		1,
		1,
		0
	]],
	proxy_temp_path: [[
		"http location server",
		1,
		4,
		0
	]],
	proxy_timeout: [[
		"mail mail-server",
		1,
		1,
		0
	], [
		"stream stream-server",
		1,
		1,
		0
	]],
	proxy_upload_rate: [[
		"stream stream-server",
		1,
		1,
		0
	]],
	proxy_username: [[
		"mgmt",
		1,
		1,
		0
	]],
	queue: [[
		"upstream",
		1,
		2,
		0
	]],
	quic_active_connection_id_limit: [[
		"http server",
		1,
		1,
		0
	]],
	quic_bpf: [[
		"main",
		1,
		1,
		0
	]],
	quic_gso: [[
		"http server",
		1,
		1,
		0
	]],
	quic_host_key: [[
		"http server",
		1,
		1,
		0
	]],
	quic_retry: [[
		"http server",
		1,
		1,
		0
	]],
	random: [[
		"upstream",
		0,
		2,
		0
	], [
		"stream-upstream",
		0,
		2,
		0
	]],
	random_index: [[
		"location",
		1,
		1,
		0
	]],
	read_ahead: [[
		"http location server",
		1,
		1,
		0
	]],
	real_ip_header: [[
		"http location server",
		1,
		1,
		0
	]],
	real_ip_recursive: [[
		"http location server",
		1,
		1,
		0
	]],
	recursive_error_pages: [[
		"http location server",
		1,
		1,
		0
	]],
	redirect_uri: [[
		"oidc_provider",
		1,
		1,
		0
	]],
	referer_hash_bucket_size: [[
		"location server",
		1,
		1,
		0
	]],
	referer_hash_max_size: [[
		"location server",
		1,
		1,
		0
	]],
	request_pool_size: [[
		"http server",
		1,
		1,
		0
	]],
	reset_timedout_connection: [[
		"http location server",
		1,
		1,
		0
	]],
	resolver: [
		[
			"http location server",
			1,
			-1,
			0
		],
		[
			"upstream",
			1,
			-1,
			0
		],
		[
			"mail mail-server",
			1,
			-1,
			0
		],
		[
			"mgmt",
			1,
			-1,
			0
		],
		[
			"stream stream-server",
			1,
			-1,
			0
		],
		[
			"stream-upstream",
			1,
			-1,
			0
		]
	],
	resolver_timeout: [
		[
			"http location server",
			1,
			1,
			0
		],
		[
			"upstream",
			1,
			1,
			0
		],
		[
			"mail mail-server",
			1,
			1,
			0
		],
		[
			"stream stream-server",
			1,
			1,
			0
		],
		[
			"stream-upstream",
			1,
			1,
			0
		]
	],
	"return": [[
		"location location-if server server-if",
		1,
		2,
		0
	], [
		"stream-server",
		1,
		2,
		0
	]],
	rewrite: [[
		"location location-if server server-if",
		2,
		3,
		0
	]],
	rewrite_log: [[
		"http location location-if server server-if",
		1,
		1,
		0
	]],
	root: [[
		"http location location-if server",
		1,
		1,
		0
	]],
	satisfy: [[
		"http location server",
		1,
		1,
		0
	]],
	scgi_allow_upstream: [[
		"http location server",
		1,
		-1,
		0
	]],
	scgi_bind: [[
		"http location server",
		1,
		2,
		0
	]],
	scgi_bind_dynamic: [[
		"http location server",
		1,
		1,
		0
	]],
	scgi_buffer_size: [[
		"http location server",
		1,
		1,
		0
	]],
	scgi_buffering: [[
		"http location server",
		1,
		1,
		0
	]],
	scgi_buffers: [[
		"http location server",
		2,
		2,
		0
	]],
	scgi_busy_buffers_size: [[
		"http location server",
		1,
		1,
		0
	]],
	scgi_cache: [[
		"http location server",
		1,
		1,
		0
	]],
	scgi_cache_background_update: [[
		"http location server",
		1,
		1,
		0
	]],
	scgi_cache_bypass: [[
		"http location server",
		1,
		-1,
		0
	]],
	scgi_cache_key: [[
		"http location server",
		1,
		1,
		0
	]],
	scgi_cache_lock: [[
		"http location server",
		1,
		1,
		0
	]],
	scgi_cache_lock_age: [[
		"http location server",
		1,
		1,
		0
	]],
	scgi_cache_lock_timeout: [[
		"http location server",
		1,
		1,
		0
	]],
	scgi_cache_max_range_offset: [[
		"http location server",
		1,
		1,
		0
	]],
	scgi_cache_methods: [[
		"http location server",
		1,
		-1,
		0
	]],
	scgi_cache_min_uses: [[
		"http location server",
		1,
		1,
		0
	]],
	scgi_cache_path: [[
		"http",
		2,
		-1,
		0
	]],
	scgi_cache_purge: [[
		"http location server",
		1,
		-1,
		0
	]],
	scgi_cache_revalidate: [[
		"http location server",
		1,
		1,
		0
	]],
	scgi_cache_use_stale: [[
		"http location server",
		1,
		-1,
		0
	]],
	scgi_cache_valid: [[
		"http location server",
		1,
		-1,
		0
	]],
	scgi_connect_timeout: [[
		"http location server",
		1,
		1,
		0
	]],
	scgi_force_ranges: [[
		"http location server",
		1,
		1,
		0
	]],
	scgi_hide_header: [[
		"http location server",
		1,
		1,
		0
	]],
	scgi_ignore_client_abort: [[
		"http location server",
		1,
		1,
		0
	]],
	scgi_ignore_headers: [[
		"http location server",
		1,
		-1,
		0
	]],
	scgi_intercept_errors: [[
		"http location server",
		1,
		1,
		0
	]],
	scgi_limit_rate: [[
		"http location server",
		1,
		1,
		0
	]],
	scgi_max_temp_file_size: [[
		"http location server",
		1,
		1,
		0
	]],
	scgi_next_upstream: [[
		"http location server",
		1,
		-1,
		0
	]],
	scgi_next_upstream_timeout: [[
		"http location server",
		1,
		1,
		0
	]],
	scgi_next_upstream_tries: [[
		"http location server",
		1,
		1,
		0
	]],
	scgi_no_cache: [[
		"http location server",
		1,
		-1,
		0
	]],
	scgi_param: [[
		"http location server",
		2,
		3,
		0
	]],
	scgi_pass: [[
		"location location-if",
		1,
		1,
		0
	]],
	scgi_pass_header: [[
		"http location server",
		1,
		1,
		0
	]],
	scgi_pass_request_body: [[
		"http location server",
		1,
		1,
		0
	]],
	scgi_pass_request_headers: [[
		"http location server",
		1,
		1,
		0
	]],
	scgi_read_timeout: [[
		"http location server",
		1,
		1,
		0
	]],
	scgi_request_buffering: [[
		"http location server",
		1,
		1,
		0
	]],
	scgi_request_dynamic: [[
		"http location server",
		1,
		1,
		0
	]],
	scgi_send_timeout: [[
		"http location server",
		1,
		1,
		0
	]],
	scgi_socket_keepalive: [[
		"http location server",
		1,
		1,
		0
	]],
	scgi_socket_rcvbuf: [[
		"http location server",
		1,
		1,
		0
	]],
	scgi_socket_sndbuf: [[
		"http location server",
		1,
		1,
		0
	]],
	scgi_store: [[
		"http location server",
		1,
		1,
		0
	]],
	scgi_store_access: [[
		"http location server",
		1,
		-1,
		0
	]],
	scgi_temp_file_write_size: [[
		"http location server",
		1,
		1,
		0
	]],
	scgi_temp_path: [[
		"http location server",
		1,
		4,
		0
	]],
	scope: [[
		"oidc_provider",
		1,
		-1,
		0
	]],
	secure_link: [[
		"http location server",
		1,
		1,
		0
	]],
	secure_link_md5: [[
		"http location server",
		1,
		1,
		0
	]],
	secure_link_secret: [[
		"location",
		1,
		1,
		0
	]],
	send_lowat: [[
		"http location server",
		1,
		1,
		0
	]],
	send_timeout: [[
		"http location server",
		1,
		1,
		0
	]],
	sendfile: [[
		"http location location-if server",
		1,
		1,
		0
	]],
	sendfile_max_chunk: [[
		"http location server",
		1,
		1,
		0
	]],
	server: [
		[
			"http",
			0,
			0,
			1
		],
		[
			"upstream",
			1,
			-1,
			0
		],
		[
			"mail",
			0,
			0,
			1
		],
		[
			"stream",
			0,
			0,
			1
		],
		[
			"stream-upstream",
			1,
			-1,
			0
		]
	],
	server_name: [
		[
			"server",
			1,
			-1,
			0
		],
		[
			"mail mail-server",
			1,
			-1,
			0
		],
		[
			"stream-server",
			1,
			-1,
			0
		]
	],
	server_name_in_redirect: [[
		"http location server",
		1,
		1,
		0
	]],
	server_names_hash_bucket_size: [[
		"http",
		1,
		1,
		0
	], [
		"stream",
		1,
		1,
		0
	]],
	server_names_hash_max_size: [[
		"http",
		1,
		1,
		0
	], [
		"stream",
		1,
		1,
		0
	]],
	server_tokens: [[
		"http location server",
		1,
		1,
		0
	]],
	session_log: [[
		"http location server",
		1,
		1,
		0
	]],
	session_log_format: [[
		"http",
		2,
		-1,
		0
	]],
	session_log_zone: [[
		"http",
		2,
		6,
		0
	]],
	session_store: [[
		"oidc_provider",
		1,
		1,
		0
	]],
	session_timeout: [[
		"oidc_provider",
		1,
		1,
		0
	]],
	set: [[
		"location location-if server server-if",
		2,
		2,
		0
	], [
		"stream-server",
		2,
		2,
		0
	]],
	set_real_ip_from: [
		[
			"http location server",
			1,
			1,
			0
		],
		[
			"mail mail-server",
			1,
			1,
			0
		],
		[
			"stream stream-server",
			1,
			1,
			0
		]
	],
	slice: [[
		"http location server",
		1,
		1,
		0
	]],
	smtp_auth: [[
		"mail mail-server",
		1,
		-1,
		0
	]],
	smtp_capabilities: [[
		"mail mail-server",
		1,
		-1,
		0
	]],
	smtp_client_buffer: [[
		"mail mail-server",
		1,
		1,
		0
	]],
	smtp_greeting_delay: [[
		"mail mail-server",
		1,
		1,
		0
	]],
	source_charset: [[
		"http location location-if server",
		1,
		1,
		0
	]],
	split_clients: [[
		"http",
		2,
		2,
		1
	], [
		"stream",
		2,
		2,
		1
	]],
	ssi: [[
		"http location location-if server",
		1,
		1,
		0
	]],
	ssi_last_modified: [[
		"http location server",
		1,
		1,
		0
	]],
	ssi_min_file_chunk: [[
		"http location server",
		1,
		1,
		0
	]],
	ssi_silent_errors: [[
		"http location server",
		1,
		1,
		0
	]],
	ssi_types: [[
		"http location server",
		1,
		-1,
		0
	]],
	ssi_value_length: [[
		"http location server",
		1,
		1,
		0
	]],
	ssl: [[
		"http server",
		1,
		1,
		0
	], [
		"mail mail-server",
		1,
		1,
		0
	]],
	ssl_alpn: [[
		"stream stream-server",
		1,
		-1,
		0
	]],
	ssl_buffer_size: [[
		"http server",
		1,
		1,
		0
	]],
	ssl_certificate: [
		[
			"http server",
			1,
			1,
			0
		],
		[
			"mail mail-server",
			1,
			1,
			0
		],
		[
			"stream stream-server",
			1,
			1,
			0
		]
	],
	ssl_certificate_cache: [[
		"http server",
		1,
		3,
		0
	], [
		"stream stream-server",
		1,
		3,
		0
	]],
	ssl_certificate_compression: [
		[
			"http server",
			1,
			1,
			0
		],
		[
			"mail mail-server",
			1,
			1,
			0
		],
		[
			"stream stream-server",
			1,
			1,
			0
		]
	],
	ssl_certificate_key: [
		[
			"http server",
			1,
			1,
			0
		],
		[
			"mail mail-server",
			1,
			1,
			0
		],
		[
			"stream stream-server",
			1,
			1,
			0
		]
	],
	ssl_ciphers: [
		[
			"http server",
			1,
			1,
			0
		],
		[
			"mail mail-server",
			1,
			1,
			0
		],
		[
			"stream stream-server",
			1,
			1,
			0
		]
	],
	ssl_client_certificate: [
		[
			"http server",
			1,
			1,
			0
		],
		[
			"mail mail-server",
			1,
			1,
			0
		],
		[
			"stream stream-server",
			1,
			1,
			0
		]
	],
	ssl_conf_command: [
		[
			"http server",
			2,
			2,
			0
		],
		[
			"mail mail-server",
			2,
			2,
			0
		],
		[
			"stream stream-server",
			2,
			2,
			0
		]
	],
	ssl_crl: [
		[
			"oidc_provider",
			1,
			1,
			0
		],
		[
			"http server",
			1,
			1,
			0
		],
		[
			"mail mail-server",
			1,
			1,
			0
		],
		[
			"mgmt",
			1,
			1,
			0
		],
		[
			"stream stream-server",
			1,
			1,
			0
		]
	],
	ssl_dhparam: [
		[
			"http server",
			1,
			1,
			0
		],
		[
			"mail mail-server",
			1,
			1,
			0
		],
		[
			"stream stream-server",
			1,
			1,
			0
		]
	],
	ssl_early_data: [[
		"http server",
		1,
		1,
		0
	]],
	ssl_ecdh_curve: [
		[
			"http server",
			1,
			1,
			0
		],
		[
			"mail mail-server",
			1,
			1,
			0
		],
		[
			"stream stream-server",
			1,
			1,
			0
		]
	],
	ssl_ech_file: [[
		"http server",
		1,
		1,
		0
	], [
		"stream stream-server",
		1,
		1,
		0
	]],
	ssl_engine: [[
		"main",
		1,
		1,
		0
	]],
	ssl_handshake_timeout: [[
		"stream stream-server",
		1,
		1,
		0
	]],
	ssl_key_log: [[
		"http server",
		1,
		1,
		0
	], [
		"stream stream-server",
		1,
		1,
		0
	]],
	ssl_object_cache_inheritable: [[
		"main",
		1,
		1,
		0
	]],
	ssl_ocsp: [[
		"http server",
		1,
		1,
		0
	], [
		"stream stream-server",
		1,
		1,
		0
	]],
	ssl_ocsp_cache: [[
		"http server",
		0,
		1,
		0
	], [
		"stream stream-server",
		0,
		1,
		0
	]],
	ssl_ocsp_responder: [[
		"http server",
		1,
		1,
		0
	], [
		"stream stream-server",
		1,
		1,
		0
	]],
	ssl_password_file: [
		[
			"http server",
			1,
			1,
			0
		],
		[
			"mail mail-server",
			1,
			1,
			0
		],
		[
			"stream stream-server",
			1,
			1,
			0
		]
	],
	ssl_prefer_server_ciphers: [
		[
			"http server",
			1,
			1,
			0
		],
		[
			"mail mail-server",
			1,
			1,
			0
		],
		[
			"stream stream-server",
			1,
			1,
			0
		]
	],
	ssl_preread: [[
		"stream stream-server",
		1,
		1,
		0
	]],
	ssl_protocols: [
		[
			"http server",
			0,
			6,
			0
		],
		[
			"mail mail-server",
			0,
			6,
			0
		],
		[
			"stream stream-server",
			0,
			6,
			0
		]
	],
	ssl_reject_handshake: [[
		"http server",
		1,
		1,
		0
	], [
		"stream stream-server",
		1,
		1,
		0
	]],
	ssl_session_cache: [
		[
			"http server",
			1,
			2,
			0
		],
		[
			"mail mail-server",
			1,
			2,
			0
		],
		[
			"stream stream-server",
			1,
			2,
			0
		]
	],
	ssl_session_ticket_key: [
		[
			"http server",
			1,
			1,
			0
		],
		[
			"mail mail-server",
			1,
			1,
			0
		],
		[
			"stream stream-server",
			1,
			1,
			0
		]
	],
	ssl_session_tickets: [
		[
			"http server",
			1,
			1,
			0
		],
		[
			"mail mail-server",
			1,
			1,
			0
		],
		[
			"stream stream-server",
			1,
			1,
			0
		]
	],
	ssl_session_timeout: [
		[
			"http server",
			1,
			1,
			0
		],
		[
			"mail mail-server",
			1,
			1,
			0
		],
		[
			"stream stream-server",
			1,
			1,
			0
		]
	],
	ssl_stapling: [[
		"http server",
		1,
		1,
		0
	], [
		"stream stream-server",
		1,
		1,
		0
	]],
	ssl_stapling_file: [[
		"http server",
		1,
		1,
		0
	], [
		"stream stream-server",
		1,
		1,
		0
	]],
	ssl_stapling_responder: [[
		"http server",
		1,
		1,
		0
	], [
		"stream stream-server",
		1,
		1,
		0
	]],
	ssl_stapling_verify: [[
		"http server",
		1,
		1,
		0
	], [
		"stream stream-server",
		1,
		1,
		0
	]],
	ssl_trusted_certificate: [
		[
			"acme_issuer",
			1,
			1,
			0
		],
		[
			"oidc_provider",
			1,
			1,
			0
		],
		[
			"http server",
			1,
			1,
			0
		],
		[
			"mail mail-server",
			1,
			1,
			0
		],
		[
			"mgmt",
			1,
			1,
			0
		],
		[
			"stream stream-server",
			1,
			1,
			0
		]
	],
	ssl_verify: [[
		"acme_issuer",
		1,
		1,
		0
	], [
		"mgmt",
		1,
		1,
		0
	]],
	ssl_verify_client: [
		[
			"http server",
			1,
			1,
			0
		],
		[
			"mail mail-server",
			1,
			1,
			0
		],
		[
			"stream stream-server",
			1,
			1,
			0
		]
	],
	ssl_verify_depth: [
		[
			"http server",
			1,
			1,
			0
		],
		[
			"mail mail-server",
			1,
			1,
			0
		],
		[
			"stream stream-server",
			1,
			1,
			0
		]
	],
	stall_threshold: [[
		"events",
		1,
		1,
		0
	]],
	starttls: [[
		"mail mail-server",
		1,
		1,
		0
	]],
	state: [[
		"upstream",
		1,
		1,
		0
	], [
		"stream-upstream",
		1,
		1,
		0
	]],
	state_path: [[
		"acme_issuer",
		1,
		1,
		0
	], [
		"mgmt",
		1,
		1,
		0
	]],
	status: [[
		"location",
		0,
		0,
		0
	]],
	status_format: [[
		"http location server",
		1,
		2,
		0
	]],
	status_zone: [[
		"location location-if server",
		1,
		1,
		0
	], [
		"server",
		1,
		1,
		0
	]],
	sticky: [[
		"upstream",
		1,
		-1,
		0
	]],
	stream: [[
		"main",
		0,
		0,
		1
	]],
	stub_status: [[
		"location server",
		0,
		0,
		0
	]],
	sub_filter: [[
		"http location server",
		2,
		2,
		0
	]],
	sub_filter_last_modified: [[
		"http location server",
		1,
		1,
		0
	]],
	sub_filter_once: [[
		"http location server",
		1,
		1,
		0
	]],
	sub_filter_types: [[
		"http location server",
		1,
		-1,
		0
	]],
	subrequest_output_buffer_size: [[
		"http location server",
		1,
		1,
		0
	]],
	tcp_nodelay: [[
		"http location server",
		1,
		1,
		0
	], [
		"stream stream-server",
		1,
		1,
		0
	]],
	tcp_nopush: [[
		"http location server",
		1,
		1,
		0
	]],
	thread_pool: [[
		"main",
		2,
		3,
		0
	]],
	timeout: [[
		"mail mail-server",
		1,
		1,
		0
	]],
	timer_resolution: [[
		"main",
		1,
		1,
		0
	]],
	try_files: [[
		"location server",
		2,
		-1,
		0
	]],
	tunnel_allow_upstream: [[
		"http location server",
		1,
		-1,
		0
	]],
	tunnel_bind: [[
		"http location server",
		1,
		1,
		0
	]],
	tunnel_bind_dynamic: [[
		"http location server",
		1,
		1,
		0
	]],
	tunnel_buffer_size: [[
		"http location server",
		1,
		1,
		0
	]],
	tunnel_connect_timeout: [[
		"http location server",
		1,
		1,
		0
	]],
	tunnel_next_upstream: [[
		"http location server",
		1,
		-1,
		0
	]],
	tunnel_next_upstream_timeout: [[
		"http location server",
		1,
		1,
		0
	]],
	tunnel_next_upstream_tries: [[
		"http location server",
		1,
		1,
		0
	]],
	tunnel_pass: [[
		"location location-if server",
		0,
		1,
		0
	]],
	tunnel_read_timeout: [[
		"http location server",
		1,
		1,
		0
	]],
	tunnel_send_lowat: [[
		"http location server",
		1,
		1,
		0
	]],
	tunnel_send_timeout: [[
		"http location server",
		1,
		1,
		0
	]],
	tunnel_socket_keepalive: [[
		"http location server",
		1,
		1,
		0
	]],
	tunnel_socket_rcvbuf: [[
		"http location server",
		1,
		1,
		0
	]],
	tunnel_socket_sndbuf: [[
		"http location server",
		1,
		1,
		0
	]],
	types: [[
		"http location server",
		0,
		0,
		1
	]],
	types_hash_bucket_size: [[
		"http location server",
		1,
		1,
		0
	]],
	types_hash_max_size: [[
		"http location server",
		1,
		1,
		0
	]],
	underscores_in_headers: [[
		"http server",
		1,
		1,
		0
	]],
	uninitialized_variable_warn: [[
		"http location location-if server server-if",
		1,
		1,
		0
	]],
	upstream: [[
		"http",
		1,
		1,
		1
	], [
		"stream",
		1,
		1,
		1
	]],
	upstream_conf: [[
		"location",
		0,
		0,
		0
	]],
	uri: [[
		"acme_issuer",
		1,
		1,
		0
	]],
	usage_report: [[
		"mgmt",
		0,
		2,
		0
	]],
	use: [[
		"events",
		1,
		1,
		0
	]],
	user: [[
		"main",
		1,
		2,
		0
	]],
	userid: [[
		"http location server",
		1,
		1,
		0
	]],
	userid_domain: [[
		"http location server",
		1,
		1,
		0
	]],
	userid_expires: [[
		"http location server",
		1,
		1,
		0
	]],
	userid_flags: [[
		"http location server",
		1,
		-1,
		0
	]],
	userid_mark: [[
		"http location server",
		1,
		1,
		0
	]],
	userid_name: [[
		"http location server",
		1,
		1,
		0
	]],
	userid_p3p: [[
		"http location server",
		1,
		1,
		0
	]],
	userid_path: [[
		"http location server",
		1,
		1,
		0
	]],
	userid_service: [[
		"http location server",
		1,
		1,
		0
	]],
	userinfo: [[
		"oidc_provider",
		1,
		1,
		0
	]],
	uwsgi_allow_upstream: [[
		"http location server",
		1,
		-1,
		0
	]],
	uwsgi_bind: [[
		"http location server",
		1,
		2,
		0
	]],
	uwsgi_bind_dynamic: [[
		"http location server",
		1,
		1,
		0
	]],
	uwsgi_buffer_size: [[
		"http location server",
		1,
		1,
		0
	]],
	uwsgi_buffering: [[
		"http location server",
		1,
		1,
		0
	]],
	uwsgi_buffers: [[
		"http location server",
		2,
		2,
		0
	]],
	uwsgi_busy_buffers_size: [[
		"http location server",
		1,
		1,
		0
	]],
	uwsgi_cache: [[
		"http location server",
		1,
		1,
		0
	]],
	uwsgi_cache_background_update: [[
		"http location server",
		1,
		1,
		0
	]],
	uwsgi_cache_bypass: [[
		"http location server",
		1,
		-1,
		0
	]],
	uwsgi_cache_key: [[
		"http location server",
		1,
		1,
		0
	]],
	uwsgi_cache_lock: [[
		"http location server",
		1,
		1,
		0
	]],
	uwsgi_cache_lock_age: [[
		"http location server",
		1,
		1,
		0
	]],
	uwsgi_cache_lock_timeout: [[
		"http location server",
		1,
		1,
		0
	]],
	uwsgi_cache_max_range_offset: [[
		"http location server",
		1,
		1,
		0
	]],
	uwsgi_cache_methods: [[
		"http location server",
		1,
		-1,
		0
	]],
	uwsgi_cache_min_uses: [[
		"http location server",
		1,
		1,
		0
	]],
	uwsgi_cache_path: [[
		"http",
		2,
		-1,
		0
	]],
	uwsgi_cache_purge: [[
		"http location server",
		1,
		-1,
		0
	]],
	uwsgi_cache_revalidate: [[
		"http location server",
		1,
		1,
		0
	]],
	uwsgi_cache_use_stale: [[
		"http location server",
		1,
		-1,
		0
	]],
	uwsgi_cache_valid: [[
		"http location server",
		1,
		-1,
		0
	]],
	uwsgi_connect_timeout: [[
		"http location server",
		1,
		1,
		0
	]],
	uwsgi_force_ranges: [[
		"http location server",
		1,
		1,
		0
	]],
	uwsgi_hide_header: [[
		"http location server",
		1,
		1,
		0
	]],
	uwsgi_ignore_client_abort: [[
		"http location server",
		1,
		1,
		0
	]],
	uwsgi_ignore_headers: [[
		"http location server",
		1,
		-1,
		0
	]],
	uwsgi_intercept_errors: [[
		"http location server",
		1,
		1,
		0
	]],
	uwsgi_limit_rate: [[
		"http location server",
		1,
		1,
		0
	]],
	uwsgi_max_temp_file_size: [[
		"http location server",
		1,
		1,
		0
	]],
	uwsgi_modifier1: [[
		"http location server",
		1,
		1,
		0
	]],
	uwsgi_modifier2: [[
		"http location server",
		1,
		1,
		0
	]],
	uwsgi_next_upstream: [[
		"http location server",
		1,
		-1,
		0
	]],
	uwsgi_next_upstream_timeout: [[
		"http location server",
		1,
		1,
		0
	]],
	uwsgi_next_upstream_tries: [[
		"http location server",
		1,
		1,
		0
	]],
	uwsgi_no_cache: [[
		"http location server",
		1,
		-1,
		0
	]],
	uwsgi_param: [[
		"http location server",
		2,
		3,
		0
	]],
	uwsgi_pass: [[
		"location location-if",
		1,
		1,
		0
	]],
	uwsgi_pass_header: [[
		"http location server",
		1,
		1,
		0
	]],
	uwsgi_pass_request_body: [[
		"http location server",
		1,
		1,
		0
	]],
	uwsgi_pass_request_headers: [[
		"http location server",
		1,
		1,
		0
	]],
	uwsgi_read_timeout: [[
		"http location server",
		1,
		1,
		0
	]],
	uwsgi_request_buffering: [[
		"http location server",
		1,
		1,
		0
	]],
	uwsgi_request_dynamic: [[
		"http location server",
		1,
		1,
		0
	]],
	uwsgi_send_timeout: [[
		"http location server",
		1,
		1,
		0
	]],
	uwsgi_socket_keepalive: [[
		"http location server",
		1,
		1,
		0
	]],
	uwsgi_socket_rcvbuf: [[
		"http location server",
		1,
		1,
		0
	]],
	uwsgi_socket_sndbuf: [[
		"http location server",
		1,
		1,
		0
	]],
	uwsgi_ssl_certificate: [[
		"http location server",
		1,
		1,
		0
	]],
	uwsgi_ssl_certificate_cache: [[
		"http location server",
		1,
		3,
		0
	]],
	uwsgi_ssl_certificate_key: [[
		"http location server",
		1,
		1,
		0
	]],
	uwsgi_ssl_ciphers: [[
		"http location server",
		1,
		1,
		0
	]],
	uwsgi_ssl_conf_command: [[
		"http location server",
		2,
		2,
		0
	]],
	uwsgi_ssl_crl: [[
		"http location server",
		1,
		1,
		0
	]],
	uwsgi_ssl_key_log: [[
		"http location server",
		1,
		1,
		0
	]],
	uwsgi_ssl_name: [[
		"http location server",
		1,
		1,
		0
	]],
	uwsgi_ssl_password_file: [[
		"http location server",
		1,
		1,
		0
	]],
	uwsgi_ssl_protocols: [[
		"http location server",
		0,
		6,
		0
	]],
	uwsgi_ssl_server_name: [[
		"http location server",
		1,
		1,
		0
	]],
	uwsgi_ssl_session_reuse: [[
		"http location server",
		1,
		1,
		0
	]],
	uwsgi_ssl_trusted_certificate: [[
		"http location server",
		1,
		1,
		0
	]],
	uwsgi_ssl_verify: [[
		"http location server",
		1,
		1,
		0
	]],
	uwsgi_ssl_verify_depth: [[
		"http location server",
		1,
		1,
		0
	]],
	uwsgi_store: [[
		"http location server",
		1,
		1,
		0
	]],
	uwsgi_store_access: [[
		"http location server",
		1,
		-1,
		0
	]],
	uwsgi_temp_file_write_size: [[
		"http location server",
		1,
		1,
		0
	]],
	uwsgi_temp_path: [[
		"http location server",
		1,
		4,
		0
	]],
	valid_referers: [[
		"location server",
		1,
		-1,
		0
	]],
	variables_hash_bucket_size: [[
		"http",
		1,
		1,
		0
	], [
		"stream",
		1,
		1,
		0
	]],
	variables_hash_max_size: [[
		"http",
		1,
		1,
		0
	], [
		"stream",
		1,
		1,
		0
	]],
	worker_aio_requests: [[
		"events",
		1,
		1,
		0
	]],
	worker_connections: [[
		"events",
		1,
		1,
		0
	]],
	worker_cpu_affinity: [[
		"main",
		1,
		-1,
		0
	]],
	worker_priority: [[
		"main",
		1,
		1,
		0
	]],
	worker_processes: [[
		"main",
		1,
		1,
		0
	]],
	worker_rlimit_core: [[
		"main",
		1,
		1,
		0
	]],
	worker_rlimit_nofile: [[
		"main",
		1,
		1,
		0
	]],
	worker_shutdown_timeout: [[
		"main",
		1,
		1,
		0
	]],
	working_directory: [[
		"main",
		1,
		1,
		0
	]],
	xclient: [[
		"mail mail-server",
		1,
		1,
		0
	]],
	xml_entities: [[
		"http location server",
		1,
		1,
		0
	]],
	xml_external_entities: [[
		"http location server",
		1,
		1,
		0
	]],
	xslt_last_modified: [[
		"http location server",
		1,
		1,
		0
	]],
	xslt_param: [[
		"http location server",
		2,
		2,
		0
	]],
	xslt_string_param: [[
		"http location server",
		2,
		2,
		0
	]],
	xslt_stylesheet: [[
		"location",
		1,
		-1,
		0
	]],
	xslt_types: [[
		"http location server",
		1,
		-1,
		0
	]],
	zone: [[
		"upstream",
		1,
		2,
		0
	], [
		"stream-upstream",
		1,
		2,
		0
	]],
	zone_sync: [[
		"stream-server",
		0,
		0,
		0
	]],
	zone_sync_buffers: [[
		"stream stream-server",
		2,
		2,
		0
	]],
	zone_sync_connect_retry_interval: [[
		"stream stream-server",
		1,
		1,
		0
	]],
	zone_sync_connect_timeout: [[
		"stream stream-server",
		1,
		1,
		0
	]],
	zone_sync_interval: [[
		"stream stream-server",
		1,
		1,
		0
	]],
	zone_sync_recv_buffer_size: [[
		"stream stream-server",
		1,
		1,
		0
	]],
	zone_sync_server: [[
		"stream-server",
		1,
		2,
		0
	]],
	zone_sync_ssl: [[
		"stream stream-server",
		1,
		1,
		0
	]],
	zone_sync_ssl_certificate: [[
		"stream stream-server",
		1,
		1,
		0
	]],
	zone_sync_ssl_certificate_key: [[
		"stream stream-server",
		1,
		1,
		0
	]],
	zone_sync_ssl_ciphers: [[
		"stream stream-server",
		1,
		1,
		0
	]],
	zone_sync_ssl_conf_command: [[
		"stream stream-server",
		2,
		2,
		0
	]],
	zone_sync_ssl_crl: [[
		"stream stream-server",
		1,
		1,
		0
	]],
	zone_sync_ssl_name: [[
		"stream stream-server",
		1,
		1,
		0
	]],
	zone_sync_ssl_password_file: [[
		"stream stream-server",
		1,
		1,
		0
	]],
	zone_sync_ssl_protocols: [[
		"stream stream-server",
		0,
		6,
		0
	]],
	zone_sync_ssl_server_name: [[
		"stream stream-server",
		1,
		1,
		0
	]],
	zone_sync_ssl_trusted_certificate: [[
		"stream stream-server",
		1,
		1,
		0
	]],
	zone_sync_ssl_verify: [[
		"stream stream-server",
		1,
		1,
		0
	]],
	zone_sync_ssl_verify_depth: [[
		"stream stream-server",
		1,
		1,
		0
	]],
	zone_sync_timeout: [[
		"stream stream-server",
		1,
		1,
		0
	]]
};
// action/lint/nginx/directives.ts
/** Rows of a name, or undefined for a name that neither nginx nor a widespread module has. */
function rowsOf(name) {
	return Object.hasOwn(directives, name) ? directives[name] : void 0;
}
var directives, dataBlocks;
var init_directives = __esmMin((() => {
	directives = nginx_generated_default;
	dataBlocks = /* @__PURE__ */ new Set([
		"map",
		"types",
		"geo",
		"geoip2",
		"split_clients",
		"charset_map",
		"num_map",
		"match"
	]);
}));
// action/lint/nginx/lexer.ts
/** One token from the offset on, or undefined at the end. Templates' markup may stand anywhere when `template`. */
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
var blank;
var init_lexer = __esmMin((() => {
	init_template();
	blank = (code) => code === 32 || code === 9 || code === 10 || code === 13;
}));
// action/lint/nginx/lua.ts
/** Where the body of a `*_by_lua_block { … }` ends: braces count, except in Lua's strings and comments. */
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
/** The end of `[[ … ]]` or `[==[ … ]==]`; of one that is not closed, the end of the text. */
function longBracket(text, from) {
	if (text[from] !== "[") return void 0;
	let level = 0;
	while (text[from + 1 + level] === "=") level++;
	if (text[from + 1 + level] !== "[") return void 0;
	const end = text.indexOf(`]${"=".repeat(level)}]`, from + level + 2);
	return end < 0 ? text.length : end + level + 2;
}
// action/lint/nginx/parse.ts
/** Reads a whole file, whatever is wrong with it: each mistake is a problem, and reading goes on behind it. */
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
	const problem = (range, message, fix) => problems.push({
		rule: "nginx/syntax",
		at: range,
		message,
		...fix ? { fix } : {}
	});
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
	const missingSemicolon = () => {
		const last = words.at(-1);
		if (!template) problem(source.range(words[0].start, last.end), `\`${words[0].text}\` does not end in \`;\`, so nginx takes what follows for its arguments and does not start.`, {
			kind: "safe",
			title: "add the `;`",
			edits: [{
				at: source.range(last.end, last.end),
				text: ";"
			}]
		});
		add(last.end, false);
	};
	for (;;) {
		let token = nextToken(source, at, template);
		if (!token) break;
		if (token.kind === "word" && token.quote && (token.unclosed || token.glued && token.text.includes("\n"))) {
			token = lineOfQuote(token);
			problem(source.range(token.start, token.start + 1), `This ${token.quote} is never closed: nginx reads to the end of the file as one word and does not start.`);
		}
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
			} else {
				if (first && startsAnother(first, words.at(-1), token, stack)) missingSemicolon();
				words.push(token);
			}
		} else if (token.kind === ";") {
			if (first) add(token.end, true);
			else at = strayPunctuation(token);
		} else if (token.kind === "{") {
			if (!first) problem(token, "A block needs a name before its `{`; nginx does not start.");
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
			}
		} else {
			if (first) missingSemicolon();
			if (stack.length === 1) problem(token, "This `}` closes nothing: there is one too many, here or above; nginx does not start.");
			else close(stack, token.end);
		}
	}
	if (words.length > 0) missingSemicolon();
	for (const block of stack.slice(1).reverse()) {
		if (template) continue;
		const owner = block.owner;
		problem(source.range(owner.start, block.start + 1), `The block \`${owner.name.text}\` is never closed with \`}\`; nginx does not start.`);
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
	function strayPunctuation(token) {
		const line = source.lineAt(token.start);
		const rest = text.slice(token.end, endOfLine(text, token.end)).trim();
		if (source.line(line).text.slice(0, token.start - source.line(line).start).trim() === "" && rest !== "" && !/[;{}]/.test(rest)) {
			const end = endOfLine(text, token.start);
			comments.push(source.range(token.start, end));
			problem(source.range(token.start, end), "`;` starts no comment in nginx, `#` does; nginx does not start.", {
				kind: "safe",
				title: "make it a comment",
				edits: [{
					at: token,
					text: "#"
				}]
			});
			return end;
		}
		if (!template) problem(token, "Nothing stands before this `;`; nginx does not start.", {
			kind: "safe",
			title: "remove the `;`",
			edits: [{
				at: token,
				text: ""
			}]
		});
		return token.end;
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
/** Gives the block that was just added its directive, and remembers who owns it. */
function own(stack, block) {
	block.owner = stack.at(-1).children.at(-1);
}
function close(stack, end) {
	const block = stack.pop();
	block.end = end;
	block.closed = true;
	block.owner.end = end;
}
/**
* Whether a word is the next directive rather than one more argument: it has a directive's name, starts its line,
* and is not indented deeper than the directive before it.
*/
function startsAnother(first, previous, word, stack) {
	if (word.quote || inData(stack) || !rowsOf(word.text)) return false;
	const { source } = word;
	const line = source.lineAt(word.start);
	if (source.lineAt(previous.end) === line) return false;
	const indentOf = (token) => token.start - source.lineStarts[source.lineAt(token.start)];
	return indentOf(word) <= indentOf(first);
}
/** A file's place is told by what it holds outermost. */
function contextOf(root) {
	const names = new Set(root.children.map((d) => d.name.text));
	const has = (...some) => some.some((name) => names.has(name));
	if (has("http", "events", "stream", "mail")) return "main";
	if (root.children.some((d) => d.name.text === "server" && d.block)) return "http";
	if (root.children.some((d) => d.name.text === "upstream" && d.block)) return "http";
	if (has("listen", "server_name")) return "server";
}
var inData, isConflictMarker;
var init_parse$2 = __esmMin((() => {
	init_template();
	init_directives();
	init_lexer();
	inData = (stack) => dataBlocks.has(stack.at(-1)?.owner?.name.text ?? "");
	isConflictMarker = (token) => token.quote === "" && /^(<{7}|={7}|>{7}|\|{7})$/.test(token.text) && /^$|[\r\n]/.test(token.source.text.slice(token.start - 1, token.start) || "");
}));
// action/lint/nginx/tree.ts
/** All directives in the order of the text, each before what it contains. Not recursive: blocks nest without limit. */
function* walk(file) {
	const stack = [{
		list: file.root.children,
		next: 0
	}];
	while (stack.length > 0) {
		const top = stack.at(-1);
		const directive = top.list[top.next++];
		if (!directive) stack.pop();
		else {
			yield directive;
			if (directive.block) stack.push({
				list: directive.block.children,
				next: 0
			});
		}
	}
}
/** The directives around one, innermost first. */
function* ancestors(directive) {
	let owner = directive.parent.owner;
	for (let depth = 0; owner && depth < deepest; depth++, owner = owner.parent.owner) yield owner;
}
/** The innermost block of that name around the directive. */
function enclosing(directive, ...names) {
	for (const owner of ancestors(directive)) if (names.includes(owner.name.text)) return owner;
}
/** The children of that name, directly in the block. */
function children(block, ...names) {
	if (!block) return [];
	let index = indexes.get(block);
	if (!index) {
		index = /* @__PURE__ */ new Map();
		for (const child of block.children) {
			const alike = index.get(child.name.text);
			if (alike) alike.push(child);
			else index.set(child.name.text, [child]);
		}
		indexes.set(block, index);
	}
	if (names.length === 1) return index.get(names[0]) ?? [];
	return names.flatMap((name) => index.get(name) ?? []).sort((a, b) => a.start - b.start);
}
var deepest, indexes;
var init_tree$3 = __esmMin((() => {
	deepest = 64;
	indexes = /* @__PURE__ */ new WeakMap();
}));
// action/lint/source.ts
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
var Source;
var init_source = __esmMin((() => {
	Source = class {
		path;
		text;
		encoding;
		#lineStarts;
		constructor(path, content) {
			this.path = path;
			[this.text, this.encoding] = typeof content === "string" ? withoutMark(content) : decode(content);
		}
		/** Whether it looks like something other than text; such a file is not parsed. */
		get binary() {
			const head = this.text.slice(0, 8e3);
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
			for (let i = 0; i < text.length; i++) {
				const code = text.charCodeAt(i);
				if (code === 10 || code === 13 && text.charCodeAt(i + 1) !== 10) starts.push(i + 1);
			}
			this.#lineStarts = starts;
			return starts;
		}
		/** 0-based index of the line that holds the offset. */
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
		/** The bytes of a text that stands for this file, in the encoding the file came in. */
		encode(text = this.text) {
			if (this.encoding === "latin1") return Buffer.from(text, "latin1");
			if (this.encoding === "utf8") return Buffer.from(text, "utf8");
			if (this.encoding === "utf8-bom") return Buffer.from(`\uFEFF${text}`, "utf8");
			const bytes = Buffer.from(`\uFEFF${text}`, "utf16le");
			return this.encoding === "utf16be" ? bytes.swap16() : bytes;
		}
	};
}));
// generators/preview/nginx-copy.ts
/** @param appPorts the ports that `socket: tcp` gives the app, none over a unix socket */
function nginxNeeds(text, appName, appPorts) {
	const parsed = parseNginx(new Source(file, text));
	const site = siteServer([...walk(parsed)]);
	const listens = [];
	const upstreams = [];
	let passes = false;
	for (const directive of walk(parsed)) {
		if (isServer(directive)) {
			const ports = listensOf(directive).map(({ port }) => port);
			listens[directive === site ? "unshift" : "push"](...ports.length > 0 ? ports : ["80"]);
		}
		for (const { address } of appAddresses(directive, appPorts)) upstreams.push(address);
		if (passing.includes(directive.name.text) && directive.args[0]?.text.includes(`/run/${appName}/`)) passes = true;
	}
	return {
		listens: [...new Set(listens)],
		upstreams: [...new Set(upstreams)],
		passes: passes || upstreams.length > 0,
		full: parsed.context === "main"
	};
}
/** The copy that an ordinary user can run here. Every directive stays on its line, so that messages stay true. */
function nginxCopy(text, place) {
	const source = new Source(file, text);
	const all = [...walk(parseNginx(source))];
	const site = siteServer(all);
	const appPorts = [...place.upstreams.keys()].map((address) => Number(address.slice(address.lastIndexOf(":") + 1)));
	const edits = [];
	const remove = ({ start, end }) => edits.push({
		start,
		end,
		text: text.slice(start, end).replace(/[^\n]/g, "")
	});
	const insert = (at, added) => edits.push({
		start: at,
		end: at,
		text: added
	});
	for (const directive of all) {
		const { name, args, block } = directive;
		if (name.text === "http" && block) insert(block.start + 1, ` ${place.http}`);
		if (isServer(directive)) {
			const listens = listensOf(directive);
			const kept = new Map(listens.map((listen) => [listen.port, listen]).reverse());
			if (listens.length === 0) insert((block?.start ?? 0) + 1, ` listen 127.0.0.1:${place.listens.get("80")};`);
			for (const listen of listens) if (kept.get(listen.port) !== listen) remove(listen.directive);
			else {
				const standard = listens.some((other) => other.port === listen.port && other.standard);
				const { start, end } = listen.directive;
				const address = `127.0.0.1:${place.listens.get(listen.port)}`;
				edits.push({
					start,
					end,
					text: `listen ${address}${standard ? " default_server" : ""};`
				});
			}
		} else if (isDropped(directive)) remove(directive);
		else if (name.text === "server_name" && directive.parent.owner === site && args.length > 0) {
			const own = ["localhost", "127.0.0.1"].filter((host) => args.every((arg) => arg.text !== host));
			insert(args.at(-1).end, own.map((host) => ` ${host}`).join(""));
		} else if (name.text === "include") {
			const [path] = args;
			if (path && isOthersSites(path.text)) remove(directive);
			else if (path) edits.push({
				...path,
				text: includePath(path, place)
			});
		} else if (name.text !== "listen" || args[0]?.text.startsWith("unix:")) {
			const addresses = new Map(appAddresses(directive, appPorts).map(({ word, address }) => [word, address]));
			for (const word of args) {
				const address = addresses.get(word);
				const raw = place.throwaway.inside(source.slice(word));
				const here = address ? raw.replace(address, `127.0.0.1:${place.upstreams.get(address)}`) : logPath(word, name, raw, place);
				if (here !== source.slice(word)) edits.push({
					start: word.start,
					end: word.end,
					text: here
				});
			}
		}
	}
	let copy = text;
	for (const edit of edits.sort((a, b) => b.start - a.start || b.end - a.end)) copy = copy.slice(0, edit.start) + edit.text + copy.slice(edit.end);
	return copy;
}
/** The server that answers for the app: the first that passes requests on, or the first of all. */
function siteServer(all) {
	const pass = all.find((directive) => passing.includes(directive.name.text));
	return (pass && enclosing(pass, "server")) ?? all.find(isServer);
}
function listensOf(server) {
	return children(server.block, "listen").flatMap((directive) => {
		const address = directive.args[0]?.text ?? "";
		if (address.startsWith("unix:")) return [];
		return [{
			directive,
			port: /(?:^|:)(\d+)$/.exec(address)?.[1] ?? "80",
			standard: directive.args.some((arg) => /^default(_server)?$/.test(arg.text))
		}];
	});
}
/** TCP addresses of the app in what passes a request to it, or in an upstream. */
function appAddresses(directive, ports) {
	const [word] = directive.args;
	const match = (passing.includes(directive.name.text) || directive.name.text === "server" && !directive.block) && /(?:127\.0\.0\.1|localhost|\[::1\]):(\d+)/.exec(word?.text ?? "");
	return word && match && ports.includes(Number(match[1])) ? [{
		word,
		address: match[0]
	}] : [];
}
/**
* What the preview says itself, by nginx's -g or by the wrapping file, and what needs certificates: those are on the
* server and not here, so the site answers without TLS.
*/
function isDropped({ name, parent }) {
	if (/^(ssl|ssl_\w+|http2|http3|quic_\w+)$/.test(name.text)) return true;
	return parent.owner === void 0 && [
		"user",
		"pid",
		"daemon",
		"master_process",
		"worker_processes",
		"lock_file"
	].includes(name.text);
}
function includePath(word, place) {
	const path = place.throwaway.inside(word.text);
	if (path !== word.text) return path;
	const inFolder = word.text.startsWith("/etc/nginx/") ? word.text.slice(11) : word.text;
	return inFolder.startsWith("/") ? inFolder : `${place.confFolder}/${inFolder}`;
}
/** journald's socket is not an ordinary user's everywhere, and a log to nowhere would be a log lost. */
function logPath(word, name, raw, { throwaway }) {
	return /^(access|error)_log$/.test(name.text) && word.text.startsWith("syslog:") ? `${throwaway.logs}/nginx/syslog` : raw;
}
var file, passing, isServer, isOthersSites;
var init_nginx_copy = __esmMin((() => {
	init_parse$2();
	init_tree$3();
	init_source();
	file = "deploy/nginx.conf";
	passing = ["uwsgi_pass", "proxy_pass"];
	isServer = (directive) => directive.name.text === "server" && directive.block !== void 0 && !enclosing(directive, "upstream", "stream", "mail");
	isOthersSites = (path) => /(^|\/)(conf\.d|sites-(enabled|available))\//.test(path);
}));
// action/deploy/quote.ts
/**
* One word of a POSIX shell command, whatever it holds. Every value that reaches a shell passes here.
*
* @throws when the value holds a NUL, which no argument of a process can carry.
*/
function quote(value) {
	if (value.includes("\0")) throw new Error("a value for a shell holds a NUL character, which no command can receive");
	if (/^[A-Za-z0-9_@%+:,./-]+$/.test(value)) return value;
	return `'${value.replaceAll("'", "'\\''")}'`;
}
var quoteAll;
var init_quote = __esmMin((() => {
	quoteAll = (argv) => argv.map(quote).join(" ");
}));
// generators/preview/output.ts
/** @param quiet holds the lines back until they are asked for */
function openLog(io, quiet) {
	const paint = painter(io.stderr, io.env);
	const colours = {
		uwsgi: paint.green,
		gunicorn: paint.green,
		nginx: paint.cyan
	};
	const held = [];
	return {
		line(program, text) {
			const line = `${colours[program](`[${program}]`)} ${text}\n`;
			if (quiet) held.push(line);
			else io.stderr.write(line);
		},
		flush() {
			for (const line of held.splice(0)) io.stderr.write(line);
		}
	};
}
/** What `--dry-run` shows: every program, and every line of the repository's files that is other in the copy. */
function describePlan(plan, repository, venv) {
	const lines = [{
		ready: ".venv is what requirements.txt says",
		stale: "would install requirements.txt into .venv",
		absent: "would make .venv and install requirements.txt"
	}[venv]];
	for (const { name, argv, env } of plan.programs) {
		const set = Object.entries(env).map(([key, value]) => `${key}=${value}`);
		lines.push(`would start ${name}: ${quoteAll([...set.length > 0 ? ["env", ...set] : [], ...argv])}`);
	}
	for (const { path, text, from } of plan.files) if (from === void 0) lines.push(`would write ${path}:`, ...text.trimEnd().split("\n").map((line) => `  + ${line}`));
	else lines.push(`would run a copy of ${from} with these lines:`, ...changes(repository.text(from), text));
	return [
		...lines,
		...plan.notes,
		`would serve ${plan.url}`
	].map((line) => `${line}\n`).join("");
}
/** Lines keep their places in a copy, so those at the same place belong together. */
function changes(before, after) {
	const then = after.split("\n");
	return before.split("\n").flatMap((line, i) => {
		const now = then[i] ?? "";
		if (line === now) return [];
		return [`  ${i + 1} - ${line.trim()}`, ...now.trim() === "" ? [] : [`  ${i + 1} + ${now.trim()}`]];
	});
}
/** The checks of `--check`, one a line. */
function describeChecks(checks, io) {
	const paint = painter(io.stdout, io.env);
	return checks.map(({ path, status, type, problem }) => problem ? `${paint.red("✗")} ${path} ${problem}\n` : `${paint.green("✓")} ${path} ${status} ${type}\n`).join("");
}
var init_output = __esmMin((() => {
	init_quote();
}));
// action/lint/lines.ts
/** The lines of a file without their ends, as ranges. */
function* linesOf(source) {
	for (let i = 0; i < source.lineStarts.length; i++) yield source.line(i);
}
/** The part of a range without the blanks around it. No-break spaces are no blanks to any of these programs. */
function trimmed(source, start, end) {
	const { text } = source;
	const blank = (i) => {
		const code = text.charCodeAt(i);
		return code === 32 || code === 9 || code === 13 || code === 10;
	};
	while (start < end && blank(start)) start++;
	while (end > start && blank(end - 1)) end--;
	return {
		source,
		start,
		end,
		text: text.slice(start, end)
	};
}
var isConflictLine, isMarkupLine;
var init_lines = __esmMin((() => {
	isConflictLine = (text) => /^(<{7}|>{7}|\|{7})( |$)|^={7}$/.test(text);
	isMarkupLine = (text) => /^\s*(\{%.*%\}|\{#.*#\}|<%[^=-].*%>)\s*$/.test(text);
}));
// action/lint/uwsgi/parse.ts
/**
* uWSGI's own ini dialect (its core/ini.c): a comment is a line that starts with `#` or `;` and nothing else is one,
* no line continues, a key without `=` is a flag, a value keeps all that follows, and a section's name is what stands
* between `[` and the last character of the line.
*/
function parseUwsgi(source) {
	const sections = [];
	const stray = [];
	const comments = [];
	const problems = [];
	const template = isTemplate(source);
	for (const line of linesOf(source)) {
		const body = trimmed(source, line.start, line.end);
		const first = body.text[0];
		if (first === void 0) continue;
		if (first === "#" || first === ";" || isConflictLine(line.text) || template && isMarkupLine(line.text)) comments.push(body);
		else if (first === "[") {
			if (!body.text.endsWith("]")) problems.push({
				rule: "uwsgi/syntax",
				at: body,
				message: `uWSGI takes everything between \`[\` and the last character of the line for the section's name: this one is called \`${body.text.slice(1, -1)}\` and its options are not read.`
			});
			const bracket = body.text.indexOf("]");
			const end = bracket < 0 ? body.end : body.start + bracket;
			const name = trimmed(source, body.start + 1, end);
			sections.push({
				source,
				start: body.start,
				end: body.end,
				name,
				options: []
			});
		} else {
			const option = optionOf(source, body);
			const section = sections.at(-1);
			if (section) {
				section.options.push(option);
				section.end = option.end;
			} else stray.push(option);
		}
	}
	return {
		kind: "uwsgi",
		path: source.path,
		source,
		sections,
		stray,
		comments,
		problems,
		template
	};
}
function optionOf(source, body) {
	const equals = body.text.indexOf("=");
	if (equals < 0) return {
		source,
		start: body.start,
		end: body.end,
		name: body,
		value: void 0
	};
	const name = trimmed(source, body.start, body.start + equals);
	const value = trimmed(source, body.start + equals + 1, body.end);
	return {
		source,
		start: body.start,
		end: body.end,
		name,
		value
	};
}
var init_parse$1 = __esmMin((() => {
	init_lines();
	init_template();
}));
// action/lint/uwsgi/tree.ts
/** The options uWSGI reads from the file: those of every section called "uwsgi", in order. */
function optionsOf(file, section = "uwsgi") {
	return file.sections.filter((s) => s.name.text === section).flatMap((s) => s.options);
}
// generators/preview/app-copy.ts
/**
* The repository's uwsgi.ini as it can run here: paths into the throwaway folder, and what only a server can do as a
* comment. Every option stays on its line.
*
* @param logsRequests false where nginx logs the requests, as the ini says
*/
function uwsgiCopy(text, place, logsRequests) {
	const dropped = optionsOf(parseUwsgi(new Source("deploy/uwsgi.ini", text))).filter(({ name }) => {
		const option = name.text.replaceAll("_", "-");
		return serverOnly.test(option) || logsRequests && option === "disable-logging";
	});
	let copy = text;
	for (const { start } of dropped.reverse()) copy = `${copy.slice(0, start)}# ${copy.slice(start)}`;
	return place.inside(copy);
}
/** The repository's gunicorn.conf.py as it can run here. It is Python, so only plain assignments are looked at. */
function gunicornCopy(text, place) {
	return place.inside(text.replace(/^(?=(?:user|group|daemon|initgroups)\s*=)/gm, "# "));
}
var serverOnly;
var init_app_copy = __esmMin((() => {
	init_source();
	init_parse$1();
	serverOnly = /^(uid|gid|chown-socket|daemonize2?|logto2?|listen)$/;
}));
// action/lint/systemd/parse.ts
/**
* systemd's unit syntax: comments only where a line starts, a backslash at the end goes on with the next line (comment
* lines in between are skipped), blanks around the key and the value do not count.
*/
function parseUnit(source) {
	const sections = [];
	const stray = [];
	const comments = [];
	const problems = [];
	const template = isTemplate(source);
	const count = source.lineStarts.length;
	for (let i = 0; i < count; i++) {
		const line = source.line(i);
		const body = trimmed(source, line.start, line.end);
		if (body.text === "") continue;
		if (/^[#;]/.test(body.text) || isConflictLine(line.text) || template && isMarkupLine(line.text)) {
			comments.push(body);
			continue;
		}
		if (body.text.startsWith("[") && body.text.endsWith("]")) {
			sections.push({
				source,
				start: body.start,
				end: body.end,
				name: trimmed(source, body.start + 1, body.end - 1),
				entries: []
			});
			continue;
		}
		const pieces = [];
		let last = body;
		let more = body;
		while (more.text.endsWith("\\")) {
			pieces.push(more.text.slice(0, -1));
			let next;
			while (++i < count) {
				const candidate = source.line(i);
				next = trimmed(source, candidate.start, candidate.end);
				if (!/^[#;]/.test(next.text)) break;
				comments.push(next);
				next = void 0;
			}
			if (!next) break;
			last = more = next;
			if (next.text === "") break;
		}
		if (!more.text.endsWith("\\")) pieces.push(more.text);
		const end = Math.max(body.end, last.end);
		const section = sections.at(-1);
		const equals = body.text.indexOf("=");
		if (equals <= 0 || !section) {
			stray.push({
				...body,
				end
			});
			continue;
		}
		const key = trimmed(source, body.start, body.start + equals);
		const joined = pieces.map((piece) => piece.trim()).join(" ");
		const valueStart = trimmed(source, body.start + equals + 1, body.end).start;
		const value = {
			source,
			start: Math.min(valueStart, end),
			end,
			text: joined.slice(joined.indexOf("=") + 1).trim()
		};
		section.entries.push({
			source,
			start: body.start,
			end,
			key,
			value,
			section
		});
		section.end = end;
	}
	return {
		kind: "systemd",
		path: source.path,
		source,
		sections,
		stray,
		comments,
		problems,
		template
	};
}
/**
* Supervisor's files (Python's ConfigParser): an indented line goes on with the value above it, ` ;` starts a comment
* also behind a value, `:` is as good as `=`.
*/
function parseSupervisor(source) {
	const sections = [];
	const stray = [];
	const comments = [];
	const template = isTemplate(source);
	let open;
	for (const line of linesOf(source)) {
		const body = trimmed(source, line.start, line.end);
		if (body.text === "") continue;
		if (/^[#;]/.test(body.text) || isConflictLine(line.text) || template && isMarkupLine(line.text)) comments.push(body);
		else if (/^\s/.test(line.text) && open) {
			const more = withoutComment(source, body, comments);
			open.value = {
				source,
				start: open.value.start,
				end: more.end,
				text: `${open.value.text}\n${more.text}`.trim()
			};
			open.end = more.end;
		} else if (body.text.startsWith("[")) {
			const bracket = body.text.indexOf("]");
			const end = bracket < 0 ? body.end : body.start + bracket;
			sections.push({
				source,
				start: body.start,
				end: body.end,
				name: trimmed(source, body.start + 1, end),
				entries: []
			});
			open = void 0;
		} else {
			const section = sections.at(-1);
			const split = /[=:]/.exec(body.text)?.index ?? -1;
			if (!section || split <= 0) {
				stray.push(body);
				continue;
			}
			const key = trimmed(source, body.start, body.start + split);
			const value = withoutComment(source, trimmed(source, body.start + split + 1, body.end), comments);
			open = {
				source,
				start: body.start,
				end: value.end,
				key,
				value,
				section
			};
			section.entries.push(open);
			section.end = value.end;
		}
	}
	return {
		kind: "supervisor",
		path: source.path,
		source,
		sections,
		stray,
		comments,
		problems: [],
		template
	};
}
function withoutComment(source, value, comments) {
	const comment = /\s;/.exec(value.text)?.index;
	if (comment === void 0) return value;
	comments.push(source.range(value.start + comment + 1, value.end));
	return trimmed(source, value.start, value.start + comment);
}
var init_parse = __esmMin((() => {
	init_lines();
	init_template();
}));
// action/lint/systemd/tree.ts
/** All entries of that key in the sections of that name, in order; an empty value resets what came before it. */
function entries(file, section, key) {
	let found = [];
	for (const part of file.sections) {
		if (part.name.text !== section) continue;
		for (const entry of part.entries) {
			if (entry.key.text !== key) continue;
			found = entry.value.text === "" ? [] : [...found, entry];
		}
	}
	return found;
}
var entry;
var init_tree$1 = __esmMin((() => {
	entry = (file, section, key) => entries(file, section, key).at(-1);
}));
// generators/preview/throwaway.ts
/** The {@link Throwaway} of an app at a folder that need not exist yet. */
function throwaway(app, root) {
	const places = [
		`(?:/var)?/run/${app.name}(?![\\w-])`,
		`/srv/${app.name}(?![\\w-])`,
		"/var/(?:log|lib/nginx|cache/nginx)(?![\\w-])"
	];
	const pattern = new RegExp(`(?<![\\w./-])(?:${places.join("|")})`, "g");
	return {
		root,
		run: `${root}/run/${app.name}`,
		logs: `${root}/var/log`,
		inside: (text) => text.replace(pattern, (path) => root + path.replace(/^\/var\/run\//, "/run/")),
		outside: (text) => text.replaceAll(`${root}/deploy/`, "deploy/").replaceAll(root, "")
	};
}
/** Every path below the folder that a text names, without its last part: the folders that must be there. */
function foldersNamed(text, { root }) {
	const escaped = root.replace(/[^\w/]/g, "\\$&");
	const paths = text.match(new RegExp(`${escaped}/(?:var|run)/[^\\s;"'{}]*`, "g")) ?? [];
	return [...new Set(paths.map((path) => path.slice(0, path.lastIndexOf("/"))))];
}
var release$1, repositoryLinks;
var init_throwaway = __esmMin((() => {
	release$1 = "preview";
	repositoryLinks = (app) => [`srv/${app.name}/current`, `srv/${app.name}/releases/${release$1}`];
}));
// generators/preview/launch.ts
/** What the unit of a release would start; undefined when it starts nothing. */
function unitLaunch(text, name) {
	const unit = parseUnit(new Source(`deploy/${name}@.service`, text));
	const specifiers = {
		i: release$1,
		I: release$1,
		n: `${name}@${release$1}.service`,
		p: name,
		"%": "%"
	};
	const filled = (value) => value.replace(/%(.)/g, (all, letter) => specifiers[letter] ?? all);
	const start = entry(unit, "Service", "ExecStart")?.value.text;
	if (!start) return void 0;
	const assignments = entries(unit, "Service", "Environment").flatMap(({ value }) => words$1(filled(value.text)));
	return {
		argv: words$1(filled(start.replace(/^[-@:+!]+/, ""))),
		env: Object.fromEntries(assignments.map(assignment))
	};
}
/** What supervisord would start for a release; undefined when it starts nothing. */
function supervisorLaunch(text) {
	const file = parseSupervisor(new Source("deploy/supervisor.conf", text.replaceAll("@RELEASE@", release$1)));
	const program = file.sections.find((section) => section.name.text.startsWith("program:"))?.name.text ?? "";
	const value = (key) => entry(file, program, key)?.value.text;
	const start = value("command");
	if (!start) return void 0;
	const pairs = value("environment")?.matchAll(/([\w.]+)\s*=\s*("[^"]*"|'[^']*'|[^,]*)/g) ?? [];
	return {
		argv: words$1(start),
		env: Object.fromEntries([...pairs].map(([, key, text]) => [key, (words$1(text)[0] ?? "").trim()]))
	};
}
/** Words as systemd and supervisord split them: blanks separate, both quotes hold together, a backslash escapes. */
function words$1(text) {
	return (text.match(/(?:\\.|"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|[^\s"'\\])+/g) ?? []).map((word) => word.replace(/\\(.)|"((?:\\.|[^"\\])*)"|'((?:\\.|[^'\\])*)'/g, (_, escaped, double, single) => escaped === void 0 ? (double ?? single).replace(/\\(.)/g, "$1") : escaped));
}
var assignment;
var init_launch = __esmMin((() => {
	init_source();
	init_parse();
	init_tree$1();
	init_throwaway();
	assignment = (word) => {
		const at = word.indexOf("=");
		return at < 0 ? [word, ""] : [word.slice(0, at), word.slice(at + 1)];
	};
}));
// generators/preview/plan.ts
function planPreview(given) {
	const { app, throwaway, texts, nginx, needs, ports } = given;
	const [sitePort = 0, ...free] = ports;
	const listens = new Map((needs?.listens ?? []).map((port, i) => [port, i === 0 ? sitePort : free.shift()]));
	const upstreams = new Map((needs?.upstreams ?? []).map((address) => [address, free.shift()]));
	const own = [...nginx ? [] : [sitePort], ...upstreams.values()];
	const copyPath = app.processManager === "emperor" ? `deploy/${release$1}.ini` : serverFile(app);
	const files = [{
		path: copyPath,
		text: app.server === "uwsgi" ? uwsgiCopy(texts.server, throwaway, nginx === void 0) : gunicornCopy(texts.server, throwaway),
		from: serverFile(app)
	}];
	const programs = [appProgram(given, copyPath, nginx ? "backend" : "http", own)];
	const notes = managerNotes(app, texts);
	if (nginx && needs && texts.nginx !== void 0) {
		const temporary = temporaryPaths(texts.nginx, nginx, throwaway);
		const place = {
			throwaway,
			listens,
			upstreams,
			confFolder: nginx.confFolder,
			http: temporary
		};
		const main = needs.full ? "deploy/nginx.conf" : "main.conf";
		files.push({
			path: "deploy/nginx.conf",
			text: nginxCopy(texts.nginx, place),
			from: "deploy/nginx.conf"
		});
		if (!needs.full) files.push({
			path: main,
			text: mainFile(nginx, throwaway, temporary)
		});
		const orders = `daemon off; worker_processes 1; pid ${throwaway.root}/nginx.pid; error_log stderr;${given.root ? " user root;" : ""}`;
		const argv = [
			nginx.path,
			"-e",
			"stderr",
			"-p",
			`${throwaway.root}/`,
			"-c",
			`${throwaway.root}/${main}`,
			"-g",
			orders
		];
		programs.push({
			name: "nginx",
			argv,
			env: {},
			opens: sitePort
		});
		if (/^\s*listen\b.*\b(ssl|quic)\b/m.test(texts.nginx)) notes.push("TLS is left out: its certificates are on the server");
	} else notes.push(withoutNginx(app, texts.nginx));
	return {
		files,
		links: [...repositoryLinks(app).map((path) => ({
			path,
			to: given.repository
		})), {
			path: `run/${app.name}/current.sock`,
			to: `${release$1}.sock`
		}],
		folders: [...[
			"deploy",
			"temp",
			`run/${app.name}`,
			`srv/${app.name}/shared`,
			`srv/${app.name}/releases`,
			"var/log/nginx"
		].map((path) => `${throwaway.root}/${path}`), ...files.flatMap(({ text }) => foldersNamed(text, throwaway))],
		programs,
		url: `http://127.0.0.1:${sitePort}/`,
		notes
	};
}
/** The app server, as its process manager's file would start it, and listening also on the ports that nothing hands it here. */
function appProgram(given, copyPath, role, ports) {
	const { app, throwaway, texts } = given;
	const config = serverFile(app);
	const launch = launchOf(app, texts.manager);
	const argv = launch.argv.map((word) => word === config || word.endsWith(`/${config}`) ? `${throwaway.root}/${copyPath}` : throwaway.inside(word));
	const socket = `${throwaway.run}/${release$1}.sock`;
	const addresses = ports.map((port) => `127.0.0.1:${port}`);
	if (app.server === "uwsgi") {
		const [first, ...rest] = addresses;
		if (role === "http") argv.push("--http-socket", first, ...rest.flatMap((address) => ["--socket", address]));
		else argv.push(...addresses.flatMap((address) => ["--socket", address]));
		if (given.watch) argv.push("--py-autoreload", "1");
	} else {
		argv.push("--bind", `unix:${socket}`, ...addresses.flatMap((address) => ["--bind", address]));
		argv.push("--worker-tmp-dir", throwaway.root);
		if (role === "http") argv.push("--access-logfile", "-");
		if (given.watch) argv.push("--reload");
	}
	const env = {
		...launch.env,
		...given.env,
		RELEASE: release$1
	};
	return {
		name: app.server,
		argv,
		env,
		opens: role === "http" ? ports[0] : socket
	};
}
function launchOf(app, manager) {
	const inVenv = `/srv/${app.name}/releases/${release$1}/.venv/bin`;
	const callable = app.layout === "wsgi" ? "wsgi:application" : "wsgi:app";
	const standard = app.server === "uwsgi" ? [
		`${inVenv}/uwsgi`,
		"--ini",
		serverFile(app)
	] : [
		`${inVenv}/gunicorn`,
		"--config",
		serverFile(app),
		callable
	];
	return (manager === void 0 || app.processManager === "emperor" ? void 0 : app.processManager === "systemd" ? unitLaunch(manager, app.name) : supervisorLaunch(manager)) ?? {
		argv: standard,
		env: {}
	};
}
function managerNotes(app, texts) {
	if (texts.manager === void 0) return [`${managerFile(app)} is missing: ${app.server} is started as usual`];
	if (app.processManager === "supervisor") return ["supervisord is not started: its program runs here by the same command line"];
	if (app.processManager === "emperor") return ["the emperor is not started: its vassal runs here by itself, from the same ini"];
	return [];
}
function withoutNginx(app, nginxConf) {
	const by = app.server === "uwsgi" ? "uWSGI's" : "gunicorn's";
	return `${nginxConf === void 0 ? "there is no deploy/nginx.conf" : "nginx is not used"}: served by ${by} own HTTP, so deploy/nginx.conf is not tried`;
}
/** Where nginx keeps large bodies for a while; as built, these are folders of root. */
function temporaryPaths(text, nginx, { root }) {
	return Object.entries(temporaryFor).filter(([name, module]) => !(module && nginx.without.has(module)) && !text.includes(`${name}_temp_path`)).map(([name]) => `${name}_temp_path ${root}/temp/${name};`).join(" ");
}
/** As little of a main file as a site can be included in; what it sets is what distributions set around sites. */
function mainFile(nginx, { root, logs }, temporary) {
	return `events {}
http {
  ${temporary}
  include ${nginx.confFolder}/mime.types;
  default_type application/octet-stream;
  access_log ${logs}/nginx/access.log;
  sendfile on;
  include ${root}/deploy/nginx.conf;
}
`;
}
var serverFile, managerFile, temporaryFor;
var init_plan$1 = __esmMin((() => {
	init_app_copy();
	init_launch();
	init_nginx_copy();
	init_throwaway();
	serverFile = (app) => app.server === "uwsgi" ? "deploy/uwsgi.ini" : "deploy/gunicorn.conf.py";
	managerFile = ({ name, processManager }) => ({
		systemd: `deploy/${name}@.service`,
		supervisor: "deploy/supervisor.conf",
		emperor: `deploy/${name}-emperor.service`
	})[processManager];
	temporaryFor = {
		client_body: void 0,
		proxy: "proxy",
		fastcgi: "fastcgi",
		uwsgi: "uwsgi",
		scgi: "scgi"
	};
}));
// generators/preview/ports.ts
/** That many ports of 127.0.0.1 on which nobody listens. All are held until the last is known, so none comes twice. */
async function freePorts(count) {
	const held = await Promise.all(Array.from({ length: count }, () => hold(0)));
	await Promise.all(held.map(({ release }) => release()));
	return held.map(({ port }) => port);
}
/** @throws Failure when a person asked for a port that cannot be had. */
async function assertFree(port) {
	try {
		await (await hold(port)).release();
	} catch (error) {
		const why = error.code;
		if (why === "EADDRINUSE") throw new Failure(`port ${port} is taken: choose another with --port, or leave --port out to get a free one`);
		if (why === "EACCES") throw new Failure(`port ${port} is for root alone: choose one from 1024 on with --port`);
		throw error;
	}
}
function hold(port) {
	return new Promise((resolve, reject) => {
		const server = createServer();
		server.once("error", reject);
		server.listen(port, "127.0.0.1", () => {
			resolve({
				port: server.address().port,
				release: () => new Promise((done) => server.close(() => done()))
			});
		});
	});
}
var init_ports = __esmMin((() => {
	init__node_net();
	init_errors$1();
}));
// ../../main/node_modules/valibot/dist/index.mjs
/**
* Returns the global configuration.
*
* @param config The config to merge.
*
* @returns The configuration.
*/
/* @__NO_SIDE_EFFECTS__ */
function getGlobalConfig(config$1) {
	if (!config$1 && !store$4) return DEFAULT_CONFIG;
	return {
		lang: config$1?.lang ?? store$4?.lang,
		message: config$1?.message,
		abortEarly: config$1?.abortEarly ?? store$4?.abortEarly,
		abortPipeEarly: config$1?.abortPipeEarly ?? store$4?.abortPipeEarly
	};
}
/**
* Returns a global error message.
*
* @param lang The language of the message.
*
* @returns The error message.
*/
/* @__NO_SIDE_EFFECTS__ */
function getGlobalMessage(lang) {
	return store$3?.get(lang);
}
/**
* Returns a schema error message.
*
* @param lang The language of the message.
*
* @returns The error message.
*/
/* @__NO_SIDE_EFFECTS__ */
function getSchemaMessage(lang) {
	return store$2?.get(lang);
}
/**
* Returns a specific error message.
*
* @param reference The identifier reference.
* @param lang The language of the message.
*
* @returns The error message.
*/
/* @__NO_SIDE_EFFECTS__ */
function getSpecificMessage(reference, lang) {
	return store$1?.get(reference)?.get(lang);
}
/**
* Stringifies an unknown input to a literal or type string.
*
* @param input The unknown input.
*
* @returns A literal or type string.
*
* @internal
*/
/* @__NO_SIDE_EFFECTS__ */
function _stringify(input) {
	const type = typeof input;
	if (type === "string") return `"${input}"`;
	if (type === "number" || type === "bigint" || type === "boolean") return `${input}`;
	if (type === "object" || type === "function") return (input && Object.getPrototypeOf(input)?.constructor?.name) ?? "null";
	return type;
}
/**
* Adds an issue to the dataset.
*
* @param context The issue context.
* @param label The issue label.
* @param dataset The input dataset.
* @param config The configuration.
* @param other The optional props.
*
* @internal
*/
function _addIssue(context, label, dataset, config$1, other) {
	const input = other && "input" in other ? other.input : dataset.value;
	const expected = other?.expected ?? context.expects ?? null;
	const received = other?.received ?? /* @__PURE__ */ _stringify(input);
	const issue = {
		kind: context.kind,
		type: context.type,
		input,
		expected,
		received,
		message: `Invalid ${label}: ${expected ? `Expected ${expected} but r` : "R"}eceived ${received}`,
		requirement: context.requirement,
		path: other?.path,
		issues: other?.issues,
		lang: config$1.lang,
		abortEarly: config$1.abortEarly,
		abortPipeEarly: config$1.abortPipeEarly
	};
	const isSchema = context.kind === "schema";
	const message$1 = other?.message ?? context.message ?? /* @__PURE__ */ getSpecificMessage(context.reference, issue.lang) ?? (isSchema ? /* @__PURE__ */ getSchemaMessage(issue.lang) : null) ?? config$1.message ?? /* @__PURE__ */ getGlobalMessage(issue.lang);
	if (message$1 !== void 0) issue.message = typeof message$1 === "function" ? message$1(issue) : message$1;
	if (isSchema) dataset.typed = false;
	if (dataset.issues) dataset.issues.push(issue);
	else dataset.issues = [issue];
}
/**
* Disallows inherited object properties and prevents object prototype
* pollution by disallowing certain keys.
*
* @param object The object to check.
* @param key The key to check.
*
* @returns Whether the key is allowed.
*
* @internal
*/
/* @__NO_SIDE_EFFECTS__ */
function _isValidObjectKey(object$1, key) {
	return Object.prototype.hasOwnProperty.call(object$1, key) && key !== "__proto__" && key !== "prototype" && key !== "constructor";
}
/**
* Joins multiple `expects` values with the given separator.
*
* @param values The `expects` values.
* @param separator The separator.
*
* @returns The joined `expects` property.
*
* @internal
*/
/* @__NO_SIDE_EFFECTS__ */
function _joinExpects(values$1, separator) {
	const list = [...new Set(values$1)];
	if (list.length > 1) return `(${list.join(` ${separator} `)})`;
	return list[0] ?? "never";
}
/**
* Eagerly creates and attaches the Standard Schema properties of a schema.
*
* Hint: The contextual `this` type includes the standard properties that are
* attached before the schema is returned.
*
* @param schema The schema to attach standard properties to.
*
* @returns The schema with standard properties attached.
*
* @internal
*/
function _standardSchema(schema) {
	schema["~standard"] = {
		version: 1,
		vendor: "valibot",
		validate: (value$1) => schema["~run"]({ value: value$1 }, /* @__PURE__ */ getGlobalConfig())
	};
	return schema;
}
/* @__NO_SIDE_EFFECTS__ */
function check$2(requirement, message$1) {
	return {
		kind: "validation",
		type: "check",
		reference: check$2,
		async: false,
		expects: null,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement(dataset.value)) _addIssue(this, "input", dataset, config$1);
			return dataset;
		}
	};
}
/**
* Creates a description metadata action.
*
* @param description_ The description text.
*
* @returns A description action.
*/
/* @__NO_SIDE_EFFECTS__ */
function description(description_) {
	return {
		kind: "metadata",
		type: "description",
		reference: description,
		description: description_
	};
}
/* @__NO_SIDE_EFFECTS__ */
function integer(message$1) {
	return {
		kind: "validation",
		type: "integer",
		reference: integer,
		async: false,
		expects: null,
		requirement: Number.isInteger,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement(dataset.value)) _addIssue(this, "integer", dataset, config$1);
			return dataset;
		}
	};
}
/* @__NO_SIDE_EFFECTS__ */
function maxValue(requirement, message$1) {
	return {
		kind: "validation",
		type: "max_value",
		reference: maxValue,
		async: false,
		expects: `<=${requirement instanceof Date ? requirement.toJSON() : /* @__PURE__ */ _stringify(requirement)}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !(dataset.value <= this.requirement)) _addIssue(this, "value", dataset, config$1, { received: dataset.value instanceof Date ? dataset.value.toJSON() : /* @__PURE__ */ _stringify(dataset.value) });
			return dataset;
		}
	};
}
/* @__NO_SIDE_EFFECTS__ */
function minLength(requirement, message$1) {
	return {
		kind: "validation",
		type: "min_length",
		reference: minLength,
		async: false,
		expects: `>=${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && dataset.value.length < this.requirement) _addIssue(this, "length", dataset, config$1, { received: `${dataset.value.length}` });
			return dataset;
		}
	};
}
/* @__NO_SIDE_EFFECTS__ */
function minValue(requirement, message$1) {
	return {
		kind: "validation",
		type: "min_value",
		reference: minValue,
		async: false,
		expects: `>=${requirement instanceof Date ? requirement.toJSON() : /* @__PURE__ */ _stringify(requirement)}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !(dataset.value >= this.requirement)) _addIssue(this, "value", dataset, config$1, { received: dataset.value instanceof Date ? dataset.value.toJSON() : /* @__PURE__ */ _stringify(dataset.value) });
			return dataset;
		}
	};
}
/* @__NO_SIDE_EFFECTS__ */
function nonEmpty(message$1) {
	return {
		kind: "validation",
		type: "non_empty",
		reference: nonEmpty,
		async: false,
		expects: "!0",
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && dataset.value.length === 0) _addIssue(this, "length", dataset, config$1, { received: "0" });
			return dataset;
		}
	};
}
/* @__NO_SIDE_EFFECTS__ */
function regex(requirement, message$1) {
	return {
		kind: "validation",
		type: "regex",
		reference: regex,
		async: false,
		expects: `${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "format", dataset, config$1);
			return dataset;
		}
	};
}
/**
* Creates a custom transformation action.
*
* @param operation The transformation operation.
*
* @returns A transform action.
*/
/* @__NO_SIDE_EFFECTS__ */
function transform(operation) {
	return {
		kind: "transformation",
		type: "transform",
		reference: transform,
		async: false,
		operation,
		"~run"(dataset) {
			dataset.value = this.operation(dataset.value);
			return dataset;
		}
	};
}
/**
* Returns the fallback value of the schema.
*
* @param schema The schema to get it from.
* @param dataset The output dataset if available.
* @param config The config if available.
*
* @returns The fallback value.
*/
/* @__NO_SIDE_EFFECTS__ */
function getFallback(schema, dataset, config$1) {
	return typeof schema.fallback === "function" ? schema.fallback(dataset, config$1) : schema.fallback;
}
/**
* Returns the default value of the schema.
*
* @param schema The schema to get it from.
* @param dataset The input dataset if available.
* @param config The config if available.
*
* @returns The default value.
*/
/* @__NO_SIDE_EFFECTS__ */
function getDefault(schema, dataset, config$1) {
	return typeof schema.default === "function" ? schema.default(dataset, config$1) : schema.default;
}
/* @__NO_SIDE_EFFECTS__ */
function array(item, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "array",
		reference: array,
		expects: "Array",
		async: false,
		item,
		message: message$1,
		"~run"(dataset, config$1) {
			const input = dataset.value;
			if (Array.isArray(input)) {
				dataset.typed = true;
				dataset.value = [];
				for (let key = 0; key < input.length; key++) {
					const value$1 = input[key];
					const itemDataset = this.item["~run"]({ value: value$1 }, config$1);
					if (itemDataset.issues) {
						const pathItem = {
							type: "array",
							origin: "value",
							input,
							key,
							value: value$1
						};
						for (const issue of itemDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = itemDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!itemDataset.typed) dataset.typed = false;
					dataset.value.push(itemDataset.value);
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}
/* @__NO_SIDE_EFFECTS__ */
function number(message$1) {
	return _standardSchema({
		kind: "schema",
		type: "number",
		reference: number,
		expects: "number",
		async: false,
		message: message$1,
		"~run"(dataset, config$1) {
			if (typeof dataset.value === "number" && !isNaN(dataset.value)) dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}
/* @__NO_SIDE_EFFECTS__ */
function optional(wrapped, default_) {
	return _standardSchema({
		kind: "schema",
		type: "optional",
		reference: optional,
		expects: `(${wrapped.expects} | undefined)`,
		async: false,
		wrapped,
		default: default_,
		"~run"(dataset, config$1) {
			if (dataset.value === void 0) {
				if (this.default !== void 0) dataset.value = /* @__PURE__ */ getDefault(this, dataset, config$1);
				if (dataset.value === void 0) {
					dataset.typed = true;
					return dataset;
				}
			}
			return this.wrapped["~run"](dataset, config$1);
		}
	});
}
/* @__NO_SIDE_EFFECTS__ */
function picklist(options, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "picklist",
		reference: picklist,
		expects: /* @__PURE__ */ _joinExpects(options.map(_stringify), "|"),
		async: false,
		options,
		message: message$1,
		"~run"(dataset, config$1) {
			if (this.options.includes(dataset.value)) dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}
/* @__NO_SIDE_EFFECTS__ */
function record(key, value$1, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "record",
		reference: record,
		expects: "Object",
		async: false,
		key,
		value: value$1,
		message: message$1,
		"~run"(dataset, config$1) {
			const input = dataset.value;
			if (input && typeof input === "object") {
				dataset.typed = true;
				dataset.value = {};
				for (const entryKey in input) if (/* @__PURE__ */ _isValidObjectKey(input, entryKey)) {
					const entryValue = input[entryKey];
					const keyDataset = this.key["~run"]({ value: entryKey }, config$1);
					if (keyDataset.issues) {
						const pathItem = {
							type: "object",
							origin: "key",
							input,
							key: entryKey,
							value: entryValue
						};
						for (const issue of keyDataset.issues) {
							issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = keyDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					const valueDataset = this.value["~run"]({ value: entryValue }, config$1);
					if (valueDataset.issues) {
						const pathItem = {
							type: "object",
							origin: "value",
							input,
							key: entryKey,
							value: entryValue
						};
						for (const issue of valueDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = valueDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!keyDataset.typed || !valueDataset.typed) dataset.typed = false;
					if (keyDataset.typed) dataset.value[keyDataset.value] = valueDataset.value;
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}
/* @__NO_SIDE_EFFECTS__ */
function strictObject(entries$1, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "strict_object",
		reference: strictObject,
		expects: "Object",
		async: false,
		entries: entries$1,
		message: message$1,
		"~run"(dataset, config$1) {
			const input = dataset.value;
			if (input && typeof input === "object") {
				dataset.typed = true;
				dataset.value = {};
				for (const key in this.entries) {
					const valueSchema = this.entries[key];
					if (key in input || (valueSchema.type === "exact_optional" || valueSchema.type === "optional" || valueSchema.type === "nullish") && valueSchema.default !== void 0) {
						const value$1 = key in input ? input[key] : /* @__PURE__ */ getDefault(valueSchema);
						const valueDataset = valueSchema["~run"]({ value: value$1 }, config$1);
						if (valueDataset.issues) {
							const pathItem = {
								type: "object",
								origin: "value",
								input,
								key,
								value: value$1
							};
							for (const issue of valueDataset.issues) {
								if (issue.path) issue.path.unshift(pathItem);
								else issue.path = [pathItem];
								dataset.issues?.push(issue);
							}
							if (!dataset.issues) dataset.issues = valueDataset.issues;
							if (config$1.abortEarly) {
								dataset.typed = false;
								break;
							}
						}
						if (!valueDataset.typed) dataset.typed = false;
						dataset.value[key] = valueDataset.value;
					} else if (valueSchema.fallback !== void 0) dataset.value[key] = /* @__PURE__ */ getFallback(valueSchema);
					else if (valueSchema.type !== "exact_optional" && valueSchema.type !== "optional" && valueSchema.type !== "nullish") {
						_addIssue(this, "key", dataset, config$1, {
							input: void 0,
							expected: `"${key}"`,
							path: [{
								type: "object",
								origin: "key",
								input,
								key,
								value: input[key]
							}]
						});
						if (config$1.abortEarly) break;
					}
				}
				if (!dataset.issues || !config$1.abortEarly) {
					for (const key in input) if (!Object.prototype.hasOwnProperty.call(this.entries, key)) {
						_addIssue(this, "key", dataset, config$1, {
							input: key,
							expected: "never",
							path: [{
								type: "object",
								origin: "key",
								input,
								key,
								value: input[key]
							}]
						});
						break;
					}
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}
/* @__NO_SIDE_EFFECTS__ */
function string(message$1) {
	return _standardSchema({
		kind: "schema",
		type: "string",
		reference: string,
		expects: "string",
		async: false,
		message: message$1,
		"~run"(dataset, config$1) {
			if (typeof dataset.value === "string") dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}
/**
* Returns the sub issues of the provided datasets for the union issue.
*
* @param datasets The datasets.
*
* @returns The sub issues.
*
* @internal
*/
/* @__NO_SIDE_EFFECTS__ */
function _subIssues(datasets) {
	let issues;
	if (datasets) for (const dataset of datasets) if (issues) for (const issue of dataset.issues) issues.push(issue);
	else issues = dataset.issues;
	return issues;
}
/* @__NO_SIDE_EFFECTS__ */
function union(options, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "union",
		reference: union,
		expects: /* @__PURE__ */ _joinExpects(options.map((option) => option.expects), "|"),
		async: false,
		options,
		message: message$1,
		"~run"(dataset, config$1) {
			let validDataset;
			let typedDatasets;
			let untypedDatasets;
			for (const schema of this.options) {
				const optionDataset = schema["~run"]({ value: dataset.value }, config$1);
				if (optionDataset.typed) if (optionDataset.issues) if (typedDatasets) typedDatasets.push(optionDataset);
				else typedDatasets = [optionDataset];
				else {
					validDataset = optionDataset;
					break;
				}
				else if (untypedDatasets) untypedDatasets.push(optionDataset);
				else untypedDatasets = [optionDataset];
			}
			if (validDataset) return validDataset;
			if (typedDatasets) {
				if (typedDatasets.length === 1) return typedDatasets[0];
				_addIssue(this, "type", dataset, config$1, { issues: /* @__PURE__ */ _subIssues(typedDatasets) });
				dataset.typed = true;
			} else if (untypedDatasets?.length === 1) return untypedDatasets[0];
			else _addIssue(this, "type", dataset, config$1, { issues: /* @__PURE__ */ _subIssues(untypedDatasets) });
			return dataset;
		}
	});
}
/* @__NO_SIDE_EFFECTS__ */
function pipe(...pipe$1) {
	return _standardSchema({
		...pipe$1[0],
		pipe: pipe$1,
		"~run"(dataset, config$1) {
			for (const item of pipe$1) if (item.kind !== "metadata") {
				if (dataset.issues && (item.kind === "schema" || item.kind === "transformation")) {
					dataset.typed = false;
					break;
				}
				if (!dataset.issues || !config$1.abortEarly && !config$1.abortPipeEarly) dataset = item["~run"](dataset, config$1);
			}
			return dataset;
		}
	});
}
/**
* Parses an unknown input based on a schema.
*
* @param schema The schema to be used.
* @param input The input to be parsed.
* @param config The parse configuration.
*
* @returns The parse result.
*/
/* @__NO_SIDE_EFFECTS__ */
function safeParse(schema, input, config$1) {
	const dataset = schema["~run"]({ value: input }, /* @__PURE__ */ getGlobalConfig(config$1));
	return {
		typed: dataset.typed,
		success: !dataset.issues,
		output: dataset.value,
		issues: dataset.issues
	};
}
var store$4, DEFAULT_CONFIG, store$3, store$2, store$1;
var init_dist$20 = __esmMin((() => {
	DEFAULT_CONFIG = {
		lang: void 0,
		message: void 0,
		abortEarly: void 0,
		abortPipeEarly: void 0
	};
}));
// \0process
var _process_exports = /* @__PURE__ */ __exportAll({
	abort: () => abort,
	allowedNodeEnvironmentFlags: () => allowedNodeEnvironmentFlags,
	arch: () => arch,
	argv: () => argv,
	argv0: () => argv0,
	availableMemory: () => availableMemory,
	binding: () => binding,
	chdir: () => chdir,
	config: () => config,
	constrainedMemory: () => constrainedMemory,
	cpuUsage: () => cpuUsage,
	cwd: () => cwd,
	debugPort: () => debugPort,
	default: () => builtin$20,
	dlopen: () => dlopen,
	domain: () => domain,
	emitWarning: () => emitWarning,
	env: () => env,
	execArgv: () => execArgv,
	execPath: () => execPath,
	execve: () => execve,
	exit: () => exit,
	exitCode: () => exitCode,
	features: () => features,
	finalization: () => finalization,
	getActiveResourcesInfo: () => getActiveResourcesInfo,
	getBuiltinModule: () => getBuiltinModule,
	getegid: () => getegid,
	geteuid: () => geteuid,
	getgid: () => getgid,
	getgroups: () => getgroups,
	getuid: () => getuid,
	hasUncaughtExceptionCaptureCallback: () => hasUncaughtExceptionCaptureCallback,
	hrtime: () => hrtime,
	initgroups: () => initgroups,
	kill: () => kill,
	loadEnvFile: () => loadEnvFile,
	memoryUsage: () => memoryUsage,
	moduleLoadList: () => moduleLoadList,
	nextTick: () => nextTick,
	openStdin: () => openStdin,
	pid: () => pid,
	platform: () => platform,
	ppid: () => ppid,
	reallyExit: () => reallyExit,
	ref: () => ref,
	release: () => release,
	report: () => report,
	resourceUsage: () => resourceUsage,
	setSourceMapsEnabled: () => setSourceMapsEnabled,
	setUncaughtExceptionCaptureCallback: () => setUncaughtExceptionCaptureCallback,
	setegid: () => setegid,
	seteuid: () => seteuid,
	setgid: () => setgid,
	setgroups: () => setgroups,
	setuid: () => setuid,
	sourceMapsEnabled: () => sourceMapsEnabled,
	stderr: () => stderr,
	stdin: () => stdin,
	stdout: () => stdout,
	threadCpuUsage: () => threadCpuUsage,
	title: () => title,
	umask: () => umask,
	unref: () => unref,
	uptime: () => uptime,
	version: () => version$1,
	versions: () => versions
});
var builtin$20, abort, allowedNodeEnvironmentFlags, arch, argv, argv0, availableMemory, binding, chdir, config, constrainedMemory, cpuUsage, cwd, debugPort, dlopen, domain, emitWarning, env, execArgv, execPath, execve, exit, exitCode, features, finalization, getActiveResourcesInfo, getBuiltinModule, getegid, geteuid, getgid, getgroups, getuid, hasUncaughtExceptionCaptureCallback, hrtime, initgroups, kill, loadEnvFile, memoryUsage, moduleLoadList, nextTick, openStdin, pid, platform, ppid, reallyExit, ref, release, report, resourceUsage, setSourceMapsEnabled, setUncaughtExceptionCaptureCallback, setegid, seteuid, setgid, setgroups, setuid, sourceMapsEnabled, stderr, stdin, stdout, threadCpuUsage, title, umask, unref, uptime, version$1, versions;
var init__process = __esmMin((() => {
	builtin$20 = /* @__PURE__ */ process.getBuiltinModule("process");
	abort = /* @__PURE__ */ (() => builtin$20.abort)();
	allowedNodeEnvironmentFlags = /* @__PURE__ */ (() => builtin$20.allowedNodeEnvironmentFlags)();
	arch = /* @__PURE__ */ (() => builtin$20.arch)();
	argv = /* @__PURE__ */ (() => builtin$20.argv)();
	argv0 = /* @__PURE__ */ (() => builtin$20.argv0)();
	availableMemory = /* @__PURE__ */ (() => builtin$20.availableMemory)();
	binding = /* @__PURE__ */ (() => builtin$20.binding)();
	chdir = /* @__PURE__ */ (() => builtin$20.chdir)();
	config = /* @__PURE__ */ (() => builtin$20.config)();
	constrainedMemory = /* @__PURE__ */ (() => builtin$20.constrainedMemory)();
	cpuUsage = /* @__PURE__ */ (() => builtin$20.cpuUsage)();
	cwd = /* @__PURE__ */ (() => builtin$20.cwd)();
	debugPort = /* @__PURE__ */ (() => builtin$20.debugPort)();
	dlopen = /* @__PURE__ */ (() => builtin$20.dlopen)();
	domain = /* @__PURE__ */ (() => builtin$20.domain)();
	emitWarning = /* @__PURE__ */ (() => builtin$20.emitWarning)();
	env = /* @__PURE__ */ (() => builtin$20.env)();
	execArgv = /* @__PURE__ */ (() => builtin$20.execArgv)();
	execPath = /* @__PURE__ */ (() => builtin$20.execPath)();
	execve = /* @__PURE__ */ (() => builtin$20.execve)();
	exit = /* @__PURE__ */ (() => builtin$20.exit)();
	exitCode = /* @__PURE__ */ (() => builtin$20.exitCode)();
	features = /* @__PURE__ */ (() => builtin$20.features)();
	finalization = /* @__PURE__ */ (() => builtin$20.finalization)();
	getActiveResourcesInfo = /* @__PURE__ */ (() => builtin$20.getActiveResourcesInfo)();
	getBuiltinModule = /* @__PURE__ */ (() => builtin$20.getBuiltinModule)();
	getegid = /* @__PURE__ */ (() => builtin$20.getegid)();
	geteuid = /* @__PURE__ */ (() => builtin$20.geteuid)();
	getgid = /* @__PURE__ */ (() => builtin$20.getgid)();
	getgroups = /* @__PURE__ */ (() => builtin$20.getgroups)();
	getuid = /* @__PURE__ */ (() => builtin$20.getuid)();
	hasUncaughtExceptionCaptureCallback = /* @__PURE__ */ (() => builtin$20.hasUncaughtExceptionCaptureCallback)();
	hrtime = /* @__PURE__ */ (() => builtin$20.hrtime)();
	initgroups = /* @__PURE__ */ (() => builtin$20.initgroups)();
	kill = /* @__PURE__ */ (() => builtin$20.kill)();
	loadEnvFile = /* @__PURE__ */ (() => builtin$20.loadEnvFile)();
	memoryUsage = /* @__PURE__ */ (() => builtin$20.memoryUsage)();
	moduleLoadList = /* @__PURE__ */ (() => builtin$20.moduleLoadList)();
	nextTick = /* @__PURE__ */ (() => builtin$20.nextTick)();
	openStdin = /* @__PURE__ */ (() => builtin$20.openStdin)();
	pid = /* @__PURE__ */ (() => builtin$20.pid)();
	platform = /* @__PURE__ */ (() => builtin$20.platform)();
	ppid = /* @__PURE__ */ (() => builtin$20.ppid)();
	reallyExit = /* @__PURE__ */ (() => builtin$20.reallyExit)();
	ref = /* @__PURE__ */ (() => builtin$20.ref)();
	release = /* @__PURE__ */ (() => builtin$20.release)();
	report = /* @__PURE__ */ (() => builtin$20.report)();
	resourceUsage = /* @__PURE__ */ (() => builtin$20.resourceUsage)();
	setSourceMapsEnabled = /* @__PURE__ */ (() => builtin$20.setSourceMapsEnabled)();
	setUncaughtExceptionCaptureCallback = /* @__PURE__ */ (() => builtin$20.setUncaughtExceptionCaptureCallback)();
	setegid = /* @__PURE__ */ (() => builtin$20.setegid)();
	seteuid = /* @__PURE__ */ (() => builtin$20.seteuid)();
	setgid = /* @__PURE__ */ (() => builtin$20.setgid)();
	setgroups = /* @__PURE__ */ (() => builtin$20.setgroups)();
	setuid = /* @__PURE__ */ (() => builtin$20.setuid)();
	sourceMapsEnabled = /* @__PURE__ */ (() => builtin$20.sourceMapsEnabled)();
	stderr = /* @__PURE__ */ (() => builtin$20.stderr)();
	stdin = /* @__PURE__ */ (() => builtin$20.stdin)();
	stdout = /* @__PURE__ */ (() => builtin$20.stdout)();
	threadCpuUsage = /* @__PURE__ */ (() => builtin$20.threadCpuUsage)();
	title = /* @__PURE__ */ (() => builtin$20.title)();
	umask = /* @__PURE__ */ (() => builtin$20.umask)();
	unref = /* @__PURE__ */ (() => builtin$20.unref)();
	uptime = /* @__PURE__ */ (() => builtin$20.uptime)();
	version$1 = /* @__PURE__ */ (() => builtin$20.version)();
	versions = /* @__PURE__ */ (() => builtin$20.versions)();
}));
// ../../main/node_modules/yaml/dist/nodes/identity.js
var require_identity = /* @__PURE__ */ __commonJSMin(((exports) => {
	const ALIAS = Symbol.for("yaml.alias");
	const DOC = Symbol.for("yaml.document");
	const MAP = Symbol.for("yaml.map");
	const PAIR = Symbol.for("yaml.pair");
	const SCALAR = Symbol.for("yaml.scalar");
	const SEQ = Symbol.for("yaml.seq");
	const NODE_TYPE = Symbol.for("yaml.node.type");
	const isAlias = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === ALIAS;
	const isDocument = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === DOC;
	const isMap = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === MAP;
	const isPair = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === PAIR;
	const isScalar = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === SCALAR;
	const isSeq = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === SEQ;
	function isCollection(node) {
		if (node && typeof node === "object") switch (node[NODE_TYPE]) {
			case MAP:
			case SEQ: return true;
		}
		return false;
	}
	function isNode(node) {
		if (node && typeof node === "object") switch (node[NODE_TYPE]) {
			case ALIAS:
			case MAP:
			case SCALAR:
			case SEQ: return true;
		}
		return false;
	}
	const hasAnchor = (node) => (isScalar(node) || isCollection(node)) && !!node.anchor;
	exports.ALIAS = ALIAS;
	exports.DOC = DOC;
	exports.MAP = MAP;
	exports.NODE_TYPE = NODE_TYPE;
	exports.PAIR = PAIR;
	exports.SCALAR = SCALAR;
	exports.SEQ = SEQ;
	exports.hasAnchor = hasAnchor;
	exports.isAlias = isAlias;
	exports.isCollection = isCollection;
	exports.isDocument = isDocument;
	exports.isMap = isMap;
	exports.isNode = isNode;
	exports.isPair = isPair;
	exports.isScalar = isScalar;
	exports.isSeq = isSeq;
}));
// ../../main/node_modules/yaml/dist/visit.js
var require_visit = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	const BREAK = Symbol("break visit");
	const SKIP = Symbol("skip children");
	const REMOVE = Symbol("remove node");
	/**
	* Apply a visitor to an AST node or document.
	*
	* Walks through the tree (depth-first) starting from `node`, calling a
	* `visitor` function with three arguments:
	*   - `key`: For sequence values and map `Pair`, the node's index in the
	*     collection. Within a `Pair`, `'key'` or `'value'`, correspondingly.
	*     `null` for the root node.
	*   - `node`: The current node.
	*   - `path`: The ancestry of the current node.
	*
	* The return value of the visitor may be used to control the traversal:
	*   - `undefined` (default): Do nothing and continue
	*   - `visit.SKIP`: Do not visit the children of this node, continue with next
	*     sibling
	*   - `visit.BREAK`: Terminate traversal completely
	*   - `visit.REMOVE`: Remove the current node, then continue with the next one
	*   - `Node`: Replace the current node, then continue by visiting it
	*   - `number`: While iterating the items of a sequence or map, set the index
	*     of the next step. This is useful especially if the index of the current
	*     node has changed.
	*
	* If `visitor` is a single function, it will be called with all values
	* encountered in the tree, including e.g. `null` values. Alternatively,
	* separate visitor functions may be defined for each `Map`, `Pair`, `Seq`,
	* `Alias` and `Scalar` node. To define the same visitor function for more than
	* one node type, use the `Collection` (map and seq), `Value` (map, seq & scalar)
	* and `Node` (alias, map, seq & scalar) targets. Of all these, only the most
	* specific defined one will be used for each node.
	*/
	function visit(node, visitor) {
		const visitor_ = initVisitor(visitor);
		if (identity.isDocument(node)) {
			if (visit_(null, node.contents, visitor_, Object.freeze([node])) === REMOVE) node.contents = null;
		} else visit_(null, node, visitor_, Object.freeze([]));
	}
	/** Terminate visit traversal completely */
	visit.BREAK = BREAK;
	/** Do not visit the children of the current node */
	visit.SKIP = SKIP;
	/** Remove the current node */
	visit.REMOVE = REMOVE;
	function visit_(key, node, visitor, path) {
		const ctrl = callVisitor(key, node, visitor, path);
		if (identity.isNode(ctrl) || identity.isPair(ctrl)) {
			replaceNode(key, path, ctrl);
			return visit_(key, ctrl, visitor, path);
		}
		if (typeof ctrl !== "symbol") {
			if (identity.isCollection(node)) {
				path = Object.freeze(path.concat(node));
				for (let i = 0; i < node.items.length; ++i) {
					const ci = visit_(i, node.items[i], visitor, path);
					if (typeof ci === "number") i = ci - 1;
					else if (ci === BREAK) return BREAK;
					else if (ci === REMOVE) {
						node.items.splice(i, 1);
						i -= 1;
					}
				}
			} else if (identity.isPair(node)) {
				path = Object.freeze(path.concat(node));
				const ck = visit_("key", node.key, visitor, path);
				if (ck === BREAK) return BREAK;
				else if (ck === REMOVE) node.key = null;
				const cv = visit_("value", node.value, visitor, path);
				if (cv === BREAK) return BREAK;
				else if (cv === REMOVE) node.value = null;
			}
		}
		return ctrl;
	}
	/**
	* Apply an async visitor to an AST node or document.
	*
	* Walks through the tree (depth-first) starting from `node`, calling a
	* `visitor` function with three arguments:
	*   - `key`: For sequence values and map `Pair`, the node's index in the
	*     collection. Within a `Pair`, `'key'` or `'value'`, correspondingly.
	*     `null` for the root node.
	*   - `node`: The current node.
	*   - `path`: The ancestry of the current node.
	*
	* The return value of the visitor may be used to control the traversal:
	*   - `Promise`: Must resolve to one of the following values
	*   - `undefined` (default): Do nothing and continue
	*   - `visit.SKIP`: Do not visit the children of this node, continue with next
	*     sibling
	*   - `visit.BREAK`: Terminate traversal completely
	*   - `visit.REMOVE`: Remove the current node, then continue with the next one
	*   - `Node`: Replace the current node, then continue by visiting it
	*   - `number`: While iterating the items of a sequence or map, set the index
	*     of the next step. This is useful especially if the index of the current
	*     node has changed.
	*
	* If `visitor` is a single function, it will be called with all values
	* encountered in the tree, including e.g. `null` values. Alternatively,
	* separate visitor functions may be defined for each `Map`, `Pair`, `Seq`,
	* `Alias` and `Scalar` node. To define the same visitor function for more than
	* one node type, use the `Collection` (map and seq), `Value` (map, seq & scalar)
	* and `Node` (alias, map, seq & scalar) targets. Of all these, only the most
	* specific defined one will be used for each node.
	*/
	async function visitAsync(node, visitor) {
		const visitor_ = initVisitor(visitor);
		if (identity.isDocument(node)) {
			if (await visitAsync_(null, node.contents, visitor_, Object.freeze([node])) === REMOVE) node.contents = null;
		} else await visitAsync_(null, node, visitor_, Object.freeze([]));
	}
	/** Terminate visit traversal completely */
	visitAsync.BREAK = BREAK;
	/** Do not visit the children of the current node */
	visitAsync.SKIP = SKIP;
	/** Remove the current node */
	visitAsync.REMOVE = REMOVE;
	async function visitAsync_(key, node, visitor, path) {
		const ctrl = await callVisitor(key, node, visitor, path);
		if (identity.isNode(ctrl) || identity.isPair(ctrl)) {
			replaceNode(key, path, ctrl);
			return visitAsync_(key, ctrl, visitor, path);
		}
		if (typeof ctrl !== "symbol") {
			if (identity.isCollection(node)) {
				path = Object.freeze(path.concat(node));
				for (let i = 0; i < node.items.length; ++i) {
					const ci = await visitAsync_(i, node.items[i], visitor, path);
					if (typeof ci === "number") i = ci - 1;
					else if (ci === BREAK) return BREAK;
					else if (ci === REMOVE) {
						node.items.splice(i, 1);
						i -= 1;
					}
				}
			} else if (identity.isPair(node)) {
				path = Object.freeze(path.concat(node));
				const ck = await visitAsync_("key", node.key, visitor, path);
				if (ck === BREAK) return BREAK;
				else if (ck === REMOVE) node.key = null;
				const cv = await visitAsync_("value", node.value, visitor, path);
				if (cv === BREAK) return BREAK;
				else if (cv === REMOVE) node.value = null;
			}
		}
		return ctrl;
	}
	function initVisitor(visitor) {
		if (typeof visitor === "object" && (visitor.Collection || visitor.Node || visitor.Value)) return Object.assign({
			Alias: visitor.Node,
			Map: visitor.Node,
			Scalar: visitor.Node,
			Seq: visitor.Node
		}, visitor.Value && {
			Map: visitor.Value,
			Scalar: visitor.Value,
			Seq: visitor.Value
		}, visitor.Collection && {
			Map: visitor.Collection,
			Seq: visitor.Collection
		}, visitor);
		return visitor;
	}
	function callVisitor(key, node, visitor, path) {
		if (typeof visitor === "function") return visitor(key, node, path);
		if (identity.isMap(node)) return visitor.Map?.(key, node, path);
		if (identity.isSeq(node)) return visitor.Seq?.(key, node, path);
		if (identity.isPair(node)) return visitor.Pair?.(key, node, path);
		if (identity.isScalar(node)) return visitor.Scalar?.(key, node, path);
		if (identity.isAlias(node)) return visitor.Alias?.(key, node, path);
	}
	function replaceNode(key, path, node) {
		const parent = path[path.length - 1];
		if (identity.isCollection(parent)) parent.items[key] = node;
		else if (identity.isPair(parent)) {
			if (key === "key") parent.key = node;
			else parent.value = node;
		} else if (identity.isDocument(parent)) parent.contents = node;
		else {
			const pt = identity.isAlias(parent) ? "alias" : "scalar";
			throw new Error(`Cannot replace node with ${pt} parent`);
		}
	}
	exports.visit = visit;
	exports.visitAsync = visitAsync;
}));
// ../../main/node_modules/yaml/dist/doc/directives.js
var require_directives = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	var visit = require_visit();
	const escapeChars = {
		"!": "%21",
		",": "%2C",
		"[": "%5B",
		"]": "%5D",
		"{": "%7B",
		"}": "%7D"
	};
	const escapeTagName = (tn) => tn.replace(/[!,[\]{}]/g, (ch) => escapeChars[ch]);
	var Directives = class Directives {
		constructor(yaml, tags) {
			/**
			* The directives-end/doc-start marker `---`. If `null`, a marker may still be
			* included in the document's stringified representation.
			*/
			this.docStart = null;
			/** The doc-end marker `...`.  */
			this.docEnd = false;
			this.yaml = Object.assign({}, Directives.defaultYaml, yaml);
			this.tags = Object.assign({}, Directives.defaultTags, tags);
		}
		clone() {
			const copy = new Directives(this.yaml, this.tags);
			copy.docStart = this.docStart;
			return copy;
		}
		/**
		* During parsing, get a Directives instance for the current document and
		* update the stream state according to the current version's spec.
		*/
		atDocument() {
			const res = new Directives(this.yaml, this.tags);
			switch (this.yaml.version) {
				case "1.1":
					this.atNextDocument = true;
					break;
				case "1.2":
					this.atNextDocument = false;
					this.yaml = {
						explicit: Directives.defaultYaml.explicit,
						version: "1.2"
					};
					this.tags = Object.assign({}, Directives.defaultTags);
			}
			return res;
		}
		/**
		* @param onError - May be called even if the action was successful
		* @returns `true` on success
		*/
		add(line, onError) {
			if (this.atNextDocument) {
				this.yaml = {
					explicit: Directives.defaultYaml.explicit,
					version: "1.1"
				};
				this.tags = Object.assign({}, Directives.defaultTags);
				this.atNextDocument = false;
			}
			const parts = line.trim().split(/[ \t]+/);
			const name = parts.shift();
			switch (name) {
				case "%TAG": {
					if (parts.length !== 2) {
						onError(0, "%TAG directive should contain exactly two parts");
						if (parts.length < 2) return false;
					}
					const [handle, prefix] = parts;
					this.tags[handle] = prefix;
					return true;
				}
				case "%YAML": {
					this.yaml.explicit = true;
					if (parts.length !== 1) {
						onError(0, "%YAML directive should contain exactly one part");
						return false;
					}
					const [version] = parts;
					if (version === "1.1" || version === "1.2") {
						this.yaml.version = version;
						return true;
					} else {
						const isValid = /^\d+\.\d+$/.test(version);
						onError(6, `Unsupported YAML version ${version}`, isValid);
						return false;
					}
				}
				default:
					onError(0, `Unknown directive ${name}`, true);
					return false;
			}
		}
		/**
		* Resolves a tag, matching handles to those defined in %TAG directives.
		*
		* @returns Resolved tag, which may also be the non-specific tag `'!'` or a
		*   `'!local'` tag, or `null` if unresolvable.
		*/
		tagName(source, onError) {
			if (source === "!") return "!";
			if (source[0] !== "!") {
				onError(`Not a valid tag: ${source}`);
				return null;
			}
			if (source[1] === "<") {
				const verbatim = source.slice(2, -1);
				if (verbatim === "!" || verbatim === "!!") {
					onError(`Verbatim tags aren't resolved, so ${source} is invalid.`);
					return null;
				}
				if (source[source.length - 1] !== ">") onError("Verbatim tags must end with a >");
				return verbatim;
			}
			const [, handle, suffix] = source.match(/^(.*!)([^!]*)$/s);
			if (!suffix) onError(`The ${source} tag has no suffix`);
			const prefix = this.tags[handle];
			if (prefix) try {
				return prefix + decodeURIComponent(suffix);
			} catch (error) {
				onError(String(error));
				return null;
			}
			if (handle === "!") return source;
			onError(`Could not resolve tag: ${source}`);
			return null;
		}
		/**
		* Given a fully resolved tag, returns its printable string form,
		* taking into account current tag prefixes and defaults.
		*/
		tagString(tag) {
			for (const [handle, prefix] of Object.entries(this.tags)) if (tag.startsWith(prefix)) return handle + escapeTagName(tag.substring(prefix.length));
			return tag[0] === "!" ? tag : `!<${tag}>`;
		}
		toString(doc) {
			const lines = this.yaml.explicit ? [`%YAML ${this.yaml.version || "1.2"}`] : [];
			const tagEntries = Object.entries(this.tags);
			let tagNames;
			if (doc && tagEntries.length > 0 && identity.isNode(doc.contents)) {
				const tags = {};
				visit.visit(doc.contents, (_key, node) => {
					if (identity.isNode(node) && node.tag) tags[node.tag] = true;
				});
				tagNames = Object.keys(tags);
			} else tagNames = [];
			for (const [handle, prefix] of tagEntries) {
				if (handle === "!!" && prefix === "tag:yaml.org,2002:") continue;
				if (!doc || tagNames.some((tn) => tn.startsWith(prefix))) lines.push(`%TAG ${handle} ${prefix}`);
			}
			return lines.join("\n");
		}
	};
	Directives.defaultYaml = {
		explicit: false,
		version: "1.2"
	};
	Directives.defaultTags = { "!!": "tag:yaml.org,2002:" };
	exports.Directives = Directives;
}));
// ../../main/node_modules/yaml/dist/doc/anchors.js
var require_anchors = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	var visit = require_visit();
	/**
	* Verify that the input string is a valid anchor.
	*
	* Will throw on errors.
	*/
	function anchorIsValid(anchor) {
		if (/[\x00-\x19\s,[\]{}]/.test(anchor)) {
			const msg = `Anchor must not contain whitespace or control characters: ${JSON.stringify(anchor)}`;
			throw new Error(msg);
		}
		return true;
	}
	function anchorNames(root) {
		const anchors = /* @__PURE__ */ new Set();
		visit.visit(root, { Value(_key, node) {
			if (node.anchor) anchors.add(node.anchor);
		} });
		return anchors;
	}
	/** Find a new anchor name with the given `prefix` and a one-indexed suffix. */
	function findNewAnchor(prefix, exclude) {
		for (let i = 1;; ++i) {
			const name = `${prefix}${i}`;
			if (!exclude.has(name)) return name;
		}
	}
	function createNodeAnchors(doc, prefix) {
		const aliasObjects = [];
		const sourceObjects = /* @__PURE__ */ new Map();
		let prevAnchors = null;
		return {
			onAnchor: (source) => {
				aliasObjects.push(source);
				prevAnchors ?? (prevAnchors = anchorNames(doc));
				const anchor = findNewAnchor(prefix, prevAnchors);
				prevAnchors.add(anchor);
				return anchor;
			},
			/**
			* With circular references, the source node is only resolved after all
			* of its child nodes are. This is why anchors are set only after all of
			* the nodes have been created.
			*/
			setAnchors: () => {
				for (const source of aliasObjects) {
					const ref = sourceObjects.get(source);
					if (typeof ref === "object" && ref.anchor && (identity.isScalar(ref.node) || identity.isCollection(ref.node))) ref.node.anchor = ref.anchor;
					else {
						const error = /* @__PURE__ */ new Error("Failed to resolve repeated object (this should not happen)");
						error.source = source;
						throw error;
					}
				}
			},
			sourceObjects
		};
	}
	exports.anchorIsValid = anchorIsValid;
	exports.anchorNames = anchorNames;
	exports.createNodeAnchors = createNodeAnchors;
	exports.findNewAnchor = findNewAnchor;
}));
// ../../main/node_modules/yaml/dist/doc/applyReviver.js
var require_applyReviver = /* @__PURE__ */ __commonJSMin(((exports) => {
	/**
	* Applies the JSON.parse reviver algorithm as defined in the ECMA-262 spec,
	* in section 24.5.1.1 "Runtime Semantics: InternalizeJSONProperty" of the
	* 2021 edition: https://tc39.es/ecma262/#sec-json.parse
	*
	* Includes extensions for handling Map and Set objects.
	*/
	function applyReviver(reviver, obj, key, val) {
		if (val && typeof val === "object") {
			if (Array.isArray(val)) for (let i = 0, len = val.length; i < len; ++i) {
				const v0 = val[i];
				const v1 = applyReviver(reviver, val, String(i), v0);
				if (v1 === void 0) delete val[i];
				else if (v1 !== v0) val[i] = v1;
			}
			else if (val instanceof Map) for (const k of Array.from(val.keys())) {
				const v0 = val.get(k);
				const v1 = applyReviver(reviver, val, k, v0);
				if (v1 === void 0) val.delete(k);
				else if (v1 !== v0) val.set(k, v1);
			}
			else if (val instanceof Set) for (const v0 of Array.from(val)) {
				const v1 = applyReviver(reviver, val, v0, v0);
				if (v1 === void 0) val.delete(v0);
				else if (v1 !== v0) {
					val.delete(v0);
					val.add(v1);
				}
			}
			else for (const [k, v0] of Object.entries(val)) {
				const v1 = applyReviver(reviver, val, k, v0);
				if (v1 === void 0) delete val[k];
				else if (v1 !== v0) val[k] = v1;
			}
		}
		return reviver.call(obj, key, val);
	}
	exports.applyReviver = applyReviver;
}));
// ../../main/node_modules/yaml/dist/nodes/toJS.js
var require_toJS = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	/**
	* Recursively convert any node or its contents to native JavaScript
	*
	* @param value - The input value
	* @param arg - If `value` defines a `toJSON()` method, use this
	*   as its first argument
	* @param ctx - Conversion context, originally set in Document#toJS(). If
	*   `{ keep: true }` is not set, output should be suitable for JSON
	*   stringification.
	*/
	function toJS(value, arg, ctx) {
		if (Array.isArray(value)) return value.map((v, i) => toJS(v, String(i), ctx));
		if (value && typeof value.toJSON === "function") {
			if (!ctx || !identity.hasAnchor(value)) return value.toJSON(arg, ctx);
			const data = {
				aliasCount: 0,
				count: 1,
				res: void 0
			};
			ctx.anchors.set(value, data);
			ctx.onCreate = (res) => {
				data.res = res;
				delete ctx.onCreate;
			};
			const res = value.toJSON(arg, ctx);
			if (ctx.onCreate) ctx.onCreate(res);
			return res;
		}
		if (typeof value === "bigint" && !ctx?.keep) return Number(value);
		return value;
	}
	exports.toJS = toJS;
}));
// ../../main/node_modules/yaml/dist/nodes/Node.js
var require_Node = /* @__PURE__ */ __commonJSMin(((exports) => {
	var applyReviver = require_applyReviver();
	var identity = require_identity();
	var toJS = require_toJS();
	var NodeBase = class {
		constructor(type) {
			Object.defineProperty(this, identity.NODE_TYPE, { value: type });
		}
		/** Create a copy of this node.  */
		clone() {
			const copy = Object.create(Object.getPrototypeOf(this), Object.getOwnPropertyDescriptors(this));
			if (this.range) copy.range = this.range.slice();
			return copy;
		}
		/** A plain JavaScript representation of this node. */
		toJS(doc, { mapAsMap, maxAliasCount, onAnchor, reviver } = {}) {
			if (!identity.isDocument(doc)) throw new TypeError("A document argument is required");
			const ctx = {
				anchors: /* @__PURE__ */ new Map(),
				doc,
				keep: true,
				mapAsMap: mapAsMap === true,
				mapKeyWarned: false,
				maxAliasCount: typeof maxAliasCount === "number" ? maxAliasCount : 100
			};
			const res = toJS.toJS(this, "", ctx);
			if (typeof onAnchor === "function") for (const { count, res } of ctx.anchors.values()) onAnchor(res, count);
			return typeof reviver === "function" ? applyReviver.applyReviver(reviver, { "": res }, "", res) : res;
		}
	};
	exports.NodeBase = NodeBase;
}));
// ../../main/node_modules/yaml/dist/nodes/Alias.js
var require_Alias = /* @__PURE__ */ __commonJSMin(((exports) => {
	var anchors = require_anchors();
	var visit = require_visit();
	var identity = require_identity();
	var Node = require_Node();
	var toJS = require_toJS();
	var Alias = class extends Node.NodeBase {
		constructor(source) {
			super(identity.ALIAS);
			this.source = source;
			Object.defineProperty(this, "tag", { set() {
				throw new Error("Alias nodes cannot have tags");
			} });
		}
		/**
		* Resolve the value of this alias within `doc`, finding the last
		* instance of the `source` anchor before this node.
		*/
		resolve(doc, ctx) {
			if (ctx?.maxAliasCount === 0) throw new ReferenceError("Alias resolution is disabled");
			let nodes;
			if (ctx?.aliasResolveCache) nodes = ctx.aliasResolveCache;
			else {
				nodes = [];
				visit.visit(doc, { Node: (_key, node) => {
					if (identity.isAlias(node) || identity.hasAnchor(node)) nodes.push(node);
				} });
				if (ctx) ctx.aliasResolveCache = nodes;
			}
			let found = void 0;
			for (const node of nodes) {
				if (node === this) break;
				if (node.anchor === this.source) found = node;
			}
			if (found && ctx) {
				const { anchors, doc, maxAliasCount } = ctx;
				let data = anchors.get(found);
				if (!data) {
					toJS.toJS(found, null, ctx);
					data = anchors.get(found);
				}
				/* istanbul ignore if */
				if (data?.res === void 0) throw new ReferenceError("This should not happen: Alias anchor was not resolved?");
				if (maxAliasCount >= 0) {
					data.count += 1;
					if (data.aliasCount === 0) data.aliasCount = getAliasCount(doc, found, anchors);
					if (data.count * data.aliasCount > maxAliasCount) throw new ReferenceError("Excessive alias count indicates a resource exhaustion attack");
				}
			}
			return found;
		}
		toJSON(_arg, ctx) {
			if (!ctx) return { source: this.source };
			const source = this.resolve(ctx.doc, ctx);
			if (!source) {
				const msg = `Unresolved alias (the anchor must be set before the alias): ${this.source}`;
				throw new ReferenceError(msg);
			}
			return ctx.anchors.get(source).res;
		}
		toString(ctx, _onComment, _onChompKeep) {
			const src = `*${this.source}`;
			if (ctx) {
				anchors.anchorIsValid(this.source);
				if (ctx.options.verifyAliasOrder && !ctx.anchors.has(this.source)) {
					const msg = `Unresolved alias (the anchor must be set before the alias): ${this.source}`;
					throw new Error(msg);
				}
				if (ctx.implicitKey) return `${src} `;
			}
			return src;
		}
	};
	function getAliasCount(doc, node, anchors) {
		if (identity.isAlias(node)) {
			const source = node.resolve(doc);
			const anchor = anchors && source && anchors.get(source);
			return anchor ? anchor.count * anchor.aliasCount : 0;
		} else if (identity.isCollection(node)) {
			let count = 0;
			for (const item of node.items) {
				const c = getAliasCount(doc, item, anchors);
				if (c > count) count = c;
			}
			return count;
		} else if (identity.isPair(node)) {
			const kc = getAliasCount(doc, node.key, anchors);
			const vc = getAliasCount(doc, node.value, anchors);
			return Math.max(kc, vc);
		}
		return 1;
	}
	exports.Alias = Alias;
}));
// ../../main/node_modules/yaml/dist/nodes/Scalar.js
var require_Scalar = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	var Node = require_Node();
	var toJS = require_toJS();
	const isScalarValue = (value) => !value || typeof value !== "function" && typeof value !== "object";
	var Scalar = class extends Node.NodeBase {
		constructor(value) {
			super(identity.SCALAR);
			this.value = value;
		}
		toJSON(arg, ctx) {
			return ctx?.keep ? this.value : toJS.toJS(this.value, arg, ctx);
		}
		toString() {
			return String(this.value);
		}
	};
	Scalar.BLOCK_FOLDED = "BLOCK_FOLDED";
	Scalar.BLOCK_LITERAL = "BLOCK_LITERAL";
	Scalar.PLAIN = "PLAIN";
	Scalar.QUOTE_DOUBLE = "QUOTE_DOUBLE";
	Scalar.QUOTE_SINGLE = "QUOTE_SINGLE";
	exports.Scalar = Scalar;
	exports.isScalarValue = isScalarValue;
}));
// ../../main/node_modules/yaml/dist/doc/createNode.js
var require_createNode = /* @__PURE__ */ __commonJSMin(((exports) => {
	var Alias = require_Alias();
	var identity = require_identity();
	var Scalar = require_Scalar();
	const defaultTagPrefix = "tag:yaml.org,2002:";
	function findTagObject(value, tagName, tags) {
		if (tagName) {
			const match = tags.filter((t) => t.tag === tagName);
			const tagObj = match.find((t) => !t.format) ?? match[0];
			if (!tagObj) throw new Error(`Tag ${tagName} not found`);
			return tagObj;
		}
		return tags.find((t) => t.identify?.(value) && !t.format);
	}
	function createNode(value, tagName, ctx) {
		if (identity.isDocument(value)) value = value.contents;
		if (identity.isNode(value)) return value;
		if (identity.isPair(value)) {
			const map = ctx.schema[identity.MAP].createNode?.(ctx.schema, null, ctx);
			map.items.push(value);
			return map;
		}
		if (value instanceof String || value instanceof Number || value instanceof Boolean || typeof BigInt !== "undefined" && value instanceof BigInt) value = value.valueOf();
		const { aliasDuplicateObjects, onAnchor, onTagObj, schema, sourceObjects } = ctx;
		let ref = void 0;
		if (aliasDuplicateObjects && value && typeof value === "object") {
			ref = sourceObjects.get(value);
			if (ref) {
				ref.anchor ?? (ref.anchor = onAnchor(value));
				return new Alias.Alias(ref.anchor);
			} else {
				ref = {
					anchor: null,
					node: null
				};
				sourceObjects.set(value, ref);
			}
		}
		if (tagName?.startsWith("!!")) tagName = defaultTagPrefix + tagName.slice(2);
		let tagObj = findTagObject(value, tagName, schema.tags);
		if (!tagObj) {
			if (value && typeof value.toJSON === "function") value = value.toJSON();
			if (!value || typeof value !== "object") {
				const node = new Scalar.Scalar(value);
				if (ref) ref.node = node;
				return node;
			}
			tagObj = value instanceof Map ? schema[identity.MAP] : Symbol.iterator in Object(value) ? schema[identity.SEQ] : schema[identity.MAP];
		}
		if (onTagObj) {
			onTagObj(tagObj);
			delete ctx.onTagObj;
		}
		const node = tagObj?.createNode ? tagObj.createNode(ctx.schema, value, ctx) : typeof tagObj?.nodeClass?.from === "function" ? tagObj.nodeClass.from(ctx.schema, value, ctx) : new Scalar.Scalar(value);
		if (tagName) node.tag = tagName;
		else if (!tagObj.default) node.tag = tagObj.tag;
		if (ref) ref.node = node;
		return node;
	}
	exports.createNode = createNode;
}));
// ../../main/node_modules/yaml/dist/nodes/Collection.js
var require_Collection = /* @__PURE__ */ __commonJSMin(((exports) => {
	var createNode = require_createNode();
	var identity = require_identity();
	var Node = require_Node();
	function collectionFromPath(schema, path, value) {
		let v = value;
		for (let i = path.length - 1; i >= 0; --i) {
			const k = path[i];
			if (typeof k === "number" && Number.isInteger(k) && k >= 0) {
				const a = [];
				a[k] = v;
				v = a;
			} else v = /* @__PURE__ */ new Map([[k, v]]);
		}
		return createNode.createNode(v, void 0, {
			aliasDuplicateObjects: false,
			keepUndefined: false,
			onAnchor: () => {
				throw new Error("This should not happen, please report a bug.");
			},
			schema,
			sourceObjects: /* @__PURE__ */ new Map()
		});
	}
	const isEmptyPath = (path) => path == null || typeof path === "object" && !!path[Symbol.iterator]().next().done;
	var Collection = class extends Node.NodeBase {
		constructor(type, schema) {
			super(type);
			Object.defineProperty(this, "schema", {
				value: schema,
				configurable: true,
				enumerable: false,
				writable: true
			});
		}
		/**
		* Create a copy of this collection.
		*
		* @param schema - If defined, overwrites the original's schema
		*/
		clone(schema) {
			const copy = Object.create(Object.getPrototypeOf(this), Object.getOwnPropertyDescriptors(this));
			if (schema) copy.schema = schema;
			copy.items = copy.items.map((it) => identity.isNode(it) || identity.isPair(it) ? it.clone(schema) : it);
			if (this.range) copy.range = this.range.slice();
			return copy;
		}
		/**
		* Adds a value to the collection. For `!!map` and `!!omap` the value must
		* be a Pair instance or a `{ key, value }` object, which may not have a key
		* that already exists in the map.
		*/
		addIn(path, value) {
			if (isEmptyPath(path)) this.add(value);
			else {
				const [key, ...rest] = path;
				const node = this.get(key, true);
				if (identity.isCollection(node)) node.addIn(rest, value);
				else if (node === void 0 && this.schema) this.set(key, collectionFromPath(this.schema, rest, value));
				else throw new Error(`Expected YAML collection at ${key}. Remaining path: ${rest}`);
			}
		}
		/**
		* Removes a value from the collection.
		* @returns `true` if the item was found and removed.
		*/
		deleteIn(path) {
			const [key, ...rest] = path;
			if (rest.length === 0) return this.delete(key);
			const node = this.get(key, true);
			if (identity.isCollection(node)) return node.deleteIn(rest);
			else throw new Error(`Expected YAML collection at ${key}. Remaining path: ${rest}`);
		}
		/**
		* Returns item at `key`, or `undefined` if not found. By default unwraps
		* scalar values from their surrounding node; to disable set `keepScalar` to
		* `true` (collections are always returned intact).
		*/
		getIn(path, keepScalar) {
			const [key, ...rest] = path;
			const node = this.get(key, true);
			if (rest.length === 0) return !keepScalar && identity.isScalar(node) ? node.value : node;
			else return identity.isCollection(node) ? node.getIn(rest, keepScalar) : void 0;
		}
		hasAllNullValues(allowScalar) {
			return this.items.every((node) => {
				if (!identity.isPair(node)) return false;
				const n = node.value;
				return n == null || allowScalar && identity.isScalar(n) && n.value == null && !n.commentBefore && !n.comment && !n.tag;
			});
		}
		/**
		* Checks if the collection includes a value with the key `key`.
		*/
		hasIn(path) {
			const [key, ...rest] = path;
			if (rest.length === 0) return this.has(key);
			const node = this.get(key, true);
			return identity.isCollection(node) ? node.hasIn(rest) : false;
		}
		/**
		* Sets a value in this collection. For `!!set`, `value` needs to be a
		* boolean to add/remove the item from the set.
		*/
		setIn(path, value) {
			const [key, ...rest] = path;
			if (rest.length === 0) this.set(key, value);
			else {
				const node = this.get(key, true);
				if (identity.isCollection(node)) node.setIn(rest, value);
				else if (node === void 0 && this.schema) this.set(key, collectionFromPath(this.schema, rest, value));
				else throw new Error(`Expected YAML collection at ${key}. Remaining path: ${rest}`);
			}
		}
	};
	exports.Collection = Collection;
	exports.collectionFromPath = collectionFromPath;
	exports.isEmptyPath = isEmptyPath;
}));
// ../../main/node_modules/yaml/dist/stringify/stringifyComment.js
var require_stringifyComment = /* @__PURE__ */ __commonJSMin(((exports) => {
	/**
	* Stringifies a comment.
	*
	* Empty comment lines are left empty,
	* lines consisting of a single space are replaced by `#`,
	* and all other lines are prefixed with a `#`.
	*/
	const stringifyComment = (str) => str.replace(/^(?!$)(?: $)?/gm, "#");
	function indentComment(comment, indent) {
		if (/^\n+$/.test(comment)) return comment.substring(1);
		return indent ? comment.replace(/^(?! *$)/gm, indent) : comment;
	}
	const lineComment = (str, indent, comment) => str.endsWith("\n") ? indentComment(comment, indent) : comment.includes("\n") ? "\n" + indentComment(comment, indent) : (str.endsWith(" ") ? "" : " ") + comment;
	exports.indentComment = indentComment;
	exports.lineComment = lineComment;
	exports.stringifyComment = stringifyComment;
}));
// ../../main/node_modules/yaml/dist/stringify/foldFlowLines.js
var require_foldFlowLines = /* @__PURE__ */ __commonJSMin(((exports) => {
	const FOLD_FLOW = "flow";
	const FOLD_BLOCK = "block";
	const FOLD_QUOTED = "quoted";
	/**
	* Tries to keep input at up to `lineWidth` characters, splitting only on spaces
	* not followed by newlines or spaces unless `mode` is `'quoted'`. Lines are
	* terminated with `\n` and started with `indent`.
	*/
	function foldFlowLines(text, indent, mode = "flow", { indentAtStart, lineWidth = 80, minContentWidth = 20, onFold, onOverflow } = {}) {
		if (!lineWidth || lineWidth < 0) return text;
		if (lineWidth < minContentWidth) minContentWidth = 0;
		const endStep = Math.max(1 + minContentWidth, 1 + lineWidth - indent.length);
		if (text.length <= endStep) return text;
		const folds = [];
		const escapedFolds = {};
		let end = lineWidth - indent.length;
		if (typeof indentAtStart === "number") {
			if (indentAtStart > lineWidth - Math.max(2, minContentWidth)) folds.push(0);
			else end = lineWidth - indentAtStart;
		}
		let split = void 0;
		let prev = void 0;
		let overflow = false;
		let i = -1;
		let escStart = -1;
		let escEnd = -1;
		if (mode === FOLD_BLOCK) {
			i = consumeMoreIndentedLines(text, i, indent.length);
			if (i !== -1) end = i + endStep;
		}
		for (let ch; ch = text[i += 1];) {
			if (mode === FOLD_QUOTED && ch === "\\") {
				escStart = i;
				switch (text[i + 1]) {
					case "x":
						i += 3;
						break;
					case "u":
						i += 5;
						break;
					case "U":
						i += 9;
						break;
					default: i += 1;
				}
				escEnd = i;
			}
			if (ch === "\n") {
				if (mode === FOLD_BLOCK) i = consumeMoreIndentedLines(text, i, indent.length);
				end = i + indent.length + endStep;
				split = void 0;
			} else {
				if (ch === " " && prev && prev !== " " && prev !== "\n" && prev !== "	") {
					const next = text[i + 1];
					if (next && next !== " " && next !== "\n" && next !== "	") split = i;
				}
				if (i >= end) {
					if (split) {
						folds.push(split);
						end = split + endStep;
						split = void 0;
					} else if (mode === FOLD_QUOTED) {
						while (prev === " " || prev === "	") {
							prev = ch;
							ch = text[i += 1];
							overflow = true;
						}
						const j = i > escEnd + 1 ? i - 2 : escStart - 1;
						if (escapedFolds[j]) return text;
						folds.push(j);
						escapedFolds[j] = true;
						end = j + endStep;
						split = void 0;
					} else overflow = true;
				}
			}
			prev = ch;
		}
		if (overflow && onOverflow) onOverflow();
		if (folds.length === 0) return text;
		if (onFold) onFold();
		let res = text.slice(0, folds[0]);
		for (let i = 0; i < folds.length; ++i) {
			const fold = folds[i];
			const end = folds[i + 1] || text.length;
			if (fold === 0) res = `\n${indent}${text.slice(0, end)}`;
			else {
				if (mode === FOLD_QUOTED && escapedFolds[fold]) res += `${text[fold]}\\`;
				res += `\n${indent}${text.slice(fold + 1, end)}`;
			}
		}
		return res;
	}
	/**
	* Presumes `i + 1` is at the start of a line
	* @returns index of last newline in more-indented block
	*/
	function consumeMoreIndentedLines(text, i, indent) {
		let end = i;
		let start = i + 1;
		let ch = text[start];
		while (ch === " " || ch === "	") if (i < start + indent) ch = text[++i];
		else {
			do
				ch = text[++i];
			while (ch && ch !== "\n");
			end = i;
			start = i + 1;
			ch = text[start];
		}
		return end;
	}
	exports.FOLD_BLOCK = FOLD_BLOCK;
	exports.FOLD_FLOW = FOLD_FLOW;
	exports.FOLD_QUOTED = FOLD_QUOTED;
	exports.foldFlowLines = foldFlowLines;
}));
// ../../main/node_modules/yaml/dist/stringify/stringifyString.js
var require_stringifyString = /* @__PURE__ */ __commonJSMin(((exports) => {
	var Scalar = require_Scalar();
	var foldFlowLines = require_foldFlowLines();
	const getFoldOptions = (ctx, isBlock) => ({
		indentAtStart: isBlock ? ctx.indent.length : ctx.indentAtStart,
		lineWidth: ctx.options.lineWidth,
		minContentWidth: ctx.options.minContentWidth
	});
	const containsDocumentMarker = (str) => /^(%|---|\.\.\.)/m.test(str);
	function lineLengthOverLimit(str, lineWidth, indentLength) {
		if (!lineWidth || lineWidth < 0) return false;
		const limit = lineWidth - indentLength;
		const strLen = str.length;
		if (strLen <= limit) return false;
		for (let i = 0, start = 0; i < strLen; ++i) if (str[i] === "\n") {
			if (i - start > limit) return true;
			start = i + 1;
			if (strLen - start <= limit) return false;
		}
		return true;
	}
	function doubleQuotedString(value, ctx) {
		const json = JSON.stringify(value);
		if (ctx.options.doubleQuotedAsJSON) return json;
		const { implicitKey } = ctx;
		const minMultiLineLength = ctx.options.doubleQuotedMinMultiLineLength;
		const indent = ctx.indent || (containsDocumentMarker(value) ? "  " : "");
		let str = "";
		let start = 0;
		for (let i = 0, ch = json[i]; ch; ch = json[++i]) {
			if (ch === " " && json[i + 1] === "\\" && json[i + 2] === "n") {
				str += json.slice(start, i) + "\\ ";
				i += 1;
				start = i;
				ch = "\\";
			}
			if (ch === "\\") switch (json[i + 1]) {
				case "u":
					{
						str += json.slice(start, i);
						const code = json.substr(i + 2, 4);
						switch (code) {
							case "0000":
								str += "\\0";
								break;
							case "0007":
								str += "\\a";
								break;
							case "000b":
								str += "\\v";
								break;
							case "001b":
								str += "\\e";
								break;
							case "0085":
								str += "\\N";
								break;
							case "00a0":
								str += "\\_";
								break;
							case "2028":
								str += "\\L";
								break;
							case "2029":
								str += "\\P";
								break;
							default: if (code.substr(0, 2) === "00") str += "\\x" + code.substr(2);
							else str += json.substr(i, 6);
						}
						i += 5;
						start = i + 1;
					}
					break;
				case "n":
					if (implicitKey || json[i + 2] === "\"" || json.length < minMultiLineLength) i += 1;
					else {
						str += json.slice(start, i) + "\n\n";
						while (json[i + 2] === "\\" && json[i + 3] === "n" && json[i + 4] !== "\"") {
							str += "\n";
							i += 2;
						}
						str += indent;
						if (json[i + 2] === " ") str += "\\";
						i += 1;
						start = i + 1;
					}
					break;
				default: i += 1;
			}
		}
		str = start ? str + json.slice(start) : json;
		return implicitKey ? str : foldFlowLines.foldFlowLines(str, indent, foldFlowLines.FOLD_QUOTED, getFoldOptions(ctx, false));
	}
	function singleQuotedString(value, ctx) {
		if (ctx.options.singleQuote === false || ctx.implicitKey && value.includes("\n") || /[ \t]\n|\n[ \t]/.test(value)) return doubleQuotedString(value, ctx);
		const indent = ctx.indent || (containsDocumentMarker(value) ? "  " : "");
		const res = "'" + value.replace(/'/g, "''").replace(/\n+/g, `$&\n${indent}`) + "'";
		return ctx.implicitKey ? res : foldFlowLines.foldFlowLines(res, indent, foldFlowLines.FOLD_FLOW, getFoldOptions(ctx, false));
	}
	function quotedString(value, ctx) {
		const { singleQuote } = ctx.options;
		let qs;
		if (singleQuote === false) qs = doubleQuotedString;
		else {
			const hasDouble = value.includes("\"");
			const hasSingle = value.includes("'");
			if (hasDouble && !hasSingle) qs = singleQuotedString;
			else if (hasSingle && !hasDouble) qs = doubleQuotedString;
			else qs = singleQuote ? singleQuotedString : doubleQuotedString;
		}
		return qs(value, ctx);
	}
	let blockEndNewlines;
	try {
		blockEndNewlines = new RegExp("(^|(?<!\n))\n+(?!\n|$)", "g");
	} catch {
		blockEndNewlines = /\n+(?!\n|$)/g;
	}
	function blockString({ comment, type, value }, ctx, onComment, onChompKeep) {
		const { blockQuote, commentString, lineWidth } = ctx.options;
		if (!blockQuote || /\n[\t ]+$/.test(value)) return quotedString(value, ctx);
		const indent = ctx.indent || (ctx.forceBlockIndent || containsDocumentMarker(value) ? "  " : "");
		const literal = blockQuote === "literal" ? true : blockQuote === "folded" || type === Scalar.Scalar.BLOCK_FOLDED ? false : type === Scalar.Scalar.BLOCK_LITERAL ? true : !lineLengthOverLimit(value, lineWidth, indent.length);
		if (!value) return literal ? "|\n" : ">\n";
		let chomp;
		let endStart;
		for (endStart = value.length; endStart > 0; --endStart) {
			const ch = value[endStart - 1];
			if (ch !== "\n" && ch !== "	" && ch !== " ") break;
		}
		let end = value.substring(endStart);
		const endNlPos = end.indexOf("\n");
		if (endNlPos === -1) chomp = "-";
		else if (value === end || endNlPos !== end.length - 1) {
			chomp = "+";
			if (onChompKeep) onChompKeep();
		} else chomp = "";
		if (end) {
			value = value.slice(0, -end.length);
			if (end[end.length - 1] === "\n") end = end.slice(0, -1);
			end = end.replace(blockEndNewlines, `$&${indent}`);
		}
		let startWithSpace = false;
		let startEnd;
		let startNlPos = -1;
		for (startEnd = 0; startEnd < value.length; ++startEnd) {
			const ch = value[startEnd];
			if (ch === " ") startWithSpace = true;
			else if (ch === "\n") startNlPos = startEnd;
			else break;
		}
		let start = value.substring(0, startNlPos < startEnd ? startNlPos + 1 : startEnd);
		if (start) {
			value = value.substring(start.length);
			start = start.replace(/\n+/g, `$&${indent}`);
		}
		let header = (startWithSpace ? indent ? "2" : "1" : "") + chomp;
		if (comment) {
			header += " " + commentString(comment.replace(/ ?[\r\n]+/g, " "));
			if (onComment) onComment();
		}
		if (!literal) {
			const foldedValue = value.replace(/\n+/g, "\n$&").replace(/(?:^|\n)([\t ].*)(?:([\n\t ]*)\n(?![\n\t ]))?/g, "$1$2").replace(/\n+/g, `$&${indent}`);
			let literalFallback = false;
			const foldOptions = getFoldOptions(ctx, true);
			if (blockQuote !== "folded" && type !== Scalar.Scalar.BLOCK_FOLDED) foldOptions.onOverflow = () => {
				literalFallback = true;
			};
			const body = foldFlowLines.foldFlowLines(`${start}${foldedValue}${end}`, indent, foldFlowLines.FOLD_BLOCK, foldOptions);
			if (!literalFallback) return `>${header}\n${indent}${body}`;
		}
		value = value.replace(/\n+/g, `$&${indent}`);
		return `|${header}\n${indent}${start}${value}${end}`;
	}
	function plainString(item, ctx, onComment, onChompKeep) {
		const { type, value } = item;
		const { actualString, implicitKey, indent, indentStep, inFlow } = ctx;
		if (implicitKey && value.includes("\n") || inFlow && /[[\]{},]/.test(value)) return quotedString(value, ctx);
		if (/^[\n\t ,[\]{}#&*!|>'"%@`]|^[?-]$|^[?-][ \t]|[\n:][ \t]|[ \t]\n|[\n\t ]#|[\n\t :]$/.test(value)) return implicitKey || inFlow || !value.includes("\n") ? quotedString(value, ctx) : blockString(item, ctx, onComment, onChompKeep);
		if (!implicitKey && !inFlow && type !== Scalar.Scalar.PLAIN && value.includes("\n")) return blockString(item, ctx, onComment, onChompKeep);
		if (containsDocumentMarker(value)) {
			if (indent === "") {
				ctx.forceBlockIndent = true;
				return blockString(item, ctx, onComment, onChompKeep);
			} else if (implicitKey && indent === indentStep) return quotedString(value, ctx);
		}
		const str = value.replace(/\n+/g, `$&\n${indent}`);
		if (actualString) {
			const test = (tag) => tag.default && tag.tag !== "tag:yaml.org,2002:str" && tag.test?.test(str);
			const { compat, tags } = ctx.doc.schema;
			if (tags.some(test) || compat?.some(test)) return quotedString(value, ctx);
		}
		return implicitKey ? str : foldFlowLines.foldFlowLines(str, indent, foldFlowLines.FOLD_FLOW, getFoldOptions(ctx, false));
	}
	function stringifyString(item, ctx, onComment, onChompKeep) {
		const { implicitKey, inFlow } = ctx;
		const ss = typeof item.value === "string" ? item : Object.assign({}, item, { value: String(item.value) });
		let { type } = item;
		if (type !== Scalar.Scalar.QUOTE_DOUBLE) {
			if (/[\x00-\x08\x0b-\x1f\x7f-\x9f\u{D800}-\u{DFFF}]/u.test(ss.value)) type = Scalar.Scalar.QUOTE_DOUBLE;
		}
		const _stringify = (_type) => {
			switch (_type) {
				case Scalar.Scalar.BLOCK_FOLDED:
				case Scalar.Scalar.BLOCK_LITERAL: return implicitKey || inFlow ? quotedString(ss.value, ctx) : blockString(ss, ctx, onComment, onChompKeep);
				case Scalar.Scalar.QUOTE_DOUBLE: return doubleQuotedString(ss.value, ctx);
				case Scalar.Scalar.QUOTE_SINGLE: return singleQuotedString(ss.value, ctx);
				case Scalar.Scalar.PLAIN: return plainString(ss, ctx, onComment, onChompKeep);
				default: return null;
			}
		};
		let res = _stringify(type);
		if (res === null) {
			const { defaultKeyType, defaultStringType } = ctx.options;
			const t = implicitKey && defaultKeyType || defaultStringType;
			res = _stringify(t);
			if (res === null) throw new Error(`Unsupported default string type ${t}`);
		}
		return res;
	}
	exports.stringifyString = stringifyString;
}));
// ../../main/node_modules/yaml/dist/stringify/stringify.js
var require_stringify = /* @__PURE__ */ __commonJSMin(((exports) => {
	var anchors = require_anchors();
	var identity = require_identity();
	var stringifyComment = require_stringifyComment();
	var stringifyString = require_stringifyString();
	function createStringifyContext(doc, options) {
		const opt = Object.assign({
			blockQuote: true,
			commentString: stringifyComment.stringifyComment,
			defaultKeyType: null,
			defaultStringType: "PLAIN",
			directives: null,
			doubleQuotedAsJSON: false,
			doubleQuotedMinMultiLineLength: 40,
			falseStr: "false",
			flowCollectionPadding: true,
			indentSeq: true,
			lineWidth: 80,
			minContentWidth: 20,
			nullStr: "null",
			simpleKeys: false,
			singleQuote: null,
			trailingComma: false,
			trueStr: "true",
			verifyAliasOrder: true
		}, doc.schema.toStringOptions, options);
		let inFlow;
		switch (opt.collectionStyle) {
			case "block":
				inFlow = false;
				break;
			case "flow":
				inFlow = true;
				break;
			default: inFlow = null;
		}
		return {
			anchors: /* @__PURE__ */ new Set(),
			doc,
			flowCollectionPadding: opt.flowCollectionPadding ? " " : "",
			indent: "",
			indentStep: typeof opt.indent === "number" ? " ".repeat(opt.indent) : "  ",
			inFlow,
			options: opt
		};
	}
	function getTagObject(tags, item) {
		if (item.tag) {
			const match = tags.filter((t) => t.tag === item.tag);
			if (match.length > 0) return match.find((t) => t.format === item.format) ?? match[0];
		}
		let tagObj = void 0;
		let obj;
		if (identity.isScalar(item)) {
			obj = item.value;
			let match = tags.filter((t) => t.identify?.(obj));
			if (match.length > 1) {
				const testMatch = match.filter((t) => t.test);
				if (testMatch.length > 0) match = testMatch;
			}
			tagObj = match.find((t) => t.format === item.format) ?? match.find((t) => !t.format);
		} else {
			obj = item;
			tagObj = tags.find((t) => t.nodeClass && obj instanceof t.nodeClass);
		}
		if (!tagObj) {
			const name = obj?.constructor?.name ?? (obj === null ? "null" : typeof obj);
			throw new Error(`Tag not resolved for ${name} value`);
		}
		return tagObj;
	}
	function stringifyProps(node, tagObj, { anchors: anchors$1, doc }) {
		if (!doc.directives) return "";
		const props = [];
		const anchor = (identity.isScalar(node) || identity.isCollection(node)) && node.anchor;
		if (anchor && anchors.anchorIsValid(anchor)) {
			anchors$1.add(anchor);
			props.push(`&${anchor}`);
		}
		const tag = node.tag ?? (tagObj.default ? null : tagObj.tag);
		if (tag) props.push(doc.directives.tagString(tag));
		return props.join(" ");
	}
	function stringify(item, ctx, onComment, onChompKeep) {
		if (identity.isPair(item)) return item.toString(ctx, onComment, onChompKeep);
		if (identity.isAlias(item)) {
			if (ctx.doc.directives) return item.toString(ctx);
			if (ctx.resolvedAliases?.has(item)) throw new TypeError(`Cannot stringify circular structure without alias nodes`);
			else {
				if (ctx.resolvedAliases) ctx.resolvedAliases.add(item);
				else ctx.resolvedAliases = /* @__PURE__ */ new Set([item]);
				item = item.resolve(ctx.doc);
			}
		}
		let tagObj = void 0;
		const node = identity.isNode(item) ? item : ctx.doc.createNode(item, { onTagObj: (o) => tagObj = o });
		tagObj ?? (tagObj = getTagObject(ctx.doc.schema.tags, node));
		const props = stringifyProps(node, tagObj, ctx);
		if (props.length > 0) ctx.indentAtStart = (ctx.indentAtStart ?? 0) + props.length + 1;
		const str = typeof tagObj.stringify === "function" ? tagObj.stringify(node, ctx, onComment, onChompKeep) : identity.isScalar(node) ? stringifyString.stringifyString(node, ctx, onComment, onChompKeep) : node.toString(ctx, onComment, onChompKeep);
		if (!props) return str;
		return identity.isScalar(node) || str[0] === "{" || str[0] === "[" ? `${props} ${str}` : `${props}\n${ctx.indent}${str}`;
	}
	exports.createStringifyContext = createStringifyContext;
	exports.stringify = stringify;
}));
// ../../main/node_modules/yaml/dist/stringify/stringifyPair.js
var require_stringifyPair = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	var Scalar = require_Scalar();
	var stringify = require_stringify();
	var stringifyComment = require_stringifyComment();
	function stringifyPair({ key, value }, ctx, onComment, onChompKeep) {
		const { allNullValues, doc, indent, indentStep, options: { commentString, indentSeq, simpleKeys } } = ctx;
		let keyComment = identity.isNode(key) && key.comment || null;
		if (simpleKeys) {
			if (keyComment) throw new Error("With simple keys, key nodes cannot have comments");
			if (identity.isCollection(key) || !identity.isNode(key) && typeof key === "object") throw new Error("With simple keys, collection cannot be used as a key value");
		}
		let explicitKey = !simpleKeys && (!key || keyComment && value == null && !ctx.inFlow || identity.isCollection(key) || (identity.isScalar(key) ? key.type === Scalar.Scalar.BLOCK_FOLDED || key.type === Scalar.Scalar.BLOCK_LITERAL : typeof key === "object"));
		ctx = Object.assign({}, ctx, {
			allNullValues: false,
			implicitKey: !explicitKey && (simpleKeys || !allNullValues),
			indent: indent + indentStep
		});
		let keyCommentDone = false;
		let chompKeep = false;
		let str = stringify.stringify(key, ctx, () => keyCommentDone = true, () => chompKeep = true);
		if (!explicitKey && !ctx.inFlow && str.length > 1024) {
			if (simpleKeys) throw new Error("With simple keys, single line scalar must not span more than 1024 characters");
			explicitKey = true;
		}
		if (ctx.inFlow) {
			if (allNullValues || value == null) {
				if (keyCommentDone && onComment) onComment();
				return str === "" ? "?" : explicitKey ? `? ${str}` : str;
			}
		} else if (allNullValues && !simpleKeys || value == null && explicitKey) {
			str = `? ${str}`;
			if (keyComment && !keyCommentDone) str += stringifyComment.lineComment(str, ctx.indent, commentString(keyComment));
			else if (chompKeep && onChompKeep) onChompKeep();
			return str;
		}
		if (keyCommentDone) keyComment = null;
		if (explicitKey) {
			if (keyComment) str += stringifyComment.lineComment(str, ctx.indent, commentString(keyComment));
			str = `? ${str}\n${indent}:`;
		} else {
			str = `${str}:`;
			if (keyComment) str += stringifyComment.lineComment(str, ctx.indent, commentString(keyComment));
		}
		let vsb, vcb, valueComment;
		if (identity.isNode(value)) {
			vsb = !!value.spaceBefore;
			vcb = value.commentBefore;
			valueComment = value.comment;
		} else {
			vsb = false;
			vcb = null;
			valueComment = null;
			if (value && typeof value === "object") value = doc.createNode(value);
		}
		ctx.implicitKey = false;
		if (!explicitKey && !keyComment && identity.isScalar(value)) ctx.indentAtStart = str.length + 1;
		chompKeep = false;
		if (!indentSeq && indentStep.length >= 2 && !ctx.inFlow && !explicitKey && identity.isSeq(value) && !value.flow && !value.tag && !value.anchor) ctx.indent = ctx.indent.substring(2);
		let valueCommentDone = false;
		const valueStr = stringify.stringify(value, ctx, () => valueCommentDone = true, () => chompKeep = true);
		let ws = " ";
		if (keyComment || vsb || vcb) {
			ws = vsb ? "\n" : "";
			if (vcb) {
				const cs = commentString(vcb);
				ws += `\n${stringifyComment.indentComment(cs, ctx.indent)}`;
			}
			if (valueStr === "" && !ctx.inFlow) {
				if (ws === "\n" && valueComment) ws = "\n\n";
			} else ws += `\n${ctx.indent}`;
		} else if (!explicitKey && identity.isCollection(value)) {
			const vs0 = valueStr[0];
			const nl0 = valueStr.indexOf("\n");
			const hasNewline = nl0 !== -1;
			const flow = ctx.inFlow ?? value.flow ?? value.items.length === 0;
			if (hasNewline || !flow) {
				let hasPropsLine = false;
				if (hasNewline && (vs0 === "&" || vs0 === "!")) {
					let sp0 = valueStr.indexOf(" ");
					if (vs0 === "&" && sp0 !== -1 && sp0 < nl0 && valueStr[sp0 + 1] === "!") sp0 = valueStr.indexOf(" ", sp0 + 1);
					if (sp0 === -1 || nl0 < sp0) hasPropsLine = true;
				}
				if (!hasPropsLine) ws = `\n${ctx.indent}`;
			}
		} else if (valueStr === "" || valueStr[0] === "\n") ws = "";
		str += ws + valueStr;
		if (ctx.inFlow) {
			if (valueCommentDone && onComment) onComment();
		} else if (valueComment && !valueCommentDone) str += stringifyComment.lineComment(str, ctx.indent, commentString(valueComment));
		else if (chompKeep && onChompKeep) onChompKeep();
		return str;
	}
	exports.stringifyPair = stringifyPair;
}));
// ../../main/node_modules/yaml/dist/log.js
var require_log = /* @__PURE__ */ __commonJSMin(((exports) => {
	var node_process = (init__process(), __toCommonJS(_process_exports));
	function debug(logLevel, ...messages) {
		if (logLevel === "debug") console.log(...messages);
	}
	function warn(logLevel, warning) {
		if (logLevel === "debug" || logLevel === "warn") {
			if (typeof node_process.emitWarning === "function") node_process.emitWarning(warning);
			else console.warn(warning);
		}
	}
	exports.debug = debug;
	exports.warn = warn;
}));
// ../../main/node_modules/yaml/dist/schema/yaml-1.1/merge.js
var require_merge = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	var Scalar = require_Scalar();
	const MERGE_KEY = "<<";
	const merge = {
		identify: (value) => value === MERGE_KEY || typeof value === "symbol" && value.description === MERGE_KEY,
		default: "key",
		tag: "tag:yaml.org,2002:merge",
		test: /^<<$/,
		resolve: () => Object.assign(new Scalar.Scalar(Symbol(MERGE_KEY)), { addToJSMap: addMergeToJSMap }),
		stringify: () => MERGE_KEY
	};
	const isMergeKey = (ctx, key) => (merge.identify(key) || identity.isScalar(key) && (!key.type || key.type === Scalar.Scalar.PLAIN) && merge.identify(key.value)) && ctx?.doc.schema.tags.some((tag) => tag.tag === merge.tag && tag.default);
	function addMergeToJSMap(ctx, map, value) {
		const source = resolveAliasValue(ctx, value);
		if (identity.isSeq(source)) for (const it of source.items) mergeValue(ctx, map, it);
		else if (Array.isArray(source)) for (const it of source) mergeValue(ctx, map, it);
		else mergeValue(ctx, map, source);
	}
	function mergeValue(ctx, map, value) {
		const source = resolveAliasValue(ctx, value);
		if (!identity.isMap(source)) throw new Error("Merge sources must be maps or map aliases");
		const srcMap = source.toJSON(null, ctx, Map);
		for (const [key, value] of srcMap) if (map instanceof Map) {
			if (!map.has(key)) map.set(key, value);
		} else if (map instanceof Set) map.add(key);
		else if (!Object.prototype.hasOwnProperty.call(map, key)) Object.defineProperty(map, key, {
			value,
			writable: true,
			enumerable: true,
			configurable: true
		});
		return map;
	}
	function resolveAliasValue(ctx, value) {
		return ctx && identity.isAlias(value) ? value.resolve(ctx.doc, ctx) : value;
	}
	exports.addMergeToJSMap = addMergeToJSMap;
	exports.isMergeKey = isMergeKey;
	exports.merge = merge;
}));
// ../../main/node_modules/yaml/dist/nodes/addPairToJSMap.js
var require_addPairToJSMap = /* @__PURE__ */ __commonJSMin(((exports) => {
	var log = require_log();
	var merge = require_merge();
	var stringify = require_stringify();
	var identity = require_identity();
	var toJS = require_toJS();
	function addPairToJSMap(ctx, map, { key, value }) {
		if (identity.isNode(key) && key.addToJSMap) key.addToJSMap(ctx, map, value);
		else if (merge.isMergeKey(ctx, key)) merge.addMergeToJSMap(ctx, map, value);
		else {
			const jsKey = toJS.toJS(key, "", ctx);
			if (map instanceof Map) map.set(jsKey, toJS.toJS(value, jsKey, ctx));
			else if (map instanceof Set) map.add(jsKey);
			else {
				const stringKey = stringifyKey(key, jsKey, ctx);
				const jsValue = toJS.toJS(value, stringKey, ctx);
				if (stringKey in map) Object.defineProperty(map, stringKey, {
					value: jsValue,
					writable: true,
					enumerable: true,
					configurable: true
				});
				else map[stringKey] = jsValue;
			}
		}
		return map;
	}
	function stringifyKey(key, jsKey, ctx) {
		if (jsKey === null) return "";
		if (typeof jsKey !== "object") return String(jsKey);
		if (identity.isNode(key) && ctx?.doc) {
			const strCtx = stringify.createStringifyContext(ctx.doc, {});
			strCtx.anchors = /* @__PURE__ */ new Set();
			for (const node of ctx.anchors.keys()) strCtx.anchors.add(node.anchor);
			strCtx.inFlow = true;
			strCtx.inStringifyKey = true;
			const strKey = key.toString(strCtx);
			if (!ctx.mapKeyWarned) {
				let jsonStr = JSON.stringify(strKey);
				if (jsonStr.length > 40) jsonStr = jsonStr.substring(0, 36) + "...\"";
				log.warn(ctx.doc.options.logLevel, `Keys with collection values will be stringified due to JS Object restrictions: ${jsonStr}. Set mapAsMap: true to use object keys.`);
				ctx.mapKeyWarned = true;
			}
			return strKey;
		}
		return JSON.stringify(jsKey);
	}
	exports.addPairToJSMap = addPairToJSMap;
}));
// ../../main/node_modules/yaml/dist/nodes/Pair.js
var require_Pair = /* @__PURE__ */ __commonJSMin(((exports) => {
	var createNode = require_createNode();
	var stringifyPair = require_stringifyPair();
	var addPairToJSMap = require_addPairToJSMap();
	var identity = require_identity();
	function createPair(key, value, ctx) {
		return new Pair(createNode.createNode(key, void 0, ctx), createNode.createNode(value, void 0, ctx));
	}
	var Pair = class Pair {
		constructor(key, value = null) {
			Object.defineProperty(this, identity.NODE_TYPE, { value: identity.PAIR });
			this.key = key;
			this.value = value;
		}
		clone(schema) {
			let { key, value } = this;
			if (identity.isNode(key)) key = key.clone(schema);
			if (identity.isNode(value)) value = value.clone(schema);
			return new Pair(key, value);
		}
		toJSON(_, ctx) {
			const pair = ctx?.mapAsMap ? /* @__PURE__ */ new Map() : {};
			return addPairToJSMap.addPairToJSMap(ctx, pair, this);
		}
		toString(ctx, onComment, onChompKeep) {
			return ctx?.doc ? stringifyPair.stringifyPair(this, ctx, onComment, onChompKeep) : JSON.stringify(this);
		}
	};
	exports.Pair = Pair;
	exports.createPair = createPair;
}));
// ../../main/node_modules/yaml/dist/stringify/stringifyCollection.js
var require_stringifyCollection = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	var stringify = require_stringify();
	var stringifyComment = require_stringifyComment();
	function stringifyCollection(collection, ctx, options) {
		return (ctx.inFlow ?? collection.flow ? stringifyFlowCollection : stringifyBlockCollection)(collection, ctx, options);
	}
	function stringifyBlockCollection({ comment, items }, ctx, { blockItemPrefix, flowChars, itemIndent, onChompKeep, onComment }) {
		const { indent, options: { commentString } } = ctx;
		const itemCtx = Object.assign({}, ctx, {
			indent: itemIndent,
			type: null
		});
		let chompKeep = false;
		const lines = [];
		for (let i = 0; i < items.length; ++i) {
			const item = items[i];
			let comment = null;
			if (identity.isNode(item)) {
				if (!chompKeep && item.spaceBefore) lines.push("");
				addCommentBefore(ctx, lines, item.commentBefore, chompKeep);
				if (item.comment) comment = item.comment;
			} else if (identity.isPair(item)) {
				const ik = identity.isNode(item.key) ? item.key : null;
				if (ik) {
					if (!chompKeep && ik.spaceBefore) lines.push("");
					addCommentBefore(ctx, lines, ik.commentBefore, chompKeep);
				}
			}
			chompKeep = false;
			let str = stringify.stringify(item, itemCtx, () => comment = null, () => chompKeep = true);
			if (comment) str += stringifyComment.lineComment(str, itemIndent, commentString(comment));
			if (chompKeep && comment) chompKeep = false;
			lines.push(blockItemPrefix + str);
		}
		let str;
		if (lines.length === 0) str = flowChars.start + flowChars.end;
		else {
			str = lines[0];
			for (let i = 1; i < lines.length; ++i) {
				const line = lines[i];
				str += line ? `\n${indent}${line}` : "\n";
			}
		}
		if (comment) {
			str += "\n" + stringifyComment.indentComment(commentString(comment), indent);
			if (onComment) onComment();
		} else if (chompKeep && onChompKeep) onChompKeep();
		return str;
	}
	function stringifyFlowCollection({ items }, ctx, { flowChars, itemIndent }) {
		const { indent, indentStep, flowCollectionPadding: fcPadding, options: { commentString } } = ctx;
		itemIndent += indentStep;
		const itemCtx = Object.assign({}, ctx, {
			indent: itemIndent,
			inFlow: true,
			type: null
		});
		let reqNewline = false;
		let linesAtValue = 0;
		const lines = [];
		for (let i = 0; i < items.length; ++i) {
			const item = items[i];
			let comment = null;
			if (identity.isNode(item)) {
				if (item.spaceBefore) lines.push("");
				addCommentBefore(ctx, lines, item.commentBefore, false);
				if (item.comment) comment = item.comment;
			} else if (identity.isPair(item)) {
				const ik = identity.isNode(item.key) ? item.key : null;
				if (ik) {
					if (ik.spaceBefore) lines.push("");
					addCommentBefore(ctx, lines, ik.commentBefore, false);
					if (ik.comment) reqNewline = true;
				}
				const iv = identity.isNode(item.value) ? item.value : null;
				if (iv) {
					if (iv.comment) comment = iv.comment;
					if (iv.commentBefore) reqNewline = true;
				} else if (item.value == null && ik?.comment) comment = ik.comment;
			}
			if (comment) reqNewline = true;
			let str = stringify.stringify(item, itemCtx, () => comment = null);
			reqNewline || (reqNewline = lines.length > linesAtValue || str.includes("\n"));
			if (i < items.length - 1) str += ",";
			else if (ctx.options.trailingComma) {
				if (ctx.options.lineWidth > 0) reqNewline || (reqNewline = lines.reduce((sum, line) => sum + line.length + 2, 2) + (str.length + 2) > ctx.options.lineWidth);
				if (reqNewline) str += ",";
			}
			if (comment) str += stringifyComment.lineComment(str, itemIndent, commentString(comment));
			lines.push(str);
			linesAtValue = lines.length;
		}
		const { start, end } = flowChars;
		if (lines.length === 0) return start + end;
		else {
			if (!reqNewline) {
				const len = lines.reduce((sum, line) => sum + line.length + 2, 2);
				reqNewline = ctx.options.lineWidth > 0 && len > ctx.options.lineWidth;
			}
			if (reqNewline) {
				let str = start;
				for (const line of lines) str += line ? `\n${indentStep}${indent}${line}` : "\n";
				return `${str}\n${indent}${end}`;
			} else return `${start}${fcPadding}${lines.join(" ")}${fcPadding}${end}`;
		}
	}
	function addCommentBefore({ indent, options: { commentString } }, lines, comment, chompKeep) {
		if (comment && chompKeep) comment = comment.replace(/^\n+/, "");
		if (comment) {
			const ic = stringifyComment.indentComment(commentString(comment), indent);
			lines.push(ic.trimStart());
		}
	}
	exports.stringifyCollection = stringifyCollection;
}));
// ../../main/node_modules/yaml/dist/nodes/YAMLMap.js
var require_YAMLMap = /* @__PURE__ */ __commonJSMin(((exports) => {
	var stringifyCollection = require_stringifyCollection();
	var addPairToJSMap = require_addPairToJSMap();
	var Collection = require_Collection();
	var identity = require_identity();
	var Pair = require_Pair();
	var Scalar = require_Scalar();
	function findPair(items, key) {
		const k = identity.isScalar(key) ? key.value : key;
		for (const it of items) if (identity.isPair(it)) {
			if (it.key === key || it.key === k) return it;
			if (identity.isScalar(it.key) && it.key.value === k) return it;
		}
	}
	var YAMLMap = class extends Collection.Collection {
		static get tagName() {
			return "tag:yaml.org,2002:map";
		}
		constructor(schema) {
			super(identity.MAP, schema);
			this.items = [];
		}
		/**
		* A generic collection parsing method that can be extended
		* to other node classes that inherit from YAMLMap
		*/
		static from(schema, obj, ctx) {
			const { keepUndefined, replacer } = ctx;
			const map = new this(schema);
			const add = (key, value) => {
				if (typeof replacer === "function") value = replacer.call(obj, key, value);
				else if (Array.isArray(replacer) && !replacer.includes(key)) return;
				if (value !== void 0 || keepUndefined) map.items.push(Pair.createPair(key, value, ctx));
			};
			if (obj instanceof Map) for (const [key, value] of obj) add(key, value);
			else if (obj && typeof obj === "object") for (const key of Object.keys(obj)) add(key, obj[key]);
			if (typeof schema.sortMapEntries === "function") map.items.sort(schema.sortMapEntries);
			return map;
		}
		/**
		* Adds a value to the collection.
		*
		* @param overwrite - If not set `true`, using a key that is already in the
		*   collection will throw. Otherwise, overwrites the previous value.
		*/
		add(pair, overwrite) {
			let _pair;
			if (identity.isPair(pair)) _pair = pair;
			else if (!pair || typeof pair !== "object" || !("key" in pair)) _pair = new Pair.Pair(pair, pair?.value);
			else _pair = new Pair.Pair(pair.key, pair.value);
			const prev = findPair(this.items, _pair.key);
			const sortEntries = this.schema?.sortMapEntries;
			if (prev) {
				if (!overwrite) throw new Error(`Key ${_pair.key} already set`);
				if (identity.isScalar(prev.value) && Scalar.isScalarValue(_pair.value)) prev.value.value = _pair.value;
				else prev.value = _pair.value;
			} else if (sortEntries) {
				const i = this.items.findIndex((item) => sortEntries(_pair, item) < 0);
				if (i === -1) this.items.push(_pair);
				else this.items.splice(i, 0, _pair);
			} else this.items.push(_pair);
		}
		delete(key) {
			const it = findPair(this.items, key);
			if (!it) return false;
			return this.items.splice(this.items.indexOf(it), 1).length > 0;
		}
		get(key, keepScalar) {
			const node = findPair(this.items, key)?.value;
			return (!keepScalar && identity.isScalar(node) ? node.value : node) ?? void 0;
		}
		has(key) {
			return !!findPair(this.items, key);
		}
		set(key, value) {
			this.add(new Pair.Pair(key, value), true);
		}
		/**
		* @param ctx - Conversion context, originally set in Document#toJS()
		* @param {Class} Type - If set, forces the returned collection type
		* @returns Instance of Type, Map, or Object
		*/
		toJSON(_, ctx, Type) {
			const map = Type ? new Type() : ctx?.mapAsMap ? /* @__PURE__ */ new Map() : {};
			if (ctx?.onCreate) ctx.onCreate(map);
			for (const item of this.items) addPairToJSMap.addPairToJSMap(ctx, map, item);
			return map;
		}
		toString(ctx, onComment, onChompKeep) {
			if (!ctx) return JSON.stringify(this);
			for (const item of this.items) if (!identity.isPair(item)) throw new Error(`Map items must all be pairs; found ${JSON.stringify(item)} instead`);
			if (!ctx.allNullValues && this.hasAllNullValues(false)) ctx = Object.assign({}, ctx, { allNullValues: true });
			return stringifyCollection.stringifyCollection(this, ctx, {
				blockItemPrefix: "",
				flowChars: {
					start: "{",
					end: "}"
				},
				itemIndent: ctx.indent || "",
				onChompKeep,
				onComment
			});
		}
	};
	exports.YAMLMap = YAMLMap;
	exports.findPair = findPair;
}));
// ../../main/node_modules/yaml/dist/schema/common/map.js
var require_map = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	var YAMLMap = require_YAMLMap();
	exports.map = {
		collection: "map",
		default: true,
		nodeClass: YAMLMap.YAMLMap,
		tag: "tag:yaml.org,2002:map",
		resolve(map, onError) {
			if (!identity.isMap(map)) onError("Expected a mapping for this tag");
			return map;
		},
		createNode: (schema, obj, ctx) => YAMLMap.YAMLMap.from(schema, obj, ctx)
	};
}));
// ../../main/node_modules/yaml/dist/nodes/YAMLSeq.js
var require_YAMLSeq = /* @__PURE__ */ __commonJSMin(((exports) => {
	var createNode = require_createNode();
	var stringifyCollection = require_stringifyCollection();
	var Collection = require_Collection();
	var identity = require_identity();
	var Scalar = require_Scalar();
	var toJS = require_toJS();
	var YAMLSeq = class extends Collection.Collection {
		static get tagName() {
			return "tag:yaml.org,2002:seq";
		}
		constructor(schema) {
			super(identity.SEQ, schema);
			this.items = [];
		}
		add(value) {
			this.items.push(value);
		}
		/**
		* Removes a value from the collection.
		*
		* `key` must contain a representation of an integer for this to succeed.
		* It may be wrapped in a `Scalar`.
		*
		* @returns `true` if the item was found and removed.
		*/
		delete(key) {
			const idx = asItemIndex(key);
			if (typeof idx !== "number") return false;
			return this.items.splice(idx, 1).length > 0;
		}
		get(key, keepScalar) {
			const idx = asItemIndex(key);
			if (typeof idx !== "number") return void 0;
			const it = this.items[idx];
			return !keepScalar && identity.isScalar(it) ? it.value : it;
		}
		/**
		* Checks if the collection includes a value with the key `key`.
		*
		* `key` must contain a representation of an integer for this to succeed.
		* It may be wrapped in a `Scalar`.
		*/
		has(key) {
			const idx = asItemIndex(key);
			return typeof idx === "number" && idx < this.items.length;
		}
		/**
		* Sets a value in this collection. For `!!set`, `value` needs to be a
		* boolean to add/remove the item from the set.
		*
		* If `key` does not contain a representation of an integer, this will throw.
		* It may be wrapped in a `Scalar`.
		*/
		set(key, value) {
			const idx = asItemIndex(key);
			if (typeof idx !== "number") throw new Error(`Expected a valid index, not ${key}.`);
			const prev = this.items[idx];
			if (identity.isScalar(prev) && Scalar.isScalarValue(value)) prev.value = value;
			else this.items[idx] = value;
		}
		toJSON(_, ctx) {
			const seq = [];
			if (ctx?.onCreate) ctx.onCreate(seq);
			let i = 0;
			for (const item of this.items) seq.push(toJS.toJS(item, String(i++), ctx));
			return seq;
		}
		toString(ctx, onComment, onChompKeep) {
			if (!ctx) return JSON.stringify(this);
			return stringifyCollection.stringifyCollection(this, ctx, {
				blockItemPrefix: "- ",
				flowChars: {
					start: "[",
					end: "]"
				},
				itemIndent: (ctx.indent || "") + "  ",
				onChompKeep,
				onComment
			});
		}
		static from(schema, obj, ctx) {
			const { replacer } = ctx;
			const seq = new this(schema);
			if (obj && Symbol.iterator in Object(obj)) {
				let i = 0;
				for (let it of obj) {
					if (typeof replacer === "function") {
						const key = obj instanceof Set ? it : String(i++);
						it = replacer.call(obj, key, it);
					}
					seq.items.push(createNode.createNode(it, void 0, ctx));
				}
			}
			return seq;
		}
	};
	function asItemIndex(key) {
		let idx = identity.isScalar(key) ? key.value : key;
		if (idx && typeof idx === "string") idx = Number(idx);
		return typeof idx === "number" && Number.isInteger(idx) && idx >= 0 ? idx : null;
	}
	exports.YAMLSeq = YAMLSeq;
}));
// ../../main/node_modules/yaml/dist/schema/common/seq.js
var require_seq = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	var YAMLSeq = require_YAMLSeq();
	exports.seq = {
		collection: "seq",
		default: true,
		nodeClass: YAMLSeq.YAMLSeq,
		tag: "tag:yaml.org,2002:seq",
		resolve(seq, onError) {
			if (!identity.isSeq(seq)) onError("Expected a sequence for this tag");
			return seq;
		},
		createNode: (schema, obj, ctx) => YAMLSeq.YAMLSeq.from(schema, obj, ctx)
	};
}));
// ../../main/node_modules/yaml/dist/schema/common/string.js
var require_string = /* @__PURE__ */ __commonJSMin(((exports) => {
	var stringifyString = require_stringifyString();
	exports.string = {
		identify: (value) => typeof value === "string",
		default: true,
		tag: "tag:yaml.org,2002:str",
		resolve: (str) => str,
		stringify(item, ctx, onComment, onChompKeep) {
			ctx = Object.assign({ actualString: true }, ctx);
			return stringifyString.stringifyString(item, ctx, onComment, onChompKeep);
		}
	};
}));
// ../../main/node_modules/yaml/dist/schema/common/null.js
var require_null = /* @__PURE__ */ __commonJSMin(((exports) => {
	var Scalar = require_Scalar();
	const nullTag = {
		identify: (value) => value == null,
		createNode: () => new Scalar.Scalar(null),
		default: true,
		tag: "tag:yaml.org,2002:null",
		test: /^(?:~|[Nn]ull|NULL)?$/,
		resolve: () => new Scalar.Scalar(null),
		stringify: ({ source }, ctx) => typeof source === "string" && nullTag.test.test(source) ? source : ctx.options.nullStr
	};
	exports.nullTag = nullTag;
}));
// ../../main/node_modules/yaml/dist/schema/core/bool.js
var require_bool$1 = /* @__PURE__ */ __commonJSMin(((exports) => {
	var Scalar = require_Scalar();
	const boolTag = {
		identify: (value) => typeof value === "boolean",
		default: true,
		tag: "tag:yaml.org,2002:bool",
		test: /^(?:[Tt]rue|TRUE|[Ff]alse|FALSE)$/,
		resolve: (str) => new Scalar.Scalar(str[0] === "t" || str[0] === "T"),
		stringify({ source, value }, ctx) {
			if (source && boolTag.test.test(source)) {
				if (value === (source[0] === "t" || source[0] === "T")) return source;
			}
			return value ? ctx.options.trueStr : ctx.options.falseStr;
		}
	};
	exports.boolTag = boolTag;
}));
// ../../main/node_modules/yaml/dist/stringify/stringifyNumber.js
var require_stringifyNumber = /* @__PURE__ */ __commonJSMin(((exports) => {
	function stringifyNumber({ format, minFractionDigits, tag, value }) {
		if (typeof value === "bigint") return String(value);
		const num = typeof value === "number" ? value : Number(value);
		if (!isFinite(num)) return isNaN(num) ? ".nan" : num < 0 ? "-.inf" : ".inf";
		let n = Object.is(value, -0) ? "-0" : JSON.stringify(value);
		if (!format && minFractionDigits && (!tag || tag === "tag:yaml.org,2002:float") && /^-?\d/.test(n) && !n.includes("e")) {
			let i = n.indexOf(".");
			if (i < 0) {
				i = n.length;
				n += ".";
			}
			let d = minFractionDigits - (n.length - i - 1);
			while (d-- > 0) n += "0";
		}
		return n;
	}
	exports.stringifyNumber = stringifyNumber;
}));
// ../../main/node_modules/yaml/dist/schema/core/float.js
var require_float$1 = /* @__PURE__ */ __commonJSMin(((exports) => {
	var Scalar = require_Scalar();
	var stringifyNumber = require_stringifyNumber();
	const floatNaN = {
		identify: (value) => typeof value === "number",
		default: true,
		tag: "tag:yaml.org,2002:float",
		test: /^(?:[-+]?\.(?:inf|Inf|INF)|\.nan|\.NaN|\.NAN)$/,
		resolve: (str) => str.slice(-3).toLowerCase() === "nan" ? NaN : str[0] === "-" ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY,
		stringify: stringifyNumber.stringifyNumber
	};
	const floatExp = {
		identify: (value) => typeof value === "number",
		default: true,
		tag: "tag:yaml.org,2002:float",
		format: "EXP",
		test: /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)[eE][-+]?[0-9]+$/,
		resolve: (str) => parseFloat(str),
		stringify(node) {
			const num = Number(node.value);
			return isFinite(num) ? num.toExponential() : stringifyNumber.stringifyNumber(node);
		}
	};
	exports.float = {
		identify: (value) => typeof value === "number",
		default: true,
		tag: "tag:yaml.org,2002:float",
		test: /^[-+]?(?:\.[0-9]+|[0-9]+\.[0-9]*)$/,
		resolve(str) {
			const node = new Scalar.Scalar(parseFloat(str));
			const dot = str.indexOf(".");
			if (dot !== -1 && str[str.length - 1] === "0") node.minFractionDigits = str.length - dot - 1;
			return node;
		},
		stringify: stringifyNumber.stringifyNumber
	};
	exports.floatExp = floatExp;
	exports.floatNaN = floatNaN;
}));
// ../../main/node_modules/yaml/dist/schema/core/int.js
var require_int$1 = /* @__PURE__ */ __commonJSMin(((exports) => {
	var stringifyNumber = require_stringifyNumber();
	const intIdentify = (value) => typeof value === "bigint" || Number.isInteger(value);
	const intResolve = (str, offset, radix, { intAsBigInt }) => intAsBigInt ? BigInt(str) : parseInt(str.substring(offset), radix);
	function intStringify(node, radix, prefix) {
		const { value } = node;
		if (intIdentify(value) && value >= 0) return prefix + value.toString(radix);
		return stringifyNumber.stringifyNumber(node);
	}
	const intOct = {
		identify: (value) => intIdentify(value) && value >= 0,
		default: true,
		tag: "tag:yaml.org,2002:int",
		format: "OCT",
		test: /^0o[0-7]+$/,
		resolve: (str, _onError, opt) => intResolve(str, 2, 8, opt),
		stringify: (node) => intStringify(node, 8, "0o")
	};
	const int = {
		identify: intIdentify,
		default: true,
		tag: "tag:yaml.org,2002:int",
		test: /^[-+]?[0-9]+$/,
		resolve: (str, _onError, opt) => intResolve(str, 0, 10, opt),
		stringify: stringifyNumber.stringifyNumber
	};
	const intHex = {
		identify: (value) => intIdentify(value) && value >= 0,
		default: true,
		tag: "tag:yaml.org,2002:int",
		format: "HEX",
		test: /^0x[0-9a-fA-F]+$/,
		resolve: (str, _onError, opt) => intResolve(str, 2, 16, opt),
		stringify: (node) => intStringify(node, 16, "0x")
	};
	exports.int = int;
	exports.intHex = intHex;
	exports.intOct = intOct;
}));
// ../../main/node_modules/yaml/dist/schema/core/schema.js
var require_schema$2 = /* @__PURE__ */ __commonJSMin(((exports) => {
	var map = require_map();
	var _null = require_null();
	var seq = require_seq();
	var string = require_string();
	var bool = require_bool$1();
	var float = require_float$1();
	var int = require_int$1();
	exports.schema = [
		map.map,
		seq.seq,
		string.string,
		_null.nullTag,
		bool.boolTag,
		int.intOct,
		int.int,
		int.intHex,
		float.floatNaN,
		float.floatExp,
		float.float
	];
}));
// ../../main/node_modules/yaml/dist/schema/json/schema.js
var require_schema$1 = /* @__PURE__ */ __commonJSMin(((exports) => {
	var Scalar = require_Scalar();
	var map = require_map();
	var seq = require_seq();
	function intIdentify(value) {
		return typeof value === "bigint" || Number.isInteger(value);
	}
	const stringifyJSON = ({ value }) => JSON.stringify(value);
	const jsonScalars = [
		{
			identify: (value) => typeof value === "string",
			default: true,
			tag: "tag:yaml.org,2002:str",
			resolve: (str) => str,
			stringify: stringifyJSON
		},
		{
			identify: (value) => value == null,
			createNode: () => new Scalar.Scalar(null),
			default: true,
			tag: "tag:yaml.org,2002:null",
			test: /^null$/,
			resolve: () => null,
			stringify: stringifyJSON
		},
		{
			identify: (value) => typeof value === "boolean",
			default: true,
			tag: "tag:yaml.org,2002:bool",
			test: /^true$|^false$/,
			resolve: (str) => str === "true",
			stringify: stringifyJSON
		},
		{
			identify: intIdentify,
			default: true,
			tag: "tag:yaml.org,2002:int",
			test: /^-?(?:0|[1-9][0-9]*)$/,
			resolve: (str, _onError, { intAsBigInt }) => intAsBigInt ? BigInt(str) : parseInt(str, 10),
			stringify: ({ value }) => intIdentify(value) ? value.toString() : JSON.stringify(value)
		},
		{
			identify: (value) => typeof value === "number",
			default: true,
			tag: "tag:yaml.org,2002:float",
			test: /^-?(?:0|[1-9][0-9]*)(?:\.[0-9]*)?(?:[eE][-+]?[0-9]+)?$/,
			resolve: (str) => parseFloat(str),
			stringify: stringifyJSON
		}
	];
	exports.schema = [map.map, seq.seq].concat(jsonScalars, {
		default: true,
		tag: "",
		test: /^/,
		resolve(str, onError) {
			onError(`Unresolved plain scalar ${JSON.stringify(str)}`);
			return str;
		}
	});
}));
// \0buffer
var _buffer_exports = /* @__PURE__ */ __exportAll({
	Blob: () => Blob$1,
	Buffer: () => Buffer$1,
	File: () => File$1,
	INSPECT_MAX_BYTES: () => INSPECT_MAX_BYTES,
	SlowBuffer: () => SlowBuffer,
	atob: () => atob$1,
	btoa: () => btoa$1,
	constants: () => constants,
	default: () => builtin$19,
	isAscii: () => isAscii,
	isUtf8: () => isUtf8,
	kMaxLength: () => kMaxLength,
	kStringMaxLength: () => kStringMaxLength,
	resolveObjectURL: () => resolveObjectURL,
	transcode: () => transcode
});
var builtin$19, Blob$1, Buffer$1, File$1, INSPECT_MAX_BYTES, SlowBuffer, atob$1, btoa$1, constants, isAscii, isUtf8, kMaxLength, kStringMaxLength, resolveObjectURL, transcode;
var init__buffer = __esmMin((() => {
	builtin$19 = /* @__PURE__ */ process.getBuiltinModule("buffer");
	Blob$1 = /* @__PURE__ */ (() => builtin$19.Blob)();
	Buffer$1 = /* @__PURE__ */ (() => builtin$19.Buffer)();
	File$1 = /* @__PURE__ */ (() => builtin$19.File)();
	INSPECT_MAX_BYTES = /* @__PURE__ */ (() => builtin$19.INSPECT_MAX_BYTES)();
	SlowBuffer = /* @__PURE__ */ (() => builtin$19.SlowBuffer)();
	atob$1 = /* @__PURE__ */ (() => builtin$19.atob)();
	btoa$1 = /* @__PURE__ */ (() => builtin$19.btoa)();
	constants = /* @__PURE__ */ (() => builtin$19.constants)();
	isAscii = /* @__PURE__ */ (() => builtin$19.isAscii)();
	isUtf8 = /* @__PURE__ */ (() => builtin$19.isUtf8)();
	kMaxLength = /* @__PURE__ */ (() => builtin$19.kMaxLength)();
	kStringMaxLength = /* @__PURE__ */ (() => builtin$19.kStringMaxLength)();
	resolveObjectURL = /* @__PURE__ */ (() => builtin$19.resolveObjectURL)();
	transcode = /* @__PURE__ */ (() => builtin$19.transcode)();
}));
// ../../main/node_modules/yaml/dist/schema/yaml-1.1/binary.js
var require_binary = /* @__PURE__ */ __commonJSMin(((exports) => {
	var node_buffer = (init__buffer(), __toCommonJS(_buffer_exports));
	var Scalar = require_Scalar();
	var stringifyString = require_stringifyString();
	exports.binary = {
		identify: (value) => value instanceof Uint8Array,
		default: false,
		tag: "tag:yaml.org,2002:binary",
		/**
		* Returns a Buffer in node and an Uint8Array in browsers
		*
		* To use the resulting buffer as an image, you'll want to do something like:
		*
		*   const blob = new Blob([buffer], { type: 'image/jpeg' })
		*   document.querySelector('#photo').src = URL.createObjectURL(blob)
		*/
		resolve(src, onError) {
			if (typeof node_buffer.Buffer === "function") return node_buffer.Buffer.from(src, "base64");
			else if (typeof atob === "function") {
				const str = atob(src.replace(/[\n\r]/g, ""));
				const buffer = new Uint8Array(str.length);
				for (let i = 0; i < str.length; ++i) buffer[i] = str.charCodeAt(i);
				return buffer;
			} else {
				onError("This environment does not support reading binary tags; either Buffer or atob is required");
				return src;
			}
		},
		stringify({ comment, type, value }, ctx, onComment, onChompKeep) {
			if (!value) return "";
			const buf = value;
			let str;
			if (typeof node_buffer.Buffer === "function") str = buf instanceof node_buffer.Buffer ? buf.toString("base64") : node_buffer.Buffer.from(buf.buffer).toString("base64");
			else if (typeof btoa === "function") {
				let s = "";
				for (let i = 0; i < buf.length; ++i) s += String.fromCharCode(buf[i]);
				str = btoa(s);
			} else throw new Error("This environment does not support writing binary tags; either Buffer or btoa is required");
			type ?? (type = Scalar.Scalar.BLOCK_LITERAL);
			if (type !== Scalar.Scalar.QUOTE_DOUBLE) {
				const lineWidth = Math.max(ctx.options.lineWidth - ctx.indent.length, ctx.options.minContentWidth);
				const n = Math.ceil(str.length / lineWidth);
				const lines = new Array(n);
				for (let i = 0, o = 0; i < n; ++i, o += lineWidth) lines[i] = str.substr(o, lineWidth);
				str = lines.join(type === Scalar.Scalar.BLOCK_LITERAL ? "\n" : " ");
			}
			return stringifyString.stringifyString({
				comment,
				type,
				value: str
			}, ctx, onComment, onChompKeep);
		}
	};
}));
// ../../main/node_modules/yaml/dist/schema/yaml-1.1/pairs.js
var require_pairs = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	var Pair = require_Pair();
	var Scalar = require_Scalar();
	var YAMLSeq = require_YAMLSeq();
	function resolvePairs(seq, onError) {
		if (identity.isSeq(seq)) for (let i = 0; i < seq.items.length; ++i) {
			let item = seq.items[i];
			if (identity.isPair(item)) continue;
			else if (identity.isMap(item)) {
				if (item.items.length > 1) onError("Each pair must have its own sequence indicator");
				const pair = item.items[0] || new Pair.Pair(new Scalar.Scalar(null));
				if (item.commentBefore) pair.key.commentBefore = pair.key.commentBefore ? `${item.commentBefore}\n${pair.key.commentBefore}` : item.commentBefore;
				if (item.comment) {
					const cn = pair.value ?? pair.key;
					cn.comment = cn.comment ? `${item.comment}\n${cn.comment}` : item.comment;
				}
				item = pair;
			}
			seq.items[i] = identity.isPair(item) ? item : new Pair.Pair(item);
		}
		else onError("Expected a sequence for this tag");
		return seq;
	}
	function createPairs(schema, iterable, ctx) {
		const { replacer } = ctx;
		const pairs = new YAMLSeq.YAMLSeq(schema);
		pairs.tag = "tag:yaml.org,2002:pairs";
		let i = 0;
		if (iterable && Symbol.iterator in Object(iterable)) for (let it of iterable) {
			if (typeof replacer === "function") it = replacer.call(iterable, String(i++), it);
			let key, value;
			if (Array.isArray(it)) {
				if (it.length === 2) {
					key = it[0];
					value = it[1];
				} else throw new TypeError(`Expected [key, value] tuple: ${it}`);
			} else if (it && it instanceof Object) {
				const keys = Object.keys(it);
				if (keys.length === 1) {
					key = keys[0];
					value = it[key];
				} else throw new TypeError(`Expected tuple with one key, not ${keys.length} keys`);
			} else key = it;
			pairs.items.push(Pair.createPair(key, value, ctx));
		}
		return pairs;
	}
	const pairs = {
		collection: "seq",
		default: false,
		tag: "tag:yaml.org,2002:pairs",
		resolve: resolvePairs,
		createNode: createPairs
	};
	exports.createPairs = createPairs;
	exports.pairs = pairs;
	exports.resolvePairs = resolvePairs;
}));
// ../../main/node_modules/yaml/dist/schema/yaml-1.1/omap.js
var require_omap = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	var toJS = require_toJS();
	var YAMLMap = require_YAMLMap();
	var YAMLSeq = require_YAMLSeq();
	var pairs = require_pairs();
	var YAMLOMap = class YAMLOMap extends YAMLSeq.YAMLSeq {
		constructor() {
			super();
			this.add = YAMLMap.YAMLMap.prototype.add.bind(this);
			this.delete = YAMLMap.YAMLMap.prototype.delete.bind(this);
			this.get = YAMLMap.YAMLMap.prototype.get.bind(this);
			this.has = YAMLMap.YAMLMap.prototype.has.bind(this);
			this.set = YAMLMap.YAMLMap.prototype.set.bind(this);
			this.tag = YAMLOMap.tag;
		}
		/**
		* If `ctx` is given, the return type is actually `Map<unknown, unknown>`,
		* but TypeScript won't allow widening the signature of a child method.
		*/
		toJSON(_, ctx) {
			if (!ctx) return super.toJSON(_);
			const map = /* @__PURE__ */ new Map();
			if (ctx?.onCreate) ctx.onCreate(map);
			for (const pair of this.items) {
				let key, value;
				if (identity.isPair(pair)) {
					key = toJS.toJS(pair.key, "", ctx);
					value = toJS.toJS(pair.value, key, ctx);
				} else key = toJS.toJS(pair, "", ctx);
				if (map.has(key)) throw new Error("Ordered maps must not include duplicate keys");
				map.set(key, value);
			}
			return map;
		}
		static from(schema, iterable, ctx) {
			const pairs$1 = pairs.createPairs(schema, iterable, ctx);
			const omap = new this();
			omap.items = pairs$1.items;
			return omap;
		}
	};
	YAMLOMap.tag = "tag:yaml.org,2002:omap";
	const omap = {
		collection: "seq",
		identify: (value) => value instanceof Map,
		nodeClass: YAMLOMap,
		default: false,
		tag: "tag:yaml.org,2002:omap",
		resolve(seq, onError) {
			const pairs$1 = pairs.resolvePairs(seq, onError);
			const seenKeys = [];
			for (const { key } of pairs$1.items) if (identity.isScalar(key)) {
				if (seenKeys.includes(key.value)) onError(`Ordered maps must not include duplicate keys: ${key.value}`);
				else seenKeys.push(key.value);
			}
			return Object.assign(new YAMLOMap(), pairs$1);
		},
		createNode: (schema, iterable, ctx) => YAMLOMap.from(schema, iterable, ctx)
	};
	exports.YAMLOMap = YAMLOMap;
	exports.omap = omap;
}));
// ../../main/node_modules/yaml/dist/schema/yaml-1.1/bool.js
var require_bool = /* @__PURE__ */ __commonJSMin(((exports) => {
	var Scalar = require_Scalar();
	function boolStringify({ value, source }, ctx) {
		if (source && (value ? trueTag : falseTag).test.test(source)) return source;
		return value ? ctx.options.trueStr : ctx.options.falseStr;
	}
	const trueTag = {
		identify: (value) => value === true,
		default: true,
		tag: "tag:yaml.org,2002:bool",
		test: /^(?:Y|y|[Yy]es|YES|[Tt]rue|TRUE|[Oo]n|ON)$/,
		resolve: () => new Scalar.Scalar(true),
		stringify: boolStringify
	};
	const falseTag = {
		identify: (value) => value === false,
		default: true,
		tag: "tag:yaml.org,2002:bool",
		test: /^(?:N|n|[Nn]o|NO|[Ff]alse|FALSE|[Oo]ff|OFF)$/,
		resolve: () => new Scalar.Scalar(false),
		stringify: boolStringify
	};
	exports.falseTag = falseTag;
	exports.trueTag = trueTag;
}));
// ../../main/node_modules/yaml/dist/schema/yaml-1.1/float.js
var require_float = /* @__PURE__ */ __commonJSMin(((exports) => {
	var Scalar = require_Scalar();
	var stringifyNumber = require_stringifyNumber();
	const floatNaN = {
		identify: (value) => typeof value === "number",
		default: true,
		tag: "tag:yaml.org,2002:float",
		test: /^(?:[-+]?\.(?:inf|Inf|INF)|\.nan|\.NaN|\.NAN)$/,
		resolve: (str) => str.slice(-3).toLowerCase() === "nan" ? NaN : str[0] === "-" ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY,
		stringify: stringifyNumber.stringifyNumber
	};
	const floatExp = {
		identify: (value) => typeof value === "number",
		default: true,
		tag: "tag:yaml.org,2002:float",
		format: "EXP",
		test: /^[-+]?(?:[0-9][0-9_]*)?(?:\.[0-9_]*)?[eE][-+]?[0-9]+$/,
		resolve: (str) => parseFloat(str.replace(/_/g, "")),
		stringify(node) {
			const num = Number(node.value);
			return isFinite(num) ? num.toExponential() : stringifyNumber.stringifyNumber(node);
		}
	};
	exports.float = {
		identify: (value) => typeof value === "number",
		default: true,
		tag: "tag:yaml.org,2002:float",
		test: /^[-+]?(?:[0-9][0-9_]*)?\.[0-9_]*$/,
		resolve(str) {
			const node = new Scalar.Scalar(parseFloat(str.replace(/_/g, "")));
			const dot = str.indexOf(".");
			if (dot !== -1) {
				const f = str.substring(dot + 1).replace(/_/g, "");
				if (f[f.length - 1] === "0") node.minFractionDigits = f.length;
			}
			return node;
		},
		stringify: stringifyNumber.stringifyNumber
	};
	exports.floatExp = floatExp;
	exports.floatNaN = floatNaN;
}));
// ../../main/node_modules/yaml/dist/schema/yaml-1.1/int.js
var require_int = /* @__PURE__ */ __commonJSMin(((exports) => {
	var stringifyNumber = require_stringifyNumber();
	const intIdentify = (value) => typeof value === "bigint" || Number.isInteger(value);
	function intResolve(str, offset, radix, { intAsBigInt }) {
		const sign = str[0];
		if (sign === "-" || sign === "+") offset += 1;
		str = str.substring(offset).replace(/_/g, "");
		if (intAsBigInt) {
			switch (radix) {
				case 2:
					str = `0b${str}`;
					break;
				case 8:
					str = `0o${str}`;
					break;
				case 16: str = `0x${str}`;
			}
			const n = BigInt(str);
			return sign === "-" ? BigInt(-1) * n : n;
		}
		const n = parseInt(str, radix);
		return sign === "-" ? -1 * n : n;
	}
	function intStringify(node, radix, prefix) {
		const { value } = node;
		if (intIdentify(value)) {
			const str = value.toString(radix);
			return value < 0 ? "-" + prefix + str.substr(1) : prefix + str;
		}
		return stringifyNumber.stringifyNumber(node);
	}
	const intBin = {
		identify: intIdentify,
		default: true,
		tag: "tag:yaml.org,2002:int",
		format: "BIN",
		test: /^[-+]?0b[0-1_]+$/,
		resolve: (str, _onError, opt) => intResolve(str, 2, 2, opt),
		stringify: (node) => intStringify(node, 2, "0b")
	};
	const intOct = {
		identify: intIdentify,
		default: true,
		tag: "tag:yaml.org,2002:int",
		format: "OCT",
		test: /^[-+]?0[0-7_]+$/,
		resolve: (str, _onError, opt) => intResolve(str, 1, 8, opt),
		stringify: (node) => intStringify(node, 8, "0")
	};
	const int = {
		identify: intIdentify,
		default: true,
		tag: "tag:yaml.org,2002:int",
		test: /^[-+]?[0-9][0-9_]*$/,
		resolve: (str, _onError, opt) => intResolve(str, 0, 10, opt),
		stringify: stringifyNumber.stringifyNumber
	};
	const intHex = {
		identify: intIdentify,
		default: true,
		tag: "tag:yaml.org,2002:int",
		format: "HEX",
		test: /^[-+]?0x[0-9a-fA-F_]+$/,
		resolve: (str, _onError, opt) => intResolve(str, 2, 16, opt),
		stringify: (node) => intStringify(node, 16, "0x")
	};
	exports.int = int;
	exports.intBin = intBin;
	exports.intHex = intHex;
	exports.intOct = intOct;
}));
// ../../main/node_modules/yaml/dist/schema/yaml-1.1/set.js
var require_set = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	var Pair = require_Pair();
	var YAMLMap = require_YAMLMap();
	var YAMLSet = class YAMLSet extends YAMLMap.YAMLMap {
		constructor(schema) {
			super(schema);
			this.tag = YAMLSet.tag;
		}
		add(key) {
			let pair;
			if (identity.isPair(key)) pair = key;
			else if (key && typeof key === "object" && "key" in key && "value" in key && key.value === null) pair = new Pair.Pair(key.key, null);
			else pair = new Pair.Pair(key, null);
			if (!YAMLMap.findPair(this.items, pair.key)) this.items.push(pair);
		}
		/**
		* If `keepPair` is `true`, returns the Pair matching `key`.
		* Otherwise, returns the value of that Pair's key.
		*/
		get(key, keepPair) {
			const pair = YAMLMap.findPair(this.items, key);
			return !keepPair && identity.isPair(pair) ? identity.isScalar(pair.key) ? pair.key.value : pair.key : pair;
		}
		set(key, value) {
			if (typeof value !== "boolean") throw new Error(`Expected boolean value for set(key, value) in a YAML set, not ${typeof value}`);
			const prev = YAMLMap.findPair(this.items, key);
			if (prev && !value) this.items.splice(this.items.indexOf(prev), 1);
			else if (!prev && value) this.items.push(new Pair.Pair(key));
		}
		toJSON(_, ctx) {
			return super.toJSON(_, ctx, Set);
		}
		toString(ctx, onComment, onChompKeep) {
			if (!ctx) return JSON.stringify(this);
			if (this.hasAllNullValues(true)) return super.toString(Object.assign({}, ctx, { allNullValues: true }), onComment, onChompKeep);
			else throw new Error("Set items must all have null values");
		}
		static from(schema, iterable, ctx) {
			const { replacer } = ctx;
			const set = new this(schema);
			if (iterable && Symbol.iterator in Object(iterable)) for (let value of iterable) {
				if (typeof replacer === "function") value = replacer.call(iterable, value, value);
				set.items.push(Pair.createPair(value, null, ctx));
			}
			return set;
		}
	};
	YAMLSet.tag = "tag:yaml.org,2002:set";
	const set = {
		collection: "map",
		identify: (value) => value instanceof Set,
		nodeClass: YAMLSet,
		default: false,
		tag: "tag:yaml.org,2002:set",
		createNode: (schema, iterable, ctx) => YAMLSet.from(schema, iterable, ctx),
		resolve(map, onError) {
			if (identity.isMap(map)) {
				if (map.hasAllNullValues(true)) return Object.assign(new YAMLSet(), map);
				else onError("Set items must all have null values");
			} else onError("Expected a mapping for this tag");
			return map;
		}
	};
	exports.YAMLSet = YAMLSet;
	exports.set = set;
}));
// ../../main/node_modules/yaml/dist/schema/yaml-1.1/timestamp.js
var require_timestamp = /* @__PURE__ */ __commonJSMin(((exports) => {
	var stringifyNumber = require_stringifyNumber();
	/** Internal types handle bigint as number, because TS can't figure it out. */
	function parseSexagesimal(str, asBigInt) {
		const sign = str[0];
		const parts = sign === "-" || sign === "+" ? str.substring(1) : str;
		const num = (n) => asBigInt ? BigInt(n) : Number(n);
		const res = parts.replace(/_/g, "").split(":").reduce((res, p) => res * num(60) + num(p), num(0));
		return sign === "-" ? num(-1) * res : res;
	}
	/**
	* hhhh:mm:ss.sss
	*
	* Internal types handle bigint as number, because TS can't figure it out.
	*/
	function stringifySexagesimal(node) {
		let { value } = node;
		let num = (n) => n;
		if (typeof value === "bigint") num = (n) => BigInt(n);
		else if (isNaN(value) || !isFinite(value)) return stringifyNumber.stringifyNumber(node);
		let sign = "";
		if (value < 0) {
			sign = "-";
			value *= num(-1);
		}
		const _60 = num(60);
		const parts = [value % _60];
		if (value < 60) parts.unshift(0);
		else {
			value = (value - parts[0]) / _60;
			parts.unshift(value % _60);
			if (value >= 60) {
				value = (value - parts[0]) / _60;
				parts.unshift(value);
			}
		}
		return sign + parts.map((n) => String(n).padStart(2, "0")).join(":").replace(/000000\d*$/, "");
	}
	const intTime = {
		identify: (value) => typeof value === "bigint" || Number.isInteger(value),
		default: true,
		tag: "tag:yaml.org,2002:int",
		format: "TIME",
		test: /^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+$/,
		resolve: (str, _onError, { intAsBigInt }) => parseSexagesimal(str, intAsBigInt),
		stringify: stringifySexagesimal
	};
	const floatTime = {
		identify: (value) => typeof value === "number",
		default: true,
		tag: "tag:yaml.org,2002:float",
		format: "TIME",
		test: /^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\.[0-9_]*$/,
		resolve: (str) => parseSexagesimal(str, false),
		stringify: stringifySexagesimal
	};
	const timestamp = {
		identify: (value) => value instanceof Date,
		default: true,
		tag: "tag:yaml.org,2002:timestamp",
		test: RegExp("^([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})(?:(?:t|T|[ \\t]+)([0-9]{1,2}):([0-9]{1,2}):([0-9]{1,2}(\\.[0-9]+)?)(?:[ \\t]*(Z|[-+][012]?[0-9](?::[0-9]{2})?))?)?$"),
		resolve(str) {
			const match = str.match(timestamp.test);
			if (!match) throw new Error("!!timestamp expects a date, starting with yyyy-mm-dd");
			const [, year, month, day, hour, minute, second] = match.map(Number);
			const millisec = match[7] ? Number((match[7] + "00").substr(1, 3)) : 0;
			let date = Date.UTC(year, month - 1, day, hour || 0, minute || 0, second || 0, millisec);
			const tz = match[8];
			if (tz && tz !== "Z") {
				let d = parseSexagesimal(tz, false);
				if (Math.abs(d) < 30) d *= 60;
				date -= 6e4 * d;
			}
			return new Date(date);
		},
		stringify: ({ value }) => value?.toISOString().replace(/(T00:00:00)?\.000Z$/, "") ?? ""
	};
	exports.floatTime = floatTime;
	exports.intTime = intTime;
	exports.timestamp = timestamp;
}));
// ../../main/node_modules/yaml/dist/schema/yaml-1.1/schema.js
var require_schema = /* @__PURE__ */ __commonJSMin(((exports) => {
	var map = require_map();
	var _null = require_null();
	var seq = require_seq();
	var string = require_string();
	var binary = require_binary();
	var bool = require_bool();
	var float = require_float();
	var int = require_int();
	var merge = require_merge();
	var omap = require_omap();
	var pairs = require_pairs();
	var set = require_set();
	var timestamp = require_timestamp();
	exports.schema = [
		map.map,
		seq.seq,
		string.string,
		_null.nullTag,
		bool.trueTag,
		bool.falseTag,
		int.intBin,
		int.intOct,
		int.int,
		int.intHex,
		float.floatNaN,
		float.floatExp,
		float.float,
		binary.binary,
		merge.merge,
		omap.omap,
		pairs.pairs,
		set.set,
		timestamp.intTime,
		timestamp.floatTime,
		timestamp.timestamp
	];
}));
// ../../main/node_modules/yaml/dist/schema/tags.js
var require_tags = /* @__PURE__ */ __commonJSMin(((exports) => {
	var map = require_map();
	var _null = require_null();
	var seq = require_seq();
	var string = require_string();
	var bool = require_bool$1();
	var float = require_float$1();
	var int = require_int$1();
	var schema = require_schema$2();
	var schema$1 = require_schema$1();
	var binary = require_binary();
	var merge = require_merge();
	var omap = require_omap();
	var pairs = require_pairs();
	var schema$2 = require_schema();
	var set = require_set();
	var timestamp = require_timestamp();
	const schemas = /* @__PURE__ */ new Map([
		["core", schema.schema],
		["failsafe", [
			map.map,
			seq.seq,
			string.string
		]],
		["json", schema$1.schema],
		["yaml11", schema$2.schema],
		["yaml-1.1", schema$2.schema]
	]);
	const tagsByName = {
		binary: binary.binary,
		bool: bool.boolTag,
		float: float.float,
		floatExp: float.floatExp,
		floatNaN: float.floatNaN,
		floatTime: timestamp.floatTime,
		int: int.int,
		intHex: int.intHex,
		intOct: int.intOct,
		intTime: timestamp.intTime,
		map: map.map,
		merge: merge.merge,
		null: _null.nullTag,
		omap: omap.omap,
		pairs: pairs.pairs,
		seq: seq.seq,
		set: set.set,
		timestamp: timestamp.timestamp
	};
	const coreKnownTags = {
		"tag:yaml.org,2002:binary": binary.binary,
		"tag:yaml.org,2002:merge": merge.merge,
		"tag:yaml.org,2002:omap": omap.omap,
		"tag:yaml.org,2002:pairs": pairs.pairs,
		"tag:yaml.org,2002:set": set.set,
		"tag:yaml.org,2002:timestamp": timestamp.timestamp
	};
	function getTags(customTags, schemaName, addMergeTag) {
		const schemaTags = schemas.get(schemaName);
		if (schemaTags && !customTags) return addMergeTag && !schemaTags.includes(merge.merge) ? schemaTags.concat(merge.merge) : schemaTags.slice();
		let tags = schemaTags;
		if (!tags) {
			if (Array.isArray(customTags)) tags = [];
			else {
				const keys = Array.from(schemas.keys()).filter((key) => key !== "yaml11").map((key) => JSON.stringify(key)).join(", ");
				throw new Error(`Unknown schema "${schemaName}"; use one of ${keys} or define customTags array`);
			}
		}
		if (Array.isArray(customTags)) for (const tag of customTags) tags = tags.concat(tag);
		else if (typeof customTags === "function") tags = customTags(tags.slice());
		if (addMergeTag) tags = tags.concat(merge.merge);
		return tags.reduce((tags, tag) => {
			const tagObj = typeof tag === "string" ? tagsByName[tag] : tag;
			if (!tagObj) {
				const tagName = JSON.stringify(tag);
				const keys = Object.keys(tagsByName).map((key) => JSON.stringify(key)).join(", ");
				throw new Error(`Unknown custom tag ${tagName}; use one of ${keys}`);
			}
			if (!tags.includes(tagObj)) tags.push(tagObj);
			return tags;
		}, []);
	}
	exports.coreKnownTags = coreKnownTags;
	exports.getTags = getTags;
}));
// ../../main/node_modules/yaml/dist/schema/Schema.js
var require_Schema = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	var map = require_map();
	var seq = require_seq();
	var string = require_string();
	var tags = require_tags();
	const sortMapEntriesByKey = (a, b) => a.key < b.key ? -1 : a.key > b.key ? 1 : 0;
	exports.Schema = class Schema {
		constructor({ compat, customTags, merge, resolveKnownTags, schema, sortMapEntries, toStringDefaults }) {
			this.compat = Array.isArray(compat) ? tags.getTags(compat, "compat") : compat ? tags.getTags(null, compat) : null;
			this.name = typeof schema === "string" && schema || "core";
			this.knownTags = resolveKnownTags ? tags.coreKnownTags : {};
			this.tags = tags.getTags(customTags, this.name, merge);
			this.toStringOptions = toStringDefaults ?? null;
			Object.defineProperty(this, identity.MAP, { value: map.map });
			Object.defineProperty(this, identity.SCALAR, { value: string.string });
			Object.defineProperty(this, identity.SEQ, { value: seq.seq });
			this.sortMapEntries = typeof sortMapEntries === "function" ? sortMapEntries : sortMapEntries === true ? sortMapEntriesByKey : null;
		}
		clone() {
			const copy = Object.create(Schema.prototype, Object.getOwnPropertyDescriptors(this));
			copy.tags = this.tags.slice();
			return copy;
		}
	};
}));
// ../../main/node_modules/yaml/dist/stringify/stringifyDocument.js
var require_stringifyDocument = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	var stringify = require_stringify();
	var stringifyComment = require_stringifyComment();
	function stringifyDocument(doc, options) {
		const lines = [];
		let hasDirectives = options.directives === true;
		if (options.directives !== false && doc.directives) {
			const dir = doc.directives.toString(doc);
			if (dir) {
				lines.push(dir);
				hasDirectives = true;
			} else if (doc.directives.docStart) hasDirectives = true;
		}
		if (hasDirectives) lines.push("---");
		const ctx = stringify.createStringifyContext(doc, options);
		const { commentString } = ctx.options;
		if (doc.commentBefore) {
			if (lines.length !== 1) lines.unshift("");
			const cs = commentString(doc.commentBefore);
			lines.unshift(stringifyComment.indentComment(cs, ""));
		}
		let chompKeep = false;
		let contentComment = null;
		if (doc.contents) {
			if (identity.isNode(doc.contents)) {
				if (doc.contents.spaceBefore && hasDirectives) lines.push("");
				if (doc.contents.commentBefore) {
					const cs = commentString(doc.contents.commentBefore);
					lines.push(stringifyComment.indentComment(cs, ""));
				}
				ctx.forceBlockIndent = !!doc.comment;
				contentComment = doc.contents.comment;
			}
			const onChompKeep = contentComment ? void 0 : () => chompKeep = true;
			let body = stringify.stringify(doc.contents, ctx, () => contentComment = null, onChompKeep);
			if (contentComment) body += stringifyComment.lineComment(body, "", commentString(contentComment));
			if ((body[0] === "|" || body[0] === ">") && lines[lines.length - 1] === "---") lines[lines.length - 1] = `--- ${body}`;
			else lines.push(body);
		} else lines.push(stringify.stringify(doc.contents, ctx));
		if (doc.directives?.docEnd) {
			if (doc.comment) {
				const cs = commentString(doc.comment);
				if (cs.includes("\n")) {
					lines.push("...");
					lines.push(stringifyComment.indentComment(cs, ""));
				} else lines.push(`... ${cs}`);
			} else lines.push("...");
		} else {
			let dc = doc.comment;
			if (dc && chompKeep) dc = dc.replace(/^\n+/, "");
			if (dc) {
				if ((!chompKeep || contentComment) && lines[lines.length - 1] !== "") lines.push("");
				lines.push(stringifyComment.indentComment(commentString(dc), ""));
			}
		}
		return lines.join("\n") + "\n";
	}
	exports.stringifyDocument = stringifyDocument;
}));
// ../../main/node_modules/yaml/dist/doc/Document.js
var require_Document = /* @__PURE__ */ __commonJSMin(((exports) => {
	var Alias = require_Alias();
	var Collection = require_Collection();
	var identity = require_identity();
	var Pair = require_Pair();
	var toJS = require_toJS();
	var Schema = require_Schema();
	var stringifyDocument = require_stringifyDocument();
	var anchors = require_anchors();
	var applyReviver = require_applyReviver();
	var createNode = require_createNode();
	var directives = require_directives();
	var Document = class Document {
		constructor(value, replacer, options) {
			/** A comment before this Document */
			this.commentBefore = null;
			/** A comment immediately after this Document */
			this.comment = null;
			/** Errors encountered during parsing. */
			this.errors = [];
			/** Warnings encountered during parsing. */
			this.warnings = [];
			Object.defineProperty(this, identity.NODE_TYPE, { value: identity.DOC });
			let _replacer = null;
			if (typeof replacer === "function" || Array.isArray(replacer)) _replacer = replacer;
			else if (options === void 0 && replacer) {
				options = replacer;
				replacer = void 0;
			}
			const opt = Object.assign({
				intAsBigInt: false,
				keepSourceTokens: false,
				logLevel: "warn",
				prettyErrors: true,
				strict: true,
				stringKeys: false,
				uniqueKeys: true,
				version: "1.2"
			}, options);
			this.options = opt;
			let { version } = opt;
			if (options?._directives) {
				this.directives = options._directives.atDocument();
				if (this.directives.yaml.explicit) version = this.directives.yaml.version;
			} else this.directives = new directives.Directives({ version });
			this.setSchema(version, options);
			this.contents = value === void 0 ? null : this.createNode(value, _replacer, options);
		}
		/**
		* Create a deep copy of this Document and its contents.
		*
		* Custom Node values that inherit from `Object` still refer to their original instances.
		*/
		clone() {
			const copy = Object.create(Document.prototype, { [identity.NODE_TYPE]: { value: identity.DOC } });
			copy.commentBefore = this.commentBefore;
			copy.comment = this.comment;
			copy.errors = this.errors.slice();
			copy.warnings = this.warnings.slice();
			copy.options = Object.assign({}, this.options);
			if (this.directives) copy.directives = this.directives.clone();
			copy.schema = this.schema.clone();
			copy.contents = identity.isNode(this.contents) ? this.contents.clone(copy.schema) : this.contents;
			if (this.range) copy.range = this.range.slice();
			return copy;
		}
		/** Adds a value to the document. */
		add(value) {
			if (assertCollection(this.contents)) this.contents.add(value);
		}
		/** Adds a value to the document. */
		addIn(path, value) {
			if (assertCollection(this.contents)) this.contents.addIn(path, value);
		}
		/**
		* Create a new `Alias` node, ensuring that the target `node` has the required anchor.
		*
		* If `node` already has an anchor, `name` is ignored.
		* Otherwise, the `node.anchor` value will be set to `name`,
		* or if an anchor with that name is already present in the document,
		* `name` will be used as a prefix for a new unique anchor.
		* If `name` is undefined, the generated anchor will use 'a' as a prefix.
		*/
		createAlias(node, name) {
			if (!node.anchor) {
				const prev = anchors.anchorNames(this);
				node.anchor = !name || prev.has(name) ? anchors.findNewAnchor(name || "a", prev) : name;
			}
			return new Alias.Alias(node.anchor);
		}
		createNode(value, replacer, options) {
			let _replacer = void 0;
			if (typeof replacer === "function") {
				value = replacer.call({ "": value }, "", value);
				_replacer = replacer;
			} else if (Array.isArray(replacer)) {
				const keyToStr = (v) => typeof v === "number" || v instanceof String || v instanceof Number;
				const asStr = replacer.filter(keyToStr).map(String);
				if (asStr.length > 0) replacer = replacer.concat(asStr);
				_replacer = replacer;
			} else if (options === void 0 && replacer) {
				options = replacer;
				replacer = void 0;
			}
			const { aliasDuplicateObjects, anchorPrefix, flow, keepUndefined, onTagObj, tag } = options ?? {};
			const { onAnchor, setAnchors, sourceObjects } = anchors.createNodeAnchors(this, anchorPrefix || "a");
			const ctx = {
				aliasDuplicateObjects: aliasDuplicateObjects ?? true,
				keepUndefined: keepUndefined ?? false,
				onAnchor,
				onTagObj,
				replacer: _replacer,
				schema: this.schema,
				sourceObjects
			};
			const node = createNode.createNode(value, tag, ctx);
			if (flow && identity.isCollection(node)) node.flow = true;
			setAnchors();
			return node;
		}
		/**
		* Convert a key and a value into a `Pair` using the current schema,
		* recursively wrapping all values as `Scalar` or `Collection` nodes.
		*/
		createPair(key, value, options = {}) {
			const k = this.createNode(key, null, options);
			const v = this.createNode(value, null, options);
			return new Pair.Pair(k, v);
		}
		/**
		* Removes a value from the document.
		* @returns `true` if the item was found and removed.
		*/
		delete(key) {
			return assertCollection(this.contents) ? this.contents.delete(key) : false;
		}
		/**
		* Removes a value from the document.
		* @returns `true` if the item was found and removed.
		*/
		deleteIn(path) {
			if (Collection.isEmptyPath(path)) {
				if (this.contents == null) return false;
				this.contents = null;
				return true;
			}
			return assertCollection(this.contents) ? this.contents.deleteIn(path) : false;
		}
		/**
		* Returns item at `key`, or `undefined` if not found. By default unwraps
		* scalar values from their surrounding node; to disable set `keepScalar` to
		* `true` (collections are always returned intact).
		*/
		get(key, keepScalar) {
			return identity.isCollection(this.contents) ? this.contents.get(key, keepScalar) : void 0;
		}
		/**
		* Returns item at `path`, or `undefined` if not found. By default unwraps
		* scalar values from their surrounding node; to disable set `keepScalar` to
		* `true` (collections are always returned intact).
		*/
		getIn(path, keepScalar) {
			if (Collection.isEmptyPath(path)) return !keepScalar && identity.isScalar(this.contents) ? this.contents.value : this.contents;
			return identity.isCollection(this.contents) ? this.contents.getIn(path, keepScalar) : void 0;
		}
		/**
		* Checks if the document includes a value with the key `key`.
		*/
		has(key) {
			return identity.isCollection(this.contents) ? this.contents.has(key) : false;
		}
		/**
		* Checks if the document includes a value at `path`.
		*/
		hasIn(path) {
			if (Collection.isEmptyPath(path)) return this.contents !== void 0;
			return identity.isCollection(this.contents) ? this.contents.hasIn(path) : false;
		}
		/**
		* Sets a value in this document. For `!!set`, `value` needs to be a
		* boolean to add/remove the item from the set.
		*/
		set(key, value) {
			if (this.contents == null) this.contents = Collection.collectionFromPath(this.schema, [key], value);
			else if (assertCollection(this.contents)) this.contents.set(key, value);
		}
		/**
		* Sets a value in this document. For `!!set`, `value` needs to be a
		* boolean to add/remove the item from the set.
		*/
		setIn(path, value) {
			if (Collection.isEmptyPath(path)) this.contents = value;
			else if (this.contents == null) this.contents = Collection.collectionFromPath(this.schema, Array.from(path), value);
			else if (assertCollection(this.contents)) this.contents.setIn(path, value);
		}
		/**
		* Change the YAML version and schema used by the document.
		* A `null` version disables support for directives, explicit tags, anchors, and aliases.
		* It also requires the `schema` option to be given as a `Schema` instance value.
		*
		* Overrides all previously set schema options.
		*/
		setSchema(version, options = {}) {
			if (typeof version === "number") version = String(version);
			let opt;
			switch (version) {
				case "1.1":
					if (this.directives) this.directives.yaml.version = "1.1";
					else this.directives = new directives.Directives({ version: "1.1" });
					opt = {
						resolveKnownTags: false,
						schema: "yaml-1.1"
					};
					break;
				case "1.2":
				case "next":
					if (this.directives) this.directives.yaml.version = version;
					else this.directives = new directives.Directives({ version });
					opt = {
						resolveKnownTags: true,
						schema: "core"
					};
					break;
				case null:
					if (this.directives) delete this.directives;
					opt = null;
					break;
				default: {
					const sv = JSON.stringify(version);
					throw new Error(`Expected '1.1', '1.2' or null as first argument, but found: ${sv}`);
				}
			}
			if (options.schema instanceof Object) this.schema = options.schema;
			else if (opt) this.schema = new Schema.Schema(Object.assign(opt, options));
			else throw new Error(`With a null YAML version, the { schema: Schema } option is required`);
		}
		toJS({ json, jsonArg, mapAsMap, maxAliasCount, onAnchor, reviver } = {}) {
			const ctx = {
				anchors: /* @__PURE__ */ new Map(),
				doc: this,
				keep: !json,
				mapAsMap: mapAsMap === true,
				mapKeyWarned: false,
				maxAliasCount: typeof maxAliasCount === "number" ? maxAliasCount : 100
			};
			const res = toJS.toJS(this.contents, jsonArg ?? "", ctx);
			if (typeof onAnchor === "function") for (const { count, res } of ctx.anchors.values()) onAnchor(res, count);
			return typeof reviver === "function" ? applyReviver.applyReviver(reviver, { "": res }, "", res) : res;
		}
		/**
		* A JSON representation of the document `contents`.
		*
		* @param jsonArg Used by `JSON.stringify` to indicate the array index or
		*   property name.
		*/
		toJSON(jsonArg, onAnchor) {
			return this.toJS({
				json: true,
				jsonArg,
				mapAsMap: false,
				onAnchor
			});
		}
		/** A YAML representation of the document. */
		toString(options = {}) {
			if (this.errors.length > 0) throw new Error("Document with errors cannot be stringified");
			if ("indent" in options && (!Number.isInteger(options.indent) || Number(options.indent) <= 0)) {
				const s = JSON.stringify(options.indent);
				throw new Error(`"indent" option must be a positive integer, not ${s}`);
			}
			return stringifyDocument.stringifyDocument(this, options);
		}
	};
	function assertCollection(contents) {
		if (identity.isCollection(contents)) return true;
		throw new Error("Expected a YAML collection as document contents");
	}
	exports.Document = Document;
}));
// ../../main/node_modules/yaml/dist/errors.js
var require_errors = /* @__PURE__ */ __commonJSMin(((exports) => {
	var YAMLError = class extends Error {
		constructor(name, pos, code, message) {
			super();
			this.name = name;
			this.code = code;
			this.message = message;
			this.pos = pos;
		}
	};
	var YAMLParseError = class extends YAMLError {
		constructor(pos, code, message) {
			super("YAMLParseError", pos, code, message);
		}
	};
	var YAMLWarning = class extends YAMLError {
		constructor(pos, code, message) {
			super("YAMLWarning", pos, code, message);
		}
	};
	const prettifyError = (src, lc) => (error) => {
		if (error.pos[0] === -1) return;
		error.linePos = error.pos.map((pos) => lc.linePos(pos));
		const { line, col } = error.linePos[0];
		error.message += ` at line ${line}, column ${col}`;
		let ci = col - 1;
		let lineStr = src.substring(lc.lineStarts[line - 1], lc.lineStarts[line]).replace(/[\n\r]+$/, "");
		if (ci >= 60 && lineStr.length > 80) {
			const trimStart = Math.min(ci - 39, lineStr.length - 79);
			lineStr = "…" + lineStr.substring(trimStart);
			ci -= trimStart - 1;
		}
		if (lineStr.length > 80) lineStr = lineStr.substring(0, 79) + "…";
		if (line > 1 && /^ *$/.test(lineStr.substring(0, ci))) {
			let prev = src.substring(lc.lineStarts[line - 2], lc.lineStarts[line - 1]);
			if (prev.length > 80) prev = prev.substring(0, 79) + "…\n";
			lineStr = prev + lineStr;
		}
		if (/[^ ]/.test(lineStr)) {
			let count = 1;
			const end = error.linePos[1];
			if (end?.line === line && end.col > col) count = Math.max(1, Math.min(end.col - col, 80 - ci));
			const pointer = " ".repeat(ci) + "^".repeat(count);
			error.message += `:\n\n${lineStr}\n${pointer}\n`;
		}
	};
	exports.YAMLError = YAMLError;
	exports.YAMLParseError = YAMLParseError;
	exports.YAMLWarning = YAMLWarning;
	exports.prettifyError = prettifyError;
}));
// ../../main/node_modules/yaml/dist/compose/resolve-props.js
var require_resolve_props = /* @__PURE__ */ __commonJSMin(((exports) => {
	function resolveProps(tokens, { flow, indicator, next, offset, onError, parentIndent, startOnNewline }) {
		let spaceBefore = false;
		let atNewline = startOnNewline;
		let hasSpace = startOnNewline;
		let comment = "";
		let commentSep = "";
		let hasNewline = false;
		let reqSpace = false;
		let tab = null;
		let anchor = null;
		let tag = null;
		let newlineAfterProp = null;
		let comma = null;
		let found = null;
		let start = null;
		for (const token of tokens) {
			if (reqSpace) {
				if (token.type !== "space" && token.type !== "newline" && token.type !== "comma") onError(token.offset, "MISSING_CHAR", "Tags and anchors must be separated from the next token by white space");
				reqSpace = false;
			}
			if (tab) {
				if (atNewline && token.type !== "comment" && token.type !== "newline") onError(tab, "TAB_AS_INDENT", "Tabs are not allowed as indentation");
				tab = null;
			}
			switch (token.type) {
				case "space":
					if (!flow && (indicator !== "doc-start" || next?.type !== "flow-collection") && token.source.includes("	")) tab = token;
					hasSpace = true;
					break;
				case "comment": {
					if (!hasSpace) onError(token, "MISSING_CHAR", "Comments must be separated from other tokens by white space characters");
					const cb = token.source.substring(1) || " ";
					if (!comment) comment = cb;
					else comment += commentSep + cb;
					commentSep = "";
					atNewline = false;
					break;
				}
				case "newline":
					if (atNewline) {
						if (comment) comment += token.source;
						else if (!found || indicator !== "seq-item-ind") spaceBefore = true;
					} else commentSep += token.source;
					atNewline = true;
					hasNewline = true;
					if (anchor || tag) newlineAfterProp = token;
					hasSpace = true;
					break;
				case "anchor":
					if (anchor) onError(token, "MULTIPLE_ANCHORS", "A node can have at most one anchor");
					if (token.source.endsWith(":")) onError(token.offset + token.source.length - 1, "BAD_ALIAS", "Anchor ending in : is ambiguous", true);
					anchor = token;
					start ?? (start = token.offset);
					atNewline = false;
					hasSpace = false;
					reqSpace = true;
					break;
				case "tag":
					if (tag) onError(token, "MULTIPLE_TAGS", "A node can have at most one tag");
					tag = token;
					start ?? (start = token.offset);
					atNewline = false;
					hasSpace = false;
					reqSpace = true;
					break;
				case indicator:
					if (anchor || tag) onError(token, "BAD_PROP_ORDER", `Anchors and tags must be after the ${token.source} indicator`);
					if (found) onError(token, "UNEXPECTED_TOKEN", `Unexpected ${token.source} in ${flow ?? "collection"}`);
					found = token;
					atNewline = indicator === "seq-item-ind" || indicator === "explicit-key-ind";
					hasSpace = false;
					break;
				case "comma": if (flow) {
					if (comma) onError(token, "UNEXPECTED_TOKEN", `Unexpected , in ${flow}`);
					comma = token;
					atNewline = false;
					hasSpace = false;
					break;
				}
				default:
					onError(token, "UNEXPECTED_TOKEN", `Unexpected ${token.type} token`);
					atNewline = false;
					hasSpace = false;
			}
		}
		const last = tokens[tokens.length - 1];
		const end = last ? last.offset + last.source.length : offset;
		if (reqSpace && next && next.type !== "space" && next.type !== "newline" && next.type !== "comma" && (next.type !== "scalar" || next.source !== "")) onError(next.offset, "MISSING_CHAR", "Tags and anchors must be separated from the next token by white space");
		if (tab && (atNewline && tab.indent <= parentIndent || next?.type === "block-map" || next?.type === "block-seq")) onError(tab, "TAB_AS_INDENT", "Tabs are not allowed as indentation");
		return {
			comma,
			found,
			spaceBefore,
			comment,
			hasNewline,
			anchor,
			tag,
			newlineAfterProp,
			end,
			start: start ?? end
		};
	}
	exports.resolveProps = resolveProps;
}));
// ../../main/node_modules/yaml/dist/compose/util-contains-newline.js
var require_util_contains_newline = /* @__PURE__ */ __commonJSMin(((exports) => {
	function containsNewline(key) {
		if (!key) return null;
		switch (key.type) {
			case "alias":
			case "scalar":
			case "double-quoted-scalar":
			case "single-quoted-scalar":
				if (key.source.includes("\n")) return true;
				if (key.end) {
					for (const st of key.end) if (st.type === "newline") return true;
				}
				return false;
			case "flow-collection":
				for (const it of key.items) {
					for (const st of it.start) if (st.type === "newline") return true;
					if (it.sep) {
						for (const st of it.sep) if (st.type === "newline") return true;
					}
					if (containsNewline(it.key) || containsNewline(it.value)) return true;
				}
				return false;
			default: return true;
		}
	}
	exports.containsNewline = containsNewline;
}));
// ../../main/node_modules/yaml/dist/compose/util-flow-indent-check.js
var require_util_flow_indent_check = /* @__PURE__ */ __commonJSMin(((exports) => {
	var utilContainsNewline = require_util_contains_newline();
	function flowIndentCheck(indent, fc, onError) {
		if (fc?.type === "flow-collection") {
			const end = fc.end[0];
			if (end.indent === indent && (end.source === "]" || end.source === "}") && utilContainsNewline.containsNewline(fc)) onError(end, "BAD_INDENT", "Flow end indicator should be more indented than parent", true);
		}
	}
	exports.flowIndentCheck = flowIndentCheck;
}));
// ../../main/node_modules/yaml/dist/compose/util-map-includes.js
var require_util_map_includes = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	function mapIncludes(ctx, items, search) {
		const { uniqueKeys } = ctx.options;
		if (uniqueKeys === false) return false;
		const isEqual = typeof uniqueKeys === "function" ? uniqueKeys : (a, b) => a === b || identity.isScalar(a) && identity.isScalar(b) && a.value === b.value;
		return items.some((pair) => isEqual(pair.key, search));
	}
	exports.mapIncludes = mapIncludes;
}));
// ../../main/node_modules/yaml/dist/compose/resolve-block-map.js
var require_resolve_block_map = /* @__PURE__ */ __commonJSMin(((exports) => {
	var Pair = require_Pair();
	var YAMLMap = require_YAMLMap();
	var resolveProps = require_resolve_props();
	var utilContainsNewline = require_util_contains_newline();
	var utilFlowIndentCheck = require_util_flow_indent_check();
	var utilMapIncludes = require_util_map_includes();
	const startColMsg = "All mapping items must start at the same column";
	function resolveBlockMap({ composeNode, composeEmptyNode }, ctx, bm, onError, tag) {
		const map = new ((tag?.nodeClass) ?? YAMLMap.YAMLMap)(ctx.schema);
		if (ctx.atRoot) ctx.atRoot = false;
		let offset = bm.offset;
		let commentEnd = null;
		for (const collItem of bm.items) {
			const { start, key, sep, value } = collItem;
			const keyProps = resolveProps.resolveProps(start, {
				indicator: "explicit-key-ind",
				next: key ?? sep?.[0],
				offset,
				onError,
				parentIndent: bm.indent,
				startOnNewline: true
			});
			const implicitKey = !keyProps.found;
			if (implicitKey) {
				if (key) {
					if (key.type === "block-seq") onError(offset, "BLOCK_AS_IMPLICIT_KEY", "A block sequence may not be used as an implicit map key");
					else if ("indent" in key && key.indent !== bm.indent) onError(offset, "BAD_INDENT", startColMsg);
				}
				if (!keyProps.anchor && !keyProps.tag && !sep) {
					commentEnd = keyProps.end;
					if (keyProps.comment) {
						if (map.comment) map.comment += "\n" + keyProps.comment;
						else map.comment = keyProps.comment;
					}
					continue;
				}
				if (keyProps.newlineAfterProp || utilContainsNewline.containsNewline(key)) onError(key ?? start[start.length - 1], "MULTILINE_IMPLICIT_KEY", "Implicit keys need to be on a single line");
			} else if (keyProps.found?.indent !== bm.indent) onError(offset, "BAD_INDENT", startColMsg);
			ctx.atKey = true;
			const keyStart = keyProps.end;
			const keyNode = key ? composeNode(ctx, key, keyProps, onError) : composeEmptyNode(ctx, keyStart, start, null, keyProps, onError);
			if (ctx.schema.compat) utilFlowIndentCheck.flowIndentCheck(bm.indent, key, onError);
			ctx.atKey = false;
			if (utilMapIncludes.mapIncludes(ctx, map.items, keyNode)) onError(keyStart, "DUPLICATE_KEY", "Map keys must be unique");
			const valueProps = resolveProps.resolveProps(sep ?? [], {
				indicator: "map-value-ind",
				next: value,
				offset: keyNode.range[2],
				onError,
				parentIndent: bm.indent,
				startOnNewline: !key || key.type === "block-scalar"
			});
			offset = valueProps.end;
			if (valueProps.found) {
				if (implicitKey) {
					if (value?.type === "block-map" && !valueProps.hasNewline) onError(offset, "BLOCK_AS_IMPLICIT_KEY", "Nested mappings are not allowed in compact mappings");
					if (ctx.options.strict && keyProps.start < valueProps.found.offset - 1024) onError(keyNode.range, "KEY_OVER_1024_CHARS", "The : indicator must be at most 1024 chars after the start of an implicit block mapping key");
				}
				const valueNode = value ? composeNode(ctx, value, valueProps, onError) : composeEmptyNode(ctx, offset, sep, null, valueProps, onError);
				if (ctx.schema.compat) utilFlowIndentCheck.flowIndentCheck(bm.indent, value, onError);
				offset = valueNode.range[2];
				const pair = new Pair.Pair(keyNode, valueNode);
				if (ctx.options.keepSourceTokens) pair.srcToken = collItem;
				map.items.push(pair);
			} else {
				if (implicitKey) onError(keyNode.range, "MISSING_CHAR", "Implicit map keys need to be followed by map values");
				if (valueProps.comment) {
					if (keyNode.comment) keyNode.comment += "\n" + valueProps.comment;
					else keyNode.comment = valueProps.comment;
				}
				const pair = new Pair.Pair(keyNode);
				if (ctx.options.keepSourceTokens) pair.srcToken = collItem;
				map.items.push(pair);
			}
		}
		if (commentEnd && commentEnd < offset) onError(commentEnd, "IMPOSSIBLE", "Map comment with trailing content");
		map.range = [
			bm.offset,
			offset,
			commentEnd ?? offset
		];
		return map;
	}
	exports.resolveBlockMap = resolveBlockMap;
}));
// ../../main/node_modules/yaml/dist/compose/resolve-block-seq.js
var require_resolve_block_seq = /* @__PURE__ */ __commonJSMin(((exports) => {
	var YAMLSeq = require_YAMLSeq();
	var resolveProps = require_resolve_props();
	var utilFlowIndentCheck = require_util_flow_indent_check();
	function resolveBlockSeq({ composeNode, composeEmptyNode }, ctx, bs, onError, tag) {
		const seq = new ((tag?.nodeClass) ?? YAMLSeq.YAMLSeq)(ctx.schema);
		if (ctx.atRoot) ctx.atRoot = false;
		if (ctx.atKey) ctx.atKey = false;
		let offset = bs.offset;
		let commentEnd = null;
		for (const { start, value } of bs.items) {
			const props = resolveProps.resolveProps(start, {
				indicator: "seq-item-ind",
				next: value,
				offset,
				onError,
				parentIndent: bs.indent,
				startOnNewline: true
			});
			if (!props.found) {
				if (props.anchor || props.tag || value) {
					if (value?.type === "block-seq") onError(props.end, "BAD_INDENT", "All sequence items must start at the same column");
					else onError(offset, "MISSING_CHAR", "Sequence item without - indicator");
				} else {
					commentEnd = props.end;
					if (props.comment) seq.comment = props.comment;
					continue;
				}
			}
			const node = value ? composeNode(ctx, value, props, onError) : composeEmptyNode(ctx, props.end, start, null, props, onError);
			if (ctx.schema.compat) utilFlowIndentCheck.flowIndentCheck(bs.indent, value, onError);
			offset = node.range[2];
			seq.items.push(node);
		}
		seq.range = [
			bs.offset,
			offset,
			commentEnd ?? offset
		];
		return seq;
	}
	exports.resolveBlockSeq = resolveBlockSeq;
}));
// ../../main/node_modules/yaml/dist/compose/resolve-end.js
var require_resolve_end = /* @__PURE__ */ __commonJSMin(((exports) => {
	function resolveEnd(end, offset, reqSpace, onError) {
		let comment = "";
		if (end) {
			let hasSpace = false;
			let sep = "";
			for (const token of end) {
				const { source, type } = token;
				switch (type) {
					case "space":
						hasSpace = true;
						break;
					case "comment": {
						if (reqSpace && !hasSpace) onError(token, "MISSING_CHAR", "Comments must be separated from other tokens by white space characters");
						const cb = source.substring(1) || " ";
						if (!comment) comment = cb;
						else comment += sep + cb;
						sep = "";
						break;
					}
					case "newline":
						if (comment) sep += source;
						hasSpace = true;
						break;
					default: onError(token, "UNEXPECTED_TOKEN", `Unexpected ${type} at node end`);
				}
				offset += source.length;
			}
		}
		return {
			comment,
			offset
		};
	}
	exports.resolveEnd = resolveEnd;
}));
// ../../main/node_modules/yaml/dist/compose/resolve-flow-collection.js
var require_resolve_flow_collection = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	var Pair = require_Pair();
	var YAMLMap = require_YAMLMap();
	var YAMLSeq = require_YAMLSeq();
	var resolveEnd = require_resolve_end();
	var resolveProps = require_resolve_props();
	var utilContainsNewline = require_util_contains_newline();
	var utilMapIncludes = require_util_map_includes();
	const blockMsg = "Block collections are not allowed within flow collections";
	const isBlock = (token) => token && (token.type === "block-map" || token.type === "block-seq");
	function resolveFlowCollection({ composeNode, composeEmptyNode }, ctx, fc, onError, tag) {
		const isMap = fc.start.source === "{";
		const fcName = isMap ? "flow map" : "flow sequence";
		const coll = new ((tag?.nodeClass) ?? (isMap ? YAMLMap.YAMLMap : YAMLSeq.YAMLSeq))(ctx.schema);
		coll.flow = true;
		const atRoot = ctx.atRoot;
		if (atRoot) ctx.atRoot = false;
		if (ctx.atKey) ctx.atKey = false;
		let offset = fc.offset + fc.start.source.length;
		for (let i = 0; i < fc.items.length; ++i) {
			const collItem = fc.items[i];
			const { start, key, sep, value } = collItem;
			const props = resolveProps.resolveProps(start, {
				flow: fcName,
				indicator: "explicit-key-ind",
				next: key ?? sep?.[0],
				offset,
				onError,
				parentIndent: fc.indent,
				startOnNewline: false
			});
			if (!props.found) {
				if (!props.anchor && !props.tag && !sep && !value) {
					if (i === 0 && props.comma) onError(props.comma, "UNEXPECTED_TOKEN", `Unexpected , in ${fcName}`);
					else if (i < fc.items.length - 1) onError(props.start, "UNEXPECTED_TOKEN", `Unexpected empty item in ${fcName}`);
					if (props.comment) {
						if (coll.comment) coll.comment += "\n" + props.comment;
						else coll.comment = props.comment;
					}
					offset = props.end;
					continue;
				}
				if (!isMap && ctx.options.strict && utilContainsNewline.containsNewline(key)) onError(key, "MULTILINE_IMPLICIT_KEY", "Implicit keys of flow sequence pairs need to be on a single line");
			}
			if (i === 0) {
				if (props.comma) onError(props.comma, "UNEXPECTED_TOKEN", `Unexpected , in ${fcName}`);
			} else {
				if (!props.comma) onError(props.start, "MISSING_CHAR", `Missing , between ${fcName} items`);
				if (props.comment) {
					let prevItemComment = "";
					loop: for (const st of start) switch (st.type) {
						case "comma":
						case "space": break;
						case "comment":
							prevItemComment = st.source.substring(1);
							break loop;
						default: break loop;
					}
					if (prevItemComment) {
						let prev = coll.items[coll.items.length - 1];
						if (identity.isPair(prev)) prev = prev.value ?? prev.key;
						if (prev.comment) prev.comment += "\n" + prevItemComment;
						else prev.comment = prevItemComment;
						props.comment = props.comment.substring(prevItemComment.length + 1);
					}
				}
			}
			if (!isMap && !sep && !props.found) {
				const valueNode = value ? composeNode(ctx, value, props, onError) : composeEmptyNode(ctx, props.end, sep, null, props, onError);
				coll.items.push(valueNode);
				offset = valueNode.range[2];
				if (isBlock(value)) onError(valueNode.range, "BLOCK_IN_FLOW", blockMsg);
			} else {
				ctx.atKey = true;
				const keyStart = props.end;
				const keyNode = key ? composeNode(ctx, key, props, onError) : composeEmptyNode(ctx, keyStart, start, null, props, onError);
				if (isBlock(key)) onError(keyNode.range, "BLOCK_IN_FLOW", blockMsg);
				ctx.atKey = false;
				const valueProps = resolveProps.resolveProps(sep ?? [], {
					flow: fcName,
					indicator: "map-value-ind",
					next: value,
					offset: keyNode.range[2],
					onError,
					parentIndent: fc.indent,
					startOnNewline: false
				});
				if (valueProps.found) {
					if (!isMap && !props.found && ctx.options.strict) {
						if (sep) for (const st of sep) {
							if (st === valueProps.found) break;
							if (st.type === "newline") {
								onError(st, "MULTILINE_IMPLICIT_KEY", "Implicit keys of flow sequence pairs need to be on a single line");
								break;
							}
						}
						if (props.start < valueProps.found.offset - 1024) onError(valueProps.found, "KEY_OVER_1024_CHARS", "The : indicator must be at most 1024 chars after the start of an implicit flow sequence key");
					}
				} else if (value) {
					if ("source" in value && value.source?.[0] === ":") onError(value, "MISSING_CHAR", `Missing space after : in ${fcName}`);
					else onError(valueProps.start, "MISSING_CHAR", `Missing , or : between ${fcName} items`);
				}
				const valueNode = value ? composeNode(ctx, value, valueProps, onError) : valueProps.found ? composeEmptyNode(ctx, valueProps.end, sep, null, valueProps, onError) : null;
				if (valueNode) {
					if (isBlock(value)) onError(valueNode.range, "BLOCK_IN_FLOW", blockMsg);
				} else if (valueProps.comment) {
					if (keyNode.comment) keyNode.comment += "\n" + valueProps.comment;
					else keyNode.comment = valueProps.comment;
				}
				const pair = new Pair.Pair(keyNode, valueNode);
				if (ctx.options.keepSourceTokens) pair.srcToken = collItem;
				if (isMap) {
					const map = coll;
					if (utilMapIncludes.mapIncludes(ctx, map.items, keyNode)) onError(keyStart, "DUPLICATE_KEY", "Map keys must be unique");
					map.items.push(pair);
				} else {
					const map = new YAMLMap.YAMLMap(ctx.schema);
					map.flow = true;
					map.items.push(pair);
					const endRange = (valueNode ?? keyNode).range;
					map.range = [
						keyNode.range[0],
						endRange[1],
						endRange[2]
					];
					coll.items.push(map);
				}
				offset = valueNode ? valueNode.range[2] : valueProps.end;
			}
		}
		const expectedEnd = isMap ? "}" : "]";
		const [ce, ...ee] = fc.end;
		let cePos = offset;
		if (ce?.source === expectedEnd) cePos = ce.offset + ce.source.length;
		else {
			const name = fcName[0].toUpperCase() + fcName.substring(1);
			const msg = atRoot ? `${name} must end with a ${expectedEnd}` : `${name} in block collection must be sufficiently indented and end with a ${expectedEnd}`;
			onError(offset, atRoot ? "MISSING_CHAR" : "BAD_INDENT", msg);
			if (ce && ce.source.length !== 1) ee.unshift(ce);
		}
		if (ee.length > 0) {
			const end = resolveEnd.resolveEnd(ee, cePos, ctx.options.strict, onError);
			if (end.comment) {
				if (coll.comment) coll.comment += "\n" + end.comment;
				else coll.comment = end.comment;
			}
			coll.range = [
				fc.offset,
				cePos,
				end.offset
			];
		} else coll.range = [
			fc.offset,
			cePos,
			cePos
		];
		return coll;
	}
	exports.resolveFlowCollection = resolveFlowCollection;
}));
// ../../main/node_modules/yaml/dist/compose/compose-collection.js
var require_compose_collection = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	var Scalar = require_Scalar();
	var YAMLMap = require_YAMLMap();
	var YAMLSeq = require_YAMLSeq();
	var resolveBlockMap = require_resolve_block_map();
	var resolveBlockSeq = require_resolve_block_seq();
	var resolveFlowCollection = require_resolve_flow_collection();
	function resolveCollection(CN, ctx, token, onError, tagName, tag) {
		const coll = token.type === "block-map" ? resolveBlockMap.resolveBlockMap(CN, ctx, token, onError, tag) : token.type === "block-seq" ? resolveBlockSeq.resolveBlockSeq(CN, ctx, token, onError, tag) : resolveFlowCollection.resolveFlowCollection(CN, ctx, token, onError, tag);
		const Coll = coll.constructor;
		if (tagName === "!" || tagName === Coll.tagName) {
			coll.tag = Coll.tagName;
			return coll;
		}
		if (tagName) coll.tag = tagName;
		return coll;
	}
	function composeCollection(CN, ctx, token, props, onError) {
		const tagToken = props.tag;
		const tagName = !tagToken ? null : ctx.directives.tagName(tagToken.source, (msg) => onError(tagToken, "TAG_RESOLVE_FAILED", msg));
		if (token.type === "block-seq") {
			const { anchor, newlineAfterProp: nl } = props;
			const lastProp = anchor && tagToken ? anchor.offset > tagToken.offset ? anchor : tagToken : anchor ?? tagToken;
			if (lastProp && (!nl || nl.offset < lastProp.offset)) onError(lastProp, "MISSING_CHAR", "Missing newline after block sequence props");
		}
		const expType = token.type === "block-map" ? "map" : token.type === "block-seq" ? "seq" : token.start.source === "{" ? "map" : "seq";
		if (!tagToken || !tagName || tagName === "!" || tagName === YAMLMap.YAMLMap.tagName && expType === "map" || tagName === YAMLSeq.YAMLSeq.tagName && expType === "seq") return resolveCollection(CN, ctx, token, onError, tagName);
		let tag = ctx.schema.tags.find((t) => t.tag === tagName && t.collection === expType);
		if (!tag) {
			const kt = ctx.schema.knownTags[tagName];
			if (kt?.collection === expType) {
				ctx.schema.tags.push(Object.assign({}, kt, { default: false }));
				tag = kt;
			} else {
				if (kt) onError(tagToken, "BAD_COLLECTION_TYPE", `${kt.tag} used for ${expType} collection, but expects ${kt.collection ?? "scalar"}`, true);
				else onError(tagToken, "TAG_RESOLVE_FAILED", `Unresolved tag: ${tagName}`, true);
				return resolveCollection(CN, ctx, token, onError, tagName);
			}
		}
		const coll = resolveCollection(CN, ctx, token, onError, tagName, tag);
		const res = tag.resolve?.(coll, (msg) => onError(tagToken, "TAG_RESOLVE_FAILED", msg), ctx.options) ?? coll;
		const node = identity.isNode(res) ? res : new Scalar.Scalar(res);
		node.range = coll.range;
		node.tag = tagName;
		if (tag?.format) node.format = tag.format;
		return node;
	}
	exports.composeCollection = composeCollection;
}));
// ../../main/node_modules/yaml/dist/compose/resolve-block-scalar.js
var require_resolve_block_scalar = /* @__PURE__ */ __commonJSMin(((exports) => {
	var Scalar = require_Scalar();
	function resolveBlockScalar(ctx, scalar, onError) {
		const start = scalar.offset;
		const header = parseBlockScalarHeader(scalar, ctx.options.strict, onError);
		if (!header) return {
			value: "",
			type: null,
			comment: "",
			range: [
				start,
				start,
				start
			]
		};
		const type = header.mode === ">" ? Scalar.Scalar.BLOCK_FOLDED : Scalar.Scalar.BLOCK_LITERAL;
		const lines = scalar.source ? splitLines(scalar.source) : [];
		let chompStart = lines.length;
		for (let i = lines.length - 1; i >= 0; --i) {
			const content = lines[i][1];
			if (content === "" || content === "\r") chompStart = i;
			else break;
		}
		if (chompStart === 0) {
			const value = header.chomp === "+" && lines.length > 0 ? "\n".repeat(Math.max(1, lines.length - 1)) : "";
			let end = start + header.length;
			if (scalar.source) end += scalar.source.length;
			return {
				value,
				type,
				comment: header.comment,
				range: [
					start,
					end,
					end
				]
			};
		}
		let trimIndent = scalar.indent + header.indent;
		let offset = scalar.offset + header.length;
		let contentStart = 0;
		for (let i = 0; i < chompStart; ++i) {
			const [indent, content] = lines[i];
			if (content === "" || content === "\r") {
				if (header.indent === 0 && indent.length > trimIndent) trimIndent = indent.length;
			} else {
				if (indent.length < trimIndent) onError(offset + indent.length, "MISSING_CHAR", "Block scalars with more-indented leading empty lines must use an explicit indentation indicator");
				if (header.indent === 0) trimIndent = indent.length;
				contentStart = i;
				if (trimIndent === 0 && !ctx.atRoot) onError(offset, "BAD_INDENT", "Block scalar values in collections must be indented");
				break;
			}
			offset += indent.length + content.length + 1;
		}
		for (let i = lines.length - 1; i >= chompStart; --i) if (lines[i][0].length > trimIndent) chompStart = i + 1;
		let value = "";
		let sep = "";
		let prevMoreIndented = false;
		for (let i = 0; i < contentStart; ++i) value += lines[i][0].slice(trimIndent) + "\n";
		for (let i = contentStart; i < chompStart; ++i) {
			let [indent, content] = lines[i];
			offset += indent.length + content.length + 1;
			const crlf = content[content.length - 1] === "\r";
			if (crlf) content = content.slice(0, -1);
			/* istanbul ignore if already caught in lexer */
			if (content && indent.length < trimIndent) {
				const message = `Block scalar lines must not be less indented than their ${header.indent ? "explicit indentation indicator" : "first line"}`;
				onError(offset - content.length - (crlf ? 2 : 1), "BAD_INDENT", message);
				indent = "";
			}
			if (type === Scalar.Scalar.BLOCK_LITERAL) {
				value += sep + indent.slice(trimIndent) + content;
				sep = "\n";
			} else if (indent.length > trimIndent || content[0] === "	") {
				if (sep === " ") sep = "\n";
				else if (!prevMoreIndented && sep === "\n") sep = "\n\n";
				value += sep + indent.slice(trimIndent) + content;
				sep = "\n";
				prevMoreIndented = true;
			} else if (content === "") {
				if (sep === "\n") value += "\n";
				else sep = "\n";
			} else {
				value += sep + content;
				sep = " ";
				prevMoreIndented = false;
			}
		}
		switch (header.chomp) {
			case "-": break;
			case "+":
				for (let i = chompStart; i < lines.length; ++i) value += "\n" + lines[i][0].slice(trimIndent);
				if (value[value.length - 1] !== "\n") value += "\n";
				break;
			default: value += "\n";
		}
		const end = start + header.length + scalar.source.length;
		return {
			value,
			type,
			comment: header.comment,
			range: [
				start,
				end,
				end
			]
		};
	}
	function parseBlockScalarHeader({ offset, props }, strict, onError) {
		/* istanbul ignore if should not happen */
		if (props[0].type !== "block-scalar-header") {
			onError(props[0], "IMPOSSIBLE", "Block scalar header not found");
			return null;
		}
		const { source } = props[0];
		const mode = source[0];
		let indent = 0;
		let chomp = "";
		let error = -1;
		for (let i = 1; i < source.length; ++i) {
			const ch = source[i];
			if (!chomp && (ch === "-" || ch === "+")) chomp = ch;
			else {
				const n = Number(ch);
				if (!indent && n) indent = n;
				else if (error === -1) error = offset + i;
			}
		}
		if (error !== -1) onError(error, "UNEXPECTED_TOKEN", `Block scalar header includes extra characters: ${source}`);
		let hasSpace = false;
		let comment = "";
		let length = source.length;
		for (let i = 1; i < props.length; ++i) {
			const token = props[i];
			switch (token.type) {
				case "space": hasSpace = true;
				case "newline":
					length += token.source.length;
					break;
				case "comment":
					if (strict && !hasSpace) onError(token, "MISSING_CHAR", "Comments must be separated from other tokens by white space characters");
					length += token.source.length;
					comment = token.source.substring(1);
					break;
				case "error":
					onError(token, "UNEXPECTED_TOKEN", token.message);
					length += token.source.length;
					break;
				/* istanbul ignore next should not happen */
				default: {
					onError(token, "UNEXPECTED_TOKEN", `Unexpected token in block scalar header: ${token.type}`);
					const ts = token.source;
					if (ts && typeof ts === "string") length += ts.length;
				}
			}
		}
		return {
			mode,
			indent,
			chomp,
			comment,
			length
		};
	}
	/** @returns Array of lines split up as `[indent, content]` */
	function splitLines(source) {
		const split = source.split(/\n( *)/);
		const first = split[0];
		const m = first.match(/^( *)/);
		const lines = [m?.[1] ? [m[1], first.slice(m[1].length)] : ["", first]];
		for (let i = 1; i < split.length; i += 2) lines.push([split[i], split[i + 1]]);
		return lines;
	}
	exports.resolveBlockScalar = resolveBlockScalar;
}));
// ../../main/node_modules/yaml/dist/compose/resolve-flow-scalar.js
var require_resolve_flow_scalar = /* @__PURE__ */ __commonJSMin(((exports) => {
	var Scalar = require_Scalar();
	var resolveEnd = require_resolve_end();
	function resolveFlowScalar(scalar, strict, onError) {
		const { offset, type, source, end } = scalar;
		let _type;
		let value;
		const _onError = (rel, code, msg) => onError(offset + rel, code, msg);
		switch (type) {
			case "scalar":
				_type = Scalar.Scalar.PLAIN;
				value = plainValue(source, _onError);
				break;
			case "single-quoted-scalar":
				_type = Scalar.Scalar.QUOTE_SINGLE;
				value = singleQuotedValue(source, _onError);
				break;
			case "double-quoted-scalar":
				_type = Scalar.Scalar.QUOTE_DOUBLE;
				value = doubleQuotedValue(source, _onError);
				break;
			/* istanbul ignore next should not happen */
			default:
				onError(scalar, "UNEXPECTED_TOKEN", `Expected a flow scalar value, but found: ${type}`);
				return {
					value: "",
					type: null,
					comment: "",
					range: [
						offset,
						offset + source.length,
						offset + source.length
					]
				};
		}
		const valueEnd = offset + source.length;
		const re = resolveEnd.resolveEnd(end, valueEnd, strict, onError);
		return {
			value,
			type: _type,
			comment: re.comment,
			range: [
				offset,
				valueEnd,
				re.offset
			]
		};
	}
	function plainValue(source, onError) {
		let badChar = "";
		switch (source[0]) {
			/* istanbul ignore next should not happen */
			case "	":
				badChar = "a tab character";
				break;
			case ",":
				badChar = "flow indicator character ,";
				break;
			case "%":
				badChar = "directive indicator character %";
				break;
			case "|":
			case ">":
				badChar = `block scalar indicator ${source[0]}`;
				break;
			case "@":
			case "`": badChar = `reserved character ${source[0]}`;
		}
		if (badChar) onError(0, "BAD_SCALAR_START", `Plain value cannot start with ${badChar}`);
		return unfoldLines(source);
	}
	function singleQuotedValue(source, onError) {
		if (source[source.length - 1] !== "'" || source.length === 1) onError(source.length, "MISSING_CHAR", "Missing closing 'quote");
		return unfoldLines(source.slice(1, -1)).replace(/''/g, "'");
	}
	function unfoldLines(source) {
		const line = /(.*?)\r?\n/sy;
		let match = line.exec(source);
		if (!match) return source;
		/**
		* The negative lookbehinds in these RegExps are to
		* prevent causing a polynomial search time in certain cases.
		*
		* The try-catch is for Safari < 16.4 and other old browsers:
		* https://caniuse.com/js-regexp-lookbehind
		*/
		let trimEnd, trimBoth;
		try {
			trimEnd = new RegExp("(?<![ 	])[ 	]+$");
			trimBoth = new RegExp("^[ 	]+|(?<![ 	])[ 	]+$", "g");
		} catch {
			trimEnd = /[ \t]+$/;
			trimBoth = /^[ \t]+|[ \t]+$/g;
		}
		let res = match[1].replace(trimEnd, "");
		let sep = " ";
		let pos = line.lastIndex;
		while (match = line.exec(source)) {
			const lm = match[1].replace(trimBoth, "");
			if (lm === "") {
				if (sep === "\n") res += sep;
				else sep = "\n";
			} else {
				res += sep + lm;
				sep = " ";
			}
			pos = line.lastIndex;
		}
		const last = /[ \t]*(.*)/sy;
		last.lastIndex = pos;
		match = last.exec(source);
		return res + sep + (match?.[1] ?? "");
	}
	function doubleQuotedValue(source, onError) {
		let res = "";
		for (let i = 1; i < source.length - 1; ++i) {
			const ch = source[i];
			if (ch === "\r" && source[i + 1] === "\n") continue;
			if (ch === "\n") {
				const { fold, offset } = foldNewline(source, i);
				res += fold;
				i = offset;
			} else if (ch === "\\") {
				let next = source[++i];
				const cc = escapeCodes[next];
				if (cc) res += cc;
				else if (next === "\n") {
					next = source[i + 1];
					while (next === " " || next === "	") next = source[++i + 1];
				} else if (next === "\r" && source[i + 1] === "\n") {
					next = source[++i + 1];
					while (next === " " || next === "	") next = source[++i + 1];
				} else if (next === "x" || next === "u" || next === "U") {
					const length = next === "x" ? 2 : next === "u" ? 4 : 8;
					res += parseCharCode(source, i + 1, length, onError);
					i += length;
				} else {
					const raw = source.substr(i - 1, 2);
					onError(i - 1, "BAD_DQ_ESCAPE", `Invalid escape sequence ${raw}`);
					res += raw;
				}
			} else if (ch === " " || ch === "	") {
				const wsStart = i;
				let next = source[i + 1];
				while (next === " " || next === "	") next = source[++i + 1];
				if (next !== "\n" && !(next === "\r" && source[i + 2] === "\n")) res += i > wsStart ? source.slice(wsStart, i + 1) : ch;
			} else res += ch;
		}
		if (source[source.length - 1] !== "\"" || source.length === 1) onError(source.length, "MISSING_CHAR", "Missing closing \"quote");
		return res;
	}
	/**
	* Fold a single newline into a space, multiple newlines to N - 1 newlines.
	* Presumes `source[offset] === '\n'`
	*/
	function foldNewline(source, offset) {
		let fold = "";
		let ch = source[offset + 1];
		while (ch === " " || ch === "	" || ch === "\n" || ch === "\r") {
			if (ch === "\r" && source[offset + 2] !== "\n") break;
			if (ch === "\n") fold += "\n";
			offset += 1;
			ch = source[offset + 1];
		}
		if (!fold) fold = " ";
		return {
			fold,
			offset
		};
	}
	const escapeCodes = {
		"0": "\0",
		a: "\x07",
		b: "\b",
		e: "\x1B",
		f: "\f",
		n: "\n",
		r: "\r",
		t: "	",
		v: "\v",
		N: "",
		_: "\xA0",
		L: "\u2028",
		P: "\u2029",
		" ": " ",
		"\"": "\"",
		"/": "/",
		"\\": "\\",
		"	": "	"
	};
	function parseCharCode(source, offset, length, onError) {
		const cc = source.substr(offset, length);
		const code = cc.length === length && /^[0-9a-fA-F]+$/.test(cc) ? parseInt(cc, 16) : NaN;
		try {
			return String.fromCodePoint(code);
		} catch {
			const raw = source.substr(offset - 2, length + 2);
			onError(offset - 2, "BAD_DQ_ESCAPE", `Invalid escape sequence ${raw}`);
			return raw;
		}
	}
	exports.resolveFlowScalar = resolveFlowScalar;
}));
// ../../main/node_modules/yaml/dist/compose/compose-scalar.js
var require_compose_scalar = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	var Scalar = require_Scalar();
	var resolveBlockScalar = require_resolve_block_scalar();
	var resolveFlowScalar = require_resolve_flow_scalar();
	function composeScalar(ctx, token, tagToken, onError) {
		const { value, type, comment, range } = token.type === "block-scalar" ? resolveBlockScalar.resolveBlockScalar(ctx, token, onError) : resolveFlowScalar.resolveFlowScalar(token, ctx.options.strict, onError);
		const tagName = tagToken ? ctx.directives.tagName(tagToken.source, (msg) => onError(tagToken, "TAG_RESOLVE_FAILED", msg)) : null;
		let tag;
		if (ctx.options.stringKeys && ctx.atKey) tag = ctx.schema[identity.SCALAR];
		else if (tagName) tag = findScalarTagByName(ctx.schema, value, tagName, tagToken, onError);
		else if (token.type === "scalar") tag = findScalarTagByTest(ctx, value, token, onError);
		else tag = ctx.schema[identity.SCALAR];
		let scalar;
		try {
			const res = tag.resolve(value, (msg) => onError(tagToken ?? token, "TAG_RESOLVE_FAILED", msg), ctx.options);
			scalar = identity.isScalar(res) ? res : new Scalar.Scalar(res);
		} catch (error) {
			const msg = error instanceof Error ? error.message : String(error);
			onError(tagToken ?? token, "TAG_RESOLVE_FAILED", msg);
			scalar = new Scalar.Scalar(value);
		}
		scalar.range = range;
		scalar.source = value;
		if (type) scalar.type = type;
		if (tagName) scalar.tag = tagName;
		if (tag.format) scalar.format = tag.format;
		if (comment) scalar.comment = comment;
		return scalar;
	}
	function findScalarTagByName(schema, value, tagName, tagToken, onError) {
		if (tagName === "!") return schema[identity.SCALAR];
		const matchWithTest = [];
		for (const tag of schema.tags) if (!tag.collection && tag.tag === tagName) {
			if (tag.default && tag.test) matchWithTest.push(tag);
			else return tag;
		}
		for (const tag of matchWithTest) if (tag.test?.test(value)) return tag;
		const kt = schema.knownTags[tagName];
		if (kt && !kt.collection) {
			schema.tags.push(Object.assign({}, kt, {
				default: false,
				test: void 0
			}));
			return kt;
		}
		onError(tagToken, "TAG_RESOLVE_FAILED", `Unresolved tag: ${tagName}`, tagName !== "tag:yaml.org,2002:str");
		return schema[identity.SCALAR];
	}
	function findScalarTagByTest({ atKey, directives, schema }, value, token, onError) {
		const tag = schema.tags.find((tag) => (tag.default === true || atKey && tag.default === "key") && tag.test?.test(value)) || schema[identity.SCALAR];
		if (schema.compat) {
			const compat = schema.compat.find((tag) => tag.default && tag.test?.test(value)) ?? schema[identity.SCALAR];
			if (tag.tag !== compat.tag) onError(token, "TAG_RESOLVE_FAILED", `Value may be parsed as either ${directives.tagString(tag.tag)} or ${directives.tagString(compat.tag)}`, true);
		}
		return tag;
	}
	exports.composeScalar = composeScalar;
}));
// ../../main/node_modules/yaml/dist/compose/util-empty-scalar-position.js
var require_util_empty_scalar_position = /* @__PURE__ */ __commonJSMin(((exports) => {
	function emptyScalarPosition(offset, before, pos) {
		if (before) {
			pos ?? (pos = before.length);
			for (let i = pos - 1; i >= 0; --i) {
				let st = before[i];
				switch (st.type) {
					case "space":
					case "comment":
					case "newline":
						offset -= st.source.length;
						continue;
				}
				st = before[++i];
				while (st?.type === "space") {
					offset += st.source.length;
					st = before[++i];
				}
				break;
			}
		}
		return offset;
	}
	exports.emptyScalarPosition = emptyScalarPosition;
}));
// ../../main/node_modules/yaml/dist/compose/compose-node.js
var require_compose_node = /* @__PURE__ */ __commonJSMin(((exports) => {
	var Alias = require_Alias();
	var identity = require_identity();
	var composeCollection = require_compose_collection();
	var composeScalar = require_compose_scalar();
	var resolveEnd = require_resolve_end();
	var utilEmptyScalarPosition = require_util_empty_scalar_position();
	const CN = {
		composeNode,
		composeEmptyNode
	};
	function composeNode(ctx, token, props, onError) {
		const atKey = ctx.atKey;
		const { spaceBefore, comment, anchor, tag } = props;
		let node;
		let isSrcToken = true;
		switch (token.type) {
			case "alias":
				node = composeAlias(ctx, token, onError);
				if (anchor || tag) onError(token, "ALIAS_PROPS", "An alias node must not specify any properties");
				break;
			case "scalar":
			case "single-quoted-scalar":
			case "double-quoted-scalar":
			case "block-scalar":
				node = composeScalar.composeScalar(ctx, token, tag, onError);
				if (anchor) node.anchor = anchor.source.substring(1);
				break;
			case "block-map":
			case "block-seq":
			case "flow-collection":
				try {
					node = composeCollection.composeCollection(CN, ctx, token, props, onError);
					if (anchor) node.anchor = anchor.source.substring(1);
				} catch (error) {
					onError(token, "RESOURCE_EXHAUSTION", error instanceof Error ? error.message : String(error));
				}
				break;
			default:
				onError(token, "UNEXPECTED_TOKEN", token.type === "error" ? token.message : `Unsupported token (type: ${token.type})`);
				isSrcToken = false;
		}
		node ?? (node = composeEmptyNode(ctx, token.offset, void 0, null, props, onError));
		if (anchor && node.anchor === "") onError(anchor, "BAD_ALIAS", "Anchor cannot be an empty string");
		if (atKey && ctx.options.stringKeys && (!identity.isScalar(node) || typeof node.value !== "string" || node.tag && node.tag !== "tag:yaml.org,2002:str")) onError(tag ?? token, "NON_STRING_KEY", "With stringKeys, all keys must be strings");
		if (spaceBefore) node.spaceBefore = true;
		if (comment) {
			if (token.type === "scalar" && token.source === "") node.comment = comment;
			else node.commentBefore = comment;
		}
		if (ctx.options.keepSourceTokens && isSrcToken) node.srcToken = token;
		return node;
	}
	function composeEmptyNode(ctx, offset, before, pos, { spaceBefore, comment, anchor, tag, end }, onError) {
		const token = {
			type: "scalar",
			offset: utilEmptyScalarPosition.emptyScalarPosition(offset, before, pos),
			indent: -1,
			source: ""
		};
		const node = composeScalar.composeScalar(ctx, token, tag, onError);
		if (anchor) {
			node.anchor = anchor.source.substring(1);
			if (node.anchor === "") onError(anchor, "BAD_ALIAS", "Anchor cannot be an empty string");
		}
		if (spaceBefore) node.spaceBefore = true;
		if (comment) {
			node.comment = comment;
			node.range[2] = end;
		}
		return node;
	}
	function composeAlias({ options }, { offset, source, end }, onError) {
		const alias = new Alias.Alias(source.substring(1));
		if (alias.source === "") onError(offset, "BAD_ALIAS", "Alias cannot be an empty string");
		if (alias.source.endsWith(":")) onError(offset + source.length - 1, "BAD_ALIAS", "Alias ending in : is ambiguous", true);
		const valueEnd = offset + source.length;
		const re = resolveEnd.resolveEnd(end, valueEnd, options.strict, onError);
		alias.range = [
			offset,
			valueEnd,
			re.offset
		];
		if (re.comment) alias.comment = re.comment;
		return alias;
	}
	exports.composeEmptyNode = composeEmptyNode;
	exports.composeNode = composeNode;
}));
// ../../main/node_modules/yaml/dist/compose/compose-doc.js
var require_compose_doc = /* @__PURE__ */ __commonJSMin(((exports) => {
	var Document = require_Document();
	var composeNode = require_compose_node();
	var resolveEnd = require_resolve_end();
	var resolveProps = require_resolve_props();
	function composeDoc(options, directives, { offset, start, value, end }, onError) {
		const opts = Object.assign({ _directives: directives }, options);
		const doc = new Document.Document(void 0, opts);
		const ctx = {
			atKey: false,
			atRoot: true,
			directives: doc.directives,
			options: doc.options,
			schema: doc.schema
		};
		const props = resolveProps.resolveProps(start, {
			indicator: "doc-start",
			next: value ?? end?.[0],
			offset,
			onError,
			parentIndent: 0,
			startOnNewline: true
		});
		if (props.found) {
			doc.directives.docStart = true;
			if (value && (value.type === "block-map" || value.type === "block-seq") && !props.hasNewline) onError(props.end, "MISSING_CHAR", "Block collection cannot start on same line with directives-end marker");
		}
		doc.contents = value ? composeNode.composeNode(ctx, value, props, onError) : composeNode.composeEmptyNode(ctx, props.end, start, null, props, onError);
		const contentEnd = doc.contents.range[2];
		const re = resolveEnd.resolveEnd(end, contentEnd, false, onError);
		if (re.comment) doc.comment = re.comment;
		doc.range = [
			offset,
			contentEnd,
			re.offset
		];
		return doc;
	}
	exports.composeDoc = composeDoc;
}));
// ../../main/node_modules/yaml/dist/compose/composer.js
var require_composer = /* @__PURE__ */ __commonJSMin(((exports) => {
	var node_process = (init__process(), __toCommonJS(_process_exports));
	var directives = require_directives();
	var Document = require_Document();
	var errors = require_errors();
	var identity = require_identity();
	var composeDoc = require_compose_doc();
	var resolveEnd = require_resolve_end();
	function getErrorPos(src) {
		if (typeof src === "number") return [src, src + 1];
		if (Array.isArray(src)) return src.length === 2 ? src : [src[0], src[1]];
		const { offset, source } = src;
		return [offset, offset + (typeof source === "string" ? source.length : 1)];
	}
	function parsePrelude(prelude) {
		let comment = "";
		let atComment = false;
		let afterEmptyLine = false;
		for (let i = 0; i < prelude.length; ++i) {
			const source = prelude[i];
			switch (source[0]) {
				case "#":
					comment += (comment === "" ? "" : afterEmptyLine ? "\n\n" : "\n") + (source.substring(1) || " ");
					atComment = true;
					afterEmptyLine = false;
					break;
				case "%":
					if (prelude[i + 1]?.[0] !== "#") i += 1;
					atComment = false;
					break;
				default:
					if (!atComment) afterEmptyLine = true;
					atComment = false;
			}
		}
		return {
			comment,
			afterEmptyLine
		};
	}
	/**
	* Compose a stream of CST nodes into a stream of YAML Documents.
	*
	* ```ts
	* import { Composer, Parser } from 'yaml'
	*
	* const src: string = ...
	* const tokens = new Parser().parse(src)
	* const docs = new Composer().compose(tokens)
	* ```
	*/
	var Composer = class {
		constructor(options = {}) {
			this.doc = null;
			this.atDirectives = false;
			this.prelude = [];
			this.errors = [];
			this.warnings = [];
			this.onError = (source, code, message, warning) => {
				const pos = getErrorPos(source);
				if (warning) this.warnings.push(new errors.YAMLWarning(pos, code, message));
				else this.errors.push(new errors.YAMLParseError(pos, code, message));
			};
			this.directives = new directives.Directives({ version: options.version || "1.2" });
			this.options = options;
		}
		decorate(doc, afterDoc) {
			const { comment, afterEmptyLine } = parsePrelude(this.prelude);
			if (comment) {
				const dc = doc.contents;
				if (afterDoc) doc.comment = doc.comment ? `${doc.comment}\n${comment}` : comment;
				else if (afterEmptyLine || doc.directives.docStart || !dc) doc.commentBefore = comment;
				else if (identity.isCollection(dc) && !dc.flow && dc.items.length > 0) {
					let it = dc.items[0];
					if (identity.isPair(it)) it = it.key;
					const cb = it.commentBefore;
					it.commentBefore = cb ? `${comment}\n${cb}` : comment;
				} else {
					const cb = dc.commentBefore;
					dc.commentBefore = cb ? `${comment}\n${cb}` : comment;
				}
			}
			if (afterDoc) {
				for (let i = 0; i < this.errors.length; ++i) doc.errors.push(this.errors[i]);
				for (let i = 0; i < this.warnings.length; ++i) doc.warnings.push(this.warnings[i]);
			} else {
				doc.errors = this.errors;
				doc.warnings = this.warnings;
			}
			this.prelude = [];
			this.errors = [];
			this.warnings = [];
		}
		/**
		* Current stream status information.
		*
		* Mostly useful at the end of input for an empty stream.
		*/
		streamInfo() {
			return {
				comment: parsePrelude(this.prelude).comment,
				directives: this.directives,
				errors: this.errors,
				warnings: this.warnings
			};
		}
		/**
		* Compose tokens into documents.
		*
		* @param forceDoc - If the stream contains no document, still emit a final document including any comments and directives that would be applied to a subsequent document.
		* @param endOffset - Should be set if `forceDoc` is also set, to set the document range end and to indicate errors correctly.
		*/
		*compose(tokens, forceDoc = false, endOffset = -1) {
			for (const token of tokens) yield* this.next(token);
			yield* this.end(forceDoc, endOffset);
		}
		/** Advance the composer by one CST token. */
		*next(token) {
			if (node_process.env.LOG_STREAM) console.dir(token, { depth: null });
			switch (token.type) {
				case "directive":
					this.directives.add(token.source, (offset, message, warning) => {
						const pos = getErrorPos(token);
						pos[0] += offset;
						this.onError(pos, "BAD_DIRECTIVE", message, warning);
					});
					this.prelude.push(token.source);
					this.atDirectives = true;
					break;
				case "document": {
					const doc = composeDoc.composeDoc(this.options, this.directives, token, this.onError);
					if (this.atDirectives && !doc.directives.docStart) this.onError(token, "MISSING_CHAR", "Missing directives-end/doc-start indicator line");
					this.decorate(doc, false);
					if (this.doc) yield this.doc;
					this.doc = doc;
					this.atDirectives = false;
					break;
				}
				case "byte-order-mark":
				case "space": break;
				case "comment":
				case "newline":
					this.prelude.push(token.source);
					break;
				case "error": {
					const msg = token.source ? `${token.message}: ${JSON.stringify(token.source)}` : token.message;
					const error = new errors.YAMLParseError(getErrorPos(token), "UNEXPECTED_TOKEN", msg);
					if (this.atDirectives || !this.doc) this.errors.push(error);
					else this.doc.errors.push(error);
					break;
				}
				case "doc-end": {
					if (!this.doc) {
						this.errors.push(new errors.YAMLParseError(getErrorPos(token), "UNEXPECTED_TOKEN", "Unexpected doc-end without preceding document"));
						break;
					}
					this.doc.directives.docEnd = true;
					const end = resolveEnd.resolveEnd(token.end, token.offset + token.source.length, this.doc.options.strict, this.onError);
					this.decorate(this.doc, true);
					if (end.comment) {
						const dc = this.doc.comment;
						this.doc.comment = dc ? `${dc}\n${end.comment}` : end.comment;
					}
					this.doc.range[2] = end.offset;
					break;
				}
				default: this.errors.push(new errors.YAMLParseError(getErrorPos(token), "UNEXPECTED_TOKEN", `Unsupported token ${token.type}`));
			}
		}
		/**
		* Call at end of input to yield any remaining document.
		*
		* @param forceDoc - If the stream contains no document, still emit a final document including any comments and directives that would be applied to a subsequent document.
		* @param endOffset - Should be set if `forceDoc` is also set, to set the document range end and to indicate errors correctly.
		*/
		*end(forceDoc = false, endOffset = -1) {
			if (this.doc) {
				this.decorate(this.doc, true);
				yield this.doc;
				this.doc = null;
			} else if (forceDoc) {
				const opts = Object.assign({ _directives: this.directives }, this.options);
				const doc = new Document.Document(void 0, opts);
				if (this.atDirectives) this.onError(endOffset, "MISSING_CHAR", "Missing directives-end indicator line");
				doc.range = [
					0,
					endOffset,
					endOffset
				];
				this.decorate(doc, false);
				yield doc;
			}
		}
	};
	exports.Composer = Composer;
}));
// ../../main/node_modules/yaml/dist/parse/cst-scalar.js
var require_cst_scalar = /* @__PURE__ */ __commonJSMin(((exports) => {
	var resolveBlockScalar = require_resolve_block_scalar();
	var resolveFlowScalar = require_resolve_flow_scalar();
	var errors = require_errors();
	var stringifyString = require_stringifyString();
	function resolveAsScalar(token, strict = true, onError) {
		if (token) {
			const _onError = (pos, code, message) => {
				const offset = typeof pos === "number" ? pos : Array.isArray(pos) ? pos[0] : pos.offset;
				if (onError) onError(offset, code, message);
				else throw new errors.YAMLParseError([offset, offset + 1], code, message);
			};
			switch (token.type) {
				case "scalar":
				case "single-quoted-scalar":
				case "double-quoted-scalar": return resolveFlowScalar.resolveFlowScalar(token, strict, _onError);
				case "block-scalar": return resolveBlockScalar.resolveBlockScalar({ options: { strict } }, token, _onError);
			}
		}
		return null;
	}
	/**
	* Create a new scalar token with `value`
	*
	* Values that represent an actual string but may be parsed as a different type should use a `type` other than `'PLAIN'`,
	* as this function does not support any schema operations and won't check for such conflicts.
	*
	* @param value The string representation of the value, which will have its content properly indented.
	* @param context.end Comments and whitespace after the end of the value, or after the block scalar header. If undefined, a newline will be added.
	* @param context.implicitKey Being within an implicit key may affect the resolved type of the token's value.
	* @param context.indent The indent level of the token.
	* @param context.inFlow Is this scalar within a flow collection? This may affect the resolved type of the token's value.
	* @param context.offset The offset position of the token.
	* @param context.type The preferred type of the scalar token. If undefined, the previous type of the `token` will be used, defaulting to `'PLAIN'`.
	*/
	function createScalarToken(value, context) {
		const { implicitKey = false, indent, inFlow = false, offset = -1, type = "PLAIN" } = context;
		const source = stringifyString.stringifyString({
			type,
			value
		}, {
			implicitKey,
			indent: indent > 0 ? " ".repeat(indent) : "",
			inFlow,
			options: {
				blockQuote: true,
				lineWidth: -1
			}
		});
		const end = context.end ?? [{
			type: "newline",
			offset: -1,
			indent,
			source: "\n"
		}];
		switch (source[0]) {
			case "|":
			case ">": {
				const he = source.indexOf("\n");
				const head = source.substring(0, he);
				const body = source.substring(he + 1) + "\n";
				const props = [{
					type: "block-scalar-header",
					offset,
					indent,
					source: head
				}];
				if (!addEndtoBlockProps(props, end)) props.push({
					type: "newline",
					offset: -1,
					indent,
					source: "\n"
				});
				return {
					type: "block-scalar",
					offset,
					indent,
					props,
					source: body
				};
			}
			case "\"": return {
				type: "double-quoted-scalar",
				offset,
				indent,
				source,
				end
			};
			case "'": return {
				type: "single-quoted-scalar",
				offset,
				indent,
				source,
				end
			};
			default: return {
				type: "scalar",
				offset,
				indent,
				source,
				end
			};
		}
	}
	/**
	* Set the value of `token` to the given string `value`, overwriting any previous contents and type that it may have.
	*
	* Best efforts are made to retain any comments previously associated with the `token`,
	* though all contents within a collection's `items` will be overwritten.
	*
	* Values that represent an actual string but may be parsed as a different type should use a `type` other than `'PLAIN'`,
	* as this function does not support any schema operations and won't check for such conflicts.
	*
	* @param token Any token. If it does not include an `indent` value, the value will be stringified as if it were an implicit key.
	* @param value The string representation of the value, which will have its content properly indented.
	* @param context.afterKey In most cases, values after a key should have an additional level of indentation.
	* @param context.implicitKey Being within an implicit key may affect the resolved type of the token's value.
	* @param context.inFlow Being within a flow collection may affect the resolved type of the token's value.
	* @param context.type The preferred type of the scalar token. If undefined, the previous type of the `token` will be used, defaulting to `'PLAIN'`.
	*/
	function setScalarValue(token, value, context = {}) {
		let { afterKey = false, implicitKey = false, inFlow = false, type } = context;
		let indent = "indent" in token ? token.indent : null;
		if (afterKey && typeof indent === "number") indent += 2;
		if (!type) switch (token.type) {
			case "single-quoted-scalar":
				type = "QUOTE_SINGLE";
				break;
			case "double-quoted-scalar":
				type = "QUOTE_DOUBLE";
				break;
			case "block-scalar": {
				const header = token.props[0];
				if (header.type !== "block-scalar-header") throw new Error("Invalid block scalar header");
				type = header.source[0] === ">" ? "BLOCK_FOLDED" : "BLOCK_LITERAL";
				break;
			}
			default: type = "PLAIN";
		}
		const source = stringifyString.stringifyString({
			type,
			value
		}, {
			implicitKey: implicitKey || indent === null,
			indent: indent !== null && indent > 0 ? " ".repeat(indent) : "",
			inFlow,
			options: {
				blockQuote: true,
				lineWidth: -1
			}
		});
		switch (source[0]) {
			case "|":
			case ">":
				setBlockScalarValue(token, source);
				break;
			case "\"":
				setFlowScalarValue(token, source, "double-quoted-scalar");
				break;
			case "'":
				setFlowScalarValue(token, source, "single-quoted-scalar");
				break;
			default: setFlowScalarValue(token, source, "scalar");
		}
	}
	function setBlockScalarValue(token, source) {
		const he = source.indexOf("\n");
		const head = source.substring(0, he);
		const body = source.substring(he + 1) + "\n";
		if (token.type === "block-scalar") {
			const header = token.props[0];
			if (header.type !== "block-scalar-header") throw new Error("Invalid block scalar header");
			header.source = head;
			token.source = body;
		} else {
			const { offset } = token;
			const indent = "indent" in token ? token.indent : -1;
			const props = [{
				type: "block-scalar-header",
				offset,
				indent,
				source: head
			}];
			if (!addEndtoBlockProps(props, "end" in token ? token.end : void 0)) props.push({
				type: "newline",
				offset: -1,
				indent,
				source: "\n"
			});
			for (const key of Object.keys(token)) if (key !== "type" && key !== "offset") delete token[key];
			Object.assign(token, {
				type: "block-scalar",
				indent,
				props,
				source: body
			});
		}
	}
	/** @returns `true` if last token is a newline */
	function addEndtoBlockProps(props, end) {
		if (end) for (const st of end) switch (st.type) {
			case "space":
			case "comment":
				props.push(st);
				break;
			case "newline":
				props.push(st);
				return true;
		}
		return false;
	}
	function setFlowScalarValue(token, source, type) {
		switch (token.type) {
			case "scalar":
			case "double-quoted-scalar":
			case "single-quoted-scalar":
				token.type = type;
				token.source = source;
				break;
			case "block-scalar": {
				const end = token.props.slice(1);
				let oa = source.length;
				if (token.props[0].type === "block-scalar-header") oa -= token.props[0].source.length;
				for (const tok of end) tok.offset += oa;
				delete token.props;
				Object.assign(token, {
					type,
					source,
					end
				});
				break;
			}
			case "block-map":
			case "block-seq": {
				const nl = {
					type: "newline",
					offset: token.offset + source.length,
					indent: token.indent,
					source: "\n"
				};
				delete token.items;
				Object.assign(token, {
					type,
					source,
					end: [nl]
				});
				break;
			}
			default: {
				const indent = "indent" in token ? token.indent : -1;
				const end = "end" in token && Array.isArray(token.end) ? token.end.filter((st) => st.type === "space" || st.type === "comment" || st.type === "newline") : [];
				for (const key of Object.keys(token)) if (key !== "type" && key !== "offset") delete token[key];
				Object.assign(token, {
					type,
					indent,
					source,
					end
				});
			}
		}
	}
	exports.createScalarToken = createScalarToken;
	exports.resolveAsScalar = resolveAsScalar;
	exports.setScalarValue = setScalarValue;
}));
// ../../main/node_modules/yaml/dist/parse/cst-stringify.js
var require_cst_stringify = /* @__PURE__ */ __commonJSMin(((exports) => {
	/**
	* Stringify a CST document, token, or collection item
	*
	* Fair warning: This applies no validation whatsoever, and
	* simply concatenates the sources in their logical order.
	*/
	const stringify = (cst) => "type" in cst ? stringifyToken(cst) : stringifyItem(cst);
	function stringifyToken(token) {
		switch (token.type) {
			case "block-scalar": {
				let res = "";
				for (const tok of token.props) res += stringifyToken(tok);
				return res + token.source;
			}
			case "block-map":
			case "block-seq": {
				let res = "";
				for (const item of token.items) res += stringifyItem(item);
				return res;
			}
			case "flow-collection": {
				let res = token.start.source;
				for (const item of token.items) res += stringifyItem(item);
				for (const st of token.end) res += st.source;
				return res;
			}
			case "document": {
				let res = stringifyItem(token);
				if (token.end) for (const st of token.end) res += st.source;
				return res;
			}
			default: {
				let res = token.source;
				if ("end" in token && token.end) for (const st of token.end) res += st.source;
				return res;
			}
		}
	}
	function stringifyItem({ start, key, sep, value }) {
		let res = "";
		for (const st of start) res += st.source;
		if (key) res += stringifyToken(key);
		if (sep) for (const st of sep) res += st.source;
		if (value) res += stringifyToken(value);
		return res;
	}
	exports.stringify = stringify;
}));
// ../../main/node_modules/yaml/dist/parse/cst-visit.js
var require_cst_visit = /* @__PURE__ */ __commonJSMin(((exports) => {
	const BREAK = Symbol("break visit");
	const SKIP = Symbol("skip children");
	const REMOVE = Symbol("remove item");
	/**
	* Apply a visitor to a CST document or item.
	*
	* Walks through the tree (depth-first) starting from the root, calling a
	* `visitor` function with two arguments when entering each item:
	*   - `item`: The current item, which included the following members:
	*     - `start: SourceToken[]` – Source tokens before the key or value,
	*       possibly including its anchor or tag.
	*     - `key?: Token | null` – Set for pair values. May then be `null`, if
	*       the key before the `:` separator is empty.
	*     - `sep?: SourceToken[]` – Source tokens between the key and the value,
	*       which should include the `:` map value indicator if `value` is set.
	*     - `value?: Token` – The value of a sequence item, or of a map pair.
	*   - `path`: The steps from the root to the current node, as an array of
	*     `['key' | 'value', number]` tuples.
	*
	* The return value of the visitor may be used to control the traversal:
	*   - `undefined` (default): Do nothing and continue
	*   - `visit.SKIP`: Do not visit the children of this token, continue with
	*      next sibling
	*   - `visit.BREAK`: Terminate traversal completely
	*   - `visit.REMOVE`: Remove the current item, then continue with the next one
	*   - `number`: Set the index of the next step. This is useful especially if
	*     the index of the current token has changed.
	*   - `function`: Define the next visitor for this item. After the original
	*     visitor is called on item entry, next visitors are called after handling
	*     a non-empty `key` and when exiting the item.
	*/
	function visit(cst, visitor) {
		if ("type" in cst && cst.type === "document") cst = {
			start: cst.start,
			value: cst.value
		};
		_visit(Object.freeze([]), cst, visitor);
	}
	/** Terminate visit traversal completely */
	visit.BREAK = BREAK;
	/** Do not visit the children of the current item */
	visit.SKIP = SKIP;
	/** Remove the current item */
	visit.REMOVE = REMOVE;
	/** Find the item at `path` from `cst` as the root */
	visit.itemAtPath = (cst, path) => {
		let item = cst;
		for (const [field, index] of path) {
			const tok = item?.[field];
			if (tok && "items" in tok) item = tok.items[index];
			else return void 0;
		}
		return item;
	};
	/**
	* Get the immediate parent collection of the item at `path` from `cst` as the root.
	*
	* Throws an error if the collection is not found, which should never happen if the item itself exists.
	*/
	visit.parentCollection = (cst, path) => {
		const parent = visit.itemAtPath(cst, path.slice(0, -1));
		const field = path[path.length - 1][0];
		const coll = parent?.[field];
		if (coll && "items" in coll) return coll;
		throw new Error("Parent collection not found");
	};
	function _visit(path, item, visitor) {
		let ctrl = visitor(item, path);
		if (typeof ctrl === "symbol") return ctrl;
		for (const field of ["key", "value"]) {
			const token = item[field];
			if (token && "items" in token) {
				for (let i = 0; i < token.items.length; ++i) {
					const ci = _visit(Object.freeze(path.concat([[field, i]])), token.items[i], visitor);
					if (typeof ci === "number") i = ci - 1;
					else if (ci === BREAK) return BREAK;
					else if (ci === REMOVE) {
						token.items.splice(i, 1);
						i -= 1;
					}
				}
				if (typeof ctrl === "function" && field === "key") ctrl = ctrl(item, path);
			}
		}
		return typeof ctrl === "function" ? ctrl(item, path) : ctrl;
	}
	exports.visit = visit;
}));
// ../../main/node_modules/yaml/dist/parse/cst.js
var require_cst = /* @__PURE__ */ __commonJSMin(((exports) => {
	var cstScalar = require_cst_scalar();
	var cstStringify = require_cst_stringify();
	var cstVisit = require_cst_visit();
	/** The byte order mark */
	const BOM = "﻿";
	/** Start of doc-mode */
	const DOCUMENT = "";
	/** Unexpected end of flow-mode */
	const FLOW_END = "";
	/** Next token is a scalar value */
	const SCALAR = "";
	/** @returns `true` if `token` is a flow or block collection */
	const isCollection = (token) => !!token && "items" in token;
	/** @returns `true` if `token` is a flow or block scalar; not an alias */
	const isScalar = (token) => !!token && (token.type === "scalar" || token.type === "single-quoted-scalar" || token.type === "double-quoted-scalar" || token.type === "block-scalar");
	/* istanbul ignore next */
	/** Get a printable representation of a lexer token */
	function prettyToken(token) {
		switch (token) {
			case BOM: return "<BOM>";
			case DOCUMENT: return "<DOC>";
			case FLOW_END: return "<FLOW_END>";
			case SCALAR: return "<SCALAR>";
			default: return JSON.stringify(token);
		}
	}
	/** Identify the type of a lexer token. May return `null` for unknown tokens. */
	function tokenType(source) {
		switch (source) {
			case BOM: return "byte-order-mark";
			case DOCUMENT: return "doc-mode";
			case FLOW_END: return "flow-error-end";
			case SCALAR: return "scalar";
			case "---": return "doc-start";
			case "...": return "doc-end";
			case "":
			case "\n":
			case "\r\n": return "newline";
			case "-": return "seq-item-ind";
			case "?": return "explicit-key-ind";
			case ":": return "map-value-ind";
			case "{": return "flow-map-start";
			case "}": return "flow-map-end";
			case "[": return "flow-seq-start";
			case "]": return "flow-seq-end";
			case ",": return "comma";
		}
		switch (source[0]) {
			case " ":
			case "	": return "space";
			case "#": return "comment";
			case "%": return "directive-line";
			case "*": return "alias";
			case "&": return "anchor";
			case "!": return "tag";
			case "'": return "single-quoted-scalar";
			case "\"": return "double-quoted-scalar";
			case "|":
			case ">": return "block-scalar-header";
		}
		return null;
	}
	exports.createScalarToken = cstScalar.createScalarToken;
	exports.resolveAsScalar = cstScalar.resolveAsScalar;
	exports.setScalarValue = cstScalar.setScalarValue;
	exports.stringify = cstStringify.stringify;
	exports.visit = cstVisit.visit;
	exports.BOM = BOM;
	exports.DOCUMENT = DOCUMENT;
	exports.FLOW_END = FLOW_END;
	exports.SCALAR = SCALAR;
	exports.isCollection = isCollection;
	exports.isScalar = isScalar;
	exports.prettyToken = prettyToken;
	exports.tokenType = tokenType;
}));
// ../../main/node_modules/yaml/dist/parse/lexer.js
var require_lexer = /* @__PURE__ */ __commonJSMin(((exports) => {
	var cst = require_cst();
	function isEmpty(ch) {
		switch (ch) {
			case void 0:
			case " ":
			case "\n":
			case "\r":
			case "	": return true;
			default: return false;
		}
	}
	const hexDigits = /* @__PURE__ */ new Set("0123456789ABCDEFabcdef");
	const tagChars = /* @__PURE__ */ new Set("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-#;/?:@&=+$_.!~*'()");
	const flowIndicatorChars = /* @__PURE__ */ new Set(",[]{}");
	const invalidAnchorChars = /* @__PURE__ */ new Set(" ,[]{}\n\r	");
	const isNotAnchorChar = (ch) => !ch || invalidAnchorChars.has(ch);
	/**
	* Splits an input string into lexical tokens, i.e. smaller strings that are
	* easily identifiable by `tokens.tokenType()`.
	*
	* Lexing starts always in a "stream" context. Incomplete input may be buffered
	* until a complete token can be emitted.
	*
	* In addition to slices of the original input, the following control characters
	* may also be emitted:
	*
	* - `\x02` (Start of Text): A document starts with the next token
	* - `\x18` (Cancel): Unexpected end of flow-mode (indicates an error)
	* - `\x1f` (Unit Separator): Next token is a scalar value
	* - `\u{FEFF}` (Byte order mark): Emitted separately outside documents
	*/
	var Lexer = class {
		constructor() {
			/**
			* Flag indicating whether the end of the current buffer marks the end of
			* all input
			*/
			this.atEnd = false;
			/**
			* Explicit indent set in block scalar header, as an offset from the current
			* minimum indent, so e.g. set to 1 from a header `|2+`. Set to -1 if not
			* explicitly set.
			*/
			this.blockScalarIndent = -1;
			/**
			* Block scalars that include a + (keep) chomping indicator in their header
			* include trailing empty lines, which are otherwise excluded from the
			* scalar's contents.
			*/
			this.blockScalarKeep = false;
			/** Current input */
			this.buffer = "";
			/**
			* Flag noting whether the map value indicator : can immediately follow this
			* node within a flow context.
			*/
			this.flowKey = false;
			/** Count of surrounding flow collection levels. */
			this.flowLevel = 0;
			/**
			* Minimum level of indentation required for next lines to be parsed as a
			* part of the current scalar value.
			*/
			this.indentNext = 0;
			/** Indentation level of the current line. */
			this.indentValue = 0;
			/** Position of the next \n character. */
			this.lineEndPos = null;
			/** Stores the state of the lexer if reaching the end of incpomplete input */
			this.next = null;
			/** A pointer to `buffer`; the current position of the lexer. */
			this.pos = 0;
		}
		/**
		* Generate YAML tokens from the `source` string. If `incomplete`,
		* a part of the last line may be left as a buffer for the next call.
		*
		* @returns A generator of lexical tokens
		*/
		*lex(source, incomplete = false) {
			if (source) {
				if (typeof source !== "string") throw TypeError("source is not a string");
				this.buffer = this.buffer ? this.buffer + source : source;
				this.lineEndPos = null;
			}
			this.atEnd = !incomplete;
			let next = this.next ?? "stream";
			while (next && (incomplete || this.hasChars(1))) next = yield* this.parseNext(next);
		}
		atLineEnd() {
			let i = this.pos;
			let ch = this.buffer[i];
			while (ch === " " || ch === "	") ch = this.buffer[++i];
			if (!ch || ch === "#" || ch === "\n") return true;
			if (ch === "\r") return this.buffer[i + 1] === "\n";
			return false;
		}
		charAt(n) {
			return this.buffer[this.pos + n];
		}
		continueScalar(offset) {
			let ch = this.buffer[offset];
			if (this.indentNext > 0) {
				let indent = 0;
				while (ch === " ") ch = this.buffer[++indent + offset];
				if (ch === "\r") {
					const next = this.buffer[indent + offset + 1];
					if (next === "\n" || !next && !this.atEnd) return offset + indent + 1;
				}
				return ch === "\n" || indent >= this.indentNext || !ch && !this.atEnd ? offset + indent : -1;
			}
			if (ch === "-" || ch === ".") {
				const dt = this.buffer.substr(offset, 3);
				if ((dt === "---" || dt === "...") && isEmpty(this.buffer[offset + 3])) return -1;
			}
			return offset;
		}
		getLine() {
			let end = this.lineEndPos;
			if (typeof end !== "number" || end !== -1 && end < this.pos) {
				end = this.buffer.indexOf("\n", this.pos);
				this.lineEndPos = end;
			}
			if (end === -1) return this.atEnd ? this.buffer.substring(this.pos) : null;
			if (this.buffer[end - 1] === "\r") end -= 1;
			return this.buffer.substring(this.pos, end);
		}
		hasChars(n) {
			return this.pos + n <= this.buffer.length;
		}
		setNext(state) {
			this.buffer = this.buffer.substring(this.pos);
			this.pos = 0;
			this.lineEndPos = null;
			this.next = state;
			return null;
		}
		peek(n) {
			return this.buffer.substr(this.pos, n);
		}
		*parseNext(next) {
			switch (next) {
				case "stream": return yield* this.parseStream();
				case "line-start": return yield* this.parseLineStart();
				case "block-start": return yield* this.parseBlockStart();
				case "doc": return yield* this.parseDocument();
				case "flow": return yield* this.parseFlowCollection();
				case "quoted-scalar": return yield* this.parseQuotedScalar();
				case "block-scalar": return yield* this.parseBlockScalar();
				case "plain-scalar": return yield* this.parsePlainScalar();
			}
		}
		*parseStream() {
			let line = this.getLine();
			if (line === null) return this.setNext("stream");
			if (line[0] === cst.BOM) {
				yield* this.pushCount(1);
				line = line.substring(1);
			}
			if (line[0] === "%") {
				let dirEnd = line.length;
				let cs = line.indexOf("#");
				while (cs !== -1) {
					const ch = line[cs - 1];
					if (ch === " " || ch === "	") {
						dirEnd = cs - 1;
						break;
					} else cs = line.indexOf("#", cs + 1);
				}
				while (true) {
					const ch = line[dirEnd - 1];
					if (ch === " " || ch === "	") dirEnd -= 1;
					else break;
				}
				const n = (yield* this.pushCount(dirEnd)) + (yield* this.pushSpaces(true));
				yield* this.pushCount(line.length - n);
				this.pushNewline();
				return "stream";
			}
			if (this.atLineEnd()) {
				const sp = yield* this.pushSpaces(true);
				yield* this.pushCount(line.length - sp);
				yield* this.pushNewline();
				return "stream";
			}
			yield cst.DOCUMENT;
			return yield* this.parseLineStart();
		}
		*parseLineStart() {
			const ch = this.charAt(0);
			if (!ch && !this.atEnd) return this.setNext("line-start");
			if (ch === "-" || ch === ".") {
				if (!this.atEnd && !this.hasChars(4)) return this.setNext("line-start");
				const s = this.peek(3);
				if ((s === "---" || s === "...") && isEmpty(this.charAt(3))) {
					yield* this.pushCount(3);
					this.indentValue = 0;
					this.indentNext = 0;
					return s === "---" ? "doc" : "stream";
				}
			}
			this.indentValue = yield* this.pushSpaces(false);
			if (this.indentNext > this.indentValue && !isEmpty(this.charAt(1))) this.indentNext = this.indentValue;
			return yield* this.parseBlockStart();
		}
		*parseBlockStart() {
			const [ch0, ch1] = this.peek(2);
			if (!ch1 && !this.atEnd) return this.setNext("block-start");
			if ((ch0 === "-" || ch0 === "?" || ch0 === ":") && isEmpty(ch1)) {
				const n = (yield* this.pushCount(1)) + (yield* this.pushSpaces(true));
				this.indentNext = this.indentValue + 1;
				this.indentValue += n;
				return "block-start";
			}
			return "doc";
		}
		*parseDocument() {
			yield* this.pushSpaces(true);
			const line = this.getLine();
			if (line === null) return this.setNext("doc");
			let n = yield* this.pushIndicators();
			switch (line[n]) {
				case "#": yield* this.pushCount(line.length - n);
				case void 0:
					yield* this.pushNewline();
					return yield* this.parseLineStart();
				case "{":
				case "[":
					yield* this.pushCount(1);
					this.flowKey = false;
					this.flowLevel = 1;
					return "flow";
				case "}":
				case "]":
					yield* this.pushCount(1);
					return "doc";
				case "*":
					yield* this.pushUntil(isNotAnchorChar);
					return "doc";
				case "\"":
				case "'": return yield* this.parseQuotedScalar();
				case "|":
				case ">":
					n += yield* this.parseBlockScalarHeader();
					n += yield* this.pushSpaces(true);
					yield* this.pushCount(line.length - n);
					yield* this.pushNewline();
					return yield* this.parseBlockScalar();
				default: return yield* this.parsePlainScalar();
			}
		}
		*parseFlowCollection() {
			let nl, sp;
			let indent = -1;
			do {
				nl = yield* this.pushNewline();
				if (nl > 0) {
					sp = yield* this.pushSpaces(false);
					this.indentValue = indent = sp;
				} else sp = 0;
				sp += yield* this.pushSpaces(true);
			} while (nl + sp > 0);
			const line = this.getLine();
			if (line === null) return this.setNext("flow");
			if (indent !== -1 && indent < this.indentNext && line[0] !== "#" || indent === 0 && (line.startsWith("---") || line.startsWith("...")) && isEmpty(line[3])) {
				if (!(indent === this.indentNext - 1 && this.flowLevel === 1 && (line[0] === "]" || line[0] === "}"))) {
					this.flowLevel = 0;
					yield cst.FLOW_END;
					return yield* this.parseLineStart();
				}
			}
			let n = 0;
			while (line[n] === ",") {
				n += yield* this.pushCount(1);
				n += yield* this.pushSpaces(true);
				this.flowKey = false;
			}
			n += yield* this.pushIndicators();
			switch (line[n]) {
				case void 0: return "flow";
				case "#":
					yield* this.pushCount(line.length - n);
					return "flow";
				case "{":
				case "[":
					yield* this.pushCount(1);
					this.flowKey = false;
					this.flowLevel += 1;
					return "flow";
				case "}":
				case "]":
					yield* this.pushCount(1);
					this.flowKey = true;
					this.flowLevel -= 1;
					return this.flowLevel ? "flow" : "doc";
				case "*":
					yield* this.pushUntil(isNotAnchorChar);
					return "flow";
				case "\"":
				case "'":
					this.flowKey = true;
					return yield* this.parseQuotedScalar();
				case ":": {
					const next = this.charAt(1);
					if (this.flowKey || isEmpty(next) || next === ",") {
						this.flowKey = false;
						yield* this.pushCount(1);
						yield* this.pushSpaces(true);
						return "flow";
					}
				}
				default:
					this.flowKey = false;
					return yield* this.parsePlainScalar();
			}
		}
		*parseQuotedScalar() {
			const quote = this.charAt(0);
			let end = this.buffer.indexOf(quote, this.pos + 1);
			if (quote === "'") while (end !== -1 && this.buffer[end + 1] === "'") end = this.buffer.indexOf("'", end + 2);
			else while (end !== -1) {
				let n = 0;
				while (this.buffer[end - 1 - n] === "\\") n += 1;
				if (n % 2 === 0) break;
				end = this.buffer.indexOf("\"", end + 1);
			}
			const qb = this.buffer.substring(0, end);
			let nl = qb.indexOf("\n", this.pos);
			if (nl !== -1) {
				while (nl !== -1) {
					const cs = this.continueScalar(nl + 1);
					if (cs === -1) break;
					nl = qb.indexOf("\n", cs);
				}
				if (nl !== -1) end = nl - (qb[nl - 1] === "\r" ? 2 : 1);
			}
			if (end === -1) {
				if (!this.atEnd) return this.setNext("quoted-scalar");
				end = this.buffer.length;
			}
			yield* this.pushToIndex(end + 1, false);
			return this.flowLevel ? "flow" : "doc";
		}
		*parseBlockScalarHeader() {
			this.blockScalarIndent = -1;
			this.blockScalarKeep = false;
			let i = this.pos;
			while (true) {
				const ch = this.buffer[++i];
				if (ch === "+") this.blockScalarKeep = true;
				else if (ch > "0" && ch <= "9") this.blockScalarIndent = Number(ch) - 1;
				else if (ch !== "-") break;
			}
			return yield* this.pushUntil((ch) => isEmpty(ch) || ch === "#");
		}
		*parseBlockScalar() {
			let nl = this.pos - 1;
			let indent = 0;
			let ch;
			loop: for (let i = this.pos; ch = this.buffer[i]; ++i) switch (ch) {
				case " ":
					indent += 1;
					break;
				case "\n":
					nl = i;
					indent = 0;
					break;
				case "\r": {
					const next = this.buffer[i + 1];
					if (!next && !this.atEnd) return this.setNext("block-scalar");
					if (next === "\n") break;
				}
				default: break loop;
			}
			if (!ch && !this.atEnd) return this.setNext("block-scalar");
			if (indent >= this.indentNext) {
				if (this.blockScalarIndent === -1) this.indentNext = indent;
				else this.indentNext = this.blockScalarIndent + (this.indentNext === 0 ? 1 : this.indentNext);
				do {
					const cs = this.continueScalar(nl + 1);
					if (cs === -1) break;
					nl = this.buffer.indexOf("\n", cs);
				} while (nl !== -1);
				if (nl === -1) {
					if (!this.atEnd) return this.setNext("block-scalar");
					nl = this.buffer.length;
				}
			}
			let i = nl + 1;
			ch = this.buffer[i];
			while (ch === " ") ch = this.buffer[++i];
			if (ch === "	") {
				while (ch === "	" || ch === " " || ch === "\r" || ch === "\n") ch = this.buffer[++i];
				nl = i - 1;
			} else if (!this.blockScalarKeep) do {
				let i = nl - 1;
				let ch = this.buffer[i];
				if (ch === "\r") ch = this.buffer[--i];
				const lastChar = i;
				while (ch === " ") ch = this.buffer[--i];
				if (ch === "\n" && i >= this.pos && i + 1 + indent > lastChar) nl = i;
				else break;
			} while (true);
			yield cst.SCALAR;
			yield* this.pushToIndex(nl + 1, true);
			return yield* this.parseLineStart();
		}
		*parsePlainScalar() {
			const inFlow = this.flowLevel > 0;
			let end = this.pos - 1;
			let i = this.pos - 1;
			let ch;
			while (ch = this.buffer[++i]) if (ch === ":") {
				const next = this.buffer[i + 1];
				if (isEmpty(next) || inFlow && flowIndicatorChars.has(next)) break;
				end = i;
			} else if (isEmpty(ch)) {
				let next = this.buffer[i + 1];
				if (ch === "\r") {
					if (next === "\n") {
						i += 1;
						ch = "\n";
						next = this.buffer[i + 1];
					} else end = i;
				}
				if (next === "#" || inFlow && flowIndicatorChars.has(next)) break;
				if (ch === "\n") {
					const cs = this.continueScalar(i + 1);
					if (cs === -1) break;
					i = Math.max(i, cs - 2);
				}
			} else {
				if (inFlow && flowIndicatorChars.has(ch)) break;
				end = i;
			}
			if (!ch && !this.atEnd) return this.setNext("plain-scalar");
			yield cst.SCALAR;
			yield* this.pushToIndex(end + 1, true);
			return inFlow ? "flow" : "doc";
		}
		*pushCount(n) {
			if (n > 0) {
				yield this.buffer.substr(this.pos, n);
				this.pos += n;
				return n;
			}
			return 0;
		}
		*pushToIndex(i, allowEmpty) {
			const s = this.buffer.slice(this.pos, i);
			if (s) {
				yield s;
				this.pos += s.length;
				return s.length;
			} else if (allowEmpty) yield "";
			return 0;
		}
		*pushIndicators() {
			let n = 0;
			loop: while (true) {
				switch (this.charAt(0)) {
					case "!":
						n += yield* this.pushTag();
						n += yield* this.pushSpaces(true);
						continue loop;
					case "&":
						n += yield* this.pushUntil(isNotAnchorChar);
						n += yield* this.pushSpaces(true);
						continue loop;
					case "-":
					case "?":
					case ":": {
						const inFlow = this.flowLevel > 0;
						const ch1 = this.charAt(1);
						if (isEmpty(ch1) || inFlow && flowIndicatorChars.has(ch1)) {
							if (!inFlow) this.indentNext = this.indentValue + 1;
							else if (this.flowKey) this.flowKey = false;
							n += yield* this.pushCount(1);
							n += yield* this.pushSpaces(true);
							continue loop;
						}
					}
				}
				break loop;
			}
			return n;
		}
		*pushTag() {
			if (this.charAt(1) === "<") {
				let i = this.pos + 2;
				let ch = this.buffer[i];
				while (!isEmpty(ch) && ch !== ">") ch = this.buffer[++i];
				return yield* this.pushToIndex(ch === ">" ? i + 1 : i, false);
			} else {
				let i = this.pos + 1;
				let ch = this.buffer[i];
				while (ch) if (tagChars.has(ch)) ch = this.buffer[++i];
				else if (ch === "%" && hexDigits.has(this.buffer[i + 1]) && hexDigits.has(this.buffer[i + 2])) ch = this.buffer[i += 3];
				else break;
				return yield* this.pushToIndex(i, false);
			}
		}
		*pushNewline() {
			const ch = this.buffer[this.pos];
			if (ch === "\n") return yield* this.pushCount(1);
			else if (ch === "\r" && this.charAt(1) === "\n") return yield* this.pushCount(2);
			else return 0;
		}
		*pushSpaces(allowTabs) {
			let i = this.pos - 1;
			let ch;
			do
				ch = this.buffer[++i];
			while (ch === " " || allowTabs && ch === "	");
			const n = i - this.pos;
			if (n > 0) {
				yield this.buffer.substr(this.pos, n);
				this.pos = i;
			}
			return n;
		}
		*pushUntil(test) {
			let i = this.pos;
			let ch = this.buffer[i];
			while (!test(ch)) ch = this.buffer[++i];
			return yield* this.pushToIndex(i, false);
		}
	};
	exports.Lexer = Lexer;
}));
// ../../main/node_modules/yaml/dist/parse/line-counter.js
var require_line_counter = /* @__PURE__ */ __commonJSMin(((exports) => {
	/**
	* Tracks newlines during parsing in order to provide an efficient API for
	* determining the one-indexed `{ line, col }` position for any offset
	* within the input.
	*/
	var LineCounter = class {
		constructor() {
			this.lineStarts = [];
			/**
			* Should be called in ascending order. Otherwise, call
			* `lineCounter.lineStarts.sort()` before calling `linePos()`.
			*/
			this.addNewLine = (offset) => this.lineStarts.push(offset);
			/**
			* Performs a binary search and returns the 1-indexed { line, col }
			* position of `offset`. If `line === 0`, `addNewLine` has never been
			* called or `offset` is before the first known newline.
			*/
			this.linePos = (offset) => {
				let low = 0;
				let high = this.lineStarts.length;
				while (low < high) {
					const mid = low + high >> 1;
					if (this.lineStarts[mid] < offset) low = mid + 1;
					else high = mid;
				}
				if (this.lineStarts[low] === offset) return {
					line: low + 1,
					col: 1
				};
				if (low === 0) return {
					line: 0,
					col: offset
				};
				const start = this.lineStarts[low - 1];
				return {
					line: low,
					col: offset - start + 1
				};
			};
		}
	};
	exports.LineCounter = LineCounter;
}));
// ../../main/node_modules/yaml/dist/parse/parser.js
var require_parser = /* @__PURE__ */ __commonJSMin(((exports) => {
	var node_process = (init__process(), __toCommonJS(_process_exports));
	var cst = require_cst();
	var lexer = require_lexer();
	function includesToken(list, type) {
		for (let i = 0; i < list.length; ++i) if (list[i].type === type) return true;
		return false;
	}
	function findNonEmptyIndex(list) {
		for (let i = 0; i < list.length; ++i) switch (list[i].type) {
			case "space":
			case "comment":
			case "newline": break;
			default: return i;
		}
		return -1;
	}
	function isFlowToken(token) {
		switch (token?.type) {
			case "alias":
			case "scalar":
			case "single-quoted-scalar":
			case "double-quoted-scalar":
			case "flow-collection": return true;
			default: return false;
		}
	}
	function getPrevProps(parent) {
		switch (parent.type) {
			case "document": return parent.start;
			case "block-map": {
				const it = parent.items[parent.items.length - 1];
				return it.sep ?? it.start;
			}
			case "block-seq": return parent.items[parent.items.length - 1].start;
			/* istanbul ignore next should not happen */
			default: return [];
		}
	}
	/** Note: May modify input array */
	function getFirstKeyStartProps(prev) {
		if (prev.length === 0) return [];
		let i = prev.length;
		loop: while (--i >= 0) switch (prev[i].type) {
			case "doc-start":
			case "explicit-key-ind":
			case "map-value-ind":
			case "seq-item-ind":
			case "newline": break loop;
		}
		while (prev[++i]?.type === "space");
		return prev.splice(i, prev.length);
	}
	function arrayPushArray(target, source) {
		if (source.length < 1e5) Array.prototype.push.apply(target, source);
		else for (let i = 0; i < source.length; ++i) target.push(source[i]);
	}
	function fixFlowSeqItems(fc) {
		if (fc.start.type === "flow-seq-start") {
			for (const it of fc.items) if (it.sep && !it.value && !includesToken(it.start, "explicit-key-ind") && !includesToken(it.sep, "map-value-ind")) {
				if (it.key) it.value = it.key;
				delete it.key;
				if (isFlowToken(it.value)) {
					if (it.value.end) arrayPushArray(it.value.end, it.sep);
					else it.value.end = it.sep;
				} else arrayPushArray(it.start, it.sep);
				delete it.sep;
			}
		}
	}
	/**
	* A YAML concrete syntax tree (CST) parser
	*
	* ```ts
	* const src: string = ...
	* for (const token of new Parser().parse(src)) {
	*   // token: Token
	* }
	* ```
	*
	* To use the parser with a user-provided lexer:
	*
	* ```ts
	* function* parse(source: string, lexer: Lexer) {
	*   const parser = new Parser()
	*   for (const lexeme of lexer.lex(source))
	*     yield* parser.next(lexeme)
	*   yield* parser.end()
	* }
	*
	* const src: string = ...
	* const lexer = new Lexer()
	* for (const token of parse(src, lexer)) {
	*   // token: Token
	* }
	* ```
	*/
	var Parser = class {
		/**
		* @param onNewLine - If defined, called separately with the start position of
		*   each new line (in `parse()`, including the start of input).
		*/
		constructor(onNewLine) {
			/** If true, space and sequence indicators count as indentation */
			this.atNewLine = true;
			/** If true, next token is a scalar value */
			this.atScalar = false;
			/** Current indentation level */
			this.indent = 0;
			/** Current offset since the start of parsing */
			this.offset = 0;
			/** On the same line with a block map key */
			this.onKeyLine = false;
			/** Top indicates the node that's currently being built */
			this.stack = [];
			/** The source of the current token, set in parse() */
			this.source = "";
			/** The type of the current token, set in parse() */
			this.type = "";
			this.lexer = new lexer.Lexer();
			this.onNewLine = onNewLine;
		}
		/**
		* Parse `source` as a YAML stream.
		* If `incomplete`, a part of the last line may be left as a buffer for the next call.
		*
		* Errors are not thrown, but yielded as `{ type: 'error', message }` tokens.
		*
		* @returns A generator of tokens representing each directive, document, and other structure.
		*/
		*parse(source, incomplete = false) {
			if (this.onNewLine && this.offset === 0) this.onNewLine(0);
			for (const lexeme of this.lexer.lex(source, incomplete)) yield* this.next(lexeme);
			if (!incomplete) yield* this.end();
		}
		/**
		* Advance the parser by the `source` of one lexical token.
		*/
		*next(source) {
			this.source = source;
			if (node_process.env.LOG_TOKENS) console.log("|", cst.prettyToken(source));
			if (this.atScalar) {
				this.atScalar = false;
				yield* this.step();
				this.offset += source.length;
				return;
			}
			const type = cst.tokenType(source);
			if (!type) {
				const message = `Not a YAML token: ${source}`;
				yield* this.pop({
					type: "error",
					offset: this.offset,
					message,
					source
				});
				this.offset += source.length;
			} else if (type === "scalar") {
				this.atNewLine = false;
				this.atScalar = true;
				this.type = "scalar";
			} else {
				this.type = type;
				yield* this.step();
				switch (type) {
					case "newline":
						this.atNewLine = true;
						this.indent = 0;
						if (this.onNewLine) this.onNewLine(this.offset + source.length);
						break;
					case "space":
						if (this.atNewLine && source[0] === " ") this.indent += source.length;
						break;
					case "explicit-key-ind":
					case "map-value-ind":
					case "seq-item-ind":
						if (this.atNewLine) this.indent += source.length;
						break;
					case "doc-mode":
					case "flow-error-end": return;
					default: this.atNewLine = false;
				}
				this.offset += source.length;
			}
		}
		/** Call at end of input to push out any remaining constructions */
		*end() {
			while (this.stack.length > 0) yield* this.pop();
		}
		get sourceToken() {
			return {
				type: this.type,
				offset: this.offset,
				indent: this.indent,
				source: this.source
			};
		}
		*step() {
			const top = this.peek(1);
			if (this.type === "doc-end" && top?.type !== "doc-end") {
				while (this.stack.length > 0) yield* this.pop();
				this.stack.push({
					type: "doc-end",
					offset: this.offset,
					source: this.source
				});
				return;
			}
			if (!top) return yield* this.stream();
			switch (top.type) {
				case "document": return yield* this.document(top);
				case "alias":
				case "scalar":
				case "single-quoted-scalar":
				case "double-quoted-scalar": return yield* this.scalar(top);
				case "block-scalar": return yield* this.blockScalar(top);
				case "block-map": return yield* this.blockMap(top);
				case "block-seq": return yield* this.blockSequence(top);
				case "flow-collection": return yield* this.flowCollection(top);
				case "doc-end": return yield* this.documentEnd(top);
			}
			/* istanbul ignore next should not happen */
			yield* this.pop();
		}
		peek(n) {
			return this.stack[this.stack.length - n];
		}
		*pop(error) {
			const token = error ?? this.stack.pop();
			/* istanbul ignore if should not happen */
			if (!token) yield {
				type: "error",
				offset: this.offset,
				source: "",
				message: "Tried to pop an empty stack"
			};
			else if (this.stack.length === 0) yield token;
			else {
				const top = this.peek(1);
				if (token.type === "block-scalar") token.indent = "indent" in top ? top.indent : 0;
				else if (token.type === "flow-collection" && top.type === "document") token.indent = 0;
				if (token.type === "flow-collection") fixFlowSeqItems(token);
				switch (top.type) {
					case "document":
						top.value = token;
						break;
					case "block-scalar":
						top.props.push(token);
						break;
					case "block-map": {
						const it = top.items[top.items.length - 1];
						if (it.value) {
							top.items.push({
								start: [],
								key: token,
								sep: []
							});
							this.onKeyLine = true;
							return;
						} else if (it.sep) it.value = token;
						else {
							Object.assign(it, {
								key: token,
								sep: []
							});
							this.onKeyLine = !it.explicitKey;
							return;
						}
						break;
					}
					case "block-seq": {
						const it = top.items[top.items.length - 1];
						if (it.value) top.items.push({
							start: [],
							value: token
						});
						else it.value = token;
						break;
					}
					case "flow-collection": {
						const it = top.items[top.items.length - 1];
						if (!it || it.value) top.items.push({
							start: [],
							key: token,
							sep: []
						});
						else if (it.sep) it.value = token;
						else Object.assign(it, {
							key: token,
							sep: []
						});
						return;
					}
					/* istanbul ignore next should not happen */
					default:
						yield* this.pop();
						yield* this.pop(token);
				}
				if ((top.type === "document" || top.type === "block-map" || top.type === "block-seq") && (token.type === "block-map" || token.type === "block-seq")) {
					const last = token.items[token.items.length - 1];
					if (last && !last.sep && !last.value && last.start.length > 0 && findNonEmptyIndex(last.start) === -1 && (token.indent === 0 || last.start.every((st) => st.type !== "comment" || st.indent < token.indent))) {
						if (top.type === "document") top.end = last.start;
						else top.items.push({ start: last.start });
						token.items.splice(-1, 1);
					}
				}
			}
		}
		*stream() {
			switch (this.type) {
				case "directive-line":
					yield {
						type: "directive",
						offset: this.offset,
						source: this.source
					};
					return;
				case "byte-order-mark":
				case "space":
				case "comment":
				case "newline":
					yield this.sourceToken;
					return;
				case "doc-mode":
				case "doc-start": {
					const doc = {
						type: "document",
						offset: this.offset,
						start: []
					};
					if (this.type === "doc-start") doc.start.push(this.sourceToken);
					this.stack.push(doc);
					return;
				}
			}
			yield {
				type: "error",
				offset: this.offset,
				message: `Unexpected ${this.type} token in YAML stream`,
				source: this.source
			};
		}
		*document(doc) {
			if (doc.value) return yield* this.lineEnd(doc);
			switch (this.type) {
				case "doc-start":
					if (findNonEmptyIndex(doc.start) !== -1) {
						yield* this.pop();
						yield* this.step();
					} else doc.start.push(this.sourceToken);
					return;
				case "anchor":
				case "tag":
				case "space":
				case "comment":
				case "newline":
					doc.start.push(this.sourceToken);
					return;
			}
			const bv = this.startBlockValue(doc);
			if (bv) this.stack.push(bv);
			else yield {
				type: "error",
				offset: this.offset,
				message: `Unexpected ${this.type} token in YAML document`,
				source: this.source
			};
		}
		*scalar(scalar) {
			if (this.type === "map-value-ind") {
				const start = getFirstKeyStartProps(getPrevProps(this.peek(2)));
				let sep;
				if (scalar.end) {
					sep = scalar.end;
					sep.push(this.sourceToken);
					delete scalar.end;
				} else sep = [this.sourceToken];
				const map = {
					type: "block-map",
					offset: scalar.offset,
					indent: scalar.indent,
					items: [{
						start,
						key: scalar,
						sep
					}]
				};
				this.onKeyLine = true;
				this.stack[this.stack.length - 1] = map;
			} else yield* this.lineEnd(scalar);
		}
		*blockScalar(scalar) {
			switch (this.type) {
				case "space":
				case "comment":
				case "newline":
					scalar.props.push(this.sourceToken);
					return;
				case "scalar":
					scalar.source = this.source;
					this.atNewLine = true;
					this.indent = 0;
					if (this.onNewLine) {
						let nl = this.source.indexOf("\n") + 1;
						while (nl !== 0) {
							this.onNewLine(this.offset + nl);
							nl = this.source.indexOf("\n", nl) + 1;
						}
					}
					yield* this.pop();
					break;
				/* istanbul ignore next should not happen */
				default:
					yield* this.pop();
					yield* this.step();
			}
		}
		*blockMap(map) {
			const it = map.items[map.items.length - 1];
			switch (this.type) {
				case "newline":
					this.onKeyLine = false;
					if (it.value) {
						const end = "end" in it.value ? it.value.end : void 0;
						if ((Array.isArray(end) ? end[end.length - 1] : void 0)?.type === "comment") end?.push(this.sourceToken);
						else map.items.push({ start: [this.sourceToken] });
					} else if (it.sep) it.sep.push(this.sourceToken);
					else it.start.push(this.sourceToken);
					return;
				case "space":
				case "comment":
					if (it.value) map.items.push({ start: [this.sourceToken] });
					else if (it.sep) it.sep.push(this.sourceToken);
					else {
						if (this.atIndentedComment(it.start, map.indent)) {
							const end = map.items[map.items.length - 2]?.value?.end;
							if (Array.isArray(end)) {
								arrayPushArray(end, it.start);
								end.push(this.sourceToken);
								map.items.pop();
								return;
							}
						}
						it.start.push(this.sourceToken);
					}
					return;
			}
			if (this.indent >= map.indent) {
				const atMapIndent = !this.onKeyLine && this.indent === map.indent;
				const atNextItem = atMapIndent && (it.sep || it.explicitKey) && this.type !== "seq-item-ind";
				let start = [];
				if (atNextItem && it.sep && !it.value) {
					const nl = [];
					for (let i = 0; i < it.sep.length; ++i) {
						const st = it.sep[i];
						switch (st.type) {
							case "newline":
								nl.push(i);
								break;
							case "space": break;
							case "comment":
								if (st.indent > map.indent) nl.length = 0;
								break;
							default: nl.length = 0;
						}
					}
					if (nl.length >= 2) start = it.sep.splice(nl[1]);
				}
				switch (this.type) {
					case "anchor":
					case "tag":
						if (atNextItem || it.value) {
							start.push(this.sourceToken);
							map.items.push({ start });
							this.onKeyLine = true;
						} else if (it.sep) it.sep.push(this.sourceToken);
						else it.start.push(this.sourceToken);
						return;
					case "explicit-key-ind":
						if (!it.sep && !it.explicitKey) {
							it.start.push(this.sourceToken);
							it.explicitKey = true;
						} else if (atNextItem || it.value) {
							start.push(this.sourceToken);
							map.items.push({
								start,
								explicitKey: true
							});
						} else this.stack.push({
							type: "block-map",
							offset: this.offset,
							indent: this.indent,
							items: [{
								start: [this.sourceToken],
								explicitKey: true
							}]
						});
						this.onKeyLine = true;
						return;
					case "map-value-ind":
						if (it.explicitKey) {
							if (!it.sep) {
								if (includesToken(it.start, "newline")) Object.assign(it, {
									key: null,
									sep: [this.sourceToken]
								});
								else {
									const start = getFirstKeyStartProps(it.start);
									this.stack.push({
										type: "block-map",
										offset: this.offset,
										indent: this.indent,
										items: [{
											start,
											key: null,
											sep: [this.sourceToken]
										}]
									});
								}
							} else if (it.value) map.items.push({
								start: [],
								key: null,
								sep: [this.sourceToken]
							});
							else if (includesToken(it.sep, "map-value-ind")) this.stack.push({
								type: "block-map",
								offset: this.offset,
								indent: this.indent,
								items: [{
									start,
									key: null,
									sep: [this.sourceToken]
								}]
							});
							else if (isFlowToken(it.key) && !includesToken(it.sep, "newline")) {
								const start = getFirstKeyStartProps(it.start);
								const key = it.key;
								const sep = it.sep;
								sep.push(this.sourceToken);
								delete it.key;
								delete it.sep;
								this.stack.push({
									type: "block-map",
									offset: this.offset,
									indent: this.indent,
									items: [{
										start,
										key,
										sep
									}]
								});
							} else if (start.length > 0) it.sep = it.sep.concat(start, this.sourceToken);
							else it.sep.push(this.sourceToken);
						} else if (!it.sep) Object.assign(it, {
							key: null,
							sep: [this.sourceToken]
						});
						else if (it.value || atNextItem) map.items.push({
							start,
							key: null,
							sep: [this.sourceToken]
						});
						else if (includesToken(it.sep, "map-value-ind")) this.stack.push({
							type: "block-map",
							offset: this.offset,
							indent: this.indent,
							items: [{
								start: [],
								key: null,
								sep: [this.sourceToken]
							}]
						});
						else it.sep.push(this.sourceToken);
						this.onKeyLine = true;
						return;
					case "alias":
					case "scalar":
					case "single-quoted-scalar":
					case "double-quoted-scalar": {
						const fs = this.flowScalar(this.type);
						if (atNextItem || it.value) {
							map.items.push({
								start,
								key: fs,
								sep: []
							});
							this.onKeyLine = true;
						} else if (it.sep) this.stack.push(fs);
						else {
							Object.assign(it, {
								key: fs,
								sep: []
							});
							this.onKeyLine = true;
						}
						return;
					}
					default: {
						const bv = this.startBlockValue(map);
						if (bv) {
							if (bv.type === "block-seq") {
								if (!it.explicitKey && it.sep && !includesToken(it.sep, "newline")) {
									yield* this.pop({
										type: "error",
										offset: this.offset,
										message: "Unexpected block-seq-ind on same line with key",
										source: this.source
									});
									return;
								}
							} else if (atMapIndent) map.items.push({ start });
							this.stack.push(bv);
							return;
						}
					}
				}
			}
			yield* this.pop();
			yield* this.step();
		}
		*blockSequence(seq) {
			const it = seq.items[seq.items.length - 1];
			switch (this.type) {
				case "newline":
					if (it.value) {
						const end = "end" in it.value ? it.value.end : void 0;
						if ((Array.isArray(end) ? end[end.length - 1] : void 0)?.type === "comment") end?.push(this.sourceToken);
						else seq.items.push({ start: [this.sourceToken] });
					} else it.start.push(this.sourceToken);
					return;
				case "space":
				case "comment":
					if (it.value) seq.items.push({ start: [this.sourceToken] });
					else {
						if (this.atIndentedComment(it.start, seq.indent)) {
							const end = seq.items[seq.items.length - 2]?.value?.end;
							if (Array.isArray(end)) {
								arrayPushArray(end, it.start);
								end.push(this.sourceToken);
								seq.items.pop();
								return;
							}
						}
						it.start.push(this.sourceToken);
					}
					return;
				case "anchor":
				case "tag":
					if (it.value || this.indent <= seq.indent) break;
					it.start.push(this.sourceToken);
					return;
				case "seq-item-ind":
					if (this.indent !== seq.indent) break;
					if (it.value || includesToken(it.start, "seq-item-ind")) seq.items.push({ start: [this.sourceToken] });
					else it.start.push(this.sourceToken);
					return;
			}
			if (this.indent > seq.indent) {
				const bv = this.startBlockValue(seq);
				if (bv) {
					this.stack.push(bv);
					return;
				}
			}
			yield* this.pop();
			yield* this.step();
		}
		*flowCollection(fc) {
			const it = fc.items[fc.items.length - 1];
			if (this.type === "flow-error-end") {
				let top;
				do {
					yield* this.pop();
					top = this.peek(1);
				} while (top?.type === "flow-collection");
			} else if (fc.end.length === 0) {
				switch (this.type) {
					case "comma":
					case "explicit-key-ind":
						if (!it || it.sep) fc.items.push({ start: [this.sourceToken] });
						else it.start.push(this.sourceToken);
						return;
					case "map-value-ind":
						if (!it || it.value) fc.items.push({
							start: [],
							key: null,
							sep: [this.sourceToken]
						});
						else if (it.sep) it.sep.push(this.sourceToken);
						else Object.assign(it, {
							key: null,
							sep: [this.sourceToken]
						});
						return;
					case "space":
					case "comment":
					case "newline":
					case "anchor":
					case "tag":
						if (!it || it.value) fc.items.push({ start: [this.sourceToken] });
						else if (it.sep) it.sep.push(this.sourceToken);
						else it.start.push(this.sourceToken);
						return;
					case "alias":
					case "scalar":
					case "single-quoted-scalar":
					case "double-quoted-scalar": {
						const fs = this.flowScalar(this.type);
						if (!it || it.value) fc.items.push({
							start: [],
							key: fs,
							sep: []
						});
						else if (it.sep) this.stack.push(fs);
						else Object.assign(it, {
							key: fs,
							sep: []
						});
						return;
					}
					case "flow-map-end":
					case "flow-seq-end":
						fc.end.push(this.sourceToken);
						return;
				}
				const bv = this.startBlockValue(fc);
				/* istanbul ignore else should not happen */
				if (bv) this.stack.push(bv);
				else {
					yield* this.pop();
					yield* this.step();
				}
			} else {
				const parent = this.peek(2);
				if (parent.type === "block-map" && (this.type === "map-value-ind" && parent.indent === fc.indent || this.type === "newline" && !parent.items[parent.items.length - 1].sep)) {
					yield* this.pop();
					yield* this.step();
				} else if (this.type === "map-value-ind" && parent.type !== "flow-collection") {
					const start = getFirstKeyStartProps(getPrevProps(parent));
					fixFlowSeqItems(fc);
					const sep = fc.end.splice(1, fc.end.length);
					sep.push(this.sourceToken);
					const map = {
						type: "block-map",
						offset: fc.offset,
						indent: fc.indent,
						items: [{
							start,
							key: fc,
							sep
						}]
					};
					this.onKeyLine = true;
					this.stack[this.stack.length - 1] = map;
				} else yield* this.lineEnd(fc);
			}
		}
		flowScalar(type) {
			if (this.onNewLine) {
				let nl = this.source.indexOf("\n") + 1;
				while (nl !== 0) {
					this.onNewLine(this.offset + nl);
					nl = this.source.indexOf("\n", nl) + 1;
				}
			}
			return {
				type,
				offset: this.offset,
				indent: this.indent,
				source: this.source
			};
		}
		startBlockValue(parent) {
			switch (this.type) {
				case "alias":
				case "scalar":
				case "single-quoted-scalar":
				case "double-quoted-scalar": return this.flowScalar(this.type);
				case "block-scalar-header": return {
					type: "block-scalar",
					offset: this.offset,
					indent: this.indent,
					props: [this.sourceToken],
					source: ""
				};
				case "flow-map-start":
				case "flow-seq-start": return {
					type: "flow-collection",
					offset: this.offset,
					indent: this.indent,
					start: this.sourceToken,
					items: [],
					end: []
				};
				case "seq-item-ind": return {
					type: "block-seq",
					offset: this.offset,
					indent: this.indent,
					items: [{ start: [this.sourceToken] }]
				};
				case "explicit-key-ind": {
					this.onKeyLine = true;
					const start = getFirstKeyStartProps(getPrevProps(parent));
					start.push(this.sourceToken);
					return {
						type: "block-map",
						offset: this.offset,
						indent: this.indent,
						items: [{
							start,
							explicitKey: true
						}]
					};
				}
				case "map-value-ind": {
					this.onKeyLine = true;
					const start = getFirstKeyStartProps(getPrevProps(parent));
					return {
						type: "block-map",
						offset: this.offset,
						indent: this.indent,
						items: [{
							start,
							key: null,
							sep: [this.sourceToken]
						}]
					};
				}
			}
			return null;
		}
		atIndentedComment(start, indent) {
			if (this.type !== "comment") return false;
			if (this.indent <= indent) return false;
			return start.every((st) => st.type === "newline" || st.type === "space");
		}
		*documentEnd(docEnd) {
			if (this.type !== "doc-mode") {
				if (docEnd.end) docEnd.end.push(this.sourceToken);
				else docEnd.end = [this.sourceToken];
				if (this.type === "newline") yield* this.pop();
			}
		}
		*lineEnd(token) {
			switch (this.type) {
				case "comma":
				case "doc-start":
				case "doc-end":
				case "flow-seq-end":
				case "flow-map-end":
				case "map-value-ind":
					yield* this.pop();
					yield* this.step();
					break;
				case "newline": this.onKeyLine = false;
				default:
					if (token.end) token.end.push(this.sourceToken);
					else token.end = [this.sourceToken];
					if (this.type === "newline") yield* this.pop();
			}
		}
	};
	exports.Parser = Parser;
}));
// ../../main/node_modules/yaml/dist/public-api.js
var require_public_api = /* @__PURE__ */ __commonJSMin(((exports) => {
	var composer = require_composer();
	var Document = require_Document();
	var errors = require_errors();
	var log = require_log();
	var identity = require_identity();
	var lineCounter = require_line_counter();
	var parser = require_parser();
	function parseOptions(options) {
		const prettyErrors = options.prettyErrors !== false;
		return {
			lineCounter: options.lineCounter || prettyErrors && new lineCounter.LineCounter() || null,
			prettyErrors
		};
	}
	/**
	* Parse the input as a stream of YAML documents.
	*
	* Documents should be separated from each other by `...` or `---` marker lines.
	*
	* @returns If an empty `docs` array is returned, it will be of type
	*   EmptyStream and contain additional stream information. In
	*   TypeScript, you should use `'empty' in docs` as a type guard for it.
	*/
	function parseAllDocuments(source, options = {}) {
		const { lineCounter, prettyErrors } = parseOptions(options);
		const parser$1 = new parser.Parser(lineCounter?.addNewLine);
		const composer$1 = new composer.Composer(options);
		const docs = Array.from(composer$1.compose(parser$1.parse(source)));
		if (prettyErrors && lineCounter) for (const doc of docs) {
			doc.errors.forEach(errors.prettifyError(source, lineCounter));
			doc.warnings.forEach(errors.prettifyError(source, lineCounter));
		}
		if (docs.length > 0) return docs;
		return Object.assign([], { empty: true }, composer$1.streamInfo());
	}
	/** Parse an input string into a single YAML.Document */
	function parseDocument(source, options = {}) {
		const { lineCounter, prettyErrors } = parseOptions(options);
		const parser$1 = new parser.Parser(lineCounter?.addNewLine);
		const composer$1 = new composer.Composer(options);
		let doc = null;
		for (const _doc of composer$1.compose(parser$1.parse(source), true, source.length)) if (!doc) doc = _doc;
		else if (doc.options.logLevel !== "silent") {
			doc.errors.push(new errors.YAMLParseError(_doc.range.slice(0, 2), "MULTIPLE_DOCS", "Source contains multiple documents; please use YAML.parseAllDocuments()"));
			break;
		}
		if (prettyErrors && lineCounter) {
			doc.errors.forEach(errors.prettifyError(source, lineCounter));
			doc.warnings.forEach(errors.prettifyError(source, lineCounter));
		}
		return doc;
	}
	function parse(src, reviver, options) {
		let _reviver = void 0;
		if (typeof reviver === "function") _reviver = reviver;
		else if (options === void 0 && reviver && typeof reviver === "object") options = reviver;
		const doc = parseDocument(src, options);
		if (!doc) return null;
		doc.warnings.forEach((warning) => log.warn(doc.options.logLevel, warning));
		if (doc.errors.length > 0) {
			if (doc.options.logLevel !== "silent") throw doc.errors[0];
			else doc.errors = [];
		}
		return doc.toJS(Object.assign({ reviver: _reviver }, options));
	}
	function stringify(value, replacer, options) {
		let _replacer = null;
		if (typeof replacer === "function" || Array.isArray(replacer)) _replacer = replacer;
		else if (options === void 0 && replacer) options = replacer;
		if (typeof options === "string") options = options.length;
		if (typeof options === "number") {
			const indent = Math.round(options);
			options = indent < 1 ? void 0 : indent > 8 ? { indent: 8 } : { indent };
		}
		if (value === void 0) {
			const { keepUndefined } = options ?? replacer ?? {};
			if (!keepUndefined) return void 0;
		}
		if (identity.isDocument(value) && !_replacer) return value.toString(options);
		return new Document.Document(value, _replacer, options).toString(options);
	}
	exports.parse = parse;
	exports.parseAllDocuments = parseAllDocuments;
	exports.parseDocument = parseDocument;
	exports.stringify = stringify;
}));
// ../../main/node_modules/yaml/dist/index.js
var require_dist = /* @__PURE__ */ __commonJSMin(((exports) => {
	var composer = require_composer();
	var Document = require_Document();
	var Schema = require_Schema();
	var errors = require_errors();
	var Alias = require_Alias();
	var identity = require_identity();
	var Pair = require_Pair();
	var Scalar = require_Scalar();
	var YAMLMap = require_YAMLMap();
	var YAMLSeq = require_YAMLSeq();
	require_cst();
	var lexer = require_lexer();
	var lineCounter = require_line_counter();
	var parser = require_parser();
	var publicApi = require_public_api();
	var visit = require_visit();
	exports.Composer = composer.Composer;
	exports.Document = Document.Document;
	exports.Schema = Schema.Schema;
	exports.YAMLError = errors.YAMLError;
	exports.YAMLParseError = errors.YAMLParseError;
	exports.YAMLWarning = errors.YAMLWarning;
	exports.Alias = Alias.Alias;
	exports.isAlias = identity.isAlias;
	exports.isCollection = identity.isCollection;
	exports.isDocument = identity.isDocument;
	exports.isMap = identity.isMap;
	exports.isNode = identity.isNode;
	exports.isPair = identity.isPair;
	exports.isScalar = identity.isScalar;
	exports.isSeq = identity.isSeq;
	exports.Pair = Pair.Pair;
	exports.Scalar = Scalar.Scalar;
	exports.YAMLMap = YAMLMap.YAMLMap;
	exports.YAMLSeq = YAMLSeq.YAMLSeq;
	exports.Lexer = lexer.Lexer;
	exports.LineCounter = lineCounter.LineCounter;
	exports.Parser = parser.Parser;
	exports.parse = publicApi.parse;
	exports.parseAllDocuments = publicApi.parseAllDocuments;
	exports.parseDocument = publicApi.parseDocument;
	exports.stringify = publicApi.stringify;
	exports.visit = visit.visit;
	exports.visitAsync = visit.visitAsync;
}));
// \0node:url
var builtin$18, domainToASCII;
var init__node_url = __esmMin((() => {
	builtin$18 = /* @__PURE__ */ process.getBuiltinModule("node:url");
	domainToASCII = /* @__PURE__ */ (() => builtin$18.domainToASCII)();
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
	init__node_url();
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
var plain$1, stacks, fromStack, overTcp, fields;
var init_fields = __esmMin((() => {
	init_names();
	plain$1 = {
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
		uwsgi: plain$1,
		"uwsgi-cluster": {
			...plain$1,
			layout: "package",
			socket: "tcp",
			nginx: "full",
			upstream: 2
		},
		wsgi: {
			...plain$1,
			layout: "wsgi"
		},
		"uwsgi-tcp": {
			...plain$1,
			socket: "tcp",
			port: 4242,
			processManager: "emperor"
		},
		gunicorn: {
			...plain$1,
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
// action/app/settings.ts
/** snake_case keys of YAML → camelCase ones, all the way down. Rule names have no underscore and stay as they are. */
function camelized(value) {
	if (Array.isArray(value)) return value.map(camelized);
	if (typeof value !== "object" || value === null) return value;
	return Object.fromEntries(Object.entries(value).map(([k, inner]) => [camelCase$1(k), camelized(inner)]));
}
var described, whole, matching, host, user, urlPath, url, inside, probing, hook, deploySettings, lintSettings, nginxVersion, camelCase$1, snakeCase$1;
var init_settings = __esmMin((() => {
	init_dist$20();
	described = (schema, text) => /* @__PURE__ */ pipe(schema, /* @__PURE__ */ description(text));
	whole = (low, high) => {
		const range = `must be a whole number from ${low} to ${high}`;
		return /* @__PURE__ */ pipe(/* @__PURE__ */ number(range), /* @__PURE__ */ integer(range), /* @__PURE__ */ minValue(low, range), /* @__PURE__ */ maxValue(high, range));
	};
	matching = (pattern, message) => /* @__PURE__ */ pipe(/* @__PURE__ */ string(message), /* @__PURE__ */ regex(pattern, message));
	host = matching(/^[A-Za-z0-9[][\w.:%[\]-]*$/, "must be a host name or an address");
	user = matching(/^[a-z_][a-z0-9_-]{0,31}$/, "must be a Linux user name");
	urlPath = matching(/^\/[^\s"'\\]*$/, "must be a path that starts with \"/\", without blanks or quotes");
	url = matching(/^https?:\/\/[^\s"'\\]+$/, "must be an http or https URL");
	inside = /* @__PURE__ */ pipe(matching(/^[^\0\n\r]+$/, "must be a path on one line"), /* @__PURE__ */ check$2((path) => !path.startsWith("/") && !path.split("/").some((part) => part === ".." || part === ".git"), "must stay inside the repository: no leading /, no .. and no .git"));
	probing = "must be a number of seconds from 0 to 60";
	hook = /* @__PURE__ */ pipe(/* @__PURE__ */ union([/* @__PURE__ */ pipe(/* @__PURE__ */ string(), /* @__PURE__ */ nonEmpty("must name a command")), /* @__PURE__ */ strictObject({
		run: /* @__PURE__ */ pipe(/* @__PURE__ */ string("must be a command"), /* @__PURE__ */ nonEmpty("must name a command")),
		timeout: /* @__PURE__ */ optional(whole(1, 3600), 300)
	})], "must be a command, or an object of run and timeout"), /* @__PURE__ */ transform((value) => typeof value === "string" ? {
		run: value,
		timeout: 300
	} : value));
	deploySettings = /* @__PURE__ */ strictObject({
		host: described(/* @__PURE__ */ optional(/* @__PURE__ */ union([host, /* @__PURE__ */ pipe(/* @__PURE__ */ array(host), /* @__PURE__ */ minLength(1))], "must be a host name, or a list of them")), "server to deploy to; the Action's input and --host come first"),
		user: described(/* @__PURE__ */ optional(user, "deploy"), "who logs in"),
		port: described(/* @__PURE__ */ optional(whole(1, 65535), 22), "port of sshd"),
		url: described(/* @__PURE__ */ optional(url), "where the public finds the site; smoke-tested from outside after the switch"),
		health: described(/* @__PURE__ */ optional(urlPath, "/healthz"), "path that answers 200 when the app can serve"),
		gate: described(/* @__PURE__ */ optional(/* @__PURE__ */ strictObject({
			passes: /* @__PURE__ */ optional(whole(1, 100), 3),
			timeout: /* @__PURE__ */ optional(whole(1, 600), 30)
		}), {}), "how many answers in a row a new instance must give on its own socket, and for how long it may try"),
		smoke: described(/* @__PURE__ */ optional(/* @__PURE__ */ strictObject({
			path: /* @__PURE__ */ optional(urlPath, "/"),
			status: /* @__PURE__ */ optional(whole(100, 599), 200),
			contains: /* @__PURE__ */ optional(/* @__PURE__ */ string("must be text")),
			timeout: /* @__PURE__ */ optional(whole(1, 120), 10)
		}), {}), "what the site must answer through nginx; a redirect to https passes as well"),
		keep_releases: described(/* @__PURE__ */ optional(whole(1, 100), 5), "how many good releases stay on the server"),
		drain: described(/* @__PURE__ */ optional(whole(0, 3600), 30), "how long the former instance stays up after the switch"),
		strategy: described(/* @__PURE__ */ optional(/* @__PURE__ */ picklist(["blue-green", "in-place"], "must be blue-green or in-place"), "blue-green"), "blue-green starts the new instance beside the old one; in-place stops the old one first, for small servers"),
		setup: described(/* @__PURE__ */ optional(/* @__PURE__ */ picklist(["manual", "auto"], "must be manual or auto"), "manual"), "auto lets the first push prepare the server, when the login has sudo"),
		hooks: described(/* @__PURE__ */ optional(/* @__PURE__ */ strictObject({
			build: /* @__PURE__ */ optional(hook),
			release: /* @__PURE__ */ optional(hook),
			before_switch: /* @__PURE__ */ optional(hook),
			after_switch: /* @__PURE__ */ optional(hook)
		}), {}), "commands: build runs on the runner; the others in the release, on the server"),
		shared: described(/* @__PURE__ */ optional(/* @__PURE__ */ array(inside), []), "paths that outlive a release, kept in shared/ on the server"),
		include: described(/* @__PURE__ */ optional(/* @__PURE__ */ array(inside), []), "files to send besides those that git tracks (globs)"),
		exclude: described(/* @__PURE__ */ optional(/* @__PURE__ */ array(inside), []), "files not to send (globs)"),
		prober: described(/* @__PURE__ */ optional(/* @__PURE__ */ strictObject({
			rate: /* @__PURE__ */ optional(whole(1, 1e3), 50),
			seconds: /* @__PURE__ */ optional(/* @__PURE__ */ pipe(/* @__PURE__ */ number(probing), /* @__PURE__ */ minValue(0, probing), /* @__PURE__ */ maxValue(60, probing)), .2),
			on_failure: /* @__PURE__ */ optional(/* @__PURE__ */ picklist(["rollback", "keep"], "must be rollback or keep"), "rollback")
		}), {}), "requests a second through nginx while it switches, for how long after it, and what a failed one does")
	});
	lintSettings = /* @__PURE__ */ strictObject({
		rules: described(/* @__PURE__ */ optional(/* @__PURE__ */ record(matching(/^[a-z]+\/[a-z0-9-]+$/, "must be a rule, such as nginx/no-mime-types"), /* @__PURE__ */ picklist([
			"off",
			"info",
			"warning",
			"error"
		], "must be off, info, warning or error")), {}), "severity by rule"),
		ignore: described(/* @__PURE__ */ optional(/* @__PURE__ */ array(/* @__PURE__ */ string()), []), "files not to look at (globs)")
	});
	nginxVersion = matching(/^\d+\.\d+(\.\d+)?$/, "must read like \"1.22.1\"");
	camelCase$1 = (key) => key.replace(/_([a-z])/g, (_, letter) => letter.toUpperCase());
	snakeCase$1 = (key) => key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}));
// action/app/app.ts
/**
* Reads the text of a flask-deploy.yml.
* @param file how the file is called in messages
* @throws AppError that lists every problem with its place
*/
function readApp(text, file = appFile) {
	const lines = new import_dist.LineCounter();
	const document = (0, import_dist.parseDocument)(text, {
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
	if (!(0, import_dist.isMap)(document.contents)) throw new AppError(file, [{
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
		const parsed = /* @__PURE__ */ safeParse(schema, given[key] ?? {});
		if (parsed.success) settings[camelCase$1(key)] = camelized(parsed.output);
		else problems.push(...flatten$1(parsed.issues).map((p) => ({
			...p,
			key: p.key ? `${key}.${p.key}` : key
		})));
	}
	for (const key of Object.keys(given)) if (!rows$1.has(key) && !(key in sections)) problems.push({
		key,
		message: `is not a key of this file; keys are ${[...rows$1.keys(), ...Object.keys(sections)].join(", ")}`
	});
	if (problems.length > 0) throw new AppError(file, problems.map((p) => ({
		...p,
		...place(offsetOf(document, p.key))
	})));
	return {
		...answers,
		...settings
	};
}
/** Checks the answers and fills in the defaults; keys as in the file. */
function readAnswers(given) {
	const answers = {};
	const problems = [];
	for (const [key, field] of rows$1) {
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
		key: snakeCase$1(p.key)
	})));
	return {
		answers,
		problems
	};
}
/** A union's own message says less than the issues of the branch that came nearest. */
function flatten$1(issues, above = "") {
	return issues.flatMap((issue) => {
		const key = [above, ...(issue.path ?? []).map((item) => String(item.key))].filter(Boolean).join(".");
		if (issue.type === "strict_object" && issue.expected === "never") return [{
			key,
			message: "is not a setting here"
		}];
		const deeper = (issue.issues ?? []).filter((inner) => inner.path !== void 0);
		return deeper.length > 0 ? flatten$1(deeper, key) : [{
			key,
			message: issue.message
		}];
	});
}
/** Where the key of a path stands, or the nearest of its parents that is there. */
function offsetOf(document, path) {
	let node = document.contents;
	let offset = 0;
	for (const part of path.split(".")) if ((0, import_dist.isMap)(node)) {
		const pair = node.items.find((item) => (0, import_dist.isScalar)(item.key) && String(item.key.value) === part);
		if (pair === void 0) break;
		offset = (0, import_dist.isNode)(pair.key) && pair.key.range?.[0] || 0;
		node = pair.value;
	} else {
		const item = node?.items?.[Number(part)];
		if (!(0, import_dist.isNode)(item)) break;
		offset = item.range?.[0] ?? offset;
		node = item;
	}
	return offset;
}
var import_dist, AppError, appFile, sections, rows$1;
var init_app = __esmMin((() => {
	init_dist$20();
	import_dist = require_dist();
	init_fields();
	init_settings();
	AppError = class extends Error {
		name = "AppError";
		problems;
		constructor(file, problems) {
			super(problems.map((p) => `${file}:${p.line}:${p.column}: ${p.key ? `${p.key} ` : ""}${p.message}`).join("\n"));
			this.problems = problems;
		}
	};
	appFile = "flask-deploy.yml";
	sections = {
		deploy: deploySettings,
		lint: lintSettings,
		nginx_version: nginxVersion
	};
	rows$1 = new Map(fields.map((field) => [snakeCase$1(field.key), field]));
}));
// generators/preview/env-file.ts
/**
* Reads a .env as systemd's EnvironmentFile= does: NAME=value, comments with `#` or `;`, quotes around a value, a
* backslash escapes. A leading `export` is allowed because shells need it.
*/
function readEnvFile(text) {
	const found = {};
	for (const line of text.split(/\r?\n/)) {
		const match = /^\s*(?:export\s+)?([A-Za-z_]\w*)=(.*)$/.exec(line);
		if (match) found[match[1]] = unquoted(match[2].trim());
	}
	return found;
}
function unquoted(value) {
	const quote = value[0];
	if (value.length > 1 && quote === "'" && value.endsWith("'")) return value.slice(1, -1);
	return (value.length > 1 && quote === "\"" && value.endsWith("\"") ? value.slice(1, -1) : value).replace(/\\(.)/g, "$1");
}
// generators/preview/repository.ts
/** @throws Failure when the folder is no repository of an app, or lacks the app server's configuration. */
function readRepository(folder, withNginx) {
	const read = (path) => existsSync(join(folder, path)) ? readFileSync(join(folder, path), "utf8") : void 0;
	const text = read(appFile);
	if (text === void 0) throw new Failure(`there is no ${appFile} in ${folder}: go into the folder of an app, or make one with create-flask-deploy NAME`);
	const app = readOrFail(text);
	const server = read(serverFile(app));
	if (server === void 0) throw new Failure(`${serverFile(app)} is missing: it says how ${app.server} runs the app (${appFile}: server)`);
	return {
		app,
		texts: {
			server,
			nginx: read("deploy/nginx.conf"),
			manager: read(managerFile(app))
		},
		env: readEnvFile(read(".env") ?? ""),
		staticFile: withNginx && app.static || app.layout !== "wsgi" ? staticFileOf(folder, app) : void 0
	};
}
function readOrFail(text) {
	try {
		return readApp(text);
	} catch (error) {
		throw error instanceof AppError ? new Failure(error.message) : error;
	}
}
function staticFileOf(folder, app) {
	const root = join(folder, app.layout === "package" ? "app/static" : "static");
	if (!existsSync(root)) return void 0;
	const path = tellingFile(readdirSync(root, {
		recursive: true,
		encoding: "utf8"
	}).filter((path) => statSync(join(root, path)).isFile()));
	return path === void 0 ? void 0 : {
		path: `/static/${path.split("/").map(encodeURIComponent).join("/")}`,
		content: readFileSync(join(root, path))
	};
}
var init_repository = __esmMin((() => {
	init__node_fs();
	init__node_path();
	init_app();
	init_errors$1();
	init_check();
	init_plan$1();
}));
// generators/preview/serve.ts
/**
* Writes what a plan says and starts its programs, each once the one before accepts connections, until the site answers.
*
* @param outer what the programs share: where they run, and in which environment
* @throws Failure when one of them ends, or the site never answers
*/
async function bringUp(plan, { family, throwaway, onLine }, outer) {
	layOut(plan, throwaway.root);
	const deadline = Date.now() + START_MS;
	const until = async (isSo, problem) => {
		for (;;) {
			outer.signal.throwIfAborted();
			const found = await Promise.race([family.firstExit, isSo()]);
			if (found === true) return;
			if (found) throw new Failure(exitProblem(found));
			if (Date.now() > deadline) throw new Failure(`${problem} within ${START_MS / 1e3} s: see the log above`);
			await new Promise((done) => setTimeout(done, 20));
		}
	};
	for (const program of plan.programs) {
		const env = {
			...outer.env,
			...program.env
		};
		family.start({
			...program,
			cwd: outer.cwd,
			env
		}, (line) => onLine(program.name, line));
		await until(() => isOpen(program.opens), `${program.name} did not start`);
	}
	await until(async () => ![
		502,
		503,
		504
	].includes(await statusOf(plan.url)), `${plan.url} did not answer`);
}
function layOut(plan, root) {
	for (const folder of plan.folders) mkdirSync(folder, { recursive: true });
	for (const { path, to } of plan.links) {
		mkdirSync(dirname(join(root, path)), { recursive: true });
		symlinkSync(to, join(root, path));
	}
	for (const { path, text } of plan.files) writeFileSync(join(root, path), text);
}
/** A program that was to stay and did not. */
function exitProblem({ name, code, signal }) {
	return `${name} ${signal ? `was ended by ${signal}` : `ended with exit code ${code}`}, so the preview is over: see its log above`;
}
var START_MS, statusOf;
var init_serve = __esmMin((() => {
	init__node_fs();
	init__node_path();
	init_errors$1();
	init_request();
	START_MS = 6e4;
	statusOf = (url) => get(url, START_MS).then(({ status }) => status, () => 502);
}));
// \0node:os
var builtin$17, homedir, tmpdir, userInfo;
var init__node_os = __esmMin((() => {
	builtin$17 = /* @__PURE__ */ process.getBuiltinModule("node:os");
	homedir = /* @__PURE__ */ (() => builtin$17.homedir)();
	tmpdir = /* @__PURE__ */ (() => builtin$17.tmpdir)();
	userInfo = /* @__PURE__ */ (() => builtin$17.userInfo)();
}));
// \0node:child_process
var builtin$16, spawn;
var init__node_child_process = __esmMin((() => {
	builtin$16 = /* @__PURE__ */ process.getBuiltinModule("node:child_process");
	spawn = /* @__PURE__ */ (() => builtin$16.spawn)();
}));
// \0node:readline
var builtin$15, createInterface;
var init__node_readline = __esmMin((() => {
	builtin$15 = /* @__PURE__ */ process.getBuiltinModule("node:readline");
	createInterface = /* @__PURE__ */ (() => builtin$15.createInterface)();
}));
// generators/preview/family.ts
/**
* Each member leads a process group, so that its workers are ended with it even when it was killed and could not do so
* itself; Ctrl-C in a terminal reaches none of them, so they do not end before they are told. A watcher outside of this
* process ends them and removes the folder when this process dies without a word, as by kill -9: it reads from a pipe
* that nobody else holds.
*
* @param folder exists, and is the family's to remove
*/
function openFamily(folder) {
	const watcher = spawn("sh", [
		"-c",
		watch,
		"flask-deploy-preview",
		folder
	], {
		detached: true,
		stdio: [
			"pipe",
			"ignore",
			"ignore"
		]
	});
	watcher.stdin.on("error", () => {});
	const members = [];
	let announce;
	return {
		firstExit: new Promise((resolve) => {
			announce = resolve;
		}),
		start({ name, argv: [program = "", ...args], env, cwd }, onLine) {
			const child = spawn(program, args, {
				cwd,
				env: { ...env },
				detached: true,
				stdio: [
					"ignore",
					"pipe",
					"pipe"
				]
			});
			if (child.pid) {
				members.push(child);
				watcher.stdin.write(`${child.pid}\n`);
			}
			for (const stream of [child.stdout, child.stderr]) createInterface({
				input: stream,
				crlfDelay: Number.POSITIVE_INFINITY
			}).on("line", onLine);
			child.on("error", (error) => {
				onLine(error.message);
				announce({
					name,
					code: 127,
					signal: null
				});
			});
			child.on("exit", (code, signal) => announce({
				name,
				code,
				signal
			}));
		},
		async close() {
			const groups = members.map((child) => child.pid);
			for (const group of groups) signalGroup(group, "SIGTERM");
			const end = Date.now() + GRACE_MS;
			const isLed = (group) => members.some((c) => c.pid === group && c.exitCode === null && !c.signalCode);
			while (groups.some((group) => isAlive(group)) && Date.now() < end) {
				for (const group of groups) if (!isLed(group)) signalGroup(group, "SIGKILL");
				await new Promise((done) => setTimeout(done, 20));
			}
			for (const group of groups) signalGroup(group, "SIGKILL");
			while (groups.some((group) => isAlive(group)) && Date.now() < end + GRACE_MS) await new Promise((done) => setTimeout(done, 20));
			rmSync(folder, {
				recursive: true,
				force: true
			});
			await new Promise((done) => {
				watcher.on("exit", () => done());
				watcher.stdin.end("done\n");
			});
		}
	};
}
function signalGroup(group, signal) {
	try {
		process.kill(-group, signal);
	} catch {}
}
function isAlive(group) {
	try {
		process.kill(-group, 0);
		return true;
	} catch (error) {
		return error.code === "EPERM" && process.platform !== "darwin";
	}
}
var GRACE_MS, watch;
var init_family = __esmMin((() => {
	init__node_child_process();
	init__node_fs();
	init__node_readline();
	GRACE_MS = 5e3;
	watch = `
trap '' HUP INT TERM
groups=
while read -r word; do
  [ "$word" != done ] || exit 0
  groups="$groups -$word"
done
if [ -n "$groups" ]; then
  kill -TERM -- $groups
  sleep 2
  kill -KILL -- $groups
fi
rm -rf -- "$1"
`;
}));
// \0node:string_decoder
var builtin$14, StringDecoder;
var init__node_string_decoder = __esmMin((() => {
	builtin$14 = /* @__PURE__ */ process.getBuiltinModule("node:string_decoder");
	StringDecoder = /* @__PURE__ */ (() => builtin$14.StringDecoder)();
}));
// generators/preview/follow.ts
/**
* Gives every line that is added to any file below the folder, as `tail -F` would. nginx cannot be given a pipe
* instead: it opens its access log by name, and the name of a pipe of node's is none that can be opened.
*
* @returns what stops it, after one last look
*/
function follow(folder, onLine) {
	const files = /* @__PURE__ */ new Map();
	const look = () => {
		for (const name of readdirSync(folder, {
			recursive: true,
			encoding: "utf8"
		})) {
			const path = join(folder, name);
			if (!statSync(path).isFile()) continue;
			const file = files.get(path) ?? {
				at: 0,
				rest: "",
				decoder: new StringDecoder("utf8")
			};
			files.set(path, file);
			const added = readFrom(path, file.at);
			file.at += added.length;
			const lines = (file.rest + file.decoder.write(added)).split("\n");
			file.rest = lines.pop() ?? "";
			for (const line of lines) onLine(line);
		}
	};
	const clock = setInterval(look, EVERY_MS);
	return () => {
		clearInterval(clock);
		look();
	};
}
function readFrom(path, at) {
	const size = statSync(path).size - at;
	if (size <= 0) return Buffer.alloc(0);
	const file = openSync(path, "r");
	try {
		const buffer = Buffer.alloc(size);
		return buffer.subarray(0, readSync(file, buffer, 0, size, at));
	} finally {
		closeSync(file);
	}
}
var EVERY_MS;
var init_follow = __esmMin((() => {
	init__node_fs();
	init__node_path();
	init__node_string_decoder();
	EVERY_MS = 100;
}));
// generators/preview/stage.ts
/** Opens a stage, and leaves nothing of it however `act` ends. The log that was held back is shown if it throws. */
async function onStage(app, log, io, act) {
	const place = throwaway(app, makeFolder(app, io.env));
	const family = openFamily(place.root);
	const onLine = (program, line) => log.line(program, place.outside(line));
	let stopFollowing = () => {};
	try {
		mkdirSync(place.logs, { recursive: true });
		stopFollowing = follow(place.logs, (line) => onLine("nginx", line));
		return await act({
			throwaway: place,
			family,
			onLine
		});
	} catch (error) {
		await new Promise((done) => setTimeout(done, 50));
		stopFollowing();
		if (!(error instanceof Interrupted)) log.flush();
		throw error;
	} finally {
		stopFollowing();
		await family.close();
	}
}
/** A socket's path has room for 107 characters (macOS: 103), and in a config a folder's name must be an ordinary word. */
function makeFolder(app, env) {
	const fits = (base) => /^[\w./-]+$/.test(base) && `${base}/preview-XXXXXX/run/${app.name}/preview.sock`.length <= 103;
	const base = [env.TMPDIR, tmpdir()].flatMap((folder) => folder ? [realpathSync(folder)] : []).find(fits) ?? "/tmp";
	return mkdtempSync(join(base, "preview-"));
}
var init_stage = __esmMin((() => {
	init__node_fs();
	init__node_os();
	init__node_path();
	init_errors$1();
	init_family();
	init_follow();
	init_throwaway();
}));
// \0node:crypto
var builtin$13, createHash;
var init__node_crypto = __esmMin((() => {
	builtin$13 = /* @__PURE__ */ process.getBuiltinModule("node:crypto");
	createHash = /* @__PURE__ */ (() => builtin$13.createHash)();
}));
// generators/preview/python.ts
/**
* The names under which a fitting Python may be found, best first: the very version the app is made for, which its
* locked packages surely have wheels for, then what the machine calls Python, then newer ones.
*/
function candidates(oldest) {
	const minor = Number(oldest.split(".")[1]);
	const newer = Array.from({ length: Math.max(0, newest - minor) }, (_, i) => `python3.${minor + 1 + i}`);
	return [
		`python${oldest}`,
		"python3",
		"python",
		...newer
	];
}
/** Whether a version, as "3.11.7", is at least another, as "3.11". */
function isAtLeast(version, oldest) {
	const [major = 0, minor = 0] = version.split(".").map(Number);
	const [wantedMajor = 3, wantedMinor = 0] = oldest.split(".").map(Number);
	return major > wantedMajor || major === wantedMajor && minor >= wantedMinor;
}
/** The version of a Python; undefined when it is none, or does not run. */
async function pythonVersion(path, run) {
	const gone = () => ({
		code: 1,
		signal: null,
		stdout: "",
		stderr: "",
		timedOut: false
	});
	const { code, stdout } = await run([
		path,
		"-c",
		probe
	], { timeoutMs: 1e4 }).catch(gone);
	const version = stdout.trim();
	return code === 0 && /^\d+\.\d+\.\d+$/.test(version) ? version : void 0;
}
/**
* The first Python that is new enough.
*
* @throws Failure that says which were found, when none is.
*/
async function findPython(oldest, { run, env }) {
	const old = [];
	for (const name of candidates(oldest)) {
		const path = findProgram(name, env);
		const version = path && await pythonVersion(path, run);
		if (!version) continue;
		if (isAtLeast(version, oldest)) return {
			path,
			version
		};
		old.push(`${name} is ${version}`);
	}
	const uv = findProgram("uv", env);
	if (uv) {
		const { code, stdout } = await run([
			uv,
			"python",
			"find",
			"--no-python-downloads",
			`>=${oldest}`
		]);
		const version = code === 0 ? await pythonVersion(stdout.trim(), run) : void 0;
		if (version) return {
			path: stdout.trim(),
			version
		};
	}
	const found = old.length > 0 ? ` (${old.join(", ")}, which is too old)` : "";
	const next = uv ? `uv python install ${oldest}` : `install Python ${oldest} (Debian, Ubuntu: python3 python3-venv)`;
	throw new Failure(`the app needs Python ${oldest} or newer, and there is none on PATH${found}: ${next}`);
}
var newest, probe;
var init_python = __esmMin((() => {
	init_errors$1();
	init_find();
	newest = 15;
	probe = "import sys; print('.'.join(map(str, sys.version_info[:3])))";
}));
// generators/preview/venv.ts
/** Looks, without changing anything. A venv whose Python is gone or too old counts as absent. */
async function venvState(repository, oldest, io) {
	const version = await pythonVersion(join(repository, ".venv/bin/python"), io.run);
	if (!version || !isAtLeast(version, oldest)) return "absent";
	const stamp = join(repository, ".venv", stampFile);
	return existsSync(stamp) && readFileSync(stamp, "utf8") === stampOf(repository) ? "ready" : "stale";
}
/**
* Makes `.venv` hold what requirements.txt locks, with uv where there is one. One that was made here and could not be
* filled is removed again.
*
* @throws Failure that names the cause: no Python, no network, a package that does not build.
*/
async function prepareVenv(repository, oldest, io, say) {
	if (!existsSync(join(repository, requirementsFile))) throw new Failure(`${requirementsFile} is missing in ${repository}: it names the packages that the app needs`);
	const state = await venvState(repository, oldest, io);
	if (state === "ready") return;
	const venv = join(repository, ".venv");
	const uv = findProgram("uv", io.env);
	const options = {
		cwd: repository,
		env: childEnvironment(io.env),
		signal: io.signal
	};
	try {
		if (state === "absent") {
			const python = await findPython(oldest, io);
			say(`making .venv with Python ${python.version}`);
			rmSync(venv, {
				recursive: true,
				force: true
			});
			const argv = uv ? [
				uv,
				"venv",
				"-q",
				"--python",
				python.path,
				".venv"
			] : [
				python.path,
				"-m",
				"venv",
				".venv"
			];
			const made = await io.run(argv, options);
			io.signal.throwIfAborted();
			if (made.code !== 0) throw new Failure(venvProblem(made, python.version));
		}
		say(`installing ${requirementsFile} ${uv ? "with uv" : "with pip"}`);
		const argv = uv ? [
			uv,
			"pip",
			"install",
			"-q",
			"--python",
			join(venv, "bin/python"),
			"-r",
			requirementsFile
		] : [
			join(venv, "bin/python"),
			"-m",
			"pip",
			"install",
			"-q",
			"--retries",
			"1",
			"--disable-pip-version-check",
			"-r",
			requirementsFile
		];
		const installed = await io.run(argv, options);
		io.signal.throwIfAborted();
		if (installed.code !== 0) throw new Failure(installProblem(installed));
	} catch (error) {
		if (state === "absent") rmSync(venv, {
			recursive: true,
			force: true
		});
		throw error;
	}
	writeFileSync(join(venv, stampFile), stampOf(repository));
}
function venvProblem({ stdout, stderr }, version) {
	const said = stderr + stdout;
	const next = /ensurepip|python3?[\d.]*-venv/.test(said) ? "install Python's venv (Debian, Ubuntu: apt install python3-venv), or uv" : "see what Python says above";
	return `.venv could not be made with Python ${version}:\n${lastLines(said)}\nNext: ${next}`;
}
/** An index that cannot be reached is what pip tells in the most words and the least clearly. */
function installProblem({ stdout, stderr }) {
	const said = `${stdout}\n${stderr}`;
	if (unreachable.test(said)) return `the packages of ${requirementsFile} could not be fetched, as the package index cannot be reached:\n${lastLines(said)}\nNext: connect to the network, or name an index that can be reached (PIP_INDEX_URL, UV_INDEX_URL), and run it again`;
	return `the packages of ${requirementsFile} could not be installed:\n${lastLines(said)}\nNext: see to the package that is named, and run it again`;
}
var requirementsFile, stampFile, stampOf, lastLines, unreachable, foreign, childEnvironment;
var init_venv = __esmMin((() => {
	init__node_crypto();
	init__node_fs();
	init__node_path();
	init_errors$1();
	init_find();
	init_python();
	requirementsFile = "requirements.txt";
	stampFile = ".flask-deploy";
	stampOf = (repository) => createHash("sha256").update(readFileSync(join(repository, requirementsFile))).digest("hex");
	lastLines = (text) => text.split("\n").filter((line) => line.trim() !== "").slice(-5).map((line) => `  ${line}`).join("\n");
	unreachable = /connection (?:broken|refused|error|reset|aborted)|failed to establish|name resolution|name or service not known|nodename nor servname|dns error|network is unreachable|timed out|error sending request|could not connect|failed to fetch|proxyerror/i;
	foreign = /^(NOTIFY_SOCKET|LISTEN_(PID|FDS|FDNAMES)|RELEASE|PYTHONHOME)$/;
	childEnvironment = (env) => Object.fromEntries(Object.entries(env).filter((pair) => pair[1] !== void 0 && !foreign.test(pair[0])));
}));
// generators/preview/command.ts
var command_exports = /* @__PURE__ */ __exportAll({ previewCommand: () => previewCommand });
async function openBrowser(url, io) {
	const opener = findProgram("xdg-open", io.env) ?? findProgram("open", io.env);
	if ((opener ? await io.run([opener, url], { timeoutMs: 1e4 }) : void 0)?.code !== 0) io.stderr.write(`no browser could be opened: go to ${url}\n`);
}
var spec, previewCommand, aborted;
var init_command = __esmMin((() => {
	init__node_fs();
	init__node_path();
	init_command$1();
	init_errors$1();
	init_check();
	init_find();
	init_nginx_copy();
	init_output();
	init_plan$1();
	init_ports();
	init_repository();
	init_serve();
	init_stage();
	init_throwaway();
	init_venv();
	spec = {
		name: "preview",
		summary: "Runs the app here with its own app server and nginx configuration, until Ctrl-C.",
		flags: [
			{
				name: "check",
				kind: "boolean",
				help: "ask for / and a static file, say what came, and leave"
			},
			{
				name: "port",
				kind: "integer",
				range: [1, 65535],
				help: "port of the site; a free one without it"
			},
			{
				name: "nginx",
				kind: "boolean",
				negatable: true,
				help: "use nginx; without the flag, where it is installed"
			},
			{
				name: "watch",
				kind: "boolean",
				help: "restart the workers when a Python file changes"
			},
			{
				name: "open",
				kind: "boolean",
				help: "open the site in the browser"
			},
			{
				name: "dry-run",
				kind: "boolean",
				help: "show what would run, and run nothing"
			},
			{
				name: "json",
				kind: "boolean",
				help: "tell the result as JSON on stdout"
			}
		],
		examples: [["create-flask-deploy preview", "serves the app on a free port and shows its logs"], ["create-flask-deploy preview --check", "tells by its exit code whether the site answers as it should"]]
	};
	previewCommand = command(spec, async ({ values }, io) => {
		const started = Date.now();
		const installed = values.nginx === false ? void 0 : await findNginx(io.run, io.env);
		if (values.nginx && !installed) throw new Failure("nginx is not installed: apt install nginx-light, or leave out --nginx");
		const repository = readRepository(io.cwd, installed !== void 0);
		const { app, texts } = repository;
		const nginx = texts.nginx === void 0 ? void 0 : installed;
		if (values.port !== void 0) await assertFree(values.port);
		const say = (text) => io.stderr.write(`${text}\n`);
		const appPorts = app.socket === "tcp" ? Array.from({ length: app.upstream }, (_, i) => app.port + i) : [];
		const needs = nginx && nginxNeeds(texts.nginx, app.name, appPorts);
		if (needs && !needs.passes) say("deploy/nginx.conf passes no request to the app's socket: the app itself is not seen through it");
		const [first = 0, ...others] = await freePorts(1 + (needs ? needs.listens.length + needs.upstreams.length : 0));
		const given = {
			app,
			texts,
			repository: io.cwd,
			env: repository.env,
			nginx,
			needs,
			watch: values.watch === true
		};
		const ports = [values.port ?? first, ...others];
		const root = process.getuid?.() === 0;
		if (values["dry-run"]) {
			const plan = planPreview({
				...given,
				ports,
				root,
				throwaway: throwaway(app, "/tmp/fd-preview")
			});
			const venv = await venvState(io.cwd, app.python, io);
			const text = (path) => readFileSync(join(io.cwd, path), "utf8");
			const inWords = () => describePlan(plan, { text }, venv);
			io.stdout.write(values.json ? `${JSON.stringify({
				ok: true,
				dryRun: true,
				venv,
				...plan
			}, null, 2)}\n` : inWords());
			return 0;
		}
		await prepareVenv(io.cwd, app.python, io, say);
		const log = openLog(io, values.check === true);
		return onStage(app, log, io, async (stage) => {
			const plan = planPreview({
				...given,
				ports,
				root,
				throwaway: stage.throwaway
			});
			for (const note of plan.notes) say(note);
			await bringUp(plan, stage, {
				cwd: io.cwd,
				env: childEnvironment(io.env),
				signal: io.signal
			});
			const told = {
				url: plan.url,
				server: app.server,
				nginx: nginx?.version ?? null
			};
			if (values.check) {
				const checks = await checkSite(plan.url, app, repository.staticFile);
				const ok = checks.every(({ problem }) => problem === void 0);
				const seconds = (Date.now() - started) / 1e3;
				if (!ok) log.flush();
				io.stdout.write(values.json ? `${JSON.stringify({
					ok,
					...told,
					checks,
					seconds
				}, null, 2)}\n` : describeChecks(checks, io));
				return ok ? 0 : 1;
			}
			io.stdout.write(values.json ? `${JSON.stringify({
				ok: true,
				...told
			})}\n` : `Serving ${plan.url} (Ctrl-C stops)\n`);
			if (values.open) await openBrowser(plan.url, io);
			const ended = await Promise.race([stage.family.firstExit, aborted(io.signal)]);
			throw ended instanceof Interrupted ? ended : new Failure(exitProblem(ended));
		});
	});
	aborted = (signal) => new Promise((resolve) => {
		const tell = () => resolve(signal.reason instanceof Interrupted ? signal.reason : new Interrupted());
		if (signal.aborted) tell();
		signal.addEventListener("abort", tell, { once: true });
	});
}));
// action/deploy/fault.ts
var Fault;
var init_fault = __esmMin((() => {
	Fault = class extends Error {
		name = "Fault";
		kind;
		step;
		/** What to do about it. */
		next;
		constructor(kind, step, message, next = "") {
			super(message);
			this.kind = kind;
			this.step = step;
			this.next = next;
		}
	};
}));
// action/deploy/files.ts
/** Lists what a release consists of: what git tracks, as it is in the working tree. */
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
		throw new Fault("infrastructure", "files", `git could not list the files of ${root}: ${error.message}`);
	});
	if (tracked === void 0) return withoutGit(options);
	const changed = new Set((await git("diff-files", "--name-only", "--relative")).map(unquote));
	const files = /* @__PURE__ */ new Map();
	for (const line of tracked) {
		const [, mode = "", sha = "", name = ""] = /^(\d+) ([0-9a-f]+) \d\t(.*)$/.exec(line) ?? [];
		const path = unquote(name);
		const there = lstat$1(root, path);
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
			const there = lstat$1(root, path);
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
/** Names a set of files and a lock: equal fingerprints are equal releases. */
function fingerprint(files, lock) {
	return createHash("sha256").update(JSON.stringify([files, lock])).digest("hex").slice(0, 40);
}
/** A path as git prints it with `core.quotePath`: ASCII with C escapes, which no newline or odd byte survives unseen. */
function unquote(name) {
	if (!name.startsWith("\"")) return name;
	return name.slice(1, -1).replace(/\\([0-7]{3}|.)/g, (_, what) => what.length === 3 ? String.fromCharCode(Number.parseInt(what, 8)) : escapes[what] ?? what);
}
function lstat$1(root, path) {
	const there = lstatSync(onDisk(root, path), { throwIfNoEntry: false });
	return there?.isDirectory() ? void 0 : there;
}
async function entryOf(root, path, there) {
	const hash = createHash("sha256");
	if (there.isSymbolicLink()) {
		const target = readlinkSync(onDisk(root, path), { encoding: "buffer" });
		return [
			path,
			"120000",
			hash.update(target).digest("hex").slice(0, 24),
			target.length
		];
	}
	if (!there.isFile()) {
		const shown = Buffer.from(path, "latin1").toString();
		throw new Fault("usage", "files", `${shown} is neither a file nor a link`, "Take it out of `include:`.");
	}
	for await (const chunk of createReadStream(onDisk(root, path))) hash.update(chunk);
	return [
		path,
		there.mode & 64 ? "100755" : "100644",
		hash.digest("hex").slice(0, 24),
		there.size
	];
}
/** A folder that is no repository: everything in it but what belongs to this machine alone. */
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
var onDisk, escapes;
var init_files = __esmMin((() => {
	init__node_crypto();
	init__node_fs();
	init__node_path();
	init_fault();
	onDisk = (root, path) => Buffer.concat([
		Buffer.from(root),
		Buffer.from("/"),
		Buffer.from(path, "latin1")
	]);
	escapes = {
		a: "\x07",
		b: "\b",
		t: "	",
		n: "\n",
		v: "\v",
		f: "\f",
		r: "\r"
	};
}));
// action/deploy/lock.ts
/** Finds the lock of a repository: `uv.lock` beside `pyproject.toml`, else `requirements.txt`. */
async function readLock(root, run, env) {
	if (existsSync(join(root, "uv.lock")) && existsSync(join(root, "pyproject.toml"))) {
		const done = await run([
			...[
				"uv",
				"export",
				"--frozen",
				"--no-dev",
				"--no-emit-project",
				"--no-header",
				"--format",
				"requirements-txt"
			],
			"--directory",
			root
		], {
			env,
			timeoutMs: 6e4
		}).catch((error) => {
			throw new Fault("usage", "check", `uv.lock is read by uv, which could not be started: ${error.message}`, "Install uv (on GitHub: astral-sh/setup-uv), or commit a requirements.txt exported by uv.");
		});
		if (done.code !== 0) {
			const said = done.stderr.trim().split("\n").slice(-6).join("\n");
			throw new Fault("usage", "check", `uv could not export uv.lock: ${said}`, "Run `uv lock` and commit the result.");
		}
		return lockOf("uv.lock", plain(done.stdout));
	}
	if (!existsSync(join(root, "requirements.txt"))) return void 0;
	return lockOf("requirements.txt", flatten(root, "requirements.txt", []));
}
function lockOf(from, text) {
	const lines = text.split("\n").filter((line) => line && !line.startsWith("-"));
	const every = (pattern) => lines.every((line) => pattern.test(line));
	return {
		from,
		text,
		kind: every(/ --hash=/) ? "hashed" : every(/^[^;]*===?[^*]*(;|$)/) ? "pinned" : "loose"
	};
}
/** Without comments, with continued lines joined: one requirement a line. */
function plain(text) {
	return text.replace(/\\\r?\n/g, " ").split(/\r?\n/).map((line) => line.replace(/(^|\s)#.*$/, "").replace(/\s+/g, " ").trim()).filter(Boolean).join("\n");
}
/** With the files that `-r` and `-c` name put in their place, so that a change in one of them counts. */
function flatten(root, file, above) {
	if (above.includes(file)) throw new Fault("usage", "check", `${file} includes itself`);
	let text;
	try {
		text = readFileSync(join(root, file), "utf8");
	} catch {
		throw new Fault("usage", "check", `${above.at(-1)} includes ${file}, which cannot be read`);
	}
	return plain(text).split("\n").map((line) => {
		const [, next] = /^(?:-r|--requirement)[ =]?(.+)$/.exec(line) ?? [];
		return next ? flatten(root, join(file, "..", next), [...above, file]) : line;
	}).join("\n");
}
var init_lock = __esmMin((() => {
	init__node_fs();
	init__node_path();
	init_fault();
}));
// action/deploy/outside.ts
/** Asks the public URL as a visitor would. A redirect to https passes, as on the server. */
async function askOutside(ask, url, want) {
	const where = new URL(want.path, url).href;
	const bad = (kind, why, next) => ({
		keep: false,
		kind,
		message: `from outside, ${where}: ${why}`,
		next
	});
	try {
		const answer = await ask(where, {
			redirect: "manual",
			signal: AbortSignal.timeout(want.timeout * 1e3)
		});
		const body = await answer.text();
		const location = answer.headers.get("location") ?? "";
		if (answer.status >= 301 && answer.status <= 308 && location.startsWith("https://")) return { keep: true };
		if (answer.status !== want.status) return bad("app", `answered ${answer.status} instead of ${want.status}`, "The server itself answered well: look at what stands between (another site, a proxy, a firewall).");
		if (want.contains && !body.includes(want.contains)) return bad("app", `answered without the text ${JSON.stringify(want.contains)}`, "Is this URL the same site?");
		return { keep: true };
	} catch (error) {
		return bad("infrastructure", reasonOf(error, want.timeout), "The server itself answered well: check `url`, DNS and certificate.");
	}
}
function reasonOf(error, seconds) {
	const { name, message, cause } = error;
	if (name === "TimeoutError") return `it does not answer within ${seconds} s`;
	const code = cause?.code ?? "";
	if (/CERT|TLS|SSL|SELF_SIGNED|UNABLE_TO/.test(code)) return `its certificate is not accepted (TLS: ${cause?.message})`;
	return reasons[code] ?? cause?.message ?? message;
}
var reasons;
var init_outside = __esmMin((() => {
	reasons = {
		ENOTFOUND: "its name does not resolve (DNS)",
		EAI_AGAIN: "its name does not resolve (DNS)",
		ECONNREFUSED: "the connection is refused",
		ECONNRESET: "the connection is reset",
		EHOSTUNREACH: "there is no route to it",
		ENETUNREACH: "there is no route to it",
		ETIMEDOUT: "it does not answer in time",
		UND_ERR_CONNECT_TIMEOUT: "it does not answer in time",
		UND_ERR_SOCKET: "the connection breaks off"
	};
}));
// action/deploy/plan.ts
function driverSettings(app, nginxConfig) {
	const { deploy } = app;
	const { release, beforeSwitch, afterSwitch } = deploy.hooks;
	return {
		protocol: app.server === "uwsgi" ? "uwsgi" : "http",
		site: {
			host: app.domain === "_" ? "localhost" : app.domain,
			port: listenPort(nginxConfig)
		},
		health: app.layout === "wsgi" && deploy.health === "/healthz" ? "" : deploy.health,
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
		shared: deploy.shared,
		prober: deploy.prober,
		outside: Boolean(deploy.url)
	};
}
/** The first plain-HTTP port that the site listens on. */
function listenPort(nginxConfig) {
	for (const [, address = "", more = ""] of nginxConfig.matchAll(/^\s*listen\s+(?:\S*:(?=\d+))?(\d+)([^;]*);/gm)) if (!/\bssl\b|\bquic\b/.test(more)) return Number(address);
	return 80;
}
/** The site's nginx file of a repository; "" when it has none. */
function readNginx(root) {
	const path = join(root, "deploy/nginx.conf");
	return existsSync(path) ? readFileSync(path, "utf8") : "";
}
/** `.env` as systemd reads it: every value in double quotes, with `\`, `"`, `` ` `` and `$` escaped. */
function envFile(env) {
	return Object.entries(env).map(([name, value]) => `${name}="${value.replace(/[\\"$`]/g, "\\$&")}"\n`).join("");
}
var init_plan = __esmMin((() => {
	init__node_fs();
	init__node_path();
}));
// action/deploy/cause.ts
/** The last traceback in a journal; "" when there is none. Both servers write it line by line among other lines. */
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
/** The cause as the target tells it, with the traceback picked out of the journal. */
function causeOf(outcome) {
	if (!outcome.cause) return void 0;
	return {
		...outcome.cause,
		traceback: tracebackIn(outcome.cause.journal)
	};
}
/** What went wrong on this side, as a cause. */
function causeOfError(error, step, isCancelled) {
	const rest = {
		traceback: "",
		journal: [],
		unit: ""
	};
	if (isCancelled) return {
		kind: "cancelled",
		step,
		message: "this run was told to stop",
		next: "What was not switched is undone.",
		...rest
	};
	if (error instanceof Fault) return {
		kind: error.kind,
		step: error.step,
		message: error.message,
		next: error.next,
		...rest
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
var init_cause = __esmMin((() => {
	init_fault();
}));
// action/deploy/result.ts
var Report;
var init_result = __esmMin((() => {
	init_cause();
	Report = class {
		commit = "";
		cost = {
			roundTrips: 0,
			bytesSent: 0
		};
		#effects;
		#url;
		#began;
		#steps = [];
		#warnings = [];
		/** Where steps began that have not ended; the server's lie within this side's. */
		#open = /* @__PURE__ */ new Map();
		#current = "check";
		#inventory;
		constructor(effects, url = "") {
			this.#effects = effects;
			this.#url = url;
			this.#began = effects.now();
		}
		/** Runs a step of this side; the second of what it gives is the step's detail. */
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
			this.warn(text);
		}
		warn(text) {
			this.#warnings.push(text);
			this.#effects.log.warning(text);
		}
		saw(inventory) {
			this.#inventory = inventory;
		}
		/** The outcome of a run that only looked. */
		planned(inventory) {
			const { added, changed, removed } = inventory.changed;
			this.line(`would send ${inventory.missing.length} files (${added} new, ${changed} changed, ${removed} gone)`);
			if (!inventory.venv) this.line(`would build a virtual environment for Python ${inventory.python.version}`);
			return {
				t: "outcome",
				status: "unchanged",
				release: inventory.previous,
				previous: inventory.previous,
				prober: {
					sent: 0,
					failed: 0,
					stallMs: 0
				},
				cause: null
			};
		}
		async conclude(act) {
			let outcome;
			let cause;
			try {
				outcome = await act();
				cause = causeOf(outcome);
			} catch (error) {
				cause = causeOfError(error, this.#current, this.#effects.signal?.aborted ?? false);
			}
			const previous = outcome?.previous || this.#inventory?.previous || "";
			return {
				status: outcome?.status ?? "failed",
				release: outcome?.release ?? "",
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
}));
// \0node:stream
var builtin$12, PassThrough$1;
var init__node_stream = __esmMin((() => {
	builtin$12 = /* @__PURE__ */ process.getBuiltinModule("node:stream");
	PassThrough$1 = /* @__PURE__ */ (() => builtin$12.PassThrough)();
}));
// \0node:zlib
var builtin$11, deflateSync;
var init__node_zlib = __esmMin((() => {
	builtin$11 = /* @__PURE__ */ process.getBuiltinModule("node:zlib");
	deflateSync = /* @__PURE__ */ (() => builtin$11.deflateSync)();
}));
// action/deploy/driver.ts
/** The driver as the first bytes of stdin, and the command that reads exactly those and runs them. */
function packDriver() {
	const bytes = deflateSync(JSON.stringify(modules));
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
var modules;
var init_driver = __esmMin((() => {
	init__node_zlib();
	init_quote();
	modules = [
		["wire", "\"\"\"What comes from the deployer and goes to it: bytes in on stdin, one JSON event a line on stdout.\n\nA deployer that is killed closes stdin; one whose network is cut just falls silent, so it sends a beat every\nsecond and SILENCE without one counts as gone. Either way the main thread hears of it at its next wait.\n\"\"\"\nimport collections\nimport json\nimport os\nimport select\nimport signal\nimport subprocess\nimport threading\nimport time\n\nSILENCE = 15.0\nROOM = 8 << 20  # bytes read ahead of whoever consumes them\n\n\nclass Cancelled(Exception):\n    pass\n\n\nclass Failed(Exception):\n    \"\"\"A step failed for a reason that a person can act on.\"\"\"\n\n    def __init__(self, kind, message, next=\"\"):\n        Exception.__init__(self, message)\n        self.kind, self.message, self.next = kind, message, next\n\n\nclass Wire:\n    def __init__(self):\n        self.chunks, self.held = collections.deque(), 0\n        self.ready = threading.Condition()\n        self.rest = b\"\"\n        self.gone = \"\"  # why, once it is\n        self.shielded = False  # True while stopping half-way would be worse than going on\n        self.wake_r, self.wake_w = os.pipe()\n        self.mute = threading.Lock()\n        for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):\n            signal.signal(number, lambda n, _: self.end(\"signal %d\" % n))\n        threading.Thread(target=self._read, daemon=True).start()\n\n    def _read(self):\n        while True:\n            try:\n                heard = select.select([0], [], [], SILENCE)[0]\n                chunk = os.read(0, 1 << 18) if heard else None\n            except OSError:\n                chunk = b\"\"\n            if not chunk:\n                return self.end(\"the deployer closed the connection\" if chunk == b\"\" else \"the deployer fell silent\")\n            with self.ready:\n                while self.held > ROOM:\n                    self.ready.wait()\n                self.chunks.append(chunk)\n                self.held += len(chunk)\n                self.ready.notify_all()\n\n    def end(self, why):\n        self.gone = self.gone or why\n        os.write(self.wake_w, b\"x\")\n\n    def check(self):\n        if self.gone and not self.shielded:\n            raise Cancelled(self.gone)\n\n    def sleep(self, seconds):\n        if self.shielded or not seconds:\n            return time.sleep(seconds)\n        select.select([self.wake_r], [], [], seconds)\n        self.check()\n\n    def _next(self, deadline):\n        \"\"\"One chunk, whoever else may have put some back.\"\"\"\n        while True:\n            with self.ready:\n                if self.chunks:\n                    chunk = self.chunks.popleft()\n                    self.held -= len(chunk)\n                    self.ready.notify_all()\n                    return chunk\n                if self.gone:\n                    raise Cancelled(self.gone)\n                self.ready.wait(0.2)\n            if time.monotonic() > deadline:\n                raise Cancelled(\"the deployer did not answer in time\")\n\n    def message(self, timeout):\n        \"\"\"The next message; beats are not messages.\"\"\"\n        deadline = time.monotonic() + timeout\n        while True:\n            line, found, rest = self.rest.partition(b\"\\n\")\n            if not found:\n                parts = [self.rest]\n                while b\"\\n\" not in parts[-1]:\n                    parts.append(self._next(deadline))\n                self.rest = b\"\".join(parts)\n                continue\n            self.rest = rest\n            if line:\n                return json.loads(line)\n\n    def exact(self, size):\n        \"\"\"Yields exactly `size` bytes in pieces.\"\"\"\n        deadline = time.monotonic() + 3600\n        while size:\n            chunk = self.rest or self._next(deadline)\n            self.rest = chunk[size:]\n            chunk = chunk[:size]\n            size -= len(chunk)\n            yield chunk\n\n    def say(self, kind, **data):\n        data[\"t\"] = kind\n        line = (json.dumps(data) + \"\\n\").encode()\n        with self.mute:\n            while line:\n                try:\n                    line = line[os.write(1, line):]\n                except OSError:  # nobody listens any more; stdin tells the same\n                    return\n\n    def run(self, argv, stdin=b\"\", timeout=60, cwd=None, env=None, each=None):\n        \"\"\"Exit code (None: out of time) and what was said. A cancelled run leaves the process to the undo.\"\"\"\n        source = subprocess.DEVNULL\n        if stdin:\n            source = os.memfd_create(\"stdin\")  # a secret on stdin touches no disk\n            os.write(source, stdin)\n            os.lseek(source, 0, 0)\n        # A session of its own, so that a hook's children end with it.\n        child = subprocess.Popen(argv, stdin=source, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, cwd=cwd,\n                                 env=env, start_new_session=True)\n        if stdin:\n            os.close(source)\n        said, deadline, rest = [], time.monotonic() + timeout, b\"\"\n        try:\n            while True:\n                left = deadline - time.monotonic()\n                wanted = [child.stdout] if self.shielded else [child.stdout, self.wake_r]\n                heard = select.select(wanted, [], [], max(0, left))[0]\n                self.check()\n                if left <= 0:\n                    end_group(child)\n                    return None, b\"\".join(said).decode(\"utf-8\", \"replace\")\n                if child.stdout in heard:\n                    chunk = os.read(child.stdout.fileno(), 65536)\n                    if not chunk:\n                        return child.wait(), b\"\".join(said).decode(\"utf-8\", \"replace\")\n                    said.append(chunk)\n                    if each:\n                        *lines, rest = (rest + chunk).split(b\"\\n\")\n                        for line in lines:\n                            each(line.decode(\"utf-8\", \"replace\"))\n        except Cancelled:\n            end_group(child)\n            raise\n        finally:\n            child.stdout.close()\n\n\ndef end_group(child):\n    for number in (signal.SIGTERM, signal.SIGKILL):\n        try:\n            os.killpg(child.pid, number)\n        except OSError:  # gone already, or root's: the helper's own undo ends it\n            return\n        for _ in range(50):\n            if child.poll() is not None:\n                break\n            time.sleep(0.02)\n"],
		["ask", "\"\"\"One request to an app or a site, over the uwsgi protocol or HTTP, and whether its answer will do.\"\"\"\nimport socket\nimport struct\n\n\nclass Answer:\n    def __init__(self, status=0, headers=None, body=b\"\", error=\"\"):\n        self.status, self.headers, self.body, self.error = status, headers or {}, body, error\n\n\ndef connect(address, timeout):\n    if isinstance(address, str):\n        channel = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)\n    else:\n        channel = socket.socket(socket.AF_INET, socket.SOCK_STREAM)\n        address = tuple(address)\n    channel.settimeout(timeout)\n    channel.connect(address)\n    return channel\n\n\ndef uwsgi_request(path, host):\n    path, _, query = path.partition(\"?\")\n    names = {\"REQUEST_METHOD\": \"GET\", \"REQUEST_URI\": path + (\"?\" + query if query else \"\"), \"PATH_INFO\": path,\n             \"QUERY_STRING\": query, \"SERVER_PROTOCOL\": \"HTTP/1.1\", \"HTTP_HOST\": host, \"SERVER_NAME\": host,\n             \"SERVER_PORT\": \"80\", \"REMOTE_ADDR\": \"127.0.0.1\", \"CONTENT_TYPE\": \"\", \"CONTENT_LENGTH\": \"\",\n             \"HTTP_USER_AGENT\": \"flask-deploy\", \"REQUEST_SCHEME\": \"http\"}\n    body = b\"\"\n    for name, value in names.items():\n        name, value = name.encode(), value.encode()\n        body += struct.pack(\"<H\", len(name)) + name + struct.pack(\"<H\", len(value)) + value\n    return struct.pack(\"<BHB\", 0, len(body), 0) + body\n\n\ndef http_request(path, host):\n    return (\"GET %s HTTP/1.1\\r\\nHost: %s\\r\\nUser-Agent: flask-deploy\\r\\nConnection: close\\r\\n\\r\\n\" % (path, host)).encode()\n\n\ndef parse(raw):\n    head, _, body = raw.partition(b\"\\r\\n\\r\\n\")\n    lines = head.decode(\"latin-1\").split(\"\\r\\n\")\n    words = lines[0].split(None, 2)\n    if len(words) < 2 or not words[0].startswith(\"HTTP/\") or not words[1].isdigit():\n        return Answer(error=\"broke off without an answer\" if not raw else \"answered something that is not HTTP\")\n    headers = {}\n    for line in lines[1:]:\n        name, _, value = line.partition(\":\")\n        headers[name.strip().lower()] = value.strip()\n    if \"chunked\" in headers.get(\"transfer-encoding\", \"\"):\n        body = unchunk(body)\n    return Answer(int(words[1]), headers, body)\n\n\ndef unchunk(body):\n    out = b\"\"\n    while True:\n        size, _, rest = body.partition(b\"\\r\\n\")\n        try:\n            size = int(size.split(b\";\")[0], 16)\n        except ValueError:\n            return out\n        if not size:\n            return out\n        out, body = out + rest[:size], rest[size + 2:]\n\n\ndef ask(address, protocol, path, host, timeout):\n    \"\"\"Never raises: what went wrong is the answer's `error`.\"\"\"\n    request = uwsgi_request(path, host) if protocol == \"uwsgi\" else http_request(path, host)\n    channel = None\n    try:\n        channel = connect(address, timeout)\n        channel.sendall(request)\n        raw, size = [], 0\n        while size < 1 << 20:\n            chunk = channel.recv(65536)\n            if not chunk:\n                break\n            raw.append(chunk)\n            size += len(chunk)\n        return parse(b\"\".join(raw))\n    except socket.timeout:\n        return Answer(error=\"no answer within %g s\" % timeout)\n    except ConnectionRefusedError:\n        return Answer(error=\"connection refused\")\n    except FileNotFoundError:\n        return Answer(error=\"there is no socket yet\")\n    except OSError as error:\n        return Answer(error=error.strerror or str(error))\n    finally:\n        if channel:\n            channel.close()\n\n\ndef problem(answer, want):\n    \"\"\"Why an answer will not do; \"\" when it will. `want`: status (0: any 2xx or 3xx) and contains.\"\"\"\n    if answer.error:\n        return answer.error\n    # A site that sends everyone to https is up; where its certificate is, is not this release's matter.\n    if answer.status in (301, 302, 307, 308) and answer.headers.get(\"location\", \"\").startswith(\"https://\"):\n        return \"\"\n    if want.get(\"status\"):\n        if answer.status != want[\"status\"]:\n            return \"answered %d instead of %d\" % (answer.status, want[\"status\"])\n    elif not 200 <= answer.status < 400:\n        return \"answered %d\" % answer.status\n    text = want.get(\"contains\") or \"\"\n    if text and text.encode() not in answer.body:\n        return \"answered %d without the text %r\" % (answer.status, text)\n    return \"\"\n"],
		["prober", "\"\"\"Asks for one path through nginx at a fixed rate while the switch happens, whatever earlier requests do.\"\"\"\nimport selectors\nimport socket\nimport threading\nimport time\n\nfrom ask import http_request\n\nPATIENCE = 10.0\n\n\nclass Prober(threading.Thread):\n    def __init__(self, address, path, host, rate):\n        threading.Thread.__init__(self, daemon=True)\n        self.address, self.request, self.gap = tuple(address), http_request(path, host), 1.0 / max(1, rate)\n        self.stopping = threading.Event()\n        self.sent = self.failed = 0\n        self.longest = 0.0\n        self.first_failure = \"\"\n        self.broken_before = False  # the old release failed already: then its failures prove nothing\n\n    def run(self):\n        waiting = selectors.DefaultSelector()\n        due, open_now = time.monotonic(), 0\n        while not self.stopping.is_set() or open_now:\n            now = time.monotonic()\n            if now >= due and not self.stopping.is_set():\n                due = max(due + self.gap, now)\n                self.sent += 1\n                try:\n                    channel = socket.create_connection(self.address, PATIENCE)\n                    channel.sendall(self.request)\n                    channel.setblocking(False)\n                    waiting.register(channel, selectors.EVENT_READ, [now, b\"\"])\n                    open_now += 1\n                except OSError as error:\n                    self.note(now, str(error))\n            pause = 0.05 if self.stopping.is_set() else max(0.0, due - time.monotonic())\n            for key, _ in waiting.select(pause) if open_now else [(None, time.sleep(pause))][:0]:\n                open_now -= self.read(waiting, key)\n            if open_now:\n                for key in list(waiting.get_map().values()):\n                    if time.monotonic() - key.data[0] > PATIENCE:\n                        open_now -= self.close(waiting, key, \"no answer within %g s\" % PATIENCE)\n\n    def read(self, waiting, key):\n        try:\n            chunk = key.fileobj.recv(65536)\n        except OSError as error:\n            return self.close(waiting, key, str(error))\n        if chunk:\n            key.data[1] += chunk[: max(0, 64 - len(key.data[1]))]\n            return 0\n        words = key.data[1].split(None, 2)\n        status = int(words[1]) if len(words) > 1 and words[1].isdigit() else 0\n        return self.close(waiting, key, \"\" if 0 < status < 500 else \"answered %s\" % (status or \"nothing\"))\n\n    def close(self, waiting, key, why):\n        waiting.unregister(key.fileobj)\n        key.fileobj.close()\n        self.note(key.data[0], why)\n        return 1\n\n    def note(self, began, why):\n        self.longest = max(self.longest, time.monotonic() - began)\n        if why:\n            self.failed += 1\n            self.first_failure = self.first_failure or why\n\n    def stop(self):\n        self.stopping.set()\n        self.join(PATIENCE + 1)\n\n    def seen(self):\n        return {\"sent\": self.sent, \"failed\": self.failed, \"stallMs\": round(self.longest * 1000)}\n"],
		["journal", "\"\"\"journal.jsonl: every deploy step by step. Also what the next run learns from when one was killed.\"\"\"\nimport json\nimport os\nimport time\n\nLONG = 1 << 20\n\n\ndef stamp():\n    return time.strftime(\"%Y-%m-%dT%H:%M:%SZ\", time.gmtime())\n\n\nclass Journal:\n    def __init__(self, path):\n        self.path = path\n\n    def write(self, release, event, durable=False, **data):\n        entry = dict(at=stamp(), release=release, event=event, **data)\n        file = os.open(self.path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o640)\n        try:\n            line = (json.dumps(entry) + \"\\n\").encode()\n            if os.write(file, line) != len(line):  # a disk that is nearly full takes half a line\n                raise OSError(28, \"No space left on device\")\n            if durable:\n                os.fdatasync(file)\n        finally:\n            os.close(file)\n\n    def entries(self):\n        try:\n            with open(self.path, \"rb\") as file:\n                size = file.seek(0, 2)\n                file.seek(max(0, size - LONG))\n                lines = file.read().split(b\"\\n\")\n        except FileNotFoundError:\n            return []\n        found = []\n        for line in lines:\n            try:\n                found.append(json.loads(line))\n            except ValueError:  # cut off by the seek, or by a full disk\n                continue\n        return found\n\n    def unfinished(self):\n        \"\"\"The entries of the last run when it neither ended nor was repaired, oldest first.\"\"\"\n        run = []\n        for entry in self.entries():\n            if entry.get(\"event\") == \"begin\":\n                run = [entry]\n            elif run and entry.get(\"event\") in (\"end\", \"repaired\"):\n                run = []\n            elif run:\n                run.append(entry)\n        return run\n\n    def mend(self):\n        \"\"\"Ends a half line that a full disk left, and keeps the file from growing for ever.\"\"\"\n        try:\n            size = os.path.getsize(self.path)\n        except FileNotFoundError:\n            return\n        if size > 4 * LONG:\n            fresh = self.path + \".new\"\n            with open(fresh, \"w\") as file:\n                for entry in self.entries():\n                    file.write(json.dumps(entry) + \"\\n\")\n            os.rename(fresh, self.path)\n        elif size:\n            with open(self.path, \"rb+\") as file:\n                file.seek(-1, 2)\n                if file.read(1) != b\"\\n\":\n                    file.write(b\"\\n\")\n"],
		["host", "\"\"\"Where things are on the server, and the root-owned helper that may do what the login may not.\"\"\"\nimport fcntl\nimport json\nimport os\nimport re\nimport shutil\nimport sys\nimport sysconfig\nimport time\n\nfrom wire import Failed\n\nID = re.compile(r\"^[0-9]{8}T[0-9]{6}Z-[0-9a-f]{7,12}$\")\nHELPER = 1  # the oldest protocol of the helper that will do\nSETUP = \"Run: npx create-flask-deploy setup %s\"\n\n\nclass Host:\n    def __init__(self, ask, wire):\n        self.app, self.wire, self.login = ask[\"app\"], wire, ask[\"login\"]\n        self.base = \"/srv/\" + self.app\n        self.releases, self.venvs = self.base + \"/releases\", self.base + \"/venvs\"\n        self.shared, self.current_link = self.base + \"/shared\", self.base + \"/current\"\n        self.run_dir = \"/run/\" + self.app\n        self.tool = \"/usr/local/lib/flask-deploy/\" + self.app\n\n    def setup_hint(self):\n        return SETUP % self.login\n\n    def check(self):\n        \"\"\"Fails with what `setup` would bring, before anything is touched.\"\"\"\n        if not os.path.isdir(self.base) or not os.path.exists(self.tool):\n            raise Failed(\"setup\", \"this server is not set up for %s\" % self.app, self.setup_hint())\n        if not os.access(self.base, os.W_OK):\n            raise Failed(\"setup\", \"%s may not write to %s\" % (self.login, self.base), self.setup_hint())\n        for folder in (self.releases, self.venvs, self.shared):\n            os.makedirs(folder, 0o750, exist_ok=True)\n\n    def helper(self, *words, **options):\n        \"\"\"The helper's exit code and words; `must=True` turns a failure into Failed.\"\"\"\n        must = options.pop(\"must\", False)\n        argv = [self.tool] + list(words)\n        if os.geteuid():\n            argv = [\"sudo\", \"-n\"] + argv\n        code, said = self.wire.run(argv, **options)\n        if code and \"sudo:\" in said and re.search(r\"password is required|not allowed|may not run|no tty\", said):\n            raise Failed(\"setup\", \"%s may not run %s through sudo\" % (self.login, self.tool), self.setup_hint())\n        if must and code != 0:\n            why = \"did not end in time\" if code is None else \"failed\"\n            raise Failed(\"infrastructure\", \"`%s` %s: %s\" % (\" \".join(words), why, last_lines(said)))\n        return code, said\n\n    def release(self, id):\n        if not ID.match(id):\n            raise Failed(\"usage\", \"%r is not the id of a release\" % id)\n        return self.releases + \"/\" + id\n\n    def socket(self, id):\n        return \"%s/%s.sock\" % (self.run_dir, id)\n\n    def current(self):\n        \"\"\"The release that serves; \"\" when none does.\"\"\"\n        return target_of(self.current_link)\n\n    def answering(self):\n        \"\"\"The release that new requests reach; \"\" when there is none (or nobody may look).\"\"\"\n        name = target_of(self.run_dir + \"/current.sock\")\n        return name[:-5] if name.endswith(\".sock\") else \"\"\n\n    def point_current(self, id):\n        if not id:\n            remove(self.current_link)\n        elif self.current() != id:\n            fresh = self.current_link + \".new\"\n            remove(fresh)\n            os.symlink(\"releases/\" + id, fresh)\n            os.rename(fresh, self.current_link)\n\n    def record(self, id):\n        \"\"\"What the release's own record says; None when the release is not complete.\"\"\"\n        try:\n            with open(self.release(id) + \"/.release.json\") as file:\n                return json.load(file)\n        except (OSError, ValueError):\n            return None\n\n    def is_good(self, id):\n        return os.path.exists(self.release(id) + \"/.good\")\n\n    def new_id(self, commit):\n        \"\"\"By the server's clock, so that ids sort as the deploys happened wherever they came from.\"\"\"\n        while True:\n            id = time.strftime(\"%Y%m%dT%H%M%SZ-\", time.gmtime()) + commit[:7]\n            if not os.path.lexists(self.release(id)):\n                return id\n            time.sleep(0.1)\n\n    def ids(self):\n        return sorted(name for name in os.listdir(self.releases) if ID.match(name))\n\n    def memory_of(self, id):\n        \"\"\"Bytes that only the processes of one instance hold.\"\"\"\n        total, needle = 0, self.release(id).encode()\n        for pid in filter(str.isdigit, os.listdir(\"/proc\")):\n            try:\n                with open(\"/proc/%s/cmdline\" % pid, \"rb\") as file:\n                    if needle not in file.read() and needle.decode() != os.path.realpath(\"/proc/%s/cwd\" % pid):\n                        continue\n                with open(\"/proc/%s/status\" % pid) as file:\n                    total += sum(int(line.split()[1]) << 10 for line in file if line.startswith(\"RssAnon\"))\n            except OSError:\n                continue\n        return total\n\n\ndef memory_free():\n    with open(\"/proc/meminfo\") as file:\n        fields = dict(line.split(\":\", 1) for line in file)\n    free = int(fields[\"MemAvailable\"].split()[0]) << 10\n    return free + (int(fields[\"SwapFree\"].split()[0]) << 10)\n\n\ndef python_here():\n    \"\"\"What wheels must fit: version, the interpreter's ABI, the platform and its C library.\"\"\"\n    try:\n        libc = os.confstr(\"CS_GNU_LIBC_VERSION\") or \"\"\n    except (ValueError, OSError):  # musl\n        libc = \"\"\n    return {\"version\": \"%d.%d.%d\" % sys.version_info[:3], \"machine\": os.uname().machine,\n            \"libc\": libc.replace(\"glibc \", \"\"), \"soabi\": sysconfig.get_config_var(\"SOABI\") or \"\",\n            \"uv\": bool(shutil.which(\"uv\"))}\n\n\ndef target_of(link):\n    try:\n        return os.path.basename(os.readlink(link))\n    except OSError:\n        return \"\"\n\n\ndef remove(path):\n    \"\"\"Whatever it is; a release is read-only even for its owner, and may be huge.\"\"\"\n    try:\n        os.unlink(path)\n    except FileNotFoundError:\n        return\n    except OSError:\n        shutil.rmtree(path, onerror=_force)\n\n\ndef _force(call, path, _):\n    try:\n        os.chmod(os.path.dirname(path), 0o750)\n        os.chmod(path, 0o750)\n        call(path)\n    except OSError:\n        pass\n\n\ndef last_lines(text, count=6):\n    return \"\\n\".join([line for line in text.strip().splitlines() if line.strip()][-count:])\n\n\nclass Lock:\n    \"\"\"flock: the kernel frees it with the process that holds it, however that ends.\"\"\"\n\n    def __init__(self, host):\n        self.host, self.path = host, host.base + \"/lock\"\n\n    def take(self, seconds, run):\n        self.file = os.open(self.path, os.O_RDWR | os.O_CREAT, 0o640)\n        deadline, told = time.monotonic() + seconds, False\n        while True:\n            try:\n                fcntl.flock(self.file, fcntl.LOCK_EX | fcntl.LOCK_NB)\n                break\n            except OSError:\n                holder = self.holder()\n                if time.monotonic() >= deadline:\n                    raise Failed(\"locked\", \"another deploy is running: %s\" % holder,\n                                 \"Wait for it, or end it with: npx create-flask-deploy unlock\")\n                if not told:\n                    self.host.wire.say(\"waiting\", holder=holder, seconds=seconds)\n                    told = True\n                self.host.wire.sleep(0.1)\n        os.ftruncate(self.file, 0)\n        os.pwrite(self.file, json.dumps({\"run\": run, \"pid\": os.getpid()}).encode(), 0)\n\n    def read(self):\n        try:\n            with open(self.path) as file:\n                return json.load(file)\n        except (OSError, ValueError):\n            return {}\n\n    def holder(self):\n        found = self.read()\n        return \"%s (process %s on the server)\" % (found.get(\"run\") or \"an unnamed run\", found.get(\"pid\", \"?\"))\n\n    def is_held(self):\n        try:\n            file = os.open(self.path, os.O_RDWR)\n        except OSError:\n            return False\n        try:\n            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)\n            return False\n        except OSError:\n            return True\n        finally:\n            os.close(file)\n"],
		["gate", "\"\"\"A new instance must answer well, several times in a row, on its own socket before it gets traffic; then through nginx.\"\"\"\nimport time\n\nfrom ask import ask, problem\nfrom wire import Failed\n\nSTUBBORN = 3.0  # seconds after which a wrong answer (not a missing one) is taken as the app's last word\n\n\nclass Gate:\n    def __init__(self, wire, settings):\n        self.wire, self.settings, self.smoke = wire, settings, settings[\"smoke\"]\n        self.site = settings[\"site\"]\n\n    def paths(self):\n        \"\"\"What to ask, and what it must say.\"\"\"\n        health = self.settings.get(\"health\")\n        return ([(health, {\"status\": 200})] if health else []) + [(self.smoke[\"path\"], self.smoke)]\n\n    def once(self, socket):\n        \"\"\"What is wrong with an instance right now; \"\" when nothing is.\"\"\"\n        for path, want in self.paths():\n            answer = ask(socket, self.settings[\"protocol\"], path, self.site[\"host\"], self.smoke[\"timeout\"])\n            why = problem(answer, want)\n            if why:\n                return \"%s %s\" % (path, why), answer\n        return \"\", answer\n\n    def pass_all(self, socket):\n        \"\"\"The detail of the step; raises when the instance does not make it.\"\"\"\n        wanted, timeout = self.settings[\"gate\"][\"passes\"], self.settings[\"gate\"][\"timeout\"]\n        began, passes, wrong_since, why = time.monotonic(), 0, None, \"\"\n        while passes < wanted:\n            now = time.monotonic()\n            if now - began > timeout or (wrong_since is not None and now - wrong_since > STUBBORN):\n                raise Failed(\"app\", \"the new release did not pass its gate: %s\" % why, next_step(why))\n            why, answer = self.once(socket)\n            if not why:\n                passes += 1\n                continue\n            passes = 0\n            # An app that is slow to start hangs or says 503; anything else will hardly change.\n            slow = answer.error.startswith(\"no answer\") or answer.status == 503\n            wrong_since = None if slow else wrong_since if wrong_since is not None else now\n            self.wire.sleep(0.05)\n        self.wire.check()\n        return \"%d passes in a row in %d ms\" % (wanted, round((time.monotonic() - began) * 1000))\n\n    def through_nginx(self):\n        \"\"\"One look at the site as the public gets it, tried until it is right or time is up (nginx may be reloading).\"\"\"\n        address = (\"127.0.0.1\", self.site[\"port\"])\n        deadline = time.monotonic() + min(2.0, self.smoke[\"timeout\"])\n        while True:\n            answer = ask(address, \"http\", self.smoke[\"path\"], self.site[\"host\"], self.smoke[\"timeout\"])\n            why = problem(answer, self.smoke)\n            if not why:\n                return \"%s answered %d through nginx\" % (self.smoke[\"path\"], answer.status)\n            if time.monotonic() > deadline:\n                kind = \"infrastructure\" if answer.error in (\"connection refused\",) else \"app\"\n                raise Failed(kind, \"%s through nginx %s\" % (self.smoke[\"path\"], why), next_step(why))\n            time.sleep(0.05)\n\n\ndef next_step(why):\n    if \"no socket\" in why or \"refused\" in why:\n        return \"Nothing listens there: the journal below says why the app server did not come up.\"\n    if \"no answer\" in why:\n        return \"The app takes too long: look for work done at import, or raise deploy.gate.timeout or deploy.smoke.timeout.\"\n    if \"without the text\" in why or \"instead of\" in why:\n        return \"Compare with deploy.smoke in flask-deploy.yml; `npx create-flask-deploy preview --check` asks the same here.\"\n    return \"`npx create-flask-deploy preview --check` runs the same release on this machine.\"\n"],
		["stage", "\"\"\"Puts a release's files together: the changed ones from the deployer, the others as hard links to the release before.\"\"\"\nimport errno\nimport json\nimport os\nimport stat\n\nfrom host import remove\nfrom wire import Failed\n\n\ndef on_disk(path):\n    \"\"\"Names travel as latin-1 so that any bytes survive JSON.\"\"\"\n    raw = path.encode(\"latin-1\")\n    parts = raw.split(b\"/\")\n    if raw.startswith(b\"/\") or b\"..\" in parts or b\"\" in parts or b\"\\0\" in raw:\n        raise Failed(\"usage\", \"the path %r leads out of the release\" % path)\n    return raw\n\n\ndef needed(host, files, before):\n    \"\"\"Indices of the files that must be sent. An unchanged file counts only while it is really still there.\"\"\"\n    record = host.record(before) if before else None\n    known = {path: (mode, key) for path, mode, key, _ in record[\"files\"]} if record else {}\n    base = os.fsencode(host.release(before)) if before else b\"\"\n    missing = []\n    for index, (path, mode, key, size) in enumerate(files):\n        if known.get(path) == (mode, key):\n            try:\n                there = os.lstat(base + b\"/\" + on_disk(path))\n                if stat.S_ISLNK(there.st_mode) or there.st_size == size:\n                    continue\n            except OSError:\n                pass\n        missing.append(index)\n    paths = {path for path, _, _, _ in files}\n    changed = sum(1 for index in missing if files[index][0] in known)\n    return missing, {\"added\": len(missing) - changed, \"changed\": changed, \"removed\": len(known.keys() - paths)}\n\n\ndef check_room(host, count, size):\n    there = os.statvfs(host.base)\n    free, nodes = there.f_bavail * there.f_frsize, there.f_favail if there.f_files else count + 1000\n    if free < size + (4 << 20):\n        raise Failed(\"infrastructure\", \"the server's disk is full: this needs %d MB and %d MB are free\"\n                     % ((size >> 20) + 4, free >> 20), \"Free some space on the file system of %s.\" % host.base)\n    if nodes < count + 50:\n        raise Failed(\"infrastructure\", \"the server's file system has only %d inodes left\" % nodes,\n                     \"Remove some files on the file system of %s.\" % host.base)\n\n\ndef full(error):\n    \"\"\"An OSError as what it means to a person.\"\"\"\n    if error.errno in (errno.ENOSPC, errno.EDQUOT):\n        return Failed(\"infrastructure\", \"the server's disk is full (no space or no inodes left)\",\n                      \"Free some space and deploy again; the old release serves on.\")\n    return Failed(\"infrastructure\", \"the server could not write: %s\" % error)\n\n\ndef stage(host, id, files, missing, before, shared):\n    \"\"\"Makes releases/<id> out of what arrives on the wire. Files are read-only: a hard link is shared by releases.\"\"\"\n    wire, top = host.wire, os.fsencode(host.release(id))\n    base = os.fsencode(host.release(before)) if before else b\"\"\n    made = {b\"\"}\n\n    def folder(raw):\n        parent = os.path.dirname(raw)\n        if parent not in made:\n            folder(parent)\n            os.mkdir(top + b\"/\" + parent, 0o750)\n            made.add(parent)\n\n    os.mkdir(top, 0o750)\n    sent = set(missing)\n    for index, (path, mode, _, _) in enumerate(files):\n        raw = on_disk(path)\n        folder(raw)\n        if index not in sent:\n            os.link(base + b\"/\" + raw, top + b\"/\" + raw, follow_symlinks=False)\n            if not index % 256:\n                wire.check()\n    for index in missing:\n        path, mode, _, size = files[index]\n        receive(wire, top + b\"/\" + on_disk(path), mode, size)\n    for path in shared:\n        share(host, top, path, folder)\n\n\ndef receive(wire, path, mode, size):\n    if mode == \"120000\":\n        os.symlink(b\"\".join(wire.exact(size)), path)\n        return\n    file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o550 if mode == \"100755\" else 0o440)\n    try:\n        for chunk in wire.exact(size):\n            while chunk:\n                chunk = chunk[os.write(file, chunk):]\n    finally:\n        os.close(file)\n\n\ndef share(host, top, path, folder):\n    raw = on_disk(path)\n    kept, link = os.fsencode(host.shared) + b\"/\" + raw, top + b\"/\" + raw\n    if not os.path.lexists(kept):\n        os.makedirs(kept, exist_ok=True)\n        os.chmod(kept, 0o2770)  # the app writes here, as a member of its group\n    if os.path.lexists(link):\n        raise Failed(\"usage\", \"%s is shared, and git tracks it too\" % path,\n                     \"Take it out of `shared:` in flask-deploy.yml, or out of git.\")\n    folder(raw)\n    os.symlink(kept, link)\n\n\ndef seal(host, id, record):\n    \"\"\"From here on the release is complete; the group of everything is the app's, which nginx is in.\"\"\"\n    top = host.release(id)\n    group = os.stat(host.base).st_gid\n    if os.stat(top).st_gid != group:\n        for folder, _, names in os.walk(os.fsencode(top)):\n            os.chown(folder, -1, group)\n            for name in names:\n                path = folder + b\"/\" + name\n                if os.lstat(path).st_gid != group:\n                    os.chown(path, -1, group, follow_symlinks=False)\n    fresh = top + \"/.release.json.new\"\n    with open(fresh, \"w\") as file:\n        json.dump(record, file)\n    os.chmod(fresh, 0o440)\n    os.rename(fresh, top + \"/.release.json\")\n\n\ndef sweep(host, keep):\n    \"\"\"Removes what a killed run left half made.\"\"\"\n    for name in os.listdir(host.releases):\n        if name not in keep and not os.path.exists(\"%s/%s/.release.json\" % (host.releases, name)):\n            remove(host.releases + \"/\" + name)\n    for name in os.listdir(host.venvs):\n        if not os.path.exists(\"%s/%s/.complete\" % (host.venvs, name)):\n            remove(host.venvs + \"/\" + name)\n"],
		["venvs", "\"\"\"Virtual environments by hash, built at their final place (they do not move) and never changed afterwards.\"\"\"\nimport glob\nimport hashlib\nimport os\nimport shutil\nimport subprocess\nimport sys\n\nfrom host import last_lines, python_here, remove\nfrom wire import Failed\n\nSECONDS = 600\n\n\ndef name_of(lock):\n    \"\"\"The same lock on another Python or platform is another environment.\"\"\"\n    here = python_here()\n    text = \"\\n\".join([lock, here[\"version\"], here[\"machine\"], here[\"libc\"], here[\"soabi\"]])\n    return hashlib.sha256(text.encode()).hexdigest()[:16]\n\n\ndef is_there(host, name):\n    return os.path.exists(\"%s/%s/.complete\" % (host.venvs, name))\n\n\ndef build(host, name, wheels):\n    \"\"\"`wheels`: name, size and sha256 of each, in the order in which they follow on the wire.\"\"\"\n    top, store = host.venvs + \"/\" + name, host.venvs + \"/\" + name + \".wheels\"\n    remove(top)\n    remove(store)\n    os.mkdir(store, 0o750)\n    try:\n        for wheel in wheels:\n            take(host, store + \"/\" + os.path.basename(wheel[\"name\"]), wheel)\n        uv = shutil.which(\"uv\")\n        make(host, [uv, \"venv\", \"-q\", \"--python\", sys.executable, top] if uv else\n             [sys.executable, \"-I\", \"-m\", \"venv\", \"--without-pip\", top], \"venv\")\n        lines = [\"%s/%s --hash=sha256:%s\" % (store, wheel[\"name\"], wheel[\"sha256\"]) for wheel in wheels]\n        with open(store + \"/lock.txt\", \"w\") as file:\n            file.write(\"\\n\".join(lines) + \"\\n\")\n        if wheels:\n            make(host, installer(host, uv, top, store), \"install\")\n        own(host, top)\n        with open(top + \"/.complete\", \"w\"):\n            pass\n    finally:\n        remove(store)\n\n\ndef take(host, path, wheel):\n    digest = hashlib.sha256()\n    with open(path, \"wb\") as file:\n        for chunk in host.wire.exact(wheel[\"size\"]):\n            digest.update(chunk)\n            file.write(chunk)\n    if digest.hexdigest() != wheel[\"sha256\"]:\n        raise Failed(\"infrastructure\", \"%s arrived damaged\" % wheel[\"name\"], \"Deploy again.\")\n\n\ndef installer(host, uv, top, store):\n    python = top + \"/bin/python\"\n    rest = [\"--no-index\", \"--no-deps\", \"--require-hashes\", \"-r\", store + \"/lock.txt\"]\n    if uv:\n        return [uv, \"pip\", \"install\", \"-q\", \"--offline\", \"--compile-bytecode\", \"--python\", python] + rest\n    # pip runs straight from the wheel that ensurepip carries: the environment itself stays free of it.\n    script = \"import ensurepip,glob,os;print(os.path.dirname(ensurepip.__file__));print(getattr(ensurepip,'_WHEEL_PKG_DIR',None) or '')\"\n    said = subprocess.run([sys.executable, \"-I\", \"-c\", script], stdout=subprocess.PIPE, text=True).stdout.splitlines()\n    for folder in [said[0] + \"/_bundled\"] + said[1:] + [\"/usr/share/python-wheels\"] if said else []:\n        found = folder and sorted(glob.glob(folder + \"/pip-*.whl\"))\n        if found:\n            return [python, \"-I\", found[-1] + \"/pip\", \"install\", \"-q\", \"--disable-pip-version-check\", \"--no-cache-dir\"] + rest\n    raise Failed(\"setup\", \"the server's Python cannot make virtual environments (python3-venv is missing)\", host.setup_hint())\n\n\ndef make(host, argv, what):\n    env = {\"PATH\": \"/usr/local/bin:/usr/bin:/bin\", \"HOME\": host.base, \"LC_ALL\": \"C.UTF-8\", \"PIP_CONFIG_FILE\": \"/dev/null\"}\n    code, said = host.wire.run(argv, timeout=SECONDS, env=env, cwd=host.base)\n    if code is None:\n        raise Failed(\"infrastructure\", \"making the virtual environment took over %d s\" % SECONDS)\n    if code and \"ensurepip is not\" in said:\n        raise Failed(\"setup\", \"the server's Python cannot make virtual environments (python3-venv is missing)\", host.setup_hint())\n    if code and \"No space left\" in said:\n        raise OSError(28, \"No space left on device\")\n    if code:\n        raise Failed(\"app\", \"the virtual environment could not be made (%s):\\n%s\" % (what, last_lines(said, 12)))\n\n\ndef own(host, top):\n    group = os.stat(host.base).st_gid\n    if os.stat(top).st_gid == group:\n        return\n    for folder, _, names in os.walk(top):\n        os.chown(folder, -1, group)\n        for name in names:\n            os.chown(folder + \"/\" + name, -1, group, follow_symlinks=False)\n"],
		["undo", "\"\"\"The way back, for a run that failed, that was cancelled, or that the next run finds half done in the journal.\"\"\"\nfrom host import remove\n\n\ndef take_back(host, state):\n    \"\"\"`state`: release, previous, op, and how far it came (started, switched, stopped_old, installed). Safe to repeat.\n\n    The order matters: the old instance has all traffic again before the new one is touched.\n    \"\"\"\n    new, old = state[\"release\"], state[\"previous\"]\n    if old and (state[\"switched\"] or state[\"stopped_old\"]):\n        if state[\"installed\"]:\n            host.helper(\"restore\", must=True)\n        host.helper(\"start\", old, must=True)\n        host.helper(\"switch\", old, must=True)\n    if state[\"switched\"]:\n        host.point_current(old)\n    if state[\"started\"] and new != old:\n        host.helper(\"stop\", new, timeout=120)\n    if state[\"installed\"] and not (old and (state[\"switched\"] or state[\"stopped_old\"])):\n        host.helper(\"restore\")\n    if state[\"op\"] == \"deploy\":\n        remove(host.release(new))\n        if state.get(\"venv\") and not any((host.record(id) or {}).get(\"venv\") == state[\"venv\"] for id in host.ids()):\n            remove(host.venvs + \"/\" + state[\"venv\"])\n\n\ndef state_of(run):\n    \"\"\"How far a run came, from its journal entries: a step that began counts as done.\"\"\"\n    begin = run[0]\n    seen = {entry[\"event\"] for entry in run}\n    return {\"release\": begin[\"release\"], \"previous\": begin[\"previous\"], \"op\": begin[\"op\"], \"venv\": begin.get(\"venv\"),\n            \"installed\": bool(seen & {\"config\", \"env\"}), \"started\": \"start\" in seen,\n            \"stopped_old\": \"stop_old\" in seen, \"switched\": \"switch\" in seen, \"good\": \"good\" in seen}\n\n\ndef repair(host, journal):\n    \"\"\"Undoes what a killed run left; one that was already good is only closed. The detail of the step, or \"\".\"\"\"\n    run = journal.unfinished()\n    if not run:\n        return \"\"\n    state = state_of(run)\n    if state[\"good\"]:\n        host.helper(\"settle\")\n    else:\n        take_back(host, state)\n    journal.write(state[\"release\"], \"repaired\", durable=True, kept=state[\"good\"])\n    return \"%s was left half done; %s\" % (state[\"release\"], \"it serves\" if state[\"good\"] else \"taken back\")\n"],
		["watch", "\"\"\"What goes on after the result is out: tidying, and an eye on the new release while the old one is still warm.\"\"\"\nimport os\nimport socket\nimport time\n\nfrom ask import connect\nfrom host import Lock, remove, target_of\nfrom wire import Failed\n\nGAP = 0.05\n\n\ndef leave_behind(host, journal, id, previous, seconds, trash):\n    \"\"\"Forks a process that outlives the connection. It takes the release back when it dies within `seconds`.\"\"\"\n    if os.fork():\n        return\n    try:\n        os.setsid()\n        nothing = os.open(os.devnull, os.O_RDWR)\n        for number in (0, 1, 2):\n            os.dup2(nothing, number)\n        os.closerange(3, 256)  # the lock among them\n        host.wire.shielded, host.wire.gone = True, \"\"\n        os.sync()  # a power cut within the next half minute would leave empty files otherwise\n        for path in trash:\n            remove(path)\n        if previous and previous != id:\n            watch(host, journal, id, previous, time.monotonic() + seconds)\n    finally:\n        os._exit(0)\n\n\ndef is_dead(host, id):\n    \"\"\"Nobody listens: a busy instance still takes the connection.\"\"\"\n    try:\n        connect(host.socket(id), 5).close()\n        return False\n    except socket.timeout:\n        return False\n    except OSError:\n        return True\n\n\ndef watch(host, journal, id, previous, until):\n    while time.monotonic() < until:\n        time.sleep(GAP)\n        if host.current() != id or not os.path.exists(host.socket(previous)):\n            return\n        if is_dead(host, id):\n            time.sleep(GAP / 2)\n            if is_dead(host, id):\n                return take_back(host, journal, id, previous)\n\n\ndef take_back(host, journal, id, previous):\n    try:\n        Lock(host).take(1, \"the watch over %s\" % id)\n    except Failed:\n        return  # whoever deploys now puts a gated release in its place\n    if host.current() != id or target_of(host.current_link) != id:\n        return\n    journal.write(id, \"died\", durable=True)\n    host.helper(\"start\", previous)\n    host.helper(\"switch\", previous)\n    host.point_current(previous)\n    remove(host.release(id) + \"/.good\")\n    host.helper(\"stop\", id, timeout=120)\n    journal.write(id, \"taken-back\", durable=True, previous=previous)\n"],
		["order", "\"\"\"The order of a deploy and of a rollback on the server. Everything up to the switch can be undone unseen.\"\"\"\nimport contextlib\nimport os\nimport time\n\nimport stage\nimport undo\nimport watch\nfrom gate import Gate\nfrom host import Lock, last_lines, memory_free\nfrom journal import Journal, stamp\nfrom prober import Prober\nfrom wire import Cancelled, Failed\n\nWATCH = 15  # seconds that a new release is watched after the result, within the drain\n\n\nclass Order:\n    def __init__(self, wire, host, ask):\n        self.wire, self.host, self.ask = wire, host, ask\n        self.settings = ask[\"settings\"]\n        self.journal, self.lock, self.gate = Journal(host.base + \"/journal.jsonl\"), Lock(host), Gate(wire, self.settings)\n        self.step_name, self.prober = \"lock\", None\n        self.state = dict(release=\"\", previous=\"\", op=ask[\"op\"], venv=\"\", installed=False, started=False,\n                          stopped_old=False, switched=False)\n\n    @contextlib.contextmanager\n    def step(self, name):\n        \"\"\"Tells the deployer; the value that the body puts into the dict is the step's detail.\"\"\"\n        self.step_name, began, note = name, time.monotonic(), {\"detail\": \"\"}\n        self.wire.say(\"step\", name=name)\n        hold = self.ask.get(\"hold\") or {}\n        if hold.get(\"step\") == name:\n            self.wire.sleep(hold[\"ms\"] / 1000)\n        self.wire.check()\n        try:\n            yield note\n        except OSError as error:\n            raise stage.full(error)\n        finally:\n            self.wire.say(\"done\", name=name, ms=round((time.monotonic() - began) * 1000), detail=note[\"detail\"])\n\n    def note(self, event, **data):\n        self.journal.write(self.state[\"release\"], event, **data)\n\n    def enter(self):\n        \"\"\"Lock and repair: after this the server is in a known state and nobody else's.\"\"\"\n        self.host.check()\n        with self.step(\"lock\") as note:\n            self.lock.take(self.ask[\"lockSeconds\"], self.ask.get(\"run\"))\n            note[\"detail\"] = \"free\"\n        try:\n            self.journal.mend()\n            if self.journal.unfinished():\n                with self.step(\"repair\") as note:\n                    note[\"detail\"] = undo.repair(self.host, self.journal)\n                    stage.sweep(self.host, {self.host.current()})\n        except OSError as error:\n            raise stage.full(error)\n        self.state[\"previous\"] = self.host.current()\n\n    def begin(self, release, **data):\n        self.state[\"release\"] = release\n        try:\n            self.note(\"begin\", durable=True, op=self.ask[\"op\"], previous=self.state[\"previous\"], run=self.ask.get(\"run\"), **data)\n        except OSError as error:\n            raise stage.full(error)\n\n    def bring_up(self, warm=False):\n        \"\"\"Config, hooks, start, gate: the release is ready for traffic afterwards, or Failed is raised.\"\"\"\n        host, id, settings = self.host, self.state[\"release\"], self.settings\n        drift = host.helper(\"drift\", id)[1].split(\"\\n\")\n        if any(drift):\n            with self.step(\"config\") as note:\n                self.install(id, [path for path in drift if path])\n                note[\"detail\"] = \", \".join(path for path in drift if path)\n        self.hook(\"release\")\n        with self.step(\"start\") as note:\n            in_place = not warm and self.fits_not()\n            self.note(\"start\")\n            self.state[\"started\"] = True\n            if in_place and self.state[\"previous\"]:\n                self.note(\"stop_old\")\n                self.state[\"stopped_old\"] = True\n                host.helper(\"stop\", self.state[\"previous\"], timeout=120, must=True)\n            code, said = host.helper(\"start\", id, timeout=settings[\"gate\"][\"timeout\"] + 30)\n            if code != 0:\n                raise Failed(\"app\", \"the new release does not start\" + (\" in time\" if code is None else \"\"),\n                             last_lines(said, 3))\n            note[\"detail\"] = \"in place of the old one\" if in_place else \"beside the old one\" if self.state[\"previous\"] else \"first\"\n        with self.step(\"gate\") as note:\n            note[\"detail\"] = self.gate.pass_all(host.socket(id))\n        self.hook(\"before_switch\")\n\n    def install(self, id, drift):\n        self.note(\"config\")\n        self.state[\"installed\"] = True\n        code, said = self.host.helper(\"install\", id)\n        if code == 3:\n            raise Failed(\"setup\", \"%s changed, and this login may not install it\" % \" and \".join(drift), self.host.setup_hint())\n        if code:\n            raise Failed(\"app\", \"%s could not be installed:\\n%s\" % (\" and \".join(drift), last_lines(said)),\n                         \"`npx create-flask-deploy lint` shows what is wrong with a file of this repository.\")\n\n    def fits_not(self):\n        \"\"\"True when the old instance must go before the new one comes.\"\"\"\n        if self.settings[\"strategy\"] == \"in-place\":\n            return True\n        old = self.state[\"previous\"]\n        need, free = self.host.memory_of(old) if old else 0, memory_free()\n        if need <= free:\n            return False\n        self.wire.say(\"warning\", text=\"a second instance needs about %d MB and %d MB are free: the old one is stopped first \"\n                      \"(strategy in-place), so requests fail until the new one is up\" % (need >> 20, free >> 20))\n        return True\n\n    def hook(self, name):\n        hook = self.settings[\"hooks\"].get(name)\n        if not hook:\n            return\n        with self.step(name) as note:\n            self.note(name)\n            self.state[\"started\"] = True  # its processes end with the instance's\n            code, said = self.host.helper(\"run\", self.state[\"release\"], str(hook[\"timeout\"]), stdin=hook[\"run\"].encode(),\n                                          timeout=hook[\"timeout\"] + 5, each=lambda line: self.wire.say(\"log\", text=line))\n            if code is None or code == 124:\n                raise Failed(\"app\", \"the %s hook took over %d s and was ended\" % (name, hook[\"timeout\"]),\n                             \"Raise its timeout in flask-deploy.yml, or do less in it.\")\n            if code:\n                raise Failed(\"app\", \"the %s hook `%s` ended with %d\" % (name, hook[\"run\"], code), last_lines(said, 12))\n            note[\"detail\"] = hook[\"run\"]\n\n    def switch(self):\n        \"\"\"From here on a deployer that goes away changes nothing: what the smoke test says is done.\"\"\"\n        host, id, old, settings = self.host, self.state[\"release\"], self.state[\"previous\"], self.settings\n        site = (\"127.0.0.1\", settings[\"site\"][\"port\"])\n        self.prober = Prober(site, settings[\"smoke\"][\"path\"], settings[\"site\"][\"host\"], settings[\"prober\"][\"rate\"])\n        if old and not self.state[\"stopped_old\"]:\n            self.prober.start()\n        with self.step(\"switch\") as note:\n            self.wire.shielded = True\n            self.note(\"switch\", durable=True)\n            self.state[\"switched\"] = True\n            host.helper(\"switch\", id, must=True)\n            host.point_current(id)\n            switched = time.monotonic()\n            note[\"detail\"] = \"%s -> %s\" % (old or \"nothing\", id)\n        if not self.prober.is_alive():\n            self.prober.start()\n        with self.step(\"smoke\") as note:\n            note[\"detail\"] = self.gate.through_nginx()\n        self.hook(\"after_switch\")\n        if old and old != id and not self.state[\"stopped_old\"]:\n            with self.step(\"drain\") as note:\n                host.helper(\"stop\", old, str(settings[\"drain\"]))\n                note[\"detail\"] = \"%s stops in %d s\" % (old, settings[\"drain\"])\n        time.sleep(max(0.0, switched + settings[\"prober\"][\"seconds\"] - time.monotonic()))\n        self.prober.stop()\n        if self.prober.failed and settings[\"prober\"][\"onFailure\"] == \"rollback\":\n            seen = self.prober\n            raise Failed(\"app\", \"%d of %d requests failed while it switched: %s\" % (seen.failed, seen.sent, seen.first_failure))\n        if settings[\"outside\"]:\n            self.step_name = \"outside\"\n            self.outside()\n\n    def outside(self):\n        \"\"\"The deployer asks the public URL; when it is gone, the smoke test's word stands.\"\"\"\n        self.wire.say(\"smoked\")\n        try:\n            verdict = self.wire.message(120)\n        except Cancelled:\n            return\n        if not verdict.get(\"keep\"):\n            raise Failed(verdict.get(\"kind\", \"infrastructure\"), verdict.get(\"message\", \"the site fails from outside\"), verdict.get(\"next\", \"\"))\n\n    def settle(self):\n        \"\"\"It is good: say so first, tidy afterwards.\"\"\"\n        host, id, old = self.host, self.state[\"release\"], self.state[\"previous\"]\n        with open(host.release(id) + \"/.good\", \"w\") as file:\n            file.write(stamp())\n        self.note(\"good\", durable=True)\n        if self.state[\"installed\"]:\n            host.helper(\"settle\")\n        trash = self.prune(id, old)\n        self.note(\"end\", status=\"deployed\" if self.ask[\"op\"] == \"deploy\" else \"rolled-back\", **self.prober.seen())\n        self.outcome(\"deployed\" if self.ask[\"op\"] == \"deploy\" else \"rolled-back\")\n        watch.leave_behind(host, self.journal, id, old, min(WATCH, self.settings[\"drain\"]), trash)\n\n    def prune(self, id, old):\n        host, keep = self.host, {id, old}\n        keep.update([name for name in host.ids() if host.is_good(name)][-self.settings[\"keepReleases\"]:])\n        trash = [host.release(name) for name in host.ids() if name not in keep]\n        used = {(host.record(name) or {}).get(\"venv\") for name in host.ids() if name in keep}\n        trash += [host.venvs + \"/\" + name for name in os.listdir(host.venvs) if name not in used]\n        moved = []\n        for path in trash:  # a rename is quick; removing 10,000 files can wait until the result is out\n            bin = os.path.join(os.path.dirname(path), \".trash-\" + os.path.basename(path))\n            with contextlib.suppress(OSError):\n                os.rename(path, bin)\n                moved.append(bin)\n        return moved\n\n    def outcome(self, status, cause=None):\n        seen = self.prober.seen() if self.prober else {\"sent\": 0, \"failed\": 0, \"stallMs\": 0}\n        self.wire.say(\"outcome\", status=status, release=self.state[\"release\"], previous=self.state[\"previous\"],\n                      prober=seen, cause=cause)\n\n    def fail(self, error):\n        \"\"\"Undo whatever was done, and tell the cause with the instance's own last words.\"\"\"\n        at, state = self.step_name, self.state\n        cause = dict(kind=\"cancelled\" if isinstance(error, Cancelled) else error.kind, step=at, journal=[], unit=\"\",\n                     message=str(error), next=getattr(error, \"next\", \"\"))\n        self.wire.shielded = True\n        if self.prober:\n            self.prober.stop()\n        if not state[\"release\"]:\n            return self.outcome(\"failed\", cause)\n        if state[\"started\"] and os.path.isdir(self.host.release(state[\"release\"])):\n            unit, *lines = self.host.helper(\"tail\", state[\"release\"])[1].splitlines() or [\"\"]\n            cause[\"unit\"], cause[\"journal\"] = unit, lines[-40:]\n        status = \"rolled-back\" if state[\"switched\"] and state[\"previous\"] else \"failed\"\n        with self.step(\"undo\") as note:\n            undo.take_back(self.host, state)\n            stage.sweep(self.host, {state[\"previous\"]})\n            note[\"detail\"] = \"%s serves\" % state[\"previous\"] if state[\"previous\"] else \"nothing is left behind\"\n        with contextlib.suppress(OSError):  # a full disk: the next run repairs once more, which does no harm\n            self.note(\"end\", status=status, step=at, cause=str(error))\n        self.outcome(status, cause)\n"],
		["release", "\"\"\"What a deploy and a rollback ask of the order: where the release comes from, and when there is nothing to do.\"\"\"\nimport hashlib\nimport os\n\nimport stage\nimport venvs\nfrom host import python_here\nfrom journal import stamp\nfrom wire import Failed\n\n\ndef env_path(host, id):\n    return host.release(id) + \"/.env-digest\"\n\n\ndef same_env(host, id, digest):\n    \"\"\"Whether a release started with this very environment; its digest is for the login's eyes only.\"\"\"\n    try:\n        with open(env_path(host, id)) as file:\n            return not digest or file.read() == salted(id, digest)\n    except OSError:\n        return not digest\n\n\ndef salted(id, digest):\n    return hashlib.sha256((id + digest).encode()).hexdigest()\n\n\ndef deploy(order):\n    ask, host = order.ask, order.host\n    order.enter()\n    previous, files = order.state[\"previous\"], ask[\"files\"]\n    record = host.record(previous) if previous else None\n    venv = venvs.name_of(ask[\"lock\"])\n    if record and not ask[\"force\"]:\n        same = record[\"fingerprint\"] == ask[\"fingerprint\"] and same_env(host, previous, ask.get(\"envDigest\"))\n        if same and not order.gate.once(host.socket(previous))[0]:\n            order.state[\"release\"] = previous\n            return order.outcome(\"unchanged\")\n        if record[\"commit\"] != ask[\"commit\"] and record[\"commitAt\"] > ask[\"commitAt\"]:\n            raise Failed(\"usage\", \"the server runs %s, which is newer than %s\" % (record[\"commit\"][:10], ask[\"commit\"][:10]),\n                         \"To go back on purpose use `rollback`; to deploy the older commit all the same use --force.\")\n    missing, changed = stage.needed(host, files, previous)\n    stage.check_room(host, len(files), sum(files[index][3] for index in missing))\n    order.wire.say(\"inventory\", previous=previous, previousCommit=record[\"commit\"] if record else \"\", missing=missing,\n                   changed=changed, venv=venvs.is_there(host, venv), python=python_here())\n    go = order.wire.message(3600)\n    if go[\"t\"] != \"go\":\n        return None\n    id = host.new_id(ask[\"commit\"])\n    order.begin(id, commit=ask[\"commit\"], venv=venv)\n    order.state[\"venv\"] = venv\n    with order.step(\"stage\") as note:\n        order.note(\"stage\")\n        if go.get(\"env\") is not None:\n            order.note(\"env\")\n            order.state[\"installed\"] = True\n            order.host.helper(\"env\", stdin=b\"\".join(order.wire.exact(go[\"env\"])) or b\"\\n\", must=True)\n        stage.stage(host, id, files, missing, previous, order.settings[\"shared\"])\n        if ask.get(\"envDigest\"):\n            with open(os.open(env_path(host, id), os.O_WRONLY | os.O_CREAT, 0o600), \"w\") as file:\n                file.write(salted(id, ask[\"envDigest\"]))\n        note[\"detail\"] = \"%d files, %d sent\" % (len(files), len(missing))\n    with order.step(\"venv\") as note:\n        if not venvs.is_there(host, venv):\n            stage.check_room(host, 2000, 5 * sum(wheel[\"size\"] for wheel in go[\"wheels\"]))\n            order.note(\"venv\")\n            venvs.build(host, venv, go[\"wheels\"])\n        os.symlink(\"../../venvs/\" + venv, host.release(id) + \"/.venv\")\n        stage.seal(host, id, dict(commit=ask[\"commit\"], commitAt=ask[\"commitAt\"], venv=venv, files=files,\n                                  fingerprint=ask[\"fingerprint\"], at=stamp(), run=ask.get(\"run\")))\n        note[\"detail\"] = venv\n    order.bring_up()\n    order.switch()\n    order.settle()\n\n\ndef rollback(order):\n    ask, host = order.ask, order.host\n    order.enter()\n    previous = order.state[\"previous\"]\n    target = ask.get(\"release\") or next((id for id in reversed(host.ids()) if id < previous and host.is_good(id)), \"\")\n    if not target:\n        raise Failed(\"usage\", \"there is no good release before %s to go back to\" % (previous or \"the first\"), \"See: npx create-flask-deploy releases\")\n    if host.record(target) is None:\n        raise Failed(\"usage\", \"there is no release %s on the server\" % target, \"See: npx create-flask-deploy releases\")\n    if target == previous:\n        order.state[\"release\"] = previous\n        return order.outcome(\"unchanged\")\n    order.wire.say(\"inventory\", previous=previous, previousCommit=\"\", missing=[], changed={\"added\": 0, \"changed\": 0, \"removed\": 0},\n                   venv=True, python=python_here())\n    if order.wire.message(60)[\"t\"] != \"go\":\n        return None\n    order.begin(target)\n    order.bring_up(warm=os.path.exists(host.socket(target)))\n    order.switch()\n    order.settle()\n"],
		["main", "\"\"\"Runs on the server, for as long as one command of the deployer's takes. Python 3.8 or newer, standard library only.\"\"\"\nimport os\nimport signal\nimport time\n\nimport release\nfrom gate import Gate\nfrom host import Host, Lock, memory_free, python_here\nfrom order import Order\nfrom wire import Cancelled, Failed, Wire\n\n\ndef main():\n    os.umask(0o027)\n    wire = Wire()\n    ask = wire.message(60)\n    host = Host(ask, wire)\n    if ask[\"op\"] in (\"deploy\", \"rollback\"):\n        run = Order(wire, host, ask)\n        try:\n            getattr(release, ask[\"op\"])(run)\n        except (Failed, Cancelled) as error:\n            run.fail(error)\n        except OSError as error:\n            run.fail(Failed(\"infrastructure\", str(error)))\n    else:\n        try:\n            {\"status\": status, \"unlock\": unlock}[ask[\"op\"]](wire, host, ask)\n        except (Failed, Cancelled) as error:\n            wire.say(\"outcome\", status=\"failed\", cause={\"kind\": getattr(error, \"kind\", \"cancelled\"), \"step\": \"connect\",\n                                                        \"message\": str(error), \"next\": getattr(error, \"next\", \"\"),\n                                                        \"journal\": [], \"unit\": \"\"})\n\n\ndef status(wire, host, ask):\n    host.check()\n    current, lock = host.current(), Lock(host)\n    why, answer = Gate(wire, ask[\"settings\"]).once(host.socket(current)) if current else (\"nothing was deployed yet\", None)\n    releases = []\n    for id in host.ids():\n        record = host.record(id)\n        if record:\n            state = \"current\" if id == current else \"warm\" if os.path.exists(host.socket(id)) else \"kept\"\n            releases.append({\"id\": id, \"commit\": record[\"commit\"], \"deployedAt\": record[\"at\"], \"state\": state, \"good\": host.is_good(id)})\n    disk = os.statvfs(host.base)\n    wire.say(\"status\", current=current, answers=not why, answer=why or \"answered %d\" % answer.status, releases=releases,\n             lockedBy=lock.holder() if lock.is_held() else \"\", python=python_here()[\"version\"],\n             helper=int(host.helper(\"version\")[1].strip() or 0), diskFreeMb=disk.f_bavail * disk.f_frsize >> 20,\n             memoryFreeMb=memory_free() >> 20)\n\n\ndef unlock(wire, host, ask):\n    \"\"\"Ends the run that holds the lock. It undoes what it did; a run that does not end is killed, and the next repairs.\"\"\"\n    lock, held = Lock(host), \"\"\n    for number, patience in ((signal.SIGTERM, 10), (signal.SIGKILL, 3)):\n        if not lock.is_held():\n            break\n        held = held or lock.holder()\n        os.kill(lock.read()[\"pid\"], number)\n        deadline = time.monotonic() + patience\n        while lock.is_held() and time.monotonic() < deadline:\n            wire.sleep(0.05)\n    if lock.is_held():\n        raise Failed(\"infrastructure\", \"the lock could not be freed: %s\" % lock.holder())\n    wire.say(\"unlocked\", holder=held)\n"]
	];
}));
// action/deploy/parcel.ts
/** The bytes of a parcel in the order in which the driver takes them: environment, files, wheels. Never all in memory. */
async function* bytesOf({ env, files, root, wheels }) {
	if (env) yield Buffer.from(env);
	let batch = [];
	let held = 0;
	for (const [path, mode, , size] of files) {
		const place = onDisk(root, path);
		if (size > SMALL) {
			if (held) yield Buffer.concat(batch);
			batch = [];
			held = 0;
			yield* exactly(createReadStream(place, {
				end: size - 1,
				highWaterMark: SMALL
			}), size, path);
			continue;
		}
		const content = mode === "120000" ? readlinkSync(place, { encoding: "buffer" }) : readFileSync(place);
		if (content.length !== size) throw changed(path);
		batch.push(content);
		held += size;
		if (held > SMALL) {
			yield Buffer.concat(batch);
			batch = [];
			held = 0;
		}
	}
	if (held) yield Buffer.concat(batch);
	for (const wheel of wheels) yield* exactly(createReadStream(wheel.path), wheel.size, wheel.name);
}
async function* exactly(stream, size, path) {
	let sent = 0;
	for await (const chunk of stream) {
		sent += chunk.length;
		yield chunk;
	}
	if (sent !== size) throw changed(path);
}
var SMALL, changed;
var init_parcel = __esmMin((() => {
	init__node_fs();
	init_fault();
	init_files();
	SMALL = 262144;
	changed = (path) => new Fault("usage", "send", `${Buffer.from(path, "latin1")} changed while it was being sent`, "Deploy again.");
}));
// \0node:fs/promises
var builtin$10, access, lstat, mkdir, mkdtemp, readFile, readdir, rename, rm, rmdir, stat;
var init_promises$1 = __esmMin((() => {
	builtin$10 = /* @__PURE__ */ process.getBuiltinModule("node:fs/promises");
	access = /* @__PURE__ */ (() => builtin$10.access)();
	lstat = /* @__PURE__ */ (() => builtin$10.lstat)();
	mkdir = /* @__PURE__ */ (() => builtin$10.mkdir)();
	mkdtemp = /* @__PURE__ */ (() => builtin$10.mkdtemp)();
	readFile = /* @__PURE__ */ (() => builtin$10.readFile)();
	readdir = /* @__PURE__ */ (() => builtin$10.readdir)();
	rename = /* @__PURE__ */ (() => builtin$10.rename)();
	rm = /* @__PURE__ */ (() => builtin$10.rm)();
	rmdir = /* @__PURE__ */ (() => builtin$10.rmdir)();
	stat = /* @__PURE__ */ (() => builtin$10.stat)();
}));
// action/deploy/ssh-error.ts
/**
* What an ssh that ended with 255 died of. undefined when the words are not ssh's: then it was the remote
* command that ended with 255. Silence counts as a lost connection: what we run never ends with 255 wordlessly.
*/
function explainSsh(target, stderr) {
	const port = target.port ?? 22;
	const named = {
		where: port === 22 ? target.host : `${target.host} port ${port}`,
		pinName: port === 22 ? target.host : `[${target.host}]:${port}`,
		key: target.identityFile ?? "your ssh key",
		user: target.user
	};
	const last = stderr.trim().split("\n").slice(-4).join("\n");
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
var causes;
var init_ssh_error = __esmMin((() => {
	causes = [
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
}));
// action/deploy/ssh.ts
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
var init_ssh = __esmMin((() => {}));
// action/deploy/server.ts
/** A server behind sshd, as a target. */
function serverTarget(login, app, effects, progress) {
	const session = new Session(login, effects, progress);
	return {
		async look(ask) {
			session.say({
				...ask,
				app,
				login: `${login.user}@${login.host}`
			});
			return await session.next();
		},
		async act(parcel, judge) {
			const wheels = parcel.wheels.map(({ name, size, sha256 }) => ({
				name,
				size,
				sha256
			}));
			const env = parcel.env === void 0 ? null : Buffer.byteLength(parcel.env);
			session.say({
				t: "go",
				wheels,
				env
			});
			await session.send(bytesOf(parcel));
			for (;;) {
				const message = await session.next();
				if (message.t === "outcome") return message;
				if (message.t === "smoked") session.say({
					t: "verdict",
					...await judge()
				});
			}
		},
		leave: () => session.close(),
		get cost() {
			return {
				roundTrips: session.roundTrips,
				bytesSent: session.bytesSent
			};
		}
	};
}
var BEAT_MS, Session;
var init_server = __esmMin((() => {
	init__node_stream();
	init_driver();
	init_fault();
	init_parcel();
	init_ssh();
	init_ssh_error();
	BEAT_MS = 1e3;
	Session = class {
		roundTrips = 0;
		bytesSent = 0;
		#stdin = new PassThrough$1({ highWaterMark: 1 << 20 });
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
		constructor(login, effects, progress) {
			this.#target = {
				...login,
				run: effects.run
			};
			this.#progress = progress;
			const driver = packDriver();
			const argv = [
				...sshArgv(this.#target),
				"--",
				login.host,
				driver.command
			];
			const unanswered = new AbortController();
			this.#stdin.write(driver.bytes);
			this.#ended = effects.run(argv, {
				stdin: this.#stdin,
				env: effects.env,
				signal: unanswered.signal,
				onLine: (line, from) => from === "stdout" && this.#take(line)
			}).finally(() => {
				this.#finished = true;
				clearInterval(this.#beat);
				this.#notify();
			});
			this.#ended.catch((error) => {
				this.#failed = error;
			});
			this.#beat = setInterval(() => this.#sending || this.#stdin.write("\n"), BEAT_MS);
			this.#beat.unref();
			const stop = () => {
				this.#stdin.end();
				if (!this.#greeted) unanswered.abort();
			};
			effects.signal?.addEventListener("abort", stop, { once: true });
			if (effects.signal?.aborted) stop();
		}
		say(message) {
			this.#stdin.write(`${JSON.stringify(message)}\n`);
		}
		async send(bytes) {
			this.#sending = true;
			for await (const chunk of bytes) {
				this.bytesSent += chunk.length;
				if (this.#finished) return;
				if (!this.#stdin.write(chunk)) await Promise.race([new Promise((done) => this.#stdin.once("drain", done)), this.#ended]);
			}
			this.#sending = false;
		}
		/** The next thing the server waits with; progress passes by on its own. */
		async next() {
			this.roundTrips++;
			while (this.#heard.length === 0) {
				if (this.#finished) throw await this.#lost();
				await new Promise((done) => {
					this.#notify = done;
				});
			}
			return this.#heard.shift();
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
				message = JSON.parse(line);
			} catch {
				this.#progress.line(line);
				return;
			}
			const text = String(message.text ?? "");
			switch (message.t) {
				case "step":
					this.#step = message.name;
					this.#progress.begin(this.#step);
					break;
				case "done":
					this.#progress.end(message.name, Number(message.ms), String(message.detail));
					break;
				case "log":
					this.#progress.line(text);
					break;
				case "warning":
					this.#progress.warning(text);
					break;
				case "waiting":
					this.#progress.line(`waiting for another deploy: ${message.holder} (at most ${message.seconds} s)`);
					break;
				default:
					this.#heard.push(message);
					this.#notify();
			}
		}
		async #lost() {
			if (this.#failed) return new Fault("infrastructure", "connect", `ssh could not be started: ${this.#failed.message}`, "Install the OpenSSH client.");
			const { code, stderr } = await this.#ended;
			const { host } = this.#target;
			const ssh = code === 255 || code === null ? explainSsh(this.#target, stderr) : void 0;
			const next = "What was not switched yet is undone on the server; `status` tells what serves.";
			if (ssh) return new Fault("infrastructure", this.#step, ssh.message, this.#step === "connect" ? "" : next);
			if (code === 127 || /python3?: (command )?not found/.test(stderr)) {
				const setup = `Run: npx create-flask-deploy setup ${host}`;
				return new Fault("setup", "connect", `${host} has no python3`, setup);
			}
			const said = stderr.trim().split("\n").slice(-6).join("\n");
			return new Fault("infrastructure", this.#step, `the server's side ended with ${code} in the step ${this.#step}: ${said}`, next);
		}
	};
}));
// action/deploy/wheels.ts
/** The wheels of a lock for the server's Python and platform; from the cache when they were built before. */
async function buildWheels(build) {
	const { lock, python, cacheDir } = build;
	const key = [
		lock.text,
		python.version.split(".").slice(0, 2).join("."),
		python.machine,
		python.libc,
		python.soabi
	];
	const name = createHash("sha256").update(JSON.stringify(key)).digest("hex").slice(0, 24);
	const kept = join(cacheDir, "wheels", name);
	if (!existsSync(kept)) {
		mkdirSync(join(cacheDir, "wheels"), { recursive: true });
		const fresh = mkdtempSync(join(cacheDir, "wheels", ".new-"));
		try {
			writeFileSync(join(fresh, "lock.txt"), `${lock.text}\n`);
			mkdirSync(join(fresh, "w"));
			if (lock.text) await fetchAll(build, join(fresh, "lock.txt"), join(fresh, "w"));
			if (!existsSync(kept)) renameSync(fresh, kept);
		} finally {
			rmSync(fresh, {
				recursive: true,
				force: true
			});
		}
	}
	const folder = join(kept, "w");
	return readdirSync(folder).sort().map((file) => {
		const path = join(folder, file);
		const sha256 = createHash("sha256").update(readFileSync(path)).digest("hex");
		return {
			name: file,
			size: statSync(path).size,
			sha256,
			path
		};
	});
}
async function fetchAll(build, requirements, into) {
	const { lock, python } = build;
	const minor = python.version.split(".").slice(0, 2).join(".");
	const given = [
		"-r",
		requirements,
		...lock.kind === "hashed" ? ["--no-deps", "--require-hashes"] : []
	];
	const target = [
		"--only-binary=:all:",
		...[
			"--implementation",
			"cp",
			"--python-version",
			minor
		],
		...[
			"--abi",
			`cp${minor.replace(".", "")}`,
			"--abi",
			"abi3",
			"--abi",
			"none"
		],
		...platformTags(python).flatMap((tag) => ["--platform", tag])
	];
	const done = await pip(build, [
		"download",
		"-q",
		...given,
		...target,
		"-d",
		into
	]);
	if (done.code === 0) return;
	if (!/No matching distribution|Could not find a version/.test(done.said)) throw failed(lock, done.said);
	const here = await pythonOfKind(build, minor);
	const why = `${lock.from} names a package without a wheel for Python ${minor} on ${python.machine}`;
	if (!here) {
		const next = `Pin a version that has one, or run this on a machine with Python ${minor} and a C library no newer than the server's.`;
		throw new Fault("app", "build", `${why}: ${missing$1(done.said)}`, next);
	}
	build.onLine(`${why}: building it with ${here}`);
	const built = await pip(build, [
		"wheel",
		"-q",
		...given,
		"-w",
		into
	], [
		here,
		"-m",
		"pip"
	]);
	if (built.code !== 0) throw failed(lock, built.said);
}
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
/** A Python of this machine whose extension modules run on the server. */
async function pythonOfKind({ python, run, env }, minor) {
	for (const name of [`python${minor}`, "python3"]) {
		const [version, machine, libc = ""] = (await run([
			name,
			"-I",
			"-c",
			describe
		], { env }).catch(() => void 0))?.stdout.trim().split(" ") ?? [];
		const older = Number(libc.split(".")[1]) <= Number(python.libc.split(".")[1]);
		if (version === minor && machine === python.machine && older) return name;
	}
}
async function pip({ run, env, signal, onLine }, args, only) {
	for (const way of only ? [only] : [
		[
			"python3",
			"-m",
			"pip"
		],
		["pip3"],
		["uvx", "pip"]
	]) {
		const done = await run([
			...way,
			...args,
			"--disable-pip-version-check",
			"--no-input"
		], {
			env,
			timeoutMs: 9e5,
			onLine,
			...signal ? { signal } : {}
		}).catch(() => void 0);
		if (done && !/No module named pip/.test(done.stderr)) return {
			code: done.code,
			said: done.stdout + done.stderr
		};
	}
	throw new Fault("infrastructure", "build", "there is no pip on this machine to fetch wheels with", "Install Python with pip, or uv, where the deploy runs.");
}
function failed(lock, said) {
	const last = said.trim().split("\n").slice(-8).join("\n");
	if (/hashes? (are|do|does) not match|THESE PACKAGES DO NOT MATCH|hash mismatch/i.test(said)) return new Fault("app", "build", `a package is not what ${lock.from} says by its hash:\n${last}`, "Compile the lock anew.");
	const net = /Temporary failure|ConnectionError|Read timed out|Max retries|Network is unreachable/i.test(said);
	return new Fault(net ? "infrastructure" : "app", "build", `the packages of ${lock.from} could not be fetched:\n${last}`);
}
var describe, missing$1;
var init_wheels = __esmMin((() => {
	init__node_crypto();
	init__node_fs();
	init__node_path();
	init_fault();
	describe = "import os,sys;print('%d.%d'%sys.version_info[:2],os.uname().machine,(os.confstr('CS_GNU_LIBC_VERSION') or '').replace('glibc ',''))";
	missing$1 = (said) => /No matching distribution found for (\S+)/.exec(said)?.[1] ?? said.trim().split("\n").slice(-2).join(" ");
}));
// action/deploy/deploy.ts
/** Brings the repository to its server. Never throws: whatever happens is in the result. */
async function deploy(request, effects) {
	const report = new Report(effects, request.app.deploy.url);
	return report.conclude(async () => {
		const { app, root, login, force = false } = request;
		const { run, env } = effects;
		const lock = await report.step("check", async () => {
			const found = await readLock(root, run, env);
			if (!found) throw new Fault("usage", "check", "there is no requirements.txt and no uv.lock", `Add one to ${root}.`);
			if (found.kind === "loose") report.warn(`${found.from} pins no versions: what is installed depends on the day. Compile it with hashes (pip-compile --generate-hashes).`);
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
			if (found.dirty) report.warn("files differ from the commit: what is in the working tree is deployed");
			return [found, `${found.files.length} files of ${found.commit.slice(0, 10)}`];
		});
		report.commit = source.commit;
		const secrets = request.env && envFile(request.env);
		const settings = driverSettings(app, readNginx(root));
		const target = serverTarget(login, app.name, effects, report);
		const looked = await report.step("connect", () => look(target, {
			...common$1(request),
			op: "deploy",
			settings,
			force,
			commit: source.commit,
			commitAt: source.commitAt,
			files: source.files,
			lock: lock.text,
			fingerprint: fingerprint(source.files, lock.text),
			envDigest: secrets === void 0 ? void 0 : createHash("sha256").update(secrets).digest("hex")
		}));
		return finish(report, request, effects, target, looked, async (inventory) => {
			const files = inventory.missing.map((index) => source.files[index]);
			if (inventory.venv) return {
				root,
				files,
				wheels: [],
				env: secrets
			};
			const wheels = await report.step("build", async () => {
				const { python } = inventory;
				const { cacheDir, signal } = effects;
				const built = await buildWheels({
					lock,
					python,
					cacheDir,
					run,
					env,
					signal,
					onLine: (line) => report.line(line)
				});
				return [built, `${built.length} wheels for Python ${python.version}`];
			});
			return {
				root,
				files,
				wheels,
				env: secrets
			};
		});
	});
}
/** Goes back to a former release, gated like any other. Never throws. */
async function rollback(request, effects) {
	const report = new Report(effects, request.app.deploy.url);
	return report.conclude(async () => {
		const { app, login, release } = request;
		const target = serverTarget(login, app.name, effects, report);
		const settings = driverSettings(app, readNginx(request.root));
		const looked = await report.step("connect", () => look(target, {
			...common$1(request),
			op: "rollback",
			settings,
			release
		}));
		return finish(report, request, effects, target, looked, async () => ({
			root: "",
			files: [],
			wheels: [],
			env: void 0
		}));
	});
}
async function look(target, ask) {
	const looked = await target.look(ask).catch(async (error) => {
		await target.leave();
		throw error;
	});
	return [looked, looked.t === "outcome" ? looked.status : looked.previous ? `${looked.previous} serves` : "nothing serves yet"];
}
/** What a deploy and a rollback have in common: everything after the first answer. */
async function finish(report, { app, dryRun }, effects, target, looked, pack) {
	try {
		if (looked.t === "outcome") return looked;
		report.saw(looked);
		if (dryRun) return report.planned(looked);
		const parcel = await pack(looked);
		const { smoke, url } = app.deploy;
		const want = {
			...smoke,
			contains: smoke.contains ?? ""
		};
		return await target.act(parcel, () => report.step("outside", async () => {
			const verdict = await askOutside(effects.fetch, url, want);
			return [verdict, verdict.keep ? `${url} answers` : verdict.message];
		}));
	} finally {
		await target.leave();
		report.cost = target.cost;
	}
}
async function buildHook(hook, { root }, { run, env, log, signal }) {
	const options = {
		cwd: root,
		env,
		timeoutMs: hook.timeout * 1e3,
		...signal ? { signal } : {}
	};
	const done = await run([
		"sh",
		"-c",
		hook.run
	], {
		...options,
		onLine: (line) => log.line(line)
	});
	const last = (done.stderr || done.stdout).trim().split("\n").slice(-8).join("\n");
	if (done.timedOut) throw new Fault("app", "build", `the build hook took over ${hook.timeout} s and was ended`, last);
	if (done.code !== 0) throw new Fault("app", "build", `the build hook \`${hook.run}\` ended with ${done.code}`, last);
	return [void 0, hook.run];
}
var common$1;
var init_deploy$1 = __esmMin((() => {
	init__node_crypto();
	init_fault();
	init_files();
	init_lock();
	init_outside();
	init_plan();
	init_result();
	init_server();
	init_wheels();
	common$1 = ({ runUrl, lockSeconds = 600, hold }) => ({
		run: runUrl,
		lockSeconds,
		hold
	});
}));
// generators/progress.ts
/** A line a step, on stderr: stdout is for the result. */
function terminalLog({ stderr, env }) {
	const paint = painter(stderr, env);
	return {
		step: () => {},
		line: (text) => stderr.write(`    ${paint.dim(text)}\n`),
		warning: (text) => stderr.write(`${paint.yellow("warning:")} ${text}\n`),
		done: (step) => stderr.write(`${stepLine(step, paint)}\n`)
	};
}
/** The result in words; for stderr when it failed, for stdout when it did not. */
function resultText(result) {
	const { status, release, previousRelease, cause, durationMs } = result;
	const seconds = (durationMs / 1e3).toFixed(2);
	if (cause) {
		const what = {
			app: "the app",
			infrastructure: "the infrastructure",
			usage: "the request",
			setup: "the server's setup"
		};
		const whose = cause.kind in what ? ` (${what[cause.kind]})` : "";
		const serves = previousRelease ? `${previousRelease} serves.` : "Nothing is deployed.";
		return [
			`${status} in step ${cause.step}${whose}: ${cause.message}`,
			...cause.next ? [cause.next] : [],
			...cause.unit ? ["", `unit: ${cause.unit}`] : [],
			...cause.traceback ? ["", cause.traceback] : [],
			...!cause.traceback && cause.journal.length > 0 ? ["", ...cause.journal.slice(-15)] : [],
			"",
			serves
		].join("\n");
	}
	if (status === "unchanged") return `unchanged: ${release || "nothing"} serves (${seconds} s)`;
	const { requestsSent, requestsFailed, longestStallMs, roundTrips } = result;
	const probed = `${requestsSent} requests while it switched, ${requestsFailed} failed, longest ${longestStallMs} ms`;
	return `${status === "deployed" ? "deployed" : "went back to"} ${release} in ${seconds} s (${probed}; ${roundTrips} round trips)`;
}
var stepLine, exitCodeOf;
var init_progress = __esmMin((() => {
	stepLine = ({ name, durationMs, detail }, paint) => `${paint.green("·")} ${name.padEnd(14)}${paint.dim(`${String(durationMs).padStart(6)} ms`)}  ${detail}`;
	exitCodeOf = ({ cause }) => cause ? 1 : 0;
}));
// action/deploy/process.ts
var process_exports = /* @__PURE__ */ __exportAll({ runProcess: () => runProcess });
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
var LINGER_MS, runProcess;
var init_process = __esmMin((() => {
	init__node_child_process();
	init__node_string_decoder();
	LINGER_MS = 250;
	runProcess = (argv, options = {}) => new Promise((resolve, reject) => {
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
}));
// action/deploy/effects.ts
/** The effects of a real machine; what only the caller can know comes from it. */
function realEffects(given) {
	const { signal, ...rest } = given;
	return {
		...rest,
		...signal ? { signal } : {},
		run: runProcess,
		now: () => performance.now(),
		fetch: globalThis.fetch
	};
}
var init_effects = __esmMin((() => {
	init_process();
}));
// generators/server-flags.ts
/** @throws {@link UsageError} when there is no app here or no host is named. */
function destination(given, { cwd }) {
	const file = resolve(cwd, given.config ?? "flask-deploy.yml");
	const app = read(file);
	const { deploy } = app;
	const hosts = given.host ?? [deploy.host ?? []].flat();
	if (hosts.length === 0) throw new UsageError(`no host: give --host, or write deploy.host into ${file}`);
	const bad = hosts.filter((host) => host.startsWith("-"));
	if (bad.length > 0) throw new UsageError(`--host ${bad[0]} is not the name of a host`);
	const logins = hosts.map((host) => {
		const at = host.lastIndexOf("@");
		return {
			host: host.slice(at + 1),
			user: given.user ?? (at > 0 ? host.slice(0, at) : deploy.user),
			port: given.port ?? deploy.port,
			...given.identity && { identityFile: resolve(cwd, given.identity) },
			...given["known-hosts"] && { knownHostsFile: resolve(cwd, given["known-hosts"]) }
		};
	});
	return {
		app,
		root: resolve(file, ".."),
		logins
	};
}
function read(file) {
	let text;
	try {
		text = readFileSync(file, "utf8");
	} catch {
		throw new UsageError(`there is no ${file}: run this where the app is, or name the file with --config`);
	}
	try {
		return readApp(text, file);
	} catch (error) {
		throw error instanceof AppError ? new UsageError(...error.message.split("\n")) : error;
	}
}
/** The engine's effects for a command in a terminal. */
function effectsOf(io, log) {
	const env = Object.fromEntries(Object.entries(io.env).filter((entry) => entry[1] !== void 0));
	return {
		...realEffects({
			cacheDir: join(io.env.XDG_CACHE_HOME ?? join(homedir(), ".cache"), "flask-deploy"),
			env,
			log,
			signal: io.signal
		}),
		run: io.run
	};
}
/** Ends a command whose server could not be asked. */
function failureOf(error) {
	const { message, next } = error;
	return new Failure(next ? `${message}\n${next}` : message);
}
var serverFlags, whoRuns;
var init_server_flags = __esmMin((() => {
	init__node_fs();
	init__node_os();
	init__node_path();
	init_app();
	init_effects();
	init_errors$1();
	serverFlags = [
		{
			name: "host",
			kind: "text",
			value: "HOST",
			many: true,
			help: "server to go to; may be given several times"
		},
		{
			name: "user",
			kind: "text",
			value: "USER",
			help: "who logs in (deploy)"
		},
		{
			name: "port",
			kind: "integer",
			range: [1, 65535],
			help: "port of sshd (22)"
		},
		{
			name: "identity",
			kind: "text",
			short: "i",
			value: "FILE",
			help: "private key to log in with"
		},
		{
			name: "known-hosts",
			kind: "text",
			value: "FILE",
			help: "file that pins the server's host key"
		},
		{
			name: "config",
			kind: "text",
			value: "FILE",
			help: `where the app's ${appFile} is`
		},
		{
			name: "json",
			kind: "boolean",
			help: "the result as JSON on stdout"
		}
	];
	whoRuns = () => `${userInfo().username} in a terminal`;
}));
// generators/deploy.ts
var deploy_exports = /* @__PURE__ */ __exportAll({
	deployCommand: () => deployCommand,
	tell: () => tell
});
/** Prints one result or, of several hosts, each; gives the exit code. */
function tell(results, json, io) {
	const code = Math.max(...results.map(exitCodeOf));
	if (json) io.stdout.write(`${JSON.stringify(results.length === 1 ? results[0] : results, null, 2)}\n`);
	else for (const result of results) io[result.cause ? "stderr" : "stdout"].write(`${resultText(result)}\n`);
	return code;
}
function readEnv(file) {
	try {
		return parseEnv(readFileSync(file, "utf8"));
	} catch (error) {
		throw new UsageError(`--env-file ${file} cannot be read: ${error.message}`);
	}
}
var deployCommand;
var init_deploy = __esmMin((() => {
	init__node_fs();
	init__node_path();
	init__node_util();
	init_deploy$1();
	init_command$1();
	init_errors$1();
	init_progress();
	init_server_flags();
	deployCommand = command({
		name: "deploy",
		summary: "bring the repository to its server: gated, no request dropped, taken back when bad",
		flags: [
			...serverFlags,
			{
				name: "url",
				kind: "text",
				value: "URL",
				help: "public address to ask after the switch"
			},
			{
				name: "env-file",
				kind: "text",
				value: "FILE",
				help: "the app's environment on the server, as NAME=value lines"
			},
			{
				name: "force",
				kind: "boolean",
				help: "also if the server runs a newer commit, or this one"
			},
			{
				name: "wait",
				kind: "integer",
				range: [0, 86400],
				help: "seconds to wait for another deploy (600)"
			},
			{
				name: "dry-run",
				kind: "boolean",
				help: "look and plan, change nothing"
			}
		],
		examples: [["create-flask-deploy deploy", "to the host that flask-deploy.yml names"], ["create-flask-deploy deploy --host shop.example.org --identity key --known-hosts known_hosts", "to another"]]
	}, async ({ values }, io) => {
		const { app, root, logins } = destination(values, io);
		const { url, force, wait } = values;
		const env = values["env-file"] === void 0 ? void 0 : readEnv(resolve(io.cwd, values["env-file"]));
		const results = [];
		for (const login of logins) {
			const request = {
				app: url ? {
					...app,
					deploy: {
						...app.deploy,
						url
					}
				} : app,
				root,
				login,
				runUrl: whoRuns(),
				...env && { env },
				...force && { force },
				...wait !== void 0 && { lockSeconds: wait },
				dryRun: values["dry-run"] ?? false
			};
			results.push(await deploy(request, effectsOf(io, terminalLog(io))));
			if (exitCodeOf(results.at(-1)) !== 0) break;
		}
		return tell(results, values.json ?? false, io);
	});
}));
// generators/rollback.ts
var rollback_exports = /* @__PURE__ */ __exportAll({ rollbackCommand: () => rollbackCommand });
var rollbackCommand;
var init_rollback = __esmMin((() => {
	init_deploy$1();
	init_command$1();
	init_deploy();
	init_errors$1();
	init_progress();
	init_server_flags();
	rollbackCommand = command({
		name: "rollback",
		summary: "go back to a former release: code, packages, ini, unit and site",
		positionals: [{
			name: "ID",
			help: "the release; the last good one before the current if left out",
			optional: true
		}],
		flags: [
			...serverFlags,
			{
				name: "wait",
				kind: "integer",
				range: [0, 86400],
				help: "seconds to wait for another deploy (600)"
			},
			{
				name: "dry-run",
				kind: "boolean",
				help: "look and plan, change nothing"
			}
		],
		examples: [["create-flask-deploy rollback", "to the release before this one"], ["create-flask-deploy rollback 20261121T031500Z-1a2b3c4", "to that one; `releases` lists them"]]
	}, async ({ values, rest }, io) => {
		const { app, root, logins } = destination(values, io);
		const [release] = rest;
		if (release !== void 0 && !/^\d{8}T\d{6}Z-[0-9a-f]{7,12}$/.test(release)) throw new UsageError(`${release} is not the id of a release; \`releases\` lists them`);
		const results = [];
		for (const login of logins) {
			const request = {
				app,
				root,
				login,
				runUrl: whoRuns(),
				dryRun: values["dry-run"] ?? false,
				...release && { release },
				...values.wait !== void 0 && { lockSeconds: values.wait }
			};
			results.push(await rollback(request, effectsOf(io, terminalLog(io))));
		}
		return tell(results, values.json ?? false, io);
	});
}));
// action/deploy/inquiries.ts
/**
* What the server has and whether its current release answers.
*
* @throws {@link Fault} when it cannot be asked.
*/
async function status(request, effects) {
	return await inquire("status", request, effects);
}
/**
* Ends the run that holds the lock; what it had not switched is undone.
*
* @returns who held it; "" when nobody did.
* @throws {@link Fault} when it cannot be ended.
*/
async function unlock(request, effects) {
	return (await inquire("unlock", request, effects)).holder;
}
async function inquire(op, { app, root, login }, effects) {
	const nothing = () => {};
	const session = new Session(login, effects, {
		begin: nothing,
		end: nothing,
		line: nothing,
		warning: nothing
	});
	try {
		const settings = driverSettings(app, readNginx(root));
		session.say({
			op,
			app: app.name,
			login: `${login.user}@${login.host}`,
			settings
		});
		const { t, ...answer } = await session.next();
		if (t !== "outcome") return answer;
		const { cause } = answer;
		throw new Fault(cause?.kind ?? "infrastructure", "connect", cause?.message ?? "the server gave no answer", cause?.next);
	} finally {
		await session.close();
	}
}
var init_inquiries = __esmMin((() => {
	init_fault();
	init_plan();
	init_server();
}));
// generators/releases.ts
var releases_exports = /* @__PURE__ */ __exportAll({ releasesCommand: () => releasesCommand });
var releasesCommand;
var init_releases = __esmMin((() => {
	init_inquiries();
	init_command$1();
	init_help();
	init_progress();
	init_server_flags();
	releasesCommand = command({
		name: "releases",
		summary: "list the releases on the server, the newest last",
		flags: serverFlags,
		examples: [["create-flask-deploy releases", "shows which one serves and which one may be gone back to"]]
	}, async ({ values }, io) => {
		const { app, root, logins } = destination(values, io);
		for (const login of logins) {
			const { releases } = await status({
				app,
				root,
				login
			}, effectsOf(io, terminalLog(io))).catch((error) => {
				throw failureOf(error);
			});
			if (values.json) io.stdout.write(`${JSON.stringify(releases, null, 2)}\n`);
			else if (releases.length === 0) io.stdout.write(`nothing was deployed to ${login.host} yet\n`);
			else for (const line of columns(releases.map((r) => [r.id, `${r.state}${r.good ? "" : ", not good"}`]))) io.stdout.write(`${line}\n`);
		}
		return 0;
	});
}));
// generators/status.ts
var status_exports = /* @__PURE__ */ __exportAll({ statusCommand: () => statusCommand });
var statusCommand, rows;
var init_status = __esmMin((() => {
	init_inquiries();
	init_command$1();
	init_help();
	init_progress();
	init_server_flags();
	statusCommand = command({
		name: "status",
		summary: "tell what serves, whether it answers, and how the server is doing",
		flags: serverFlags,
		examples: [["create-flask-deploy status", "exit code 0 only if the current release answers"]]
	}, async ({ values }, io) => {
		const { app, root, logins } = destination(values, io);
		let code = 0;
		for (const login of logins) {
			const seen = await status({
				app,
				root,
				login
			}, effectsOf(io, terminalLog(io))).catch((error) => {
				throw failureOf(error);
			});
			if (!seen.answers) code = 1;
			if (values.json) io.stdout.write(`${JSON.stringify(seen, null, 2)}\n`);
			else for (const line of columns(rows(login.host, seen))) io.stdout.write(`${line}\n`);
		}
		return code;
	});
	rows = (host, seen) => [
		["host", host],
		["serves", seen.current || "nothing yet"],
		["answers", `${seen.answers ? "yes" : "no"}: ${seen.answer}`],
		["releases", String(seen.releases.length)],
		["deploying", seen.lockedBy || "nobody"],
		["python", seen.python],
		["disk free", `${seen.diskFreeMb} MB`],
		["memory free", `${seen.memoryFreeMb} MB`]
	];
}));
// generators/unlock.ts
var unlock_exports = /* @__PURE__ */ __exportAll({ unlockCommand: () => unlockCommand });
var unlockCommand;
var init_unlock = __esmMin((() => {
	init_inquiries();
	init_command$1();
	init_progress();
	init_server_flags();
	unlockCommand = command({
		name: "unlock",
		summary: "end the deploy that holds the server's lock; what it had not switched is undone",
		flags: serverFlags,
		examples: [["create-flask-deploy unlock", "a lock never outlives its deploy: this ends one that hangs"]]
	}, async ({ values }, io) => {
		const { app, root, logins } = destination(values, io);
		for (const login of logins) {
			const holder = await unlock({
				app,
				root,
				login
			}, effectsOf(io, terminalLog(io))).catch((error) => {
				throw failureOf(error);
			});
			if (values.json) io.stdout.write(`${JSON.stringify({
				host: login.host,
				holder
			}, null, 2)}\n`);
			else io.stdout.write(`${holder ? `ended ${holder}` : "nobody held the lock"}\n`);
		}
		return 0;
	});
}));
// generators/answers.ts
/** Values of the flags that are answers, under the keys of the table. */
function givenAnswers(values) {
	const given = fields.map(({ key }) => [key, values[flagName(key)]]);
	return Object.fromEntries(given.filter(([, value]) => value !== void 0));
}
/** Why a folder's name cannot be the app's, with the flag that says another one. */
function dirNameProblem(dir, cwd) {
	const name = nameOf(dir, cwd);
	const problem = nameProblem(name);
	if (!problem) return void 0;
	const near = suggestion(name) || `my-${name}`;
	const other = nameProblem(near) ? "NAME" : near;
	return `the folder's name, ${JSON.stringify(name)}, cannot be the app's, which ${problem.replace(/ \(try [^)]*\)/, "")}: name the app with --name ${other}`;
}
/** The answers with every default filled in; only a name has none. A wrong answer stays, and gives no default below it. */
function withDefaults(given) {
	const answers = {};
	const sound = {};
	for (const field of fields) {
		const value = given[field.key] ?? field.standard(sound);
		answers[field.key] = value;
		if (value !== void 0 && fieldProblem(field, value) === void 0) sound[field.key] = value;
	}
	return answers;
}
/** What is wrong with answers that were given, each a sentence that names its flag. */
function answerProblems(given) {
	const whole = withDefaults(given);
	const wrong = fields.flatMap((field) => {
		const value = given[field.key];
		const problem = value === void 0 ? void 0 : fieldProblem(field, value);
		if (problem) return [`--${flagName(field.key)} ${JSON.stringify(value)}: ${problem}`];
		return value !== void 0 && field.when && !field.when(whole) && value !== standardOf$1(field, given) ? [`--${flagName(field.key)} has no effect here: it is the ${field.help}`] : [];
	});
	const idleKeys = new Set(wrong.map((text) => text.split(" ", 1)[0]));
	const clashes = conflicts(whole).filter(({ key }) => !idleKeys.has(`--${flagName(key)}`));
	return [...wrong, ...clashes.map(({ key, message }) => `--${flagName(key)}: ${message}`)];
}
/**
* The answers, whole and right.
*
* @throws when one is missing or wrong: nothing is ever rendered from answers that did not pass here.
*/
function checkedAnswers(given) {
	const answers = withDefaults(given);
	const problems = answerProblems(answers);
	const absent = fields.filter(({ key }) => answers[key] === void 0).map(({ key }) => `--${flagName(key)} is missing`);
	if (problems.length + absent.length > 0) throw new Error([...problems, ...absent].join("\n"));
	return answers;
}
/** The flags that say what differs from the defaults, in the table's order, as words of a command line. */
function flagsOf(answers, implied) {
	let known = implied;
	const words = [];
	for (const { key, kind, when } of fields) {
		const value = answers[key];
		if (withDefaults(known)[key] === value || when && !when(answers)) continue;
		known = {
			...known,
			[key]: value
		};
		const flag = flagName(key);
		if (kind === "boolean") words.push(value ? `--${flag}` : `--no-${flag}`);
		else words.push(`--${flag}`, String(value));
	}
	return words;
}
var flagName, nameOf, missing, standardOf$1;
var init_answers = __esmMin((() => {
	init__node_path();
	init_fields();
	init_names();
	flagName = (key) => key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
	nameOf = (dir, cwd) => basename(resolve(cwd, dir));
	missing = (given) => fields.filter(({ key, when }) => given[key] === void 0 && (when?.(withDefaults(given)) ?? true)).map(({ key }) => key);
	standardOf$1 = ({ key }, given) => withDefaults({
		...given,
		[key]: void 0
	})[key];
}));
// generators/first-commit.ts
/**
* Makes a repository whose only commit holds `paths` of `workTree`. The branch is main, which the generated workflow
* deploys. The person's identity is used; where there is none, a fallback signs this commit only and is not configured.
*
* @throws {@link GitError}
*/
async function firstCommit(workTree, gitDir, paths, io) {
	const git = async (args, stdin) => {
		const argv = [
			"git",
			`--git-dir=${gitDir}`,
			`--work-tree=${workTree}`,
			"--literal-pathspecs",
			...args
		];
		const done = await io.run(argv, {
			cwd: workTree,
			env: plainEnv(io),
			signal: io.signal,
			...stdin && { stdin }
		});
		io.signal.throwIfAborted();
		return done;
	};
	const must = async (args, stdin) => {
		const { code, stdout, stderr } = await git(args, stdin);
		if (code !== 0) throw new GitError(`git ${args.find((arg) => /^[a-z]/.test(arg))}: ${stderr.trim().split("\n").at(-1)}`);
		return stdout.trim();
	};
	await must(["init", "--quiet"]);
	await git([
		"config",
		"--unset",
		"core.worktree"
	]);
	await must([
		"symbolic-ref",
		"HEAD",
		"refs/heads/main"
	]);
	await must([
		"add",
		"--force",
		"--pathspec-from-file=-",
		"--pathspec-file-nul"
	], paths.join("\0"));
	const own = (await git([
		"-c",
		"user.useConfigOnly=true",
		"var",
		"GIT_COMMITTER_IDENT"
	])).code === 0;
	await must([
		...[
			"-c",
			"commit.gpgSign=false",
			"-c",
			"core.hooksPath=/dev/null",
			...own ? [] : fallback
		],
		"commit",
		"--quiet",
		"--message",
		"Start from create-flask-deploy"
	]);
	return {
		state: "committed",
		commit: await must([
			"rev-parse",
			"--short",
			"HEAD"
		]),
		identity: own ? "own" : "fallback"
	};
}
/** The environment without what points git at another repository, as it does inside a hook. */
function plainEnv(io) {
	const pointing = /^GIT_(DIR|WORK_TREE|INDEX_FILE|OBJECT_DIRECTORY|PREFIX|NAMESPACE|COMMON_DIR)$/;
	const kept = Object.entries(io.env).filter(([name, value]) => value !== void 0 && !pointing.test(name));
	return {
		...Object.fromEntries(kept),
		GIT_TERMINAL_PROMPT: "0"
	};
}
var GitError, fallback, hasGit;
var init_first_commit = __esmMin((() => {
	GitError = class extends Error {
		name = "GitError";
	};
	fallback = [
		"-c",
		"user.name=create-flask-deploy",
		"-c",
		"user.email=create-flask-deploy@localhost"
	];
	hasGit = (io) => io.run(["git", "--version"], { env: plainEnv(io) }).then(({ code }) => code === 0, () => false);
}));
// generators/package.ts
var packageFolder, version;
var init_package = __esmMin((() => {
	init__node_fs();
	init__node_path();
	packageFolder = join(import.meta.dirname, "..");
	version = () => JSON.parse(readFileSync(join(packageFolder, "package.json"), "utf8")).version;
}));
// ../../main/node_modules/ejs/lib/esm/utils.js
/**
* Private utility functions
* @module utils
* @private
*/
function encode_char(c) {
	return _ENCODE_HTML_RULES[c] || c;
}
function escapeXMLToString() {
	return Function.prototype.toString.call(this) + ";\n" + escapeFuncStr;
}
var utils, regExpChars, hasOwnProperty, hasOwn, _ENCODE_HTML_RULES, _MATCH_HTML, escapeFuncStr;
var init_utils$3 = __esmMin((() => {
	utils = {};
	regExpChars = /[|\\{}()[\]^$+*?.]/g;
	hasOwnProperty = Object.prototype.hasOwnProperty;
	hasOwn = function(obj, key) {
		return hasOwnProperty.apply(obj, [key]);
	};
	utils.hasOwn = hasOwn;
	/**
	* Escape characters reserved in regular expressions.
	*
	* If `string` is `undefined` or `null`, the empty string is returned.
	*
	* @param {String} string Input string
	* @return {String} Escaped string
	* @static
	* @private
	*/
	utils.escapeRegExpChars = function(string) {
		// istanbul ignore if
		if (!string) return "";
		return String(string).replace(regExpChars, "\\$&");
	};
	_ENCODE_HTML_RULES = {
		"&": "&amp;",
		"<": "&lt;",
		">": "&gt;",
		"\"": "&#34;",
		"'": "&#39;"
	};
	_MATCH_HTML = /[&<>'"]/g;
	escapeFuncStr = "var _ENCODE_HTML_RULES = {\n      \"&\": \"&amp;\"\n    , \"<\": \"&lt;\"\n    , \">\": \"&gt;\"\n    , '\"': \"&#34;\"\n    , \"'\": \"&#39;\"\n    }\n  , _MATCH_HTML = /[&<>'\"]/g;\nfunction encode_char(c) {\n  return _ENCODE_HTML_RULES[c] || c;\n};\n";
	/**
	* Escape characters reserved in XML.
	*
	* If `markup` is `undefined` or `null`, the empty string is returned.
	*
	* @implements {EscapeCallback}
	* @param {String} markup Input string
	* @return {String} Escaped string
	* @static
	* @private
	*/
	utils.escapeXML = function(markup) {
		return markup == void 0 ? "" : String(markup).replace(_MATCH_HTML, encode_char);
	};
	try {
		if (typeof Object.defineProperty === "function") Object.defineProperty(utils.escapeXML, "toString", { value: escapeXMLToString });
		else utils.escapeXML.toString = escapeXMLToString;
	} catch (err) {
		console.warn("Unable to set escapeXML.toString (is the Function prototype frozen?)");
	}
	/**
	* Naive copy of properties from one object to another.
	* Does not recurse into non-scalar properties
	* Does not check to see if the property has a value before copying
	*
	* @param  {Object} to   Destination object
	* @param  {Object} from Source object
	* @return {Object}      Destination object
	* @static
	* @private
	*/
	utils.shallowCopy = function(to, from) {
		from = from || {};
		if (to !== null && to !== void 0) for (var p in from) {
			if (!hasOwn(from, p)) continue;
			if (p === "__proto__" || p === "constructor") continue;
			to[p] = from[p];
		}
		return to;
	};
	/**
	* Simple in-process cache implementation. Does not implement limits of any
	* sort.
	*
	* @implements {Cache}
	* @static
	* @private
	*/
	utils.cache = {
		_data: {},
		set: function(key, val) {
			this._data[key] = val;
		},
		get: function(key) {
			return this._data[key];
		},
		remove: function(key) {
			delete this._data[key];
		},
		reset: function() {
			this._data = {};
		}
	};
	/**
	* Transforms hyphen case variable into camel case.
	*
	* @param {String} string Hyphen case string
	* @return {String} Camel case string
	* @static
	* @private
	*/
	utils.hyphenToCamel = function(str) {
		return str.replace(/-[a-z]/g, function(match) {
			return match[1].toUpperCase();
		});
	};
	/**
	* Returns a null-prototype object in runtimes that support it
	*
	* @return {Object} Object, prototype will be set to null where possible
	* @static
	* @private
	*/
	utils.createNullProtoObjWherePossible = (function() {
		if (typeof Object.create == "function") return function() {
			return Object.create(null);
		};
		if (!({ __proto__: null } instanceof Object)) return function() {
			return { __proto__: null };
		};
		return function() {
			return {};
		};
	})();
	/**
	* Copies own-properties from one object to a null-prototype object for basic
	* protection against prototype pollution
	*
	* @return {Object} Object with own-properties of input object
	* @static
	* @private
	*/
	utils.hasOwnOnlyObject = function(obj) {
		var o = utils.createNullProtoObjWherePossible();
		for (var p in obj) if (hasOwn(obj, p)) o[p] = obj[p];
		return o;
	};
}));
// ../../main/node_modules/ejs/lib/esm/ejs.js
/**
* @file Embedded JavaScript templating engine. {@link http://ejs.co}
* @author Matthew Eernisse <mde@fleegix.org>
* @project EJS
* @license {@link http://www.apache.org/licenses/LICENSE-2.0 Apache License, Version 2.0}
*/
/**
* Try to resolve file path on multiple directories
*
* @param  {String}        name  specified path
* @param  {Array<String>} paths list of possible parent directory paths
* @return {String}
*/
function resolvePaths(name, paths) {
	let filePath;
	if (paths.some(function(v) {
		filePath = ejs.resolveInclude(name, v, true);
		return builtin$25.existsSync(filePath);
	})) return filePath;
}
/**
* Get the path to the included file by Options
*
* @param  {String}  path    specified path
* @param  {Options} options compilation options
* @return {String}
*/
function getIncludePath(path, options) {
	let includePath;
	let filePath;
	let views = options.views;
	let match = /^[A-Za-z]+:\\|^\//.exec(path);
	if (match && match.length) {
		path = path.replace(/^\/*/, "");
		if (Array.isArray(options.root)) includePath = resolvePaths(path, options.root);
		else includePath = ejs.resolveInclude(path, options.root || "/", true);
	} else {
		if (options.filename) {
			filePath = ejs.resolveInclude(path, options.filename);
			if (builtin$25.existsSync(filePath)) includePath = filePath;
		}
		if (!includePath && Array.isArray(views)) includePath = resolvePaths(path, views);
		if (!includePath && typeof options.includer !== "function") throw new Error("Could not find the include file \"" + options.escapeFunction(path) + "\"");
	}
	return includePath;
}
/**
* Get the template from a string or a file, either compiled on-the-fly or
* read from cache (if enabled), and cache the template if needed.
*
* If `template` is not set, the file specified in `options.filename` will be
* read.
*
* If `options.cache` is true, this function reads the file from
* `options.filename` so it must be set prior to calling this function.
*
* @memberof module:ejs-internal
* @param {Options} options   compilation options
* @param {String} [template] template source
* @return {TemplateFunction}
* @static
*/
function handleCache(options, template) {
	let func;
	let filename = options.filename;
	let hasTemplate = arguments.length > 1;
	if (options.cache) {
		if (!filename) throw new Error("cache option requires a filename");
		func = ejs.cache.get(filename);
		if (func) return func;
		if (!hasTemplate) template = fileLoader(filename).toString().replace(_BOM, "");
	} else if (!hasTemplate) {
		// istanbul ignore if: should not happen at all
		if (!filename) throw new Error("Internal EJS error: no file name or template provided");
		template = fileLoader(filename).toString().replace(_BOM, "");
	}
	func = ejs.compile(template, options);
	if (options.cache) ejs.cache.set(filename, func);
	return func;
}
/**
* Try calling handleCache with the given options and data and call the
* callback with the result. If an error occurs, call the callback with
* the error. Used by renderFile().
*
* @memberof module:ejs-internal
* @param {Options} options    compilation options
* @param {Object} data        template data
* @param {RenderFileCallback} cb callback
* @static
*/
function tryHandleCache(options, data, cb) {
	let result;
	if (!cb) {
		if (typeof ejs.promiseImpl == "function") return new ejs.promiseImpl(function(resolve, reject) {
			try {
				result = handleCache(options)(data);
				resolve(result);
			} catch (err) {
				reject(err);
			}
		});
		else throw new Error("Please provide a callback function");
	} else {
		try {
			result = handleCache(options)(data);
		} catch (err) {
			return cb(err);
		}
		cb(null, result);
	}
}
/**
* fileLoader is independent
*
* @param {String} filePath ejs file path.
* @return {String} The contents of the specified file.
* @static
*/
function fileLoader(filePath) {
	return ejs.fileLoader(filePath);
}
/**
* Get the template function.
*
* If `options.cache` is `true`, then the template is cached.
*
* @memberof module:ejs-internal
* @param {String}  path    path for the specified file
* @param {Options} options compilation options
* @return {TemplateFunction}
* @static
*/
function includeFile(path, options) {
	let opts = utils.shallowCopy(utils.createNullProtoObjWherePossible(), options);
	opts.filename = getIncludePath(path, opts);
	if (typeof options.includer === "function") {
		let includerResult = options.includer(path, opts.filename);
		if (includerResult) {
			if (includerResult.filename) opts.filename = includerResult.filename;
			if (includerResult.template || includerResult.template === "") return handleCache(opts, includerResult.template);
		}
	}
	return handleCache(opts);
}
/**
* Re-throw the given `err` in context to the `str` of ejs, `filename`, and
* `lineno`.
*
* @implements {RethrowCallback}
* @memberof module:ejs-internal
* @param {Error}  err      Error object
* @param {String} str      EJS source
* @param {String} flnm     file name of the EJS file
* @param {Number} lineno   line number of the error
* @param {EscapeCallback} esc
* @static
*/
function rethrow(err, str, flnm, lineno, esc) {
	let lines = str.split("\n");
	let start = Math.max(lineno - 3, 0);
	let end = Math.min(lines.length, lineno + 3);
	let filename = esc(flnm);
	let context = lines.slice(start, end).map(function(line, i) {
		let curr = i + start + 1;
		return (curr == lineno ? " >> " : "    ") + curr + "| " + line;
	}).join("\n");
	err.path = filename;
	err.message = (filename || "ejs") + ":" + lineno + "\n" + context + "\n\n" + err.message;
	throw err;
}
function stripSemi(str) {
	return str.replace(/;(\s*$)/, "$1");
}
function Template(text, optsParam) {
	let opts = utils.hasOwnOnlyObject(optsParam);
	let options = utils.createNullProtoObjWherePossible();
	this.templateText = text;
	/** @type {string | null} */
	this.mode = null;
	this.truncate = false;
	this.currentLine = 1;
	this.source = "";
	options.escapeFunction = opts.escape || opts.escapeFunction || utils.escapeXML;
	options.compileDebug = opts.compileDebug !== false;
	options.debug = !!opts.debug;
	options.filename = opts.filename;
	options.openDelimiter = opts.openDelimiter || ejs.openDelimiter || _DEFAULT_OPEN_DELIMITER;
	options.closeDelimiter = opts.closeDelimiter || ejs.closeDelimiter || _DEFAULT_CLOSE_DELIMITER;
	options.delimiter = opts.delimiter || ejs.delimiter || _DEFAULT_DELIMITER;
	options.strict = opts.strict || false;
	options.context = opts.context;
	options.cache = opts.cache || false;
	options.rmWhitespace = opts.rmWhitespace;
	options.root = opts.root;
	options.includer = opts.includer;
	options.outputFunctionName = opts.outputFunctionName;
	options.localsName = opts.localsName || ejs.localsName || _DEFAULT_LOCALS_NAME;
	options.views = opts.views;
	options.async = opts.async;
	options.destructuredLocals = opts.destructuredLocals;
	options.legacyInclude = typeof opts.legacyInclude != "undefined" ? !!opts.legacyInclude : true;
	options.unsafePrototypeLocals = !!opts.unsafePrototypeLocals;
	if (options.strict) options._with = false;
	else options._with = typeof opts._with != "undefined" ? opts._with : true;
	this.opts = options;
	this.regex = this.createRegex();
	this.tags = buildTags(options);
}
function buildTags(opts) {
	let o = opts.openDelimiter;
	let d = opts.delimiter;
	let c = opts.closeDelimiter;
	return {
		eval: o + d,
		evalSlurp: o + d + "_",
		escaped: o + d + "=",
		raw: o + d + "-",
		comment: o + d + "#",
		literalOpen: o + d + d,
		close: d + c,
		closeTrim: "-" + d + c,
		closeSlurp: "_" + d + c,
		literalClose: d + d + c
	};
}
function countNewlines(str) {
	let count = 0;
	for (let i = str.indexOf("\n"); i !== -1; i = str.indexOf("\n", i + 1)) count++;
	return count;
}
var DECLARATION_KEYWORD, ejs, _DEFAULT_OPEN_DELIMITER, _DEFAULT_CLOSE_DELIMITER, _DEFAULT_DELIMITER, _DEFAULT_LOCALS_NAME, _REGEX_STRING, _BOM, _JS_IDENTIFIER;
var init_ejs = __esmMin((() => {
	init__node_fs();
	init__node_path();
	init_utils$3();
	DECLARATION_KEYWORD = "let";
	ejs = {};
	_DEFAULT_OPEN_DELIMITER = "<";
	_DEFAULT_CLOSE_DELIMITER = ">";
	_DEFAULT_DELIMITER = "%";
	_DEFAULT_LOCALS_NAME = "locals";
	_REGEX_STRING = "(<%%|%%>|<%=|<%-|<%_|<%#|<%|%>|-%>|_%>)";
	_BOM = /^\uFEFF/;
	_JS_IDENTIFIER = /^[a-zA-Z_$][0-9a-zA-Z_$]*$/;
	/**
	* EJS template function cache. This can be a LRU object from lru-cache NPM
	* module. By default, it is {@link module:utils.cache}, a simple in-process
	* cache that grows continuously.
	*
	* @type {Cache}
	*/
	ejs.cache = utils.cache;
	/**
	* Custom file loader. Useful for template preprocessing or restricting access
	* to a certain part of the filesystem.
	*
	* @type {fileLoader}
	*/
	ejs.fileLoader = builtin$25.readFileSync;
	/**
	* Name of the object containing the locals.
	*
	* This variable is overridden by {@link Options}`.localsName` if it is not
	* `undefined`.
	*
	* @type {String}
	* @public
	*/
	ejs.localsName = _DEFAULT_LOCALS_NAME;
	/**
	* Promise implementation -- defaults to the native implementation if available
	* This is mostly just for testability
	*
	* @type {PromiseConstructorLike}
	* @public
	*/
	ejs.promiseImpl = new Function("return this;")().Promise;
	/**
	* Get the path to the included file from the parent file path and the
	* specified path.
	*
	* @param {String}  name     specified path
	* @param {String}  filename parent file path
	* @param {Boolean} [isDir=false] whether the parent file path is a directory
	* @return {String}
	*/
	ejs.resolveInclude = function(name, filename, isDir) {
		let dirname = builtin$24.dirname;
		let extname = builtin$24.extname;
		let resolve = builtin$24.resolve;
		let includePath = resolve(isDir ? filename : dirname(filename), name);
		if (!extname(name)) includePath += ".ejs";
		return includePath;
	};
	/**
	* Compile the given `str` of ejs into a template function.
	*
	* @param {String}  template EJS template
	*
	* @param {Options} [opts] compilation options
	*
	* @return {TemplateFunction}
	* Note that the return type of the function depends on the value of `opts.async`.
	* @public
	*/
	ejs.compile = function compile(template, opts) {
		let templ;
		if (opts && opts.scope) {
			console.warn("`scope` option is deprecated and will be removed in future EJS");
			if (!opts.context) opts.context = opts.scope;
			delete opts.scope;
		}
		templ = new Template(template, opts);
		return templ.compile();
	};
	/**
	* Render the given `template` of ejs.
	*
	* If you would like to include options but not data, you need to explicitly
	* call this function with `data` being an empty object or `null`.
	*
	* @param {String}   template EJS template
	* @param {Object}  [data={}] template data
	* @param {Options} [opts={}] compilation and rendering options
	* @return {(String|Promise<String>)}
	* Return value type depends on `opts.async`.
	* @public
	*/
	ejs.render = function(template, d, o) {
		let data = d || utils.createNullProtoObjWherePossible();
		return handleCache(o || utils.createNullProtoObjWherePossible(), template)(data);
	};
	/**
	* Render an EJS file at the given `path` and callback `cb(err, str)`.
	*
	* If you would like to include options but not data, you need to explicitly
	* call this function with `data` being an empty object or `null`.
	*
	* @param {String}             path     path to the EJS file
	* @param {Object}            [data={}] template data
	* @param {Options}           [opts={}] compilation and rendering options
	* @param {RenderFileCallback} cb callback
	* @public
	*/
	ejs.renderFile = function() {
		let args = Array.prototype.slice.call(arguments);
		let filename = args.shift();
		let cb;
		let opts = { filename };
		let data;
		if (typeof arguments[arguments.length - 1] == "function") cb = args.pop();
		if (args.length) {
			data = args.shift();
			if (data == null) data = utils.createNullProtoObjWherePossible();
			if (args.length) utils.shallowCopy(opts, args.pop());
			else if (utils.hasOwn(data, "settings") && data.settings) {
				if (data.settings.views) opts.views = data.settings.views;
				if (data.settings["view cache"]) opts.cache = true;
			}
			opts.filename = filename;
		} else data = utils.createNullProtoObjWherePossible();
		return tryHandleCache(opts, data, cb);
	};
	/**
	* Clear intermediate JavaScript cache. Calls {@link Cache#reset}.
	* @public
	*/
	/**
	* EJS template class
	* @public
	*/
	ejs.Template = Template;
	ejs.clearCache = function() {
		ejs.cache.reset();
	};
	Template.modes = {
		EVAL: "eval",
		ESCAPED: "escaped",
		RAW: "raw",
		COMMENT: "comment",
		LITERAL: "literal"
	};
	Template.prototype = {
		createRegex: function() {
			let str = _REGEX_STRING;
			let delim = utils.escapeRegExpChars(this.opts.delimiter);
			let open = utils.escapeRegExpChars(this.opts.openDelimiter);
			let close = utils.escapeRegExpChars(this.opts.closeDelimiter);
			str = str.replace(/%/g, delim).replace(/</g, open).replace(/>/g, close);
			return new RegExp(str);
		},
		compile: function() {
			/** @type {string} */
			let src;
			let fn;
			let opts = this.opts;
			let prepended = "";
			let appended = "";
			/** @type {EscapeCallback} */
			let escapeFn = opts.escapeFunction;
			/** @type {FunctionConstructor} */
			let ctor;
			/** @type {string} */
			let sanitizedFilename = opts.filename ? JSON.stringify(opts.filename) : "undefined";
			if (!this.source) {
				this.generateSource();
				prepended += `  ${DECLARATION_KEYWORD} __output = "";\n  function __append(s) { if (s !== undefined && s !== null) __output += s }
`;
				if (opts.outputFunctionName) {
					if (!_JS_IDENTIFIER.test(opts.outputFunctionName)) throw new Error("outputFunctionName is not a valid JS identifier.");
					prepended += `  ${DECLARATION_KEYWORD} ` + opts.outputFunctionName + " = __append;\n";
				}
				if (opts.localsName && !_JS_IDENTIFIER.test(opts.localsName)) throw new Error("localsName is not a valid JS identifier.");
				if (opts.destructuredLocals && opts.destructuredLocals.length) {
					let destructuring = `  ${DECLARATION_KEYWORD} __locals = (` + opts.localsName + " || {}),\n";
					for (let i = 0; i < opts.destructuredLocals.length; i++) {
						let name = opts.destructuredLocals[i];
						if (!_JS_IDENTIFIER.test(name)) throw new Error("destructuredLocals[" + i + "] is not a valid JS identifier.");
						if (i > 0) destructuring += ",\n  ";
						destructuring += name + " = __locals." + name;
					}
					prepended += destructuring + ";\n";
				}
				if (opts._with !== false) {
					prepended += "  with (" + opts.localsName + " || {}) {\n";
					appended += "  }\n";
				}
				appended += "  return __output;\n";
				this.source = prepended + this.source + appended;
			}
			if (opts.compileDebug) src = `${DECLARATION_KEYWORD} __line = 1
  , __lines = ` + JSON.stringify(this.templateText) + "\n  , __filename = " + sanitizedFilename + ";\ntry {\n" + this.source + "} catch (e) {\n  rethrow(e, __lines, __filename, __line, escapeFn);\n}\n";
			else src = this.source;
			if (opts.strict) src = "\"use strict\";\n" + src;
			if (opts.debug) console.log(src);
			if (opts.compileDebug && opts.filename) src = src + "\n//# sourceURL=" + sanitizedFilename + "\n";
			try {
				if (opts.async) try {
					ctor = new Function("return (async function(){}).constructor;")();
				} catch (e) {
					if (e instanceof SyntaxError) throw new Error("This environment does not support async/await");
					else throw e;
				}
				else ctor = Function;
				fn = new ctor(opts.localsName + ", escapeFn, include, rethrow", src);
			} catch (e) {
				// istanbul ignore else
				if (e instanceof SyntaxError) {
					if (opts.filename) e.message += " in " + opts.filename;
					e.message += " while compiling ejs\n\n";
					e.message += "If the above error is not helpful, you may want to try EJS-Lint:\n";
					e.message += "https://github.com/RyanZim/EJS-Lint";
					if (!opts.async) {
						e.message += "\n";
						e.message += "Or, if you meant to create an async function, pass `async: true` as an option.";
					}
				}
				throw e;
			}
			let returnedFn = function anonymous(data) {
				let include = function(path, includeData) {
					let d = utils.shallowCopy(utils.createNullProtoObjWherePossible(), data);
					if (includeData) d = utils.shallowCopy(d, includeData);
					return includeFile(path, opts)(d);
				};
				let locals;
				if (opts.unsafePrototypeLocals) locals = data || utils.createNullProtoObjWherePossible();
				else locals = utils.shallowCopy(utils.createNullProtoObjWherePossible(), data);
				return fn.apply(opts.context, [
					locals,
					escapeFn,
					include,
					rethrow
				]);
			};
			if (opts.filename && typeof Object.defineProperty === "function") {
				let filename = opts.filename;
				let basename = builtin$24.basename(filename, builtin$24.extname(filename));
				try {
					Object.defineProperty(returnedFn, "name", {
						value: basename,
						writable: false,
						enumerable: false,
						configurable: true
					});
				} catch (e) {}
			}
			return returnedFn;
		},
		generateSource: function() {
			if (this.opts.rmWhitespace) this.templateText = this.templateText.replace(/[\r\n]+/g, "\n").replace(/^\s+|\s+$/gm, "");
			let self = this;
			let tags = this.tags;
			let openWhitespaceSlurpTag = utils.escapeRegExpChars(tags.evalSlurp);
			let closeWhitespaceSlurpTag = utils.escapeRegExpChars(tags.closeSlurp);
			let openWhitespaceSlurpReplacement = tags.evalSlurp;
			let closeWhitespaceSlurpReplacement = tags.closeSlurp;
			this.templateText = this.templateText.replace(new RegExp("[ \\t]*" + openWhitespaceSlurpTag, "gm"), openWhitespaceSlurpReplacement).replace(new RegExp(closeWhitespaceSlurpTag + "[ \\t]*", "gm"), closeWhitespaceSlurpReplacement);
			let matches = this.parseTemplateText();
			if (matches && matches.length) matches.forEach(function(line, index) {
				let closing;
				if (line.indexOf(tags.eval) === 0 && line.indexOf(tags.literalOpen) !== 0) {
					closing = matches[index + 2];
					if (!(closing == tags.close || closing == tags.closeTrim || closing == tags.closeSlurp)) throw new Error("Could not find matching close tag for \"" + line + "\".");
				}
				self.scanLine(line);
			});
		},
		parseTemplateText: function() {
			let str = this.templateText;
			let pat = this.regex;
			let result = pat.exec(str);
			let arr = [];
			let firstPos;
			while (result) {
				firstPos = result.index;
				if (firstPos !== 0) {
					arr.push(str.substring(0, firstPos));
					str = str.slice(firstPos);
				}
				arr.push(result[0]);
				str = str.slice(result[0].length);
				result = pat.exec(str);
			}
			if (str) arr.push(str);
			return arr;
		},
		_addOutput: function(line) {
			if (this.truncate) {
				line = line.replace(/^(?:\r\n|\r|\n)/, "");
				this.truncate = false;
			}
			if (!line) return line;
			line = line.replace(/\\/g, "\\\\");
			line = line.replace(/\n/g, "\\n");
			line = line.replace(/\r/g, "\\r");
			line = line.replace(/"/g, "\\\"");
			this.source += "    ; __append(\"" + line + "\")\n";
		},
		scanLine: function(line) {
			let self = this;
			let tags = this.tags;
			let newLineCount = countNewlines(line);
			switch (line) {
				case tags.eval:
				case tags.evalSlurp:
					this.mode = Template.modes.EVAL;
					break;
				case tags.escaped:
					this.mode = Template.modes.ESCAPED;
					break;
				case tags.raw:
					this.mode = Template.modes.RAW;
					break;
				case tags.comment:
					this.mode = Template.modes.COMMENT;
					break;
				case tags.literalOpen:
					this.mode = Template.modes.LITERAL;
					this.source += "    ; __append(" + JSON.stringify(tags.eval) + ")\n";
					break;
				case tags.literalClose:
					this.mode = Template.modes.LITERAL;
					this.source += "    ; __append(" + JSON.stringify(tags.close) + ")\n";
					break;
				case tags.close:
				case tags.closeTrim:
				case tags.closeSlurp:
					if (this.mode == Template.modes.LITERAL) this._addOutput(line);
					this.mode = null;
					this.truncate = line.indexOf("-") === 0 || line.indexOf("_") === 0;
					break;
				default: if (this.mode) {
					switch (this.mode) {
						case Template.modes.EVAL:
						case Template.modes.ESCAPED:
						case Template.modes.RAW: if (line.lastIndexOf("//") > line.lastIndexOf("\n")) line += "\n";
					}
					switch (this.mode) {
						case Template.modes.EVAL:
							this.source += "    ; " + line + "\n";
							break;
						case Template.modes.ESCAPED:
							this.source += "    ; __append(escapeFn(" + stripSemi(line) + "))\n";
							break;
						case Template.modes.RAW:
							this.source += "    ; __append(" + stripSemi(line) + ")\n";
							break;
						case Template.modes.COMMENT: break;
						case Template.modes.LITERAL: this._addOutput(line);
					}
				} else this._addOutput(line);
			}
			if (self.opts.compileDebug && newLineCount) {
				this.currentLine += newLineCount;
				this.source += "    ; __line = " + this.currentLine + "\n";
			}
		}
	};
	/**
	* Escape characters reserved in XML.
	*
	* This is simply an export of {@link module:utils.escapeXML}.
	*
	* If `markup` is `undefined` or `null`, the empty string is returned.
	*
	* @param {String} markup Input string
	* @return {String} Escaped string
	* @public
	* @func
	* */
	ejs.escapeXML = utils.escapeXML;
	/**
	* Express.js support.
	*
	* This is an alias for {@link module:ejs.renderFile}, in order to support
	* Express.js out-of-the-box.
	*
	* @func
	*/
	ejs.__express = ejs.renderFile;
	/* istanbul ignore if */
	if (typeof window != "undefined") window.ejs = ejs;
}));
// \0fs
var builtin$9;
var init__fs = __esmMin((() => {
	builtin$9 = /* @__PURE__ */ process.getBuiltinModule("fs");
}));
// \0path
var builtin$8;
var init__path = __esmMin((() => {
	builtin$8 = /* @__PURE__ */ process.getBuiltinModule("path");
}));
// \0not-of-plop
var _not_of_plop_exports = /* @__PURE__ */ __exportAll({ default: () => _not_of_plop_default });
var _not_of_plop_default;
var init__not_of_plop = __esmMin((() => {
	_not_of_plop_default = { registerPrompt() {} };
}));
// ../../main/node_modules/dlv/dist/dlv.js
var require_dlv = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	module.exports = function(t, e, l, n, o) {
		for (e = e.split ? e.split(".") : e, n = 0; n < e.length; n++) t = t ? t[e[n]] : o;
		return t === o ? l : t;
	};
}));
// ../../main/node_modules/change-case/dist/index.js
/**
* Split any cased input strings into an array of words.
*/
function split(value) {
	let result = value.trim();
	result = result.replace(SPLIT_LOWER_UPPER_RE, SPLIT_REPLACE_VALUE).replace(SPLIT_UPPER_UPPER_RE, SPLIT_REPLACE_VALUE);
	result = result.replace(DEFAULT_STRIP_REGEXP, "\0");
	let start = 0;
	let end = result.length;
	while (result.charAt(start) === "\0") start++;
	if (start === end) return [];
	while (result.charAt(end - 1) === "\0") end--;
	return result.slice(start, end).split(/\0/g);
}
/**
* Split the input string into an array of words, separating numbers.
*/
function splitSeparateNumbers(value) {
	const words = split(value);
	for (let i = 0; i < words.length; i++) {
		const word = words[i];
		const match = SPLIT_SEPARATE_NUMBER_RE.exec(word);
		if (match) {
			const offset = match.index + (match[1] ?? match[2]).length;
			words.splice(i, 1, word.slice(0, offset), word.slice(offset));
		}
	}
	return words;
}
/**
* Convert a string to space separated lower case (`foo bar`).
*/
function noCase(input, options) {
	const [prefix, words, suffix] = splitPrefixSuffix(input, options);
	return prefix + words.map(lowerFactory(options?.locale)).join(options?.delimiter ?? " ") + suffix;
}
/**
* Convert a string to camel case (`fooBar`).
*/
function camelCase(input, options) {
	const [prefix, words, suffix] = splitPrefixSuffix(input, options);
	const lower = lowerFactory(options?.locale);
	const upper = upperFactory(options?.locale);
	const transform = options?.mergeAmbiguousCharacters ? capitalCaseTransformFactory(lower, upper) : pascalCaseTransformFactory(lower, upper);
	return prefix + words.map((word, index) => {
		if (index === 0) return lower(word);
		return transform(word, index);
	}).join(options?.delimiter ?? "") + suffix;
}
/**
* Convert a string to pascal case (`FooBar`).
*/
function pascalCase(input, options) {
	const [prefix, words, suffix] = splitPrefixSuffix(input, options);
	const lower = lowerFactory(options?.locale);
	const upper = upperFactory(options?.locale);
	const transform = options?.mergeAmbiguousCharacters ? capitalCaseTransformFactory(lower, upper) : pascalCaseTransformFactory(lower, upper);
	return prefix + words.map(transform).join(options?.delimiter ?? "") + suffix;
}
/**
* Convert a string to constant case (`FOO_BAR`).
*/
function constantCase(input, options) {
	const [prefix, words, suffix] = splitPrefixSuffix(input, options);
	return prefix + words.map(upperFactory(options?.locale)).join(options?.delimiter ?? "_") + suffix;
}
/**
* Convert a string to dot case (`foo.bar`).
*/
function dotCase(input, options) {
	return noCase(input, {
		delimiter: ".",
		...options
	});
}
/**
* Convert a string to kebab case (`foo-bar`).
*/
function kebabCase(input, options) {
	return noCase(input, {
		delimiter: "-",
		...options
	});
}
/**
* Convert a string to path case (`foo/bar`).
*/
function pathCase(input, options) {
	return noCase(input, {
		delimiter: "/",
		...options
	});
}
/**
* Convert a string to path case (`Foo bar`).
*/
function sentenceCase(input, options) {
	const [prefix, words, suffix] = splitPrefixSuffix(input, options);
	const lower = lowerFactory(options?.locale);
	const transform = capitalCaseTransformFactory(lower, upperFactory(options?.locale));
	return prefix + words.map((word, index) => {
		if (index === 0) return transform(word);
		return lower(word);
	}).join(options?.delimiter ?? " ") + suffix;
}
/**
* Convert a string to snake case (`foo_bar`).
*/
function snakeCase(input, options) {
	return noCase(input, {
		delimiter: "_",
		...options
	});
}
function lowerFactory(locale) {
	return locale === false ? (input) => input.toLowerCase() : (input) => input.toLocaleLowerCase(locale);
}
function upperFactory(locale) {
	return locale === false ? (input) => input.toUpperCase() : (input) => input.toLocaleUpperCase(locale);
}
function capitalCaseTransformFactory(lower, upper) {
	return (word) => `${upper(word[0])}${lower(word.slice(1))}`;
}
function pascalCaseTransformFactory(lower, upper) {
	return (word, index) => {
		const char0 = word[0];
		return (index > 0 && char0 >= "0" && char0 <= "9" ? "_" + char0 : upper(char0)) + lower(word.slice(1));
	};
}
function splitPrefixSuffix(input, options = {}) {
	const splitFn = options.split ?? (options.separateNumbers ? splitSeparateNumbers : split);
	const prefixCharacters = options.prefixCharacters ?? DEFAULT_PREFIX_SUFFIX_CHARACTERS;
	const suffixCharacters = options.suffixCharacters ?? DEFAULT_PREFIX_SUFFIX_CHARACTERS;
	let prefixIndex = 0;
	let suffixIndex = input.length;
	while (prefixIndex < input.length) {
		const char = input.charAt(prefixIndex);
		if (!prefixCharacters.includes(char)) break;
		prefixIndex++;
	}
	while (suffixIndex > prefixIndex) {
		const index = suffixIndex - 1;
		const char = input.charAt(index);
		if (!suffixCharacters.includes(char)) break;
		suffixIndex = index;
	}
	return [
		input.slice(0, prefixIndex),
		splitFn(input.slice(prefixIndex, suffixIndex)),
		input.slice(suffixIndex)
	];
}
var SPLIT_LOWER_UPPER_RE, SPLIT_UPPER_UPPER_RE, SPLIT_SEPARATE_NUMBER_RE, DEFAULT_STRIP_REGEXP, SPLIT_REPLACE_VALUE, DEFAULT_PREFIX_SUFFIX_CHARACTERS;
var init_dist$19 = __esmMin((() => {
	SPLIT_LOWER_UPPER_RE = /([\p{Ll}\d])(\p{Lu})/gu;
	SPLIT_UPPER_UPPER_RE = /(\p{Lu})([\p{Lu}][\p{Ll}])/gu;
	SPLIT_SEPARATE_NUMBER_RE = /(\d)\p{Ll}|(\p{L})\d/u;
	DEFAULT_STRIP_REGEXP = /[^\p{L}\d]+/giu;
	SPLIT_REPLACE_VALUE = "$1\0$2";
	DEFAULT_PREFIX_SUFFIX_CHARACTERS = "";
}));
// ../../main/node_modules/title-case/dist/index.js
function titleCase(input, options = {}) {
	const { locale = void 0, sentenceCase = false, sentenceTerminators = SENTENCE_TERMINATORS, titleTerminators = TITLE_TERMINATORS, smallWords = SMALL_WORDS, wordSeparators = WORD_SEPARATORS } = typeof options === "string" || Array.isArray(options) ? { locale: options } : options;
	const terminators = sentenceCase ? sentenceTerminators : titleTerminators;
	let result = "";
	let isNewSentence = true;
	for (const m of input.matchAll(TOKENS)) {
		const { 1: token, 2: whiteSpace, index = 0 } = m;
		if (whiteSpace) {
			result += whiteSpace;
			continue;
		}
		if (IS_SPECIAL_CASE.test(token)) {
			const acronym = token.match(IS_ACRONYM);
			if (acronym) {
				const [_, prefix = "", suffix = ""] = acronym;
				result += sentenceCase && !isNewSentence ? token : upperAt(token, prefix.length, locale);
				isNewSentence = terminators.has(suffix.charAt(0));
				continue;
			}
			result += token;
			isNewSentence = terminators.has(token.charAt(token.length - 1));
		} else {
			const matches = Array.from(token.matchAll(ALPHANUMERIC_PATTERN));
			let value = token;
			let isSentenceEnd = false;
			for (let i = 0; i < matches.length; i++) {
				const { 0: word, index: wordIndex = 0 } = matches[i];
				const nextChar = token.charAt(wordIndex + word.length);
				isSentenceEnd = terminators.has(nextChar);
				if (isNewSentence) isNewSentence = false;
				else if (sentenceCase || IS_MANUAL_CASE.test(word)) continue;
				else if (matches.length === 1) {
					if (smallWords.has(word)) {
						if (!(index + token.length === input.length) && !isSentenceEnd) continue;
					}
				} else if (i > 0) {
					if (!wordSeparators.has(token.charAt(wordIndex - 1))) continue;
					if (smallWords.has(word) && wordSeparators.has(nextChar)) continue;
				}
				value = upperAt(value, wordIndex, locale);
			}
			result += value;
			isNewSentence = isSentenceEnd || terminators.has(token.charAt(token.length - 1));
		}
	}
	return result;
}
function upperAt(input, index, locale) {
	return input.slice(0, index) + input.charAt(index).toLocaleUpperCase(locale) + input.slice(index + 1);
}
var TOKENS, IS_SPECIAL_CASE, IS_MANUAL_CASE, ALPHANUMERIC_PATTERN, IS_ACRONYM, WORD_SEPARATORS, SENTENCE_TERMINATORS, TITLE_TERMINATORS, SMALL_WORDS;
var init_dist$18 = __esmMin((() => {
	TOKENS = /(\S+)|(.)/g;
	IS_SPECIAL_CASE = /[\.#][\p{L}\p{N}]/u;
	IS_MANUAL_CASE = /\p{Ll}(?=[\p{Lu}])/u;
	ALPHANUMERIC_PATTERN = /[\p{L}\p{N}]+/gu;
	IS_ACRONYM = /^([^\p{L}])*(?:\p{L}\.){2,}([^\p{L}])*$/u;
	WORD_SEPARATORS = /* @__PURE__ */ new Set([
		"—",
		"–",
		"-",
		"―",
		"/"
	]);
	SENTENCE_TERMINATORS = /* @__PURE__ */ new Set([
		".",
		"!",
		"?"
	]);
	TITLE_TERMINATORS = /* @__PURE__ */ new Set([
		...SENTENCE_TERMINATORS,
		":",
		"\"",
		"'",
		"”"
	]);
	SMALL_WORDS = /* @__PURE__ */ new Set([
		"a",
		"an",
		"and",
		"as",
		"at",
		"because",
		"but",
		"by",
		"en",
		"for",
		"if",
		"in",
		"neither",
		"nor",
		"of",
		"on",
		"only",
		"or",
		"over",
		"per",
		"so",
		"some",
		"than",
		"that",
		"the",
		"to",
		"up",
		"upon",
		"v",
		"versus",
		"via",
		"vs",
		"when",
		"with",
		"without",
		"yet"
	]);
}));
// ../../main/node_modules/node-plop/src/baked-in-helpers.js
var baked_in_helpers_default;
var init_baked_in_helpers = __esmMin((() => {
	init_dist$19();
	init_dist$18();
	baked_in_helpers_default = {
		camelCase,
		snakeCase,
		dotCase,
		pathCase,
		lowerCase: (str) => str.toLowerCase(),
		upperCase: (str) => str.toUpperCase(),
		sentenceCase,
		constantCase,
		titleCase,
		dashCase: kebabCase,
		kabobCase: kebabCase,
		kebabCase,
		properCase: pascalCase,
		pascalCase
	};
}));
// ../../main/node_modules/node-plop/src/prompt-bypass.js
function checkChoiceValue(choiceValue, value) {
	return typeof choiceValue === "string" && choiceValue.toLowerCase() === value.toLowerCase();
}
function choiceMatchesValue(choice, choiceIdx, value) {
	return checkChoiceValue(choice, value) || checkChoiceValue(choice.value, value) || checkChoiceValue(choice.key, value) || checkChoiceValue(choice.name, value) || checkChoiceValue(choiceIdx.toString(), value);
}
async function prompt_bypass_default(prompts, bypassArr, plop) {
	const noop = [
		prompts,
		{},
		[]
	];
	if (!Array.isArray(prompts)) return noop;
	if (bypassArr.length === 0) return noop;
	const { prompts: inqPrompts } = plop.inquirer.prompt;
	const answers = {};
	const bypassFailures = [];
	let bypassedPromptValues = [];
	/**
	* For loop to await a promise on each of these. This allows us to `await` validate functions just like
	* inquirer
	*
	* Do not turn into a Promise.all
	* We need to make sure these turn into sequential results to pass answers from one to the next
	*/
	for (let idx = 0; idx < prompts.length; idx++) {
		const p = prompts[idx];
		if (idx >= bypassArr.length) {
			bypassedPromptValues.push(false);
			continue;
		}
		const val = bypassArr[idx].toString();
		if (flag.isPrompt(val)) {
			bypassedPromptValues.push(false);
			continue;
		}
		if (typeof p.when === "function") {
			bypassFailures.push(`You can not bypass conditional prompts: ${p.name}`);
			bypassedPromptValues.push(false);
			continue;
		}
		try {
			const inqPrompt = inqPrompts[p.type] || {};
			const bypass = p.bypass || inqPrompt.bypass || typeBypass[p.type] || null;
			const value = typeof bypass === "function" ? bypass.call(null, val, p) : val;
			const answer = p.filter ? p.filter(value, answers) : value;
			if (p.validate) {
				const validation = await p.validate(value, answers);
				if (validation !== true) {
					bypassFailures.push(validation);
					bypassedPromptValues.push(false);
					continue;
				}
			}
			answers[p.name] = answer;
		} catch (err) {
			bypassFailures.push(`The "${p.name}" prompt did not recognize "${val}" as a valid ${p.type} value (ERROR: ${err.message})`);
			bypassedPromptValues.push(false);
			continue;
		}
		bypassedPromptValues.push(true);
	}
	const bypassedPrompts = prompts.filter((_, i) => bypassedPromptValues[i]);
	const promptsAfterBypass = [{ when: (data) => (Object.assign(data, answers), false) }, ...prompts.filter((p) => !bypassedPrompts.includes(p))];
	if (bypassFailures.length) throw Error(bypassFailures[0]);
	else return [promptsAfterBypass, answers];
}
var getChoiceValue, isFlag, flag, listTypeBypass, typeBypass;
var init_prompt_bypass = __esmMin((() => {
	getChoiceValue = (choice) => {
		const isObject = typeof choice === "object";
		if (isObject && choice.value != null) return choice.value;
		if (isObject && choice.name != null) return choice.name;
		if (isObject && choice.key != null) return choice.key;
		return choice;
	};
	isFlag = (list, v) => list.includes(v.toLowerCase());
	flag = {
		isTrue: (v) => isFlag([
			"yes",
			"y",
			"true",
			"t"
		], v),
		isFalse: (v) => isFlag([
			"no",
			"n",
			"false",
			"f"
		], v),
		isPrompt: (v) => /^_+$/.test(v)
	};
	listTypeBypass = (v, prompt) => {
		const choice = prompt.choices.find((c, idx) => choiceMatchesValue(c, idx, v));
		if (choice != null) return getChoiceValue(choice);
		throw Error("invalid choice");
	};
	typeBypass = {
		confirm(v) {
			if (flag.isTrue(v)) return true;
			if (flag.isFalse(v)) return false;
			throw Error("invalid input");
		},
		checkbox(v, prompt) {
			if (v === "") return [];
			const valList = v.split(",");
			const valuesNoMatch = valList.filter((val) => !prompt.choices.some((c, idx) => choiceMatchesValue(c, idx, val)));
			if (valuesNoMatch.length) throw Error(`no match for "${valuesNoMatch.join("\", \"")}"`);
			return valList.map((val) => getChoiceValue(prompt.choices.find((c, idx) => choiceMatchesValue(c, idx, val))));
		},
		list: listTypeBypass,
		rawlist: listTypeBypass,
		expand: listTypeBypass
	};
}));
// ../../main/node_modules/node-plop/src/generator-runner.js
function generator_runner_default(plopfileApi, flags) {
	let abort;
	const runGeneratorPrompts = async function(genObject, bypassArr = []) {
		const { prompts } = genObject;
		if (prompts == null) throw Error(`${genObject.name} has no prompts`);
		if (typeof prompts === "function") return await prompts(plopfileApi.inquirer);
		const [promptsAfterBypass, bypassAnswers] = await prompt_bypass_default(prompts, bypassArr, plopfileApi);
		return await plopfileApi.inquirer.prompt(promptsAfterBypass).then((answers) => Object.assign(answers, bypassAnswers));
	};
	const runGeneratorActions = async function(genObject, data = {}, hooks = {}) {
		const noop = () => {};
		const { onSuccess = noop, onFailure = noop, onComment = noop } = hooks;
		const changes = [];
		const failures = [];
		let { actions } = genObject;
		const customActionTypes = getCustomActionTypes();
		const actionTypes = Object.assign({}, customActionTypes, _not_of_plop_exports);
		abort = false;
		if (typeof actions === "function") actions = actions(data);
		if (actions == null) throw Error(`${genObject.name} has no actions`);
		if (!Array.isArray(actions)) throw Error(`${genObject.name} has invalid actions`);
		for (let [actionIdx, action] of actions.entries()) {
			if (typeof action === "string" && abort) continue;
			if (typeof action === "string") {
				onComment(action);
				continue;
			}
			const actionIsFunction = typeof action === "function";
			const actionCfg = actionIsFunction ? { type: "function" } : action;
			const actionLogic = actionIsFunction ? action : actionTypes[actionCfg.type];
			if (abort) {
				const failure = {
					type: actionCfg.type || "",
					path: actionCfg.path || "",
					error: "Aborted due to previous action failure"
				};
				onFailure(failure);
				failures.push(failure);
				continue;
			}
			actionCfg.force = flags.force === true || actionCfg.force === true;
			if (typeof actionLogic !== "function") {
				if (actionCfg.abortOnFail !== false) abort = true;
				const failure = {
					type: actionCfg.type || "",
					path: actionCfg.path || "",
					error: `Invalid action (#${actionIdx + 1})`
				};
				onFailure(failure);
				failures.push(failure);
				continue;
			}
			try {
				const actionResult = await executeActionLogic(actionLogic, actionCfg, data);
				onSuccess(actionResult);
				changes.push(actionResult);
			} catch (failure) {
				if (actionCfg.abortOnFail !== false) abort = true;
				onFailure(failure);
				failures.push(failure);
			}
		}
		return {
			changes,
			failures
		};
	};
	const executeActionLogic = async function(action, cfg, data) {
		const type = cfg.type || "";
		let cfgData = cfg.data || {};
		if (typeof cfgData === "function") cfgData = await cfgData();
		if (typeof cfg.skip === "function") {
			const reasonToSkip = await cfg.skip({
				...data,
				...cfgData
			});
			if (typeof reasonToSkip === "string") return {
				type: "skip",
				path: reasonToSkip
			};
		}
		const cfgDataKeys = Object.keys(cfgData).filter((k) => typeof data[k] === "undefined");
		cfgDataKeys.forEach((k) => {
			data[k] = cfgData[k];
		});
		return await Promise.resolve(action(data, cfg, plopfileApi)).then((result) => ({
			type,
			path: typeof result === "string" ? result : JSON.stringify(result)
		}), (err) => {
			throw {
				type,
				path: "",
				error: err.message || err.toString()
			};
		}).finally(() => cfgDataKeys.forEach((k) => {
			delete data[k];
		}));
	};
	function getCustomActionTypes() {
		return plopfileApi.getActionTypeList().reduce(function(types, name) {
			types[name] = plopfileApi.getActionType(name);
			return types;
		}, {});
	}
	return {
		runGeneratorActions,
		runGeneratorPrompts
	};
}
var init_generator_runner = __esmMin((() => {
	init_prompt_bypass();
	init__not_of_plop();
}));
// \0node:module
var builtin$7, createRequire;
var init__node_module = __esmMin((() => {
	builtin$7 = /* @__PURE__ */ process.getBuiltinModule("node:module");
	createRequire = /* @__PURE__ */ (() => builtin$7.createRequire)();
}));
// \0url
var builtin$6, pathToFileURL;
var init__url = __esmMin((() => {
	builtin$6 = /* @__PURE__ */ process.getBuiltinModule("url");
	pathToFileURL = /* @__PURE__ */ (() => builtin$6.pathToFileURL)();
}));
// ../../main/node_modules/node-plop/src/node-plop.js
async function nodePlop(plopfilePath = "", plopCfg = {}) {
	let pkgJson = {};
	let defaultInclude = { generators: true };
	let welcomeMessage;
	const { destBasePath, force } = plopCfg;
	const generators = {};
	const partials = {};
	const actionTypes = {};
	const helpers = Object.assign({ pkg: (propertyPath) => dlvBrackets(pkgJson, propertyPath, "") }, baked_in_helpers_default);
	const baseHelpers = Object.keys(helpers);
	const setPrompt = _not_of_plop_default.registerPrompt;
	const setWelcomeMessage = (message) => {
		welcomeMessage = message;
	};
	const setHelper = (name, fn) => {
		helpers[name] = fn;
	};
	const setPartial = (name, str) => {
		partials[name] = str;
	};
	const setActionType = (name, fn) => {
		actionTypes[name] = fn;
	};
	function renderString(template, data) {
		Object.keys(helpers).forEach((h) => _not_of_plop_default.registerHelper(h, helpers[h]));
		Object.keys(partials).forEach((p) => _not_of_plop_default.registerPartial(p, partials[p]));
		return _not_of_plop_default.compile(template)(data);
	}
	const getWelcomeMessage = () => welcomeMessage;
	const getHelper = (name) => helpers[name];
	const getPartial = (name) => partials[name];
	const getActionType = (name) => actionTypes[name];
	const getGenerator = (name) => generators[name];
	function setGenerator(name = "", config = {}) {
		name = name || `generator-${Object.keys(generators).length + 1}`;
		generators[name] = Object.assign(config, {
			name,
			basePath: plopfilePath
		});
		return generators[name];
	}
	const getHelperList = () => Object.keys(helpers).filter((h) => !baseHelpers.includes(h));
	const getPartialList = () => Object.keys(partials);
	const getActionTypeList = () => Object.keys(actionTypes);
	function getGeneratorList() {
		return Object.keys(generators).map(function(name) {
			const { description } = generators[name];
			return {
				name,
				description
			};
		});
	}
	const setDefaultInclude = (inc) => defaultInclude = inc;
	const getDefaultInclude = () => defaultInclude;
	const getDestBasePath = () => destBasePath || plopfilePath;
	const getPlopfilePath = () => plopfilePath;
	const setPlopfilePath = (filePath) => {
		if (builtin$9.statSync(filePath).isFile()) plopfilePath = builtin$8.dirname(filePath);
		else plopfilePath = filePath;
	};
	async function load(targets, loadCfg = {}, includeOverride) {
		if (typeof targets === "string") targets = [targets];
		const config = Object.assign({ destBasePath: getDestBasePath() }, loadCfg);
		await Promise.all(targets.map(async function(target) {
			const proxy = await nodePlop(_not_of_plop_default.sync(target, { basedir: getPlopfilePath() }), config);
			const proxyDefaultInclude = proxy.getDefaultInclude() || {};
			const includeCfg = includeOverride || proxyDefaultInclude;
			const include = Object.assign({
				generators: false,
				helpers: false,
				partials: false,
				actionTypes: false
			}, includeCfg);
			loadAsset(proxy.getGeneratorList().map((g) => g.name), includeCfg === true || include.generators, setGenerator, (proxyName) => ({
				proxyName,
				proxy
			}));
			loadAsset(proxy.getPartialList(), includeCfg === true || include.partials, setPartial, proxy.getPartial);
			loadAsset(proxy.getHelperList(), includeCfg === true || include.helpers, setHelper, proxy.getHelper);
			loadAsset(proxy.getActionTypeList(), includeCfg === true || include.actionTypes, setActionType, proxy.getActionType);
		}));
	}
	function loadAsset(nameList, include, addFunc, getFunc) {
		var incArr;
		if (include === true) incArr = nameList;
		if (include instanceof Array) incArr = include.filter((n) => typeof n === "string");
		if (incArr != null) include = incArr.reduce(function(inc, name) {
			inc[name] = name;
			return inc;
		}, {});
		if (include instanceof Object) Object.keys(include).forEach((i) => addFunc(include[i], getFunc(i)));
	}
	function loadPackageJson() {
		try {
			pkgJson = require$1(builtin$8.join(getDestBasePath(), "package.json"));
		} catch (error) {
			pkgJson = {};
		}
	}
	const plopfileApi = {
		setPrompt,
		setWelcomeMessage,
		getWelcomeMessage,
		setGenerator,
		getGenerator,
		getGeneratorList,
		setPartial,
		getPartial,
		getPartialList,
		setHelper,
		getHelper,
		getHelperList,
		setActionType,
		getActionType,
		getActionTypeList,
		setPlopfilePath,
		getPlopfilePath,
		getDestBasePath,
		load,
		setDefaultInclude,
		getDefaultInclude,
		renderString,
		inquirer: _not_of_plop_default,
		handlebars: _not_of_plop_default,
		addPrompt: setPrompt,
		addPartial: setPartial,
		addHelper: setHelper
	};
	const runner = generator_runner_default(plopfileApi, { force });
	const nodePlopApi = Object.assign({}, plopfileApi, {
		getGenerator(name) {
			var generator = plopfileApi.getGenerator(name);
			if (generator == null) throw Error(`Generator "${name}" does not exist.`);
			if (generator.proxy) return generator.proxy.getGenerator(generator.proxyName);
			return Object.assign({}, generator, {
				runActions: (data, hooks) => runner.runGeneratorActions(generator, data, hooks),
				runPrompts: (bypassArr = []) => runner.runGeneratorPrompts(generator, bypassArr)
			});
		},
		setGenerator(name, config) {
			const g = plopfileApi.setGenerator(name, config);
			return this.getGenerator(g.name);
		}
	});
	if (plopfilePath) {
		plopfilePath = builtin$8.resolve(plopfilePath);
		const plopFileName = builtin$8.basename(plopfilePath);
		setPlopfilePath(plopfilePath);
		loadPackageJson();
		const joinedPath = builtin$8.join(plopfilePath, plopFileName);
		const plopFileExport = await import(pathToFileURL(joinedPath).href);
		await (typeof plopFileExport === "function" ? plopFileExport : plopFileExport.default)(plopfileApi, plopCfg);
	} else {
		setPlopfilePath(process.cwd());
		loadPackageJson();
	}
	return nodePlopApi;
}
var import_dlv, require$1, dlvBrackets;
var init_node_plop = __esmMin((() => {
	init__fs();
	init__path();
	init__not_of_plop();
	import_dlv = /* @__PURE__ */ __toESM(require_dlv(), 1);
	init_baked_in_helpers();
	init_generator_runner();
	init__node_module();
	init__url();
	require$1 = createRequire(import.meta.url);
	dlvBrackets = (obj, propertyPath, defaultValue) => (0, import_dlv.default)(obj, propertyPath.replace("[", ".").replace("]", ""), defaultValue);
}));
// ../../main/node_modules/node-plop/src/index.js
var src_default;
var init_src = __esmMin((() => {
	init_node_plop();
	src_default = nodePlop;
}));
// generators/render.ts
/** @param prompts asks a person; what it does is loaded only when it is called */
async function repository({ folder, tree, view }, prompts = async () => ({})) {
	const plop = await src_default("", {
		destBasePath: folder,
		force: false
	});
	const files = [];
	plop.setActionType("render", async (data, config) => {
		const { template, path, mode = 420 } = config;
		const filename = join(folder, template);
		const content = readFileSync(filename);
		const text = () => Buffer.from(ejs.render(content.toString("utf8"), data, {
			filename,
			escape: String
		}));
		files.push({
			path,
			content: template.endsWith(".ejs") ? text() : content,
			mode
		});
		return path;
	});
	const generator = plop.setGenerator("repository", {
		description: "a Flask repository that deploys itself",
		prompts,
		actions: (data) => tree(data).map((row) => ({
			type: "render",
			...row
		}))
	});
	return {
		ask: () => generator.runPrompts(),
		async render(given) {
			const answers = checkedAnswers(given);
			files.length = 0;
			const { failures } = await generator.runActions({
				...answers,
				...view(answers)
			});
			if (failures.length === 0) return [...files, schemaFile()];
			throw new Error(`templates that cannot be rendered:\n${failures.map(({ error }) => error).join("\n")}`);
		}
	};
}
var schemaFile;
var init_render = __esmMin((() => {
	init__node_fs();
	init__node_path();
	init_ejs();
	init_src();
	init_answers();
	init_package();
	schemaFile = () => ({
		path: "deploy/flask-deploy.schema.json",
		content: readFileSync(join(packageFolder, "dist/flask-deploy.schema.json")),
		mode: 420
	});
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
var placeholders, scaffoldSpec;
var init_scaffold_flags = __esmMin((() => {
	init_fields();
	init_answers();
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
// generators/summary.ts
/** For a person. */
function summary(made, io) {
	const { target, answers, commit, dryRun } = made;
	const paint = painter(io.stdout, io.env);
	const written = target.files.filter(({ state }) => state === "new" || state === "overwritten");
	const lines = [`${paint.green(paint.bold(dryRun ? "Would make" : "Made"))} ${paint.bold(answers.name)} in ${target.dir}: ${count(written)}${committed(commit)}.`];
	if (dryRun) lines.push("", ...listing(target.files));
	const kept = target.files.filter(isInTheWay);
	if (kept.length > 0 && !dryRun) lines.push("", paint.yellow("In the way and kept (--force overwrites):"), ...kept.map(({ path }) => `  ${path}`));
	const note = noteOn(commit);
	if (note) lines.push("", note);
	if (!dryRun) lines.push("", paint.bold("Next:"), ...nextCommands(made).map((line) => `  ${paint.cyan(line)}`));
	lines.push("", "The same again, without questions:", `  ${reproduce(made)}`);
	return `${lines.join("\n")}\n`;
}
/** For a program. */
function json(made) {
	const { answers, target, commit, dryRun } = made;
	const files = target.files.map(({ path, content, state }) => ({
		path,
		bytes: content.length,
		state
	}));
	const git = commit === "commit" ? { state: "planned" } : commit;
	const told = {
		ok: true,
		dryRun,
		dir: target.dir,
		answers,
		files,
		git,
		next: nextCommands(made),
		command: reproduce(made)
	};
	return `${JSON.stringify(told, null, 2)}\n`;
}
/** To be pasted as they stand. */
function nextCommands({ typed }) {
	return [
		...typed === "." ? [] : [`cd ${quote(typed.startsWith("-") ? `./${typed}` : typed)}`],
		"python3 -m venv .venv && .venv/bin/pip install --quiet --requirement requirements-dev.txt",
		".venv/bin/python -m pytest"
	];
}
/** One line that makes the same again, asking nothing. */
function reproduce({ typed, answers, also }) {
	const implied = nameOf(typed, "/") === answers.name ? { name: answers.name } : {};
	const dir = typed.startsWith("-") ? `./${typed}` : typed;
	return quoteAll([
		"npx",
		"create-flask-deploy",
		dir,
		"--yes",
		...flagsOf(answers, implied),
		...also
	]);
}
function listing(files) {
	const width = Math.max(...files.map(({ content }) => String(content.length).length));
	return files.map(({ path, content, state }) => `  ${state.padEnd(12)}${String(content.length).padStart(width)} B  ${path}`);
}
function committed(commit) {
	if (commit === "commit") return ", and a first commit";
	return commit.state === "committed" ? `, first commit ${commit.commit}` : "";
}
function noteOn(commit) {
	if (commit === "commit") return void 0;
	if (commit.state === "skipped") return commit.reason.startsWith("--no-git") ? void 0 : `No first commit: ${commit.reason}.`;
	if (commit.identity === "own") return void 0;
	return [
		"git knows no name and address of yours, so the first commit is by create-flask-deploy. To sign it yourself:",
		"  git config --global user.name NAME && git config --global user.email ADDRESS",
		"  git commit --amend --reset-author --no-edit"
	].join("\n");
}
var isInTheWay, count;
var init_summary = __esmMin((() => {
	init_quote();
	init_answers();
	isInTheWay = ({ state, path }) => state === "kept" && !/^(README|LICENSE)/i.test(path);
	count = ({ length }) => length === 1 ? "1 file" : `${length} files`;
}));
// generators/target.ts
/**
* Compares what was rendered with what is there.
*
* @throws {@link Failure} when the folder cannot take the files.
*/
async function lookAt(dir, rendered, force) {
	const exists = await isFolder(dir);
	const beside = exists ? await readdir(dir) : [];
	const blocked = exists ? await blockers(dir, rendered) : [];
	if (blocked.length > 0) throw new Failure(`${dir} cannot take the files: ${blocked.join("; ")}. Move that away, or choose another folder.`);
	const files = [];
	for (const file of rendered) files.push(exists ? await compare(dir, file, beside, force) : {
		...file,
		state: "new"
	});
	return {
		dir,
		exists,
		files,
		insideOf: await repositoryAround(dir)
	};
}
async function isFolder(dir) {
	try {
		if (!(await stat(dir)).isDirectory()) throw new Failure(`${dir} is a file. Choose another folder, or move the file away.`);
		await access(dir, constants$1.W_OK | constants$1.X_OK);
		return true;
	} catch (error) {
		if (error instanceof Failure) throw error;
		const { code } = error;
		if (code === "ENOENT") {
			if (await lstat(dir).catch(() => void 0)) throw new Failure(`${dir} is a symbolic link to nowhere. Remove it, or choose another folder.`);
			const parent = dirname(dir);
			if (parent !== dir) await isFolder(parent);
			return false;
		}
		throw fileFailure(error, dir);
	}
}
/** Says what the system refused, and what to do about it. */
function fileFailure(error, dir) {
	const { code, message, path = dir } = error;
	const said = {
		EACCES: `${path} may not be written by this user. Choose another folder, or ask its owner.`,
		EPERM: `${path} may not be written by this user. Choose another folder, or ask its owner.`,
		EROFS: `${path} is on a read-only file system. Choose another folder.`,
		ENOSPC: "the disk is full. Make room, or choose a folder on another disk.",
		EDQUOT: "your disk quota is used up. Make room, or choose a folder on another disk.",
		ELOOP: `${path} is a symbolic link that leads back to itself. Remove it, or choose another folder.`,
		ENOTDIR: `${path} lies below a file. Choose another folder, or move the file away.`,
		ENAMETOOLONG: `the path is too long for this file system. Choose a shorter one.`,
		ERR_INVALID_ARG_VALUE: `${JSON.stringify(dir)} is not a path. Choose another folder.`
	};
	const known = code && said[code];
	if (known) return new Failure(known, { cause: error });
	return code ? new Failure(message, { cause: error }) : error;
}
async function compare(dir, file, beside, force) {
	const own = /^(README|LICENSE)/i.exec(file.path)?.[1]?.toLowerCase();
	const theirs = own && beside.find((name) => name.toLowerCase().startsWith(own));
	if (theirs) return {
		...file,
		state: "kept",
		instead: theirs
	};
	const path = join(dir, file.path);
	const there = await lstat(path).catch(() => void 0);
	if (!there) return {
		...file,
		state: "new"
	};
	if (there.isFile() && file.content.equals(await readFile(path))) return {
		...file,
		state: "same"
	};
	return force ? {
		...file,
		state: "overwritten"
	} : {
		...file,
		state: "kept",
		instead: file.path
	};
}
/** Whatever can be neither kept nor overwritten: a folder where a file goes, a file or a link where a folder goes. */
async function blockers(dir, files) {
	const folders = /* @__PURE__ */ new Set();
	for (const { path } of files) for (let up = dirname(path); up !== "."; up = dirname(up)) folders.add(up);
	const found = [];
	for (const folder of [...folders].sort()) {
		const there = await lstat(join(dir, folder)).catch(() => void 0);
		if (!there || there.isDirectory()) continue;
		found.push(`${folder} is ${there.isSymbolicLink() ? "a symbolic link" : "a file"}, and a folder of that name is needed`);
	}
	for (const { path } of files) if ((await lstat(join(dir, path)).catch(() => void 0))?.isDirectory()) found.push(`${path} is a folder, and a file of that name is needed`);
	return found;
}
/** The nearest folder upwards that has a .git, itself included. */
async function repositoryAround(dir) {
	for (let up = dir;; up = dirname(up)) {
		if (await lstat(join(up, ".git")).catch(() => void 0)) return up;
		if (basename(up) === "" || dirname(up) === up) return void 0;
	}
}
var init_target = __esmMin((() => {
	init__node_fs();
	init_promises$1();
	init__node_path();
	init_errors$1();
}));
// \0node:timers/promises
var builtin$5, setImmediate;
var init_promises = __esmMin((() => {
	builtin$5 = /* @__PURE__ */ process.getBuiltinModule("node:timers/promises");
	setImmediate = /* @__PURE__ */ (() => builtin$5.setImmediate)();
}));
// generators/undo.ts
var Undo;
var init_undo = __esmMin((() => {
	Undo = class {
		#steps = [];
		/** Remembers how to take back what was just done; `what` names it should that fail. */
		add(what, back) {
			this.#steps.push({
				what,
				back
			});
		}
		/** Takes everything back, newest first. Gives what could not be. */
		async run() {
			const left = [];
			for (const { what, back } of this.#steps.splice(0).reverse()) await back().catch((error) => left.push(`${what} (${error.message})`));
			return left;
		}
	};
}));
// generators/write.ts
/**
* Writes the files, all or none: they are staged beside their places, on the same file system, and renamed in.
* Whatever goes wrong, and when the signal aborts, the folder is as it was.
*
* @throws {@link Failure} naming the cause, or the signal's reason.
*/
async function write(target, finish, signal) {
	const undo = new Undo();
	try {
		return await (target.exists ? intoFolder : asFolder)(target, finish, undo, signal);
	} catch (error) {
		const left = await undo.run();
		const cause = signal.aborted ? signal.reason : fileFailure(error, target.dir);
		if (left.length === 0) throw cause;
		throw new Failure(`${cause.message}\nThis could not be put back: ${left.join("; ")}`, { cause: error });
	}
}
/** A folder that is not there yet is made whole under another name, and appears in one rename. */
async function asFolder({ dir, files }, finish, undo, signal) {
	const parent = dirname(dir);
	const firstMade = await mkdir(parent, { recursive: true });
	if (firstMade) undo.add(parent, () => removeEmpty(parent, firstMade));
	const stage = await mkdtemp(join(parent, `.${basename(dir).slice(0, 100)}-`));
	undo.add(stage, () => rm(stage, {
		recursive: true,
		force: true
	}));
	const tree = join(stage, "tree");
	await stageFiles(tree, wanted(files), signal);
	const result = await finish(tree, join(tree, ".git"), wanted(files).map(({ path }) => path));
	signal.throwIfAborted();
	await rename(tree, dir);
	await rmdir(stage).catch(() => void 0);
	return result;
}
/** Into a folder that is there, each file is renamed in, and what it replaces is set aside until all are. */
async function intoFolder({ dir, files }, finish, undo, signal) {
	const stage = await mkdtemp(join(dir, ".create-flask-deploy-"));
	const removeStage = () => rm(stage, {
		recursive: true,
		force: true
	});
	undo.add(stage, removeStage);
	const tree = join(stage, "tree");
	const aside = join(stage, "aside");
	await stageFiles(tree, wanted(files), signal);
	for (const { path } of wanted(files)) {
		signal.throwIfAborted();
		const place = join(dir, path);
		const firstMade = await mkdir(dirname(place), { recursive: true });
		if (firstMade) undo.add(dirname(place), () => removeEmpty(dirname(place), firstMade));
		if (await lstat(place).catch(() => void 0)) {
			const kept = join(aside, path);
			await mkdir(dirname(kept), { recursive: true });
			await rename(place, kept);
			undo.add(place, () => rename(kept, place));
		}
		await rename(join(tree, path), place);
		undo.add(place, () => rm(place, { force: true }));
	}
	const gitDir = join(stage, "git");
	const result = await finish(dir, gitDir, wanted(files).map(({ path }) => path));
	signal.throwIfAborted();
	if (await lstat(gitDir).catch(() => void 0)) await rename(gitDir, join(dir, ".git"));
	await removeStage().catch(() => void 0);
	return result;
}
/** Small files are written fastest one after another without a thread; the pause between them is when a signal is heard. */
async function stageFiles(tree, files, signal) {
	mkdirSync(tree);
	for (const { path, content, mode } of files) {
		await setImmediate();
		signal.throwIfAborted();
		const place = join(tree, path);
		mkdirSync(dirname(place), { recursive: true });
		writeFileSync(place, content, { flag: "wx" });
		if (mode & 64) chmodSync(place, mode);
	}
}
/** Removes the folders from `deepest` up to `highest`, as long as they are empty. */
async function removeEmpty(deepest, highest) {
	for (let up = deepest; up.startsWith(highest); up = dirname(up)) await rmdir(up);
}
var wanted;
var init_write = __esmMin((() => {
	init__node_fs();
	init_promises$1();
	init__node_path();
	init_promises();
	init_errors$1();
	init_target();
	init_undo();
	wanted = (files) => files.filter(({ state }) => state === "new" || state === "overwritten");
}));
// ../../main/node_modules/@inquirer/core/dist/lib/key.js
function isKeybinding(value) {
	return keybindingLookup.has(value);
}
function getDefaultKeybindings() {
	const env = process.env["INQUIRER_KEYBINDINGS"];
	if (!env) return [];
	return Array.from(new Set(env.toLowerCase().split(/[\s,]+/).filter(isKeybinding)));
}
var keybindingLookup, isUpKey, isDownKey, isSpaceKey, isBackspaceKey, isTabKey, isNumberKey, isEnterKey;
var init_key = __esmMin((() => {
	keybindingLookup = /* @__PURE__ */ new Set(["emacs", "vim"]);
	isUpKey = (key, keybindings = []) => key.name === "up" || keybindings.includes("vim") && key.name === "k" || keybindings.includes("emacs") && key.ctrl && key.name === "p";
	isDownKey = (key, keybindings = []) => key.name === "down" || keybindings.includes("vim") && key.name === "j" || keybindings.includes("emacs") && key.ctrl && key.name === "n";
	isSpaceKey = (key) => key.name === "space";
	isBackspaceKey = (key) => key.name === "backspace";
	isTabKey = (key) => key.name === "tab";
	isNumberKey = (key) => "1234567890".includes(key.name);
	isEnterKey = (key) => key.name === "enter" || key.name === "return";
}));
// ../../main/node_modules/@inquirer/core/dist/lib/errors.js
var AbortPromptError, CancelPromptError, ExitPromptError, HookError, ValidationError;
var init_errors = __esmMin((() => {
	AbortPromptError = class extends Error {
		name = "AbortPromptError";
		message = "Prompt was aborted";
		constructor(options) {
			super();
			this.cause = options?.cause;
		}
	};
	CancelPromptError = class extends Error {
		name = "CancelPromptError";
		message = "Prompt was canceled";
	};
	ExitPromptError = class extends Error {
		name = "ExitPromptError";
	};
	HookError = class extends Error {
		name = "HookError";
	};
	ValidationError = class extends Error {
		name = "ValidationError";
	};
}));
// \0node:async_hooks
var builtin$4, AsyncLocalStorage, AsyncResource;
var init__node_async_hooks = __esmMin((() => {
	builtin$4 = /* @__PURE__ */ process.getBuiltinModule("node:async_hooks");
	AsyncLocalStorage = /* @__PURE__ */ (() => builtin$4.AsyncLocalStorage)();
	AsyncResource = /* @__PURE__ */ (() => builtin$4.AsyncResource)();
}));
// ../../main/node_modules/@inquirer/core/dist/lib/hook-engine.js
function createStore(rl) {
	return {
		rl,
		hooks: [],
		hooksCleanup: [],
		hooksEffect: [],
		index: 0,
		handleChange() {}
	};
}
function withHooks(rl, cb) {
	const store = createStore(rl);
	function cycle(render) {
		store.handleChange = () => {
			store.index = 0;
			render();
		};
		store.handleChange();
	}
	return hookStorage.run(store, () => cb(cycle));
}
function getStore() {
	const store = hookStorage.getStore();
	if (!store) throw new HookError("[Inquirer] Hook functions can only be called from within a prompt");
	return store;
}
function readline() {
	return getStore().rl;
}
function withUpdates(fn) {
	const wrapped = (...args) => {
		const store = getStore();
		let shouldUpdate = false;
		const oldHandleChange = store.handleChange;
		store.handleChange = () => {
			shouldUpdate = true;
		};
		const returnValue = fn(...args);
		if (shouldUpdate) oldHandleChange();
		store.handleChange = oldHandleChange;
		return returnValue;
	};
	return AsyncResource.bind(wrapped);
}
function withPointer(cb) {
	const store = getStore();
	const { index } = store;
	const returnValue = cb({
		get() {
			return store.hooks[index];
		},
		set(value) {
			store.hooks[index] = value;
		},
		initialized: index in store.hooks
	});
	store.index++;
	return returnValue;
}
function handleChange() {
	getStore().handleChange();
}
var hookStorage, effectScheduler;
var init_hook_engine = __esmMin((() => {
	init__node_async_hooks();
	init_errors();
	hookStorage = new AsyncLocalStorage();
	effectScheduler = {
		queue(cb) {
			const store = getStore();
			const { index } = store;
			store.hooksEffect.push(() => {
				store.hooksCleanup[index]?.();
				const cleanFn = cb(readline());
				if (cleanFn != null && typeof cleanFn !== "function") throw new ValidationError("useEffect return value must be a cleanup function or nothing.");
				store.hooksCleanup[index] = cleanFn;
			});
		},
		run() {
			const store = getStore();
			withUpdates(() => {
				store.hooksEffect.forEach((effect) => {
					effect();
				});
				store.hooksEffect.length = 0;
			})();
		},
		clearAll() {
			const store = getStore();
			store.hooksCleanup.forEach((cleanFn) => {
				cleanFn?.();
			});
			store.hooksEffect.length = 0;
			store.hooksCleanup.length = 0;
		}
	};
}));
// ../../main/node_modules/@inquirer/core/dist/lib/use-state.js
function isFactory(value) {
	return typeof value === "function";
}
function isReducer(value) {
	return typeof value === "function";
}
function useState(defaultValue) {
	return withPointer((pointer) => {
		const setState = AsyncResource.bind(function setState(newValue) {
			const currentValue = pointer.get();
			const nextValue = isReducer(newValue) ? newValue(currentValue) : newValue;
			if (!Object.is(currentValue, nextValue)) {
				pointer.set(nextValue);
				handleChange();
			}
		});
		if (pointer.initialized) return [pointer.get(), setState];
		const value = isFactory(defaultValue) ? defaultValue() : defaultValue;
		pointer.set(value);
		return [value, setState];
	});
}
var init_use_state = __esmMin((() => {
	init__node_async_hooks();
	init_hook_engine();
}));
// ../../main/node_modules/@inquirer/core/dist/lib/use-effect.js
function useEffect(cb, depArray) {
	withPointer((pointer) => {
		const oldDeps = pointer.get();
		if (!Array.isArray(oldDeps) || depArray.some((dep, i) => !Object.is(dep, oldDeps[i]))) effectScheduler.queue(cb);
		pointer.set(depArray);
	});
}
var init_use_effect = __esmMin((() => {
	init_hook_engine();
}));
// \0node:process
var builtin$3;
var init__node_process = __esmMin((() => {
	builtin$3 = /* @__PURE__ */ process.getBuiltinModule("node:process");
}));
// ../../main/node_modules/@inquirer/figures/dist/index.js
function isUnicodeSupported() {
	if (!builtin$3.platform.startsWith("win")) return builtin$3.env["TERM"] !== "linux";
	return Boolean(builtin$3.env["CI"]) || Boolean(builtin$3.env["WT_SESSION"]) || Boolean(builtin$3.env["TERMINUS_SUBLIME"]) || builtin$3.env["ConEmuTask"] === "{cmd::Cmder}" || builtin$3.env["TERM_PROGRAM"] === "Terminus-Sublime" || builtin$3.env["TERM_PROGRAM"] === "vscode" || builtin$3.env["TERM"] === "xterm-256color" || builtin$3.env["TERM"] === "alacritty" || builtin$3.env["TERMINAL_EMULATOR"] === "JetBrains-JediTerm";
}
var common, specialMainSymbols, specialFallbackSymbols, mainSymbols, fallbackSymbols, shouldUseMain, figures;
var init_dist$17 = __esmMin((() => {
	init__node_process();
	common = {
		circleQuestionMark: "(?)",
		questionMarkPrefix: "(?)",
		square: "█",
		squareDarkShade: "▓",
		squareMediumShade: "▒",
		squareLightShade: "░",
		squareTop: "▀",
		squareBottom: "▄",
		squareLeft: "▌",
		squareRight: "▐",
		squareCenter: "■",
		bullet: "●",
		dot: "․",
		ellipsis: "…",
		pointerSmall: "›",
		triangleUp: "▲",
		triangleUpSmall: "▴",
		triangleDown: "▼",
		triangleDownSmall: "▾",
		triangleLeftSmall: "◂",
		triangleRightSmall: "▸",
		home: "⌂",
		heart: "♥",
		musicNote: "♪",
		musicNoteBeamed: "♫",
		arrowUp: "↑",
		arrowDown: "↓",
		arrowLeft: "←",
		arrowRight: "→",
		arrowLeftRight: "↔",
		arrowUpDown: "↕",
		almostEqual: "≈",
		notEqual: "≠",
		lessOrEqual: "≤",
		greaterOrEqual: "≥",
		identical: "≡",
		infinity: "∞",
		subscriptZero: "₀",
		subscriptOne: "₁",
		subscriptTwo: "₂",
		subscriptThree: "₃",
		subscriptFour: "₄",
		subscriptFive: "₅",
		subscriptSix: "₆",
		subscriptSeven: "₇",
		subscriptEight: "₈",
		subscriptNine: "₉",
		oneHalf: "½",
		oneThird: "⅓",
		oneQuarter: "¼",
		oneFifth: "⅕",
		oneSixth: "⅙",
		oneEighth: "⅛",
		twoThirds: "⅔",
		twoFifths: "⅖",
		threeQuarters: "¾",
		threeFifths: "⅗",
		threeEighths: "⅜",
		fourFifths: "⅘",
		fiveSixths: "⅚",
		fiveEighths: "⅝",
		sevenEighths: "⅞",
		line: "─",
		lineBold: "━",
		lineDouble: "═",
		lineDashed0: "┄",
		lineDashed1: "┅",
		lineDashed2: "┈",
		lineDashed3: "┉",
		lineDashed4: "╌",
		lineDashed5: "╍",
		lineDashed6: "╴",
		lineDashed7: "╶",
		lineDashed8: "╸",
		lineDashed9: "╺",
		lineDashed10: "╼",
		lineDashed11: "╾",
		lineDashed12: "−",
		lineDashed13: "–",
		lineDashed14: "‐",
		lineDashed15: "⁃",
		lineVertical: "│",
		lineVerticalBold: "┃",
		lineVerticalDouble: "║",
		lineVerticalDashed0: "┆",
		lineVerticalDashed1: "┇",
		lineVerticalDashed2: "┊",
		lineVerticalDashed3: "┋",
		lineVerticalDashed4: "╎",
		lineVerticalDashed5: "╏",
		lineVerticalDashed6: "╵",
		lineVerticalDashed7: "╷",
		lineVerticalDashed8: "╹",
		lineVerticalDashed9: "╻",
		lineVerticalDashed10: "╽",
		lineVerticalDashed11: "╿",
		lineDownLeft: "┐",
		lineDownLeftArc: "╮",
		lineDownBoldLeftBold: "┓",
		lineDownBoldLeft: "┒",
		lineDownLeftBold: "┑",
		lineDownDoubleLeftDouble: "╗",
		lineDownDoubleLeft: "╖",
		lineDownLeftDouble: "╕",
		lineDownRight: "┌",
		lineDownRightArc: "╭",
		lineDownBoldRightBold: "┏",
		lineDownBoldRight: "┎",
		lineDownRightBold: "┍",
		lineDownDoubleRightDouble: "╔",
		lineDownDoubleRight: "╓",
		lineDownRightDouble: "╒",
		lineUpLeft: "┘",
		lineUpLeftArc: "╯",
		lineUpBoldLeftBold: "┛",
		lineUpBoldLeft: "┚",
		lineUpLeftBold: "┙",
		lineUpDoubleLeftDouble: "╝",
		lineUpDoubleLeft: "╜",
		lineUpLeftDouble: "╛",
		lineUpRight: "└",
		lineUpRightArc: "╰",
		lineUpBoldRightBold: "┗",
		lineUpBoldRight: "┖",
		lineUpRightBold: "┕",
		lineUpDoubleRightDouble: "╚",
		lineUpDoubleRight: "╙",
		lineUpRightDouble: "╘",
		lineUpDownLeft: "┤",
		lineUpBoldDownBoldLeftBold: "┫",
		lineUpBoldDownBoldLeft: "┨",
		lineUpDownLeftBold: "┥",
		lineUpBoldDownLeftBold: "┩",
		lineUpDownBoldLeftBold: "┪",
		lineUpDownBoldLeft: "┧",
		lineUpBoldDownLeft: "┦",
		lineUpDoubleDownDoubleLeftDouble: "╣",
		lineUpDoubleDownDoubleLeft: "╢",
		lineUpDownLeftDouble: "╡",
		lineUpDownRight: "├",
		lineUpBoldDownBoldRightBold: "┣",
		lineUpBoldDownBoldRight: "┠",
		lineUpDownRightBold: "┝",
		lineUpBoldDownRightBold: "┡",
		lineUpDownBoldRightBold: "┢",
		lineUpDownBoldRight: "┟",
		lineUpBoldDownRight: "┞",
		lineUpDoubleDownDoubleRightDouble: "╠",
		lineUpDoubleDownDoubleRight: "╟",
		lineUpDownRightDouble: "╞",
		lineDownLeftRight: "┬",
		lineDownBoldLeftBoldRightBold: "┳",
		lineDownLeftBoldRightBold: "┯",
		lineDownBoldLeftRight: "┰",
		lineDownBoldLeftBoldRight: "┱",
		lineDownBoldLeftRightBold: "┲",
		lineDownLeftRightBold: "┮",
		lineDownLeftBoldRight: "┭",
		lineDownDoubleLeftDoubleRightDouble: "╦",
		lineDownDoubleLeftRight: "╥",
		lineDownLeftDoubleRightDouble: "╤",
		lineUpLeftRight: "┴",
		lineUpBoldLeftBoldRightBold: "┻",
		lineUpLeftBoldRightBold: "┷",
		lineUpBoldLeftRight: "┸",
		lineUpBoldLeftBoldRight: "┹",
		lineUpBoldLeftRightBold: "┺",
		lineUpLeftRightBold: "┶",
		lineUpLeftBoldRight: "┵",
		lineUpDoubleLeftDoubleRightDouble: "╩",
		lineUpDoubleLeftRight: "╨",
		lineUpLeftDoubleRightDouble: "╧",
		lineUpDownLeftRight: "┼",
		lineUpBoldDownBoldLeftBoldRightBold: "╋",
		lineUpDownBoldLeftBoldRightBold: "╈",
		lineUpBoldDownLeftBoldRightBold: "╇",
		lineUpBoldDownBoldLeftRightBold: "╊",
		lineUpBoldDownBoldLeftBoldRight: "╉",
		lineUpBoldDownLeftRight: "╀",
		lineUpDownBoldLeftRight: "╁",
		lineUpDownLeftBoldRight: "┽",
		lineUpDownLeftRightBold: "┾",
		lineUpBoldDownBoldLeftRight: "╂",
		lineUpDownLeftBoldRightBold: "┿",
		lineUpBoldDownLeftBoldRight: "╃",
		lineUpBoldDownLeftRightBold: "╄",
		lineUpDownBoldLeftBoldRight: "╅",
		lineUpDownBoldLeftRightBold: "╆",
		lineUpDoubleDownDoubleLeftDoubleRightDouble: "╬",
		lineUpDoubleDownDoubleLeftRight: "╫",
		lineUpDownLeftDoubleRightDouble: "╪",
		lineCross: "╳",
		lineBackslash: "╲",
		lineSlash: "╱"
	};
	specialMainSymbols = {
		tick: "✔",
		info: "ℹ",
		warning: "⚠",
		cross: "✘",
		squareSmall: "◻",
		squareSmallFilled: "◼",
		circle: "◯",
		circleFilled: "◉",
		circleDotted: "◌",
		circleDouble: "◎",
		circleCircle: "ⓞ",
		circleCross: "ⓧ",
		circlePipe: "Ⓘ",
		radioOn: "◉",
		radioOff: "◯",
		checkboxOn: "☒",
		checkboxOff: "☐",
		checkboxCircleOn: "ⓧ",
		checkboxCircleOff: "Ⓘ",
		pointer: "❯",
		triangleUpOutline: "△",
		triangleLeft: "◀",
		triangleRight: "▶",
		lozenge: "◆",
		lozengeOutline: "◇",
		hamburger: "☰",
		smiley: "㋡",
		mustache: "෴",
		star: "★",
		play: "▶",
		nodejs: "⬢",
		oneSeventh: "⅐",
		oneNinth: "⅑",
		oneTenth: "⅒"
	};
	specialFallbackSymbols = {
		tick: "√",
		info: "i",
		warning: "‼",
		cross: "×",
		squareSmall: "□",
		squareSmallFilled: "■",
		circle: "( )",
		circleFilled: "(*)",
		circleDotted: "( )",
		circleDouble: "( )",
		circleCircle: "(○)",
		circleCross: "(×)",
		circlePipe: "(│)",
		radioOn: "(*)",
		radioOff: "( )",
		checkboxOn: "[×]",
		checkboxOff: "[ ]",
		checkboxCircleOn: "(×)",
		checkboxCircleOff: "( )",
		pointer: ">",
		triangleUpOutline: "∆",
		triangleLeft: "◄",
		triangleRight: "►",
		lozenge: "♦",
		lozengeOutline: "◊",
		hamburger: "≡",
		smiley: "☺",
		mustache: "┌─┐",
		star: "✶",
		play: "►",
		nodejs: "♦",
		oneSeventh: "1/7",
		oneNinth: "1/9",
		oneTenth: "1/10"
	};
	mainSymbols = {
		...common,
		...specialMainSymbols
	};
	fallbackSymbols = {
		...common,
		...specialFallbackSymbols
	};
	shouldUseMain = isUnicodeSupported();
	figures = shouldUseMain ? mainSymbols : fallbackSymbols;
	Object.entries(specialMainSymbols);
}));
// ../../main/node_modules/@inquirer/core/dist/lib/theme.js
function getDefaultTheme() {
	return {
		...defaultTheme,
		keybindings: getDefaultKeybindings()
	};
}
var defaultTheme;
var init_theme = __esmMin((() => {
	init__node_util();
	init_dist$17();
	init_key();
	defaultTheme = {
		prefix: {
			idle: styleText("blue", "?"),
			done: styleText("green", figures.tick)
		},
		spinner: {
			interval: 80,
			frames: [
				"⠋",
				"⠙",
				"⠹",
				"⠸",
				"⠼",
				"⠴",
				"⠦",
				"⠧",
				"⠇",
				"⠏"
			].map((frame) => styleText("yellow", frame))
		},
		keybindings: [],
		style: {
			answer: (text) => styleText("cyan", text),
			message: (text) => styleText("bold", text),
			error: (text) => styleText("red", `> ${text}`),
			defaultAnswer: (text) => styleText("dim", `(${text})`),
			help: (text) => styleText("dim", text),
			highlight: (text) => styleText("cyan", text),
			key: (text) => styleText("cyan", styleText("bold", `<${text}>`))
		}
	};
}));
// ../../main/node_modules/@inquirer/core/dist/lib/make-theme.js
function isPlainObject(value) {
	if (typeof value !== "object" || value === null) return false;
	let proto = value;
	while (Object.getPrototypeOf(proto) !== null) proto = Object.getPrototypeOf(proto);
	return Object.getPrototypeOf(value) === proto;
}
function deepMerge(...objects) {
	const output = {};
	for (const obj of objects) for (const [key, value] of Object.entries(obj)) {
		const prevValue = output[key];
		output[key] = isPlainObject(prevValue) && isPlainObject(value) ? deepMerge(prevValue, value) : value;
	}
	return output;
}
function makeTheme(...themes) {
	return deepMerge(...[getDefaultTheme(), ...themes.filter((theme) => theme != null)]);
}
var init_make_theme = __esmMin((() => {
	init_theme();
}));
// ../../main/node_modules/@inquirer/core/dist/lib/use-prefix.js
function usePrefix({ status = "idle", theme }) {
	const [showLoader, setShowLoader] = useState(false);
	const [tick, setTick] = useState(0);
	const { prefix, spinner } = makeTheme(theme);
	useEffect(() => {
		if (status === "loading") {
			let tickInterval;
			let inc = -1;
			const delayTimeout = setTimeout(() => {
				setShowLoader(true);
				tickInterval = setInterval(() => {
					inc = inc + 1;
					setTick(inc % spinner.frames.length);
				}, spinner.interval);
			}, 300);
			return () => {
				clearTimeout(delayTimeout);
				clearInterval(tickInterval);
			};
		} else setShowLoader(false);
	}, [status]);
	if (showLoader) return spinner.frames[tick];
	return typeof prefix === "string" ? prefix : prefix[status === "loading" ? "idle" : status] ?? prefix["idle"];
}
var init_use_prefix = __esmMin((() => {
	init_use_state();
	init_use_effect();
	init_make_theme();
}));
// ../../main/node_modules/@inquirer/core/dist/lib/use-memo.js
function useMemo(fn, dependencies) {
	return withPointer((pointer) => {
		const prev = pointer.get();
		if (!pointer.initialized || prev.dependencies.length !== dependencies.length || prev.dependencies.some((dep, i) => dep !== dependencies[i])) {
			const value = fn();
			pointer.set({
				value,
				dependencies
			});
			return value;
		}
		return prev.value;
	});
}
var init_use_memo = __esmMin((() => {
	init_hook_engine();
}));
// ../../main/node_modules/@inquirer/core/dist/lib/use-ref.js
function useRef(val) {
	return useState({ current: val })[0];
}
var init_use_ref = __esmMin((() => {
	init_use_state();
}));
// ../../main/node_modules/@inquirer/core/dist/lib/use-keypress.js
function useKeypress(userHandler) {
	const signal = useRef(userHandler);
	signal.current = userHandler;
	useEffect((rl) => {
		let ignore = false;
		const handler = withUpdates((_input, event) => {
			if (ignore) return;
			signal.current(event, rl);
		});
		rl.input.on("keypress", handler);
		return () => {
			ignore = true;
			rl.input.removeListener("keypress", handler);
		};
	}, []);
}
var init_use_keypress = __esmMin((() => {
	init_use_ref();
	init_use_effect();
	init_hook_engine();
}));
// \0tty
var _tty_exports = /* @__PURE__ */ __exportAll({
	ReadStream: () => ReadStream,
	WriteStream: () => WriteStream,
	default: () => builtin$2,
	isatty: () => isatty$1
});
var builtin$2, ReadStream, WriteStream, isatty$1;
var init__tty = __esmMin((() => {
	builtin$2 = /* @__PURE__ */ process.getBuiltinModule("tty");
	ReadStream = /* @__PURE__ */ (() => builtin$2.ReadStream)();
	WriteStream = /* @__PURE__ */ (() => builtin$2.WriteStream)();
	isatty$1 = /* @__PURE__ */ (() => builtin$2.isatty)();
}));
// ../../main/node_modules/cli-width/index.js
var require_cli_width = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	module.exports = cliWidth;
	function normalizeOpts(options) {
		const defaultOpts = {
			defaultWidth: 0,
			output: process.stdout,
			tty: (init__tty(), __toCommonJS(_tty_exports))
		};
		if (!options) return defaultOpts;
		Object.keys(defaultOpts).forEach(function(key) {
			if (!options[key]) options[key] = defaultOpts[key];
		});
		return options;
	}
	function cliWidth(options) {
		const opts = normalizeOpts(options);
		if (opts.output.getWindowSize) return opts.output.getWindowSize()[0] || opts.defaultWidth;
		if (opts.tty.getWindowSize) return opts.tty.getWindowSize()[1] || opts.defaultWidth;
		if (opts.output.columns) return opts.output.columns;
		if (process.env.CLI_WIDTH) {
			const width = parseInt(process.env.CLI_WIDTH, 10);
			if (!isNaN(width) && width !== 0) return width;
		}
		return opts.defaultWidth;
	}
}));
// ../../main/node_modules/fast-string-truncated-width/dist/utils.js
var getCodePointsLength, isFullWidth, isWideNotCJKTNotEmoji;
var init_utils$2 = __esmMin((() => {
	getCodePointsLength = (() => {
		const SURROGATE_PAIR_RE = /[\uD800-\uDBFF][\uDC00-\uDFFF]/g;
		return (input) => {
			let surrogatePairsNr = 0;
			SURROGATE_PAIR_RE.lastIndex = 0;
			while (SURROGATE_PAIR_RE.test(input)) surrogatePairsNr += 1;
			return input.length - surrogatePairsNr;
		};
	})();
	isFullWidth = (x) => {
		return x === 12288 || x >= 65281 && x <= 65376 || x >= 65504 && x <= 65510;
	};
	isWideNotCJKTNotEmoji = (x) => {
		return x === 8987 || x === 9001 || x >= 12272 && x <= 12287 || x >= 12289 && x <= 12350 || x >= 12441 && x <= 12543 || x >= 12549 && x <= 12591 || x >= 12593 && x <= 12686 || x >= 12688 && x <= 12771 || x >= 12783 && x <= 12830 || x >= 12832 && x <= 12871 || x >= 12880 && x <= 19903 || x >= 65040 && x <= 65049 || x >= 65072 && x <= 65106 || x >= 65108 && x <= 65126 || x >= 65128 && x <= 65131 || x >= 127488 && x <= 127490 || x >= 127504 && x <= 127547 || x >= 127552 && x <= 127560 || x >= 131072 && x <= 196605 || x >= 196608 && x <= 262141;
	};
}));
// ../../main/node_modules/fast-string-truncated-width/dist/index.js
var ANSI_RE, CONTROL_RE, CJKT_WIDE_RE, TAB_RE, EMOJI_RE, LATIN_RE, MODIFIER_RE, NO_TRUNCATION$1, getStringTruncatedWidth;
var init_dist$16 = __esmMin((() => {
	init_utils$2();
	ANSI_RE = /[\u001b\u009b][[()#;?]*(?:[0-9]{1,4}(?:;[0-9]{0,4})*)?[0-9A-ORZcf-nqry=><]|\u001b\]8;[^;]*;.*?(?:\u0007|\u001b\u005c)/y;
	CONTROL_RE = /[\x00-\x08\x0A-\x1F\x7F-\x9F]{1,1000}/y;
	CJKT_WIDE_RE = /(?:(?![\uFF61-\uFF9F\uFF00-\uFFEF])[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Tangut}]){1,1000}/uy;
	TAB_RE = /\t{1,1000}/y;
	EMOJI_RE = /[\u{1F1E6}-\u{1F1FF}]{2}|\u{1F3F4}[\u{E0061}-\u{E007A}]{2}[\u{E0030}-\u{E0039}\u{E0061}-\u{E007A}]{1,3}\u{E007F}|(?:\p{Emoji}\uFE0F\u20E3?|\p{Emoji_Modifier_Base}\p{Emoji_Modifier}?|\p{Emoji_Presentation})(?:\u200D(?:\p{Emoji_Modifier_Base}\p{Emoji_Modifier}?|\p{Emoji_Presentation}|\p{Emoji}\uFE0F\u20E3?))*/uy;
	LATIN_RE = /(?:[\x20-\x7E\xA0-\xFF](?!\uFE0F)){1,1000}/y;
	MODIFIER_RE = /\p{M}+/gu;
	NO_TRUNCATION$1 = {
		limit: 1e400,
		ellipsis: ""
	};
	getStringTruncatedWidth = (input, truncationOptions = {}, widthOptions = {}) => {
		const LIMIT = truncationOptions.limit ?? 1e400;
		const ELLIPSIS = truncationOptions.ellipsis ?? "";
		const ELLIPSIS_WIDTH = truncationOptions?.ellipsisWidth ?? (ELLIPSIS ? getStringTruncatedWidth(ELLIPSIS, NO_TRUNCATION$1, widthOptions).width : 0);
		const ANSI_WIDTH = 0;
		const CONTROL_WIDTH = widthOptions.controlWidth ?? 0;
		const TAB_WIDTH = widthOptions.tabWidth ?? 8;
		const EMOJI_WIDTH = widthOptions.emojiWidth ?? 2;
		const FULL_WIDTH_WIDTH = 2;
		const REGULAR_WIDTH = widthOptions.regularWidth ?? 1;
		const WIDE_WIDTH = widthOptions.wideWidth ?? FULL_WIDTH_WIDTH;
		const PARSE_BLOCKS = [
			[LATIN_RE, REGULAR_WIDTH],
			[ANSI_RE, ANSI_WIDTH],
			[CONTROL_RE, CONTROL_WIDTH],
			[TAB_RE, TAB_WIDTH],
			[EMOJI_RE, EMOJI_WIDTH],
			[CJKT_WIDE_RE, WIDE_WIDTH]
		];
		let indexPrev = 0;
		let index = 0;
		let length = input.length;
		let lengthExtra = 0;
		let truncationEnabled = false;
		let truncationIndex = length;
		let truncationLimit = Math.max(0, LIMIT - ELLIPSIS_WIDTH);
		let unmatchedStart = 0;
		let unmatchedEnd = 0;
		let width = 0;
		let widthExtra = 0;
		outer: while (true) {
			if (unmatchedEnd > unmatchedStart || index >= length && index > indexPrev) {
				const unmatched = input.slice(unmatchedStart, unmatchedEnd) || input.slice(indexPrev, index);
				lengthExtra = 0;
				for (const char of unmatched.replaceAll(MODIFIER_RE, "")) {
					const codePoint = char.codePointAt(0) || 0;
					if (isFullWidth(codePoint)) widthExtra = FULL_WIDTH_WIDTH;
					else if (isWideNotCJKTNotEmoji(codePoint)) widthExtra = WIDE_WIDTH;
					else widthExtra = REGULAR_WIDTH;
					if (width + widthExtra > truncationLimit) truncationIndex = Math.min(truncationIndex, Math.max(unmatchedStart, indexPrev) + lengthExtra);
					if (width + widthExtra > LIMIT) {
						truncationEnabled = true;
						break outer;
					}
					lengthExtra += char.length;
					width += widthExtra;
				}
				unmatchedStart = unmatchedEnd = 0;
			}
			if (index >= length) break outer;
			for (let i = 0, l = PARSE_BLOCKS.length; i < l; i++) {
				const [BLOCK_RE, BLOCK_WIDTH] = PARSE_BLOCKS[i];
				BLOCK_RE.lastIndex = index;
				if (BLOCK_RE.test(input)) {
					lengthExtra = BLOCK_RE === CJKT_WIDE_RE ? getCodePointsLength(input.slice(index, BLOCK_RE.lastIndex)) : BLOCK_RE === EMOJI_RE ? 1 : BLOCK_RE.lastIndex - index;
					widthExtra = lengthExtra * BLOCK_WIDTH;
					if (width + widthExtra > truncationLimit) truncationIndex = Math.min(truncationIndex, index + Math.floor((truncationLimit - width) / BLOCK_WIDTH));
					if (width + widthExtra > LIMIT) {
						truncationEnabled = true;
						break outer;
					}
					width += widthExtra;
					unmatchedStart = indexPrev;
					unmatchedEnd = index;
					index = indexPrev = BLOCK_RE.lastIndex;
					continue outer;
				}
			}
			index += 1;
		}
		return {
			width: truncationEnabled ? truncationLimit : width,
			index: truncationEnabled ? truncationIndex : length,
			truncated: truncationEnabled,
			ellipsed: truncationEnabled && LIMIT >= ELLIPSIS_WIDTH
		};
	};
}));
// ../../main/node_modules/fast-string-width/dist/index.js
var NO_TRUNCATION, fastStringWidth;
var init_dist$15 = __esmMin((() => {
	init_dist$16();
	NO_TRUNCATION = {
		limit: 1e400,
		ellipsis: "",
		ellipsisWidth: 0
	};
	fastStringWidth = (input, options = {}) => {
		return getStringTruncatedWidth(input, NO_TRUNCATION, options).width;
	};
}));
// ../../main/node_modules/fast-wrap-ansi/lib/main.js
function wrapAnsi(string, columns, options) {
	return String(string).normalize().split(CRLF_OR_LF).map((line) => exec(line, columns, options)).join("\n");
}
var ESC$1, CSI, END_CODE, ANSI_ESCAPE_BELL, ANSI_CSI, ANSI_OSC, ANSI_SGR_TERMINATOR, ANSI_ESCAPE_LINK, GROUP_REGEX, getClosingCode, wrapAnsiCode, wrapAnsiHyperlink, wrapWord, stringVisibleTrimSpacesRight, exec, CRLF_OR_LF;
var init_main = __esmMin((() => {
	init_dist$15();
	ESC$1 = "\x1B";
	CSI = "";
	END_CODE = 39;
	ANSI_ESCAPE_BELL = "\x07";
	ANSI_CSI = "[";
	ANSI_OSC = "]";
	ANSI_SGR_TERMINATOR = "m";
	ANSI_ESCAPE_LINK = `${ANSI_OSC}8;;`;
	GROUP_REGEX = new RegExp(`(?:\\${ANSI_CSI}(?<code>\\d+)m|\\${ANSI_ESCAPE_LINK}(?<uri>.*)${ANSI_ESCAPE_BELL})`, "y");
	getClosingCode = (openingCode) => {
		if (openingCode >= 30 && openingCode <= 37) return 39;
		if (openingCode >= 90 && openingCode <= 97) return 39;
		if (openingCode >= 40 && openingCode <= 47) return 49;
		if (openingCode >= 100 && openingCode <= 107) return 49;
		if (openingCode === 1 || openingCode === 2) return 22;
		if (openingCode === 3) return 23;
		if (openingCode === 4) return 24;
		if (openingCode === 7) return 27;
		if (openingCode === 8) return 28;
		if (openingCode === 9) return 29;
		if (openingCode === 0) return 0;
	};
	wrapAnsiCode = (code) => `${ESC$1}${ANSI_CSI}${code}${ANSI_SGR_TERMINATOR}`;
	wrapAnsiHyperlink = (url) => `${ESC$1}${ANSI_ESCAPE_LINK}${url}${ANSI_ESCAPE_BELL}`;
	wrapWord = (rows, word, columns) => {
		const characters = word[Symbol.iterator]();
		let isInsideEscape = false;
		let isInsideLinkEscape = false;
		let lastRow = rows.at(-1);
		let visible = lastRow === void 0 ? 0 : fastStringWidth(lastRow);
		let currentCharacter = characters.next();
		let nextCharacter = characters.next();
		let rawCharacterIndex = 0;
		while (!currentCharacter.done) {
			const character = currentCharacter.value;
			const characterLength = fastStringWidth(character);
			if (visible + characterLength <= columns) rows[rows.length - 1] += character;
			else {
				rows.push(character);
				visible = 0;
			}
			if (character === ESC$1 || character === CSI) {
				isInsideEscape = true;
				isInsideLinkEscape = word.startsWith(ANSI_ESCAPE_LINK, rawCharacterIndex + 1);
			}
			if (isInsideEscape) {
				if (isInsideLinkEscape) {
					if (character === ANSI_ESCAPE_BELL) {
						isInsideEscape = false;
						isInsideLinkEscape = false;
					}
				} else if (character === ANSI_SGR_TERMINATOR) isInsideEscape = false;
			} else {
				visible += characterLength;
				if (visible === columns && !nextCharacter.done) {
					rows.push("");
					visible = 0;
				}
			}
			currentCharacter = nextCharacter;
			nextCharacter = characters.next();
			rawCharacterIndex += character.length;
		}
		lastRow = rows.at(-1);
		if (!visible && lastRow !== void 0 && lastRow.length && rows.length > 1) rows[rows.length - 2] += rows.pop();
	};
	stringVisibleTrimSpacesRight = (string) => {
		const words = string.split(" ");
		let last = words.length;
		while (last) {
			if (fastStringWidth(words[last - 1])) break;
			last--;
		}
		if (last === words.length) return string;
		return words.slice(0, last).join(" ") + words.slice(last).join("");
	};
	exec = (string, columns, options = {}) => {
		if (options.trim !== false && string.trim() === "") return "";
		let returnValue = "";
		let escapeCode;
		let escapeUrl;
		const words = string.split(" ");
		let rows = [""];
		let rowLength = 0;
		for (let index = 0; index < words.length; index++) {
			const word = words[index];
			if (options.trim !== false) {
				const row = rows.at(-1) ?? "";
				const trimmed = row.trimStart();
				if (row.length !== trimmed.length) {
					rows[rows.length - 1] = trimmed;
					rowLength = fastStringWidth(trimmed);
				}
			}
			if (index !== 0) {
				if (rowLength >= columns && (options.wordWrap === false || options.trim === false)) {
					rows.push("");
					rowLength = 0;
				}
				if (rowLength || options.trim === false) {
					rows[rows.length - 1] += " ";
					rowLength++;
				}
			}
			const wordLength = fastStringWidth(word);
			if (options.hard && wordLength > columns) {
				const remainingColumns = columns - rowLength;
				const breaksStartingThisLine = 1 + Math.floor((wordLength - remainingColumns - 1) / columns);
				if (Math.floor((wordLength - 1) / columns) < breaksStartingThisLine) rows.push("");
				wrapWord(rows, word, columns);
				rowLength = fastStringWidth(rows.at(-1) ?? "");
				continue;
			}
			if (rowLength + wordLength > columns && rowLength && wordLength) {
				if (options.wordWrap === false && rowLength < columns) {
					wrapWord(rows, word, columns);
					rowLength = fastStringWidth(rows.at(-1) ?? "");
					continue;
				}
				rows.push("");
				rowLength = 0;
			}
			if (rowLength + wordLength > columns && options.wordWrap === false) {
				wrapWord(rows, word, columns);
				rowLength = fastStringWidth(rows.at(-1) ?? "");
				continue;
			}
			rows[rows.length - 1] += word;
			rowLength += wordLength;
		}
		if (options.trim !== false) rows = rows.map((row) => stringVisibleTrimSpacesRight(row));
		const preString = rows.join("\n");
		let inSurrogate = false;
		for (let i = 0; i < preString.length; i++) {
			const character = preString[i];
			returnValue += character;
			if (!inSurrogate) {
				inSurrogate = character >= "\ud800" && character <= "\udbff";
				if (inSurrogate) continue;
			} else inSurrogate = false;
			if (character === ESC$1 || character === CSI) {
				GROUP_REGEX.lastIndex = i + 1;
				const groups = GROUP_REGEX.exec(preString)?.groups;
				if (groups?.code !== void 0) {
					const code = Number.parseFloat(groups.code);
					escapeCode = code === END_CODE ? void 0 : code;
				} else if (groups?.uri !== void 0) escapeUrl = groups.uri.length === 0 ? void 0 : groups.uri;
			}
			if (preString[i + 1] === "\n") {
				if (escapeUrl) returnValue += wrapAnsiHyperlink("");
				const closingCode = escapeCode ? getClosingCode(escapeCode) : void 0;
				if (escapeCode && closingCode) returnValue += wrapAnsiCode(closingCode);
			} else if (character === "\n") {
				if (escapeCode && getClosingCode(escapeCode)) returnValue += wrapAnsiCode(escapeCode);
				if (escapeUrl) returnValue += wrapAnsiHyperlink(escapeUrl);
			}
		}
		return returnValue;
	};
	CRLF_OR_LF = /\r?\n/;
}));
// ../../main/node_modules/@inquirer/core/dist/lib/utils.js
/**
* Force line returns at specific width. This function is ANSI code friendly and it'll
* ignore invisible codes during width calculation.
* @param {string} content
* @param {number} width
* @return {string}
*/
function breakLines(content, width) {
	return content.split("\n").flatMap((line) => wrapAnsi(line, width, {
		trim: false,
		wordWrap: false
	}).split("\n").map((str) => str.trimEnd())).join("\n");
}
/**
* Returns the width of the active readline, or 80 as default value.
* @returns {number}
*/
function readlineWidth() {
	return (0, import_cli_width.default)({
		defaultWidth: 80,
		output: readline().output
	});
}
var import_cli_width;
var init_utils$1 = __esmMin((() => {
	import_cli_width = /* @__PURE__ */ __toESM(require_cli_width(), 1);
	init_main();
	init_hook_engine();
}));
// ../../main/node_modules/@inquirer/core/dist/lib/pagination/use-pagination.js
function usePointerPosition({ active, renderedItems, pageSize, loop }) {
	const state = useRef({
		lastPointer: active,
		lastActive: void 0
	});
	const { lastPointer, lastActive } = state.current;
	const middle = Math.floor(pageSize / 2);
	const renderedLength = renderedItems.reduce((acc, item) => acc + item.length, 0);
	const defaultPointerPosition = renderedItems.slice(0, active).reduce((acc, item) => acc + item.length, 0);
	let pointer = defaultPointerPosition;
	if (renderedLength > pageSize) {
		if (loop) {
			/**
			* Creates the next position for the pointer considering an infinitely
			* looping list of items to be rendered on the page.
			*
			* The goal is to progressively move the cursor to the middle position as the user move down, and then keep
			* the cursor there. When the user move up, maintain the cursor position.
			*/
			pointer = lastPointer;
			if (lastActive != null && lastActive < active && active - lastActive < pageSize) pointer = Math.min(middle, Math.abs(active - lastActive) === 1 ? Math.min(lastPointer + (renderedItems[lastActive]?.length ?? 0), Math.max(defaultPointerPosition, lastPointer)) : lastPointer + active - lastActive);
		} else {
			/**
			* Creates the next position for the pointer considering a finite list of
			* items to be rendered on a page.
			*
			* The goal is to keep the pointer in the middle of the page whenever possible, until
			* we reach the bounds of the list (top or bottom). In which case, the cursor moves progressively
			* to the bottom or top of the list.
			*/
			const spaceUnderActive = renderedItems.slice(active).reduce((acc, item) => acc + item.length, 0);
			pointer = spaceUnderActive < pageSize - middle ? pageSize - spaceUnderActive : Math.min(defaultPointerPosition, middle);
		}
	}
	state.current.lastPointer = pointer;
	state.current.lastActive = active;
	return pointer;
}
function usePagination({ items, active, renderItem, pageSize, loop = true }) {
	const width = readlineWidth();
	const bound = (num) => (num % items.length + items.length) % items.length;
	const renderedItems = items.map((item, index) => {
		if (item == null) return [];
		return breakLines(renderItem({
			item,
			index,
			isActive: index === active
		}), width).split("\n");
	});
	const renderedLength = renderedItems.reduce((acc, item) => acc + item.length, 0);
	const renderItemAtIndex = (index) => renderedItems[index] ?? [];
	const pointer = usePointerPosition({
		active,
		renderedItems,
		pageSize,
		loop
	});
	const activeItem = renderItemAtIndex(active).slice(0, pageSize);
	const activeItemPosition = pointer + activeItem.length <= pageSize ? pointer : pageSize - activeItem.length;
	const pageBuffer = Array.from({ length: pageSize });
	pageBuffer.splice(activeItemPosition, activeItem.length, ...activeItem);
	const itemVisited = /* @__PURE__ */ new Set([active]);
	let bufferPointer = activeItemPosition + activeItem.length;
	let itemPointer = bound(active + 1);
	while (bufferPointer < pageSize && !itemVisited.has(itemPointer) && (loop && renderedLength > pageSize ? itemPointer !== active : itemPointer > active)) {
		const linesToAdd = renderItemAtIndex(itemPointer).slice(0, pageSize - bufferPointer);
		pageBuffer.splice(bufferPointer, linesToAdd.length, ...linesToAdd);
		itemVisited.add(itemPointer);
		bufferPointer += linesToAdd.length;
		itemPointer = bound(itemPointer + 1);
	}
	bufferPointer = activeItemPosition - 1;
	itemPointer = bound(active - 1);
	while (bufferPointer >= 0 && !itemVisited.has(itemPointer) && (loop && renderedLength > pageSize ? itemPointer !== active : itemPointer < active)) {
		const lines = renderItemAtIndex(itemPointer);
		const linesToAdd = lines.slice(Math.max(0, lines.length - bufferPointer - 1));
		pageBuffer.splice(bufferPointer - linesToAdd.length + 1, linesToAdd.length, ...linesToAdd);
		itemVisited.add(itemPointer);
		bufferPointer -= linesToAdd.length;
		itemPointer = bound(itemPointer - 1);
	}
	return pageBuffer.filter((line) => typeof line === "string").join("\n");
}
var init_use_pagination = __esmMin((() => {
	init_use_ref();
	init_utils$1();
}));
// ../../main/node_modules/@inquirer/type/dist/utils.js
/**
* Create a promise and get access to its `resolve` and `reject` functions.
*
* Mirrors `Promise.withResolvers()`, available starting from Node 22.
* TODO: Remove once Node 22 becomes the minimum supported version.
*/
function withResolver() {
	let resolve;
	let reject;
	return {
		promise: new Promise((res, rej) => {
			resolve = res;
			reject = rej;
		}),
		resolve,
		reject
	};
}
// ../../main/node_modules/@inquirer/type/dist/index.js
var init_dist$14 = __esmMin((() => {}));
// \0stream
var _stream_exports = /* @__PURE__ */ __exportAll({
	Duplex: () => Duplex,
	PassThrough: () => PassThrough,
	Readable: () => Readable,
	Stream: () => Stream,
	Transform: () => Transform,
	Writable: () => Writable,
	addAbortSignal: () => addAbortSignal,
	compose: () => compose,
	default: () => builtin$1,
	destroy: () => destroy,
	duplexPair: () => duplexPair,
	finished: () => finished,
	getDefaultHighWaterMark: () => getDefaultHighWaterMark,
	isDestroyed: () => isDestroyed,
	isDisturbed: () => isDisturbed,
	isErrored: () => isErrored,
	isReadable: () => isReadable,
	isWritable: () => isWritable,
	pipeline: () => pipeline,
	promises: () => promises,
	setDefaultHighWaterMark: () => setDefaultHighWaterMark
});
var builtin$1, Duplex, PassThrough, Readable, Stream, Transform, Writable, addAbortSignal, compose, destroy, duplexPair, finished, getDefaultHighWaterMark, isDestroyed, isDisturbed, isErrored, isReadable, isWritable, pipeline, promises, setDefaultHighWaterMark;
var init__stream = __esmMin((() => {
	builtin$1 = /* @__PURE__ */ process.getBuiltinModule("stream");
	Duplex = /* @__PURE__ */ (() => builtin$1.Duplex)();
	PassThrough = /* @__PURE__ */ (() => builtin$1.PassThrough)();
	Readable = /* @__PURE__ */ (() => builtin$1.Readable)();
	Stream = /* @__PURE__ */ (() => builtin$1.Stream)();
	Transform = /* @__PURE__ */ (() => builtin$1.Transform)();
	Writable = /* @__PURE__ */ (() => builtin$1.Writable)();
	addAbortSignal = /* @__PURE__ */ (() => builtin$1.addAbortSignal)();
	compose = /* @__PURE__ */ (() => builtin$1.compose)();
	destroy = /* @__PURE__ */ (() => builtin$1.destroy)();
	duplexPair = /* @__PURE__ */ (() => builtin$1.duplexPair)();
	finished = /* @__PURE__ */ (() => builtin$1.finished)();
	getDefaultHighWaterMark = /* @__PURE__ */ (() => builtin$1.getDefaultHighWaterMark)();
	isDestroyed = /* @__PURE__ */ (() => builtin$1.isDestroyed)();
	isDisturbed = /* @__PURE__ */ (() => builtin$1.isDisturbed)();
	isErrored = /* @__PURE__ */ (() => builtin$1.isErrored)();
	isReadable = /* @__PURE__ */ (() => builtin$1.isReadable)();
	isWritable = /* @__PURE__ */ (() => builtin$1.isWritable)();
	pipeline = /* @__PURE__ */ (() => builtin$1.pipeline)();
	promises = /* @__PURE__ */ (() => builtin$1.promises)();
	setDefaultHighWaterMark = /* @__PURE__ */ (() => builtin$1.setDefaultHighWaterMark)();
}));
// ../../main/node_modules/mute-stream/lib/index.js
var require_lib = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const Stream = (init__stream(), __toCommonJS(_stream_exports));
	var MuteStream = class extends Stream {
		#isTTY = null;
		constructor(opts = {}) {
			super(opts);
			this.writable = this.readable = true;
			this.muted = false;
			this.on("pipe", this._onpipe);
			this.replace = opts.replace;
			this._prompt = opts.prompt || null;
			this._hadControl = false;
		}
		#destSrc(key, def) {
			if (this._dest) return this._dest[key];
			if (this._src) return this._src[key];
			return def;
		}
		#proxy(method, ...args) {
			if (typeof this._dest?.[method] === "function") this._dest[method](...args);
			if (typeof this._src?.[method] === "function") this._src[method](...args);
		}
		get isTTY() {
			if (this.#isTTY !== null) return this.#isTTY;
			return this.#destSrc("isTTY", false);
		}
		set isTTY(val) {
			this.#isTTY = val;
		}
		get rows() {
			return this.#destSrc("rows");
		}
		get columns() {
			return this.#destSrc("columns");
		}
		mute() {
			this.muted = true;
		}
		unmute() {
			this.muted = false;
		}
		_onpipe(src) {
			this._src = src;
		}
		pipe(dest, options) {
			this._dest = dest;
			return super.pipe(dest, options);
		}
		pause() {
			if (this._src) return this._src.pause();
		}
		resume() {
			if (this._src) return this._src.resume();
		}
		write(c) {
			if (this.muted) {
				if (!this.replace) return true;
				if (c.match(/^\u001b/)) {
					if (c.indexOf(this._prompt) === 0) {
						c = c.slice(this._prompt.length);
						c = c.replace(/./g, this.replace);
						c = this._prompt + c;
					}
					this._hadControl = true;
					return this.emit("data", c);
				} else {
					if (this._prompt && this._hadControl && c.indexOf(this._prompt) === 0) {
						this._hadControl = false;
						this.emit("data", this._prompt);
						c = c.slice(this._prompt.length);
					}
					c = c.toString().replace(/./g, this.replace);
				}
			}
			this.emit("data", c);
		}
		end(c) {
			if (this.muted) {
				if (c && this.replace) c = c.toString().replace(/./g, this.replace);
				else c = null;
			}
			if (c) this.emit("data", c);
			this.emit("end");
		}
		destroy(...args) {
			return this.#proxy("destroy", ...args);
		}
		destroySoon(...args) {
			return this.#proxy("destroySoon", ...args);
		}
		close(...args) {
			return this.#proxy("close", ...args);
		}
	};
	module.exports = MuteStream;
}));
// ../../main/node_modules/signal-exit/dist/mjs/signals.js
var signals;
var init_signals = __esmMin((() => {
	signals = [];
	signals.push("SIGHUP", "SIGINT", "SIGTERM");
	if (process.platform !== "win32") signals.push("SIGALRM", "SIGABRT", "SIGVTALRM", "SIGXCPU", "SIGXFSZ", "SIGUSR2", "SIGTRAP", "SIGSYS", "SIGQUIT", "SIGIOT");
	if (process.platform === "linux") signals.push("SIGIO", "SIGPOLL", "SIGPWR", "SIGSTKFLT");
}));
// ../../main/node_modules/signal-exit/dist/mjs/index.js
var processOk, kExitEmitter, global, ObjectDefineProperty, Emitter, SignalExitBase, signalExitWrap, SignalExitFallback, SignalExit, process$1, onExit, load, unload;
var init_mjs = __esmMin((() => {
	init_signals();
	processOk = (process) => !!process && typeof process === "object" && typeof process.removeListener === "function" && typeof process.emit === "function" && typeof process.reallyExit === "function" && typeof process.listeners === "function" && typeof process.kill === "function" && typeof process.pid === "number" && typeof process.on === "function";
	kExitEmitter = Symbol.for("signal-exit emitter");
	global = globalThis;
	ObjectDefineProperty = Object.defineProperty.bind(Object);
	Emitter = class {
		emitted = {
			afterExit: false,
			exit: false
		};
		listeners = {
			afterExit: [],
			exit: []
		};
		count = 0;
		id = Math.random();
		constructor() {
			if (global[kExitEmitter]) return global[kExitEmitter];
			ObjectDefineProperty(global, kExitEmitter, {
				value: this,
				writable: false,
				enumerable: false,
				configurable: false
			});
		}
		on(ev, fn) {
			this.listeners[ev].push(fn);
		}
		removeListener(ev, fn) {
			const list = this.listeners[ev];
			const i = list.indexOf(fn);
			/* c8 ignore start */
			if (i === -1) return;
			/* c8 ignore stop */
			if (i === 0 && list.length === 1) list.length = 0;
			else list.splice(i, 1);
		}
		emit(ev, code, signal) {
			if (this.emitted[ev]) return false;
			this.emitted[ev] = true;
			let ret = false;
			for (const fn of this.listeners[ev]) ret = fn(code, signal) === true || ret;
			if (ev === "exit") ret = this.emit("afterExit", code, signal) || ret;
			return ret;
		}
	};
	SignalExitBase = class {};
	signalExitWrap = (handler) => {
		return {
			onExit(cb, opts) {
				return handler.onExit(cb, opts);
			},
			load() {
				return handler.load();
			},
			unload() {
				return handler.unload();
			}
		};
	};
	SignalExitFallback = class extends SignalExitBase {
		onExit() {
			return () => {};
		}
		load() {}
		unload() {}
	};
	SignalExit = class extends SignalExitBase {
		/* c8 ignore start */
		#hupSig = process$1.platform === "win32" ? "SIGINT" : "SIGHUP";
		/* c8 ignore stop */
		#emitter = new Emitter();
		#process;
		#originalProcessEmit;
		#originalProcessReallyExit;
		#sigListeners = {};
		#loaded = false;
		constructor(process) {
			super();
			this.#process = process;
			this.#sigListeners = {};
			for (const sig of signals) this.#sigListeners[sig] = () => {
				const listeners = this.#process.listeners(sig);
				let { count } = this.#emitter;
				/* c8 ignore start */
				const p = process;
				if (typeof p.__signal_exit_emitter__ === "object" && typeof p.__signal_exit_emitter__.count === "number") count += p.__signal_exit_emitter__.count;
				/* c8 ignore stop */
				if (listeners.length === count) {
					this.unload();
					const ret = this.#emitter.emit("exit", null, sig);
					/* c8 ignore start */
					const s = sig === "SIGHUP" ? this.#hupSig : sig;
					if (!ret) process.kill(process.pid, s);
				}
			};
			this.#originalProcessReallyExit = process.reallyExit;
			this.#originalProcessEmit = process.emit;
		}
		onExit(cb, opts) {
			/* c8 ignore start */
			if (!processOk(this.#process)) return () => {};
			/* c8 ignore stop */
			if (this.#loaded === false) this.load();
			const ev = opts?.alwaysLast ? "afterExit" : "exit";
			this.#emitter.on(ev, cb);
			return () => {
				this.#emitter.removeListener(ev, cb);
				if (this.#emitter.listeners["exit"].length === 0 && this.#emitter.listeners["afterExit"].length === 0) this.unload();
			};
		}
		load() {
			if (this.#loaded) return;
			this.#loaded = true;
			this.#emitter.count += 1;
			for (const sig of signals) try {
				const fn = this.#sigListeners[sig];
				if (fn) this.#process.on(sig, fn);
			} catch (_) {}
			this.#process.emit = (ev, ...a) => {
				return this.#processEmit(ev, ...a);
			};
			this.#process.reallyExit = (code) => {
				return this.#processReallyExit(code);
			};
		}
		unload() {
			if (!this.#loaded) return;
			this.#loaded = false;
			signals.forEach((sig) => {
				const listener = this.#sigListeners[sig];
				/* c8 ignore start */
				if (!listener) throw new Error("Listener not defined for signal: " + sig);
				/* c8 ignore stop */
				try {
					this.#process.removeListener(sig, listener);
				} catch (_) {}
				/* c8 ignore stop */
			});
			this.#process.emit = this.#originalProcessEmit;
			this.#process.reallyExit = this.#originalProcessReallyExit;
			this.#emitter.count -= 1;
		}
		#processReallyExit(code) {
			/* c8 ignore start */
			if (!processOk(this.#process)) return 0;
			this.#process.exitCode = code || 0;
			/* c8 ignore stop */
			this.#emitter.emit("exit", this.#process.exitCode, null);
			return this.#originalProcessReallyExit.call(this.#process, this.#process.exitCode);
		}
		#processEmit(ev, ...args) {
			const og = this.#originalProcessEmit;
			if (ev === "exit" && processOk(this.#process)) {
				if (typeof args[0] === "number") this.#process.exitCode = args[0];
				/* c8 ignore start */
				const ret = og.call(this.#process, ev, ...args);
				/* c8 ignore start */
				this.#emitter.emit("exit", this.#process.exitCode, null);
				/* c8 ignore stop */
				return ret;
			} else return og.call(this.#process, ev, ...args);
		}
	};
	process$1 = globalThis.process;
	({onExit, load, unload} = signalExitWrap(processOk(process$1) ? new SignalExit(process$1) : new SignalExitFallback()));
}));
// ../../main/node_modules/@inquirer/ansi/dist/index.js
var ESC, cursorHide, cursorShow, cursorUp, cursorDown, cursorTo, eraseLine, eraseLines;
var init_dist$13 = __esmMin((() => {
	ESC = "\x1B[";
	cursorHide = "\x1B[?25l";
	cursorShow = "\x1B[?25h";
	cursorUp = (rows = 1) => rows > 0 ? `${ESC}${rows}A` : "";
	cursorDown = (rows = 1) => rows > 0 ? `${ESC}${rows}B` : "";
	cursorTo = (x, y) => {
		if (typeof y === "number" && !Number.isNaN(y)) return `${ESC}${y + 1};${x + 1}H`;
		return `${ESC}${x + 1}G`;
	};
	eraseLine = "\x1B[2K";
	eraseLines = (lines) => lines > 0 ? (eraseLine + cursorUp(1)).repeat(lines - 1) + "\x1B[2K\x1B[G" : "";
}));
// ../../main/node_modules/@inquirer/core/dist/lib/screen-manager.js
var height, lastLine, ScreenManager;
var init_screen_manager = __esmMin((() => {
	init__node_util();
	init_utils$1();
	init_dist$13();
	height = (content) => content.split("\n").length;
	lastLine = (content) => content.split("\n").pop() ?? "";
	ScreenManager = class {
		height = 0;
		extraLinesUnderPrompt = 0;
		cursorPos;
		rl;
		constructor(rl) {
			this.rl = rl;
			this.cursorPos = rl.getCursorPos();
		}
		write(content) {
			this.rl.output.unmute();
			this.rl.output.write(content);
			this.rl.output.mute();
		}
		render(content, bottomContent = "") {
			const promptLine = lastLine(content);
			const rawPromptLine = stripVTControlCharacters(promptLine);
			let prompt = rawPromptLine;
			if (this.rl.line.length > 0) prompt = prompt.slice(0, -this.rl.line.length);
			this.rl.setPrompt(prompt);
			this.cursorPos = this.rl.getCursorPos();
			const width = readlineWidth();
			content = breakLines(content, width);
			bottomContent = breakLines(bottomContent, width);
			if (rawPromptLine.length % width === 0) content += "\n";
			let output = content + (bottomContent ? "\n" + bottomContent : "");
			const bottomContentHeight = Math.floor(rawPromptLine.length / width) - this.cursorPos.rows + (bottomContent ? height(bottomContent) : 0);
			if (bottomContentHeight > 0) output += cursorUp(bottomContentHeight);
			output += cursorTo(this.cursorPos.cols);
			/**
			* Render and store state for future re-rendering
			*/
			this.write(cursorDown(this.extraLinesUnderPrompt) + eraseLines(this.height) + output);
			this.extraLinesUnderPrompt = bottomContentHeight;
			this.height = height(output);
		}
		checkCursorPos() {
			const cursorPos = this.rl.getCursorPos();
			if (cursorPos.cols !== this.cursorPos.cols) {
				this.write(cursorTo(cursorPos.cols));
				this.cursorPos = cursorPos;
			}
		}
		done({ clearContent }) {
			this.rl.setPrompt("");
			let output = cursorDown(this.extraLinesUnderPrompt);
			output += clearContent ? eraseLines(this.height) : "\n";
			output += "\x1B[G";
			output += cursorShow;
			this.write(output);
			this.rl.close();
		}
	};
}));
// ../../main/node_modules/@inquirer/core/dist/lib/create-prompt.js
/**
* Register an event listener and return its disposer, so registrations collapse
* into a single statement: `cleanups.add(listenTo(rl, 'close', handler))`.
*/
function listenTo(target, event, listener) {
	if ("on" in target) {
		target.on(event, listener);
		return () => target.removeListener(event, listener);
	}
	target.addEventListener(event, listener);
	return () => target.removeEventListener(event, listener);
}
function getCallSites() {
	const savedPrepareStackTrace = Error.prepareStackTrace;
	let result = [];
	try {
		Error.prepareStackTrace = (_, callSites) => {
			const callSitesWithoutCurrent = callSites.slice(1);
			result = callSitesWithoutCurrent;
			return callSitesWithoutCurrent;
		};
		(/* @__PURE__ */ new Error()).stack;
	} catch {
		return result;
	}
	Error.prepareStackTrace = savedPrepareStackTrace;
	return result;
}
function createPrompt(view) {
	const callSites = getCallSites();
	const prompt = (config, context = {}) => {
		const { input = process.stdin, signal } = context;
		const cleanups = /* @__PURE__ */ new Set();
		const output = new import_lib$1.default();
		output.pipe(context.output ?? process.stdout);
		const rl = createInterface({
			terminal: true,
			input,
			output
		});
		output.mute();
		const screen = new ScreenManager(rl);
		const { promise, resolve, reject } = withResolver();
		return withHooks(rl, (cycle) => {
			const clearEffects = AsyncResource.bind(() => effectScheduler.clearAll());
			const settlePrompt = (settle) => {
				try {
					clearEffects();
					settle();
				} catch (error) {
					reject(error);
				}
			};
			const resolvePrompt = (value) => settlePrompt(() => resolve(value));
			const rejectPrompt = (error) => settlePrompt(() => reject(error));
			const promptPromise = Object.assign(promise.finally(() => {
				cleanups.forEach((cleanup) => cleanup());
				screen.done({ clearContent: Boolean(context.clearPromptOnDone) });
				output.end();
			}).then(() => promise), { cancel: () => rejectPrompt(new CancelPromptError()) });
			if (signal) {
				const abort = () => rejectPrompt(new AbortPromptError({ cause: signal.reason }));
				if (signal.aborted) {
					abort();
					return promptPromise;
				}
				cleanups.add(listenTo(signal, "abort", abort));
			}
			cleanups.add(onExit((code, signal) => {
				rejectPrompt(new ExitPromptError(`User force closed the prompt with ${code} ${signal}`));
			}));
			cleanups.add(listenTo(rl, "SIGINT", () => rejectPrompt(new ExitPromptError(`User force closed the prompt with SIGINT`))));
			cleanups.add(listenTo(rl, "close", clearEffects));
			const startCycle = () => {
				cleanups.add(listenTo(rl.input, "keypress", () => screen.checkCursorPos()));
				let pendingDone = null;
				cycle(() => {
					let effectsSettled = false;
					try {
						const nextView = view(config, (value) => {
							if (effectsSettled) resolvePrompt(value);
							else pendingDone = { value };
						});
						if (nextView === void 0) {
							let callerFilename = callSites[1]?.getFileName();
							if (callerFilename && !callerFilename.startsWith("file://")) callerFilename = builtin$24.resolve(callerFilename);
							throw new Error(`Prompt functions must return a string.\n    at ${callerFilename}`);
						}
						const [content, bottomContent] = typeof nextView === "string" ? [nextView] : nextView;
						screen.render(content, bottomContent);
						effectScheduler.run();
					} catch (error) {
						rejectPrompt(error);
					}
					effectsSettled = true;
					if (pendingDone !== null) {
						const { value } = pendingDone;
						pendingDone = null;
						resolvePrompt(value);
					}
				});
			};
			if ("readableFlowing" in input && input.isTTY) {
				const immediate = nativeSetImmediate(startCycle);
				cleanups.add(() => nativeClearImmediate(immediate));
			} else startCycle();
			return promptPromise;
		});
	};
	return prompt;
}
var import_lib$1, nativeSetImmediate, nativeClearImmediate;
var init_create_prompt = __esmMin((() => {
	init__node_readline();
	init__node_async_hooks();
	init_dist$14();
	import_lib$1 = /* @__PURE__ */ __toESM(require_lib(), 1);
	init_mjs();
	init_screen_manager();
	init_hook_engine();
	init_errors();
	init__node_path();
	nativeSetImmediate = globalThis.setImmediate;
	nativeClearImmediate = globalThis.clearImmediate;
}));
// ../../main/node_modules/@inquirer/core/dist/lib/Separator.js
var Separator;
var init_Separator = __esmMin((() => {
	init__node_util();
	init_dist$17();
	Separator = class {
		separator = styleText("dim", Array.from({ length: 15 }).join(figures.line));
		type = "separator";
		constructor(separator) {
			if (separator) this.separator = separator;
		}
		static isSeparator(choice) {
			return Boolean(choice && typeof choice === "object" && "type" in choice && choice.type === "separator");
		}
	};
}));
// ../../main/node_modules/@inquirer/core/dist/index.js
var init_dist$12 = __esmMin((() => {
	init_key();
	init_errors();
	init_use_prefix();
	init_use_state();
	init_use_effect();
	init_use_memo();
	init_use_ref();
	init_use_keypress();
	init_make_theme();
	init_use_pagination();
	init_create_prompt();
	init_Separator();
}));
// ../../main/node_modules/@inquirer/checkbox/dist/index.js
function isSelectable$2(item) {
	return !Separator.isSeparator(item) && !item.disabled;
}
function isNavigable$1(item) {
	return !Separator.isSeparator(item);
}
function isChecked(item) {
	return !Separator.isSeparator(item) && item.checked;
}
function toggle(item) {
	return isSelectable$2(item) ? {
		...item,
		checked: !item.checked
	} : item;
}
function check(checked) {
	return function(item) {
		return isSelectable$2(item) ? {
			...item,
			checked
		} : item;
	};
}
function normalizeChoices$4(choices) {
	return choices.map((choice) => {
		if (Separator.isSeparator(choice)) return choice;
		if (typeof choice !== "object" || choice === null || !("value" in choice)) {
			const name = String(choice);
			return {
				value: choice,
				name,
				short: name,
				checkedName: name,
				disabled: false,
				checked: false
			};
		}
		const name = choice.name ?? String(choice.value);
		const normalizedChoice = {
			value: choice.value,
			name,
			short: choice.short ?? name,
			checkedName: choice.checkedName ?? name,
			disabled: choice.disabled ?? false,
			checked: choice.checked ?? false
		};
		if (choice.description) normalizedChoice.description = choice.description;
		return normalizedChoice;
	});
}
var checkboxTheme, dist_default$8;
var init_dist$11 = __esmMin((() => {
	init_dist$12();
	init_dist$13();
	init__node_util();
	init_dist$17();
	checkboxTheme = {
		icon: {
			checked: styleText("green", figures.circleFilled),
			unchecked: figures.circle,
			cursor: figures.pointer,
			disabledChecked: styleText("green", figures.circleDouble),
			disabledUnchecked: "-"
		},
		style: {
			disabled: (text) => styleText("dim", text),
			renderSelectedChoices: (selectedChoices) => selectedChoices.map((choice) => choice.short).join(", "),
			description: (text) => styleText("cyan", text),
			keysHelpTip: (keys) => keys.map(([key, action]) => `${styleText("bold", key)} ${styleText("dim", action)}`).join(styleText("dim", " • "))
		},
		i18n: { disabledError: "This option is disabled and cannot be toggled." }
	};
	dist_default$8 = createPrompt((config, done) => {
		const { pageSize = 7, loop = true, required, validate = () => true } = config;
		const shortcuts = {
			all: "a",
			invert: "i",
			...config.shortcuts
		};
		const theme = makeTheme(checkboxTheme, config.theme);
		const { keybindings } = theme;
		const [status, setStatus] = useState("idle");
		const prefix = usePrefix({
			status,
			theme
		});
		const [items, setItems] = useState(normalizeChoices$4(config.choices));
		const bounds = useMemo(() => {
			const first = items.findIndex(isNavigable$1);
			const last = items.findLastIndex(isNavigable$1);
			if (first === -1) throw new ValidationError("[checkbox prompt] No selectable choices. All choices are disabled.");
			return {
				first,
				last
			};
		}, [items]);
		const [active, setActive] = useState(bounds.first);
		const [errorMsg, setError] = useState();
		useKeypress(async (key) => {
			if (status !== "idle") return;
			if (isEnterKey(key)) {
				setStatus("loading");
				const selection = items.filter(isChecked);
				const isValid = await validate([...selection]);
				setStatus("idle");
				if (required && !selection.length) setError("At least one choice must be selected");
				else if (isValid === true) {
					setStatus("done");
					done(selection.map((choice) => choice.value));
				} else setError(isValid || "You must select a valid value");
			} else if (isUpKey(key, keybindings) || isDownKey(key, keybindings)) {
				if (errorMsg) setError(void 0);
				if (loop || isUpKey(key, keybindings) && active !== bounds.first || isDownKey(key, keybindings) && active !== bounds.last) {
					const offset = isUpKey(key, keybindings) ? -1 : 1;
					let next = active;
					do
						next = (next + offset + items.length) % items.length;
					while (!isNavigable$1(items[next]));
					setActive(next);
				}
			} else if (isSpaceKey(key)) {
				const activeItem = items[active];
				if (activeItem && !Separator.isSeparator(activeItem)) {
					if (activeItem.disabled) setError(theme.i18n.disabledError);
					else {
						setError(void 0);
						setItems(items.map((choice, i) => i === active ? toggle(choice) : choice));
					}
				}
			} else if (key.name === shortcuts.all) {
				const selectAll = items.some((choice) => isSelectable$2(choice) && !choice.checked);
				setItems(items.map(check(selectAll)));
			} else if (key.name === shortcuts.invert) setItems(items.map(toggle));
			else if (isNumberKey(key)) {
				const selectedIndex = Number(key.name) - 1;
				let selectableIndex = -1;
				const position = items.findIndex((item) => {
					if (Separator.isSeparator(item)) return false;
					selectableIndex++;
					return selectableIndex === selectedIndex;
				});
				const selectedItem = items[position];
				if (selectedItem && isSelectable$2(selectedItem)) {
					setActive(position);
					setItems(items.map((choice, i) => i === position ? toggle(choice) : choice));
				}
			}
		});
		const message = theme.style.message(config.message, status);
		let description;
		const page = usePagination({
			items,
			active,
			renderItem({ item, isActive }) {
				if (Separator.isSeparator(item)) return ` ${item.separator}`;
				const cursor = isActive ? theme.icon.cursor : " ";
				if (item.disabled) {
					const disabledLabel = typeof item.disabled === "string" ? item.disabled : "(disabled)";
					const checkbox = item.checked ? theme.icon.disabledChecked : theme.icon.disabledUnchecked;
					return theme.style.disabled(`${cursor}${checkbox} ${item.name} ${disabledLabel}`);
				}
				if (isActive) description = item.description;
				const checkbox = item.checked ? theme.icon.checked : theme.icon.unchecked;
				const name = item.checked ? item.checkedName : item.name;
				return (isActive ? theme.style.highlight : (x) => x)(`${cursor}${checkbox} ${name}`);
			},
			pageSize,
			loop
		});
		if (status === "done") {
			const selection = items.filter(isChecked);
			return [
				prefix,
				message,
				theme.style.answer(theme.style.renderSelectedChoices(selection, items))
			].filter(Boolean).join(" ");
		}
		const keys = [["↑↓", "navigate"], ["space", "select"]];
		if (shortcuts.all) keys.push([shortcuts.all, "all"]);
		if (shortcuts.invert) keys.push([shortcuts.invert, "invert"]);
		keys.push(["⏎", "submit"]);
		const helpLine = theme.style.keysHelpTip(keys);
		return `${[
			[prefix, message].filter(Boolean).join(" "),
			page,
			" ",
			description ? theme.style.description(description) : "",
			errorMsg ? theme.style.error(errorMsg) : "",
			helpLine
		].filter(Boolean).join("\n").trimEnd()}${cursorHide}`;
	});
}));
// \0no-editor
var init__no_editor = __esmMin((() => {}));
// ../../main/node_modules/@inquirer/editor/dist/index.js
var editorTheme, dist_default$7;
var init_dist$10 = __esmMin((() => {
	init__no_editor();
	init_dist$12();
	editorTheme = {
		validationFailureMode: "keep",
		style: {
			loadingMessage: () => "Validating...",
			waitingMessage: (enterKey) => `Press ${enterKey} to launch your preferred editor.`
		}
	};
	dist_default$7 = createPrompt((config, done) => {
		const { waitForUserInput = true, file: { postfix = config.postfix ?? ".txt", ...fileProps } = {}, validate = () => true } = config;
		const theme = makeTheme(editorTheme, config.theme);
		const [status, setStatus] = useState("idle");
		const [value = "", setValue] = useState(config.default);
		const [errorMsg, setError] = useState();
		const prefix = usePrefix({
			status,
			theme
		});
		async function startEditor(rl) {
			rl.pause();
			try {
				const answer = await (void 0)(value, {
					postfix,
					...fileProps
				});
				rl.resume();
				setStatus("loading");
				const isValid = await validate(answer);
				if (isValid === true) {
					setError(void 0);
					setStatus("done");
					done(answer);
				} else {
					if (theme.validationFailureMode === "clear") setValue(config.default);
					else setValue(answer);
					setError(isValid || "You must provide a valid value");
					setStatus("idle");
				}
			} catch (error) {
				rl.resume();
				setError(String(error));
			}
		}
		useEffect((rl) => {
			if (!waitForUserInput) startEditor(rl);
		}, []);
		useKeypress((key, rl) => {
			if (status !== "idle") return;
			if (isEnterKey(key)) startEditor(rl);
		});
		const message = theme.style.message(config.message, status);
		let helpTip = "";
		if (status === "loading") helpTip = theme.style.help(theme.style.loadingMessage());
		else if (status === "idle") {
			const enterKey = theme.style.key("enter");
			helpTip = theme.style.help(theme.style.waitingMessage(enterKey));
		}
		let error = "";
		if (errorMsg) error = theme.style.error(errorMsg);
		return [[
			prefix,
			message,
			helpTip
		].filter(Boolean).join(" "), error];
	});
}));
// ../../main/node_modules/@inquirer/confirm/dist/index.js
var confirmTheme, dist_default$6;
var init_dist$9 = __esmMin((() => {
	init_dist$12();
	init__node_util();
	confirmTheme = {
		keywords: {
			yes: "Yes",
			no: "No",
			error: ({ yes, no }) => `You must answer with "${yes}" or "${no}"`
		},
		style: { confirmDefault: (text) => {
			const first = text[0] ?? "";
			if (first.toLowerCase() === first.toUpperCase()) return styleText("cyan", text);
			return first.toUpperCase() + text.slice(1);
		} }
	};
	dist_default$6 = createPrompt((config, done) => {
		const [status, setStatus] = useState("idle");
		const [value, setValue] = useState("");
		const [errorMsg, setError] = useState();
		const theme = makeTheme(confirmTheme, config.theme);
		const prefix = usePrefix({
			status,
			theme
		});
		const { yes, no } = theme.keywords;
		const yesHint = (yes[0] ?? "").toLowerCase();
		const noHint = (no[0] ?? "").toLowerCase();
		const hint = config.default === false ? `${yesHint}/${theme.style.confirmDefault(noHint)}` : `${theme.style.confirmDefault(yesHint)}/${noHint}`;
		function boolToString(value) {
			return value ? yes : no;
		}
		const { transformer = boolToString } = config;
		function getBooleanValue(value) {
			const v = value.trim().toLowerCase();
			if (v === "") return config.default !== false;
			if (yes.toLowerCase().startsWith(v)) return true;
			if (no.toLowerCase().startsWith(v)) return false;
			if ("yes".startsWith(v)) return true;
			if ("no".startsWith(v)) return false;
		}
		useKeypress((key, rl) => {
			if (status !== "idle") return;
			if (isEnterKey(key)) {
				const answer = getBooleanValue(value);
				if (answer === void 0) {
					rl.write(value);
					setError(theme.keywords.error({
						yes,
						no
					}));
					return;
				}
				setValue(transformer(answer));
				setStatus("done");
				done(answer);
			} else if (isTabKey(key)) {
				const answer = boolToString(!(getBooleanValue(value) ?? config.default !== false));
				rl.clearLine(0);
				rl.write(answer);
				setValue(answer);
			} else {
				setValue(rl.line);
				setError(void 0);
			}
		});
		let formattedValue = value;
		let defaultValue = "";
		if (status === "done") formattedValue = theme.style.answer(value);
		else defaultValue = ` ${theme.style.defaultAnswer(hint)}`;
		const message = theme.style.message(config.message, status);
		let error = "";
		if (errorMsg) error = theme.style.error(errorMsg);
		return [`${prefix} ${message}${defaultValue} ${formattedValue}`, error];
	});
}));
// ../../main/node_modules/@inquirer/input/dist/index.js
var inputTheme, dist_default$5;
var init_dist$8 = __esmMin((() => {
	init_dist$12();
	inputTheme = { validationFailureMode: "keep" };
	dist_default$5 = createPrompt((config, done) => {
		const { prefill = "tab" } = config;
		const theme = makeTheme(inputTheme, config.theme);
		const [status, setStatus] = useState("idle");
		const [defaultValue, setDefaultValue] = useState(String(config.default ?? ""));
		const [errorMsg, setError] = useState();
		const [value, setValue] = useState("");
		const prefix = usePrefix({
			status,
			theme
		});
		async function validate(value) {
			const { required, pattern, patternError = "Invalid input" } = config;
			if (required && !value) return "You must provide a value";
			if (pattern && !pattern.test(value)) return patternError;
			if (typeof config.validate === "function") return await config.validate(value) || "You must provide a valid value";
			return true;
		}
		useKeypress(async (key, rl) => {
			if (status !== "idle") return;
			if (isEnterKey(key)) {
				const answer = value || defaultValue;
				setStatus("loading");
				const isValid = await validate(answer);
				if (isValid === true) {
					setValue(answer);
					setStatus("done");
					done(answer);
				} else {
					if (theme.validationFailureMode === "clear") setValue("");
					else rl.write(value);
					setError(isValid);
					setStatus("idle");
				}
			} else if (isBackspaceKey(key) && !value) setDefaultValue("");
			else if (isTabKey(key) && !value) {
				setDefaultValue("");
				rl.clearLine(0);
				rl.write(defaultValue);
				setValue(defaultValue);
			} else {
				setValue(rl.line);
				setError(void 0);
			}
		});
		useEffect((rl) => {
			if (prefill === "editable" && defaultValue) {
				rl.write(defaultValue);
				setValue(defaultValue);
			}
		}, []);
		const message = theme.style.message(config.message, status);
		let formattedValue = value;
		if (typeof config.transformer === "function") formattedValue = config.transformer(value, { isFinal: status === "done" });
		else if (status === "done") formattedValue = theme.style.answer(value);
		let defaultStr;
		if (defaultValue && status !== "done" && !value) defaultStr = theme.style.defaultAnswer(defaultValue);
		let error = "";
		if (errorMsg) error = theme.style.error(errorMsg);
		return [[
			prefix,
			message,
			defaultStr,
			formattedValue
		].filter((v) => v !== void 0).join(" "), error];
	});
}));
// ../../main/node_modules/@inquirer/number/dist/is-step-of.js
function toDecimal(value) {
	const [coefficient = "", exponent = "0"] = value.toString().toLowerCase().split("e");
	const [integer = "", fraction = ""] = coefficient.split(".");
	return {
		significand: BigInt(`${integer}${fraction}`),
		exponent: Number(exponent) - fraction.length
	};
}
function isStepOf(value, step, min) {
	if (!Number.isFinite(value) || !Number.isFinite(step) || step === 0) return false;
	const valueDecimal = toDecimal(value);
	const stepDecimal = toDecimal(step);
	const minDecimal = Number.isFinite(min) ? toDecimal(min) : void 0;
	const exponent = Math.min(valueDecimal.exponent, stepDecimal.exponent, minDecimal?.exponent ?? 1e400);
	const toInteger = (decimal) => decimal.significand * 10n ** BigInt(decimal.exponent - exponent);
	const valueInteger = toInteger(valueDecimal);
	const stepInteger = toInteger(stepDecimal);
	return (valueInteger - (minDecimal ? toInteger(minDecimal) : 0n)) % stepInteger === 0n;
}
// ../../main/node_modules/@inquirer/number/dist/index.js
function validateNumber(value, { min, max, step }) {
	if (value == null || Number.isNaN(value)) return false;
	else if (value < min || value > max) return `Value must be between ${min} and ${max}`;
	else if (step !== "any" && !isStepOf(value, step, min)) return `Value must be a multiple of ${step}${Number.isFinite(min) ? ` starting from ${min}` : ""}`;
	return true;
}
var dist_default$4;
var init_dist$7 = __esmMin((() => {
	init_dist$12();
	dist_default$4 = createPrompt((config, done) => {
		const { validate = () => true, min = -1e400, max = 1e400, step = 1, required = false } = config;
		const theme = makeTheme(config.theme);
		const [status, setStatus] = useState("idle");
		const [value, setValue] = useState("");
		const [defaultValue = "", setDefaultValue] = useState(validateNumber(config.default, {
			min,
			max,
			step
		}) === true ? config.default?.toString() : void 0);
		const [errorMsg, setError] = useState();
		const prefix = usePrefix({
			status,
			theme
		});
		useKeypress(async (key, rl) => {
			if (status !== "idle") return;
			if (isEnterKey(key)) {
				const input = value.trim() || defaultValue;
				const answer = input === "" ? void 0 : Number(input);
				setStatus("loading");
				let isValid = true;
				if (required || answer != null) isValid = validateNumber(answer, {
					min,
					max,
					step
				});
				if (isValid === true && answer != null) isValid = await validate(answer);
				if (isValid === true) {
					setValue(String(answer ?? ""));
					setStatus("done");
					done(answer);
				} else {
					rl.write(value);
					setError(isValid || "You must provide a valid numeric value");
					setStatus("idle");
				}
			} else if (isBackspaceKey(key) && !value) setDefaultValue(void 0);
			else if (isTabKey(key) && !value) {
				setDefaultValue(void 0);
				rl.clearLine(0);
				rl.write(defaultValue);
				setValue(defaultValue);
			} else {
				setValue(rl.line);
				setError(void 0);
			}
		});
		const message = theme.style.message(config.message, status);
		let formattedValue = value;
		if (status === "done") formattedValue = theme.style.answer(value);
		let defaultStr;
		if (defaultValue && status !== "done" && !value) defaultStr = theme.style.defaultAnswer(defaultValue);
		let error = "";
		if (errorMsg) error = theme.style.error(errorMsg);
		return [[
			prefix,
			message,
			defaultStr,
			formattedValue
		].filter((v) => v !== void 0).join(" "), error];
	});
}));
// ../../main/node_modules/@inquirer/expand/dist/index.js
function normalizeChoices$3(choices) {
	return choices.map((choice) => {
		if (Separator.isSeparator(choice)) return choice;
		const name = "name" in choice ? choice.name : String(choice.value);
		return {
			value: "value" in choice ? choice.value : name,
			name,
			key: choice.key
		};
	});
}
var helpChoice, expand;
var init_dist$6 = __esmMin((() => {
	init_dist$12();
	init__node_util();
	helpChoice = {
		key: "h",
		name: "Help, list all options",
		value: void 0
	};
	expand = createPrompt((config, done) => {
		const { default: defaultKey = "h" } = config;
		const choices = useMemo(() => normalizeChoices$3(config.choices), [config.choices]);
		const [status, setStatus] = useState("idle");
		const [value, setValue] = useState("");
		const [expanded, setExpanded] = useState(config.expanded ?? false);
		const [errorMsg, setError] = useState();
		const theme = makeTheme(config.theme);
		const prefix = usePrefix({
			theme,
			status
		});
		useKeypress((event, rl) => {
			if (isEnterKey(event)) {
				const answer = (value.trim() || defaultKey).toLowerCase();
				if (answer === "h" && !expanded) setExpanded(true);
				else {
					const selectedChoice = choices.find((choice) => !Separator.isSeparator(choice) && choice.key === answer);
					if (selectedChoice) {
						setStatus("done");
						setValue(answer);
						done(selectedChoice.value);
					} else if (value === "") setError("Please input a value");
					else setError(`"${styleText("red", value)}" isn't an available option`);
				}
			} else {
				setValue(rl.line);
				setError(void 0);
			}
		});
		const message = theme.style.message(config.message, status);
		if (status === "done") {
			const selectedChoice = choices.find((choice) => !Separator.isSeparator(choice) && choice.key === value.toLowerCase());
			return `${prefix} ${message} ${theme.style.answer(selectedChoice.name)}`;
		}
		const allChoices = expanded ? choices : [...choices, helpChoice];
		let longChoices = "";
		let shortChoices = allChoices.map((choice) => {
			if (Separator.isSeparator(choice)) return "";
			if (choice.key === defaultKey) return choice.key.toUpperCase();
			return choice.key;
		}).join("");
		shortChoices = ` ${theme.style.defaultAnswer(shortChoices)}`;
		if (expanded) {
			shortChoices = "";
			longChoices = allChoices.map((choice) => {
				if (Separator.isSeparator(choice)) return ` ${choice.separator}`;
				const line = `  ${choice.key}) ${choice.name}`;
				if (choice.key === value.trim().toLowerCase()) return theme.style.highlight(line);
				return line;
			}).join("\n");
		}
		let helpTip = "";
		const currentOption = choices.find((choice) => !Separator.isSeparator(choice) && choice.key === value.trim().toLowerCase());
		if (currentOption) helpTip = `${styleText("cyan", ">>")} ${currentOption.name}`;
		let error = "";
		if (errorMsg) error = theme.style.error(errorMsg);
		return [`${prefix} ${message}${shortChoices} ${value}`, [
			longChoices,
			helpTip,
			error
		].filter(Boolean).join("\n")];
	});
}));
// ../../main/node_modules/@inquirer/rawlist/dist/index.js
function isSelectableChoice(choice) {
	return choice != null && !Separator.isSeparator(choice);
}
function normalizeChoices$2(choices) {
	let index = 0;
	return choices.map((choice) => {
		if (Separator.isSeparator(choice)) return choice;
		index += 1;
		if (typeof choice !== "object" || choice === null || !("value" in choice)) {
			const name = String(choice);
			return {
				value: choice,
				name,
				short: name,
				key: String(index)
			};
		}
		const name = choice.name ?? String(choice.value);
		return {
			value: choice.value,
			name,
			short: choice.short ?? name,
			key: choice.key ?? String(index),
			description: choice.description
		};
	});
}
function getSelectedChoice(input, choices) {
	let selectedChoice;
	const selectableChoices = choices.filter(isSelectableChoice);
	const trimmedInput = input.trim();
	selectedChoice = selectableChoices.find((choice) => choice.key === input || choice.key === trimmedInput);
	if (!selectedChoice && numberRegex.test(input)) selectedChoice = selectableChoices[Number.parseInt(input, 10) - 1];
	return selectedChoice ? [selectedChoice, choices.indexOf(selectedChoice)] : [void 0, void 0];
}
var numberRegex, rawlistTheme, dist_default$3;
var init_dist$5 = __esmMin((() => {
	init_dist$12();
	init__node_util();
	numberRegex = /\d+/;
	rawlistTheme = { style: { description: (text) => styleText("cyan", text) } };
	dist_default$3 = createPrompt((config, done) => {
		const { loop = true } = config;
		const choices = useMemo(() => normalizeChoices$2(config.choices), [config.choices]);
		const [status, setStatus] = useState("idle");
		const [value, setValue] = useState(() => {
			return (config.default == null ? void 0 : choices.find((choice) => isSelectableChoice(choice) && choice.value === config.default))?.key ?? "";
		});
		const [errorMsg, setError] = useState();
		const theme = makeTheme(rawlistTheme, config.theme);
		const { keybindings } = theme;
		const prefix = usePrefix({
			status,
			theme
		});
		const bounds = useMemo(() => {
			const first = choices.findIndex(isSelectableChoice);
			const last = choices.findLastIndex(isSelectableChoice);
			if (first === -1) throw new ValidationError("[select prompt] No selectable choices. All choices are disabled.");
			return {
				first,
				last
			};
		}, [choices]);
		useKeypress((key, rl) => {
			if (isEnterKey(key)) {
				const [selectedChoice] = getSelectedChoice(value, choices);
				if (isSelectableChoice(selectedChoice)) {
					setValue(selectedChoice.short);
					setStatus("done");
					done(selectedChoice.value);
				} else if (value === "") setError("Please input a value");
				else setError(`"${styleText("red", value)}" isn't an available option`);
			} else if (isUpKey(key, keybindings) || isDownKey(key, keybindings)) {
				rl.clearLine(0);
				const [selectedChoice, active] = getSelectedChoice(value, choices);
				if (!selectedChoice) {
					const firstChoice = isDownKey(key, keybindings) ? choices.find(isSelectableChoice) : choices.findLast(isSelectableChoice);
					setValue(firstChoice.key);
				} else if (loop || isUpKey(key, keybindings) && active !== bounds.first || isDownKey(key, keybindings) && active !== bounds.last) {
					const offset = isUpKey(key, keybindings) ? -1 : 1;
					let next = active;
					let nextChoice;
					do {
						next = (next + offset + choices.length) % choices.length;
						nextChoice = choices[next];
					} while (!isSelectableChoice(nextChoice));
					setValue(nextChoice.key);
				}
			} else {
				setValue(rl.line);
				setError(void 0);
			}
		});
		const message = theme.style.message(config.message, status);
		if (status === "done") return `${prefix} ${message} ${theme.style.answer(value)}`;
		const [selectedChoice] = getSelectedChoice(value, choices);
		const choicesStr = choices.map((choice) => {
			if (Separator.isSeparator(choice)) return ` ${choice.separator}`;
			const line = `  ${choice.key}) ${choice.name}`;
			if (selectedChoice && choice.key === selectedChoice.key) return theme.style.highlight(line);
			return line;
		}).join("\n");
		let error = "";
		if (errorMsg) error = theme.style.error(errorMsg);
		let description = "";
		if (!errorMsg && selectedChoice?.description) description = theme.style.description(selectedChoice.description);
		return [`${prefix} ${message} ${value}`, [
			choicesStr,
			error,
			description
		].filter(Boolean).join("\n")];
	});
}));
// ../../main/node_modules/@inquirer/password/dist/index.js
var passwordTheme, dist_default$2;
var init_dist$4 = __esmMin((() => {
	init_dist$12();
	init_dist$13();
	init__node_util();
	passwordTheme = { style: {
		maskedText: "[input is masked]",
		keysHelpTip: (keys) => keys.map(([key, action]) => `${styleText("bold", key)} ${styleText("dim", action)}`).join(styleText("dim", " • "))
	} };
	dist_default$2 = createPrompt((config, done) => {
		const { toggleMask = true, validate = () => true } = config;
		const theme = makeTheme(passwordTheme, config.theme);
		const [status, setStatus] = useState("idle");
		const [errorMsg, setError] = useState();
		const [value, setValue] = useState("");
		const [revealed, setRevealed] = useState(false);
		const prefix = usePrefix({
			status,
			theme
		});
		useKeypress(async (key, rl) => {
			if (status !== "idle") return;
			if (isEnterKey(key)) {
				const answer = value;
				setStatus("loading");
				const isValid = await validate(answer);
				if (isValid === true) {
					setValue(answer);
					setStatus("done");
					done(answer);
				} else {
					rl.write(value);
					setError(isValid || "You must provide a valid value");
					setStatus("idle");
				}
			} else if (toggleMask && key.ctrl && key.name === "t") setRevealed((prev) => !prev);
			else {
				setValue(rl.line);
				setError(void 0);
			}
		});
		const message = theme.style.message(config.message, status);
		const showPlaintext = toggleMask && revealed && status === "idle";
		let formattedValue = "";
		if (showPlaintext) formattedValue = value;
		else if (config.mask) formattedValue = (typeof config.mask === "string" ? config.mask : "*").repeat(value.length);
		else if (status !== "done") formattedValue = theme.style.help(theme.style.maskedText);
		if (status === "done") formattedValue = theme.style.answer(formattedValue);
		else if (!config.mask) formattedValue += cursorHide;
		return [[
			prefix,
			message,
			formattedValue
		].join(" "), [errorMsg ? theme.style.error(errorMsg) : "", toggleMask && status === "idle" ? theme.style.keysHelpTip([["ctrl+t", "toggle visibility"]]) : ""].filter(Boolean).join("\n")];
	});
}));
// ../../main/node_modules/@inquirer/search/dist/index.js
function isSelectable$1(item) {
	return !Separator.isSeparator(item) && !item.disabled;
}
function normalizeChoices$1(choices) {
	return choices.map((choice) => {
		if (Separator.isSeparator(choice)) return choice;
		if (typeof choice !== "object" || choice === null || !("value" in choice)) {
			const name = String(choice);
			return {
				value: choice,
				name,
				short: name,
				disabled: false
			};
		}
		const name = choice.name ?? String(choice.value);
		const normalizedChoice = {
			value: choice.value,
			name,
			short: choice.short ?? name,
			disabled: choice.disabled ?? false
		};
		if (choice.description) normalizedChoice.description = choice.description;
		return normalizedChoice;
	});
}
var searchTheme, dist_default$1;
var init_dist$3 = __esmMin((() => {
	init_dist$12();
	init__node_util();
	init_dist$17();
	searchTheme = {
		icon: { cursor: figures.pointer },
		style: {
			disabled: (text) => styleText("dim", `- ${text}`),
			searchTerm: (text) => styleText("cyan", text),
			description: (text) => styleText("cyan", text),
			keysHelpTip: (keys) => keys.map(([key, action]) => `${styleText("bold", key)} ${styleText("dim", action)}`).join(styleText("dim", " • "))
		}
	};
	dist_default$1 = createPrompt((config, done) => {
		const { pageSize = 7, validate = () => true } = config;
		const theme = makeTheme(searchTheme, config.theme);
		const [status, setStatus] = useState("loading");
		const [searchTerm, setSearchTerm] = useState(config.initialValue ?? "");
		const [searchResults, setSearchResults] = useState([]);
		const [searchError, setSearchError] = useState();
		const defaultApplied = useRef(false);
		const prefix = usePrefix({
			status,
			theme
		});
		const bounds = useMemo(() => {
			return {
				first: searchResults.findIndex(isSelectable$1),
				last: searchResults.findLastIndex(isSelectable$1)
			};
		}, [searchResults]);
		const [active = bounds.first, setActive] = useState();
		useEffect((rl) => {
			if (config.initialValue) rl.write(config.initialValue);
		}, []);
		useEffect(() => {
			const controller = new AbortController();
			setStatus("loading");
			setSearchError(void 0);
			const fetchResults = async () => {
				try {
					const results = await config.source(searchTerm || void 0, { signal: controller.signal });
					if (!controller.signal.aborted) {
						const normalized = normalizeChoices$1(results);
						let initialActive;
						if (!defaultApplied.current && "default" in config) {
							const defaultIndex = normalized.findIndex((item) => isSelectable$1(item) && item.value === config.default);
							initialActive = defaultIndex === -1 ? void 0 : defaultIndex;
							defaultApplied.current = true;
						}
						setActive(initialActive);
						setSearchError(void 0);
						setSearchResults(normalized);
						setStatus("idle");
					}
				} catch (error) {
					if (!controller.signal.aborted && error instanceof Error) setSearchError(error.message);
				}
			};
			fetchResults();
			return () => {
				controller.abort();
			};
		}, [searchTerm]);
		const selectedChoice = searchResults[active];
		useKeypress(async (key, rl) => {
			if (isEnterKey(key)) {
				if (selectedChoice && status === "idle") {
					setStatus("loading");
					const isValid = await validate(selectedChoice.value);
					setStatus("idle");
					if (isValid === true) {
						setStatus("done");
						done(selectedChoice.value);
					} else if (selectedChoice.name === searchTerm) setSearchError(isValid || "You must provide a valid value");
					else {
						rl.write(selectedChoice.name);
						setSearchTerm(selectedChoice.name);
					}
				} else rl.write(searchTerm);
			} else if (isTabKey(key) && selectedChoice) {
				rl.clearLine(0);
				rl.write(selectedChoice.name);
				setSearchTerm(selectedChoice.name);
			} else if (status !== "loading" && (isUpKey(key) || isDownKey(key))) {
				rl.clearLine(0);
				if (isUpKey(key) && active !== bounds.first || isDownKey(key) && active !== bounds.last) {
					const offset = isUpKey(key) ? -1 : 1;
					let next = active;
					do
						next = (next + offset + searchResults.length) % searchResults.length;
					while (!isSelectable$1(searchResults[next]));
					setActive(next);
				}
			} else setSearchTerm(rl.line);
		});
		const message = theme.style.message(config.message, status);
		const helpLine = theme.style.keysHelpTip([["↑↓", "navigate"], ["⏎", "select"]]);
		const page = usePagination({
			items: searchResults,
			active,
			renderItem({ item, isActive }) {
				if (Separator.isSeparator(item)) return ` ${item.separator}`;
				if (item.disabled) {
					const disabledLabel = typeof item.disabled === "string" ? item.disabled : "(disabled)";
					return theme.style.disabled(`${item.name} ${disabledLabel}`);
				}
				return (isActive ? theme.style.highlight : (x) => x)(`${isActive ? theme.icon.cursor : ` `} ${item.name}`);
			},
			pageSize,
			loop: false
		});
		let error;
		if (searchError) error = theme.style.error(searchError);
		else if (searchResults.length === 0 && searchTerm !== "" && status === "idle") error = theme.style.error("No results found");
		let searchStr;
		if (status === "done" && selectedChoice) return [
			prefix,
			message,
			theme.style.answer(selectedChoice.short)
		].filter(Boolean).join(" ").trimEnd();
		else searchStr = theme.style.searchTerm(searchTerm);
		const description = selectedChoice?.description;
		return [[
			prefix,
			message,
			searchStr
		].filter(Boolean).join(" ").trimEnd(), [
			error ?? page,
			" ",
			description ? theme.style.description(description) : "",
			helpLine
		].filter(Boolean).join("\n").trimEnd()];
	});
}));
// ../../main/node_modules/@inquirer/select/dist/index.js
function isSelectable(item) {
	return !Separator.isSeparator(item) && !item.disabled;
}
function isNavigable(item) {
	return !Separator.isSeparator(item);
}
function normalizeChoices(choices) {
	return choices.map((choice) => {
		if (Separator.isSeparator(choice)) return choice;
		if (typeof choice !== "object" || choice === null || !("value" in choice)) {
			const name = String(choice);
			return {
				value: choice,
				name,
				short: name,
				disabled: false
			};
		}
		const name = choice.name ?? String(choice.value);
		const normalizedChoice = {
			value: choice.value,
			name,
			short: choice.short ?? name,
			disabled: choice.disabled ?? false
		};
		if (choice.description) normalizedChoice.description = choice.description;
		return normalizedChoice;
	});
}
var selectTheme, dist_default;
var init_dist$2 = __esmMin((() => {
	init_dist$12();
	init_dist$13();
	init__node_util();
	init_dist$17();
	selectTheme = {
		icon: { cursor: figures.pointer },
		style: {
			disabled: (text) => styleText("dim", text),
			description: (text) => styleText("cyan", text),
			keysHelpTip: (keys) => keys.map(([key, action]) => `${styleText("bold", key)} ${styleText("dim", action)}`).join(styleText("dim", " • "))
		},
		i18n: { disabledError: "This option is disabled and cannot be selected." },
		indexMode: "hidden"
	};
	dist_default = createPrompt((config, done) => {
		const { loop = true, pageSize = 7 } = config;
		const theme = makeTheme(selectTheme, config.theme);
		const { keybindings } = theme;
		const [status, setStatus] = useState("idle");
		const prefix = usePrefix({
			status,
			theme
		});
		const searchTimeoutRef = useRef();
		const searchEnabled = !keybindings.includes("vim");
		const items = useMemo(() => normalizeChoices(config.choices), [config.choices]);
		const bounds = useMemo(() => {
			const first = items.findIndex(isNavigable);
			const last = items.findLastIndex(isNavigable);
			if (first === -1) throw new ValidationError("[select prompt] No selectable choices. All choices are disabled.");
			return {
				first,
				last
			};
		}, [items]);
		const defaultItemIndex = useMemo(() => {
			if (!("default" in config)) return -1;
			return items.findIndex((item) => isSelectable(item) && item.value === config.default);
		}, [config.default, items]);
		const [active, setActive] = useState(defaultItemIndex === -1 ? bounds.first : defaultItemIndex);
		const selectedChoice = items[active];
		if (selectedChoice == null || Separator.isSeparator(selectedChoice)) throw new Error("Active index does not point to a choice");
		const [errorMsg, setError] = useState();
		useKeypress((key, rl) => {
			clearTimeout(searchTimeoutRef.current);
			if (errorMsg) setError(void 0);
			if (isEnterKey(key)) {
				if (selectedChoice.disabled) setError(theme.i18n.disabledError);
				else {
					setStatus("done");
					done(selectedChoice.value);
				}
			} else if (isUpKey(key, keybindings) || isDownKey(key, keybindings)) {
				rl.clearLine(0);
				if (loop || isUpKey(key, keybindings) && active !== bounds.first || isDownKey(key, keybindings) && active !== bounds.last) {
					const offset = isUpKey(key, keybindings) ? -1 : 1;
					let next = active;
					do
						next = (next + offset + items.length) % items.length;
					while (!isNavigable(items[next]));
					setActive(next);
				}
			} else if (isNumberKey(key) && !Number.isNaN(Number(rl.line))) {
				const selectedIndex = Number(rl.line) - 1;
				let selectableIndex = -1;
				const position = items.findIndex((item) => {
					if (Separator.isSeparator(item)) return false;
					selectableIndex++;
					return selectableIndex === selectedIndex;
				});
				const item = items[position];
				if (item != null && isSelectable(item)) setActive(position);
				searchTimeoutRef.current = setTimeout(() => {
					rl.clearLine(0);
				}, 700);
			} else if (isBackspaceKey(key)) rl.clearLine(0);
			else if (searchEnabled) {
				const searchTerm = rl.line.toLowerCase();
				const matchIndex = items.findIndex((item) => {
					if (Separator.isSeparator(item) || !isSelectable(item)) return false;
					return item.name.toLowerCase().startsWith(searchTerm);
				});
				if (matchIndex !== -1) setActive(matchIndex);
				searchTimeoutRef.current = setTimeout(() => {
					rl.clearLine(0);
				}, 700);
			}
		});
		useEffect(() => () => {
			clearTimeout(searchTimeoutRef.current);
		}, []);
		const message = theme.style.message(config.message, status);
		const helpLine = theme.style.keysHelpTip([["↑↓", "navigate"], ["⏎", "select"]]);
		let separatorCount = 0;
		const page = usePagination({
			items,
			active,
			renderItem({ item, isActive, index }) {
				if (Separator.isSeparator(item)) {
					separatorCount++;
					return ` ${item.separator}`;
				}
				const cursor = isActive ? theme.icon.cursor : " ";
				const indexLabel = theme.indexMode === "number" ? `${index + 1 - separatorCount}. ` : "";
				if (item.disabled) {
					const disabledLabel = typeof item.disabled === "string" ? item.disabled : "(disabled)";
					const disabledCursor = isActive ? theme.icon.cursor : "-";
					return theme.style.disabled(`${disabledCursor} ${indexLabel}${item.name} ${disabledLabel}`);
				}
				return (isActive ? theme.style.highlight : (x) => x)(`${cursor} ${indexLabel}${item.name}`);
			},
			pageSize,
			loop
		});
		if (status === "done") return [
			prefix,
			message,
			theme.style.answer(selectedChoice.short)
		].filter(Boolean).join(" ");
		const { description } = selectedChoice;
		return `${[
			[prefix, message].filter(Boolean).join(" "),
			page,
			" ",
			description ? theme.style.description(description) : "",
			errorMsg ? theme.style.error(errorMsg) : "",
			helpLine
		].filter(Boolean).join("\n").trimEnd()}${cursorHide}`;
	});
}));
// ../../main/node_modules/@inquirer/prompts/dist/index.js
var init_dist$1 = __esmMin((() => {
	init_dist$11();
	init_dist$10();
	init_dist$9();
	init_dist$8();
	init_dist$7();
	init_dist$6();
	init_dist$5();
	init_dist$4();
	init_dist$3();
	init_dist$2();
}));
// ../../main/node_modules/run-async/index.js
var require_run_async = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	function isPromise(obj) {
		return !!obj && (typeof obj === "object" || typeof obj === "function") && typeof obj.then === "function";
	}
	/**
	* Return a function that will run a function asynchronously or synchronously
	*
	* example:
	* runAsync(wrappedFunction, callback)(...args);
	*
	* @param   {Function} func  Function to run
	* @param   {Function} [cb]    Callback function passed the `func` returned value
	* @param   {string} [proxyProperty] `this` property to be used for the callback factory
	* @return  {Function(arguments)} Arguments to pass to `func`. This function will in turn
	*                                return a Promise (Node >= 0.12) or call the callbacks.
	*/
	var runAsync = module.exports = function(func, cb, proxyProperty = "async") {
		if (typeof cb === "string") {
			proxyProperty = cb;
			cb = void 0;
		}
		cb = cb || function() {};
		return function() {
			var args = arguments;
			var originalThis = this;
			var promise = new Promise(function(resolve, reject) {
				var resolved = false;
				const wrappedResolve = function(value) {
					if (resolved) console.warn("Run-async promise already resolved.");
					resolved = true;
					resolve(value);
				};
				var rejected = false;
				const wrappedReject = function(value) {
					if (rejected) console.warn("Run-async promise already rejected.");
					rejected = true;
					reject(value);
				};
				var usingCallback = false;
				var callbackConflict = false;
				var contextEnded = false;
				var doneFactory = function() {
					if (contextEnded) {
						console.warn("Run-async async() called outside a valid run-async context, callback will be ignored.");
						return function() {};
					}
					if (callbackConflict) console.warn("Run-async wrapped function (async) returned a promise.\nCalls to async() callback can have unexpected results.");
					usingCallback = true;
					return function(err, value) {
						if (err) wrappedReject(err);
						else wrappedResolve(value);
					};
				};
				var _this;
				if (originalThis && proxyProperty && Proxy) _this = new Proxy(originalThis, { get(_target, prop) {
					if (prop === proxyProperty) {
						if (prop in _target) console.warn(`${proxyProperty} property is been shadowed by run-sync`);
						return doneFactory;
					}
					return Reflect.get(...arguments);
				} });
				else _this = { [proxyProperty]: doneFactory };
				var answer = func.apply(_this, Array.prototype.slice.call(args));
				if (usingCallback) {
					if (isPromise(answer)) console.warn("Run-async wrapped function (sync) returned a promise but async() callback must be executed to resolve.");
				} else if (isPromise(answer)) {
					callbackConflict = true;
					answer.then(wrappedResolve, wrappedReject);
				} else wrappedResolve(answer);
				contextEnded = true;
			});
			promise.then(cb.bind(null, null), cb);
			return promise;
		};
	};
	runAsync.cb = function(func, cb) {
		return runAsync(function() {
			var args = Array.prototype.slice.call(arguments);
			if (args.length === func.length - 1) args.push(this.async());
			return func.apply(this, args);
		}, cb);
	};
}));
// ../../main/node_modules/inquirer/dist/utils/observable.js
function getObservableSymbol() {
	const symbolConstructor = Symbol;
	return typeof symbolConstructor.observable === "symbol" ? symbolConstructor.observable : "@@observable";
}
function normalizeObserver(observerOrNext, error, complete) {
	if (typeof observerOrNext === "function") return {
		next: observerOrNext,
		...error ? { error } : {},
		...complete ? { complete } : {}
	};
	return observerOrNext ?? {};
}
function reportObserverError(error) {
	queueMicrotask(() => {
		throw error;
	});
}
function callObserver(callback) {
	try {
		callback();
	} catch (error) {
		reportObserverError(error);
	}
}
function createClosedSubscription() {
	return {
		closed: true,
		unsubscribe() {}
	};
}
function toError(error) {
	return error instanceof Error ? error : new Error(String(error));
}
function runTeardown(teardown) {
	if (typeof teardown === "function") teardown();
	else teardown?.unsubscribe();
}
function createObservableController() {
	const observers = /* @__PURE__ */ new Set();
	let completed = false;
	let errored = false;
	let thrownError;
	return {
		observable: new ObservableImpl((observer) => {
			if (errored) {
				observer.error?.(thrownError);
				return createClosedSubscription();
			}
			if (completed) {
				observer.complete?.();
				return createClosedSubscription();
			}
			const entry = {
				observer,
				subscription: {
					closed: false,
					unsubscribe() {
						entry.subscription.closed = true;
						observers.delete(entry);
					}
				}
			};
			observers.add(entry);
			return entry.subscription;
		}),
		next(value) {
			if (completed || errored) return;
			for (const { observer, subscription } of observers) if (!subscription.closed) callObserver(() => observer.next?.(value));
		},
		error(error) {
			if (completed || errored) return;
			errored = true;
			thrownError = error;
			for (const { observer, subscription } of observers) {
				subscription.closed = true;
				callObserver(() => observer.error?.(error));
			}
			observers.clear();
		},
		complete() {
			if (completed || errored) return;
			completed = true;
			for (const { observer, subscription } of observers) {
				subscription.closed = true;
				callObserver(() => observer.complete?.());
			}
			observers.clear();
		}
	};
}
function isObservableLike(value) {
	return (typeof value === "object" || typeof value === "function") && value != null && "subscribe" in value && typeof value.subscribe === "function";
}
function observableToAsyncIterable(source) {
	return { [Symbol.asyncIterator]() {
		const values = [];
		const pending = [];
		let completed = false;
		let errored = false;
		let thrownError;
		let subscription;
		const resolvePending = (result) => {
			while (pending.length > 0) pending.shift()?.resolve(result);
		};
		const rejectPending = (error) => {
			while (pending.length > 0) pending.shift()?.reject(error);
		};
		const iterator = {
			next() {
				const item = values.shift();
				if (item) return Promise.resolve({
					done: false,
					value: item.value
				});
				if (errored) return Promise.reject(thrownError ?? /* @__PURE__ */ new Error("Observable source failed"));
				if (completed) return Promise.resolve({
					done: true,
					value: void 0
				});
				return new Promise((resolve, reject) => {
					pending.push({
						resolve,
						reject
					});
				});
			},
			return() {
				completed = true;
				values.length = 0;
				subscription?.unsubscribe();
				resolvePending({
					done: true,
					value: void 0
				});
				return Promise.resolve({
					done: true,
					value: void 0
				});
			}
		};
		try {
			subscription = source.subscribe({
				next(value) {
					if (completed || errored) return;
					const pendingIterator = pending.shift();
					if (pendingIterator) {
						pendingIterator.resolve({
							done: false,
							value
						});
						return;
					}
					values.push({ value });
				},
				error(error) {
					if (completed || errored) return;
					values.length = 0;
					errored = true;
					thrownError = toError(error);
					rejectPending(thrownError);
					subscription?.unsubscribe();
				},
				complete() {
					if (completed || errored) return;
					completed = true;
					resolvePending({
						done: true,
						value: void 0
					});
				}
			});
		} catch (error) {
			values.length = 0;
			errored = true;
			thrownError = toError(error);
			rejectPending(thrownError);
		}
		return iterator;
	} };
}
var ObservableImpl, EMPTY;
var init_observable = __esmMin((() => {
	ObservableImpl = class {
		"@@observable" = () => this;
		subscribeFn;
		constructor(subscribeFn) {
			this.subscribeFn = subscribeFn;
			Object.defineProperty(this, getObservableSymbol(), {
				configurable: true,
				value: () => this
			});
		}
		subscribe(observerOrNext, error, complete) {
			const observer = normalizeObserver(observerOrNext, error, complete);
			let closed = false;
			let teardown;
			let teardownReady = false;
			const subscription = {
				get closed() {
					return closed;
				},
				unsubscribe() {
					if (closed) return;
					closed = true;
					if (teardownReady) runTeardown(teardown);
				}
			};
			const safeObserver = {
				next(value) {
					if (!closed) callObserver(() => observer.next?.(value));
				},
				error(error) {
					if (closed) return;
					closed = true;
					if (observer.error) callObserver(() => observer.error?.(error));
					else reportObserverError(error);
					if (teardownReady) runTeardown(teardown);
				},
				complete() {
					if (closed) return;
					closed = true;
					callObserver(() => observer.complete?.());
					if (teardownReady) runTeardown(teardown);
				}
			};
			try {
				teardown = this.subscribeFn(safeObserver);
				teardownReady = true;
				if (subscription.closed) runTeardown(teardown);
			} catch (error) {
				safeObserver.error?.(error);
			}
			return subscription;
		}
		[Symbol.asyncIterator]() {
			return observableToAsyncIterable(this)[Symbol.asyncIterator]();
		}
	};
	EMPTY = new ObservableImpl((observer) => {
		observer.complete?.();
		return createClosedSubscription();
	});
}));
// ../../main/node_modules/inquirer/dist/ui/prompt.js
/**
* Resolve a question property value if it is passed as a function.
* This method will overwrite the property on the question object with the received value.
*/
async function fetchAsyncQuestionProperty(question, prop, answers) {
	const propGetter = question[prop];
	if (typeof propGetter === "function") return (0, import_run_async.default)(propGetter)(answers);
	return propGetter;
}
function setupReadlineOptions(opt) {
	opt.skipTTYChecks = opt.skipTTYChecks === void 0 ? true : opt.skipTTYChecks;
	const input = opt.input || process.stdin;
	if (!opt.skipTTYChecks && !input.isTTY) throw new TTYError("Prompts can not be meaningfully rendered in non-TTY environments");
	const ms = new import_lib.default();
	ms.pipe(opt.output || process.stdout);
	const output = ms;
	return {
		terminal: true,
		...opt,
		input,
		output
	};
}
function isQuestionArray(questions) {
	return Array.isArray(questions);
}
function isQuestionMap(questions) {
	return Object.values(questions).every((maybeQuestion) => typeof maybeQuestion === "object" && !Array.isArray(maybeQuestion) && maybeQuestion != null);
}
function isPromptConstructor(prompt) {
	return Boolean(prompt.prototype && "run" in prompt.prototype && typeof prompt.prototype.run === "function");
}
var import_run_async, import_lib, _, UnknownPromptTypeError, TTYError, PromptsRunner;
var init_prompt = __esmMin((() => {
	init__node_readline();
	import_run_async = /* @__PURE__ */ __toESM(require_run_async(), 1);
	import_lib = /* @__PURE__ */ __toESM(require_lib(), 1);
	init_dist$12();
	init_dist$13();
	init_observable();
	_ = {
		set: (obj, path = "", value) => {
			let pointer = obj;
			path.split(".").forEach((key, index, arr) => {
				if (key === "__proto__" || key === "constructor") return;
				if (index === arr.length - 1) pointer[key] = value;
				else if (!(key in pointer) || typeof pointer[key] !== "object") pointer[key] = {};
				pointer = pointer[key];
			});
		},
		get: (obj, path = "", defaultValue) => {
			const travel = (regexp) => String.prototype.split.call(path, regexp).filter(Boolean).reduce((res, key) => res == null ? res : res[key], obj);
			const result = travel(/[,[\]]+?/) || travel(/[,.[\]]+?/);
			return result === void 0 || result === obj ? defaultValue : result;
		}
	};
	UnknownPromptTypeError = class extends Error {
		name = "UnknownPromptTypeError";
		constructor(type, prompts) {
			const availableTypes = Object.keys(prompts).toSorted().join(", ");
			super(`Prompt type "${type}" is not registered. Available prompt types: ${availableTypes}`);
		}
	};
	TTYError = class extends Error {
		name = "TTYError";
		isTtyError = true;
	};
	PromptsRunner = class {
		prompts;
		answers = {};
		process = EMPTY;
		abortController = new AbortController();
		opt;
		constructor(prompts, opt = {}) {
			this.opt = opt;
			this.prompts = prompts;
		}
		async run(questions, answers) {
			this.abortController = new AbortController();
			const processController = createObservableController();
			this.process = processController.observable;
			this.answers = typeof answers === "object" ? { ...answers } : {};
			try {
				for await (const question of this.getQuestions(questions)) if (await this.shouldRun(question)) {
					const answer = await this.fetchAnswer(question);
					_.set(this.answers, answer.name, answer.answer);
					processController.next(answer);
				}
				processController.complete();
				return this.answers;
			} catch (error) {
				processController.error(error);
				throw error;
			} finally {
				this.close();
			}
		}
		async *getQuestions(questions) {
			if (isQuestionArray(questions)) yield* questions;
			else if (isObservableLike(questions)) yield* observableToAsyncIterable(questions);
			else if (isQuestionMap(questions)) for (const [name, question] of Object.entries(questions)) yield Object.assign({}, question, { name });
			else yield questions;
		}
		prepareQuestion = async (question) => {
			const type = question.type ?? "input";
			if (!Object.hasOwn(this.prompts, type)) throw new UnknownPromptTypeError(type, this.prompts);
			const [message, defaultValue, resolvedChoices] = await Promise.all([
				fetchAsyncQuestionProperty(question, "message", this.answers),
				fetchAsyncQuestionProperty(question, "default", this.answers),
				fetchAsyncQuestionProperty(question, "choices", this.answers)
			]);
			let choices;
			if (Array.isArray(resolvedChoices)) choices = resolvedChoices.map((choice) => {
				const choiceObj = typeof choice !== "object" || choice == null ? {
					name: choice,
					value: choice
				} : {
					...choice,
					value: "value" in choice ? choice.value : "name" in choice ? choice.name : void 0
				};
				if ("value" in choiceObj && Array.isArray(defaultValue)) return {
					checked: defaultValue.includes(choiceObj.value),
					...choiceObj
				};
				return choiceObj;
			});
			const wrappedQuestion = Object.assign({}, question, {
				message,
				default: defaultValue,
				choices,
				type
			});
			if (question.validate) {
				const originalValidate = question.validate;
				wrappedQuestion.validate = (value) => {
					return originalValidate(value, this.answers);
				};
			}
			return wrappedQuestion;
		};
		fetchAnswer = async (rawQuestion) => {
			const question = await this.prepareQuestion(rawQuestion);
			const prompt = this.prompts[question.type];
			if (prompt == null) throw new Error(`Prompt for type ${question.type} not found`);
			let cleanupSignal;
			const promptFn = isPromptConstructor(prompt) ? (q, opt) => new Promise((resolve, reject) => {
				const { signal } = opt;
				if (signal.aborted) {
					reject(new AbortPromptError({ cause: signal.reason }));
					return;
				}
				const rl = builtin$15.createInterface(setupReadlineOptions(opt));
				/**
				* Handle the ^C exit
				*/
				const onForceClose = () => {
					this.close();
					process.kill(process.pid, "SIGINT");
					console.log("");
				};
				const onClose = () => {
					process.removeListener("exit", onForceClose);
					rl.removeListener("SIGINT", onForceClose);
					rl.setPrompt("");
					rl.output.unmute();
					rl.output.write(cursorShow);
					builtin$15.cursorTo(rl.output, 0);
					rl.output.end();
					rl.close();
				};
				process.on("exit", onForceClose);
				rl.on("SIGINT", onForceClose);
				const activePrompt = new prompt(q, rl, this.answers);
				const cleanup = () => {
					onClose();
					cleanupSignal?.();
				};
				const abort = () => {
					reject(new AbortPromptError({ cause: signal.reason }));
					cleanup();
				};
				signal.addEventListener("abort", abort);
				cleanupSignal = () => {
					signal.removeEventListener("abort", abort);
					cleanupSignal = void 0;
				};
				activePrompt.run().then(resolve, reject).finally(cleanup);
			}) : prompt;
			let cleanupModuleSignal;
			const { signal: moduleSignal } = this.opt;
			if (moduleSignal?.aborted) this.abortController.abort(moduleSignal.reason);
			else if (moduleSignal) {
				const abort = () => this.abortController.abort(moduleSignal.reason);
				moduleSignal.addEventListener("abort", abort);
				cleanupModuleSignal = () => {
					moduleSignal.removeEventListener("abort", abort);
				};
			}
			const { filter = (value) => value } = question;
			const { signal } = this.abortController;
			return promptFn(question, {
				...this.opt,
				signal
			}).then((answer) => ({
				name: question.name,
				answer: filter(answer, this.answers)
			})).finally(() => {
				cleanupSignal?.();
				cleanupModuleSignal?.();
			});
		};
		/**
		* Close the interface and cleanup listeners
		*/
		close = () => {
			this.abortController.abort();
		};
		shouldRun = async (question) => {
			if (question.askAnswered !== true && _.get(this.answers, question.name) !== void 0) return false;
			const { when } = question;
			if (typeof when === "function") {
				const shouldRun = await (0, import_run_async.default)(when)(this.answers);
				return Boolean(shouldRun);
			}
			return when !== false;
		};
	};
}));
// ../../main/node_modules/inquirer/dist/index.js
/**
* Create a new self-contained prompt module.
*/
function createPromptModule(opt) {
	function promptModule(questions, answers) {
		const runner = new PromptsRunner(promptModule.prompts, opt);
		const promptPromise = runner.run(questions, answers);
		return Object.assign(promptPromise, { ui: runner });
	}
	promptModule.prompts = { ...builtInPrompts };
	/**
	* Register a prompt type
	*/
	promptModule.registerPrompt = function(name, prompt) {
		promptModule.prompts[name] = prompt;
		return this;
	};
	/**
	* Register the defaults provider prompts
	*/
	promptModule.restoreDefaultPrompts = function() {
		promptModule.prompts = { ...builtInPrompts };
	};
	return promptModule;
}
function registerPrompt(name, newPrompt) {
	prompt.registerPrompt(name, newPrompt);
}
function restoreDefaultPrompts() {
	prompt.restoreDefaultPrompts();
}
var builtInPrompts, prompt, inquirer;
var init_dist = __esmMin((() => {
	init_dist$1();
	init_prompt();
	builtInPrompts = {
		input: dist_default$5,
		select: dist_default,
		number: dist_default$4,
		confirm: dist_default$6,
		rawlist: dist_default$3,
		expand,
		checkbox: dist_default$8,
		password: dist_default$2,
		editor: dist_default$7,
		search: dist_default$1
	};
	prompt = createPromptModule();
	inquirer = {
		prompt,
		ui: { Prompt: PromptsRunner },
		createPromptModule,
		registerPrompt,
		restoreDefaultPrompts,
		Separator
	};
}));
// generators/questions.ts
var questions_exports = /* @__PURE__ */ __exportAll({ ask: () => ask });
/**
* Asks, in the table's order, what is not given. What a stack stands for is one question, and its rows are asked one by
* one only of those who want another.
*
* @throws {@link Interrupted} on Ctrl-C.
*/
async function ask(given, suggestedName, io) {
	const ask = inquirer.createPromptModule({
		input: io.stdin,
		output: io.stdout,
		signal: io.signal
	});
	const questions = fields.flatMap((field) => [...field.key === "layout" ? [keepStack(given)] : [], question(field, suggestedName)]);
	try {
		const { keepStack: _, ...answers } = await ask(questions, given);
		return answers;
	} catch (error) {
		if (error instanceof Error && /^(Exit|Abort|Cancel)PromptError$/.test(error.name)) throw io.signal.aborted ? io.signal.reason : new Interrupted("SIGINT");
		throw error;
	}
}
function keepStack(given) {
	const open = [...stackKeys].filter((key) => !(key in given));
	return {
		type: "confirm",
		name: "keepStack",
		message: (session) => {
			const whole = withDefaults(session);
			return `Keep what it stands for? (${[
				whole.layout,
				whole.server,
				`${whole.socket} socket`,
				whole.processManager,
				`nginx ${whole.nginx}`
			].join(", ")}, ${whole.workers} workers)`;
		},
		default: true,
		when: () => open.length > 0
	};
}
function question(field, suggestedName) {
	const { key, kind, choices = {}, message } = field;
	return {
		type: {
			text: "input",
			integer: "number",
			boolean: "confirm",
			choice: "select"
		}[kind],
		name: key,
		message,
		required: true,
		loop: false,
		choices: (session) => Object.entries(choices).map(([value, meaning]) => {
			const clash = clashWith(session, field, value);
			return {
				value,
				short: value,
				name: `${value}: ${meaning}`,
				...clash && { disabled: `(${clash})` }
			};
		}),
		default: (session) => key === "name" ? suggestedName || void 0 : field.standard(withDefaults(session)),
		when: (session) => {
			if (session.keepStack && stackKeys.has(key)) return false;
			return field.when?.(withDefaults(session)) ?? true;
		},
		...kind !== "choice" && { validate: (value, session) => {
			const problem = fieldProblem(field, value) ?? clashWith(session, field, value);
			return problem ? `${problem.charAt(0).toUpperCase()}${problem.slice(1)}.` : true;
		} }
	};
}
var stackKeys, clashWith;
var init_questions = __esmMin((() => {
	init_dist();
	init_fields();
	init_answers();
	init_errors$1();
	stackKeys = new Set(Object.keys(stacks.uwsgi));
	clashWith = (session, { key }, value) => conflicts({
		...session,
		[key]: value
	}).find((problem) => problem.key === key)?.message;
}));
// generators/new.ts
async function make(line, templates, io) {
	const { values, rest } = line;
	if (values.version) {
		io.stdout.write(`${version()}\n`);
		return 0;
	}
	const force = values.force ?? false;
	if (rest[0] !== void 0) await lookAt(resolve(io.cwd, rest[0]), [], force);
	const { ask, render } = await repository(templates, () => askMissing(line, io));
	const answers = checkedAnswers(mayAsk(line, io) ? await ask() : given(line, io.cwd));
	const typed = rest[0] ?? answers.name;
	const files = await render(answers);
	const target = await lookAt(resolve(io.cwd, typed), files, force);
	const git = await gitOf(values.git, target, io);
	const dryRun = values["dry-run"] ?? false;
	const made = {
		answers,
		typed,
		target,
		commit: dryRun ? git : await writeAll(target, git, values.git === true, io),
		dryRun,
		also: [...force ? ["--force"] : [], ...values.git === void 0 ? [] : [values.git ? "--git" : "--no-git"]]
	};
	io.stdout.write(values.json ? json(made) : summary(made, io));
	return 0;
}
/** What is given, with the name that the folder gives. */
function given({ values, rest }, cwd) {
	const answers = givenAnswers(values);
	const [dir] = rest;
	if (dir === void 0 || answers.name !== void 0) return answers;
	const name = nameOf(dir, cwd);
	return nameProblem(name) ? answers : {
		name,
		...answers
	};
}
function lineProblems(line, io) {
	const { values, rest, seen } = line;
	if (values.version) return [];
	const answers = given(line, io.cwd);
	const problems = answerProblems(answers);
	if (rest[0] === "") problems.push("the folder must not be empty: write \".\" for this one");
	if (mayAsk(line, io)) return problems;
	const absent = missing(answers).filter((key) => !seen.has(flagName(key)));
	if (absent.includes("name")) {
		const fromDir = rest[0] ? dirNameProblem(rest[0], io.cwd) : void 0;
		problems.push(fromDir ?? "--name is missing: give it, or a folder");
	}
	const others = absent.filter((key) => key !== "name").map((key) => `--${flagName(key)}`);
	if (!values.yes && others.length > 0) problems.push(`there is no terminal to ask in: give ${others.join(", ")}, or take their defaults with --yes`);
	return problems;
}
async function askMissing(line, io) {
	const answers = given(line, io.cwd);
	if (missing(answers).length === 0) return answers;
	const [dir] = line.rest;
	const { ask } = await Promise.resolve().then(() => (init_questions(), questions_exports));
	return ask(answers, dir === void 0 ? "" : suggestion(nameOf(dir, io.cwd)), io);
}
/** Whether there will be a first commit, and why not. */
async function gitOf(wanted, { insideOf }, io) {
	if (wanted === false) return {
		state: "skipped",
		reason: "--no-git was given"
	};
	if (insideOf) {
		if (wanted) throw new UsageError(`${insideOf} is a git repository already: leave out --git`);
		return {
			state: "skipped",
			reason: `${insideOf} is a git repository already`
		};
	}
	if (await hasGit(io)) return "commit";
	if (wanted) throw new Failure("git cannot be started, and --git was given. Install git, or leave out --git.");
	return {
		state: "skipped",
		reason: "git is not installed"
	};
}
/** Writes; a first commit that fails is told, and undoes everything only where --git asked for it. */
function writeAll(target, git, must, io) {
	const nothingNew = target.files.every(({ state }) => state === "same" || state === "kept");
	return write(target, async (workTree, gitDir, paths) => {
		if (git !== "commit") return git;
		if (nothingNew) return {
			state: "skipped",
			reason: "no file was written"
		};
		try {
			return await firstCommit(workTree, gitDir, paths, io);
		} catch (error) {
			if (!(error instanceof GitError)) throw error;
			if (must) throw new Failure(`the first commit failed: ${error.message}. Leave out --git to go without.`);
			return {
				state: "skipped",
				reason: error.message
			};
		}
	}, io.signal);
}
var scaffold, mayAsk;
var init_new = __esmMin((() => {
	init__node_path();
	init_names();
	init_answers();
	init_command$1();
	init_commands();
	init_errors$1();
	init_first_commit();
	init_package();
	init_render();
	init_scaffold_flags();
	init_summary();
	init_target();
	init_write();
	scaffold = (templates) => command(scaffoldSpec, (line, io) => make(line, templates, io), {
		more: () => ["Other commands, each with its own --help:", ...commandLines()],
		check: lineProblems
	});
	mayAsk = ({ values }, io) => io.interactive && !values.yes && !values.json;
}));
// generators/tree.ts
/** Derives from the answers what more than one template needs. */
function view(answers) {
	const flask = answers.layout !== "wsgi";
	const addresses = answers.socket === "tcp" ? Array.from({ length: answers.upstream }, (_, i) => `127.0.0.1:${answers.port + i}`) : [`unix:/run/${answers.name}/current.sock`];
	const codeFolder = answers.layout === "package" ? "app/" : "";
	return {
		flask,
		quotes: flask && answers.stack === "gunicorn",
		callable: flask ? "wsgi:app" : "wsgi:application",
		staticFolder: `${codeFolder}static`,
		pagesFolder: `${codeFolder}templates`,
		addresses,
		passTo: addresses.length > 1 ? answers.name : addresses[0],
		namedLocation: answers.stack === "uwsgi-tcp" && answers.static,
		release: answers.processManager === "emperor" ? "%n" : "$(RELEASE)",
		managerFile: managerFiles(answers)[0]?.path ?? ""
	};
}
/** The files of the repository that the answers describe. */
function tree(answers) {
	const { flask, quotes, staticFolder, pagesFolder } = view(answers);
	const packaged = answers.layout === "package";
	const lock = lockName({
		flask,
		quotes,
		server: answers.server
	});
	const same = (path) => ({
		template: `${path}.ejs`,
		path
	});
	return [
		same("README.md"),
		same("flask-deploy.yml"),
		same(".env.example"),
		same(".gitignore"),
		same("pytest.ini"),
		...answers.license === "none" ? [] : [{
			template: `licenses/${answers.license}.ejs`,
			path: "LICENSE"
		}],
		...flask && !packaged ? [same("app.py")] : [],
		...packaged ? [same("app/__init__.py"), same("app/pages.py")] : [],
		...quotes ? [{
			template: "quotes.py.ejs",
			path: packaged ? "app/quotes.py" : "quotes.py"
		}] : [],
		{
			template: flask ? "wsgi.py.ejs" : "wsgi-bare.py.ejs",
			path: "wsgi.py"
		},
		{
			template: "templates/index.html.ejs",
			path: `${pagesFolder}/index.html`
		},
		{
			template: "static/style.css.ejs",
			path: `${staticFolder}/style.css`
		},
		{
			template: "static/favicon.svg.ejs",
			path: `${staticFolder}/favicon.svg`
		},
		{
			template: flask ? "tests/test_app.py.ejs" : "tests/test_wsgi.py.ejs",
			path: "tests/test_app.py"
		},
		...quotes ? [same("tests/test_quotes.py")] : [],
		same("requirements.in"),
		{
			template: `requirements/${lock}.txt.ejs`,
			path: "requirements.txt"
		},
		same("requirements-dev.in"),
		{
			template: `requirements/${lock}-dev.txt.ejs`,
			path: "requirements-dev.txt"
		},
		same(answers.server === "uwsgi" ? "deploy/uwsgi.ini" : "deploy/gunicorn.conf.py"),
		same("deploy/nginx.conf"),
		...managerFiles(answers),
		...answers.socket === "tcp" ? proxyFiles(answers.name) : [],
		same(".github/workflows/deploy.yml")
	];
}
function managerFiles({ name, processManager }) {
	switch (processManager) {
		case "systemd": return [{
			template: "deploy/app@.service.ejs",
			path: `deploy/${name}@.service`
		}];
		case "supervisor": return [{
			template: "deploy/supervisor.conf.ejs",
			path: "deploy/supervisor.conf"
		}, start];
		case "emperor": return [
			{
				template: "deploy/app-emperor.service.ejs",
				path: `deploy/${name}-emperor.service`
			},
			{
				template: "deploy/emperor.ini.ejs",
				path: "deploy/emperor.ini"
			},
			start
		];
	}
}
var lockName, start, proxyFiles;
var init_tree = __esmMin((() => {
	lockName = ({ flask, quotes, server }) => [
		flask ? "flask" : "wsgi",
		...quotes ? ["quotes"] : [],
		server
	].join("-");
	start = {
		template: "deploy/start.ejs",
		path: "deploy/start",
		mode: 493
	};
	proxyFiles = (name) => [{
		template: "deploy/app.socket.ejs",
		path: `deploy/${name}.socket`
	}, {
		template: "deploy/app-proxy.service.ejs",
		path: `deploy/${name}-proxy.service`
	}];
}));
// generators/shipped.ts
var shipped_exports = /* @__PURE__ */ __exportAll({
	newCommand: () => newCommand,
	shipped: () => shipped
});
var shipped, newCommand;
var init_shipped = __esmMin((() => {
	init__node_path();
	init_new();
	init_package();
	init_tree();
	shipped = {
		folder: join(packageFolder, "templates"),
		tree,
		view
	};
	newCommand = scaffold(shipped);
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
	const { newCommand } = await Promise.resolve().then(() => (init_shipped(), shipped_exports));
	return newCommand(args, io);
}
var commands, commandLines;
var init_commands = __esmMin((() => {
	init_errors$1();
	init_help();
	commands = {
		preview: {
			summary: "run the app here with its own configuration",
			load: async () => (await Promise.resolve().then(() => (init_command(), command_exports))).previewCommand
		},
		deploy: {
			summary: "bring the repository to its server",
			load: async () => (await Promise.resolve().then(() => (init_deploy(), deploy_exports))).deployCommand
		},
		rollback: {
			summary: "go back to a former release",
			load: async () => (await Promise.resolve().then(() => (init_rollback(), rollback_exports))).rollbackCommand
		},
		releases: {
			summary: "list the releases on the server",
			load: async () => (await Promise.resolve().then(() => (init_releases(), releases_exports))).releasesCommand
		},
		status: {
			summary: "tell what serves and whether it answers",
			load: async () => (await Promise.resolve().then(() => (init_status(), status_exports))).statusCommand
		},
		unlock: {
			summary: "end the deploy that holds the server's lock",
			load: async () => (await Promise.resolve().then(() => (init_unlock(), unlock_exports))).unlockCommand
		}
	};
	commandLines = () => columns(Object.entries(commands).map(([name, { summary }]) => [name, summary]));
}));
// \0node:tty
const builtin = /* @__PURE__ */ process.getBuiltinModule("node:tty");
const isatty = /* @__PURE__ */ (() => builtin.isatty)();
// generators/io.ts
init_errors$1();
/** The {@link Io} of this process. */
function processIo() {
	const { stdout, stderr, env } = process;
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
		get stdin() {
			return process.stdin;
		},
		stdout,
		stderr,
		cwd: process.cwd(),
		env,
		interactive: isatty(0) && isatty(1),
		run: async (...call) => (await Promise.resolve().then(() => (init_process(), process_exports))).runProcess(...call),
		signal: stop.signal
	};
}
// generators/cli.ts
init_commands();
init_errors$1();
const io = processIo();
const args = process.argv.slice(2);
try {
	process.exitCode = await dispatch(args, io);
} catch (error) {
	process.exitCode = report$1(error, args, io);
}
export {};
