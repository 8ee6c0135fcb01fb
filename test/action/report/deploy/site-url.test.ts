import { expect, it } from "vitest";
import { siteUrl } from "../../../../action/report/deploy/site-url.ts";

it.each([
  ["example.org", "192.0.2.7", 80, "http://example.org/"],
  ["_", "192.0.2.7", 80, "http://192.0.2.7/"],
  ["_", "2001:db8::7", 8080, "http://[2001:db8::7]:8080/"],
  ["_", "web.example", 80, "http://web.example/"],
])("the site of %j at %s port %i is %s", (domain, host, port, url) =>
  expect(siteUrl({ domain }, host, port)).toBe(url),
);
