import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openSite, type Site } from "./lib/site.ts";

/** The emperor looks at its folder once a second, and is itself a process of some release. */
describe("under the emperor", () => {
  let site: Site;
  const helper = "/usr/local/lib/flask-deploy/shop";

  beforeAll(async () => {
    site = await openSite({ processManager: "emperor" });
    site.settings("drain: 1\nkeep_releases: 2");
    expect(await site.deploy()).toMatchObject({ status: "deployed" });
  }, 60_000);
  afterAll(() => site?.close());

  it("a release that is stopped and started again at once serves", { timeout: 60_000 }, async () => {
    site.settings("drain: 60\nkeep_releases: 2");
    site.change("two");
    const done = await site.deploy();
    expect(done).toMatchObject({ status: "deployed" });
    await site.host.must([helper, "stop", done.previousRelease]);
    expect(await site.rollback()).toMatchObject({ status: "rolled-back", cause: undefined });
    expect(await site.page()).not.toContain("two");
  });

  it("the release that the emperor was started from may go, and nobody notices", { timeout: 90_000 }, async () => {
    site.settings("drain: 1\nkeep_releases: 2");
    const emperor = () => site.host.must("systemctl show -P MainPID shop-emperor.service");
    const before = await emperor();
    const leave = await site.visit();
    for (const text of ["three", "four", "five"]) {
      site.change(text);
      expect(await site.deploy()).toMatchObject({ status: "deployed", cause: undefined });
    }
    // It would end when it next looks at its folder.
    await new Promise((resolve) => setTimeout(resolve, 3000));
    expect(await emperor()).toBe(before);
    expect(await leave()).toMatchObject({ failed: [] });
  });
});
