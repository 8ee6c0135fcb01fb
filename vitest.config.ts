import { defineConfig } from "vitest/config";

/** `unit` takes seconds and needs nothing; the others use real servers and say what is missing. */
export default defineConfig({
  test: {
    projects: [
      { test: { name: "unit", include: ["test/{action,generators,house}/**/*.test.ts"], testTimeout: 30_000 } },
      {
        test: {
          name: "generated",
          include: ["test/generated/**/*.test.ts"],
          testTimeout: 300_000,
          hookTimeout: 300_000,
        },
      },
      { test: { name: "host", include: ["test/host/**/*.test.ts"], testTimeout: 300_000, hookTimeout: 600_000 } },
      { test: { name: "act", include: ["test/act/**/*.test.ts"], testTimeout: 300_000, hookTimeout: 600_000 } },
    ],
  },
});
