import { RequestError } from "octokit";
import { Failure } from "../../../action/engine/process/failure.ts";
import type { GitHub } from "../../../action/github/client.ts";
import { changed, type NewKey, newKey, type Request, type Reviewer, type Stored, type There } from "../plan.ts";
import { absent, said } from "./refusal.ts";
import { seal } from "./seal.ts";

const inside = "/repos/{owner}/{repo}/environments/{environment_name}" as const;
const shared = "/repos/{owner}/{repo}/actions" as const;
/** The most items of each kind that GitHub returns on a page. */
const PAGE = { secrets: 100, variables: 30, branch_policies: 100 } as const;

interface Listed {
  readonly secrets: { readonly name: string };
  readonly variables: { readonly name: string; readonly value: string };
  readonly branch_policies: { readonly name?: string };
}

/** Every page of a list. @throws RequestError */
async function listed<K extends keyof Listed>(
  { ask }: GitHub,
  kind: K,
  route: string,
  at: Readonly<Record<string, string>>,
): Promise<Listed[K][]> {
  const all: Listed[K][] = [];
  for (let page = 1; ; page++) {
    const { data } = await ask(route, { ...at, per_page: PAGE[kind], page });
    const found: readonly Listed[K][] = data[kind] ?? [];
    all.push(...found);
    if (found.length < PAGE[kind]) return all;
  }
}

/** The user that the token belongs to, with that account's plan if the token may read it. */
export interface Identity {
  readonly login: string;
  readonly plan?: string | undefined;
}

/** Reads the remote state, and changes nothing. @param environment its name */
export async function lookAt(github: GitHub, identity: Identity, environment: string): Promise<There> {
  const { login } = identity;
  const repository = await findRepository(github);
  if (!repository) return { login, plan: await planOf(github, identity) };
  const known = await lookAtEnvironment(github, environment);
  if (known || !repository.isPrivate) return { login, repository, ...(known && { environment: known }) };
  return { login, repository, plan: await planOf(github, identity), shared: await lookAtShared(github) };
}

async function findRepository({ ask, owner, repo }: GitHub) {
  const found = await ask("GET /repos/{owner}/{repo}", { owner, repo }).catch(absent);
  if (!found) return undefined;
  const { archived, full_name, is_template, permissions } = found.data;
  if (full_name && full_name.toLowerCase() !== `${owner}/${repo}`.toLowerCase())
    throw new Failure(`${owner}/${repo} was renamed to ${full_name}: pass --repo ${full_name}`);
  if (archived) throw new Failure(`${owner}/${repo} is archived: unarchive it in its settings, or choose another`);
  if (permissions && !permissions.admin)
    throw new Failure(
      `you need admin rights on ${owner}/${repo} to set its environment and secrets: ask an owner, or pass another --repo`,
    );
  return { isTemplate: is_template ?? false, isPrivate: found.data.private };
}

/** The owner's plan; GitHub shows that of an organization to its members only. */
async function planOf({ ask, owner }: GitHub, { login, plan }: Identity): Promise<string | undefined> {
  if (owner.toLowerCase() === login.toLowerCase()) return plan;
  const found = await ask("GET /orgs/{org}", { org: owner }).catch(() => undefined);
  return found?.data.plan?.name;
}

/** Secrets and variables of the repository itself, if the token may read them. */
async function lookAtShared(github: GitHub): Promise<Stored | undefined> {
  const at = { owner: github.owner, repo: github.repo };
  try {
    const secrets = await listed(github, "secrets", `GET ${shared}/secrets`, at);
    return stored(secrets, await listed(github, "variables", `GET ${shared}/variables`, at));
  } catch (error) {
    return error instanceof RequestError && (error.status === 403 || error.status === 404) ? undefined : said(error);
  }
}

const stored = (
  secrets: readonly { name: string }[],
  variables: readonly { name: string; value: string }[],
): Stored => ({
  secrets: secrets.map(({ name }) => name),
  variables: Object.fromEntries(variables.map(({ name, value }) => [name, value])),
});

