import { serverRule } from "../../../rule.ts";
import { ini } from "../one-file.ts";

export const runsAsRoot = serverRule({
  id: "uwsgi/runs-as-root",
  severity: "warning",
  summary: "The app runs as root, or in root's group",
  why: `With \`uid = root\` a vulnerability of the app gives control of the whole machine: uWSGI itself warns of it at each start. \`gid = root\` lets it read and write what is for root's group. Give the
app a user and a group of its own that own nothing but its data.`,
  bad: ini("uid = root"),
  good: ini("uid = shop"),
  check({ program, options, starter }, { report }) {
    if (program !== "uwsgi" || (starter?.user && starter.user.text !== "root")) return;
    for (const option of options) {
      if (!/^(uid|gid)$/.test(option.name.text) || !/^(?:root|0)$/.test(option.value?.text.trim() ?? "")) continue;
      const isUser = option.name.text === "uid";
      report(
        option,
        isUser
          ? "The app runs as root: whoever exploits a vulnerability in it controls the whole machine."
          : "The app runs in root's group: it can read and write whatever is for that group.",
      );
    }
  },
});
