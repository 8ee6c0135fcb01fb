import type { FileKind } from "../../files/file-kind.ts";
import type { Severity } from "../../finding.ts";
import { defineRule } from "../../rule.ts";

/** The effect of a byte order mark on each program that does not skip it, as systemd and Python do. */
const mark: Partial<Record<FileKind, readonly [Severity, string]>> = {
  nginx: ["error", "nginx takes it for a part of the first word: unknown directive, and it does not start."],
  uwsgi: ["error", "uWSGI does not see the [uwsgi] behind it, ignores all options and starts without an app."],
  supervisor: ["error", 'supervisor finds "no section headers" and does not start.'],
  script: ["warning", "the system does not see the #! behind it, and the shell looks for a program of that name."],
};

/** Programs that cannot read UTF-16. */
const eightBit: readonly FileKind[] = [
  "nginx",
  "uwsgi",
  "gunicorn",
  "systemd",
  "supervisor",
  "upstart",
  "script",
  "procfile",
];

export const encoding = defineRule({
  id: "common/encoding",
  severity: "error",
  summary: "A file in an encoding that its program cannot read",
  why: `Editors on Windows save "Unicode" as UTF-16, and UTF-8 with a byte order mark before the first character. nginx says "unknown directive", uWSGI
"Can't find section "uwsgi"" and starts without an app, supervisor "File contains no section headers". systemd skips the mark, but a unit with
bytes that are no UTF-8 fails to load. Save the file as UTF-8 without a byte order mark.`,
  bad: "\uFEFFserver {\n    listen 80;\n    return 204;\n}\n",
  good: "server {\n    listen 80;\n    return 204;\n}\n",
  check({ project, report }) {
    for (const { source, kind } of project.sources) {
      const first = source.line(0);
      if (source.encoding === "utf8-bom") {
        const [severity, seen] = mark[kind] ?? [];
        if (!severity || (kind === "script" && !source.text.startsWith("#!"))) continue;
        report(first, `The file begins with a byte order mark: ${seen}`, { severity });
      } else if (/^utf16/.test(source.encoding) && eightBit.includes(kind)) {
        report(
          first,
          "The file is UTF-16, which is nothing but odd characters to the program that reads it. Save it as UTF-8.",
        );
      } else if (source.encoding === "latin1" && kind === "systemd") {
        const at = source.text.search(/[\u0080-\u00ff]/);
        report(
          source.line(source.lineAt(Math.max(at, 0))),
          'The file is not UTF-8: systemd says "String is not UTF-8 clean", ignores the line and does not load the unit.',
        );
      }
    }
  },
});
