import { n as deploy, t as onServer } from "./server.js";
import { i as connect } from "./way-in.js";
import { _ as site, c as services, d as unitFiles, f as authorize, g as pendingMark, h as folder, i as ownFiles, l as siteWish, m as file, n as neededFiles, o as paths, p as command, r as nginxUser, s as question, t as folders, v as helperProtocol } from "./wish.js";
import { join } from "node:path";
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
// action/deploy/setup/facts.ts
const script = "#!/bin/sh\n# Looks at a server for `setup` and changes nothing. Says one fact a line: a word, then what it is.\n# usage: probe.sh APP LOGIN USER... -- UNIT... -- PATH...   (as root; none of the words holds a blank)\nset -u\nPATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C\nexport PATH LC_ALL\napp=$1 login=$2\nshift 2\n\nsay() { printf '%s\\n' \"$*\"; }\nhas() { command -v \"$1\" >/dev/null 2>&1; }\n\nsay uid \"$(id -u)\"\nsed -n 's/^PRETTY_NAME=\"\\{0,1\\}\\([^\"]*\\).*/system \\1/p' /etc/os-release 2>/dev/null\n[ ! -d /run/systemd/system ] || say systemd yes\nfor program in apt-get dnf nginx sudo visudo logrotate supervisord; do\n  ! has $program || say program $program\ndone\nif has python3; then\n  say python \"$(python3 -c 'import sys; print(\"%d.%d\" % sys.version_info[:2])')\"\n  ! python3 -c 'import venv, ensurepip' 2>/dev/null || say venv yes\nfi\n\n# Whether a file is as its package brought it.\nis_stock() {\n  if has dpkg-query; then\n    sum=$(md5sum \"$1\" 2>/dev/null | cut -d' ' -f1)\n    [ -n \"$sum\" ] && dpkg-query -W -f '${Conffiles}\\n' 'nginx*' 2>/dev/null | grep -q \"^ $1 $sum\"\n  elif has rpm; then\n    owner=$(rpm -qf \"$1\" 2>/dev/null) && ! rpm -V \"$owner\" | grep -q \" $1\\$\"\n  else\n    return 1\n  fi\n}\nif has nginx; then\n  say nginx-user \"$(sed -n 's/^[[:space:]]*user[[:space:]]\\{1,\\}\\([^;[:space:]]*\\).*/\\1/p' /etc/nginx/nginx.conf | head -1)\"\n  nginx -V 2>&1 | sed -n 's/.*--user=\\([^ ]*\\).*/nginx-built-user \\1/p'\n  if grep -q '^[^#]*include.*sites-enabled' /etc/nginx/nginx.conf; then say nginx-sites sites-enabled; else say nginx-sites conf.d; fi\n  ! is_stock /etc/nginx/nginx.conf || say stock /etc/nginx/nginx.conf\n  ! is_stock /etc/nginx/sites-available/default || say stock /etc/nginx/sites-available/default\n  for site in /etc/nginx/sites-enabled/* /etc/nginx/conf.d/*.conf; do [ ! -e \"$site\" ] || say site \"$site\"; done\n  if told=$(nginx -t 2>&1); then say nginx-test ok; else printf '%s\\n' \"$told\" | sed 's/^/nginx-said /'; fi\n  workers=$(cat \"/proc/$(cat /run/nginx.pid 2>/dev/null)/task/\"*/children 2>/dev/null)\n  for worker in $workers; do\n    # One that only ends its last connections is not asked any more.\n    grep -aqs 'shutting down' \"/proc/$worker/cmdline\" ||\n      say nginx-worker \"$(sed -n 's/^Groups:[[:space:]]*//p' \"/proc/$worker/status\" 2>/dev/null)\"\n  done\nfi\n\nwhile [ $# -gt 0 ] && [ \"$1\" != -- ]; do\n  if entry=$(getent passwd \"$1\"); then\n    say user \"$entry\"\n    say groups \"$1\" \"$(id -nG \"$1\")\"\n  fi\n  shift\ndone\n[ $# -eq 0 ] || shift\nif gid=$(getent group \"$app\"); then say gid \"$(printf %s \"$gid\" | cut -d: -f3)\"; fi\n\nhome=$(getent passwd \"$login\" | cut -d: -f6)\n[ -z \"$home\" ] || [ ! -r \"$home/.ssh/authorized_keys\" ] || sed -n 's/^[^#]/authorized &/p' \"$home/.ssh/authorized_keys\"\n\nwhile [ $# -gt 0 ] && [ \"$1\" != -- ]; do\n  say unit \"$1\" \"$(systemctl is-enabled \"$1\" 2>/dev/null || :)\" \"$(systemctl is-active \"$1\" 2>/dev/null || :)\" \\\n    \"$(systemctl show -p NeedDaemonReload --value \"$1\" 2>/dev/null)\"\n  shift\ndone\n[ $# -eq 0 ] || shift\n\nfor path in \"$@\"; do\n  if [ -L \"$path\" ]; then\n    say link \"$path\" \"$(readlink \"$path\")\"\n  elif [ -d \"$path\" ]; then\n    say folder \"$path\" \"$(stat -c '%a %U %G' \"$path\")\"\n  elif [ -f \"$path\" ]; then\n    say file \"$path\" \"$(stat -c '%a %U %G' \"$path\")\" \"$(sha256sum <\"$path\" | cut -d' ' -f1)\"\n  fi\ndone\n\nhelper=/usr/local/lib/flask-deploy/$app\nif [ -x \"$helper\" ]; then\n  say allow-config \"$(sed -n \"s/^ALLOW_CONFIG='\\([01]\\)'.*/\\1/p\" \"$helper\")\"\n  if [ \"$login\" = root ]; then\n    say helper \"$(\"$helper\" version 2>&1)\"\n  elif getent passwd \"$login\" >/dev/null && has sudo; then\n    say helper \"$(runuser -u \"$login\" -- sudo -n \"$helper\" version 2>&1 | tail -1)\"\n  fi\nfi\nfor key in /etc/ssh/ssh_host_ed25519_key.pub /etc/ssh/ssh_host_ecdsa_key.pub /etc/ssh/ssh_host_rsa_key.pub; do\n  [ ! -r \"$key\" ] || say hostkey \"$(cut -d' ' -f1,2 \"$key\")\"\ndone\nsay end\n";
/** The probe's command line, to be run as root. */
function probe({ app, login, users, units, paths }) {
	return [
		"sh",
		"-c",
		script,
		"sh",
		app,
		login,
		...users,
		"--",
		...units,
		"--",
		...paths
	];
}
/**
* Reads what the probe said.
*
* @throws when it did not come to its end.
*/
function readFacts(said) {
	const lines = said.split("\n").map((line) => /^(\S+) ?(.*)$/.exec(line)?.slice(1) ?? ["", ""]);
	const all = (word) => lines.filter(([key]) => key === word).map(([, value]) => value);
	const one = (word) => all(word)[0];
	if (one("end") === void 0) throw new Error(`the look at the server broke off:\n${said.slice(-500)}`);
	const programs = new Set(all("program"));
	const packageManager = ["apt-get", "dnf"].find((name) => programs.has(name));
	const split = (word) => all(word).map((value) => value.split(" "));
	return {
		system: one("system") ?? "unknown",
		isRoot: one("uid") === "0",
		systemd: one("systemd") === "yes",
		packageManager,
		programs,
		python: one("python") || void 0,
		venv: one("venv") === "yes",
		nginx: programs.has("nginx") ? {
			user: one("nginx-user") || one("nginx-built-user") || "nobody",
			sites: one("nginx-sites") === "sites-enabled" ? "sites-enabled" : "conf.d",
			stock: new Set(all("stock")),
			enabled: all("site"),
			broken: one("nginx-test") === "ok" ? "" : all("nginx-said").join("\n") || "nginx -t failed",
			workers: all("nginx-worker").map((ids) => ids.split(" ").map(Number))
		} : void 0,
		users: new Map(all("user").map((entry) => {
			const [name = "", , uid = "", , , home = "", shell = ""] = entry.split(":");
			return [name, {
				uid: Number(uid),
				home,
				shell
			}];
		})),
		groups: new Map(split("groups").map(([user = "", ...names]) => [user, names])),
		gid: one("gid") === void 0 ? void 0 : Number(one("gid")),
		authorized: all("authorized"),
		units: new Map(all("unit").map((entry) => {
			const [name = "", enabled = "", active = "", stale = ""] = entry.split(" ");
			return [name, {
				enabled: enabled === "enabled",
				active: active === "active",
				stale: stale === "yes"
			}];
		})),
		paths: new Map([
			...split("link").map(([path = "", to = ""]) => [path, {
				kind: "link",
				to
			}]),
			...split("folder").map(([path = "", mode = "", owner = "", group = ""]) => [path, {
				kind: "folder",
				mode,
				owner,
				group
			}]),
			...split("file").map(([path = "", mode = "", owner = "", group = "", sha256 = ""]) => [path, {
				kind: "file",
				mode,
				owner,
				group,
				sha256
			}])
		]),
		allowConfig: one("allow-config") === void 0 ? void 0 : one("allow-config") === "1",
		helper: one("helper") ?? "",
		hostKeys: all("hostkey")
	};
}
// action/deploy/setup/problems.ts
/** Why this server cannot be set up for this app: the cause and what to do, a sentence or two each. */
function problemsOf(facts, wish) {
	return [
		...ofRepository(wish),
		...ofSystem(facts, wish),
		...facts.nginx ? ofNginx(facts, facts.nginx, wish) : []
	];
}
function* ofRepository({ app, files }) {
	for (const path of neededFiles(app)) if (!files.has(path)) yield `${path} is missing: flask-deploy.yml says ${app.processManager} and a ${app.socket} socket, which need it. \`create-flask-deploy\` in an empty folder makes one to copy.`;
}
function* ofSystem(facts, { app, login }) {
	if (!facts.isRoot) yield "setup did not become root on the server.";
	if (!facts.systemd) yield `${facts.system} does not run systemd, which starts the app and its sockets. Use a server with systemd (Debian, Ubuntu, Fedora, RHEL and their kin).`;
	const lacking = [
		"nginx",
		"python3",
		"logrotate"
	].filter((name) => name === "python3" ? facts.python === void 0 : !facts.programs.has(name));
	if (!facts.packageManager && lacking.length > 0) yield `${facts.system} has neither apt-get nor dnf, so ${lacking.join(", ")} cannot be installed. Install them (with Python's venv), then run setup again.`;
	if (app.processManager === "supervisor" && facts.packageManager !== "apt-get") yield "supervisor is set up where it reads /etc/supervisor/conf.d, as in Debian and Ubuntu. Say process_manager: systemd in flask-deploy.yml.";
	if (facts.python && older(facts.python, app.python)) yield `the server's python3 is ${facts.python}, and flask-deploy.yml asks for ${app.python} or newer. Lower python: in flask-deploy.yml if the app allows it, or use a newer release of ${facts.system}.`;
	const account = facts.users.get(app.name);
	if (account && (account.uid === 0 || !/\/(nologin|false)$/.test(account.shell))) yield `the server has an account ${app.name} that can log in (${account.shell || "no shell given"}); the app needs one of its own. Rename the app, or take the login away: usermod -s /usr/sbin/nologin ${app.name}`;
	const owner = facts.users.get(login);
	if (owner && login !== "root" && /\/(nologin|false)$/.test(owner.shell)) yield `the account ${login} has no shell, so nobody can deploy with it. Name another one under deploy: user: in flask-deploy.yml.`;
}
function* ofNginx(facts, nginx, wish) {
	const { app } = wish;
	const where = paths(app.name);
	const wanted = siteWish(facts, wish);
	if (nginx.broken && !nginx.broken.includes(wanted.path) && !(wanted.link && nginx.broken.includes(wanted.link.path))) yield `nginx on the server refuses its configuration already, before anything was changed. Repair it there, then run setup again. nginx said:\n${nginx.broken}`;
	const web = nginxUser(facts, wish);
	if (!facts.users.has(web)) yield `deploy/nginx.conf says \`user ${web};\`, and this server has no such account; nginx runs as ${nginx.user} here. Write \`user ${nginx.user};\`.`;
	const others = nginx.enabled.filter((site) => ![
		where.enabled,
		where.confd,
		where.debianDefault
	].includes(site));
	const replaced = facts.paths.get(where.fullSite);
	if (app.nginx === "full" && others.length > 0 && replaced && !isOurs(replaced, wish)) yield `deploy/nginx.conf is a whole nginx.conf, and would switch off ${others.join(", ")}. Say nginx: site in flask-deploy.yml, or remove them.`;
	if (wanted.removes.length > 0 && !nginx.stock.has("/etc/nginx/sites-available/default")) yield `${where.debianDefault} was changed by somebody and answers to any name, as this app would (domain: "_"). Give the app a domain in flask-deploy.yml, or remove that file.`;
}
const isOurs = (fact, wish) => fact.kind === "file" && fact.sha256 === sha256(wish.files.get("deploy/nginx.conf") ?? "");
const sha256 = (text) => createHash("sha256").update(text).digest("hex");
/** Whether one "3.11" is older than another. */
function older(have, want) {
	const [a, b] = [have, want].map((version) => version.split(".").map(Number));
	return a !== void 0 && b !== void 0 && (a[0] < b[0] || a[0] === b[0] && a[1] < b[1]);
}
// action/deploy/setup/plan.ts
/** What a server lacks of what an app wants. Pure: the same facts give the same plan. */
function planSetup(facts, wish) {
	const problems = problemsOf(facts, wish);
	if (problems.length > 0) return {
		problems,
		packages: [],
		steps: []
	};
	return {
		problems,
		packages: packageSteps(facts, wish),
		steps: [...accounts(facts, wish), ...onDisk(facts, wish)]
	};
}
/** Packages whose names are the same in Debian's and Red Hat's families, but for venv. */
function packageSteps(facts, wish) {
	const apt = facts.packageManager === "apt-get";
	const lacks = (program) => !facts.programs.has(program);
	const names = [
		...lacks("nginx") ? ["nginx"] : [],
		...facts.python === void 0 ? ["python3"] : [],
		...!facts.venv && apt ? ["python3-venv"] : [],
		...lacks("logrotate") ? ["logrotate"] : [],
		...lacks("sudo") && wish.login !== "root" ? ["sudo"] : [],
		...lacks("supervisord") && wish.app.processManager === "supervisor" ? ["supervisor"] : []
	];
	if (names.length === 0) return [];
	const title = `install ${names.join(", ")}`;
	if (!apt) return [command(title, [
		"dnf",
		"install",
		"-y",
		"-q",
		...names
	])];
	const get = [
		"env",
		"DEBIAN_FRONTEND=noninteractive",
		"apt-get",
		"-q",
		"-o",
		"DPkg::Lock::Timeout=120"
	];
	return [command(title, [
		"env",
		"DEBIAN_FRONTEND=noninteractive",
		"dpkg",
		"--configure",
		"-a"
	], [...get, "update"], [
		...get,
		"install",
		"-y",
		"--no-install-recommends",
		...names
	])];
}
function accounts(facts, wish) {
	const { login, keys } = wish;
	const { name } = wish.app;
	const web = nginxUser(facts, wish);
	const steps = [];
	if (!facts.users.has(name)) {
		const flags = [
			"--system",
			"--user-group",
			"--no-create-home",
			"--home-dir",
			paths(name).base
		];
		steps.push(command(`create the account ${name}, which runs the app and cannot log in`, [
			"useradd",
			...flags,
			"--shell",
			"/usr/sbin/nologin",
			name
		]));
	} else if (facts.gid === void 0) steps.push(command(`create the group ${name}`, [
		"groupadd",
		"--system",
		name
	]));
	if (login !== "root" && !facts.users.has(login)) steps.push(command(`create the account ${login}, which logs in by key`, [
		"useradd",
		...[
			"--create-home",
			"--user-group",
			"--shell",
			"/bin/bash",
			"--password",
			"*"
		],
		login
	]));
	for (const [user, why] of [[login, "it looks at the app's sockets"], [web, "nginx connects to the app's sockets and reads its static files"]]) if (user !== "root" && !facts.groups.get(user)?.includes(name)) steps.push(command(`put ${user} into the group ${name}: ${why}`, [
		"usermod",
		"-aG",
		name,
		user
	]));
	const known = new Set(facts.authorized.flatMap((line) => line.split(/\s+/)));
	for (const key of keys) if (!known.has(key.split(/\s+/)[1])) steps.push(authorize(login, key));
	return steps;
}
function onDisk(facts, wish) {
	const { app } = wish;
	const where = paths(app.name);
	const steps = [];
	for (const [path, ...owned] of folders(wish)) {
		const [mode, owner, group] = owned;
		if (!isFolder(facts.paths.get(path), ...owned)) steps.push(folder(path, mode, owner, group));
	}
	const ours = ownFiles(facts, wish).filter((one) => !isFile(facts.paths.get(one.path), one));
	const theirs = unitFiles(wish).filter((one) => !isFile(facts.paths.get(one.path), one));
	steps.push(...[...ours, ...theirs].map(file));
	if (!isFolder(facts.paths.get(where.run), "750", app.name, app.name)) steps.push(command(`create ${where.run}`, [
		"systemd-tmpfiles",
		"--create",
		where.tmpfiles
	]));
	const changed = [...ours, ...theirs].map(({ path }) => path);
	const isUnit = (path) => path.startsWith("/etc/systemd/");
	if (changed.some(isUnit) || [...facts.units.values()].some(({ stale }) => stale)) steps.push(command("let systemd read its units", ["systemctl", "daemon-reload"]));
	for (const service of services(app)) steps.push(...serviceSteps(facts, app.name, service, changed));
	steps.push(...siteSteps(facts, wish));
	return steps;
}
function serviceSteps(facts, name, service, changed) {
	const { enabled = false, active = false } = facts.units.get(service) ?? {};
	const steps = [];
	if (!enabled) steps.push(command(`enable ${service}`, [
		"systemctl",
		"enable",
		"-q",
		service
	]));
	if (service === `${name}-current.service`) return steps;
	const own = changed.some((path) => path.endsWith(`/${service}`));
	if (service === `${name}.socket` && active && (own || changed.some((path) => path.endsWith(`/${name}-proxy.service`)))) steps.push(command(`restart ${service}`, [
		"systemctl",
		"stop",
		`${name}-proxy.service`
	], [
		"systemctl",
		"restart",
		service
	]));
	else if (service === `${name}-emperor.service`) {
		if (active && own) steps.push(command(`restart ${service}`, [
			"systemctl",
			"restart",
			service
		]));
	} else if (!active) steps.push(command(`start ${service}`, [
		"systemctl",
		"start",
		service
	]));
	return steps;
}
function siteSteps(facts, wish) {
	const wanted = siteWish(facts, wish);
	const { name } = wish.app;
	const linked = wanted.link === void 0 || isLink(facts.paths.get(wanted.link.path), wanted.link.to);
	const inPlace = isFile(facts.paths.get(wanted.path), {
		...wanted,
		mode: "0644"
	});
	const told = !facts.paths.has(pendingMark(name));
	const seesGroup = facts.gid !== void 0 && facts.nginx?.workers.every((ids) => ids.includes(facts.gid));
	return inPlace && linked && told && seesGroup && wanted.removes.length === 0 ? [] : [site(name, wanted)];
}
const isLink = (fact, to) => fact?.kind === "link" && fact.to === to;
const isFolder = (fact, mode, owner, group) => fact?.kind === "folder" && fact.mode === mode && fact.owner === owner && fact.group === group;
function isFile(fact, { content, mode }) {
	if (fact?.kind !== "file" || fact.owner !== "root" || fact.group !== "root") return false;
	return fact.mode === mode.replace(/^0/, "") && fact.sha256 === createHash("sha256").update(content).digest("hex");
}
// action/deploy/setup/setup.ts
/** The server cannot be set up, or not to the end; each problem says the cause and what to do. */
var SetupError = class extends Error {
	name = "SetupError";
	problems;
	constructor(...problems) {
		super(problems.join("\n"));
		this.problems = problems;
	}
};
const INSTALL_MS = 9e5;
const LOOK_MS = 6e4;
/**
* Makes a server ready for an app: looks, plans, does what is missing, looks again. Killed anywhere, it can be run again
* and goes on from there.
*
* @throws SetupError when the server is not fit, a step fails, or something is still missing at the end.
*/
async function setUp(wish, connection, options = {}) {
	const root = asRoot(connection);
	const look = async () => {
		const facts = await root.look(wish);
		return {
			facts,
			plan: checked(planSetup(facts, wish))
		};
	};
	const result = (status, facts, steps) => ({
		status,
		steps,
		authorized: facts.authorized,
		knownHosts: knownHosts(connection.target.host, connection.target.port ?? 22, facts.hostKeys)
	});
	const first = await look();
	const wanted = [...first.plan.packages, ...first.plan.steps];
	if (options.dryRun) return result("planned", first.facts, wanted);
	const done = [];
	const perform = async (steps, timeoutMs) => {
		for (const step of steps) {
			options.signal?.throwIfAborted();
			options.onStep?.(step);
			await root.perform(step, timeoutMs);
			done.push(step);
		}
	};
	await perform(first.plan.packages, INSTALL_MS);
	const { plan, facts } = first.plan.packages.length > 0 ? await look() : first;
	if (plan.packages.length > 0) throw new SetupError(`the package manager says it is done, but these are still to do: ${titles(plan.packages)}.`);
	await perform(plan.steps, LOOK_MS);
	const last = done.length > 0 ? await look() : {
		plan,
		facts
	};
	const left = [...last.plan.packages, ...last.plan.steps];
	if (left.length > 0) throw new SetupError(`every step succeeded, and yet the server still lacks: ${titles(left)}. Something on it takes them back (a configuration management, perhaps).`);
	if (last.facts.helper !== helperProtocol) throw new SetupError(`${wish.login} may not run the helper through sudo: ${last.facts.helper || "no answer"}. /etc/sudoers must end with the line: @includedir /etc/sudoers.d`);
	return result(done.length > 0 ? "changed" : "ready", {
		...last.facts,
		authorized: first.facts.authorized
	}, done);
}
function checked(plan) {
	if (plan.problems.length > 0) throw new SetupError(...plan.problems);
	return plan;
}
const titles = (steps) => steps.map(({ title }) => title).join("; ");
/** Runs steps as root, through sudo where the login is not root. */
function asRoot(connection) {
	const { user, host } = connection.target;
	const prefix = user === "root" ? [] : [
		"sudo",
		"-n",
		"--"
	];
	const advice = `Give it one (as root on the server: echo '${user} ALL=(ALL) NOPASSWD: ALL' > /etc/sudoers.d/${user}), or run: create-flask-deploy setup root@${host}`;
	const exec = async (argv, options) => {
		const done = await connection.exec([...prefix, ...argv], options);
		if (prefix.length > 0 && /^sudo: |sudo: (command )?not found|is not in the sudoers/m.test(done.stderr) && done.code !== 0) throw new SetupError(`${user} cannot become root on ${host} without a password. ${advice}\n${done.stderr.trim()}`);
		return done;
	};
	return {
		async look(wish) {
			const { code, stdout, stderr } = await exec(probe(question(wish)), { timeoutMs: LOOK_MS });
			if (code !== 0) throw new SetupError(`the look at ${host} failed (exit code ${code}):\n${lastLines(stderr)}`);
			return readFacts(stdout);
		},
		async perform(step, timeoutMs) {
			const { code, stdout, stderr, timedOut } = await exec([
				"sh",
				"-c",
				step.script
			], {
				stdin: step.stdin ?? "",
				timeoutMs
			});
			if (code === 0) return;
			const how = timedOut ? `took over ${timeoutMs / 1e3} s` : `ended with ${code}`;
			throw new SetupError(`could not ${step.title} (${how}):\n${lastLines(stderr) || lastLines(stdout)}\nWhat was done before it stays; setup goes on from here when it is run again.`);
		}
	};
}
const lastLines = (text) => text.trim().split("\n").slice(-12).join("\n");
/** As known_hosts wants them; a port other than 22 is part of the name. */
function knownHosts(host, port, keys) {
	return keys.map((key) => `${port === 22 ? host : `[${host}]:${port}`} ${key}`);
}
// action/deploy/setup/wish-of-app.ts
/** The wish of a repository: its flask-deploy.yml and the files below deploy/ that belong into /etc. */
async function wishOf(app, root, more) {
	const read = async (path) => {
		const text = await readFile(join(root, path), "utf8").catch(() => void 0);
		return text === void 0 ? [] : [[path, text]];
	};
	const files = new Map((await Promise.all(neededFiles(app).map(read))).flat());
	return {
		app,
		login: app.deploy.user,
		files,
		...more
	};
}
// action/deploy/setup/on-demand.ts
/**
* A deploy that makes its server ready first where flask-deploy.yml says `setup: auto` and the server lacks something
* that setup brings. A server that is ready pays nothing for it: what it lacks is told by the deploy itself.
* Never throws, as {@link deploy}.
*/
async function deployWithSetup(request, effects) {
	const result = await deploy(request, effects);
	const { app, root, login, dryRun } = request;
	if (!(app.deploy.setup === "auto" && result.cause?.kind === "setup" && !dryRun)) return result;
	const { log, run, signal } = effects;
	log.line(`${result.cause?.message}: setting ${login.host} up`);
	const connection = await connect({
		...login,
		run
	});
	try {
		await setUp(await wishOf({
			...app,
			deploy: { user: login.user }
		}, root, {
			keys: [],
			allowConfig: void 0
		}), connection, {
			onStep: ({ title }) => log.line(title),
			...signal && { signal }
		});
	} catch (error) {
		const next = `${result.cause?.next ?? ""}\nSetting it up from here failed: ${error.message}`.trim();
		return {
			...result,
			cause: result.cause && {
				...result.cause,
				next
			}
		};
	} finally {
		await connection.close();
	}
	return deploy(request, effects);
}
// action/commands/deploy.ts
/**
* The site is live when the prober begins, so a job can take longer than a terminal to believe it: what dies within its
* first moments is then a failed job, not a green one whose release the server has taken back.
*/
const PROBE_SECONDS = 2;
/** Lints, then deploys what the linter lets pass. */
async function deployCommand(inputs, job) {
	const findings = inputs.lintLevel === "off" ? void 0 : await lintFirst(inputs, job);
	if (findings?.failure !== void 0) return {
		...findings,
		failure: `Not deployed: ${findings.failure}. \`lint-level: off\` deploys in spite of it.`
	};
	const { app, directory, env, force, dryRun } = inputs;
	const report = await onServer("deploy", inputs, job, (login, effects) => deployWithSetup({
		app,
		root: directory,
		login,
		force,
		dryRun,
		probeSeconds: PROBE_SECONDS,
		...job.runner.runUrl && { runUrl: job.runner.runUrl },
		...job.runner.actor && { by: job.runner.actor },
		...env && { env }
	}, effects));
	return {
		...report,
		outputs: {
			...report.outputs,
			findings: findings?.outputs.findings ?? ""
		},
		annotations: [...report.annotations, ...findings?.annotations ?? []]
	};
}
/** The linter is loaded here only. */
async function lintFirst(inputs, job) {
	const { lintCommand } = await import("./lint.js");
	return lintCommand(inputs, job);
}
export { deployCommand };
