import { readFileSync } from "node:fs";
import * as v from "valibot";
import type { AskRequest } from "../../deploy/contract.ts";
import { DeployError } from "../../deploy/deploy-error.ts";
import { type QueryEffects, runQuery } from "../query.ts";
import { https, httpsModule } from "./https.ts";

export type TlsWant = "status" | "renew";

const answer = v.object({
  /** Time of the query, by the server's clock. */
  at: v.string(),
  /** Why the renewal did not end well; "" when it did, or was not asked for. */
  problem: v.string(),
  https,
});
export type Tls = v.InferOutput<typeof answer>;

const query = {
  name: "tls",
  modules: { ...httpsModule, tls: readFileSync(new URL("./tls.py", import.meta.url), "utf8") },
  answer,
};

/**
 * HTTPS as the server has it; with `renew`, after it has asked for a certificate where one is due.
 *
 * @param dryRun tells what a renewal would meet, and asks no CA
 * @throws DeployError if the server cannot be queried, or the app is served without HTTPS
 */
export async function tls(
  request: AskRequest,
  effects: QueryEffects,
  want: TlsWant = "status",
  dryRun = false,
): Promise<Tls> {
  const { tls: source, name } = request.app;
  if (source === "none") {
    const next = "Run: npx create-flask-deploy tls enable";
    throw new DeployError("usage", "check", `${name} is served without HTTPS (tls: none in flask-deploy.yml)`, next);
  }
  return runQuery(query, request, effects, { ask: { want, dryRun } });
}
