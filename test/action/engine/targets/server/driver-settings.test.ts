import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readApp } from "../../../../../action/engine/app/app.ts";
import { driverSettings, listenPort } from "../../../../../action/engine/targets/server/driver-settings.ts";

describe("what the driver is told", () => {
  it("comes from flask-deploy.yml with its defaults", () => {
    const settings = driverSettings(readApp("name: shop\n"), "");
    expect(settings).toMatchObject({
      protocol: "uwsgi",
      unit: "shop@.service",
      health: "/healthz",
      site: { host: "localhost", port: 80 },
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

  it.each([
    ["listen 80;", 80],
    ["listen 443 ssl;\n listen 8080 default_server;", 8080],
    ["listen [::]:8081;\nlisten 8081;", 8081],
    ["listen 127.0.0.1:9000;", 9000],
    ["# listen 81;\nlisten 82;", 82],
    ["", 80],
  ])("asks nginx where %j listens", (text, port) => expect(listenPort(text)).toBe(port));
});
