import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { changedInPull } from "../../../action/github/changed-in-pull.ts";
import { tellPullRequest } from "../../../action/github/pull-request.ts";
import type { Annotation, Report } from "../../../action/report/report.ts";
import type { Answer } from "../../api/stand-in.ts";
import { bot } from "../../api/stand-in.ts";
import { type JobOnStandIn, openJob } from "./job.ts";

const comments = "/repos/acme/shop/issues/7/comments";
const checks = "/repos/acme/shop/check-runs";
const head = "b".repeat(40);

let { api, said, job } = {} as JobOnStandIn;
beforeEach(async () => {
  ({ api, said, job } = await openJob());
});
afterEach(() => {
  api.close();
  expect(api.refused).toEqual([]);
});

const report = (findings: number, failure?: string): Report => ({
  failure,
  outputs: { findings: String(findings) },
  annotations: [{ level: "error", message: "one of ten" }],
  summary: `### ❌ Lint: ${findings} errors in hunter2hunter2\n\nAll of it.\n`,
});
const many = (count: number): Annotation[] =>
  Array.from({ length: count }, (_, i) => ({
    level: "error",
    message: `no ${i}`,
    title: "nginx/syntax",
    file: "a.conf",
    startLine: i + 1,
    endLine: i + 1,
    startColumn: 1,
    endColumn: 2,
  }));
const tell = (findings: number, failure?: string) =>
  tellPullRequest(
    {
      report: report(findings, failure),
      annotations: many(findings),
      folder: "",
      token: "t0ken",
      event: { base: "", head, pull: 7 },
    },
    job,
  );
const refuse = (status: number, message: string, headers = {}): Answer => ({ status, body: { message }, headers });

