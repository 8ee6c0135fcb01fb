import { isLoopback, isPublic } from "../../../files/address.ts";
import { inContainer } from "../../../files/containers.ts";
import { replace, suggested } from "../../../fix/edit.ts";
import { defineRule } from "../../../rule.ts";
import { server } from "../../examples.ts";
import { unit } from "../../systemd/units.ts";

export const publicBindBehindNginx = defineRule({
  id: "gunicorn/public-bind-behind-nginx",
  severity: "warning",
  summary: "A gunicorn open to every client, which nginx reaches on 127.0.0.1",
  why: `nginx connects to 127.0.0.1, but with 0.0.0.0 every other client can connect, too: past TLS, past nginx's limits and access rules, with whatever
X-Forwarded-For the client likes. Bind 127.0.0.1 or a unix socket.`,
  bad: {
    "deploy/shop.service": unit("ExecStart=/srv/shop/.venv/bin/gunicorn --bind 0.0.0.0:8000 wsgi:app"),
    "deploy/nginx.conf": server(
      "location / { proxy_set_header Host $host; proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for; proxy_set_header X-Forwarded-Proto $scheme; proxy_pass http://127.0.0.1:8000; }",
    ),
  },
  good: {
    "deploy/shop.service": unit("ExecStart=/srv/shop/.venv/bin/gunicorn --bind 127.0.0.1:8000 wsgi:app"),
    "deploy/nginx.conf": server(
      "location / { proxy_set_header Host $host; proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for; proxy_set_header X-Forwarded-Proto $scheme; proxy_pass http://127.0.0.1:8000; }",
    ),
  },
  check({ project, model, report }) {
    if (inContainer(project)) return;
    for (const server of model.servers) {
      const by = server.starter?.by;
      if (server.program !== "gunicorn" || (by !== "systemd" && by !== "supervisor" && by !== "upstart")) continue;
      for (const { address, at } of server.listeners) {
        if (address.kind !== "tcp" || !isPublic(address.host)) continue;
        const connection = model
          .connectionsTo(server)
          .find(
            (one) => one.address.kind === "tcp" && one.address.port === address.port && isLoopback(one.address.host),
          );
        if (!connection) continue;
        const text = address.at.text.trim();
        const start = at.source.text.indexOf(text, at.start);
        const right = `127.0.0.1:${address.port}`;
        report(
          at,
          `Port ${address.port} is open to every client, past nginx, although nginx reaches it on ${connection.address.at.text
            .trim()
            .replace(/^https?:\/\//, "")
            .replace(/\/.*$/, "")}.`,
          {
            related: [{ at: connection.directive, message: "nginx connects here" }],
            fix:
              start >= 0 && start < at.end
                ? suggested("listen on 127.0.0.1", replace(at.source.range(start, start + text.length), right))
                : undefined,
          },
        );
      }
    }
  },
});
