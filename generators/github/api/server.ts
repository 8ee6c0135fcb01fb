import { UsageError } from "../../dispatch/errors.ts";

export interface Server {
  /** https://api.github.com, or the API of a GitHub Enterprise Server. */
  readonly apiUrl: string;
  /** The website: https://github.com. */
  readonly webUrl: string;
}

/**
 * The URLs of GitHub: GITHUB_API_URL and GITHUB_SERVER_URL, either of which determines the other.
 *
 * @throws UsageError for an invalid URL, or one that would send the token unencrypted
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

/** The addresses of GitHub's servers: api.github.com, api.NAME.ghe.com, HOST/api/v3. */
const webOf = (api: string) => api.replace(/^(https:\/\/)api\.([^/]+)$/, "$1$2").replace(/\/api\/v3$/, "");
const apiOf = (web: string) =>
  /^https:\/\/(github\.com|[^./]+\.ghe\.com)$/.test(web) ? web.replace("://", "://api.") : `${web}/api/v3`;
