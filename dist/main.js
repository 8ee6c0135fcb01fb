import { A as regex, B as getInput, C as number, D as picklist, F as union, G as setFailed, H as info, J as startGroup, K as setOutput, M as strictObject, N as string, O as pipe, P as transform, R as endGroup, T as optional, U as notice, W as saveState, X as getExecOutput, Y as warning, Z as summary, a as isMap, b as minValue, c as array, d as description, f as getDotPath, i as LineCounter, j as safeParse, k as record, o as isNode, p as integer, q as setSecret, r as parseDocument, s as isScalar, u as check, v as maxValue, x as nonEmpty, y as minLength, z as error } from "./packages.js";
import { $t as inline, An as versionProblem, Cn as domainsProblem, Dn as nameProblem, Fn as processManagers, In as sockets, Jt as readRunner, Mn as appServers, Nn as cannotRun, On as pathProblem, Pn as choicesOf, Tn as hasPublicName, Yt as groupLog, _n as readPlainFile, bn as loginOf, cn as maintenanceWants, fn as levels, gn as isReleaseId, hn as readEnv, kn as urlProblem, ln as spellOut, mn as readKey, on as maintenanceOptions, qt as keepSecret, rn as knownHostsName, wn as emailProblem, xn as blocksProblem, yn as runProcess } from "./shared.js";
import { homedir, tmpdir } from "node:os";
import { delimiter, join, relative, resolve, sep } from "node:path";
import { accessSync, constants, existsSync, readFileSync, statSync } from "node:fs";
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
/** Whether the chosen app server runs one process with threads. */
const hasOneProcess = ({ server }) => server !== void 0 && appServers[server]?.oneProcess === true;
const takesPorts = ({ socket }) => socket !== void 0 && sockets[socket]?.takesPorts === true;
/** ACME directory of the CA that is asked unless another is named. */
const letsEncrypt = "https://acme-v02.api.letsencrypt.org/directory";
const isIssued = ({ tls }) => tls === "letsencrypt";
const isGiven = ({ tls }) => tls === "files";
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
		choices: choicesOf(appServers),
		message: "Which app server?",
		help: "app server",
		standard: fromStack("server")
	},
	{
		key: "socket",
		kind: "choice",
		choices: choicesOf(sockets),
		message: "What does nginx connect to?",
		help: "what nginx connects to",
		standard: fromStack("socket")
	},
	{
		key: "processManager",
		kind: "choice",
		choices: choicesOf(processManagers),
		message: "Which process manager?",
		help: "process manager of the app server",
		standard: (given) => {
			const { processManager } = stacks[given.stack ?? "uwsgi"];
			return given.server && cannotRun(processManager, given.server) ? "systemd" : processManager;
		}
	},
	{
		key: "nginx",
		kind: "choice",
		choices: {
			site: "a site file",
			full: "the whole nginx.conf"
		},
		message: "Generate a site file, or the whole nginx.conf?",
		help: "generate a site file, or the whole nginx.conf",
		standard: fromStack("nginx")
	},
	{
		key: "domain",
		kind: "text",
		message: "Which domain? (\"_\" matches any host name; one site of a server can have it)",
		help: "domain of the site; several with blanks between them: all redirect to the first. \"_\" for any host name",
		list: true,
		problem: domainsProblem,
		standard: () => "_"
	},
	{
		key: "tls",
		kind: "choice",
		choices: {
			letsencrypt: "HTTPS by certbot, from Let's Encrypt or another CA that speaks ACME",
			files: "HTTPS with a certificate that lies on the server",
			none: "plain HTTP"
		},
		message: "Where does the certificate come from?",
		help: "where the certificate for HTTPS comes from",
		standard: ({ domain }) => hasPublicName(domain) ? "letsencrypt" : "none",
		absent: "none",
		unasked: true
	},
	{
		key: "tlsEmail",
		kind: "text",
		message: "Which address may the CA write to?",
		help: "e-mail address that the CA may write to (with --tls letsencrypt)",
		problem: emailProblem,
		standard: () => "",
		when: isIssued,
		unasked: true
	},
	{
		key: "tlsServer",
		kind: "text",
		message: "Which ACME directory?",
		help: "directory URL of the CA (with --tls letsencrypt)",
		problem: urlProblem,
		standard: () => letsEncrypt,
		when: isIssued,
		unasked: true
	},
	{
		key: "tlsCertificate",
		kind: "text",
		message: "Where on the server is the certificate with its chain?",
		help: "path on the server of the certificate and its chain (with --tls files)",
		problem: pathProblem,
		standard: ({ name }) => `/etc/ssl/${name ?? "app"}/fullchain.pem`,
		when: isGiven,
		unasked: true
	},
	{
		key: "tlsKey",
		kind: "text",
		message: "Where on the server is its key?",
		help: "path on the server of the certificate's key (with --tls files)",
		problem: pathProblem,
		standard: ({ name }) => `/etc/ssl/${name ?? "app"}/privkey.pem`,
		when: isGiven,
		unasked: true
	},
	{
		key: "hsts",
		kind: "integer",
		range: [0, 63072e3],
		message: "For how many seconds may browsers refuse plain HTTP?",
		help: "seconds for which browsers refuse plain HTTP for this name (HSTS), 0 for none; it cannot be taken back",
		standard: () => 0,
		when: ({ tls }) => tls !== "none",
		unasked: true
	},
	{
		key: "behind",
		kind: "text",
		message: "Which address blocks does the proxy in front have?",
		help: "address blocks of a proxy or CDN in front of nginx, with blanks between them; only they are believed",
		list: true,
		problem: blocksProblem,
		standard: () => "",
		unasked: true
	},
	{
		key: "port",
		kind: "integer",
		range: [1024, 65535],
		message: "First TCP port on 127.0.0.1?",
		help: "first TCP port on 127.0.0.1 (with --socket tcp)",
		standard: fromStack("port"),
		when: takesPorts
	},
	{
		key: "upstream",
		kind: "integer",
		range: [1, 16],
		message: "How many addresses in nginx's upstream?",
		help: "addresses in nginx's upstream, on consecutive ports (with --socket tcp)",
		standard: (given) => takesPorts(given) ? fromStack("upstream")(given) : 1,
		when: takesPorts
	},
	{
		key: "workers",
		kind: "integer",
		range: [1, 256],
		message: "How many worker processes?",
		help: "worker processes, one with waitress; each takes the memory that the app changes, 10 MB and more",
		standard: (given) => hasOneProcess(given) ? 1 : fromStack("workers")(given),
		when: (given) => !hasOneProcess(given)
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
		help: "add a workflow to run status, logs, doctor, rollback and maintenance from GitHub",
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
// action/engine/app/problems.ts
/** Answers that cannot be combined, each with its reason. A missing or invalid answer conflicts with nothing. */
function conflicts(answers) {
	const isSound = (field) => answers[field.key] !== void 0 && !fieldProblem(field, answers[field.key]);
	const given = Object.fromEntries(fields.filter(isSound).map(({ key }) => [key, answers[key]]));
	const { server, processManager, socket, port, upstream = 1 } = given;
	const found = [];
	const clash = processManager && server && cannotRun(processManager, server);
	if (clash) found.push({
		key: "processManager",
		message: clash
	});
	if (server && hasOneProcess(given) && (given.workers ?? 1) > 1) found.push({
		key: "workers",
		message: `${appServers[server].title} is one process: set workers to 1, and threads`
	});
	if (given.tls === "letsencrypt" && given.domain === "_") found.push({
		key: "tls",
		message: "a certificate is for names: set domain, which is \"_\""
	});
	if (socket && !sockets[socket].takesPorts && upstream > 1) found.push({
		key: "upstream",
		message: "one unix socket already feeds every worker: an upstream of several addresses needs socket tcp"
	});
	if (socket && sockets[socket].takesPorts && port !== void 0 && port + upstream - 1 > 65535) found.push({
		key: "upstream",
		message: `the highest port is 65535: ${upstream} ports from ${port} on do not fit`
	});
	return found;
}
/** Why a value is invalid, with the valid ones; undefined if it is valid. */
function fieldProblem(field, value) {
	switch (field.kind) {
		case "choice": {
			const choices = field.choices ?? {};
			return typeof value === "string" && Object.hasOwn(choices, value) ? void 0 : `must be one of ${Object.keys(choices).join(", ")}`;
		}
		case "boolean": return typeof value === "boolean" ? void 0 : "must be true or false";
		case "integer": {
			const [low, high] = field.range ?? [Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER];
			return Number.isInteger(value) && value >= low && value <= high ? void 0 : `must be a whole number from ${low} to ${high}`;
		}
		case "text": return typeof value === "string" ? field.problem?.(value) : "must be text, in quotes if it looks like a number";
	}
}
// action/engine/app/settings.ts
const described = (schema, text) => pipe(schema, description(text));
/** A section that may be left out, as each setting in it may. */
const section = (entries, text) => described(optional(strictObject(entries), {}), text);
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
	user: described(optional(user), "account that logs in [default: deploy-NAME]"),
	port: described(optional(whole(1, 65535), 22), "SSH port"),
	url: described(optional(url), "public URL of the site; requested from outside after the switch"),
	health: described(optional(urlPath, "/healthz"), "path that answers 200 when the app can serve"),
	gate: section({
		passes: described(optional(whole(1, 100), 3), "successful responses in a row"),
		timeout: described(optional(whole(1, 600), 30), "seconds that the instance has for them")
	}, "health check: successful responses in a row that a new instance must give on its own socket, and its timeout"),
	smoke: section({
		path: described(optional(urlPath, "/"), "path to request"),
		status: described(optional(whole(100, 599), 200), "expected status"),
		contains: described(optional(string("must be text")), "text that the response must contain"),
		timeout: described(optional(whole(1, 120), 10), "timeout of the request")
	}, "the response that the site must give through nginx; a redirect to https passes as well"),
	keep_releases: described(optional(whole(1, 100), 5), "successful releases to keep on the server"),
	drain: described(optional(whole(0, 3600), 30), "how long the previous instance stays up after the switch"),
	strategy: described(optional(picklist(["blue-green", "in-place"], "must be blue-green or in-place"), "blue-green"), "blue-green starts the new instance beside the old one; in-place stops the old one first, for small servers"),
	setup: described(optional(picklist(["manual", "auto"], "must be manual or auto"), "manual"), "auto lets the first push prepare the server, when the login has sudo"),
	hooks: section({
		build: described(optional(hook), "on the runner, before anything is sent"),
		release: described(optional(hook), "on the server before the new instance starts: migrations"),
		before_switch: described(optional(hook), "when the new instance has passed its health check"),
		after_switch: described(optional(hook), "when it has the traffic; a failure rolls it back")
	}, "commands: build runs on the runner; the others in the release, on the server"),
	shared: described(optional(pipe(array(inside), check((paths) => !paths.some((path) => paths.some((other) => other !== path && `${other}/`.startsWith(`${path}/`))), "names a path within another one, which already contains it")), []), "folders that outlive a release, kept in shared/ on the server"),
	include: described(optional(array(inside), []), "files to send besides those that git tracks (globs)"),
	exclude: described(optional(array(inside), []), "files not to send (globs)"),
	prober: section({
		rate: described(optional(whole(1, 1e3), 100), "requests per second"),
		seconds: described(optional(pipe(number(probing), minValue(0, probing), maxValue(60, probing)), .15), "how long after the switch; in the Action at least two seconds"),
		on_failure: described(optional(picklist(["rollback", "keep"], "must be rollback or keep"), "rollback"), "what a failed request does: roll the release back, or only warn")
	}, "probe requests per second through nginx during the switch, how long they continue after it, and what a failed one does")
});
/** Everything under `lint:`. */
const lintSettings = strictObject({
	rules: described(optional(record(matching(/^[a-z]+\/[a-z0-9-]+$/, "must be a rule, such as nginx/no-mime-types"), picklist([
		"off",
		"info",
		"warning",
		"error"
	], "must be off, info, warning or error")), {}), "severity by rule"),
	ignore: described(optional(array(string()), []), "files not to lint (globs)")
});
const nginxVersion = matching(/^\d+\.\d+(\.\d+)?$/, "must read like \"1.22.1\"");
const camelCase = (key) => key.replace(/_([a-z])/g, (_, letter) => letter.toUpperCase());
const snakeCase = (key) => key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
/** snake_case keys of YAML → camelCase ones, recursively. Rule names have no underscore and stay as they are. */
function camelized(value) {
	if (Array.isArray(value)) return value.map(camelized);
	if (typeof value !== "object" || value === null) return value;
	return Object.fromEntries(Object.entries(value).map(([k, inner]) => [camelCase(k), camelized(inner)]));
}
// action/engine/app/app.ts
/** All problems of a flask-deploy.yml in one error. */
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
/** The top-level keys of the file. */
const appKeys = [...rows.keys(), ...Object.keys(sections)];
/**
* Reads the text of a flask-deploy.yml.
* @param file name of the file in messages
* @throws AppError that lists every problem with its position
*/
function readApp$1(text, file = appFile) {
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
		const stored = key in given ? given[key] : field.absent ?? field.standard(answers);
		const value = field.list && Array.isArray(stored) ? stored.join(" ") : stored;
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
/** Offset of a path's key, or of its nearest parent that exists. */
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
// action/inputs/repository-path.ts
/** A path relative to a folder, as git and GitHub write it, on Windows too; "" for the folder itself. */
const repositoryPath = (from, to, separator = sep) => relative(from, to).split(separator).join("/");
// action/inputs/config.ts
/**
* Reads the flask-deploy.yml at an absolute path. Messages have its path in the workspace, as annotations need it.
* @throws if it does not exist, or is invalid
*/
function readConfig(path, workspace) {
	const name = repositoryPath(workspace, path);
	try {
		return readApp$1(readPlainFile(path), name);
	} catch (error) {
		if (error.code === void 0) throw error;
		throw new Error(`${name} cannot be read. Run actions/checkout first, and check working-directory and config. A repository without one gets it from \`npx create-flask-deploy\`.`);
	}
}
// action/inputs/input-reader.ts
/** All problems of the inputs, each line beginning with the input's name. */
var InputError = class extends Error {
	name = "InputError";
	problems;
	constructor(problems) {
		super(problems.join("\n"));
		this.problems = problems;
	}
};
/** Reads single inputs and collects their problems, so that all are reported at once. */
var InputReader = class {
	problems = [];
	/** The text of an input, trimmed; "" if it is not set. */
	text;
	constructor(get) {
		this.text = get;
	}
	wrong(name, message) {
		this.problems.push(`${name} ${message}`);
	}
	choice(name, among, otherwise) {
		const value = this.text(name) || otherwise;
		if (!among.includes(value)) this.wrong(name, `must be one of ${among.join(", ")}, not ${shown(value)}`);
		return value;
	}
	/** The only parser of booleans, so that all inputs accept the same spellings. */
	yes(name, otherwise) {
		const value = this.text(name) || String(otherwise);
		if (!/^(true|false)$/i.test(value)) this.wrong(name, `must be true or false, not ${shown(value)}`);
		return value.toLowerCase() === "true";
	}
	whole(name, low, high, otherwise) {
		const value = this.text(name) || String(otherwise);
		if (!/^\d+$/.test(value) || Number(value) < low || Number(value) > high) this.wrong(name, `must be a whole number from ${low} to ${high}, not ${shown(value)}`);
		return Number(value);
	}
	option({ name, kind, range: [low, high] = [0, 0], standard = 0, problem }) {
		if (kind === "integer") return this.whole(name, low, high, standard);
		if (kind === "boolean") return this.yes(name, false);
		const text = this.text(name);
		const wrong = text === "" ? void 0 : problem?.(text);
		if (wrong) this.wrong(name, `${wrong}, not ${shown(text)}`);
		return text;
	}
	/** Returns a valid value; otherwise notes the problem. */
	good(name, read) {
		if (!("problem" in read)) return read;
		this.wrong(name, read.problem);
	}
	/** @throws InputError if there were problems so far */
	finish() {
		if (this.problems.length > 0) throw new InputError(this.problems);
	}
};
/** Quotes an invalid value in a message: shortened, on one line. */
const shown = (value) => JSON.stringify((value.length > 60 ? `${value.slice(0, 60)}…` : value).replace(/\s+/g, " "));
// action/engine/app/overrides.ts
/** By the name that the input and the flag share. */
const overrides = {
	host: {
		path: ["host"],
		kind: "text",
		value: "HOST",
		help: "server to connect to (repeatable)"
	},
	user: {
		path: ["user"],
		kind: "text",
		value: "USER",
		help: "account that logs in"
	},
	port: {
		path: ["port"],
		kind: "integer",
		value: "N",
		help: "SSH port, 1 to 65535 [22]"
	},
	url: {
		path: ["url"],
		kind: "text",
		value: "URL",
		help: "public URL of the site, requested after the switch"
	},
	"smoke-path": {
		path: ["smoke", "path"],
		kind: "text",
		value: "PATH",
		help: "path to request through nginx after the switch"
	},
	"smoke-status": {
		path: ["smoke", "status"],
		kind: "integer",
		value: "N",
		help: "status that the response must have"
	},
	"smoke-contains": {
		path: ["smoke", "contains"],
		kind: "text",
		value: "TEXT",
		help: "text that the response must contain"
	},
	"keep-releases": {
		path: ["keep_releases"],
		kind: "integer",
		value: "N",
		help: "successful releases to keep on the server"
	}
};
const overrideNames = Object.keys(overrides);
/** @param texts as typed; an absent or empty text is not set */
function readOverrides(texts) {
	const tree = {};
	for (const name of overrideNames) {
		const text = texts[name] ?? "";
		if (text === "") continue;
		const { path, kind } = overrides[name];
		const value = kind === "integer" ? /^\d+$/.test(text) ? Number(text) : NaN : text;
		const [section, key] = path;
		tree[section] = key === void 0 ? value : {
			...tree[section],
			[key]: value
		};
	}
	const { issues = [] } = safeParse(deploySettings, tree);
	const problems = issues.map((issue) => {
		const at = getDotPath(issue);
		return {
			name: overrideNames.find((each) => overrides[each].path.join(".") === at) ?? "host",
			message: issue.message
		};
	});
	return {
		given: Object.fromEntries(Object.entries(tree).map(([key, value]) => [camelCase(key), value])),
		problems
	};
}
/** flask-deploy.yml with the overrides applied. */
function overridden(app, given) {
	return {
		...app,
		deploy: {
			...app.deploy,
			...given,
			smoke: {
				...app.deploy.smoke,
				...given.smoke
			}
		}
	};
}
// action/engine/console/logs/options.ts
const logOptions = {
	lines: {
		name: "lines",
		kind: "integer",
		short: "n",
		range: [0, 1e5],
		standard: 100,
		help: "number of lines to print, the newest"
	},
	since: {
		name: "since",
		kind: "text",
		value: "TIME",
		help: "print nothing older: 90s, 10m, 1h, 2d, or a time such as 2026-11-21T03:15Z",
		problem: (text) => sinceOf(text, 0) === void 0 ? "must be like 90s, 10m, 1h, 2d or 2026-11-21T03:15Z" : void 0
	},
	nginx: {
		name: "nginx",
		kind: "boolean",
		help: "also print the site's access and error log"
	},
	grep: {
		name: "grep",
		kind: "text",
		value: "RE",
		help: "print only lines that match this regular expression"
	}
};
const spans = {
	s: 1,
	m: 60,
	h: 3600,
	d: 86400,
	w: 604800
};
/** "90s", "10m", "1h" or "2d" before `now`, or an ISO 8601 time, as seconds since 1970; undefined for other texts. */
function sinceOf(text, now) {
	const [, count, unit] = /^(\d{1,6})([smhdw])$/.exec(text) ?? [];
	if (unit) return Math.max(0, Math.floor(now - Number(count) * spans[unit]));
	const at = /^\d{4}-\d\d-\d\d/.test(text) ? Date.parse(text) : NaN;
	return Number.isNaN(at) ? void 0 : Math.floor(at / 1e3);
}
// action/inputs/console.ts
/**
* @param now seconds since 1970
* @returns undefined, with the problems noted, if something is invalid
*/
function readConsoleInputs(reader, now) {
	const maintenance = reader.choice("maintenance", maintenanceWants, "status");
	const allow = reader.option(maintenanceOptions.allow).split(/[\s,]+/).filter(Boolean);
	const list = reader.good("allow", asProblem(spellOut(allow)));
	const log = {
		lines: reader.option({
			...logOptions.lines,
			range: [1, 1e4]
		}),
		since: sinceOf(reader.option(logOptions.since), now) ?? 0,
		grep: reader.option(logOptions.grep),
		nginx: reader.option(logOptions.nginx)
	};
	return list && {
		maintenance,
		allow,
		log
	};
}
const asProblem = (list) => "problems" in list ? { problem: `must list addresses or CIDR blocks: ${list.problems.join("; ")}` } : list;
// action/inputs/known-hosts.ts
const how = "On the server's own console run `cat /etc/ssh/ssh_host_ed25519_key.pub`, store what it prints as the secret or variable KNOWN_HOSTS, and pass `known-hosts: ${{ secrets.KNOWN_HOSTS }}` (or vars.KNOWN_HOSTS). `create-flask-deploy setup` prints the line as well.";
const keyType = /^(ssh-(ed25519|rsa|dss)|ecdsa-sha2-nistp\d+|sk-(ssh-ed25519|ecdsa-sha2-nistp256)@openssh\.com)$/;
const base64 = /^AAAA[A-Za-z0-9+/]+={0,3}$/;
/**
* Reads pinned host keys as users paste them: lines of a known_hosts file, or bare public keys as the server stores
* them, which are then pinned for this host. Nothing is fetched from the server, whose identity is what they prove.
*/
function readKnownHosts(text, host, port) {
	const lines = text.replace(/^\uFEFF/, "").split(/\r\n|\r|\n/).map((line) => line.trim()).filter((line) => line !== "" && !line.startsWith("#"));
	if (lines.length === 0) return { problem: `is empty, so ssh could not tell the real server from an impostor. ${how}` };
	const name = knownHostsName(host, port);
	const pinned = [];
	for (const [index, line] of lines.entries()) {
		const words = line.split(/\s+/);
		const from = words[0]?.startsWith("@") ? 1 : 0;
		const [first = "", second = "", third = ""] = words.slice(from);
		if (from === 0 && keyType.test(first) && base64.test(second)) pinned.push(`${name} ${first} ${second}`);
		else if (keyType.test(second) && base64.test(third)) pinned.push(line);
		else if (/SHA256:|MD5:/.test(line)) return { problem: `has a fingerprint in line ${index + 1}; ssh needs the key itself. ${how}` };
		else if (line.includes("PRIVATE KEY")) return { problem: `holds a private key. ${how}` };
		else return { problem: `has no host key in line ${index + 1}. ${how}` };
	}
	return { knownHosts: `${pinned.join("\n")}\n` };
}
// action/inputs/inputs.ts
const commands = [
	"deploy",
	"lint",
	"rollback",
	"status",
	"logs",
	"doctor",
	"maintenance"
];
/** The command that `auto` runs, by the name of the event. */
const automatic = {
	push: "deploy",
	workflow_dispatch: "deploy",
	pull_request: "lint",
	merge_group: "lint"
};
/**
* Reads all inputs; no other code does.
* @param get the text of an input, trimmed, "" if it is not set
* @param readConfig reads the flask-deploy.yml at an absolute path; it throws if the file is missing or invalid
* @throws InputError that names every problem
*/
function readInputs(get, runner, readConfig) {
	const reader = new InputReader(get);
	const command = readCommand(reader, runner.event);
	if (runner.windows && command !== void 0 && command !== "lint") throw new InputError([`on Windows the Action only lints, so it cannot ${command}: write \`runs-on: ubuntu-latest\` in it`]);
	const directory = resolve(runner.workspace, get("working-directory"));
	const common = {
		directory,
		folder: repositoryPath(runner.workspace, directory),
		lintLevel: reader.choice("lint-level", levels, "error"),
		timeoutSeconds: reader.whole("timeout", 1, 86400, 900),
		dryRun: reader.yes("dry-run", false),
		githubToken: get("github-token")
	};
	if (command === "lint") {
		const config = join(directory, appFile);
		const app = existsSync(config) ? readGood(reader, () => readConfig(config)) : void 0;
		reader.finish();
		return {
			command,
			app,
			...common
		};
	}
	const server = command && readServer(reader, directory, readConfig);
	reader.finish();
	if (!command || !server) throw new InputError([]);
	return {
		command,
		...common,
		...server
	};
}
/**
* The secret parts of the inputs, valid or not. They are masked before anything else, so that even the error about an
* invalid key or environment shows none of it.
*/
function secretInputs(get) {
	const key = readKey(get("ssh-key"));
	const env = readEnv(get("env"));
	const values = "env" in env ? Object.values(env.env) : get("env").split(/[\r\n="']+/);
	return [
		get("ssh-key"),
		"key" in key ? key.key : "",
		...values,
		get("github-token")
	];
}
function readCommand(reader, event) {
	const asked = reader.choice("command", ["auto", ...commands], "auto");
	const command = asked === "auto" ? automatic[event] : asked;
	if (event === "pull_request_target" && command !== "lint") reader.wrong("command", `${asked} is not allowed on pull_request_target: code from a fork would run with access to your secrets. Use \`on: pull_request\``);
	else if (command === void 0) reader.wrong("command", `auto works on the events ${Object.keys(automatic).join(", ")} only, not ${shown(event)}: set command to one of ${commands.join(", ")}`);
	return command;
}
/** Inputs of the commands that log in to the server; undefined, with the problems noted, if a part is missing. */
function readServer(reader, directory, readConfig) {
	const app = readApp(reader, resolve(directory, reader.text("config") || "flask-deploy.yml"), readConfig);
	const hosts = [app?.deploy.host ?? reader.text("host")].flat().filter(Boolean);
	const [host = "SERVER"] = hosts;
	if (hosts.length === 0) reader.wrong("host", "is missing: pass `host: ${{ vars.HOST }}`, or set deploy.host in flask-deploy.yml");
	if (hosts.length > 1) reader.wrong("host", `must be one server, but flask-deploy.yml names ${hosts.length}: run one job per server with a matrix`);
	const { user = "", port = 22 } = app?.deploy ?? {};
	const key = reader.good("ssh-key", readKey(reader.text("ssh-key")));
	const knownHosts = reader.good("known-hosts", readKnownHosts(reader.text("known-hosts"), host, port));
	const given = reader.text("env") === "" ? { env: void 0 } : reader.good("env", readEnv(reader.text("env")));
	const force = reader.yes("force", false);
	const release = reader.text("release");
	if (release && !isReleaseId(release)) reader.wrong("release", `must read like 20261121T031500Z-1a2b3c4, not ${shown(release)}`);
	const hooks = reader.yes("hooks", false);
	const environment = reader.text("environment") || "production";
	const consoleInputs = readConsoleInputs(reader, Date.now() / 1e3);
	if (!app || !key || !knownHosts || !given || !consoleInputs) return void 0;
	return {
		app,
		access: {
			host,
			user,
			port,
			sshKey: key.key,
			...knownHosts
		},
		env: given.env,
		force,
		environment,
		release,
		hooks,
		consoleInputs
	};
}
function readApp(reader, path, readConfig) {
	const { given, problems } = readOverrides(Object.fromEntries(overrideNames.map((name) => [name, reader.text(name)])));
	for (const { name, message } of problems) reader.wrong(name, `${message}, not ${shown(reader.text(name))}`);
	return readGood(reader, () => overridden(readConfig(path), given));
}
function readGood(reader, read) {
	try {
		return read();
	} catch (error) {
		reader.problems.push(error.message);
		return;
	}
}
// action/engine/targets/local/find.ts
/** Where a program of that name is; undefined when PATH and the other folders lack it. */
function findProgram(name, env, ...folders) {
	return [...(env.PATH ?? "").split(delimiter), ...folders].filter((folder) => folder !== "").map((folder) => join(folder, name)).find((path) => {
		try {
			accessSync(path, constants.X_OK);
			return statSync(path).isFile();
		} catch {
			return false;
		}
	});
}
// action/inputs/programs.ts
/** Package of a program on Debian, Alpine and Fedora. */
const packages = {
	ssh: {
		debian: "openssh-client",
		alpine: "openssh-client",
		fedora: "openssh-clients"
	},
	git: {
		debian: "git",
		alpine: "git",
		fedora: "git"
	}
};
const installs = {
	debian: "apt-get update && apt-get install -y",
	alpine: "apk add --no-cache",
	fedora: "dnf install -y"
};
/** Programs that each command needs. A container often has neither, GitHub's own images have both. */
const needs = (command) => command === "lint" ? [] : command === "deploy" ? ["ssh", "git"] : ["ssh"];
/**
* The programs that this machine is missing for a command, as one sentence with the step to add; undefined if none is
* missing.
*
* @param system the text of /etc/os-release
*/
function lackingPrograms(command, path, system) {
	const lacking = needs(command).filter((name) => !findProgram(name, { PATH: path }));
	if (lacking.length === 0) return void 0;
	const said = (system.match(/^ID(?:_LIKE)?=.*$/gm) ?? []).join(" ");
	const family = /alpine/.test(said) ? "alpine" : /fedora|rhel|centos/.test(said) ? "fedora" : "debian";
	const named = lacking.map((name) => packages[name][family]).join(" ");
	return `this runner has no ${lacking.join(" and no ")}: add a step before this one with \`run: ${installs[family]} ${named}\``;
}
/** Content of /etc/os-release; "" if there is none, as on macOS. */
function osRelease() {
	try {
		return readFileSync("/etc/os-release", "utf8");
	} catch {
		return "";
	}
}
// action/report/inputs.ts
/** The report of a step whose inputs or flask-deploy.yml are invalid: nothing was done. */
function inputReport({ problems }) {
	const lines = problems.flatMap((problem) => problem.split("\n"));
	return {
		failure: lines.length === 1 ? lines[0] : `${lines.length} problems:\n${lines.map((l) => `- ${l}`).join("\n")}`,
		outputs: { status: "failed" },
		annotations: lines.flatMap(placed),
		summary: `### ❌ Invalid inputs: nothing was done\n\n${lines.map((line) => `- ${inline(line)}`).join("\n")}\n`
	};
}
/** A problem in flask-deploy.yml has its position: `shop/flask-deploy.yml:3:5: port must be …`. */
function placed(line) {
	const at = /^([^\s:]+):(\d+):(\d+): (.+)$/.exec(line);
	if (!at) return [];
	const [, file = "", row, column, message = ""] = at;
	return [{
		level: "error",
		file,
		startLine: Number(row),
		startColumn: Number(column),
		message
	}];
}
// action/report/report.ts
const say = {
	error,
	warning,
	notice
};
/** GitHub's limit for a summary is 1 MiB a step. */
const SUMMARY_LIMIT = 1044480;
/** Passes a report to the runner. A runner without summaries or outputs (an old or unofficial one) gives a warning. */
async function publish(report, secrets) {
	for (const { level, message, title, ...place } of report.annotations) say[level](secrets.hide(message), {
		...place,
		...title && { title: secrets.hide(title) }
	});
	for (const [name, value] of Object.entries(report.outputs)) setOutput(name, secrets.hide(value));
	const whole = secrets.hide(report.summary);
	const text = Buffer.byteLength(whole) <= SUMMARY_LIMIT ? whole : `${whole.slice(0, whole.indexOf("\n\n"))}\n\nThe rest is too long for a summary: see the log.`;
	await summary.addRaw(text, true).write().catch((error) => warning(`The job summary could not be written: ${error.message}`));
	if (report.failure !== void 0) setFailed(secrets.hide(report.failure));
}
// action/runner/cancellation.ts
/**
* Aborted when the job is cancelled (the runner sends SIGINT, 7.5 seconds later SIGTERM, then kills) or when the
* command's timeout expires. Logs which of them.
*/
function cancellation(from, seconds, say) {
	const controller = new AbortController();
	const stop = (why) => () => {
		if (!controller.signal.aborted) say(`${why}: stopping. A deploy that has not switched yet is undone.`);
		controller.abort();
	};
	from.once("SIGINT", stop("The job was cancelled"));
	from.once("SIGTERM", stop("The job was cancelled"));
	setTimeout(stop(`The timeout of ${seconds} s has expired`), seconds * 1e3).unref();
	return controller.signal;
}
// action/runner/git.ts
/** In a partial clone, git would fetch missing objects, however long that takes; GitHub's API needs one request. */
const local = { GIT_NO_LAZY_FETCH: "1" };
const gitBy = (exec, env) => async (directory, args) => {
	const options = {
		env: {
			...env,
			...local
		},
		silent: true,
		ignoreReturnCode: true
	};
	const done = await exec("git", [
		"-C",
		directory,
		...args
	], options).catch(() => void 0);
	return done?.exitCode === 0 ? done.stdout : void 0;
};
// action/run.ts
/** The whole Action: inputs → command → report. */
async function run() {
	const runner = readRunner(process.env, process.platform, {
		temp: tmpdir(),
		home: homedir()
	});
	const secrets = keepSecret(secretInputs(getInput), setSecret);
	await publish(await attempt(runner, secrets, groupLog({
		info,
		startGroup,
		endGroup
	}, secrets)).catch((error) => {
		if (error instanceof InputError) return inputReport(error);
		if (error instanceof AppError) return inputReport(new InputError([error.message]));
		throw error;
	}), secrets);
}
async function attempt(runner, secrets, log) {
	const inputs = readInputs(getInput, runner, (path) => readConfig(path, runner.workspace));
	const lacking = lackingPrograms(inputs.command, process.env.PATH ?? "", osRelease());
	if (lacking) throw new InputError([lacking]);
	const signal = cancellation(process, inputs.timeoutSeconds, log.line);
	const env = withoutInputs();
	const git = gitBy(getExecOutput, env);
	return perform(inputs, {
		runner,
		secrets,
		log,
		run: runProcess,
		git,
		signal,
		env,
		remember: saveState
	});
}
/** Each command, and the way in to a server, is a chunk of its own, so that a deploy does not load what only others need. */
async function perform(inputs, job) {
	if (inputs.command === "lint") {
		info("Lint");
		info(`::add-matcher::${join(import.meta.dirname, "../action/runner/problem-matcher.json")}`);
		return (await import("./lint.js")).lintCommand(inputs, job);
	}
	const { command, app, access, consoleInputs } = inputs;
	const onServer = (await import("./server-access.js")).withServer(inputs, job);
	const site = `${app.name} on ${access.host}`;
	switch (command) {
		case "deploy":
			info(`Deploy ${app.name} to ${access.host}`);
			return (await import("./deploy.js")).deployCommand(inputs, onServer);
		case "rollback":
			info(`Roll back ${site}`);
			return (await import("./rollback.js")).rollbackCommand(inputs, onServer);
		case "status":
			info(`Status of ${site}`);
			return (await import("./status.js")).statusCommand(inputs, onServer);
		case "logs":
			info(`Logs of ${site}`);
			return (await import("./logs.js")).logsCommand(inputs, onServer);
		case "doctor":
			info(`Doctor of ${site}`);
			return (await import("./doctor.js")).doctorCommand(inputs, onServer);
		case "maintenance":
			info(`Maintenance of ${site}: ${consoleInputs.maintenance}`);
			return (await import("./maintenance.js")).maintenanceCommand(inputs, onServer);
	}
}
/**
* Removes the inputs from the environment, and the variables that only actions get, so that neither ssh nor a build
* hook inherits the key or the runner's own tokens. In a container the checkout belongs to another user than the
* step's, and git refuses to read it without `safe.directory`.
*/
function withoutInputs() {
	for (const name of Object.keys(process.env)) if (/^(INPUT|STATE|ACTIONS)_/.test(name)) delete process.env[name];
	if (process.env.GIT_CONFIG_COUNT === void 0) Object.assign(process.env, {
		GIT_CONFIG_COUNT: "1",
		GIT_CONFIG_KEY_0: "safe.directory",
		GIT_CONFIG_VALUE_0: "*"
	});
	return { ...process.env };
}
// action/main.ts
try {
	await run();
} catch (error) {
	setFailed(error instanceof Error ? error : String(error));
}
export {};
