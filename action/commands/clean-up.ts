import { tmpdir } from "node:os";
import { endGroup, getInput, getState, info, startGroup } from "@actions/core";
import { groupLog } from "../report/log-groups.ts";
import { removeCredentials } from "../runner/credentials.ts";
import { readRunner } from "../runner/runner.ts";
import { keepSecret } from "../runner/secrets.ts";

/**
 * Removes what the main step left behind, however it ended: the folder with the key, and a deployment in progress. The
 * connection is a child process of the main step and the lock is held by its server-side script, so both end with that
 * step, even if it is killed.
 */
export async function cleanUp(): Promise<void> {
  const runner = readRunner(process.env, process.platform, { temp: tmpdir(), home: "" });
  const folder = getState("folder");
  if (folder !== "") removeCredentials(runner.temp, folder);
  info(folder === "" ? "Nothing to remove" : "Removed the ssh key");
  const deployment = getState("deployment");
  if (deployment === "") return;
  const log = groupLog(
    { info, startGroup, endGroup },
    keepSecret([], () => {}),
  );
  const { closeLeftBehind } = await import("../github/follow-deploy.ts");
  await closeLeftBehind(deployment, getInput("github-token"), { runner, log });
}
