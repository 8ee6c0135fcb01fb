import { safe, wholeLine } from "../../../fix/edit.ts";
import { unitEntry } from "../../../model/launchers.ts";
import { told } from "../../../model/servers.ts";
import { serverRule } from "../../../rule.ts";
import { unit, uwsgiIni } from "../examples.ts";

export const emperorAndUnit = serverRule({
  id: "cross/emperor-and-unit",
  severity: "warning",
  summary: "The ini sets what the unit that starts it already sets",
  why: `Only root can switch to another user: under \`User=shop\` uWSGI ignores \`uid = www-data\` and goes on as shop, so the socket and the files are not
owned as the ini says. And \`daemonize\` makes uWSGI leave the process that systemd or supervisor watches: they see it end, and stop or
restart it indefinitely. Leave the user and daemonizing to the unit.`,
  bad: {
    "deploy/shop.service": unit("ExecStart=/srv/shop/.venv/bin/uwsgi --ini /srv/shop/deploy/uwsgi.ini"),
    "deploy/uwsgi.ini": uwsgiIni("uid = www-data", "socket = /srv/shop/shop.sock", "chmod-socket = 660"),
  },
  good: {
    "deploy/shop.service": unit("ExecStart=/srv/shop/.venv/bin/uwsgi --ini /srv/shop/deploy/uwsgi.ini"),
    "deploy/uwsgi.ini": uwsgiIni("socket = /srv/shop/shop.sock", "chmod-socket = 660"),
  },
  check(server, { report }) {
    const { starter } = server;
    if (server.program !== "uwsgi" || (starter?.by !== "systemd" && starter?.by !== "supervisor")) return;
    const user = starter.user;
    for (const [option, owner] of [
      ["uid", user],
      ["gid", starter.group],
    ] as const) {
      const said = told(server, option);
      if (!said || !user || !owner || user.text === "root" || /[%$]/.test(owner.text + said.text)) continue;
      if (said.text === owner.text || /^\d+$/.test(said.text) !== /^\d+$/.test(owner.text)) continue;
      report(said.at, `uWSGI is started as ${user.text} and cannot become ${said.text}: \`${option}\` is ignored.`, {
        related: [{ at: owner, message: "who it runs as" }],
        fix: safe(`remove \`${option}\``, wholeLine(said.at)),
      });
    }
    const daemonize = server.settings.get("daemonize")?.at;
    const type = unitEntry(starter, "Type")?.value.text;
    if (daemonize && type !== "forking" && type !== "oneshot") {
      report(
        daemonize,
        starter.by === "systemd"
          ? `uWSGI goes into the background, systemd sees the process it started end, and considers the service stopped.`
          : `uWSGI goes into the background, supervisor sees the process it started end, and restarts it until it is FATAL.`,
        { related: [{ at: starter.invocations[0] ?? daemonize, message: `${starter.by} starts it here` }] },
      );
    }
  },
});
