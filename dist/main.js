import { A as safeParse, G as setOutput, H as notice, J as warning, K as setSecret, L as endGroup, R as error, U as saveState, V as info, W as setFailed, X as summary, Y as getExecOutput, f as getDotPath, q as startGroup, z as getInput } from "./packages.js";
import { $t as runProcess, At as groupLog, Gt as levels, Ht as spellOut, Jt as readEnv, Lt as knownHostsName, Ot as keepSecret, Pt as inline, Vt as maintenanceWants, Xt as readConfig, Yt as isReleaseId, en as AppError, kt as readRunner, nn as camelCase, qt as readKey, rn as deploySettings } from "./shared.js";
import { homedir, tmpdir } from "node:os";
import { delimiter, join, resolve } from "node:path";
import { accessSync, constants, readFileSync } from "node:fs";
// action/inputs/input-reader.ts
/** All that is wrong with the inputs, each line beginning with the input's name. */
var InputError = class extends Error {
	name = "InputError";
	problems;
	constructor(problems) {
		super(problems.join("\n"));
		this.problems = problems;
	}
};
/** Reads single inputs and gathers what is wrong with them, so that all of it can be said at once. */
var InputReader = class {
	problems = [];
	/** The text of an input, trimmed; "" when it is not given. */
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
	/** The one way in which a boolean is written. */
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
	/** Keeps what was read well; else notes the problem. */
	good(name, read) {
		if (!("problem" in read)) return read;
		this.wrong(name, read.problem);
	}
	/** @throws InputError when anything was wrong so far */
	finish() {
		if (this.problems.length > 0) throw new InputError(this.problems);
	}
};
/** A wrong value in a message: short, on one line. */
const shown = (value) => JSON.stringify((value.length > 60 ? `${value.slice(0, 60)}…` : value).replace(/\s+/g, " "));
// action/engine/app/overrides.ts
/** By the name that input and flag have alike. */
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
		help: "status that it must answer"
	},
	"smoke-contains": {
		path: ["smoke", "contains"],
		kind: "text",
		value: "TEXT",
		help: "text that the answer must contain"
	},
	"keep-releases": {
		path: ["keep_releases"],
		kind: "integer",
		value: "N",
		help: "successful releases to keep on the server"
	}
};
const overrideNames = Object.keys(overrides);
/** @param texts as typed; what is absent or "" is not given */
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
/** flask-deploy.yml with what was said instead. */
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
// action/engine/console/logs/since.ts
const spans = {
	s: 1,
	m: 60,
	h: 3600,
	d: 86400,
	w: 604800
};
/** Seconds since 1970 of "90s", "10m", "1h", "2d" before `now`, or of an ISO 8601 time; undefined when it is neither. */
function sinceOf(text, now) {
	const [, count, unit] = /^(\d{1,6})([smhdw])$/.exec(text) ?? [];
	if (unit) return Math.max(0, Math.floor(now - Number(count) * spans[unit]));
	const at = /^\d{4}-\d\d-\d\d/.test(text) ? Date.parse(text) : NaN;
	return Number.isNaN(at) ? void 0 : Math.floor(at / 1e3);
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
// action/engine/console/maintenance/options.ts
const maintenanceOptions = { allow: {
	name: "allow",
	kind: "text",
	value: "ADDRESS",
	many: true,
	help: "address or CIDR block that still gets the site (repeatable); each `on` replaces the list"
} };
// action/inputs/console.ts
/**
* @param now seconds since 1970
* @returns undefined, with the problems noted, when something is wrong
*/
function readConsoleInputs(reading, now) {
	const maintenance = reading.choice("maintenance", maintenanceWants, "status");
	const allow = reading.option(maintenanceOptions.allow).split(/[\s,]+/).filter(Boolean);
	const list = reading.good("allow", asProblem(spellOut(allow)));
	const log = {
		lines: reading.option(logOptions.lines),
		since: sinceOf(reading.option(logOptions.since), now) ?? 0,
		grep: reading.option(logOptions.grep),
		nginx: reading.option(logOptions.nginx)
	};
	return list && {
		maintenance,
		allow,
		log
	};
}
const asProblem = (list) => "problems" in list ? { problem: `must list addresses or small blocks: ${list.problems.join("; ")}` } : list;
// action/inputs/known-hosts.ts
const how = "On the server's own console run `cat /etc/ssh/ssh_host_ed25519_key.pub`, store what it prints as the secret or variable KNOWN_HOSTS, and pass `known-hosts: ${{ secrets.KNOWN_HOSTS }}` (or vars.KNOWN_HOSTS). `create-flask-deploy setup` prints the line as well.";
const keyType = /^(ssh-(ed25519|rsa|dss)|ecdsa-sha2-nistp\d+|sk-(ssh-ed25519|ecdsa-sha2-nistp256)@openssh\.com)$/;
const base64 = /^AAAA[A-Za-z0-9+/]+={0,3}$/;
/**
* Reads pinned host keys as people paste them: lines of a known_hosts file, or bare public keys as the server keeps
* them, which are then pinned for this host. Nothing is ever fetched from the server that is to be checked.
*/
function readKnownHosts(text, host, port) {
	const lines = text.replace(/^\uFEFF/, "").split(/\r\n|\r|\n/).map((line) => line.trim()).filter((line) => line !== "" && !line.startsWith("#"));
	if (lines.length === 0) return { problem: `is empty, so nothing tells the real server from another one that answers. ${how}` };
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
		else return { problem: `is no host key in line ${index + 1}. ${how}` };
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
/** What `auto` means, by the name of the event. */
const automatic = {
	push: "deploy",
	workflow_dispatch: "deploy",
	pull_request: "lint",
	merge_group: "lint"
};
/**
* Reads all inputs; nothing else does.
* @param get the text of an input, trimmed, "" when it is not given
* @param readConfig reads the flask-deploy.yml at an absolute path; it throws when that is missing or wrong
* @throws InputError that names every problem
*/
function readInputs(get, runner, readConfig) {
	const reading = new InputReader(get);
	const command = readCommand(reading, runner.event);
	if (runner.windows && command !== void 0 && command !== "lint") throw new InputError([`on Windows the Action only lints, and this job would ${command}: write \`runs-on: ubuntu-latest\` in it`]);
	const common = {
		directory: resolve(runner.workspace, get("working-directory")),
		lintLevel: reading.choice("lint-level", levels, "error"),
		timeoutSeconds: reading.whole("timeout", 1, 86400, 900),
		dryRun: reading.yes("dry-run", false),
		githubToken: get("github-token")
	};
	if (command === "lint") {
		reading.finish();
		return {
			command,
			...common
		};
	}
	const server = command && readServer(reading, common.directory, readConfig);
	reading.finish();
	if (!command || !server) throw new InputError([]);
	return {
		command,
		...common,
		...server
	};
}
/**
* What must not be seen of the inputs, right or wrong: asked before anything else, so that even the error about a
* broken key or environment shows nothing of it.
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
function readCommand(reading, event) {
	const asked = reading.choice("command", ["auto", ...commands], "auto");
	const command = asked === "auto" ? automatic[event] : asked;
	if (event === "pull_request_target" && command !== "lint") reading.wrong("command", `${asked} is refused on pull_request_target: a stranger's code would run beside your secrets. Use \`on: pull_request\``);
	else if (command === void 0) reading.wrong("command", `auto works on the events ${Object.keys(automatic).join(", ")} only, not ${shown(event)}: set command to one of ${commands.join(", ")}`);
	return command;
}
/** What the commands need that log in to the server; undefined, with the problems noted, when a part is missing. */
function readServer(reading, directory, readConfig) {
	const app = readApp(reading, resolve(directory, reading.text("config") || "flask-deploy.yml"), readConfig);
	const hosts = [app?.deploy.host ?? reading.text("host")].flat().filter(Boolean);
	const [host = "SERVER"] = hosts;
	if (hosts.length === 0) reading.wrong("host", "is missing: pass `host: ${{ vars.HOST }}`, or set deploy.host in flask-deploy.yml");
	if (hosts.length > 1) reading.wrong("host", `must be one server, and flask-deploy.yml names ${hosts.length}: give each a job of a matrix`);
	const { user = "", port = 22 } = app?.deploy ?? {};
	const key = reading.good("ssh-key", readKey(reading.text("ssh-key")));
	const pins = reading.good("known-hosts", readKnownHosts(reading.text("known-hosts"), host, port));
	const given = reading.text("env") === "" ? { env: void 0 } : reading.good("env", readEnv(reading.text("env")));
	const force = reading.yes("force", false);
	const release = reading.text("release");
	if (release && !isReleaseId(release)) reading.wrong("release", `must read like 20261121T031500Z-1a2b3c4, not ${shown(release)}`);
	const hooks = reading.yes("hooks", false);
	const environment = reading.text("environment") || "production";
	const question = readConsoleInputs(reading, Date.now() / 1e3);
	if (!app || !key || !pins || !given || !question) return void 0;
	return {
		app,
		access: {
			host,
			user,
			port,
			sshKey: key.key,
			...pins
		},
		env: given.env,
		force,
		environment,
		release,
		hooks,
		question
	};
}
function readApp(reading, path, readConfig) {
	const { given, problems } = readOverrides(Object.fromEntries(overrideNames.map((name) => [name, reading.text(name)])));
	for (const { name, message } of problems) reading.wrong(name, `${message}, not ${shown(reading.text(name))}`);
	try {
		return overridden(readConfig(path), given);
	} catch (error) {
		reading.problems.push(error.message);
		return;
	}
}
// action/inputs/programs.ts
/** Debian's package of a program, and what the other families of systems call it. */
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
/** What each command cannot do without. A container often has neither, GitHub's own images have both. */
const needs = (command) => command === "lint" ? [] : command === "deploy" ? ["ssh", "git"] : ["ssh"];
/**
* What this machine lacks for a command, as one sentence with the step to add; undefined when it lacks nothing.
*
* @param system the text of /etc/os-release
*/
function lackingPrograms(command, path, system) {
	const lacking = needs(command).filter((name) => !path.split(delimiter).some((folder) => isProgram(join(folder, name))));
	if (lacking.length === 0) return void 0;
	const said = (system.match(/^ID(?:_LIKE)?=.*$/gm) ?? []).join(" ");
	const family = /alpine/.test(said) ? "alpine" : /fedora|rhel|centos/.test(said) ? "fedora" : "debian";
	const named = lacking.map((name) => packages[name][family]).join(" ");
	return `this runner has no ${lacking.join(" and no ")}: add a step before this one with \`run: ${installs[family]} ${named}\``;
}
function isProgram(path) {
	try {
		accessSync(path, constants.X_OK);
		return true;
	} catch {
		return false;
	}
}
/** What the system says it is; "" where it says nothing, as on macOS. */
function osRelease() {
	try {
		return readFileSync("/etc/os-release", "utf8");
	} catch {
		return "";
	}
}
// action/report/inputs.ts
/** The report of a step whose inputs, or whose flask-deploy.yml, are wrong: nothing was done. */
function inputReport({ problems }) {
	const lines = problems.flatMap((problem) => problem.split("\n"));
	return {
		failure: lines.length === 1 ? lines[0] : `${lines.length} things are wrong:\n${lines.map((l) => `- ${l}`).join("\n")}`,
		outputs: { status: "failed" },
		annotations: lines.flatMap(placed),
		summary: `### ❌ Invalid inputs: nothing was done\n\n${lines.map((line) => `- ${inline(line)}`).join("\n")}\n`
	};
}
/** A problem of flask-deploy.yml knows its line: `shop/flask-deploy.yml:3:5: port must be …`. */
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
/** GitHub takes a summary of 1 MiB from a step. */
const SUMMARY_LIMIT = 1044480;
/** Hands a report to the runner. A runner that takes no summary or no outputs (old, or self-made) gets a warning. */
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
* command has taken too long. Says which.
*/
function cancellation(from, seconds, say) {
	const controller = new AbortController();
	const stop = (why) => () => {
		if (!controller.signal.aborted) say(`${why}: stopping. A deploy that has not switched yet is undone.`);
		controller.abort();
	};
	from.once("SIGINT", stop("The job was cancelled"));
	from.once("SIGTERM", stop("The job was cancelled"));
	setTimeout(stop(`The timeout of ${seconds} s is over`), seconds * 1e3).unref();
	return controller.signal;
}
// action/runner/git.ts
/** In a partial clone git would fetch what is missing, however long that takes; GitHub's API has the same in one request. */
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
/** Each command is a chunk of its own, so that a deploy does not load what only others need. */
async function perform(inputs, job) {
	switch (inputs.command) {
		case "lint":
			info("Lint");
			info(`::add-matcher::${join(import.meta.dirname, "../action/runner/problem-matcher.json")}`);
			return (await import("./lint.js")).lintCommand(inputs, job);
		case "deploy":
			info(`Deploy ${inputs.app.name} to ${inputs.access.host}`);
			return (await import("./deploy.js")).deployCommand(inputs, job);
		case "rollback":
			info(`Roll back ${inputs.app.name} on ${inputs.access.host}`);
			return (await import("./rollback.js")).rollbackCommand(inputs, job);
		case "status":
			info(`Status of ${inputs.app.name} on ${inputs.access.host}`);
			return (await import("./status.js")).statusCommand(inputs, job);
		case "logs":
			info(`Logs of ${inputs.app.name} on ${inputs.access.host}`);
			return (await import("./logs.js")).logsCommand(inputs, job);
		case "doctor":
			info(`Doctor of ${inputs.app.name} on ${inputs.access.host}`);
			return (await import("./doctor.js")).doctorCommand(inputs, job);
		case "maintenance":
			info(`Maintenance of ${inputs.app.name} on ${inputs.access.host}: ${inputs.question.maintenance}`);
			return (await import("./maintenance.js")).maintenanceCommand(inputs, job);
	}
}
/**
* Takes what the Action was told out of the environment, and with it what only actions get, so that neither ssh nor a
* build hook inherits the key or the runner's own tokens. In a container the checkout belongs to another user than the
* step's, and git refuses to read it unless it is told to.
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
