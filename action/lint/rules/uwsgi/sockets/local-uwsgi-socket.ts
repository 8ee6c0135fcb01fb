import { isLoopback } from "../../../files/address.ts";
import { inContainer } from "../../../files/containers.ts";
import { isDeployed } from "../../../model/credentials.ts";
import { defineRule } from "../../../rule.ts";
import { ini } from "../one-file.ts";

export const localUwsgiSocket = defineRule({
  id: "uwsgi/local-uwsgi-socket",
  severity: "error",
  summary: "The uwsgi protocol on a local port: every user of the machine can run code as the app",
  why: `A port of 127.0.0.1 has no owner and no mode: every process of the machine can connect. The uwsgi protocol lets it set the variables of the request, and
UWSGI_FILE=/tmp/x.py makes uWSGI load and run that file as the app's user. A unix socket with \`chmod-socket = 660\` is for the app and nginx alone. Where it has to be a port, refuse such
requests by a route: \`route-if-not = empty:\${UWSGI_FILE} break:403\`, and the same for UWSGI_SCRIPT, UWSGI_MODULE and UWSGI_HOME. An HTTP socket takes none of these variables.`,
  bad: ini("socket = 127.0.0.1:3031"),
  good: ini("socket = 127.0.0.1:3031", "route-if-not = empty:${UWSGI_FILE} break:403"),
  check({ project, model, report }) {
    if (inContainer(project)) return;
    for (const { program, uwsgi, listeners, options, starter, invocation } of model.servers) {
      if (program !== "uwsgi" || !(isDeployed(starter) || invocation?.background)) continue;
      if (options.some(({ name, value }) => name.text.startsWith("route") && /UWSGI_/.test(value?.text ?? "")))
        continue;
      if (uwsgi?.template || (uwsgi && model.fragments.has(uwsgi))) continue;
      for (const { address, protocol, at } of listeners) {
        if (protocol !== "uwsgi" || address.kind !== "tcp" || !isLoopback(address.host)) continue;
        const what = `Every process of this machine can connect to port ${address.port} and have uWSGI run a file of its own as the app (UWSGI_FILE).`;
        report(at, `${what} A unix socket with chmod-socket = 660 is for nginx alone.`);
      }
    }
  },
});
