import { plain } from "./markdown.ts";

/**
 * Lines for the job's log that the runner cannot mistake for commands, whatever they contain. The runner reads
 * `::name::` at the start of a line and `##[name]` anywhere in it:
 * https://github.com/actions/runner/blob/main/src/Runner.Common/ActionCommand.cs
 */
export const harmlessLines = (text: string): readonly string[] =>
  plain(text)
    .split("\n")
    .map((line) => line.replace(/^([\s\p{Z}\p{C}]*):(?=:)/u, "$1: ").replaceAll("##[", "## ["));
