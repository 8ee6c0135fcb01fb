import { isLoopback } from "../../../files/address.ts";
import { inContainer } from "../../../files/containers.ts";
import { replace, suggested } from "../../../fix/edit.ts";
import { serverRule } from "../../../rule.ts";
import { ini } from "../one-file.ts";

export const httpInsteadOfHttpSocket = serverRule({
  id: "uwsgi/http-instead-of-http-socket",
  severity: "warning",
  summary: "uWSGI's own HTTP router behind nginx",
  why: `\`http\` starts one more process that accepts HTTP and forwards it to the workers, for servers without a web server in front.
Behind nginx it is an extra hop, with timeouts and header limits of its own: use \`socket\` with uwsgi_pass, or \`http-socket\`.`,
  bad: ini("socket =", "http = 127.0.0.1:8000"),
  good: ini("socket =", "http-socket = 127.0.0.1:8000"),
  check({ program, options, listeners, uwsgi }, { project, report }) {
    if (program !== "uwsgi" || !uwsgi || inContainer(project)) return;
    for (const { address, at } of listeners) {
      const option = options.find(({ name, value }) => name.text === "http" && value === at);
      // On a port for browsers, uWSGI may itself be the web server.
      const isFront = address.kind === "tcp" && !isLoopback(address.host) && /^(?:80|443)$/.test(`${address.port}`);
      if (!option || address.kind === "unknown" || isFront) continue;
      report(
        option,
        "`http` puts a router process of its own between nginx and the workers.",
        suggested("write `http-socket`", replace(option.name, "http-socket")),
      );
    }
  },
});
