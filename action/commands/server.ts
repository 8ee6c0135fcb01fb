import { existsSync } from "node:fs";
import { join } from "node:path";
import type { App } from "../engine/app/app.ts";
import { canonicalName } from "../engine/app/names.ts";
import type { DeployResult } from "../engine/deploy/contract.ts";
import { listenPort, readNginx } from "../engine/targets/server/driver-settings.ts";
import type { Follower } from "../github/follow-deploy.ts";
import type { ServerInputs } from "../inputs/inputs.ts";
import { connectionLost } from "../report/deploy/connection-lost.ts";
import { deployReport } from "../report/deploy/deploy.ts";
import { type DeployContext, endsOf } from "../report/deploy/summary.ts";
import type { Report } from "../report/report.ts";
import { commitsBetween } from "../runner/commits.ts";
import type { Job } from "../runner/job.ts";

/** What a deploy and a rollback need alike: a deployment on GitHub, and the report of what came of it. */
export async function runRelease(
  command: DeployContext["command"],
  inputs: ServerInputs,
  job: Job,
  act: () => Promise<DeployResult>,
): Promise<Report> {
  const { app, directory, folder } = inputs;
  const { runner, log } = job;
  const following = followed(inputs, job, `${app.name} to ${inputs.access.host}`);
  if (command === "deploy") following.then((follower) => follower?.begin(runner.sha));
  const outcome = await act();
  const lost = connectionLost(outcome.cause?.ssh, outcome.cause?.message ?? "", inputs.access);
  const result = {
    ...outcome,
    ...(outcome.cause && lost && { cause: { ...outcome.cause, ...lost } }),
    url: outcome.url || siteUrl(app, inputs.access.host, listenPort(readNginx(directory))),
  };
  const { cause } = result;
  if (cause) for (const line of [cause.traceback, ...cause.journal]) if (line) log.line(line);
  const [before, after] = endsOf(result);
  await (await following)?.end(result, after);
  const [from, to] = command === "rollback" ? [after, before] : [before, after];
  return deployReport(result, {
    command,
    app: app.name,
    dryRun: inputs.dryRun,
    actor: runner.actor,
    repositoryUrl: runner.repository ? `${runner.serverUrl}/${runner.repository}` : "",
    folder,
    changes: await commitsBetween(job.git, directory, from, to),
    exists: (file) => existsSync(join(directory, file)),
  });
}

/** Imported while the deploy is already running, and only if there is a token. */
async function followed(inputs: ServerInputs, job: Job, description: string): Promise<Follower | undefined> {
  const { githubToken: token, environment, dryRun } = inputs;
  if (token === "" || job.runner.repository === "" || dryRun) return undefined;
  const { followDeploy } = await import("../github/follow-deploy.ts");
  return followDeploy({ token, environment, description }, job);
}

/**
 * The site's URL for visitors, as far as the configuration has it: without a domain, that of the server.
 *
 * @param port the port that nginx listens on for plain HTTP
 */
export function siteUrl({ domain, tls }: Pick<App, "domain" | "tls">, host: string, port: number): string {
  const canonical = canonicalName(domain);
  const name = canonical !== "_" ? canonical : host.includes(":") && !host.startsWith("[") ? `[${host}]` : host;
  return tls === "none" ? `http://${name}${port === 80 ? "" : `:${port}`}/` : `https://${name}/`;
}
