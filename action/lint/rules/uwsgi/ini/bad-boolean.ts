import { replace, suggested } from "../../../fix/edit.ts";
import { uwsgiOptionRule } from "../../../rule.ts";
import { kindOf } from "../../../uwsgi/options.ts";
import { ini } from "../one-file.ts";

/** Spellings of "no" besides the four words that uWSGI accepts. */
const negative = /^(?:disabled?|n|none|never|null|nil|f|inactive|-1|["'](?:false|no|off|0)["'])$/i;

export const badBoolean = uwsgiOptionRule({
  id: "uwsgi/bad-boolean",
  severity: "error",
  summary: "A boolean that means no and counts as yes",
  why: `To uWSGI only the bare words false, off, no and 0 are false; everything else is true, "disabled", "none" and a quoted
"false" too. The option is on although it reads as off.`,
  bad: ini("lazy-apps = none"),
  good: ini("lazy-apps = false"),
  check({ name, value }, { report }) {
    if (!value || kindOf(name.text) !== "bool" || !negative.test(value.text.trim())) return;
    report(
      value,
      `uWSGI takes \`${value.text.trim()}\` for true: \`${name.text}\` is on.`,
      suggested("write `false`", replace(value, "false")),
    );
  },
});
