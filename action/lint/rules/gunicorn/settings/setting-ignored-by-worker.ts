import type { Server } from "../../../model/types.ts";
import { serverRule } from "../../../rule.ts";

export const settingIgnoredByWorker = serverRule({
  id: "gunicorn/setting-ignored-by-worker",
  severity: "info",
  summary: "A setting that the worker class does not use",
  why: `The sync worker answers one request and closes the connection: \`keepalive\` and \`worker_connections\` mean nothing to it. With
\`threads\` above 1 gunicorn uses gthread instead of sync, whatever worker_class says, and gevent does not use \`threads\`.`,
  bad: `bind = "unix:/run/shop/shop.sock"
worker_class = "sync"
keepalive = 5
`,
  good: `bind = "unix:/run/shop/shop.sock"
worker_class = "gthread"
threads = 4
keepalive = 5
`,
  check(server, { report }) {
    if (server.program !== "gunicorn" || server.partial) return;
    // A conf.py alone may be started with a worker class on the command line.
    const named = textOf(server, "worker_class") ?? (server.invocation ? "sync" : undefined);
    const threads = server.settings.has("threads") ? Number(textOf(server, "threads") ?? Number.NaN) : 1;
    const say = (name: string, message: string) => {
      const said = server.settings.get(name);
      if (said) report(said.at, message);
    };
    if (named === "sync" && server.settings.has("worker_class") && threads > 1) {
      say("threads", `With ${threads} threads gunicorn uses the gthread worker, not sync.`);
    } else if (named === "sync" && threads === 1) {
      for (const name of ["keepalive", "worker_connections"])
        say(name, `The sync worker does not use \`${name}\`: it closes each connection after one request.`);
    } else if (named && /^gevent/.test(named)) {
      say("threads", "The gevent worker does not use `threads`.");
    }
  },
});

/** A setting's value as text; "?" if it is set conditionally. */
function textOf(server: Server, name: string): string | undefined {
  if (server.conf?.names.get(name)?.conditional) return "?";
  const value = server.settings.get(name)?.value;
  if (!value) return undefined;
  if ("text" in value) return value.text;
  return value.kind === "str" ? value.value : value.kind === "int" ? value.raw : "?";
}
