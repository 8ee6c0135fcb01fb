import { bad, checkOf, ok, skip } from "../check.ts";
import type { PortState } from "../facts.ts";
import { days } from "../words.ts";

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
      if (maintenance && nginxAnswers.status === 503) return ok("in maintenance");
      if (nginxAnswers.why === "") return ok(`${app.deploy.smoke.path} answered ${nginxAnswers.status}`);
      return bad(
        `on the server itself, ${app.deploy.smoke.path} through nginx ${nginxAnswers.why}`,
        "`npx create-flask-deploy logs --nginx` shows what nginx says of it; is another site asked instead?",
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
        `${wrong.path} ${wrong.error || `answers ${wrong.status}`}, and the release has the file`,
        "Compare `alias` or `root` of its location in deploy/nginx.conf with the folder; `npx create-flask-deploy lint` checks both.",
      );
    },
  }),
  check({
    id: "domain",
    title: "the site's name leads to the server",
    severity: "error",
    from: "here",
    judge({ here: { site: at, names, ssh } }) {
      const found = names[at.host] ?? [];
      if (at.host === ssh.host) return skip("it has none of its own");
      if (found.length === 0)
        return bad(`${at.host} does not resolve`, "Give the name an A (and AAAA) record with the server's address.");
      const own = names[ssh.host] ?? [];
      if (own.length === 0 || found.some((address) => own.includes(address))) return ok(found.join(", "));
      return bad(
        `${at.host} is ${found.join(", ")}, and the server is ${own.join(", ")}`,
        "If a proxy or CDN stands in between, all is well; if not, correct the name's A and AAAA records.",
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
      const next = at.tls ? "Is there a certificate, and does the site listen on 443? " : "";
      return bad(
        `port ${at.port} of ${at.host} ${closed[ports.site]}`,
        `${next}Look at the provider's firewall (security group) and the server's own: both must let it in.`,
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
        return bad(`${at.host} port ${at.port} speaks no TLS`, "On the server: sudo certbot --nginx");
      const left = (seen.validTo - asked[0] * 1000) / 86_400_000;
      const renew = "On the server: sudo certbot renew; `systemctl list-timers` shows whether that happens by itself.";
      if (left < 0) return bad(`the certificate expired ${days(-left)} ago`, renew);
      if (seen.validFrom > asked[0] * 1000)
        return bad("the certificate is not valid yet", "Look at this machine's clock and at the certificate's.");
      if (!seen.matches)
        return bad(
          `the certificate is for ${seen.names}, not for ${at.host}`,
          `On the server: sudo certbot --nginx -d ${at.host}`,
        );
      if (seen.problem)
        return bad(
          `the certificate is not believed: ${seen.problem}`,
          "Does nginx send the whole chain (fullchain.pem)? Is it self-signed?",
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
        return bad(`${answer.url}: ${answer.error}`, "The server itself answers well: look at what stands between.");
      if (told?.maintenance && answer.status === 503) return ok("in maintenance");
      const redirected = answer.status >= 301 && answer.status <= 308;
      if (answer.status === status || (redirected && status < 400))
        return ok(`${answer.url} answered ${answer.status}`);
      return bad(
        `${answer.url} answered ${answer.status} instead of ${status}`,
        answer.status === 503 && answer.retryAfter
          ? "It seems to be in maintenance: npx create-flask-deploy maintenance off"
          : "Is this URL the same site? Another one, a proxy or a CDN may stand between.",
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
