import { replace, safe } from "../../../fix/edit.ts";
import { uwsgiRule } from "../../../rule.ts";
import { canonicalName } from "../../../uwsgi/options.ts";
import { optionsOf } from "../../../uwsgi/tree.ts";
import { ini } from "../one-file.ts";

/** Names and paths; a format or a command may need its quotes. */
const plain =
  /^(?:chdir2?|module|wsgi-file|callable|home|pythonpath|uid|gid|mount|plugin|pidfile2?|logto2?|daemonize)$/;

export const quotedValue = uwsgiRule({
  id: "uwsgi/quoted-value",
  severity: "error",
  summary: "Quotes around a value, which become part of it",
  why: `uWSGI does not remove quotes: \`chdir = "/srv/shop"\` is a folder whose name begins with a quote ("chdir(): No such file or directory"), and
\`module = "wsgi:app"\` a module that does not exist.`,
  bad: ini('chdir = "/srv/shop"'),
  good: ini("chdir = /srv/shop"),
  check(file, { report }) {
    if (file.markup) return;
    for (const { name, value } of optionsOf(file)) {
      const inner = /^(["'])([^"']*)\1$/.exec(value?.text.trim() ?? "")?.[2];
      if (!value || inner === undefined) continue;
      if (!plain.test(canonicalName(name.text))) continue;
      report(
        value,
        `The quotes are part of the value: uWSGI looks for \`${value.text.trim().slice(0, 60)}\`, with the quotes.`,
        safe("remove the quotes", replace(value, inner)),
      );
    }
  },
});
