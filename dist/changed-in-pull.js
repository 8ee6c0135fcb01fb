import { n as bestEffort, o as readDiff, t as openForJob } from "./shared.js";
// action/github/changed-in-pull.ts
const PAGE = 100;
/** Beyond these pages of changed files, findings are not sorted by what changed. GitHub lists 3,000 files at most. */
const PAGES = 10;
/** The lines that a pull request changes, from GitHub's API; undefined if it does not return them. */
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
