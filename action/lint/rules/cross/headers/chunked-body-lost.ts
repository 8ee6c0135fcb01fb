import { holding, writesHeader } from "../../../nginx/includes.ts";
import { pythonWith } from "../../../python/sources.ts";
import { defineRule } from "../../../rule.ts";
import { setHeaders } from "../../nginx/proxy/proxied.ts";
import { flaskApp, uwsgiIni, uwsgiSite } from "../examples.ts";

const files = (more: string) => ({
  "deploy/nginx.conf": uwsgiSite("unix:/run/shop/shop.sock", more),
  "deploy/uwsgi.ini": uwsgiIni("socket = /run/shop/shop.sock"),
  "wsgi.py": flaskApp,
});

export const chunkedBodyLost = defineRule({
  id: "cross/chunked-body-lost",
  severity: "info",
  summary: "A body in chunks is empty for Flask behind uwsgi_pass",
  why: `nginx reads a body with \`Transfer-Encoding: chunked\` whole and passes it on with its length, and with the header as it came. Werkzeug reads no body that is announced in chunks by a
server that does not end its input: request.data is empty and no error is logged. curl with \`-T -\`, Go's and Java's streams and some mobile clients send such bodies.
\`uwsgi_param HTTP_TRANSFER_ENCODING "";\` removes the header.`,
  bad: files(""),
  good: files('        uwsgi_param HTTP_TRANSFER_ENCODING "";\n'),
  check({ project, model, report }) {
    for (const { connections, home } of model.groups) {
      const pass = connections.find((one) => one.protocol === "uwsgi" && model.reached(one).length > 0)?.directive;
      if (!pass || writesHeader(project, pass, "Transfer-Encoding") !== false) continue;
      const { directives, shipped } = holding(project, pass.parent, "uwsgi_param");
      const [flask] = pythonWith(project, /^\s*(from|import) flask\b/m, home);
      const [ended] = pythonWith(project, /input_terminated/, home);
      if (!flask || ended || (directives.length === 0 && !shipped)) continue;
      report(
        pass,
        "A request body in chunks is empty for Flask: nginx forwards `Transfer-Encoding: chunked` for a body that it has already joined.",
        setHeaders(project, pass, "suggested", 'HTTP_TRANSFER_ENCODING ""').fix,
      );
    }
  },
});
