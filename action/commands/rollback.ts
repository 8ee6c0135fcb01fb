import { rollback } from "../engine/deploy/deploy.ts";
import type { ServerInputs } from "../inputs/inputs.ts";
import type { Report } from "../report/report.ts";
import type { Job } from "../runner/job.ts";
import { runRelease } from "./server.ts";

/** Goes back to a former release. */
export function rollbackCommand(inputs: ServerInputs, job: Job): Promise<Report> {
  const { app, directory, release, hooks, dryRun } = inputs;
  return runRelease("rollback", inputs, job, (login, effects) =>
    rollback(
      {
        ...{ app, root: directory, login, hooks, dryRun },
        ...(job.runner.runUrl && { runUrl: job.runner.runUrl }),
        ...(job.runner.actor && { by: job.runner.actor }),
        ...(release && { release }),
      },
      effects,
    ),
  );
}
