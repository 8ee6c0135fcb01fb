import { setTimeout as sleep } from "node:timers/promises";
import { Octokit } from "@octokit/core";
import { RequestError } from "octokit";
import type { Runner } from "../runner/runner.ts";

/** GitHub's API, for one repository. */
export interface GitHub {
  readonly ask: Octokit["request"];
  /** Whether the repository was created a moment ago, so that "not found" may pass. */
  readonly isYoung: () => boolean;
  readonly owner: string;
  readonly repo: string;
}

export interface ClientOptions {
  readonly token: string;
  /** https://api.github.com, or that of a GitHub Enterprise Server. */
  readonly apiUrl: string;
  /** Who asks. */
  readonly agent: string;
  /** How long one answer may take (10 s): a deploy that is live does not wait for GitHub. */
  readonly answerMs?: number;
  /** A rate limit that ends within so many seconds is waited for once; by default none is. */
  readonly limitSeconds?: number;
  readonly signal?: AbortSignal;
}

const silent = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
/** Before the second and the third try of what may pass. */
const PAUSES_MS = [500, 1500];
/** For so long a repository that was just created may be unknown to some of GitHub's servers, and before each new try. */
const YOUNG_MS = 6000;
export const YOUNG_PAUSE_MS = 700;

/**
 * Retries what may pass twice: 5xx, cut connections, no answer in time. A 404 of a repository that was just created is
 * retried for some seconds. octokit's own plugins for that wait a second before each request that writes, and longer
 * between two tries.
 */
export function openGitHub(
  at: { readonly owner: string; readonly repo: string },
  { token, apiUrl, agent, answerMs = 10_000, limitSeconds = -1, signal }: ClientOptions,
): GitHub {
  const { request, hook } = new Octokit({
    ...{ auth: token, baseUrl: apiUrl, userAgent: agent, log: silent },
    request: {
      fetch: (url: string, init: RequestInit) =>
        fetch(url, { ...init, signal: AbortSignal.any([AbortSignal.timeout(answerMs), ...(signal ? [signal] : [])]) }),
    },
  });
  let youngUntil = 0;
  let limits = 1;
  const isYoung = () => Date.now() < youngUntil;
  const pauseAfter = (error: unknown, tries: number): number | undefined => {
    if (!(error instanceof RequestError)) return undefined;
    const seconds = Number(error.response?.headers["retry-after"] ?? Number.NaN);
    if (seconds <= limitSeconds && limits-- > 0) return seconds * 1000;
    if (error.status === 404 && isYoung()) return YOUNG_PAUSE_MS;
    return error.status >= 500 ? PAUSES_MS[tries] : undefined;
  };
  hook.wrap("request", async (send, options) => {
    for (let tries = 0; ; tries++) {
      signal?.throwIfAborted();
      try {
        const answer = await send(options);
        if (options.method === "POST" && /^\/(user|orgs\/[^/]+)\/repos$/.test(options.url))
          youngUntil = Date.now() + YOUNG_MS;
        return answer;
      } catch (error) {
        signal?.throwIfAborted();
        const pause = pauseAfter(error, tries);
        if (pause === undefined) throw error;
        await sleep(pause, undefined, { signal }).catch(() => signal?.throwIfAborted());
      }
    }
  });
  return { ask: request, isYoung, ...at };
}

/** A job's own repository. A rate limit that lasts long is not waited for: the job's minutes are paid for. */
export function openForJob({ apiUrl, repository }: Pick<Runner, "apiUrl" | "repository">, token: string): GitHub {
  const [owner = "", repo = ""] = repository.split("/");
  return openGitHub({ owner, repo }, { token, apiUrl, agent: "flask-deploy", limitSeconds: 20 });
}
