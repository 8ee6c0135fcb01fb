import { describe, expect, it } from "vitest";
import { type Https, httpsProblem } from "../../../../../action/engine/console/tls/https.ts";
import { tlsRows } from "../../../../../action/engine/console/tls/rows.ts";
import { now, served, standIn } from "./https.ts";

const failed: Partial<Https> = { attempt: { at: "2026-11-22T03:00:00Z", outcome: "failed", cause: "the CA is down" } };
const pair = (more: Partial<Https["pair"]>): Partial<Https> => ({ pair: { ...served.pair, ...more } });

describe("what is wrong with HTTPS", () => {
  it.each<[string, Https, string]>([
    ["nothing", served, ""],
    ["nothing, when the last try failed and there is time left", { ...served, ...failed }, ""],
    [
      "there is no certificate yet",
      standIn,
      "there is no certificate yet, so the site is served by HTTP: shop.example.org has no address in the DNS",
    ],
    [
      "nobody asked for one",
      { ...standIn, attempt: null },
      "there is no certificate yet, so the site is served by HTTP: the server was not asked to get one; run `create-flask-deploy tls renew`",
    ],
    [
      "it was taken into use, and nobody is sent to it",
      { ...served, public: false },
      "there is no certificate yet, so the site is served by HTTP: the server was not asked to get one; run `create-flask-deploy tls renew`",
    ],
    [
      "it expired",
      { ...served, ...failed, ...pair({ until: "2026-11-22T04:00:00Z" }) },
      "the certificate expired 0 seconds ago (2026-11-22T04:00:00Z): the CA is down",
    ],
    [
      "the clock is behind",
      { ...served, ...pair({ since: "2027-11-22T04:00:00Z", until: "2028-01-21T04:00:00Z" }) },
      `the certificate is valid from 2027-11-22T04:00:00Z on, and the server's clock says ${now}: set it (timedatectl set-ntp true)`,
    ],
    [
      "another one is served for a name",
      { ...served, served: { ...served.served, "www.shop.example.org": "FF" } },
      "nginx does not serve the certificate in use for www.shop.example.org: run `create-flask-deploy tls renew`",
    ],
    [
      "half of the time for its renewal is over",
      { ...served, ...failed, ...pair({ due: "2026-11-07T03:59:58Z", until: "2026-12-07T04:00:00Z" }) },
      "the certificate expires in 15 days and was not renewed: the CA is down",
    ],
    [
      "nothing, a moment before that",
      { ...served, ...failed, ...pair({ due: "2026-11-07T04:00:02Z", until: "2026-12-07T04:00:00Z" }) },
      "",
    ],
    [
      "the timer is off",
      { ...served, next: "" },
      "the timer that renews the certificate is off: run `create-flask-deploy setup` again",
    ],
    [
      "others may read the key",
      { ...served, loose: ["/etc/ssl/shop/privkey.pem"] },
      "/etc/ssl/shop/privkey.pem can be read by others than root: chmod 600 /etc/ssl/shop/privkey.pem",
    ],
  ])("is told: %s", (_, https, said) => expect(httpsProblem(https, now)).toBe(said));
});

describe("the rows of tls", () => {
  it("show what is served, until when, and when it is renewed", () => {
    expect(tlsRows({ at: now, problem: "", https: served })).toEqual([
      ["https", "as it should be"],
      ["certificate", "3C1D, since 2026-10-23T04:00:00Z"],
      ["expires", "in 60 days (2027-01-21T04:00:00Z)"],
      ["shop.example.org", "served"],
      ["www.shop.example.org", "served"],
      ["renewal", "from 2026-12-22T04:00:00Z on"],
      ["timer", "looks again in 30 minutes (2026-11-22T04:30:00Z)"],
      ["last try", "29 days ago (2026-10-23T05:00:00Z): issued"],
    ]);
  });

  it("show why there is none, and when the CA is asked again", () => {
    const https = {
      ...standIn,
      served: { "shop.example.org": "AA", "www.shop.example.org": "" },
      next: "",
      retry: "2026-11-22T04:15:00Z",
    };
    expect(tlsRows({ at: now, problem: "the CA is down", https })).toEqual([
      ["https", "the CA is down"],
      ["certificate", "none yet; nginx starts with one that nobody signed"],
      ["shop.example.org", "another certificate is served: AA"],
      ["www.shop.example.org", "nginx does not answer on 443"],
      ["timer", "off"],
      ["last try", "1 hour ago (2026-11-22T03:00:00Z): waiting: shop.example.org has no address in the DNS"],
      ["next try", "in 15 minutes (2026-11-22T04:15:00Z)"],
    ]);
  });
});
