import type { Source, Text } from "./source.ts";

/** The lines of a file without their ends, as ranges. */
export function* linesOf(source: Source): Generator<Text> {
  for (let i = 0; i < source.lineStarts.length; i++) yield source.line(i);
}

/** The part of a range without the blanks around it. No-break spaces are no blanks to any of these programs. */
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

/** Lines that git leaves where two sides did not agree; parsers step over them, one rule reports them. */
export const isConflictLine = (text: string) => /^(<{7}|>{7}|\|{7})( |$)|^={7}$/.test(text);

/** A line that is only a template's statement: `{% if x %}`, `<% } %>`. */
export const isMarkupLine = (text: string) => /^\s*(\{%.*%\}|\{#.*#\}|<%[^=-].*%>)\s*$/.test(text);

/** Spaces, invisible characters and quotes that come from web pages; to every program here they are letters. */
export const pasted = /[\u00a0\u2007\u202f\u200b-\u200d\u2060\ufeff\u2018\u2019\u201c\u201d]/;
