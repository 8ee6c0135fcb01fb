import type { DeployLog } from "../engine/deploy/contract.ts";
import type { Step, StepName } from "../engine/deploy/steps.ts";
import type { Secrets } from "../runner/secrets.ts";
import { milliseconds } from "./deploy/timeline.ts";
import { harmlessLines } from "./log-lines.ts";

/** What the job's log needs; @actions/core has it. */
export interface Output {
  info(line: string): void;
  startGroup(title: string): void;
  endGroup(): void;
}

/** Lasts until the server has answered: what the server does in that time is told within its group. */
const around: StepName = "connect";

/** A deploy's progress in the job's log, as it happens: one group a step, with its lines, closed by how long it took. */
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
      if (open === around) return;
      close();
      open = name;
      output.startGroup(name);
    },
    // The report shows it as an annotation when all is over; here it stands where it happened.
    warning: (text) => line(`Warning: ${text}`),
    done({ name, detail, durationMs }: Step) {
      const said = `${detail ? `${detail}, ` : ""}${milliseconds(durationMs)}`;
      line(open === name ? said : `${name}: ${said}`);
      if (open === name) close();
    },
  };
}
