import type { Source, Text } from "./source.ts";

/** The lines of a file without their line endings, as ranges. */
export function* linesOf(source: Source): Generator<Text> {
  for (let i = 0; i < source.lineStarts.length; i++) yield source.line(i);
}

/** The part of a range without the spaces around it. No-break spaces are letters to all of these programs. */
export function trimmed(source: Source, start: number, end: number): Text {
  const { text } = source;
  const blank = (i: number) => {
    const code = text.charCodeAt(i);
    return code === 32 || code === 9 || code === 13 || code === 10;
  };
  while (start < end && blank(start)) start++;
  while (end > start && blank(end - 1)) end--;
  return { source, start, end, text: text.slice(start, end) };
}

/** Conflict markers of git; parsers skip them, one rule reports them. */
export const isConflictLine = (text: string) => /^(<{7}|>{7}|\|{7})( |$)|^={7}$/.test(text);

/** A line with nothing but a template's statement: `{% if x %}`, `<% } %>`. */
export const isMarkupLine = (text: string) => /^\s*(\{%.*%\}|\{#.*#\}|<%[^=-].*%>)\s*$/.test(text);

/** No-break spaces, invisible characters and typographic quotes from web pages: letters to all programs here. */
export const pasted = /[\u00a0\u2007\u202f\u200b-\u200d\u2060\ufeff\u2018\u2019\u201c\u201d]/;
