import { isExample, isTemplated, toFillIn } from "../../../files/template.ts";
import { uwsgiRule } from "../../../rule.ts";
import { optionsOf } from "../../../uwsgi/tree.ts";
import { ini } from "../one-file.ts";

export const placeholderValue = uwsgiRule({
  id: "uwsgi/placeholder-value",
  severity: "warning",
  summary: "A placeholder path in an ini",
  why: `A tutorial's \`chdir = /path/to/project\` is a folder that no server has: uWSGI says "chdir(): No such file or directory" and exits. Write the real path.`,
  bad: ini("chdir = /path/to/project"),
  good: ini("chdir = /srv/shop"),
  check(file, { report }) {
    if (file.template || isExample(file.path)) return;
    for (const { value } of optionsOf(file)) {
      const found = value && !isTemplated(value.text) && toFillIn.exec(value.text)?.[0];
      if (found) report(value, `\`${found}\` is a placeholder: the server has nothing of that name.`);
    }
  },
});
