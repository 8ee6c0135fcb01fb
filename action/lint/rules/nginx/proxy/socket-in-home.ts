import { nginxFileRule } from "../../../rule.ts";
import { server } from "../../examples.ts";
import { homeOnMachine, ownUser, socketPaths } from "./home-and-tmp.ts";

export const socketInHome = nginxFileRule({
  id: "nginx/socket-in-home",
  severity: "warning",
  summary: "A socket in a user's home directory",
  why: `Home directories are closed to other users: 0750 on Ubuntu since 21.04, 0700 on Debian 12. nginx's user cannot reach a socket in one, so
every request is a 502 with "(13: Permission denied)" in the error log. The place for sockets is /run/<app>, made by
RuntimeDirectory= of the unit.`,
  bad: server("location / { include uwsgi_params; uwsgi_pass unix:/home/ann/shop/shop.sock; }"),
  good: server("location / { include uwsgi_params; uwsgi_pass unix:/run/shop/shop.sock; }"),
  check(file, { project, report }) {
    if (ownUser(file)) return;
    for (const { at, path } of socketPaths(file)) {
      const home = homeOnMachine(project, path);
      if (home)
        report(
          at,
          `nginx's user cannot enter ${home} on current distributions: 502, permission denied. Sockets belong in /run.`,
        );
    }
  },
});
