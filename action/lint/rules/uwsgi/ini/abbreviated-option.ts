import { replace, safe } from "../../../fix/edit.ts";
import { defineRule } from "../../../rule.ts";
import { abbreviated, canonicalName, kindOf } from "../../../uwsgi/options.ts";

export const abbreviatedOption = defineRule({
  id: "uwsgi/abbreviated-option",
  severity: "warning",
  summary: "A shortened option, which works on a command line only",
  why: `On a command line uWSGI accepts any unambiguous prefix of a long option: --callab is --callable. In an ini the same word is
an unknown option, and a later uWSGI with another option of that prefix rejects it. Write it in full.`,
  bad: { "run.sh": "exec .venv/bin/uwsgi --socket 127.0.0.1:3031 --module wsgi --callab app\n" },
  good: { "run.sh": "exec .venv/bin/uwsgi --socket 127.0.0.1:3031 --module wsgi --callable app\n" },
  check({ model, report }) {
    for (const invocation of model.starters.flatMap((starter) => starter.invocations)) {
      if (invocation.program !== "uwsgi") continue;
      for (const { name } of invocation.options) {
        if (!/^[a-z][\w-]+$/.test(name.text) || kindOf(name.text)) continue;
        const meant = [...new Set(abbreviated(name.text).map(canonicalName))];
        const [only] = meant;
        if (meant.length !== 1 || !only) continue;
        report(
          name,
          `\`--${name.text}\` is taken for \`--${only}\` on a command line; in an ini it is an unknown option.`,
          safe(`write \`${only}\``, replace(name, only)),
        );
      }
    }
  },
});
