import type { Packages } from "./local.ts";
import type { PipRun } from "./pip.ts";
import type { ServerPython } from "./python.ts";

export interface Build extends PipRun {
  readonly packages: Packages;
  /** The Python that the wheels are for. */
  readonly python: ServerPython;
  /** Set if the wheels are for this interpreter of this machine: its own pip chooses them, as usual. */
  readonly interpreter?: string | undefined;
  readonly cacheDir: string;
  /** The release's commit, for projects that take their version from git. */
  readonly commit?: string | undefined;
}
