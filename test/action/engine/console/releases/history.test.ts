import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import type { Run } from "../../../../../action/engine/console/releases/history.ts";
import { python } from "../../python.ts";

const [a, b, c] = ["20261121T031500Z-1a2b3c4", "20261121T031600Z-2b3c4d5", "20261121T031700Z-3c4d5e6"];
let clock = 0;
const entry = (release: unknown, event: string, more: object = {}) => ({
  at: `2026-11-21T03:15:${String(clock++ % 60).padStart(2, "0")}Z`,
  ...{ release, event, ...more },
});
const begin = (release: string, more: object = {}) =>
  entry(release, "begin", { op: "deploy", previous: "", by: "ann", bytes: 12, ...more });
const runs = (entries: readonly unknown[], held = false) =>
  python("from history import *\nanswer = settle_last(runs(given[0]), given[1])", [entries, held]) as Run[];
const live = (entries: readonly unknown[], current: string) =>
  python(
    "from history import *\nat, run = since(settle_last(runs(given[0]), False), given[1])\nanswer = [at, run and run['by']]",
    [entries, current],
  );

it("tells each run with its outcome, its cause and its cost", () => {
  const found = runs([
    begin(a),
    entry(a, "start"),
    entry(a, "switch"),
    entry(a, "good"),
    entry(a, "end", { status: "deployed", ms: 640 }),
    begin(b, { previous: a, by: "bob" }),
    entry(b, "end", { status: "failed", step: "gate", cause: "it answered 500", ms: 300 }),
    begin(c, { previous: a }),
    entry(c, "switch"),
    entry(c, "end", { status: "rolled-back", step: "smoke", cause: "no answer" }),
    begin(a, { op: "rollback", previous: c, bytes: undefined }),
    entry(a, "switch"),
    entry(a, "end", { status: "rolled-back" }),
  ]);
  expect(found).toMatchObject([
    { release: a, outcome: "deployed", by: "ann", ms: 640, bytes: 12, cause: "" },
    { release: b, outcome: "failed", by: "bob", step: "gate", cause: "it answered 500" },
    { release: c, outcome: "reverted", step: "smoke", cause: "no answer" },
    { release: a, op: "rollback", outcome: "rolled-back", bytes: null, ms: null },
  ]);
});

it("tells a run that goes on from one that was killed", () => {
  expect(runs([begin(a)], true)).toMatchObject([{ outcome: "running" }]);
  expect(runs([begin(a)])).toMatchObject([{ outcome: "interrupted", cause: expect.stringContaining("next deploy") }]);
  expect(runs([begin(a), begin(b), entry(b, "end", { status: "deployed" })])).toMatchObject([
    { outcome: "interrupted" },
    { outcome: "deployed" },
  ]);
  expect(runs([begin(a), entry(a, "repaired", { how: "taken back" })])).toMatchObject([{ outcome: "interrupted" }]);
  expect(runs([begin(a), entry(a, "repaired", { how: "it serves" })])).toMatchObject([{ outcome: "deployed" }]);
});

it("knows since when a release serves, and who made it, also when its successor was taken back", () => {
  const made = [
    begin(a),
    { ...entry(a, "switch"), at: "2026-11-21T01:00:00Z" },
    entry(a, "end", { status: "deployed" }),
  ];
  expect(live(made, a)).toEqual(["2026-11-21T01:00:00Z", "ann"]);
  const died = (event: string) => [
    ...made,
    begin(b, { previous: a, by: "bob" }),
    entry(b, "end", { status: "deployed" }),
    entry(b, "died"),
    { ...entry(b, event), at: "2026-11-21T02:00:00Z" },
  ];
  // The second is what version 1.0.0 wrote.
  for (const told of [died("reverted"), died("taken-back")]) {
    expect(runs(told).at(-1)).toMatchObject({ outcome: "reverted", cause: "it died soon after it went live" });
    expect(live(told, a)).toEqual(["2026-11-21T02:00:00Z", "ann"]);
  }
  expect(live([], a)).toEqual(["", null]);
});

it("survives a journal that a full disk or a power cut has torn, or that holds something else", () => {
  const folder = mkdtempSync(join(tmpdir(), "fd-journal-"));
  const path = join(folder, "journal.jsonl");
  const good = [begin(a), entry(a, "end", { status: "deployed" })].map((one) => JSON.stringify(one));
  writeFileSync(
    path,
    `sed"}\n${good[0]}\n\n[1]\n7\nnull\n{"release": 3}\n\0\0\0\0\n${good[1]}\n{"at": "2026-11-21T03:1`,
  );
  try {
    const seen = python(
      "from history import *\nfrom journal import Journal\nanswer = runs(Journal(given).entries())",
      path,
    );
    expect(seen).toMatchObject([{ release: a, outcome: "deployed" }]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

it("does not believe odd values", () => {
  expect(
    runs([begin(a, { by: { x: 1 }, bytes: "many" }), entry(a, "end", { status: "great", ms: true })]),
  ).toMatchObject([{ by: "", bytes: null, ms: null, outcome: "failed" }]);
});
