import { expect, it } from "vitest";
import type { Files } from "../../../generated.ts";
import { said } from "../../planted.ts";
import { cert, docker, key, location, server, tls } from "./site.ts";

const from = "set_real_ip_from 10.0.0.0/8;";
const forwarded = "location / { proxy_set_header X-Forwarded-Proto $http_x_forwarded_proto; proxy_pass http://a; }";
const to = "return 301 https://$host$request_uri;";
const redirect = (test: string, ...lines: string[]) => server(from, ...lines, `if (${test}) { ${to} }`);
const challenge = "location /.well-known/acme-challenge/ { root /a; }";
const deny = "location ~ /\\. { deny all; }";
const hsts = "add_header Strict-Transport-Security max-age=60;";
const named = (...lines: string[]) => server("server_name a.test b.test;", ...lines);
const secure = (...lines: string[]) => `server {\nlisten 443 ssl;\nserver_name a.test;\n${lines.join("\n")}\n}\n`;

it.each<[string, string, Files | string, number]>([
  ["redirect-loop-behind-proxy", "the scheme", redirect("$scheme = http"), 1],
  ["redirect-loop-behind-proxy", "no https", redirect('$scheme != "https"'), 1],
  ["redirect-loop-behind-proxy", "$https", redirect('$https = ""'), 1],
  ["redirect-loop-behind-proxy", "$https that is not on", redirect("$https != on"), 1],
  ["redirect-loop-behind-proxy", "the port", redirect("$server_port = 80"), 1],
  ["redirect-loop-behind-proxy", "another port", redirect("$server_port = 8080"), 0],
  ["redirect-loop-behind-proxy", "https", redirect("$scheme = https"), 0],
  ["redirect-loop-behind-proxy", "the visitor's header", redirect("$http_x_forwarded_proto = http"), 0],
  ["redirect-loop-behind-proxy", "both", redirect("$a = http", "set $a $scheme$http_x_forwarded_proto;"), 0],
  ["redirect-loop-behind-proxy", "a file", redirect("-f /a/redirect-$a", "set $a $scheme;"), 1],
  ["redirect-loop-behind-proxy", "a file by another variable", redirect("-f /a/redirect-$a", "set $a $b_scheme;"), 0],
  ["redirect-loop-behind-proxy", "no proxy", server(`if ($scheme = http) { ${to} }`), 0],
  ["redirect-loop-behind-proxy", "the proxy's scheme", server(forwarded, `if ($scheme = http) { ${to} }`), 1],
  [
    "redirect-loop-behind-proxy",
    "the proxy's scheme by a map",
    `map $http_x_forwarded_proto $b { default http; }\n${server(forwarded.replace("$http_x_forwarded_proto", "$b"), `if ($scheme = http) { ${to} }`)}`,
    1,
  ],
  ["redirect-loop-behind-proxy", "TLS of its own", redirect("$scheme = http", "listen 443 ssl;"), 0],
  ["redirect-loop-behind-proxy", "TLS of another server", redirect("$scheme = http") + tls(cert, key), 0],
  [
    "redirect-loop-behind-proxy",
    "TLS of its own, and the proxy's scheme",
    redirect("$scheme = http", "listen 443 ssl;", forwarded),
    1,
  ],
  ["redirect-loop-behind-proxy", "another host", redirect("$scheme = http").replace("$host", "b.test"), 0],
  [
    "redirect-loop-behind-proxy",
    "its own name",
    redirect("$scheme = http", "server_name b.test;").replace("$host", "b.test"),
    1,
  ],
  [
    "redirect-loop-behind-proxy",
    "a rewrite",
    redirect("$scheme = http").replace("return 301", "rewrite ^").replace("_uri", "_uri?"),
    1,
  ],
  ["challenge-unreachable", "a regex", server(challenge, deny), 1],
  ["challenge-unreachable", "a regex before it", server(deny, challenge), 1],
  ["challenge-unreachable", "^~", server(challenge.replace("/", "^~ /"), deny), 0],
  ["challenge-unreachable", "^~ of the folder above", server("location ^~ /.well-known/ { }", challenge, deny), 1],
  [
    "challenge-unreachable",
    "^~ of the folder below",
    server("location /.well-known { }", challenge.replace("/", "^~ /"), deny),
    0,
  ],
  ["challenge-unreachable", "a regex of other paths", server(challenge, "location ~ \\.php$ { deny all; }"), 0],
  ["challenge-unreachable", "a regex that leaves it out", server(challenge, "location ~ /\\.(?!well-known) { }"), 0],
  ["challenge-unreachable", "a regex that is not ours to try", server(challenge, "location ~ (.+)+x { }"), 0],
  ["challenge-unreachable", "a regex that is wrong", server(challenge, "location ~ (/\\. { }"), 0],
  ["challenge-unreachable", "a regex of capitals", server(challenge, "location ~ /WELL|/\\.W { }"), 0],
  ["challenge-unreachable", "a regex of any case", server(challenge, "location ~* /\\.W { }"), 1],
  ["challenge-unreachable", "no challenge", server(deny), 0],
  ["challenge-unreachable", "two regexes", server(deny, "location ~ /.well-known/acme-challenge { }"), 1],
  ["challenge-unreachable", "two regexes in order", server("location ~ /.well-known/acme-challenge { }", deny), 0],
  ["challenge-unreachable", "a return", server(challenge, "return 204;"), 1],
  [
    "challenge-unreachable",
    "a return that leaves it out",
    server(challenge, "if ($uri ~ ^/.well-known/) { break; }", "return 204;"),
    0,
  ],
  [
    "challenge-unreachable",
    "a return that leaves something else out",
    server(challenge, "if ($uri ~ ^/a/) { break; }", "return 204;"),
    1,
  ],
  [
    "challenge-unreachable",
    "a return that leaves it out too late",
    server(challenge, "return 204;", "if ($uri ~ ^/.well-known/) { break; }"),
    1,
  ],
  ["challenge-unreachable", "a return in a location", location("return 204;") + server(challenge), 0],
  ["challenge-unreachable", "a rewrite of all", server(challenge, "rewrite ^(.*)$ http://a.test$1 permanent;"), 1],
  ["challenge-unreachable", "a rewrite of some", server(challenge, "rewrite ^/a(.*)$ http://a.test$1 permanent;"), 0],
  ["challenge-unreachable", "a redirect to nothing", server(challenge, to), 1],
  ["challenge-unreachable", "a redirect to a server that has it", server(challenge, to) + tls(cert, key, challenge), 0],
  ["challenge-unreachable", "a return of both", tls(cert, key, challenge, to), 1],
  ["hsts-without-https", "port 80", server(hsts), 1],
  ["hsts-without-https", "TLS", tls(hsts), 0],
  [
    "hsts-without-https",
    "another port",
    "server {\n    listen 8080;\n    add_header Strict-Transport-Security a;\n}\n",
    0,
  ],
  ["hsts-without-https", "another header", server("add_header X-A b;"), 0],
  ["hsts-without-https", "a variable", server("add_header Strict-Transport-Security $a;"), 0],
  ["hsts-without-https", "all servers", `${hsts}\n${server("return 204;")}`, 0],
  ["hsts-without-https", "a proxy in front", server(hsts, from), 0],
  ["hsts-without-https", "a container", { "nginx.conf": server(hsts), ...docker }, 0],
  ["hsts-without-https", "another server without it", named(hsts) + secure("return 204;"), 1],
  ["hsts-without-https", "another server with it", named(hsts) + secure(hsts), 0],
  [
    "hsts-without-https",
    "another server with it by a variable",
    named(hsts) + secure(hsts.replace("max-age=60", "$a")),
    0,
  ],
  ["hsts-without-https", "another server with it in a location", named(hsts) + secure(`location / { ${hsts} }`), 0],
  ["hsts-without-https", "another server with an include", named(hsts) + secure("include a.conf;"), 0],
])("%s, with %s", (id, _, files, count) =>
  expect(said(`nginx/${id}`, typeof files === "string" ? { "nginx.conf": files } : files)).toHaveLength(count),
);
