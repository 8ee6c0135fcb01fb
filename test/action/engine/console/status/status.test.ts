import { describe, expect, it } from "vitest";
import type { JournalRun } from "../../../../../action/engine/console/releases/releases.ts";
import {
  failureLine,
  releaseCells,
  releaseHead,
  tableLines,
} from "../../../../../action/engine/console/releases/text.ts";
import type { Status } from "../../../../../action/engine/console/status/status.ts";
import { statusRows } from "../../../../../action/engine/console/status/text.ts";

const id = "20261121T031500Z-1a2b3c4";
const run: JournalRun = {
  ...{ release: id, op: "deploy", outcome: "deployed", at: "2026-11-21T03:15:00Z", endedAt: "2026-11-21T03:15:01Z" },
  ...{ ms: 640, bytes: 212, commit: "1a2b3c4", previous: "", by: "ann", run: "https://example.org/run/1", step: "" },
  ...{ cause: "", state: "current", good: true, live: true },
};
const healthy: Status = {
  ...{ at: "2026-11-21T04:15:00Z", current: id, commit: "1a2b3c4d5e6f", subject: "Sell more", ahead: 0 },
  ...{
    since: "2026-11-21T03:15:00Z",
    by: "ann",
    run: "https://example.org/run/1",
    answers: true,
    answer: "answered 200",
  },
  instances: [
    {
      ...{ id, role: "current", state: "active", restarts: 0, processes: 3, memoryBytes: 62_000_000 },
      since: "2026-11-21T03:15:00Z",
    },
  ],
  traffic: { file: "/var/log/nginx/shop.access.log", seconds: 300, requests: 600, errors5xx: 0, errors4xx: 3, odd: 0 },
  certificate: { file: "/etc/x.pem", expires: "2027-01-20T04:15:00Z", days: 60 },
  ...{
    pending: [],
    maintenance: null,
    changed: [],
    unserved: [],
    lastFailure: null,
    releases: [],
    lockedBy: "",
    python: "3.11.2",
    helper: 3,
  },
  ...{ diskFreeMb: 9000, diskTotalMb: 20_000, memoryFreeMb: 900 },
};
const row = (seen: Status, name: string) => statusRows(seen).find((one) => one.name === name);

describe("a status in words", () => {
  it("says what is live, since when, and by whom", () => {
    expect(row(healthy, "since")?.text).toBe("1 hour ago (2026-11-21T03:15:00Z) by ann, https://example.org/run/1");
    expect(row(healthy, "commit")?.text).toBe("1a2b3c4d5e Sell more");
    expect(row(healthy, "traffic")?.text).toBe(
      "2.0 requests/s, 0 of 600 failed (5xx), 3 were rejected (4xx), in the last 5 minutes",
    );
    expect(row(healthy, "current")?.text).toBe(
      "active, 3 processes, 62 MB, up since 1 hour ago (2026-11-21T03:15:00Z)",
    );
    expect(statusRows(healthy).filter(({ tone }) => tone === "bad" || tone === "note")).toEqual([]);
  });

  it("marks what needs somebody", () => {
    const sick: Status = {
      ...{
        ...healthy,
        answers: false,
        answer: "connection refused",
        pending: ["deploy/nginx.conf"],
        maintenance: { since: "2026-11-21T04:00:00Z", by: "ann in a terminal" },
        changed: ["deploy/shop@.service"],
        unserved: [{ path: "/static/style.css", status: 404, error: "" }],
      },
      ...{ ahead: 2, lockedBy: "https://example.org/run/2 (process 7 on the server)", diskFreeMb: 20 },
      traffic: { ...(healthy.traffic as NonNullable<Status["traffic"]>), errors5xx: 9, odd: 4 },
      certificate: { file: "/etc/x.pem", expires: "2026-11-20T04:15:00Z", days: -1 },
      lastFailure: { ...run, outcome: "failed", step: "gate", cause: "it answered 500\nmore" },
      instances: [
        {
          ...(healthy.instances[0] as Status["instances"][number]),
          state: "failed (exit-code)",
          processes: 0,
          since: "",
        },
      ],
    };
    const bad = statusRows(sick).filter(({ tone }) => tone === "bad");
    expect(bad.map(({ name }) => name)).toEqual([
      "answers",
      "current",
      "maintenance",
      "traffic",
      "certificate",
      "static files",
      "not installed",
      "disk",
    ]);
    expect(row(sick, "static files")?.text).toBe("/static/style.css answers 404 through nginx");
    expect(row(sick, "certificate")?.text).toBe("expired 1 day ago (2026-11-20T04:15:00Z)");
    expect(row(sick, "commit")).toMatchObject({
      text: expect.stringContaining("2 newer commits are here"),
      tone: "note",
    });
    expect(row(sick, "last failure")?.text).toMatch(/failed in gate: it answered 500$/);
  });

  it("says when nothing was deployed", () => {
    expect(row({ ...healthy, traffic: null }, "traffic")?.tone).toBe("note");
    expect(statusRows({ ...healthy, current: "" })[0]).toEqual({
      name: "live",
      text: "nothing was deployed yet",
      tone: "bad",
    });
  });
});

it("shows runs as a table, with the cause of the failed ones", () => {
  const failed: JournalRun = {
    ...{ ...run, op: "rollback", outcome: "failed", live: false, state: "available", ms: null, bytes: null },
    ...{ step: "gate", cause: "it answered 500\nmore" },
  };
  const lines = tableLines([releaseHead, ...[run, failed].map((one) => releaseCells(one, healthy))]);
  expect(lines[1]).toMatch(
    /^\* {2}20261121T031500Z-1a2b3c4 {2}deployed +0\.64 s {2}212 B {2}ann {2}1 hour ago \(2026-11-21T03:15:00Z\)$/,
  );
  expect(lines[2]).toMatch(/^ {3}20261121T031500Z-1a2b3c4 {2}rollback failed, available +ann/);
  expect(failureLine(failed)).toBe("in gate: it answered 500");
  expect(failureLine(run)).toBe("");
});
