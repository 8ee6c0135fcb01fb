import type { SshFailure } from "../targets/server/ssh-error.ts";
import type { StepName } from "./steps.ts";

export const causeKinds = [
  /** The release itself: it does not start, answers wrongly, a hook or a build fails. */
  "app",
  /** Between here and there: DNS, TLS, refused, timeout, ssh, disk, memory. */
  "infrastructure",
  /** What was asked makes no sense here: no such release, an older commit, a bad path. */
  "usage",
  /** The server lacks something that `setup` brings. */
  "setup",
  /** Someone else deploys right now. */
  "locked",
  /** This run was told to stop. */
  "cancelled",
] as const;
export type CauseKind = (typeof causeKinds)[number];

/** Where to look, in words. */
export const causeSources: Readonly<Record<CauseKind, string>> = {
  app: "the app",
  infrastructure: "the machines or the network",
  usage: "the request",
  setup: "the server's setup",
  locked: "another deploy",
  cancelled: "a cancelled run",
};

export interface Cause {
  readonly kind: CauseKind;
  /** The step that failed. */
  readonly step: StepName;
  /** What failed, in one line. */
  readonly message: string;
  /** What to do about it; "" when the message says it. */
  readonly next: string;
  /** The app's own traceback, "" when it left none. */
  readonly traceback: string;
  /** Last journal lines of the failed instance, oldest first. */
  readonly journal: readonly string[];
  /** State of its unit, as the process manager words it. */
  readonly unit: string;
  /** What the connection died of, where it did. */
  readonly ssh?: SshFailure;
}

/** A step failed on this side for a reason that a person can act on. */
export class DeployError extends Error {
  override name = "DeployError";
  readonly kind: CauseKind;
  readonly step: StepName;
  /** What to do about it. */
  readonly next: string;
  /** What the connection died of, where it did. */
  readonly ssh: SshFailure | undefined;
  constructor(kind: CauseKind, step: StepName, message: string, next = "", ssh?: SshFailure) {
    super(message);
    this.kind = kind;
    this.step = step;
    this.next = next;
    this.ssh = ssh;
  }
}
