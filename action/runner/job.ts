import type { AskRequest, DeployLog, Effects } from "../engine/deploy/contract.ts";
import type { ProcessRunner } from "../engine/process/run.ts";
import type { ServerRequest } from "../engine/targets/server/request.ts";
import type { Git } from "./git.ts";
import type { Runner } from "./runner.ts";
import type { Secrets } from "./secrets.ts";

/** What a command of the Action may use besides its inputs. */
export interface Job {
  readonly runner: Runner;
  readonly secrets: Secrets;
  readonly log: DeployLog;
  readonly run: ProcessRunner;
  readonly git: Git;
  /** Aborted when the job is cancelled or its timeout expires. */
  readonly signal: AbortSignal;
  /** The environment for tools and hooks: the job's, without the Action's inputs. */
  readonly env: Readonly<Record<string, string>>;
  /** Saves for the post step what to remove or close; "" if there is nothing any more. */
  readonly remember: (what: "folder" | "deployment", value: string) => void;
}

/** The same for a command that logs in to the server. */
export interface ServerJob extends Job {
  readonly request: AskRequest & Pick<ServerRequest, "runUrl" | "by">;
  readonly effects: Effects;
}
