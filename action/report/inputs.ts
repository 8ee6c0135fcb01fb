import type { InputError } from "../inputs/input-reader.ts";
import { inline } from "./markdown.ts";
import type { Annotation, Report } from "./report.ts";

/** The report of a step whose inputs or flask-deploy.yml are invalid: nothing was done. */
export function inputReport({ problems }: InputError): Report {
  const lines = problems.flatMap((problem) => problem.split("\n"));
  return {
    failure: lines.length === 1 ? lines[0] : `${lines.length} problems:\n${lines.map((l) => `- ${l}`).join("\n")}`,
    outputs: { status: "failed" },
    annotations: lines.flatMap(placed),
    summary: `### ❌ Invalid inputs: nothing was done\n\n${lines.map((line) => `- ${inline(line)}`).join("\n")}\n`,
  };
}

/** A problem in flask-deploy.yml has its position: `shop/flask-deploy.yml:3:5: port must be …`. */
function placed(line: string): Annotation[] {
  const at = /^([^\s:]+):(\d+):(\d+): (.+)$/.exec(line);
  if (!at) return [];
  const [, file = "", row, column, message = ""] = at;
  return [{ level: "error", file, startLine: Number(row), startColumn: Number(column), message }];
}
