import { server } from "../../examples.ts";
import { proxyRule, setHeaders } from "./proxied.ts";

export const proxyMissingHost = proxyRule({
  id: "nginx/proxy-missing-host",
  severity: "warning",
  summary: "proxy_pass without the Host of the request",
  why: `nginx sends the address that it connects to as Host: Flask sees "127.0.0.1:8000" or "localhost" (the upstream's name, where
there is one). url_for(…, _external=True), redirects and cookies then name a host that visitors cannot reach.`,
  bad: server("location / { proxy_pass http://127.0.0.1:8000; }"),
  good: server("location / { proxy_set_header Host $host; proxy_pass http://127.0.0.1:8000; }"),
  check(pass, { project, headers, report }) {
    if (!headers || headers.has("host")) return;
    const target = pass.args[0]!.text;
    const seen = /^http:\/\/unix:/.test(target) ? "localhost" : target.replace(/^http:\/\//, "").replace(/\/.*$/, "");
    const fix = setHeaders(project, pass, "suggested", "Host $host");
    report(pass, `The app gets \`Host: ${seen}\`, so the links and redirects that it builds lead to ${seen}.`, fix);
  },
});
