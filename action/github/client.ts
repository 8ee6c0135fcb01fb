import { setTimeout as sleep } from "node:timers/promises";
import { Octokit } from "@octokit/core";
import { RequestError } from "octokit";
import type { Runner } from "../runner/runner.ts";

/** GitHub's API, for one repository. */
export interface GitHub {
  readonly ask: Octokit["request"];
  /** Whether the repository was created a moment ago, so that "not found" may be temporary. */
  readonly isYoung: () => boolean;
  readonly owner: string;
  readonly repo: string;
}

export interface ClientOptions {
  readonly token: string;
  /** https://api.github.com, or the API of a GitHub Enterprise Server. */
  readonly apiUrl: string;
  /** The User-Agent header. */
  readonly agent: string;
  /** Timeout of one response (10 s): a deploy that is live does not wait for GitHub. */
  readonly answerMs?: number;
  /** The longest rate limit, in seconds, to wait for, once; by default none. */
  readonly limitSeconds?: number;
  readonly signal?: AbortSignal;
}

const silent = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
/** Pauses before the second and the third attempt after a temporary error. */
const PAUSES_MS = [500, 1500];
/** How long some of GitHub's servers may not find a new repository, and the pause before each attempt. */
const YOUNG_MS = 6000;
export const YOUNG_PAUSE_MS = 700;

/**
 * Retries temporary errors twice: 5xx, interrupted connections, timeouts. A 404 of a repository that was just created
 * is retried for some seconds. octokit's own plugins wait a second before each request that writes, and longer between
 * attempts.
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

/** The client for a job's own repository. It waits for short rate limits only: the job's minutes are paid for. */
export function openForJob({ apiUrl, repository }: Pick<Runner, "apiUrl" | "repository">, token: string): GitHub {
  const [owner = "", repo = ""] = repository.split("/");
  return openGitHub({ owner, repo }, { token, apiUrl, agent: "flask-deploy", limitSeconds: 20 });
}
