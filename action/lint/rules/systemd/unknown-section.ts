import { didYouMean, meaning } from "../../distance.ts";
import { replace } from "../../edit.ts";
import { defineRule } from "../../rule.ts";
import { sectionNames } from "../../systemd/keys.ts";
import { isTemplated } from "../../template.ts";
import { unit } from "./units.ts";

export const unknownSection = defineRule({
  id: "systemd/unknown-section",
  severity: "error",
  summary: "A section that systemd does not know",
  why: `systemd ignores a section it does not know with all that stands in it: "Unknown section 'install'. Ignoring." Names are case-sensitive, so
with [install] \`systemctl enable\` says that the unit is not meant to be enabled, and nothing starts after a reboot. Sections of one's own begin with X-.`,
  bad: unit().replace("[Install]", "[install]"),
  good: unit(),
  check({ project, report }) {
    for (const file of project.units) {
      for (const { name } of file.sections) {
        if (name.text === "" || sectionNames.includes(name.text)) continue;
        if (name.text.startsWith("X-") || isTemplated(name.text)) continue;
        const common = ["Unit", "Service", "Install", "Socket", "Timer", "Path"];
        const meant =
          common.find((known) => known.toLowerCase() === name.text.toLowerCase()) ?? didYouMean(name.text, common);
        report(
          name,
          `systemd knows no section [${name.text.slice(0, 60)}] and ignores all that stands in it.${meaning(meant)}`,
          meant ? { fix: { kind: "suggested", title: `write [${meant}]`, edits: [replace(name, meant)] } } : {},
        );
      }
    }
  },
});
