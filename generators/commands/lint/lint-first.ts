import type { Objection } from "../../../action/engine/deploy/contract.ts";
import { isAtLeast, type Level } from "../../../action/lint/finding.ts";

/**
 * Lints the repository as the Action does before it deploys. The linter is imported only here, since not every deploy
 * lints.
 *
 * @param level lowest severity that stops the deploy
 */
export async function lintFirst(root: string, level: Level): Promise<Objection | undefined> {
  const [{ lintInputs }, { lint }, { countsOf, reportOf }] = await Promise.all([
    import("./lint-inputs.ts"),
    import("../../../action/lint/engine.ts"),
    import("../../../action/lint/report.ts"),
  ]);
  const inputs = await lintInputs(["."], root);
  const found = inputs.flatMap(({ files, options }) => lint(files, options).findings);
  if (!found.some(({ severity }) => isAtLeast(severity, level))) return undefined;
  return {
    problem: `lint found ${countsOf(found)}`,
    next: "`npx create-flask-deploy lint` shows them with their fixes; --lint-level off deploys anyway.",
    lines: reportOf(found).findings.map(
      ({ file, line, column, severity, rule, message }) => `${file}:${line}:${column}: ${severity} ${rule}: ${message}`,
    ),
  };
}
