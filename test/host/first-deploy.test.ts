import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { page } from "./lib/shop.ts";
import { openSite, type Site } from "./lib/site.ts";

describe("a first deploy that fails", () => {
  let site: Site;
  beforeAll(async () => {
    site = await openSite();
  });
  afterAll(() => site?.close());

  const bad = (path: string, text: string) => {
    site.shop.write(path, text);
    site.shop.commit("Bad");
  };

  it("leaves nothing behind", async () => {
    site.settings("gate: {timeout: 6}\nsmoke: {contains: shop, timeout: 2}");
    for (const text of ["import nothing_of_this_name\n", page("wrong text")]) {
      bad("app.py", text);
      expect(await site.deploy()).toMatchObject({ status: "failed", previousRelease: "" });
    }
    site.settings("smoke: {contains: shop}");
    site.shop.edit("deploy/nginx.conf", /location \/ \{/, "location / {\n        return 418;");
    bad("app.py", page("shop"));
    expect(await site.deploy()).toMatchObject({ status: "failed", cause: { step: "smoke" } });
    const left =
      "ls -A /srv/shop/releases /srv/shop/venvs /run/shop; readlink /srv/shop/current; systemctl list-units --all --no-legend 'shop@*'";
    expect(await site.host.must(`${left} || true`)).toBe("/run/shop:\n\n/srv/shop/releases:\n\n/srv/shop/venvs:");
    site.shop.reset();
    expect(await site.deploy()).toMatchObject({ status: "deployed" });
  });
});
