import { isPublic } from "../../../address.ts";
import { inContainer } from "../../../containers.ts";
import { defineRule } from "../../../rule.ts";
import { canonicalName } from "../../../uwsgi/options.ts";
import { ini } from "../one-file.ts";

export const publicUwsgiSocket = defineRule({
  id: "uwsgi/public-uwsgi-socket",
  severity: "warning",
  summary: "The uwsgi protocol open to everybody",
  why: `\`socket = :8000\` listens on every address of the machine. Whoever reaches it sets the variables of the request himself: with
UWSGI_FILE he names the code to run, which is remote code execution. nginx on the same machine needs 127.0.0.1 or a unix
socket.`,
  bad: ini("socket = :8000"),
  good: ini("socket = /run/shop/shop.sock"),
  check({ project, model, report }) {
    // In a container "every address" is the container's own network.
    if (inContainer(project)) return;
    for (const server of model.servers) {
      if (server.program !== "uwsgi") continue;
      for (const { address, protocol, at } of server.listeners) {
        if (protocol !== "uwsgi" || address.kind !== "tcp" || !isPublic(address.host)) continue;
        const option = server.options.find((one) => one.value?.start === at.start && one.source === at.source);
        if (option && canonicalName(option.name.text) !== "socket") continue;
        const { start } = address.at;
        const text = address.at.text.trim();
        const right = text.replace(/^(?:\*|0\.0\.0\.0|\[::\])?:/, "127.0.0.1:");
        report(
          at,
          `Everybody can speak the uwsgi protocol to port ${address.port}, and name the code to run by it (UWSGI_FILE).`,
          {
            ...(right !== text
              ? {
                  fix: {
                    kind: "suggested",
                    title: "listen on 127.0.0.1",
                    edits: [{ at: { source: at.source, start, end: start + text.length }, text: right }],
                  },
                }
              : {}),
          },
        );
      }
    }
  },
});
