import type { Source, Text } from "../files/source.ts";
import { markupEnd } from "../files/template.ts";

/** nginx's tokens (ngx_conf_read_token): spaces separate words, `#` starts a comment only where a word could start. */
export interface Token extends Text {
  readonly kind: "word" | "{" | "}" | ";" | "comment" | "markup";
  readonly quote: "" | '"' | "'";
  /** A quoted word whose closing quote is missing. */
  readonly unclosed?: true;
  /** The word ended at its closing quote, and something follows it without a space. */
  readonly glued?: true;
}

const blank = (code: number) => code === 32 || code === 9 || code === 10 || code === 13;

/** The token at or after the offset; undefined at the end. `template` allows template markup anywhere. */
export function nextToken(source: Source, from: number, template: boolean): Token | undefined {
  const { text } = source;
  let i = from;
  while (i < text.length && blank(text.charCodeAt(i))) i++;
  if (i >= text.length) return undefined;
  const start = i;
  const c = text[i] as string;
  const token = (
    kind: Token["kind"],
    end: number,
    value: string,
    quote: Token["quote"] = "",
    more: object = {},
  ): Token => ({
    source,
    start,
    end,
    kind,
    quote,
    text: value,
    ...more,
  });
  if (c === "#") {
    const end = endOfLine(text, i);
    return token("comment", end, text.slice(i, end));
  }
  if (template) {
    const end = markupEnd(text, i);
    if (end !== undefined) {
      const next = text[end];
      // `{{ name }}` is (the start of) a word; `{% if %}` and `<% … %>` with a space after them are not.
      const statement =
        text.startsWith("{%", i) || text.startsWith("{#", i) || /^<%[-_]?[^=-]/.test(text.slice(i, i + 4));
      if (statement && (next === undefined || /\s/.test(next))) return token("markup", end, text.slice(i, end));
    }
  }
  if (c === ";" || c === "}" || (c === "{" && !(template && markupEnd(text, i)))) return token(c as "{", i + 1, c);
  if (c === '"' || c === "'") {
    let value = "";
    let piece = i + 1;
    for (i++; i < text.length; i++) {
      if (text[i] === "\\" && i + 1 < text.length) {
        const next = text[i + 1] as string;
        const plain =
          next === c || next === "\\" ? next : ({ t: "\t", r: "\r", n: "\n" } as Record<string, string>)[next];
        value += text.slice(piece, i) + (plain ?? `\\${next}`);
        piece = i + 2;
        i++;
      } else if (text[i] === c) {
        value += text.slice(piece, i);
        const next = text[i + 1];
        const glued = next !== undefined && !/[\s;{)]/.test(next);
        return token("word", i + 1, value, c, glued ? { glued: true } : {});
      }
    }
    return token("word", text.length, value + text.slice(piece), c, { unclosed: true });
  }
  while (i < text.length) {
    const code = text.charCodeAt(i);
    if (blank(code) || code === 59 /* ; */) break;
    if (code === 123 /* { */) {
      const end = template ? markupEnd(text, i) : undefined;
      if (end === undefined) break;
      i = end;
    } else if (code === 92 /* \ */) i += 2;
    else if (code === 36 /* $ */ && text.charCodeAt(i + 1) === 123) i += 2;
    else if (template && code === 60 && markupEnd(text, i)) i = markupEnd(text, i) as number;
    else i++;
  }
  const end = Math.min(i, text.length);
  return token("word", end, text.slice(start, end));
}

export function endOfLine(text: string, from: number): number {
  for (let i = from; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 10) return i;
  }
  return text.length;
}
