import { didYouMean, meaning } from "../../../distance.ts";
import { replace, suggested } from "../../../fix/edit.ts";
import { uwsgiRule } from "../../../rule.ts";
import { canonicalName, kindOf } from "../../../uwsgi/options.ts";
import { ini } from "../one-file.ts";

export const undefinedPlaceholder = uwsgiRule({
  id: "uwsgi/undefined-placeholder",
  severity: "error",
  summary: "A placeholder that is never set",
  why: `\`%(base)\` stands for an option or a name of your own that was set further up. Where there is none uWSGI leaves the text as it
is: \`chdir = %(bse)\` is a directory called "%(bse)", and the server does not start, or the socket is made under a strange name.`,
  bad: ini("home = /srv/shop/.venv", "logto = %(hme)/shop.log"),
  good: ini("home = /srv/shop/.venv", "logto = %(home)/shop.log"),
  check(file, { model, report }) {
    const options = file.sections.flatMap((section) => section.options);
    // An included file, a loop or a plugin may set more.
    if (
      file.template ||
      model.fragments.has(file) ||
      options.some(({ name }) =>
        /^(?:ini|include|inherit\w*|xml|yaml|json|for\w*|config.*|set\w*|declare-.*|if-.*)$/.test(name.text),
      )
    )
      return;
    const set = options.filter(({ value }) => value).map(({ name }) => name.text);
    const spellings = new Set([...set, ...set.map(canonicalName)]);
    for (const { name, value } of options) {
      if (!value || /format|encoder|log-master|alarm|metric|hook/.test(name.text)) continue;
      for (const found of value.text.matchAll(/%\(([\w-]+)\)/g)) {
        const wanted = found[1] as string;
        if (spellings.has(wanted) || spellings.has(canonicalName(wanted)) || wanted === "_") continue;
        const start = value.start + found.index + 2;
        const at = { source: value.source, start, end: start + wanted.length };
        const meant = didYouMean(
          wanted,
          set.filter((other) => !kindOf(other) || other.length > 3),
        );
        report(
          at,
          `Nothing sets \`${wanted}\`: uWSGI keeps the text \`%(${wanted})\` as it is.${meaning(meant)}`,
          meant ? suggested(`write \`${meant}\``, replace(at, meant)) : undefined,
        );
      }
    }
  },
});
