import { expect, it } from "vitest";
import { appFile, readApp } from "../../../../action/engine/app/app.ts";
import type { Answers } from "../../../../action/engine/app/fields.ts";
import { lint } from "../../../../action/lint/engine.ts";
import { rules } from "../../../../action/lint/rules/index.ts";
import { type Files, generated, lintRepository, mutated } from "../generated.ts";

/**
 * One mistake in a generated repository: the rule, the answers, the file, and what becomes of what in it; "" becomes a
 * file that was not there.
 */
export type Planted = readonly [
  rule: string,
  answers: Partial<Answers>,
  path: string,
  from: string | RegExp,
  to: string,
  /** Rules that are right as well: a socket that is moved is one that nginx does not find. */
  also?: RegExp,
];

/** Plants each mistake in a clean repository, and expects its own finding in that file and nothing else that counts. */
export function plant(mistakes: readonly Planted[]): void {
  for (const [rule, answers, path, from, to, also] of mistakes) {
    const shown = JSON.stringify(to).slice(0, 80);
    it(`${rule} in ${path} (${answers.stack}) when ${from} becomes ${shown}`, async () => {
      const clean = await generated(answers);
      const before = lintRepository(clean).findings.map((f) => f.rule);
      const { findings } = lintRepository(from === "" ? { ...clean, [path]: to } : mutated(clean, path, from, to));
      const mine = findings.filter((f) => f.rule === rule);
      expect(before).not.toContain(rule);
      expect(mine.map((f) => f.at.source.path)).toEqual([path]);
      expect(mine[0]?.message).toMatch(/\S{3}.*[.?`]$/);
      const others = findings.filter((f) => f.severity !== "info" && f.rule !== rule && !also?.test(f.rule));
      expect(others.map((f) => `${f.rule}: ${f.message}`)).toEqual([]);
    });
  }
}

/** What rules of some families find in files, as "rule line"; infos only when asked for. */
export function found(files: Files, families: RegExp, { info = false } = {}): string[] {
  const inputs = Object.entries(files).map(([path, content]) => ({ path, content }));
  return lint(inputs, { paths: Object.keys(files) })
    .findings.filter((f) => families.test(f.rule) && (info || f.severity !== "info"))
    .map((f) => `${f.rule} ${f.at.source.span(f.at).line}`);
}

/** What one rule says of files, whatever it weighs. */
export function said(id: string, files: Files, nginxVersion?: string): string[] {
  const inputs = Object.entries(files).map(([path, content]) => ({ path, content }));
  const only = rules.filter((rule) => rule.id === id);
  const app = files[appFile] === undefined ? {} : { app: readApp(files[appFile]) };
  const { findings } = lint(inputs, {
    only,
    rules: { [id]: "warning" },
    ...app,
    ...(nginxVersion && { nginxVersion }),
  });
  return findings.map(({ message }) => message);
}
