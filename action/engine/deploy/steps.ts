/** The steps of a deploy in order; a rollback has some of them. */
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
  /** Milliseconds since the start of the deploy. */
  readonly startedMs: number;
  readonly durationMs: number;
  /** One line for the user: "3 of 14 files, 12 kB". */
  readonly detail: string;
}
