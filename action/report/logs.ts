import type { LogLine, LogQuery } from "../engine/console/logs/logs.ts";
import { code, fenced, page, tail } from "./markdown.ts";
import type { Report } from "./report.ts";

/** Characters of log lines in the summary; the job's log has them all. */
const SUMMARY_LIMIT = 60_000;

/** A line as the terminal shows it: time, source and release, text. */
export const logText = ({ at, from, release, text }: LogLine): string =>
  `${at} ${from.padEnd(7)} ${release ? `${release.slice(17)} ` : ""}${text}`;

type Asked = Pick<LogQuery, "release" | "grep"> & { readonly app: string };

/** The number of errors and warnings, and the last lines. Errors in a log do not fail the job that shows them. */
export function logsReport(lines: readonly LogLine[], { app, release, grep }: Asked): Report {
  const count = (severity: LogLine["severity"]) => lines.filter((line) => line.severity === severity).length;
  const [errors, warnings] = [count("error"), count("warning")];
  const found = [
    counted(lines.length, "line"),
    errors > 0 && counted(errors, "error"),
    warnings > 0 && counted(warnings, "warning"),
  ];
  const asked = [release && ` of ${code(release)}`, grep && ` with ${code(grep)}`].filter(Boolean).join("");
  return {
    failure: undefined,
    outputs: { status: "shown" },
    annotations: [],
    summary: page(
      `### 📜 ${code(app)}${asked}: ${found.filter(Boolean).join(", ")}`,
      lines.length > 0 ? fenced(tail(lines.map(logText).join("\n"), SUMMARY_LIMIT)) : "No matching log lines.",
    ),
  };
}

const counted = (count: number, what: string) => `${count} ${what}${count === 1 ? "" : "s"}`;
