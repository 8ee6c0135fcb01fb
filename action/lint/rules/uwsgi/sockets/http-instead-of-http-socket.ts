import { isLoopback } from "../../../address.ts";
import { inContainer } from "../../../containers.ts";
import { replace, suggested } from "../../../edit.ts";
import { defineRule } from "../../../rule.ts";

export const httpInsteadOfHttpSocket = defineRule({
  id: "uwsgi/http-instead-of-http-socket",
  severity: "warning",
  summary: "uWSGI's own HTTP router behind nginx",
  why: `\`http\` starts one more process that takes HTTP and hands it on to the workers, for servers without a web server before them.
Behind nginx it is a detour, with time-outs and header limits of its own: use \`socket\` with uwsgi_pass, or \`http-socket\`.`,
  bad: `[uwsgi]
module = wsgi:app
master = true
die-on-term = true
http = 127.0.0.1:8000
`,
  good: `[uwsgi]
module = wsgi:app
master = true
die-on-term = true
http-socket = 127.0.0.1:8000
`,
  check({ project, model, report }) {
    if (inContainer(project)) return;
    for (const server of model.servers) {
      if (server.program !== "uwsgi" || !server.uwsgi) continue;
      for (const listener of server.listeners) {
        const option = server.options.find(
          (one) => one.value?.start === listener.at.start && one.source === listener.at.source,
        );
        if (option?.name.text !== "http") continue;
        const { address } = listener;
        // On a port for browsers uWSGI may well be the web server itself.
        const behind =
          address.kind === "unix" ||
          (address.kind === "tcp" && (isLoopback(address.host) || !/^(?:80|443)$/.test(String(address.port))));
        if (!behind) continue;
        report(
          option,
          "`http` puts a router process of its own between nginx and the workers.",
          suggested("write `http-socket`", replace(option.name, "http-socket")),
        );
      }
    }
  },
});
