import type { CommandSpec, Flag } from "./flags.ts";

const program = "create-flask-deploy";

/** The `--help` of one command, with `more` before the examples. */
export function helpText(spec: CommandSpec, more: readonly string[] = []): string {
  const words = (spec.positionals ?? []).map(({ name, optional, many }) => {
    const word = many ? `${name}…` : name;
    return optional ? `[${word}]` : word;
  });
  const usage = [program, spec.name, ...words, "[options]"].filter(Boolean).join(" ");
  const lines = [spec.summary, "", `Usage: ${usage}`];
  if (spec.positionals?.length) lines.push("", ...columns(spec.positionals.map(({ name, help }) => [name, help])));
  lines.push("", "Options:", ...columns(spec.flags.map((flag) => [flagWord(flag), flagHelp(flag)])));
  if (more.length > 0) lines.push("", ...more);
  lines.push("", "Examples:", ...spec.examples.flatMap(([command, does]) => [`  ${command}`, `      ${does}`]));
  return `${lines.join("\n")}\n`;
}

/** Rows of a name and its description, aligned; a long name gets a line of its own. */
export function columns(rows: readonly (readonly [string, string])[]): string[] {
  const width = Math.min(28, Math.max(0, ...rows.map(([name]) => name.length)));
  return rows.flatMap(([name, text]) =>
    name.length > width ? [`  ${name}`, `  ${" ".repeat(width)}  ${text}`] : [`  ${name.padEnd(width)}  ${text}`],
  );
}

function flagWord({ name, kind, short, negatable, value }: Flag): string {
  const placeholder = value ?? { text: "TEXT", integer: "N", choice: "NAME", boolean: "" }[kind];
  const word = `--${negatable ? "[no-]" : ""}${name}${kind === "boolean" ? "" : ` ${placeholder}`}`;
  return short ? `-${short}, ${word}` : word;
}

function flagHelp({ help, choices, range, standard }: Flag): string {
  if (choices) return `${help}: ${choices.join(", ")}`;
  const within = range ? `${help}, ${range[0]} to ${range[1]}` : help;
  return standard === undefined ? within : `${within} [default: ${standard}]`;
}
