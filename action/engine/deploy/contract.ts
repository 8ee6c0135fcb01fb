import type { OpenServer, ServerEffects, ServerRequest } from "../targets/server/request.ts";
import type { Cause, CauseKind } from "./deploy-error.ts";
import type { Step, StepName } from "./steps.ts";

/** All parameters of a deploy; it takes none from elsewhere. */
export interface DeployRequest extends ServerRequest {
  /** Secrets of the app's environment. undefined leaves the server's .env as it is; {} empties it. */
  readonly env?: Readonly<Record<string, string>>;
  /** Deploy even if the server runs a newer commit, or this one. */
  readonly force?: boolean;
  /** Make the plan, change nothing. */
  readonly dryRun?: boolean;
  /** Checks the repository while the server responds; an objection stops the deploy. */
  readonly inspect?: () => Promise<Objection | undefined>;
  /**
   * Called once the release is ready for traffic, before it gets any. With several servers, it waits until the release
   * is ready on all of them. If the verdict is not `passed`, the release is undone.
   */
  readonly barrier?: () => Promise<Verdict>;
}

/** The client's decision about a release, while its target waits for it. */
export type Verdict =
  | { readonly passed: true; readonly warning?: string }
  | { readonly passed: false; readonly kind: CauseKind; readonly message: string; readonly next: string };

/** Why the repository should not be deployed. */
export interface Objection {
  /** One sentence. */
  readonly problem: string;
  /** What to do about it. */
  readonly next: string;
  /** The details, one a line. */
  readonly lines: readonly string[];
}

export interface RollbackRequest extends Omit<ServerRequest, "probeSeconds">, Pick<DeployRequest, "dryRun"> {
  /** The release to roll back to; by default the last successful one before the live one. */
  readonly release?: string;
  /** Run hooks.release again in it. By default nothing runs, so migrations stay as they are. */
  readonly hooks?: boolean;
}

/** Which app a console query is about, and where it runs. */
export type AskRequest = Pick<ServerRequest, "app" | "root" | "login">;

/** Every effect that the engine may use. */
export interface Effects extends ServerEffects {
  readonly openTarget: OpenServer;
  /** Milliseconds since any fixed moment, to measure durations. */
  readonly now: () => number;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
  /** Where wheels are cached. */
  readonly cacheDir: string;
  readonly log: DeployLog;
  /** Requests the public URL from this machine. */
  readonly fetch: typeof fetch;
}

/** Where progress is written, grouped by step. Lines never contain a secret. */
export interface DeployLog {
  /** A step begins; lines until the next one belong to it. */
  step(name: StepName): void;
  line(text: string): void;
  warning(text: string): void;
  /** Ends the step that {@link step} began. */
  done(step: Step): void;
}

/**
 * How a deploy or a rollback ended. `failed`: the previous release stayed live throughout, nothing was switched;
 * `rolled-back`: the new release had traffic and the previous one is live again, or a requested rollback succeeded
 * (then `cause` is undefined); `unknown`: the connection was lost after the switch had begun, and the server completes
 * or undoes it by itself.
 */
export interface DeployResult {
  readonly status: "deployed" | "unchanged" | "rolled-back" | "failed" | "unknown";
  /** The release that this run deployed or rolled back to; "" if the run did not get that far. */
  readonly release: string;
  /** The release that was live before; "" at the first deploy. */
  readonly previousRelease: string;
  readonly commit: string;
  readonly url: string;
  readonly durationMs: number;
  /** Results of the probe requests through nginx during the switch. */
  readonly requestsSent: number;
  readonly requestsFailed: number;
  readonly longestStallMs: number;
  readonly steps: readonly Step[];
  /** Why it failed or was rolled back. */
  readonly cause: Cause | undefined;
  readonly warnings: readonly string[];
  /** How many paths differ from the previous release. */
  readonly changed: { readonly added: number; readonly changed: number; readonly removed: number };
  readonly bytesSent: number;
  /** How often the client waited for a response from the server, without the login. */
  readonly roundTrips: number;
}
