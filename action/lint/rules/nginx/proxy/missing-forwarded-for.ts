import { server } from "../../examples.ts";
import { proxyRule, setHeaders } from "./proxied.ts";

const others = ["x-forwarded-for", "x-real-ip", "forwarded"];

export const missingForwardedFor = proxyRule({
  id: "nginx/missing-forwarded-for",
  severity: "info",
  summary: "proxy_pass without the visitor's address",
  why: `Without X-Forwarded-For the app sees only nginx's own address: request.remote_addr is 127.0.0.1 for everyone, in logs, in
rate limits and in bans. Set it here, and let ProxyFix(x_for=1) read it.`,
  bad: server("location / { proxy_set_header Host $host; proxy_pass http://127.0.0.1:8000; }"),
  good: server(
    "location / { proxy_set_header Host $host; proxy_set_header X-Forwarded-For $remote_addr; proxy_pass http://127.0.0.1:8000; }",
  ),
  check(pass, { project, headers, report }) {
    if (!headers || others.some((name) => headers.has(name))) return;
    const fix = setHeaders(project, pass, "safe", "X-Forwarded-For $proxy_add_x_forwarded_for");
    report(pass, "The app sees 127.0.0.1 as everyone's address: no X-Forwarded-For is set.", fix);
  },
});
