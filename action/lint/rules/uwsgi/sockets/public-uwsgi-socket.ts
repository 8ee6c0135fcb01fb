import { isPublic } from "../../../files/address.ts";
import { inContainer } from "../../../files/containers.ts";
import { defineRule } from "../../../rule.ts";
import { ini } from "../one-file.ts";

export const publicUwsgiSocket = defineRule({
  id: "uwsgi/public-uwsgi-socket",
  severity: "error",
  summary: "The uwsgi protocol open to every client",
  why: `\`socket = :8000\` listens on every address of the machine. A client that reaches it sets the variables of the request: with
UWSGI_FILE it names the code to run, which is remote code execution. nginx on the same machine needs 127.0.0.1 or a unix
socket.`,
  bad: ini("socket = :8000"),
  good: ini("socket = /run/shop/shop.sock"),
  check({ project, model, report }) {
    // In a container, "every address" is in the container's own network.
    if (inContainer(project)) return;
    for (const server of model.servers) {
      if (server.program !== "uwsgi") continue;
      for (const { address, protocol, at } of server.listeners) {
        if (protocol !== "uwsgi" || address.kind !== "tcp" || !isPublic(address.host)) continue;
        report(
          at,
          `Every client that reaches port ${address.port} can have uWSGI run a file of its choice as the app (UWSGI_FILE). A unix socket with chmod-socket = 660 is for nginx alone.`,
        );
      }
    }
  },
});
