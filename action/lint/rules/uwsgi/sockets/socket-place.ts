import type { Project } from "../../../files/project.ts";
import { type Rule, serverRule } from "../../../rule.ts";
import { homeOnMachine } from "../../nginx/proxy/home-and-tmp.ts";
import { ini } from "../one-file.ts";

/** Unix sockets of uWSGI that nginx cannot reach. If nginx connects to one in these files, its own rules report it. */
const socketRule = (
  isBad: (path: string, project: Project) => boolean,
  message: (path: string) => string,
  rule: Omit<Rule, "check" | "severity">,
): Rule =>
  serverRule({
    ...rule,
    severity: "warning",
    check(server, { project, model, report }) {
      if (server.program !== "uwsgi" || server.starter?.by === "container" || model.connectionsTo(server).length > 0)
        return;
      for (const { address, at, protocol } of server.listeners)
        if (address.kind === "unix" && protocol !== "unknown" && isBad(address.path, project))
          report(at, message(address.path));
    },
  });

export const socketInHome = socketRule(
  (path, project) => homeOnMachine(project, path) !== undefined,
  (path) =>
    `nginx's user cannot enter ${path.split("/").slice(0, 3).join("/")} on current distributions: 502, permission denied. Use /run with RuntimeDirectory=.`,
  {
    id: "uwsgi/socket-in-home",
    summary: "A socket in a user's home directory",
    why: `Home directories are closed to other users: 0750 on Ubuntu since 21.04, 0700 on Debian 12. nginx's user cannot reach a socket in one, so every request is a 502 with
"(13: Permission denied)" in its error log, while uWSGI runs normally. Put sockets in /run/<app>, created by RuntimeDirectory= of the unit.`,
    bad: ini("socket = /home/ann/shop/shop.sock"),
    good: ini("socket = /run/shop/shop.sock"),
  },
);

export const socketInTmp = socketRule(
  (path) => /^\/(var\/)?tmp\//.test(path),
  (path) =>
    `nginx with PrivateTmp sees another /tmp and answers 502, and any user can create ${path} first. Use /run with RuntimeDirectory=.`,
  {
    id: "uwsgi/socket-in-tmp",
    summary: "A socket in /tmp",
    why: `With PrivateTmp=yes on either side, as nginx and many units have it, nginx and the app see different /tmp folders: a 502, "no such file". And any user of the
machine may make a socket of that name first. Put sockets in /run/<app>, created by RuntimeDirectory= of the unit.`,
    bad: ini("socket = /tmp/shop.sock"),
    good: ini("socket = /run/shop/shop.sock"),
  },
);
