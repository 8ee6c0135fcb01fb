import { isExample, isTemplated, toFillIn } from "../../../files/template.ts";
import { unitRule } from "../../../rule.ts";
import { unit } from "../units.ts";

const names =
  /^(?:<[\w .-]+>|\[[\w .-]+\]|\{[\w .-]+\}|your[-_ ]?(?:user(?:name)?|name|group|app)|(?:YOUR|MY)_\w+|CHANGE_?ME|username|user_?name_?here|some_?user|yourusername)$/i;

export const placeholderValue = unitRule({
  id: "systemd/placeholder-value",
  severity: "warning",
  summary: "A placeholder value in a unit",
  why: `A tutorial's \`User=your_username\` is a user that does not exist: the unit fails with status=217/USER. A path of /path/to/ fails with 200/CHDIR or 203/EXEC. Replace them by the
real ones.`,
  bad: unit("User=your_username"),
  good: unit("User=shop"),
  check(file, { report }) {
    if (file.template || isExample(file.path)) return;
    for (const { key, value } of file.sections.flatMap((section) => section.entries)) {
      if (/^(Description|Documentation)$/.test(key.text) || isTemplated(value.text)) continue;
      const name = /^(User|Group|SocketUser|SocketGroup)$/.test(key.text) && names.test(value.text);
      const found = name ? value.text : toFillIn.exec(value.text)?.[0];
      if (!found) continue;
      const code = name ? "217/USER" : key.text === "WorkingDirectory" ? "200/CHDIR" : "203/EXEC";
      const fails = /^(Exec|User|Group|WorkingDirectory)/.test(key.text)
        ? ` and the unit fails with status=${code}`
        : "";
      report(value, `\`${found}\` is a placeholder: the server has nothing of that name${fails}.`);
    }
  },
});
