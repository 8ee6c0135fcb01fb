import { lineBelow, safe } from "../../../fix/edit.ts";
import { defineRule } from "../../../rule.ts";
import { ini, isOn, last, ownServers } from "../one-file.ts";

/** Packages that work in threads of their own. */
const threaded =
  /^(?:sentry[-_]sdk|apscheduler|flask[-_]apscheduler|newrelic|ddtrace|elastic-apm|statsd|rq-scheduler)\b/im;

export const threadsDisabled = defineRule({
  id: "uwsgi/threads-disabled",
  severity: "warning",
  summary: "Background threads that uWSGI never lets run",
  why: `Unless \`enable-threads = true\` (or \`threads\`) is set uWSGI starts Python without its thread support, and threads that the app or a
library starts never get a turn: Sentry sends nothing, APScheduler fires nothing, and no error is reported.`,
  bad: {
    "deploy/uwsgi.ini": ini(),
    "requirements.txt": "flask==3.1.3\npyuwsgi==2.0.30\nsentry-sdk==2.19.2\n",
  },
  good: {
    "deploy/uwsgi.ini": ini("enable-threads = true"),
    "requirements.txt": "flask==3.1.3\npyuwsgi==2.0.30\nsentry-sdk==2.19.2\n",
  },
  check({ project, model, report }) {
    const wanting = project.requirements
      .map((source) => threaded.exec(source.text)?.[0])
      .find((name) => name !== undefined);
    if (!wanting) return;
    for (const { options, uwsgi } of ownServers(model)) {
      if (isOn(options, "enable-threads") || last(options, "threads") || last(options, "gevent")) continue;
      const section = uwsgi.sections.find(({ name }) => name.text === "uwsgi");
      if (!section) continue;
      report(
        section,
        `${wanting} works in a thread of its own, and without \`enable-threads\` that never runs.`,
        safe("add `enable-threads = true`", lineBelow(section.name, "enable-threads = true")),
      );
    }
  },
});
