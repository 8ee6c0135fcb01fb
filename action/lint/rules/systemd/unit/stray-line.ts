import { pasted } from "../../../files/lines.ts";
import type { Text } from "../../../files/source.ts";
import { replace } from "../../../fix/edit.ts";
import { defineRule } from "../../../rule.ts";
import type { UnitEntry, UnitFile } from "../../../systemd/tree.ts";
import { execKeys, unit } from "../units.ts";

export const strayLine = defineRule({
  id: "systemd/stray-line",
  severity: "error",
  summary: "A line that is not key=value, or is before the first section",
  why: `systemd writes "Missing '=', ignoring line" or "Assignment outside of section. Ignoring." to the journal and goes on without the line: options on the
line below ExecStart= never reach the program when the backslash before them is missing. supervisor says "Source contains parsing errors" and does not start.`,
  bad: unit("ExecStart=/srv/shop/.venv/bin/gunicorn wsgi:app\n    --bind 127.0.0.1:8000"),
  good: unit("ExecStart=/srv/shop/.venv/bin/gunicorn wsgi:app \\\n    --bind 127.0.0.1:8000"),
  check({ project, report }) {
    for (const file of [...project.units, ...project.supervisor]) {
      // A file without sections is no unit, which another rule reports.
      if (file.template || file.sections.length === 0 || file.source.text.startsWith("#!")) continue;
      // A document that quotes a unit has more prose than settings.
      const entries = file.sections.flatMap((section) => section.entries);
      if (file.stray.length > entries.length) continue;
      let previous = -2;
      for (const stray of file.stray) {
        const line = file.source.lineAt(stray.start);
        const goesOn = line === previous + 1;
        previous = file.source.lineAt(stray.end);
        // Of several adjacent lines, only the first is reported. Another rule reports pasted characters.
        if (goesOn || pasted.test(stray.text)) continue;
        const above = entries.find((entry) => file.source.lineAt(entry.end) === line - 1);
        report(stray, said(file, stray), continued(above, stray));
      }
    }
  },
});

function said({ kind, sections }: UnitFile, stray: Text): string {
  const early = stray.start < (sections[0]?.start ?? 0);
  if (kind === "supervisor")
    return early
      ? 'This is before the first section: supervisor says "File contains no section headers" and does not start.'
      : 'This is no `key=value`: supervisor says "Source contains parsing errors" and does not start.';
  if (stray.text.startsWith("["))
    return "This section has no `]` at its end: systemd rejects the whole file (Invalid section header).";
  return early && stray.text.includes("=")
    ? "This is before the first section, so systemd ignores it."
    : "This is no `key=value`, so systemd ignores the line.";
}

/** Options right below a command were meant to continue it. */
function continued(above: UnitEntry | undefined, stray: Text) {
  if (!above || !execKeys.test(above.key.text) || !/^-{1,2}\w/.test(stray.text)) return {};
  const at = { source: above.source, start: above.end, end: above.end };
  return { fix: { kind: "suggested" as const, title: "go on with the line above", edits: [replace(at, " \\")] } };
}
