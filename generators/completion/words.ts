import { helpFlag } from "../dispatch/command.ts";
import type { CommandSpec, Flag } from "../dispatch/flags.ts";

export interface CompletedFlag {
  /** With their dashes: `--json`, `--no-git`, `-n`. */
  readonly words: readonly string[];
  readonly help: string;
  /** What follows it: nothing, one of these words, a file or folder, or text that no shell can complete. */
  readonly value: "none" | "file" | "text" | readonly string[];
  readonly many: boolean;
}

export interface Completed {
  /** "" for the scaffold itself. */
  readonly name: string;
  readonly summary: string;
  readonly flags: readonly CompletedFlag[];
  /** Its positional arguments: one of these words, or paths. */
  readonly words: readonly string[] | "file" | "none";
}

export const program = "create-flask-deploy";

/** The completion of a command, from the same spec that its parser and its `--help` use. */
export function completed(spec: CommandSpec, name: string, summary: string): Completed {
  const [first] = spec.positionals ?? [];
  const choices = first?.name.includes("|") ? first.name.split("|") : undefined;
  const isPath = /^(dir|path|file)s?$/i.test(first?.name ?? "");
  return {
    name,
    summary,
    flags: [...spec.flags, helpFlag].flatMap(flagWords),
    words: choices ?? (isPath ? "file" : "none"),
  };
}

function flagWords({ name, kind, short, negatable, choices, value, many, help }: Flag): CompletedFlag[] {
  const isFile = /^(FILE|PATH|DIR|FOLDER)$/.test(value ?? "");
  const own: CompletedFlag = {
    words: [`--${name}`, ...(short ? [`-${short}`] : [])],
    help,
    value: kind === "boolean" ? "none" : (choices ?? (isFile ? "file" : "text")),
    many: many ?? false,
  };
  return negatable ? [own, { ...own, words: [`--no-${name}`], help: `not: ${help}` }] : [own];
}
