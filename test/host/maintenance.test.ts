import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type MaintenanceRequest, maintenance } from "../../action/engine/console/maintenance/maintenance.ts";
import { maintenanceLines } from "../../action/engine/console/maintenance/site.ts";
import { status } from "../../action/engine/console/status/status.ts";
import { prepare } from "./lib/prepared.ts";
import { effects, openSite, type Site } from "./lib/site.ts";

let site: Site;
/** This machine, as the host sees it. */
let here: string;
beforeAll(async () => {
  site = await openSite();
  site.settings(`url: http://${site.host.address}`);
  await site.deploy();
  here = await site.host.must("echo $SSH_CONNECTION | cut -d' ' -f1");
});
afterAll(() => site?.close());

const say = (want: MaintenanceRequest["want"], more: Partial<MaintenanceRequest> = {}) =>
  maintenance({ ...site.request(), want, by: "a test", ...more }, effects());
const get = (path = "/", init: RequestInit = {}) =>
  fetch(`http://${site.host.address}${path}`, { ...init, signal: AbortSignal.timeout(5000) });
/** What curl gets on the host, from one of its own addresses. */
const from = (address: string) =>
  site.host.must(
    `curl -s -o /dev/null -w '%{http_code}' --interface ${address} http://${address.includes(":") ? "[::1]" : "127.0.0.1"}/`,
  );

