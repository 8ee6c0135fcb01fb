import { nginxRule } from "../../../rule.ts";
import { nginx } from "../../examples.ts";

const local =
  /^(127\.|10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|169\.254\.|100\.(6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.|\[?(::1|f[cd][0-9a-f]{2}:|fe80:))/i;

export const resolverOutside = nginxRule({
  id: "nginx/resolver-outside",
  severity: "info",
  summary: "nginx uses a name server on the internet",
  why: `nginx's resolver trusts an answer by a random number of 16 bits and a port alone, so an attacker who can send packets may forge addresses, above all over a long
path. The name server of the machine or its network (systemd-resolved: 127.0.0.53) is nearer, and keeps answers for all programs.`,
  bad: nginx("resolver 1.1.1.1;", "server { listen 80; return 204; }"),
  good: nginx("resolver 127.0.0.53;", "server { listen 80; return 204; }"),
  on: ["resolver"],
  check({ args }, { report }) {
    const outside = args.find(({ text }) => /^[\d.]+(:\d+)?$|^\[/.test(text) && !local.test(text));
    if (outside)
      report(
        outside,
        `${outside.text} is on the internet: its answers can be forged on the way, and every lookup takes longer.`,
      );
  },
});
