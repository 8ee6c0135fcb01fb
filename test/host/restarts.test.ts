import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Answers } from "../../action/engine/app/fields.ts";
import { startDeployer } from "./lib/deployer.ts";
import { openSite, type Site } from "./lib/site.ts";
import { load } from "./lib/wrk.ts";

const cases: readonly { name: string; answers: Partial<Answers> }[] = [
  { name: "uWSGI on a unix socket", answers: { stack: "uwsgi" } },
  { name: "gunicorn on a unix socket", answers: { stack: "gunicorn" } },
  { name: "uWSGI over TCP", answers: { socket: "tcp" } },
  { name: "waitress on a unix socket", answers: { server: "waitress" } },
];

describe.each(cases)("an instance of $name", ({ answers }) => {
  let site: Site;
  const on = (command: string) => site.host.must(command);
  beforeAll(async () => {
    site = await openSite(answers);
    site.settings("drain: 1");
    expect(await site.deploy()).toMatchObject({ status: "deployed" });
  });
  afterAll(() => site?.close());

  it("that is killed costs the requests in progress, and no more", async () => {
    const connections = 16;
    const end = load(`http://${site.host.address}/`, connections);
    const kills = 3;
    for (let n = 0; n < kills; n++) {
      await sleep(1000);
      await on("systemctl kill --signal=KILL --kill-whom=all 'shop@*.service'");
    }
    await sleep(1000);
    const seen = await end();
    expect(seen.requests).toBeGreaterThan(1000);
    // Those that a worker had read, and those that it had taken without reading.
    expect(seen.failed, seen.said).toBeLessThanOrEqual(kills * connections);
    expect(await site.page()).toBe("one");
    expect(await on("systemctl --failed --no-legend --plain")).toBe("");
  });

  it("that is killed over and over is started again for as long as it takes", async () => {
    for (let n = 0; n < 8; n++) {
      await on("systemctl kill --signal=KILL --kill-whom=all 'shop@*.service'");
      await sleep(150);
    }
    await expect.poll(() => site.page().catch(String), { timeout: 20_000 }).toBe("one");
  });

  it("that is stopped while it starts ends at once, and leaves nothing behind", async () => {
    site.change("never ready", "import time; time.sleep(300)");
    const deployer = startDeployer(site.request());
    expect(await deployer.reached("start")).toBe(true);
    await expect
      .poll(() => on("systemctl list-units --plain --no-legend --state=activating 'shop@*.service' | wc -l"), {
        timeout: 20_000,
      })
      .toBe("1");
    deployer.child.kill("SIGKILL");
    await deployer.ended;
    await site.idle();
    const left = "systemctl list-units --all --plain --no-legend --state=activating,deactivating,failed 'shop*'";
    await expect.poll(() => on(left), { timeout: 15_000 }).toBe("");
    site.change("in the end");
    expect(await site.deploy()).toMatchObject({ status: "deployed", cause: undefined });
    await expect.poll(() => on("find /run/shop -name '2*.sock' | wc -l"), { timeout: 15_000 }).toBe("1");
    expect(await on("systemctl --failed --no-legend --plain")).toBe("");
  });
});

describe("what a killed deploy left", () => {
  let site: Site;
  const on = (command: string) => site.host.must(command);
  beforeAll(async () => {
    site = await openSite();
    site.settings("drain: 1");
    expect(await site.deploy()).toMatchObject({ status: "deployed" });
  });
  afterAll(() => site?.close());

  it("is collected by the next one: half-removed releases, sockets of releases that are gone, units that failed", async () => {
    await on("runuser -u deploy-shop -- mkdir -p /srv/shop/releases/.trash-20200101T000000Z-0000000/a/b");
    const socket = "/run/shop/20200101T000000Z-0000000.sock";
    await on(`python3 -c 'import socket; socket.socket(socket.AF_UNIX).bind("${socket}")' && test -S ${socket}`);
    const unit = "shop@20200101T000000Z-0000001.service";
    const once = `/run/systemd/system/${unit}.d`;
    await on(`mkdir -p ${once} && printf '[Service]\\nRestart=no\\n' >${once}/once.conf && systemctl daemon-reload`);
    await on(`! systemctl start ${unit} 2>&1`);
    const failed = () => on("systemctl list-units --all --plain --no-legend --state=failed 'shop*' | cut -d ' ' -f 1");
    expect(await failed()).toBe(unit);
    site.change("after the trash");
    expect(await site.deploy()).toMatchObject({ status: "deployed" });
    await site.idle();
    await expect
      .poll(() => on("ls -A /srv/shop/releases /srv/shop/venvs | grep trash || true"), { timeout: 10_000 })
      .toBe("");
    await expect.poll(() => on(`ls ${socket} 2>/dev/null || true`), { timeout: 10_000 }).toBe("");
    await expect.poll(failed, { timeout: 10_000 }).toBe("");
    await on(`rm -r ${once}; systemctl daemon-reload; systemctl stop ${unit.replace(".service", ".socket")}`);
  });

  it("stays where it cannot be removed, and is in nobody's way", async () => {
    const trash = "/srv/shop/releases/.trash-20200101T000000Z-0000001";
    // As another account's: the login may not empty it.
    await on(`mkdir -p ${trash}/kept && touch ${trash}/kept/file && chmod 555 ${trash} ${trash}/kept`);
    const mode = await on("stat -c %a /srv/shop/releases");
    site.change("beside the trash");
    expect(await site.deploy()).toMatchObject({ status: "deployed" });
    await site.idle();
    expect(await on("stat -c %a /srv/shop/releases")).toBe(mode);
    site.change("beside the trash again");
    expect(await site.deploy()).toMatchObject({ status: "deployed", cause: undefined });
    await site.idle();
    await on(`rm -rf ${trash}`);
  });

  it("does not install what the server has already, whatever sudo complains about", async () => {
    const complaint = "sudo: unable to resolve host web: Name or service not known";
    const sudo = "/usr/local/bin/sudo";
    await on(`printf '#!/bin/sh\\necho "${complaint}" >&2\\nexec /usr/bin/sudo "$@"\\n' >${sudo} && chmod 755 ${sudo}`);
    const asked = await site.host.inside(
      "runuser -l deploy-shop -c 'sudo -n /usr/local/lib/flask-deploy/shop version'",
    );
    expect([asked.stdout.trim(), asked.stderr.trim()]).toEqual([expect.stringMatching(/^\d$/), complaint]);
    site.change("with a noisy sudo");
    const result = await site.deploy();
    expect(result).toMatchObject({ status: "deployed", cause: undefined, warnings: [] });
    expect(result.steps.map(({ name }) => name)).not.toContain("config");
    await on(`rm ${sudo}`);
  });
});
