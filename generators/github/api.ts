import { RequestError } from "@octokit/request-error";
import { Failure } from "../errors.ts";
import type { GitHub } from "./client.ts";
import { environment, type Step, type There } from "./plan.ts";
import { seal } from "./seal.ts";

/** Looks, and changes nothing. */
export async function lookAt({ ask, owner, repo }: GitHub): Promise<There> {
  const at = { owner, repo, environment_name: environment };
  const user = await ask("GET /user").catch(said);
  const found = await ask("GET /repos/{owner}/{repo}", { owner, repo }).catch(absent);
  const base = { login: user.data.login, secrets: [], variables: {} };
  if (!found) return { ...base, hasRepository: false, hasEnvironment: false };
  if (found.data.archived)
    throw new Failure(`${owner}/${repo} is archived: unarchive it in its settings, or name another`);
  const there = await ask("GET /repos/{owner}/{repo}/environments/{environment_name}", at).catch(absent);
  if (!there) return { ...base, hasRepository: true, hasEnvironment: false };
  const secrets = await ask("GET /repos/{owner}/{repo}/environments/{environment_name}/secrets", {
    ...at,
    per_page: 100,
  }).catch(said);
  const variables = await ask("GET /repos/{owner}/{repo}/environments/{environment_name}/variables", {
    ...at,
    per_page: 30,
  }).catch(said);
  return {
    ...{ login: user.data.login, hasRepository: true, hasEnvironment: true },
    secrets: secrets.data.secrets.map(({ name }) => name),
    variables: Object.fromEntries(variables.data.variables.map(({ name, value }) => [name, value])),
  };
}

/** Does one step of the plan. */
export async function act({ route, parameters, secret }: Step, { ask, owner, repo }: GitHub): Promise<void> {
  let sealed = {};
  if (secret !== undefined) {
    const { data } = await ask("GET /repos/{owner}/{repo}/environments/{environment_name}/secrets/public-key", {
      ...{ owner, repo, environment_name: environment },
    }).catch(said);
    sealed = { key_id: data.key_id, encrypted_value: seal(secret, data.key) };
  }
  await ask(route, { ...parameters, ...sealed }).catch(said);
}

function absent(error: unknown): undefined {
  if (error instanceof RequestError && error.status === 404) return undefined;
  return said(error);
}

/** One sentence of what GitHub refused, and what to do. */
function said(error: unknown): never {
  if (!(error instanceof RequestError)) throw error;
  const { status, response } = error;
  const text = error.message.replace(/ - https?:.*$/s, "");
  const headers = response?.headers ?? {};
  if (status === 401) throw new Failure("GitHub does not know the token: it has expired or is cut off; make a new one");
  if (status === 429 || headers["x-ratelimit-remaining"] === "0" || /rate limit/i.test(text))
    throw new Failure("GitHub's rate limit is used up: run this again later, it goes on where it stopped");
  if (status >= 500)
    throw new Failure(`GitHub cannot be reached (${status} ${text}): run this again, it goes on where it stopped`);
  if (status === 403 || status === 404) {
    const needs = headers["x-accepted-oauth-scopes"] || headers["x-accepted-github-permissions"];
    throw new Failure(
      `GitHub refuses this to the token (${status} ${text}): it needs ${needs || "the scope repo, or of a fine-grained one Administration, Environments, Secrets and Variables: write"}`,
    );
  }
  throw new Failure(`GitHub said ${status} ${text}`);
}
