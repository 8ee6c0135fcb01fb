import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";
import { withProcesses } from "./test/processes.ts";
import { filesOf, missing, type Project } from "./test/requirements.ts";

/** What this machine does not meet the needs of has no tests here; test/reporter.ts says so and what to install. */
const runnable = (name: Project) => (missing(name).length === 0 ? [...filesOf(name).run] : []);

const minutes = 60_000;
/** vitest leaves one processor free, which of two is half: these tests mostly wait for what they have started. */
const maxWorkers = availableParallelism();

/** `unit` takes seconds and starts nothing; most others use real servers. Groups run one after another, lowest first. */
export default defineConfig({
  test: {
    reporters: ["default", "./test/reporter.ts"],
    passWithNoTests: true,
    projects: [
      {
        test: {
          name: "unit",
          include: ["test/{action,generators,house}/**/*.test.ts"],
          exclude: [...withProcesses],
          setupFiles: "test/pure.ts",
          // Pure as they are, they leave nothing for the next file; modules are loaded once.
          isolate: false,
          maxWorkers,
          // For what hangs: on a machine that is busy with something else, the longest take over one.
          testTimeout: 5 * minutes,
          hookTimeout: 5 * minutes,
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          name: "processes",
          include: [...withProcesses],
          maxWorkers,
          testTimeout: 5 * minutes,
          hookTimeout: 5 * minutes,
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          name: "packages",
          include: runnable("packages"),
          globalSetup: "test/tools.ts",
          maxWorkers,
          testTimeout: 5 * minutes,
          hookTimeout: 5 * minutes,
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          name: "generated",
          include: runnable("generated"),
          globalSetup: "test/tools.ts",
          maxWorkers,
          testTimeout: 5 * minutes,
          hookTimeout: 5 * minutes,
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          name: "act",
          include: runnable("act"),
          globalSetup: "test/tools.ts",
          maxWorkers,
          testTimeout: 5 * minutes,
          hookTimeout: 10 * minutes,
          sequence: { groupOrder: 1 },
        },
      },
      {
        // After all else, two files at a time: these boot machines, and mostly wait for them.
        test: {
          name: "host",
          include: runnable("host"),
          maxWorkers: 2,
          testTimeout: 5 * minutes,
          hookTimeout: 10 * minutes,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
