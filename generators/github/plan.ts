/** What GitHub is to hold, for one repository. */
export interface Wish {
  readonly owner: string;
  readonly repo: string;
  readonly isPrivate: boolean;
  /** A template repository has no environment: each repository made from it gets its own. */
  readonly isTemplate: boolean;
  readonly reviewers: readonly Reviewer[];
  /** Branches, as names or patterns, that alone may deploy; none for no rule. */
  readonly branches: readonly string[];
  /** By name; "new key" is the private half of a pair that is made when the step is done. */
  readonly secrets: Readonly<Record<string, string | NewKey>>;
  readonly variables: Readonly<Record<string, string>>;
  /** Store secrets that are there already once more; GitHub does not tell what they hold. */
  readonly replace: boolean;
}

export type NewKey = typeof newKey;
export const newKey = Symbol("new key");

/** As the API knows them. */
export interface Reviewer {
  readonly type: "User" | "Team";
  readonly id: number;
}

/** What GitHub holds already. */
export interface There {
  /** Whose token it is. */
  readonly login: string;
  readonly repository?: { readonly isTemplate: boolean };
  readonly environment?: {
    readonly reviewers: readonly Reviewer[];
    readonly waitMinutes: number;
    readonly preventSelfReview: boolean;
    /** Which branches may deploy: all, the protected ones, or those of {@link branches}. */
    readonly branchRule: "all" | "protected" | "custom";
    readonly branches: readonly string[];
    readonly secrets: readonly string[];
    readonly variables: Readonly<Record<string, string>>;
  };
}

/** One request. */
export interface Request {
  readonly title: string;
  /** As octokit takes it: method and path with its parameters in braces. */
  readonly route: string;
  readonly parameters: Readonly<Record<string, unknown>>;
  /** To be sealed with the environment's key when the request is made; never shown. */
  readonly secret?: string | NewKey;
}

/** Where the generated workflow looks for its secrets. */
export const environment = "production";
const at = "/repos/{owner}/{repo}";
const inside = `${at}/environments/{environment_name}`;

/** The requests that are missing between what is there and what is wished; none when nothing is. */
export function plan(wish: Wish, there: There): Request[] {
  if (wish.isTemplate) return repository(wish, there);
  return [
    ...repository(wish, there),
    ...rules(wish, there.environment),
    ...secrets(wish, there.environment?.secrets ?? []),
    ...variables(wish, there.environment?.variables ?? {}),
  ];
}

function repository({ owner, repo, isPrivate, isTemplate }: Wish, { login, repository: known }: There): Request[] {
  const name = `${owner}/${repo}`;
  if (known)
    return known.isTemplate || !isTemplate
      ? []
      : [
          {
            title: `make ${name} a template`,
            route: `PATCH ${at}`,
            parameters: { owner, repo, is_template: true },
          },
        ];
  const isOwn = owner.toLowerCase() === login.toLowerCase();
  return [
    {
      title: `make the ${isPrivate ? "private" : "public"} ${isTemplate ? "template " : ""}repository ${name}`,
      route: isOwn ? "POST /user/repos" : "POST /orgs/{org}/repos",
      parameters: {
        ...(!isOwn && { org: owner }),
        ...{ name: repo, private: isPrivate },
        ...(isTemplate && { is_template: true }),
      },
    },
  ];
}

/** The environment with its rules. The request that changes one replaces all of them, so what is there goes along. */
function rules({ owner, repo, reviewers, branches }: Wish, known: There["environment"]): Request[] {
  const place = { owner, repo, environment_name: environment };
  const isNew = (one: Reviewer) => !known?.reviewers.some(({ type, id }) => type === one.type && id === one.id);
  const added = reviewers.filter(isNew);
  const custom = branches.length > 0 && known?.branchRule !== "custom";
  const ruled = [
    ...(added.length > 0 ? [`${reviewers.length} to approve deploys`] : []),
    ...(custom ? ["a rule of branches"] : []),
  ];
  const requests: Request[] = [];
  if (!known || ruled.length > 0) {
    const all = [...(known?.reviewers ?? []), ...added].map(({ type, id }) => ({ type, id }));
    const rule = branches.length > 0 ? "custom" : (known?.branchRule ?? "all");
    requests.push({
      title: `${known ? "change" : "make"} the environment ${environment}${ruled.length ? `: ${ruled.join(", ")}` : ""}`,
      route: `PUT ${inside}`,
      parameters: {
        ...place,
        ...(known?.waitMinutes && { wait_timer: known.waitMinutes }),
        ...(known?.preventSelfReview && { prevent_self_review: true }),
        ...(all.length > 0 && { reviewers: all }),
        ...(rule !== "all" && {
          deployment_branch_policy: {
            protected_branches: rule === "protected",
            custom_branch_policies: rule === "custom",
          },
        }),
      },
    });
  }
  for (const name of branches)
    if (!known?.branches.includes(name))
      requests.push({
        title: `let ${name} deploy`,
        route: `POST ${inside}/deployment-branch-policies`,
        parameters: { ...place, name, type: "branch" },
      });
  return requests;
}

function secrets({ owner, repo, secrets, replace }: Wish, known: readonly string[]): Request[] {
  const place = { owner, repo, environment_name: environment };
  return Object.entries(secrets)
    .filter(([name]) => replace || !known.includes(name))
    .map(([name, secret]) => ({
      title: `store the secret ${name}`,
      route: `PUT ${inside}/secrets/{secret_name}`,
      parameters: { ...place, secret_name: name },
      secret,
    }));
}

function variables({ owner, repo, variables }: Wish, known: Readonly<Record<string, string>>): Request[] {
  const place = { owner, repo, environment_name: environment };
  return Object.entries(variables)
    .filter(([name, value]) => known[name] !== value)
    .map(([name, value]) => ({
      title: `set the variable ${name} to ${value}`,
      route: known[name] === undefined ? `POST ${inside}/variables` : `PATCH ${inside}/variables/{name}`,
      parameters: { ...place, name, value },
    }));
}
