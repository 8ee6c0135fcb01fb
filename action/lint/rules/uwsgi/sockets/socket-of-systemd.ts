import { safe, wholeLine } from "../../../fix/edit.ts";
import { serverRule } from "../../../rule.ts";
import { canonicalName } from "../../../uwsgi/options.ts";
import { unit } from "../../systemd/units.ts";
import { ini } from "../one-file.ts";

const files = (...lines: string[]) => ({
  "deploy/uwsgi.ini": ini(...lines),
  "deploy/shop.socket":
    "[Socket]\nListenStream=/run/shop/shop.sock\nSocketGroup=www-data\nSocketMode=0660\n\n[Install]\nWantedBy=sockets.target\n",
  "deploy/shop.service": unit("ExecStart=/srv/shop/.venv/bin/uwsgi --ini /srv/shop/deploy/uwsgi.ini"),
});

/** The .socket unit's setting for each of uWSGI's. */
const instead: Readonly<Record<string, string>> = {
  "chmod-socket": "SocketMode=",
  "chown-socket": "SocketUser= and SocketGroup=",
  vacuum: "RemoveOnStop=",
  listen: "Backlog=",
};

export const socketOfSystemd = serverRule({
  id: "uwsgi/socket-of-systemd",
  severity: "info",
  summary: "Options for a socket that systemd opens",
  why: `systemd has opened the socket before uWSGI starts, with the mode, the owner and the backlog of its .socket unit. uWSGI leaves all three as they are, and \`vacuum\` removes nothing
("unix socket … changed inode. Skip removal"). A \`chmod-socket = 660\` there is misleading about who may connect.`,
  bad: files("chmod-socket = 660"),
  good: files(),
  check({ options, listeners }, { report }) {
    const [first] = listeners;
    if (typeof first?.handed !== "object" || listeners.some(({ handed }) => !handed)) return;
    for (const option of options) {
      const key = instead[canonicalName(option.name.text)];
      if (!key) continue;
      report(
        option,
        `systemd opens this server's socket, so ${option.name.text} changes nothing: ${key} of ${first.handed.name} counts.`,
        {
          related: [{ at: first.handed.listeners[0]!.at, message: "systemd opens it here" }],
          fix: option.source.path.endsWith(".ini") ? safe("remove it", wholeLine(option)) : undefined,
        },
      );
    }
  },
});
