import { existsSync } from "node:fs";
import { join, relative } from "node:path";
import { commitsBetween } from "../commits.ts";
import { storeCredentials } from "../credentials.ts";
import type { DeployResult, Effects, Login } from "../deploy/contract.ts";
import { realEffects } from "../deploy/effects.ts";
import { type DeployContext, deployReport } from "../deploy-report.ts";
import type { ServerInputs } from "../inputs.ts";
import type { Job } from "../job.ts";
import type { Report } from "../report.ts";

/** What a deploy and a rollback need alike: the way in, the effects, and the report of what came of it. */
export async function onServer(
  command: DeployContext["command"],
  inputs: ServerInputs,
  job: Job,
  act: (login: Login, effects: Effects) => Promise<DeployResult>,
): Promise<Report> {
  const { access, app, directory } = inputs;
  const { runner, log } = job;
  const { identityFile, knownHostsFile } = storeCredentials(runner.temp, access, job.remember);
  const { host, user, port } = access;
  const effects = realEffects({
    ...{ cacheDir: join(runner.cache, "wheels"), env: job.env, log, signal: job.signal },
  });
  const result = await act({ host, user, port, identityFile, knownHostsFile }, effects);
  const { cause, previousRelease, commit } = result;
  if (cause) for (const line of [cause.traceback, ...cause.journal]) if (line) log.line(line);
  const before = previousRelease.split("-")[1] ?? "";
  return deployReport(result, {
    command,
    app: app.name,
    dryRun: inputs.dryRun,
    actor: runner.actor,
    repositoryUrl: runner.repository ? `${runner.serverUrl}/${runner.repository}` : "",
    folder: relative(runner.workspace, directory),
    changes: before && commit ? await commitsBetween(job.run, directory, before, commit) : undefined,
    exists: (file) => existsSync(join(directory, file)),
  });
}
