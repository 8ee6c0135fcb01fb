import type { Objection } from "../../../action/engine/deploy/contract.ts";
import type { Severity } from "../../../action/lint/finding.ts";

/** From which severity on findings stop a deploy; the same values as the Action's `lint-level`. */
export const lintLevels = ["error", "warning", "info", "off"] as const;

/** Lints the repository as the Action does before it deploys. The linter is loaded here only. */
export async function lintFirst(root: string, level: Severity): Promise<Objection | undefined> {
  const [{ lintInputs }, { lint }, { countsOf, fails, reportOf }] = await Promise.all([
    import("./lint-inputs.ts"),
    import("../../../action/lint/engine.ts"),
    import("../../../action/lint/report.ts"),
  ]);
  const inputs = await lintInputs(["."], root);
  const found = inputs.flatMap(({ files, options }) => lint(files, options).findings);
  if (!fails(found, level)) return undefined;
  return {
    problem: `lint found ${countsOf(found)}`,
    next: "`npx create-flask-deploy lint` shows them with their fixes; --lint-level off deploys in spite of them.",
    lines: reportOf(found).findings.map(
      ({ file, line, column, severity, rule, message }) => `${file}:${line}:${column}: ${severity} ${rule}: ${message}`,
    ),
  };
}
