import { holding } from "../../../nginx/includes.ts";
import { speaksTls } from "../../../nginx/listen.ts";
import { children, type Directive, enclosing, named, walk } from "../../../nginx/tree.ts";
import { nginxRule } from "../../../rule.ts";
import { server } from "../../examples.ts";

const site = (test: string) =>
  server(
    "server_name shop.test;",
    "set_real_ip_from 173.245.48.0/20;",
    "real_ip_header X-Forwarded-For;",
    `if (${test}) { return 301 https://$host$request_uri; }`,
    "return 204;",
  );

export const redirectLoopBehindProxy = nginxRule({
  id: "nginx/redirect-loop-behind-proxy",
  severity: "warning",
  summary: "A redirect to https by nginx's own scheme, behind a proxy that ends TLS",
  why: `A CDN or load balancer that ends TLS asks nginx by plain HTTP, so \`$scheme\` is http for every visitor. A redirect that depends on it sends each one to the https URL that the browser is
at already, until it gives up: "too many redirects" (ERR_TOO_MANY_REDIRECTS). Such a proxy says in X-Forwarded-Proto how the visitor came: redirect where \`$http_x_forwarded_proto\` is http.`,
  bad: site("$scheme = http"),
  good: site("$http_x_forwarded_proto = http"),
  on: ["if"],
  check(test, { project, report }) {
    const site = enclosing(test, "server");
    const redirect = children(test.block, "return", "rewrite").find((one) => leadsToHttps(one, site));
    if (!site?.block || !redirect || !asksNginx(test, site)) return;
    const trusted = holding(project, site.block, "set_real_ip_from").directives[0];
    const told = [...walk({ root: site.block })].find((one) => tellsSchemeOfProxy(one, project.nginx));
    // With TLS of nginx's own, the proxy may ask by https: then only both together show that it does not.
    const tls = !project.whole || project.nginx.some((file) => named(file, "server").some(speaksTls));
    const shown = tls ? trusted && told : (told ?? trusted);
    if (!shown) return;
    report(
      redirect,
      "The proxy in front asks by plain HTTP for visitors who came by https, and each of them is redirected to the same URL again.",
      { related: [{ at: shown, message: "this shows a proxy in front" }] },
    );
  },
});

/** Whether a redirect leads to the https URL of the same site. */
function leadsToHttps({ name, args }: Directive, site: Directive | undefined): boolean {
  const host = /^https:\/\/(\$\{?\w+\}?|[\w.-]+)/.exec(
    args[name.text === "return" ? args.length - 1 : 1]?.text ?? "",
  )?.[1];
  if (!host) return false;
  const names = children(site?.block, "server_name").flatMap((one) => one.args.map(({ text }) => text));
  return /^\$\{?(host|http_host|server_name)\b/.test(host) || names.includes(host);
}

/** Whether a condition holds for plain HTTP as nginx sees it, and asks nothing of the visitor's headers. */
function asksNginx({ name, block, source }: Directive, site: Directive): boolean {
  const said = source.text.slice(name.end, block?.start);
  const values = new Map<string, string>();
  for (const { args } of children(site.block, "set"))
    values.set(args[0]?.text ?? "", `${values.get(args[0]?.text ?? "") ?? ""} ${args[1]?.text ?? ""}`);
  const test = said.replace(/\$\{?\w+\}?/g, (one) => values.get(one.replace(/[{}]/g, "")) ?? one);
  return (
    !test.includes("$http_") &&
    (/\$scheme\s+(=\s*["']?http\b|!=\s*["']?https\b)/.test(test) ||
      /\$https\s+(=\s*(""|'')|!=\s*["']?on\b)/.test(test) ||
      /\$server_port\s+(=\s*["']?80\b|!=\s*["']?443\b)/.test(test) ||
      /^\s*\(\s*-f\s.*\$\{?scheme\b/s.test(test))
  );
}

const fromProxy = /\$\{?http_(x_forwarded_(proto|ssl|scheme)|cf_visitor|cloudfront_forwarded_proto)\b/;

/** Whether a directive tells the app a scheme that nginx itself got from the proxy, directly or by a `map`. */
function tellsSchemeOfProxy(
  { name, args: [header, value] }: Directive,
  files: readonly { root: Directive["parent"] }[],
) {
  if (!/^(proxy_set_header|uwsgi_param)$/.test(name.text) || !value) return false;
  if (!/^(http_)?x[-_]forwarded[-_](proto|scheme)|^(uwsgi|request)_scheme$/i.test(header?.text ?? "")) return false;
  return (
    fromProxy.test(value.text) ||
    files.some((file) =>
      named(file, "map").some(({ args: [from, to] }) => fromProxy.test(from?.text ?? "") && to?.text === value.text),
    )
  );
}
