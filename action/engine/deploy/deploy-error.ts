import type { SshFailure } from "../targets/server/ssh-error.ts";
import type { StepName } from "./steps.ts";

/** The source of a problem, and how messages name it. */
export const causeSources = {
  /** The release itself: it does not start, responds wrongly, or a hook or a build fails. */
  app: "the app",
  /** The machines or the network: DNS, TLS, connection refused, timeout, ssh, disk, memory. */
  infrastructure: "the machines or the network",
  /** The request does not fit the server: no such release, an older commit, an invalid path. */
  usage: "the request",
  /** The server is missing something that `setup` installs. */
  setup: "the server's setup",
  /** Another deploy is running. */
  locked: "another deploy",
  /** This run was cancelled. */
  cancelled: "a cancelled run",
} as const;
export type CauseKind = keyof typeof causeSources;
export const causeKinds = Object.keys(causeSources) as readonly CauseKind[];

export interface Cause {
  readonly kind: CauseKind;
  /** The step that failed. */
  readonly step: StepName;
  /** What failed, in one line. */
  readonly message: string;
  /** What to do about it; "" if the message includes it. */
  readonly next: string;
  /** The app's own traceback, "" if there is none. */
  readonly traceback: string;
  /** Last journal lines of the failed instance, oldest first. */
  readonly journal: readonly string[];
  /** State of its unit, in the process manager's words. */
  readonly unit: string;
  /** How the connection failed, if it did. */
  readonly ssh?: SshFailure;
}

/** A step failed on the client's side for a reason that the user can act on. */
export class DeployError extends Error {
  override name = "DeployError";
  readonly kind: CauseKind;
  readonly step: StepName;
  /** What to do about it. */
  readonly next: string;
  /** How the connection failed, if it did. */
  readonly ssh: SshFailure | undefined;
  constructor(kind: CauseKind, step: StepName, message: string, next = "", ssh?: SshFailure) {
    super(message);
    this.kind = kind;
    this.step = step;
    this.next = next;
    this.ssh = ssh;
  }
}

/** What the repository holds, or what is asked for, cannot be deployed; nothing has been sent. */
export const unusable = (message: string, next?: string): DeployError =>
  new DeployError("usage", "check", message, next);

/** The app's own packages, or its build hook, stop the build. */
export const unbuildable = (message: string, next?: string): DeployError =>
  new DeployError("app", "build", message, next);
