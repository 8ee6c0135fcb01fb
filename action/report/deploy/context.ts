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
  /** Commits of the release, newest first; undefined if the checkout does not have them. */
  readonly changes: readonly Change[] | undefined;
  /** Whether the app's folder has a file. */
  readonly exists: (file: string) => boolean;
}
