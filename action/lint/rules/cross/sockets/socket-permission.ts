import { show } from "../../../files/address.ts";
import { basename } from "../../../files/paths.ts";
import { mayConnect, nginxClient, proxyClient, socketFile } from "../../../model/credentials.ts";
import { defineRule } from "../../../rule.ts";
import { unit, uwsgiIni, uwsgiSite } from "../examples.ts";

export const socketPermission = defineRule({
  id: "cross/socket-permission",
  severity: "error",
  summary: "nginx may not write to the unix socket of the application server",
  why: `To connect to a unix socket a process needs write permission on it. uWSGI leaves the socket at 755 unless \`chmod-socket\` says otherwise, so
only its own user can connect; a mode of 660 is for its group, and nginx's user (www-data on Debian, nginx on Red Hat) has to be in that group.
Otherwise every request is a 502, and error.log says "(13: Permission denied) while connecting to upstream".
Run the server with \`Group=www-data\` and \`chmod-socket = 660\` (gunicorn: \`umask = 0o007\`).`,
  bad: {
    "deploy/nginx.conf": uwsgiSite("unix:/srv/shop/shop.sock"),
    "deploy/uwsgi.ini": uwsgiIni("socket = /srv/shop/shop.sock"),
    "deploy/shop.service": unit("ExecStart=/srv/shop/.venv/bin/uwsgi --ini /srv/shop/deploy/uwsgi.ini"),
  },
  good: {
    "deploy/nginx.conf": uwsgiSite("unix:/srv/shop/shop.sock"),
    "deploy/uwsgi.ini": uwsgiIni("socket = /srv/shop/shop.sock", "chmod-socket = 660"),
    "deploy/shop.service": unit("ExecStart=/srv/shop/.venv/bin/uwsgi --ini /srv/shop/deploy/uwsgi.ini"),
  },
  check({ project, model, app, report }) {
    // A deploy's setup (with a flask-deploy.yml) or a script may add nginx to the app's group; no other file shows it.
    const joins = project.scripts.some((script) => /usermod|gpasswd|adduser/.test(script.source.text));
    const nginx = nginxClient(project, app !== undefined || joins);
    for (const connection of model.connections) {
      for (const { server, listener, by } of model.reached(connection)) {
        const socket = socketFile(server, listener);
        const client = by ? proxyClient(by) : nginx;
        if (!socket || server.partial || mayConnect(client, socket) !== false) continue;
        const { user, group, mode } = socket;
        const only = mode & 0o020 ? `${user} and its group ${group ?? ""}`.trim() : user;
        report(
          socket.at,
          `${show(listener.address)} is made with mode ${(mode & 0o777).toString(8)} by ${user}${group ? `:${group}` : ""}, so only ${only} can connect: ${by ? basename(by.starter.file.path) : "nginx"}, as ${client.users[0]}, gets "13: Permission denied" and every request is a 502.`,
          {
            related: [
              { at: by?.address.at ?? connection.directive, message: `${by ? "the proxy" : "nginx"} connects here` },
              ...(server.starter?.user ? [{ at: server.starter.user, message: "the user that makes the socket" }] : []),
            ],
          },
        );
      }
    }
  },
});
