import { didYouMean, meaning } from "../../../distance.ts";
import { isTemplated } from "../../../files/template.ts";
import { replace, safe, suggested } from "../../../fix/edit.ts";
import { unitRule } from "../../../rule.ts";
import { sectionNames } from "../../../systemd/keys.ts";
import { unit } from "../units.ts";

export const unknownSection = unitRule({
  id: "systemd/unknown-section",
  severity: "error",
  summary: "A section that systemd does not have",
  why: `systemd ignores an unknown section and its contents: "Unknown section 'install'. Ignoring." Names are case-sensitive, so
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
          `systemd reads the spaces as part of the name: it has no section [ ${name.text.slice(0, 60)} ] and ignores its contents.`,
          safe(`write [${name.text}]`, replace(whole, `[${name.text}]`)),
        );
        continue;
      }
      report(
        name,
        `systemd has no section [${name.text.slice(0, 60)}] and ignores its contents.${meaning(meant)}`,
        meant ? suggested(`write [${meant}]`, replace(name, meant)) : {},
      );
    }
  },
});
