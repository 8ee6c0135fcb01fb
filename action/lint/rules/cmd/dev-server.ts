import type { Invocation } from "../../command/invocation.ts";
import { basename } from "../../files/paths.ts";
import type { Project } from "../../files/project.ts";
import type { Starter } from "../../model/types.ts";
import { defineRule } from "../../rule.ts";

export const devServer = defineRule({
  id: "cmd/dev-server",
  severity: "warning",
  summary: "Flask's development server in production",
  why: `\`flask run\` and \`app.run()\` start werkzeug's development server: one process, no limits on requests, no restart, and with debug on a console that
runs Python for any visitor. It warns itself: "Do not use it in a production deployment". Start gunicorn or uWSGI.`,
  bad: {
    Procfile: "web: flask run --host=0.0.0.0\n",
  },
  good: {
    Procfile: "web: gunicorn --bind unix:/run/shop/shop.sock wsgi:app\n",
  },
  check({ project, model, report }) {
    for (const starter of model.starters) {
      // Units have a rule of their own, and an image may be for development.
      if (starter.by === "systemd" || starter.by === "container") continue;
      for (const invocation of starter.invocations) {
        if (!isDevelopment(project, invocation) || !isServing(starter, invocation)) continue;
        report(
          invocation,
          `This starts Flask's development server: one process, no restart, and not made for production.`,
        );
      }
    }
  },
});

/** Whether it starts Flask's own server: `flask run`, or a script of the repository that calls app.run(). */
export function isDevelopment(project: Project, invocation: Invocation): boolean {
  if (invocation.program === "flask") return true;
  const script = invocation.program === "python" ? invocation.positional[0] : undefined;
  // The script itself starts a production server.
  if (!script || /gunicorn|uwsgi|waitress|gevent|production/i.test(invocation.source.slice(invocation))) return false;
  const paths = project.pythonPaths.filter((path) => basename(path) === basename(script.text));
  return paths.some((path) => {
    const file = project.python(path);
    return (
      file !== undefined &&
      /\bflask\b/i.test(file.source.text) &&
      file.calls.some((c) => /^(app|application|server)\.run$/.test(c.callee.text))
    );
  });
}

/** A script may be for a developer's own machine, unless it leaves the server running in the background. */
function isServing(starter: Starter, invocation: Invocation): boolean {
  if (starter.by !== "script") return true;
  if (/(^|[/._-])(dev|debug|local|test|run-dev)([._-]|$)/i.test(starter.file.path)) return false;
  return invocation.background || invocation.detached;
}
