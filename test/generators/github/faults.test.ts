import { chmodSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { GitHub } from "../../api/github.ts";
import { type Answer, type Asked, GitHubStandIn } from "../../api/stand-in.ts";
import { temporary } from "../temporary.ts";
import { ownKey, run, shopIn } from "./shop.ts";

let github: GitHub;
let shop: ReturnType<typeof shopIn>;
beforeEach(async () => {
  github = await GitHub.open();
  github.onPush = (repository, sha) => void github.run(repository, sha);
  shop = shopIn(temporary());
});
afterEach(() => {
  github.close();
  expect(github.api.refused).toEqual([]);
});

const words = ["--repo", "acme/shop", ...ownKey];
const go = (more: readonly string[] = [], env?: Record<string, string>) =>
  run(github, shop.root, [...words, ...more], env);
/** GitHub says `answer` to each request that `when` chooses, and is itself for all others. */
const says = (answer: Answer, when: (asked: Asked) => boolean = () => true) => {
  github.api.mood = (asked) => (when(asked) ? answer : github.answer(asked));
};
/** The one sentence. */
async function sentence(more?: readonly string[], env?: Record<string, string>): Promise<string> {
  const { code, stderr } = await go(more, env);
  const errors = stderr.split("\n").filter((line) => line.startsWith("error: "));
  expect([code, errors.length], stderr).toEqual([1, 1]);
  expect(stderr.trimEnd().endsWith(errors[0] ?? "-")).toBe(true);
  return errors[0] ?? "";
}
const body = (message: string, ...errors: string[]) => ({
  message,
  ...(errors.length && { errors: errors.map((one) => ({ message: one })) }),
});
const hour = 3600;
const inAnHour = String(Math.round(Date.now() / 1000) + hour - 20);

describe("a fault of GitHub's, said in one sentence that names what to do", () => {
  it.each<[string, Answer, RegExp]>([
    [
      "an unknown token",
      { status: 401, body: body("Bad credentials") },
      /it is expired, revoked or truncated\. Create a new one/,
    ],
    [
      "a clock that is wrong",
      { status: 401, headers: { date: new Date(Date.now() - 2 * hour * 1000).toUTCString() } },
      /clock is 120 minutes ahead/,
    ],
    [
      "a used-up rate limit",
      {
        status: 403,
        body: body("API rate limit exceeded"),
        headers: { "x-ratelimit-remaining": "0", "x-ratelimit-reset": inAnHour },
      },
      /rate limit is used up: rerun this command in 60 min/,
    ],
    [
      "a limit without headers",
      { status: 403, body: body("You have exceeded a secondary rate limit") },
      /rate limit is used up: rerun this command later/,
    ],
    ["too many requests", { status: 429, headers: { "retry-after": "120" } }, /in 2 min, it resumes where it stopped/],
    [
      "a missing permission",
      {
        status: 403,
        body: body("Resource not accessible by personal access token"),
        headers: { "x-accepted-github-permissions": "administration=write" },
      },
      /fine-grained one needs the permission administration: write/,
    ],
    [
      "a missing scope",
      {
        status: 403,
        body: body("Must have admin rights"),
        headers: { "x-oauth-scopes": "gist", "x-accepted-oauth-scopes": "repo" },
      },
      /it has the scope gist, and needs repo/,
    ],
    [
      "single sign-on",
      { status: 403, body: body("Resource protected by organization SAML enforcement.") },
      /authorize it for the organisation's single sign-on/,
    ],
    [
      "a token of a workflow",
      { status: 403, body: body("Resource not accessible by integration") },
      /a workflow's GITHUB_TOKEN cannot create repositories/,
    ],
    ["words that steer a terminal", { status: 409, body: body("no\x1b[2J\nmore") }, /GitHub responded 409 no more$/],
  ])("%s", async (_, answer, expected) => {
    says(answer);
    expect(await sentence()).toMatch(expected);
    expect(github.api.asked).toHaveLength(1);
  });

  it.each<[string, Answer, RegExp]>([
    [
      "an answer of 502",
      { status: 502, body: body("Server Error") },
      /is not available \(502 Server Error\): rerun this command/,
    ],
    ["a cut connection", "cut", /connection to 127\.0\.0\.1:\d+ was interrupted/],
    ["no answer", "silent", /did not respond in time: rerun this command/],
  ])("%s, asked three times", async (_, answer, expected) => {
    says(answer, ({ operation }) => operation === "/repos/{owner}/{repo}");
    expect(await sentence(["--timeout", "1"])).toMatch(expected);
    expect(github.api.asked).toHaveLength(4);
  });

  it("no network", async () => {
    const closed = await GitHubStandIn.open();
    const { url } = closed;
    closed.close();
    expect(await sentence([], { GITHUB_API_URL: url })).toMatch(/127\.0\.0\.1:\d+ cannot be reached \(ECONNREFUSED\)/);
    expect(await sentence([], { GITHUB_API_URL: "https://github.invalid/api/v3" })).toMatch(
      /github\.invalid cannot be found: this machine has no network/,
    );
  });

  it("a token that lacks scopes, before anything is done", async () => {
    github.tokens.set("t0ken", "gist, public_repo");
    expect(await sentence()).toMatch(
      /is missing the scope repo and workflow \(it has gist, public_repo\).*gh auth refresh -s repo,workflow/,
    );
    github.tokens.set("t0ken", "repo, workflow");
    expect(await sentence(["--reviewers", "team:ops"])).toMatch(/is missing the scope read:org/);
    expect(github.api.asked.map(({ method }) => method)).toEqual(["GET", "GET"]);
  });

  it("an empty token, and one that is more than a token", async () => {
    for (const [token, problem] of [
      ["", "GITHUB_TOKEN is empty"],
      ["'a'", "one word without quotes"],
    ] as const) {
      const { code, stderr } = await go([], { GITHUB_TOKEN: token });
      expect([code, stderr]).toEqual([2, expect.stringContaining(problem)]);
    }
  });

  it("a name that is taken by what the token may not see", async () => {
    github.make("acme/shop");
    says({ status: 404, body: body("Not Found") }, ({ operation }) => operation === "/repos/{owner}/{repo}");
    expect(await sentence()).toMatch(/acme\/shop is taken by a repository that the token cannot see/);
  });

  it("a name that is taken by another work", async () => {
    await go();
    shop = shopIn(temporary());
    shop.git("-c", "user.name=B", "-c", "user.email=b@example.org", "commit", "-q", "--amend", "-m", "Another work");
    expect(await sentence()).toMatch(/has commits that are not here\. Check that it is the right repository/);
  });

  it("a repository that is archived, has another name now, or is not ours", async () => {
    const repository = github.make("acme/shop", { archived: true });
    expect(await sentence()).toMatch(/acme\/shop is archived: unarchive it in its settings/);
    repository.archived = false;
    const is = (more: object) =>
      says({ status: 200, body: more }, ({ operation }) => operation === "/repos/{owner}/{repo}");
    is({ full_name: "acme/store" });
    expect(await sentence()).toMatch(/was renamed to acme\/store: pass --repo acme\/store/);
    is({ full_name: "acme/shop", permissions: { admin: false } });
    expect(await sentence()).toMatch(/you need admin rights on acme\/shop/);
  });

  it("an organisation, a reviewer or a team that is not there", async () => {
    const other = await run(github, shop.root, ["--repo", "nobody/shop", ...ownKey]);
    expect(other.stderr).toMatch(/^error: GitHub has no organisation nobody/);
    expect(await sentence(["--reviewers", "bob"])).toMatch(/no user bob; a team is written team:NAME/);
    expect(await sentence(["--reviewers", "team:dev"])).toMatch(/acme has no team dev/);
  });

  it("a plan that has no rules for private repositories", async () => {
    says(
      {
        status: 422,
        body: body("Failed to create the environment protection rule.", "Please upgrade your billing plan"),
      },
      ({ method }) => method === "PUT",
    );
    expect(await sentence(["--reviewers", "ann"])).toMatch(
      /reviewers only in GitHub Enterprise, .* omit --reviewers and --branch, or use --public/,
    );
  });

  it("a token that may create no environment, though the plan has them", async () => {
    github.make("acme/shop", { private: false });
    says({ status: 404, body: body("Not Found") }, ({ method }) => method === "PUT");
    expect(await sentence()).toMatch(/creates no environment in acme\/shop: the token needs admin rights there/);
  });

  it("a missing permission of which GitHub says no name: those of all requests are named as its settings name them", async () => {
    says({ status: 403, body: body("No") });
    expect(await sentence()).toContain(
      "of a fine-grained one Actions, Administration, Contents, Environments, Secrets, Variables, Workflows: write, and Deployments: read",
    );
  });

  it("a push that GitHub refuses", async () => {
    github.make("acme/shop");
    for (const [says, expected] of [
      [
        "refusing to allow a Personal Access Token to create or update workflow `.github/workflows/deploy.yml` without `workflow` scope",
        /is missing the scope workflow/,
      ],
      ["GH006: Protected branch update failed for refs/heads/main.", /rules for main reject the push/],
      ["This repository was archived so it is read-only.", /is archived/],
    ] as const) {
      const hook = join(github.git.path("acme/shop"), "hooks/pre-receive");
      writeFileSync(hook, `#!/bin/sh\necho '${says}' >&2\nexit 1\n`);
      chmodSync(hook, 0o755);
      expect(await sentence()).toMatch(expected);
    }
  });

  it("a repository here that has nothing to push, or is none", async () => {
    shop.git("branch", "-m", "trunk");
    expect(await sentence()).toMatch(/has no branch main, which the workflow deploys/);
    const bare = temporary();
    writeFileSync(join(bare, "flask-deploy.yml"), "name: shop\ndeploy:\n  host: shop.example\n");
    expect((await run(github, bare, ["--repo", "acme/shop"])).stderr).toContain("is not in a git repository");
  });

  it("a push that starts no run", async () => {
    github.onPush = () => {};
    expect(await sentence(["--timeout", "1"])).toMatch(
      /GitHub started no run of .github\/workflows\/deploy.yml.*settings\/actions/,
    );
  });
});

describe("a fault at any one request", () => {
  /** Those that change something: the repository, its environment, two secrets, two variables. */
  const writes = [2, 3, 5, 7, 8, 9];
  it.each(writes)("of %i before it is no matter when it passes, though what was asked is done already", async (n) => {
    let left = n;
    github.api.mood = (asked) => {
      const answer = github.answer(asked);
      return left-- === 0 ? "cut" : answer;
    };
    const { code, stderr } = await go();
    expect(code, stderr).toBe(0);
    expect(held(github.repository("acme/shop"))).toEqual(whole);
  });

  it.each(writes)("of %i before it is one sentence when it does not, and the next run goes on", async (n) => {
    let left = n;
    github.api.mood = (asked) => (left-- === 0 ? { status: 403, body: body("No") } : github.answer(asked));
    expect(await sentence()).toMatch(/denied this to the token \(403 No\)/);
    github.api.mood = (asked) => github.answer(asked);
    expect((await go()).code).toBe(0);
    expect(held(github.repository("acme/shop"))).toEqual(whole);
  });
});

const whole = { secrets: ["KNOWN_HOSTS", "SSH_KEY"], variables: { HOST: "shop.example", USER: "deploy-shop" } };
const held = ({ environment }: { environment?: { secrets: object; variables: object } | undefined }) => ({
  secrets: Object.keys(environment?.secrets ?? {}).sort(),
  variables: environment?.variables,
});
