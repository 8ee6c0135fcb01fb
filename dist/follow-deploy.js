import { T as failed, n as bestEffort, t as openForJob } from "./shared.js";
// action/github/deployment.ts
/** GitHub does not truncate a longer one, but rejects it. */
const DESCRIPTION_LIMIT = 140;
const FORMER = 10;
/**
* Whether GitHub itself records this run's job as a deployment of the commit. It does for a job with `environment:`,
* and its statuses link to the job; ours link to the attempt of the run.
*/
async function isRecorded(github, plan) {
	const run = /\/actions\/runs\/\d+/.exec(plan.logUrl)?.[0];
	if (run === void 0) return false;
	const { environment, ref } = plan;
	for await (const { status } of deployments(github, {
		environment,
		sha: ref
	})) if (status?.log_url?.includes(`${run}/job/`)) return true;
	return false;
}
/** The newest deployments of an environment, each with its last status; those before one, if its id is given. */
async function* deployments({ ask, owner, repo }, of, before = Number.POSITIVE_INFINITY) {
	const { data } = await ask("GET /repos/{owner}/{repo}/deployments", {
		owner,
		repo,
		...of,
		per_page: FORMER
	});
	for (const id of data.map((one) => Number(one.id)).filter((one) => one < before)) yield {
		id,
		status: (await ask("GET /repos/{owner}/{repo}/deployments/{deployment_id}/statuses", {
			owner,
			repo,
			deployment_id: id,
			per_page: 1
		})).data[0]
	};
}
/** Creates a deployment in progress. GitHub merges nothing for it and requires no other check to pass. */
async function openDeployment(github, plan) {
	const { ask, owner, repo } = github;
	const { environment, ref, description, logUrl } = plan;
	const { data } = await ask("POST /repos/{owner}/{repo}/deployments", {
		owner,
		repo,
		ref,
		environment,
		description: description.slice(0, DESCRIPTION_LIMIT),
		auto_merge: false,
		required_contexts: [],
		production_environment: environment === "production"
	});
	if (!("id" in data)) throw new Error("GitHub merged a branch instead of creating a deployment");
	const deployment = {
		id: Number(data.id),
		environment,
		logUrl
	};
	await setStatus(github, deployment, "in_progress", "", "");
	return deployment;
}
/**
* Sets its final state. A success makes the previous deployments of the environment inactive: GitHub itself does that
* only for environments that are not for production.
*/
async function closeDeployment(github, deployment, state, description, url) {
	await setStatus(github, deployment, state, description, url);
	if (state !== "success") return true;
	const { environment } = deployment;
	for await (const { id, status } of deployments(github, { environment }, deployment.id)) if (status?.state === "success") await setStatus(github, {
		...deployment,
		id
	}, "inactive", "", "");
	return true;
}
async function setStatus({ ask, owner, repo }, { id, logUrl }, state, description, url) {
	await ask("POST /repos/{owner}/{repo}/deployments/{deployment_id}/statuses", {
		owner,
		repo,
		deployment_id: id,
		state,
		description: description.slice(0, DESCRIPTION_LIMIT),
		...url && { environment_url: url },
		...logUrl && { log_url: logUrl },
		auto_inactive: false
	});
}
// action/github/follow-deploy.ts
function followDeploy({ environment, description, token }, job) {
	const { runner, log, secrets, remember } = job;
	const github = openForJob(runner, token);
	const trying = (act) => bestEffort("deployment on GitHub", "deployments: write", log, act);
	const open = async (ref) => {
		const plan = {
			environment,
			description,
			ref,
			logUrl: runner.runUrl
		};
		const deployment = await trying(async () => await isRecorded(github, plan) ? void 0 : openDeployment(github, plan));
		if (deployment) remember("deployment", JSON.stringify(deployment));
		return deployment;
	};
	let opening;
	return {
		begin(commit) {
			opening = open(commit);
		},
		async end(result, commit) {
			const deployment = await (opening ?? open(commit));
			if (!deployment) return;
			const state = failed(result) ? "failure" : "success";
			const said = result.cause ? secrets.hide(result.cause.message) : result.release;
			if (await trying(() => closeDeployment(github, deployment, state, said.split("\n")[0] ?? "", result.url))) remember("deployment", "");
		}
	};
}
/** Closes a deployment that a killed main step left in progress. @param remembered the deployment as JSON */
async function closeLeftBehind(remembered, token, { runner, log }) {
	const github = openForJob(runner, token);
	await bestEffort("deployment on GitHub", "deployments: write", log, () => closeDeployment(github, JSON.parse(remembered), "failure", "the job ended before the deploy finished", ""));
}
export { closeLeftBehind, followDeploy };
