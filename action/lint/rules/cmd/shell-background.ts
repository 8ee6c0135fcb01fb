import { inContainer } from "../../files/containers.ts";
import { defineRule } from "../../rule.ts";

export const shellBackground = defineRule({
  id: "cmd/shell-background",
  severity: "warning",
  summary: "A server that a script leaves running in the background",
  why: `No process manager watches a server that is started with \`&\` or nohup: it does not come back after a crash or a reboot, its output goes to a terminal that
is closed, and the next deploy starts a second one that cannot bind its port. Let systemd (or supervisor) start it and watch it.`,
  bad: `.venv/bin/uwsgi --http-socket 127.0.0.1:3031 --module wsgi:app &
`,
  good: `exec .venv/bin/uwsgi --http-socket 127.0.0.1:3031 --module wsgi:app
`,
  check({ project, report }) {
    for (const script of project.scripts) {
      // A script that waits for its children, or ends with a server in the foreground, is a container's entrypoint.
      if (/\bwait\b|\btrap\b|daemon off/.test(script.source.text)) continue;
      if (inContainer(project) && /entrypoint|start|run/i.test(script.path)) continue;
      for (const invocation of script.invocations) {
        if (!invocation.background && !invocation.detached) continue;
        if (invocation.options.some((o) => /^(stop|reload|connect-and-read|version|help)$/.test(o.name.text))) continue;
        if (invocation.program === "python" && !/flask/i.test(script.source.text)) continue;
        report(
          invocation,
          `The server is left in the background: nothing starts it again after a crash or a reboot, and its errors are lost.`,
        );
      }
    }
  },
});
