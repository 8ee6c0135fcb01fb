import { describe, expect, it } from "vitest";
import { readApp } from "../../../action/engine/app/app.ts";
import { type LintOptions, lint } from "../../../action/lint/engine.ts";
import { exampleFiles, exampleLinks } from "../../../action/lint/rule.ts";
import { rules } from "../../../action/lint/rules/index.ts";

type Files = ReturnType<typeof exampleFiles>;

/** An example that depends on a version says so in its own flask-deploy.yml. */
function run(files: Files, options: LintOptions = {}) {
  const yml = files.find((file) => file.path === "flask-deploy.yml");
  const app = yml ? readApp(yml.content) : undefined;
  const { nginxVersion } = app ?? {};
  return lint(files, { ...options, ...(app && { app }), ...(nginxVersion && { nginxVersion }) });
}

const grave = (files: Files, options: LintOptions) => run(files, options).findings.filter((f) => f.severity !== "info");

describe.each(rules)("$id", (rule) => {
  const only = rule.enabled === false ? { rules: { [rule.id]: rule.severity } } : {};

  it("finds its bad example, and nothing else that counts there", () => {
    const { findings } = run(exampleFiles(rule, rule.bad), { ...only, links: exampleLinks(rule.bad) });
    expect(findings.map((f) => f.rule)).toContain(rule.id);
    expect(
      findings.filter((f) => f.severity !== "info" && f.rule !== rule.id).map((f) => `${f.rule}: ${f.message}`),
    ).toEqual([]);
  });

  it("is silent on its good example, as all rules are", () => {
    const files = exampleFiles(rule, rule.good);
    const options = { ...only, links: exampleLinks(rule.good) };
    expect(
      run(files, options)
        .findings.filter((f) => f.rule === rule.id)
        .map((f) => f.message),
    ).toEqual([]);
    expect(grave(files, options).map((f) => `${f.rule}: ${f.message}`)).toEqual([]);
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
