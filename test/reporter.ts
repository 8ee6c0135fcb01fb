import { writeFileSync } from "node:fs";
import type { SerializedError, TestModule } from "vitest/node";
import type { Reporter } from "vitest/reporters";
import { couldNotRun } from "./requirements.ts";

/**
 * Says at the end what this machine could not run and what to install for it. Under CI nothing may be left out: there
 * such a project, and a test that was skipped, is a failure. The totals go to TEST_TOTALS for .ci/run to close with.
 */
export default class Totals implements Reporter {
  readonly #count = { passed: 0, failed: 0, skipped: 0, pending: 0 };

  onTestModuleEnd(module: TestModule): void {
    const tests = [...module.children.allTests()];
    for (const test of tests) this.#count[test.result().state] += 1;
    // A file that breaks before its tests are known, or outside of them, is one failure more.
    if (module.errors().length > 0 || tests.length === 0) this.#count.failed += 1;
    // A run that is ended half-way has told of what it did.
    this.#write(this.#count.failed);
  }

  onTestRunEnd(_modules: readonly TestModule[], errors: readonly SerializedError[]): void {
    const left = couldNotRun();
    const leftOut = this.#count.skipped + this.#count.pending;
    for (const line of left) console.log(line);
    if (leftOut > 0) console.log(`${leftOut} tests were skipped`);

    const strict = Boolean(process.env.CI);
    const failed = this.#count.failed + errors.length + (strict ? left.length + leftOut : 0);
    if (failed > 0) process.exitCode = 1;
    this.#write(failed);
  }

  #write(failed: number): void {
    const { TEST_TOTALS: file } = process.env;
    if (file) writeFileSync(file, `${this.#count.passed} passed, ${failed} failed\n`);
  }
}
