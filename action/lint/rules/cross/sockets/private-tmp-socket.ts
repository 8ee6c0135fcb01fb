import { show } from "../../../files/address.ts";
import { unitEntry } from "../../../model/launchers.ts";
import type { Starter } from "../../../model/types.ts";
import { serverRule } from "../../../rule.ts";
import { isYes } from "../../../systemd/tree.ts";
import { gunicornSite, unit } from "../examples.ts";

export const privateTmpSocket = serverRule({
  id: "cross/private-tmp-socket",
  severity: "error",
  summary: "A socket in /tmp under PrivateTmp, where nginx cannot see it",
  why: `With \`PrivateTmp=true\` the service has a /tmp of its own, so a socket that it makes there exists for it alone. nginx looks into the real /tmp,
logs "(2: No such file or directory)", and every request is a 502, while the service runs normally.
Keep PrivateTmp and put the socket into /run with \`RuntimeDirectory=\`.`,
  bad: {
    "deploy/shop.service": unit(
      "PrivateTmp=true",
      "ExecStart=/srv/shop/.venv/bin/gunicorn --bind unix:/tmp/shop.sock wsgi:app",
    ),
  },
  good: {
    "deploy/shop.service": unit(
      "PrivateTmp=true",
      "RuntimeDirectory=shop",
      "ExecStart=/srv/shop/.venv/bin/gunicorn --bind unix:/run/shop/shop.sock wsgi:app",
    ),
    "deploy/nginx.conf": gunicornSite("http://unix:/run/shop/shop.sock"),
  },
  check(server, { model, report }) {
    const callers = model.connectionsTo(server);
    for (const { at, address, handed } of server.listeners) {
      if (handed || address.kind !== "unix" || !/^\/(var\/)?tmp\//.test(address.path)) continue;
      const by = callers.flatMap(model.reached).find((one) => one.server === server)?.by;
      const own = privateTmp(server.starter);
      const setting = own ?? (by && privateTmp(by.starter));
      if (!setting) continue;
      const to = callers[0];
      report(
        setting,
        own
          ? `${show(address)} is made in a /tmp that only this service sees: nginx gets "2: No such file or directory" and every request is a 502.`
          : `This service has a /tmp of its own, and the socket that it connects to, ${show(address)}, is in the real one: every request is a 502.`,
        {
          related: [
            { at, message: "the socket" },
            ...(to ? [{ at: to.directive, message: "nginx connects here" }] : []),
          ],
        },
      );
    }
  },
});

function privateTmp(starter: Starter | undefined) {
  const setting = unitEntry(starter, "PrivateTmp");
  return setting && (isYes(setting.value.text) || setting.value.text === "disconnected") ? setting : undefined;
}