describe("findings on a pull request", () => {
  it("are all in one check run, 50 a request, and not said twice", async () => {
    const told = await tell(120, "120 errors");
    expect(told.annotations).toEqual([]);
    expect(told.failure).toBe("120 errors");
    const asked = api.asked.filter(({ operation }) => operation.includes("check-runs"));
    expect(asked.map(({ method }) => method)).toEqual(["POST", "PATCH", "PATCH"]);
    const outputs = asked.map(({ body }) => (body.output as { annotations: { start_line: number }[] }).annotations);
    expect(outputs.map((list) => list.length)).toEqual([50, 50, 20]);
    expect(outputs.flat().map((one) => one.start_line)).toEqual(many(120).map((_, i) => i + 1));
    expect(asked[0]?.body).toMatchObject({
      ...{ name: "flask-deploy lint", head_sha: head, status: "completed", conclusion: "failure" },
      output: { title: "Lint: 120 errors in ***" },
    });
    expect(asked.every(({ token }) => token === "t0ken")).toBe(true);
  });

  it("keep one comment, which is rewritten and never made again", async () => {
    await tell(2);
    await tell(1);
    await tell(0);
    expect(api.made(comments)).toHaveLength(1);
    expect(api.made(comments)[0]?.body).toBe(
      "<!-- flask-deploy lint -->\n### ❌ Lint: 0 errors in ***\n\nAll of it.\n",
    );
    const before = api.asked.length;
    await tell(0);
    expect(
      api.asked
        .slice(before)
        .filter(({ operation }) => operation.includes("comments"))
        .map(({ method }) => method),
    ).toEqual(["GET"]);
  });

  it("find their comment behind many others, and leave those alone", async () => {
    const others = Array.from({ length: 100 }, (_, i) => ({
      id: 1000 + i,
      body: `Nice <!-- flask-deploy lint --> ${i}`,
    }));
    // One that somebody wrote to have it edited is left alone.
    others[3] = { id: 4, body: "<!-- flask-deploy lint -->\nmine", user: { login: "eve", type: "User" } } as never;
    const ours = { id: 5, body: "<!-- flask-deploy lint -->\nold", user: bot };
    api.mood = ({ method, operation, query }) =>
      method === "GET" && operation.includes("comments")
        ? { status: 200, body: query.page === "1" ? others : [ours] }
        : method === "PATCH" && operation.includes("comments")
          ? { status: 200, body: {} }
          : undefined;
    await tell(3);
    const written = api.asked.filter(({ method, operation }) => method !== "GET" && operation.includes("comments"));
    expect(written).toMatchObject([{ method: "PATCH", path: { comment_id: "5" } }]);
  });

  it("are no reason for a comment when there are none", async () => {
    await tell(0);
    expect(api.made(comments)).toEqual([]);
    expect(api.made(checks)).toMatchObject([{ conclusion: "success" }]);
  });

  it("stay in the step where the workflow gives no permission, which is a line and no warning", async () => {
    api.mood = () => refuse(403, "Resource not accessible by integration");
    const told = await tell(3);
    expect(told.annotations).toHaveLength(1);
    expect(said).toEqual([
      "No check run: the workflow does not give `permissions: checks: write`.",
      "No comment on the pull request: the workflow does not give `permissions: pull-requests: write`.",
    ]);
  });

  it.each([
    ["a token that has expired", refuse(401, "Bad credentials"), /^! No check run: GitHub rejected github-token/],
    [
      "a rate limit that is used up",
      refuse(403, "API rate limit exceeded", { "x-ratelimit-remaining": "0", "x-ratelimit-reset": "9999999999" }),
      /^! No check run: GitHub's rate limit is used up\.$/,
    ],
    [
      "a secondary rate limit",
      refuse(429, "You have exceeded a secondary rate limit", { "retry-after": "3000" }),
      /^! No check run: GitHub's rate limit is used up\.$/,
    ],
    [
      "something that GitHub finds wrong",
      refuse(422, "Validation Failed"),
      /^! No check run: GitHub responded 422 Validation Failed\.?/,
    ],
  ])("end in one sentence for %s", async (_, answer, says) => {
    api.mood = () => answer;
    expect((await tell(3)).annotations).toHaveLength(1);
    expect(said).toHaveLength(2);
    expect(said[0]).toMatch(says);
  });

  it("wait for a rate limit that ends soon", async () => {
    let limited = 1;
    const limit = refuse(403, "You have exceeded a secondary rate limit", { "retry-after": "1" });
    api.mood = () => (limited-- > 0 ? limit : undefined);
    expect((await tell(1)).annotations).toEqual([]);
    expect(said).toEqual([]);
  });

  it("get through when GitHub stumbles once, and end in a sentence when it is down", async () => {
    let stumbles = 1;
    api.mood = ({ operation }) =>
      operation.includes("check-runs") && stumbles-- > 0 ? refuse(502, "Bad Gateway") : undefined;
    expect((await tell(1)).annotations).toEqual([]);
    expect(said).toEqual([]);
    api.mood = ({ operation }) => (operation.includes("check-runs") ? "cut" : undefined);
    await tell(1);
    expect(said).toMatchObject([expect.stringMatching(/^! No check run: /)]);
  });
});

describe("the lines that a pull request changes", () => {
  it("come from GitHub, page by page", async () => {
    const file = (name: string, patch?: string) => ({ filename: name, ...(patch && { patch }) });
    const first = Array.from({ length: 100 }, (_, i) => file(`f${i}`));
    api.mood = ({ query }) => ({
      status: 200,
      body: query.page === "1" ? first : [file("a b.conf", "@@ -1,2 +1,3 @@\n x\n+y\n z")],
    });
    const changed = await changedInPull(7, "t0ken", job);
    expect(changed?.size).toBe(101);
    expect(changed?.get("a b.conf")).toEqual([[2, 2]]);
  });

  it("are unknown where GitHub does not tell them", async () => {
    api.mood = () => refuse(403, "Resource not accessible by integration");
    expect(await changedInPull(7, "t0ken", job)).toBeUndefined();
    expect(said).toEqual(["No order by what changed: the workflow does not give `permissions: pull-requests: read`."]);
  });
});
