import { defineRule } from "../../rule.ts";
import { kindOf } from "../../uwsgi/options.ts";
import { ini } from "./one-file.ts";

export const badNumber = defineRule({
  id: "uwsgi/bad-number",
  severity: "error",
  summary: "A number that uWSGI reads as something else",
  why: `uWSGI reads digits until something else comes. \`processes = auto\` is 0, \`buffer-size = 32k\` is 32, and \`harakiri = 30s\` is 30
by luck only: uWSGI 2.1 warns of it. There are no units and no words; \`%k\` is the number of cores.`,
  bad: ini("processes = auto"),
  good: ini("processes = %k"),
  check({ project, report }) {
    for (const file of project.uwsgi)
      for (const { name, value } of file.sections.flatMap((section) => section.options)) {
        const text = value?.text.trim() ?? "";
        if (
          !value ||
          kindOf(name.text) !== "int" ||
          text === "" ||
          /[%$@#;{<]/.test(text) ||
          /^[-+]?(?:\d+|0x[\da-f]+)$/i.test(text)
        )
          continue;
        const read = Number.parseInt(text, 10);
        // A server's own threshold or memory size may be a keyword in a version that is not known here.
        if (Number.isNaN(read) && /^(?:true|yes|on)$/i.test(text)) continue;
        const harmless = /^\d+\s*(?:s|sec|secs|seconds?)$/i.test(text);
        report(
          value,
          `uWSGI reads \`${text}\` as ${Number.isNaN(read) ? 0 : read}: it knows neither words nor units here.`,
          {
            ...(harmless
              ? {
                  severity: "warning",
                  fix: { kind: "safe", title: `write \`${read}\``, edits: [{ at: value, text: String(read) }] },
                }
              : {}),
          },
        );
      }
  },
});
