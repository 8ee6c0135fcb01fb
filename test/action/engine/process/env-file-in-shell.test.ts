import { execFileSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { readEnv, writeEnv } from "../../../../action/engine/process/env-file.ts";
import fc from "../../../fuzz.ts";
import { python } from "../python.ts";
import { alike, anyEnv, anyText } from "./env-cases.ts";

/** What a shell has after it has sourced the file: the variables of that name. */
function sourced(text: string, names: readonly string[]): Record<string, string> {
  const script = `set -a; eval "$1"; shift; for name; do eval "printf '%s=%s\\\\0' $name \\"\\\${$name-}\\""; done`;
  const said = execFileSync("/bin/sh", ["-eu", "-c", script, "sh", text, ...names], {
    encoding: "utf8",
    env: { PATH: "/nowhere" },
  });
  return Object.fromEntries(
    said
      .split("\0")
      .slice(0, -1)
      .map((pair) => [pair.slice(0, pair.indexOf("=")), pair.slice(pair.indexOf("=") + 1)]),
  );
}

const masked = (text: string) => python("from masking import values\nanswer = list(values(given))", text);

describe("a .env", () => {
  it.each(alike)("with %s is the same to a shell and to what masks its values", (_, text, env) => {
    expect(sourced(text, Object.keys(env))).toEqual(env);
    expect(masked(text)).toEqual(expect.arrayContaining(Object.values(env)));
  });

  it("that is read is read the same by a shell, whatever stands in it", () => {
    let seen = 0;
    fc.assert(
      fc.property(anyText, (text) => {
        const read = readEnv(text);
        fc.pre("env" in read && Object.keys(read.env).length > 0);
        seen++;
        expect(sourced(text.replaceAll("\r\n", "\n"), Object.keys(read.env))).toEqual(read.env);
      }),
      { numRuns: 300 },
    );
    expect(seen).toBe(300);
  });

  it("that we write is read as it was by a shell and by what masks its values", () => {
    fc.assert(
      fc.property(anyEnv, (env) => {
        const text = writeEnv(env);
        expect(sourced(text, Object.keys(env))).toEqual(env);
      }),
      { numRuns: 200 },
    );
    const envs = fc.sample(anyEnv, 300);
    const answers = python(
      "from masking import values\nanswer = [list(values(text)) for text in given]",
      envs.map(writeEnv),
    );
    expect(answers).toEqual(envs.map((env) => Object.values(env)));
  });

  // A pattern that tries each character again would take minutes, and with them the test's time.
  it.each([" ", "x", '\\"', "\n", "A=1 "])("of 900 kB of %j is read in no time", (piece) => {
    const long = piece.repeat(900_000 / piece.length);
    for (const text of [long, `A=${long}`, `A="${long}"`, `A="${long}`, `A='${long}`, `# ${long}`]) readEnv(text);
  });
});
