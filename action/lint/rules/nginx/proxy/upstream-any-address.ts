import { inContainer } from "../../../files/containers.ts";
import { replace, safe } from "../../../fix/edit.ts";
import { nginxRule } from "../../../rule.ts";
import { server } from "../../examples.ts";

export const upstreamAnyAddress = nginxRule({
  id: "nginx/upstream-any-address",
  severity: "warning",
  summary: "0.0.0.0 as the address to connect to",
  why: `0.0.0.0 means "all addresses of this machine" to a server that listens. As an address to connect to it has no meaning of
its own; Linux treats it as 127.0.0.1, other systems reject it. It usually shows that the app listens on 0.0.0.0 too, where
every client can reach it past nginx.`,
  bad: server("location / { include proxy_params; proxy_pass http://0.0.0.0:8000; }"),
  good: server("location / { include proxy_params; proxy_pass http://127.0.0.1:8000; }"),
  check(directive, { project, report }) {
    const inUpstream = directive.name.text === "server" && directive.parent.owner?.name.text === "upstream";
    const target = directive.args[0];
    if (!target || (!inUpstream && !/^(?:proxy|uwsgi|fastcgi|scgi)_pass$/.test(directive.name.text))) return;
    const found = /(?:^|\/\/)(0\.0\.0\.0)(?=:|\/|$)/.exec(target.text);
    // A container that is alone in its network listens on every address, and is reached on any.
    if (!found || inContainer(project)) return;
    const right = target.text.replace("0.0.0.0", "127.0.0.1");
    report(
      target,
      `0.0.0.0 is for listening: nginx should connect to 127.0.0.1, and the app should listen there too.`,
      safe("write 127.0.0.1", replace(target, right)),
    );
  },
});
