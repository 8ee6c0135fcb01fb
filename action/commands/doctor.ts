import { doctor } from "../console/doctor/doctor.ts";
import { doctorReport } from "../doctor-report.ts";
import type { ServerInputs } from "../inputs.ts";
import type { Job } from "../job.ts";
import type { Report } from "../report.ts";
import { ask } from "./ask.ts";

/** Looks for what is wrong between the runner and the site's visitors. */
export const doctorCommand = (inputs: ServerInputs, job: Job): Promise<Report> =>
  ask(
    inputs,
    job,
    (request, effects) => doctor(request, { ...effects, clock: Date.now }),
    (seen) => {
      const { lines, ...report } = doctorReport(seen, inputs.app.name);
      for (const line of lines) job.log.line(line);
      return report;
    },
  );
