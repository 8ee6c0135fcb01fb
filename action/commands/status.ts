import { status } from "../console/status.ts";
import type { ServerInputs } from "../inputs.ts";
import type { Job } from "../job.ts";
import type { Report } from "../report.ts";
import { statusReport } from "../status-report.ts";
import { ask } from "./ask.ts";

/** What is live and how it does. */
export const statusCommand = (inputs: ServerInputs, job: Job): Promise<Report> =>
  ask(inputs, job, status, (seen) => {
    const { lines, ...report } = statusReport(seen, inputs.app.name);
    for (const line of lines) job.log.line(line);
    return report;
  });
