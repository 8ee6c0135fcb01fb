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
