import { rollback } from "../engine/deploy/deploy.ts";
import type { ServerInputs } from "../inputs/inputs.ts";
import type { Report } from "../report/report.ts";
import type { ServerJob } from "../runner/job.ts";
import { runRelease } from "./server.ts";

/** Goes back to a former release. */
export function rollbackCommand(inputs: ServerInputs, job: ServerJob): Promise<Report> {
  const { release, hooks, dryRun } = inputs;
  const request = { ...job.request, hooks, dryRun, ...(release && { release }) };
  return runRelease("rollback", inputs, job, () => rollback(request, job.effects));
}
