import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { deploy } from "../../action/engine/deploy/deploy.ts";
import { startDeployer } from "./lib/deployer.ts";
import { effects, openSite, type Site } from "./lib/site.ts";

const quick = "drain: 1\nsmoke: {timeout: 2}";

describe("what is live, and the way back", () => {
  let site: Site;
  beforeAll(async () => {
    site = await openSite();
    site.settings(quick);
    expect(await site.deploy()).toMatchObject({ status: "deployed" });
  });
  afterAll(() => site?.close());
  const on = (command: string) => site.host.must(command);
  const deployed = async (text: string) => {
    site.change(text);
    const result = await site.deploy();
    expect(result).toMatchObject({ status: "deployed", cause: undefined });
    return result.release;
  };

  it("goes back past a release that somebody left by a rollback", async () => {
    const good = await deployed("A");
    await deployed("B");
    expect(await site.rollback()).toMatchObject({ status: "rolled-back", release: good });
    await deployed("C");
    expect(await site.rollback()).toMatchObject({ status: "rolled-back", release: good });
    expect(await site.page()).toBe("A");
  });

  it("leaves a database as it is: hooks.release runs again only when asked", async () => {
    site.settings(`${quick}\nshared: [instance]\nhooks: {release: 'echo "$RELEASE" >> instance/migrations'}`);
    const first = await deployed("before the migration");
    const second = await deployed("after the migration");
    const ran = () => on("cat /srv/shop/shared/instance/migrations");
    expect(await ran()).toBe(`${first}\n${second}`);
    expect(await site.rollback(first)).toMatchObject({ status: "rolled-back", release: first });
    expect(await ran()).toBe(`${first}\n${second}`);
    expect(await site.rollback(second, { hooks: true })).toMatchObject({ status: "rolled-back", release: second });
    expect(await ran()).toBe(`${first}\n${second}\n${second}`);
    site.settings(quick);
  });

  it("says of a rollback that fails what happened now, nothing of the run before", async () => {
    const line = "print('DIED-BEFORE', flush=True)";
    site.change("noisy", line);
    const noisy = await site.deploy();
    await deployed("quiet");
    await on(
      `! systemctl stop shop@${noisy.release}.service; truncate -s 0 /srv/shop/releases/${noisy.release}/wsgi.py`,
    );
    const result = await site.rollback(noisy.release);
    expect(result).toMatchObject({ status: "failed", cause: { kind: "app" } });
    const { cause } = result;
    expect([cause?.message, cause?.next, cause?.traceback, ...(cause?.journal ?? [])].join("\n")).not.toMatch(
      /DIED-BEFORE/,
    );
    expect(cause?.journal.length).toBeGreaterThan(0);
    expect(await site.page()).toBe("quiet");
  });

  it("keeps the files under /static/ that open pages still ask for", async () => {
    site.shop.write("static/app.1111.js", "one");
    await deployed("with the first script");
    const ask = async (path: string) => {
      const answer = await fetch(`http://${site.host.address}${path}`);
      return `${answer.status} ${answer.ok ? await answer.text() : ""}`.trim();
    };
    expect(await ask("/static/app.1111.js")).toBe("200 one");
    site.shop.drop("static/app.1111.js");
    site.shop.write("static/app.2222.js", "two");
    await deployed("with the second script");
    expect(await ask("/static/app.2222.js")).toBe("200 two");
    expect(await ask("/static/app.1111.js")).toBe("200 one");
    expect(await ask("/static/app.3333.js")).toBe("404");
    await site.rollback();
    expect(await ask("/static/app.2222.js")).toBe("200 two");
    // As long as one of the releases is kept that have the file, and no longer.
    site.shop.drop("static/app.2222.js");
    site.shop.write("static/app.3333.js", "three");
    const third = await deployed("with the third script");
    for (const [name, text] of Object.entries({ 1111: "one", 2222: "two", 3333: "three" }))
      expect(await ask(`/static/app.${name}.js`)).toBe(`200 ${text}`);
    await expect.poll(() => on("ls /run/shop | grep -c '^2.*sock$'"), { timeout: 15_000 }).toBe("1");
    site.settings(`${quick}\nkeep_releases: 1`);
    site.shop.drop("static/app.3333.js");
    await deployed("without a script");
    expect(await ask("/static/app.3333.js")).toBe("200 three");
    for (const name of ["1111", "2222"])
      await expect.poll(() => ask(`/static/app.${name}.js`), { timeout: 15_000 }).toBe("404");
    expect(await on("ls -A /srv/shop/releases")).toContain(third);
    site.settings(quick);
  });

  it.each(["no URL at all", "http://nowhere.invalid", "http://192.0.2.1:9"])(
    "is live, with a warning, when the public address is %s",
    async (url) => {
      site.settings(quick);
      site.change(`asked at ${url}`);
      const app = site.shop.app();
      const request = site.request({ app: { ...app, deploy: { ...app.deploy, url } } });
      const result = await deploy(request, effects());
      expect(result).toMatchObject({
        status: "deployed",
        cause: undefined,
        warnings: [expect.stringContaining(url.replace(/^http:..|:9$/g, ""))],
      });
      expect(await site.page()).toBe(`asked at ${url}`);
    },
  );

  it("says unknown, and how to find out, when the answer is lost after the switch", async () => {
    site.change("answer lost");
    const deployer = startDeployer(site.request({ hold: { step: "smoke", ms: 3000, silenceMs: 20_000 } }));
    expect(await deployer.reached("smoke")).toBe(true);
    await on("pkill -9 -u deploy-shop -f sshd");
    const result = await deployer.ended;
    expect(result).toMatchObject({
      status: "unknown",
      release: expect.stringMatching(/^\d{8}T/),
      cause: { kind: "infrastructure", next: expect.stringContaining("status") },
    });
    await site.idle();
  });

  it("is deployed, and says so, when it is cancelled after the switch", async () => {
    site.change("cancelled too late");
    const app = site.shop.app();
    const url = `http://${site.host.address}`;
    const request = site.request({ app: { ...app, deploy: { ...app.deploy, url } } });
    const deployer = startDeployer({ ...request, hold: { step: "smoke", ms: 3000 } });
    expect(await deployer.reached("smoke")).toBe(true);
    deployer.child.kill("SIGTERM");
    const result = await deployer.ended;
    expect(result).toMatchObject({ status: "deployed", release: expect.stringMatching(/^\d{8}T/), warnings: [] });
    expect(result?.cause).toBeUndefined();
    expect(await site.page()).toBe("cancelled too late");
    await site.idle();
  });

  it("gets its traffic when the barrier lets it pass, and none before", async () => {
    const before = await site.page();
    site.change("behind the barrier");
    const refused = await site.deploy({
      barrier: async () => {
        expect(await site.page()).toBe(before);
        return { passed: false, kind: "app", message: "another server's release failed its gate", next: "" };
      },
    });
    expect(refused).toMatchObject({
      status: "failed",
      cause: { step: "gate", message: "another server's release failed its gate" },
    });
    expect(await site.page()).toBe(before);
    expect(await site.deploy({ barrier: async () => ({ passed: true }) })).toMatchObject({ status: "deployed" });
    expect(await site.page()).toContain("behind the barrier");
  });

  it("names a release by the clock of the machine that deploys", async () => {
    site.change("another clock");
    const at = Date.UTC(2031, 4, 6, 7, 8, 9);
    const result = await deploy(site.request(), { ...effects(), clock: () => at });
    expect(result).toMatchObject({ status: "deployed", release: expect.stringMatching(/^20310506T070809Z-/) });
  });
});
