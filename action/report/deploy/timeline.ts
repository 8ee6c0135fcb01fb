import type { Step } from "../../engine/deploy/steps.ts";
import { inline, table } from "../markdown.ts";

/**
 * The steps as a Mermaid diagram, which GitHub draws, and as a table. Names of steps are ours, details are untrusted.
 *
 * @param totalMs end of the diagram: after the last step, the connection is closed
 */
export function timeline(steps: readonly Step[], totalMs: number): string {
  if (steps.length === 0) return "";
  const ended = Math.max(...steps.map((step) => step.startedMs + step.durationMs));
  const left = Math.round(totalMs) - Math.round(ended);
  const shown = [
    ...steps,
    ...(left > 0 ? [{ name: "close", startedMs: ended, durationMs: left, detail: "the connection" }] : []),
  ];
  const bars = shown.map(({ name, startedMs, durationMs }) => {
    const start = Math.round(startedMs);
    return `  ${name} ${milliseconds(durationMs)} :${start}, ${start + Math.max(1, Math.round(durationMs))}`;
  });
  const axis = Math.max(ended, totalMs) < 60_000 ? "%S.%L s" : "%M min %S s";
  const rows = shown.map((step) => [step.name, milliseconds(step.durationMs), inline(step.detail)]);
  return [
    ["```mermaid", "gantt", "  dateFormat x", `  axisFormat ${axis}`, ...bars, "```"].join("\n"),
    table(["step", "took", ""], rows),
  ].join("\n\n");
}

/** A duration for users, in the unit that fits. */
export function milliseconds(ms: number): string {
  if (ms < 1000) return `${Math.round(ms)} ms`;
  if (ms < 60_000) return `${(ms / 1000).toFixed(ms < 10_000 ? 2 : 1)} s`;
  return `${Math.floor(ms / 60_000)} min ${Math.round((ms % 60_000) / 1000)} s`;
}
