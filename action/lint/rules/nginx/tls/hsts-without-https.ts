import { inContainer } from "../../../files/containers.ts";
import { behindProxy, holding } from "../../../nginx/includes.ts";
import { listenPort, speaksTls } from "../../../nginx/listen.ts";
import { children, type Directive, enclosing, named, walk } from "../../../nginx/tree.ts";
import { nginxRule } from "../../../rule.ts";
import { nginx } from "../../examples.ts";

const hsts = "add_header Strict-Transport-Security max-age=86400;";
const site = (plain: string, tls: string) =>
  nginx(
    `server { listen 80; server_name shop.test; ${plain} return 301 https://shop.test$request_uri; }`,
    `server { listen 443 ssl; server_name shop.test; ssl_certificate /etc/ssl/shop.pem; ssl_certificate_key /etc/ssl/shop.key; ${tls} return 204; }`,
  );

export const hstsWithoutHttps = nginxRule({
  id: "nginx/hsts-without-https",
  severity: "warning",
  summary: "HSTS where no browser believes it: over plain HTTP",
  why: `Browsers ignore Strict-Transport-Security in a response that came by plain HTTP (RFC 6797, 8.1), because anybody on the way could have added it. A site that sends it on port 80
only has no HSTS. Put the line into the server that listens with \`ssl\`.`,
  bad: site(hsts, ""),
  good: site("", hsts),
  on: ["add_header"],
  check(header, { project, file, report }) {
    const site = enclosing(header, "server");
    if (!isHsts(header) || header.args[1]?.text.includes("$") || !site?.block || speaksTls(site) || file.template)
      return;
    // A variable may be empty over plain HTTP. On another port, in a container or behind a proxy, TLS ends in front.
    const elsewhere = children(site.block, "listen").some((listen) => listenPort(listen) !== 80);
    if (elsewhere || inContainer(project) || behindProxy(project)) return;
    const names = namesOf(site);
    const tls = project.nginx
      .flatMap((one) => named(one, "server"))
      .filter((one) => speaksTls(one) && namesOf(one).some((name) => names.includes(name)));
    const sends = (one: Directive) => {
      const held = one.block && holding(project, one.block, "add_header");
      return !held || held.unknown || [...held.directives, ...walk({ root: one.block! })].some(isHsts);
    };
    if (tls.some(sends)) return;
    report(
      header,
      tls[0]
        ? "Browsers ignore this header over plain HTTP, and the server with TLS does not send it: the site has no HSTS."
        : "Browsers ignore this header over plain HTTP: the site has no HSTS unless TLS ends in front of nginx.",
      // A balancer in front need not show in these files.
      tls[0] ? { related: [{ at: tls[0].name, message: "the server with TLS" }] } : { severity: "info" },
    );
  },
});

const isHsts = ({ name, args: [header] }: Directive) =>
  name.text === "add_header" && header?.text.toLowerCase() === "strict-transport-security";

const namesOf = (server: Directive) =>
  children(server.block, "server_name").flatMap(({ args }) => args.map(({ text }) => text));
