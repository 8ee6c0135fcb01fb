import { nginxRule } from "../../../rule.ts";
import { server } from "../../examples.ts";

export const realIpFromAnybody = nginxRule({
  id: "nginx/real-ip-from-anybody",
  severity: "warning",
  summary: "Every visitor can forge their address",
  why: `\`set_real_ip_from\` names the proxies whose header nginx trusts. With 0.0.0.0/0 any client sends \`X-Forwarded-For: 10.0.0.1\` and is that address to \`allow\`, to \`limit_req\`,
to the logs, to fail2ban and to request.remote_addr. Name the balancer's own network, or the list that the CDN publishes.`,
  bad: server("set_real_ip_from 0.0.0.0/0;", "real_ip_header X-Forwarded-For;", "return 204;"),
  good: server("set_real_ip_from 10.0.0.0/8;", "real_ip_header X-Forwarded-For;", "return 204;"),
  on: ["set_real_ip_from"],
  check({ args: [from] }, { report }) {
    if (from && /^(0\.0\.0\.0|::|0:0:0:0:0:0:0:0)\/0$/.test(from.text))
      report(
        from,
        `nginx trusts the address in the header from every client (${from.text}): a visitor chooses whose address the logs, limits and \`allow\` see.`,
      );
  },
});
