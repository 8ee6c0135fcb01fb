import { homedir, tmpdir } from "node:os";
import { join } from "node:path";
import { endGroup, getInput, info, saveState, setSecret, startGroup } from "@actions/core";
import { getExecOutput } from "@actions/exec";
import { AppError } from "./engine/app/app.ts";
import type { DeployLog } from "./engine/deploy/contract.ts";
import { runProcess } from "./engine/process/run.ts";
import { readConfig } from "./inputs/config.ts";
import { InputError } from "./inputs/input-reader.ts";
import { type Inputs, readInputs, secretInputs } from "./inputs/inputs.ts";
import { lackingPrograms, osRelease } from "./inputs/programs.ts";
import { inputReport } from "./report/inputs.ts";
import { groupLog } from "./report/log-groups.ts";
import { publish, type Report } from "./report/report.ts";
import { cancellation } from "./runner/cancellation.ts";
import { gitBy } from "./runner/git.ts";
import type { Job } from "./runner/job.ts";
import { type Runner, readRunner } from "./runner/runner.ts";
import { keepSecret, type Secrets } from "./runner/secrets.ts";

/** The whole Action: inputs → command → report. */
export async function run(): Promise<void> {
  const runner = readRunner(process.env, process.platform, { temp: tmpdir(), home: homedir() });
  const secrets = keepSecret(secretInputs(getInput), setSecret);
  const log = groupLog({ info, startGroup, endGroup }, secrets);
  const report = await attempt(runner, secrets, log).catch((error) => {
    if (error instanceof InputError) return inputReport(error);
    if (error instanceof AppError) return inputReport(new InputError([error.message]));
    throw error;
  });
  await publish(report, secrets);
}

async function attempt(runner: Runner, secrets: Secrets, log: DeployLog): Promise<Report> {
  const inputs = readInputs(getInput, runner, (path) => readConfig(path, runner.workspace));
  const lacking = lackingPrograms(inputs.command, process.env.PATH ?? "", osRelease());
  if (lacking) throw new InputError([lacking]);
  const signal = cancellation(process, inputs.timeoutSeconds, log.line);
  const env = withoutInputs();
  const git = gitBy(getExecOutput, env);
  return perform(inputs, { runner, secrets, log, run: runProcess, git, signal, env, remember: saveState });
}

/** Each command, and the way in to a server, is a chunk of its own, so that a deploy does not load what only others need. */
async function perform(inputs: Inputs, job: Job): Promise<Report> {
  if (inputs.command === "lint") {
    info("Lint");
    // For later steps of the job: findings that `create-flask-deploy lint` prints there become annotations too.
    info(`::add-matcher::${join(import.meta.dirname, "../action/runner/problem-matcher.json")}`);
    return (await import("./commands/lint.ts")).lintCommand(inputs, job);
  }
  const { command, app, access, consoleInputs } = inputs;
  const onServer = (await import("./inputs/server-access.ts")).withServer(inputs, job);
  const site = `${app.name} on ${access.host}`;
  switch (command) {
    case "deploy":
      info(`Deploy ${app.name} to ${access.host}`);
      return (await import("./commands/deploy.ts")).deployCommand(inputs, onServer);
    case "rollback":
      info(`Roll back ${site}`);
      return (await import("./commands/rollback.ts")).rollbackCommand(inputs, onServer);
    case "status":
      info(`Status of ${site}`);
      return (await import("./commands/status.ts")).statusCommand(inputs, onServer);
    case "logs":
      info(`Logs of ${site}`);
      return (await import("./commands/logs.ts")).logsCommand(inputs, onServer);
    case "doctor":
      info(`Doctor of ${site}`);
      return (await import("./commands/doctor.ts")).doctorCommand(inputs, onServer);
    case "maintenance":
      info(`Maintenance of ${site}: ${consoleInputs.maintenance}`);
      return (await import("./commands/maintenance.ts")).maintenanceCommand(inputs, onServer);
  }
}

/**
 * Removes the inputs from the environment, and the variables that only actions get, so that neither ssh nor a build
 * hook inherits the key or the runner's own tokens. In a container the checkout belongs to another user than the
 * step's, and git refuses to read it without `safe.directory`.
 */
function withoutInputs(): Readonly<Record<string, string>> {
  for (const name of Object.keys(process.env)) if (/^(INPUT|STATE|ACTIONS)_/.test(name)) delete process.env[name];
  if (process.env.GIT_CONFIG_COUNT === undefined)
    Object.assign(process.env, { GIT_CONFIG_COUNT: "1", GIT_CONFIG_KEY_0: "safe.directory", GIT_CONFIG_VALUE_0: "*" });
  return { ...process.env } as Record<string, string>;
}
