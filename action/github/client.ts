import { setTimeout as sleep } from "node:timers/promises";
import { Octokit } from "@octokit/core";
import { retry } from "@octokit/plugin-retry";
import type { RequestError } from "@octokit/request-error";

/** GitHub's API, for one repository. */
export interface GitHub {
  readonly ask: Octokit["request"];
  readonly owner: string;
  readonly repo: string;
}

export interface Place {
  readonly token: string;
  /** https://api.github.com, or that of a GitHub Enterprise Server. */
  readonly apiUrl: string;
  /** OWNER/NAME. */
  readonly repository: string;
}

/** For one answer; a deploy that is live does not wait for GitHub. */
const ANSWER_MS = 10_000;
/** A rate limit that lasts longer is not waited for: the job's minutes are paid for. */
const PATIENCE_SECONDS = 20;

const silent = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

/**
 * Retries what may pass (5xx, cut connections) twice, and waits once for a rate limit that ends soon. octokit's plugin for
 * throttling is left out: it waits a second before each request that writes, for which a deploy has no second to spare.
 */
export function openGitHub({ token, apiUrl, repository }: Place, answerMs = ANSWER_MS): GitHub {
  const [owner = "", repo = ""] = repository.split("/");
  const octokit = new (Octokit.plugin(retry))({
    ...{ auth: token, baseUrl: apiUrl, userAgent: "flask-deploy", log: silent },
    retry: { retries: 2, doNotRetry: [400, 401, 403, 404, 410, 422, 429, 451] },
    request: {
      fetch: (url: string, init: RequestInit) => fetch(url, { ...init, signal: AbortSignal.timeout(answerMs) }),
    },
  });
  let waits = 1;
  octokit.hook.error("request", async (error, options) => {
    const seconds = Number((error as RequestError).response?.headers["retry-after"] ?? Number.NaN);
    if (!(seconds <= PATIENCE_SECONDS) || waits-- <= 0) throw error;
    await sleep(seconds * 1000);
    return octokit.request(options);
  });
  return { ask: octokit.request, owner, repo };
}
