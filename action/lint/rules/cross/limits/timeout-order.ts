import type { Range } from "../../../files/source.ts";
import { lineBelow, replace, suggested } from "../../../fix/edit.ts";
import { numberTold, told } from "../../../model/servers.ts";
import type { Server } from "../../../model/types.ts";
import { secondsOf } from "../../../nginx/time.ts";
import { type Block, inherited } from "../../../nginx/tree.ts";
import { defineRule } from "../../../rule.ts";
import { uwsgiIni, uwsgiSite } from "../examples.ts";

export const timeoutOrder = defineRule({
  id: "cross/timeout-order",
  severity: "warning",
  summary: "nginx gives up on a request before the application server does",
  why: `After \`uwsgi_read_timeout\` or \`proxy_read_timeout\` (60 seconds by default) nginx answers "504 Gateway Time-out" and forgets the
request, while the worker goes on with it until uWSGI's \`harakiri\` or gunicorn's \`timeout\`: people try again, and each try blocks a worker.
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
        if (outer === undefined || outer >= inner.number) continue;
        // If another location of the same server waits long enough, long requests are for that.
        const longer = model.connections.some((other) => {
          if (!model.reached(other).some((r) => r.server === server)) return false;
          const [own] = inherited(other.directive.parent as Block, `${prefix}_read_timeout`).slice(-1);
          return own !== undefined && (secondsOf(own.args[0]?.text ?? "") ?? Number.POSITIVE_INFINITY) >= inner.number;
        });
        if (longer) continue;
        report(
          setting ?? inner.at,
          `nginx waits ${outer} seconds${setting ? "" : ` (${prefix}_read_timeout is not set)`} and ${inner.name} is ${inner.number}: a slow request is a 504 while its worker goes on for ${inner.number - outer} seconds more.`,
          {
            fix: suggested(
              `let nginx wait ${inner.number + 5} seconds`,
              setting?.args[0]
                ? replace(setting.args[0], `${inner.number + 5}s`)
                : lineBelow(connection.directive, `${prefix}_read_timeout ${inner.number + 5}s;`),
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

/** The time limit of one request. Only gunicorn's sync workers are killed by `timeout` for that. */
function limitOf(server: Server): { at: Range; number: number; name: string } | undefined {
  const name = server.program === "uwsgi" ? "harakiri" : "timeout";
  const isDefault = (key: string, value: RegExp) =>
    !server.settings.has(key) || value.test(told(server, key)?.text ?? "");
  if (server.program === "gunicorn" && !(isDefault("worker_class", /^sync$/) && isDefault("threads", /^1$/)))
    return undefined;
  const limit = numberTold(server, name);
  return limit && limit.number > 0 ? { ...limit, name } : undefined;
}
