import { suggested, wholeLine } from "../../../fix/edit.ts";
import { uwsgiRule } from "../../../rule.ts";
import { canonicalName, kindOf } from "../../../uwsgi/options.ts";
import type { UwsgiOption } from "../../../uwsgi/tree.ts";
import { ini } from "../one-file.ts";

/** Options of the string kind of which each occurrence counts. */
const several =
  /socket|^(?:http|https|env|plugins?|mount|route.*|log.*|req-log.*|touch.*|chdir2?|set.*|ini|include|for|end.*|if.*|static.*|import|attach.*|mule|spooler|queue|cron.*|declare.*|print|pythonpath|module|cache.*|alarm.*|add.*)$/;

export const duplicateOption = uwsgiRule({
  id: "uwsgi/duplicate-option",
  severity: "warning",
  summary: "One option twice, with different values",
  why: `Of an option that holds one value uWSGI takes the last it reads and says nothing about the others. With two \`buffer-size\` lines
the one that you edit may be the one that is ignored.`,
  bad: ini("buffer-size = 8192", "buffer-size = 32768"),
  good: ini("buffer-size = 32768"),
  check(file, { report }) {
    for (const section of file.sections) {
      if (section.options.some(({ name }) => /^(?:if|for|end|else)/.test(name.text) && kindOf(name.text) === "logic"))
        continue;
      const seen = new Map<string, UwsgiOption>();
      for (const option of section.options) {
        const name = canonicalName(option.name.text);
        const kind = kindOf(option.name.text);
        if ((kind !== "int" && kind !== "bool" && kind !== "str") || several.test(name)) continue;
        const before = seen.get(name);
        seen.set(name, option);
        if (!before || before.value?.text.trim() === option.value?.text.trim()) continue;
        report(
          before,
          `\`${before.name.text}\` is set again below, and only the last one counts: \`${(option.value?.text ?? "true").slice(0, 60)}\`.`,
          {
            related: [{ at: option, message: "this one counts" }],
            fix: suggested("remove the one that does not count", wholeLine(before)),
          },
        );
      }
    }
  },
});
