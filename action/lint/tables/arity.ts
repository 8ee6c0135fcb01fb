/**
 * How many arguments a directive takes, parsed from the syntax line of nginx's documentation:
 * "`on` | `off`" is one, "*`file`* ... *`uri`*" is two or more, "*`path`* [*`format`*]" is one or two.
 * A group in square brackets is optional if it stands alone, and part of the word that it touches otherwise.
 */
export interface Arity {
  readonly min: number;
  /** -1: any number. */
  readonly max: number;
  readonly block: boolean;
}

const unbounded = -1;

/** A word may contain spaces in `*`…`*` or quotes; those that are relevant here never do. */
function tokens(syntax: string): string[] {
  const plain = syntax
    .replaceAll("`{...}`", " {} ")
    .replaceAll("{...}", " {} ")
    .replace(/'[^']*'/g, "x");
  const out: string[] = [];
  let word = "";
  let depth = 0;
  const flush = () => {
    if (word) out.push(word);
    word = "";
  };
  for (let i = 0; i < plain.length; i++) {
    const c = plain[i] as string;
    if (c === "`" || c === "*") {
      // `~*` is the only literal with an asterisk of its own, and nothing depends on it.
      continue;
    }
    if (depth === 0 && (c === " " || c === "|")) {
      flush();
      if (c === "|") out.push("|");
      continue;
    }
    if (c === "[" || c === "(") depth++;
    if (c === "]" || c === ")") depth--;
    word += c;
  }
  flush();
  return out;
}

const sum = (a: number, b: number) => (a === unbounded || b === unbounded ? unbounded : a + b);
const larger = (a: number, b: number) => (a === unbounded || b === unbounded ? unbounded : Math.max(a, b));

function range(syntax: string): { min: number; max: number; block: boolean } {
  let min = 0;
  let max = 0;
  let block = false;
  let last = { min: 0, max: 0 };
  let alternative = false;
  for (const token of tokens(syntax)) {
    if (token === "{}") block = true;
    else if (token === "|") alternative = true;
    else if (token === "...") max = unbounded;
    else {
      const optional = token.startsWith("[") && token.endsWith("]") && token.indexOf("]") === token.length - 1;
      const nested = token.startsWith("[") && token.endsWith("]") && !optional && balanced(token);
      const inner = optional || nested ? range(token.slice(1, -1)) : { min: 1, max: 1 };
      const here = { min: optional || nested ? 0 : 1, max: inner.max };
      if (alternative) {
        // `a` | `b`: one of the two at this position.
        min = min - last.min + Math.min(last.min, here.min);
        max = max === unbounded ? max : sum(max - last.max, larger(last.max, here.max));
        last = { min: Math.min(last.min, here.min), max: larger(last.max, here.max) };
        if (last.max === unbounded) max = unbounded;
      } else {
        min += here.min;
        max = sum(max, here.max);
        last = here;
      }
      alternative = false;
    }
  }
  return { min, max, block };
}

/** Whether the bracket that opens the word is closed only at its end. */
function balanced(token: string): boolean {
  let depth = 0;
  for (let i = 0; i < token.length; i++) {
    if (token[i] === "[") depth++;
    if (token[i] === "]" && --depth === 0) return i === token.length - 1;
  }
  return false;
}

/** The widest reading of all syntax lines of one directive. */
export function arityOf(syntax: readonly string[]): Arity {
  const all = syntax.map(range);
  return {
    min: Math.min(...all.map((a) => a.min)),
    max: all.map((a) => a.max).reduce(larger, 0),
    block: all.some((a) => a.block),
  };
}
