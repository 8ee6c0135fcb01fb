import { deployWithSetup } from "../engine/targets/server/setup/deploy-with-setup.ts";
import type { ServerInputs } from "../inputs/inputs.ts";
import type { Report } from "../report/report.ts";
import type { ServerJob } from "../runner/job.ts";
import { runRelease } from "./server.ts";

/**
 * The site is live when the probe requests begin, so a job can take longer than a terminal to trust it: a release that
 * dies within its first moments fails the job, instead of leaving a green job and a release that the server has rolled
 * back.
 */
const PROBE_SECONDS = 2;

/** Lints, then deploys unless a finding fails the job. */
export async function deployCommand(inputs: ServerInputs, job: ServerJob): Promise<Report> {
  const findings = inputs.lintLevel === "off" ? undefined : await lintFirst(inputs, job);
  if (findings?.failure !== undefined)
    return { ...findings, failure: `Not deployed: ${findings.failure}. \`lint-level: off\` deploys anyway.` };
  const { env, force, dryRun } = inputs;
  const request = { ...job.request, force, dryRun, probeSeconds: PROBE_SECONDS, ...(env && { env }) };
  const report = await runRelease("deploy", inputs, job, () => deployWithSetup(request, job.effects));
  return {
    ...report,
    outputs: { ...report.outputs, findings: findings?.outputs.findings ?? "" },
    annotations: [...report.annotations, ...(findings?.annotations ?? [])],
  };
}

/** Imports the linter only here, since most commands do not need it. */
async function lintFirst(inputs: ServerInputs, job: ServerJob): Promise<Report> {
  const { lintCommand } = await import("./lint.ts");
  return lintCommand(inputs, job);
}
