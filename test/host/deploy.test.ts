import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { status } from "../../action/engine/console/status/status.ts";
import { helperProtocol } from "../../action/engine/targets/server/setup/helper.ts";
import { effects, openSite, type Site } from "./lib/site.ts";

describe.each(["uwsgi", "gunicorn"] as const)("a site on %s", (stack) => {
  let site: Site;
  beforeAll(async () => {
    site = await openSite({ stack });
    site.settings("drain: 4");
  });
  afterAll(() => site?.close());
  const on = (command: string) => site.host.must(command);

  it("goes live with the first deploy", async () => {
    const result = await site.deploy();
    expect(result).toMatchObject({ status: "deployed", previousRelease: "", cause: undefined, warnings: [] });
    expect(await site.page()).toBe("one");
    expect(result.release).toMatch(/^\d{8}T\d{6}Z-[0-9a-f]{7}$/);
    expect(await on("readlink /srv/shop/current")).toBe(`releases/${result.release}`);
  });

  it("sends only what changed, asks twice, and no visitor notices", async () => {
    const before = await site.deploy();
    site.change("two");
    const leave = await site.visit();
    const result = await site.deploy();
    const seen = await leave();
    expect(result).toMatchObject({ status: "deployed", previousRelease: before.release, requestsFailed: 0 });
    expect(result.changed).toEqual({ added: 0, changed: 1, removed: 0 });
    expect(result.bytesSent).toBeLessThan(400);
    expect(result.roundTrips).toBeLessThanOrEqual(2);
    expect(result.requestsSent).toBeGreaterThan(5);
    expect(result.steps.map(({ name }) => name)).toEqual(
      expect.arrayContaining(["files", "lock", "stage", "venv", "start", "gate", "switch", "smoke", "drain"]),
    );
    expect(seen.failed).toEqual([]);
    expect(seen.texts).toMatchObject({ one: expect.any(Number), two: expect.any(Number) });
  });

  it("is left alone when the same commit comes twice", async () => {
    const result = await site.deploy();
    expect(result).toMatchObject({ status: "unchanged", bytesSent: 0, roundTrips: 1, cause: undefined });
    expect(await site.deploy({ force: true })).toMatchObject({ status: "deployed", bytesSent: 0 });
  });

  it("goes back at once while the former instance is warm, and forward again", async () => {
    site.change("three");
    const newest = await site.deploy();
    const leave = await site.visit();
    const back = await site.rollback();
    expect(back).toMatchObject({ status: "rolled-back", release: newest.previousRelease, cause: undefined });
    expect(await site.page()).toBe("two");
    const forth = await site.rollback(newest.release);
    expect(forth).toMatchObject({ status: "rolled-back", release: newest.release, requestsFailed: 0 });
    expect(await site.page()).toBe("three");
    expect((await leave()).failed).toEqual([]);
  });

  it("goes back to a release whose instance has ended", async () => {
    const { releases } = await status(site.request(), effects());
    const former = releases.findLast(({ state }) => state !== "current");
    await on(`/usr/local/lib/flask-deploy/shop stop ${former?.id}`);
    const result = await site.rollback(former?.id);
    expect(result).toMatchObject({ status: "rolled-back", release: former?.id, cause: undefined });
  });

  it("keeps its environment out of sight, and takes it along", async () => {
    const secret = `s3cret "$HOME" \\ 'quoted'`;
    site.shop.write(
      "app.py",
      `${"import os\n"}from flask import Flask\napp = Flask(__name__)\n@app.get("/")\n@app.get("/healthz")\ndef index():\n    return os.environ.get("TOKEN", "none")\n`,
    );
    site.shop.commit();
    expect(await site.deploy({ env: { TOKEN: secret } })).toMatchObject({ status: "deployed" });
    expect(await site.page()).toBe(secret);
    expect(await on("stat -c '%a %U' /etc/flask-deploy/shop.env")).toBe("600 root");
    expect(await on("grep -r s3cret /srv/shop /etc /var/log /tmp --include='*' -l || true")).toBe(
      "/etc/flask-deploy/shop.env",
    );
    expect(await site.deploy({ env: { TOKEN: secret } })).toMatchObject({ status: "unchanged" });
    expect(await site.deploy({ env: { TOKEN: "another" } })).toMatchObject({ status: "deployed" });
    expect(await site.page()).toBe("another");
  });

  it("keeps as many releases as told, and the environments they use", async () => {
    site.settings("keep_releases: 2\ndrain: 1");
    for (const text of ["four", "five", "six"]) {
      // A release whose instance still drains is not removed.
      await expect.poll(() => on("ls /run/shop | wc -l"), { timeout: 20_000 }).toBe("2");
      site.change(text);
      expect(await site.deploy()).toMatchObject({ status: "deployed" });
    }
    await expect.poll(() => on("ls -A /srv/shop/releases | wc -l")).toBe("2");
    expect(await on("ls -A /srv/shop/venvs | wc -l")).toBe("1");
    await expect.poll(() => on("ls /run/shop | wc -l"), { timeout: 10_000 }).toBe("2");
  });

  it("runs its hooks in the release, with its environment, and keeps what is shared", async () => {
    site.settings(`shared: [instance]
hooks:
  build: echo built > built.txt
  release: echo "$RELEASE migrated $TOKEN" >> instance/log
  before_switch: test -e app.py
  after_switch: {run: echo after >> instance/log, timeout: 5}
include: [built.txt]`);
    const result = await site.deploy();
    expect(result).toMatchObject({ status: "deployed", cause: undefined });
    expect(await on("cat /srv/shop/shared/instance/log")).toBe(`${result.release} migrated another\nafter`);
    expect(await on("cat /srv/shop/current/built.txt")).toBe("built");
  });

  it("tells what serves", async () => {
    const seen = await status(site.request(), effects());
    expect(seen).toMatchObject({
      answers: true,
      lockedBy: "",
      helper: Number(helperProtocol),
      python: expect.stringMatching(/^3\./),
    });
    expect(seen.releases.filter(({ state }) => state === "current").map(({ id }) => id)).toEqual([seen.current]);
  });

  it("changes nothing in a dry run", async () => {
    // What the tests above changed last is on the server first.
    site.change("really");
    expect(await site.deploy()).toMatchObject({ status: "deployed" });
    site.change("not really");
    const before = await on("ls -A /srv/shop/releases; cat /srv/shop/deploys/journal.jsonl");
    expect(await site.deploy({ dryRun: true })).toMatchObject({ status: "unchanged", changed: { changed: 1 } });
    expect(await on("ls -A /srv/shop/releases; cat /srv/shop/deploys/journal.jsonl")).toBe(before);
  });

  it("comes back after a reboot, and can be deployed to at once", async () => {
    const page = await site.page();
    await site.host.reboot();
    await expect.poll(() => site.page().catch(String), { timeout: 10_000 }).toBe(page);
    site.change("after the reboot");
    expect(await site.deploy()).toMatchObject({ status: "deployed" });
    expect(await site.page()).toBe("after the reboot");
  });
});
