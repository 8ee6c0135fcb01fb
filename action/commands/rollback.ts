import { rollback } from "../deploy/deploy.ts";
import type { ServerInputs } from "../inputs.ts";
import type { Job } from "../job.ts";
import type { Report } from "../report.ts";
import { onServer } from "./server.ts";

/** Goes back to a former release. */
export function rollbackCommand(inputs: ServerInputs, job: Job): Promise<Report> {
  const { app, directory, release, hooks, dryRun } = inputs;
  return onServer("rollback", inputs, job, (login, effects) =>
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
