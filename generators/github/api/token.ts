import { Failure } from "../../../action/engine/process/failure.ts";
import type { GitHub } from "../../../action/github/client.ts";
import { UsageError } from "../../dispatch/errors.ts";
import type { Io } from "../../terminal/io.ts";
import type { Identity } from "./api.ts";
import { said } from "./refusal.ts";

/**
 * The token for GitHub: from stdin (if requested), else GITHUB_TOKEN, GH_TOKEN or `gh auth token`.
 *
 * @param host "github.com", or that of a GitHub Enterprise Server, for which gh has another token
 */
export async function findToken(fromStdin: boolean, host: string, io: Io): Promise<string> {
  if (fromStdin) return checked(await readAll(io.stdin), "--token-stdin");
  for (const name of ["GITHUB_TOKEN", "GH_TOKEN"]) {
    const value = io.env[name];
    if (value !== undefined) return checked(value, name);
  }
  const asked = await io.run(["gh", "auth", "token", "--hostname", host], { signal: io.signal }).catch(() => undefined);
  if (asked?.code === 0) return checked(asked.stdout, "gh auth token");
  throw new Failure("no token for GitHub: set GITHUB_TOKEN, pass one with --token-stdin, or run gh auth login");
}

function checked(text: string, from: string): string {
  const token = text.trim();
  if (token === "") throw new UsageError(`${from} is empty: it must hold a token for GitHub`);
  // A header has one line only, and pasted quotes are not part of the token.
  if (!/^[\w.~+/=-]+$/.test(token))
    throw new UsageError(`${from} contains more than a token: it must be one word without quotes`);
  return token;
}

async function readAll(stdin: Io["stdin"]): Promise<string> {
  let text = "";
  for await (const chunk of stdin) text += chunk;
  return text;
}

/** Scopes that include another one. */
const holders: Readonly<Record<string, readonly string[]>> = { "read:org": ["write:org", "admin:org"] };

/**
 * The user that the token belongs to.
 *
 * @param needed scopes without which the command would stop halfway; GitHub reports those of a classic token only
 */
export async function whoseToken({ ask }: Pick<GitHub, "ask">, needed: readonly string[]): Promise<Identity> {
  const { data, headers } = await ask("GET /user").catch((error) => {
    if (/not accessible by integration/i.test(error?.message))
      throw new Failure("a workflow's GITHUB_TOKEN cannot create repositories or secrets: use a personal access token");
    return said(error);
  });
  const scopes = headers["x-oauth-scopes"];
  const identity = { login: data.login, plan: "plan" in data ? data.plan?.name : undefined };
  if (scopes === undefined) return identity;
  const has = scopes.split(/,\s*/).filter(Boolean);
  const lacks = needed.filter((scope) => ![scope, ...(holders[scope] ?? [])].some((one) => has.includes(one)));
  if (lacks.length > 0)
    throw new Failure(
      `the token is missing the scope ${lacks.join(" and ")} (it has ${has.join(", ") || "none"}): add it in the token's settings, or run gh auth refresh -s ${lacks.join(",")}`,
    );
  return identity;
}
