import { resolve } from "node:path";
import { overridden } from "../../action/engine/app/overrides.ts";
import type { DeployResult } from "../../action/engine/deploy/contract.ts";
import { readEnv } from "../../action/engine/process/env-file.ts";
import { deployWithSetup } from "../../action/engine/targets/server/setup/deploy-with-setup.ts";
import { type Level, levels } from "../../action/lint/finding.ts";
import { command } from "../dispatch/command.ts";
import { UsageError } from "../dispatch/errors.ts";
import {
  deploySettingFlags,
  destination,
  effectsOf,
  readGiven,
  serverFlags,
  settingsOf,
  whoRuns,
} from "../dispatch/server-flags.ts";
import { assertTracked } from "../scaffold/tracked.ts";
import type { Io } from "../terminal/io.ts";
import { exitCodeOf, resultText, terminalLog } from "../terminal/progress.ts";
import { lintFirst } from "./lint/lint-first.ts";

export const deployCommand = command(
  {
    name: "deploy",
    summary: "deploy to the server without dropping a request; undo it if a check fails",
    flags: [
      ...serverFlags,
      ...deploySettingFlags,
      {
        name: "env-file",
        kind: "text",
        value: "FILE",
        help: "the app's environment on the server, as NAME=value lines",
      },
      {
        name: "lint-level",
        kind: "choice",
        choices: levels,
        help: "lowest severity of lint that stops the deploy [default: error]",
      },
      { name: "force", kind: "boolean", help: "deploy even if the server runs this commit or a newer one" },
      { name: "wait", kind: "integer", range: [0, 86_400], standard: 600, help: "seconds to wait for another deploy" },
      { name: "dry-run", kind: "boolean", help: "print the plan, change nothing" },
    ],
    examples: [
      ["create-flask-deploy deploy", "to the host in flask-deploy.yml"],
      [
        "create-flask-deploy deploy --host shop.example.org --identity key --known-hosts known_hosts",
        "to another host",
      ],
    ],
  },
  async ({ values }, io) => {
    const { app, root, logins } = destination(values, io);
    const { force, wait } = values;
    const lintLevel = (values["lint-level"] ?? "error") as Level;
    const env = values["env-file"] === undefined ? undefined : readEnvFile(resolve(io.cwd, values["env-file"]));
    await assertTracked(app, root, io);
    const wanted = overridden(app, settingsOf(values));
    const results: DeployResult[] = [];
    for (const login of logins) {
      const request = {
        ...{ app: wanted, root, login, runUrl: whoRuns(), by: whoRuns() },
        ...(env && { env }),
        ...(lintLevel !== "off" && { inspect: () => lintFirst(root, lintLevel) }),
        ...(force && { force }),
        ...(wait !== undefined && { lockSeconds: wait }),
        dryRun: values["dry-run"] ?? false,
      };
      const log = terminalLog(io);
      results.push(await deployWithSetup(request, effectsOf(io, log)).finally(log.stop));
      // A release that fails on one server would fail on the next one too.
      if (exitCodeOf(results.at(-1) as DeployResult) !== 0) break;
    }
    return tell(results, values.json ?? false, io);
  },
);

/** Prints one result, or that of each host; returns the exit code. */
export function tell(results: readonly DeployResult[], json: boolean, io: Pick<Io, "stdout" | "stderr">): number {
  const code = Math.max(...results.map(exitCodeOf));
  if (json) io.stdout.write(`${JSON.stringify(results.length === 1 ? results[0] : results, null, 2)}\n`);
  else for (const result of results) io[result.cause ? "stderr" : "stdout"].write(`${resultText(result)}\n`);
  return code;
}

/** @throws {@link UsageError} that names the invalid line */
function readEnvFile(file: string): Readonly<Record<string, string>> {
  const read = readEnv(readGiven("--env-file", file));
  if ("problem" in read) throw new UsageError(`--env-file ${file} ${read.problem}`);
  return read.env;
}
