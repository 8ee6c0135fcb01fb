import { replace, suggested } from "../../../edit.ts";
import { unitRule } from "../../../rule.ts";
import { entries } from "../../../systemd/tree.ts";
import { isUserUnit, unit } from "../units.ts";

export const userTarget = unitRule({
  id: "systemd/user-target",
  severity: "warning",
  summary: "A unit of `systemctl --user` for a target that users do not have",
  why: `A user's systemd has no multi-user.target, graphical.target is not started by it either: \`systemctl --user enable\` makes the link and nothing ever follows it, so after a reboot the app is not there.
Write \`WantedBy=default.target\`, and run \`loginctl enable-linger\` once, so that the user's units start without a login.`,
  bad: unit("User=").replace("[Unit]", "# systemctl --user enable shop\n[Unit]"),
  good: unit("User=").replace("[Unit]", "# systemctl --user enable shop\n[Unit]").replace("multi-user", "default"),
  check(file, { report }) {
    if (!isUserUnit(file)) return;
    for (const { value } of entries(file, "Install", "WantedBy"))
      if (value.text === "multi-user.target")
        report(
          value,
          "A user's systemd has no multi-user.target: the unit is enabled, and nothing starts it after a reboot.",
          suggested("default.target", replace(value, "default.target")),
        );
  },
});
