import { lineBelow } from "../../../edit.ts";
import { children, walk } from "../../../nginx/tree.ts";
import { defineRule } from "../../../rule.ts";
import { atLeast } from "../../../versions.ts";
import { nginx } from "../../examples.ts";

export const deprecatedParameter = defineRule({
  id: "nginx/deprecated-parameter",
  severity: "warning",
  summary: "`listen … http2` where nginx has `http2 on`",
  why: `Since nginx 1.25.1 the parameter \`http2\` of \`listen\` is deprecated: it still works, with a warning at each start and reload,
and \`http2 on;\` in the server takes its place. Older versions know the parameter only, so this rule speaks only when
flask-deploy.yml says that the server's nginx is new enough (\`nginx_version\`).`,
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
  check({ project, versions, report }) {
    if (!atLeast(versions.nginx, 1, 25, 1)) return;
    for (const file of project.nginx) {
      for (const listen of walk(file)) {
        const http2 = listen.name.text === "listen" ? listen.args.find((arg) => arg.text === "http2") : undefined;
        if (!http2) continue;
        const { source } = listen;
        const blank = source.text.slice(0, http2.start).trimEnd().length;
        const listens = children(listen.parent, "listen").filter((one) => one.args.some((arg) => arg.text === "http2"));
        const add = listens.at(-1) === listen && children(listen.parent, "http2").length === 0;
        report(http2, "nginx 1.25.1 and later warn of `http2` in `listen` at each start; `http2 on;` took its place.", {
          fix: {
            kind: "safe",
            title: "write `http2 on;`",
            edits: [
              { at: { source, start: blank, end: http2.end }, text: "" },
              ...(add ? [lineBelow(listen, "http2 on;")] : []),
            ],
          },
        });
      }
    }
  },
});
