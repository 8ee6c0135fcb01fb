import type { OpenServer, ServerEffects, ServerRequest } from "../targets/server/request.ts";
import type { Cause, CauseKind } from "./deploy-error.ts";
import type { Step, StepName } from "./steps.ts";

/** Everything a deploy is told; nothing else is read from anywhere. */
export interface DeployRequest extends ServerRequest {
  /** Secrets of the app's environment. undefined leaves the server's .env as it is; {} empties it. */
  readonly env?: Readonly<Record<string, string>>;
  /** Deploy even if the server runs a newer commit, or this very one. */
  readonly force?: boolean;
  /** Look and plan, change nothing. */
  readonly dryRun?: boolean;
  /** Looks the repository over while the server is asked, and may object to the deploy. */
  readonly inspect?: () => Promise<Objection | undefined>;
  /**
   * Asked once the release is ready for traffic, before it gets any: whether all of them are, where it goes to several
   * servers. What it does not let pass is undone.
   */
  readonly barrier?: () => Promise<Verdict>;
}

/** What is thought of a release from here, while its target waits. */
export type Verdict =
  | { readonly passed: true; readonly warning?: string }
  | { readonly passed: false; readonly kind: CauseKind; readonly message: string; readonly next: string };

/** Why the repository had better not be deployed. */
export interface Objection {
  /** One sentence. */
  readonly problem: string;
  /** What to do about it. */
  readonly next: string;
  /** What it is made of, a line each. */
  readonly lines: readonly string[];
}

export interface RollbackRequest extends Omit<ServerRequest, "probeSeconds">, Pick<DeployRequest, "dryRun"> {
  /** The release to go back to; the last good one before the current when left out. */
  readonly release?: string;
  /** Run hooks.release in it once more; otherwise it stays as it was left, migrations included. */
  readonly hooks?: boolean;
}

/** Which app a question is about, and where it runs. */
export type AskRequest = Pick<ServerRequest, "app" | "root" | "login">;

/** Everything the engine may touch. */
export interface Effects extends ServerEffects {
  readonly openTarget: OpenServer;
  /** Milliseconds since any fixed moment. */
  readonly now: () => number;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
  /** Where wheels are kept from run to run. */
  readonly cacheDir: string;
  readonly log: DeployLog;
  /** Asks the public URL from here. */
  readonly fetch: typeof fetch;
}

/** Where progress goes: one group a step. Lines never hold a secret. */
export interface DeployLog {
  /** A step begins; lines until the next one belong to it. */
  step(name: StepName): void;
  line(text: string): void;
  warning(text: string): void;
  /** The step that {@link step} began is over. */
  done(step: Step): void;
}

export const deployStatuses = ["deployed", "unchanged", "rolled-back", "failed", "unknown"] as const;
export type DeployStatus = (typeof deployStatuses)[number];

/**
 * How a deploy or a rollback ended. `failed`: the old release never stopped serving, nothing was switched;
 * `rolled-back`: the new one had traffic and the old one has it again, or a rollback that was asked for happened
 * (then `cause` is undefined); `unknown`: the connection was lost once the switch had begun, and the server ends it by
 * itself, one way or the other.
 */
export interface DeployResult {
  readonly status: DeployStatus;
  /** The release that this run made, or went back to; "" when it came to none. */
  readonly release: string;
  /** What served before; "" at the first deploy. */
  readonly previousRelease: string;
  readonly commit: string;
  readonly url: string;
  readonly durationMs: number;
  /** What the prober saw through nginx across the switch. */
  readonly requestsSent: number;
  readonly requestsFailed: number;
  readonly longestStallMs: number;
  readonly steps: readonly Step[];
  /** Why it failed or went back. */
  readonly cause: Cause | undefined;
  readonly warnings: readonly string[];
  /** Paths that differ from the previous release. */
  readonly changed: { readonly added: number; readonly changed: number; readonly removed: number };
  readonly bytesSent: number;
  /** How often this side waited for an answer of the server's, the login not counted. */
  readonly roundTrips: number;
}
