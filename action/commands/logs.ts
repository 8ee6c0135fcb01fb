import { type LogLine, logs } from "../engine/console/logs/logs.ts";
import { unusable } from "../engine/deploy/deploy-error.ts";
import { processManagers } from "../engine/kinds/index.ts";
import type { ServerInputs } from "../inputs/inputs.ts";
import { logsReport, logText } from "../report/logs.ts";
import type { Report } from "../report/report.ts";
import type { ServerJob } from "../runner/job.ts";
import { runQuery } from "./query.ts";

/** The logs of the app, its process manager and nginx: all lines go to the job's log, the last ones to the summary. */
export function logsCommand(inputs: ServerInputs, job: ServerJob): Promise<Report> {
  const { app, release, consoleInputs } = inputs;
  const query = { ...consoleInputs.log, release, follow: false };
  const seen: LogLine[] = [];
  return runQuery(
    inputs,
    job,
    async (request, effects) => {
      const { oneLog } = processManagers[app.processManager];
      if (release && oneLog) throw unusable(oneLog, "Omit `release`, and use `since`.");
      await logs(request, effects, query, (line) => {
        seen.push(line);
        // The job's log removes whatever the runner would execute as a command.
        job.log.line(logText(line));
      });
      return seen;
    },
    (lines) => logsReport(lines, { app: app.name, release, grep: query.grep }),
  );
}
