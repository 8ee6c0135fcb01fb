import type { SshFailure } from "../targets/server/ssh-error.ts";
import type { CauseKind, StepName } from "./contract.ts";

/** A step failed on this side for a reason that a person can act on. */
export class DeployError extends Error {
  override name = "Fault";
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
