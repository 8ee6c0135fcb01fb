import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { DeployResult } from "../../../action/engine/deploy/contract.ts";
import { bestEffort } from "../../../action/github/best-effort.ts";
import { openGitHub } from "../../../action/github/client.ts";
import { openDeployment } from "../../../action/github/deployment.ts";
import { followDeploy } from "../../../action/github/follow-deploy.ts";
import type { Answer } from "../../api/stand-in.ts";
import { type JobOnStandIn, openJob } from "./job.ts";

const deployments = "/repos/acme/shop/deployments";
const commit = "1".repeat(40);

let { api, said, job } = {} as JobOnStandIn;
beforeEach(async () => {
  ({ api, said, job } = await openJob());
});
afterEach(() => {
  api.close();
  expect(api.refused).toEqual([]);
});

const follower = () =>
  followDeploy({ environment: "production", description: "shop to web".repeat(20), token: "t0ken" }, job);
const result = (more: object) =>
  ({
    status: "deployed",
    release: "20261121T031500Z-1111111",
    url: "https://shop.example",
    cause: undefined,
    ...more,
  }) as DeployResult;
const states = (id: number) => api.made(`${deployments}/${id}/statuses`).map(({ state }) => state);
/** GitHub lists the newest status first; the stand-in lists as made. */
const newestFirst = () => {
  api.mood = ({ method, operation, path }) =>
    method === "GET" && operation.endsWith("/statuses")
      ? { status: 200, body: api.made(`${deployments}/${path.deployment_id}/statuses`).toReversed().slice(0, 1) }
      : undefined;
};

async function deployed(more: object = {}) {
  const one = follower();
  one.begin(commit);
  await one.end(result(more), commit);
}

describe("a deploy as a deployment of GitHub's", () => {
  it("goes from in progress to success, with the site's address and the run", async () => {
    await deployed();
    const [made] = api.made(deployments);
    expect(made).toMatchObject({
      ref: commit,
      environment: "production",
      required_contexts: [],
      auto_merge: false,
      production_environment: true,
    });
    expect(api.made(`${deployments}/${made?.id}/statuses`)).toMatchObject([
      { state: "in_progress", log_url: expect.stringContaining("/acme/shop/actions/runs/9") },
      { state: "success", environment_url: "https://shop.example", description: "20261121T031500Z-1111111" },
    ]);
    expect(said).toEqual([]);
  });

  it("is left to GitHub where the job has an environment: one push is one deployment", async () => {
    const own = { id: 99, ref: "main", sha: commit, environment: "production" };
    const log_url = `https://github.com/acme/shop/actions/runs/9/job/5`;
    api.mood = ({ method, operation, path, query }) => {
      if (method !== "GET") return undefined;
      if (operation.endsWith("/statuses") && path.deployment_id === "99")
        return { status: 200, body: [{ state: "in_progress", log_url }] };
      return operation.endsWith("/deployments") && query.sha === commit ? { status: 200, body: [own] } : undefined;
    };
    await deployed();
    expect(api.made(deployments)).toEqual([]);
    expect(said).toEqual([]);
    // Another run's is not this one's.
    api.mood = ({ method, operation }) =>
      method === "GET" && operation.endsWith("/deployments") ? { status: 200, body: [{ ...own, id: 98 }] } : undefined;
    await deployed();
    expect(api.made(deployments)).toHaveLength(1);
  });

  it("makes the former one inactive, and only that", async () => {
    newestFirst();
    await deployed();
    await deployed({ status: "failed", cause: { message: "/ answered 500 for hunter2hunter2\nmore" } });
    await deployed();
    await deployed();
    const ids = api.made(deployments).map(({ id }) => id as number);
    expect(ids.map(states)).toEqual([
      ["in_progress", "success", "inactive"],
      ["in_progress", "failure"],
      ["in_progress", "success", "inactive"],
      ["in_progress", "success"],
    ]);
    expect(api.made(`${deployments}/${ids[1]}/statuses`)[1]).toMatchObject({ description: "/ answered 500 for ***" });
  });

  it("is one as well when it is a rollback, at the commit that is live again", async () => {
    await follower().end(result({ status: "rolled-back" }), "2222222");
    expect(api.made(deployments)).toMatchObject([{ ref: "2222222" }]);
    expect(states(api.made(deployments)[0]?.id as number)).toEqual(["in_progress", "success"]);
  });

  it("is left out, in one line, where the workflow gives no permission", async () => {
    api.mood = () => ({ status: 403, body: { message: "Resource not accessible by integration" } });
    await deployed();
    expect(said).toEqual(["No deployment on GitHub: the workflow does not give `permissions: deployments: write`."]);
  });

  it("never fails the deploy when GitHub is down", async () => {
    api.mood = () => "cut";
    await deployed();
    expect(said).toEqual([expect.stringMatching(/^! No deployment on GitHub: /)]);
  });
});

describe("a fault of GitHub's while a deploy goes on", () => {
  const limit = { "x-ratelimit-remaining": "0" };
  it.each<[string, Answer, RegExp]>([
    ["an unknown token", { status: 401 }, /GitHub rejected github-token/],
    ["a used-up limit", { status: 403, headers: limit }, /rate limit is used up/],
    ["a limit without headers", { status: 403, body: { message: "secondary rate limit" } }, /rate limit is used up/],
    ["too many requests", { status: 429, headers: { "retry-after": "600" } }, /rate limit is used up/],
    ["an environment that GitHub refuses", { status: 422, body: { message: "Validation Failed" } }, /responded 422/],
    ["an answer of 502", { status: 502, body: { message: "Server Error" } }, /cannot be reached \(502 Server Error\)/],
  ])("%s is one warning, whether it begins or ends in it", async (_, answer, expected) => {
    api.mood = () => answer;
    await deployed();
    expect(said).toEqual([expect.stringMatching(expected)]);
    expect(said[0]).toMatch(/^! No deployment on GitHub: /);
    said.length = 0;
    api.mood = ({ operation, body }) =>
      operation.endsWith("/statuses") && body.state === "success" ? answer : undefined;
    await deployed();
    expect(said).toEqual([expect.stringMatching(expected)]);
  });

  it("passes unseen when it passes in time: one 502, one cut, a short wait for the limit", async () => {
    const once: Answer[] = [{ status: 502 }, "cut", { status: 429, headers: { "retry-after": "0" } }];
    api.mood = () => once.shift();
    await deployed();
    expect(said).toEqual([]);
    expect(states(api.made(deployments)[0]?.id as number)).toEqual(["in_progress", "success"]);
  });

  it("does not keep a deploy waiting: no answer is a warning as well", async () => {
    api.mood = () => "silent";
    const github = openGitHub(
      { owner: "acme", repo: "shop" },
      { token: "t0ken", apiUrl: api.url, agent: "test", answerMs: 100 },
    );
    const plan = { environment: "production", ref: commit, description: "", logUrl: "" };
    await bestEffort("deployment on GitHub", "deployments: write", job.log, () => openDeployment(github, plan));
    expect(said).toEqual([expect.stringMatching(/^! No deployment on GitHub: .*(aborted|timeout)/i)]);
  });
});
