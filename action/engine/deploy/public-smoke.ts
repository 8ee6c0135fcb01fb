import type { Effects, Verdict } from "./contract.ts";

/** What the public URL must respond. */
export interface Expected {
  readonly path: string;
  readonly status: number;
  readonly contains: string;
  /** Seconds. */
  readonly timeout: number;
}

const reasons: Readonly<Record<string, string>> = {
  ENOTFOUND: "its name does not resolve (DNS)",
  EAI_AGAIN: "its name does not resolve (DNS)",
  ECONNREFUSED: "the connection is refused",
  ECONNRESET: "the connection is reset",
  EHOSTUNREACH: "there is no route to it",
  ENETUNREACH: "there is no route to it",
  ETIMEDOUT: "it does not answer in time",
  UND_ERR_CONNECT_TIMEOUT: "it does not answer in time",
  UND_ERR_SOCKET: "the connection broke",
};

/**
 * Requests the public URL as a visitor would. A redirect to https passes, as on the server. A name that does not lead
 * to this server (not yet, or because of a CDN in front of it) says nothing about the release. It gives a warning,
 * since the smoke test on the server has passed.
 *
 * @param url absolute; an invalid one gives a warning too, never an error: at this point the release has its traffic
 * @param here addresses of the server
 */
export async function publicSmoke(
  { fetch, resolve }: Pick<Effects, "fetch" | "resolve">,
  url: string,
  want: Expected,
  here: readonly string[],
): Promise<Verdict> {
  if (!URL.canParse(want.path, url))
    return { passed: true, warning: `${JSON.stringify(url)} is not a URL, so the site was not checked from outside` };
  const where = new URL(want.path, url);
  const problem = await problemOf(fetch, where, want);
  if (problem.passed) return problem;
  const leads = await resolve(where.hostname.replace(/^\[|\]$/g, ""));
  if (leads.some((address) => here.includes(address))) return problem;
  const why =
    leads.length === 0
      ? `${where.hostname} does not resolve yet`
      : `${where.hostname} resolves to ${leads.join(", ")}, which is not this server`;
  return {
    passed: true,
    warning: `${why}; ${problem.message}. The release stays live: nginx on the server serves it.`,
  };
}

async function problemOf(ask: typeof fetch, where: URL, want: Expected): Promise<Verdict> {
  const bad = (kind: "app" | "infrastructure", why: string, next: string): Verdict => ({
    passed: false,
    kind,
    message: `from outside, ${where.href} ${why}`,
    next,
  });
  try {
    const answer = await ask(where, { redirect: "manual", signal: AbortSignal.timeout(want.timeout * 1000) });
    const body = await answer.text();
    const location = answer.headers.get("location") ?? "";
    if (answer.status >= 301 && answer.status <= 308 && location.startsWith("https://")) return { passed: true };
    // The smoke test on the server, which gets the site in maintenance mode too, has passed.
    if (answer.status === 503 && want.status !== 503 && answer.headers.has("retry-after"))
      return {
        passed: true,
        warning: `${where.href} is in maintenance mode: visitors get 503 until \`maintenance off\``,
      };
    if (answer.status !== want.status) {
      const next =
        "The server itself is healthy: check what is between it and visitors (another site, a proxy, a firewall).";
      return bad("app", `answered ${answer.status} instead of ${want.status}`, next);
    }
    if (want.contains && !body.includes(want.contains))
      return bad(
        "app",
        `answered without the text ${JSON.stringify(want.contains)}`,
        "Check that this URL is the same site.",
      );
    return { passed: true };
  } catch (error) {
    // nginx serves the stand-in of setup until the CA has issued a certificate; the smoke test on the server has passed.
    if ((error as { cause?: { code?: string } }).cause?.code === "DEPTH_ZERO_SELF_SIGNED_CERT")
      return {
        passed: true,
        warning: `${where.origin} has no certificate that browsers accept yet: \`create-flask-deploy tls status\` says what is missing`,
      };
    return bad(
      "infrastructure",
      `failed: ${reasonOf(error, want.timeout)}`,
      "The server itself is healthy: check `url`, DNS and certificate.",
    );
  }
}

function reasonOf(error: unknown, seconds: number): string {
  const { name, message, cause } = error as Error & { cause?: Error & { code?: string } };
  if (name === "TimeoutError") return `it does not answer within ${seconds} s`;
  const code = cause?.code ?? "";
  if (/CERT|TLS|SSL|SELF_SIGNED|UNABLE_TO/.test(code))
    return `its certificate is not accepted (TLS: ${cause?.message})`;
  return reasons[code] ?? cause?.message ?? message;
}
