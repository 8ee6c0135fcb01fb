import { expect, it } from "vitest";
import { siteUrl } from "../../../action/commands/server.ts";

it.each([
  ["example.org", "none", "192.0.2.7", 80, "http://example.org/"],
  ["_", "none", "192.0.2.7", 80, "http://192.0.2.7/"],
  ["_", "none", "2001:db8::7", 8080, "http://[2001:db8::7]:8080/"],
  ["_", "none", "web.example", 80, "http://web.example/"],
  ["example.org www.example.org", "letsencrypt", "192.0.2.7", 80, "https://example.org/"],
  ["_", "files", "192.0.2.7", 80, "https://192.0.2.7/"],
] as const)("the site of %j with tls %s at %s port %i is %s", (domain, tls, host, port, url) =>
  expect(siteUrl({ domain, tls }, host, port)).toBe(url),
);
