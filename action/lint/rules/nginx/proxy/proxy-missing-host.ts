import { lineAbove } from "../../../edit.ts";
import { requestHeaders } from "../../../nginx/includes.ts";
import { enclosing } from "../../../nginx/tree.ts";
import { defineRule } from "../../../rule.ts";
import { server } from "../../examples.ts";
import { localProxies } from "./proxied.ts";

export const proxyMissingHost = defineRule({
  id: "nginx/proxy-missing-host",
  severity: "warning",
  summary: "proxy_pass without the Host of the request",
  why: `nginx sends the address that it connects to as Host: Flask sees "127.0.0.1:8000" or "localhost" (the upstream's name, where
there is one). url_for(…, _external=True), redirects and cookies then name a host that visitors cannot reach.`,
  bad: server("location / { proxy_pass http://127.0.0.1:8000; }"),
  good: server("location / { proxy_set_header Host $host; proxy_pass http://127.0.0.1:8000; }"),
  check({ project, report }) {
    for (const file of project.nginx) {
      for (const pass of localProxies(file)) {
        if (!enclosing(pass, "server") && file.context === undefined) continue;
        const headers = requestHeaders(project, pass.parent);
        if (!headers || headers.has("host")) continue;
        const target = pass.args[0]!.text;
        const seen = /^http:\/\/unix:/.test(target)
          ? "localhost"
          : target.replace(/^http:\/\//, "").replace(/\/.*$/, "");
        report(pass, `The app sees \`Host: ${seen}\`, so the links and redirects that it makes lead there.`, {
          fix: { kind: "safe", title: "pass the Host on", edits: [lineAbove(pass, "proxy_set_header Host $host;")] },
        });
      }
    }
  },
});
