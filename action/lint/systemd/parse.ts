import { isConflictLine, isMarkupLine, linesOf, trimmed } from "../files/lines.ts";
import type { Range, Source, Text } from "../files/source.ts";
import { isTemplate } from "../files/template.ts";
import type { Problem } from "../finding.ts";
import type { UnitEntry, UnitFile, UnitSection } from "./tree.ts";

type Section = UnitSection & { end: number; entries: UnitEntry[] };

/**
 * systemd's unit syntax: comments only at the start of a line; a backslash at the end, with nothing behind it, continues
 * the line (comment lines in between are skipped); spaces around the key and the value are ignored.
 */
export function parseUnit(source: Source): UnitFile {
  const sections: Section[] = [];
  const stray: Text[] = [];
  const comments: Range[] = [];
  const problems: Problem[] = [];
  const template = isTemplate(source);
  const count = source.lineStarts.length;
  for (let i = 0; i < count; i++) {
    const line = source.line(i);
    const body = trimmed(source, line.start, line.end);
    if (body.text === "") continue;
    if (/^[#;]/.test(body.text) || isConflictLine(line.text) || (template && isMarkupLine(line.text))) {
      comments.push(body);
      continue;
    }
    if (body.text.startsWith("[") && body.text.endsWith("]")) {
      sections.push(sectionAt(source, body, body.end - 1));
      continue;
    }
    // The logical line: its parts without backslashes.
    const pieces: string[] = [];
    let last = body;
    let more = body;
    let goesOn = continues(line.text);
    while (goesOn) {
      pieces.push(more.text.slice(0, -1));
      let next: Text | undefined;
      while (++i < count) {
        const candidate = source.line(i);
        next = trimmed(source, candidate.start, candidate.end);
        if (!/^[#;]/.test(next.text)) {
          goesOn = continues(candidate.text);
          break;
        }
        comments.push(next);
        next = undefined;
      }
      if (!next) break;
      last = more = next;
      if (next.text === "") break;
    }
    if (!goesOn) pieces.push(more.text);
    const end = Math.max(body.end, last.end);
    const section = sections.at(-1);
    const equals = body.text.indexOf("=");
    if (equals <= 0 || !section) {
      stray.push({ ...body, end });
      continue;
    }
    const key = trimmed(source, body.start, body.start + equals);
    const joined = pieces.map((piece) => piece.trim()).join(" ");
    const valueStart = trimmed(source, body.start + equals + 1, body.end).start;
    const value: Text = {
      source,
      start: Math.min(valueStart, end),
      end,
      text: joined.slice(joined.indexOf("=") + 1).trim(),
    };
    section.entries.push({ source, start: body.start, end, key, value, section });
    section.end = end;
  }
  return { kind: "systemd", path: source.path, source, sections, stray, comments, problems, template };
}

const continues = (line: string) => /\\\r?$/.test(line);

/**
 * supervisor's files (Python's ConfigParser): an indented line continues the value above it, ` ;` and ` #` start a
 * comment after a value too, `:` is the same as `=`.
 */
export function parseSupervisor(source: Source): UnitFile {
  const sections: Section[] = [];
  const stray: Text[] = [];
  const comments: Range[] = [];
  const template = isTemplate(source);
  let open: { -readonly [K in keyof UnitEntry]: UnitEntry[K] } | undefined;
  for (const line of linesOf(source)) {
    const body = trimmed(source, line.start, line.end);
    if (body.text === "") continue;
    if (/^[#;]/.test(body.text) || isConflictLine(line.text) || (template && isMarkupLine(line.text))) {
      comments.push(body);
    } else if (/^\s/.test(line.text) && open) {
      const more = withoutComment(source, body, comments);
      open.value = { source, start: open.value.start, end: more.end, text: `${open.value.text}\n${more.text}`.trim() };
      open.end = more.end;
    } else if (body.text.startsWith("[")) {
      const bracket = body.text.indexOf("]");
      sections.push(sectionAt(source, body, bracket < 0 ? body.end : body.start + bracket));
      open = undefined;
    } else {
      const section = sections.at(-1);
      const split = /[=:]/.exec(body.text)?.index ?? -1;
      if (!section || split <= 0) {
        stray.push(body);
        continue;
      }
      const key = trimmed(source, body.start, body.start + split);
      const value = withoutComment(source, trimmed(source, body.start + split + 1, body.end), comments);
      open = { source, start: body.start, end: value.end, key, value, section };
      section.entries.push(open);
      section.end = value.end;
    }
  }
  return { kind: "supervisor", path: source.path, source, sections, stray, comments, problems: [], template };
}

const sectionAt = (source: Source, { start, end }: Text, nameEnd: number): Section => ({
  ...{ source, start, end, name: trimmed(source, start + 1, nameEnd), entries: [] },
});

function withoutComment(source: Source, value: Text, comments: Range[]): Text {
  const comment = /\s[;#]/.exec(value.text)?.index;
  if (comment === undefined) return value;
  comments.push(source.range(value.start + comment + 1, value.end));
  return trimmed(source, value.start, value.start + comment);
}
