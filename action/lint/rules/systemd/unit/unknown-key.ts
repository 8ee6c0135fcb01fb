import { didYouMean, meaning } from "../../../distance.ts";
import { pasted } from "../../../files/lines.ts";
import type { Fix } from "../../../finding.ts";
import { replace, suggested } from "../../../fix/edit.ts";
import { unitRule } from "../../../rule.ts";
import { keysOf, sectionNames } from "../../../systemd/keys.ts";
import { unit } from "../units.ts";

export const unknownKey = unitRule({
  id: "systemd/unknown-key",
  severity: "error",
  summary: "A key that systemd does not have in that section",
  why: `systemd writes "Unknown key name … ignoring" to the journal and starts the unit without it. \`Environmentfile=\` (small f) means
that no variable is set; \`WantedBy=\` in [Service] means that nothing starts at boot. Keys are case-sensitive.`,
  bad: unit(
    "Environmentfile=/srv/shop/shared/.env",
    "ExecStart=/srv/shop/current/.venv/bin/uwsgi --ini deploy/uwsgi.ini",
  ),
  good: unit(
    "EnvironmentFile=/srv/shop/shared/.env",
    "ExecStart=/srv/shop/current/.venv/bin/uwsgi --ini deploy/uwsgi.ini",
  ),
  check(file, { report }) {
    for (const section of file.sections) {
      const keys = keysOf(section.name.text);
      if (!keys) continue;
      for (const { key } of section.entries) {
        // common/tabs-nbsp reports names with invisible characters.
        if (keys.has(key.text) || key.text.startsWith("X-") || pasted.test(key.text)) continue;
        const home = sectionNames.find(
          (name) => ["Unit", "Service", "Install", "Socket"].includes(name) && keysOf(name)?.has(key.text),
        );
        const meant = home ? undefined : didYouMean(key.text, keys);
        const fix: Fix | undefined = meant ? suggested(`write \`${meant}\``, replace(key, meant)) : undefined;
        const hint = home ? ` It belongs in [${home}].` : meaning(meant);
        report(
          key,
          `systemd has no \`${key.text.slice(0, 60)}=\` in [${section.name.text}] and ignores the line.${hint}`,
          fix ? { fix } : {},
        );
      }
    }
  },
});
