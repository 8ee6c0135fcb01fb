import { isLoopback } from "../../../files/address.ts";
import { told } from "../../../model/servers.ts";
import { writesHeader } from "../../../nginx/includes.ts";
import { speaksTls } from "../../../nginx/listen.ts";
import { enclosing } from "../../../nginx/tree.ts";
import { defineRule } from "../../../rule.ts";
import { setHeaders } from "../../nginx/proxy/proxied.ts";
import { gunicornSite } from "../examples.ts";

const overwritten = ["X-Forwarded-Ssl", "X-Forwarded-Protocol"] as const;
const files = (more: string) => ({
  "deploy/nginx.conf": gunicornSite("http://unix:/run/shop/shop.sock", more),
  "deploy/gunicorn.conf.py": 'bind = "unix:/run/shop/shop.sock"\nworkers = 2\n',
});

export const contradictingScheme = defineRule({
  id: "cross/contradicting-scheme",
  severity: "info",
  summary: "gunicorn reads the scheme from two more headers that the visitor sends",
  why: `gunicorn trusts X-Forwarded-Proto, X-Forwarded-Protocol and X-Forwarded-Ssl on a unix socket and from 127.0.0.1 (secure_scheme_headers), and nginx overwrites only those that it is told to.
A visitor's \`X-Forwarded-Ssl: on\` contradicts nginx's \`X-Forwarded-Proto: http\`: gunicorn 27 answers 400 "Contradictory scheme headers". Where nginx sets no X-Forwarded-Proto the visitor chooses the scheme.
An empty value removes the header: \`proxy_set_header X-Forwarded-Ssl "";\``,
  bad: files(""),
  good: files(overwritten.map((header) => `        proxy_set_header ${header} "";\n`).join("")),
  check({ project, model, report }) {
    for (const server of model.servers) {
      if (server.program !== "gunicorn" || server.partial) continue;
      if (server.settings.has("forwarded_allow_ips") || server.settings.has("secure_scheme_headers")) continue;
      if (/uvicorn|aiohttp/.test(told(server, "worker_class")?.text ?? "")) continue;
      for (const connection of model.connectionsTo(server)) {
        const { directive: pass, address } = connection;
        if (address.kind !== "unix" && !(address.kind === "tcp" && isLoopback(address.host))) continue;
        const missing = overwritten.filter((header) => writesHeader(project, pass, header) === false);
        const sets = writesHeader(project, pass, "X-Forwarded-Proto");
        const site = enclosing(pass, "server");
        // With TLS, nginx and the visitor agree on the scheme.
        if (missing.length === 0 || (sets && site && speaksTls(site))) continue;
        report(
          pass,
          sets
            ? `nginx forwards the visitor's ${missing.join(" and ")}, which gunicorn trusts here: \`X-Forwarded-Ssl: on\` over plain HTTP is answered with 400.`
            : `nginx forwards the visitor's ${missing.join(" and ")}, which gunicorn trusts here: the visitor chooses whether the app sees https.`,
          setHeaders(project, pass, "suggested", ...missing.map((header) => `${header} ""`)).fix,
        );
        break;
      }
    }
  },
});
