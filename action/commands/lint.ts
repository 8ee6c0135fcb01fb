import { existsSync } from "node:fs";
import { join, relative } from "node:path";
import { type App, appFile } from "../app/app.ts";
import { baseOf, changedSince } from "../changed-lines.ts";
import { readConfig } from "../config.ts";
import type { Common } from "../inputs.ts";
import type { Job } from "../job.ts";
import { lint } from "../lint/engine.ts";
import { type ReportedFinding, reportOf } from "../lint/report.ts";
import { type LintContext, lintReport, mostImportantFirst } from "../lint-report.ts";
import type { Report } from "../report.ts";
import { repositoryFiles } from "../repository-files.ts";

/** Lints the app's folder: each finding in the log, the most important ones at their lines, all in the summary. */
export async function lintCommand(inputs: Common & { readonly app?: App }, job: Job): Promise<Report> {
  const { directory, lintLevel } = inputs;
  const { runner, run, log } = job;
  const config = join(directory, appFile);
  const app = inputs.app ?? (existsSync(config) ? readConfig(config, runner.workspace) : undefined);
  const { files, paths, unread } = repositoryFiles(directory);
  for (const { path, reason } of unread) log.warning(`${path} was not read: ${reason}`);
  const { findings: found } = lint(files, {
    paths,
    ...(app && { app, rules: app.lint.rules, ignore: app.lint.ignore }),
    ...(app?.nginxVersion && { nginxVersion: app.nginxVersion }),
  });
  const { findings } = reportOf(found);
  const context: LintContext = {
    level: lintLevel,
    folder: relative(runner.workspace, directory),
    files: files.length,
    changed: findings.length > 0 ? await changedSince(run, directory, baseOf(runner.eventFile)) : undefined,
    blobUrl: runner.repository && runner.sha ? `${runner.serverUrl}/${runner.repository}/blob/${runner.sha}` : "",
  };
  for (const finding of mostImportantFirst(findings, context)) log.line(logLine(finding));
  log.line(`${files.length} files, ${findings.length} findings`);
  return lintReport(findings, context);
}

const logLine = ({ file, line, column, severity, rule, message }: ReportedFinding) =>
  `${file}:${line}:${column}: ${severity} ${rule}: ${message}`;
