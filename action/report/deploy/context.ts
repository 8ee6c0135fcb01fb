import type { Change } from "../../runner/commits.ts";

/** What a report needs to know besides the result. */
export interface DeployContext {
  /** Name of the app. */
  readonly app: string;
  readonly command: "deploy" | "rollback";
  readonly dryRun: boolean;
  readonly actor: string;
  /** https://github.com/OWNER/NAME; "" outside a workflow. */
  readonly repositoryUrl: string;
  /** The app's folder in the repository, "" when it is the root. */
  readonly folder: string;
  /** What the release brings, newest first; undefined when the history is not here. */
  readonly changes: readonly Change[] | undefined;
  /** Whether the app's folder holds a file. */
  readonly exists: (file: string) => boolean;
}
