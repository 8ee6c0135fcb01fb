import { certificateFolder } from "../../../../engine/app/https.ts";
import { safe, wholeLine } from "../../../fix/edit.ts";
import { holding } from "../../../nginx/includes.ts";
import { nginxRule } from "../../../rule.ts";
import { nginx } from "../../examples.ts";

const site = (certificate: string, lines: string) =>
  nginx(
    `server { listen 443 ssl; ssl_certificate ${certificate}; ssl_certificate_key /etc/ssl/shop.key; ${lines} return 204; }`,
  );

export const stapling = nginxRule({
  id: "nginx/stapling",
  severity: "warning",
  summary: "OCSP stapling that cannot work",
  why: `Let's Encrypt has had no OCSP since 2025: nginx warns at each start ('"ssl_stapling" ignored, no OCSP responder URL in the certificate') and staples nothing. For other CAs
nginx has to look the responder up again when its address changes, and needs a \`resolver\` for that.`,
  versions: "Let's Encrypt since 2025; nginx 1.19.0 and later warn",
  bad: site("/etc/letsencrypt/live/shop.test/fullchain.pem", "ssl_stapling on;"),
  good: site("/etc/ssl/shop.pem", "ssl_stapling on; resolver 127.0.0.53;"),
  on: ["ssl_stapling"],
  check(directive, { project, app, report }) {
    if (directive.args[0]?.text !== "on") return;
    const [certificate] = holding(project, directive.parent, "ssl_certificate").directives;
    const resolver = holding(project, directive.parent, "resolver");
    const path = certificate?.args[0]?.text ?? "";
    const own = app?.tls === "letsencrypt" && /letsencrypt\.org/.test(app.tlsServer) && certificateFolder(app.name);
    if (/\/letsencrypt\//.test(path) || (own && path.startsWith(`${own}/`))) {
      report(directive, "Let's Encrypt no longer has OCSP: nginx warns at each start and staples nothing.", {
        related: [{ at: certificate!, message: "a certificate of Let's Encrypt" }],
        fix: safe("remove it", wholeLine(directive)),
      });
    } else if (resolver.directives.length === 0 && !resolver.unknown)
      report(
        directive,
        "No `resolver` is set: nginx keeps the responder's address from its start, and staples nothing when it changes.",
      );
  },
});
