import { uwsgiRule } from "../../../rule.ts";
import { ini } from "../one-file.ts";

export const sectionMissing = uwsgiRule({
  id: "uwsgi/section-missing",
  severity: "error",
  summary: "Options outside of [uwsgi]",
  why: `uWSGI reads the options of the section [uwsgi] only. What is above the first section, or in a file without any, is
ignored with a warning, and the server starts with nothing: no app, no socket.`,
  bad: `module = wsgi:app
master = true
die-on-term = true
socket = /run/shop/shop.sock
`,
  good: ini(),
  check(file, { report }) {
    const [first] = file.stray;
    if (!first || file.template) return;
    const none = file.sections.length === 0;
    report(
      first,
      `This is above ${none ? "no section at all" : `[${file.sections[0]!.name.text}]`}: uWSGI ignores it, with a warning at most.`,
    );
  },
});
