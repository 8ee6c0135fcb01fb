import type { Program } from "../plan.ts";

/** The log of all programs together, each line with the name of its program. */
export interface Log {
  readonly line: (program: Program["name"], text: string) => void;
  /** What was held back, for a preview in which something went wrong. */
  readonly flush: () => void;
  /** From here on each line is shown as it comes; of what was held back, only how much it was. */
  readonly follow: () => void;
}
