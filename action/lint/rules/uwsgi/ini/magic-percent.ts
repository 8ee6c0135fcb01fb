import { replace, safe } from "../../../fix/edit.ts";
import { uwsgiOptionRule } from "../../../rule.ts";
import { ini } from "../one-file.ts";

/** Options whose values are strftime formats, after uWSGI has replaced its own % placeholders in them. */
const dated = /^(?:log-date|logdate|log-reopen|logto2?|daemonize2?|logger|req-logger|log-backupname|touch-\w+)$/;

export const magicPercent = uwsgiOptionRule({
  id: "uwsgi/magic-percent",
  severity: "error",
  summary: "A date's % sign that uWSGI replaces itself",
  why: `uWSGI replaces % and the letter behind it in every value: %d is the config's directory, %s its name, and what it does not support
(%Y, %H, %M) vanishes. \`log-date = %Y-%m-%d\` becomes "--/etc/uwsgi/". A % that is meant is written twice: \`%%Y-%%m-%%d\`.`,
  bad: ini("log-date = %Y-%m-%d"),
  good: ini("log-date = %%Y-%%m-%%d"),
  check({ name, value }, { report }) {
    if (!value || !dated.test(name.text)) return;
    const lone = /(?<!%)(?:%%)*%[YmHMSyBbjFT](?![a-z]{2})/;
    if (!lone.test(value.text)) return;
    const right = value.text.replace(/%%|%(?=[A-Za-z])/g, "%%");
    report(
      value,
      `uWSGI replaces each of these % signs itself: \`${value.text.slice(0, 60)}\` loses %Y, %H, %M, and %d is a directory.`,
      safe("double the % signs", replace(value, right)),
    );
  },
});
