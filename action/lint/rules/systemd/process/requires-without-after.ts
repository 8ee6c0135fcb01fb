import { isTemplated } from "../../../files/template.ts";
import { lineBelow, replace, safe } from "../../../fix/edit.ts";
import { entries } from "../../../systemd/tree.ts";
import { appUnitRule, unit } from "../units.ts";

export const requiresWithoutAfter = appUnitRule({
  id: "systemd/requires-without-after",
  severity: "warning",
  summary: "A unit that requires another one and does not wait for it",
  why: `\`Requires=\` and \`BindsTo=\` say that the other unit is started as well, not that it is up first: without \`After=\` both start at the same time, and
after a reboot the app looks for a database that is not there yet.`,
  bad: unit().replace("After=network.target", "After=network.target\nRequires=postgresql.service"),
  good: unit().replace("After=network.target", "After=network.target postgresql.service\nRequires=postgresql.service"),
  check({ file }, { report }) {
    const named = (key: string) => entries(file, "Unit", key).flatMap((e) => e.value.text.split(/[\s,]+/));
    const ordered = new Set([...named("After"), ...named("Before")]);
    for (const key of ["Requires", "BindsTo"]) {
      for (const said of entries(file, "Unit", key)) {
        // systemd orders a service after its own sockets, mounts and slice.
        const missing = said.value.text
          .split(/\s+/)
          .filter((name) => /\.(service|target)$/.test(name) && !ordered.has(name) && !isTemplated(name));
        if (missing.length === 0) continue;
        const after = entries(file, "Unit", "After").at(-1);
        const onOneLine = after && after.value.end - after.value.start === after.value.text.length;
        const names = missing.join(" ");
        report(
          said,
          `\`${key}=\` starts ${missing.join(", ")} as well, but does not wait for it: without \`After=\` both start at the same time.`,
          safe(
            `wait for ${names}`,
            onOneLine
              ? replace(after.source.range(after.value.end, after.value.end), ` ${names}`)
              : lineBelow(said, `After=${names}`),
          ),
        );
      }
    }
  },
});
