import { warning } from "@actions/core";
import { cleanUp } from "./commands/clean-up.ts";

try {
  await cleanUp();
} catch (error) {
  // The result of the deploy stands: a failure to clean up does not fail the job.
  warning(error instanceof Error ? error : String(error));
}
