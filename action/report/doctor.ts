import type { CheckResult } from "../engine/console/doctor/check.ts";
import type { Diagnosis } from "../engine/console/doctor/doctor.ts";
import { diagnosisLines } from "../engine/console/doctor/text.ts";
import { code, folded, inline, page, table } from "./markdown.ts";
import type { Annotation, Report } from "./report.ts";

const signs: Readonly<Record<CheckResult["status"], string>> = { ok: "✅", warning: "⚠️", error: "❌", skipped: "➖" };

/** The output `status` for each result of doctor. */
const words: Readonly<Record<Diagnosis["status"], string>> = { ok: "healthy", warning: "warnings", error: "errors" };

/**
 * The result of doctor for a job: problems first, each with its fix and an annotation at the step; the other checks are
 * collapsed. The job fails if there is an error, as the terminal's exit code does.
 */
export function doctorReport(
  { status, checks }: Diagnosis,
  app: string,
): Report & { readonly lines: readonly string[] } {
  const having = (...wanted: readonly CheckResult["status"][]) => checks.filter((one) => wanted.includes(one.status));
  const [errors, warnings, rest] = [having("error"), having("warning"), having("ok", "skipped")];
  const counted = [count(errors, "error"), count(warnings, "warning")].filter(Boolean).join(", ");
  const bad = [...errors, ...warnings];
  const summary = page(
    `### ${signs[status]} ${code(app)}: ${counted || "no problems"}, ${checks.length} checks`,
    ...bad.map(shown),
    folded(
      `${rest.length} checks without a problem`,
      table(
        ["", "check", "seen"],
        rest.map((one) => [signs[one.status], inline(one.title), inline(one.detail)]),
      ),
    ),
  );
  return {
    failure: errors.length > 0 ? `${app}: ${counted}: ${errors.map(({ id }) => id).join(", ")}` : undefined,
    outputs: { status: words[status], json: JSON.stringify({ status, checks }) },
    annotations: bad.map(annotation),
    summary,
    lines: diagnosisLines({ status, checks }).map(({ text }) => text),
  };
}

const count = ({ length }: readonly CheckResult[], what: string) =>
  length === 0 ? "" : `${length} ${what}${length === 1 ? "" : "s"}`;

const shown = ({ id, status, title, detail, next }: CheckResult): string =>
  [
    `${signs[status]} ${code(id)} failed: **${inline(detail)}** Expected: ${inline(title)}.`,
    next && `**What to do:** ${inline(next)}`,
  ]
    .filter(Boolean)
    .join("  \n");

const annotation = ({ id, status, title, detail, next }: CheckResult): Annotation => ({
  level: status === "error" ? "error" : "warning",
  title: `${id} failed`,
  message: [`${detail}\nExpected: ${title}.`, next].filter(Boolean).join("\n"),
});
