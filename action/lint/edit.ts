import type { Edit } from "./finding.ts";
import type { Range } from "./source.ts";

/** Takes a node out; with its line, when nothing else is on it. */
export function wholeLine(node: Range): Edit {
  const { text } = node.source;
  let start = node.start;
  let end = node.end;
  while (start > 0 && /[ \t]/.test(text[start - 1] as string)) start--;
  while (end < text.length && /[ \t]/.test(text[end] as string)) end++;
  const alone =
    (start === 0 || text[start - 1] === "\n") && (end === text.length || /[\r\n]/.test(text[end] as string));
  if (!alone) return { at: node, text: "" };
  if (text[end] === "\r") end++;
  if (text[end] === "\n") end++;
  return { at: { source: node.source, start, end }, text: "" };
}

/** Puts a line above a node, as far in as the node is. */
export function lineAbove(node: Range, line: string): Edit {
  return beside(node, line, (start) => start);
}

/** Puts a line below the last line of a node, as far in as the node is. */
export function lineBelow(node: Range, line: string): Edit {
  const { source } = node;
  const last = source.line(source.lineAt(Math.max(node.start, node.end - 1)));
  const edit = beside(node, line, () => last.end);
  return { at: edit.at, text: newlineOf(node) + edit.text.replace(/\r?\n$/, "") };
}

/** The line end that the file uses. */
export const newlineOf = (node: Range) => node.source.newline;

function beside(node: Range, line: string, place: (lineStart: number) => number): Edit {
  const { source } = node;
  const start = source.lineStarts[source.lineAt(node.start)] as number;
  const indent = /^[ \t]*/.exec(source.text.slice(start, node.start))?.[0] ?? "";
  const at = place(start);
  return { at: { source, start: at, end: at }, text: indent + line + newlineOf(node) };
}

/** Replaces a node's text. */
export const replace = (at: Range, text: string): Edit => ({ at, text });
