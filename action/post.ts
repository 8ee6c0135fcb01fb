import { warning } from "@actions/core";
import { cleanUp } from "./commands/clean-up.ts";

try {
  await cleanUp();
} catch (error) {
  // What is deployed is deployed: tidying up does not fail the job.
  warning(error instanceof Error ? error : String(error));
}
