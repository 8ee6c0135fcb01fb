import { doctor } from "../engine/console/doctor/doctor.ts";
import type { ServerInputs } from "../inputs/inputs.ts";
import { doctorReport } from "../report/doctor.ts";
import type { Report } from "../report/report.ts";
import type { ServerJob } from "../runner/job.ts";
import { runQuery } from "./query.ts";

/** Runs doctor's checks between the runner and the site's visitors. */
export const doctorCommand = (inputs: ServerInputs, job: ServerJob): Promise<Report> =>
  runQuery(
    inputs,
    job,
    (request, effects) => doctor(request, { ...effects, clock: Date.now }),
    (seen) => doctorReport(seen, inputs.app.name),
  );
