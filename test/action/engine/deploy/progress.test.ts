import { describe, expect, it } from "vitest";
import { DeployError } from "../../../../action/engine/deploy/deploy-error.ts";
import { DeployProgress } from "../../../../action/engine/deploy/progress.ts";
import type { Outcome } from "../../../../action/engine/targets/target.ts";
import { inventory } from "../repository.ts";

const outcome: Outcome = {
  ...{ t: "outcome", status: "deployed", release: "r2", previous: "r1", cause: null },
  prober: { sent: 9, failed: 1, stallMs: 30 },
};

/** A run whose clock stands at `at`, and what it told. */
function run(signal?: AbortSignal) {
  const clock = { at: 1000 };
  const told: unknown[][] = [];
  const note =
    (name: string) =>
    (...words: unknown[]) =>
      void told.push([name, ...words]);
  const log = { step: note("step"), line: note("line"), warning: note("warning"), done: note("done") };
  const progress = new DeployProgress({ now: () => clock.at, log, ...(signal && { signal }) }, "https://shop.example");
  return { clock, told, progress };
}

describe("a run", () => {
  it("is its steps in the order in which they began, with what they took and gave", async () => {
    const { clock, told, progress } = run();
    const result = await progress.conclude(async () => {
      clock.at = 1010.4;
      const value = await progress.step("connect", async () => {
        clock.at = 1015;
        // One of the server's, within it; and one that it never said to have begun.
        progress.begin("lock");
        clock.at = 1020;
        progress.end("lock", 4.6, "free");
        progress.end("repair", 1, "");
        clock.at = 1040.2;
        return [7, "r1 serves"];
      });
      expect(value).toBe(7);
      clock.at = 1100;
      return outcome;
    });
    expect(result.steps).toEqual([
      { name: "connect", startedMs: 10, durationMs: 30, detail: "r1 serves" },
      { name: "lock", startedMs: 15, durationMs: 5, detail: "free" },
      { name: "repair", startedMs: 20, durationMs: 1, detail: "" },
    ]);
    expect(
      told.map(([name, what]) => [name, typeof what === "string" ? what : (what as { name: string }).name]),
    ).toEqual([
      ["step", "connect"],
      ["step", "lock"],
      ["done", "lock"],
      ["done", "repair"],
      ["done", "connect"],
    ]);
    expect(result.durationMs).toBe(100);
  });

  it("is what its target says, and what was seen of it", async () => {
    const { told, progress } = run();
    progress.commit = "c0ffee";
    progress.cost = { roundTrips: 3, bytesSent: 70 };
    progress.saw({ ...inventory, previous: "r0", changed: { added: 1, changed: 2, removed: 3 } });
    const result = await progress.conclude(async () => {
      progress.line("one");
      progress.warning("of the server");
      progress.warning("of this side");
      return outcome;
    });
    expect(result).toMatchObject({
      ...{ status: "deployed", release: "r2", previousRelease: "r1", commit: "c0ffee", url: "https://shop.example" },
      ...{ requestsSent: 9, requestsFailed: 1, longestStallMs: 30, cause: undefined, roundTrips: 3, bytesSent: 70 },
      ...{ warnings: ["of the server", "of this side"], changed: { added: 1, changed: 2, removed: 3 } },
    });
    expect(told).toEqual([
      ["line", "one"],
      ["warning", "of the server"],
      ["warning", "of this side"],
    ]);
  });

  it("that came to nothing says so in zeros, with the step that it was in", async () => {
    const { progress } = run();
    progress.release = "r2";
    const broken = async () => {
      progress.begin("files");
      throw new Error("EACCES");
    };
    expect(await progress.conclude(broken)).toEqual({
      ...{ status: "failed", release: "", previousRelease: "", commit: "", url: "https://shop.example", durationMs: 0 },
      ...{
        requestsSent: 0,
        requestsFailed: 0,
        longestStallMs: 0,
        steps: [],
        warnings: [],
        roundTrips: 0,
        bytesSent: 0,
      },
      changed: { added: 0, changed: 0, removed: 0 },
      cause: {
        ...{ kind: "infrastructure", step: "files", message: "EACCES", next: "" },
        ...{ traceback: "", journal: [], unit: "" },
      },
    });
    const early = run().progress;
    expect(await early.conclude(() => Promise.reject(new Error("x")))).toMatchObject({ cause: { step: "check" } });
  });

  it("ends the step that failed, and knows what served before", async () => {
    const { told, progress } = run();
    progress.saw({ ...inventory, previous: "r0" });
    const failed = () =>
      progress.step<Outcome>("build", () =>
        Promise.reject(new DeployError("app", "build", "no", "Mend it.", "dropped")),
      );
    expect(await progress.conclude(failed)).toMatchObject({
      ...{ status: "failed", previousRelease: "r0", release: "" },
      cause: { kind: "app", step: "build", message: "no", next: "Mend it.", ssh: "dropped" },
      steps: [{ name: "build", detail: "" }],
    });
    expect(told.map(([name]) => name)).toEqual(["step", "done"]);
  });

  it("of which nobody knows how it ends once the switch has begun, names the release", async () => {
    const { progress } = run();
    progress.release = "r2";
    const lost = async () => {
      progress.begin("switch");
      progress.begin("smoke");
      throw new DeployError("infrastructure", "smoke", "lost");
    };
    expect(await progress.conclude(lost)).toMatchObject({ status: "unknown", release: "r2" });
  });

  it("that was cancelled has no other cause", async () => {
    const { progress } = run(AbortSignal.abort());
    const cause = (await progress.conclude(() => Promise.reject(new DeployError("app", "gate", "x")))).cause;
    expect(cause).toMatchObject({ kind: "cancelled", step: "check", message: "this run was cancelled" });
    const going = run(new AbortController().signal).progress;
    const other = (await going.conclude(() => Promise.reject(new DeployError("app", "gate", "x")))).cause;
    expect(other).toMatchObject({ kind: "app" });
    expect(other).not.toHaveProperty("ssh");
  });

  it("that only looks changes nothing, and builds nothing that is there", async () => {
    const { told, progress } = run();
    expect(progress.planned({ ...inventory, previous: "r0", venv: true })).toEqual({
      ...{ t: "outcome", status: "unchanged", release: "r0", previous: "r0", cause: null },
      prober: { sent: 0, failed: 0, stallMs: 0 },
    });
    expect(told).toEqual([["line", "would send 1 files (1 new, 0 changed, 0 gone)"]]);
  });
});
