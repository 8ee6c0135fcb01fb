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
    ["nginx/try-files-fallback-missing 4", server("root /srv/a;", "location / { try_files $uri $uri/; }"), "a circle"],
    ["nginx/try-files-fallback-missing 4", server("root /srv/a;", "location / { try_files $uri a.html; }"), "no slash"],
    [
      "nginx/files-in-home 4",
      server("set $at /home/ann/shop;", "location /static/ { alias $at/static/; }"),
      "a home in a variable",
    ],
    ["nginx/no-mime-types 2", http(server("location /static/ { alias /srv/static/; }")), "no types at all"],
  ])("%s of %j (%s)", (rule, text) => {
    expect(nginx(text)).toContain(rule);
  });
});

/** What nginx 1.22 answers with "invalid value", "invalid parameter", "invalid log level" … */
describe("nginx/bad-value finds", () => {
  it.each(
    [
      "client_max_body_size 20MB;",
      "keepalive_timeout 65sec;",
      "send_timeout 5min;",
      "sendfile yes;",
      "ssl_protocols TLSv1.2 TLS1.3;",
      "location / { expires 30days; }",
      "listen 8080 defualt_server;",
      "return nothing;",
      "if ($host == a) { return 403; }",
      "if ($host = a && $uri = b) { return 403; }",
      "add_header A b allways;",
      "set x 1;",
      "rewrite ^/a /b lst;",
      "error_log /var/log/shop.log wran;",
      "location / { proxy_buffers 8 16kb; proxy_read_timeout 90sec; }",
      "gzip_comp_level 10;",
    ].map((line) => [line]),
  )("%s", (line) => {
    expect(nginx(server(line)).filter((one) => one.startsWith("nginx/bad-value"))).toContain("nginx/bad-value 3");
  });

  it("nothing in what nginx takes", () => {
    const right = server(
      "listen 8443 ssl http2 reuseport backlog=512 so_keepalive=30m::10;",
      "listen [::]:8080 ipv6only=on default_server;",
      "keepalive_timeout 1h30m 60;",
      "client_max_body_size 1g;",
      "sendfile ON;",
      "error_log /var/log/shop.log debug_http;",
      'add_header A "b c" always;',
      "set $where here;",
      "location /a { expires modified +1d; return 301 /b; }",
      'location /b { expires -1; return 200 "text"; }',
      "location /c { expires @15h30m; return https://$host/; }",
      "location /d { expires $when; rewrite ^/d /e last; }",
      "if ($request_method !~ ^(GET|HEAD)$) { return 405; }",
      'if ($http_user_agent ~* "a && b") { return 444; }',
    );
    expect(nginx(right).filter((one) => one.startsWith("nginx/bad-value"))).toEqual([]);
  });
});

describe("nginx is silent about", () => {
  it.each<[string, string]>([
    [
      "a mime.types of the server's own",
      http(server("include mime.types;", "location /static/ { alias /srv/static/; }")),
    ],
    ["a mime.types of the one location", http(server("location /static/ { include mime.types; alias /srv/static/; }"))],
    [
      "ports that redirect to each other, and a redirect to another name",
      `${server("return 301 https://$host$request_uri;")}${server("listen 443 ssl;", "ssl_certificate /etc/a.pem;", "ssl_certificate_key /etc/a.key;", "server_name www.a.test;", "return 301 https://a.test$request_uri;")}`,
    ],
    [
      "a default server for each address",
      `${server("listen [::]:80 default_server;", "listen 127.0.0.1:80 quic;", "listen 127.0.0.1:80;", "return 204;").replace("80;", "80 default_server;")}${server("listen 8080 default_server;", "server_name a.test;", "return 204;")}`,
    ],
    [
      "a path that is built of variables",
      server(`location ~ ^/a/(.*)$ { ${host} proxy_pass http://localhost:8000/$1; }`),
    ],
    ["stub_status with the argument of old", server("location /status { stub_status on; }")],
    [
      "a root whose location takes its path off again",
      server("location /a/static/ { root /srv/a/static; rewrite ^/a/static(/.*)$ $1 break; }"),
    ],
    [
      "try_files in places where no file of the app's own can be asked for",
      server(
        "root /srv/shop;",
        "location / { root /srv/shop/public; }",
        "location /data/ { try_files $uri @app; }",
        "location ~ ^/graphs/[a-z]+\\.png$ { try_files $uri @app; }",
        "location @app { include uwsgi_params; uwsgi_pass unix:/srv/shop/shop.sock; }",
      ),
    ],
    [
      "HTTPS behind a proxy that may ask either way, with a challenge and HSTS where they count",
      [
        "map $http_x_forwarded_proto $seen {\n    default $scheme;\n    https https;\n}",
        server(
          "server_name a.test;",
          "location /.well-known/acme-challenge/ { root /var/www/certbot; }",
          "location ~ \\.php$ { return 404; }",
          "location / { return 301 https://$host$request_uri; }",
        ),
        server(
          "listen 443 ssl;",
          "server_name a.test;",
          "ssl_certificate /etc/letsencrypt/live/a.test/fullchain.pem;",
          "ssl_certificate_key /etc/letsencrypt/live/a.test/privkey.pem;",
          'add_header Strict-Transport-Security "max-age=86400" always;',
          "set_real_ip_from 10.0.0.0/8;",
          "if ($seen = http) { return 301 https://a.test$request_uri; }",
          `location / { ${host} proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for; proxy_set_header X-Forwarded-Proto $seen; proxy_pass http://localhost:8000; }`,
        ).replace("listen 80;", "listen 8080;"),
      ].join("\n"),
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
