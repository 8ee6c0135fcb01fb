import { lineBelow, replace, safe } from "../../../fix/edit.ts";
import { entry } from "../../../systemd/tree.ts";
import { appUnitRule, isDropIn, unit } from "../units.ts";

export const noRestart = appUnitRule({
  id: "systemd/no-restart",
  severity: "info",
  summary: "A server that is not restarted after a crash",
  why: `Without \`Restart=\` systemd starts a service once: when its master is killed (no memory left, say), the site is down until you start it.
\`Restart=on-failure\` brings it back, and leaves it alone after \`systemctl stop\`.`,
  bad: unit("Restart="),
  good: unit(),
  check({ file, invocations }, { report }) {
    if (isDropIn(file.path) || invocations.every((one) => one.program === "python")) return;
    const said = entry(file, "Service", "Restart");
    const start = entry(file, "Service", "ExecStart");
    if (!start || entry(file, "Service", "Type")?.value.text === "oneshot") return;
    if (said && said.value.text !== "no") return;
    report(
      said ?? start,
      "Nothing restarts it after a crash: the site is down until you start it.",
      safe(
        "add `Restart=on-failure`",
        said ? replace(said.value, "on-failure") : lineBelow(start, "Restart=on-failure"),
      ),
    );
  },
});
