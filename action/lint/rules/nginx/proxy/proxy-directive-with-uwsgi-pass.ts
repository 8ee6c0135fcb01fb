import { safe, wholeLine } from "../../../fix/edit.ts";
import { children } from "../../../nginx/tree.ts";
import { nginxRule } from "../../../rule.ts";
import { server } from "../../examples.ts";

/** Directives for one protocol only, by the *_pass that they apply to. */
const families = ["proxy", "uwsgi", "fastcgi", "scgi", "grpc"];

export const proxyDirectiveWithUwsgiPass = nginxRule({
  id: "nginx/proxy-directive-with-uwsgi-pass",
  severity: "warning",
  summary: "proxy_… beside uwsgi_pass (or uwsgi_… beside proxy_pass) does nothing",
  why: `Directives that start with \`proxy_\` apply to \`proxy_pass\` only. Beside \`uwsgi_pass\` nginx accepts them and never uses them:
a \`proxy_set_header\` does not reach the app, a \`proxy_read_timeout\` changes no timeout. With the uwsgi protocol the
headers of the request pass as they are, and \`include uwsgi_params\` adds the rest; timeouts are \`uwsgi_read_timeout\`.`,
  bad: server("location / { include uwsgi_params; uwsgi_pass unix:/run/shop/shop.sock; proxy_set_header X-Shop one; }"),
  good: server(
    "location / { include uwsgi_params; uwsgi_pass unix:/run/shop/shop.sock; uwsgi_param HTTP_X_SHOP one; }",
  ),
  on: ["location"],
  check(location, { report }) {
    if (!location.block) return;
    const pass = location.block.children.find((child) =>
      families.some((family) => child.name.text === `${family}_pass`),
    );
    if (!pass) return;
    const spoken = pass.name.text.replace("_pass", "");
    // An `if` or a nested location may pass with another protocol, and inherits these.
    const nested = location.block.children.some(
      (child) => child.block && children(child.block, ...families.map((f) => `${f}_pass`)).length > 0,
    );
    if (nested) return;
    for (const child of location.block.children) {
      const family = child.name.text.split("_")[0] as string;
      if (family === spoken || !families.includes(family) || child.name.text === `${family}_pass`) continue;
      report(child, `\`${child.name.text}\` does nothing beside \`${pass.name.text}\`: nginx never uses it here.`, {
        related: [{ at: pass, message: `requests leave by \`${pass.name.text}\`` }],
        fix: safe("remove it", wholeLine(child)),
      });
    }
  },
});
