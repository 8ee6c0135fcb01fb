import { serverRule } from "../../../rule.ts";
import { ini } from "../one-file.ts";

/** Makes a port with the uwsgi protocol safe beside other users: denies requests that name a file to load. */
const refused = "route-if-not = empty:${UWSGI_FILE} break:403";

export const privilegedPort = serverRule({
  id: "uwsgi/privileged-port",
  severity: "warning",
  summary: "The uwsgi protocol on nginx's own port",
  why: `Ports 80 and 443 are nginx's: the second of the two to start fails with "address already in use". And browsers do not speak
the uwsgi protocol. Choose a port above 1023, or a unix socket.`,
  bad: ini("socket = 127.0.0.1:80", refused),
  good: ini("socket = 127.0.0.1:8080", refused),
  check({ program, listeners }, { report }) {
    if (program !== "uwsgi") return;
    for (const { address, protocol, at } of listeners) {
      if (protocol !== "uwsgi" || address.kind !== "tcp" || (address.port !== 80 && address.port !== 443)) continue;
      report(at, `Port ${address.port} belongs to nginx: the second of the two to start finds it in use.`);
    }
  },
});
