import { replace, suggested } from "../../../fix/edit.ts";
import { nginxRule } from "../../../rule.ts";
import { nginx } from "../../examples.ts";

export const weakTls = nginxRule({
  id: "nginx/weak-tls",
  severity: "warning",
  summary: "TLS 1.1 or older allowed",
  why: `SSLv3, TLS 1.0 and TLS 1.1 are broken or retired (RFC 8996); browsers have rejected them for years. Allowing them helps
nobody but an attacker, and fails every audit. TLS 1.2 and 1.3 are what is needed.`,
  bad: nginx(
    "server { listen 443 ssl; ssl_certificate /etc/ssl/shop.pem; ssl_certificate_key /etc/ssl/shop.key; ssl_protocols TLSv1 TLSv1.2; return 204; }",
  ),
  good: nginx(
    "server { listen 443 ssl; ssl_certificate /etc/ssl/shop.pem; ssl_certificate_key /etc/ssl/shop.key; ssl_protocols TLSv1.2 TLSv1.3; return 204; }",
  ),
  check(directive, { report }) {
    const { name, args } = directive;
    if (name.text !== "ssl_protocols") return;
    const weak = args.filter((arg) => /^(?:SSLv[23]|TLSv1(?:\.1)?)$/.test(arg.text));
    if (weak.length === 0) return;
    const kept = args.flatMap((arg) => (weak.includes(arg) ? [] : [arg.text])).join(" ");
    report(
      directive,
      `${weak.map((arg) => arg.text).join(", ")}: retired in 2021 (RFC 8996); no current browser uses it, and audits fail on it.`,
      suggested(
        "allow TLS 1.2 and later only",
        replace(name.source.range(args[0]!.start, args.at(-1)!.end), kept || "TLSv1.2"),
      ),
    );
  },
});
