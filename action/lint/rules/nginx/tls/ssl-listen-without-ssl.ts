import { replace, suggested } from "../../../fix/edit.ts";
import { holding } from "../../../nginx/includes.ts";
import { listenPort, speaksTls } from "../../../nginx/listen.ts";
import { children, walk } from "../../../nginx/tree.ts";
import { nginxRule } from "../../../rule.ts";
import { nginx } from "../../examples.ts";

export const sslListenWithoutSsl = nginxRule({
  id: "nginx/ssl-listen-without-ssl",
  severity: "error",
  summary: "listen 443 without ssl",
  why: `The port alone does not make TLS: without \`ssl\` nginx speaks plain HTTP on 443, and every browser fails with "wrong version
number" or ERR_SSL_PROTOCOL_ERROR, certificate or not.`,
  bad: nginx(
    "server { listen 443; ssl_certificate /etc/ssl/shop.pem; ssl_certificate_key /etc/ssl/shop.key; return 204; }",
  ),
  good: nginx(
    "server { listen 443 ssl; ssl_certificate /etc/ssl/shop.pem; ssl_certificate_key /etc/ssl/shop.key; return 204; }",
  ),
  on: ["server"],
  check(server, { project, file, report }) {
    if (!server.block || children(server.block, "ssl").length > 0) return;
    const certificate = holding(project, server.block, "ssl_certificate");
    // Without a certificate it may be intended: behind a load balancer that terminates TLS.
    if (certificate.directives.length === 0 || certificate.unknown) return;
    const tls = speaksTls(server);
    for (const listen of children(server.block, "listen")) {
      const where = listen.args[0];
      if (!where || listenPort(listen) !== 443 || listen.args.some((arg) => /^(?:ssl|quic|http3)$/.test(arg.text)))
        continue;
      // On nginx before 1.25, another server's `ssl` on the same address applies to all.
      if (
        !tls &&
        [...walk(file)].some(
          (other) =>
            other !== listen &&
            other.name.text === "listen" &&
            other.args[0]?.text === where.text &&
            other.args.some((arg) => arg.text === "ssl"),
        )
      )
        continue;
      report(listen, "nginx speaks plain HTTP on 443 here: no browser can connect by https.", {
        related: [{ at: certificate.directives[0]!, message: "the certificate is never used" }],
        fix: suggested("add `ssl`", replace(where.source.range(where.end, where.end), " ssl")),
      });
    }
  },
});
