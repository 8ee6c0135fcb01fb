import { show } from "../../../files/address.ts";
import { defineRule } from "../../../rule.ts";
import { server } from "../../examples.ts";
import { uwsgiIni, uwsgiSite } from "../examples.ts";

export const protocolMismatch = defineRule({
  id: "cross/protocol-mismatch",
  severity: "error",
  summary: "nginx speaks another protocol than the server that listens there",
  why: `uWSGI's \`socket\` speaks the uwsgi protocol, \`http-socket\` and gunicorn speak HTTP. \`proxy_pass\` to a \`socket\`, or \`uwsgi_pass\` to an
HTTP one, is a 502 for every request; uWSGI logs "invalid request block size: 21573", which are the letters "ET" of "GET".`,
  bad: {
    "deploy/nginx.conf": server(
      "location / { proxy_set_header Host $host; proxy_pass http://unix:/run/shop/shop.sock; }",
    ),
    "deploy/uwsgi.ini": uwsgiIni("socket = /run/shop/shop.sock"),
  },
  good: {
    "deploy/nginx.conf": uwsgiSite("unix:/run/shop/shop.sock"),
    "deploy/uwsgi.ini": uwsgiIni("socket = /run/shop/shop.sock"),
  },
  check({ model, report }) {
    const told = new Set<object>();
    for (const connection of model.connections) {
      if ((connection.protocol !== "uwsgi" && connection.protocol !== "http") || told.has(connection.directive))
        continue;
      const reached = model.reached(connection).filter(({ listener }) => listener.protocol !== "unknown");
      // A second server on the same address, for manual tests, does not make the right connection wrong.
      if (reached.some(({ listener }) => listener.protocol === connection.protocol)) continue;
      const { name } = connection.directive;
      for (const { server, listener } of reached.slice(0, 1)) {
        told.add(connection.directive);
        report(
          connection.directive,
          `\`${name.text}\` speaks ${connection.protocol} to ${show(connection.address)}, where ${server.program} listens for ${listener.protocol}: every request is a 502.`,
          { related: [{ at: listener.at, message: `${server.program} listens here for ${listener.protocol}` }] },
        );
      }
    }
  },
});
