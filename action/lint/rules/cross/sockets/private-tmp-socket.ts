import { show } from "../../../address.ts";
import { isActivated } from "../../../model/activation.ts";
import { connectable } from "../../../model/listener.ts";
import { serverRule } from "../../../rule.ts";
import { entry, isYes, type UnitFile } from "../../../systemd/tree.ts";
import { gunicornSite, unit } from "../examples.ts";

export const privateTmpSocket = serverRule({
  id: "cross/private-tmp-socket",
  severity: "error",
  summary: "A socket in /tmp under PrivateTmp, where nginx cannot see it",
  why: `With \`PrivateTmp=true\` the service has a /tmp of its own, so a socket that it makes there exists for it alone. nginx looks into the real /tmp,
logs "(2: No such file or directory)", and every request is a 502, while the service is up and well.
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
    if (server.starter?.by !== "systemd") return;
    const setting = entry(server.starter.file as UnitFile, "Service", "PrivateTmp");
    if (!setting || !(isYes(setting.value.text) || setting.value.text === "disconnected")) return;
    for (const listener of server.listeners) {
      const { at } = listener;
      const address = connectable(listener);
      if (address.kind !== "unix" || !/^\/(var\/)?tmp\//.test(address.path)) continue;
      if (isActivated(model, server)) continue;
      const to = model.connections.find((c) => c.address.kind === "unix" && c.address.path === address.path);
      report(
        setting,
        `${show(address)} is made in a /tmp that only this service sees: nginx gets "2: No such file or directory" and every request is a 502.`,
        {
          related: [
            { at, message: "the socket" },
            ...(to ? [{ at: to.directive, message: "nginx looks for it in the real /tmp" }] : []),
          ],
        },
      );
    }
  },
});
