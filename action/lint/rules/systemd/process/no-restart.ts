import { lineBelow, replace } from "../../../edit.ts";
import { defineRule } from "../../../rule.ts";
import { entry } from "../../../systemd/tree.ts";
import { appUnits, isDropIn, unit } from "../units.ts";

export const noRestart = defineRule({
  id: "systemd/no-restart",
  severity: "info",
  summary: "A server that stays down after a crash",
  why: `Without \`Restart=\` systemd starts a service once: when its master is killed (no memory left, say), the site is down until somebody looks.
\`Restart=on-failure\` brings it back, and leaves it alone after \`systemctl stop\`.`,
  bad: unit("Restart="),
  good: unit(),
  check({ model, report }) {
    for (const { file, invocations } of appUnits(model)) {
      if (isDropIn(file.path) || invocations.every((one) => one.program === "python")) continue;
      const said = entry(file, "Service", "Restart");
      const start = entry(file, "Service", "ExecStart");
      if (!start || entry(file, "Service", "Type")?.value.text === "oneshot") continue;
      if (said && said.value.text !== "no") continue;
      report(said ?? start, "Nothing starts it again after a crash: the site is down until somebody looks.", {
        fix: {
          kind: "safe",
          title: "add `Restart=on-failure`",
          edits: [said ? replace(said.value, "on-failure") : lineBelow(start, "Restart=on-failure")],
        },
      });
    }
  },
});
