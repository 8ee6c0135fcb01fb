import { maintenance } from "../console/maintenance.ts";
import type { ServerInputs } from "../inputs.ts";
import type { Job } from "../job.ts";
import { maintenanceReport } from "../maintenance-report.ts";
import type { Report } from "../report.ts";
import { ask } from "./ask.ts";

/** Shows visitors the page of maintenance, or the site again. */
export function maintenanceCommand(inputs: ServerInputs, job: Job): Promise<Report> {
  const { question, dryRun, app } = inputs;
  const { actor, runUrl } = job.runner;
  const { maintenance: want, allow } = question;
  const by = [actor, runUrl].filter(Boolean).join(", ");
  return ask(
    inputs,
    job,
    (request, effects) => maintenance({ ...request, want, allow, by, dryRun }, effects),
    (seen) => {
      const { lines, ...report } = maintenanceReport(seen, { app: app.name, would: dryRun ? want : "status" });
      for (const line of lines) job.log.line(line);
      return report;
    },
  );
}
