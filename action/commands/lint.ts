import { diskAt } from "../engine/process/disk.ts";
import type { Common, Inputs } from "../inputs/inputs.ts";
import { lint } from "../lint/engine.ts";
import { collect } from "../lint/files/collect.ts";
import { type ReportedFinding, reportOf } from "../lint/report.ts";
import { annotation, type LintContext, lintReport, mostImportantFirst } from "../report/lint.ts";
import type { Report } from "../report/report.ts";
import { type ChangedLines, changedSince } from "../runner/changed-lines.ts";
import { type Event, readEvent } from "../runner/event.ts";
import type { Job } from "../runner/job.ts";

/** Lints the app's folder: findings go to the log, the most important to their lines, all of them to the summary. */
export async function lintCommand(inputs: Inputs, job: Job): Promise<Report> {
  const { app, directory, folder, lintLevel } = inputs;
  const { runner, log } = job;
  const { files, paths, links, unread } = collect(diskAt(directory));
  for (const { path, reason } of unread) log.warning(`${path} was not read: ${reason}`);
  const { findings: found, project } = lint(files, {
    paths,
    links,
    ...(app && { app, rules: app.lint.rules, ignore: app.lint.ignore }),
    ...(app?.nginxVersion && { nginxVersion: app.nginxVersion }),
  });
  const { findings } = reportOf(found);
  const event = readEvent(runner.eventFile);
  const context: LintContext = {
    level: lintLevel,
    folder,
    files: project.sources.length,
    changed: findings.length > 0 ? await changedLines(event, inputs, job) : undefined,
    blobUrl: runner.repository && runner.sha ? `${runner.serverUrl}/${runner.repository}/blob/${runner.sha}` : "",
  };
  const sorted = mostImportantFirst(findings, context);
  for (const finding of sorted) log.line(logLine(finding));
  const strange = files.length - project.sources.length;
  log.line(`${files.length} files read, ${strange} not recognised, ${findings.length} findings`);
  const report = lintReport(findings, context);
  if (!reachesGitHub(event, inputs, job)) return report;
  const { tellPullRequest } = await import("../github/pull-request.ts");
  const annotations = sorted.map((finding) => annotation(finding, context));
  return tellPullRequest({ report, annotations, folder, token: inputs.githubToken, event }, job);
}

const logLine = ({ file, line, column, severity, rule, message }: ReportedFinding) =>
  `${file}:${line}:${column}: ${severity} ${rule}: ${message}`;

const reachesGitHub = (event: Event, { githubToken }: Common, { runner }: Job) =>
  githubToken !== "" && runner.repository !== "" && (event.pull !== undefined || event.head !== "");

/** From git if the checkout reaches back to the base; otherwise from GitHub, since checkouts are shallow by default. */
async function changedLines(event: Event, inputs: Common, job: Job): Promise<ChangedLines | undefined> {
  const local = await changedSince(job.git, inputs.directory, event.base);
  if (local || event.pull === undefined || !reachesGitHub(event, inputs, job)) return local;
  const { changedInPull } = await import("../github/changed-in-pull.ts");
  return changedInPull(event.pull, inputs.githubToken, job);
}
