import type { DeployResult } from "../deploy/contract.ts";
import { failed } from "../deploy-report.ts";
import type { Job } from "../job.ts";
import { attempt } from "./attempt.ts";
import { openGitHub } from "./client.ts";
import { closeDeployment, openDeployment } from "./deployment.ts";

export interface Followed {
  readonly environment: string;
  readonly description: string;
  readonly token: string;
}

/** Shows a deploy or a rollback as a deployment of GitHub's; whatever goes wrong with that is no matter to the deploy. */
export interface Follower {
  /** Says that it is in progress. A rollback learns its commit from the result, so it says everything at the end. */
  begin(commit: string): void;
  end(result: DeployResult, commit: string): Promise<void>;
}

export function followDeploy({ environment, description, token }: Followed, { runner, log, secrets }: Job): Follower {
  const github = openGitHub({ token, apiUrl: runner.apiUrl, repository: runner.repository });
  const trying = <T>(act: () => Promise<T>) => attempt("deployment on GitHub", "deployments: write", log, act);
  const open = (ref: string) =>
    trying(() => openDeployment(github, { environment, description, ref, logUrl: runner.runUrl }));
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
      await trying(() => closeDeployment(github, deployment, state, said.split("\n")[0] ?? "", result.url));
    },
  };
}
