import { expect, it } from "vitest";
import { httpsMismatch } from "../../../../../../action/engine/app/https.ts";
import type { Files } from "../../../generated.ts";
import { server, tls } from "../../nginx/bounds/site.ts";
import { said } from "../../planted.ts";

const pair = (folder: string) => `ssl_certificate ${folder}/fullchain.pem;`;
const own = pair("/etc/flask-deploy/tls/shop/current");
const lineage = (name: string) => pair(`/etc/letsencrypt/live/${name}`);
const shop = (said: string, site: string): Files => ({
  "flask-deploy.yml": `name: shop\ndomain: shop.test\ntls: ${said}\n`,
  "deploy/nginx.conf": site,
});
const made = (said: string, line: string) => shop(said, (said === "none" ? "" : tls(own)) + tls(line));
const files = "files\ntls_certificate: /etc/letsencrypt/live/a/fullchain.pem";

it.each<[string, string, Files, number]>([
  ["https-disagrees", "both", shop("letsencrypt", tls(own)), 0],
  ["https-disagrees", "neither", shop("none", server("return 204;")), 0],
  ["https-disagrees", "no pair", shop("letsencrypt", server("return 204;")), 1],
  ["https-disagrees", "a pair of another", shop("files", tls(lineage("shop"))), 1],
  ["https-disagrees", "no tls:", shop("none", tls(own)), 1],
  ["https-disagrees", "a pair in a comment", shop("none", server(`# ${own}`)), 0],
  ["https-disagrees", "one pair of two", shop("letsencrypt", tls(own) + tls(lineage("shop"))), 0],
  ["https-disagrees", "no flask-deploy.yml", { "deploy/nginx.conf": tls(own) }, 0],
  ["https-disagrees", "a site elsewhere", { ...shop("none", ""), "nginx.conf": tls(own) }, 0],
  ["certificate-not-made", "its own", made("letsencrypt", own), 0],
  ["certificate-not-made", "another app's", made("letsencrypt", pair("/etc/flask-deploy/tls/tea/current")), 1],
  ["certificate-not-made", "another app's and no tls:", made("none", pair("/etc/flask-deploy/tls/tea/current")), 1],
  ["certificate-not-made", "no `current`", made("letsencrypt", pair("/etc/flask-deploy/tls/shop")), 1],
  ["certificate-not-made", "certbot's own", made("letsencrypt", lineage("shop")), 0],
  ["certificate-not-made", "another of certbot's", made("letsencrypt", lineage("shop.test")), 1],
  ["certificate-not-made", "what is not certbot's", made("letsencrypt", pair("/etc/ssl/a")), 0],
  ["certificate-not-made", "certbot's by hand", made("none", lineage("a")), 1],
  ["certificate-not-made", "the one that is given", made(files, lineage("a")), 0],
  ["certificate-not-made", "another than is given", made(files, lineage("b")), 1],
  ["certificate-not-made", "a script", { ...made("none", lineage("a")), "a.sh": "#!/bin/sh\ncertbot renew\n" }, 0],
  ["certificate-not-made", "a variable", made("letsencrypt", lineage("$host")), 0],
  ["certificate-not-made", "no pair of its own, which is told already", shop("files", tls(lineage("b"))), 0],
])("%s, with %s", (id, _, repository, count) => expect(said(`cross/${id}`, repository)).toHaveLength(count));

it("says it in the words of setup", () => {
  const site = tls(own);
  expect(said("cross/https-disagrees", shop("none", site))).toEqual([
    httpsMismatch({ name: "shop", tls: "none" }, site),
  ]);
});
