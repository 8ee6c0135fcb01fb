import { describe, expect, it } from "vitest";
import { tracebackIn } from "../../../../action/engine/deploy/cause.ts";

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

  it("is nothing where there is none", () => expect(tracebackIn(["spawned uWSGI worker 1"])).toBe(""));
});
