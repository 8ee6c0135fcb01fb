import { speaksTls } from "../../../nginx/listen.ts";
import { enclosing } from "../../../nginx/tree.ts";
import { nginx } from "../../examples.ts";
import { proxyRule, setHeaders } from "./proxied.ts";

/** Headers that tell the app that the visitor used https. */
const schemes = [
  "x-forwarded-proto",
  "x-forwarded-protocol",
  "x-forwarded-scheme",
  "x-forwarded-ssl",
  "x-scheme",
  "x-url-scheme",
  "forwarded",
];

export const missingForwardedProto = proxyRule({
  id: "nginx/missing-forwarded-proto",
  severity: "warning",
  summary: "A TLS server without X-Forwarded-Proto",
  why: `nginx speaks TLS with the visitor and plain HTTP with the app. Without X-Forwarded-Proto the app assumes http: url_for
gives http:// links, redirects go in circles, OAuth call-backs do not match, Secure cookies are not set.`,
  bad: nginx(
    "server { listen 443 ssl; ssl_certificate /etc/ssl/shop.pem; ssl_certificate_key /etc/ssl/shop.key; location / { proxy_set_header Host $host; proxy_pass http://127.0.0.1:8000; } }",
  ),
  good: nginx(
    "server { listen 443 ssl; ssl_certificate /etc/ssl/shop.pem; ssl_certificate_key /etc/ssl/shop.key; location / { proxy_set_header Host $host; proxy_set_header X-Forwarded-Proto $scheme; proxy_pass http://127.0.0.1:8000; } }",
  ),
  check(pass, { project, headers, report }) {
    const server = enclosing(pass, "server");
    if (!server || !speaksTls(server) || !headers || schemes.some((name) => headers.get(name))) return;
    report(pass, "The app gets no X-Forwarded-Proto, so its links and redirects say http:// on an https:// site.", {
      related: [{ at: server.name, message: "this server speaks TLS" }],
      ...setHeaders(project, pass, "safe", "X-Forwarded-Proto $scheme"),
    });
  },
});
