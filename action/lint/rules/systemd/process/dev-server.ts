import { basename } from "../../../files/paths.ts";
import { isDevelopment } from "../../cmd/dev-server.ts";
import { appUnitRule, unit } from "../units.ts";

export const devServer = appUnitRule({
  id: "systemd/dev-server",
  severity: "warning",
  summary: "A unit that starts Flask's development server",
  why: `\`flask run\` and \`python app.py\` start werkzeug's development server: one process, no limits on requests, and with debug on a console that runs
Python for any visitor. It warns itself: "Do not use it in a production deployment". Start gunicorn or uWSGI.`,
  bad: unit("ExecStart=/srv/shop/.venv/bin/flask run --port 8000"),
  good: unit(),
  check({ file, invocations }, { project, report }) {
    for (const invocation of invocations) {
      if (!isDevelopment(project, invocation)) {
        const script = invocation.program === "python" ? invocation.positional[0] : undefined;
        const known = script && project.pythonPaths.some((path) => basename(path) === basename(script.text));
        // A script that is not here may be anything, unless the unit mentions Flask.
        if (!script || known || !/flask/i.test(file.source.text.replace(/^[ \t]*[#;].*$/gm, ""))) continue;
        if (/waitress|gunicorn|uwsgi|gevent|celery|worker|bot\b|migrate|cron/i.test(file.source.text)) continue;
      }
      report(
        invocation,
        "This starts Flask's development server: one process, no limits, and not made for production.",
      );
    }
  },
});
