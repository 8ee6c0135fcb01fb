import { f as readNginx, h as Fault, l as driverSettings, m as listFiles, p as fingerprint, r as serverTarget, t as wayIn, u as envFile } from "./way-in.js";
import { t as deployReport } from "./deploy-report.js";
import { join, relative } from "node:path";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createHash } from "node:crypto";
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
// action/deploy/outside.ts
const reasons = {
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
		if (answer.status === 503 && want.status !== 503 && answer.headers.has("retry-after")) return {
			keep: true,
			warning: `${where} is in maintenance: visitors get 503 until \`maintenance off\``
		};
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
// action/deploy/result.ts
/** Collects what happens during a run, here and on the server, and makes the result of it. */
var Report = class {
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
	const why = `${lock.from} names a package without a wheel for Python ${minor} on ${python.machine}: ${missing(done.said)}`;
	const { name, isAlike } = await pythonNearest(build, minor);
	build.onLine(`${why}; building it with ${name}`);
	const built = await pip(build, [
		"wheel",
		"-q",
		...given,
		"-w",
		into
	], [
		name,
		"-m",
		"pip"
	]);
	const advice = `Pin a version that has one, or deploy from a machine with Python ${minor} and a C library no newer than the server's.`;
	if (built.code !== 0) {
		if (/No matching distribution|Could not find a version/.test(built.said)) throw new Fault("app", "build", why, advice);
		throw failed(lock, built.said);
	}
	const foreign = readdirSync(into).filter((wheel) => !wheel.endsWith("-none-any.whl"));
	if (foreign.length > 0 && !isAlike) {
		const message = `${why}. What this machine builds (${foreign.join(", ")}) would not run there`;
		throw new Fault("app", "build", message, advice);
	}
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
const describe = "import os,sys;print('%d.%d'%sys.version_info[:2],os.uname().machine,(os.confstr('CS_GNU_LIBC_VERSION') or '').replace('glibc ',''))";
/** The Python of this machine that is most like the server's; alike when its extension modules run there. */
async function pythonNearest({ python, run, env }, minor) {
	for (const name of [`python${minor}`, "python3"]) {
		const [version, machine, libc = ""] = (await run([
			name,
			"-I",
			"-c",
			describe
		], { env }).catch(() => void 0))?.stdout.trim().split(" ") ?? [];
		const older = Number(libc.split(".")[1]) <= Number(python.libc.split(".")[1]);
		if (version === minor) return {
			name,
			isAlike: machine === python.machine && older
		};
	}
	return {
		name: "python3",
		isAlike: false
	};
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
const missing = (said) => /No matching distribution found for (\S+)/.exec(said)?.[1] ?? said.trim().split("\n").slice(-2).join(" ");
function failed(lock, said) {
	const last = said.trim().split("\n").slice(-8).join("\n");
	if (/hashes? (are|do|does) not match|THESE PACKAGES DO NOT MATCH|hash mismatch/i.test(said)) return new Fault("app", "build", `a package is not what ${lock.from} says by its hash:\n${last}`, "Compile the lock anew.");
	const net = /Temporary failure|ConnectionError|Read timed out|Max retries|Network is unreachable/i.test(said);
	return new Fault(net ? "infrastructure" : "app", "build", `the packages of ${lock.from} could not be fetched:\n${last}`);
}
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
		const settings = driverSettings(app, readNginx(root), request.probeSeconds);
		const target = serverTarget(login, app.name, effects, report);
		const looked = await report.step("connect", () => look(target, {
			...common(request),
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
			...common(request),
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
const common = ({ runUrl, by, lockSeconds = 600, hold }) => ({
	run: runUrl,
	by,
	lockSeconds,
	hold
});
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
			if (verdict.keep && verdict.warning) report.warn(verdict.warning);
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
// action/commits.ts
/** More are a list that nobody reads; GitHub's comparison shows them. */
const MOST = 30;
/**
* The commits after one release up to another commit, newest first; undefined when the checkout does not reach back so
* far, as with actions/checkout's default depth.
*/
async function commitsBetween(run, directory, before, commit) {
	if (!/^[0-9a-f]{7,40}$/.test(before) || !/^[0-9a-f]{7,40}$/.test(commit)) return void 0;
	const { code, stdout } = await run([
		"git",
		"-C",
		directory,
		"log",
		"-z",
		`-n${MOST}`,
		"--format=%H%n%an%n%s",
		`${before}..${commit}`,
		"--",
		"."
	], { timeoutMs: 5e3 });
	if (code !== 0) return void 0;
	return stdout.split("\0").filter(Boolean).map((entry) => {
		const [hash = "", author = "", ...subject] = entry.split("\n");
		return {
			hash,
			author,
			subject: subject.join(" ")
		};
	});
}
// action/commands/server.ts
/** What a deploy and a rollback need alike: the way in, the effects, and the report of what came of it. */
async function onServer(command, inputs, job, act) {
	const { app, directory } = inputs;
	const { runner, log } = job;
	const { request, effects } = wayIn(inputs, job);
	const following = followed(inputs, job, `${app.name} to ${inputs.access.host}`);
	if (command === "deploy") following.then((follower) => follower?.begin(runner.sha));
	const result = await act(request.login, effects);
	const { cause, previousRelease, commit } = result;
	if (cause) {
		for (const line of [cause.traceback, ...cause.journal]) if (line) log.line(line);
	}
	await (await following)?.end(result, commit || (result.release.split("-")[1] ?? ""));
	const before = previousRelease.split("-")[1] ?? "";
	return deployReport(result, {
		command,
		app: app.name,
		dryRun: inputs.dryRun,
		actor: runner.actor,
		repositoryUrl: runner.repository ? `${runner.serverUrl}/${runner.repository}` : "",
		folder: relative(runner.workspace, directory),
		changes: before && commit ? await commitsBetween(job.run, directory, before, commit) : void 0,
		exists: (file) => existsSync(join(directory, file))
	});
}
/** Loaded while the deploy is under way already, and only where there is something to follow it with. */
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
export { deploy as n, rollback as r, onServer as t };
