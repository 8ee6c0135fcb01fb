import { RequestError } from "octokit";
import { Failure } from "../errors.ts";
import type { GitHub } from "./client.ts";
import { environment, type NewKey, newKey, type Request, type Reviewer, type There } from "./plan.ts";
import { absent, said } from "./refusal.ts";
import { seal } from "./seal.ts";

const inside = "/repos/{owner}/{repo}/environments/{environment_name}" as const;

/** Looks, and changes nothing. */
export async function lookAt(github: GitHub, login: string): Promise<There> {
  const repository = await findRepository(github);
  if (!repository) return { login };
  const known = await lookAtEnvironment(github);
  return { login, repository, ...(known && { environment: known }) };
}

async function findRepository({ ask, owner, repo }: GitHub): Promise<There["repository"]> {
  const found = await ask("GET /repos/{owner}/{repo}", { owner, repo }).catch(absent);
  if (!found) return undefined;
  const { archived, full_name, is_template, permissions } = found.data;
  if (full_name && full_name.toLowerCase() !== `${owner}/${repo}`.toLowerCase())
    throw new Failure(`${owner}/${repo} is called ${full_name} now: give --repo ${full_name}`);
  if (archived) throw new Failure(`${owner}/${repo} is archived: unarchive it in its settings, or name another`);
  if (permissions && !permissions.admin)
    throw new Failure(
      `${owner}/${repo} is there, but you are no admin of it, which its environment and secrets need: ask one of its owners, or name another`,
    );
  return { isTemplate: is_template ?? false };
}

async function lookAtEnvironment({ ask, owner, repo }: GitHub): Promise<There["environment"]> {
  const at = { owner, repo, environment_name: environment };
  const found = await ask(`GET ${inside}`, at).catch(absent);
  if (!found) return undefined;
  const { protection_rules = [], deployment_branch_policy: policy } = found.data;
  const reviewers = protection_rules.flatMap((rule): Reviewer[] =>
    "reviewers" in rule && rule.reviewers
      ? rule.reviewers.flatMap(({ type, reviewer }) =>
          type && reviewer?.id ? [{ type, id: Number(reviewer.id) }] : [],
        )
      : [],
  );
  const of = <T>(key: string): T | undefined =>
    protection_rules.map((rule) => (rule as Record<string, unknown>)[key] as T | undefined).find(Boolean);
  const custom = policy?.custom_branch_policies ?? false;
  const branches = custom
    ? await ask(`GET ${inside}/deployment-branch-policies`, { ...at, per_page: 100 }).catch(said)
    : undefined;
  const secrets = await ask(`GET ${inside}/secrets`, { ...at, per_page: 100 }).catch(said);
  const variables = await ask(`GET ${inside}/variables`, { ...at, per_page: 30 }).catch(said);
  return {
    reviewers,
    waitMinutes: of<number>("wait_timer") ?? 0,
    preventSelfReview: of<boolean>("prevent_self_review") ?? false,
    branchRule: custom ? "custom" : policy ? "protected" : "all",
    branches: (branches?.data.branch_policies ?? []).map(({ name }) => name ?? ""),
    secrets: secrets.data.secrets.map(({ name }) => name),
    variables: Object.fromEntries(variables.data.variables.map(({ name, value }) => [name, value])),
  };
}

/** Users and teams ("team:ops", of the owner) as the API knows them. */
export async function findReviewers({ ask, owner }: GitHub, names: readonly string[]): Promise<Reviewer[]> {
  const found: Reviewer[] = [];
  for (const name of names) {
    const team = /^team:(.*)$/.exec(name)?.[1];
    const one = team
      ? await ask("GET /orgs/{org}/teams/{team_slug}", { org: owner, team_slug: team }).catch(absent)
      : await ask("GET /users/{username}", { username: name }).catch(absent);
    if (!one)
      throw new Failure(
        team
          ? `--reviewers: ${owner} has no team ${team}, or the token may not see it (scope read:org)`
          : `--reviewers: GitHub has no user ${name}; a team is written team:NAME`,
      );
    found.push({ type: team ? "Team" : "User", id: Number(one.data.id) });
  }
  return found;
}

/** Does one request of the plan. @param keyOf gives the private half for a secret that is a new key */
export async function act(request: Request, github: GitHub, keyOf: () => string): Promise<void> {
  const { route, parameters, secret } = request;
  const { ask, owner, repo } = github;
  let sealed = {};
  if (secret !== undefined) {
    const at = { owner, repo, environment_name: environment };
    const { data } = await ask(`GET ${inside}/secrets/public-key`, at).catch(said);
    sealed = { key_id: data.key_id, encrypted_value: seal(isNewKey(secret) ? keyOf() : secret, data.key) };
  }
  await ask(route, { ...parameters, ...sealed }).catch((error) => settled(error, request, github));
}

const isNewKey = (secret: string | NewKey): secret is NewKey => secret === newKey;

/** A request whose answer was lost is sent again, and then what it made is there already. */
async function settled(error: unknown, { route }: Request, github: GitHub): Promise<void> {
  const isThere =
    error instanceof RequestError &&
    (error.status === 409 || error.status === 422) &&
    /already exists/i.test(`${error.message} ${JSON.stringify(error.response?.data)}`);
  const { owner, repo } = github;
  if (isThere && route.startsWith("POST ") && !route.endsWith("/repos")) return;
  if (isThere && route.endsWith("/repos")) {
    if (await findRepository(github)) return;
    throw new Failure(
      `the name ${owner}/${repo} is taken, by something that the token may not see: give the token that repository too (scope repo), or name another`,
    );
  }
  if (error instanceof RequestError && error.status === 404 && route.endsWith("/orgs/{org}/repos"))
    throw new Failure(
      `GitHub has no organisation ${owner}, or the token may not make repositories there: check the name and the token's access`,
    );
  if (error instanceof RequestError && error.status === 404 && route.endsWith("/environments/{environment_name}"))
    throw new Failure(
      `GitHub makes no environment in ${owner}/${repo}: a private repository has them only in a paid plan (use --public), and the token needs admin rights there (scope repo)`,
    );
  said(error);
}
