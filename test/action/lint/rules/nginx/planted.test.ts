import { describe, expect, it } from "vitest";
import { lint } from "../../../../../action/lint/engine.ts";
import { generated, mutated } from "../../generated.ts";
import { type Planted, plant } from "../planted.ts";

const uwsgi = { stack: "uwsgi" } as const;
const gunicorn = { stack: "gunicorn" } as const;
const full = { stack: "gunicorn", nginx: "full" } as const;
const secure = { stack: "gunicorn", domain: "tea-shop.org" } as const;
const behind = { stack: "uwsgi", domain: "tea-shop.org", behind: "10.0.0.0/8" } as const;
const behindWhole = { ...full, domain: "tea-shop.org www.tea-shop.org", behind: "10.0.0.0/8" } as const;
const packaged = { stack: "uwsgi-cluster" } as const;
const nginx = "deploy/nginx.conf";
const staticFiles = /location \^~ \/static\/ \{/;
const root = /location \/ \{/;
const mismatch = /^cross\/socket-path-mismatch$/;
const untold = /listen 80(.*?)proxy_set_header X-Forwarded-Proto[^\n]*\n/s;
const tls = "listen 443 ssl;\n    ssl_certificate /etc/ssl/a.pem;\n    ssl_certificate_key /etc/ssl/a.key;\n    listen";

const withTls = (line: string) => `${tls.replace(/listen$/, `${line}\n    listen`)} 80`;
const stapled = withTls("ssl_stapling on;");
const tried = "root /srv/pub;\n        try_files $$uri /a;\n        ";
/** Another location before the one for everything; what `replace` would take for its own is written twice. */
const before = (location: string) => `${location.replaceAll("$", "$$$$")}\n    location / {`;
const origin = (test: string) => `location /api { if ($http_origin ${test}) { return 403; } return 204; }`;
/** The first server and the pass in it, to an upstream that keeps connections. */
const keepalive = /^( *)server \{([\s\S]*?)http:\/\/unix:\/run\/shop\/current\.sock/m;
const kept = "$1upstream shop { server unix:/run/shop/current.sock; keepalive 8; }\n$1server {$2http://shop";

const mistakes: readonly Planted[] = [
  ["nginx/syntax", uwsgi, nginx, "server_tokens off;", "server_tokens off"],
  ["nginx/syntax", full, nginx, "sendfile on;", "sendfile on"],
  ["nginx/syntax", gunicorn, nginx, /\}\s*$/, ""],
  ["nginx/syntax", uwsgi, nginx, "# From disk", "// From disk"],
  ["nginx/unknown-directive", uwsgi, nginx, "server_tokens", "server_token"],
  ["nginx/unknown-directive", gunicorn, nginx, "proxy_read_timeout", "proxy_read_timout"],
  ["nginx/unknown-directive", full, nginx, "default_type application", "default_typ application"],
  ["nginx/wrong-context", uwsgi, nginx, "server_tokens off;", "upstream a { server 127.0.0.1:1; }", /upstream-unused/],
  [
    "nginx/wrong-context",
    gunicorn,
    nginx,
    "server_tokens off;",
    "proxy_pass http://unix:/run/shop/current.sock;",
    /missing|proxyfix/,
  ],
  ["nginx/wrong-context", full, nginx, "sendfile on;", "location /a { return 204; }"],
  ["nginx/bad-arguments", uwsgi, nginx, "gzip_vary on", "gzip_vary on off"],
  ["nginx/bad-arguments", gunicorn, nginx, "location / {", "location / shop {"],
  ["nginx/bad-arguments", full, nginx, "tcp_nopush on", "tcp_nopush"],
  ["nginx/bad-value", uwsgi, nginx, "gzip on", "gzip yes"],
  ["nginx/bad-value", gunicorn, nginx, "expires 7d", "expires 7days"],
  ["nginx/duplicate-listen", uwsgi, nginx, /listen 80[^;]*;/, "$&\n    listen 0.0.0.0:80;"],
  [
    "nginx/duplicate-listen",
    gunicorn,
    nginx,
    /$/,
    "server {\n    listen 81 default;\n    return 204;\n}\nserver {\n    listen *:81 default_server;\n    server_name b.test;\n    return 204;\n}\n",
  ],
  [
    "nginx/no-events",
    full,
    "other/nginx.conf",
    "",
    "http {\n    server {\n        listen 81;\n        return 204;\n    }\n}\n",
  ],
  [
    "nginx/no-events",
    uwsgi,
    "other/nginx.conf",
    "",
    "user www-data;\nhttp {\n    server {\n        listen 81;\n        return 204;\n    }\n}\n",
  ],
  [
    "nginx/proxy-pass-uri-refused",
    gunicorn,
    nginx,
    root,
    before("location ~ ^/a { proxy_set_header Host $host; proxy_pass http://unix:/run/shop/current.sock:/; }"),
    /missing|set-header|contradicting|proxyfix/,
  ],
  [
    "nginx/proxy-pass-uri-refused",
    full,
    nginx,
    root,
    before("location @a { proxy_set_header Host $host; proxy_pass http://unix:/run/shop/current.sock:/a; }"),
    /missing|set-header|contradicting|proxyfix/,
  ],
  [
    "nginx/redirect-to-itself",
    uwsgi,
    nginx,
    /$/,
    "server {\n    listen 81;\n    listen 80;\n    server_name a.test;\n    return 301 $scheme://$server_name$request_uri;\n}\n",
  ],
  [
    "nginx/redirect-to-itself",
    gunicorn,
    nginx,
    /$/,
    "server {\n    listen 80;\n    server_name a.test;\n    return 301 http://a.test$request_uri;\n}\n",
  ],
  ["nginx/unknown-variable", gunicorn, nginx, "$scheme", "$scheem"],
  ["nginx/unknown-variable", uwsgi, nginx, "gzip on;", "gzip on;\n    add_header X-Path $document_rot;", /set-header/],
  ["nginx/unasked-server-name", uwsgi, nginx, /server_name [^;]*;/, "server_name https://shop.test/;", /cross/],
  [
    "nginx/unasked-server-name",
    gunicorn,
    nginx,
    /server_name [^;]*;/,
    "server_name shop.test, www.shop.test;",
    /cross/,
  ],
  ["nginx/workers-as-root", full, nginx, /user [^;]*;/, "user root;", /./],
  [
    "nginx/workers-as-root",
    full,
    "other/nginx.conf",
    "",
    "user root;\nevents {}\nhttp { server { listen 81; return 204; } }\n",
    /socket-unit/,
  ],
  ["nginx/duplicate-directive", uwsgi, nginx, "gzip on;", "gzip on;\n    gzip on;"],
  ["nginx/duplicate-directive", gunicorn, nginx, "expires 7d;", "expires 7d;\n        expires 8d;"],
  ["nginx/duplicate-location", uwsgi, nginx, root, "location / { return 204; }\n    location / {"],
  ["nginx/duplicate-location", gunicorn, nginx, staticFiles, "location ^~ /static/ { return 204; }\n    $&"],
  [
    "nginx/duplicate-server-name",
    uwsgi,
    nginx,
    /$/,
    "server {\n    listen 80;\n    server_name _;\n    return 204;\n}\n",
  ],
  [
    "nginx/duplicate-server-name",
    full,
    nginx,
    /^ {4}server \{/m,
    "    server { listen 80; server_name _; return 204; }\n    server {",
  ],
  ["nginx/removed-directive", uwsgi, nginx, "server_tokens off;", "ssl on;", /ssl-/],
  ["nginx/removed-directive", gunicorn, nginx, "server_tokens off;", "spdy_headers_comp 1;"],
  ["nginx/placeholder-value", uwsgi, nginx, "server_name _;", "server_name server_domain_or_IP;"],
  ["nginx/placeholder-value", gunicorn, nginx, "server_name _;", "server_name example.com www.example.com;"],
  ["nginx/placeholder-value", full, nginx, "alias /srv/shop/current/static/;", "alias /path/to/static/;"],
  ["nginx/alias-slash-mismatch", uwsgi, nginx, "current/static/;", "current/static;"],
  ["nginx/alias-slash-mismatch", packaged, nginx, "app/static/;", "app/static;"],
  ["nginx/alias-traversal", uwsgi, nginx, "location ^~ /static/ {", "location ^~ /static {"],
  ["nginx/alias-traversal", packaged, nginx, "location ^~ /static/ {", "location /static {"],
  ["nginx/root-repeats-location", uwsgi, nginx, "alias /srv/shop/current/static/;", "root /srv/shop/current/static/;"],
  [
    "nginx/root-repeats-location",
    packaged,
    nginx,
    "alias /srv/shop/current/app/static/;",
    "root /srv/shop/current/app/static;",
  ],
  [
    "nginx/root-is-file",
    uwsgi,
    nginx,
    "alias /srv/shop/current/static/favicon.svg",
    "root /srv/shop/current/static/favicon.svg",
  ],
  [
    "nginx/root-is-file",
    full,
    nginx,
    "alias /srv/shop/current/static/favicon.svg",
    "root /srv/shop/current/static/favicon.ico",
  ],
  ["nginx/alias-in-regex-without-capture", uwsgi, nginx, "location ^~ /static/ {", "location ~ ^/static/ {"],
  ["nginx/alias-in-regex-without-capture", full, nginx, "location ^~ /static/ {", "location ~* \\.(css|js)$ {"],
  ["nginx/try-files-without-root", uwsgi, nginx, root, "location /files/ { try_files $uri =404; }\n    location / {"],
  [
    "nginx/try-files-without-root",
    gunicorn,
    nginx,
    root,
    "location = /a { try_files $uri $uri/ =404; }\n    location / {",
  ],
  ["nginx/try-files-fallback-missing", uwsgi, nginx, "/maintenance.html =503", "/maintenance.html @shop"],
  ["nginx/try-files-fallback-missing", full, nginx, "/maintenance.html =503", "/maintenance.html @app"],
  [
    "nginx/root-exposes-app",
    uwsgi,
    nginx,
    root,
    "location /a/ { alias /srv/shop/current/; try_files $$uri =404; }\n    location / {",
    /static-path/,
  ],
  [
    "nginx/root-exposes-app",
    gunicorn,
    nginx,
    root,
    "location /current { root /srv/shop; }\n    location / {",
    /static-path/,
  ],
  ["nginx/no-mime-types", full, nginx, "include mime.types;", ""],
  ["nginx/no-mime-types", { stack: "uwsgi", nginx: "full" }, nginx, "include mime.types;", "# include mime.types;"],
  [
    "nginx/proxy-directive-with-uwsgi-pass",
    uwsgi,
    nginx,
    "uwsgi_read_timeout",
    "proxy_read_timeout 35s;\n        uwsgi_read_timeout",
  ],
  [
    "nginx/proxy-directive-with-uwsgi-pass",
    packaged,
    nginx,
    "include uwsgi_params;",
    "include uwsgi_params;\n        proxy_set_header Host $host;",
  ],
  ["nginx/uwsgi-params-missing", uwsgi, nginx, /include uwsgi_params;/, ""],
  ["nginx/uwsgi-params-missing", packaged, nginx, "include uwsgi_params;", "uwsgi_param SCRIPT_NAME /a;"],
  ["nginx/include-typo", uwsgi, nginx, "include uwsgi_params", "include uswgi_params"],
  ["nginx/include-typo", full, nginx, "include mime.types", "include mime.type"],
  ["nginx/upstream-undefined", gunicorn, nginx, "http://unix:/run/shop/current.sock", "http://shop_app"],
  ["nginx/upstream-undefined", uwsgi, nginx, "uwsgi_pass unix:/run/shop/current.sock", "uwsgi_pass shop"],
  ["nginx/upstream-bad-socket-url", gunicorn, nginx, "http://unix:", "unix:", mismatch],
  ["nginx/upstream-bad-socket-url", uwsgi, nginx, "uwsgi_pass unix:", "uwsgi_pass http://unix:", mismatch],
  ["nginx/upstream-any-address", { stack: "uwsgi-tcp" }, nginx, "127.0.0.1:4242", "0.0.0.0:4242"],
  ["nginx/upstream-any-address", packaged, nginx, "server 127.0.0.1:8081", "server 0.0.0.0:8081"],
  ["nginx/default-server-name", uwsgi, nginx, "server_name _;", "server_name default_server;"],
  ["nginx/default-server-name", full, nginx, "server_name _;", "server_name default;"],
  ["nginx/connect-timeout", uwsgi, nginx, /connect_timeout \S+;/, "connect_timeout 300s;"],
  ["nginx/connect-timeout", gunicorn, nginx, /connect_timeout \S+;/, "connect_timeout 2m;"],
  ["nginx/keepalive-without-http11", gunicorn, nginx, keepalive, kept],
  ["nginx/keepalive-without-http11", full, nginx, keepalive, kept],
  ["nginx/try-files-with-proxy", uwsgi, nginx, "uwsgi_pass", `${tried}uwsgi_pass`],
  ["nginx/try-files-with-proxy", gunicorn, nginx, "proxy_pass", `${tried}proxy_pass`],
  ["nginx/allow-without-deny", uwsgi, nginx, root, before("location /adm { allow 10.0.0.0/8; return 204; }")],
  ["nginx/allow-without-deny", full, nginx, "server_tokens off;", "server_tokens off;\n    allow 127.0.0.1;"],
  ["nginx/header-injection", uwsgi, nginx, root, before("location /old/ { return 301 https://shop.org$uri; }")],
  ["nginx/header-injection", gunicorn, nginx, root, before("location ~ ^/old/([^/]+) { return 302 /new/$1; }")],
  ["nginx/real-ip-from-anybody", uwsgi, nginx, "server_tokens off;", "set_real_ip_from 0.0.0.0/0;"],
  ["nginx/real-ip-from-anybody", full, nginx, "sendfile on;", "set_real_ip_from ::/0;"],
  ["nginx/header-with-line-break", uwsgi, nginx, "server_tokens off;", 'add_header X-A "b\n c";', /inheritance/],
  ["nginx/header-with-line-break", full, nginx, "server_tokens off;", "add_header X-A 'b\n c';", /inheritance/],
  ["nginx/proxy-to-anywhere", uwsgi, nginx, root, before("location /get { proxy_pass http://$arg_host; }")],
  ["nginx/proxy-to-anywhere", gunicorn, nginx, root, before("location ~ ^/get/(.*) { proxy_pass http://shop$1; }")],
  ["nginx/rewrite-traversal", uwsgi, nginx, root, before("location /m { root /srv/m; rewrite ^/m(.*) /$1 break; }")],
  ["nginx/rewrite-traversal", full, nginx, root, before("location /m { root /srv/m; rewrite ^/m(.+) /$1 break; }")],
  ["nginx/unanchored-origin", uwsgi, nginx, root, before(origin("!~ shop.org"))],
  ["nginx/unanchored-origin", full, nginx, root, before(origin("~ '^https://shop.org$'"))],
  [
    "nginx/stapling",
    uwsgi,
    nginx,
    "listen 80",
    stapled.replace("/etc/ssl/a.pem", "/etc/letsencrypt/live/a/fullchain.pem"),
  ],
  ["nginx/stapling", full, nginx, "listen 80", stapled],
  ["nginx/weak-ciphers", uwsgi, nginx, "listen 80", withTls("ssl_ciphers RC4:HIGH;")],
  ["nginx/weak-ciphers", full, nginx, "listen 80", withTls("ssl_ciphers ALL;")],
  ["nginx/proxy-missing-host", gunicorn, nginx, /proxy_set_header Host.*\n/, ""],
  ["nginx/proxy-missing-host", full, nginx, "proxy_set_header Host $host;", "proxy_set_header X-Host $host;"],
  ["nginx/missing-forwarded-proto", gunicorn, nginx, untold, `${tls} 80$1`, /proxyfix/],
  ["nginx/missing-forwarded-proto", full, nginx, untold, `${tls} 80$1`, /proxyfix/],
  ["nginx/header-typo", gunicorn, nginx, "X-Forwarded-For", "X-Fowarded-For", /proxyfix/],
  ["nginx/header-typo", full, nginx, "X-Forwarded-Proto", "X-Forwared-Proto", /proxyfix/],
  [
    "nginx/set-header-inheritance",
    gunicorn,
    nginx,
    "server_tokens off;",
    "server_tokens off;\n    proxy_set_header X-Real-IP $remote_addr;",
  ],
  [
    "nginx/set-header-inheritance",
    uwsgi,
    nginx,
    "server_tokens off;",
    "server_tokens off;\n    add_header X-Frame-Options DENY;",
  ],
  ["nginx/websocket-upgrade-missing", gunicorn, nginx, "location / {", "location /socket.io {"],
  ["nginx/websocket-upgrade-missing", full, nginx, "location / {", "location /socket.io/ {"],
  ["nginx/socket-in-home", uwsgi, nginx, "unix:/run/shop/current.sock", "unix:/home/ann/shop/current.sock", mismatch],
  ["nginx/socket-in-home", gunicorn, nginx, "unix:/run/shop/current.sock", "unix:/root/shop/current.sock", mismatch],
  ["nginx/files-in-home", uwsgi, nginx, "alias /srv/shop/current/static/;", "alias /home/ann/shop/static/;"],
  ["nginx/files-in-home", gunicorn, nginx, "alias /srv/shop/current/static/favicon.svg", "alias /home/ann/favicon.svg"],
  ["nginx/socket-in-tmp", uwsgi, nginx, "unix:/run/shop/current.sock", "unix:/tmp/shop.sock", mismatch],
  ["nginx/socket-in-tmp", gunicorn, nginx, "unix:/run/shop/current.sock", "unix:/var/tmp/shop.sock", mismatch],
  ["nginx/stapling", secure, nginx, "ssl_session_tickets off;", "$&\n    ssl_stapling on;\n    resolver 127.0.0.53;"],
  ["nginx/redirect-loop-behind-proxy", behind, nginx, "set $from $shop_scheme", "set $$from $$scheme"],
  [
    "nginx/redirect-loop-behind-proxy",
    behindWhole,
    nginx,
    /if \(-f (\S+)\) \{ return 308 (\S+)/,
    "if ($$scheme = http) { return 301 $2",
  ],
  [
    "nginx/challenge-unreachable",
    secure,
    nginx,
    /location \^~ (\/\.well-known)/,
    "location ~ /\\. { deny all; }\n    location $1",
  ],
  [
    "nginx/challenge-unreachable",
    behindWhole,
    nginx,
    "set $from $shop_scheme;",
    "return 301 http://tea-shop.test$$request_uri;",
  ],
  [
    "nginx/hsts-without-https",
    secure,
    nginx,
    /$/,
    'server {\n    listen 80;\n    server_name tea-shop.org;\n    add_header Strict-Transport-Security "max-age=60";\n    return 204;\n}\n',
    /duplicate-server-name/,
  ],
  [
    "nginx/hsts-without-https",
    { ...secure, stack: "uwsgi" },
    nginx,
    /server \{[\s\S]*?server_name ([^;]*);/,
    'server {\n    listen 80;\n    server_name $1;\n    location / { add_header Strict-Transport-Security "max-age=60"; return 308 https://$1/; }\n}\n$&',
    /duplicate-server-name/,
  ],
  ["nginx/weak-tls", uwsgi, nginx, "server_tokens off;", "ssl_protocols TLSv1 TLSv1.2;"],
  ["nginx/weak-tls", full, nginx, "sendfile on;", "ssl_protocols TLSv1.1 TLSv1.3;"],
  ["nginx/ssl-listen-without-ssl", uwsgi, nginx, /listen 80/, tls.replace("443 ssl", "443")],
  ["nginx/ssl-listen-without-ssl", gunicorn, nginx, /listen 80/, tls.replace("443 ssl", "443")],
  ["nginx/ssl-cert-missing-key", uwsgi, nginx, /listen 80/, tls.replace(/ssl_certificate_key.*\n/, "")],
  ["nginx/ssl-cert-missing-key", gunicorn, nginx, /listen 80/, tls.replace(/ssl_certificate .*\n/, "")],
  ["nginx/undefined-log-format", uwsgi, nginx, "shop.access.log;", "shop.access.log main;"],
  ["nginx/undefined-log-format", full, nginx, "shop.access.log;", "shop.access.log timed;"],
  ["nginx/undefined-zone", uwsgi, nginx, root, "location / {\n        limit_req zone=one burst=5;"],
  ["nginx/undefined-zone", gunicorn, nginx, root, "location / {\n        limit_conn addr 5;"],
  ["nginx/favicon-typo", uwsgi, nginx, "/favicon.ico", "/favico.ico"],
  ["nginx/favicon-typo", full, nginx, "/favicon.ico", "/faviconn.ico"],
  ["nginx/location-without-slash", uwsgi, nginx, "^~ /static/", "^~ static/"],
  ["nginx/location-without-slash", gunicorn, nginx, root, "location about { return 204; }\n    location / {"],
];

describe("a generated repository gives", () => plant(mistakes));

it.each([uwsgi, gunicorn])("nginx/deprecated-parameter in %j, once nginx is new enough", async (answers) => {
  const clean = await generated(answers);
  const files = mutated(clean, nginx, /listen 80/, tls.replace("443 ssl", "443 ssl http2"));
  const found = (nginxVersion: string) =>
    lint(
      Object.entries(files).map(([path, content]) => ({ path, content })),
      { nginxVersion, paths: Object.keys(files) },
    ).findings.filter((f) => f.rule === "nginx/deprecated-parameter");
  expect(found("1.22.1")).toEqual([]);
  expect(found("1.25.1").map((f) => f.at.source.path)).toEqual([nginx]);
});
