import { describe, expect, it } from "vitest";
import { served, servedAt } from "../../../../action/engine/deploy/served.ts";

const current = "/srv/shop/current";
const server = (...lines: readonly string[]) => `server {\n${lines.join("\n")}\n}\n`;

describe("what nginx serves of a release", () => {
  it("is what alias and root name, and of a root with try_files only what that names", () => {
    const text = server(
      "location ^~ /static/ { alias /srv/shop/current/app/static/; }",
      "location = /favicon.ico { alias /srv/shop/current/app/static/favicon.svg; }",
      "location = /maintenance.html { root /srv/shop/current/deploy; try_files /maintenance.html =503; }",
      "location / { root /srv/shop/current/public; try_files $uri @app; }",
      "location /other/ { alias /srv/blog/current/static/; }",
    );
    expect(served(text, current)).toEqual([
      "app/static",
      "app/static/favicon.svg",
      "deploy/maintenance.html",
      "public",
    ]);
    expect(served(text, "/srv/shop/shared")).toEqual([]);
    expect(served(server("location /up/ { alias /srv/shop/shared/uploads/; }"), "/srv/shop/shared")).toEqual([
      "uploads",
    ]);
  });

  it.each([
    ["root /srv/shop/current/public; try_files /a.html $uri =404;", ["public"]],
    ["root /srv/shop/current/public; try_files /a.html //b.html =404;", ["public/a.html", "public/b.html"]],
    ["root /srv/shop/current//public//; try_files / =404;", ["public"]],
    ["alias /srv/shop/current/x/; try_files /a.html =404;", ["x"]],
    ["alias /srv/shop/current/x/$uri;", ["x"]],
    ["alias /srv/shop/currently/x/;", []],
    ["alias;", []],
    ["add_header X /srv/shop/current/x;", []],
    ["root /srv/shop/current; try_files /app.html =404;", ["app.html"]],
  ])("is of %s %j", (lines, paths) => expect(served(server(`location /x/ { ${lines} }`), current)).toEqual(paths));

  it.each([
    ["location /a/ { alias /srv/shop/current/x/; }", [["/a/", "x/"]]],
    ["location /a { alias /srv/shop/current/x/; }", []],
    ["location /a/ { alias /srv/shop/current/x; }", []],
    ["location /a/ { alias /srv/shop/current/$x/; }", []],
    ["location /a/ { alias /srv/blog/current/x/; }", []],
    ["location /a/ { alias; }", []],
    ["location /a/ { proxy_pass http://x; }", []],
    ["location / { root /srv/shop/current/x; }", []],
    ["location /a/ { root; }", []],
    ["location = /a/ { alias /srv/shop/current/x/; }", []],
  ])("leads from %s to %j", (line, found) => expect(servedAt(server(line), current)).toEqual(found));

  it("is never the whole release", () => {
    expect(served(server("root /srv/shop/current;"), current)).toEqual([]);
    expect(served("", current)).toEqual([]);
    expect(served("server { root /srv/shop/current/", current)).toEqual([]);
  });

  it("is found by its URL", () => {
    const text = server(
      "location ^~ /static/ { alias /srv/shop/current/app/static/; }",
      "location /media/ { root /srv/shop/current/files; }",
      "location ~ ^/x/(.*)$ { alias /srv/shop/current/x/$1; }",
      "location = /favicon.ico { alias /srv/shop/current/favicon.ico; }",
    );
    expect(servedAt(text, current)).toEqual([
      ["/static/", "app/static/"],
      ["/media/", "files/media/"],
    ]);
  });
});
