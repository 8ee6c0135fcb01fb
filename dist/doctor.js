import { $t as inline, At as paths, C as plainDeep, D as listenPort, Dt as folders, En as isAtLeast, Et as environmentMode, Fn as processManagers, In as sockets, It as sshArgv, Mt as targets, O as readNginx, Ot as helperPath, Qt as folded, Sn as canonicalName, Tt as sudoersText, Ut as DeployError, Xt as code, bn as loginOf, c as https$1, d as days, en as page, f as megabytes, g as runQuery, h as staticsModule, jn as wordsOf, jt as services, kt as neededFiles, l as httpsModule, mn as readKey, pt as ownFilesFor, s as runQuery$1, tn as table, u as httpsProblem, wt as helperProtocol } from "./shared.js";
import { C as number, D as picklist, N as string, S as nullable, c as array, h as lazy, k as record, l as boolean, m as intersect, w as object } from "./packages.js";
import { connect } from "node:net";
import { connect as connect$1 } from "node:tls";
import { hash } from "node:crypto";
import { join } from "node:path";
import { readFile, stat } from "node:fs/promises";
import { Resolver, lookup } from "node:dns/promises";
// action/engine/console/doctor/check.ts
const ok = (detail = "") => ({
	status: "ok",
	detail
});
/** The check does not apply here. */
const skip = (detail) => ({
	status: "skipped",
	detail
});
/** @param severity if it differs from that of the check */
const bad = (detail, next, severity) => ({
	status: "bad",
	detail,
	next,
	severity
});
/** Makes rows of one group; each keeps what it may rely on in its type. */
const checkOf = (group) => (row) => ({
	...row,
	group
});
/** Runs all rows in order; a cause comes before its effects. */
function judgeAll(rows, facts) {
	const results = /* @__PURE__ */ new Map();
	for (const row of rows) {
		const { id, title, group } = row;
		const judgement = judged(row, facts, results);
		const status = judgement.status === "bad" ? judgement.severity ?? row.severity : judgement.status;
		const next = judgement.status === "bad" ? judgement.next : "";
		results.set(id, {
			id,
			title,
			group,
			status,
			detail: judgement.detail,
			next
		});
	}
	return [...results.values()];
}
function judged(row, facts, before) {
	const unseen = whyUnseen(row.from, facts);
	if (unseen) return skip(unseen);
	const cause = row.after?.find((id) => before.get(id)?.status === "error");
	if (cause) return skip(`follows from ${cause}`);
	return row.judge(facts);
}
function whyUnseen(from, { bare, server, root }) {
	if (from === "here") return "";
	if (bare === void 0) return "the server did not respond";
	if (from !== "bare" && server === void 0) return "the server is not set up";
	return from === "root" && root === void 0 ? "the root helper could not be run" : "";
}
// action/engine/console/doctor/end-of-life.ts
/**
* The day on which a distribution's free security support ends, by ID and VERSION_ID of /etc/os-release; the end of its
* long-term support, if that is free for everyone. From the distributions' own calendars, as of November 2026.
*/
const ends = {
	debian: {
		9: "2022-06-30",
		10: "2024-06-30",
		11: "2026-08-31",
		12: "2028-06-30",
		13: "2030-06-30"
	},
	ubuntu: {
		"18.04": "2023-05-31",
		"20.04": "2025-05-31",
		"22.04": "2027-04-30",
		"24.04": "2029-04-30",
		"24.10": "2025-07-31",
		"25.04": "2026-01-31",
		"25.10": "2026-07-31",
		"26.04": "2031-04-30"
	},
	fedora: {
		40: "2025-05-13",
		41: "2025-12-15",
		42: "2026-05-13",
		43: "2026-12-09"
	},
	centos: {
		7: "2024-06-30",
		8: "2024-05-31",
		9: "2027-05-31"
	},
	rhel: {
		7: "2024-06-30",
		8: "2029-05-31",
		9: "2032-05-31",
		10: "2035-05-31"
	},
	rocky: {
		8: "2029-05-31",
		9: "2032-05-31",
		10: "2035-05-31"
	},
	almalinux: {
		8: "2029-03-01",
		9: "2032-05-31",
		10: "2035-05-31"
	},
	amzn: {
		2: "2026-06-30",
		2023: "2029-06-30"
	}
};
/** ISO 8601; undefined if unknown. If the whole of "9.4" is not listed, "9" is looked up. */
function endOfLife(id, version) {
	const of = Object.hasOwn(ends, id) ? ends[id] : void 0;
	const [major = ""] = version.split(".");
	return of?.[version] ?? of?.[major];
}
// action/engine/console/doctor/facts.ts
/** @returns undefined if the root helper's output is incomplete */
function readRootFacts(said) {
	const found = /* @__PURE__ */ new Map();
	for (const line of said.split("\n")) {
		const [, word = "", rest = ""] = /^([a-z-]+) ?(.*)$/.exec(line) ?? [];
		found.set(word, [...found.get(word) ?? [], rest]);
	}
	return found.has("end") ? found : void 0;
}
/** A unit's record; undefined if systemd printed none. */
const unitOf = ({ units }, name) => units.find(({ Id }) => Id === name);
/** The unit of the live release: only systemd has a unit for each release. */
const instanceOf = (facts, app) => unitOf(facts, `${app}@${facts.release.id}.service`);
// action/engine/console/doctor/checks/machine.ts
const check$8 = checkOf("server");
/** Any of these rotates logs. */
const rotators = [
	"logrotate.timer",
	"cron.service",
	"crond.service"
];
/** The server itself: Python, clock, memory, disk space. */
const machine = [
	check$8({
		id: "python",
		title: "the server's Python is recent enough",
		severity: "error",
		from: "bare",
		after: ["setup"],
		judge({ bare: { python, system }, app }) {
			if (isAtLeast(python.version, app.python)) return ok(python.version);
			return bad(`the server's python3 is ${python.version}, but flask-deploy.yml requires ${app.python} or newer`, `Lower python: in flask-deploy.yml if the app allows it, or use a newer release of ${system.name}.`);
		}
	}),
	check$8({
		id: "venv",
		title: "Python can create virtual environments",
		severity: "error",
		from: "bare",
		after: ["setup"],
		judge({ bare: { python } }) {
			if (python.venv) return ok();
			return bad("python3 has no venv or ensurepip", "On the server, as root: apt-get install python3-venv");
		}
	}),
	check$8({
		id: "distribution",
		title: "the distribution still gets security fixes",
		severity: "warning",
		from: "bare",
		judge({ bare: { system }, here: { asked } }) {
			const end = endOfLife(system.id, system.version);
			if (end === void 0) return skip(`the support period of ${system.name || "this system"} is unknown`);
			if (asked[0] * 1e3 < Date.parse(end)) return ok(`${system.name}, until ${end}`);
			return bad(`${system.name} has had no security fixes since ${end}`, "Move to a newer release: setup prepares a new server in one run.");
		}
	}),
	check$8({
		id: "clock",
		title: "the server's clock is correct",
		severity: "warning",
		from: "bare",
		judge({ bare: { now }, here: { asked } }) {
			const [from, to] = asked;
			const off = now < from ? now - from : now > to ? now - to : 0;
			if (Math.abs(off) < 5) return ok();
			const by = Math.abs(off) < 120 ? `${Math.round(Math.abs(off))} s` : `${Math.round(Math.abs(off) / 60)} min`;
			return bad(`the server's clock is ${by} ${off > 0 ? "ahead of" : "behind"} this machine's`, "On the server: timedatectl set-ntp true (or install chrony). If the server's clock is correct, this machine's is wrong.", Math.abs(off) > 300 ? "error" : "warning");
		}
	}),
	check$8({
		id: "time-sync",
		title: "the clock is synchronized",
		severity: "warning",
		from: "server",
		judge({ server: { clock } }) {
			if (clock.synchronized) return ok();
			if (clock.container) return skip("a container has its host's clock");
			return bad("the server's clock is not synchronized", "On the server, as root: apt-get install systemd-timesyncd (or chrony), then timedatectl set-ntp true");
		}
	}),
	check$8({
		id: "disk",
		title: "the disk has free space",
		severity: "warning",
		from: "server",
		judge({ server: { disk } }) {
			const least = Object.entries(disk).map(([path, { free, size }]) => ({
				path,
				free,
				share: size > 0 ? free / size : 1
			})).toSorted((a, b) => a.share - b.share)[0];
			if (!least) return skip("the disk was not measured");
			const said = `${megabytes(least.free)} (${Math.round(least.share * 100)} %) are free on ${least.path}`;
			const next = "On the server: `du -xh / | sort -h | tail -30`. Fewer releases: deploy.keep_releases.";
			if (least.share < .02 || least.free < 30 << 20) return bad(said, next, "error");
			return least.share < .1 && least.free < 2 ** 31 ? bad(said, next) : ok(said);
		}
	}),
	check$8({
		id: "inodes",
		title: "the disk has free inodes",
		severity: "warning",
		from: "server",
		judge({ server: { disk } }) {
			const least = Object.entries(disk).filter(([, { inodes }]) => inodes > 0).map(([path, { inodes, inodesFree }]) => ({
				path,
				left: inodesFree,
				share: inodesFree / inodes
			})).toSorted((a, b) => a.share - b.share)[0];
			if (!least) return skip("this file system does not count inodes");
			if (least.share >= .05) return ok(`${least.left} more files on ${least.path}`);
			return bad(`only ${least.left} more files can be created on ${least.path}`, "On the server: `du --inodes -x / | sort -n | tail`. Look for sessions or caches stored as single files.", least.share < .01 ? "error" : "warning");
		}
	}),
	check$8({
		id: "memory",
		title: "the memory is enough for two releases",
		severity: "warning",
		from: "server",
		judge({ server: { memory } }) {
			const { free, instance } = memory;
			if (free >= instance * 1.2) return ok(`${megabytes(free)} are free, the app takes ${megabytes(instance)}`);
			return bad(`the app takes ${megabytes(instance)} and ${megabytes(free)} are free: the next deploy stops the old release first`, "Use fewer workers, or add memory or swap.");
		}
	}),
	check$8({
		id: "swap",
		title: "the server has swap or 1 GB of memory",
		severity: "warning",
		from: "server",
		judge({ server: { memory } }) {
			if (memory.swap > 0 || memory.total >= 2 ** 30 * .95) return ok();
			return bad(`the server has ${megabytes(memory.total)} of memory and no swap`, "On the server, as root: fallocate -l 1G /swap && chmod 600 /swap && mkswap /swap && swapon /swap, and a line in /etc/fstab.");
		}
	}),
	check$8({
		id: "oom",
		title: "no process was killed for lack of memory",
		severity: "warning",
		from: "root",
		judge({ root }) {
			const lines = root.get("oom") ?? [];
			if (lines.length === 0) return ok();
			return bad(`in the last week: ${lines.at(-1)}`, "Use fewer workers, or add memory or swap; `journalctl -k -g oom` shows which process used it.");
		}
	}),
	check$8({
		id: "updates",
		title: "updates are installed",
		severity: "warning",
		from: "server",
		judge({ server: { updates } }) {
			if (updates.days < 60) return ok(updates.unattended ? "unattended-upgrades installs them" : `last ${days(updates.days)} ago`);
			return bad(`no package was updated for ${days(updates.days)}`, updates.unattended ? "unattended-upgrades is installed but does nothing: systemctl status apt-daily-upgrade.timer" : "On the server, as root: apt-get install unattended-upgrades");
		}
	}),
	check$8({
		id: "reboot",
		title: "no installed update needs a reboot",
		severity: "warning",
		from: "server",
		judge({ server: { updates } }) {
			return updates.reboot ? bad("an installed update needs a reboot", "Reboot at a convenient time: the app starts by itself.") : ok();
		}
	}),
	check$8({
		id: "logs",
		title: "logs are rotated",
		severity: "warning",
		from: "server",
		judge({ server }) {
			const { rotate, rule, files } = server.logs;
			const large = Object.entries(files).find(([, bytes]) => bytes > 2 ** 30);
			if (large) return bad(`${large[0]} is ${megabytes(large[1])}`, "`logrotate -d /etc/logrotate.d/nginx` on the server shows why the log is not rotated.");
			if (!rotate || !rule) return bad(rotate ? "logrotate has no rule for nginx" : "there is no logrotate", "On the server, as root: apt-get install --reinstall logrotate nginx-common");
			if (rotators.some((name) => unitOf(server, name)?.ActiveState === "active")) return ok();
			return bad("nothing runs logrotate: neither its timer nor cron is active", "On the server, as root: systemctl enable --now logrotate.timer");
		}
	})
];
// action/engine/console/doctor/checks/drift.ts
const check$7 = checkOf("setup");
/** Whether installed files match the release and the repository. */
const drift = [
	checkOf("nginx")({
		id: "site-drift",
		title: "the installed site is the release's",
		severity: "warning",
		from: "server",
		judge: (facts) => compare(facts, (path) => path === "deploy/nginx.conf")
	}),
	check$7({
		id: "unit-drift",
		title: "the installed units are the release's",
		severity: "warning",
		from: "server",
		judge: (facts) => compare(facts, (path) => path !== "deploy/nginx.conf")
	}),
	check$7({
		id: "daemon-reload",
		title: "systemd has loaded the current units",
		severity: "warning",
		from: "server",
		judge({ server }) {
			const stale = server.units.filter(({ NeedDaemonReload }) => NeedDaemonReload === "yes").map(({ Id }) => Id);
			return stale.length === 0 ? ok() : bad(`changed on disk, not loaded yet: ${stale.join(", ")}`, "On the server: sudo systemctl daemon-reload");
		}
	})
];
/** Compares installed files with those of the live release, and those with the repository here. */
function compare({ server, here, login }, of) {
	const files = server.files.filter(({ path }) => of(path));
	const again = `Run: npx create-flask-deploy setup ${login.host}`;
	const missing = files.filter(({ installed }) => installed === null);
	if (missing.length > 0) return bad(`${missing.map(({ target }) => target).join(" and ")} is missing`, again, "error");
	const reference = (file) => file.source || here.files[file.path] || "";
	const edited = files.filter((file) => reference(file) !== "" && reference(file) !== file.installed?.sha256);
	const ahead = edited.filter(({ path, installed }) => here.files[path] === installed?.sha256);
	if (ahead.length > 0) return ok(`${ahead.map(({ path }) => path).join(", ")}: installed by setup, not deployed yet`);
	if (edited.length > 0) return bad(`${edited.map(({ target, path }) => `${target} is not ${path} of the release`).join("; ")}: it was edited on the server`, `Copy the change into the repository, or restore the repository's file: npx create-flask-deploy setup ${login.host}`);
	const pending = files.filter(({ path, installed }) => here.files[path] && here.files[path] !== installed?.sha256);
	return ok(pending.length > 0 ? `${pending.map(({ path }) => path).join(", ")}: changed here, not deployed yet` : "");
}
// action/engine/console/doctor/checks/https.ts
const check$6 = checkOf("site");
/** What certbot's own CA calls itself in CAA records. */
const letsEncrypt = "letsencrypt.org";
/** What keeps a site from its certificate, and what it has. Their causes come first. */
const https = [
	check$6({
		id: "caa",
		title: "the DNS lets the CA issue for the site's names",
		severity: "error",
		from: "here",
		judge({ app, here: { names80 } }) {
			if (app.tls !== "letsencrypt") return skip("no CA is asked for a certificate");
			if (!app.tlsServer.includes(letsEncrypt)) return skip(`what ${app.tlsServer} is called in CAA records is not known`);
			const closed = names80.find(({ issuers }) => issuers.length > 0 && !issuers.some((one) => one.split(";")[0]?.trim() === letsEncrypt));
			if (closed === void 0) return ok(names80.map(({ name }) => name).join(", "));
			return bad(`the CAA records of ${closed.name} allow ${closed.issuers.join(", ")} and not ${letsEncrypt}`, `Add the record: ${closed.name}. CAA 0 issue "${letsEncrypt}"`);
		}
	}),
	check$6({
		id: "challenge-port",
		title: "the CA reaches port 80 of each name",
		severity: "error",
		from: "here",
		after: [
			"dns",
			"nginx",
			"nginx-config",
			"site-enabled",
			"firewall"
		],
		judge({ app, here: { names80 } }) {
			if (app.tls !== "letsencrypt") return skip("no CA is asked for a certificate");
			for (const { name, addresses, ports } of names80) {
				if (addresses.length === 0) return bad(`${name} does not resolve`, `Give ${name} an A (and AAAA) record with the server's address.`);
				const at = ports.findIndex((state) => state !== "open");
				if (at < 0) continue;
				const address = addresses[at] ?? "";
				if (address.includes(":") && ports[at] === "unreachable") continue;
				return bad(`port 80 of ${name} (${address}) is ${ports[at]}, and the CA looks there`, address.includes(":") ? "Remove the AAAA record, or let nginx and the firewalls serve that address too: a CA tries IPv6 first." : "Open port 80 in the provider's firewall (security group) and in the server's own.");
			}
			return ok(names80.map(({ name }) => name).join(", "));
		}
	}),
	check$6({
		id: "https",
		title: "the server's certificate is served and renewed",
		severity: "error",
		from: "server",
		after: [
			"nginx",
			"nginx-config",
			"site-enabled",
			"setup",
			"caa",
			"challenge-port"
		],
		judge({ app, server: { https: seen }, bare }) {
			if (app.tls === "none") return skip("the site is served without HTTPS (tls: none)");
			if (seen === null) return bad("the server is not set up for HTTPS", "Run: npx create-flask-deploy setup root@SERVER");
			const problem = httpsProblem(seen, (/* @__PURE__ */ new Date(bare.now * 1e3)).toISOString());
			return problem === "" ? ok(`until ${seen.pair.until}`) : bad(problem, "`npx create-flask-deploy tls` shows the last try; `tls renew` tries again now.");
		}
	})
];
// action/engine/console/doctor/checks/nginx.ts
const check$5 = checkOf("nginx");
const siteOf$1 = (bare) => bare.helper?.constants.SITE ?? "";
/** The path from which nginx reads the site: on Debian, a symlink in sites-enabled. */
const readAs = (site) => site.replace("/sites-available/", "/sites-enabled/");
const nginx = [
	check$5({
		id: "nginx-config",
		title: "nginx accepts its configuration",
		severity: "error",
		from: "root",
		judge({ root }) {
			const said = (root.get("nginx") ?? []).filter((line) => line.startsWith("[emerg]"));
			if (said.length === 0) return ok();
			return bad(said.join("; "), `On the server: sudo nginx -t. If the error is in this app's file, \`npx create-flask-deploy lint\` finds it here, and setup installs the repository's file.`);
		}
	}),
	check$5({
		id: "nginx",
		title: "nginx runs, also after a reboot",
		severity: "error",
		from: "server",
		judge({ server }) {
			const { LoadState, ActiveState, UnitFileState } = unitOf(server, "nginx.service") ?? {};
			if (LoadState !== "loaded") return bad("nginx is not installed", "Run setup again.");
			if (ActiveState !== "active") return bad(`nginx is ${ActiveState}`, "On the server: sudo systemctl restart nginx; `journalctl -u nginx` shows why it stopped.");
			return UnitFileState === "enabled" ? ok() : bad("nginx is not started after a reboot", "On the server: sudo systemctl enable nginx", "warning");
		}
	}),
	check$5({
		id: "site-enabled",
		title: "nginx reads the app's site",
		severity: "error",
		from: "root",
		after: ["nginx-config"],
		judge({ root, bare, login }) {
			const files = root.get("nginx-file") ?? [];
			const site = siteOf$1(bare);
			if (files.length === 0) return skip("nginx does not report which files it reads");
			if (files.includes(site) || files.includes(readAs(site))) return ok(site);
			return bad(`nginx does not read ${readAs(site)}`, `Run: npx create-flask-deploy setup ${login.host}`);
		}
	}),
	check$5({
		id: "server-name",
		title: "no other site has the same server_name",
		severity: "error",
		from: "root",
		after: ["nginx-config"],
		judge({ root, app }) {
			const clashes = (root.get("nginx") ?? []).flatMap((line) => {
				const [, name = "", address = ""] = /conflicting server name "([^"]*)" on ([^,]+)/.exec(line) ?? [];
				return wordsOf(app.domain).includes(name) ? [address] : [];
			});
			if (clashes.length === 0) return ok(app.domain);
			return bad(`another site has the server_name ${app.domain} too (${clashes.join(", ")}): nginx uses the one that it reads first`, `On the server: grep -rn "server_name.*${app.domain}" /etc/nginx shows both; disable one.`);
		}
	})
];
// action/engine/console/doctor/checks/release.ts
const check$4 = checkOf("release");
const release = [
	check$4({
		id: "release",
		title: "a release is deployed",
		severity: "error",
		from: "server",
		judge({ server, app }) {
			const { id, complete } = server.release;
			if (id === "") return bad("nothing was deployed yet", "Run: npx create-flask-deploy deploy", "warning");
			if (complete) return ok(id);
			return bad(`/srv/${app.name}/current names ${id}, which is missing or incomplete`, "Roll back to a complete release: npx create-flask-deploy rollback, or deploy again.");
		}
	}),
	check$4({
		id: "release-python",
		title: "the release has its Python",
		severity: "error",
		from: "server",
		after: ["release"],
		judge({ server }) {
			const { id, venv } = server.release;
			if (id === "") return skip("there is no release");
			if (venv) return ok();
			return bad(`.venv/bin/python of ${id} does not run: the server's Python was replaced, or the environment removed`, "Deploy again with --force, which builds an environment for the current Python.");
		}
	}),
	check$4({
		id: "instance",
		title: "the release runs, and keeps running",
		severity: "error",
		from: "server",
		after: ["release", "release-python"],
		judge({ server, app }) {
			if (server.release.id === "") return skip("there is no release");
			if (processManagers[app.processManager].instances(app.name).length === 0) return skip(`${app.processManager} runs it: see the check app`);
			const { ActiveState, SubState, Result, NRestarts } = instanceOf({ ...server }, app.name) ?? {};
			const next = "Read its log: npx create-flask-deploy logs. Return to the previous release: npx create-flask-deploy rollback";
			if (ActiveState !== "active") return bad(`${app.name}@${server.release.id} is ${ActiveState ?? "unknown"} (${SubState}, ${Result}), restarted ${NRestarts} times`, next);
			return Number(NRestarts) > 2 ? bad(`it was restarted ${NRestarts} times since its start`, next, "warning") : ok();
		}
	}),
	check$4({
		id: "socket",
		title: "nginx's socket points to the release",
		severity: "error",
		from: "server",
		after: [
			"folders",
			"release",
			"release-python",
			"instance",
			"services"
		],
		judge({ server, app, login }) {
			const { folder, linked, release: to, file } = server.socket;
			const { id } = server.release;
			const run = `/run/${app.name}`;
			const next = `On the server, as root: systemctl restart ${app.name}-current.service; or deploy again.`;
			if (id === "") return skip("there is no release");
			if (!folder) return bad(`${run} is missing`, next);
			if (!linked) return bad(`${run}/current.sock is missing, so nginx has no backend`, next);
			if (to !== id) return bad(`${run}/current.sock points to ${to || "nothing"}, but current is ${id}`, next);
			if (file?.kind !== "socket") return bad(`${run}/${to}.sock is missing: nothing listens there`, next);
			const [worker] = server.nginxWorkers;
			if (!(!worker || worker.user === "root" || server.groups[worker.user]?.includes(file.group)) || !/^.?66.$/.test(file.mode)) return bad(`${file.path} has mode ${file.mode}, owner ${file.owner}:${file.group}: nginx, which runs as ${worker?.user}, may not connect`, `Write nginx's group as SocketGroup= into deploy/${app.name}@.socket, and run: npx create-flask-deploy setup root@${login.host}`);
			return ok();
		}
	}),
	check$4({
		id: "app",
		title: "the release is healthy",
		severity: "error",
		from: "server",
		after: [
			"folders",
			"release",
			"release-python",
			"instance",
			"socket",
			"services"
		],
		judge({ server: { release: seen } }) {
			if (seen.id === "") return skip("there is no release");
			if (seen.why === "") return ok();
			return bad(`on its own socket ${seen.why}`, "Read its log: npx create-flask-deploy logs. Return to the previous release: npx create-flask-deploy rollback");
		}
	})
];
// action/engine/console/doctor/checks/server-access.ts
const check$3 = checkOf("ssh");
const where = ({ here: { ssh } }) => `${ssh.host} port ${ssh.port}`;
const closed$1 = {
	refused: "refuses the connection: sshd does not run, or listens on another port",
	silent: "does not answer: a firewall drops the packets, the server is off, or fail2ban has banned this address",
	unreachable: "cannot be reached from here: there is no route to it"
};
const onConsole = "On the server's own console (your provider has one)";
const serverAccess = [
	check$3({
		id: "dns",
		title: "the server's name resolves",
		severity: "error",
		from: "here",
		judge({ here: { ssh, names } }) {
			if (ssh.jumps) return skip("ssh connects through another machine");
			const found = names[ssh.host] ?? [];
			if (found.length > 0) return ok(`${ssh.host} is ${found.join(", ")}`);
			return bad(`${ssh.host} does not resolve`, "Check deploy.host in flask-deploy.yml (or --host), and the name's A and AAAA records.");
		}
	}),
	check$3({
		id: "ssh-key",
		title: "the private key can be used",
		severity: "error",
		from: "here",
		judge({ here: { key } }) {
			if (key === void 0) return ok("ssh chooses one of yours");
			if (key.problem) return bad(`${key.path} ${key.problem}`, `A valid key prints its public half: ssh-keygen -y -f ${key.path}`);
			if (key.mode & 63) return bad(`${key.path} may be read by others (mode ${key.mode.toString(8)}), so ssh does not use it`, `chmod 600 ${key.path}`);
			return ok(key.path);
		}
	}),
	check$3({
		id: "ssh-port",
		title: "sshd answers",
		severity: "error",
		from: "here",
		after: ["dns"],
		judge(facts) {
			const { refused, here } = facts;
			if (refused?.kind === "no-ssh") return bad(refused.message, "Install the OpenSSH client.");
			if (refused?.kind !== "unreachable") return ok(where(facts));
			const state = here.ports.ssh;
			if (state === "open") return bad(`${where(facts)} accepts the connection and closes it: ${refused.message.split("ssh said: ").at(-1)}`, `${onConsole}: \`journalctl -u ssh\`. Check for too many connections at once (MaxStartups) or a penalty for this address.`);
			return bad(`${where(facts)} ${closed$1[state]}`, `${onConsole}: \`systemctl status ssh\`, \`fail2ban-client banned\`, and its firewall.`);
		}
	}),
	check$3({
		id: "host-key",
		title: "the server has the pinned host key",
		severity: "error",
		from: "here",
		after: ["dns", "ssh-port"],
		judge({ refused }) {
			if (refused?.kind === "host-key-changed" || refused?.kind === "host-key-unknown") {
				const [said = "", ...rest] = refused.message.split(". ");
				return bad(said, rest.join(". "));
			}
			return ok("its host key is the pinned one");
		}
	}),
	check$3({
		id: "login",
		title: "the server lets the login in",
		severity: "error",
		from: "here",
		after: [
			"dns",
			"ssh-key",
			"ssh-port",
			"host-key"
		],
		judge({ refused, login, app, bare }) {
			if (refused?.kind === "key-refused" || refused?.kind === "key-unusable") return bad(refused.message.split("\n")[0], `\`npx create-flask-deploy setup ${login.host}\` puts the key of ${app.name} there; \`journalctl -u ssh\` on the server shows why a key is rejected.`);
			return ok(`as ${bare?.login ?? login.user}`);
		}
	}),
	check$3({
		id: "answer",
		title: "the server reports its state",
		severity: "error",
		from: "here",
		after: [
			"dns",
			"ssh-key",
			"ssh-port",
			"host-key",
			"login"
		],
		judge({ refused }) {
			if (refused?.kind === "dropped" || refused?.kind === "other") return bad(refused.message, refused.next || "Try again; `ssh` itself shows more with -v.");
			return ok();
		}
	})
];
// action/engine/console/doctor/checks/setup.ts
const check$2 = checkOf("setup");
const again = ({ login }) => `Run: npx create-flask-deploy setup root@${login.host}`;
/** The files of setup, as setup would write them with the constants that are in the server's root helper. */
function expected({ app, login, bare }) {
	const { SITE: site = "/", ALLOW_CONFIG } = bare.helper?.constants ?? {};
	const desired = {
		app,
		login: login.user
	};
	const told = {
		site: /^[A-Za-z0-9@/._-]+$/.test(site) ? site : "/",
		allowConfig: ALLOW_CONFIG === "1"
	};
	return new Map(ownFilesFor(desired, told).map(({ path, content }) => [path, hash("sha256", content)]));
}
const setup = [
	check$2({
		id: "setup",
		title: "the server is set up for the app",
		severity: "error",
		from: "here",
		judge({ refused, bare, app, login }) {
			const lacks = (what) => bad(`${login.host} is not set up for ${app.name}: there is no ${what}`, again({ login }));
			if (refused?.kind === "setup") return lacks("python3");
			if (bare === void 0) return skip("the server did not respond");
			if (!bare.base) return lacks(paths(app.name).base);
			return bare.helper === null ? lacks(helperPath(app.name)) : ok();
		}
	}),
	check$2({
		id: "helper",
		title: "the root helper has this program's version",
		severity: "warning",
		from: "server",
		judge(facts) {
			const protocol = facts.bare.helper?.protocol ?? 0;
			if (protocol === Number(helperProtocol)) return ok(`protocol ${protocol}`);
			const older = protocol < Number(helperProtocol);
			return bad(`${helperPath(facts.app.name)} speaks protocol ${protocol}, this program ${helperProtocol}`, older ? again(facts) : "Use the version of create-flask-deploy that set the server up, or a newer one.");
		}
	}),
	check$2({
		id: "helper-file",
		title: "the root helper is unmodified",
		severity: "error",
		from: "server",
		judge(facts) {
			const { helper } = facts.bare;
			if (helper === null) return skip("there is none");
			if (helper.owner !== "root" || helper.mode !== "755") return bad(`${helper.path} has mode ${helper.mode}, owner ${helper.owner} (expected 755, root): anyone who can write it can become root`, again(facts));
			if (helper.protocol !== Number(helperProtocol)) return skip("of another version");
			if (helper.sha256 === expected(facts).get(helper.path)) return ok();
			return bad(`${helper.path} was modified: it differs from what this version's setup installs`, again(facts), "warning");
		}
	}),
	check$2({
		id: "sudo",
		title: "sudo lets the login run the root helper, and nothing else",
		severity: "error",
		from: "server",
		after: ["helper-file"],
		judge(facts) {
			const { code, said } = facts.server.root;
			if (facts.root !== void 0 || /not 'facts'/.test(said)) return ok();
			const last = said.trim().split("\n").at(-1) || `exit code ${code}`;
			return bad(`${facts.bare.login} may not run ${helperPath(facts.app.name)} through sudo: ${last}`, again(facts));
		}
	}),
	check$2({
		id: "sudoers",
		title: "the sudo rule is the one that setup installs",
		severity: "warning",
		from: "root",
		judge(facts) {
			const { app, login, root } = facts;
			if (login.user === "root") return skip("root needs no sudo rule");
			const [mode, owner, digest] = (root.get("sudoers")?.[0] ?? "").split(" ");
			const path = paths(app.name).sudoers;
			if (mode === void 0 || mode === "") return bad(`${path} is missing: another rule lets the login run the root helper`, again(facts));
			return mode === "440" && owner === "root" && digest === hash("sha256", sudoersText(app.name, login.user)) ? ok() : bad(`${path} (${mode} of ${owner}) differs from what setup installs`, again(facts));
		}
	}),
	check$2({
		id: "app-group",
		title: "only the app is in its group",
		severity: "error",
		from: "server",
		judge(facts) {
			const { app, server } = facts;
			const others = Object.keys(server.groups).filter((user) => user !== app.name && server.groups[user]?.includes(app.name));
			if (others.length > 0) return bad(`${others.join(" and ")} may read all files of ${app.name}: they are in its group`, again(facts));
			if (server.nginxWorkers.some(({ groups }) => groups.includes(server.gid))) return bad(`nginx was started while its user was in the group ${app.name}`, "On the server: sudo systemctl restart nginx");
			return ok();
		}
	}),
	check$2({
		id: "login-alone",
		title: "the login deploys this app and no other",
		severity: "warning",
		from: "server",
		judge({ server: { others }, bare, app }) {
			if (others.length === 0 || bare.login === "root") return ok();
			return bad(`${bare.login} also deploys ${others.join(", ")}: one key gives access to all of them`, `Leave \`user:\` out of flask-deploy.yml and run setup as root: ${app.name} then gets the login ${loginOf(app.name)}.`);
		}
	}),
	check$2({
		id: "folders",
		title: "folders have the right owners and modes",
		severity: "error",
		from: "server",
		judge(facts) {
			const { app, login, server } = facts;
			const owns = login.user === "root" ? server.folders[`${paths(app.name).base}/releases`]?.owner ?? "root" : login.user;
			const wrong = folders(app, owns).flatMap(({ path, mode, owner, group }) => {
				const seen = server.folders[path];
				if (!seen) return [`${path} is missing`];
				return seen.kind === "folder" && seen.mode === mode && seen.owner === owner && seen.group === group ? [] : [`${path} is ${seen.mode} ${seen.owner}:${seen.group}, not ${mode} ${owner}:${group}`];
			});
			return wrong.length > 0 ? bad(wrong.join("; "), again(facts)) : ok();
		}
	}),
	check$2({
		id: "world-writable",
		title: "only the app and the login may write the app's files",
		severity: "error",
		from: "server",
		after: ["folders"],
		judge({ server: { writable } }) {
			if (writable.length === 0) return ok();
			const [first, ...more] = writable;
			return bad(`any account on the server may write ${first}${more.length > 0 ? ` and ${more.length} more` : ""}`, `On the server: chmod o-w ${writable.slice(0, 5).join(" ")}`);
		}
	}),
	check$2({
		id: "env-file",
		title: "only root may write the environment file",
		severity: "error",
		from: "server",
		judge({ app, server: { env } }) {
			if (env === null) return ok("there is none");
			const { readsEnvironment } = processManagers[app.processManager];
			const mode = environmentMode[readsEnvironment];
			const group = readsEnvironment === "root" ? "root" : app.name;
			if (env.mode === mode && env.owner === "root" && env.group === group) return ok();
			return bad(`${env.path} has mode ${env.mode}, owner ${env.owner}:${env.group} (expected ${mode}, root:${group})`, `On the server, as root: chown root:${group} ${env.path} && chmod ${mode} ${env.path}`);
		}
	}),
	check$2({
		id: "boot",
		title: "the app starts after a reboot",
		severity: "error",
		from: "server",
		judge(facts) {
			const { app, server } = facts;
			const path = paths(app.name).current;
			const name = `${app.name}-current.service`;
			const { UnitFileState } = unitOf(server, name) ?? {};
			if (!server.own[path] || UnitFileState !== "enabled") return bad(`${name} is ${server.own[path] ? UnitFileState || "unknown" : "missing"}: nothing starts the app after a reboot`, again(facts));
			return server.own[path]?.sha256 === expected(facts).get(path) ? ok() : bad(`${path} differs from what setup installs`, again(facts), "warning");
		}
	}),
	check$2({
		id: "tmpfiles",
		title: "the sockets' folder is created after a reboot",
		severity: "warning",
		from: "server",
		judge(facts) {
			const path = paths(facts.app.name).tmpfiles;
			const seen = facts.server.own[path];
			if (seen?.sha256 === expected(facts).get(path)) return ok();
			return bad(`${path} ${seen ? "differs from what setup installs" : "is missing"}`, again(facts));
		}
	}),
	check$2({
		id: "services",
		title: "services other than nginx run, also after a reboot",
		severity: "error",
		from: "server",
		judge(facts) {
			const { app, server } = facts;
			const { service } = processManagers[app.processManager];
			const others = services(app).filter((name) => name !== "nginx.service" && name !== `${app.name}-current.service`);
			const wrong = others.flatMap((name) => {
				const { UnitFileState, ActiveState } = unitOf(server, name) ?? {};
				const idle = service?.waits && name === service.unit(app.name) && server.release.id === "";
				if (ActiveState !== "active" && !idle) return [`${name} is ${ActiveState ?? "unknown"}`];
				return UnitFileState === "enabled" ? [] : [`${name} is ${UnitFileState || "not enabled"}`];
			});
			return wrong.length > 0 ? bad(wrong.join("; "), again(facts)) : ok(others.join(", "));
		}
	})
];
// action/engine/console/doctor/checks/site.ts
const check$1 = checkOf("site");
const nginxCheck = checkOf("nginx");
const server$1 = [
	"banned",
	"firewall",
	"nginx",
	"nginx-config",
	"site-enabled",
	"server-name",
	"release",
	"release-python",
	"instance",
	"socket",
	"services",
	"app"
];
const closed = {
	refused: "refuses the connection",
	silent: "does not answer",
	unreachable: "cannot be reached"
};
const site = [
	nginxCheck({
		id: "through-nginx",
		title: "nginx on the server passes requests to the release",
		severity: "error",
		from: "server",
		after: server$1,
		judge({ server: { release, nginxAnswers, maintenance }, app }) {
			if (release.id === "") return skip("there is no release");
			if (maintenance && nginxAnswers.status === 503) return ok("in maintenance mode");
			if (nginxAnswers.why === "") return ok(`${app.deploy.smoke.path} answered ${nginxAnswers.status}`);
			return bad(`on the server itself, ${app.deploy.smoke.path} through nginx ${nginxAnswers.why}`, "`npx create-flask-deploy logs --nginx` shows nginx's error. Check that no other site receives the request.");
		}
	}),
	nginxCheck({
		id: "static-files",
		title: "nginx serves the release's static files",
		severity: "error",
		from: "server",
		after: [...server$1, "through-nginx"],
		judge({ server: { release, statics } }) {
			if (release.id === "") return skip("there is no release");
			if (statics.length === 0) return skip("nginx serves no files of the release");
			const wrong = statics.find(({ status, error }) => error !== "" || ![
				200,
				301,
				302,
				307,
				308,
				503
			].includes(status));
			if (wrong === void 0) return ok(statics.map(({ path }) => path).join(", "));
			return bad(`${wrong.path} ${wrong.error || `answers ${wrong.status}`}, although the release has the file`, "Compare `alias` or `root` of its location in deploy/nginx.conf with the folder; `npx create-flask-deploy lint` checks both.");
		}
	}),
	check$1({
		id: "domain",
		title: "the site's name resolves to the server",
		severity: "error",
		from: "here",
		judge({ here: { site: at, names, ssh } }) {
			const found = names[at.host] ?? [];
			if (at.host === ssh.host) return skip("the site has no name of its own");
			if (found.length === 0) return bad(`${at.host} does not resolve`, "Give the name an A (and AAAA) record with the server's address.");
			const own = names[ssh.host] ?? [];
			if (own.length === 0 || found.some((address) => own.includes(address))) return ok(found.join(", "));
			return bad(`${at.host} is ${found.join(", ")}, and the server is ${own.join(", ")}`, "Correct the name's A and AAAA records, unless a proxy or CDN is in front of the server.", "warning");
		}
	}),
	check$1({
		id: "site-port",
		title: "the site's port is open",
		severity: "error",
		from: "here",
		after: [
			"dns",
			"domain",
			"nginx",
			"nginx-config",
			"site-enabled",
			"banned",
			"firewall",
			"setup"
		],
		judge({ here: { ports, site: at } }) {
			if (ports.site === "open") return ok(`${at.host} port ${at.port}`);
			const next = at.tls ? "Check that the site has a certificate and listens on 443. " : "";
			return bad(`port ${at.port} of ${at.host} ${closed[ports.site]}`, `${next}Check the provider's firewall (security group) and the server's own: both must allow the port.`);
		}
	}),
	check$1({
		id: "certificate",
		title: "the certificate is valid",
		severity: "error",
		from: "here",
		after: [
			"dns",
			"domain",
			"site-port"
		],
		judge({ here: { certificate: seen, site: at, asked } }) {
			if (!at.tls) return skip("the site has no TLS (deploy.url)");
			if (seen === void 0) return bad(`${at.host} port ${at.port} does not use TLS`, "On the server: sudo certbot --nginx");
			const left = (seen.validTo - asked[0] * 1e3) / 864e5;
			const renew = "On the server: sudo certbot renew; `systemctl list-timers` shows whether a timer renews it.";
			if (left < 0) return bad(`the certificate expired ${days(-left)} ago`, renew);
			if (seen.validFrom > asked[0] * 1e3) return bad("the certificate is not valid yet", "Check this machine's clock and the certificate's start date.");
			if (!seen.matches) return bad(`the certificate is for ${seen.names}, not for ${at.host}`, `On the server: sudo certbot --nginx -d ${at.host}`);
			if (seen.problem) return bad(`the certificate is not trusted: ${seen.problem}`, "Check that nginx sends the full chain (fullchain.pem) and that the certificate is from a public CA.");
			return left < 14 ? bad(`the certificate expires in ${days(left)}`, renew, "warning") : ok(`${days(left)} left`);
		}
	}),
	check$1({
		id: "site",
		title: "visitors get the site",
		severity: "error",
		from: "here",
		after: [
			"dns",
			"domain",
			"site-port",
			"certificate",
			"setup",
			"through-nginx",
			...server$1
		],
		judge({ here: { answer }, server: told, app }) {
			if (told?.release.id === "") return skip("there is no release");
			const { status } = app.deploy.smoke;
			if (answer.error) return bad(`${answer.url}: ${answer.error}`, "The server itself is healthy: check what is between it and this machine.");
			if (told?.maintenance && answer.status === 503) return ok("in maintenance mode");
			const redirected = answer.status >= 301 && answer.status <= 308;
			if (answer.status === status || redirected && status < 400) return ok(`${answer.url} answered ${answer.status}`);
			return bad(`${answer.url} answered ${answer.status} instead of ${status}`, answer.status === 503 && answer.retryAfter ? "The site seems to be in maintenance mode: npx create-flask-deploy maintenance off" : "Check that this URL is the same site: another site, a proxy or a CDN may be in front of it.");
		}
	}),
	check$1({
		id: "maintenance",
		title: "visitors get the site, not the maintenance page",
		severity: "warning",
		from: "server",
		judge({ server: { maintenance } }) {
			if (maintenance === "") return ok();
			const [, since] = /"since": "([^"]*)"/.exec(maintenance) ?? [];
			const [, by] = /"by": "([^"]*)"/.exec(maintenance) ?? [];
			return bad(`maintenance is on${since ? ` since ${since}` : ""}${by ? `, switched by ${by}` : ""}`, "npx create-flask-deploy maintenance off");
		}
	})
];
// action/engine/console/doctor/firewall.ts
/** The firewall rule that blocks visitors from a port, as its firewall prints it; "" if none is found. */
function blockingRule(root, port) {
	return ofRules(nft, root.get("nft") ?? [], port) || ofRules(iptables, root.get("iptables") ?? [], port) || ofUfw(root.get("ufw") ?? [], port);
}
const names = (text, port) => {
	return text.replace(/[{}]/g, "").split(/[\s,]+/).filter(Boolean).some((part) => {
		const [low = 0, high = low] = part.split(/[-:]/).map(Number);
		return low <= port && port <= high;
	});
};
const nft = {
	denies: /hook input .*policy drop/,
	ports: /\btcp dport (?!!=|[a-z@])(\{[^}]*\}|\S+)/,
	accepts: /\baccept\b/,
	rejects: /\b(drop|reject)\b/
};
const iptables = {
	denies: /^-P INPUT (DROP|REJECT)/,
	ports: /--dports? (\S+)/,
	accepts: /-j ACCEPT/,
	rejects: /-j (DROP|REJECT)/
};
function ofRules({ denies, ports, accepts, rejects }, lines, port) {
	let policy = "";
	let allowed = false;
	for (const line of lines.map((one) => one.trim())) {
		if (denies.test(line)) policy = line;
		const named = ports.exec(line)?.[1];
		const hit = named !== void 0 && names(named, port);
		if (hit && accepts.test(line)) allowed = true;
		else if (hit && !allowed && rejects.test(line)) return line;
	}
	return policy && !allowed ? policy : "";
}
/** ufw drops what no rule allows. */
function ofUfw(lines, port) {
	if (!lines.some((line) => line === "Status: active")) return "";
	const named = port === 80 || port === 443 ? /Nginx Full|WWW Full/ : /^$/;
	const also = port === 80 ? /Nginx HTTP\b(?!S)|WWW\b(?! (Secure|Full))/ : port === 443 ? /Nginx HTTPS|WWW Secure/ : /^$/;
	const rules = lines.filter((line) => named.test(line) || also.test(line) || names(/^([\d:,]+)(\/tcp)?\s/.exec(line)?.[1] ?? "", port));
	const denied = rules.find((line) => /DENY|REJECT/.test(line));
	if (rules.some((line) => /ALLOW|LIMIT/.test(line)) && !denied) return "";
	return denied?.replace(/\s+/g, " ") ?? `ufw is active and has no rule that allows ${port}/tcp`;
}
// action/engine/console/doctor/checks/upkeep.ts
const check = checkOf("server");
const releaseCheck = checkOf("release");
/** What other software does on the server, and what deploys leave there. */
const upkeep = [
	check({
		id: "sshd",
		title: "sshd restricts password logins",
		severity: "warning",
		from: "root",
		judge({ root }) {
			const said = new Map((root.get("sshd") ?? []).map((line) => line.split(" ", 2)));
			if (said.size === 0) return skip("sshd does not report its settings");
			if (said.get("permitrootlogin") === "yes" && said.get("passwordauthentication") === "yes") return bad("anyone may try root's password over ssh", "In /etc/ssh/sshd_config.d/: PasswordAuthentication no, PermitRootLogin prohibit-password; then systemctl reload ssh");
			const starts = Number(said.get("maxstartups")?.split(":")[0] ?? 10);
			if (starts < 4) return bad(`sshd rejects logins from ${starts} at once on (MaxStartups)`, "Raise MaxStartups in sshd_config to its default, 10:30:100.");
			return ok();
		}
	}),
	check({
		id: "banned",
		title: "fail2ban has not banned this address",
		severity: "error",
		from: "root",
		judge({ root }) {
			const said = root.get("banned")?.[0];
			if (said === void 0) return skip("there is no fail2ban");
			const jails = [...said.matchAll(/'([^']+)'/g)].map(([, name]) => name);
			if (jails.length === 0) return ok();
			return bad(`fail2ban has banned this machine's address in ${jails.join(", ")}`, `On the server, as root: fail2ban-client unban ADDRESS, or put it into ignoreip.`);
		}
	}),
	check({
		id: "firewall",
		title: "the firewall lets visitors in",
		severity: "error",
		from: "root",
		after: ["banned"],
		judge({ root, here: { ports, site } }) {
			if ([
				"nft",
				"iptables",
				"ufw"
			].filter((name) => root.has(name)).length === 0) return skip("no known firewall is active");
			const rule = ports.site === "open" ? "" : blockingRule(root, site.port);
			if (!rule) return ok();
			return bad(`port ${site.port} cannot be reached, and the firewall has: ${rule}`, `Allow the port: ufw allow ${site.port}/tcp, or remove the rule.`);
		}
	}),
	check({
		id: "selinux",
		title: "SELinux lets nginx connect to the app",
		severity: "error",
		from: "server",
		judge({ server: { selinux }, app }) {
			if (!selinux.enforcing) return skip("SELinux is not enforcing");
			if (selinux.connect || !sockets[app.socket].takesPorts) return ok();
			return bad("SELinux keeps nginx from connecting to the app's port", "On the server, as root: setsebool -P httpd_can_network_connect 1");
		}
	}),
	check({
		id: "apparmor",
		title: "AppArmor does not confine nginx or the app server",
		severity: "warning",
		from: "root",
		judge({ root }) {
			const enforced = (root.get("apparmor") ?? []).filter((line) => line.includes("(enforce)"));
			if (enforced.length === 0) return ok();
			return bad(`AppArmor confines ${enforced.join(", ")}`, "If the site answers 502 or 403: `journalctl -k -g apparmor` shows what was denied; aa-complain NAME allows it.");
		}
	}),
	check({
		id: "failed-units",
		title: "nothing else on the server has failed",
		severity: "warning",
		from: "server",
		judge({ server, app }) {
			const current = `${app.name}@${server.release.id}.service`;
			const others = server.failed.filter((name) => name !== current && name !== "nginx.service");
			if (others.length === 0) return ok();
			return bad(`failed: ${others.join(", ")}`, `On the server: systemctl status ${others[0]}; then systemctl reset-failed`);
		}
	}),
	releaseCheck({
		id: "lock",
		title: "no deploy is stuck",
		severity: "warning",
		from: "server",
		judge({ server: { lock } }) {
			if (!lock.held) return ok("no deploy is running");
			if (lock.seconds < 1800) return ok(`${lock.holder} deploys`);
			return bad(`${lock.holder} has held the deploy lock for ${Math.round(lock.seconds / 60)} min`, "Stop it: npx create-flask-deploy unlock");
		}
	}),
	releaseCheck({
		id: "journal",
		title: "no deploy is incomplete",
		severity: "warning",
		from: "server",
		judge({ server: { journal, lock } }) {
			if (!journal.readable) return bad("the journal of deploys cannot be read", "Run setup again: it sets the owners of /srv and its contents.");
			if (lock.held) return skip("a deploy is running");
			const next = "The next deploy undoes or completes it: npx create-flask-deploy deploy";
			if (journal.unfinished) return bad(`the deploy of ${journal.unfinished} was interrupted`, next);
			return journal.torn ? bad("the last line of the deploy journal is truncated, by a full disk or a power failure", next) : ok();
		}
	}),
	releaseCheck({
		id: "leftovers",
		title: "no incomplete files are left",
		severity: "warning",
		from: "server",
		after: ["journal"],
		judge({ server: { leftovers, lock, journal }, root, app }) {
			if (lock.held || journal.unfinished) return skip("a deploy is incomplete");
			const saved = root?.has("saved") ? [`/var/lib/flask-deploy/${app.name}`] : [];
			const all = [...leftovers, ...saved];
			if (all.length === 0) return ok();
			return bad(`left by an interrupted setup or deploy: ${all.slice(0, 5).join(", ")}`, "Deploy again; you can remove what is left afterwards.");
		}
	}),
	check({
		id: "caches",
		title: "caches are small",
		severity: "warning",
		from: "server",
		judge({ server: { caches } }) {
			const large = Object.entries(caches).filter(([, bytes]) => bytes > 2 ** 30);
			if (large.length === 0) return ok();
			return bad(large.map(([path, bytes]) => `${path} takes ${megabytes(bytes)}`).join("; "), `On the server: rm -rf ${large.map(([path]) => path).join(" ")}. A deploy sends its wheels and needs no cache.`);
		}
	})
];
// action/engine/console/doctor/checks.ts
/** All checks of `doctor`. A cause comes before its possible effects. */
const checks = [
	...serverAccess,
	...setup,
	...drift,
	...machine,
	...upkeep,
	...nginx,
	...release,
	...https,
	...site
];
// action/engine/console/doctor/local-facts.ts
/** Timeout of each connection and each program. */
const PATIENCE_MS = 4e3;
/** What can be seen without a login, except `asked`. The ssh port is tried only if ssh itself failed. */
async function localFacts({ app, root, login }, { run, env, fetch }) {
	const ssh = await sshGoesTo(login, run, env);
	const site = siteOf(app, ssh.host, listenPort(readNginx(root)));
	const names = [.../* @__PURE__ */ new Set([ssh.host, site.host])];
	const [addresses, port, names80, answer, certificate, key, files] = await Promise.all([
		Promise.all(names.map(addressesOf)),
		tryPort(site.host, site.port),
		Promise.all(app.tls === "letsencrypt" ? wordsOf(app.domain).map(nameFacts) : []),
		askSite(site, app.deploy.smoke.path, fetch),
		site.tls ? certificateOf(site.host, site.port) : void 0,
		login.identityFile === void 0 ? void 0 : keyOf(login.identityFile),
		digests(app, root)
	]);
	return {
		ssh,
		site,
		names80,
		answer,
		certificate,
		key,
		files,
		names: Object.fromEntries(names.map((name, i) => [name, addresses[i] ?? []])),
		ports: {
			ssh: "open",
			site: port
		}
	};
}
/** Host, port and jump hosts, according to the user's ssh config. */
async function sshGoesTo(login, run, env) {
	const { stdout } = await run([
		...sshArgv(login),
		"-G",
		"--",
		login.host
	], {
		env,
		timeoutMs: PATIENCE_MS
	}).catch(() => ({ stdout: "" }));
	const said = new Map(stdout.split("\n").map((line) => /^(\S+) (.*)$/.exec(line)?.slice(1)).filter(Boolean));
	const jumps = ["proxyjump", "proxycommand"].some((name) => (said.get(name) ?? "none") !== "none");
	return {
		host: said.get("hostname") ?? login.host,
		port: Number(said.get("port") ?? login.port ?? 22),
		jumps
	};
}
function siteOf(app, host, port) {
	const { url } = app.deploy;
	const name = canonicalName(app.domain);
	const tls = app.tls !== "none";
	if (!url) return {
		host: name === "_" ? host : name,
		port: tls ? 443 : port,
		tls
	};
	const { protocol, hostname, port: given } = new URL(url);
	const secure = protocol === "https:";
	return {
		host: hostname.replace(/^\[|\]$/g, ""),
		port: Number(given) || (secure ? 443 : 80),
		tls: secure
	};
}
async function addressesOf(name) {
	const late = new Promise((done) => setTimeout(done, PATIENCE_MS, []).unref());
	const found = lookup(name, { all: true }).then((all) => all.map(({ address }) => address), () => []);
	return Promise.race([found, late]);
}
async function nameFacts(name) {
	const [addresses, issuers] = await Promise.all([addressesOf(name), issuersOf(name)]);
	return {
		name,
		addresses,
		issuers,
		ports: await Promise.all(addresses.map((address) => tryPort(address, 80)))
	};
}
/** Of the CAA records that count: those of the name, or of the nearest domain above it that has some (RFC 8659). */
async function issuersOf(name) {
	const labels = name.split(".");
	const resolver = new Resolver({
		timeout: PATIENCE_MS,
		tries: 1
	});
	for (let from = 0; from < labels.length; from++) {
		const records = await resolver.resolveCaa(labels.slice(from).join(".")).catch(() => []);
		if (records.length > 0) return records.flatMap(({ issue }) => issue === void 0 ? [] : [issue]);
	}
	return [];
}
/** One TCP connection, closed at once. */
function tryPort(host, port) {
	return new Promise((done) => {
		const socket = connect({
			host,
			port,
			timeout: PATIENCE_MS
		});
		const end = (state) => {
			socket.destroy();
			done(state);
		};
		socket.once("connect", () => end("open"));
		socket.once("timeout", () => end("silent"));
		socket.once("error", ({ code }) => end(code === "ECONNREFUSED" ? "refused" : code === "ETIMEDOUT" ? "silent" : "unreachable"));
	});
}
async function askSite({ host, port, tls }, path, ask) {
	const authority = `${host.includes(":") ? `[${host}]` : host}${port === (tls ? 443 : 80) ? "" : `:${port}`}`;
	const url = new URL(path, `${tls ? "https" : "http"}://${authority}`).href;
	try {
		const answer = await ask(url, {
			redirect: "manual",
			signal: AbortSignal.timeout(2 * PATIENCE_MS)
		});
		await answer.body?.cancel();
		return {
			url,
			status: answer.status,
			retryAfter: answer.headers.has("retry-after"),
			error: ""
		};
	} catch (error) {
		const { message, cause } = error;
		return {
			url,
			status: 0,
			retryAfter: false,
			error: cause?.message || message
		};
	}
}
/** The certificate that the site sends, trusted or not. */
function certificateOf(host, port) {
	return new Promise((done) => {
		const socket = connect$1({
			host,
			port,
			servername: host,
			rejectUnauthorized: false,
			timeout: PATIENCE_MS
		});
		const end = (found) => {
			socket.destroy();
			done(found);
		};
		socket.once("secureConnect", () => {
			const seen = socket.getPeerX509Certificate();
			if (seen === void 0) return end(void 0);
			const { authorizationError } = socket;
			end({
				validFrom: Date.parse(seen.validFrom),
				validTo: Date.parse(seen.validTo),
				names: seen.subjectAltName ?? seen.subject,
				matches: seen.checkHost(host) !== void 0 || seen.checkIP(host) !== void 0,
				problem: authorizationError ? String(authorizationError) : ""
			});
		});
		socket.once("timeout", () => end(void 0));
		socket.once("error", () => end(void 0));
	});
}
async function keyOf(path) {
	try {
		const [text, { mode }] = await Promise.all([readFile(path, "utf8"), stat(path)]);
		const read = readKey(text);
		const windows = text.includes("\r") ? "has Windows line endings. Convert it: sed -i 's/\\r$//'" : "";
		return {
			path,
			problem: "problem" in read ? read.problem : windows,
			mode: mode & 511
		};
	} catch (error) {
		return {
			path,
			problem: `cannot be read: ${error.message}`,
			mode: 0
		};
	}
}
async function digests(app, root) {
	const each = neededFiles(app).map(async (path) => {
		const text = await readFile(join(root, path)).catch(() => void 0);
		return [path, text === void 0 ? "" : hash("sha256", text)];
	});
	return Object.fromEntries(await Promise.all(each));
}
// action/engine/console/doctor/told.ts
const path = object({
	path: string(),
	mode: string(),
	owner: string(),
	group: string(),
	sha256: string(),
	to: string(),
	kind: picklist([
		"link",
		"folder",
		"file",
		"socket",
		"other"
	])
});
const seen = nullable(path);
/** What doctor.py tells of any server. */
const bare = object({
	/** Seconds since 1970, by the server's clock. */
	now: number(),
	login: string(),
	/** Whether /srv/APP exists. */
	base: boolean(),
	helper: nullable(intersect([path, object({
		constants: record(string(), string()),
		protocol: number()
	})])),
	python: object({
		version: string(),
		venv: boolean()
	}),
	system: object({
		id: string(),
		version: string(),
		name: string()
	})
});
/** What it tells of one on which the app is set up. Sizes in bytes. */
const server = object({
	...bare.entries,
	/** Whether its Python runs, and why its answer on its own socket will not do; "" when it will. */
	release: object({
		id: string(),
		complete: boolean(),
		venv: boolean(),
		why: string()
	}),
	folders: record(string(), seen),
	/** With the sha256 of the current release's. */
	files: array(object({
		path: string(),
		target: string(),
		installed: seen,
		source: string()
	})),
	/** Files that setup itself generates. */
	own: record(string(), seen),
	socket: object({
		folder: seen,
		linked: boolean(),
		release: string(),
		file: seen
	}),
	env: seen,
	lock: object({
		held: boolean(),
		holder: string(),
		seconds: number()
	}),
	journal: object({
		torn: boolean(),
		unfinished: string(),
		readable: boolean()
	}),
	/** `inodes` is 0 where they are not counted. */
	disk: record(string(), object({
		size: number(),
		free: number(),
		inodes: number(),
		inodesFree: number(),
		device: number()
	})),
	memory: object({
		total: number(),
		swap: number(),
		free: number(),
		instance: number()
	}),
	groups: record(string(), array(string())),
	nginxWorkers: array(object({
		user: string(),
		groups: array(number())
	})),
	/** Of the app's group; -1 if there is none. */
	gid: number(),
	/** Other apps that this login deploys. */
	others: array(string()),
	writable: array(string()),
	leftovers: array(string()),
	caches: record(string(), number()),
	logs: object({
		rotate: boolean(),
		rule: boolean(),
		files: record(string(), number())
	}),
	updates: object({
		days: number(),
		unattended: boolean(),
		reboot: boolean()
	}),
	/** Content of the file that switches it on. */
	maintenance: string(),
	selinux: object({
		enforcing: boolean(),
		connect: boolean()
	}),
	/** nginx's response for one file of each folder that it serves itself. */
	statics: array(object({
		path: string(),
		status: number(),
		error: string()
	})),
	/** null for a site without HTTPS. */
	https: nullable(https$1),
	nginxAnswers: object({
		status: number(),
		why: string()
	}),
	root: object({
		code: number(),
		said: string()
	}),
	/** Output of systemctl, a record for each unit. */
	units: array(record(string(), string())),
	failed: array(string()),
	clock: object({
		synchronized: boolean(),
		container: boolean()
	})
});
const told = lazy((said) => said !== null && typeof said === "object" && "release" in said ? server : bare);
// action/engine/console/doctor/doctor.ts
const query = {
	name: "doctor",
	modules: {
		...staticsModule,
		...httpsModule,
		doctor: "\"\"\"Collects all facts for `doctor`, as this login and, through the root helper, as root. Judges nothing itself.\"\"\"\nfrom __future__ import annotations\n\nimport importlib.util\nimport os\nimport signal\nimport subprocess\nimport time\n\nimport https\nimport paths\nfrom http_probe import ask as request, problem\nfrom gate import Gate\nfrom host import ID, Host, Lock, memory_free\nfrom interpreter import python_here\nfrom journal import Journal\nfrom statics import statics\n\nTYPE_CHECKING = False\nif TYPE_CHECKING:\n    from typing import Iterable, Sequence\n    from answers import (BareFacts, DoctorAsk, Ended, Facts, FileFact, Helper, JournalFact, LockFact, Memory, NginxAnswers,\n                         ReleaseFact, SocketFact, System)\n    from channel import Channel\n    from messages import Settings\n\nPATIENCE = 20  # seconds, for each program\nLIMIT = 60  # seconds, for everything: a disk that is stuck would otherwise block this indefinitely\n\n\ndef doctor(channel: Channel, host: Host, ask: DoctorAsk) -> Facts:\n    signal.alarm(LIMIT)\n    look, settings = ask[\"look\"], ask[\"settings\"]\n    facts: BareFacts = {\"now\": time.time(), \"login\": paths.user_name(os.geteuid()), \"base\": os.path.isdir(host.base),\n             \"helper\": helper_of(host.tool), \"python\": {**python_here(), \"venv\": has_venv()}, \"system\": system()}\n    if not facts[\"base\"] or not facts[\"helper\"]:\n        return facts\n    address = os.environ.get(\"SSH_CONNECTION\", \"127.0.0.1\").split()[0]\n    # What takes time runs at the same time as the rest.\n    root = begin(sudo(host) + [\"facts\", address.split(\"%\")[0].lower()])\n    units = begin([\"systemctl\", \"show\", \"-p\", \"Id,LoadState,ActiveState,SubState,Result,NRestarts,UnitFileState,NeedDaemonReload\"]\n                  + look[\"units\"] + [unit.replace(\"@.\", \"@%s.\" % (host.current() or \"none\")) for unit in look[\"instances\"]])\n    failed = begin([\"systemctl\", \"list-units\", \"--failed\", \"--plain\", \"--no-legend\", \"--no-pager\"])\n    clock = begin([\"timedatectl\", \"show\", \"-p\", \"NTPSynchronized\"])\n    container = begin([\"systemd-detect-virt\", \"-c\"])\n    current = host.current()\n    return {\n        **facts, \"release\": release_of(host, current, settings), \"folders\": {path: paths.seen(path) for path in look[\"folders\"]},\n        \"files\": files_of(host, current, [*look[\"files\"], (\"deploy/nginx.conf\", facts[\"helper\"][\"constants\"].get(\"SITE\", \"\"))]),\n        \"own\": {path: paths.seen(path) for path in look[\"own\"]},\n        \"socket\": socket_of(host), \"env\": paths.seen(\"/etc/flask-deploy/%s.env\" % host.app), \"lock\": lock_of(host), \"journal\": journal_of(host),\n        \"disk\": {path: paths.room(path) for path in (\"/\", host.base, \"/var\", \"/var/log\", \"/tmp\", \"/run\") if os.path.isdir(path)},\n        \"memory\": memory_of(host, current), \"groups\": paths.groups_of(look[\"users\"]), \"nginxWorkers\": paths.worker_groups(),\n        \"gid\": paths.group_id(host.app), \"others\": paths.own_apps(host.app),\n        \"writable\": paths.writable_by_all(host.base, host.release(current) if ID.match(current) else \"\"),\n        \"leftovers\": paths.leftovers(host), \"caches\": paths.caches(), \"logs\": paths.big_logs(), \"updates\": paths.updates(),\n        \"maintenance\": paths.text(host.maintenance + \"/on\"), \"selinux\": paths.selinux(),\n        \"nginxAnswers\": through_nginx(settings), \"statics\": statics(host, current, settings),\n        \"https\": https.read(host, settings),\n        # Last, because values are computed in this order, and these programs take time.\n        \"root\": end(root), \"units\": blocks(end(units)[\"said\"]),\n        \"failed\": [line.split()[0] for line in end(failed)[\"said\"].splitlines() if line.split()],\n        \"clock\": {\"synchronized\": end(clock)[\"said\"].strip() != \"NTPSynchronized=no\", \"container\": end(container)[\"said\"].strip() not in (\"\", \"none\")}}\n\n\ndef begin(argv: Sequence[str]) -> subprocess.Popen[bytes] | None:\n    try:\n        return subprocess.Popen(argv, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, start_new_session=True)\n    except OSError:  # not installed\n        return None\n\n\ndef end(child: subprocess.Popen[bytes] | None) -> Ended:\n    if child is None:\n        return {\"code\": 127, \"said\": \"\"}\n    try:\n        said = child.communicate(timeout=PATIENCE)[0]\n    except subprocess.TimeoutExpired:\n        child.kill()\n        return {\"code\": -1, \"said\": \"did not end within %d s\" % PATIENCE}\n    return {\"code\": child.returncode, \"said\": said.decode(\"utf-8\", \"replace\")}\n\n\ndef sudo(host: Host) -> list[str]:\n    return ([\"sudo\", \"-n\"] if os.geteuid() else []) + [host.tool]\n\n\ndef blocks(text: str) -> list[dict[str, str]]:\n    \"\"\"Output of systemctl: paragraphs of NAME=value.\"\"\"\n    return [dict(line.split(\"=\", 1) for line in part.splitlines() if \"=\" in line) for part in text.strip().split(\"\\n\\n\") if part]\n\n\ndef has_venv() -> bool:\n    return all(importlib.util.find_spec(name) for name in (\"venv\", \"ensurepip\"))\n\n\ndef system() -> System:\n    found: dict[str, str] = {}\n    for line in paths.text(\"/etc/os-release\").splitlines():\n        name, _, value = line.partition(\"=\")\n        found[name] = value.strip('\"')\n    return {\"id\": found.get(\"ID\", \"\"), \"version\": found.get(\"VERSION_ID\", \"\"), \"name\": found.get(\"PRETTY_NAME\", \"\")}\n\n\ndef helper_of(path: str) -> Helper | None:\n    \"\"\"The root helper: its file, and the constants that setup wrote at its top.\"\"\"\n    seen = paths.seen(path)\n    if not seen or seen[\"kind\"] != \"file\":\n        return None\n    lines = paths.text(path).splitlines()[:60]\n    said = {name: value.split(\"'\")[1] for name, _, value in (line.partition(\"=\") for line in lines) if name.isupper() and value[:1] == \"'\"}\n    protocol = [line.split(\"=\")[1] for line in lines if line.startswith(\"PROTOCOL=\")]\n    return {**seen, \"constants\": said, \"protocol\": int(protocol[0]) if protocol and protocol[0].isdigit() else 0}\n\n\ndef files_of(host: Host, current: str, wanted: Iterable[tuple[str, str]]) -> list[FileFact]:\n    \"\"\"Each file in the live release, and as it is installed.\"\"\"\n    base = host.release(current) + \"/\" if ID.match(current) else \"\"\n    return [{\"path\": source, \"target\": target, \"installed\": paths.seen(target), \"source\": paths.digest(base + source) if base else \"\"}\n            for source, target in wanted]\n\n\ndef release_of(host: Host, current: str, settings: Settings) -> ReleaseFact:\n    found: ReleaseFact = {\"id\": current, \"complete\": False, \"venv\": True, \"why\": \"\"}\n    if not ID.match(current):\n        return found\n    python = host.release(current) + \"/.venv/bin/python\"\n    found[\"complete\"], found[\"venv\"] = host.record(current) is not None, os.access(python, os.X_OK)\n    if found[\"complete\"]:\n        found[\"why\"] = Gate(host.channel, settings).once(host.socket(current))[0]\n    return found\n\n\ndef through_nginx(settings: Settings) -> NginxAnswers:\n    site, smoke = settings[\"site\"], settings[\"smoke\"]\n    answer = request((\"127.0.0.1\", site[\"port\"]), site[\"protocol\"], smoke[\"path\"], site[\"host\"], smoke[\"timeout\"])\n    return {\"status\": answer.status, \"why\": problem(answer, smoke)}\n\n\ndef socket_of(host: Host) -> SocketFact:\n    link = host.run_dir + \"/current.sock\"\n    to = host.answering()\n    return {\"folder\": paths.seen(host.run_dir), \"release\": to, \"linked\": os.path.islink(link), \"file\": paths.seen(host.socket(to)) if to else None}\n\n\ndef lock_of(host: Host) -> LockFact:\n    lock = Lock(host)\n    if not lock.is_held():\n        return {\"held\": False, \"holder\": \"\", \"seconds\": 0}\n    try:\n        began = os.stat(\"/proc/%d\" % lock.pid()).st_mtime\n    except OSError:\n        began = time.time()\n    return {\"held\": True, \"holder\": lock.holder(), \"seconds\": int(time.time() - began)}\n\n\ndef journal_of(host: Host) -> JournalFact:\n    journal = Journal(host.journal)\n    try:\n        with open(journal.path, \"rb\") as file:\n            file.seek(max(0, file.seek(0, 2) - 1))\n            torn = file.read() not in (b\"\", b\"\\n\")\n        run = journal.unfinished()\n        return {\"torn\": torn, \"unfinished\": run[0].get(\"release\", \"?\") if run else \"\", \"readable\": True}\n    except FileNotFoundError:\n        return {\"torn\": False, \"unfinished\": \"\", \"readable\": True}\n    except OSError:\n        return {\"torn\": False, \"unfinished\": \"\", \"readable\": False}\n\n\ndef memory_of(host: Host, current: str) -> Memory:\n    with open(\"/proc/meminfo\") as file:\n        said = {name: int(rest.split()[0]) << 10 for name, rest in (line.split(\":\", 1) for line in file)}\n    return {\"total\": said[\"MemTotal\"], \"swap\": said[\"SwapTotal\"], \"free\": memory_free(),\n            \"instance\": host.memory_of(current) if ID.match(current) else 0}\n",
		paths: "\"\"\"Facts about files, folders and accounts of the server. A missing one raises no exception.\"\"\"\nfrom __future__ import annotations\n\nimport grp\nimport hashlib\nimport os\nimport pwd\nimport stat\nimport time\n\nTYPE_CHECKING = False\nif TYPE_CHECKING:\n    from typing import Iterable, Iterator\n    from answers import Logs, PathFact, Room, Selinux, Updates, Worker\n    from host import Host\n\nMANY = 5000  # limit for the entries of one tree\nKINDS = ((stat.S_ISLNK, \"link\"), (stat.S_ISDIR, \"folder\"), (stat.S_ISREG, \"file\"), (stat.S_ISSOCK, \"socket\"))\n\n\ndef seen(path: str) -> PathFact | None:\n    \"\"\"Kind, mode, owner and group, and the digest of a readable file; None if it is missing or cannot be inspected.\"\"\"\n    try:\n        info = os.lstat(path)\n    except OSError:\n        return None\n    kind = next((name for test, name in KINDS if test(info.st_mode)), \"other\")\n    mode = \"%o\" % stat.S_IMODE(info.st_mode)\n    return {\"path\": path, \"kind\": kind, \"mode\": mode, \"owner\": user_name(info.st_uid), \"group\": group_name(info.st_gid),\n            \"sha256\": digest(path) if kind == \"file\" else \"\", \"to\": os.readlink(path) if kind == \"link\" else \"\"}\n\n\ndef digest(path: str) -> str:\n    try:\n        with open(path, \"rb\") as file:\n            return hashlib.sha256(file.read(1 << 20)).hexdigest()\n    except OSError:\n        return \"\"\n\n\ndef text(path: str) -> str:\n    try:\n        with open(path, encoding=\"utf-8\", errors=\"replace\") as file:\n            return file.read(1 << 16)\n    except OSError:\n        return \"\"\n\n\ndef user_name(uid: int) -> str:\n    try:\n        return pwd.getpwuid(uid).pw_name\n    except KeyError:\n        return str(uid)\n\n\ndef group_name(gid: int) -> str:\n    try:\n        return grp.getgrgid(gid).gr_name\n    except KeyError:\n        return str(gid)\n\n\ndef group_id(name: str) -> int:\n    try:\n        return grp.getgrnam(name).gr_gid\n    except KeyError:\n        return -1\n\n\ndef own_apps(app: str) -> list[str]:\n    \"\"\"Other apps whose releases this login owns.\"\"\"\n    found = []\n    for name in listed(\"/srv\"):\n        try:\n            if name != app and os.lstat(\"/srv/%s/releases\" % name).st_uid == os.geteuid():\n                found.append(name)\n        except OSError:\n            continue\n    return sorted(found)\n\n\ndef groups_of(users: Iterable[str]) -> dict[str, list[str]]:\n    found: dict[str, list[str]] = {}\n    for name in users:\n        try:\n            account = pwd.getpwnam(name)\n            found[name] = [group_name(gid) for gid in os.getgrouplist(name, account.pw_gid)]\n        except KeyError:\n            continue\n    return found\n\n\ndef worker_groups() -> list[Worker]:\n    \"\"\"User and groups of each nginx worker that handles requests.\"\"\"\n    found: list[Worker] = []\n    try:\n        with open(\"/run/nginx.pid\") as file:\n            master = int(file.read())\n        with open(\"/proc/%d/task/%d/children\" % (master, master)) as file:\n            workers = file.read().split()\n    except (OSError, ValueError):\n        return found\n    for pid in workers:\n        status = dict(line.split(\":\", 1) for line in text(\"/proc/%s/status\" % pid).splitlines() if \":\" in line)\n        if status and \"shutting down\" not in text(\"/proc/%s/cmdline\" % pid):\n            found.append({\"user\": user_name(int(status[\"Uid\"].split()[1])), \"groups\": [int(gid) for gid in status[\"Groups\"].split()]})\n    return found\n\n\ndef room(path: str) -> Room:\n    disk = os.statvfs(path)\n    return {\"size\": disk.f_blocks * disk.f_frsize, \"free\": disk.f_bavail * disk.f_frsize, \"inodes\": disk.f_files,\n            \"inodesFree\": disk.f_favail, \"device\": os.stat(path).st_dev}\n\n\ndef tree(top: str, most: int) -> Iterator[str]:\n    \"\"\"Paths below a folder, starting with the folder; symlinks are listed but not followed.\"\"\"\n    todo, count = [top], 0\n    while todo and count < most:\n        folder = todo.pop()\n        yield folder\n        try:\n            with os.scandir(folder) as entries:\n                for entry in entries:\n                    count += 1\n                    if entry.is_dir(follow_symlinks=False):\n                        todo.append(entry.path)\n                    else:\n                        yield entry.path\n        except OSError:\n            continue\n\n\ndef writable_by_all(base: str, release: str) -> list[str]:\n    \"\"\"What any account of the server can write: the app's own folders and the live release.\"\"\"\n    found = []\n    top = [base] + [os.path.join(base, name) for name in listed(base)] + [base + \"/shared/\" + name for name in listed(base + \"/shared\")]\n    for path in top + list(tree(release, MANY) if release else []):\n        try:\n            mode = os.lstat(path).st_mode\n        except OSError:\n            continue\n        if mode & stat.S_IWOTH and not stat.S_ISLNK(mode) and not mode & stat.S_ISVTX:\n            found.append(path)\n    return sorted(set(found))[:20]\n\n\ndef listed(folder: str) -> list[str]:\n    try:\n        return os.listdir(folder)\n    except OSError:\n        return []\n\n\ndef leftovers(host: Host) -> list[str]:\n    \"\"\"What an interrupted setup or install left beside its files. A running deploy has such files too.\"\"\"\n    marks = (\".flask-deploy-old\", \".flask-deploy-old-none\", \".flask-deploy-new\", \".setup-old\", \".setup-new\")\n    folders = (\"/etc/nginx\", \"/etc/nginx/sites-available\", \"/etc/nginx/sites-enabled\", \"/etc/nginx/conf.d\", \"/etc/systemd/system\")\n    found = [folder + \"/\" + name for folder in folders for name in listed(folder) if name.endswith(marks) and host.app in name + folder]\n    return found + [\"%s/%s\" % (folder, name) for folder in (host.releases, host.venvs) for name in listed(folder) if name.startswith(\".trash-\")]\n\n\ndef caches() -> dict[str, int]:\n    \"\"\"Bytes that the caches of pip and uv take for this login.\"\"\"\n    home = os.path.expanduser(\"~\")\n    return {path: sum(size(one) for one in tree(path, 4 * MANY)) for path in (home + \"/.cache/pip\", home + \"/.cache/uv\") if os.path.isdir(path)}\n\n\ndef size(path: str) -> int:\n    try:\n        return os.lstat(path).st_blocks * 512\n    except OSError:\n        return 0\n\n\ndef big_logs() -> Logs:\n    folder = \"/var/log/nginx\"\n    found = {folder + \"/\" + name: size(folder + \"/\" + name) for name in listed(folder)}\n    return {\"rotate\": any(os.path.exists(path) for path in (\"/usr/sbin/logrotate\", \"/usr/bin/logrotate\")), \"rule\": os.path.exists(\"/etc/logrotate.d/nginx\"),\n            \"files\": {path: held for path, held in found.items() if held > 1 << 20}}\n\n\ndef updates() -> Updates:\n    \"\"\"Days since a package was last installed, removed or updated, and whether updates are automatic.\"\"\"\n    stamps = [os.stat(path).st_mtime for path in (\"/var/lib/dpkg/status\", \"/var/lib/rpm/rpmdb.sqlite\", \"/usr/lib/sysimage/rpm/rpmdb.sqlite\") if os.path.exists(path)]\n    return {\"days\": (time.time() - max(stamps)) / 86400 if stamps else 0, \"unattended\": os.path.exists(\"/usr/bin/unattended-upgrade\") or os.path.exists(\"/usr/bin/dnf-automatic\"),\n            \"reboot\": os.path.exists(\"/run/reboot-required\")}\n\n\ndef selinux() -> Selinux:\n    enforcing = text(\"/sys/fs/selinux/enforce\").strip() == \"1\"\n    return {\"enforcing\": enforcing, \"connect\": text(\"/sys/fs/selinux/booleans/httpd_can_network_connect\").split()[:1] == [\"1\"]}\n"
	},
	answer: told
};
/** Runs all checks; changes nothing. Never throws: an unreachable server is a finding. */
async function doctor(request, effects) {
	const results = plainDeep(judgeAll(checks, await factsOf(request, effects)));
	return {
		status: ["error", "warning"].find((status) => results.some((one) => one.status === status)) ?? "ok",
		checks: results
	};
}
/** @returns what this machine and the server see, by one login. */
async function factsOf(request, effects) {
	const began = effects.clock() / 1e3;
	const [seen, asked] = await Promise.all([localFacts(request, effects), askServer(request, effects)]);
	const { bare, refused, answered } = asked;
	const server = bare && "release" in bare ? bare : void 0;
	const ssh = refused?.kind === "unreachable" && !seen.ssh.jumps ? await tryPort(seen.ssh.host, seen.ssh.port) : "open";
	return {
		app: request.app,
		login: request.login,
		here: {
			...seen,
			ports: {
				...seen.ports,
				ssh
			},
			asked: [began, answered]
		},
		refused,
		bare,
		server,
		root: server && server.root.code === 0 ? readRootFacts(server.root.said) : void 0
	};
}
async function askServer(request, effects) {
	const { app, login } = request;
	const desired = {
		app,
		login: login.user
	};
	const look = {
		users: [
			app.name,
			login.user,
			"www-data",
			"nginx"
		],
		folders: folders(app, login.user).map(({ path }) => path),
		files: targets(app),
		own: ownFilesFor(desired, {
			site: "/",
			allowConfig: false
		}).map(({ path }) => path),
		units: [...services(app), ...rotators],
		instances: processManagers[app.processManager].instances(app.name)
	};
	try {
		return {
			bare: await runQuery(query, request, effects, { ask: { look } }),
			refused: void 0,
			answered: effects.clock() / 1e3
		};
	} catch (error) {
		return {
			bare: void 0,
			refused: refusalOf(error),
			answered: effects.clock() / 1e3
		};
	}
}
function refusalOf(error) {
	if (!(error instanceof DeployError)) return {
		kind: "other",
		message: error.message,
		next: ""
	};
	const { kind, ssh, message, next } = error;
	return {
		kind: ssh ?? (kind === "setup" ? "setup" : "other"),
		message,
		next
	};
}
// action/engine/console/doctor/text.ts
const groups = [
	"ssh",
	"setup",
	"server",
	"nginx",
	"release",
	"site"
];
const order = ["error", "warning"];
const marks = {
	error: "✗",
	warning: "!"
};
/** Problems first, by severity, each with its fix; then one line a group with the checks that passed. */
function diagnosisLines({ checks }) {
	const wrong = order.flatMap((status) => checks.filter((one) => one.status === status));
	return [
		...wrong.flatMap(problem),
		...wrong.length > 0 ? [{
			text: "",
			tone: ""
		}] : [],
		...groups.flatMap((group) => summary(group, checks)),
		{
			text: "",
			tone: ""
		},
		{
			text: verdict(checks),
			tone: wrong.length > 0 ? wrong[0]?.status : "good"
		}
	];
}
function problem({ id, status, detail, next }) {
	const tone = status === "error" ? "error" : "warning";
	const [first = "", ...more] = detail.split("\n");
	return [
		{
			text: `${marks[tone]} ${id}: ${first}`,
			tone
		},
		...more.map((text) => ({
			text: `    ${text}`,
			tone: ""
		})),
		...next.split("\n").map((text, i) => ({
			text: `    ${i === 0 ? "→ " : "  "}${text}`,
			tone: "dim"
		}))
	];
}
function summary(group, checks) {
	const of = (status) => checks.filter((one) => one.group === group && one.status === status);
	const [well, skipped] = [of("ok"), of("skipped")];
	const names = (some) => some.map(({ id }) => id).join(", ");
	const why = well.length === 0 && new Set(skipped.map(({ detail }) => detail)).size === 1 ? skipped[0]?.detail : "";
	const title = group.padEnd(8);
	return [...well.length > 0 ? [{
		text: `✓ ${title} ${names(well)}`,
		tone: "good"
	}] : [], ...skipped.length > 0 ? [{
		text: `- ${title} ${why || `not checked: ${names(skipped)}`}`,
		tone: "dim"
	}] : []];
}
function verdict(checks) {
	const count = (status) => checks.filter((one) => one.status === status).length;
	const wrong = [[count("error"), "error"], [count("warning"), "warning"]].flatMap(([n, word]) => n > 0 ? [`${n} ${word}${n === 1 ? "" : "s"}`] : []);
	const looked = `${count("ok") + count("error") + count("warning")} checks`;
	return wrong.length > 0 ? `${wrong.join(" and ")} in ${looked}` : `${looked}, all passed`;
}
// action/report/doctor.ts
const signs = {
	ok: "✅",
	warning: "⚠️",
	error: "❌",
	skipped: "➖"
};
/** The output `status` for each result of doctor. */
const words = {
	ok: "healthy",
	warning: "warnings",
	error: "errors"
};
/**
* The result of doctor for a job: problems first, each with its fix and an annotation at the step; the other checks are
* collapsed. The job fails if there is an error, as the terminal's exit code does.
*/
function doctorReport({ status, checks }, app) {
	const having = (...wanted) => checks.filter((one) => wanted.includes(one.status));
	const [errors, warnings, rest] = [
		having("error"),
		having("warning"),
		having("ok", "skipped")
	];
	const counted = [count(errors, "error"), count(warnings, "warning")].filter(Boolean).join(", ");
	const bad = [...errors, ...warnings];
	const summary = page(`### ${signs[status]} ${code(app)}: ${counted || "no problems"}, ${checks.length} checks`, ...bad.map(shown), folded(`${rest.length} checks without a problem`, table([
		"",
		"check",
		"seen"
	], rest.map((one) => [
		signs[one.status],
		inline(one.title),
		inline(one.detail)
	]))));
	return {
		failure: errors.length > 0 ? `${app}: ${counted}: ${errors.map(({ id }) => id).join(", ")}` : void 0,
		outputs: {
			status: words[status],
			json: JSON.stringify({
				status,
				checks
			})
		},
		annotations: bad.map(annotation),
		summary,
		lines: diagnosisLines({
			status,
			checks
		}).map(({ text }) => text)
	};
}
const count = ({ length }, what) => length === 0 ? "" : `${length} ${what}${length === 1 ? "" : "s"}`;
const shown = ({ id, status, title, detail, next }) => [`${signs[status]} ${code(id)} failed: **${inline(detail)}** Expected: ${inline(title)}.`, next && `**What to do:** ${inline(next)}`].filter(Boolean).join("  \n");
const annotation = ({ id, status, title, detail, next }) => ({
	level: status === "error" ? "error" : "warning",
	title: `${id} failed`,
	message: [`${detail}\nExpected: ${title}.`, next].filter(Boolean).join("\n")
});
// action/commands/doctor.ts
/** Runs doctor's checks between the runner and the site's visitors. */
const doctorCommand = (inputs, job) => runQuery$1(inputs, job, (request, effects) => doctor(request, {
	...effects,
	clock: Date.now
}), (seen) => doctorReport(seen, inputs.app.name));
export { doctorCommand };
