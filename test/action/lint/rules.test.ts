import { describe, expect, it } from "vitest";
import { lint } from "../../../action/lint/engine.ts";
import { exampleFiles } from "../../../action/lint/rule.ts";
import { rules } from "../../../action/lint/rules/index.ts";

const grave = (files: ReturnType<typeof exampleFiles>) => lint(files).findings.filter((f) => f.severity !== "info");

describe.each(rules)("$id", (rule) => {
  const only = rule.enabled === false ? { rules: { [rule.id]: rule.severity } } : {};

  it("finds its bad example, and nothing else that counts there", () => {
    const { findings } = lint(exampleFiles(rule, rule.bad), only);
    expect(findings.map((f) => f.rule)).toContain(rule.id);
    expect(
      findings.filter((f) => f.severity !== "info" && f.rule !== rule.id).map((f) => `${f.rule}: ${f.message}`),
    ).toEqual([]);
  });

  it("is silent on its good example, as all rules are", () => {
    const files = exampleFiles(rule, rule.good);
    expect(
      lint(files, only)
        .findings.filter((f) => f.rule === rule.id)
        .map((f) => f.message),
    ).toEqual([]);
    expect(grave(files).map((f) => `${f.rule}: ${f.message}`)).toEqual([]);
  });

  it("says what it is about", () => {
    expect(rule.id).toMatch(/^[a-z]+\/[a-z0-9-]+$/);
    expect(rule.summary).toMatch(/^[^\n]{10,100}[^.]$/);
    expect(rule.why.length).toBeGreaterThan(80);
  });
});

it("has each rule once", () => {
  expect(new Set(rules.map((rule) => rule.id)).size).toBe(rules.length);
});
