import { isTemplated } from "../../../files/template.ts";
import { enclosing, named } from "../../../nginx/tree.ts";
import { nginxFileRule } from "../../../rule.ts";
import { server } from "../../examples.ts";

export const upstreamWithoutResolve = nginxFileRule({
  id: "nginx/upstream-without-resolve",
  severity: "info",
  summary: "A host name that nginx looks up once, when it starts",
  why: `nginx resolves a name in \`proxy_pass\` or an upstream when it reads its configuration, and keeps the addresses until the next reload; and it does not start where the name
server is not up yet. For a host whose address changes (a load balancer, a CDN) write \`server NAME resolve;\` with \`zone\` (nginx 1.27.3), or put the name
into a variable beside a \`resolver\`.`,
  bad: server("location /api/ { proxy_pass https://api.shop.test; }"),
  good: server("resolver 127.0.0.53;", "set $api api.shop.test;", "location /api/ { proxy_pass https://$api; }"),
  check(file, { report }) {
    for (const directive of [...named(file, "proxy_pass"), ...named(file, "server")]) {
      const [target, ...more] = directive.args;
      if (directive.name.text === "server" && !enclosing(directive, "upstream")) continue;
      if (
        !target ||
        target.text.includes("$") ||
        isTemplated(target.text) ||
        more.some(({ text }) => text === "resolve")
      )
        continue;
      const host = /^(?:https?:\/\/)?((?:[a-z0-9-]+\.)+[a-z]{2,})(?=[:/]|$)/i.exec(target.text)?.[1];
      if (host) report(target, `nginx looks ${host} up once, when it starts: a new address takes a reload.`);
    }
  },
});
