import { n as RequestError, t as Octokit } from "./octokit-core.js";
import { t as retry } from "./octokit-plugin-retry.js";
import { setTimeout } from "node:timers/promises";
// action/github/best-effort.ts
/**
* Tries something that is good to have. What GitHub refuses never fails the job: a permission that the workflow does not
* give is a line in the log, since most workflows rightly give none; everything else is a warning of one sentence.
*
* @param permission what the workflow would have to give, "checks: write"
* @returns undefined when it did not work out
*/
async function bestEffort(what, permission, log, act) {
	try {
		return await act();
	} catch (error) {
		const { message, isPermission } = read(error);
		if (isPermission) log.line(`No ${what}: the workflow does not give \`permissions: ${permission}\`.`);
		else log.warning(`No ${what}: ${message}.`);
		return;
	}
}
function read(error) {
	if (!(error instanceof RequestError)) return {
		message: error.message,
		isPermission: false
	};
	const { status, response } = error;
	const said = error.message.replace(/ - https?:.*$/s, "");
	if (status === 401) return {
		message: "GitHub does not know github-token (expired, or cut off?)",
		isPermission: false
	};
	if (status === 429 || response?.headers["x-ratelimit-remaining"] === "0" || /rate limit/i.test(said)) return {
		message: "GitHub's rate limit is used up",
		isPermission: false
	};
	const isPermission = status === 403 || status === 404;
	return {
		message: status >= 500 ? `GitHub cannot be reached (${status} ${said})` : `GitHub said ${status} ${said}`,
		isPermission
	};
}
// action/github/client.ts
/** For one answer; a deploy that is live does not wait for GitHub. */
const ANSWER_MS = 1e4;
/** A rate limit that lasts longer is not waited for: the job's minutes are paid for. */
const PATIENCE_SECONDS = 20;
const silent = {
	debug: () => {},
	info: () => {},
	warn: () => {},
	error: () => {}
};
/**
* Retries what may pass (5xx, cut connections) twice, and waits once for a rate limit that ends soon. octokit's plugin for
* throttling is left out: it waits a second before each request that writes, for which a deploy has no second to spare.
*/
function openGitHub({ token, apiUrl, repository }, answerMs = ANSWER_MS) {
	const [owner = "", repo = ""] = repository.split("/");
	const octokit = new (Octokit.plugin(retry))({
		auth: token,
		baseUrl: apiUrl,
		userAgent: "flask-deploy",
		log: silent,
		retry: {
			retries: 2,
			doNotRetry: [
				400,
				401,
				403,
				404,
				410,
				422,
				429,
				451
			]
		},
		request: { fetch: (url, init) => fetch(url, {
			...init,
			signal: AbortSignal.timeout(answerMs)
		}) }
	});
	let waits = 1;
	octokit.hook.error("request", async (error, options) => {
		const seconds = Number(error.response?.headers["retry-after"] ?? NaN);
		if (!(seconds <= PATIENCE_SECONDS) || waits-- <= 0) throw error;
		await setTimeout(seconds * 1e3);
		return octokit.request(options);
	});
	return {
		ask: octokit.request,
		owner,
		repo
	};
}
export { bestEffort as n, openGitHub as t };
