import { n as bestEffort, t as openForJob } from "./shared.js";
// action/github/check-run.ts
/** The most annotations that GitHub accepts in a request, */
const BATCH = 50;
/** and the most characters in a summary. */
const SUMMARY_LIMIT = 65e3;
const levels = {
	error: "failure",
	warning: "warning",
	notice: "notice"
};
/** Creates a finished check run, with as many requests as its annotations need. */
async function makeCheckRun({ ask, owner, repo }, run) {
	const [first, ...rest] = outputs(run);
	const made = await ask("POST /repos/{owner}/{repo}/check-runs", {
		owner,
		repo,
		name: run.name,
		head_sha: run.head,
		status: "completed",
		conclusion: run.conclusion,
		...run.detailsUrl && { details_url: run.detailsUrl },
		output: first
	});
	for (const output of rest) await ask("PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}", {
		owner,
		repo,
		check_run_id: made.data.id,
		output
	});
}
/** The output in parts, one for each request; GitHub appends the annotations of each. */
function outputs({ title, summary, annotations }) {
	const batches = annotations.length > 0 ? Math.ceil(annotations.length / BATCH) : 1;
	return Array.from({ length: batches }, (_, i) => ({
		title,
		summary: summary.slice(0, SUMMARY_LIMIT),
		annotations: annotations.slice(i * BATCH, (i + 1) * BATCH).map(place)
	}));
}
function place({ level, message, title, file, ...at }) {
	const { startLine = 1, endLine = startLine, startColumn, endColumn } = at;
	const columns = startLine === endLine && startColumn && endColumn && {
		start_column: startColumn,
		end_column: endColumn
	};
	return {
		path: file ?? ".github",
		start_line: startLine,
		end_line: endLine,
		annotation_level: levels[level],
		message,
		...title && { title: title.slice(0, 255) },
		...columns || {}
	};
}
// action/github/comment.ts
/** GitHub's limit for a comment is 65,536 characters. */
const LIMIT = 65e3;
const PAGE = 100;
/**
* Keeps one comment on a pull request: updates the one that begins with the mark, and never creates a second.
* @param mark distinguishes our comment from others, and those of apps in different folders; it is invisible
* @param isNeeded false if there is nothing to report: then only an existing comment is updated
*/
async function keepComment(github, pull, mark, body, isNeeded) {
	const { ask, owner, repo } = github;
	const start = `<!-- ${mark.replaceAll("--", "- -")} -->`;
	const text = `${start}\n${body}`.slice(0, LIMIT);
	const wanted = {
		owner,
		repo,
		body: text
	};
	const there = await find(github, pull, start);
	if (there) {
		if (there.body === text) return;
		await ask("PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}", {
			...wanted,
			comment_id: there.id
		});
	} else if (isNeeded) await ask("POST /repos/{owner}/{repo}/issues/{issue_number}/comments", {
		...wanted,
		issue_number: pull
	});
}
async function find({ ask, owner, repo }, pull, start) {
	for (let page = 1;; page++) {
		const { data } = await ask("GET /repos/{owner}/{repo}/issues/{issue_number}/comments", {
			owner,
			repo,
			issue_number: pull,
			per_page: PAGE,
			page
		});
		const marked = data.filter(({ body }) => body?.startsWith(start));
		const isOurs = marked.length > 0 ? await ownComments({ ask }) : () => false;
		const ours = marked.find(({ user }) => isOurs(user));
		if (ours || data.length < PAGE) return ours;
	}
}
/** A job's own token has no account to query: GitHub posts its comments as a bot. */
async function ownComments({ ask }) {
	const me = await ask("GET /user").then(({ data }) => data.login, () => void 0);
	return (author) => me === void 0 ? author?.type === "Bot" : author?.login === me;
}
// action/github/pull-request.ts
/**
* Shows the findings as the workflow's permissions allow: in a check run, with all of them at their lines, and in one
* comment.
* @returns the report without what the check run already shows
*/
async function tellPullRequest({ report, annotations, folder, token, event }, job) {
	const { runner, secrets, log } = job;
	const github = openForJob(runner, token);
	const name = folder ? `flask-deploy lint (${folder})` : "flask-deploy lint";
	const summary = secrets.hide(report.summary);
	const found = Number(report.outputs.findings) > 0;
	const conclusion = report.failure === void 0 ? found ? "neutral" : "success" : "failure";
	const { pull, head } = event;
	const checked = head !== "" && await bestEffort("check run", "checks: write", log, async () => {
		const title = summary.split("\n")[0]?.replace(/^\W+/, "") ?? name;
		await makeCheckRun(github, {
			name,
			head,
			conclusion,
			title,
			summary,
			annotations,
			detailsUrl: runner.runUrl
		});
		return true;
	});
	if (pull !== void 0) await bestEffort("comment on the pull request", "pull-requests: write", log, () => keepComment(github, pull, name, summary, found));
	return checked ? {
		...report,
		annotations: []
	} : report;
}
export { tellPullRequest };
