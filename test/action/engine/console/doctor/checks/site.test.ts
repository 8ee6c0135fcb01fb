import type { HereFacts } from "../../../../../../action/engine/console/doctor/facts.ts";
import { both, nothing, onApp, onHelper, onHere, onRoot, onServer, onUnit, says } from "../changes.ts";
import { healthy } from "../healthy.ts";

const { server, here, app } = healthy();
const none = onServer({ release: { ...server.release, id: "" } });
const nginx = (status: number, why: string) => onServer({ nginxAnswers: { status, why } });
const statics = (status: number, error = "") => onServer({ statics: [{ path: "/a", status, error }] });
const closed = onServer({ maintenance: '{"since": "2026-11-21T03:15:00Z", "by": "ann"}' });
const named = (names: HereFacts["names"]) =>
  onHere({ site: { host: "shop.example.org", port: 80, tls: false }, names });
const own = { "192.0.2.10": ["192.0.2.10", "2001:db8::1"] };
const port = (site: "refused" | "silent" | "unreachable", tls = false) =>
  onHere({ ports: { ssh: "open", site }, site: { host: "192.0.2.10", port: tls ? 443 : 80, tls } });
const day = 86_400_000;
const now = here.asked[0] * 1000;
const certificate = (more: Partial<NonNullable<HereFacts["certificate"]>>) =>
  onHere({
    site: { host: "192.0.2.10", port: 443, tls: true },
    certificate: {
      ...{ validFrom: now, validTo: now + 60 * day, names: "DNS:x", matches: true, problem: "" },
      ...more,
    },
  });
const answer = (status: number, retryAfter = false, error = "") =>
  onHere({ answer: { url: "http://x/", status, retryAfter, error } });
const smoke = (status: number) => onApp({ deploy: { ...app.deploy, smoke: { ...app.deploy.smoke, status } } });
const firewalls = "Check the provider's firewall (security group) and the server's own: both must allow the port.";
const another = "Check that this URL is the same site: another site, a proxy or a CDN may be in front of it.";

says([
  ["through-nginx", nothing, "ok: / answered 200"],
  ["through-nginx", both(none, nginx(500, "answers 500")), "skipped: there is no release"],
  [
    "through-nginx",
    nginx(500, "answers 500"),
    "error: on the server itself, / through nginx answers 500",
    /logs --nginx/,
  ],
  ["through-nginx", both(closed, nginx(503, "answers 503")), "ok: in maintenance mode"],
  ["through-nginx", nginx(503, "answers 503"), /^error: .*answers 503$/, /./],
  ["through-nginx", both(closed, nginx(500, "answers 500")), /^error: .*answers 500$/, /./],
  ["static-files", nothing, "ok: /static/style.css"],
  ["static-files", both(none, statics(404)), "skipped: there is no release"],
  ["static-files", onServer({ statics: [] }), "skipped: nginx serves no files of the release"],
  ...[200, 301, 302, 307, 308, 503].map((status) => ["static-files", statics(status), "ok: /a"] as const),
  [
    "static-files",
    statics(403),
    "error: /a answers 403, although the release has the file",
    /^Compare `alias` or `root`/,
  ],
  ["static-files", statics(200, "breaks off"), "error: /a breaks off, although the release has the file", /./],
  ["domain", nothing, "skipped: the site has no name of its own"],
  ["domain", named(own), "error: shop.example.org does not resolve", /A \(and AAAA\) record/],
  ["domain", named({ ...own, "shop.example.org": [] }), "error: shop.example.org does not resolve", /./],
  ["domain", named({ "shop.example.org": ["203.0.113.5"] }), "ok: 203.0.113.5"],
  ["domain", named({ ...own, "shop.example.org": ["203.0.113.5", "2001:db8::1"] }), "ok: 203.0.113.5, 2001:db8::1"],
  [
    "domain",
    named({ ...own, "shop.example.org": ["203.0.113.5"] }),
    "warning: shop.example.org is 203.0.113.5, and the server is 192.0.2.10, 2001:db8::1",
    /unless a proxy or CDN/,
  ],
  ["site-port", nothing, "ok: 192.0.2.10 port 80"],
  ["site-port", port("refused"), "error: port 80 of 192.0.2.10 refuses the connection", firewalls],
  ["site-port", port("silent"), "error: port 80 of 192.0.2.10 does not answer", firewalls],
  [
    "site-port",
    port("unreachable", true),
    "error: port 443 of 192.0.2.10 cannot be reached",
    `Check that the site has a certificate and listens on 443. ${firewalls}`,
  ],
  ["certificate", nothing, "skipped: the site has no TLS (deploy.url)"],
  ["certificate", certificate({}), "ok: 60 days left"],
  ["certificate", certificate({ validTo: now + 14 * day }), "ok: 14 days left"],
  [
    "certificate",
    certificate({ validTo: now + 14 * day - 1 }),
    "warning: the certificate expires in 13 days",
    /certbot renew/,
  ],
  ["certificate", certificate({ validTo: now }), "warning: the certificate expires in 0 days", /certbot renew/],
  ["certificate", certificate({ validTo: now - day }), "error: the certificate expired 1 day ago", /certbot renew/],
  [
    "certificate",
    certificate({ validFrom: now + 1 }),
    "error: the certificate is not valid yet",
    /this machine's clock/,
  ],
  [
    "certificate",
    certificate({ matches: false }),
    "error: the certificate is for DNS:x, not for 192.0.2.10",
    "On the server: sudo certbot --nginx -d 192.0.2.10",
  ],
  [
    "certificate",
    certificate({ problem: "SELF_SIGNED" }),
    "error: the certificate is not trusted: SELF_SIGNED",
    /fullchain\.pem/,
  ],
  ["site", nothing, "ok: http://192.0.2.10/ answered 200"],
  ["site", both(none, answer(404)), "skipped: there is no release"],
  ["site", answer(0, false, "reset"), "error: http://x/: reset", /what is between it and this machine/],
  ["site", both(closed, answer(503)), "ok: in maintenance mode"],
  ["site", both(closed, answer(500)), "error: http://x/ answered 500 instead of 200", another],
  ["site", answer(503, true), "error: http://x/ answered 503 instead of 200", /maintenance off$/],
  ["site", answer(503), "error: http://x/ answered 503 instead of 200", another],
  ["site", answer(404, true), "error: http://x/ answered 404 instead of 200", another],
  ["site", answer(300), /^error: /, another],
  ["site", answer(301), "ok: http://x/ answered 301"],
  ["site", answer(308), "ok: http://x/ answered 308"],
  ["site", answer(309), /^error: /, another],
  ["site", both(smoke(404), answer(404)), "ok: http://x/ answered 404"],
  ["site", both(smoke(404), answer(301)), "error: http://x/ answered 301 instead of 404", another],
  ["site", both(smoke(400), answer(301)), /^error: /, another],
  ["maintenance", nothing, "ok: "],
  [
    "maintenance",
    closed,
    "warning: maintenance is on since 2026-11-21T03:15:00Z, switched by ann",
    "npx create-flask-deploy maintenance off",
  ],
  ["maintenance", onServer({ maintenance: "by hand" }), "warning: maintenance is on", /maintenance off$/],
]);

