import { A as variant, E as string, S as record, _ as number, b as picklist, g as nullable, n as boolean, o as getDotPath, t as array, u as literal, v as object, w as safeParse } from "./valibot.js";
import { t as runProcess } from "./run.js";
import { t as readPlainFile } from "./plain-file.js";
import { n as storeCredentials } from "./credentials.js";
import { M as Source, c as walk, j as placeNamed, l as parseNginx, r as children } from "./tree.js";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createHash } from "node:crypto";
import { createReadStream, existsSync, lstatSync, readFileSync, readdirSync, readlinkSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { lookup } from "node:dns/promises";
import { deflateSync } from "node:zlib";
import { PassThrough } from "node:stream";
// action/engine/deploy/deploy-error.ts
const causeKinds = [
	"app",
	"infrastructure",
	"usage",
	"setup",
	"locked",
	"cancelled"
];
/** A step failed on this side for a reason that a person can act on. */
var DeployError = class extends Error {
	name = "DeployError";
	kind;
	step;
	/** What to do about it. */
	next;
	/** What the connection died of, where it did. */
	ssh;
	constructor(kind, step, message, next = "", ssh) {
		super(message);
		this.kind = kind;
		this.step = step;
		this.next = next;
		this.ssh = ssh;
	}
};
// action/engine/deploy/files.ts
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
/** Names a set of files and a lock: equal fingerprints are equal releases. */
function fingerprint(files, lock) {
	return createHash("sha256").update(JSON.stringify([files, lock])).digest("hex").slice(0, 40);
}
/** Where a listed path is on this machine, as bytes. */
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
/** A path as git prints it with `core.quotePath`: ASCII with C escapes, which no newline or odd byte survives unseen. */
function unquote(name) {
	if (!name.startsWith("\"")) return name;
	return name.slice(1, -1).replace(/\\([0-7]{3}|.)/g, (_, what) => what.length === 3 ? String.fromCharCode(Number.parseInt(what, 8)) : escapes[what] ?? what);
}
function lstat(root, path) {
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
	if (!there.isFile()) throw new DeployError("usage", "files", `${Buffer.from(path, "latin1").toString()} is neither a file nor a link`, "Take it out of `include:`.");
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
// action/engine/process/quote.ts
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
// action/engine/targets/server/setup/layout.ts
const units = "/etc/systemd/system";
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
	current: `${units}/${name}-current.service`,
	/** What of a unit is otherwise on this server. */
	socketOverride: `${units}/${name}@.socket.d/server.conf`,
	proxyOverride: `${units}/${name}-proxy.service.d/server.conf`,
	fullSite: "/etc/nginx/nginx.conf",
	available: `/etc/nginx/sites-available/${name}.conf`,
	enabled: `/etc/nginx/sites-enabled/${name}.conf`,
	confd: `/etc/nginx/conf.d/${name}.conf`,
	debianDefault: "/etc/nginx/sites-enabled/default",
	supervisor: `/usr/local/lib/flask-deploy/${name}.supervisor.conf`
});
/**
* Every folder, each before those in it. Three parties are not trusted: the app, whoever holds the deploy key, and other
* apps. Nobody acts by name in a folder that somebody less trusted may write, so each is written by one party alone.
*
* @param login the account that deploys
*/
function folders({ name, processManager }, login) {
	const { base, approved, run } = paths(name);
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
		of(`${base}/assets`, "2751", login, name, "nginx serves static files of former releases"),
		of(`${base}/deploys`, "2700", login, name, "journal and lock, which the app cannot hold"),
		of(`${base}/maintenance`, "2755", login, name, "nginx looks here at each request"),
		of(`${base}/shared`, "755", "root", "root", "only the folders in it are the app's to write"),
		...processManager === "emperor" ? [of(`${base}/vassals`, "755", "root", "root", "what is in it, the emperor runs")] : [],
		of(run, "755", "root", "root", "systemd's sockets and current.sock: no release can touch another's"),
		...processManager === "systemd" ? [] : [of(`${run}/app`, "700", name, name, "the app server's own sockets, behind systemd's")]
	];
}
/** Services that run all the time, by what has to be there for them. */
function services({ name, processManager, socket }) {
	return [
		"nginx.service",
		...processManager === "supervisor" ? ["supervisor.service"] : [],
		`${name}-current.service`,
		...processManager === "emperor" ? [`${name}-emperor.service`] : [],
		...socket === "tcp" ? [`${name}.socket`] : []
	];
}
/** Path in the repository → path in /etc, for all that the process manager reads; the site is apart. */
function targets({ name, processManager, socket }) {
	const unit = (file) => [`deploy/${file}`, `${units}/${file}`];
	const manager = {
		systemd: [unit(`${name}@.service`)],
		supervisor: [["deploy/supervisor.conf", paths(name).supervisor], unit(`${name}-front@.service`)],
		emperor: [unit(`${name}-emperor.service`), unit(`${name}-front@.service`)]
	};
	return [
		unit(`${name}@.socket`),
		...manager[processManager],
		...socket === "tcp" ? [unit(`${name}.socket`), unit(`${name}-proxy.service`)] : []
	];
}
/** Files of the repository without which there is nothing to set up. */
const neededFiles = (app) => ["deploy/nginx.conf", ...targets(app).map(([source]) => source)];
// action/engine/deploy/served.ts
/**
* What nginx serves from disk below a folder: paths seen from there, of files, and of folders with all that is in them.
* Everything that its configuration names by `alias` or `root`; of a `root` whose `try_files` names files, only those.
*
* @param folder absolute, without a slash at its end
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
* Which URLs lead to which folders below a folder: ["/static/", "app/static/"] of prefix locations with an `alias` or a
* `root` of their own.
*
* @param folder absolute, without a slash at its end
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
/** The files that a `root` leads to where `try_files` beside it names them; "" for whatever is asked for. */
function namedFiles({ name, parent }) {
	const [tried] = children(parent, "try_files");
	if (name.text === "alias" || !tried) return [""];
	const files = tried.args.slice(0, -1).map(({ text }) => text.replace(/^\/+/, ""));
	return files.some((file) => file === "" || file.includes("$")) ? [""] : files;
}
// action/engine/targets/server/driver-settings.ts
/** @param probeSeconds what the prober's time is at least */
function driverSettings(app, nginxConfig, probeSeconds = 0) {
	const { deploy } = app;
	const { release, beforeSwitch, afterSwitch } = deploy.hooks;
	return {
		protocol: app.server === "uwsgi" ? "uwsgi" : "http",
		site: {
			host: app.domain === "_" ? "localhost" : app.domain,
			port: listenPort(nginxConfig)
		},
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
		shared: deploy.shared.map(bytesOfPath),
		web: served(nginxConfig, `/srv/${app.name}/shared`).map(bytesOfPath),
		public: served(nginxConfig, `/srv/${app.name}/current`).map(bytesOfPath),
		statics: servedAt(nginxConfig, `/srv/${app.name}/current`).map(([url, folder]) => [url, bytesOfPath(folder)]),
		files: targets(app),
		prober: {
			...deploy.prober,
			seconds: Math.max(deploy.prober.seconds, probeSeconds)
		}
	};
}
const bytesOfPath = (path) => Buffer.from(path).toString("latin1");
/** The first plain-HTTP port that the site listens on. */
function listenPort(nginxConfig) {
	for (const [, address = "", more = ""] of nginxConfig.matchAll(/^\s*listen\s+(?:\S*:(?=\d+))?(\d+)([^;]*);/gm)) if (!/\bssl\b|\bquic\b/.test(more)) return Number(address);
	return 80;
}
/** The site's nginx file of a repository; "" when it has none. */
function readNginx(root) {
	const path = join(root, "deploy/nginx.conf");
	return existsSync(path) ? readPlainFile(path) : "";
}
// action/engine/targets/server/driver.ts
/** What may run on the server, by module name. */
const texts = {
	channel: "\"\"\"What comes from the deployer and goes to it: bytes in on stdin, one JSON event a line on stdout.\n\nA deployer that is killed closes stdin; one whose network is cut just falls silent, so it sends a beat every\nsecond and SILENCE without one counts as gone. Either way the main thread hears of it at its next wait.\n\"\"\"\nfrom __future__ import annotations\n\nimport collections\nimport json\nimport os\nimport select\nimport signal\nimport subprocess\nimport threading\nimport time\n\nTYPE_CHECKING = False\nif TYPE_CHECKING:\n    from typing import IO, Callable, Iterator, Mapping, Sequence\n    from messages import Ended, Message, Say\n\nSILENCE = 15.0\nROOM = 8 << 20  # bytes read ahead of whoever consumes them\nPATIENCE = 10  # seconds\nKEPT = 1 << 18  # bytes of what a program said\n\n\nclass Cancelled(Exception):\n    pass\n\n\nclass Failed(Exception):\n    \"\"\"A step failed for a reason that a person can act on.\"\"\"\n\n    def __init__(self, kind: str, message: str, next: str = \"\") -> None:\n        Exception.__init__(self, message)\n        self.kind, self.message, self.next = kind, message, next\n\n\nclass Channel:\n    def __init__(self) -> None:\n        self.chunks: collections.deque[bytes] = collections.deque()\n        self.held = 0\n        self.ready = threading.Condition()\n        self.rest = b\"\"\n        self.gone = \"\"  # why, once it is\n        self.silence = SILENCE\n        self.shielded = False  # True while stopping half-way would be worse than going on\n        self.wake_r, self.wake_w = os.pipe()\n        self.say: Say = self._say\n        self.mute = threading.Lock()\n        for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):\n            signal.signal(number, lambda n, _: self.end(\"signal %d\" % n))\n        threading.Thread(target=self._read, daemon=True).start()\n\n    def _read(self) -> None:\n        while True:\n            try:\n                heard = select.select([0], [], [], self.silence)[0]\n                chunk = os.read(0, 1 << 18) if heard else None\n            except OSError:\n                chunk = b\"\"\n            if not chunk:\n                return self.end(\"the deployer closed the connection\" if chunk == b\"\" else \"the deployer fell silent\")\n            with self.ready:\n                while self.held > ROOM:\n                    self.ready.wait()\n                self.chunks.append(chunk)\n                self.held += len(chunk)\n                self.ready.notify_all()\n\n    def end(self, why: str) -> None:\n        self.gone = self.gone or why\n        os.write(self.wake_w, b\"x\")\n\n    def check(self) -> None:\n        if self.gone and not self.shielded:\n            raise Cancelled(self.gone)\n\n    def sleep(self, seconds: float) -> None:\n        if self.shielded or not seconds:\n            time.sleep(seconds)\n            return\n        select.select([self.wake_r], [], [], seconds)\n        self.check()\n\n    def _next(self, deadline: float) -> bytes:\n        \"\"\"One chunk, whoever else may have put some back.\"\"\"\n        while True:\n            with self.ready:\n                if self.chunks:\n                    chunk = self.chunks.popleft()\n                    self.held -= len(chunk)\n                    self.ready.notify_all()\n                    return chunk\n                if self.gone:\n                    raise Cancelled(self.gone)\n                self.ready.wait(0.2)\n            if time.monotonic() > deadline:\n                raise Cancelled(\"the deployer did not answer in time\")\n\n    def message(self, timeout: float) -> Message:\n        message: Message = json.loads(self.line(timeout))\n        return message\n\n    def line(self, timeout: float) -> bytes:\n        \"\"\"The next message as it came; beats are not messages.\"\"\"\n        deadline = time.monotonic() + timeout\n        while True:\n            line, found, rest = self.rest.partition(b\"\\n\")\n            if not found:\n                parts = [self.rest]\n                while b\"\\n\" not in parts[-1]:\n                    parts.append(self._next(deadline))\n                self.rest = b\"\".join(parts)\n                continue\n            self.rest = rest\n            if line:\n                return line\n\n    def exact(self, size: int) -> Iterator[bytes]:\n        \"\"\"Yields exactly `size` bytes in pieces.\"\"\"\n        deadline = time.monotonic() + 3600\n        while size:\n            chunk = self.rest or self._next(deadline)\n            self.rest = chunk[size:]\n            chunk = chunk[:size]\n            size -= len(chunk)\n            yield chunk\n\n    def _say(self, kind: str, **data: object) -> None:\n        data[\"t\"] = kind\n        line = (json.dumps(data) + \"\\n\").encode()\n        with self.mute:\n            while line:\n                try:\n                    line = line[os.write(1, line):]\n                except OSError:  # nobody listens any more; stdin tells the same\n                    return\n\n    def run(self, argv: Sequence[str], stdin: bytes = b\"\", timeout: float = 60, cwd: str | None = None, env: Mapping[str, str] | None = None,\n            each: Callable[[str], object] | None = None, waiting: Callable[[int], object] | None = None) -> Ended:\n        \"\"\"Exit code (None: out of time), stdout and stderr, of each the last KEPT bytes. A cancelled run leaves the process to the undo.\n\n        `each` is called with every line of both as it comes, `waiting` every ten seconds with how many have passed; it may\n        raise Failed to wait no longer.\n        \"\"\"\n        source = subprocess.DEVNULL\n        if stdin:\n            source = os.memfd_create(\"stdin\")  # a secret on stdin touches no disk\n            os.write(source, stdin)\n            os.lseek(source, 0, 0)\n        # A session of its own, so that a hook's children end with it.\n        child = subprocess.Popen(argv, stdin=source, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=cwd, env=env,\n                                 start_new_session=True)\n        if stdin:\n            os.close(source)\n        assert child.stdout and child.stderr\n        out, err = Stream(child.stdout, each), Stream(child.stderr, each)\n        open_streams, began = [out, err], time.monotonic()\n        deadline, news = began + timeout, began + PATIENCE\n        try:\n            while open_streams:\n                left = deadline - time.monotonic()\n                wanted: list[Stream | int] = [*open_streams] if self.shielded else [*open_streams, self.wake_r]\n                heard = select.select(wanted, [], [], max(0, min(left, news - time.monotonic()) if waiting else left))[0]\n                self.check()\n                if waiting and time.monotonic() >= news:\n                    news += PATIENCE\n                    waiting(round(time.monotonic() - began))\n                if left <= 0:\n                    end_group(child)\n                    return None, out.text(), err.text()\n                for stream in heard:\n                    if isinstance(stream, Stream) and not stream.take():\n                        open_streams.remove(stream)\n            return child.wait(), out.text(), err.text()\n        except (Cancelled, Failed):\n            end_group(child)\n            raise\n        finally:\n            child.stdout.close()\n            child.stderr.close()\n\n\nclass Stream:\n    \"\"\"What a program says on one of its streams; a program that never stops costs no memory.\"\"\"\n\n    def __init__(self, file: IO[bytes], each: Callable[[str], object] | None) -> None:\n        self.file, self.each, self.said, self.rest = file, each, b\"\", b\"\"\n\n    def fileno(self) -> int:\n        return self.file.fileno()\n\n    def take(self) -> bool:\n        \"\"\"False at its end.\"\"\"\n        chunk = os.read(self.file.fileno(), 65536)\n        self.said = (self.said + chunk)[-KEPT:]\n        if self.each:\n            *lines, self.rest = (self.rest + chunk).split(b\"\\n\")\n            self.rest = self.rest[-KEPT:]\n            for line in lines + ([self.rest] if not chunk and self.rest else []):\n                self.each(line.decode(\"utf-8\", \"replace\"))\n        return bool(chunk)\n\n    def text(self) -> str:\n        return self.said.decode(\"utf-8\", \"replace\")\n\n\ndef end_group(child: subprocess.Popen[bytes]) -> None:\n    for number in (signal.SIGTERM, signal.SIGKILL):\n        try:\n            os.killpg(child.pid, number)\n        except OSError:  # gone already, or root's: the helper's own undo ends it\n            return\n        for _ in range(50):\n            if child.poll() is not None:\n                break\n            time.sleep(0.02)\n",
	http_probe: "\"\"\"One request to an app or a site, over the uwsgi protocol or HTTP, and whether its answer will do.\"\"\"\nfrom __future__ import annotations\n\nimport socket\nimport struct\n\nTYPE_CHECKING = False\nif TYPE_CHECKING:\n    from messages import Address, Want\n\n\nclass Answer:\n    def __init__(self, status: int = 0, headers: dict[str, str] | None = None, body: bytes = b\"\", error: str = \"\") -> None:\n        self.status, self.headers, self.body, self.error = status, headers or {}, body, error\n\n\ndef connect(address: Address, timeout: float) -> socket.socket:\n    if isinstance(address, str):\n        channel = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)\n    else:\n        channel = socket.socket(socket.AF_INET, socket.SOCK_STREAM)\n    channel.settimeout(timeout)\n    channel.connect(address)\n    return channel\n\n\ndef uwsgi_request(path: str, host: str) -> bytes:\n    path, _, query = path.partition(\"?\")\n    names = {\"REQUEST_METHOD\": \"GET\", \"REQUEST_URI\": path + (\"?\" + query if query else \"\"), \"PATH_INFO\": path,\n             \"QUERY_STRING\": query, \"SERVER_PROTOCOL\": \"HTTP/1.1\", \"HTTP_HOST\": host, \"SERVER_NAME\": host,\n             \"SERVER_PORT\": \"80\", \"REMOTE_ADDR\": \"127.0.0.1\", \"CONTENT_TYPE\": \"\", \"CONTENT_LENGTH\": \"\",\n             \"HTTP_USER_AGENT\": \"flask-deploy\", \"REQUEST_SCHEME\": \"http\"}\n    body = b\"\"\n    for word in (word.encode() for pair in names.items() for word in pair):\n        body += struct.pack(\"<H\", len(word)) + word\n    return struct.pack(\"<BHB\", 0, len(body), 0) + body\n\n\ndef http_request(path: str, host: str) -> bytes:\n    return (\"GET %s HTTP/1.1\\r\\nHost: %s\\r\\nUser-Agent: flask-deploy\\r\\nConnection: close\\r\\n\\r\\n\" % (path, host)).encode()\n\n\ndef parse(raw: bytes) -> Answer:\n    head, _, body = raw.partition(b\"\\r\\n\\r\\n\")\n    lines = head.decode(\"latin-1\").split(\"\\r\\n\")\n    words = lines[0].split(None, 2)\n    if len(words) < 2 or not words[0].startswith(\"HTTP/\") or not words[1].isdigit():\n        return Answer(error=\"broke off without an answer\" if not raw else \"answered something that is not HTTP\")\n    headers = {}\n    for line in lines[1:]:\n        name, _, value = line.partition(\":\")\n        headers[name.strip().lower()] = value.strip()\n    if \"chunked\" in headers.get(\"transfer-encoding\", \"\"):\n        body = unchunk(body)\n    return Answer(int(words[1]), headers, body)\n\n\ndef unchunk(body: bytes) -> bytes:\n    out = b\"\"\n    while True:\n        head, _, rest = body.partition(b\"\\r\\n\")\n        try:\n            size = int(head.split(b\";\")[0], 16)\n        except ValueError:\n            return out\n        if not size:\n            return out\n        out, body = out + rest[:size], rest[size + 2:]\n\n\ndef ask(address: Address, protocol: str, path: str, host: str, timeout: float) -> Answer:\n    \"\"\"Never raises: what went wrong is the answer's `error`.\"\"\"\n    request = uwsgi_request(path, host) if protocol == \"uwsgi\" else http_request(path, host)\n    channel = None\n    try:\n        channel = connect(address, timeout)\n        channel.sendall(request)\n        raw, size = [], 0\n        while size < 1 << 20:\n            chunk = channel.recv(65536)\n            if not chunk:\n                break\n            raw.append(chunk)\n            size += len(chunk)\n        return parse(b\"\".join(raw))\n    except socket.timeout:\n        return Answer(error=\"no answer within %g s\" % timeout)\n    except ConnectionRefusedError:\n        return Answer(error=\"connection refused\")\n    except FileNotFoundError:\n        return Answer(error=\"there is no socket yet\")\n    except OSError as error:\n        return Answer(error=error.strerror or str(error))\n    finally:\n        if channel:\n            channel.close()\n\n\ndef problem(answer: Answer, want: Want) -> str:\n    \"\"\"Why an answer will not do; \"\" when it will. `want`: status (0: any 2xx or 3xx) and contains.\"\"\"\n    if answer.error:\n        return answer.error\n    # A site that sends everyone to https is up; where its certificate is, is not this release's matter.\n    if answer.status in (301, 302, 307, 308) and answer.headers.get(\"location\", \"\").startswith(\"https://\"):\n        return \"\"\n    if want.get(\"status\"):\n        if answer.status != want[\"status\"]:\n            return \"answered %d instead of %d\" % (answer.status, want[\"status\"])\n    elif not 200 <= answer.status < 400:\n        return \"answered %d\" % answer.status\n    text = want.get(\"contains\") or \"\"\n    if text and text.encode() not in answer.body:\n        return \"answered %d without the text %r\" % (answer.status, text)\n    return \"\"\n",
	prober: "\"\"\"Asks for one path through nginx at a fixed rate while the switch happens, whatever earlier requests do.\"\"\"\nfrom __future__ import annotations\n\nimport math\nimport selectors\nimport socket\nimport threading\nimport time\n\nfrom http_probe import http_request\n\nTYPE_CHECKING = False\nif TYPE_CHECKING:\n    from messages import Seen\n\nPATIENCE = 10.0\nENOUGH = 5  # answers\nSLOW = 2.0  # seconds more\n\n\nclass Request:\n    def __init__(self, channel: socket.socket, began: float) -> None:\n        self.channel, self.began, self.head = channel, began, b\"\"\n\n\nclass Prober(threading.Thread):\n    def __init__(self, address: tuple[str, int], path: str, host: str, rate: float) -> None:\n        threading.Thread.__init__(self, daemon=True)\n        self.address, self.request, self.gap = address, http_request(path, host), 1.0 / max(1, rate)\n        self.stopping = threading.Event()\n        self.sent = self.failed = 0\n        self.longest = 0.0\n        self.switched = math.inf  # when; what was sent before is the old release's to answer, and may be why there is a new one\n        self.blamed, self.first_failure = 0, \"\"\n        self.judged = 0  # answers to requests that were sent after the switch\n\n    def run(self) -> None:\n        waiting = selectors.DefaultSelector()\n        due = time.monotonic()\n        while not self.stopping.is_set() or waiting.get_map():\n            now = time.monotonic()\n            if now >= due and not self.stopping.is_set():\n                due = max(due + self.gap, now)\n                self.sent += 1\n                try:\n                    channel = socket.create_connection(self.address, PATIENCE)\n                    channel.sendall(self.request)\n                    channel.setblocking(False)\n                    waiting.register(channel, selectors.EVENT_READ, Request(channel, now))\n                except OSError as error:\n                    self.note(now, str(error))\n            pause = 0.05 if self.stopping.is_set() else max(0.0, due - time.monotonic())\n            for key, _ in waiting.select(pause):\n                self.read(waiting, key.data)\n            for key in list(waiting.get_map().values()):\n                if time.monotonic() - key.data.began > PATIENCE:\n                    self.close(waiting, key.data, \"no answer within %g s\" % PATIENCE)\n\n    def read(self, waiting: selectors.BaseSelector, one: Request) -> None:\n        try:\n            chunk = one.channel.recv(65536)\n        except OSError as error:\n            return self.close(waiting, one, str(error))\n        if chunk:\n            one.head += chunk[: max(0, 64 - len(one.head))]\n            return None\n        words = one.head.split(None, 2)\n        status = int(words[1]) if len(words) > 1 and words[1].isdigit() else 0\n        return self.close(waiting, one, \"\" if 0 < status < 500 else \"answered %s\" % (status or \"nothing\"))\n\n    def close(self, waiting: selectors.BaseSelector, one: Request, why: str) -> None:\n        waiting.unregister(one.channel)\n        one.channel.close()\n        self.note(one.began, why)\n\n    def note(self, began: float, why: str) -> None:\n        self.longest = max(self.longest, time.monotonic() - began)\n        after = began >= self.switched\n        self.judged += after\n        if why:\n            self.failed += 1\n            if after:\n                self.blamed += 1\n                self.first_failure = self.first_failure or why\n\n    def watch(self, seconds: float) -> None:\n        \"\"\"Until `seconds` after the switch, and on a slow machine for longer: so few answers would say nothing.\"\"\"\n        until = self.switched + seconds\n        enough = min(ENOUGH, int(seconds / self.gap))\n        while time.monotonic() < until or (self.judged < enough and time.monotonic() < until + SLOW and self.is_alive()):\n            time.sleep(0.01)\n\n    def stop(self) -> None:\n        self.stopping.set()\n        if self.is_alive():\n            self.join(PATIENCE + 1)\n\n    def seen(self) -> Seen:\n        return {\"sent\": self.sent, \"failed\": self.failed, \"stallMs\": round(self.longest * 1000)}\n",
	journal: "\"\"\"journal.jsonl: every deploy step by step. Also what the next run learns from when one was killed.\"\"\"\nfrom __future__ import annotations\n\nimport json\nimport os\nimport time\n\nTYPE_CHECKING = False\nif TYPE_CHECKING:\n    from messages import Entry\n\nLONG = 1 << 20\n\n\ndef stamp() -> str:\n    return time.strftime(\"%Y-%m-%dT%H:%M:%SZ\", time.gmtime())\n\n\nclass Journal:\n    def __init__(self, path: str) -> None:\n        self.path = path\n\n    def write(self, release: str, event: str, durable: bool = False, **data: object) -> None:\n        entry = {\"at\": stamp(), \"release\": release, \"event\": event, **data}\n        file = os.open(self.path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o640)\n        try:\n            line = (json.dumps(entry) + \"\\n\").encode()\n            if os.write(file, line) != len(line):  # a disk that is nearly full takes half a line\n                raise OSError(28, \"No space left on device\")\n            if durable:\n                os.fdatasync(file)\n        finally:\n            os.close(file)\n\n    def entries(self) -> list[Entry]:\n        try:\n            with open(self.path, \"rb\") as file:\n                size = file.seek(0, 2)\n                file.seek(max(0, size - LONG))\n                lines = file.read().split(b\"\\n\")\n        except FileNotFoundError:\n            return []\n        found: list[Entry] = []\n        for line in lines:\n            try:\n                entry: Entry | float | None = json.loads(line)\n            except ValueError:  # cut off by the seek, or by a full disk\n                continue\n            if isinstance(entry, dict):\n                found.append(entry)\n        return found\n\n    def unfinished(self) -> list[Entry]:\n        \"\"\"The entries of the last run when it neither ended nor was repaired, oldest first.\"\"\"\n        run = []\n        for entry in self.entries():\n            if entry.get(\"event\") == \"begin\":\n                run = [entry]\n            elif run and entry.get(\"event\") in (\"end\", \"repaired\"):\n                run = []\n            elif run:\n                run.append(entry)\n        return run\n\n    def mend(self) -> None:\n        \"\"\"Ends a half line that a full disk left, and keeps the file from growing for ever.\"\"\"\n        try:\n            size = os.path.getsize(self.path)\n        except FileNotFoundError:\n            return\n        if size > 4 * LONG:\n            fresh = self.path + \".new\"\n            with open(fresh, \"w\") as file:\n                for entry in self.entries():\n                    file.write(json.dumps(entry) + \"\\n\")\n            os.rename(fresh, self.path)\n        elif size:\n            with open(self.path, \"rb+\") as file:\n                file.seek(-1, 2)\n                if file.read(1) != b\"\\n\":\n                    file.write(b\"\\n\")\n",
	interpreter: "\"\"\"What packages must fit: this interpreter, its platform, and the values of the markers that packages are chosen by.\"\"\"\nfrom __future__ import annotations\n\nimport os\nimport sys\nimport sysconfig\n\nTYPE_CHECKING = False\nif TYPE_CHECKING:\n    from messages import Python\n\n\ndef python_here() -> Python:\n    try:\n        libc = os.confstr(\"CS_GNU_LIBC_VERSION\") or \"\"\n    except (AttributeError, ValueError, OSError):  # musl, macOS\n        libc = \"\"\n    kernel, made_by = os.uname(), sys.implementation\n    # Programs of 32 bits run on a kernel of 64.\n    small = {\"x86_64\": \"i686\", \"aarch64\": \"armv7l\"} if sys.maxsize < 1 << 32 else {}\n    level = made_by.version.releaselevel\n    its_version = \"%d.%d.%d\" % made_by.version[:3] + (\"\" if level == \"final\" else level[0] + str(made_by.version.serial))\n    version = sys.version.split()[0]\n    markers = {\"implementation_name\": made_by.name, \"implementation_version\": its_version,\n               \"os_name\": os.name, \"platform_machine\": kernel.machine, \"platform_release\": kernel.release,\n               \"platform_system\": kernel.sysname, \"platform_version\": kernel.version, \"python_full_version\": version,\n               \"platform_python_implementation\": {\"cpython\": \"CPython\", \"pypy\": \"PyPy\"}.get(made_by.name, made_by.name),\n               \"python_version\": \"%d.%d\" % sys.version_info[:2], \"sys_platform\": sys.platform}\n    return {\"version\": \"%d.%d.%d\" % sys.version_info[:3], \"machine\": small.get(kernel.machine, kernel.machine),\n            \"libc\": libc.replace(\"glibc \", \"\"), \"soabi\": sysconfig.get_config_var(\"SOABI\") or \"\", \"markers\": markers}\n",
	host: "\"\"\"Where things are on the server, and the root-owned helper that may do what the login may not.\"\"\"\nfrom __future__ import annotations\n\nimport contextlib\nimport fcntl\nimport json\nimport os\nimport pwd\nimport re\nimport shutil\nimport socket\nimport stat\nimport time\n\nfrom channel import Channel, Failed\n\nTYPE_CHECKING = False\nif TYPE_CHECKING:\n    from typing import AnyStr, Iterable, Iterator, Sequence\n    from messages import Ended, File, Json, Record, RunOptions, Whose\n    from typing_extensions import Unpack\n\nID = re.compile(r\"^[0-9]{8}T[0-9]{6}Z-[0-9a-f]{7,12}$\")\nHELPER = 3  # the oldest protocol of the helper that will do\nSETUP = \"Run: npx create-flask-deploy setup root@%s\"\n\n\nclass Host:\n    def __init__(self, ask: Whose, channel: Channel) -> None:\n        self.app, self.channel, self.login = ask[\"app\"], channel, ask[\"login\"]\n        self.base = \"/srv/\" + self.app\n        self.releases, self.venvs, self.assets = self.base + \"/releases\", self.base + \"/venvs\", self.base + \"/assets\"\n        self.shared, self.current_link = self.base + \"/shared\", self.base + \"/current\"\n        self.deploys, self.maintenance = self.base + \"/deploys\", self.base + \"/maintenance\"\n        self.journal = self.deploys + \"/journal.jsonl\"\n        self.run_dir = \"/run/\" + self.app\n        self.tool = \"/usr/local/lib/flask-deploy/\" + self.app\n\n    def setup_hint(self) -> str:\n        return SETUP % self.login.rpartition(\"@\")[2]\n\n    def check(self) -> None:\n        \"\"\"Fails with what `setup` would bring, before anything is touched.\"\"\"\n        told = self.told()\n        if not os.path.isdir(self.base) or not told:\n            raise Failed(\"setup\", \"this server is not set up for %s\" % self.app, self.setup_hint())\n        if int(told.get(\"PROTOCOL\") or 0) < HELPER:\n            raise Failed(\"setup\", \"this server was set up for %s by an older version of create-flask-deploy\" % self.app, self.setup_hint())\n        if not os.access(self.releases, os.W_OK):\n            owner = pwd.getpwuid(os.stat(self.releases).st_uid).pw_name\n            raise Failed(\"setup\", \"%s may not write to %s, which belongs to %s\" % (self.login, self.releases, owner),\n                         \"Deploy as %s (--user, or `user:` below `deploy:` in flask-deploy.yml), or, to make it this login's: %s\" % (owner, self.setup_hint()))\n\n    def told(self) -> dict[str, str]:\n        \"\"\"What setup wrote at the top of the helper, by name; {} where there is none.\"\"\"\n        try:\n            with open(self.tool) as file:\n                lines = file.read(8192).splitlines()\n        except OSError:\n            return {}\n        found = (re.match(r\"([A-Z_]+)='?([^' ]*)\", line) for line in lines)\n        return {seen.group(1): seen.group(2) for seen in found if seen}\n\n    def helper(self, *words: str, must: bool = False, **options: Unpack[RunOptions]) -> Ended:\n        \"\"\"The helper's exit code, its answer, and what it complains of; `must=True` turns a failure into Failed.\"\"\"\n        argv = [self.tool] + list(words)\n        if os.geteuid():\n            argv = [\"sudo\", \"-n\"] + argv\n        code, out, err = self.channel.run(argv, **options)\n        if code and re.search(r\"^sudo: .*(password is required|not allowed|may not run|no tty)\", err, re.M):\n            raise Failed(\"setup\", \"%s may not run %s through sudo\" % (self.login, self.tool), self.setup_hint())\n        if must and code != 0:\n            why = \"did not end in time\" if code is None else \"failed\"\n            raise Failed(\"infrastructure\", \"`%s` %s: %s\" % (\" \".join(words), why, last_lines(err or out)))\n        return code, out, err\n\n    def drift(self, id: str, files: Sequence[tuple[str, str]]) -> list[str]:\n        \"\"\"Which of `files`, (path in the release, path on the server), are not what is installed.\"\"\"\n        site = self.told().get(\"SITE\", \"\")\n        return [source for source, target in list(files) + [(\"deploy/nginx.conf\", site)]\n                if content(\"%s/%s\" % (self.release(id), source)) != content(target)]\n\n    def release(self, id: str) -> str:\n        if not ID.match(id):\n            raise Failed(\"usage\", \"%r is not the id of a release\" % id)\n        return self.releases + \"/\" + id\n\n    def socket(self, id: str) -> str:\n        return \"%s/%s.sock\" % (self.run_dir, id)\n\n    def current(self) -> str:\n        \"\"\"The release that serves; \"\" when none does.\"\"\"\n        return target_of(self.current_link)\n\n    def answering(self) -> str:\n        \"\"\"The release that new requests reach; \"\" when there is none (or nobody may look).\"\"\"\n        name = target_of(self.run_dir + \"/current.sock\")\n        return name[:-5] if name.endswith(\".sock\") else \"\"\n\n    def record(self, id: str) -> Record | None:\n        \"\"\"What the release's own record says; None when the release is not complete.\"\"\"\n        record: Record | None = self._json(id, \".release.json\")\n        return record\n\n    def venvs_of(self, ids: Iterable[str]) -> set[str]:\n        \"\"\"What complete releases run in.\"\"\"\n        return {record.get(\"venv\", \"\") for record in map(self.record, ids) if record}\n\n    def files(self, id: str) -> list[File]:\n        \"\"\"What its files are; apart from the record because it may be long.\"\"\"\n        files: list[File] = self._json(id, \".files.json\") or []\n        return files\n\n    def _json(self, id: str, name: str) -> Json:\n        try:\n            with open(\"%s/%s\" % (self.release(id), name)) as file:\n                return json.load(file)\n        except (OSError, ValueError):\n            return None\n\n    def is_good(self, id: str) -> bool:\n        \"\"\"Whether it served well when it had the traffic.\"\"\"\n        return os.path.exists(self.release(id) + \"/.good\")\n\n    def was_left(self, id: str) -> bool:\n        \"\"\"Whether somebody rolled back from it: then nobody wants it back without naming it.\"\"\"\n        return os.path.exists(self.release(id) + \"/.left\")\n\n    def mark(self, id: str, name: str, is_set: bool) -> None:\n        path = \"%s/.%s\" % (self.release(id), name)\n        if is_set:\n            with open(path, \"w\"):\n                pass\n        else:\n            remove(path)\n\n    def ids(self) -> list[str]:\n        \"\"\"Complete releases in the order in which this server completed them; ids come from clocks elsewhere.\"\"\"\n        found = []\n        for name in filter(ID.match, os.listdir(self.releases)):\n            try:\n                found.append((os.stat(self.release(name) + \"/.release.json\").st_mtime_ns, name))\n            except FileNotFoundError:\n                continue\n        return [name for _, name in sorted(found)]\n\n    def memory_of(self, id: str) -> int:\n        \"\"\"Bytes that only the processes of one instance hold. Other accounts may call their processes anything.\"\"\"\n        total, needle = 0, self.release(id).encode()\n        try:\n            uid = pwd.getpwnam(self.app).pw_uid\n        except KeyError:\n            return 0\n        for pid in filter(str.isdigit, os.listdir(\"/proc\")):\n            try:\n                if os.stat(\"/proc/\" + pid).st_uid != uid:\n                    continue\n                with open(\"/proc/%s/cmdline\" % pid, \"rb\") as file:\n                    if needle not in file.read(65536):\n                        continue\n                with open(\"/proc/%s/status\" % pid) as file:\n                    total += sum(int(line.split()[1]) << 10 for line in file if line.startswith(\"RssAnon\"))\n            except OSError:\n                continue\n        return total\n\n\ndef memory_free() -> int:\n    with open(\"/proc/meminfo\") as file:\n        fields = dict(line.split(\":\", 1) for line in file)\n    free = int(fields[\"MemAvailable\"].split()[0]) << 10\n    return free + (int(fields[\"SwapFree\"].split()[0]) << 10)\n\n\ndef content(path: str) -> bytes | None:\n    \"\"\"Of a plain file, at most a megabyte; None when there is none.\"\"\"\n    try:\n        file = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)\n    except OSError:\n        return None\n    try:\n        return os.read(file, 1 << 20) if stat.S_ISREG(os.fstat(file).st_mode) else None\n    finally:\n        os.close(file)\n\n\ndef addresses() -> list[str]:\n    \"\"\"Those of this machine, as far as it knows them: behind a NAT the public one is not among them.\"\"\"\n    found = os.environ.get(\"SSH_CONNECTION\", \"\").split()[2:3]\n    with contextlib.suppress(OSError):\n        with open(\"/proc/net/fib_trie\") as file:\n            lines = file.read(1 << 20).split(\"\\n\")\n        found += [before.split()[-1] for before, line in zip(lines, lines[1:]) if \"/32 host LOCAL\" in line]\n    with contextlib.suppress(OSError), open(\"/proc/net/if_inet6\") as file:\n        found += [socket.inet_ntop(socket.AF_INET6, bytes.fromhex(line.split()[0])) for line in file]\n    return sorted({address for address in found if not address.startswith(\"127.\") and address != \"::1\"})\n\n\ndef target_of(link: str, whole: bool = False) -> str:\n    \"\"\"The last part of what a link leads to, or all of it; \"\" when it is none.\"\"\"\n    try:\n        target = os.readlink(link)\n    except OSError:\n        return \"\"\n    return target if whole else os.path.basename(target)\n\n\ndef remove(path: AnyStr) -> None:\n    \"\"\"Whatever it is; a release is read-only even for its owner, and may be huge.\"\"\"\n    try:\n        os.unlink(path)\n    except FileNotFoundError:\n        return\n    except OSError:\n        # Only folders below it: the one that it lies in is for everybody's releases, and a link leads to others.\n        for folder in _folders(path):\n            with contextlib.suppress(OSError):\n                os.chmod(folder, 0o700)\n        shutil.rmtree(path, ignore_errors=True)\n\n\ndef _folders(path: AnyStr) -> Iterator[AnyStr]:\n    \"\"\"Top down, each before it is entered; no links.\"\"\"\n    yield path\n    for parent, folders, _ in os.walk(path):\n        yield from (path for path in (os.path.join(parent, name) for name in folders) if not os.path.islink(path))\n\n\ndef last_lines(text: str, count: int = 6) -> str:\n    return \"\\n\".join([line for line in text.strip().splitlines() if line.strip()][-count:])\n\n\nclass Lock:\n    \"\"\"flock: the kernel frees it with the process that holds it, however that ends.\"\"\"\n\n    def __init__(self, host: Host) -> None:\n        self.host, self.path = host, host.deploys + \"/lock\"\n\n    def take(self, seconds: float, run: str | None) -> None:\n        self.file = os.open(self.path, os.O_RDWR | os.O_CREAT, 0o600)\n        deadline, told = time.monotonic() + seconds, False\n        while True:\n            try:\n                fcntl.flock(self.file, fcntl.LOCK_EX | fcntl.LOCK_NB)\n                break\n            except OSError:\n                holder = self.holder()\n                if time.monotonic() >= deadline:\n                    raise Failed(\"locked\", \"another deploy is running: %s\" % holder,\n                                 \"Wait for it, or end it with: npx create-flask-deploy unlock\") from None\n                if not told:\n                    self.host.channel.say(\"waiting\", holder=holder, seconds=seconds)\n                    told = True\n                self.host.channel.sleep(0.1)\n        os.ftruncate(self.file, 0)\n        os.pwrite(self.file, json.dumps({\"run\": run, \"pid\": os.getpid()}).encode(), 0)\n\n    def read(self) -> dict[str, object]:\n        try:\n            with open(self.path) as file:\n                found = json.load(file)\n            return found if isinstance(found, dict) else {}\n        except (OSError, ValueError):\n            return {}\n\n    def holder(self) -> str:\n        return \"%s (process %s on the server)\" % (self.read().get(\"run\") or \"an unnamed run\", self.pid() or \"?\")\n\n    def pid(self) -> int:\n        \"\"\"Of the process that holds it, by its own word, or, where that is cut off, by who has the file open; 0 when nobody does.\"\"\"\n        said = self.read().get(\"pid\")\n        if isinstance(said, int) and os.path.exists(\"/proc/%d\" % said):\n            return said\n        for pid in filter(str.isdigit, os.listdir(\"/proc\")):\n            try:\n                names = os.listdir(\"/proc/%s/fd\" % pid)\n            except OSError:  # somebody else's\n                continue\n            if int(pid) != os.getpid() and any(target_of(\"/proc/%s/fd/%s\" % (pid, name), whole=True) == self.path for name in names):\n                return int(pid)\n        return 0\n\n    def is_held(self) -> bool:\n        try:\n            file = os.open(self.path, os.O_RDWR)\n        except OSError:\n            return False\n        try:\n            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)\n            return False\n        except OSError:\n            return True\n        finally:\n            os.close(file)\n",
	gate: "\"\"\"A new instance must answer well, several times in a row, on its own socket before it gets traffic; then through nginx.\"\"\"\nfrom __future__ import annotations\n\nimport time\n\nfrom http_probe import Answer, ask, problem\nfrom channel import Channel, Failed\n\nTYPE_CHECKING = False\nif TYPE_CHECKING:\n    from messages import Settings, Want\n\nSTUBBORN = 3.0  # seconds after which a wrong answer (not a missing one) is taken as the app's last word\n\n\nclass Gate:\n    def __init__(self, channel: Channel, settings: Settings) -> None:\n        self.channel, self.settings, self.smoke = channel, settings, settings[\"smoke\"]\n        self.site = settings[\"site\"]\n\n    def paths(self) -> list[tuple[str, Want]]:\n        \"\"\"What to ask, and what it must say.\"\"\"\n        health = self.settings.get(\"health\")\n        first: list[tuple[str, Want]] = [(health, {\"status\": 200})] if health else []\n        return [*first, (self.smoke[\"path\"], self.smoke)]\n\n    def once(self, socket: str) -> tuple[str, Answer]:\n        \"\"\"What is wrong with an instance right now; \"\" when nothing is.\"\"\"\n        answer = Answer()\n        for path, want in self.paths():\n            answer = ask(socket, self.settings[\"protocol\"], path, self.site[\"host\"], self.smoke[\"timeout\"])\n            why = problem(answer, want)\n            if why:\n                return \"%s %s\" % (path, why), answer\n        return \"\", answer\n\n    def hint(self, why: str) -> str:\n        \"\"\"What to do about an instance that does not pass; `why` begins with the path that was asked.\"\"\"\n        health = self.settings.get(\"health\")\n        is_health = health and why.startswith(health + \" \") and health != self.smoke[\"path\"]\n        if is_health and \"answered 404\" in why:\n            return \"Name a path that answers 200 without a login as `health:` under `deploy:` in flask-deploy.yml, or add one to the app.\"\n        if is_health and \"answered\" in why:\n            return \"%s is deploy.health in flask-deploy.yml: it must answer 200 when the app can serve.\" % health\n        return next_step(why)\n\n    def pass_all(self, socket: str) -> str:\n        \"\"\"The detail of the step; raises when the instance does not make it.\"\"\"\n        wanted, timeout = self.settings[\"gate\"][\"passes\"], self.settings[\"gate\"][\"timeout\"]\n        began, passes, why = time.monotonic(), 0, \"\"\n        wrong_since: float | None = None\n        while passes < wanted:\n            now = time.monotonic()\n            if now - began > timeout or (wrong_since is not None and now - wrong_since > STUBBORN):\n                raise Failed(\"app\", \"the new release is not healthy: %s\" % why, self.hint(why))\n            why, answer = self.once(socket)\n            if not why:\n                passes += 1\n                continue\n            passes = 0\n            # An app that is slow to start hangs or says 503; anything else will hardly change.\n            slow = answer.error.startswith(\"no answer\") or answer.status == 503\n            wrong_since = None if slow else wrong_since if wrong_since is not None else now\n            self.channel.sleep(0.05)\n        self.channel.check()\n        return \"%d passes in a row in %d ms\" % (wanted, round((time.monotonic() - began) * 1000))\n\n    def through_nginx(self) -> str:\n        \"\"\"One look at the site as the public gets it, tried until it is right or time is up (nginx may be reloading).\"\"\"\n        address = (\"127.0.0.1\", self.site[\"port\"])\n        deadline = time.monotonic() + min(2.0, self.smoke[\"timeout\"])\n        while True:\n            answer = ask(address, \"http\", self.smoke[\"path\"], self.site[\"host\"], self.smoke[\"timeout\"])\n            why = problem(answer, self.smoke)\n            if not why:\n                return \"%s answered %d through nginx\" % (self.smoke[\"path\"], answer.status)\n            if time.monotonic() > deadline:\n                kind = \"infrastructure\" if answer.error in (\"connection refused\",) else \"app\"\n                raise Failed(kind, \"%s through nginx %s\" % (self.smoke[\"path\"], why), next_step(why))\n            time.sleep(0.05)\n\n\ndef next_step(why: str) -> str:\n    if \"no socket\" in why or \"refused\" in why:\n        return \"Nothing listens there: the journal below says why the app server did not come up.\"\n    if \"no answer\" in why:\n        return \"The app takes too long: look for work done at import, or raise deploy.gate.timeout or deploy.smoke.timeout.\"\n    if \"without the text\" in why or \"instead of\" in why:\n        return \"Compare with deploy.smoke in flask-deploy.yml; `npx create-flask-deploy preview --check` asks the same here.\"\n    return \"`npx create-flask-deploy preview --check` runs the same release on this machine.\"\n",
	stage: "\"\"\"Puts a release's files together: the changed ones from the deployer, the others as hard links to the release before.\"\"\"\nfrom __future__ import annotations\n\nimport errno\nimport json\nimport os\nimport shutil\nimport stat\n\nfrom host import Host, remove\nfrom channel import Channel, Failed\n\nTYPE_CHECKING = False\nif TYPE_CHECKING:\n    from typing import Callable, Collection, Iterable, Iterator, Sequence\n    from messages import Changed, File, Record\n\n\ndef on_disk(path: str) -> bytes:\n    \"\"\"Names travel as latin-1 so that any bytes survive JSON.\"\"\"\n    raw = path.encode(\"latin-1\")\n    parts = raw.split(b\"/\")\n    if raw.startswith(b\"/\") or b\"..\" in parts or b\"\" in parts or b\"\\0\" in raw:\n        raise Failed(\"usage\", \"the path %r leads out of the release\" % path)\n    return raw\n\n\ndef needed(host: Host, files: Sequence[File], before: str) -> tuple[list[int], Changed]:\n    \"\"\"Indices of the files that must be sent. An unchanged file counts only while it is really still there.\"\"\"\n    known = {path: (mode, key) for path, mode, key, _ in host.files(before)} if before else {}\n    base = os.fsencode(host.release(before)) if before else b\"\"\n    missing = []\n    for index, (path, mode, key, size) in enumerate(files):\n        if known.get(path) == (mode, key):\n            try:\n                there = os.lstat(base + b\"/\" + on_disk(path))\n                if stat.S_ISLNK(there.st_mode) or there.st_size == size:\n                    continue\n            except OSError:\n                pass\n        missing.append(index)\n    paths = {path for path, _, _, _ in files}\n    changed = sum(1 for index in missing if files[index][0] in known)\n    return missing, {\"added\": len(missing) - changed, \"changed\": changed, \"removed\": len(known.keys() - paths)}\n\n\ndef check_room(host: Host, count: int, size: int) -> None:\n    there = os.statvfs(host.base)\n    free, nodes = there.f_bavail * there.f_frsize, there.f_favail if there.f_files else count + 1000\n    if free < size + (4 << 20):\n        raise Failed(\"infrastructure\", \"the server's disk is full: this needs %d MB and %d MB are free\"\n                     % ((size >> 20) + 4, free >> 20), \"Free some space on the file system of %s.\" % host.base)\n    if nodes < count + 50:\n        raise Failed(\"infrastructure\", \"the server's file system has only %d inodes left\" % nodes,\n                     \"Remove some files on the file system of %s.\" % host.base)\n\n\ndef full(error: OSError) -> Failed:\n    \"\"\"An OSError as what it means to a person.\"\"\"\n    if error.errno in (errno.ENOSPC, errno.EDQUOT):\n        return Failed(\"infrastructure\", \"the server's disk is full (no space or no inodes left)\",\n                      \"Free some space and deploy again; the old release serves on.\")\n    return Failed(\"infrastructure\", \"the server could not write: %s\" % error)\n\n\ndef is_public(path: str, public: Iterable[str]) -> bool:\n    \"\"\"Whether nginx serves the file: it is one of the paths that its configuration names, or below one.\"\"\"\n    return any(path == one or path.startswith(one + \"/\") for one in public)\n\n\ndef leads_out(path: bytes, target: bytes) -> bool:\n    \"\"\"Whether a link of the repository leads out of the release.\"\"\"\n    place = os.path.normpath(os.path.join(os.path.dirname(path), target))\n    return os.path.isabs(target) or place == b\"..\" or place.startswith(b\"../\")\n\n\ndef stage(host: Host, id: str, files: Sequence[File], missing: Sequence[int], before: str, shared: Iterable[str], public: Collection[str]) -> None:\n    \"\"\"Makes releases/<id> out of what arrives on the channel. Files are read-only: a hard link is shared by releases.\n\n    The app's group may read all of it; others, which is nginx, only what is in `public`.\n    \"\"\"\n    channel, top = host.channel, os.fsencode(host.release(id))\n    base = os.fsencode(host.release(before)) if before else b\"\"\n    made = {b\"\"}\n    way = {parent for path in public for parent in parents(on_disk(path))}\n\n    def folder(raw: bytes) -> None:\n        parent = os.path.dirname(raw)\n        if parent not in made:\n            folder(parent)\n            is_open = parent in way or is_public(parent.decode(\"latin-1\"), public)\n            os.mkdir(top + b\"/\" + parent, 0o751 if is_open else 0o750)\n            made.add(parent)\n\n    os.mkdir(top, 0o751)\n    sent = set(missing)\n    for index, (path, mode, _, _) in enumerate(files):\n        raw = on_disk(path)\n        folder(raw)\n        if index not in sent:\n            reuse(base + b\"/\" + raw, top + b\"/\" + raw, mode, is_public(path, public))\n            if not index % 256:\n                channel.check()\n    for index in missing:\n        path, mode, _, size = files[index]\n        receive(channel, top, on_disk(path), mode, size, is_public(path, public))\n    for path in shared:\n        share(host, top, path, folder)\n\n\ndef parents(raw: bytes) -> Iterator[bytes]:\n    \"\"\"Every folder on the way to a path.\"\"\"\n    while b\"/\" in raw:\n        raw = os.path.dirname(raw)\n        yield raw\n\n\ndef bits(mode: str, public: bool) -> int:\n    return (0o550 if mode == \"100755\" else 0o440) | (0o004 if public else 0)\n\n\ndef reuse(source: bytes, path: bytes, mode: str, public: bool) -> None:\n    \"\"\"As a hard link; where it must be readable for others than before, or is another login's, as a copy.\"\"\"\n    wanted = bits(mode, public)\n    try:\n        if mode == \"120000\" or stat.S_IMODE(os.lstat(source).st_mode) == wanted:\n            os.link(source, path, follow_symlinks=False)\n            return\n    except PermissionError:\n        pass\n    shutil.copyfile(source, path, follow_symlinks=False)\n    if mode != \"120000\":\n        os.chmod(path, wanted)\n\n\ndef receive(channel: Channel, top: bytes, raw: bytes, mode: str, size: int, public: bool) -> None:\n    path = top + b\"/\" + raw\n    if mode == \"120000\":\n        target = b\"\".join(channel.exact(size))\n        if leads_out(raw, target):\n            raise Failed(\"usage\", \"%s is a link to %s, which is not in the release\" % (os.fsdecode(raw), os.fsdecode(target)),\n                         \"Commit what it leads to, or, if the app writes there, take it out of git and name it under `shared:`.\")\n        os.symlink(target, path)\n        return\n    file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, bits(mode, public))\n    try:\n        for chunk in channel.exact(size):\n            rest = chunk\n            while rest:\n                rest = rest[os.write(file, rest):]\n    finally:\n        os.close(file)\n\n\ndef make_shared(host: Host, shared: Iterable[str], web: Collection[str]) -> None:\n    \"\"\"The folders that outlive releases. Root makes what is missing: in what the app may write, this login makes nothing.\"\"\"\n    lacking = [path for path in shared if not os.path.isdir(os.fsencode(host.shared) + b\"/\" + on_disk(path))]\n    if lacking:\n        lines = [\"web \" + path if path in web else path for path in lacking]\n        host.helper(\"share\", stdin=\"\".join(line + \"\\n\" for line in lines).encode(\"latin-1\"), must=True)\n\n\ndef share(host: Host, top: bytes, path: str, folder: Callable[[bytes], None]) -> None:\n    raw = on_disk(path)\n    kept, link = os.fsencode(host.shared) + b\"/\" + raw, top + b\"/\" + raw\n    if os.path.lexists(link):\n        raise Failed(\"usage\", \"%s is shared, and git tracks it too\" % path,\n                     \"Take it out of `shared:` in flask-deploy.yml, or out of git.\")\n    folder(raw)\n    os.symlink(kept, link)\n\n\ndef seal(host: Host, id: str, record: Record, files: Sequence[File]) -> None:\n    \"\"\"From here on the release is complete.\"\"\"\n    top = host.release(id)\n    for name, value in (\".files.json\", files), (\".release.json\", record):  # in this order: the record seals it\n        with open(top + \"/.sealing\", \"w\") as file:\n            json.dump(value, file)\n        os.chmod(top + \"/.sealing\", 0o440)\n        os.rename(top + \"/.sealing\", top + \"/\" + name)\n\n\ndef sweep(host: Host, keep: Collection[str]) -> None:\n    \"\"\"Removes what a killed run left half made, and what was to be removed after one.\"\"\"\n    for name in os.listdir(host.releases):\n        if name not in keep and (name.startswith(\".trash-\") or not os.path.exists(\"%s/%s/.release.json\" % (host.releases, name))):\n            remove(host.releases + \"/\" + name)\n    for name in os.listdir(host.venvs):\n        if name.startswith(\".trash-\") or not os.path.exists(\"%s/%s/.complete\" % (host.venvs, name)):\n            remove(host.venvs + \"/\" + name)\n",
	venvs: "\"\"\"Virtual environments by hash, built at their final place (they do not move) and never changed afterwards.\"\"\"\nfrom __future__ import annotations\n\nimport glob\nimport hashlib\nimport os\nimport shutil\nimport subprocess\nimport sys\n\nfrom host import Host, last_lines, remove\nfrom interpreter import python_here\nfrom channel import Failed\n\nTYPE_CHECKING = False\nif TYPE_CHECKING:\n    from typing import Sequence\n    from messages import Wheel\n\nSECONDS = 600\n\n\ndef name_of(lock: str) -> str:\n    \"\"\"The same lock on another Python or platform is another environment.\"\"\"\n    here = python_here()\n    text = \"\\n\".join([lock, here[\"version\"], here[\"machine\"], here[\"libc\"], here[\"soabi\"]])\n    return hashlib.sha256(text.encode()).hexdigest()[:16]\n\n\ndef is_there(host: Host, name: str) -> bool:\n    return os.path.exists(\"%s/%s/.complete\" % (host.venvs, name))\n\n\ndef build(host: Host, name: str, wheels: Sequence[Wheel]) -> None:\n    \"\"\"`wheels`: name, size and sha256 of each, in the order in which they follow on the channel.\"\"\"\n    top, store = host.venvs + \"/\" + name, host.venvs + \"/\" + name + \".wheels\"\n    remove(top)\n    remove(store)\n    os.mkdir(store, 0o750)\n    try:\n        for wheel in wheels:\n            take(host, store + \"/\" + os.path.basename(wheel[\"name\"]), wheel)\n        uv = shutil.which(\"uv\")\n        make(host, [uv, \"venv\", \"-q\", \"--python\", sys.executable, top] if uv else\n             [sys.executable, \"-I\", \"-m\", \"venv\", \"--without-pip\", top], \"venv\")\n        lines = [\"%s/%s --hash=sha256:%s\" % (store, wheel[\"name\"], wheel[\"sha256\"]) for wheel in wheels]\n        with open(store + \"/lock.txt\", \"w\") as file:\n            file.write(\"\\n\".join(lines) + \"\\n\")\n        if wheels:\n            make(host, installer(host, uv, top, store), \"install\")\n        with open(top + \"/.complete\", \"w\"):\n            pass\n    finally:\n        remove(store)\n\n\ndef take(host: Host, path: str, wheel: Wheel) -> None:\n    digest = hashlib.sha256()\n    with open(path, \"wb\") as file:\n        for chunk in host.channel.exact(wheel[\"size\"]):\n            digest.update(chunk)\n            file.write(chunk)\n    if digest.hexdigest() != wheel[\"sha256\"]:\n        raise Failed(\"infrastructure\", \"%s arrived damaged\" % wheel[\"name\"], \"Deploy again.\")\n\n\ndef installer(host: Host, uv: str | None, top: str, store: str) -> list[str]:\n    python = top + \"/bin/python\"\n    rest = [\"--no-index\", \"--no-deps\", \"--require-hashes\", \"-r\", store + \"/lock.txt\"]\n    if uv:\n        return [uv, \"pip\", \"install\", \"-q\", \"--offline\", \"--link-mode\", \"copy\", \"--compile-bytecode\", \"--python\", python] + rest\n    # pip runs straight from the wheel that ensurepip carries: the environment itself stays free of it.\n    script = \"import ensurepip,glob,os;print(os.path.dirname(ensurepip.__file__));print(getattr(ensurepip,'_WHEEL_PKG_DIR',None) or '')\"\n    said = subprocess.run([sys.executable, \"-I\", \"-c\", script], stdout=subprocess.PIPE, text=True, check=False).stdout.splitlines()\n    for folder in [said[0] + \"/_bundled\"] + said[1:] + [\"/usr/share/python-wheels\"] if said else []:\n        found = folder and sorted(glob.glob(folder + \"/pip-*.whl\"))\n        if found:\n            return [python, \"-I\", found[-1] + \"/pip\", \"install\", \"-q\", \"--disable-pip-version-check\", \"--no-cache-dir\"] + rest\n    raise Failed(\"setup\", \"the server's Python cannot make virtual environments (python3-venv is missing)\", host.setup_hint())\n\n\ndef make(host: Host, argv: Sequence[str], what: str) -> None:\n    env = {\"PATH\": \"/usr/local/bin:/usr/bin:/bin\", \"HOME\": host.venvs, \"LC_ALL\": \"C.UTF-8\", \"PIP_CONFIG_FILE\": \"/dev/null\", \"UV_NO_CACHE\": \"1\"}\n    code, out, err = host.channel.run(argv, timeout=SECONDS, env=env, cwd=host.venvs)\n    said = out + err\n    if code is None:\n        raise Failed(\"infrastructure\", \"making the virtual environment took over %d s\" % SECONDS)\n    if code and \"ensurepip is not\" in said:\n        raise Failed(\"setup\", \"the server's Python cannot make virtual environments (python3-venv is missing)\", host.setup_hint())\n    if code and \"No space left\" in said:\n        raise OSError(28, \"No space left on device\")\n    if code:\n        raise Failed(\"app\", \"the virtual environment could not be made (%s):\\n%s\" % (what, last_lines(said, 12)))\n\n",
	assets: "\"\"\"Files that only former releases have, for pages that were open before a switch: nginx looks here when the live release has none.\n\nHard links to the files of the releases, by their paths in the repository. Only files that nginx serves are among them.\n\"\"\"\nfrom __future__ import annotations\n\nimport os\n\nfrom host import Host, remove\nfrom stage import is_public, on_disk\n\nTYPE_CHECKING = False\nif TYPE_CHECKING:\n    from typing import Iterable\n    from messages import File\n\n\ndef keep(host: Host, before: str, files: Iterable[File], public: Iterable[str]) -> None:\n    \"\"\"Links what `before` serves and `files` no longer has; work for what changed, not for what there is.\"\"\"\n    stay = {path for path, _, _, _ in files}\n    for path, mode, _, _ in host.files(before) if before else ():\n        if path in stay or mode == \"120000\" or not is_public(path, public):\n            continue\n        raw = on_disk(path)\n        source, link = os.fsencode(host.release(before)) + b\"/\" + raw, os.fsencode(host.assets) + b\"/\" + raw\n        os.makedirs(os.path.dirname(link), 0o751, exist_ok=True)\n        fresh = link + b\".new\"\n        try:\n            remove(fresh)\n            os.link(source, fresh, follow_symlinks=False)\n            os.rename(fresh, link)\n        except FileNotFoundError:  # an old release that lost a file loses nothing more\n            continue\n\n\ndef prune(host: Host, kept: Iterable[str]) -> None:\n    \"\"\"Forgets the files of releases that are gone.\"\"\"\n    known = {on_disk(path) for id in kept for path, _, _, _ in host.files(id)}\n    top = os.fsencode(host.assets)\n    for folder, _, names in os.walk(top, topdown=False):\n        for name in names:\n            path = os.path.join(folder, name)\n            if path[len(top) + 1:] not in known:\n                remove(path)\n        if folder != top and not os.listdir(folder):\n            os.rmdir(folder)\n",
	undo: "\"\"\"The way back, for a run that failed, that was cancelled, or that the next run finds half done in the journal.\"\"\"\nfrom __future__ import annotations\n\nfrom host import Host, remove\nfrom channel import Failed\n\nTYPE_CHECKING = False\nif TYPE_CHECKING:\n    from typing import Sequence\n    from journal import Journal\n    from messages import Entry, State, Unfinished\n\nPATIENCE = 5  # seconds; what hangs is ended by its process manager without us\n\n\ndef take_back(host: Host, state: State) -> None:\n    \"\"\"`state`: release, previous, op, and how far it came (started, switched, stopped_old, installed). Safe to repeat.\n\n    The order matters: the old instance has all traffic again before the new one is touched.\n    \"\"\"\n    new, old = state[\"release\"], state[\"previous\"]\n    if old and (state[\"switched\"] or state[\"stopped_old\"]):\n        if not state[\"stopped_old\"]:\n            host.helper(\"switch\", old)  # at once: it still runs, whatever the rest takes\n        if state[\"installed\"]:\n            host.helper(\"restore\", must=True)\n        host.helper(\"start\", old, must=True)\n        host.helper(\"switch\", old, must=True)\n    elif state[\"switched\"]:\n        host.helper(\"switch\", \"none\", must=True)\n    if state[\"started\"] and new != old:\n        host.helper(\"stop\", new, timeout=PATIENCE)\n    if state[\"installed\"] and not (old and (state[\"switched\"] or state[\"stopped_old\"])):\n        host.helper(\"restore\")\n    if state[\"op\"] == \"deploy\":\n        remove(host.release(new))\n        if state[\"venv\"] and state[\"venv\"] not in host.venvs_of(host.ids()):\n            remove(host.venvs + \"/\" + state[\"venv\"])\n\n\ndef state_of(run: Sequence[Entry]) -> Unfinished:\n    \"\"\"How far a run came, from its journal entries: a step that began counts as done.\"\"\"\n    begin = run[0]\n    seen = {entry[\"event\"] for entry in run}\n    return {\"release\": begin[\"release\"], \"previous\": begin[\"previous\"], \"op\": begin[\"op\"], \"venv\": begin.get(\"venv\") or \"\",\n            \"installed\": bool(seen & {\"config\", \"env\"}), \"started\": \"start\" in seen,\n            \"stopped_old\": \"stop_old\" in seen, \"switched\": \"switch\" in seen, \"good\": \"good\" in seen}\n\n\ndef repair(host: Host, journal: Journal) -> str:\n    \"\"\"Undoes what a killed run left; one that was already good is only closed. The detail of the step, or \"\".\"\"\"\n    run = journal.unfinished()\n    if not run:\n        return \"\"\n    state, ended = state_of(run), \"taken back\"\n    try:\n        if state[\"good\"]:\n            ended = \"it serves\"\n            host.helper(\"settle\")\n        else:\n            take_back(host, state)\n    except Failed as error:  # what comes now may be the only way out, so it is not held up\n        ended = \"taking it back failed: %s\" % error\n        host.channel.say(\"warning\", text=\"%s was left half done; %s\" % (state[\"release\"], ended))\n    journal.write(state[\"release\"], \"repaired\", durable=True, how=ended)\n    return \"%s was left half done; %s\" % (state[\"release\"], ended)\n",
	watch: "\"\"\"What goes on after the result is out: tidying, and an eye on the new release while the old one is still warm.\"\"\"\nfrom __future__ import annotations\n\nimport os\nimport signal\nimport threading\nimport time\n\nimport assets\nfrom http_probe import ask\nfrom host import Host, Lock, remove\nfrom undo import PATIENCE\nfrom channel import Failed\n\nTYPE_CHECKING = False\nif TYPE_CHECKING:\n    from typing import Sequence\n    from journal import Journal\n    from messages import Pulse, Settings\n\nGAP = 0.02\nSLOW_GAP = 0.25\n\n\ndef leave_behind(host: Host, journal: Journal, id: str, previous: str, seconds: float, trash: Sequence[str], alive: Pulse) -> None:\n    \"\"\"Forks a process that outlives the connection. It takes the release back when it dies within `seconds`.\"\"\"\n    if os.fork():\n        return\n    try:\n        os.setsid()\n        for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):  # a server that shuts down must not wait for this\n            signal.signal(number, signal.SIG_DFL)\n        nothing = os.open(os.devnull, os.O_RDWR)\n        for stream in (0, 1, 2):\n            os.dup2(nothing, stream)\n        os.closerange(3, 256)  # the lock among them\n        host.channel.shielded, host.channel.gone = True, \"\"\n        tidying = threading.Thread(target=tidy, args=(host, trash))\n        tidying.start()\n        if previous and previous != id:\n            watch(host, journal, id, previous, time.monotonic() + seconds, alive)\n        tidying.join()\n    finally:\n        os._exit(0)\n\n\ndef tidy(host: Host, trash: Sequence[str]) -> None:\n    os.sync()  # a power cut within the next half minute would leave empty files otherwise\n    for path in trash:\n        remove(path)\n    assets.prune(host, host.ids())\n    host.helper(\"tidy\")\n\n\ndef pulse(host: Host, id: str, settings: Settings) -> Pulse:\n    \"\"\"How to tell that an instance lives: (seconds between two looks, a function that says so).\n\n    systemd holds the socket, so a connection proves nothing; its main process does. Other managers are asked for a page.\n    \"\"\"\n    if host.told().get(\"MANAGER\") == \"systemd\":\n        main = host.channel.run([\"systemctl\", \"show\", \"-p\", \"MainPID\", \"--value\", \"%s@%s.service\" % (host.app, id)])[1].strip()\n        return GAP, lambda: main != \"0\" and os.path.exists(\"/proc/\" + main)\n    path = settings.get(\"health\") or settings[\"smoke\"][\"path\"]\n\n    def answers() -> bool:\n        error = ask(host.socket(id), settings[\"protocol\"], path, settings[\"site\"][\"host\"], 5).error\n        return not error or error.startswith(\"no answer\")\n\n    return SLOW_GAP, answers\n\n\ndef watch(host: Host, journal: Journal, id: str, previous: str, until: float, alive: Pulse) -> None:\n    gap, lives = alive\n    while time.monotonic() < until:\n        time.sleep(gap)\n        if host.current() != id or not os.path.exists(host.socket(previous)):\n            return\n        if not lives():\n            time.sleep(GAP)\n            if not lives():\n                take_back(host, journal, id, previous)\n                return\n\n\ndef take_back(host: Host, journal: Journal, id: str, previous: str) -> None:\n    try:\n        Lock(host).take(1, \"the watch over %s\" % id)\n    except Failed:\n        return  # whoever deploys now puts a gated release in its place\n    # A server that shuts down stops one instance before the other: that is no reason to change anything.\n    state = host.channel.run([\"systemctl\", \"is-system-running\"])[1].strip()\n    if host.current() != id or not os.path.exists(host.socket(previous)) or state not in (\"running\", \"degraded\", \"starting\"):\n        return\n    if host.helper(\"switch\", previous)[0]:\n        return\n    host.helper(\"start\", previous)  # so that it does not stop when the drain is over\n    journal.write(id, \"died\", durable=True)\n    remove(host.release(id) + \"/.good\")\n    host.helper(\"stop\", id, timeout=PATIENCE)\n    journal.write(id, \"reverted\", durable=True, previous=previous)\n",
	transaction: "\"\"\"The order of a deploy and of a rollback on the server. Everything up to the switch can be undone unseen.\"\"\"\nfrom __future__ import annotations\n\nimport contextlib\nimport math\nimport os\nimport re\nimport time\n\nimport assets\nimport stage\nimport undo\nimport watch\nfrom gate import Gate\nfrom host import Host, Lock, addresses, last_lines, memory_free\nfrom journal import Journal, stamp\nfrom prober import Prober\nfrom channel import Cancelled, Channel, Failed\n\nTYPE_CHECKING = False\nif TYPE_CHECKING:\n    from typing import Iterator, Sequence\n    from messages import Cause, Point, Pulse, ReleaseAsk, State\n\nWATCH = 15  # seconds that a new release is watched after the result, within the drain\nTOLD = 1000  # lines of a hook that are shown\nANSWER = 120  # seconds in which the deployer decides\nDEV_SERVER = re.compile(r\"\\* Serving Flask app|WARNING: This is a development server\")  # what app.run() says first\n\n\nclass Transaction:\n    def __init__(self, channel: Channel, host: Host, ask: ReleaseAsk) -> None:\n        self.channel, self.host, self.ask = channel, host, ask\n        self.settings = ask[\"settings\"]\n        self.journal, self.lock, self.gate = Journal(host.journal), Lock(host), Gate(channel, self.settings)\n        self.step_name, self.began, self.started_at = \"lock\", time.monotonic(), 0\n        site = self.settings[\"site\"]\n        self.prober = Prober((\"127.0.0.1\", site[\"port\"]), self.settings[\"smoke\"][\"path\"], site[\"host\"], self.settings[\"prober\"][\"rate\"])\n        self.pulse: Pulse\n        self.waits: Sequence[Point] = ()\n        self.hold = ask.get(\"hold\", {})\n        channel.silence = self.hold.get(\"silenceMs\", 1000 * channel.silence) / 1000\n        self.state: State = {\"release\": \"\", \"previous\": \"\", \"op\": ask[\"op\"], \"venv\": \"\", \"installed\": False, \"started\": False,\n                             \"stopped_old\": False, \"switched\": False}\n\n    @contextlib.contextmanager\n    def step(self, name: str) -> Iterator[dict[str, str]]:\n        \"\"\"Tells the deployer; the value that the body puts into the dict is the step's detail.\"\"\"\n        self.step_name, began, note = name, time.monotonic(), {\"detail\": \"\"}\n        self.channel.say(\"step\", name=name)\n        if self.hold.get(\"step\") == name:\n            self.channel.sleep(self.hold[\"ms\"] / 1000)\n        self.channel.check()\n        try:\n            yield note\n        except OSError as error:\n            raise stage.full(error) from error\n        finally:\n            self.channel.say(\"done\", name=name, ms=round((time.monotonic() - began) * 1000), detail=note[\"detail\"])\n\n    def note(self, event: str, durable: bool = False, **data: object) -> None:\n        self.journal.write(self.state[\"release\"], event, durable, **data)\n\n    def enter(self) -> None:\n        \"\"\"Lock and repair: after this the server is in a known state and nobody else's.\"\"\"\n        self.host.check()\n        with self.step(\"lock\") as note:\n            self.lock.take(self.ask[\"lockSeconds\"], self.ask.get(\"run\"))\n            note[\"detail\"] = \"free\"\n        try:\n            self.journal.mend()\n            if self.journal.unfinished():\n                with self.step(\"repair\") as note:\n                    note[\"detail\"] = undo.repair(self.host, self.journal)\n                    stage.sweep(self.host, {self.host.current()})\n        except OSError as error:\n            raise stage.full(error) from error\n        self.state[\"previous\"] = self.host.current()\n\n    def taken(self) -> int:\n        return round((time.monotonic() - self.began) * 1000)\n\n    def begin(self, release: str, **data: object) -> None:\n        self.state[\"release\"] = release\n        try:\n            self.note(\"begin\", durable=True, op=self.ask[\"op\"], previous=self.state[\"previous\"], run=self.ask.get(\"run\"),\n                      by=self.ask.get(\"by\"), **data)\n        except OSError as error:\n            raise stage.full(error) from error\n\n    def bring_up(self, warm: bool = False) -> None:\n        \"\"\"Config, hooks, start, gate: the release is ready for traffic afterwards, or Failed is raised.\"\"\"\n        host, id, settings = self.host, self.state[\"release\"], self.settings\n        drift = host.drift(id, settings[\"files\"])\n        if drift:\n            with self.step(\"config\") as note:\n                note[\"detail\"] = self.install(id, drift)\n        if self.ask[\"op\"] == \"deploy\" or self.ask.get(\"hooks\"):\n            self.hook(\"release\")\n        with self.step(\"start\") as note:\n            in_place = not warm and self.fits_not()\n            self.note(\"start\")\n            self.state[\"started\"], self.started_at = True, int(time.time())\n            if in_place and self.state[\"previous\"]:\n                self.note(\"stop_old\")\n                self.state[\"stopped_old\"] = True\n                host.helper(\"stop\", self.state[\"previous\"], timeout=120, must=True)\n            code = host.helper(\"start\", id, timeout=settings[\"gate\"][\"timeout\"] + 30, waiting=self.still_starting)[0]\n            if code != 0:\n                raise Failed(\"app\", \"the new release does not start\" + (\" in time\" if code is None else \"\"),\n                             \"Its journal says why; `npx create-flask-deploy preview --check` runs the same release on this machine.\")\n            note[\"detail\"] = \"in place of the old one\" if in_place else \"beside the old one\" if self.state[\"previous\"] else \"first\"\n        with self.step(\"gate\") as note:\n            note[\"detail\"] = self.gate.pass_all(host.socket(id))\n        self.hook(\"before_switch\")\n        self.decide(\"gated\")\n\n    def still_starting(self, seconds: int) -> None:\n        \"\"\"Nobody waits in silence, and not at all for an app that never comes out of its import.\"\"\"\n        self.channel.say(\"log\", text=\"still starting after %d s\" % seconds)\n        if DEV_SERVER.search(self.host.helper(\"tail\", self.state[\"release\"], str(self.started_at))[1]):\n            raise Failed(\"app\", \"the new release does not start: it runs Flask's development server while it is imported\")\n\n    def install(self, id: str, drift: Sequence[str]) -> str:\n        \"\"\"The detail of the step. What may not be installed stays as it is when an old release comes back.\"\"\"\n        named = \", \".join(drift)\n        self.note(\"config\")\n        self.state[\"installed\"] = True\n        code, _, said = self.host.helper(\"install\", id)\n        if code in (3, 5) and self.ask[\"op\"] == \"rollback\":\n            self.state[\"installed\"] = False\n            self.channel.say(\"warning\", text=\"%s of this release stays as it is installed now, since only setup may put it back:\\n%s\" % (named, last_lines(said)))\n            return \"left as it is\"\n        if code == 3:\n            raise Failed(\"setup\", \"%s changed in a way that only root may install:\\n%s\" % (named, last_lines(said, 20)),\n                         \"If that is meant, install it once as root, from this repository: %s\" % self.host.setup_hint().partition(\": \")[2])\n        if code == 4:\n            raise Failed(\"infrastructure\", \"nginx -t already fails on the server, before any change from this release:\\n%s\" % last_lines(said),\n                         \"Fix it on the server (`sudo nginx -t` shows it); %s changed, so nginx must read it.\" % named)\n        if code == 5:\n            raise Failed(\"app\", last_lines(said).replace(\"flask-deploy: \", \"\"),\n                         \"Commit the file. Where an older version made this repository, `npx create-flask-deploy update` merges what is new.\")\n        if code:\n            raise Failed(\"app\", \"%s could not be installed:\\n%s\" % (named, last_lines(said)),\n                         \"`npx create-flask-deploy lint` shows what is wrong with a file of this repository.\")\n        return named\n\n    def fits_not(self) -> bool:\n        \"\"\"True when the old instance must go before the new one comes.\"\"\"\n        if self.settings[\"strategy\"] == \"in-place\":\n            return True\n        old = self.state[\"previous\"]\n        need, free = self.host.memory_of(old) if old else 0, memory_free()\n        if need <= free:\n            return False\n        self.channel.say(\"warning\", text=\"a second instance needs about %d MB, but only %d MB are free: stopping the old release first \"\n                      \"(strategy in-place), so requests fail until the new one is up\" % (need >> 20, free >> 20))\n        return True\n\n    def hook(self, name: str) -> None:\n        hook = self.settings[\"hooks\"].get(name)\n        if not hook:\n            return\n        told = []\n\n        def tell(line: str) -> None:\n            told.append(1)\n            if len(told) <= TOLD:\n                self.channel.say(\"log\", text=line[:2000])\n            elif len(told) == TOLD + 1:\n                self.channel.say(\"log\", text=\"... and more, which is not shown\")\n\n        with self.step(name) as note:\n            self.note(name)\n            self.state[\"started\"] = True  # its processes end with the instance's\n            code, out, err = self.host.helper(\"run\", self.state[\"release\"], str(hook[\"timeout\"]), stdin=hook[\"run\"].encode(),\n                                              timeout=hook[\"timeout\"] + 5, each=tell)\n            if code is None or code == 124:\n                raise Failed(\"app\", \"the %s hook took over %d s and was stopped\" % (name, hook[\"timeout\"]),\n                             \"Raise its timeout in flask-deploy.yml, or do less in it.\")\n            if code:\n                raise Failed(\"app\", \"the %s hook `%s` ended with %d\" % (name, hook[\"run\"], code), last_lines(err.strip() or out, 12))\n            note[\"detail\"] = hook[\"run\"]\n\n    def switch(self) -> None:\n        \"\"\"From here on a deployer that goes away changes nothing: what the smoke test says is done.\"\"\"\n        host, id, old, settings = self.host, self.state[\"release\"], self.state[\"previous\"], self.settings\n        if old and not self.state[\"stopped_old\"]:\n            self.prober.start()\n        with self.step(\"switch\") as note:\n            self.channel.shielded = True\n            self.note(\"switch\", durable=True)\n            self.state[\"switched\"] = True\n            if old and old != id:\n                assets.keep(host, old, host.files(id), settings[\"public\"])\n            host.helper(\"switch\", id, must=True)\n            self.prober.switched = time.monotonic()\n            note[\"detail\"] = \"%s -> %s\" % (old or \"nothing\", id)\n        if not self.prober.is_alive():\n            self.prober.start()\n        self.pulse = watch.pulse(host, id, settings)\n        with self.step(\"smoke\") as note:\n            note[\"detail\"] = self.gate.through_nginx()\n        self.hook(\"after_switch\")\n        if old and old != id and not self.state[\"stopped_old\"]:\n            with self.step(\"drain\") as note:\n                seconds = settings[\"drain\"] + math.ceil(settings[\"prober\"][\"seconds\"])  # until the prober ends, it may be needed\n                host.helper(\"stop\", old, str(seconds))\n                note[\"detail\"] = \"%s stops in %d s\" % (old, seconds)\n        self.prober.watch(settings[\"prober\"][\"seconds\"])\n        self.prober.stop()\n        if self.prober.blamed:\n            text = \"%d of %d requests failed while it switched: %s\" % (self.prober.blamed, self.prober.sent, self.prober.first_failure)\n            if settings[\"prober\"][\"onFailure\"] == \"rollback\":\n                raise Failed(\"app\", text)\n            self.channel.say(\"warning\", text=text)\n        # Whoever came while it was started again waited in systemd's socket, so no request tells.\n        if not self.pulse[1]():\n            raise Failed(\"app\", \"the app server ended %.1f s after the switch\" % (time.monotonic() - self.prober.switched))\n        self.decide(\"smoked\")\n\n    def decide(self, point: Point) -> None:\n        \"\"\"Waits for the deployer's word where it asked to be heard: before the switch it looks at other servers, after it at\n        the public URL. One that is gone by then has said no before the switch, and leaves it to the smoke test after it.\"\"\"\n        if point not in self.waits:\n            return\n        self.channel.say(point, addresses=addresses())\n        try:\n            word = self.channel.message(ANSWER)\n        except Cancelled:\n            if not self.channel.shielded:\n                raise\n            return\n        if word[\"t\"] == \"undo\":\n            self.step_name = word.get(\"step\") or self.step_name\n            raise Failed(word.get(\"kind\", \"infrastructure\"), word.get(\"message\", \"the deployer took it back\"), word.get(\"next\", \"\"))\n\n    def settle(self) -> None:\n        \"\"\"It is good: say so first, tidy afterwards.\"\"\"\n        host, id, old = self.host, self.state[\"release\"], self.state[\"previous\"]\n        with open(host.release(id) + \"/.good\", \"w\") as file:\n            file.write(stamp())\n        host.mark(id, \"left\", False)\n        if self.ask[\"op\"] == \"rollback\" and old and old != id:\n            host.mark(old, \"left\", True)\n        self.note(\"good\", durable=True)\n        if self.state[\"installed\"]:\n            host.helper(\"settle\")\n        trash = self.prune(id, old)\n        self.note(\"end\", status=\"deployed\" if self.ask[\"op\"] == \"deploy\" else \"rolled-back\", ms=self.taken(), **self.prober.seen())\n        self.outcome(\"deployed\" if self.ask[\"op\"] == \"deploy\" else \"rolled-back\")\n        watch.leave_behind(host, self.journal, id, old, min(WATCH, self.settings[\"drain\"]), trash, self.pulse)\n\n    def prune(self, id: str, old: str) -> list[str]:\n        host, keep = self.host, {id, old}\n        keep.update([name for name in host.ids() if host.is_good(name)][-self.settings[\"keepReleases\"]:])\n        keep.update(name for name in host.ids() if os.path.exists(host.socket(name)))  # still answering its last requests\n        trash = [host.release(name) for name in host.ids() if name not in keep]\n        used = host.venvs_of(name for name in host.ids() if name in keep)\n        trash += [host.venvs + \"/\" + name for name in os.listdir(host.venvs) if name not in used]\n        # Of a run whose tidying was cut short.\n        moved = [folder + \"/\" + name for folder in (host.releases, host.venvs) for name in os.listdir(folder) if name.startswith(\".trash-\")]\n        for path in trash:  # a rename is quick; removing 10,000 files can wait until the result is out\n            bin = os.path.join(os.path.dirname(path), \".trash-\" + os.path.basename(path))\n            if path in moved:\n                continue\n            with contextlib.suppress(OSError):\n                os.rename(path, bin)\n                moved.append(bin)\n        return moved\n\n    def outcome(self, status: str, cause: Cause | None = None) -> None:\n        self.channel.say(\"outcome\", status=status, release=self.state[\"release\"], previous=self.state[\"previous\"],\n                      prober=self.prober.seen(), cause=cause)\n\n    def fail(self, error: Failed | Cancelled) -> None:\n        \"\"\"Undo whatever was done, and tell the cause with the instance's own last words.\"\"\"\n        at, state = self.step_name, self.state\n        kind, hint = (\"cancelled\", \"\") if isinstance(error, Cancelled) else (error.kind, error.next)\n        cause: Cause = {\"kind\": kind, \"step\": at, \"journal\": [], \"unit\": \"\", \"message\": str(error), \"next\": hint}\n        self.channel.shielded = True\n        self.prober.stop()\n        if not state[\"release\"]:\n            self.outcome(\"failed\", cause)\n            return\n        if self.started_at and os.path.isdir(self.host.release(state[\"release\"])):\n            with contextlib.suppress(Failed):\n                unit, *lines = self.host.helper(\"tail\", state[\"release\"], str(self.started_at))[1].splitlines() or [\"\"]\n                cause[\"unit\"], cause[\"journal\"] = unit, lines\n        status = \"rolled-back\" if state[\"switched\"] and state[\"previous\"] else \"failed\"\n        try:\n            with self.step(\"undo\") as note:\n                undo.take_back(self.host, state)\n                stage.sweep(self.host, {state[\"previous\"]})\n                note[\"detail\"] = \"%s serves\" % state[\"previous\"] if state[\"previous\"] else \"nothing is left behind\"\n        except Failed as more:  # the journal has no end of this run, so the next one takes up from here\n            cause[\"next\"] += \"\\nUndoing it failed too: %s. Deploy again, or look at the server.\" % more\n            self.outcome(status, cause)\n            return\n        with contextlib.suppress(OSError):  # a full disk: the next run repairs once more, which does no harm\n            self.note(\"end\", status=status, step=at, cause=str(error), ms=self.taken())\n        self.outcome(status, cause)\n",
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
/** The steps of a deploy in their order; a rollback takes those it needs. */
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
// action/engine/targets/server/messages.ts
const text = string();
const count = number();
/** The lines that the driver says, one JSON object each; its `say` in driver/channel.py is the other end. */
const progress = variant("t", [
	object({
		t: literal("step"),
		name: picklist(stepNames)
	}),
	object({
		t: literal("done"),
		name: picklist(stepNames),
		ms: count,
		detail: text
	}),
	object({
		t: literal("log"),
		text
	}),
	object({
		t: literal("warning"),
		text
	}),
	object({
		t: literal("waiting"),
		holder: text,
		seconds: count
	})
]);
const inventory = object({
	t: literal("inventory"),
	previous: text,
	previousCommit: text,
	missing: array(count),
	changed: object({
		added: count,
		changed: count,
		removed: count
	}),
	venv: boolean(),
	python: object({
		version: text,
		machine: text,
		libc: text,
		soabi: text,
		markers: record(text, text)
	}),
	releases: array(text)
});
const outcome = object({
	t: literal("outcome"),
	status: picklist([
		"deployed",
		"unchanged",
		"rolled-back",
		"failed"
	]),
	release: text,
	previous: text,
	prober: object({
		sent: count,
		failed: count,
		stallMs: count
	}),
	cause: nullable(object({
		kind: picklist(causeKinds),
		step: picklist(stepNames),
		message: text,
		next: text,
		journal: array(text),
		unit: text
	}))
});
/** What it says to an offer. */
const offered = variant("t", [inventory, outcome]);
/** Where it stops, or how it ended. */
const staged = variant("t", [
	object({ t: literal("gated") }),
	object({
		t: literal("smoked"),
		addresses: array(text)
	}),
	outcome
]);
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
// action/engine/process/plain.ts
const ESC = "\\u001b";
const END = `(?:\\u0007|${ESC}\\\\|\\u009c)`;
/** As a terminal reads them: OSC, CSI, DCS and its kin, and the short ones. An unfinished one goes as far as it came. */
const sequences = new RegExp([
	`(?:${ESC}\\]|\\u009d)[^\\u0007\\u001b\\u009c]*${END}?`,
	`(?:${ESC}\\[|\\u009b)[0-?]*[ -/]*[@-~]?`,
	`(?:${ESC}[PX^_]|[\\u0090\\u0098\\u009e\\u009f])[^\\u001b\\u009c]*${END}?`,
	`${ESC}[ -/]*[0-~]?`
].join("|"), "g");
/** Control characters but tab and newline, and the marks that turn the direction of writing. */
const controls = /[^\P{Cc}\t\n]|[\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;
/** Text of the server without what would steer a terminal. */
const plain = (text) => text.replace(sequences, "").replace(controls, "");
/** The same for every string of an answer, keys included. */
function plainDeep(value) {
	if (typeof value === "string") return plain(value);
	if (Array.isArray(value)) return value.map(plainDeep);
	if (typeof value !== "object" || value === null) return value;
	return Object.fromEntries(Object.entries(value).map(([key, one]) => [plain(key), plainDeep(one)]));
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
		const said = stderr.trim().split("\n").slice(-6).join("\n");
		return new DeployError("infrastructure", this.#step, `the script on the server exited with ${code} at step ${this.#step}: ${said}`, next);
	}
};
// action/engine/targets/server/upload.ts
const SMALL = 262144;
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
const changed = (path) => new DeployError("usage", "send", `${Buffer.from(path, "latin1")} changed while it was being sent`, "Deploy again.");
// action/engine/targets/server/server.ts
/** A server behind sshd, as a target. */
const openServer = (request, effects, progress) => {
	const { app, root, login, runUrl, by, lockSeconds = 600, probeSeconds, hold } = request;
	const session = new Session(login, effects, progress, packDriver());
	const standing = async () => {
		const at = await session.next(staged);
		return at.t === "smoked" ? {
			...at,
			addresses: [...at.addresses, ...await effects.resolve(login.host)]
		} : at;
	};
	const ended = async () => session.next(outcome);
	return {
		async offer(offer) {
			const settings = driverSettings(app, readNginx(root), probeSeconds);
			const about = {
				app: app.name,
				login: `${login.user}@${login.host}`,
				run: runUrl,
				by,
				lockSeconds,
				hold,
				settings
			};
			session.say({
				...offer,
				...about
			});
			const offered$1 = await session.next(offered);
			login.key?.remove();
			return offered$1;
		},
		async stage(upload, stops) {
			const wheels = upload.wheels.map(({ name, size, sha256 }) => ({
				name,
				size,
				sha256
			}));
			const env = upload.env === void 0 ? null : Buffer.byteLength(upload.env);
			session.say({
				t: "go",
				release: upload.release,
				wheels,
				env,
				waits: stops
			});
			await session.send(bytesOf(upload));
			return standing();
		},
		async resume() {
			session.say({ t: "resume" });
			const at = await standing();
			if (at.t === "gated") throw new Error("the server stopped twice before the switch");
			return at;
		},
		async undo(reason) {
			session.say({
				t: "undo",
				...reason
			});
			return ended();
		},
		leave: () => session.close(),
		get cost() {
			return {
				roundTrips: session.roundTrips,
				bytesSent: session.bytesSent
			};
		}
	};
};
// action/engine/targets/effects.ts
/** The effects of a real machine; what only the caller can know comes from it. */
function realEffects(given) {
	const { signal, ...rest } = given;
	return {
		...rest,
		...signal ? { signal } : {},
		run: runProcess,
		openTarget: openServer,
		now: () => performance.now(),
		clock: () => Date.now(),
		fetch: globalThis.fetch,
		resolve: (name) => lookup(name, { all: true }).then((found) => found.map(({ address }) => address), () => [])
	};
}
// action/inputs/server-access.ts
/** Where the server is and how one gets in; the key lies in a file while ssh needs it, and at the latest the post step removes it. */
function serverAccess({ access, app, directory }, job) {
	const { runner, log } = job;
	const files = storeCredentials(runner.temp, access, (folder) => job.remember("folder", folder));
	const { host, user, port } = access;
	return {
		request: {
			app,
			root: directory,
			login: {
				host,
				user,
				port,
				...files
			}
		},
		effects: realEffects({
			cacheDir: runner.cache,
			env: job.env,
			log,
			signal: job.signal
		})
	};
}
// action/report/deploy/connection-lost.ts
/** By what ssh died of: in a job the key is a secret and the pinned key another one, and their files are gone afterwards. */
const told = {
	"host-key-changed": ({ where }) => ({
		message: `the host key of ${where} is not the one that known-hosts pins: the server was rebuilt, or someone answers in its place`,
		next: "If it was rebuilt, compare its key on its own console (`ssh-keygen -lf /etc/ssh/ssh_host_ed25519_key.pub`), and store what `cat /etc/ssh/ssh_host_ed25519_key.pub` prints there as the secret KNOWN_HOSTS."
	}),
	"host-key-unknown": ({ where }) => ({
		message: `known-hosts pins no key of ${where}`,
		next: "Store what `cat /etc/ssh/ssh_host_ed25519_key.pub` prints on the server's own console as the secret KNOWN_HOSTS, and check that the variables HOST and PORT name the server that it is of."
	}),
	"key-unusable": () => ({
		message: "the private key of ssh-key cannot be used: it is damaged, or has a passphrase",
		next: "Store the whole key file, from BEGIN to END, as the secret SSH_KEY: `gh secret set SSH_KEY --env production < FILE`."
	}),
	"key-refused": ({ where, user, host }) => ({
		message: `${where} does not accept the key of ssh-key for ${user}`,
		next: `The secret SSH_KEY must hold the private half of a key in ~${user}/.ssh/authorized_keys, and the variable USER its owner. \`npx create-flask-deploy github rotate-key --login root@${host}\` makes a new pair and stores it.`
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
/** @param message in the engine's words, which end with those of ssh itself; undefined when they are right as they are */
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
export { listFiles as C, fingerprint as S, DeployError as T, targets as _, outcome as a, quote as b, driverSettings as c, served as d, folders as f, services as g, paths as h, plainDeep as i, listenPort as l, neededFiles as m, serverAccess as n, understood as o, helperPath as p, Session as r, packDriver as s, connectionLost as t, readNginx as u, connect as v, onDisk as w, quoteAll as x, sshArgv as y };
