import { C as number, D as picklist, N as string, S as nullable, c as array, k as record, l as boolean, w as object } from "./packages.js";
import { $t as inline, Xt as code, c as https, en as page, g as runQuery, h as staticsModule, l as httpsModule, m as when, p as size, r as flagModule, s as runQuery$1, tn as table, u as httpsProblem } from "./shared.js";
import { hash } from "node:crypto";
import { join } from "node:path";
import { existsSync, readFileSync, readdirSync } from "node:fs";
// action/engine/console/releases/history.ts
/** The Python module that reads the server's journal. */
const historyModule = { history: "\"\"\"The runs in journal.jsonl, even if a full disk or a power failure has truncated lines.\"\"\"\nfrom __future__ import annotations\n\nTYPE_CHECKING = False\nif TYPE_CHECKING:\n    from typing import Iterable, Mapping\n\n    from answers import Run\n\nENDED = (\"deployed\", \"rolled-back\", \"failed\", \"unchanged\")\n\n\ndef runs(entries: Iterable[object]) -> list[Run]:\n    \"\"\"Oldest first: release, op, outcome, at, endedAt, ms, bytes, commit, previous, by, run, step, cause.\"\"\"\n    found: list[Run] = []\n    open_run: Run | None = None\n    for entry in entries:\n        if not isinstance(entry, dict) or not isinstance(entry.get(\"release\"), str):\n            continue\n        event, release = entry.get(\"event\"), entry[\"release\"]\n        if event == \"begin\":\n            if open_run:\n                open_run[\"outcome\"] = \"interrupted\"\n            open_run = {\"release\": release, \"op\": text(entry, \"op\") or \"deploy\", \"outcome\": \"running\", \"at\": text(entry, \"at\"),\n                        \"endedAt\": \"\", \"ms\": None, \"bytes\": number(entry, \"bytes\"), \"commit\": text(entry, \"commit\"),\n                        \"previous\": text(entry, \"previous\"), \"by\": text(entry, \"by\"), \"run\": text(entry, \"run\"), \"step\": \"\",\n                        \"cause\": \"\", \"switchedAt\": \"\"}\n            found.append(open_run)\n        elif event in (\"died\", \"reverted\", \"taken-back\"):  # the last is from version 1.0.0\n            for run in reversed(found):\n                if run[\"release\"] == release and run[\"outcome\"] in ENDED + (\"reverted\",):\n                    run.update({\"outcome\": \"reverted\", \"step\": \"watch\", \"cause\": \"it died soon after it went live\", \"endedAt\": text(entry, \"at\")})\n                    break\n        elif open_run and open_run[\"release\"] == release:\n            if event == \"end\":\n                status = text(entry, \"status\")\n                open_run.update({\"outcome\": status if status in ENDED else \"failed\", \"endedAt\": text(entry, \"at\"), \"ms\": number(entry, \"ms\"),\n                                 \"step\": text(entry, \"step\"), \"cause\": text(entry, \"cause\")})\n                # A deploy that was rolled back is logged like a requested rollback, except for its cause.\n                if open_run[\"cause\"] and open_run[\"outcome\"] == \"rolled-back\":\n                    open_run[\"outcome\"] = \"reverted\"\n                open_run = None\n            elif event == \"repaired\":\n                good = text(entry, \"how\") == \"it serves\"\n                done = \"rolled-back\" if open_run[\"op\"] == \"rollback\" else \"deployed\"\n                open_run.update({\"outcome\": done if good else \"interrupted\", \"endedAt\": text(entry, \"at\"),\n                                 \"cause\": \"\" if good else \"the run was interrupted; %s\" % text(entry, \"how\")})\n                open_run = None\n            elif event == \"switch\":\n                open_run[\"switchedAt\"] = text(entry, \"at\")\n            elif event not in (\"good\",):\n                open_run[\"step\"] = text(entry, \"event\")\n    return found\n\n\ndef settle_last(found: list[Run], held: bool) -> list[Run]:\n    \"\"\"A run without an end is still running, or it was killed and no later run has repaired it yet.\"\"\"\n    if found and found[-1][\"outcome\"] == \"running\" and not held:\n        found[-1].update({\"outcome\": \"interrupted\", \"cause\": \"the run was interrupted; the next deploy undoes or completes it\"})\n    return found\n\n\ndef since(found: list[Run], current: str) -> tuple[str, Run | None]:\n    \"\"\"When the release went live and by which run: (ISO time, run), or (\"\", None) if the journal no longer has it.\"\"\"\n    for run in reversed(found):\n        if run[\"release\"] == current and run[\"outcome\"] in (\"deployed\", \"rolled-back\", \"running\"):\n            return run[\"switchedAt\"] or run[\"endedAt\"], run\n        if run[\"outcome\"] == \"reverted\" and run[\"previous\"] == current:\n            made = [one for one in found if one[\"release\"] == current and one[\"outcome\"] in (\"deployed\", \"rolled-back\")]\n            return run[\"endedAt\"], made[-1] if made else None\n    return \"\", None\n\n\ndef text(entry: Mapping[str, object], name: str) -> str:\n    value = entry.get(name)\n    return value if isinstance(value, str) else \"\"\n\n\ndef number(entry: Mapping[str, object], name: str) -> float | None:\n    value = entry.get(name)\n    return value if isinstance(value, (int, float)) and not isinstance(value, bool) else None\n" };
/** A deploy or a rollback in the server's journal. Times are ISO 8601 in UTC, "" if unknown. */
const runEntries = {
	/** The release that it deployed or rolled back to. */
	release: string(),
	op: picklist(["deploy", "rollback"]),
	/** `interrupted`: killed, or cut off from power; `reverted`: the release had traffic, and failed. */
	outcome: picklist([
		"deployed",
		"rolled-back",
		"unchanged",
		"reverted",
		"failed",
		"interrupted",
		"running"
	]),
	at: string(),
	endedAt: string(),
	/** Duration on the server; null if it did not end, or an older version wrote the entry. */
	ms: nullable(number()),
	/** Bytes of files and wheels sent; null for a rollback. */
	bytes: nullable(number()),
	commit: string(),
	previous: string(),
	by: string(),
	/** URL of the workflow run, or who ran it in a terminal. */
	run: string(),
	/** The step that failed; "" when none did. */
	step: string(),
	/** Why; "" if nothing failed. */
	cause: string()
};
object(runEntries);
// action/engine/console/status/status.ts
/** One release that runs, or that its process manager should run. */
const instance = object({
	id: string(),
	/** `former`: still running, so a rollback to it is immediate; `starting`: not live yet. */
	role: picklist([
		"current",
		"former",
		"starting",
		"failed"
	]),
	/** In the process manager's words: active, running, fatal … */
	state: string(),
	restarts: number(),
	processes: number(),
	/** Memory that its processes do not share; null if none runs. */
	memoryBytes: nullable(number()),
	/** ISO 8601, UTC; "" if none runs. */
	since: string()
});
/** Requests of the last `seconds` in the site's access log, without a deploy's own. */
const traffic = object({
	file: string(),
	seconds: number(),
	requests: number(),
	errors5xx: number(),
	errors4xx: number(),
	/** Lines that are not in nginx's combined format, hence not counted. */
	odd: number()
});
/** What the server tells. Times are ISO 8601 in UTC by its clock, "" when unknown. */
const answer = object({
	/** Time of the query. */
	at: string(),
	/** The live release; "" if there is none. */
	current: string(),
	commit: string(),
	since: string(),
	/** Who made it live, and the URL of the workflow run; "" if the journal does not have it. */
	by: string(),
	run: string(),
	answers: boolean(),
	/** Result of requesting `/` or the health path on the instance's own socket. */
	answer: string(),
	instances: array(instance),
	/** null if the site has no access log of its own. */
	traffic: nullable(traffic),
	/** null when the site has no TLS; `expires` is "" and `days` null when the file cannot be read. */
	certificate: nullable(object({
		file: string(),
		expires: string(),
		days: nullable(number())
	})),
	/** null for a site without HTTPS, or with one that setup does not look after. */
	https: nullable(https),
	/** Files of the live release that differ from the installed ones. */
	pending: array(string()),
	/** Since when and by whom visitors get the maintenance page; null if they get the site. */
	maintenance: nullable(object({
		since: string(),
		by: string()
	})),
	/** Files that nginx does not serve although its configuration says so; status 0 and `error` without a response. */
	unserved: array(object({
		path: string(),
		status: number(),
		error: string()
	})),
	/** The newest failed run; null if the journal has none. */
	lastFailure: nullable(object(runEntries)),
	releases: array(object({
		id: string(),
		commit: string(),
		deployedAt: string(),
		state: picklist([
			"current",
			"running",
			"available"
		]),
		good: boolean()
	})),
	/** Workflow run URL (or host and process) of the running deploy; "" if there is none. */
	lockedBy: string(),
	python: string(),
	/** Protocol of the server's root helper. */
	helper: number(),
	diskFreeMb: number(),
	diskTotalMb: number(),
	memoryFreeMb: number(),
	files: record(string(), string())
});
const query = {
	name: "status",
	modules: {
		...historyModule,
		...flagModule,
		...staticsModule,
		...httpsModule,
		processes: "\"\"\"The instances of the app: their state according to the process manager, start time and memory.\"\"\"\nfrom __future__ import annotations\n\nimport os\nimport re\nimport time\n\nfrom host import ID, Host\n\nTYPE_CHECKING = False\nif TYPE_CHECKING:\n    from typing import Iterable, Sequence\n    from answers import Instance\n\nGOOD = (\"active\", \"running\", \"listening\")\nSTARTING = (\"activating\", \"starting\")\n\n\ndef instances(host: Host, current: str, said: Iterable[str], processes: Iterable[str]) -> list[Instance]:\n    \"\"\"One for each release that runs or should: id, role, state, restarts, since (ISO), memoryBytes, processes.\"\"\"\n    told: dict[str, tuple[str, int]] = {}\n    for line in said:\n        id, state, result, count = line.split(\" \")\n        if ID.match(id):\n            told[id] = (state if result in (\"-\", \"success\") else \"%s (%s)\" % (state, result), int(count))\n    running = by_release(host, processes)\n    found: list[Instance] = []\n    for id in sorted(set(told) | set(running) | ({current} if current else set())):\n        pids = running.get(id, [])\n        state, restarts = told.get(id, (\"running\" if pids else \"gone\", 0))\n        if id != current and state == \"inactive\" and not pids:\n            continue\n        began = min(filter(None, map(started, pids)), default=None)\n        found.append({\"id\": id, \"role\": role(id, current, state), \"state\": state,\n                      \"restarts\": restarts, \"processes\": len(pids), \"memoryBytes\": memory(host, id, pids),\n                      \"since\": time.strftime(\"%Y-%m-%dT%H:%M:%SZ\", time.gmtime(began)) if began else \"\"})\n    return found\n\n\ndef role(id: str, current: str, state: str) -> str:\n    if id == current:\n        return \"current\"\n    return \"former\" if state in GOOD else \"starting\" if state in STARTING else \"failed\"\n\n\ndef by_release(host: Host, processes: Iterable[str]) -> dict[str, list[int]]:\n    \"\"\"Process ids by release, without those that `run` and `exec` started there.\"\"\"\n    found: dict[str, list[int]] = {}\n    for line in processes:\n        folder, _, path = line.partition(\" \")\n        id = path[len(host.releases) + 1:].split(\"/\")[0].split(\" \")[0]\n        unit = read(folder + \"/cgroup\").rpartition(b\"/\")[2]\n        if ID.match(id) and not unit.startswith((host.app + \"-run-\").encode()) and not unit.startswith((host.app + \"-exec-\").encode()):\n            found.setdefault(id, []).append(int(folder[6:]))\n    return found\n\n\ndef memory(host: Host, id: str, pids: Sequence[int]) -> int | None:\n    \"\"\"Bytes: what the unit's cgroup counts as its own, or the sum over its processes; None if there are none.\"\"\"\n    for pid in pids:\n        path = read(\"/proc/%d/cgroup\" % pid).decode(\"ascii\", \"replace\").strip().rpartition(\"::\")[2]\n        if path.endswith(\"%s@%s.service\" % (host.app, id)):\n            fields = dict(line.split() for line in read(\"/sys/fs/cgroup%s/memory.stat\" % path).decode(\"ascii\", \"replace\").splitlines())\n            if \"anon\" in fields:\n                return int(fields[\"anon\"]) + int(fields.get(\"shmem\", 0))\n    sizes = re.findall(rb\"RssAnon:\\s+(\\d+)\", b\"\".join(read(\"/proc/%d/status\" % pid) for pid in pids))\n    return sum(int(size) << 10 for size in sizes) if sizes else None\n\n\ndef started(pid: int) -> float | None:\n    \"\"\"Seconds since 1970; None if the process no longer exists.\"\"\"\n    fields = read(\"/proc/%d/stat\" % pid).rpartition(b\")\")[2].split()\n    if len(fields) < 20:\n        return None\n    # Both count from the boot of the machine, in a container too.\n    ago = time.clock_gettime(time.CLOCK_BOOTTIME) - int(fields[19]) / os.sysconf(\"SC_CLK_TCK\")\n    return time.time() - ago\n\n\ndef read(path: str) -> bytes:\n    try:\n        with open(path, \"rb\") as file:\n            return file.read()\n    except OSError:\n        return b\"\"\n",
		status: "\"\"\"What is live, its health, and what a deploy would change, in one answer.\"\"\"\nfrom __future__ import annotations\n\nimport base64\nimport hashlib\nimport os\nimport re\nimport time\n\nimport https\nimport maintenance_flag\nfrom gate import Gate\nfrom history import runs, settle_last, since\nfrom host import ID, Host, Lock, memory_free\nfrom interpreter import python_here\nfrom journal import Journal, stamp\nfrom processes import instances\nfrom statics import is_served, statics\nfrom channel import Channel, Failed\n\nTYPE_CHECKING = False\nif TYPE_CHECKING:\n    from typing import Iterable, Sequence\n    from answers import Certificate, Closed, Release, Status, StatusAsk, Traffic\n\n\ndef status(channel: Channel, host: Host, ask: StatusAsk) -> Status:\n    host.check()\n    current, lock = host.current(), Lock(host)\n    why, answered = \"nothing was deployed yet\", 0\n    if current:\n        why, answer = Gate(channel, ask[\"settings\"]).once(host.socket(current))\n        answered = answer.status\n    held = lock.is_held()\n    told = settle_last(runs(Journal(host.journal).entries()), held)\n    at, run = since(told, current)\n    record = host.record(current) if current else None\n    protocol, facts = report(host, ask[\"seconds\"])\n    bad = [one for one in told if one[\"outcome\"] in (\"failed\", \"reverted\", \"interrupted\")]\n    disk = os.statvfs(host.base)\n    return {\n        \"at\": stamp(), \"current\": current, \"commit\": record.get(\"commit\", \"\") if record else \"\", \"since\": at or (record.get(\"at\", \"\") if record else \"\"),\n        \"by\": run[\"by\"] if run else \"\", \"run\": (run and run[\"run\"]) or (record and record.get(\"run\")) or \"\",\n        \"answers\": not why, \"answer\": why or \"answered %d\" % answered,\n        \"instances\": instances(host, current, facts[\"instance\"], facts[\"process\"]), \"traffic\": traffic(facts[\"traffic\"]),\n        \"certificate\": certificate(facts[\"certificate\"], facts[\"pem\"]), \"https\": https.read(host, ask[\"settings\"]), \"releases\": releases(host, current),\n        \"lockedBy\": lock.holder() if held else \"\", \"lastFailure\": bad[-1] if bad else None,\n        \"pending\": host.drift(current, ask[\"settings\"][\"files\"]) if current else [], \"maintenance\": maintenance(host), \"files\": config_files(host, current),\n        \"unserved\": [one for one in statics(host, current, ask[\"settings\"]) if not is_served(one)],\n        \"python\": python_here()[\"version\"], \"helper\": protocol, \"diskFreeMb\": disk.f_bavail * disk.f_frsize >> 20,\n        \"diskTotalMb\": disk.f_blocks * disk.f_frsize >> 20, \"memoryFreeMb\": memory_free() >> 20}\n\n\ndef maintenance(host: Host) -> Closed | None:\n    found = maintenance_flag.read(host.maintenance)\n    return {\"since\": found.get(\"since\", \"\"), \"by\": found.get(\"by\", \"\")} if found else None\n\n\ndef report(host: Host, seconds: int) -> tuple[int, dict[str, list[str]]]:\n    \"\"\"The root helper's protocol, and its facts by kind.\"\"\"\n    facts: dict[str, list[str]] = {\"instance\": [], \"process\": [], \"traffic\": [], \"certificate\": [], \"pem\": []}\n    _, out, err = host.helper(\"report\", str(seconds), timeout=20)\n    protocol = 0\n    for line in out.splitlines():\n        kind, _, rest = line.partition(\" \")\n        if kind == \"protocol\":\n            protocol = int(rest)\n        elif kind in facts:\n            facts[kind].append(rest)\n    if not protocol:\n        raise Failed(\"infrastructure\", \"the server's root helper failed: %s\" % (err or out).strip()[-300:], host.setup_hint())\n    return protocol, facts\n\n\ndef releases(host: Host, current: str) -> list[Release]:\n    found: list[Release] = []\n    for id in host.ids():\n        record = host.record(id)\n        if record:\n            state = \"current\" if id == current else \"running\" if os.path.exists(host.socket(id)) else \"available\"\n            found.append({\"id\": id, \"commit\": record[\"commit\"], \"deployedAt\": record[\"at\"], \"state\": state, \"good\": host.is_good(id)})\n    return found\n\n\ndef traffic(lines: Iterable[str]) -> Traffic | None:\n    \"\"\"None if the site has no access log of its own.\"\"\"\n    for line in lines:\n        file, seconds, total, fives, fours, odd = line.rsplit(\" \", 5)\n        return {\"file\": file, \"seconds\": int(seconds), \"requests\": int(total), \"errors5xx\": int(fives), \"errors4xx\": int(fours), \"odd\": int(odd)}\n    return None\n\n\ndef certificate(paths: Sequence[str], pem: Iterable[str]) -> Certificate | None:\n    \"\"\"None when the site has no TLS; `expires` is \"\" when the file cannot be read.\"\"\"\n    if not paths:\n        return None\n    try:\n        end = not_after(base64.b64decode(\"\".join(line for line in pem if not line.startswith(\"-\"))))\n        return {\"file\": paths[0], \"expires\": time.strftime(\"%Y-%m-%dT%H:%M:%SZ\", time.gmtime(end)), \"days\": int((end - time.time()) // 86400)}\n    except (ValueError, IndexError, OverflowError):\n        return {\"file\": paths[0], \"expires\": \"\", \"days\": None}\n\n\ndef not_after(der: bytes) -> int:\n    \"\"\"Seconds since 1970. Validity is the only SEQUENCE of two times in a certificate (RFC 5280, 4.1).\"\"\"\n    times = re.search(rb\"\\x30[\\x1e-\\x22](?:\\x17\\x0d\\d{12}Z|\\x18\\x0f\\d{14}Z)(\\x17\\x0d(\\d{12})Z|\\x18\\x0f(\\d{14})Z)\", der)\n    if not times:\n        raise ValueError(\"not a certificate\")\n    short, long = times.group(2), times.group(3)\n    # Of two-digit years, 50 to 99 are 1950 to 1999.\n    full = long or (b\"19\" if short[:2] >= b\"50\" else b\"20\") + short\n    parts = [int(full[at:at + size]) for at, size in ((0, 4), (4, 2), (6, 2), (8, 2), (10, 2), (12, 2))]\n    return days(*parts[:3]) * 86400 + parts[3] * 3600 + parts[4] * 60 + parts[5]\n\n\ndef days(year: int, month: int, day: int) -> int:\n    \"\"\"Days since 1970-01-01, without loading a calendar module.\"\"\"\n    year -= month <= 2\n    era, of_era = divmod(year, 400)\n    of_year = (153 * (month + (-3 if month > 2 else 9)) + 2) // 5 + day - 1\n    return era * 146097 + of_era * 365 + of_era // 4 - of_era // 100 + of_year - 719468\n\n\ndef config_files(host: Host, current: str) -> dict[str, str]:\n    \"\"\"Digests of the files in deploy/ of the live release, to compare with a repository.\"\"\"\n    found, folder = {}, host.release(current) + \"/deploy\" if ID.match(current) else \"\"\n    for name in sorted(os.listdir(folder)) if os.path.isdir(folder) else []:\n        path = os.path.join(folder, name)\n        if os.path.isfile(path) and not name.endswith(\".json\") and os.path.getsize(path) < 1 << 20:\n            with open(path, \"rb\") as file:\n                found[\"deploy/\" + name] = hashlib.sha256(file.read()).hexdigest()\n    return found\n"
	},
	answer
};
/**
* What is live and its health, by one ssh command.
*
* @param seconds how far back traffic is counted
* @throws DeployError if the server cannot be queried
*/
async function status(request, effects, seconds = 300) {
	const { files, ...answer } = await runQuery(query, request, effects, { ask: { seconds } });
	const { root } = request;
	const [subject, ahead] = await Promise.all(answer.commit ? [git(effects, root, "log", "-1", "--format=%s", answer.commit), git(effects, root, "rev-list", "--count", `${answer.commit}..HEAD`)] : []);
	return {
		...answer,
		subject: subject ?? "",
		ahead: ahead ? Number(ahead) : null,
		changed: answer.current ? changedFiles(root, files) : []
	};
}
/** undefined if there is no git, no repository or no such commit. */
async function git({ run, env }, root, ...args) {
	const done = await run([
		"git",
		"-C",
		root,
		...args,
		"--"
	], {
		env,
		timeoutMs: 1e4
	}).catch(() => void 0);
	return done?.code === 0 ? done.stdout.trim() : void 0;
}
/** Paths that only one side has, or whose content differs. */
function changedFiles(root, live) {
	const folder = join(root, "deploy");
	if (!existsSync(folder)) return [];
	const here = readdirSync(folder, { withFileTypes: true }).filter((item) => item.isFile() && !item.name.endsWith(".json")).map(({ name }) => `deploy/${name}`);
	const digest = (path) => hash("sha256", readFileSync(join(root, path)));
	return [.../* @__PURE__ */ new Set([...here, ...Object.keys(live)])].filter((path) => !here.includes(path) || live[path] !== digest(path)).toSorted();
}
// action/engine/console/status/text.ts
/** Days before its end at which a certificate is worth a note: Let's Encrypt renews at 30. */
const CERTIFICATE_DAYS = 20;
/** Free disk below which the next deploy may not fit. */
const DISK_MB = 500;
/** A status in rows of a name and a text, for the CLI and the Action. */
function statusRows(seen) {
	const { at, current, commit, subject, ahead, since, by, run, answers, answer } = seen;
	const row = (name, text, tone = "") => ({
		name,
		text,
		tone
	});
	if (!current) return [row("live", "nothing was deployed yet", "bad"), ...rest(seen, row)];
	const who = [by, run === by ? "" : run].filter(Boolean).join(", ");
	const behind = ahead ? `; ${ahead} newer commit${ahead === 1 ? " is" : "s are"} here and not live` : "";
	return [
		row("live", current),
		row("since", `${when(since, at)}${who && ` by ${who}`}`),
		row("commit", `${commit.slice(0, 10)}${subject && ` ${subject}`}${behind}`, ahead ? "note" : ""),
		row("answers", `${answers ? "yes" : "no"}: ${answer}`, answers ? "good" : "bad"),
		...seen.instances.map((one) => row(one.role, instanceText(one, at), one.role === "failed" ? "bad" : toneOf(one))),
		...rest(seen, row)
	];
}
function rest(seen, row) {
	const { at, traffic, certificate, pending, changed, lastFailure, lockedBy } = seen;
	const rows = [];
	const { maintenance } = seen;
	if (maintenance) {
		const who = maintenance.by && ` by ${maintenance.by}`;
		rows.push(row("maintenance", `visitors get its page, since ${when(maintenance.since, at)}${who}`, "bad"));
	}
	if (traffic) rows.push(row("traffic", trafficText(traffic), traffic.errors5xx > 0 ? "bad" : ""));
	else if (seen.current) rows.push(row("traffic", "unknown: the site has no access_log of its own in /var/log/nginx", "note"));
	if (certificate) {
		const { days, expires, file } = certificate;
		if (days === null) rows.push(row("certificate", `${file} cannot be read`, "bad"));
		else {
			const tone = days < 7 ? "bad" : days < CERTIFICATE_DAYS ? "note" : "good";
			rows.push(row("certificate", `${days < 0 ? "expired" : "expires"} ${when(expires, at)}`, tone));
		}
	}
	const trouble = seen.https && httpsProblem(seen.https, at);
	if (trouble) rows.push(row("https", trouble, "bad"));
	for (const { path, status, error } of seen.unserved) rows.push(row("static files", `${path} ${error || `answers ${status}`} through nginx`, "bad"));
	if (pending.length > 0) rows.push(row("not installed", `${pending.join(", ")} of the release differ from what is installed`, "bad"));
	if (changed.length > 0) rows.push(row("not deployed", `${changed.join(", ")} of this repository differ from the release`, "note"));
	rows.push(row("disk", `${mb(seen.diskFreeMb)} free of ${mb(seen.diskTotalMb)}`, seen.diskFreeMb < DISK_MB ? "bad" : ""));
	rows.push(row("memory", `${mb(seen.memoryFreeMb)} free`));
	rows.push(row("deploying", lockedBy || "nobody", lockedBy ? "note" : ""));
	if (lastFailure) {
		const { release, outcome, step, cause } = lastFailure;
		const why = [step && `in ${step}`, cause.split("\n")[0]].filter(Boolean).join(": ");
		rows.push(row("last failure", `${when(lastFailure.endedAt || lastFailure.at, at)} ${release} ${outcome}${why && ` ${why}`}`));
	}
	return rows;
}
const mb = (count) => size(count * (1 << 20));
const toneOf = ({ processes, state }) => processes === 0 && !/^(active|running|listening)$/.test(state) ? "bad" : "";
function instanceText({ id, role, state, restarts, processes, memoryBytes, since }, at) {
	return [
		role === "current" ? state : `${id} ${state}`,
		processes > 0 ? `${processes} process${processes === 1 ? "" : "es"}` : "",
		memoryBytes === null ? "" : size(memoryBytes),
		since && `up since ${when(since, at)}`,
		restarts > 0 ? `restarted ${restarts} time${restarts === 1 ? "" : "s"}` : ""
	].filter(Boolean).join(", ");
}
function trafficText({ seconds, requests, errors5xx, errors4xx, odd }) {
	const rate = requests / Math.max(1, seconds);
	const shown = rate >= 10 ? rate.toFixed(0) : rate >= .1 || rate === 0 ? rate.toFixed(1) : rate.toFixed(3);
	const minutes = Math.round(seconds / 60);
	return `${shown} requests/s, ${errors5xx} of ${requests} failed (5xx), ${errors4xx} were rejected (4xx), in the last ${seconds < 120 ? `${seconds} s` : `${minutes} minutes`}${odd > 0 ? ` (${odd} lines are not in nginx's combined format)` : ""}`;
}
// action/report/status.ts
const signs = {
	good: "✅ ",
	bad: "❌ ",
	note: "⚠️ ",
	"": ""
};
/** A status for a job: the terminal's rows in the log and the summary. The job fails if the site does not respond. */
function statusReport(seen, app) {
	const rows = statusRows(seen);
	const { current, answers, maintenance } = seen;
	const how = headline(seen);
	const sign = !answers ? "❌" : maintenance ? "🚧" : "✅";
	return {
		failure: answers ? void 0 : `${app}: ${how}`,
		outputs: {
			status: answers ? "up" : "down",
			release: current,
			json: JSON.stringify(seen)
		},
		annotations: [],
		summary: page(`### ${sign} ${code(app)} ${current && `${code(current)} `}${inline(how)}`, table(["", ""], rows.map(({ name, text, tone }) => [name, `${signs[tone]}${inline(text)}`]))),
		lines: rows.map(({ name, text }) => `${name.padEnd(14)} ${text}`)
	};
}
/** What visitors get comes first: a site in maintenance mode is down for them, even if its app is healthy. */
function headline({ current, answers, answer, maintenance }) {
	if (!current) return "nothing was deployed yet";
	const app = answers ? "is up" : `does not answer: ${answer}`;
	if (!maintenance) return app;
	const { since, by } = maintenance;
	return `is in maintenance mode since ${since}${by && ` by ${by}`}: visitors get the maintenance page${answers ? "" : `, and the app ${app}`}`;
}
// action/commands/status.ts
/** What is live and how it does. */
const statusCommand = (inputs, job) => runQuery$1(inputs, job, status, (seen) => statusReport(seen, inputs.app.name));
export { statusCommand };
