import type { DeployLog, DeployResult } from "../../action/engine/deploy/contract.ts";
import { causeSources } from "../../action/engine/deploy/deploy-error.ts";
import type { Step, StepName } from "../../action/engine/deploy/steps.ts";
import type { Io } from "./io.ts";
import { painter } from "./paint.ts";
import { running } from "./running.ts";

/** A log whose last line shows what is running, on a terminal. */
export interface TerminalLog extends DeployLog {
  /** Call it before writing anything else. */
  readonly stop: () => void;
}

/** A line a step, on stderr: stdout is for the result. */
export function terminalLog({ stderr, env }: Pick<Io, "stderr" | "env">): TerminalLog {
  const paint = painter(stderr, env);
  const { begin, line, stop } = running({ stderr, env });
  const ends = new Map<StepName, () => void>();
  return {
    step: (name) => void ends.set(name, begin(name)),
    line: (text) => line(`    ${paint.dim(text)}`),
    warning: (text) => line(`${paint.yellow("warning:")} ${text}`),
    done(step) {
      ends.get(step.name)?.();
      line(stepLine(step, paint));
    },
    stop,
  };
}

const stepLine = ({ name, durationMs, detail }: Step, paint: ReturnType<typeof painter>) =>
  `${paint.green("·")} ${name.padEnd(14)}${paint.dim(`${String(durationMs).padStart(6)} ms`)}  ${detail}`;

/** The result as text: for stderr if it failed, otherwise for stdout. */
export function resultText(result: DeployResult): string {
  const { status, release, previousRelease, cause, durationMs } = result;
  const seconds = (durationMs / 1000).toFixed(2);
  if (cause) {
    return [
      `${status} at step ${cause.step} (${causeSources[cause.kind]}): ${cause.message}`,
      ...(cause.next ? [cause.next] : []),
      ...(cause.unit ? ["", `unit: ${cause.unit}`] : []),
      ...(cause.traceback ? ["", cause.traceback] : []),
      ...(!cause.traceback && cause.journal.length > 0 ? ["", ...cause.journal.slice(-15)] : []),
      ...serving(status, previousRelease, cause.step),
    ].join("\n");
  }
  if (status === "unchanged") return `already live: ${release || "nothing"} (${seconds} s)`;
  const { requestsSent, requestsFailed, longestStallMs, roundTrips } = result;
  const probed = `${requestsSent} probe requests during the switch, ${requestsFailed} failed, slowest ${longestStallMs} ms`;
  const verb = status === "deployed" ? "deployed" : "rolled back to";
  return `${verb} ${release} in ${seconds} s (${probed}; ${roundTrips} round trips)`;
}

/** Steps that may end before the server has reported its live release. */
const unseen: ReadonlySet<StepName> = new Set(["check", "files", "connect", "lock", "build"]);

/** The live release after a failed run, as far as it is known. */
function serving(status: DeployResult["status"], previousRelease: string, step: StepName): string[] {
  // The message of its cause says how to find out.
  if (status === "unknown") return [];
  if (previousRelease) return ["", `${previousRelease} is live.`];
  return ["", unseen.has(step) ? "Nothing has changed on the server." : "Nothing is deployed."];
}

/** 0 only if the command did what it was asked to. */
export const exitCodeOf = ({ cause }: Pick<DeployResult, "cause">) => (cause ? 1 : 0);
