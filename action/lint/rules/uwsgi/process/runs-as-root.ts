import { defineRule } from "../../../rule.ts";
import { ini } from "../one-file.ts";

export const runsAsRoot = defineRule({
  id: "uwsgi/runs-as-root",
  severity: "warning",
  summary: "The app runs as root",
  why: `With \`uid = root\` a hole in the app is a hole in the whole machine: uWSGI says so itself at each start. Give the app a user of
its own that owns nothing but its data.`,
  bad: ini("uid = root"),
  good: ini("uid = shop"),
  check({ model, report }) {
    for (const { program, options, starter } of model.servers) {
      if (program !== "uwsgi" || (starter?.user && starter.user.text !== "root")) continue;
      for (const option of options)
        if (option.name.text === "uid" && /^(?:root|0)$/.test(option.value?.text.trim() ?? ""))
          report(option, "The app runs as root: a hole in it is a hole in the whole machine.");
    }
  },
});
