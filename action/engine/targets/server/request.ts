import type { App } from "../../app/app.ts";
import type { StepName } from "../../deploy/steps.ts";
import type { ProcessRunner } from "../../process/run.ts";
import type { OpenTarget } from "../target.ts";
import type { Login } from "./login.ts";

/** What a server is told, as a target, before anything is offered to it. */
export interface ServerRequest {
  readonly app: App;
  /** The repository's root on this machine. */
  readonly root: string;
  readonly login: Login;
  /** Where this run can be watched; shown to whoever waits for the lock. */
  readonly runUrl?: string;
  /** Who deploys, for the server's journal: an account on GitHub, or somebody in a terminal. */
  readonly by?: string;
  /** Seconds to wait for another deploy to finish (600); 0 gives up at once. */
  readonly lockSeconds?: number;
  /** Seconds that the prober goes on at least after the switch; flask-deploy.yml may ask for more. */
  readonly probeSeconds?: number;
  /** For tests of faults: the server's side pauses at the start of a step, and gives up on a silent deployer sooner. */
  readonly hold?: { readonly step: StepName; readonly ms: number; readonly silenceMs?: number };
}

/** What may be touched to reach it. */
export interface ServerEffects {
  readonly run: ProcessRunner;
  /** The environment of programs that run here; never sent to the server. */
  readonly env: Readonly<Record<string, string>>;
  /** Addresses of a name; none when it does not resolve. */
  readonly resolve: (name: string) => Promise<readonly string[]>;
  /** Aborting undoes what has not been switched yet. */
  readonly signal?: AbortSignal | undefined;
}

export type OpenServer = OpenTarget<ServerRequest, ServerEffects>;
