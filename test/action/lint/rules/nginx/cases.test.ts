import { describe, expect, it } from "vitest";
import { lint } from "../../../../../action/lint/engine.ts";
import { found } from "../planted.ts";

const server = (...lines: string[]) => `server {\n    listen 80;\n${lines.map((line) => `    ${line}\n`).join("")}}\n`;
const http = (site: string) => `events {}\nhttp {\n${site}}\n`;
const nginx = (text: string) => found({ "deploy/nginx.conf": text }, /^nginx\//);
const host = "proxy_set_header Host $host;";

describe("nginx says", () => {
  it.each<[string, string, string]>([
    ["nginx/upstream-bad-socket-url 3", server(`location / { ${host} proxy_pass http:/localhost:8000; }`), "one slash"],
    ["nginx/upstream-bad-socket-url 3", server(`location / { ${host} proxy_pass http:localhost:8000; }`), "no slash"],
    ["nginx/proxy-pass-uri-strip 3", server(`location /api { ${host} proxy_pass http://localhost:8000/; }`), "two"],
    [
      "nginx/ssl-cert-missing-key 1",
      server("listen 443 ssl;", "#ssl_certificate /etc/a.pem;", "return 204;"),
      "a comment",
    ],
    ["nginx/no-mime-types 2", http(server("location /static/ { alias /srv/static/; }")), "no types at all"],
  ])("%s of %j (%s)", (rule, text) => {
    expect(nginx(text)).toContain(rule);
  });
});

describe("nginx is silent about", () => {
  it.each<[string, string]>([
    [
      "a mime.types of the server's own",
      http(server("include mime.types;", "location /static/ { alias /srv/static/; }")),
    ],
    ["a mime.types of the one location", http(server("location /static/ { include mime.types; alias /srv/static/; }"))],
    ["stub_status with the argument of old", server("location /status { stub_status on; }")],
    [
      "a root whose location takes its path off again",
      server("location /a/static/ { root /srv/a/static; rewrite ^/a/static(/.*)$ $1 break; }"),
    ],
    ["a whole URL", server(`location / { ${host} proxy_pass http://localhost:8000/x; }`)],
  ])("%s", (_, text) => {
    expect(nginx(text)).toEqual([]);
  });

  it("a key that stands in the line that a torn comment has swallowed", () => {
    const torn = `server {\n    listen 443 ssl;\n    ssl_certificate\n/etc/a.pem; # managed by\nCertbot\n    ssl_certificate_key\n/etc/b.pem;\n    return 204;\n}\n`;
    expect(nginx(torn)).toEqual(["nginx/unknown-directive 5"]);
  });
});

it("takes a home that a container's image makes for no home", () => {
  const files = {
    "deploy/nginx.conf": server("location /static/ { alias /home/docker/static/; }"),
    Dockerfile: "FROM python\nCOPY . /home/docker/\n",
  };
  expect(found(files, /^nginx/)).toEqual([]);
});

it("leaves what Python fills in alone", () => {
  const template = "%(caching)smap $http_x_forwarded_proto $x_scheme {\n    default $scheme;\n    http http;\n}\n";
  expect(nginx(template + server("%(static)slisten %(port)s;", "server_name %(host)s;", "return 204;"))).toEqual([]);
});

it.each([
  ["Dockerfile", "FROM nginx\nCOPY ./deploy/nginx.conf /etc/nginx/nginx.conf\n"],
  ["compose.yml", "services:\n  web:\n    volumes:\n      - ./deploy/nginx.conf:/etc/nginx/nginx.conf:ro\n"],
  ["install.sh", "#!/bin/sh\nsudo cp deploy/nginx.conf /etc/nginx/nginx.conf\n"],
  ["Dockerfile", "FROM nginx\nCOPY deploy/nginx.conf /etc/nginx/conf.d/default.conf\n"],
] as const)("nginx/wrong-context: a site alone in the place of the whole nginx.conf, by %s: %j", (path, text) => {
  const files = { "deploy/nginx.conf": server("return 204;"), [path]: text };
  const whole = text.includes("/etc/nginx/nginx.conf");
  expect(found(files, /wrong-context/)).toEqual(whole ? ["nginx/wrong-context 1"] : []);
});

it("reads a snippet of one directive over several lines", () => {
  const snippet = "more_set_headers -t 'text/html text/plain'\n    'X-A: b\n        c'\n    'X-D: e\n        f';\n";
  expect(found({ "nginx/headers.conf": snippet }, /^nginx/)).toEqual(["nginx/header-with-line-break 2"]);
});

it("takes no program for a configuration", () => {
  const perl = "#!/usr/bin/perl\nuse strict;\nuse warnings;\nif ($a) { print; }\nmap { print; } @b;\n";
  expect(found({ "tools/convert": perl }, /./)).toEqual([]);
});

it("nginx/placeholder-value: your.domain is one, and a domain with such a word in it is none", () => {
  expect(nginx(server("server_name your.domain;"))).toEqual(["nginx/placeholder-value 3"]);
  expect(nginx(server("server_name yourself.org www.domaine.com;"))).toEqual([]);
});

it("reads a site that is named by its domain", () => {
  const site = server("location / { proxy_pass http://localhost:8000; }");
  expect(found({ "shop.example.com": site }, /^nginx\//)).toEqual(["nginx/proxy-missing-host 3"]);
  expect(found({ "notes.org": "* a list\n** of things\n" }, /./)).toEqual([]);
});

describe("what containers bring", () => {
  const log = "access_log /var/log/nginx/shop.log main;";
  const compose = (image: string) => `services:\n  web:\n    image: ${image}\n`;

  it("defines the format `main` where nginx.org's image runs", () => {
    const site = server("server_name shop.example;", log, "return 204;");
    const files = (image: string) => ({ "conf.d/shop.conf": site, "docker-compose.yml": compose(image) });
    expect(found(files("nginx:1.27"), /log-format/)).toEqual([]);
    expect(found(files("python:3"), /log-format/)).toEqual(["nginx/undefined-log-format 4"]);
  });

  it("is an error only where the whole configuration is here", () => {
    const severity = (content: string) =>
      lint([{ path: "nginx.conf", content }]).findings.find(({ rule }) => rule === "nginx/undefined-log-format")
        ?.severity;
    expect(severity(server(log))).toBe("warning");
    expect(severity(http(server(log)))).toBe("error");
  });

  it("reaches a server of the same container on every address", () => {
    const site = { "deploy/nginx.conf": server(`location / { ${host} proxy_pass http://0.0.0.0:8000; }`) };
    expect(found(site, /any-address/)).toEqual(["nginx/upstream-any-address 3"]);
    expect(found({ ...site, Dockerfile: "FROM python:3\n" }, /any-address/)).toEqual([]);
  });
});

describe("a semicolon that is missing", () => {
  const said = (...lines: string[]) =>
    lint([{ path: "nginx.conf", content: server(...lines) }]).findings.find(({ rule }) => rule === "nginx/syntax")
      ?.message;

  it("loses the next line where nginx takes it for names", () => {
    expect(said("server_name shop.example", "charset utf-8;")).toMatch(/takes `charset`.*does nothing/);
    expect(said("root /srv/shop", "charset utf-8;")).toMatch(/does not start/);
    expect(said("server_name shop.example", "location / { return 204; }")).toMatch(/does not start/);
  });
});
