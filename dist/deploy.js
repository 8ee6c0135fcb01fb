import { i as inline, n as fenced, o as table, r as folded, s as tail, t as code } from "./markdown.js";
import { n as timeline, t as milliseconds } from "./timeline.js";
// action/report/deploy/traceback.ts
/**
* The innermost frame of a Python traceback that lies in the release itself, not in its venv or in Python.
* @param exists whether the app folder holds a file
*/
function placeOf(traceback, exists) {
	const frames = [...traceback.matchAll(/^\s*File "([^"\n]+)", line (\d+)/gm)].reverse();
	for (const [, path = "", line = "1"] of frames) {
		const inside = /^\/srv\/[^/]+\/(?:releases\/[^/]+|current)\/(.+)$/.exec(path)?.[1] ?? path.replace(/^\.\//, "");
		if (!(inside.startsWith("/") || /(^|\/)(\.\.|\.venv|site-packages)(\/|$)/.test(inside)) && exists(inside)) return {
			file: inside,
			line: Number(line)
		};
	}
}
/** The traceback's own last line, "ZeroDivisionError: division by zero"; "" when there is none. */
const lastLine = (traceback) => traceback.trimEnd().split("\n").at(-1)?.trim() ?? "";
// action/report/deploy/summary.ts
const TRACEBACK_LIMIT = 2e4;
/** The job summary of a deploy or a rollback: what happened in the first line, then the proof. */
function deploySummary(result, context) {
	const { cause, steps } = result;
	return `${[
		headline(result, context),
		cause ? causeParts(cause) : "",
		facts(result, context),
		prober(result),
		changeParts(result, context),
		steps.length > 0 ? folded(`Timeline: ${milliseconds(result.durationMs)}`, timeline(steps, result.durationMs)) : "",
		...result.warnings.map((warning) => `> [!WARNING]\n> ${inline(warning)}`)
	].filter(Boolean).join("\n\n")}\n`;
}
function headline({ status, release, url, cause, durationMs }, context) {
	const app = code(context.app);
	const where = url ? ` at ${address(url)}` : "";
	const took = ` in ${milliseconds(durationMs)}`;
	if (cause) return `### ❌ ${app} ${status === "rolled-back" ? "was rolled back" : status === "unknown" ? "may be live or not" : context.command === "deploy" ? "was not deployed" : "was not rolled back"}: ${inline(reason(cause))}`;
	if (context.dryRun) return `### 🔎 ${app}: a dry run, nothing was changed`;
	switch (status) {
		case "deployed": return `### ✅ ${app} ${code(release)} is live${where}, deployed${took}`;
		case "rolled-back": return `### ↩️ ${app} is back at ${code(release)}${where}${took}`;
		case "unchanged": return `### ✅ ${app} ${code(release)} is live${where} already: nothing to do`;
		case "failed":
		case "unknown": return `### ❌ ${app} was not deployed`;
	}
}
/** What failed and, where the app says it itself, why: "the new release does not start: KeyError: 'TOKEN'". */
const reason = ({ message, traceback }) => [message, lastLine(traceback)].filter(Boolean).join(": ");
function causeParts({ message: _, next, step, kind, traceback, journal, unit }) {
	return [
		next && (next.includes("\n") ? fenced(next) : `**What to do:** ${inline(next)}`),
		`Failed at step ${code(step)}. Cause: ${{
			app: "the app",
			infrastructure: "the machines or the network between",
			usage: "what was asked",
			setup: "the server's setup",
			locked: "another deploy",
			cancelled: "this run was cancelled"
		}[kind]}.${unit ? ` Unit: ${inline(unit)}.` : ""}`,
		traceback && fenced(tail(traceback, TRACEBACK_LIMIT), "pytb"),
		journal.length > 0 && folded(`Last ${journal.length} lines of its journal`, fenced(tail(journal.join("\n"), TRACEBACK_LIMIT)))
	].filter(Boolean).join("\n\n");
}
function facts(result, { repositoryUrl, actor }) {
	const { release, previousRelease, commit, changed, bytesSent } = result;
	const short = code(commit.slice(0, 7));
	const touched = changed.added + changed.changed + changed.removed;
	const shown = [
		release && ["release", code(release)],
		previousRelease && ["before", code(previousRelease)],
		commit && ["commit", `${repositoryUrl ? `[${short}](${repositoryUrl}/commit/${commit})` : short}${actor ? ` by ${inline(actor)}` : ""}`],
		touched > 0 && ["files", `${changed.added} added, ${changed.changed} changed, ${changed.removed} removed; ${bytes(bytesSent)} sent`]
	].filter((row) => Array.isArray(row));
	return shown.length > 0 ? table(["", ""], shown) : "";
}
function prober({ requestsSent, requestsFailed, longestStallMs }) {
	if (requestsSent === 0) return "";
	return `${requestsSent} probe requests through nginx during the switch: ${requestsFailed === 0 ? "none failed" : `**${requestsFailed} failed**`}, the slowest took ${milliseconds(longestStallMs)}.`;
}
/** Of a deploy, what came; of a rollback, what went: its older end is the release that is live again. */
function changeParts(result, { changes, repositoryUrl, command }) {
	const [before, after] = endsOf(result);
	if (!before || !after || before.startsWith(after) || after.startsWith(before)) return "";
	const [from, to] = command === "rollback" ? [after, before] : [before, after];
	const link = repositoryUrl ? `[Compare](${repositoryUrl}/compare/${from}...${to})` : "";
	if (!changes) return link;
	const line = ({ hash, subject, author }) => {
		const short = code(hash.slice(0, 7));
		return `- ${repositoryUrl ? `[${short}](${repositoryUrl}/commit/${hash})` : short} ${inline(subject)} (${inline(author)})`;
	};
	return [`**${command === "rollback" ? "No longer live" : "Since the last release"}** ${link}`, changes.map(line).join("\n")].join("\n\n");
}
/** The commits of the release that was live and of the one that is: a rollback has its own in its id alone. */
const endsOf = ({ previousRelease, commit, release }) => [previousRelease.split("-")[1] ?? "", commit || (release.split("-")[1] ?? "")];
/** A link; what a URL may not hold as it is (`<`, a backtick) is percent-encoded by the parser. */
const address = (url) => URL.canParse(url) ? `<${new URL(url).href}>` : code(url);
const bytes = (count) => count < 1e3 ? `${count} bytes` : count < 1e6 ? `${(count / 1e3).toFixed(1)} kB` : `${(count / 1e6).toFixed(1)} MB`;
// action/report/deploy/deploy.ts
/** The report of a deploy or a rollback; a pure function of what happened. */
function deployReport(result, context) {
	const { cause } = result;
	return {
		failure: failed(result) ? failureOf(result) : void 0,
		outputs: {
			status: result.status,
			release: result.release,
			"previous-release": result.previousRelease,
			url: result.url,
			"duration-ms": String(Math.round(result.durationMs)),
			"requests-sent": String(result.requestsSent),
			"requests-failed": String(result.requestsFailed)
		},
		annotations: [...cause ? codeAnnotation(cause, context) : [], ...result.warnings.map((message) => ({
			level: "warning",
			message
		}))],
		summary: deploySummary(result, context)
	};
}
/** A rollback that was asked for has no cause; one that was needed has. */
const failed = ({ status, cause }) => status === "failed" || cause !== void 0;
function failureOf({ status, cause }) {
	const what = {
		"rolled-back": "Rolled back",
		unknown: "Outcome unknown"
	}[status] ?? "Not deployed";
	if (!cause) return `${what}.`;
	return [`${what}: ${reason(cause)} (step ${cause.step})`, cause.next].filter(Boolean).join("\n");
}
function codeAnnotation(cause, { folder, exists }) {
	const place = placeOf(cause.traceback, exists);
	if (!place) return [];
	const file = folder ? `${folder}/${place.file}` : place.file;
	return [{
		level: "error",
		title: lastLine(cause.traceback),
		message: cause.message,
		file,
		startLine: place.line
	}];
}
export { failed as n, endsOf as r, deployReport as t };
