import { a as plain } from "./markdown.js";
import { t as milliseconds } from "./timeline.js";
import { join } from "node:path";
// action/report/log-lines.ts
/**
* Lines for the job's log that the runner cannot take for its commands, whatever they hold. The runner reads `::name::`
* at the start of a line and `##[name]` anywhere in it:
* https://github.com/actions/runner/blob/main/src/Runner.Common/ActionCommand.cs
*/
const harmlessLines = (text) => plain(text).split("\n").map((line) => line.replace(/^([\s\p{Z}\p{C}]*):(?=:)/u, "$1: ").replaceAll("##[", "## ["));
// action/report/log-groups.ts
/** Lasts until the server has answered: what the server does in that time is told within its group. */
const around = "connect";
/** A deploy's progress in the job's log, as it happens: one group a step, with its lines, closed by how long it took. */
function groupLog(output, secrets) {
	let open;
	const line = (text) => {
		for (const each of harmlessLines(secrets.hide(text))) output.info(each);
	};
	const close = () => {
		if (open !== void 0) output.endGroup();
		open = void 0;
	};
	return {
		line,
		step(name) {
			if (open === around) return;
			close();
			open = name;
			output.startGroup(name);
		},
		warning: (text) => line(`Warning: ${text}`),
		done({ name, detail, durationMs }) {
			const said = `${detail ? `${detail}, ` : ""}${milliseconds(durationMs)}`;
			line(open === name ? said : `${name}: ${said}`);
			if (open === name) close();
		}
	};
}
// action/runner/runner.ts
/** @param folders what the machine has where the environment names none */
function readRunner(env, platform, folders) {
	const get = (name, otherwise = "") => env[name] || otherwise;
	const serverUrl = get("GITHUB_SERVER_URL", "https://github.com");
	const repository = get("GITHUB_REPOSITORY");
	const run = get("GITHUB_RUN_ID");
	const attempt = get("GITHUB_RUN_ATTEMPT", "1");
	return {
		windows: platform === "win32" || get("RUNNER_OS") === "Windows",
		temp: get("RUNNER_TEMP", folders.temp),
		cache: join(get("XDG_CACHE_HOME", join(folders.home, ".cache")), "flask-deploy"),
		workspace: get("GITHUB_WORKSPACE", "."),
		event: get("GITHUB_EVENT_NAME"),
		eventFile: get("GITHUB_EVENT_PATH"),
		repository,
		sha: get("GITHUB_SHA"),
		actor: get("GITHUB_ACTOR"),
		serverUrl,
		apiUrl: get("GITHUB_API_URL", "https://api.github.com"),
		runUrl: repository && run ? `${serverUrl}/${repository}/actions/runs/${run}/attempts/${attempt}` : ""
	};
}
// action/runner/secrets.ts
/** Shorter lines are found in any text by chance; hiding them would hide the log. */
const SHORTEST = 4;
const harmless = /* @__PURE__ */ new Set([
	"true",
	"false",
	"none",
	"null",
	"production",
	"development",
	"testing"
]);
/**
* Masks each value whole and line by line, as the runner compares line by line. The runner masks its log and the
* summary; what goes to GitHub's API passes {@link Secrets.hide} only.
* @param mask tells the runner, such as `setSecret` of @actions/core
*/
function keepSecret(values, mask) {
	const parts = /* @__PURE__ */ new Set();
	for (const value of values) for (const part of [
		value,
		value.trim(),
		...value.split(/[\r\n]+/).map((line) => line.trim())
	]) if (part.length >= SHORTEST && !harmless.has(part.toLowerCase())) parts.add(part);
	const longestFirst = [...parts].sort((a, b) => b.length - a.length);
	for (const part of longestFirst) mask(part);
	return { hide: (text) => longestFirst.reduce((seen, part) => seen.replaceAll(part, "***"), text) };
}
export { readRunner as n, groupLog as r, keepSecret as t };
