import type { DeployLog } from "../engine/deploy/contract.ts";
import type { Step, StepName } from "../engine/deploy/steps.ts";
import type { Secrets } from "../runner/secrets.ts";
import { milliseconds } from "./deploy/timeline.ts";
import { plain } from "./markdown.ts";

/** The functions of @actions/core that write the job's log. */
export interface Output {
  info(line: string): void;
  startGroup(title: string): void;
  endGroup(): void;
}

/** This step lasts until the server has responded: until then, lines of the server's steps belong to its group. */
const around: StepName = "connect";

/** A deploy's progress in the job's log, as it happens: one group a step, with its lines and its duration. */
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
    // The report also shows it as an annotation in the end; here it is where it happened.
    warning: (text) => line(`Warning: ${text}`),
    done({ name, detail, durationMs }: Step) {
      const said = `${detail ? `${detail}, ` : ""}${milliseconds(durationMs)}`;
      line(open === name ? said : `${name}: ${said}`);
      if (open === name) close();
    },
  };
}

/**
 * Lines for the job's log that the runner cannot mistake for commands, whatever they contain. The runner reads
 * `::name::` at the start of a line and `##[name]` anywhere in it:
 * https://github.com/actions/runner/blob/main/src/Runner.Common/ActionCommand.cs
 */
export const harmlessLines = (text: string): readonly string[] =>
  plain(text)
    .split("\n")
    .map((line) => line.replace(/^([\s\p{Z}\p{C}]*):(?=:)/u, "$1: ").replaceAll("##[", "## ["));
