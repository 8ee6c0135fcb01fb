import { listenPort } from "../../../nginx/listen.ts";
import { children, named } from "../../../nginx/tree.ts";
import { rulesOver } from "../../../rule.ts";
import { server } from "../../examples.ts";

export const redirectToItself = rulesOver(({ project }) => project.nginx.flatMap((file) => named(file, "server")))({
  id: "nginx/redirect-to-itself",
  severity: "error",
  summary: "A server that redirects every request to itself",
  why: `\`return 301 https://$host$request_uri;\` belongs in a server of its own on port 80. In the server that listens on 443 as well, each page
redirects to itself until the browser gives up: "too many redirects" (ERR_TOO_MANY_REDIRECTS).`,
  bad: server(
    "listen 443 ssl;",
    "ssl_certificate /etc/ssl/a.pem;",
    "ssl_certificate_key /etc/ssl/a.key;",
    "return 301 https://$host$request_uri;",
  ),
  good: server("return 301 https://$host$request_uri;"),
  check({ block }, { report }) {
    const [answer] = children(block, "return");
    const to = answer?.args.at(-1);
    const [, scheme, host] =
      /^(https?|\$scheme):\/\/([^/$]+|\$\w+)\$(?:request_)?uri(?:\$is_args\$args)?$/.exec(to?.text ?? "") ?? [];
    if (!to || !scheme || !host) return;
    const names = children(block, "server_name").flatMap(({ args }) => args.map(({ text }) => text));
    const own =
      /^\$(?:host|http_host)$/.test(host) || (names.length === 1 && (host === "$server_name" || host === names[0]));
    const listens = children(block, "listen");
    const tls = listens.filter(
      (listen) => listenPort(listen) === 443 && listen.args.some(({ text }) => text === "ssl"),
    );
    const plain = listens.filter(
      (listen) => listenPort(listen) === 80 && !listen.args.some(({ text }) => text === "ssl"),
    );
    const [again] = scheme === "https" ? tls : scheme === "http" ? plain : listens;
    if (own && again)
      report(to, "Every request is redirected to its own URL, until the browser gives up.", {
        related: [{ at: again, message: "this server serves that URL" }],
      });
  },
});
