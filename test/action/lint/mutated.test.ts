import { beforeAll, describe, expect, it } from "vitest";
import { lint } from "../../../action/lint/engine.ts";
import type { InputFile } from "../../../action/lint/files/collect.ts";
import type { Finding } from "../../../action/lint/finding.ts";
import { fixAll } from "../../../action/lint/fix/fix.ts";
import fc from "../../fuzz.ts";
import { type Files, generated } from "./generated.ts";

const stacks = [
  {},
  { server: "gunicorn", socket: "tcp", upstream: 2, nginx: "full" },
  { processManager: "supervisor" },
  { processManager: "emperor" },
] as const;

let repositories: Files[] = [];
beforeAll(async () => {
  repositories = await Promise.all(stacks.map((answers) => generated(answers)));
});

const punctuation = ["", "{", "}", ";", '"', "'", "\\", "\n", "\r", "\0", "\u00A0", "\uFEFF", "#", "=", "[", "]", "%("];
const pieces = ["${", "{{", "{%", "\n<<<<<<< HEAD\n", "\n=======\n", "content_by_lua_block {", "f('''"];
const includes = ["include nginx.conf;", "\nini = uwsgi.ini\n"];

/** What happens to text that people copy, merge and edit in a hurry; both numbers are shares of its length. */
const change = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.double({ min: 0, max: 0.1, noNaN: true }),
  how: fc.constantFrom("cut" as const, "twice" as const, "backwards" as const),
  put: fc.constantFrom(...punctuation, ...pieces, ...includes),
});

type Change = typeof change extends fc.Arbitrary<infer T> ? T : never;

function changed(text: string, { at, length, how, put }: Change): string {
  const start = Math.floor(at * text.length);
  const end = Math.min(text.length, start + Math.floor(length * text.length));
  const piece = text.slice(start, end);
  const middle = { cut: put, twice: piece + put + piece, backwards: put + [...piece].reverse().join("") }[how];
  return text.slice(0, start) + middle + text.slice(end);
}

/** One error weighs more than any number of warnings, and so on. */
const weight = (findings: readonly Finding[]) =>
  findings.reduce((sum, { severity }) => sum + { error: 1e8, warning: 1e4, info: 1 }[severity], 0);

describe("a generated repository that was badly edited", () => {
  const changes = fc.array(fc.tuple(fc.nat(), change), { minLength: 1, maxLength: 6 });

  it("is linted and mended without a crash, always with a place; it never gets worse, and mending it again changes nothing", () => {
    fc.assert(
      fc.property(fc.nat(stacks.length - 1), changes, (which, made) => {
        const files = { ...repositories[which] } as Record<string, string>;
        const paths = Object.keys(files).filter((path) => /^deploy\/.*(conf|ini|py|service|socket)$|\.py$/.test(path));
        for (const [turn, one] of made) {
          const path = paths[turn % paths.length] as string;
          files[path] = changed(files[path] as string, one);
        }
        const inputs: InputFile[] = Object.entries(files).map(([path, content]) => ({ path, content }));
        const { findings } = lint(inputs);
        for (const { at, related, fix } of findings)
          for (const place of [at, ...related.map((one) => one.at), ...(fix?.edits ?? []).map((edit) => edit.at)]) {
            expect(place.start).toBeGreaterThanOrEqual(0);
            expect(place.end).toBeGreaterThanOrEqual(place.start);
            expect(place.end).toBeLessThanOrEqual(place.source.text.length);
          }
        const mended = new Map(inputs.map((file) => [file.path, file]));
        const fixed = fixAll(inputs, {}, "safe");
        for (const { path, content } of fixed.changed) mended.set(path, { path, content });
        expect(weight(fixed.result.findings)).toBeLessThanOrEqual(weight(findings));
        expect(fixAll([...mended.values()], {}, "safe").changed.map(({ path }) => path)).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  it("ends where files include themselves and each other", () => {
    const uwsgi = "[uwsgi]\nini = uwsgi.ini\nini = :uwsgi\nini = two.ini\nx = %(y)%(y)\ny = %(x)%(x)\nsocket = %(x)\n";
    const { findings } = lint([
      { path: "nginx.conf", content: "include b.conf;\nhttp {\n  include nginx.conf;\n}\n" },
      { path: "b.conf", content: "include nginx.conf;\ninclude b.conf;\ninclude *.conf;\n" },
      { path: "uwsgi.ini", content: uwsgi },
      { path: "two.ini", content: "[uwsgi]\nini = uwsgi.ini\nbase = %(base)%(base)\nsocket = %(base)\n" },
    ]);
    expect(findings.every(({ at }) => at.source.span(at).line > 0)).toBe(true);
  });
});
