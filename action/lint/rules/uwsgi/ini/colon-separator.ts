import { replace, suggested } from "../../../fix/edit.ts";
import { uwsgiOptionRule } from "../../../rule.ts";
import { kindOf } from "../../../uwsgi/options.ts";
import { ini } from "../one-file.ts";

export const colonSeparator = uwsgiOptionRule({
  id: "uwsgi/colon-separator",
  severity: "error",
  summary: "An option and its value joined by a colon or a space",
  why: `uWSGI's ini has one separator between name and value: \`=\`. \`processes: 4\` is a flag called "processes: 4" to it, which it ignores
(or rejects, with \`strict\`). Python's ConfigParser accepts both, hence the mistake.`,
  bad: ini("processes: 4"),
  good: ini("processes = 4"),
  check({ name, value, ...option }, { report }) {
    const found = value ? undefined : /^([a-z][\w-]*)\s*(?::\s*|\s+)(\S.*)$/.exec(name.text);
    if (!found || !kindOf(found[1] as string)) return;
    const right = `${found[1]} = ${found[2]}`;
    report(
      { ...option },
      `uWSGI reads \`${name.text.slice(0, 60)}\` as the name of a flag and ignores it: name and value are joined by \`=\`.`,
      suggested(`write \`${right}\``, replace(option, right)),
    );
  },
});
