import type { Cause, DeployRequest } from "../deploy/contract.ts";
import type { FileEntry } from "../deploy/files.ts";
import type { ServerPython } from "../deploy/packages/python.ts";
import type { Wheel } from "../deploy/packages/wheels.ts";
import type { DriverSettings } from "./server/driver-settings.ts";

/** What a release is, before anything of it has been sent. */
export interface Offer {
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

/** What is asked of a target. `hold`, `run`, `by` and `lockSeconds` as in the request. */
export type Ask = {
  readonly run: string | undefined;
  readonly by: string | undefined;
  readonly lockSeconds: number;
  readonly hold: DeployRequest["hold"];
  readonly settings: DriverSettings;
} & (
  | ({ readonly op: "deploy" } & Offer)
  | { readonly op: "rollback"; readonly release: string | undefined; readonly hooks: boolean }
);

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

/** What the outside thinks of a release that has traffic. */
export type Verdict =
  | { readonly keep: true; readonly warning?: string }
  | { readonly keep: false; readonly kind: Cause["kind"]; readonly message: string; readonly next: string };

/**
 * Where a release goes. The order of calls is `look`, then `act` unless it said how it ended, then `leave` whatever
 * happened. Leaving before `act` has ended undoes what was not switched yet.
 */
export interface Target {
  /** Takes the lock and says what is there, or that nothing needs to be done, or that nothing can. */
  look(ask: Ask): Promise<Inventory | Outcome>;
  /**
   * Stages, starts, gates, switches, smoke-tests; or undoes it all. `judge`, if any, decides once it has traffic:
   * it is told the target's own addresses.
   */
  act(parcel: Upload, judge?: (here: readonly string[]) => Promise<Verdict>): Promise<Outcome>;
  leave(): Promise<void>;
  /** How often this side has waited for an answer; bytes of files and wheels sent. */
  readonly cost: { readonly roundTrips: number; readonly bytesSent: number };
}
