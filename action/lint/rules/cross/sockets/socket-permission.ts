import { show } from "../../../address.ts";
import { isActivated } from "../../../model/activation.ts";
import { nginxUsers, type SocketFile, socketFile } from "../../../model/credentials.ts";
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
    // What makes nginx a member of the application's group is done by setup there, not by these files.
    const joins = project.scripts.some((script) => /usermod|gpasswd|adduser/.test(script.source.text));
    const users = nginxUsers(project);
    if (users.includes("root")) return;
    for (const connection of model.connections) {
      for (const { server, listener } of model.reached(connection)) {
        const socket = socketFile(server, listener);
        if (!socket || server.partial || isActivated(model, server)) continue;
        if (may(socket, users, app !== undefined || joins) !== false) continue;
        report(socket.at, message(socket, show(connection.address), users), {
          related: [
            { at: connection.directive, message: "nginx connects here" },
            ...(server.starter?.user ? [{ at: server.starter.user, message: "the user that makes the socket" }] : []),
          ],
        });
      }
    }
  },
});

/** Whether nginx may connect: undefined where it depends on who is a member of what. */
function may(socket: SocketFile, users: readonly string[], joins: boolean): boolean | undefined {
  if (socket.mode & 0o002) return true;
  if (users.includes(socket.user) && socket.mode & 0o200) return true;
  if (!(socket.mode & 0o020)) return users.includes(socket.user) ? Boolean(socket.mode & 0o200) : false;
  if (socket.group !== undefined && users.includes(socket.group)) return true;
  // Where the repository says which user nginx is, a group of another distribution's nginx is not its own.
  if (users.length === 1 && /^(www-data|nginx|http|apache)$/.test(socket.group ?? "")) return false;
  // A group that is named for the purpose may well have nginx in it; a person's own group hardly.
  if (joins) return undefined;
  if (socket.group === undefined || socket.group === "root") return false;
  return undefined;
}

function message(socket: SocketFile, address: string, users: readonly string[]): string {
  const mode = (socket.mode & 0o777).toString(8);
  const who = socket.mode & 0o020 ? `${socket.user} and its group ${socket.group ?? ""}`.trim() : socket.user;
  return `${address} is made with mode ${mode} by ${socket.user}${socket.group ? `:${socket.group}` : ""}, so only ${who} can connect: nginx, as ${users[0]}, gets "13: Permission denied" and every request is a 502.`;
}