describe("maintenance", () => {
  it("gives visitors the repository's page with 503 and Retry-After, whatever they ask for and however", async () => {
    expect(await say("status")).toMatchObject({ on: false, answers: 200 });
    expect(await say("on")).toMatchObject({ on: true, changed: true, by: "a test", allow: [], answers: 503 });
    expect((await status(site.request(), effects())).maintenance).toMatchObject({ by: "a test" });
    const page = readFileSync(`${site.shop.root}/deploy/maintenance.html`, "utf8");
    const asked = [
      get(),
      get("/static/style.css"),
      get("/no/such/page?x=1"),
      get("/", { method: "POST", body: "item=1" }),
      get("/", { method: "PUT", body: "x".repeat(100_000) }),
    ];
    for (const answer of await Promise.all(asked)) {
      expect([answer.status, answer.headers.get("retry-after")]).toEqual([503, "300"]);
      expect(answer.headers.get("content-type")).toBe("text/html");
      expect(await answer.text()).toBe(page);
    }
    expect((await get("/maintenance.html")).status).toBe(404);
  });

  it("gives the site to the server itself and to the addresses of the list alone", async () => {
    expect(await from("127.0.0.1")).toBe("200");
    expect(await from("::1")).toBe("200");
    expect(await from("127.0.0.9")).toBe("503");
    expect(await say("on", { allow: [here, "127.0.0.8/31"] })).toMatchObject({ allow: [here, "127.0.0.8/31"] });
    expect(await (await get()).text()).toBe("one");
    expect([await from("127.0.0.8"), await from("127.0.0.9"), await from("127.0.0.10")]).toEqual(["200", "200", "503"]);
    expect(await say("on", { allow: ["127.0.0.9"] })).toMatchObject({ changed: true });
    expect([await from("127.0.0.8"), await from("127.0.0.9"), (await get()).status]).toEqual(["503", "200", 503]);
    expect(await say("on", { allow: ["127.0.0.9"] })).toMatchObject({ changed: false });
  });

  it("lets a deploy and a rollback through, which say what visitors get", async () => {
    site.change("two");
    const result = await site.deploy();
    expect(result).toMatchObject({ status: "deployed", requestsFailed: 0 });
    expect(result.warnings).toEqual([expect.stringContaining("is in maintenance")]);
    expect((await get()).status).toBe(503);
    expect(await site.host.must("curl -s http://127.0.0.1/")).toBe("two");
    expect(await site.rollback()).toMatchObject({ status: "rolled-back", cause: undefined });
    site.change("broken", "raise SystemExit(3)");
    expect(await site.deploy()).toMatchObject({ status: "failed" });
    expect((await get()).status).toBe(503);
    site.change("three");
    expect((await site.deploy()).status).toBe("deployed");
  });

  it("outlives a reboot", async () => {
    await site.host.reboot("pull-plug");
    await site.host.must("timeout 20 sh -c 'until curl -sf http://127.0.0.1/; do sleep 0.2; done'");
    expect((await get()).status).toBe(503);
    expect(await say("status")).toMatchObject({ on: true, allow: ["127.0.0.9"], answers: 503 });
  });

  it("needs no page of its own: a release without one gives nginx's", async () => {
    site.shop.drop("deploy/maintenance.html");
    site.shop.commit("No page");
    expect((await site.deploy()).status).toBe("deployed");
    const answer = await get("/", { method: "POST" });
    expect([answer.status, answer.headers.get("retry-after")]).toEqual([503, "300"]);
  });

  it("tells what it would do, and changes nothing", async () => {
    expect(await say("off", { dryRun: true })).toMatchObject({ on: true, changed: false });
    expect((await get()).status).toBe(503);
  });

  it("ends with nothing left, also when it is ended twice", async () => {
    expect(await say("off")).toMatchObject({ on: false, changed: true, answers: 200 });
    expect(await (await get()).text()).toBe("three");
    expect(await site.host.must("ls /srv/shop/maintenance")).toBe("");
    expect(await say("off")).toMatchObject({ on: false, changed: false });
  });

  it("lets a certificate be renewed, and closes a site that sends everyone to https", async () => {
    await say("on");
    expect((await get("/.well-known/acme-challenge/token")).status).toBe(404);
    await say("off");
    await site.host.must(
      "openssl req -x509 -newkey rsa:2048 -nodes -days 9 -subj /CN=shop -keyout /etc/ssl/shop.key -out /etc/ssl/shop.pem 2>/dev/null",
    );
    const http = "server {\n    listen 80 default_server;\n    return 301 https://$host$request_uri;\n}\nserver {\n";
    const tls =
      "    listen 443 ssl;\n    ssl_certificate /etc/ssl/shop.pem;\n    ssl_certificate_key /etc/ssl/shop.key;\n";
    site.shop.edit("deploy/nginx.conf", /server \{\n(.*\n)*? *listen \[::\].*\n/, http + tls);
    site.shop.commit("TLS");
    // Another port, and a file that only root reads: for setup to approve.
    expect((await site.deploy()).cause).toMatchObject({
      kind: "setup",
      message: expect.stringContaining("listen 443 ssl"),
    });
    await prepare(site.host, site.shop);
    expect((await site.deploy()).status).toBe("deployed");
    expect(await say("status")).toMatchObject({ on: false, answers: 200 });
    expect(await say("on")).toMatchObject({ on: true, answers: 503 });
    const seen = await site.host.must(
      "curl -sk -o /dev/null -w '%{http_code}' --interface 127.0.0.9 https://127.0.0.1/",
    );
    expect(seen).toBe("503");
    site.shop.undo();
    await prepare(site.host, site.shop);
    expect((await site.deploy()).status).toBe("deployed");
    expect(await say("off")).toMatchObject({ on: false, answers: 200 });
  });

  it("is refused, with the lines to add, where the site does not know of it", async () => {
    const lines = maintenanceLines("shop");
    const path = "/etc/nginx/sites-available/shop.conf";
    await site.host.must(`cp ${path} /root/site; sed -i '/maintenance.on)/d' ${path}; systemctl restart nginx`);
    await expect(say("on")).rejects.toMatchObject({
      kind: "setup",
      message: expect.stringContaining("still answers 200"),
      next: expect.stringContaining("setup"),
    });
    expect((await get()).status).toBe(200);
    site.shop.edit("deploy/nginx.conf", /^.*maintenance\/on.*$/m, "");
    await expect(say("on")).rejects.toMatchObject({ next: expect.stringContaining(lines[2] as string) });
    expect(await site.host.must("ls /srv/shop/maintenance")).toBe("");
    await site.host.must(`cp /root/site ${path}; systemctl stop nginx`);
    await expect(say("on")).rejects.toMatchObject({ message: expect.stringContaining("refused") });
    await site.host.must("systemctl start nginx");
  });
});
