import { existsSync } from "node:fs";
import { join, relative } from "node:path";
import { commitsBetween } from "../commits.ts";
import { storeCredentials } from "../credentials.ts";
import type { DeployResult, Effects, Login } from "../deploy/contract.ts";
import { realEffects } from "../deploy/effects.ts";
import { type DeployContext, deployReport } from "../deploy-report.ts";
import type { Follower } from "../github/follow-deploy.ts";
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
  const { identityFile, knownHostsFile } = storeCredentials(runner.temp, access, (folder) =>
    job.remember("folder", folder),
  );
  const { host, user, port } = access;
  const effects = realEffects({
    ...{ cacheDir: join(runner.cache, "wheels"), env: job.env, log, signal: job.signal },
  });
  const following = followed(inputs, job, `${app.name} to ${host}`);
  if (command === "deploy") following.then((follower) => follower?.begin(runner.sha));
  const result = await act({ host, user, port, identityFile, knownHostsFile }, effects);
  const { cause, previousRelease, commit } = result;
  if (cause) for (const line of [cause.traceback, ...cause.journal]) if (line) log.line(line);
  await (await following)?.end(result, commit || (result.release.split("-")[1] ?? ""));
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

/** Loaded while the deploy is under way already, and only where there is something to follow it with. */
async function followed(inputs: ServerInputs, job: Job, description: string): Promise<Follower | undefined> {
  const { githubToken: token, environment, dryRun } = inputs;
  if (token === "" || job.runner.repository === "" || dryRun) return undefined;
  const { followDeploy } = await import("../github/follow-deploy.ts");
  return followDeploy({ token, environment, description }, job);
}
