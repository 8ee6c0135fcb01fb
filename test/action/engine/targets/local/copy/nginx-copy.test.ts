import { describe, expect, it } from "vitest";
import { nginxCopy, nginxNeeds } from "../../../../../../action/engine/targets/local/copy/nginx-copy.ts";
import { throwaway } from "../../../../../../action/engine/targets/local/copy/throwaway.ts";

const place = throwaway({ name: "shop" }, "/tmp/x");

/** The copy with ports from 9000 on, in the order in which the file asks for them. */
function copy(text: string, appPorts: readonly number[] = []) {
  const needs = nginxNeeds(text, "shop", appPorts);
  let port = 9000;
  const listens = new Map(needs.listens.map((listen) => [listen, port++]));
  const upstreams = new Map(needs.upstreams.map((address) => [address, port++]));
  return nginxCopy(text, {
    throwaway: place,
    listens,
    upstreams,
    confFolder: "/opt/nginx",
    http: "proxy_temp_path /t;",
  });
}

describe("the copy of nginx.conf", () => {
  it("has the paths of the throwaway folder, also in quotes and in URLs, and leaves comments and others' paths alone", () => {
    expect(copy('alias "/srv/shop/current/static/"; # /srv/shop\n')).toBe(
      'alias "/tmp/x/srv/shop/current/static/"; # /srv/shop\n',
    );
    expect(copy("proxy_pass http://unix:/run/shop/current.sock;")).toBe(
      "proxy_pass http://unix:/tmp/x/run/shop/current.sock;",
    );
    expect(copy("uwsgi_pass unix:/var/run/shop/current.sock;")).toBe("uwsgi_pass unix:/tmp/x/run/shop/current.sock;");
    for (const other of ["alias /srv/shopping/x;", "alias /home/srv/shop/x;", "alias /srv/shop-2/x;"])
      expect(copy(other)).toBe(other);
  });

  it("listens on one free port of the loopback for each port of the file, the site's first", () => {
    const text = [
      "server { listen 80 default_server; listen [::]:80 default_server; return 301 https://$host$request_uri; }",
      "server { listen 443 ssl http2; listen [::]:443 ssl; listen 443 quic reuseport; server_name a.example;",
      "  ssl_certificate /etc/x.pem; uwsgi_pass unix:/run/shop/current.sock; }",
    ].join("\n");
    expect(nginxNeeds(text, "shop", []).listens).toEqual(["443", "80"]);
    expect(copy(text).replace(/ +/g, " ")).toBe(
      [
        "server { listen 127.0.0.1:9001 default_server; return 301 https://$host$request_uri; }",
        "server { listen 127.0.0.1:9000; server_name a.example localhost 127.0.0.1;",
        " uwsgi_pass unix:/tmp/x/run/shop/current.sock; }",
      ].join("\n"),
    );
  });

  it("keeps default_server when only the address that goes had it, and listens where the file leaves that to nginx", () => {
    expect(copy("server { listen 80; listen [::]:80 default_server; }")).toContain(
      "listen 127.0.0.1:9000 default_server;",
    );
    expect(copy("server { return 204; }")).toBe("server { listen 127.0.0.1:9000; return 204; }");
    expect(copy("server { listen [::]:80; }")).toBe("server { listen 127.0.0.1:9000; }");
  });

  it("goes to the app where it listens here, and nowhere else than before for what is not the app", () => {
    const text =
      "upstream shop { server 127.0.0.1:8080 max_fails=0; server localhost:8081; }\nserver { location /api { proxy_pass http://127.0.0.1:7000; } }";
    expect(copy(text, [8080, 8081])).toBe(
      "upstream shop { server 127.0.0.1:9001 max_fails=0; server 127.0.0.1:9002; }\nserver { listen 127.0.0.1:9000; location /api { proxy_pass http://127.0.0.1:7000; } }",
    );
    expect(nginxNeeds(text, "shop", []).passes).toBe(false);
    expect(nginxNeeds(text, "shop", [8080]).passes).toBe(true);
  });

  it("leaves out of a whole file what only a server's master may say, and other sites, line by line", () => {
    const text = [
      "user www-data;",
      "pid /run/nginx.pid;",
      "error_log /var/log/nginx/error.log warn;",
      "include /etc/nginx/modules-enabled/*.conf;",
      "events {}",
      "http {",
      "  include mime.types;",
      "  include /etc/nginx/conf.d/*.conf;",
      "  include sites-enabled/*;",
      "  access_log syslog:server=unix:/dev/log main;",
      "}",
    ].join("\n");
    expect(nginxNeeds(text, "shop", []).full).toBe(true);
    expect(copy(text).split("\n")).toEqual([
      "",
      "",
      "error_log /tmp/x/var/log/nginx/error.log warn;",
      "include /opt/nginx/modules-enabled/*.conf;",
      "events {}",
      "http { proxy_temp_path /t;",
      "  include /opt/nginx/mime.types;",
      "  ",
      "  ",
      "  access_log /tmp/x/var/log/nginx/syslog main;",
      "}",
    ]);
  });

  it("keeps the number of lines when a directive over several of them goes", () => {
    expect(copy("user\n  www-data\n;\nerror_log stderr;").split("\n")).toHaveLength(4);
  });
});
