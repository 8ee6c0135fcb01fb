import { afterEach, expect, it } from "vitest";
import { lint } from "../../action/lint/engine.ts";
import { Stack } from "./stack.ts";

/** What nginx really does with what the rules about HTTPS call wrong, and with the same mended. */

const token = "/.well-known/acme-challenge/k3-_Zq9";
let stack: Stack;
afterEach(() => stack.stop());

/** The rules that speak about a site, and the status of its answer to a path. */
async function asked(lines: readonly string[], path: string, headers: Record<string, string> = {}) {
  const content = `server {\n    listen 80;\n${lines.join("\n")}\n}\n`;
  stack = new Stack();
  stack.write({ "nginx.conf": content, [`tls${token}`]: "proof" });
  await stack.nginx("nginx.conf");
  const { status, body } = await stack.ask(path, { headers });
  await stack.stop();
  const rules = lint([{ path: "nginx.conf", content }]).findings.map(({ rule }) => rule);
  return { status, body, rules };
}

const challenge = (modifier = "") => `location ${modifier}/.well-known/acme-challenge/ { root @ROOT@/tls; }`;

it.each<[string, number, readonly string[]]>([
  ["a regular expression", 403, [challenge(), "location ~ /\\. { deny all; }"]],
  ["a return", 204, [challenge("^~ "), "return 204;"]],
  ["a rewrite of everything", 301, [challenge("^~ "), "rewrite ^(.*)$ https://shop.test$1 permanent;"]],
  [
    "a regular expression before one for the challenge",
    403,
    ["location ~ /\\. { deny all; }", "location ~ /\\.well-known/acme-challenge/ { root @ROOT@/tls; }"],
  ],
])("nginx/challenge-unreachable: %s answers the CA with %i", async (_, status, lines) => {
  const { rules, ...answer } = await asked(lines, token);
  expect(rules).toContain("nginx/challenge-unreachable");
  expect(answer.status).toBe(status);
});

it.each<[string, readonly string[]]>([
  ["^~", [challenge("^~ "), "location ~ /\\. { deny all; }"]],
  ["a regular expression that leaves it out", [challenge(), "location ~ /\\.(?!well-known) { deny all; }"]],
  ["a return that leaves it out", [challenge(), "if ($uri ~ ^/.well-known/) { break; }", "return 204;"]],
  ["a return in a location", [challenge(), "location / { return 204; }"]],
])("nginx/challenge-unreachable: with %s the CA gets the file", async (_, lines) => {
  const { rules, ...answer } = await asked(lines, token);
  expect(rules).not.toContain("nginx/challenge-unreachable");
  expect(answer).toEqual({ status: 200, body: "proof" });
});

it.each([
  ["$scheme = http", 301],
  ["$scheme != https", 301],
  ['$https = ""', 301],
  ["$http_x_forwarded_proto = http", 204],
])("nginx/redirect-loop-behind-proxy: of a visitor who came by https, if (%s), %i", async (test, status) => {
  const lines = [
    "set_real_ip_from unix:;",
    `if (${test}) { return 301 https://$host$request_uri; }`,
    "location / { return 204; }",
  ];
  const { rules, ...answer } = await asked(lines, "/", { "x-forwarded-proto": "https" });
  expect(rules.includes("nginx/redirect-loop-behind-proxy")).toBe(status === 301);
  expect(answer.status).toBe(status);
});
