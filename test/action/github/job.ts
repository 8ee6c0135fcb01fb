import type { DeployLog } from "../../../action/engine/deploy/contract.ts";
import type { Job } from "../../../action/runner/job.ts";
import { readRunner } from "../../../action/runner/runner.ts";
import { keepSecret } from "../../../action/runner/secrets.ts";
import { GitHubStandIn } from "../../api/stand-in.ts";

/** A job of acme/shop whose GitHub is the stand-in, and all that it said. */
export interface JobOnStandIn {
  readonly api: GitHubStandIn;
  /** Lines of its log; warnings begin with "! ". */
  readonly said: string[];
  readonly job: Job;
}

export async function openJob(): Promise<JobOnStandIn> {
  const api = await GitHubStandIn.open();
  const said: string[] = [];
  const env = { GITHUB_API_URL: api.url, GITHUB_REPOSITORY: "acme/shop", GITHUB_RUN_ID: "9" };
  const line = (text: string) => void said.push(text);
  const log: DeployLog = { line, warning: (text) => line(`! ${text}`), step: () => {}, done: () => {} };
  const secrets = keepSecret(["hunter2hunter2"], () => {});
  const runner = readRunner(env, "linux", { temp: "/tmp", home: "/root" });
  return { api, said, job: { runner, secrets, log, remember: () => {} } as unknown as Job };
}
