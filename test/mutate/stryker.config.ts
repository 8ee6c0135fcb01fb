import type { PartialStrykerOptions } from "@stryker-mutator/api/core";

/** `npm run mutate`: changes the code in small ways, one at a time, and asks the unit tests whether they notice. */
export default {
  mutate: ["action/engine/**/*.ts", "action/lint/{nginx,uwsgi,systemd,model}/**/*.ts"],
  testRunner: "vitest",
  vitest: { configFile: "test/mutate/vitest.config.ts", related: false },
  plugins: ["@stryker-mutator/vitest-runner", "./test/mutate/texts.ts"],
  ignorers: ["texts"],
  coverageAnalysis: "perTest",
  // What runs when a file is loaded is tables for the most part, and each of their mutants would take every test.
  ignoreStatic: true,
  incremental: true,
  incrementalFile: "reports/mutation/incremental.json",
  reporters: ["progress-append-only", "clear-text", "html", "json"],
  clearTextReporter: { allowColor: false, allowEmojis: false, logTests: false, reportTests: false },
  tempDirName: "reports/.mutating",
  ignorePatterns: ["/dist", "/coverage", "/reports"],
  // It would read tsconfig.json by an interface that this compiler no longer has.
  tsconfigFile: "none",
  disableTypeChecks: false,
  thresholds: { high: 90, low: 80, break: 80 },
} satisfies PartialStrykerOptions;
