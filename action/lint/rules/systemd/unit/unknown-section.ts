import { didYouMean, meaning } from "../../../distance.ts";
import { isTemplated } from "../../../files/template.ts";
import { replace, safe, suggested } from "../../../fix/edit.ts";
import { unitRule } from "../../../rule.ts";
import { sectionNames } from "../../../systemd/keys.ts";
import { unit } from "../units.ts";

export const unknownSection = unitRule({
  id: "systemd/unknown-section",
  severity: "error",
  summary: "A section that systemd does not know",
  why: `systemd ignores a section it does not know with all that stands in it: "Unknown section 'install'. Ignoring." Names are case-sensitive, so
with [install] \`systemctl enable\` says that the unit is not meant to be enabled, and nothing starts after a reboot. Sections of one's own begin with X-.`,
  bad: unit().replace("[Install]", "[install]"),
  good: unit(),
  check(file, { report }) {
    for (const { name } of file.sections) {
      const blank = file.source.text[name.start - 1] !== "[" || file.source.text[name.end] !== "]";
      if (name.text === "" || (sectionNames.includes(name.text) && !blank)) continue;
      if (name.text.startsWith("X-") || isTemplated(name.text)) continue;
      const common = ["Unit", "Service", "Install", "Socket", "Timer", "Path"];
      const meant =
        common.find((known) => known.toLowerCase() === name.text.toLowerCase()) ?? didYouMean(name.text, common);
      if (blank) {
        const whole = file.source.range(
          file.source.text.lastIndexOf("[", name.start),
          file.source.text.indexOf("]", name.end) + 1,
        );
        report(
          name,
          `To systemd the blanks belong to the name: it knows no section [ ${name.text.slice(0, 60)} ] and ignores all that stands in it.`,
          safe(`write [${name.text}]`, replace(whole, `[${name.text}]`)),
        );
        continue;
      }
      report(
        name,
        `systemd knows no section [${name.text.slice(0, 60)}] and ignores all that stands in it.${meaning(meant)}`,
        meant ? suggested(`write [${meant}]`, replace(name, meant)) : {},
      );
    }
  },
});
