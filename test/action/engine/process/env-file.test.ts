import { describe, expect, it } from "vitest";
import { readEnv, writeEnv } from "../../../../action/engine/process/env-file.ts";
import fc from "../../../fuzz.ts";
import { alike, anyEnv, refused } from "./env-cases.ts";

describe("a .env", () => {
  it.each(alike)("with %s is read", (_, text, env) => expect(readEnv(text)).toEqual({ env }));

  it.each(refused)("with %s is refused by its line, without showing a value", (_, text, says) => {
    const read = readEnv(text);
    expect(read).toEqual({ problem: expect.stringMatching(says) });
    expect(JSON.stringify(read)).not.toContain("SECRET");
  });

  it("may come from Windows, with a byte order mark, and with `export`", () => {
    expect(readEnv("\uFEFFexport A=1\r\n  export B='two\r\nlines'\r\n")).toEqual({ env: { A: "1", B: "two\nlines" } });
  });

  it("that we write is read as it was", () => {
    fc.assert(
      fc.property(anyEnv, (env) => {
        expect(readEnv(writeEnv(env))).toEqual({ env });
      }),
    );
  });

  it("larger than the server takes is refused", () => {
    const text = Array.from({ length: 12 }, (_, i) => `A${i}=${"x".repeat(100_000)}\n`).join("");
    expect(readEnv(text)).toEqual({ problem: "is larger than 1 MB" });
  });
});
