import type { AskRequest, Effects } from "../deploy/contract.ts";
import { Fault } from "../deploy/fault.ts";
import type { ServerInputs } from "../inputs.ts";
import type { Job } from "../job.ts";
import { fenced, inline } from "../markdown.ts";
import type { Report } from "../report.ts";
import { wayIn } from "../way-in.ts";
import { wayLost } from "../way-lost.ts";

/** Puts a question to the server; one that cannot be asked fails the job, and says why and what to do. */
export async function ask<Answer>(
  inputs: ServerInputs,
  job: Job,
  put: (request: AskRequest, effects: Effects) => Promise<Answer>,
  report: (answer: Answer) => Report,
): Promise<Report> {
  const { request, effects } = wayIn(inputs, job);
  // Some look at the key itself, beside connecting with it.
  request.login.key?.put();
  try {
    return report(await put(request, effects));
  } catch (error) {
    if (error instanceof Fault) return unanswered(error, inputs);
    throw error;
  }
}

/** The report of a question that got no answer. */
export function unanswered(
  fault: Fault,
  { command, app, access }: Pick<ServerInputs, "command" | "app" | "access">,
): Report {
  const { message, next } = wayLost(fault.ssh, fault.message, access) ?? fault;
  const advice = next.includes("\n") ? fenced(next) : next && `**What to do:** ${inline(next)}`;
  const [headline = "", ...more] = message.split("\n");
  const parts = [
    `### ❌ ${inline(app.name)}, ${command}: ${inline(headline)}`,
    more.length > 0 && fenced(more.join("\n")),
    advice,
  ];
  return {
    failure: [message, next].filter(Boolean).join("\n"),
    outputs: { status: "failed" },
    annotations: [],
    summary: `${parts.filter(Boolean).join("\n\n")}\n`,
  };
}
