import type { Io } from "../terminal/io.ts";
import { type CommandSpec, type Parsed, parseFlags } from "./flags.ts";
import { helpText } from "./help.ts";

/** What the dispatcher calls. Resolves to the exit code: 0 only if what was asked has happened, 1 if not. */
export type Command = (args: readonly string[], io: Io) => Promise<number>;

/** A command that can tell what it reads its line by, so that a shell completes by the same. */
export type SpecifiedCommand = Command & { readonly spec: CommandSpec };

/** The flag every command has. */
export const helpFlag = { name: "help", kind: "boolean", short: "h", help: "show this help and exit" } as const;

/**
 * A command from its spec: reads the flags, answers `--help`, and hands the rest to `act`. A wrong use is thrown as a
 * `UsageError` (exit 2), a failure that has a reason as a `Failure` (exit 1); the entry reports both.
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
    // `--help` wins over whatever else is wrong with the line: the person is asking what is right.
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
