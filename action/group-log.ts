import type { DeployLog, Step, StepName } from "./deploy/contract.ts";
import { harmlessLines } from "./log-lines.ts";
import type { Secrets } from "./secrets.ts";
import { milliseconds } from "./timeline.ts";

/** What the job's log needs; @actions/core has it. */
export interface Output {
  info(line: string): void;
  startGroup(title: string): void;
  endGroup(): void;
}

/** A deploy's progress in the job's log, as it happens: one group a step, closed by how long it took. */
export function groupLog(output: Output, secrets: Secrets): DeployLog {
  let open: StepName | undefined;
  const line = (text: string) => {
    for (const each of harmlessLines(secrets.hide(text))) output.info(each);
  };
  const close = () => {
    if (open !== undefined) output.endGroup();
    open = undefined;
  };
  return {
    line,
    step(name: StepName) {
      close();
      open = name;
      output.startGroup(name);
    },
    // The report shows it as an annotation when all is over; here it stands where it happened.
    warning: (text) => line(`Warning: ${text}`),
    done(step: Step) {
      line(`${step.detail ? `${step.detail}, ` : ""}${milliseconds(step.durationMs)}`);
      if (open === step.name) close();
    },
  };
}
