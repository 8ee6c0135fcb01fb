import type { JournalRun } from "../../../../../action/engine/console/releases/releases.ts";

/** The deploy of a release that serves. */
export const run: JournalRun = {
  ...{
    release: "20261121T031500Z-1a2b3c4",
    op: "deploy",
    outcome: "deployed",
    at: "2026-11-21T03:15:00Z",
    endedAt: "2026-11-21T03:15:01Z",
  },
  ...{ ms: 640, bytes: 212, commit: "1a2b3c4", previous: "", by: "ann", run: "https://example.org/run/1", step: "" },
  ...{ cause: "", state: "current", good: true, live: true },
};
