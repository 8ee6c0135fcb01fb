import { show } from "../../../address.ts";
import { nginxUsers } from "../../../model/credentials.ts";
import { defineRule } from "../../../rule.ts";
import { entry } from "../../../systemd/tree.ts";
import { uwsgiSite } from "../examples.ts";

export const socketUnitPermission = defineRule({
  id: "cross/socket-unit-permission",
  severity: "error",
  summary: "A .socket unit that makes a socket nginx may not write to",
  why: `systemd makes the socket of a .socket unit as root with mode 666. A \`SocketMode=\` without write permission for others needs a
\`SocketUser=\` or \`SocketGroup=\` that nginx runs as; otherwise nginx logs "13: Permission denied" and every request is a 502.`,
  bad: {
    "deploy/shop.socket":
      "[Socket]\nListenStream=/run/shop.sock\nSocketMode=0600\n\n[Install]\nWantedBy=sockets.target\n",
    "deploy/nginx.conf": uwsgiSite("unix:/run/shop.sock"),
  },
  good: {
    "deploy/shop.socket":
      "[Socket]\nListenStream=/run/shop.sock\nSocketMode=0660\nSocketGroup=www-data\n\n[Install]\nWantedBy=sockets.target\n",
    "deploy/nginx.conf": uwsgiSite("unix:/run/shop.sock"),
  },
  check({ project, model, report }) {
    const users = nginxUsers(project);
    for (const { file, listeners } of model.sockets) {
      const mode = entry(file, "Socket", "SocketMode")?.value;
      if (!mode || !/^[0-7]{3,4}$/.test(mode.text)) continue;
      const bits = Number.parseInt(mode.text, 8);
      const user = entry(file, "Socket", "SocketUser")?.value.text ?? "root";
      const group = entry(file, "Socket", "SocketGroup")?.value.text;
      if (bits & 0o002 || users.includes("root") || (bits & 0o200 && users.includes(user))) continue;
      if (bits & 0o020 && group !== undefined && group !== "root") continue;
      const to = model.connections.find((c) =>
        listeners.some(
          (l) => l.address.kind === "unix" && c.address.kind === "unix" && l.address.path === c.address.path,
        ),
      );
      if (!to) continue;
      report(
        mode,
        `${show(to.address)} is ${user}'s with mode ${mode.text}: nginx, as ${users[0]}, gets "13: Permission denied" and every request is a 502.`,
        { related: [{ at: to.directive, message: "nginx connects here" }] },
      );
    }
  },
});
