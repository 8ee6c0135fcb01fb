import { describe, expect, it } from "vitest";
import {
  bad,
  type Check,
  type CheckResult,
  checkOf,
  judgeAll,
  ok,
  skip,
} from "../../../../../action/engine/console/doctor/check.ts";
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

describe("a diagnosis in lines", () => {
  const result = (id: string, status: CheckResult["status"], more: Partial<CheckResult> = {}): CheckResult => ({
    ...{ id, status, title: id, group: "server", detail: "", next: "" },
    ...more,
  });
  const lines = (...checks: CheckResult[]) =>
    diagnosisLines({ status: "ok", checks }).map(({ text, tone }) => `${tone}|${text}`);

  it("is short where all is well", () =>
    expect(lines(result("a", "ok"), result("b", "ok"), result("c", "ok", { group: "ssh" }))).toEqual([
      ...["good|✓ ssh      c", "good|✓ server   a, b", "|", "good|3 checks, all passed"],
    ]));

  it("says once why a whole group was skipped, and else which checks were", () => {
    const why = (detail: string) => ({ detail });
    expect(lines(result("a", "skipped", why("no answer")), result("b", "skipped", why("no answer")))[0]).toBe(
      "dim|- server   no answer",
    );
    expect(lines(result("a", "skipped", why("no answer")), result("b", "skipped", why("no")))[0]).toBe(
      "dim|- server   not checked: a, b",
    );
    expect(lines(result("a", "ok"), result("b", "skipped", why("no")))).toContain("dim|- server   not checked: b");
  });

  it("has each line of a problem, and counts", () =>
    expect(
      lines(result("a", "warning", { detail: "it is\nlate", next: "hurry" }), result("b", "warning", { next: "run" })),
    ).toEqual([
      ...["warning|! a: it is", "|    late", "dim|    → hurry", "warning|! b: ", "dim|    → run"],
      ...["|", "|", "warning|2 warnings in 2 checks"],
    ]));

  it("counts errors alone", () =>
    expect(lines(result("a", "error"), result("b", "ok")).at(-1)).toBe("error|1 error in 2 checks"));
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
  expect(endOfLife("debian", "2")).toBeUndefined();
  expect(endOfLife("slackware", "15")).toBeUndefined();
  expect(endOfLife("constructor", "name")).toBeUndefined();
});
