import { didYouMean } from "../../../distance.ts";
import { replace, suggested } from "../../../fix/edit.ts";
import { unitRule } from "../../../rule.ts";
import { entries } from "../../../systemd/tree.ts";
import { isUserUnit, unit } from "../units.ts";

const targets =
  "multi-user graphical default sockets timers network network-online basic sysinit local-fs remote-fs paths"
    .split(" ")
    .map((name) => `${name}.target`);

export const targetMissing = unitRule({
  id: "systemd/target-missing",
  severity: "warning",
  summary: "A unit wanted by a target that is never started",
  why: `\`systemctl enable\` makes a link in the folder of any target that WantedBy= names, and says nothing when there is no such target: after a reboot the unit is not there. A user's systemd
(\`systemctl --user\`) has no multi-user.target: write default.target, and run \`loginctl enable-linger\` once, so that the units start without a login.`,
  bad: unit().replace("multi-user.target", "mutli-user.target"),
  good: unit(),
  check(file, { report }) {
    for (const { value } of entries(file, "Install", "WantedBy")) {
      const near = targets.includes(value.text) ? undefined : didYouMean(value.text, targets);
      const own = isUserUnit(file) && value.text === "multi-user.target";
      const meant = own ? "default.target" : near;
      if (!meant || !value.text.endsWith(".target")) continue;
      report(
        value,
        `${own ? "A user's systemd has no multi-user.target" : `systemd has no ${value.text}`}: the unit is enabled, and nothing starts it after a reboot.`,
        suggested(`write ${meant}`, replace(value, meant)),
      );
    }
  },
});