const site = "/etc/nginx/sites-available/shop.conf";
const clash = (name: string) => `[warn] conflicting server name "${name}" on 0.0.0.0:80, ignored`;
says([
  ["nginx-config", nothing, "ok: "],
  [
    "nginx-config",
    onRoot("nginx", "[warn] x", "[emerg] y", "[emerg] z"),
    "error: [emerg] y; [emerg] z",
    /^On the server: sudo nginx -t\. /,
  ],
  ["nginx", nothing, "ok: "],
  ["nginx", onUnit("nginx.service", { LoadState: "not-found" }), "error: nginx is not installed", "Run setup again."],
  ["nginx", onServer({ units: [] }), "error: nginx is not installed", "Run setup again."],
  ["nginx", onUnit("nginx.service", { ActiveState: "failed" }), "error: nginx is failed", /systemctl restart nginx/],
  [
    "nginx",
    onUnit("nginx.service", { UnitFileState: "disabled" }),
    "warning: nginx is not started after a reboot",
    /systemctl enable nginx$/,
  ],
  ["site-enabled", nothing, `ok: ${site}`],
  ["site-enabled", onRoot("nginx-file", site), `ok: ${site}`],
  ["site-enabled", onRoot("nginx-file"), "skipped: nginx does not report which files it reads"],
  [
    "site-enabled",
    onRoot("nginx-file", "/etc/nginx/nginx.conf"),
    "error: nginx does not read /etc/nginx/sites-enabled/shop.conf",
    "Run: npx create-flask-deploy setup 192.0.2.10",
  ],
  ["site-enabled", both(onRoot("nginx", "[emerg] x"), onRoot("nginx-file", "x")), "skipped: follows from nginx-config"],
  ["site-enabled", both(onHelper({ constants: {} }), onRoot("nginx-file", "x")), "error: nginx does not read ", /./],
  ["server-name", nothing, `ok: ${app.domain}`],
  ["server-name", both(onApp({ domain: "a.org b.org" }), onRoot("nginx", clash("c.org"))), "ok: a.org b.org"],
  [
    "server-name",
    both(onApp({ domain: "a.org b.org" }), onRoot("nginx", clash("b.org"), clash("b.org"))),
    /^error: another site has the server_name a\.org b\.org too \(0\.0\.0\.0:80, 0\.0\.0\.0:80\)/,
    /grep -rn "server_name/,
  ],
]);
