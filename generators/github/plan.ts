/** The desired state of one repository on GitHub. */
export interface DesiredState {
  readonly owner: string;
  readonly repo: string;
  /** Whether a new repository is public; otherwise it is private. An existing one stays as it is. */
  readonly isPublic: boolean;
  /** Whether it is a template repository, which has no environment: each repository made from it gets its own. */
  readonly isTemplate: boolean;
  readonly reviewers: readonly Reviewer[];
  readonly environment: string;
  /** Where secrets and variables are stored. */
  readonly store: Store;
  /** Names or patterns of the only branches that may deploy; none for no rule. */
  readonly branches: readonly string[];
  /** By name; "new key" is the private key of a pair that is created when the step runs. */
  readonly secrets: Readonly<Record<string, string | NewKey>>;
  readonly variables: Readonly<Record<string, string>>;
  /** Overwrite existing secrets; GitHub does not return their values. */
  readonly replace: boolean;
}

/**
 * Secrets of an environment can be read by its jobs only, those of the repository by every workflow. The repository is
 * used if a private one has no environments.
 * https://docs.github.com/en/actions/reference/workflows-and-actions/deployments-and-environments
 */
export type Store = "environment" | "repository";

export type NewKey = typeof newKey;
export const newKey = Symbol("new key");

/** A reviewer by its id in the API. */
export interface Reviewer {
  readonly type: "User" | "Team";
  readonly id: number;
}

/** The remote state: what already exists on GitHub. */
export interface There {
  /** The user that the token belongs to. */
  readonly login: string;
  /** The owner's plan, such as "free", if GitHub returns it. */
  readonly plan?: string | undefined;
  readonly repository?: { readonly isTemplate: boolean; readonly isPrivate: boolean };
  /** Secrets and variables of the repository itself; undefined if they are not needed, or hidden from the token. */
  readonly shared?: Stored | undefined;
  readonly environment?: Stored & {
    readonly reviewers: readonly Reviewer[];
    readonly waitMinutes: number;
    readonly preventSelfReview: boolean;
    /** Which branches may deploy: all, the protected ones, or those of {@link branches}. */
    readonly branchRule: "all" | "protected" | "custom";
    readonly branches: readonly string[];
  };
}

export interface Stored {
  /** Names only: GitHub does not return the values. */
  readonly secrets: readonly string[];
  readonly variables: Readonly<Record<string, string>>;
}

/**
 * Where to store secrets and variables: GitHub Free has no environments in private repositories. If the plan is
 * unknown, the environment is tried first. What an earlier run stored in the repository stays there.
 */
export function storeOf(isPublic: boolean, { plan, repository, environment, shared }: There): Store {
  const isPrivate = !isPublic && (repository?.isPrivate ?? true);
  const isWithout = plan === "free" || shared?.secrets.includes("SSH_KEY");
  return !environment && isPrivate && isWithout ? "repository" : "environment";
}

/** What that store already contains. */
export const storedIn = (store: Store, { environment, shared }: There): Stored =>
  (store === "environment" ? environment : shared) ?? { secrets: [], variables: {} };

export interface Request {
  readonly title: string;
  /** Method and path with parameters in braces, for octokit. */
  readonly route: string;
  readonly parameters: Readonly<Record<string, unknown>>;
  /** Encrypted with the environment's key when the request is sent; never shown. */
  readonly secret?: string | NewKey;
}

const at = "/repos/{owner}/{repo}";
const inside = `${at}/environments/{environment_name}`;
const roots: Readonly<Record<Store, string>> = { environment: inside, repository: `${at}/actions` };

/** Parameters of the store's path. */
const place = ({ owner, repo, environment, store }: DesiredState) => ({
  ...{ owner, repo },
  ...(store === "environment" && { environment_name: environment }),
});

/** The requests that lead from the remote to the desired state; none if they are the same. */
export function plan(desired: DesiredState, there: There): Request[] {
  if (desired.isTemplate) return repository(desired, there);
  const stored = storedIn(desired.store, there);
  return [
    ...repository(desired, there),
    ...(desired.store === "environment" ? rules(desired, there.environment) : []),
    ...secrets(desired, stored.secrets),
    ...variables(desired, stored.variables),
  ];
}

function repository(
  { owner, repo, isPublic, isTemplate }: DesiredState,
  { login, repository: known }: There,
): Request[] {
  const name = `${owner}/${repo}`;
  if (known) {
    const change = {
      ...(isTemplate && !known.isTemplate && { is_template: true }),
      ...(isPublic && known.isPrivate && { private: false }),
    };
    const words = [...("private" in change ? ["public"] : []), ...("is_template" in change ? ["a template"] : [])];
    if (words.length === 0) return [];
    const title = `make ${name} ${words.join(" and ")}`;
    return [{ title, route: `PATCH ${at}`, parameters: { owner, repo, ...change } }];
  }
  const isOwn = owner.toLowerCase() === login.toLowerCase();
  return [
    {
      title: `create the ${isPublic ? "public" : "private"} ${isTemplate ? "template " : ""}repository ${name}`,
      route: isOwn ? "POST /user/repos" : "POST /orgs/{org}/repos",
      parameters: {
        ...(!isOwn && { org: owner }),
        ...{ name: repo, private: !isPublic },
        ...(isTemplate && { is_template: true }),
      },
    },
  ];
}

/** The environment with its rules. The request replaces all rules, so it includes the existing ones. */
function rules(desired: DesiredState, known: There["environment"]): Request[] {
  const { owner, repo, environment, reviewers, branches } = desired;
  const place = { owner, repo, environment_name: environment };
  const isNew = (one: Reviewer) => !known?.reviewers.some(({ type, id }) => type === one.type && id === one.id);
  const added = reviewers.filter(isNew);
  const custom = branches.length > 0 && known?.branchRule !== "custom";
  const ruled = [
    ...(added.length > 0 ? [`${reviewers.length} to approve deploys`] : []),
    ...(custom ? ["branch rules"] : []),
  ];
  const requests: Request[] = [];
  if (!known || ruled.length > 0) {
    const all = [...(known?.reviewers ?? []), ...added].map(({ type, id }) => ({ type, id }));
    const rule = branches.length > 0 ? "custom" : (known?.branchRule ?? "all");
    requests.push({
      title: `${known ? "change" : "create"} the environment ${environment}${ruled.length ? `: ${ruled.join(", ")}` : ""}`,
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

function secrets(desired: DesiredState, known: readonly string[]): Request[] {
  return Object.entries(desired.secrets)
    .filter(([name]) => desired.replace || !known.includes(name))
    .map(([name, secret]) => ({
      title: `store the secret ${name}`,
      route: `PUT ${roots[desired.store]}/secrets/{secret_name}`,
      parameters: { ...place(desired), secret_name: name },
      secret,
    }));
}

function variables(desired: DesiredState, known: Readonly<Record<string, string>>): Request[] {
  return Object.entries(desired.variables)
    .filter(([name, value]) => known[name] !== value)
    .map(([name, value]) => ({
      title: `set the variable ${name} to ${value}`,
      route: known[name] === undefined ? `POST ${roots[desired.store]}/variables` : changed(desired.store),
      parameters: { ...place(desired), name, value },
    }));
}

/** The route that updates an existing variable. */
export const changed = (store: Store): string => `PATCH ${roots[store]}/variables/{name}`;
