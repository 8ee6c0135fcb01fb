import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { former, openFormer } from "./lib/former/former.ts";
import { prepare } from "./lib/prepared.ts";
import type { Site } from "./lib/site.ts";
import { load } from "./lib/wrk.ts";

const kinds = Object.keys(former) as (keyof typeof former)[];

/** Owner and mode of everything that setup made; nothing that a release brought, and no sockets. */
const owners =
  "find /srv/shop /usr/local/lib/flask-deploy /etc/sudoers.d /etc/nginx/sites-available -maxdepth 1 -printf '%M %u:%g %p\\n' | sort";
const files =
  "cat /usr/local/lib/flask-deploy/shop /etc/systemd/system/shop*.service /etc/nginx/sites-available/shop.conf | sha256sum";

describe.each(kinds)("a server that 1.0.0 set up, %s", (kind) => {
  let site: Site;
  let before: string[];
  const on = (command: string) => site.host.must(command);
  beforeAll(async () => {
    site = await openFormer(kind);
    site.settings("drain: 1");
    before = [await on(owners), await on(files)];
    expect(await site.page()).toBe("two");
  });
  afterAll(() => site?.close());

  it("is led over by setup while it serves, deployed to, and rolled back to the release from before", async () => {
    const old = (await on("readlink /srv/shop/current")).split("/").at(-1) as string;
    const end = load(`http://${site.host.address}/`, 4, "GET", false);
    await prepare(site.host, site.shop);
    expect(await site.page()).toBe("two");
    expect(await on("stat -c '%U:%G %a' /srv/shop /run/shop")).toBe("root:root 755\nroot:root 755");
    expect((await fetch(`http://${site.host.address}/static/style.css`)).status).toBe(200);
    expect(await on("cat /etc/flask-deploy/shop.env")).toBe("GREETING='kept'");
    expect(await on("ls -A /srv/shop/shared")).toBe("instance");
    expect(await on("cat /srv/shop/shared/instance/data.txt; stat -c %U:%G /srv/shop/shared/instance")).toBe(
      "data\nshop:shop",
    );
    expect((await on("getent group shop")).split(":").at(-1)).not.toMatch(/www-data|deploy/);

    site.change("three");
    expect(await site.deploy()).toMatchObject({ status: "deployed", cause: undefined });
    expect(await site.page()).toBe("three");
    expect(await site.rollback(old)).toMatchObject({ status: "rolled-back", cause: undefined });
    expect(await site.page()).toBe("two");
    site.change("four");
    expect(await site.deploy()).toMatchObject({ status: "deployed", cause: undefined });
    expect(await site.page()).toBe("four");
    const seen = await end();
    expect(seen.failed, seen.said).toBe(0);
    expect(seen.requests).toBeGreaterThan(100);
    await site.idle();
  });

  it("is set up again without a change", async () => {
    const now = [await on(owners), await on(files)];
    await prepare(site.host, site.shop);
    expect([await on(owners), await on(files)]).toEqual(now);
  });

  it("goes back to what it was by the script that setup left", async () => {
    await on("sh /var/lib/flask-deploy/shop.before/back.sh");
    expect([await on(owners), await on(files)]).toEqual(before);
  });
});
