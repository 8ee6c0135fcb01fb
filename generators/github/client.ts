import { Octokit } from "@octokit/core";
import { retry } from "@octokit/plugin-retry";

/** GitHub's API, for one repository. */
export interface GitHub {
  readonly ask: Octokit["request"];
  readonly owner: string;
  readonly repo: string;
}

const silent = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

/**
 * Retries what may pass (5xx, cut connections) twice. A rate limit is not waited for: a person is, and can run it again.
 *
 * @param baseUrl https://api.github.com, or that of a GitHub Enterprise Server
 */
export function openGitHub(at: { owner: string; repo: string }, token: string, baseUrl: string): GitHub {
  const { request } = new (Octokit.plugin(retry))({
    ...{ auth: token, baseUrl, userAgent: "create-flask-deploy", log: silent },
    retry: { retries: 2, doNotRetry: [400, 401, 403, 404, 409, 410, 422, 429, 451] },
  });
  return { ask: request, ...at };
}
