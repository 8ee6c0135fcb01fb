import { type Address, reaches } from "../../../files/address.ts";
import { basename } from "../../../files/paths.ts";
import { mayConnect, nginxClient, proxyClient, unitSocketFile } from "../../../model/credentials.ts";
import { defineRule } from "../../../rule.ts";
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
    const nginx = nginxClient(project, true);
    for (const unit of model.sockets) {
      const socket = unitSocketFile(unit);
      const on = (address: Address) =>
        unit.listeners.some((one) => address.kind === "unix" && reaches(address, one.address));
      const to = model.connections.find(({ address }) => on(address));
      const proxy = model.proxies.find(({ address, starter }) => starter !== unit.service && on(address));
      for (const [client, at, who] of [
        ...(to ? ([[nginx, to.directive, "nginx"]] as const) : []),
        ...(proxy ? ([[proxyClient(proxy), proxy.address.at, basename(proxy.starter.file.path)]] as const) : []),
      ]) {
        if (!socket || mayConnect(client, socket) !== false) continue;
        const owner = `${socket.user}${socket.group === "root" ? "" : `:${socket.group}`}`;
        report(
          socket.at,
          `The socket is ${owner}'s with mode ${(socket.mode & 0o777).toString(8)}: ${who}, as ${client.users[0]}, gets "13: Permission denied" and every request is a 502.`,
          { related: [{ at, message: `${who} connects here` }] },
        );
        break;
      }
    }
  },
});
