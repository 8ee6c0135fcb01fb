import { quoteAll } from "../../../action/engine/process/quote.ts";
import type { Check } from "../../../action/engine/targets/local/check.ts";
import type { Log } from "../../../action/engine/targets/local/copy/stage.ts";
import type { Plan, Program } from "../../../action/engine/targets/local/plan.ts";
import type { Io } from "../../terminal/io.ts";
import { painter } from "../../terminal/paint.ts";

/** @param holds keeps lines back until `follow` or `flush` */
export function openLog(io: Io, holds: boolean): Log {
  const paint = painter(io.stderr, io.env);
  const held: { readonly program: Program["name"]; readonly line: string }[] = [];
  let isHeld = holds;
  const named = (program: Program["name"]) => (program === "nginx" ? paint.cyan : paint.green)(`[${program}]`);
  return {
    line(program, text) {
      const line = `${named(program)} ${text}\n`;
      if (isHeld) held.push({ program, line });
      else io.stderr.write(line);
    },
    flush() {
      for (const { line } of held.splice(0)) io.stderr.write(line);
    },
    follow() {
      isHeld = false;
      const counts = new Map<Program["name"], number>();
      for (const { program } of held.splice(0)) counts.set(program, (counts.get(program) ?? 0) + 1);
      for (const [program, length] of counts)
        io.stderr.write(
          `${named(program)} ${paint.dim(`… ${length} lines while it started (--verbose shows them)`)}\n`,
        );
    },
  };
}

/** Output of `--dry-run`: every program, and every line of the repository's files that differs in the copy. */
export function describePlan(plan: Plan, textOf: (path: string) => string, lock: string, isInstalled: boolean): string {
  const lines = [isInstalled ? `the packages of ${lock} are installed` : `would install the packages of ${lock}`];
  for (const { name, argv, env } of plan.programs) {
    const set = Object.entries(env).map(([key, value]) => `${key}=${value}`);
    lines.push(`would start ${name}: ${quoteAll([...(set.length > 0 ? ["env", ...set] : []), ...argv])}`);
  }
  for (const { path, text, from } of plan.files) {
    if (from === undefined)
      lines.push(
        `would write ${path}:`,
        ...text
          .trimEnd()
          .split("\n")
          .map((line) => `  + ${line}`),
      );
    else lines.push(`would run a copy of ${from} with these lines:`, ...changes(textOf(from), text));
  }
  return [...lines, ...plan.notes, `would serve ${plan.url}`].map((line) => `${line}\n`).join("");
}

/** A copy keeps the line numbers, so lines of the same number correspond. */
function changes(before: string, after: string): string[] {
  const then = after.split("\n");
  return before.split("\n").flatMap((line, i) => {
    const now = then[i] ?? "";
    if (line === now) return [];
    return [`  ${i + 1} - ${line.trim()}`, ...(now.trim() === "" ? [] : [`  ${i + 1} + ${now.trim()}`])];
  });
}

/** The checks of `--check`, one a line. */
export function describeChecks(checks: readonly Check[], io: Io): string {
  const paint = painter(io.stdout, io.env);
  return checks
    .map(({ path, status, type, problem }) =>
      problem ? `${paint.red("✗")} ${path} ${problem}\n` : `${paint.green("✓")} ${path} ${status} ${type}\n`,
    )
    .join("");
}
