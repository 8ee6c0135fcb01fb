import { isConflictLine, isMarkupLine, linesOf, trimmed } from "../files/lines.ts";
import type { Range, Source, Text } from "../files/source.ts";
import { isTemplate, renderedPath } from "../files/template.ts";
import type { Problem } from "../finding.ts";
import { parseMarkup } from "./markup.ts";
import type { UwsgiFile, UwsgiOption, UwsgiSection } from "./tree.ts";

/**
 * uWSGI's own ini dialect (its core/ini.c): only a line that starts with `#` or `;` is a comment, no line continues, a
 * key without `=` is a flag, a value includes the rest of its line, and a section's name is the text between `[` and
 * the last character of the line.
 */
export function parseUwsgi(source: Source): UwsgiFile {
  if (/\.(ya?ml|xml)$/.test(renderedPath(source.path).toLowerCase())) return parseMarkup(source);
  const sections: (UwsgiSection & { end: number; options: UwsgiOption[] })[] = [];
  const stray: UwsgiOption[] = [];
  const comments: Range[] = [];
  const problems: Problem[] = [];
  const template = isTemplate(source);
  for (const line of linesOf(source)) {
    const body = trimmed(source, line.start, line.end);
    const first = body.text[0];
    if (first === undefined) continue;
    if (first === "#" || first === ";" || isConflictLine(line.text) || (template && isMarkupLine(line.text))) {
      comments.push(body);
    } else if (first === "[") {
      if (!body.text.endsWith("]")) {
        problems.push({
          rule: "uwsgi/syntax",
          at: body,
          message: `uWSGI reads everything between \`[\` and the last character of the line as the section's name: this one is called \`${body.text.slice(1, -1)}\` and its options are not read.`,
        });
      }
      // Parsed as intended, so that one missing bracket does not hide what is below it.
      const bracket = body.text.indexOf("]");
      const end = bracket < 0 ? body.end : body.start + bracket;
      const name = trimmed(source, body.start + 1, end);
      sections.push({ source, start: body.start, end: body.end, name, options: [] });
    } else {
      const option = optionOf(source, body);
      const section = sections.at(-1);
      if (section) {
        section.options.push(option);
        section.end = option.end;
      } else stray.push(option);
    }
  }
  return { kind: "uwsgi", path: source.path, source, sections, stray, comments, problems, template };
}

function optionOf(source: Source, body: Text): UwsgiOption {
  const equals = body.text.indexOf("=");
  if (equals < 0) return { source, start: body.start, end: body.end, name: body, value: undefined };
  const name = trimmed(source, body.start, body.start + equals);
  const value = trimmed(source, body.start + equals + 1, body.end);
  return { source, start: body.start, end: body.end, name, value };
}
