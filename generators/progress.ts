import type { DeployLog, DeployResult, Step } from "../action/deploy/contract.ts";
import type { Io } from "./io.ts";
import { painter } from "./paint.ts";

/** A line a step, on stderr: stdout is for the result. */
export function terminalLog({ stderr, env }: Pick<Io, "stderr" | "env">): DeployLog {
  const paint = painter(stderr, env);
  return {
    step: () => {},
    line: (text) => stderr.write(`    ${paint.dim(text)}\n`),
    warning: (text) => stderr.write(`${paint.yellow("warning:")} ${text}\n`),
    done: (step) => stderr.write(`${stepLine(step, paint)}\n`),
  };
}

const stepLine = ({ name, durationMs, detail }: Step, paint: ReturnType<typeof painter>) =>
  `${paint.green("·")} ${name.padEnd(14)}${paint.dim(`${String(durationMs).padStart(6)} ms`)}  ${detail}`;

/** The result in words; for stderr when it failed, for stdout when it did not. */
export function resultText(result: DeployResult): string {
  const { status, release, previousRelease, cause, durationMs } = result;
  const seconds = (durationMs / 1000).toFixed(2);
  if (cause) {
    const what = {
      app: "the app",
      infrastructure: "the infrastructure",
      usage: "the request",
      setup: "the server's setup",
    };
    const whose = cause.kind in what ? ` (${what[cause.kind as keyof typeof what]})` : "";
    const serves = previousRelease ? `${previousRelease} serves.` : "Nothing is deployed.";
    return [
      `${status} in step ${cause.step}${whose}: ${cause.message}`,
      ...(cause.next ? [cause.next] : []),
      ...(cause.unit ? ["", `unit: ${cause.unit}`] : []),
      ...(cause.traceback ? ["", cause.traceback] : []),
      ...(!cause.traceback && cause.journal.length > 0 ? ["", ...cause.journal.slice(-15)] : []),
      "",
      serves,
    ].join("\n");
  }
  if (status === "unchanged") return `unchanged: ${release || "nothing"} serves (${seconds} s)`;
  const { requestsSent, requestsFailed, longestStallMs, roundTrips } = result;
  const probed = `${requestsSent} requests while it switched, ${requestsFailed} failed, longest ${longestStallMs} ms`;
  const verb = status === "deployed" ? "deployed" : "went back to";
  return `${verb} ${release} in ${seconds} s (${probed}; ${roundTrips} round trips)`;
}

/** 0 only if what was asked has happened. */
export const exitCodeOf = ({ cause }: Pick<DeployResult, "cause">) => (cause ? 1 : 0);
