/** What GitHub is to hold, for one repository. */
export interface Wish {
  readonly owner: string;
  readonly repo: string;
  readonly isPrivate: boolean;
  readonly secrets: Readonly<Record<string, string>>;
  readonly variables: Readonly<Record<string, string>>;
  /** Store secrets that are there already once more; GitHub does not tell what they hold. */
  readonly replace: boolean;
}

/** What GitHub holds already. */
export interface There {
  /** Whose token it is. */
  readonly login: string;
  readonly hasRepository: boolean;
  readonly hasEnvironment: boolean;
  readonly secrets: readonly string[];
  readonly variables: Readonly<Record<string, string>>;
}

/** One request. */
export interface Step {
  readonly title: string;
  /** As octokit takes it: method and path with its parameters in braces. */
  readonly route: string;
  readonly parameters: Readonly<Record<string, unknown>>;
  /** To be sealed with the environment's key when the request is made; never shown. */
  readonly secret?: string;
}

/** Where the generated workflow looks for its secrets. */
export const environment = "production";
const environments = "/repos/{owner}/{repo}/environments/{environment_name}";

/** The requests that are missing between what is there and what is wished; none when nothing is. */
export function plan(wish: Wish, there: There): Step[] {
  const { owner, repo, isPrivate, secrets, variables, replace } = wish;
  const at = { owner, repo, environment_name: environment };
  const steps: Step[] = [];
  if (!there.hasRepository) {
    const isOwn = owner.toLowerCase() === there.login.toLowerCase();
    steps.push({
      title: `make the ${isPrivate ? "private" : "public"} repository ${owner}/${repo}`,
      route: isOwn ? "POST /user/repos" : "POST /orgs/{org}/repos",
      parameters: { ...(!isOwn && { org: owner }), name: repo, private: isPrivate },
    });
  }
  if (!there.hasEnvironment)
    steps.push({ title: `make the environment ${environment}`, route: `PUT ${environments}`, parameters: at });
  for (const [name, secret] of Object.entries(secrets))
    if (replace || !there.secrets.includes(name))
      steps.push({
        title: `store the secret ${name}`,
        route: `PUT ${environments}/secrets/{secret_name}`,
        parameters: { ...at, secret_name: name },
        secret,
      });
  for (const [name, value] of Object.entries(variables)) {
    if (there.variables[name] === value) continue;
    const isNew = there.variables[name] === undefined;
    steps.push({
      title: `set the variable ${name} to ${value}`,
      route: isNew ? `POST ${environments}/variables` : `PATCH ${environments}/variables/{name}`,
      parameters: { ...at, name, value },
    });
  }
  return steps;
}
