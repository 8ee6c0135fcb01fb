import { parseAddress, show } from "../../../files/address.ts";
import type { Setting } from "../../../model/types.ts";
import { serverRule } from "../../../rule.ts";
import { unit, uwsgiIni, uwsgiSite } from "../examples.ts";

const files = (socket: string) => ({
  "deploy/nginx.conf": uwsgiSite("unix:/run/shop.sock"),
  "deploy/uwsgi.ini": uwsgiIni(`socket = ${socket}`),
  "deploy/shop.socket":
    "[Socket]\nListenStream=/run/shop.sock\nSocketUser=www-data\nSocketMode=0600\n\n[Install]\nWantedBy=sockets.target\n",
  "deploy/shop.service": unit(
    "RuntimeDirectory=shop",
    "ExecStart=/srv/shop/.venv/bin/uwsgi --ini /srv/shop/deploy/uwsgi.ini",
  ),
});

export const socketUnitAddress = serverRule({
  id: "cross/socket-unit-address",
  severity: "warning",
  summary: "The server's own address is not the one of its .socket unit",
  why: `systemd opens what ListenStream= says and hands it over. uWSGI recognises a socket by its address: one that no \`socket =\` names is used all the same, and what the ini names
is opened beside it, as uWSGI's user, which fails in a folder of root's. gunicorn takes what it is handed and ignores \`bind\`, so nothing listens on the address that \`bind\` shows.
Write the same address in both.`,
  bad: files("/run/shop/shop.sock"),
  good: files("/run/shop.sock"),
  check({ program, listeners, settings, partial }, { report }) {
    // If the server names the address itself, the listener's position is in the server's file, not in the unit.
    const handed = listeners.find(({ at, handed }) => typeof handed === "object" && at.source === handed.file.source);
    if (!handed || partial || typeof handed.handed !== "object") return;
    const related = [{ at: handed.at, message: `${handed.handed.name} opens this one` }];
    const own = listeners.find(
      (one) => !one.handed && one.address.kind === handed.address.kind && one.option === "socket",
    );
    const bind = settings.get("bind");
    if (own)
      report(
        own.at,
        `systemd hands ${show(handed.address)} to uWSGI, which opens ${show(own.address)} beside it: neither nginx nor the unit uses this second socket.`,
        { related },
      );
    else if (program === "gunicorn" && bind && parseAddress(handed.address.at, textOf(bind)).kind !== "unknown")
      report(bind.at, `gunicorn takes ${show(handed.address)} from systemd and ignores this address.`, {
        severity: "info",
        related,
      });
  },
});

/** The text of a setting; an f-string has `{}` for unknown parts, as in the sockets of releases. */
const textOf = ({ value }: Setting) =>
  !value ? "" : "text" in value ? value.text : value.kind === "str" ? value.value : "";
