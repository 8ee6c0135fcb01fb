import { replace } from "../../../fix/edit.ts";
import { uwsgiRule } from "../../../rule.ts";
import { isFalse, kindOf } from "../../../uwsgi/options.ts";
import type { UwsgiOption } from "../../../uwsgi/tree.ts";
import { ini } from "../one-file.ts";

export const inlineComment = uwsgiRule({
  id: "uwsgi/inline-comment",
  severity: "error",
  summary: "A comment after a value is part of the value",
  why: `uWSGI's ini supports comments only on lines of their own. \`module = wsgi:app  # the app\` looks for a callable called
\`app  # the app\`, does not find it, and answers every request with a 500. \`master = false  # not yet\` is true, since only the
bare words false, off, no and 0 are false. Numbers and ports hide it: \`processes = 2 # two\` is 2.`,
  bad: ini("module = wsgi:app  # the shop"),
  good: ini("# the shop"),
  check(file, { report }) {
    for (const section of file.sections) for (const option of section.options) check(option, report);
  },
});

function check(option: UwsgiOption, report: Parameters<typeof inlineComment.check>[0]["report"]): void {
  const { value } = option;
  const kind = kindOf(option.name.text);
  const comment = value && /\s+[#;](?=\s|\p{L}|$)/u.exec(value.text);
  // Commands, routes and formats may contain both characters.
  if (
    !value ||
    !comment ||
    /^(exec|hook|route|cron|attach|smart|legion|on-|add-header|if-|alarm|log-prefix)|daemon(?!ize)|format|encoder|header/.test(
      option.name.text,
    )
  )
    return;
  const kept = value.text.slice(0, comment.index);
  const port = /socket$|^https?$/.test(option.name.text) ? /:(\d+)$/.exec(kept)?.[1] : undefined;
  const seen =
    kind === "bool"
      ? `\`${option.name.text}\` is on, whatever is before the comment`
      : kind === "int" && /^\d/.test(kept)
        ? `uWSGI stops reading the number at the space and uses ${Number.parseInt(kept, 10)}`
        : port
          ? `uWSGI stops reading the port at the space and uses ${port}`
          : `the value is all of \`${value.text.slice(0, 80)}\``;
  // The value is read as intended, as long as nobody changes it.
  const harmless = port !== undefined || kind === "int" || (kind === "bool" && !isFalse(kept.trim()));
  const cut = { source: value.source, start: value.start + comment.index, end: value.end };
  const lineStart = value.source.lineStarts[value.source.lineAt(option.start)] as number;
  const text = value.text.slice(comment.index).trim();
  report(
    { ...cut, start: cut.start + comment[0].search(/[#;]/) },
    `uWSGI does not support comments after a value: ${seen}.`,
    {
      severity: harmless ? "info" : "error",
      fix: {
        // Without the comment, a "false" that counted as true becomes false.
        kind: kind === "bool" && isFalse(kept.trim()) ? "suggested" : "safe",
        title: "move the comment to its own line",
        edits: [replace({ ...cut, start: lineStart, end: lineStart }, `${text}\n`), replace(cut, "")],
      },
    },
  );
}
