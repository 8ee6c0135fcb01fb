import type { Packages } from "./local.ts";
import type { PipRun } from "./pip.ts";
import type { ServerPython } from "./python.ts";

export interface Build extends PipRun {
  readonly packages: Packages;
  /** Whose wheels they are to be. */
  readonly python: ServerPython;
  /** Where these wheels are for an interpreter of this machine, that one: its own pip chooses them, as always. */
  readonly interpreter?: string | undefined;
  readonly cacheDir: string;
  /** What git calls the release, for projects whose version comes from git. */
  readonly commit?: string | undefined;
}
