import { readFileSync } from "node:fs";
import * as v from "valibot";
import type { AskRequest } from "../../deploy/contract.ts";
import { DeployError, unusable } from "../../deploy/deploy-error.ts";
import { readNginx } from "../../targets/server/driver-settings.ts";
import { type QueryEffects, runQuery } from "../query.ts";
import { spellOut } from "./addresses.ts";
import { flagModule } from "./flag.ts";
import { knowsMaintenance, type MaintenanceWant, maintenanceLines, maintenancePage } from "./site.ts";

export interface MaintenanceRequest extends AskRequest {
  readonly want: MaintenanceWant;
  /** Addresses and CIDR blocks that still get the site; with `on`, they replace the list. */
  readonly allow?: readonly string[];
  /** Who switches it, to show to others. */
  readonly by?: string;
  /** Report the current mode, change nothing. */
  readonly dryRun?: boolean;
}

/** What visitors get, as the server reports it. */
const answer = v.object({
  on: v.boolean(),
  /** ISO 8601, UTC; "" when it is off, or was switched on by hand. */
  since: v.string(),
  by: v.string(),
  /** As they were passed. */
  allow: v.array(v.string()),
  changed: v.boolean(),
  /** HTTP status that nginx returns to an address that is on no list; 0 if it returns none. */
  answers: v.number(),
  ignored: v.boolean(),
});
export type Maintenance = Omit<v.InferOutput<typeof answer>, "ignored">;

const query = {
  name: "maintenance",
  modules: { ...flagModule, maintenance: readFileSync(new URL("./maintenance.py", import.meta.url), "utf8") },
  answer,
};

/**
 * Serves visitors the live release's maintenance page with 503 and Retry-After, or the site again. It outlasts deploys
 * and reboots.
 *
 * @throws DeployError if the server cannot be queried, an address is invalid, or the server's site has no maintenance
 * lines
 */
export async function maintenance(
  { want, allow = [], by = "", dryRun = false, ...request }: MaintenanceRequest,
  effects: QueryEffects,
): Promise<Maintenance> {
  const list = spellOut(allow);
  if ("problems" in list) throw unusable(`the allow list cannot be used: ${list.problems.join("; ")}`);
  const ask = { want, allow, by, dryRun, addresses: list.addresses };
  const { ignored, ...told } = await runQuery(query, request, effects, { ask });
  if (ignored) throw siteIgnores(request, told.answers);
  return told;
}

function siteIgnores({ app, root, login }: AskRequest, answers: number): DeployError {
  const knows = knowsMaintenance(readNginx(root), app.name);
  const next = knows
    ? `deploy/nginx.conf supports it, but the site on the server does not yet. Run: npx create-flask-deploy setup ${login.host}`
    : [
        `Put these lines into the \`server { }\` of deploy/nginx.conf, a page into ${maintenancePage}, deploy, and run: npx create-flask-deploy setup ${login.host}`,
        ...maintenanceLines(app.name).map((line) => `    ${line}`),
      ].join("\n");
  return new DeployError(
    "setup",
    "check",
    `visitors would not get the page: the site on the server still answers ${answers}. Nothing was changed`,
    next,
  );
}
