import type { GitHub } from "./client.ts";

/** A deployment on GitHub that is in progress. */
export interface Deployment {
  readonly id: number;
  readonly environment: string;
  readonly logUrl: string;
}

export interface DeploymentPlan {
  readonly environment: string;
  /** The commit to deploy. */
  readonly ref: string;
  readonly description: string;
  readonly logUrl: string;
}

/** GitHub does not truncate a longer one, but rejects it. */
const DESCRIPTION_LIMIT = 140;
const FORMER = 10;

/**
 * Whether GitHub itself records this run's job as a deployment of the commit. It does for a job with `environment:`,
 * and its statuses link to the job; ours link to the attempt of the run.
 */
export async function isRecorded(github: GitHub, plan: DeploymentPlan): Promise<boolean> {
  const run = /\/actions\/runs\/\d+/.exec(plan.logUrl)?.[0];
  if (run === undefined) return false;
  const { environment, ref } = plan;
  for await (const { status } of deployments(github, { environment, sha: ref }))
    if (status?.log_url?.includes(`${run}/job/`)) return true;
  return false;
}

/** The newest deployments of an environment, each with its last status; those before one, if its id is given. */
async function* deployments(
  { ask, owner, repo }: GitHub,
  of: { readonly environment: string; readonly sha?: string },
  before = Number.POSITIVE_INFINITY,
) {
  const { data } = await ask("GET /repos/{owner}/{repo}/deployments", { ...{ owner, repo, ...of, per_page: FORMER } });
  for (const id of data.map((one) => Number(one.id)).filter((one) => one < before)) {
    const statuses = await ask("GET /repos/{owner}/{repo}/deployments/{deployment_id}/statuses", {
      ...{ owner, repo, deployment_id: id, per_page: 1 },
    });
    yield { id, status: statuses.data[0] };
  }
}

/** Creates a deployment in progress. GitHub merges nothing for it and requires no other check to pass. */
export async function openDeployment(github: GitHub, plan: DeploymentPlan): Promise<Deployment> {
  const { ask, owner, repo } = github;
  const { environment, ref, description, logUrl } = plan;
  const { data } = await ask("POST /repos/{owner}/{repo}/deployments", {
    ...{ owner, repo, ref, environment, description: description.slice(0, DESCRIPTION_LIMIT) },
    ...{ auto_merge: false, required_contexts: [], production_environment: environment === "production" },
  });
  if (!("id" in data)) throw new Error("GitHub merged a branch instead of creating a deployment");
  const deployment = { id: Number(data.id), environment, logUrl };
  await setStatus(github, deployment, "in_progress", "", "");
  return deployment;
}

/**
 * Sets its final state. A success makes the previous deployments of the environment inactive: GitHub itself does that
 * only for environments that are not for production.
 */
export async function closeDeployment(
  github: GitHub,
  deployment: Deployment,
  state: "success" | "failure" | "inactive",
  description: string,
  url: string,
): Promise<true> {
  await setStatus(github, deployment, state, description, url);
  if (state !== "success") return true;
  const { environment } = deployment;
  for await (const { id, status } of deployments(github, { environment }, deployment.id))
    if (status?.state === "success") await setStatus(github, { ...deployment, id }, "inactive", "", "");
  return true;
}

async function setStatus(
  { ask, owner, repo }: GitHub,
  { id, logUrl }: Deployment,
  state: "in_progress" | "success" | "failure" | "inactive",
  description: string,
  url: string,
): Promise<void> {
  await ask("POST /repos/{owner}/{repo}/deployments/{deployment_id}/statuses", {
    ...{ owner, repo, deployment_id: id, state, description: description.slice(0, DESCRIPTION_LIMIT) },
    ...(url && { environment_url: url }),
    ...(logUrl && { log_url: logUrl }),
    auto_inactive: false,
  });
}
