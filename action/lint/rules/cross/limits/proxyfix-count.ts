import type { Project } from "../../../files/project.ts";
import { behindProxy, writesHeader } from "../../../nginx/includes.ts";
import { enclosing } from "../../../nginx/tree.ts";
import type { PyCall } from "../../../python/read.ts";
import { pythonWith } from "../../../python/sources.ts";
import { defineRule } from "../../../rule.ts";
import { gunicornSite } from "../examples.ts";

const app = (more: string) => `from flask import Flask
from werkzeug.middleware.proxy_fix import ProxyFix

app = Flask(__name__)
app.wsgi_app = ProxyFix(app.wsgi_app, ${more})
`;
const conf = `bind = "127.0.0.1:8000"
workers = 2
`;

/** ProxyFix's arguments, with the headers that they trust and what a visitor can forge by them. */
const trusted = [
  { keyword: "x_for", fallback: 1, header: "X-Forwarded-For", forged: "request.remote_addr" },
  { keyword: "x_proto", fallback: 1, header: "X-Forwarded-Proto", forged: "request.scheme" },
  { keyword: "x_host", fallback: 0, header: "X-Forwarded-Host", forged: "request.host and every external URL" },
  { keyword: "x_prefix", fallback: 0, header: "X-Forwarded-Prefix", forged: "the prefix of every URL" },
] as const;

export const proxyfixCount = defineRule({
  id: "cross/proxyfix-count",
  severity: "warning",
  summary: "ProxyFix trusts a header that nginx does not set",
  why: `nginx forwards every header of the client that it does not set itself. ProxyFix trusts as many values as it is configured to, so a header
that nginx does not write is the visitor's to choose: \`curl -H 'X-Forwarded-Host: evil.example'\` then turns up in password-reset links.
Set the header in nginx with proxy_set_header, or remove it from ProxyFix. With uwsgi_pass Flask already gets address and scheme.`,
  bad: {
    "deploy/nginx.conf": gunicornSite("http://127.0.0.1:8000"),
    "deploy/gunicorn.conf.py": conf,
    "wsgi.py": app("x_for=1, x_proto=1, x_host=1"),
  },
  good: {
    "deploy/nginx.conf": gunicornSite("http://127.0.0.1:8000"),
    "deploy/gunicorn.conf.py": conf,
    "wsgi.py": app("x_for=1, x_proto=1"),
  },
  check({ project, model, report }) {
    for (const group of model.groups) {
      const connections = group.connections.filter((c) => model.reached(c).length > 0);
      if (connections.length === 0) continue;
      const calls = proxyFixes(project, group.home);
      if (calls.length !== 1) continue;
      const call = calls[0] as PyCall;
      if (call.args.filter((a) => a.keyword === undefined).length > 1) continue;
      const open = trusted.flatMap(({ keyword, fallback, header, forged }) => {
        const argument = call.args.find((a) => a.keyword === keyword);
        const count = argument ? (argument.value.kind === "int" ? argument.value.value : 0) : fallback;
        const connection =
          count > 0 ? connections.find((c) => writesHeader(project, c.directive, header) === false) : undefined;
        return connection ? [{ at: argument?.value ?? call.callee, header, forged, connection }] : [];
      });
      // One nginx adds one value; earlier ones came with the request.
      for (const { keyword, header, forged } of trusted) {
        const count = call.args.find((a) => a.keyword === keyword)?.value;
        const proxies = connections.every((c) => enclosing(c.directive, "server")) ? 1 : undefined;
        if (!proxies || count?.kind !== "int" || count.value <= proxies || behindProxy(project)) continue;
        report(
          count,
          `ProxyFix counts ${count.value} proxies that add ${header}, and the repository has one nginx: a visitor who sends the header chooses ${forged}.`,
          { related: [{ at: connections[0]!.directive, message: "the one proxy" }] },
        );
        break;
      }
      const [first] = open;
      if (!first) continue;
      const headers = open.map((o) => o.header).join(" and ");
      report(
        first.at,
        `ProxyFix trusts ${headers}, and ${first.connection.protocol === "uwsgi" ? "with uwsgi_pass nothing sets" : "nginx does not set"} ${open.length > 1 ? "them" : "it"}: a visitor who sends such a header chooses ${first.forged}.`,
        { related: [{ at: first.connection.directive, message: "nginx passes requests on here" }] },
      );
    }
  },
});

const proxyFixes = (project: Project, home: string) =>
  [...pythonWith(project, /\bProxyFix\(/, home)]
    .flatMap((file) => file.calls)
    .filter((call) => /(^|\.)ProxyFix$/.test(call.callee.text));
