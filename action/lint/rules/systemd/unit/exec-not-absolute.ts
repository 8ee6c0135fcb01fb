import { lexCommands } from "../../../command/lex.ts";
import { isTemplated } from "../../../files/template.ts";
import { unitRule } from "../../../rule.ts";
import { execEntries, unit } from "../units.ts";

export const execNotAbsolute = unitRule({
  id: "systemd/exec-not-absolute",
  severity: "error",
  summary: "A program named by a relative path, ~ or a variable",
  why: `systemd looks a bare name up in its own PATH; anything with a slash has to be an absolute path. For \`ExecStart=.venv/bin/gunicorn\` and
\`ExecStart=~/shop/run\` it says "Neither a valid executable name nor an absolute path", and the unit has no ExecStart any more: "Unit is not loaded
properly: Bad unit file setting". Neither WorkingDirectory= nor variables change that.`,
  bad: unit("ExecStart=.venv/bin/gunicorn --bind 127.0.0.1:8000 wsgi:app"),
  good: unit("ExecStart=/srv/shop/.venv/bin/gunicorn --bind 127.0.0.1:8000 wsgi:app"),
  check(file, { report }) {
    for (const entry of execEntries(file)) {
      for (const { words } of lexCommands(entry.value, "systemd")) {
        const [program] = words;
        const path = program?.text.replace(/^[-@:+!|]+/, "") ?? "";
        if (!program || !path.includes("/") || /^[/%]/.test(path)) continue;
        // Template values are filled in before systemd reads the file.
        if (isTemplated(path) && !path.startsWith("$")) continue;
        if (file.template) continue;
        const why = path.startsWith("~")
          ? "systemd does not expand ~"
          : path.startsWith("$")
            ? "systemd replaces no variables in the program's name"
            : "systemd does not accept a relative path";
        report(
          program,
          `\`${path.slice(0, 80)}\` is not an absolute path, and ${why}: systemd rejects the unit with "Bad unit file setting".`,
        );
      }
    }
  },
});
