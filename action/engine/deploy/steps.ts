/** The steps of a deploy in their order; a rollback takes those it needs. */
export const stepNames = [
  "check",
  "files",
  "connect",
  "lock",
  "repair",
  "build",
  "send",
  "stage",
  "venv",
  "config",
  "release",
  "start",
  "gate",
  "before_switch",
  "switch",
  "smoke",
  "after_switch",
  "public_smoke",
  "undo",
  "drain",
  "prune",
] as const;
export type StepName = (typeof stepNames)[number];

export interface Step {
  readonly name: StepName;
  /** Since the start of the deploy. */
  readonly startedMs: number;
  readonly durationMs: number;
  /** One line for people: "3 of 14 files, 12 kB". */
  readonly detail: string;
}
