import type { Invocation } from "../../command/invocation.ts";
import type { Project } from "../../files/project.ts";
import type { Range, Text } from "../../files/source.ts";
import { isTemplated } from "../../files/template.ts";
import type { GunicornFile } from "../../gunicorn/conf.ts";
import type { Model, Starter } from "../../model/types.ts";
import type { PyValue } from "../../python/value.ts";
import { rulesOver } from "../../rule.ts";

/** A setting at the place that sets it: a line of a conf.py, or an option of a command line. */
export interface Said {
  /** The setting's name, as a conf.py has it. */
  readonly name: string;
  /** The whole statement or option. */
  readonly at: Range;
  readonly valueAt: Range;
  /** Type of the value, and its text: a string's content, a number with its base, "true", "None". */
  readonly kind: "str" | "int" | "float" | "bool" | "none" | "list" | "dict";
  readonly text: string;
  /** Whether it is a literal, not the default of an environment variable or an expression. */
  readonly literal: boolean;
  /** Inside an `if`, a `try` or a loop. */
  readonly conditional: boolean;
  readonly conf?: GunicornFile;
  readonly invocation?: Invocation;
  readonly starter?: Starter;
}

/** Every setting with a known value, in every conf.py and every command line. */
export function* saidIn(project: Project, model: Model): Generator<Said> {
  for (const conf of project.gunicorn) yield* saidInConf(conf);
  for (const starter of model.starters) {
    for (const invocation of starter.invocations)
      if (invocation.program === "gunicorn") yield* saidOnLine(invocation, starter);
  }
}

export function* saidInConf(conf: GunicornFile): Generator<Said> {
  for (const assignment of conf.assignments) {
    const { name, value, conditional } = assignment;
    // If a name is set several times, only the last value applies.
    const last = conf.names.get(name.text);
    if (!value || (!conditional && last && !last.conditional && last.start !== assignment.start)) continue;
    const text = textOf(value);
    if (text === undefined || value.kind === "call" || value.kind === "name" || value.kind === "unknown") continue;
    yield {
      name: name.text,
      at: assignment,
      valueAt: value,
      kind: value.kind,
      text,
      literal: /^(?:[rbu]?["']|\d|-\d|True|False|None|[[({])/i.test(value.source.slice(value)),
      conditional,
      conf,
    };
  }
}

export function* saidOnLine(invocation: Invocation, starter: Starter): Generator<Said> {
  for (const option of invocation.options) {
    const { name, value } = option;
    if (value && (isTemplated(value.text) || ("dynamic" in value && value.dynamic))) continue;
    // Values that systemd (%i) and supervisor (%(ENV_X)s) fill in.
    if (value && starter.by !== "script" && /%[(\w]/.test(value.text)) continue;
    yield {
      name: name.text,
      at: option,
      valueAt: value ?? option,
      kind: value ? "str" : "bool",
      text: value?.text ?? "true",
      literal: true,
      conditional: false,
      invocation,
      starter,
    };
  }
}

function textOf(value: PyValue): string | undefined {
  switch (value.kind) {
    case "str":
      return value.exact && !isTemplated(value.value) ? value.value : undefined;
    case "int":
    case "float":
      return value.raw;
    case "bool":
      return String(value.value);
    case "none":
      return "None";
    case "list":
    case "dict":
      return value.source.slice(value);
    default:
      return undefined;
  }
}

/** Whether a boolean setting is on: True, "true", or a switch of the command line. */
export const isOn = (said: Said) =>
  (said.kind === "bool" || said.kind === "str") && said.text.trim().toLowerCase() === "true";

/** The number in a conf.py or a command line: `4`, "4". */
export const numberOf = (said: Said) =>
  (said.kind === "int" || said.kind === "str") && /^\d+$/.test(said.text) ? Number(said.text) : undefined;

/** An option of a command line with the spaces before it, which a removal includes. */
export function withBlanksBefore(option: Range): Range {
  const { text } = option.source;
  let { start } = option;
  while (start > 0 && /[ \t]/.test(text[start - 1] as string)) start--;
  return { source: option.source, start, end: option.end };
}

/** Another text in the quotes of the written string; a bare word has none. */
export function rewritten(valueAt: Range, text: string): string {
  const written = valueAt.source.slice(valueAt);
  const quote = /^[rbuRBU]?("""|'''|"|')/.exec(written)?.[1] ?? "";
  return quote + text + quote;
}

/** A setting as a finding quotes it: "`umask = 777`", "`-m 777`". */
export const shown = (said: { readonly at: Range | Text }) =>
  said.at.source.slice(said.at).replace(/\s+/g, " ").slice(0, 80);

export const saidRule = rulesOver(({ project, model }) => saidIn(project, model));
