import { Failure } from "../../action/engine/process/failure.ts";
import { findReviewers } from "./api/api.ts";
import { type DesiredState, newKey, plan, type Request, storedIn } from "./plan.ts";
import { existingKey } from "./server/place.ts";
import type { Account } from "./server/server-key.ts";
import { gitSteps, type Step, withKey } from "./steps.ts";
import type { Work } from "./work.ts";

/** The steps from the remote state to what the command line asks for. */
export async function stepsOf(work: Work): Promise<Step[]> {
  const { line, place, github, server, there, store, environment, checkout, pushes } = work;
  const { owner, repo } = github;
  const own = environment === "production" ? "" : `/${environment}`;
  const mark = `${new URL(server.webUrl).host}/${owner}/${repo}${own}`.toLowerCase();
  const account: Account = { app: place.app.name, login: place.user, by: place.by, mark };
  if (line.rest[0] === "rotate-key") return withKey(rotation(work), account, true);
  const desired = await desiredStateOf(work);
  const url = `${server.webUrl}/${owner}/${repo}.git`;
  return [
    ...withKey(plan(desired, there), account, storedIn(store, there).secrets.includes("SSH_KEY")),
    ...(pushes && checkout ? gitSteps(checkout, url) : []),
  ];
}

async function desiredStateOf(work: Work): Promise<DesiredState> {
  const { line, github, store, environment } = work;
  const { values } = line;
  const { owner, repo } = github;
  if (store === "repository" && (values.reviewers || values.branch))
    throw new Failure(
      `GitHub has no environments for private repositories in the plan of ${owner}, which --reviewers and --branch need: omit them, make the repository public with --public, or choose a paid plan`,
    );
  return {
    ...{ owner, repo, environment, store },
    ...{ isPublic: values.public ?? false, isTemplate: values.template ?? false },
    reviewers: await findReviewers(github, values.reviewers?.split(",") ?? []),
    branches: values.branch?.split(",") ?? standardBranches(work),
    secrets: values.template ? {} : await secretsOf(work),
    variables: variablesOf(work),
    replace: values.replace ?? false,
  };
}

/**
 * The default of --branch is the branch that the workflow deploys: anyone who may push another branch could add a
 * workflow of their own to it, and read the secrets. An existing rule stays.
 */
const standardBranches = ({ there, store, line }: Work): readonly string[] =>
  store === "repository" || line.values.template || (there.environment && there.environment.branchRule !== "all")
    ? []
    : ["main"];

/** Secrets that are already stored need not be found here or created on the server. */
async function secretsOf({ line, place, there, store, io }: Work): Promise<DesiredState["secrets"]> {
  const { values } = line;
  const given = values["existing-key"];
  const pinned = storedIn(store, there).secrets.includes("KNOWN_HOSTS") && !values.replace;
  return {
    SSH_KEY: given === undefined ? newKey : existingKey(given, io),
    KNOWN_HOSTS: pinned ? "" : await place.knownHosts(),
  };
}

/** PORT is omitted if it is the default and not stored yet. */
const variablesOf = ({ place: { host, user, port }, there, store }: Work): Record<string, string> => ({
  ...{ HOST: host, USER: user },
  ...((port !== 22 || storedIn(store, there).variables.PORT !== undefined) && { PORT: String(port) }),
});

function rotation({ github: { owner, repo }, there, store, environment }: Work): Request[] {
  if (!storedIn(store, there).secrets.includes("SSH_KEY"))
    throw new Failure(`${owner}/${repo} has no key to replace: run create-flask-deploy github first`);
  const { reviewers = [], branches = [] } = there.environment ?? {};
  const desired = { owner, repo, environment, store, isPublic: false, isTemplate: false, reviewers, branches };
  return plan({ ...desired, variables: {}, replace: true, secrets: { SSH_KEY: newKey } }, there).filter(
    ({ secret }) => secret !== undefined,
  );
}
