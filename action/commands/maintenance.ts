import { maintenance } from "../engine/console/maintenance/maintenance.ts";
import type { ServerInputs } from "../inputs/inputs.ts";
import { maintenanceReport } from "../report/maintenance.ts";
import type { Report } from "../report/report.ts";
import type { ServerJob } from "../runner/job.ts";
import { runQuery } from "./query.ts";

/** Serves visitors the maintenance page, or the site again. */
export function maintenanceCommand(inputs: ServerInputs, job: ServerJob): Promise<Report> {
  const { consoleInputs, dryRun, app } = inputs;
  const { actor, runUrl } = job.runner;
  const { maintenance: want, allow } = consoleInputs;
  const by = [actor, runUrl].filter(Boolean).join(", ");
  return runQuery(
    inputs,
    job,
    (request, effects) => maintenance({ ...request, want, allow, by, dryRun }, effects),
    (seen) => maintenanceReport(seen, { app: app.name, would: dryRun ? want : "status" }),
  );
}
