import { RequestError } from "octokit";
import { Failure } from "../../../action/engine/process/failure.ts";
import { plain } from "../../../action/engine/process/plain.ts";
import { permissionNames } from "./permissions.ts";

const MINUTE = 60_000;
const again = "rerun this command, it resumes where it stopped";

/** Throws one sentence about what GitHub rejected, and what to do. */
export function said(error: unknown): never {
  if (!(error instanceof RequestError)) throw error;
  throw new Failure(sentence(error), { cause: error });
}

/** undefined if GitHub has nothing, or hides it from this token: both are a 404. */
export function absent(error: unknown): undefined {
  if (error instanceof RequestError && error.status === 404) return undefined;
  return said(error);
}

function sentence({ status, response, message, request, cause }: RequestError): string {
  const text = wording(message, response?.data);
  const headers = response?.headers ?? {};
  const where = new URL(request.url).host;
  if (response === undefined) return unreachable(where, cause);
  if (status === 401) {
    const skew = Date.now() - Date.parse(headers.date ?? "");
    if (Math.abs(skew) > 5 * MINUTE)
      return `GitHub rejected the token, and this machine's clock is ${Math.round(Math.abs(skew) / MINUTE)} minutes ${skew > 0 ? "ahead" : "behind"} of GitHub's: set the clock (timedatectl set-ntp true), then run this again`;
    return "GitHub rejected the token: it is expired, revoked or truncated. Create a new one";
  }
  const resets = Number(headers["x-ratelimit-reset"]);
  const limited = status === 429 || headers["x-ratelimit-remaining"] === "0" || /rate limit/i.test(text);
  if (limited) {
    const seconds = Number(headers["retry-after"] ?? resets - Date.now() / 1000);
    const wait = seconds > 0 ? `in ${Math.ceil(seconds / 60)} min` : "later";
    return `GitHub's rate limit is used up: rerun this command ${wait}, it resumes where it stopped`;
  }
  if (status >= 500) return `GitHub is not available (${status} ${text}): ${again}`;
  if (/\barchived\b/i.test(text)) return "the repository is archived: unarchive it in its settings, or choose another";
  if (status === 403 || status === 404) return forbidden(status, text, headers);
  if (status === 422 && /environment|protection rule|billing|plan/i.test(text))
    return `GitHub responded ${status} ${text}: private repositories support reviewers only in GitHub Enterprise, and branch rules only in a paid plan; omit --reviewers and --branch, or use --public`;
  return `GitHub responded ${status} ${text}`;
}

function forbidden(status: number, text: string, headers: Readonly<Record<string, string | number | undefined>>) {
  const scopes = words(headers["x-accepted-oauth-scopes"]);
  const has = headers["x-oauth-scopes"] === undefined ? undefined : words(headers["x-oauth-scopes"]);
  const permissions = String(headers["x-accepted-github-permissions"] ?? "").replaceAll("=", ": ");
  const refusal = `GitHub denied this to the token (${status} ${text})`;
  if (/SAML/i.test(text))
    return `${refusal}: authorize it for the organisation's single sign-on, in your token's settings`;
  if (has && scopes.length > 0 && !scopes.some((scope) => has.includes(scope)))
    return `${refusal}: it has the scope ${has.join(", ") || "of nothing"}, and needs ${scopes.join(" or ")}`;
  if (permissions) return `${refusal}: a fine-grained one needs the permission ${permissions}`;
  if (scopes.length > 0) return `${refusal}: it needs ${scopes.join(" or ")}`;
  return `${refusal}: it needs the scopes repo and workflow, or of a fine-grained one ${permissionNames()}`;
}

const words = (value: unknown) =>
  String(value ?? "")
    .split(/,\s*/)
    .filter(Boolean);

function unreachable(where: string, cause: unknown): string {
  const inner = (cause as { cause?: { code?: string; message?: string } } | undefined)?.cause;
  const { name = "" } = (cause ?? {}) as Error;
  const code = String(inner?.code ?? "");
  if (name === "TimeoutError" || name === "AbortError") return `${where} did not respond in time: ${again}`;
  if (/CERT_(NOT_YET_VALID|HAS_EXPIRED)/.test(code))
    return `the certificate of ${where} is not valid at this machine's time, ${new Date().toISOString()}: set the clock (timedatectl set-ntp true), or tell the administrator of ${where}`;
  if (/ENOTFOUND|EAI_AGAIN/.test(code))
    return `${where} cannot be found: this machine has no network or no name server; ${again}`;
  if (/ECONNREFUSED|ENETUNREACH|EHOSTUNREACH|ETIMEDOUT/.test(code))
    return `${where} cannot be reached (${code}): check the network and the proxy settings, then ${again}`;
  return `the connection to ${where} was interrupted (${inner?.message || code || "no response"}): ${again}`;
}

/** GitHub's own message on one line; the reasons for rejecting a field are in a list beside it. */
function wording(message: string, data: unknown): string {
  const { message: head, errors } = (data ?? {}) as { message?: string; errors?: unknown };
  const list = Array.isArray(errors) ? errors : errors === undefined ? [] : [errors];
  const reasons = list.map((one) => (typeof one === "string" ? one : (one?.message ?? ""))).filter(Boolean);
  const own = head ?? message.replace(/ - https?:.*$/s, "");
  return plain([own, ...reasons].join(": "))
    .replace(/\s+/g, " ")
    .slice(0, 300);
}
