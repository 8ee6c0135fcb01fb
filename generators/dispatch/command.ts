import type { Io } from "../terminal/io.ts";
import { type CommandSpec, type Parsed, parseFlags } from "./flags.ts";
import { helpText } from "./help.ts";

/** A command for the dispatcher. Resolves to the exit code: 0 only if it did what it was asked to, otherwise 1. */
export type Command = (args: readonly string[], io: Io) => Promise<number>;

/** A command with its spec, which shell completion uses too. */
export type SpecifiedCommand = Command & { readonly spec: CommandSpec };

/** The flag every command has. */
export const helpFlag = { name: "help", kind: "boolean", short: "h", help: "show this help and exit" } as const;

/**
 * Makes a command from its spec: parses the flags, prints `--help`, and runs `act`. An invalid command line throws a
 * `UsageError` (exit code 2), a failure with a known reason a `Failure` (exit code 1); the entry reports both.
 *
 * ```ts
 * export const statusCommand = command(
 *   { name: "status", summary: "…", flags: [{ name: "json", kind: "boolean", help: "…" }], examples: [["…", "…"]] },
 *   async ({ values, rest }, io) => { … values.json … return 0; },
 * );
 * ```
 */
export function command<const S extends CommandSpec>(
  spec: S,
  act: (parsed: Parsed<S>, io: Io) => Promise<number>,
  also: {
    /** Lines for `--help`, before the examples. */
    readonly more?: () => readonly string[];
    /** Problems that are reported together with those of the flags. */
    readonly check?: (parsed: Parsed<S>, io: Io) => readonly string[];
  } = {},
): SpecifiedCommand {
  const run = async (args: readonly string[], io: Io) => {
    // `--help` takes precedence over errors on the command line: the user is asking how to correct it.
    if (asksHelp(args)) {
      io.stdout.write(helpText({ ...spec, flags: [...spec.flags, helpFlag] }, also.more?.()));
      return 0;
    }
    return act(
      parseFlags(spec, args, (parsed) => also.check?.(parsed, io) ?? []),
      io,
    );
  };
  return Object.assign(run, { spec });
}

function asksHelp(args: readonly string[]): boolean {
  const end = args.indexOf("--");
  return (end < 0 ? args : args.slice(0, end)).some((arg) => arg === "--help" || arg === "-h");
}
