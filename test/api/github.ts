import { generateKeyPairSync } from "node:crypto";
import { open } from "../../generators/github/api/seal.ts";
import { BareRepositories } from "./git-backend.ts";
import { type Answer, type Asked, GitHubStandIn } from "./stand-in.ts";

export interface Run {
  readonly id: number;
  readonly head_sha: string;
  /** File of its workflow. */
  readonly path: string;
  run_attempt: number;
  /** How often it is looked at after a rerun before that has begun. */
  lag: number;
  status: "queued" | "in_progress" | "waiting" | "completed";
  conclusion: string | null;
  jobs: {
    id: number;
    name: string;
    steps: { number: number; name: string; status: string; conclusion: string | null }[];
  }[];
  siteUrl: string;
}

export interface Environment {
  reviewers: { type: "User" | "Team"; id: number }[];
  wait: number;
  policy: { protected_branches: boolean; custom_branch_policies: boolean } | null;
  branches: string[];
  /** Opened with the environment's own private key. */
  secrets: Record<string, string>;
  variables: Record<string, string>;
}

export interface Repository {
  readonly name: string;
  private: boolean;
  archived: boolean;
  is_template: boolean;
  /** Its own, which every workflow reads. */
  secrets: Record<string, string>;
  variables: Record<string, string>;
  environments: Record<string, Environment>;
  /** The usual one. */
  readonly environment: Environment | undefined;
  runs: Run[];
}

const jwk = generateKeyPairSync("x25519").privateKey.export({ format: "jwk" });
const pair = { publicKey: Buffer.from(jwk.x ?? "", "base64url"), privateKey: Buffer.from(jwk.d ?? "", "base64url") };
const ok = (body: unknown, status = 200): Answer => ({ status, body });
const none = (): Answer => ({ status: 404, body: { message: "Not Found" } });

/** GitHub as a repository and its environment see it: the stand-in with a memory, and with real git. */
export class GitHub {
  readonly api: GitHubStandIn;
  readonly git: BareRepositories;
  readonly repositories = new Map<string, Repository>();
  /** Users and teams by name. */
  readonly ids: Record<string, number> = { acme: 1, ann: 11, ops: 21 };
  /** Classic tokens with their scopes; undefined for a fine-grained one. All are of acme, who is also an admin of beta. */
  readonly tokens = new Map<string, string | undefined>([["t0ken", "repo, workflow, read:org"]]);
  /** Of owners: "free" has no environments for private repositories. Those that are told are in {@link tellsPlan}. */
  readonly plans: Record<string, string> = { acme: "pro", beta: "team" };
  tellsPlan = true;
  /** How runs were started again. */
  readonly rerun: string[] = [];
  /** What a push makes of main. */
  onPush: (repository: Repository, sha: string) => void = () => {};
  #ids = 100;

  private constructor(api: GitHubStandIn) {
    this.api = api;
    this.git = new BareRepositories(
      (token) => this.tokens.has(token),
      (name) => this.repositories.has(name),
    );
    this.git.onPush = (name, sha) => this.onPush(this.repository(name), sha);
    api.mood = (asked) => this.answer(asked);
    api.others = (request, response) => this.git.serve(request, response);
  }

  static async open(): Promise<GitHub> {
    return new GitHub(await GitHubStandIn.open());
  }

  close(): void {
    this.api.close();
    this.git.remove();
  }

  repository(name: string): Repository {
    const found = this.repositories.get(name.toLowerCase());
    if (!found) throw new Error(`there is no ${name}`);
    return found;
  }

  make(name: string, more: Partial<Repository> = {}): Repository {
    const made: Repository = {
      ...{ name, private: true, archived: false, is_template: false, runs: [] },
      ...{ secrets: {}, variables: {}, environments: {} },
      ...more,
      get environment() {
        return this.environments.production;
      },
    };
    this.repositories.set(name.toLowerCase(), made);
    this.git.make(name);
    return made;
  }

