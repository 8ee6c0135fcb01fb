import type { Range } from "../../../files/source.ts";
import { newlineOf, replace, safe } from "../../../fix/edit.ts";
import { unitRule } from "../../../rule.ts";
import type { UnitEntry } from "../../../systemd/tree.ts";
import { unit } from "../units.ts";

export const inlineComment = unitRule({
  id: "systemd/inline-comment",
  severity: "error",
  summary: "A comment after a value is part of the value",
  why: `systemd supports comments only on lines of their own. \`ExecStart=… wsgi:app  # the shop\` hands "#", "the" and "shop" to the program, \`User=shop # x\` is
nobody (status=217/USER), \`PIDFile=/run/x.pid # note\` is a file of that very name.`,
  bad: unit("ExecStart=/srv/shop/.venv/bin/gunicorn --bind 127.0.0.1:8000 wsgi:app  # the shop"),
  good: unit("ExecStart=/srv/shop/.venv/bin/gunicorn --bind 127.0.0.1:8000 wsgi:app\n# the shop"),
  check(file, { report }) {
    for (const entry of file.sections.flatMap((section) => section.entries)) {
      const comment = commentIn(entry);
      if (!comment) continue;
      const { source } = entry;
      const lineStart = source.lineStarts[source.lineAt(entry.start)] as number;
      const text = source.slice(comment).trim();
      const seen = entry.key.text.startsWith("Exec")
        ? "the program gets each of its words as an argument"
        : `the value of \`${entry.key.text}=\` is all of \`${entry.value.text.slice(0, 80)}\``;
      report(
        { ...comment, start: comment.end - text.length },
        `systemd does not support comments after a value: ${seen}.`,
        safe(
          "move the comment to its own line",
          replace(source.range(lineStart, lineStart), text + newlineOf(entry)),
          replace(comment, ""),
        ),
      );
    }
  },
});

/** Keys with free text, in which both characters are common. */
const free = /^(Description|Documentation|X-.*|Condition.*|Assert.*|SyslogIdentifier|Log.*Patterns|SetCredential)$/;

/** The comment at the end of one of the entry's lines, with the spaces before it; quoted text is no comment. */
function commentIn(entry: UnitEntry): Range | undefined {
  const { source, key, value } = entry;
  if (free.test(key.text)) return undefined;
  // A `;` between commands is systemd's own syntax.
  const sign = /^(Exec|Environment)/.test(key.text) ? /\s+#+(?=\s+\S|[A-Za-z])/g : /\s+[#;]+(?=\s+\S|[A-Za-z])/g;
  for (let i = source.lineAt(value.start); i <= source.lineAt(Math.max(value.start, value.end - 1)); i++) {
    const line = source.line(i);
    const start = Math.max(line.start, value.start);
    const text = source.text.slice(start, Math.min(line.end, value.end));
    if (i > source.lineAt(value.start) && /^\s*[#;]/.test(text)) continue;
    let scanned = 0;
    let quote: string | undefined;
    for (const found of text.matchAll(sign)) {
      for (; scanned < found.index; scanned++) {
        const c = text[scanned] as string;
        if (quote ? c === quote : c === '"' || c === "'") quote = quote ? undefined : c;
      }
      if (found.index > 0 && !quote)
        return { source, start: start + found.index, end: start + text.replace(/\\$/, "").trimEnd().length };
    }
  }
  return undefined;
}
