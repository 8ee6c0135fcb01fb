import { atLeast } from "../../../files/versions.ts";
import { lineBelow, replace, safe } from "../../../fix/edit.ts";
import { children } from "../../../nginx/tree.ts";
import { nginxRule } from "../../../rule.ts";
import { nginx } from "../../examples.ts";

export const deprecatedParameter = nginxRule({
  id: "nginx/deprecated-parameter",
  severity: "warning",
  summary: "`listen … http2` where nginx has `http2 on`",
  why: `Since nginx 1.25.1 the parameter \`http2\` of \`listen\` is deprecated: it still works, with a warning at each start and reload,
and \`http2 on;\` in the server takes its place. Older versions have only the parameter, so this is info, and a warning where
flask-deploy.yml says that the server's nginx is new enough (\`nginx_version\`).`,
  versions: "nginx 1.25.1 and later",
  bad: {
    "flask-deploy.yml": "name: shop\nnginx_version: 1.26.3\n",
    "deploy/nginx.conf": nginx(
      "server { listen 443 ssl http2; ssl_certificate /etc/ssl/shop.pem; ssl_certificate_key /etc/ssl/shop.key; return 204; }",
    ),
  },
  good: {
    "flask-deploy.yml": "name: shop\nnginx_version: 1.26.3\n",
    "deploy/nginx.conf": nginx(
      "server { listen 443 ssl; http2 on; ssl_certificate /etc/ssl/shop.pem; ssl_certificate_key /etc/ssl/shop.key; return 204; }",
    ),
  },
  on: ["listen"],
  check(listen, { versions, report }) {
    const known = atLeast(versions.nginx, 1, 25, 1);
    const http2 = listen.args.findIndex((arg) => arg.text === "http2");
    if (http2 < 0 || (versions.nginx && !known)) return;
    const at = { ...listen.args[http2]!, start: listen.args[http2 - 1]?.end ?? listen.args[http2]!.start };
    const listens = children(listen.parent, "listen").filter((one) => one.args.some((arg) => arg.text === "http2"));
    const add = listens.at(-1) === listen && children(listen.parent, "http2").length === 0;
    const edits = [replace(at, ""), ...(add ? [lineBelow(listen, "http2 on;")] : [])];
    report(
      listen.args[http2]!,
      "nginx 1.25.1 and later warn of `http2` in `listen` at each start: write `http2 on;` in the server.",
      {
        severity: known ? "warning" : "info",
        fix: known ? safe("write `http2 on;`", ...edits) : undefined,
      },
    );
  },
});
