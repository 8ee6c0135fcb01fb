import { helpFlag } from "../dispatch/command.ts";
import type { CommandSpec, Flag } from "../dispatch/flags.ts";

/** What a shell is told of one flag. */
export interface CompletedFlag {
  /** With their dashes: `--json`, `--no-git`, `-n`. */
  readonly words: readonly string[];
  readonly help: string;
  /** What comes after it: nothing, one of some words, a file or folder, or what no shell can guess. */
  readonly value: "none" | "file" | "text" | readonly string[];
  readonly many: boolean;
}

/** What a shell is told of one command. */
export interface Completed {
  /** "" for the scaffold itself. */
  readonly name: string;
  readonly summary: string;
  readonly flags: readonly CompletedFlag[];
  /** What its words without dashes may be; "file" when they are paths. */
  readonly words: readonly string[] | "file" | "none";
}

export const program = "create-flask-deploy";

/** A command as shells see it, of the same table that reads its line and prints its `--help`. */
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
