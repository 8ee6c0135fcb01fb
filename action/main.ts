import { setFailed } from "@actions/core";
import { run } from "./run.ts";

try {
  await run();
} catch (error) {
  setFailed(error instanceof Error ? error : String(error));
}
