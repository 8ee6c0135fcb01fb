import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { DeployResult } from "../action/deploy/contract.ts";
import { readEnv } from "../action/deploy/env-file.ts";
import { deployWithSetup } from "../action/deploy/setup/on-demand.ts";
import { command } from "./command.ts";
import { UsageError } from "./errors.ts";
import type { Io } from "./io.ts";
import { exitCodeOf, resultText, terminalLog } from "./progress.ts";
import { destination, effectsOf, serverFlags, whoRuns } from "./server-flags.ts";

export const deployCommand = command(
  {
    name: "deploy",
    summary: "bring the repository to its server: gated, no request dropped, taken back when bad",
    flags: [
      ...serverFlags,
      { name: "url", kind: "text", value: "URL", help: "public address to ask after the switch" },
      {
        name: "env-file",
        kind: "text",
        value: "FILE",
        help: "the app's environment on the server, as NAME=value lines",
      },
      { name: "force", kind: "boolean", help: "also if the server runs a newer commit, or this one" },
      { name: "wait", kind: "integer", range: [0, 86_400], help: "seconds to wait for another deploy (600)" },
      { name: "dry-run", kind: "boolean", help: "look and plan, change nothing" },
    ],
    examples: [
      ["create-flask-deploy deploy", "to the host that flask-deploy.yml names"],
      ["create-flask-deploy deploy --host shop.example.org --identity key --known-hosts known_hosts", "to another"],
    ],
  },
  async ({ values }, io) => {
    const { app, root, logins } = destination(values, io);
    const { url, force, wait } = values;
    const env = values["env-file"] === undefined ? undefined : readEnvFile(resolve(io.cwd, values["env-file"]));
    const results: DeployResult[] = [];
    for (const login of logins) {
      const request = {
        ...{
          app: url ? { ...app, deploy: { ...app.deploy, url } } : app,
          root,
          login,
          runUrl: whoRuns(),
          by: whoRuns(),
        },
        ...(env && { env }),
        ...(force && { force }),
        ...(wait !== undefined && { lockSeconds: wait }),
        dryRun: values["dry-run"] ?? false,
      };
      results.push(await deployWithSetup(request, effectsOf(io, terminalLog(io))));
      // One that is bad here is bad on the next server too.
      if (exitCodeOf(results.at(-1) as DeployResult) !== 0) break;
    }
    return tell(results, values.json ?? false, io);
  },
);

/** Prints one result or, of several hosts, each; gives the exit code. */
export function tell(results: readonly DeployResult[], json: boolean, io: Pick<Io, "stdout" | "stderr">): number {
  const code = Math.max(...results.map(exitCodeOf));
  if (json) io.stdout.write(`${JSON.stringify(results.length === 1 ? results[0] : results, null, 2)}\n`);
  else for (const result of results) io[result.cause ? "stderr" : "stdout"].write(`${resultText(result)}\n`);
  return code;
}

/** @throws {@link UsageError} that names the line which is wrong. */
function readEnvFile(file: string): Readonly<Record<string, string>> {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch (error) {
    throw new UsageError(`--env-file ${file} cannot be read: ${(error as Error).message}`);
  }
  const read = readEnv(text);
  if ("problem" in read) throw new UsageError(`--env-file ${file} ${read.problem}`);
  return read.env;
}
