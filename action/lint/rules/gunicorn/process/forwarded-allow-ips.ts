import { isPublic } from "../../../files/address.ts";
import { inContainer } from "../../../files/containers.ts";
import { replace, suggested, wholeLine } from "../../../fix/edit.ts";
import type { GunicornFile } from "../../../gunicorn/conf.ts";
import { defineRule } from "../../../rule.ts";
import { unit } from "../../systemd/units.ts";
import { saidInConf, saidOnLine, withBlanksBefore } from "../said.ts";

export const forwardedAllowIps = defineRule({
  id: "gunicorn/forwarded-allow-ips",
  severity: "warning",
  summary: "X-Forwarded-Proto is trusted from every client, and every client can connect",
  why: `\`forwarded_allow_ips = "*"\` says that every client is your proxy. With a bind that is open to every client, a visitor of the port tells the
app that his request came by https, or sets SCRIPT_NAME. On a unix socket, on 127.0.0.1 or in a container's own network only the proxy connects.`,
  bad: {
    "deploy/shop.service": unit(
      "ExecStart=/srv/shop/.venv/bin/gunicorn --bind 0.0.0.0:8000 --forwarded-allow-ips=* wsgi:app",
    ),
  },
  good: {
    "deploy/shop.service": unit(
      "ExecStart=/srv/shop/.venv/bin/gunicorn --bind 127.0.0.1:8000 --forwarded-allow-ips=* wsgi:app",
    ),
  },
  check({ project, model, report }) {
    if (inContainer(project)) return;
    for (const { program, conf, invocation, starter, listeners } of model.servers) {
      if (program !== "gunicorn" || (starter ? !/^(systemd|supervisor|upstart)$/.test(starter.by) : isElsewhere(conf)))
        continue;
      const open = listeners.find(({ address }) => address.kind === "tcp" && isPublic(address.host));
      const said = [
        ...(invocation && starter ? saidOnLine(invocation, starter) : []),
        ...(conf ? saidInConf(conf) : []),
      ].find((one) => one.name === "forwarded_allow_ips" && one.text.trim() === "*" && one.literal && !one.conditional);
      if (!open || !said) continue;
      report(
        said.at,
        "gunicorn trusts every client of this port as a proxy: a visitor can set X-Forwarded-Proto and SCRIPT_NAME.",
        {
          related: [{ at: open.at, message: "open to every client" }],
          fix: suggested(
            "believe 127.0.0.1 only",
            said.conf ? wholeLine(said.at) : replace(withBlanksBefore(said.at), ""),
          ),
        },
      );
    }
  },
});

/** A conf.py alone may be for a container or a platform where only a load balancer connects; it often says so. */
const isElsewhere = (conf: GunicornFile | undefined) =>
  !conf ||
  /docker|container|kubernetes|k8s|\becs\b|\balb\b|\belb\b|heroku|render|railway|cloud ?run|fly\.io|balancer|\bPORT\b/i.test(
    conf.source.text,
  );
