import { parseArgs } from "node:util";
import type { ConsoleOption } from "../../action/engine/console/option.ts";
import { UsageError } from "./errors.ts";
import { nearest } from "./nearest.ts";

/** One `--flag`. A boolean takes no value; all others take one. */
export interface Flag extends Omit<ConsoleOption, "kind"> {
  readonly kind: ConsoleOption["kind"] | "choice";
  /** Of a choice: its valid values. */
  readonly choices?: readonly string[];
  /** Of a boolean: whether `--no-NAME` exists. */
  readonly negatable?: boolean;
}

export interface Positional {
  readonly name: string;
  readonly help: string;
  readonly optional?: boolean;
  /** Takes all remaining arguments; allowed for the last one only. */
  readonly many?: boolean;
}

export interface CommandSpec {
  /** As typed after `create-flask-deploy`; empty for the scaffold itself. */
  readonly name: string;
  /** One line: what it does. */
  readonly summary: string;
  readonly positionals?: readonly Positional[];
  readonly flags: readonly Flag[];
  /** Command lines to copy, each with what it does. */
  readonly examples: readonly (readonly [command: string, does: string])[];
}

type One<F extends Flag> = F["kind"] extends "integer" ? number : F["kind"] extends "boolean" ? boolean : string;
/** Values by flag name. An omitted flag is absent: no default is filled in here. */
export type Values<S extends CommandSpec> = {
  readonly [F in S["flags"][number] as F["name"]]?: F extends { many: true } ? readonly One<F>[] : One<F>;
};

export interface Parsed<S extends CommandSpec> {
  readonly values: Values<S>;
  readonly rest: readonly string[];
  /** Names of the flags on the command line, whether their values are valid or not. */
  readonly seen: ReadonlySet<string>;
}

/** Finds problems of the command line as a whole; it gets the valid part of a line that may have other problems. */
export type Check<S extends CommandSpec> = (parsed: Parsed<S>) => readonly string[];

type Value = string | number | boolean;

/**
 * Parses a command line by its spec.
 *
 * @throws {@link UsageError} with every problem of the command line, not only the first
 */
export function parseFlags<const S extends CommandSpec>(
  spec: S,
  args: readonly string[],
  check: Check<S> = () => [],
): Parsed<S> {
  const problems: string[] = [];
  const byName = new Map(spec.flags.map((flag) => [flag.name, flag]));
  const negated = new Map(spec.flags.filter((f) => f.negatable).map((flag) => [`no-${flag.name}`, flag]));
  const options: Record<string, { type: "string" | "boolean"; short?: string }> = {};
  for (const { name, kind, short } of spec.flags)
    options[name] = { type: kind === "boolean" ? "boolean" : "string", ...(short && { short }) };
  for (const name of negated.keys()) options[name] = { type: "boolean" };

  // Not `strict`, which stops at the first problem and suggests neither similar flags nor valid values.
  const { tokens } = parseArgs({ args: [...args], options, strict: false, allowPositionals: true, tokens: true });
  const given = new Map<Flag, Value[]>();
  const rest: string[] = [];
  const seen = new Set<string>();
  for (const token of tokens) {
    if (token.kind === "positional") rest.push(token.value);
    if (token.kind !== "option") continue;
    const flag = byName.get(token.name) ?? negated.get(token.name);
    if (!flag) {
      const word = args[token.index] as string;
      // parseArgs reads `-shop` as four flags; the user meant one word, so it is reported once.
      const isGroup = /^-[^-]./.test(word);
      const problem = unknown(isGroup ? word : token.rawName, [...byName.keys(), ...negated.keys()]);
      if (!problems.includes(problem)) problems.push(problem);
      continue;
    }
    seen.add(flag.name);
    const read = readValue(flag, token, byName.has(token.name));
    if ("problem" in read) problems.push(read.problem);
    else given.set(flag, [...(given.get(flag) ?? []), read.value]);
  }

  const values: Record<string, Value | readonly Value[]> = {};
  for (const [flag, list] of given) {
    if (!flag.many && new Set(list).size > 1) problems.push(`--${flag.name} is set twice, with different values`);
    values[flag.name] = flag.many ? list : (list.at(-1) as Value);
  }
  problems.push(...countProblems(spec.positionals ?? [], rest));
  const parsed = { values: values as Values<S>, rest, seen };
  problems.push(...check(parsed));
  if (problems.length > 0) throw new UsageError(...problems);
  return parsed;
}

type OptionToken = { rawName: string; value?: string | undefined; inlineValue?: boolean | undefined };

function readValue(flag: Flag, token: OptionToken, positive: boolean): { value: Value } | { problem: string } {
  const { rawName, value, inlineValue } = token;
  if (flag.kind === "boolean") {
    if (value === undefined) return { value: positive };
    const no = flag.negatable ? ` or --no-${flag.name}` : "";
    return { problem: `${rawName} takes no value: write --${flag.name}${no}` };
  }
  if (value === undefined) return { problem: `${rawName} needs a value${right(flag)}` };
  if (!inlineValue && value.startsWith("-") && value !== "-")
    return {
      problem: `${rawName} needs a value${right(flag)} (one that starts with "-" is written ${rawName}=${value})`,
    };
  if (flag.kind === "choice" && !flag.choices?.includes(value)) {
    const near = nearest(value, flag.choices ?? []);
    return { problem: `${rawName} ${JSON.stringify(value)}${right(flag)}${near ? `; did you mean ${near}?` : ""}` };
  }
  if (flag.kind === "integer") {
    const [low, high] = flag.range ?? [Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER];
    const number = /^[+-]?\d{1,15}$/.test(value) ? Number(value) : Number.NaN;
    const problem = number >= low && number <= high ? flag.problem?.(value) : `must be a whole number${right(flag)}`;
    return problem ? { problem: `${rawName} ${JSON.stringify(value)}: ${problem}` } : { value: number };
  }
  const problem = flag.problem?.(value);
  return problem ? { problem: `${rawName} ${JSON.stringify(value)}: ${problem}` } : { value };
}

function right(flag: Flag): string {
  if (flag.choices) return `: must be one of ${flag.choices.join(", ")}`;
  return flag.range ? ` from ${flag.range[0]} to ${flag.range[1]}` : "";
}

function unknown(rawName: string, names: readonly string[]): string {
  const near = nearest(rawName.replace(/^-+/, ""), names);
  return `unknown flag ${rawName}${near ? `; did you mean --${near}?` : ""}`;
}

function countProblems(positionals: readonly Positional[], rest: readonly string[]): string[] {
  const missing = positionals.slice(rest.length).find((p) => !p.optional);
  if (missing) return [`${missing.name} is missing: ${missing.help}`];
  if (positionals.at(-1)?.many || rest.length <= positionals.length) return [];
  const extra = rest.slice(positionals.length);
  return [`unexpected arguments: ${extra.map((word) => JSON.stringify(word)).join(", ")}`];
}
