import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readApp } from "../../../../../action/engine/app/app.ts";
import { driverSettings, listenPort, readNginx } from "../../../../../action/engine/targets/server/driver-settings.ts";
import { repository } from "../../repository.ts";

describe("what the driver is told", () => {
  it("comes from flask-deploy.yml with its defaults", () => {
    const settings = driverSettings(readApp("name: shop\n"), "");
    expect(settings).toMatchObject({
      protocol: "uwsgi",
      unit: "shop@.service",
      health: "/healthz",
      site: { host: "localhost", port: 80, protocol: "http" },
    });
    expect(settings.smoke).toMatchObject({ path: "/", status: 200, contains: "" });
    expect(settings.hooks).toEqual({});
  });

  it("speaks HTTP to gunicorn, and asks for the site's own name", () => {
    const settings = driverSettings(readApp("name: shop\nserver: gunicorn\ndomain: shop.example.org\n"), "");
    expect(settings).toMatchObject({ protocol: "http", site: { host: "shop.example.org" } });
  });

  it("is what the driver's own types say", () => {
    const types = join(import.meta.dirname, "../../../../../action/engine/targets/server/driver/messages.pyi");
    const [, body = ""] = /^class Settings\(TypedDict\):\n((?: .*\n|\n)+)/m.exec(readFileSync(types, "utf8")) ?? [];
    const names = [...body.matchAll(/^ {4}(\w+):/gm)].map(([, name]) => name);
    expect(names).toEqual(Object.keys(driverSettings(readApp("name: shop\n"), "")));
  });

  it("names hooks as the steps are named", () => {
    const app = readApp(
      "name: shop\ndeploy:\n  hooks:\n    build: npm run build\n    before_switch: {run: ./warm, timeout: 5}\n",
    );
    expect(driverSettings(app, "").hooks).toEqual({ before_switch: { run: "./warm", timeout: 5 } });
  });

  it("has what flask-deploy.yml says, in the bytes of its paths", () => {
    const app = readApp(
      "name: shop\nserver: gunicorn\ndeploy:\n  shared: [instance, bücher]\n  smoke: {contains: hi}\n  prober: {seconds: 3}\n  strategy: in-place\n  hooks: {release: x, after_switch: y}\n",
    );
    const site =
      "server {\n  location /static/ { alias /srv/shop/current/stätic/; }\n  location /up/ { alias /srv/shop/shared/ü/; }\n}\n";
    const bytes = (text: string) => Buffer.from(text).toString("latin1");
    expect(driverSettings(app, site)).toMatchObject({
      ...{ shared: ["instance", bytes("bücher")], web: [bytes("ü")], public: [bytes("stätic")], strategy: "in-place" },
      statics: [["/static/", bytes("stätic/")]],
      smoke: { contains: "hi" },
      hooks: { release: { run: "x", timeout: 300 }, after_switch: { run: "y", timeout: 300 } },
      files: expect.arrayContaining([["deploy/shop@.service", "/etc/systemd/system/shop@.service"]]),
    });
    const seconds = (least?: number) => driverSettings(app, site, least).prober.seconds;
    expect([seconds(), seconds(2), seconds(4)]).toEqual([3, 3, 4]);
  });

  it("reads the site of a repository, where there is one", () => {
    expect(readNginx(repository({ "deploy/nginx.conf": "server {}" }))).toBe("server {}");
    expect(readNginx(repository())).toBe("");
  });

  it.each([
    ["listen 443 quic;\nlisten 81;", 81],
    ["listen unix:/run/x.sock;\nlisten 82;", 82],
    ["  listen   83 default_server;", 83],
    ["listen *:84;", 84],
    ["xlisten 85;\n", 80],
    ["listen 80;", 80],
    ["listen 443 ssl;\n listen 8080 default_server;", 8080],
    ["listen [::]:8081;\nlisten 8081;", 8081],
    ["listen 127.0.0.1:9000;", 9000],
    ["# listen 81;\nlisten 82;", 82],
    ["", 80],
  ])("asks nginx where %j listens", (text, port) => expect(listenPort(text)).toBe(port));

  it.each([
    ["listen 80;\nlisten 443 ssl http2;", 443],
    ["listen 80;\nlisten [::]:8443 ssl;", 8443],
    ["listen 443 quic;\nlisten 444 ssl;", 444],
    ["listen 80;", 443],
  ])("goes the way of visitors by HTTPS where %j listens", (text, port) => {
    const app = readApp("name: shop\ndomain: [shop.example.org, www.shop.example.org]\ntls: letsencrypt\n");
    expect(driverSettings(app, text).site).toEqual({ host: "shop.example.org", port, protocol: "https" });
  });
});
