import { atLeast } from "../../../files/versions.ts";
import { destinationOf } from "../../../model/connections.ts";
import { children, inherited, named } from "../../../nginx/tree.ts";
import { defineRule } from "../../../rule.ts";
import { nginx } from "../../examples.ts";

const site = (lines: string) =>
  nginx(
    "upstream shop { server 127.0.0.1:8000; keepalive 8; }",
    `server { listen 80; location / { ${lines} proxy_set_header Host $host; proxy_set_header X-Forwarded-For $remote_addr; proxy_pass http://shop; } }`,
  );

export const keepaliveWithoutHttp11 = defineRule({
  id: "nginx/keepalive-without-http11",
  severity: "warning",
  summary: "keepalive in an upstream that gets Connection: close",
  why: `Before 1.29.7 nginx uses HTTP/1.0 to an upstream and sends \`Connection: close\`, so \`keepalive\` keeps no connection. It takes effect with
\`proxy_http_version 1.1;\` and \`proxy_set_header Connection "";\` in the location.`,
  versions: "nginx before 1.29.7",
  bad: site(""),
  good: site('proxy_http_version 1.1; proxy_set_header Connection "";'),
  check({ project, versions, report }) {
    if (atLeast(versions.nginx, 1, 29, 7)) return;
    const kept = new Map(
      project.nginx.flatMap((file) =>
        named(file, "upstream").flatMap((upstream) => {
          const [keepalive] = children(upstream.block, "keepalive");
          return keepalive ? [[upstream.args[0]?.text ?? "", keepalive] as const] : [];
        }),
      ),
    );
    for (const pass of project.nginx.flatMap((file) => named(file, "proxy_pass"))) {
      const keepalive = pass.args[0] && kept.get(destinationOf(pass.args[0], "http").name);
      if (!keepalive || children(pass.parent, "include").length > 0) continue;
      const version = inherited(pass.parent, "proxy_http_version").at(-1)?.args[0]?.text;
      const connection = inherited(pass.parent, "proxy_set_header").find(({ args }) =>
        /^connection$/i.test(args[0]?.text ?? ""),
      );
      if (version === "1.1" && connection && !/^close$/i.test(connection.args[1]?.text ?? "")) continue;
      const missing = [
        ...(version === "1.1" ? [] : ["`proxy_http_version 1.1;`"]),
        ...(connection ? [] : ['`proxy_set_header Connection "";`']),
      ];
      report(
        pass,
        `nginx closes each connection to this upstream, so its \`keepalive\` does nothing: ${missing.join(" and ")} ${missing.length > 1 ? "are" : "is"} missing.`,
        {
          related: [{ at: keepalive, message: "what is meant to keep connections" }],
        },
      );
    }
  },
});
