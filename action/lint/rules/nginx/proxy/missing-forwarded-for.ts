import { lineAbove } from "../../../edit.ts";
import { requestHeaders } from "../../../nginx/includes.ts";
import { enclosing } from "../../../nginx/tree.ts";
import { defineRule } from "../../../rule.ts";
import { server } from "../../examples.ts";
import { localProxies } from "./proxied.ts";

export const missingForwardedFor = defineRule({
  id: "nginx/missing-forwarded-for",
  severity: "info",
  summary: "proxy_pass without the visitor's address",
  why: `Without X-Forwarded-For the app knows only nginx's own address: request.remote_addr is 127.0.0.1 for everyone, in logs, in
rate limits and in bans. Set it here, and let ProxyFix(x_for=1) read it.`,
  bad: server("location / { proxy_set_header Host $host; proxy_pass http://127.0.0.1:8000; }"),
  good: server(
    "location / { proxy_set_header Host $host; proxy_set_header X-Forwarded-For $remote_addr; proxy_pass http://127.0.0.1:8000; }",
  ),
  check({ project, report }) {
    for (const file of project.nginx) {
      for (const pass of localProxies(file)) {
        if (!enclosing(pass, "server") && file.context === undefined) continue;
        const headers = requestHeaders(project, pass.parent);
        if (!headers || ["x-forwarded-for", "x-real-ip", "forwarded"].some((name) => headers.has(name))) continue;
        report(pass, "The app sees 127.0.0.1 as everyone's address: no X-Forwarded-For is set.", {
          fix: {
            kind: "safe",
            title: "pass the address on",
            edits: [lineAbove(pass, "proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;")],
          },
        });
      }
    }
  },
});
