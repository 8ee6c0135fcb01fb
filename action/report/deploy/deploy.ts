import type { DeployResult } from "../../engine/deploy/contract.ts";
import type { Cause } from "../../engine/deploy/deploy-error.ts";
import type { Annotation, Report } from "../report.ts";
import { type DeployContext, deploySummary, reason } from "./summary.ts";
import { lastLine, placeOf } from "./traceback.ts";

/** The report of a deploy or a rollback; a pure function of the result. */
export function deployReport(result: DeployResult, context: DeployContext): Report {
  const { cause } = result;
  return {
    failure: failed(result) ? failureOf(result) : undefined,
    outputs: {
      status: result.status,
      release: result.release,
      "previous-release": result.previousRelease,
      url: result.url,
      "duration-ms": String(Math.round(result.durationMs)),
      "requests-sent": String(result.requestsSent),
      "requests-failed": String(result.requestsFailed),
    },
    annotations: [
      ...(cause ? codeAnnotation(cause, context) : []),
      ...result.warnings.map((message): Annotation => ({ level: "warning", message })),
    ],
    summary: deploySummary(result, context),
  };
}

/** A requested rollback has no cause; one after a failure has. */
export const failed = ({ status, cause }: DeployResult): boolean => status === "failed" || cause !== undefined;

function failureOf({ status, cause }: DeployResult): string {
  const what = { "rolled-back": "Rolled back", unknown: "Outcome unknown" }[status as string] ?? "Not deployed";
  if (!cause) return `${what}.`;
  return [`${what}: ${reason(cause)} (step ${cause.step})`, cause.next].filter(Boolean).join("\n");
}

function codeAnnotation(cause: Cause, { folder, exists }: DeployContext): Annotation[] {
  const place = placeOf(cause.traceback, exists);
  if (!place) return [];
  const file = folder ? `${folder}/${place.file}` : place.file;
  return [{ level: "error", title: lastLine(cause.traceback), message: cause.message, file, startLine: place.line }];
}