async function lookAtEnvironment(github: GitHub, name: string): Promise<There["environment"]> {
  const { ask, owner, repo } = github;
  const at = { owner, repo, environment_name: name };
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
  const list = <K extends keyof Listed>(kind: K, path: string) =>
    listed(github, kind, `GET ${inside}/${path}`, at).catch(said);
  const branches = custom ? await list("branch_policies", "deployment-branch-policies") : [];
  const secrets = await list("secrets", "secrets");
  const variables = await list("variables", "variables");
  return {
    reviewers,
    waitMinutes: of<number>("wait_timer") ?? 0,
    preventSelfReview: of<boolean>("prevent_self_review") ?? false,
    branchRule: custom ? "custom" : policy ? "protected" : "all",
    branches: branches.map(({ name }) => name ?? ""),
    ...stored(secrets, variables),
  };
}

/** Looks up users, and teams of the owner ("team:ops"), in the API. */
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
          ? `--reviewers: ${owner} has no team ${team}, or the token cannot see it (scope read:org)`
          : `--reviewers: GitHub has no user ${name}; a team is written team:NAME`,
      );
    found.push({ type: team ? "Team" : "User", id: Number(one.data.id) });
  }
  return found;
}

/** GitHub has no environments for this repository: it is private, and the plan is free. */
export class NoEnvironment extends Error {
  override name = "NoEnvironment";
}

/** Sends one request of the plan. @param keyOf returns the private key for a secret that is a new key */
export async function act(request: Request, github: GitHub, keyOf: () => string): Promise<void> {
  const { route, parameters, secret } = request;
  const { ask } = github;
  let sealed = {};
  if (secret !== undefined) {
    const { secret_name: _, ...at } = parameters as { owner: string; repo: string; secret_name: string };
    const keyRoute = route.replace("PUT ", "GET ").replace("{secret_name}", "public-key");
    const { data } = await ask(keyRoute as "GET /repos/{owner}/{repo}/actions/secrets/public-key", at).catch(said);
    sealed = { key_id: data.key_id, encrypted_value: seal(isNewKey(secret) ? keyOf() : secret, data.key) };
  }
  await ask(route, { ...parameters, ...sealed }).catch((error) => settled(error, request, github));
}

const isNewKey = (secret: string | NewKey): secret is NewKey => secret === newKey;

/** A request is repeated if its response was lost, and then what it created already exists. */
async function settled(error: unknown, { route, parameters }: Request, github: GitHub): Promise<void> {
  const isThere =
    error instanceof RequestError &&
    (error.status === 409 || error.status === 422) &&
    /already exists/i.test(`${error.message} ${JSON.stringify(error.response?.data)}`);
  const { ask, owner, repo } = github;
  // An existing variable may have another value.
  if (isThere && /^POST .*\/variables$/.test(route))
    return void (await ask(changed(route.includes("/environments/") ? "environment" : "repository"), parameters).catch(
      said,
    ));
  if (isThere && route.startsWith("POST ") && !route.endsWith("/repos")) return;
  if (isThere && route.endsWith("/repos")) {
    if (await findRepository(github)) return;
    throw new Failure(
      `the name ${owner}/${repo} is taken by a repository that the token cannot see: grant the token access to it (scope repo), or choose another name`,
    );
  }
  if (error instanceof RequestError && error.status === 404 && route.endsWith("/orgs/{org}/repos"))
    throw new Failure(
      `GitHub has no organisation ${owner}, or the token may not create repositories there: check the name and the token's access`,
    );
  if (error instanceof RequestError && error.status === 404 && route.endsWith("/environments/{environment_name}")) {
    // GitHub returns 404 in both cases: https://github.com/google/go-github/pull/2611
    const found = await findRepository(github);
    if (found?.isPrivate) throw new NoEnvironment();
    throw new Failure(
      `GitHub creates no environment in ${owner}/${repo}: the token needs admin rights there (scope repo; of a fine-grained one Administration: write)`,
    );
  }
  said(error);
}
