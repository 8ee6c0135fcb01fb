import { writeFileSync } from "node:fs";
import type { SerializedError, TestModule } from "vitest/node";
import type { Reporter } from "vitest/reporters";
import { couldNotRun } from "./requirements.ts";

/**
 * Says at the end what this machine could not run and what to install for it. Under CI nothing may be left out: there
 * such a project, and a test that was skipped, is a failure. The totals go to TEST_TOTALS for .ci/run to close with.
 */
export default class Totals implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly SerializedError[]): void {
    const count = { passed: 0, failed: 0, skipped: 0, pending: 0 };
    for (const module of modules) {
      const tests = [...module.children.allTests()];
      for (const test of tests) count[test.result().state] += 1;
      // A file that breaks before its tests are known, or outside of them, is one failure more.
      if (module.errors().length > 0 || tests.length === 0) count.failed += 1;
    }
    const left = couldNotRun();
    const leftOut = count.skipped + count.pending;
    for (const line of left) console.log(line);
    if (leftOut > 0) console.log(`${leftOut} tests were skipped`);

    const strict = Boolean(process.env.CI);
    const failed = count.failed + errors.length + (strict ? left.length + leftOut : 0);
    if (failed > 0) process.exitCode = 1;
    if (process.env.TEST_TOTALS) writeFileSync(process.env.TEST_TOTALS, `${count.passed} passed, ${failed} failed\n`);
  }
}
