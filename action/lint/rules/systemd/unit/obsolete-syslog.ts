import { replace, safe } from "../../../fix/edit.ts";
import { unitRule } from "../../../rule.ts";
import { unit } from "../units.ts";

export const obsoleteSyslog = unitRule({
  id: "systemd/obsolete-syslog",
  severity: "warning",
  summary: "Output to syslog, which systemd sends to the journal",
  why: `systemd 246 removed the output type \`syslog\`: "Standard output type syslog is obsolete, automatically updating to journal". The lines are in
\`journalctl -u\`, not where the unit says, and each daemon-reload complains.`,
  versions: "systemd 246 and later",
  bad: unit("StandardError=syslog"),
  good: unit("StandardError=journal"),
  check(file, { report }) {
    for (const { key, value } of file.sections.flatMap((section) => section.entries)) {
      if (!/^Standard(Output|Error)$/.test(key.text) || !/^syslog(\+console)?$/.test(value.text)) continue;
      const meant = value.text.replace("syslog", "journal");
      report(
        value,
        `\`${key.text}=${value.text}\` is obsolete: systemd complains at each reload and sends the output to the journal.`,
        safe(`write \`${meant}\``, replace(value, meant)),
      );
    }
  },
});
