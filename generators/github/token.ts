import { Failure, UsageError } from "../errors.ts";
import type { Io } from "../io.ts";

/** The token to speak to GitHub with: the first of stdin (when asked for), GITHUB_TOKEN, GH_TOKEN and `gh auth token`. */
export async function findToken(fromStdin: boolean, io: Io): Promise<string> {
  if (fromStdin) return checked(await readAll(io.stdin), "--token-stdin");
  for (const name of ["GITHUB_TOKEN", "GH_TOKEN"]) {
    const value = io.env[name];
    if (value !== undefined) return checked(value, name);
  }
  const said = await io.run(["gh", "auth", "token"], { signal: io.signal }).catch(() => undefined);
  if (said?.code === 0) return checked(said.stdout, "gh auth token");
  throw new Failure(
    "there is no token for GitHub: set GITHUB_TOKEN, give one with --token-stdin, or run gh auth login",
  );
}

function checked(text: string, from: string): string {
  const token = text.trim();
  if (token === "") throw new UsageError(`${from} is empty: it must hold a token for GitHub`);
  // A header cannot hold more than one line, and what is pasted with quotes is not the token.
  if (!/^[\w.~+/=-]+$/.test(token)) throw new UsageError(`${from} holds more than a token: one word without quotes`);
  return token;
}

async function readAll(stdin: Io["stdin"]): Promise<string> {
  let text = "";
  for await (const chunk of stdin) text += chunk;
  return text;
}
