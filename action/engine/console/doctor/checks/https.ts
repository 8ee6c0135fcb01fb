import { httpsProblem } from "../../tls/https.ts";
import { bad, checkOf, ok, skip } from "../check.ts";

const check = checkOf("site");
/** What certbot's own CA calls itself in CAA records. */
const letsEncrypt = "letsencrypt.org";

/** What keeps a site from its certificate, and what it has. Their causes come first. */
export const https = [
  check({
    id: "caa",
    title: "the DNS lets the CA issue for the site's names",
    severity: "error",
    from: "here",
    judge({ app, here: { names80 } }) {
      if (app.tls !== "letsencrypt") return skip("no CA is asked for a certificate");
      if (!app.tlsServer.includes(letsEncrypt))
        return skip(`what ${app.tlsServer} is called in CAA records is not known`);
      const closed = names80.find(
        ({ issuers }) => issuers.length > 0 && !issuers.some((one) => one.split(";")[0]?.trim() === letsEncrypt),
      );
      if (closed === undefined) return ok(names80.map(({ name }) => name).join(", "));
      return bad(
        `the CAA records of ${closed.name} allow ${closed.issuers.join(", ")} and not ${letsEncrypt}`,
        `Add the record: ${closed.name}. CAA 0 issue "${letsEncrypt}"`,
      );
    },
  }),
  check({
    id: "challenge-port",
    title: "the CA reaches port 80 of each name",
    severity: "error",
    from: "here",
    after: ["dns", "nginx", "nginx-config", "site-enabled", "firewall"],
    judge({ app, here: { names80 } }) {
      if (app.tls !== "letsencrypt") return skip("no CA is asked for a certificate");
      for (const { name, addresses, ports } of names80) {
        if (addresses.length === 0)
          return bad(`${name} does not resolve`, `Give ${name} an A (and AAAA) record with the server's address.`);
        const at = ports.findIndex((state) => state !== "open");
        if (at < 0) continue;
        const address = addresses[at] ?? "";
        // From a machine without IPv6, such an address is out of reach for itself.
        if (address.includes(":") && ports[at] === "unreachable") continue;
        return bad(
          `port 80 of ${name} (${address}) is ${ports[at]}, and the CA looks there`,
          address.includes(":")
            ? "Remove the AAAA record, or let nginx and the firewalls serve that address too: a CA tries IPv6 first."
            : "Open port 80 in the provider's firewall (security group) and in the server's own.",
        );
      }
      return ok(names80.map(({ name }) => name).join(", "));
    },
  }),
  check({
    id: "https",
    title: "the server's certificate is served and renewed",
    severity: "error",
    from: "server",
    after: ["nginx", "nginx-config", "site-enabled", "setup", "caa", "challenge-port"],
    judge({ app, server: { https: seen }, bare }) {
      if (app.tls === "none") return skip("the site is served without HTTPS (tls: none)");
      if (seen === null)
        return bad("the server is not set up for HTTPS", "Run: npx create-flask-deploy setup root@SERVER");
      const problem = httpsProblem(seen, new Date(bare.now * 1000).toISOString());
      return problem === ""
        ? ok(`until ${seen.pair.until}`)
        : bad(problem, "`npx create-flask-deploy tls` shows the last try; `tls renew` tries again now.");
    },
  }),
];
