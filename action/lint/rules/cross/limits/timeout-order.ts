import { lineBelow, replace, suggested } from "../../../edit.ts";
import { optionText } from "../../../model/credentials.ts";
import type { Server } from "../../../model/types.ts";
import { secondsOf } from "../../../nginx/time.ts";
import { type Block, inherited } from "../../../nginx/tree.ts";
import { defineRule } from "../../../rule.ts";
import type { Range } from "../../../source.ts";
import { uwsgiIni, uwsgiSite } from "../examples.ts";

export const timeoutOrder = defineRule({
  id: "cross/timeout-order",
  severity: "warning",
  summary: "nginx gives up on a request before the application server does",
  why: `After \`uwsgi_read_timeout\` or \`proxy_read_timeout\` (60 seconds where nothing is said) nginx answers "504 Gateway Time-out" and forgets the
request, while the worker goes on with it until uWSGI's \`harakiri\` or gunicorn's \`timeout\`: people try again, and each try holds a worker.
Let the inner limit be the smaller one: harakiri = 30, uwsgi_read_timeout 35s.`,
  bad: {
    "deploy/nginx.conf": uwsgiSite("unix:/srv/shop/shop.sock", "        uwsgi_read_timeout 30s;\n"),
    "deploy/uwsgi.ini": uwsgiIni("harakiri = 120", "socket = /srv/shop/shop.sock", "chmod-socket = 660"),
  },
  good: {
    "deploy/nginx.conf": uwsgiSite("unix:/srv/shop/shop.sock", "        uwsgi_read_timeout 125s;\n"),
    "deploy/uwsgi.ini": uwsgiIni("harakiri = 120", "socket = /srv/shop/shop.sock", "chmod-socket = 660"),
  },
  check({ model, report }) {
    for (const connection of model.connections) {
      const prefix = connection.protocol === "uwsgi" ? "uwsgi" : connection.protocol === "http" ? "proxy" : undefined;
      if (!prefix) continue;
      for (const { server } of model.reached(connection)) {
        const inner = limitOf(server);
        if (!inner) continue;
        const [setting] = inherited(connection.directive.parent as Block, `${prefix}_read_timeout`).slice(-1);
        const outer = setting ? secondsOf(setting.args[0]?.text ?? "") : 60;
        if (outer === undefined || outer >= inner.seconds) continue;
        // Another location of the same server that waits long enough is where the long requests go.
        const longer = model.connections.some((other) => {
          if (!model.reached(other).some((r) => r.server === server)) return false;
          const [own] = inherited(other.directive.parent as Block, `${prefix}_read_timeout`).slice(-1);
          return own !== undefined && (secondsOf(own.args[0]?.text ?? "") ?? Number.POSITIVE_INFINITY) >= inner.seconds;
        });
        if (longer) continue;
        report(
          setting ?? inner.at,
          `nginx waits ${outer} seconds${setting ? "" : ` (${prefix}_read_timeout is not set)`} and ${inner.name} is ${inner.seconds}: a slow request is a 504 while its worker goes on for ${inner.seconds - outer} seconds more.`,
          {
            fix: suggested(
              `let nginx wait ${inner.seconds + 5} seconds`,
              setting?.args[0]
                ? replace(setting.args[0], `${inner.seconds + 5}s`)
                : lineBelow(connection.directive, `${prefix}_read_timeout ${inner.seconds + 5}s;`),
            ),
            related: [
              setting
                ? { at: inner.at, message: `${inner.name} of ${server.program}` }
                : { at: connection.directive, message: "nginx passes requests on here" },
            ],
          },
        );
      }
    }
  },
});

/** How long a worker may be at one request. Only gunicorn's sync workers are ended by `timeout` for that. */
function limitOf(server: Server): { at: Range; seconds: number; name: string } | undefined {
  if (server.program === "uwsgi") {
    const harakiri = optionText(server, "harakiri");
    return harakiri && /^\d+$/.test(harakiri.text) && Number(harakiri.text) > 0
      ? { at: harakiri.at, seconds: Number(harakiri.text), name: "harakiri" }
      : undefined;
  }
  const value = (name: string): string | undefined => {
    const found = server.settings.get(name)?.value;
    if (!found) return server.settings.has(name) ? "?" : undefined;
    if ("text" in found) return found.text;
    return found.kind === "int" ? String(found.value) : found.kind === "str" && found.exact ? found.value : "?";
  };
  if (!/^(sync)?$/.test(value("worker_class") ?? "") || !/^1?$/.test(value("threads") ?? "")) return undefined;
  const timeout = value("timeout");
  const at = server.settings.get("timeout")?.at;
  return at && timeout && /^\d+$/.test(timeout) && Number(timeout) > 0
    ? { at, seconds: Number(timeout), name: "timeout" }
    : undefined;
}
