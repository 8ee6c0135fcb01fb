import type { AskRequest, Effects } from "../engine/deploy/contract.ts";
import { DeployError } from "../engine/deploy/deploy-error.ts";
import type { ServerInputs } from "../inputs/inputs.ts";
import { connectionLost } from "../report/deploy/connection-lost.ts";
import { fenced, inline, page } from "../report/markdown.ts";
import type { Report } from "../report/report.ts";
import type { ServerJob } from "../runner/job.ts";

/** Puts a question to the server, and shows the answer in the log; one that cannot be asked fails the job, and says why and what to do. */
export async function runQuery<Answer>(
  inputs: ServerInputs,
  { request, effects, log }: ServerJob,
  put: (request: AskRequest, effects: Effects) => Promise<Answer>,
  report: (answer: Answer) => Report & { readonly lines?: readonly string[] },
): Promise<Report> {
  // Some queries inspect the key's file itself, besides connecting with it.
  request.login.key?.put();
  try {
    const { lines = [], ...told } = report(await put(request, effects));
    for (const line of lines) log.line(line);
    return told;
  } catch (error) {
    if (error instanceof DeployError) return unanswered(error, inputs);
    throw error;
  }
}

/** The report of a query that failed to run. */
export function unanswered(
  error: DeployError,
  { command, app, access }: Pick<ServerInputs, "command" | "app" | "access">,
): Report {
  const { message, next } = connectionLost(error.ssh, error.message, access) ?? error;
  const advice = next.includes("\n") ? fenced(next) : next && `**What to do:** ${inline(next)}`;
  const [headline = "", ...more] = message.split("\n");
  const summary = page(
    `### ❌ ${inline(app.name)}, ${command}: ${inline(headline)}`,
    more.length > 0 && fenced(more.join("\n")),
    advice,
  );
  return {
    failure: [message, next].filter(Boolean).join("\n"),
    outputs: { status: "failed" },
    annotations: [],
    summary,
  };
}
