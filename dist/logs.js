import { C as number, D as picklist, I as unknown, N as string, S as nullable, g as literal, w as object } from "./packages.js";
import { Fn as processManagers, Wt as unusable, Xt as code, Zt as fenced, en as page, g as runQuery, nn as tail, s as runQuery$1 } from "./shared.js";
// action/engine/console/logs/logs.ts
const rawLine = object({
	t: literal("line"),
	at: number(),
	from: picklist([
		"app",
		"systemd",
		"nginx"
	]),
	release: string(),
	priority: nullable(number()),
	text: string()
});
const logQuery = {
	name: "logs",
	modules: { logs: "\"\"\"Forwards the log lines that the root helper reads, until the client disconnects.\"\"\"\nfrom __future__ import annotations\n\nimport collections\nimport contextlib\nimport json\nimport os\nimport re\nimport select\nimport signal\nimport subprocess\n\nfrom channel import Channel, Failed\n\nTYPE_CHECKING = False\nif TYPE_CHECKING:\n    from typing import Collection, NoReturn\n\n    from answers import LinesTold, LogsAsk\n    from host import Host\n    from messages import Said\n\nSEARCHED = 20000  # number of past lines that a pattern is matched against\nLONGEST = 2.0  # seconds to match one line\n\n\ndef logs(channel: Channel, host: Host, ask: LogsAsk) -> LinesTold:\n    host.check()\n    try:\n        pattern = re.compile(ask[\"grep\"]) if ask[\"grep\"] else None\n    except re.error as error:\n        raise Failed(\"usage\", \"--grep %s: %s\" % (ask[\"grep\"], error), \"It is a regular expression as Python's re module reads it.\") from error\n    signal.signal(signal.SIGALRM, too_slow)\n    count, now = ask[\"lines\"], int(ask[\"since\"])\n    argv = [host.tool, \"logs\", str(max(SEARCHED, count) if pattern else count), str(now), \"1\" if ask[\"follow\"] else \"0\",\n            ask[\"release\"] or \"-\", \"1\" if ask[\"nginx\"] else \"0\"]\n    child = subprocess.Popen(([\"sudo\", \"-n\"] if os.geteuid() else []) + argv, stdin=subprocess.PIPE, stdout=subprocess.PIPE,\n                             stderr=subprocess.PIPE)\n    assert child.stdin and child.stdout and child.stderr\n    past: collections.deque[Said] = collections.deque(maxlen=max(1, count))\n    live, told, rest = False, 0, b\"\"\n    try:\n        while True:\n            heard = select.select([child.stdout, channel.wake_r], [], [])[0]\n            channel.check()\n            chunk = os.read(child.stdout.fileno(), 65536) if child.stdout in heard else b\"\"\n            if child.stdout in heard and not chunk:\n                break\n            *lines, rest = (rest + chunk).split(b\"\\n\")\n            for text in lines:\n                line: Said = json.loads(text)\n                if line.get(\"note\"):\n                    channel.say(\"warning\", text=line[\"note\"])\n                elif line.get(\"live\"):\n                    told, live = flush(channel, past, count), True\n                elif pattern is None or found(pattern, line[\"text\"]):\n                    if live:\n                        channel.say(\"line\", **line)\n                        told += 1\n                    else:\n                        past.append(line)\n        if not live:\n            told = flush(channel, past, count)\n        code, said = child.wait(), child.stderr.read().decode(\"utf-8\", \"replace\").strip()\n        if code:\n            raise Failed(\"infrastructure\", \"the logs cannot be read: %s\" % (said or \"the root helper exited with %d\" % code)[-400:], host.setup_hint())\n        return {\"lines\": told}\n    finally:\n        child.stdin.close()  # the root helper exits at the end of its stdin\n        with contextlib.suppress(subprocess.TimeoutExpired):\n            child.wait(3)\n\n\ndef found(pattern: re.Pattern[str], text: str) -> bool:\n    \"\"\"The app controls the lines, and some patterns take exponential time on some lines.\"\"\"\n    signal.setitimer(signal.ITIMER_REAL, LONGEST)\n    try:\n        return pattern.search(text) is not None\n    finally:\n        signal.setitimer(signal.ITIMER_REAL, 0)\n\n\ndef too_slow(*_: object) -> NoReturn:\n    raise Failed(\"usage\", \"--grep took more than %g s for one line\" % LONGEST, \"Simplify it: a repetition within a repetition, such as (a+)+, tries every division of a line.\")\n\n\ndef flush(channel: Channel, past: Collection[Said], count: int) -> int:\n    for line in past if count else ():\n        channel.say(\"line\", **line)\n    return len(past) if count else 0\n" },
	answer: unknown(),
	message: rawLine
};
/**
* The log lines of the app, its process manager and nginx in chronological order; then new ones as they come, with
* `follow`.
*
* @param onNote called with each notice about lines that are missing
* @throws DeployError if the server cannot be queried; not if the effects' signal stopped a `follow`
*/
async function logs(request, effects, query, onLine, onNote = () => {}) {
	try {
		await runQuery(logQuery, request, effects, {
			ask: { ...query },
			onLine: onNote,
			onMessage: (message) => onLine(lineOf(message))
		});
	} catch (error) {
		if (!(query.follow && effects.signal?.aborted)) throw error;
	}
}
const lineOf = ({ at, from, release, priority, text }) => ({
	at: (/* @__PURE__ */ new Date(at * 1e3)).toISOString(),
	from,
	release,
	severity: severityOf(from, priority, text),
	text
});
const bad = /\b(EMERG|ALERT|CRIT|CRITICAL|FATAL|ERROR)\b|^Traceback \(most recent|^[\w.]*(Error|Exception)\b|\[(emerg|alert|crit|error)\]/;
const odd = /\bWARN(ING)?\b|^[\w.]*Warning\b|\[(warn|notice)\]/;
/** systemd sets a severity for its own messages only; the app's output is all `info` to it, so its text decides. */
function severityOf(from, priority, text) {
	if (priority !== null && priority <= 3) return "error";
	if (priority === 4) return "warning";
	const status = from === "nginx" ? /" ([1-5])\d\d \d+ "/.exec(text)?.[1] : void 0;
	if (status !== void 0) return status === "5" ? "error" : status === "4" ? "warning" : "info";
	if (bad.test(text)) return "error";
	if (odd.test(text)) return "warning";
	return priority === 7 || /\bDEBUG\b/.test(text) ? "debug" : "info";
}
// action/report/logs.ts
/** Characters of log lines in the summary; the job's log has them all. */
const SUMMARY_LIMIT = 6e4;
/** A line as the terminal shows it: time, source and release, text. */
const logText = ({ at, from, release, text }) => `${at} ${from.padEnd(7)} ${release ? `${release.slice(17)} ` : ""}${text}`;
/** The number of errors and warnings, and the last lines. Errors in a log do not fail the job that shows them. */
function logsReport(lines, { app, release, grep }) {
	const count = (severity) => lines.filter((line) => line.severity === severity).length;
	const [errors, warnings] = [count("error"), count("warning")];
	const found = [
		counted(lines.length, "line"),
		errors > 0 && counted(errors, "error"),
		warnings > 0 && counted(warnings, "warning")
	];
	const asked = [release && ` of ${code(release)}`, grep && ` with ${code(grep)}`].filter(Boolean).join("");
	return {
		failure: void 0,
		outputs: { status: "shown" },
		annotations: [],
		summary: page(`### 📜 ${code(app)}${asked}: ${found.filter(Boolean).join(", ")}`, lines.length > 0 ? fenced(tail(lines.map(logText).join("\n"), SUMMARY_LIMIT)) : "No matching log lines.")
	};
}
const counted = (count, what) => `${count} ${what}${count === 1 ? "" : "s"}`;
// action/commands/logs.ts
/** The logs of the app, its process manager and nginx: all lines go to the job's log, the last ones to the summary. */
function logsCommand(inputs, job) {
	const { app, release, consoleInputs } = inputs;
	const query = {
		...consoleInputs.log,
		release,
		follow: false
	};
	const seen = [];
	return runQuery$1(inputs, job, async (request, effects) => {
		const { oneLog } = processManagers[app.processManager];
		if (release && oneLog) throw unusable(oneLog, "Omit `release`, and use `since`.");
		await logs(request, effects, query, (line) => {
			seen.push(line);
			job.log.line(logText(line));
		});
		return seen;
	}, (lines) => logsReport(lines, {
		app: app.name,
		release,
		grep: query.grep
	}));
}
export { logsCommand };
