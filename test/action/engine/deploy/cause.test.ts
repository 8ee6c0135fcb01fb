import { describe, expect, it } from "vitest";
import { causeOf, tracebackIn } from "../../../../action/engine/deploy/cause.ts";
import type { Outcome } from "../../../../action/engine/targets/target.ts";

describe("the traceback in a journal", () => {
  it("is found among uWSGI's lines", () => {
    const lines = `*** Operational MODE: preforking ***
Traceback (most recent call last):
  File "/srv/shop/releases/x/wsgi.py", line 1, in <module>
    from app import app
  File "/srv/shop/releases/x/app.py", line 4, in <module>
    import nothing
ModuleNotFoundError: No module named 'nothing'
unable to load app 0 (mountpoint='') (callable not found or import error)
*** no app loaded. GAME OVER ***`.split("\n");
    expect(tracebackIn(lines)).toBe(lines.slice(1, 7).join("\n"));
  });

  it("is found behind gunicorn's stamps", () => {
    const stamp = "[2026-11-21 03:15:00 +0000] [7] ";
    const lines = [
      `${stamp}[ERROR] Exception in worker process`,
      "Traceback (most recent call last):",
      '  File "a.py", line 1',
      "SyntaxError: invalid syntax",
      `${stamp}[INFO] Worker exiting`,
    ];
    expect(tracebackIn(lines)).toBe(
      'Traceback (most recent call last):\n  File "a.py", line 1\nSyntaxError: invalid syntax',
    );
  });

  it("holds the chain of a second exception", () => {
    const lines = `Traceback (most recent call last):
  File "a.py", line 1, in <module>
KeyError: 'DATABASE_URL'

During handling of the above exception, another exception occurred:

Traceback (most recent call last):
  File "a.py", line 3, in <module>
RuntimeError: no database`.split("\n");
    expect(tracebackIn(lines)).toContain("RuntimeError: no database");
    expect(tracebackIn(lines)).not.toContain("During handling");
  });

  it("is the last of several", () => {
    const one = ["Traceback (most recent call last):", "  x", "ValueError: 1"];
    expect(tracebackIn([...one, "restarting", ...one.slice(0, 2), "ValueError: 2"])).toContain("ValueError: 2");
  });

  it("is freed of what the journal puts before each line, and of nothing else", () => {
    const stamp = "12:00 app[7]: ";
    const lines = ["Traceback (most recent call last):", "  x", "", "    y", "ValueError: 1", "next"].map(
      (line) => stamp + line,
    );
    expect(tracebackIn([lines[0] as string, "of another", ...lines.slice(1)])).toBe(
      "Traceback (most recent call last):\nof another",
    );
    expect(tracebackIn(lines)).toBe("Traceback (most recent call last):\n  x\n\n    y\nValueError: 1");
  });

  it("goes on over the exception that another one happened in", () => {
    const lines = [
      "Traceback (most recent call last):",
      "  x",
      "During handling of it",
      "ValueError: The above exception",
      "end",
    ];
    expect(tracebackIn(lines)).toBe(lines.slice(0, 4).join("\n"));
  });

  it("is nothing where there is none", () => expect(tracebackIn(["spawned uWSGI worker 1"])).toBe(""));
});

describe("the cause that a target tells", () => {
  const told = {
    kind: "app",
    step: "gate",
    message: "no answer",
    next: "Look.",
    journal: [] as string[],
    unit: "failed",
  } as const;
  const outcome = (cause: Outcome["cause"]): Outcome => ({
    ...{ t: "outcome", status: "failed", release: "r", previous: "", cause },
    prober: { sent: 0, failed: 0, stallMs: 0 },
  });

  it("has the traceback of its journal, and what is known about its words", () => {
    const journal = [
      "Traceback (most recent call last):",
      "  x",
      "ImportError: libpq.so.5: cannot open shared object file",
    ];
    expect(causeOf(outcome({ ...told, journal }))).toEqual({
      ...{ ...told, journal, traceback: journal.join("\n") },
      next: expect.stringMatching(/libpq5 .*\nLook\.$/),
    });
    expect(causeOf(outcome({ ...told, message: "Address already in use", next: "" }))?.next).toMatch(
      /^The app itself.*\.$/,
    );
    expect(causeOf(outcome({ ...told, next: "Address\nalready in use" }))?.next).toBe("Address\nalready in use");
  });

  it("is as it is where nothing is known about it", () => {
    expect(causeOf(outcome(told))).toEqual({ ...told, traceback: "" });
    expect(causeOf(outcome(null))).toBeUndefined();
  });
});
