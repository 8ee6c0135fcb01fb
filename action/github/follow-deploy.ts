import type { DeployResult } from "../engine/deploy/contract.ts";
import { failed } from "../report/deploy/deploy.ts";
import type { Job } from "../runner/job.ts";
import { bestEffort } from "./best-effort.ts";
import { openForJob } from "./client.ts";
import { closeDeployment, isRecorded, openDeployment } from "./deployment.ts";

export interface Followed {
  readonly environment: string;
  readonly description: string;
  readonly token: string;
}

/** Shows a deploy or a rollback as a deployment on GitHub; errors in doing so do not affect the deploy. */
export interface Follower {
  /** Sets it to in progress. A rollback learns its commit from the result, so everything happens in `end`. */
  begin(commit: string): void;
  end(result: DeployResult, commit: string): Promise<void>;
}

export function followDeploy({ environment, description, token }: Followed, job: Job): Follower {
  const { runner, log, secrets, remember } = job;
  const github = openForJob(runner, token);
  const trying = <T>(act: () => Promise<T>) => bestEffort("deployment on GitHub", "deployments: write", log, act);
  const open = async (ref: string) => {
    const plan = { environment, description, ref, logUrl: runner.runUrl };
    const deployment = await trying(async () =>
      (await isRecorded(github, plan)) ? undefined : openDeployment(github, plan),
    );
    if (deployment) remember("deployment", JSON.stringify(deployment));
    return deployment;
  };
  let opening: ReturnType<typeof open> | undefined;
  return {
    begin(commit) {
      opening = open(commit);
    },
    async end(result, commit) {
      const deployment = await (opening ?? open(commit));
      if (!deployment) return;
      const state = failed(result) ? "failure" : "success";
      const said = result.cause ? secrets.hide(result.cause.message) : result.release;
      const closed = await trying(() =>
        closeDeployment(github, deployment, state, said.split("\n")[0] ?? "", result.url),
      );
      if (closed) remember("deployment", "");
    },
  };
}

/** Closes a deployment that a killed main step left in progress. @param remembered the deployment as JSON */
export async function closeLeftBehind(
  remembered: string,
  token: string,
  { runner, log }: Pick<Job, "runner" | "log">,
): Promise<void> {
  const github = openForJob(runner, token);
  await bestEffort("deployment on GitHub", "deployments: write", log, () =>
    closeDeployment(github, JSON.parse(remembered), "failure", "the job ended before the deploy finished", ""),
  );
}
