import type { Outcome } from "../targets/target.ts";
import { type Cause, DeployError } from "./deploy-error.ts";
import { hintOf } from "./hints.ts";

/** The last traceback in a journal; "" if there is none. App servers log it line by line, between other lines. */
export function tracebackIn(lines: readonly string[]): string {
  const start = lines.findLastIndex((line) => line.includes("Traceback (most recent call last):"));
  if (start < 0) return "";
  const first = lines[start] as string;
  const indent = first.indexOf("Traceback");
  const prefix = first.slice(0, indent);
  const own = (line: string) => (prefix && line.startsWith(prefix) ? line.slice(indent) : line);
  const block = [own(first)];
  for (const line of lines.slice(start + 1)) {
    const text = own(line);
    block.push(text);
    // Frames are indented; the first line that is not names the exception and ends the traceback.
    if (text && !/^\s/.test(text) && !/^(During handling|The above exception|Traceback)/.test(text)) break;
  }
  return block.join("\n");
}

/** The cause that the target reports, with the traceback extracted from the journal. */
export function causeOf(outcome: Outcome): Cause | undefined {
  if (!outcome.cause) return undefined;
  const { cause } = outcome;
  const hint = hintOf([cause.message, cause.next, ...cause.journal].join("\n"));
  return {
    ...cause,
    next: [hint, cause.next].filter(Boolean).join("\n"),
    traceback: tracebackIn(cause.journal),
  };
}

/** The cause of an error on the client's side. */
export function causeOfError(error: unknown, step: Cause["step"], isCancelled: boolean): Cause {
  const rest = { traceback: "", journal: [], unit: "" };
  if (isCancelled)
    return {
      kind: "cancelled",
      step,
      message: "this run was cancelled",
      next: "A deploy that had not switched yet is undone.",
      ...rest,
    };
  if (error instanceof DeployError)
    return {
      ...{ kind: error.kind, step: error.step, message: error.message, next: error.next, ...rest },
      ...(error.ssh && { ssh: error.ssh }),
    };
  const { message } = error as Error;
  return { kind: "infrastructure", step, message, next: "", ...rest };
}