  run(repository: Repository, head_sha: string, more: Partial<Run> = {}): Run {
    const id = ++this.#ids;
    const run: Run = {
      ...{ id, head_sha, status: "completed", conclusion: "success", jobs: [], siteUrl: "", run_attempt: 1, lag: 0 },
      ...{ path: ".github/workflows/deploy.yml", ...more },
    };
    repository.runs.push(run);
    return run;
  }

  /** What GitHub says when all is well. */
  answer(asked: Asked): Answer {
    if (!this.tokens.has(asked.token)) return { status: 401, body: { message: "Bad credentials" } };
    const answer = this.#answer(asked);
    const scopes = this.tokens.get(asked.token);
    if (typeof answer === "string" || scopes === undefined) return answer;
    return { ...answer, headers: { ...answer.headers, "x-oauth-scopes": scopes } };
  }

  #answer({ method, operation, path, query, body }: Asked): Answer {
    const what = `${method} ${operation}`;
    const plan = (owner: string) => this.tellsPlan && { plan: { name: this.plans[owner] } };
    if (what === "GET /user") return ok({ login: "acme", id: 1, ...plan("acme") });
    if (what === "GET /orgs/{org}") return path.org === "beta" ? ok({ login: "beta", ...plan("beta") }) : none();
    if (what === "GET /users/{username}") return this.#known(path.username);
    if (what === "GET /orgs/{org}/teams/{team_slug}") return this.#known(path.team_slug);
    if (what === "POST /user/repos") return this.#create("acme", body);
    if (what === "POST /orgs/{org}/repos") return path.org === "beta" ? this.#create("beta", body) : none();
    const repository = this.repositories.get(`${path.owner}/${path.repo}`.toLowerCase());
    if (!repository) return none();
    const rest = operation.slice("/repos/{owner}/{repo}".length);
    if (rest.startsWith("/environments")) {
      if (repository.private && this.plans[`${path.owner}`.toLowerCase()] === "free") return none();
      return this.#environment(repository, method, rest, path, query, body);
    }
    if (/^\/actions\/(secrets|variables)/.test(rest))
      return this.#stored(repository, `${method} ${rest.slice("/actions".length)}`, path, query, body);
    if (rest.startsWith("/actions/runs")) return this.#runs(repository, method, rest, path, query.head_sha);
    if (rest.startsWith("/deployments")) return this.#deployments(repository, rest, path, query.sha);
    if (method === "PATCH") Object.assign(repository, body);
    return ok({ ...repository, full_name: repository.name, permissions: { admin: true } });
  }

  #known(name = ""): Answer {
    return this.ids[name] ? ok({ id: this.ids[name], login: name, slug: name }) : none();
  }

  #create(owner: string, body: Asked["body"]): Answer {
    const name = `${owner}/${body.name}`;
    if (this.repositories.has(name.toLowerCase()))
      return ok(
        { message: "Repository creation failed.", errors: [{ message: "name already exists on this account" }] },
        422,
      );
    this.make(name, { private: Boolean(body.private), is_template: Boolean(body.is_template) });
    return ok({ full_name: name }, 201);
  }

  #environment(
    { environments }: Repository,
    method: string,
    rest: string,
    path: Asked["path"],
    query: Asked["query"],
    body: Asked["body"],
  ): Answer {
    const what = `${method} ${rest.replace("/environments/{environment_name}", "")}`;
    const name = path.environment_name ?? "";
    if (what === "PUT ") {
      const { branches = [], secrets = {}, variables = {} } = environments[name] ?? {};
      const { reviewers = [], wait_timer: wait = 0, deployment_branch_policy: policy = null } = body as never;
      environments[name] = { reviewers, wait, policy, branches, secrets, variables };
    }
    const there = environments[name];
    if (!there) return none();
    const { reviewers, wait, policy, branches } = there;
    if (what === "GET " || what === "PUT ")
      return ok({
        name,
        protection_rules: [
          ...(wait ? [{ type: "wait_timer", wait_timer: wait }] : []),
          ...(reviewers.length
            ? [{ type: "required_reviewers", reviewers: reviewers.map(({ type, id }) => ({ type, reviewer: { id } })) }]
            : []),
        ],
        deployment_branch_policy: policy,
      });
    if (what === "GET /deployment-branch-policies")
      return this.#page(
        "branch_policies",
        branches.map((name) => ({ name })),
        query,
        path,
      );
    if (what === "POST /deployment-branch-policies") branches.push(String(body.name));
    return this.#stored(there, what, path, query, body);
  }

  /** Secrets and variables, of an environment or of a repository. */
  #stored(
    { secrets, variables }: Pick<Environment, "secrets" | "variables">,
    what: string,
    path: Asked["path"],
    query: Asked["query"],
    body: Asked["body"],
  ): Answer {
    const listed = Object.entries(variables).map(([name, value]) => ({ name, value }));
    if (what === "GET /secrets")
      return this.#page(
        "secrets",
        Object.keys(secrets).map((name) => ({ name })),
        query,
        path,
      );
    if (what === "GET /secrets/public-key") return ok({ key_id: "7", key: pair.publicKey.toString("base64") });
    if (what.startsWith("PUT /secrets")) secrets[path.secret_name ?? ""] = open(String(body.encrypted_value), pair);
    if (what === "GET /variables") return this.#page("variables", listed, query, path);
    if (what === "POST /variables" && String(body.name) in variables)
      return ok({ message: "Already exists - Variable already exists" }, 409);
    if (what.includes("/variables")) variables[path.name ?? String(body.name)] = String(body.value);
    return ok({}, 201);
  }

  /** One page of a list, with the address of the next. */
  #page(
    name: string,
    all: readonly object[],
    { per_page = "30", page = "1" }: Asked["query"],
    path: Asked["path"],
  ): Answer {
    const size = Math.min(Number(per_page), name === "variables" ? 30 : 100);
    const start = (Number(page) - 1) * size;
    const at = path.environment_name ? `environments/${path.environment_name}` : "actions";
    const next = `${this.api.url}/repos/${path.owner}/${path.repo}/${at}/${name}?per_page=${per_page}&page=${Number(page) + 1}`;
    return {
      status: 200,
      body: { total_count: all.length, [name]: all.slice(start, start + size) },
      ...(start + size < all.length && { headers: { link: `<${next}>; rel="next"` } }),
    };
  }

  #runs({ name, runs, environment }: Repository, method: string, rest: string, path: Asked["path"], sha = ""): Answer {
    const shown = ({ jobs, siteUrl, lag, ...run }: Run) => ({
      ...run,
      html_url: `${this.api.url}/${name}/actions/runs/${run.id}`,
    });
    if (rest === "/actions/runs")
      return ok({ workflow_runs: runs.filter(({ head_sha }) => head_sha === sha).map(shown) });
    const run = runs.find(({ id }) => String(id) === path.run_id);
    if (!run) return none();
    if (rest.endsWith("/jobs")) return ok({ jobs: run.jobs });
    if (rest.endsWith("/pending_deployments")) {
      const named = Object.fromEntries(Object.entries(this.ids).map(([who, id]) => [id, who]));
      const reviewers = (environment?.reviewers ?? []).map(({ type, id }) => ({
        type,
        reviewer: { id, login: named[id], slug: named[id] },
      }));
      return ok([{ environment: { name: "production" }, reviewers }]);
    }
    if (method === "POST") {
      run.lag = 3;
      this.rerun.push(rest.split("/").at(-1) ?? "");
      return ok({}, 201);
    }
    // A rerun begins when it has been looked at for a while.
    if (run.lag > 0 && --run.lag === 0)
      Object.assign(run, { status: "completed", conclusion: "success", run_attempt: run.run_attempt + 1 });
    return ok(shown(run));
  }

  #deployments({ runs }: Repository, rest: string, path: Asked["path"], sha = ""): Answer {
    if (!rest.endsWith("/statuses"))
      return ok(runs.filter(({ head_sha }) => head_sha === sha).map(({ id }) => ({ id })));
    const run = runs.find(({ id }) => String(id) === path.deployment_id);
    return ok([{ state: "success", environment_url: run?.siteUrl ?? "" }]);
  }
}
