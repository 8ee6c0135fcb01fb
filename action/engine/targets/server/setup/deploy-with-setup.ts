import type { DeployRequest, DeployResult, Effects } from "../../../deploy/contract.ts";
import { deploy } from "../../../deploy/deploy.ts";
import { connect } from "../ssh.ts";
import { desiredStateOf } from "./desired-state-of-app.ts";
import { setUp } from "./setup.ts";

/**
 * A deploy that makes its server ready first where flask-deploy.yml says `setup: auto` and the server lacks something
 * that setup brings. A server that is ready pays nothing for it: what it lacks is told by the deploy itself.
 * Never throws, as {@link deploy}.
 */
export async function deployWithSetup(request: DeployRequest, effects: Effects): Promise<DeployResult> {
  const result = await deploy(request, effects);
  const { app, root, login, dryRun } = request;
  const isWanted = app.deploy.setup === "auto" && result.cause?.kind === "setup" && !dryRun;
  if (!isWanted) return result;
  const { log, run, signal } = effects;
  log.line(`${result.cause?.message}: setting ${login.host} up`);
  const connection = await connect({ ...login, run });
  try {
    const wish = desiredStateOf({ ...app, deploy: { user: login.user } }, root, { keys: [], allowConfig: undefined });
    const { warnings } = await setUp(wish, connection, { onStep: ({ title }) => log.line(title), signal });
    for (const warning of warnings) log.warning(warning);
  } catch (error) {
    const next = `${result.cause?.next ?? ""}\nSetting it up from here failed: ${(error as Error).message}`.trim();
    return { ...result, cause: result.cause && { ...result.cause, next } };
  } finally {
    await connection.close();
  }
  return deploy(request, effects);
}
