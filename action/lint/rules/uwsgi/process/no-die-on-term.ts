import { atLeast } from "../../../files/versions.ts";
import { lineBelow, replace, safe, suggested } from "../../../fix/edit.ts";
import { setting } from "../../../model/launchers.ts";
import type { Starter } from "../../../model/types.ts";
import { defineRule } from "../../../rule.ts";
import { entry } from "../../../systemd/tree.ts";
import { ini, isOn, last, ownServers } from "../one-file.ts";

export const noDieOnTerm = defineRule({
  id: "uwsgi/no-die-on-term",
  severity: "warning",
  summary: "SIGTERM reloads uWSGI instead of stopping it",
  why: `uWSGI 2.0 takes SIGTERM for "reload brutally". \`systemctl stop\` then waits 90 seconds and kills it, \`docker stop\` 10 seconds.
\`die-on-term = true\` makes it stop; \`hook-master-start = unix_signal:15 gracefully_kill_them_all\` makes it stop after answering
what it has begun. KillSignal=SIGQUIT (or SIGINT) in the unit does as well, and uWSGI 2.1 needs none of them.`,
  versions: "uWSGI before 2.1",
  bad: `[uwsgi]
module = wsgi:app
master = true
socket = /run/shop/shop.sock
`,
  good: ini(),
  check({ model, versions, report }) {
    if (atLeast(versions.uwsgi, 2, 1)) return;
    // The unit of an emperor stops its vassals: what starts them is not in their inis.
    const emperor = model.starters.find(({ invocations }) =>
      invocations.some(({ options }) => options.some((option) => /^emperor/.test(option.name.text))),
    );
    for (const { options, uwsgi, starter } of ownServers(model)) {
      if (isOn(options, "die-on-term") || isOn(options, "exit-on-reload") || !isOn(options, "master")) continue;
      if (
        options.some(
          ({ name, value }) =>
            name.text.startsWith("hook-") && /unix_signal:(?:15|SIGTERM)|kill/.test(value?.text ?? ""),
        )
      )
        continue;
      const stops = starter ?? emperor;
      if (stops && stopsOtherwise(stops)) continue;
      const section = uwsgi.sections.find(({ name }) => name.text === "uwsgi");
      const said = last(options, "die-on-term");
      if (!section) continue;
      report(
        said ?? section,
        "SIGTERM reloads this uWSGI instead of stopping it: `systemctl stop` waits 90 s and kills it.",
        {
          related: [{ at: last(options, "master")!, message: "the master that gets the signal" }],
          fix: said
            ? suggested("die-on-term = true", replace(said, "die-on-term = true"))
            : safe("add `die-on-term = true`", lineBelow(section.name, "die-on-term = true")),
        },
      );
    }
  },
});

/** Whether its starter stops it by a signal that makes uWSGI stop. */
function stopsOtherwise({ by, file, section }: Starter): boolean {
  if (by === "systemd" && file.kind === "systemd")
    return (
      /^(?:SIG)?(?:QUIT|INT)$/.test(entry(file, "Service", "KillSignal")?.value.text ?? "") ||
      entry(file, "Service", "ExecStop") !== undefined
    );
  if (by === "supervisor" && section)
    return /^(?:SIG)?(?:QUIT|INT)$/.test(setting(section, "stopsignal")?.value.text ?? "");
  return by === "upstart" && /kill signal (?:SIG)?(?:QUIT|INT)/.test(file.source.text);
}
