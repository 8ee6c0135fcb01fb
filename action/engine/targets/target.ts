import type { App } from "../app/app.ts";
import type { Cause } from "../deploy/deploy-error.ts";
import type { FileEntry } from "../deploy/files.ts";
import type { ServerPython } from "../deploy/packages/python.ts";
import type { Wheel } from "../deploy/packages/wheels.ts";
import type { StepName } from "../deploy/steps.ts";
import type { ProcessRunner } from "../process/run.ts";
import type { Login } from "./login.ts";

/** A new release, before anything of it has been sent. */
export interface NewRelease {
  readonly op: "deploy";
  readonly commit: string;
  readonly commitAt: number;
  readonly fingerprint: string;
  /** Key of all its packages; their environment is named by it and by the target's Python. */
  readonly lock: string;
  readonly files: readonly FileEntry[];
  readonly force: boolean;
  /** sha256 of the environment's text; undefined leaves the target's as it is. */
  readonly envDigest: string | undefined;
}

/** A release that the target has already, by its id; the last good one before the current when that is left out. */
export interface FormerRelease {
  readonly op: "rollback";
  readonly release: string | undefined;
  /** Whether hooks.release runs in it once more. */
  readonly hooks: boolean;
}

/** What is to get the traffic. */
export type Offer = NewRelease | FormerRelease;

/** What a target has, and hence what it lacks. Nobody else may change it from now on. */
export interface Inventory {
  readonly t: "inventory";
  readonly previous: string;
  readonly previousCommit: string;
  /** Indices into the offered files. */
  readonly missing: readonly number[];
  readonly changed: { readonly added: number; readonly changed: number; readonly removed: number };
  /** Whether the environment of the lock is there. */
  readonly venv: boolean;
  readonly python: ServerPython;
  /** Names that no new release can have. */
  readonly releases: readonly string[];
}

/** How it ended, as the target tells it. */
export interface Outcome {
  readonly t: "outcome";
  readonly status: "deployed" | "unchanged" | "rolled-back" | "failed";
  readonly release: string;
  readonly previous: string;
  readonly prober: { readonly sent: number; readonly failed: number; readonly stallMs: number };
  readonly cause: Omit<Cause, "traceback"> | null;
}

/** What the target lacks. */
export interface Upload {
  /** Name of the new release; of a rollback "". */
  readonly release: string;
  readonly root: string;
  readonly files: readonly FileEntry[];
  readonly wheels: readonly Wheel[];
  readonly env: string | undefined;
}

/** The release is ready for traffic and has none. */
export interface Gated {
  readonly t: "gated";
}

/** It has the traffic, and the target's own smoke test passed. */
export interface Smoked {
  readonly t: "smoked";
  /** Where the target can be reached. */
  readonly addresses: readonly string[];
}

/** Where a target can wait for a word of this side. */
export type Stop = (Gated | Smoked)["t"];

/** Why a release is taken back, by whoever looks at it from here. */
export interface UndoReason {
  readonly step: StepName;
  readonly kind: Cause["kind"];
  readonly message: string;
  readonly next: string;
}

/**
 * Where a release goes. The order of calls is `offer`, then `stage` unless it said how it ended, then at each stop either
 * `resume` or `undo`, then `leave` whatever happened. Leaving before the switch undoes what was done.
 */
export interface Target {
  /** Takes the lock and says what is there, or that nothing needs to be done, or that nothing can. */
  offer(offer: Offer): Promise<Inventory | Outcome>;
  /**
   * Stages, starts, gates, switches, smoke-tests; or undoes it all. It waits at `stops` alone: a round trip each.
   */
  stage(upload: Upload, stops: readonly Stop[]): Promise<Gated | Smoked | Outcome>;
  /** Goes on from a stop. */
  resume(): Promise<Smoked | Outcome>;
  /** Takes it all back at a stop. */
  undo(reason: UndoReason): Promise<Outcome>;
  leave(): Promise<void>;
  /** How often this side has waited for an answer; bytes of files and wheels sent. */
  readonly cost: { readonly roundTrips: number; readonly bytesSent: number };
}

/** Progress on the target, as it happens. */
export interface Progress {
  begin(step: StepName): void;
  end(step: StepName, ms: number, detail: string): void;
  line(text: string): void;
  warning(text: string): void;
}

/** What a target is told before anything is offered to it. */
export interface TargetRequest {
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

/** What a target may touch. */
export interface TargetEffects {
  readonly run: ProcessRunner;
  /** The environment of programs that run here; never sent to the server. */
  readonly env: Readonly<Record<string, string>>;
  /** Addresses of a name; none when it does not resolve. */
  readonly resolve: (name: string) => Promise<readonly string[]>;
  /** Aborting undoes what has not been switched yet. */
  readonly signal?: AbortSignal;
}

export type OpenTarget = (request: TargetRequest, effects: TargetEffects, progress: Progress) => Target;
