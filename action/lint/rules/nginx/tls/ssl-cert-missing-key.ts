import { holding } from "../../../nginx/includes.ts";
import { speaksTls } from "../../../nginx/listen.ts";
import { walk } from "../../../nginx/tree.ts";
import { nginxRule } from "../../../rule.ts";
import { nginx } from "../../examples.ts";

export const sslCertMissingKey = nginxRule({
  id: "nginx/ssl-cert-missing-key",
  severity: "error",
  summary: "A TLS server without certificate or without key",
  why: `nginx needs both \`ssl_certificate\` and \`ssl_certificate_key\` for a server that listens with \`ssl\`; without one of them it does
not start ('no "ssl_certificate_key" is defined').`,
  bad: nginx("server { listen 443 ssl; ssl_certificate /etc/ssl/shop.pem; return 204; }"),
  good: nginx(
    "server { listen 443 ssl; ssl_certificate /etc/ssl/shop.pem; ssl_certificate_key /etc/ssl/shop.key; return 204; }",
  ),
  on: ["server"],
  check(server, { project, file, report }) {
    if (!server.block || !speaksTls(server)) return;
    if (server.block.children.some((child) => child.name.text === "ssl_reject_handshake")) return;
    const certificate = holding(project, server.block, "ssl_certificate");
    const key = holding(project, server.block, "ssl_certificate_key");
    if (certificate.unknown || key.unknown || file.context === undefined) return;
    const given = certificate.directives[0] ?? key.directives[0];
    // Without either, they may be in the http block of another file, unless those of this server are commented out.
    const commented = /^\s*#\s*ssl_certificate\s/m.test(server.source.slice(server));
    if (!given && commented && !file.template)
      report(server.name, "This server listens with `ssl` and its certificate is commented out: nginx does not start.");
    if (!given || (certificate.directives.length > 0 && key.directives.length > 0)) return;
    const lacking = certificate.directives.length > 0 ? "ssl_certificate_key" : "ssl_certificate";
    // If a line above is broken, the name is among another directive's arguments.
    if ([...walk({ root: server.block })].some(({ args }) => args.some(({ text }) => text === lacking))) return;
    report(given, `\`${lacking}\` is missing beside it: nginx does not start.`);
  },
});
