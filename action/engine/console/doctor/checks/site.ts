import { days } from "../../format.ts";
import { bad, checkOf, ok, skip } from "../check.ts";
import type { PortState } from "../facts.ts";

const check = checkOf("site");
const nginxCheck = checkOf("nginx");

const server = [
  "banned",
  "firewall",
  "nginx",
  "nginx-config",
  "site-enabled",
  "server-name",
  "release",
  "release-python",
  "instance",
  "socket",
  "services",
  "app",
];
const closed: Readonly<Record<Exclude<PortState, "open">, string>> = {
  refused: "refuses the connection",
  silent: "does not answer",
  unreachable: "cannot be reached",
};

export const site = [
  nginxCheck({
    id: "through-nginx",
    title: "nginx on the server passes requests to the release",
    severity: "error",
    from: "server",
    after: server,
    judge({ server: { release, nginxAnswers, maintenance }, app }) {
      if (release.id === "") return skip("there is no release");
      // If it was switched on by hand, even the server itself may get 503.
      if (maintenance && nginxAnswers.status === 503) return ok("in maintenance mode");
      if (nginxAnswers.why === "") return ok(`${app.deploy.smoke.path} answered ${nginxAnswers.status}`);
      return bad(
        `on the server itself, ${app.deploy.smoke.path} through nginx ${nginxAnswers.why}`,
        "`npx create-flask-deploy logs --nginx` shows nginx's error. Check that no other site receives the request.",
      );
    },
  }),
  nginxCheck({
    id: "static-files",
    title: "nginx serves the release's static files",
    severity: "error",
    from: "server",
    after: [...server, "through-nginx"],
    judge({ server: { release, statics } }) {
      if (release.id === "") return skip("there is no release");
      if (statics.length === 0) return skip("nginx serves no files of the release");
      const wrong = statics.find(
        ({ status, error }) => error !== "" || ![200, 301, 302, 307, 308, 503].includes(status),
      );
      if (wrong === undefined) return ok(statics.map(({ path }) => path).join(", "));
      return bad(
        `${wrong.path} ${wrong.error || `answers ${wrong.status}`}, although the release has the file`,
        "Compare `alias` or `root` of its location in deploy/nginx.conf with the folder; `npx create-flask-deploy lint` checks both.",
      );
    },
  }),
  check({
    id: "domain",
    title: "the site's name resolves to the server",
    severity: "error",
    from: "here",
    judge({ here: { site: at, names, ssh } }) {
      const found = names[at.host] ?? [];
      if (at.host === ssh.host) return skip("the site has no name of its own");
      if (found.length === 0)
        return bad(`${at.host} does not resolve`, "Give the name an A (and AAAA) record with the server's address.");
      const own = names[ssh.host] ?? [];
      if (own.length === 0 || found.some((address) => own.includes(address))) return ok(found.join(", "));
      return bad(
        `${at.host} is ${found.join(", ")}, and the server is ${own.join(", ")}`,
        "Correct the name's A and AAAA records, unless a proxy or CDN is in front of the server.",
        "warning",
      );
    },
  }),
  check({
    id: "site-port",
    title: "the site's port is open",
    severity: "error",
    from: "here",
    after: ["dns", "domain", "nginx", "nginx-config", "site-enabled", "banned", "firewall", "setup"],
    judge({ here: { ports, site: at } }) {
      if (ports.site === "open") return ok(`${at.host} port ${at.port}`);
      const next = at.tls ? "Check that the site has a certificate and listens on 443. " : "";
      return bad(
        `port ${at.port} of ${at.host} ${closed[ports.site]}`,
        `${next}Check the provider's firewall (security group) and the server's own: both must allow the port.`,
      );
    },
  }),
  check({
    id: "certificate",
    title: "the certificate is valid",
    severity: "error",
    from: "here",
    after: ["dns", "domain", "site-port"],
    judge({ here: { certificate: seen, site: at, asked } }) {
      if (!at.tls) return skip("the site has no TLS (deploy.url)");
      if (seen === undefined)
        return bad(`${at.host} port ${at.port} does not use TLS`, "On the server: sudo certbot --nginx");
      const left = (seen.validTo - asked[0] * 1000) / 86_400_000;
      const renew = "On the server: sudo certbot renew; `systemctl list-timers` shows whether a timer renews it.";
      if (left < 0) return bad(`the certificate expired ${days(-left)} ago`, renew);
      if (seen.validFrom > asked[0] * 1000)
        return bad("the certificate is not valid yet", "Check this machine's clock and the certificate's start date.");
      if (!seen.matches)
        return bad(
          `the certificate is for ${seen.names}, not for ${at.host}`,
          `On the server: sudo certbot --nginx -d ${at.host}`,
        );
      if (seen.problem)
        return bad(
          `the certificate is not trusted: ${seen.problem}`,
          "Check that nginx sends the full chain (fullchain.pem) and that the certificate is from a public CA.",
        );
      return left < 14 ? bad(`the certificate expires in ${days(left)}`, renew, "warning") : ok(`${days(left)} left`);
    },
  }),
  check({
    id: "site",
    title: "visitors get the site",
    severity: "error",
    from: "here",
    after: ["dns", "domain", "site-port", "certificate", "setup", "through-nginx", ...server],
    judge({ here: { answer }, server: told, app }) {
      if (told?.release.id === "") return skip("there is no release");
      const { status } = app.deploy.smoke;
      if (answer.error)
        return bad(
          `${answer.url}: ${answer.error}`,
          "The server itself is healthy: check what is between it and this machine.",
        );
      if (told?.maintenance && answer.status === 503) return ok("in maintenance mode");
      const redirected = answer.status >= 301 && answer.status <= 308;
      if (answer.status === status || (redirected && status < 400))
        return ok(`${answer.url} answered ${answer.status}`);
      return bad(
        `${answer.url} answered ${answer.status} instead of ${status}`,
        answer.status === 503 && answer.retryAfter
          ? "The site seems to be in maintenance mode: npx create-flask-deploy maintenance off"
          : "Check that this URL is the same site: another site, a proxy or a CDN may be in front of it.",
      );
    },
  }),
  check({
    id: "maintenance",
    title: "visitors get the site, not the maintenance page",
    severity: "warning",
    from: "server",
    judge({ server: { maintenance } }) {
      if (maintenance === "") return ok();
      const [, since] = /"since": "([^"]*)"/.exec(maintenance) ?? [];
      const [, by] = /"by": "([^"]*)"/.exec(maintenance) ?? [];
      return bad(
        `maintenance is on${since ? ` since ${since}` : ""}${by ? `, switched by ${by}` : ""}`,
        "npx create-flask-deploy maintenance off",
      );
    },
  }),
];
