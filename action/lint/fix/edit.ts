import type { Range } from "../files/source.ts";
import type { Edit, Fix } from "../finding.ts";

/** Removes a node, with its line if nothing else is on it. */
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

/** Inserts a line above a node with the node's indentation; on the same line if something precedes the node there. */
export function lineAbove(node: Range, line: string): Edit {
  const { source } = node;
  const start = source.lineStarts[source.lineAt(node.start)] as number;
  const before = source.text.slice(start, node.start);
  if (/\S/.test(before)) return { at: source.range(node.start, node.start), text: `${line} ` };
  return { at: source.range(start, start), text: before + line + newlineOf(node) };
}

/** Inserts a line below a node's last line with the node's indentation; on the same line if something follows there. */
export function lineBelow(node: Range, line: string): Edit {
  const { source } = node;
  const last = source.line(source.lineAt(Math.max(node.start, node.end - 1)));
  if (!/^\s*\]?\s*([#;].*)?$/.test(source.text.slice(node.end, last.end)))
    return { at: source.range(node.end, node.end), text: ` ${line}` };
  const start = source.lineStarts[source.lineAt(node.start)] as number;
  const indent = /^[ \t]*/.exec(source.text.slice(start, node.start))?.[0] ?? "";
  return { at: source.range(last.end, last.end), text: newlineOf(node) + indent + line };
}

/** The file's line ending. */
export const newlineOf = (node: Range) => node.source.newline;

export const replace = (at: Range, text: string): Edit => ({ at, text });

/** A fix that keeps or restores what the file clearly means: its title, "add the slash", and its edits. */
export const safe = (title: string, ...edits: Edit[]): Fix => ({ kind: "safe", title, edits });

/** A fix that may be wrong and needs a review. */
export const suggested = (title: string, ...edits: Edit[]): Fix => ({ kind: "suggested", title, edits });
