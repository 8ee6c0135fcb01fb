import type { Annotation, Report } from "../report/report.ts";
import type { Event } from "../runner/event.ts";
import type { Job } from "../runner/job.ts";
import { bestEffort } from "./best-effort.ts";
import { makeCheckRun } from "./check-run.ts";
import { openForJob } from "./client.ts";
import { keepComment } from "./comment.ts";

export interface Told {
  readonly report: Report;
  /** All annotations, not only the ten of a kind that GitHub shows for a step. */
  readonly annotations: readonly Annotation[];
  /** The linted folder, "" for the root. */
  readonly folder: string;
  readonly token: string;
  readonly event: Event;
}

/**
 * Shows the findings as the workflow's permissions allow: in a check run, with all of them at their lines, and in one
 * comment.
 * @returns the report without what the check run already shows
 */
export async function tellPullRequest({ report, annotations, folder, token, event }: Told, job: Job): Promise<Report> {
  const { runner, secrets, log } = job;
  const github = openForJob(runner, token);
  const name = folder ? `flask-deploy lint (${folder})` : "flask-deploy lint";
  const summary = secrets.hide(report.summary);
  const found = Number(report.outputs.findings) > 0;
  const conclusion = report.failure === undefined ? (found ? "neutral" : "success") : "failure";
  const { pull, head } = event;
  const checked =
    head !== "" &&
    (await bestEffort("check run", "checks: write", log, async () => {
      const title = summary.split("\n")[0]?.replace(/^\W+/, "") ?? name;
      await makeCheckRun(github, { name, head, conclusion, title, summary, annotations, detailsUrl: runner.runUrl });
      return true;
    }));
  if (pull !== undefined)
    await bestEffort("comment on the pull request", "pull-requests: write", log, () =>
      keepComment(github, pull, name, summary, found),
    );
  return checked ? { ...report, annotations: [] } : report;
}
