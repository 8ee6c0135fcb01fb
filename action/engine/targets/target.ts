import * as v from "valibot";
import { type Cause, causeKinds } from "../deploy/deploy-error.ts";
import type { FileEntry, Source } from "../deploy/files.ts";
import { serverPython } from "../deploy/packages/python.ts";
import type { Wheel } from "../deploy/packages/wheels.ts";
import { type StepName, stepNames } from "../deploy/steps.ts";

/** A new release, before anything of it has been sent. */
export interface NewRelease extends Omit<Source, "dirty"> {
  readonly op: "deploy";
  readonly fingerprint: string;
  /** Key of all its packages; their environment is named by it and by the target's Python. */
  readonly lock: string;
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
export const inventory = v.object({
  t: v.literal("inventory"),
  previous: v.string(),
  previousCommit: v.string(),
  /** Indices into the offered files. */
  missing: v.array(v.number()),
  changed: v.object({ added: v.number(), changed: v.number(), removed: v.number() }),
  /** Whether the environment of the lock is there. */
  venv: v.boolean(),
  python: serverPython,
  /** Names that no new release can have. */
  releases: v.array(v.string()),
});
export type Inventory = v.InferOutput<typeof inventory> & {
  /** Path of that Python where it is one of this machine, which no message of another may say. */
  readonly interpreter?: string;
};

/** How it ended, as the target tells it. */
export const outcome = v.object({
  t: v.literal("outcome"),
  status: v.picklist(["deployed", "unchanged", "rolled-back", "failed"]),
  release: v.string(),
  previous: v.string(),
  prober: v.object({ sent: v.number(), failed: v.number(), stallMs: v.number() }),
  cause: v.nullable(
    v.object({
      kind: v.picklist(causeKinds),
      step: v.picklist(stepNames),
      message: v.string(),
      next: v.string(),
      journal: v.array(v.string()),
      unit: v.string(),
    }),
  ),
});
export type Outcome = v.InferOutput<typeof outcome>;

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
export const gated = v.object({ t: v.literal("gated") });
export type Gated = v.InferOutput<typeof gated>;

/** It has the traffic, and the target's own smoke test passed. */
export const smoked = v.object({
  t: v.literal("smoked"),
  /** Where the target can be reached. */
  addresses: v.array(v.string()),
});
export type Smoked = v.InferOutput<typeof smoked>;

/** Where a target can wait for a word of this side. */
export type Stop = (Gated | Smoked)["t"];

/** Why a release is taken back, by whoever looks at it from here. */
export type UndoReason = Pick<Cause, "step" | "kind" | "message" | "next">;

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

/** How a target is opened; what its kind has to be told, and what it may touch, is its own. */
export type OpenTarget<Request, Effects, Opened extends Target = Target> = (
  request: Request,
  effects: Effects,
  progress: Progress,
) => Opened;
