import { setTimeout as sleep } from "node:timers/promises";
import { Octokit, RequestError } from "octokit";
import { UsageError } from "../../dispatch/errors.ts";

/** GitHub's API, for one repository. */
export interface GitHub {
  readonly ask: Octokit["request"];
  /** Whether the repository was created a moment ago, so that "not found" may pass. */
  readonly isYoung: () => boolean;
  readonly owner: string;
  readonly repo: string;
}

export interface Server {
  /** https://api.github.com, or that of a GitHub Enterprise Server. */
  readonly apiUrl: string;
  /** Where repositories are: https://github.com. */
  readonly webUrl: string;
}

const silent = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
/** Before the second and the third try of what may pass. */
const PAUSES_MS = [500, 1500];
/** For so long a repository that was just created may be unknown to some of GitHub's servers, and before each new try. */
const YOUNG_MS = 6000;
export const YOUNG_PAUSE_MS = 700;

/**
 * Retries what may pass twice: 5xx, cut connections, no answer in time. A 404 of a repository that was just created is
 * retried for some seconds. Does not wait for a rate limit: the user can rerun the command.
 *
 * @param answerMs how long one answer may take
 */
export function openGitHub(
  at: { owner: string; repo: string },
  token: string,
  { apiUrl }: Pick<Server, "apiUrl">,
  { answerMs, signal }: { answerMs: number; signal: AbortSignal },
): GitHub {
  const { request, hook } = new Octokit({
    ...{ auth: token, baseUrl: apiUrl, userAgent: "create-flask-deploy", log: silent },
    ...{ retry: { enabled: false }, throttle: { enabled: false } },
    request: {
      fetch: (url: string, init: RequestInit) =>
        fetch(url, { ...init, signal: AbortSignal.any([signal, AbortSignal.timeout(answerMs)]) }),
    },
  });
  let youngUntil = 0;
  const isYoung = () => Date.now() < youngUntil;
  const pauseAfter = (error: unknown, tries: number): number | undefined => {
    if (!(error instanceof RequestError)) return undefined;
    if (error.status === 404 && isYoung()) return YOUNG_PAUSE_MS;
    return error.status >= 500 ? PAUSES_MS[tries] : undefined;
  };
  hook.wrap("request", async (send, options) => {
    for (let tries = 0; ; tries++) {
      signal.throwIfAborted();
      try {
        const answer = await send(options);
        if (options.method === "POST" && /^\/(user|orgs\/[^/]+)\/repos$/.test(options.url))
          youngUntil = Date.now() + YOUNG_MS;
        return answer;
      } catch (error) {
        signal.throwIfAborted();
        const pause = pauseAfter(error, tries);
        if (pause === undefined) throw error;
        await sleep(pause, undefined, { signal }).catch(() => signal.throwIfAborted());
      }
    }
  });
  return { ask: request, isYoung, ...at };
}

/**
 * Where GitHub is: GITHUB_API_URL and GITHUB_SERVER_URL, one of which gives the other.
 *
 * @throws UsageError for what is no address, or would send the token in the clear.
 */
export function serverOf(env: Readonly<Record<string, string | undefined>>): Server {
  const web = env.GITHUB_SERVER_URL && address("GITHUB_SERVER_URL", env.GITHUB_SERVER_URL);
  const api = env.GITHUB_API_URL && address("GITHUB_API_URL", env.GITHUB_API_URL);
  return { apiUrl: api || apiOf(web || "https://github.com"), webUrl: web || webOf(api || "https://api.github.com") };
}

function address(name: string, text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isHere = url && /^(127\.[\d.]+|localhost|\[::1\])$/.test(url.hostname);
  if (!url || !(url.protocol === "https:" || (url.protocol === "http:" && isHere)) || url.username || url.search)
    throw new UsageError(`${name} must be an address that begins with https://, such as https://github.example.org`);
  return `${url.origin}${url.pathname}`.replace(/\/+$/, "");
}

/** As GitHub lays its servers out: api.github.com, api.NAME.ghe.com, HOST/api/v3. */
const webOf = (api: string) => api.replace(/^(https:\/\/)api\.([^/]+)$/, "$1$2").replace(/\/api\/v3$/, "");
const apiOf = (web: string) =>
  /^https:\/\/(github\.com|[^./]+\.ghe\.com)$/.test(web) ? web.replace("://", "://api.") : `${web}/api/v3`;
