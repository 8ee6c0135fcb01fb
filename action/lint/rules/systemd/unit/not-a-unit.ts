import { distance } from "../../../distance.ts";
import { renderedPath } from "../../../files/template.ts";
import { unitRule } from "../../../rule.ts";
import { isDropIn, unit } from "../units.ts";

export const notAUnit = unitRule({
  id: "systemd/not-a-unit",
  severity: "error",
  summary: "A .service file that systemd rejects",
  why: `A service has to say what it starts: without ExecStart= (or ExecStop=, SuccessAction=) systemd says "Service has no ExecStart=, ExecStop=, or
SuccessAction=. Refusing." That is also what it says of an init script that was given the name of a unit.`,
  bad: unit("ExecStart="),
  good: unit(),
  check(file, { report }) {
    const { source, sections } = file;
    if (!/\.service$/.test(renderedPath(file.path)) || isDropIn(file.path) || file.template) return;
    // An empty file masks a unit.
    if (source.text.replace(/^[ \t]*[#;].*$/gm, "").trim() === "" && !source.text.startsWith("#!")) return;
    const script = source.text.startsWith("#!");
    const service = sections.find(({ name }) => /^service$/i.test(name.text));
    const keys = sections.flatMap((section) => section.entries.map((entry) => entry.key.text));
    // Other rules report a misspelled name, and one in the wrong section.
    if (keys.some((key) => /^(exec|success)/i.test(key) || distance(key, "ExecStart", 3) <= 3)) return;
    if (sections.some(({ name }) => /^(service|install)$/i.test(name.text) && !/^(Service|Install)$/.test(name.text)))
      return;
    report(
      service?.name ?? source.line(0),
      script
        ? "This is a script, not a unit: systemd rejects it, because it has no ExecStart=."
        : "systemd rejects the unit: it has no ExecStart=, ExecStop= or SuccessAction=.",
    );
  },
});
