import { expect, it } from "vitest";
import type { JournalRun } from "../../../../../action/engine/console/releases/releases.ts";
import {
  failureLine,
  releaseCells,
  releaseHead,
  tableLines,
} from "../../../../../action/engine/console/releases/text.ts";
import { run } from "./run.ts";

const now = { at: "2026-11-21T04:15:00Z" };

it("shows runs as a table, with the cause of the failed ones", () => {
  const failed: JournalRun = {
    ...{ ...run, op: "rollback", outcome: "failed", live: false, state: "available", ms: null, bytes: null },
    ...{ step: "gate", cause: "it answered 500\nmore" },
  };
  const lines = tableLines([releaseHead, ...[run, failed].map((one) => releaseCells(one, now))]);
  expect(lines[1]).toMatch(
    /^\* {2}20261121T031500Z-1a2b3c4 {2}deployed +0\.64 s {2}212 B {2}ann {2}1 hour ago \(2026-11-21T03:15:00Z\)$/,
  );
  expect(lines[2]).toMatch(/^ {3}20261121T031500Z-1a2b3c4 {2}rollback failed, available +ann/);
});

it.each<[Partial<JournalRun>, string]>([
  [{ outcome: "reverted", step: "smoke", cause: "no answer\nmore" }, "in smoke: no answer"],
  [{ outcome: "failed", step: "", cause: "it was killed" }, "it was killed"],
  [{ outcome: "failed", step: "gate", cause: "" }, "in gate"],
  ...(["deployed", "rolled-back", "unchanged", "running"] as const).map((outcome): [Partial<JournalRun>, string] => [
    { outcome, step: "settle", cause: "of no failure" },
    "",
  ]),
])("gives %j the line %j", (more, line) => expect(failureLine({ ...run, ...more })).toBe(line));

it.each<[Partial<JournalRun>, object]>([
  [
    { live: false, state: "removed" },
    { 0: "", 2: "deployed" },
  ],
  [{ live: false, state: "running" }, { 2: "deployed, running" }],
  [{ op: "rollback", outcome: "rolled-back" }, { 2: "rolled-back" }],
  [{ op: "rollback", outcome: "failed" }, { 2: "rollback failed" }],
  [{ by: "" }, { 5: "https://example.org/run/1" }],
])("shows a run that is %j so", (more, cells) => expect(releaseCells({ ...run, ...more }, now)).toMatchObject(cells));

it("makes each column as wide as its widest cell, also where rows are short", () => {
  const rows = [
    ["a", "b", "c"],
    ["aaa", "bb"],
    ["", "b", ""],
  ];
  expect(tableLines(rows)).toEqual(["a    b   c", "aaa  bb", "     b"]);
  expect(tableLines([])).toEqual([]);
});
