import { defineConfig } from "vitest/config";
import { withProcesses } from "../processes.ts";

/** The unit tests as Stryker runs them, without those that take long and notice only a crash. */
export default defineConfig({
  test: {
    include: ["test/{action,generators}/**/*.test.ts"],
    exclude: [
      ...withProcesses,
      "test/{action/lint/{hostile,mutated},generators/hostile,generators/terminal/*}.test.ts",
    ],
    setupFiles: ["test/pure.ts", "test/mutate/properties.ts"],
    // What a mutant has made wait for ever fails soon: Stryker itself would allow it the time of the whole first run.
    testTimeout: 10_000,
  },
});
