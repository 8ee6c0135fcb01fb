import { n as bestEffort, o as readDiff, t as openForJob } from "./shared.js";
// action/github/changed-in-pull.ts
const PAGE = 100;
/** Findings in more files than these are not sorted by what changed; GitHub lists 3,000 at most. */
const PAGES = 10;
/** What a pull request changes, as GitHub tells it; undefined when it does not. */
function changedInPull(pull, token, { runner, log }) {
	const github = openForJob(runner, token);
	return bestEffort("order by what changed", "pull-requests: read", log, () => list(github, pull));
}
async function list({ ask, owner, repo }, pull) {
	const changed = /* @__PURE__ */ new Map();
	for (let page = 1; page <= PAGES; page++) {
		const { data } = await ask("GET /repos/{owner}/{repo}/pulls/{pull_number}/files", {
			owner,
			repo,
			pull_number: pull,
			per_page: PAGE,
			page
		});
		for (const { filename, patch } of data) changed.set(filename, readDiff(`+++ b/-\n${patch ?? ""}`).get("-") ?? []);
		if (data.length < PAGE) break;
	}
	return changed;
}
export { changedInPull };
