import type { CauseKind, StepName } from "./contract.ts";

/** A step failed on this side for a reason that a person can act on. */
export class Fault extends Error {
  override name = "Fault";
  readonly kind: CauseKind;
  readonly step: StepName;
  /** What to do about it. */
  readonly next: string;
  constructor(kind: CauseKind, step: StepName, message: string, next = "") {
    super(message);
    this.kind = kind;
    this.step = step;
    this.next = next;
  }
}
