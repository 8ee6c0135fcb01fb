import type { Range, Source, Text } from "../files/source.ts";

/** One word of a command line, quotes and escapes resolved. */
export interface CommandWord extends Text {
  /** Contains a $VARIABLE, $(command), glob or template markup, so what the program gets is unknown. */
  readonly dynamic: boolean;
  readonly quoted: boolean;
}

export type Operator = "&" | "&&" | "||" | "|" | ";" | "\n" | "(" | ")";

export interface Command extends Range {
  /** `NAME=value` before the program. */
  readonly assignments: readonly { readonly name: string; readonly value: CommandWord }[];
  readonly words: readonly CommandWord[];
  /** `> file`, `2>&1`, `< file`: operator and target. */
  readonly redirects: readonly Text[];
  /** The operator that ends it: `&` runs it in the background. */
  readonly operator: (Text & { readonly text: Operator }) | undefined;
}

/** What splits the line: a shell; systemd (quotes, no operators, `;` only as a word of its own); supervisor (shlex). */
export type CommandDialect = "shell" | "systemd" | "shlex";

/** What variables stand for; a word with others is dynamic. */
export type Variables = ReadonlyMap<string, string>;

/** `NAME=value` on lines of their own, where it is said once and is the same wherever it stands. */
export function variablesIn(text: string): Variables {
  const values = new Map<string, string>();
  const said = new Set<string>();
  for (const [, name, value] of text.matchAll(
    /^[ \t]*(?:export[ \t]+)?([A-Za-z_]\w*)=([^\n#;&|]*?)[ \t]*(?:#.*)?$/gm,
  )) {
    const plain = /^(?:"([\w./:@$-]*)"|'([\w./:@-]*)'|([\w./:@$-]*))$/
      .exec(value as string)
      ?.slice(1)
      .join("");
    const full = plain?.replace(/\$(\w+)/g, (whole, inner) => values.get(inner) ?? whole);
    if (full && !full.includes("$") && !said.has(name as string)) values.set(name as string, full);
    else values.delete(name as string);
    said.add(name as string);
  }
  return values;
}

const blank = (c: string | undefined) => c === " " || c === "\t" || c === "\r";

/** Splits a range of a file into commands. Here-documents and functions are skipped, not parsed. */
export function lexCommands(range: Range, dialect: CommandDialect, variables: Variables = new Map()): Command[] {
  const { source, end } = range;
  const { text } = source;
  const shell = dialect === "shell";
  const commands: Command[] = [];
  let words: CommandWord[] = [];
  let redirects: Text[] = [];
  let i = range.start;

  const finish = (operator?: Text & { text: Operator }) => {
    const split = words.findIndex((word) => word.quoted || !/^[A-Za-z_]\w*=/.test(word.text));
    const count = shell ? (split < 0 ? words.length : split) : 0;
    const first = words[0];
    if (first) {
      const last = words.at(-1) as CommandWord;
      commands.push({
        source,
        start: first.start,
        end: Math.max(last.end, redirects.at(-1)?.end ?? 0),
        assignments: words.slice(0, count).map((word) => {
          const equals = word.text.indexOf("=");
          return { name: word.text.slice(0, equals), value: { ...word, text: word.text.slice(equals + 1) } };
        }),
        words: words.slice(count),
        redirects,
        operator,
      });
    }
    words = [];
    redirects = [];
  };

  while (i < end) {
    const c = text[i] as string;
    if (blank(c)) i++;
    else if (c === "\\" && /^\\\r?\n/.test(text.slice(i, i + 3))) i = afterNewline(text, i);
    else if (c === "\n") {
      if (shell) finish({ source, start: i, end: i + 1, text: "\n" });
      i++;
      // A unit may have comment lines between continued lines.
      if (!shell)
        while (/^[ \t]*[#;]/.test(text.slice(i, Math.min(end, i + 200)).split("\n")[0] ?? ""))
          i = afterNewline(text, i);
    } else if (c === "#" && shell) i = lineEnd(text, i, end);
    else if (shell && /[;&|()]/.test(c)) {
      const two = text.slice(i, i + 2);
      const operator = two === "&&" || two === "||" ? two : c;
      finish({ source, start: i, end: i + operator.length, text: operator as Operator });
      i += operator.length;
    } else if (dialect === "systemd" && c === ";" && /\s/.test(text[i + 1] ?? " ")) {
      finish({ source, start: i, end: i + 1, text: ";" });
      i++;
    } else if (shell && /^\d*(&>|>>|>&|<<|[<>])/.test(text.slice(i, i + 4))) {
      i = redirect(i);
    } else {
      const word = wordAt(source, i, end, dialect, variables);
      words.push(word);
      i = Math.max(word.end, i + 1);
    }
  }
  finish();
  return commands;

  function redirect(from: number): number {
    const operator = (/^\d*(&>>?|>>|>&|<<-?|[<>])/.exec(text.slice(from, from + 5)) as RegExpExecArray)[0];
    let at = from + operator.length;
    while (at < end && blank(text[at])) at++;
    const target = wordAt(source, at, end, dialect);
    const stop = Math.max(target.end, at);
    redirects.push({ source, start: from, end: stop, text: text.slice(from, stop) });
    if (!operator.startsWith("<<")) return Math.max(stop, from + 1);
    // The lines of a here-document are data.
    const close = text.indexOf(`\n${target.text}`, stop);
    return close < 0 || close > end ? end : close + 1 + target.text.length;
  }
}

function wordAt(
  source: Source,
  from: number,
  end: number,
  dialect: CommandDialect,
  variables: Variables = new Map(),
): CommandWord {
  const { text } = source;
  let value = "";
  let dynamic = false;
  let quoted = false;
  let i = from;
  while (i < end) {
    const c = text[i] as string;
    if (blank(c) || c === "\n") break;
    if (dialect === "shell" && /[;&|()<>]/.test(c)) break;
    if (c === "\\" && i + 1 < end) {
      if (/^\\\r?\n/.test(text.slice(i, i + 3))) {
        // systemd and shells treat a backslash-newline inside a word differently; both are rare.
        break;
      }
      value += text[i + 1];
      i += 2;
    } else if (c === '"' || c === "'") {
      quoted = true;
      const close = quoteEnd(text, i, end);
      const inner = c === '"' ? filled(text.slice(i + 1, close), variables) : text.slice(i + 1, close);
      value += c === '"' ? inner.replace(/\\(["\\$`])/g, "$1") : inner;
      if (c === '"' && /\$[\w{(]|`/.test(inner)) dynamic = true;
      i = Math.min(close + 1, end);
    } else if (c === "$" && /[\w{(@*#]/.test(text[i + 1] ?? "")) {
      const stop = substitutionEnd(text, i, end);
      const known = filled(text.slice(i, stop), variables);
      if (known.startsWith("$")) dynamic = true;
      value += known;
      i = stop;
    } else {
      if (c === "`" || ((c === "*" || c === "?") && dialect === "shell")) dynamic = true;
      value += c;
      i++;
    }
  }
  if (/\{\{|<%|\{%/.test(value)) dynamic = true;
  return { source, start: from, end: i, text: value, dynamic, quoted };
}

const filled = (text: string, variables: Variables) =>
  variables.size === 0
    ? text
    : text.replace(/\$(?:(\w+)|\{(\w+)\})/g, (whole, name, braced) => variables.get(name ?? braced) ?? whole);

function quoteEnd(text: string, from: number, end: number): number {
  const quote = text[from];
  for (let i = from + 1; i < end; i++) {
    if (text[i] === "\\" && quote === '"') i++;
    else if (text[i] === quote) return i;
  }
  return end;
}

/** A longer one is no substitution. Without the limit, searching the end of each would take quadratic time. */
const longestSubstitution = 300;

/** The end of $NAME, ${…} or $(…). */
function substitutionEnd(text: string, from: number, end: number): number {
  const open = text[from + 1];
  if (open !== "{" && open !== "(")
    return from + 1 + (/^(\w+|[@*#])/.exec(text.slice(from + 1, from + 200))?.[0].length ?? 0);
  const close = open === "{" ? "}" : ")";
  let depth = 0;
  const stop = Math.min(end, from + longestSubstitution);
  for (let i = from + 1; i < stop && text[i] !== "\n"; i++) {
    if (text[i] === open) depth++;
    if (text[i] === close && --depth === 0) return i + 1;
  }
  return Math.min(from + 2, end);
}

function lineEnd(text: string, from: number, end: number): number {
  const newline = text.indexOf("\n", from);
  return newline < 0 || newline > end ? end : newline;
}

const afterNewline = (text: string, from: number) => {
  const newline = text.indexOf("\n", from);
  return newline < 0 ? text.length : newline + 1;
};
