import { status } from "../engine/console/status/status.ts";
import type { ServerInputs } from "../inputs/inputs.ts";
import type { Report } from "../report/report.ts";
import { statusReport } from "../report/status.ts";
import type { ServerJob } from "../runner/job.ts";
import { runQuery } from "./query.ts";

/** What is live and how it does. */
export const statusCommand = (inputs: ServerInputs, job: ServerJob): Promise<Report> =>
  runQuery(inputs, job, status, (seen) => statusReport(seen, inputs.app.name));
