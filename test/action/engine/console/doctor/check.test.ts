import { describe, expect, it } from "vitest";
import { bad, type Check, checkOf, judgeAll, ok, skip } from "../../../../../action/engine/console/doctor/check.ts";
import { checks } from "../../../../../action/engine/console/doctor/checks.ts";
import { endOfLife } from "../../../../../action/engine/console/doctor/end-of-life.ts";
import type { Facts } from "../../../../../action/engine/console/doctor/facts.ts";
import { diagnosisLines } from "../../../../../action/engine/console/doctor/text.ts";

const row = (id: string, judge: Check["judge"], more: Partial<Check> = {}) =>
  checkOf("server")({ id, title: `${id} is well`, severity: "error", from: "here", judge, ...more });
const nothing = { bare: undefined, server: undefined, root: undefined } as unknown as Facts;

describe("a list of checks", () => {
  it("skips what follows from an error, and goes on after a warning", () => {
    const seen = judgeAll(
      [
        row("cause", () => bad("is gone", "bring it back")),
        row("mild", () => bad("is old", "renew it", "warning")),
        row("follows", () => ok(), { after: ["mild", "cause"] }),
        row("other", () => ok("fine"), { after: ["mild"] }),
        row("far", () => ok(), { from: "root" }),
      ],
      nothing,
    );
    expect(seen.map(({ status, detail }) => `${status}: ${detail}`)).toEqual([
      "error: is gone",
      "warning: is old",
      "skipped: follows from cause",
      "ok: fine",
      "skipped: the server did not respond",
    ]);
  });

  it("is told with the worst first, each with what to do", () => {
    const results = judgeAll(
      [
        row("a", () => ok()),
        row("b", () => bad("it is late", "hurry\nnow"), { severity: "warning" }),
        row("c", () => bad("it is gone", "fetch it")),
        row("d", () => skip("no")),
      ],
      nothing,
    );
    expect(diagnosisLines({ status: "error", checks: results }).map(({ text }) => text)).toEqual([
      "✗ c: it is gone",
      "    → fetch it",
      "! b: it is late",
      "    → hurry",
      "      now",
      "",
      "✓ server   a",
      "- server   not checked: d",
      "",
      "1 error and 1 warning in 3 checks",
    ]);
  });
});

describe("doctor's own list", () => {
  it("holds some forty checks, each with a name of its own", () => {
    expect(new Set(checks.map(({ id }) => id)).size).toBe(checks.length);
    expect(checks.length).toBeGreaterThanOrEqual(40);
  });

  it("names causes before what may come of them", () => {
    const before = new Set<string>();
    for (const { id, after = [] } of checks) {
      expect([...before], id).toEqual(expect.arrayContaining([...after]));
      before.add(id);
    }
  });
});

it("knows the end of a distribution by its major version where that decides", () => {
  expect(endOfLife("debian", "12")).toBe("2028-06-30");
  expect(endOfLife("rocky", "9.4")).toBe("2032-05-31");
  expect(endOfLife("ubuntu", "22.04")).toBe("2027-04-30");
  expect(endOfLife("slackware", "15")).toBeUndefined();
  expect(endOfLife("constructor", "name")).toBeUndefined();
});
