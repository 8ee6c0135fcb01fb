import type { NameFacts, PortState } from "../../../../../../action/engine/console/doctor/facts.ts";
import { now, served, standIn } from "../../tls/https.ts";
import { both, nothing, onApp, onHere, onServer, says } from "../changes.ts";

const name: NameFacts = {
  ...{ name: "shop.example.org", addresses: ["192.0.2.10"], ports: ["open"], issuers: [] },
};
const issued = onApp({ domain: "shop.example.org", tls: "letsencrypt" });
const asked = (...names: Partial<NameFacts>[]) =>
  both(issued, onHere({ names80: names.map((more) => ({ ...name, ...more })) }));
const port = (state: PortState, address = "192.0.2.10") => asked({ addresses: [address], ports: [state] });
const seen = (https: typeof served) => both(issued, onServer({ https, now: Date.parse(now) / 1000 }));

says([
  ["caa", nothing, "skipped: no CA is asked for a certificate"],
  ["caa", asked({}), "ok: shop.example.org"],
  ["caa", asked({ issuers: ["ca.example", "letsencrypt.org; accounturi=x"] }), "ok: shop.example.org"],
  [
    "caa",
    asked({}, { name: "www.shop.example.org", issuers: ["ca.example"] }),
    "error: the CAA records of www.shop.example.org allow ca.example and not letsencrypt.org",
    /^Add the record: www\.shop\.example\.org\. CAA 0 issue "letsencrypt\.org"$/,
  ],
  [
    "caa",
    both(
      asked({ issuers: ["ca.example"] }),
      onApp({ domain: "x", tls: "letsencrypt", tlsServer: "https://ca.example/dir" }),
    ),
    "skipped: what https://ca.example/dir is called in CAA records is not known",
  ],
  ["challenge-port", nothing, "skipped: no CA is asked for a certificate"],
  ["challenge-port", asked({}, { name: "www.shop.example.org" }), "ok: shop.example.org, www.shop.example.org"],
  [
    "challenge-port",
    asked({ addresses: [], ports: [] }),
    "error: shop.example.org does not resolve",
    /A \(and AAAA\) record/,
  ],
  [
    "challenge-port",
    port("silent"),
    "error: port 80 of shop.example.org (192.0.2.10) is silent, and the CA looks there",
    /^Open port 80/,
  ],
  [
    "challenge-port",
    port("refused", "2001:db8::1"),
    "error: port 80 of shop.example.org (2001:db8::1) is refused, and the CA looks there",
    /^Remove the AAAA record/,
  ],
  ["challenge-port", port("unreachable", "2001:db8::1"), "ok: shop.example.org"],
  ["https", nothing, "skipped: the site is served without HTTPS (tls: none)"],
  ["https", issued, "error: the server is not set up for HTTPS", /setup root@SERVER/],
  ["https", seen(served), "ok: until 2027-01-21T04:00:00Z"],
  ["https", seen(standIn), /^error: there is no certificate yet/, /tls renew/],
]);
