import { nginxFileRule } from "../../../rule.ts";
import { server } from "../../examples.ts";
import { socketPaths } from "./home-and-tmp.ts";

export const socketInTmp = nginxFileRule({
  id: "nginx/socket-in-tmp",
  severity: "warning",
  summary: "A socket in /tmp",
  why: `With PrivateTmp=yes on either side, as nginx and many units have it, nginx and the app see different /tmp folders: a 502, "no
such file". And any user of the machine may make a socket of that name first. The place for sockets is /run/<app>, made by
RuntimeDirectory= of the unit.`,
  bad: server("location / { include uwsgi_params; uwsgi_pass unix:/tmp/shop.sock; }"),
  good: server("location / { include uwsgi_params; uwsgi_pass unix:/run/shop/shop.sock; }"),
  check(file, { report }) {
    for (const { at, path } of socketPaths(file))
      if (/^\/(?:var\/)?tmp\//.test(path))
        report(
          at,
          `${path} may be another file to nginx than to the app (PrivateTmp), and any user can create it first. Sockets belong in /run.`,
        );
  },
});
