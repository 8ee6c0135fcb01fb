import { lineAbove } from "../../../edit.ts";
import { requestHeaders } from "../../../nginx/includes.ts";
import { speaksTls } from "../../../nginx/listen.ts";
import { enclosing } from "../../../nginx/tree.ts";
import { defineRule } from "../../../rule.ts";
import { nginx } from "../../examples.ts";
import { localProxies } from "./proxied.ts";

/** Any of these tells the app that the visitor came by https. */
const schemes = [
  "x-forwarded-proto",
  "x-forwarded-protocol",
  "x-forwarded-scheme",
  "x-forwarded-ssl",
  "x-scheme",
  "x-url-scheme",
  "forwarded",
];

export const missingForwardedProto = defineRule({
  id: "nginx/missing-forwarded-proto",
  severity: "warning",
  summary: "A TLS server whose app is not told of https",
  why: `nginx speaks TLS with the visitor and plain HTTP with the app. Without X-Forwarded-Proto the app believes in http: url_for
gives http:// links, redirects go in circles, OAuth call-backs do not match, Secure cookies are not set.`,
  bad: nginx(
    "server { listen 443 ssl; ssl_certificate /etc/ssl/shop.pem; ssl_certificate_key /etc/ssl/shop.key; location / { proxy_set_header Host $host; proxy_pass http://127.0.0.1:8000; } }",
  ),
  good: nginx(
    "server { listen 443 ssl; ssl_certificate /etc/ssl/shop.pem; ssl_certificate_key /etc/ssl/shop.key; location / { proxy_set_header Host $host; proxy_set_header X-Forwarded-Proto $scheme; proxy_pass http://127.0.0.1:8000; } }",
  ),
  check({ project, report }) {
    for (const file of project.nginx) {
      for (const pass of localProxies(file)) {
        const server = enclosing(pass, "server");
        if (!server || !speaksTls(server)) continue;
        const headers = requestHeaders(project, pass.parent);
        if (!headers || schemes.some((name) => headers.has(name))) continue;
        report(pass, "The app is not told that the visitor came by https: its links and redirects say http://.", {
          related: [{ at: server.name, message: "this server speaks TLS" }],
          fix: {
            kind: "safe",
            title: "tell it",
            edits: [lineAbove(pass, "proxy_set_header X-Forwarded-Proto $scheme;")],
          },
        });
      }
    }
  },
});
