import { serverRule } from "../../../rule.ts";
import { homeOnMachine, ownUser } from "../../nginx/proxy/home-and-tmp.ts";

export const socketInHome = serverRule({
  id: "gunicorn/socket-in-home",
  severity: "warning",
  summary: "A socket in a user's home directory",
  why: `Home directories are closed to other users: 0750 on Ubuntu since 21.04, 0700 on Debian 12. nginx's user cannot reach a socket in one, so every request
is a 502 with "(13: Permission denied)" in its error log; gunicorn itself starts and says nothing, so it stands here also where nginx's file does not.
Put sockets in /run/<app>, created by RuntimeDirectory= of the unit.`,
  bad: `bind = "unix:/home/ann/shop/shop.sock"
`,
  good: `bind = "unix:/run/shop/shop.sock"
`,
  check(server, { project, model, report }) {
    if (server.program !== "gunicorn") return;
    const connections = model.connectionsTo(server);
    if (connections.length > 0 && connections.every(({ file }) => ownUser(file))) return;
    for (const { address, at } of server.listeners) {
      // A relative socket is in the unit's directory; if that is a home, the rule for nginx's side reports it.
      const written = address.at.text.trim().replace(/^unix:(\/\/)?/, "");
      if (address.kind !== "unix" || !homeOnMachine(project, written)) continue;
      report(
        at,
        `nginx's user cannot enter ${address.path.split("/").slice(0, 3).join("/")} on current distributions: 502, permission denied. Sockets belong in /run.`,
      );
    }
  },
});
