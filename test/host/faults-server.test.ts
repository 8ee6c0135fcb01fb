import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startDeployer } from "./lib/deployer.ts";
import { openSite, type Site } from "./lib/site.ts";

let site: Site;
let count = 0;
beforeAll(async () => {
  site = await openSite({}, { disk: "160m", inodes: 12_000 });
  site.settings("drain: 1\nkeep_releases: 2");
  expect(await site.deploy()).toMatchObject({ status: "deployed" });
});
afterAll(() => site?.close());

const fresh = () => {
  count += 1;
  site.change(`page ${count}`);
  return `page ${count}`;
};
const deploys = async () => {
  const page = fresh();
  expect(await site.deploy()).toMatchObject({ status: "deployed", cause: undefined });
  expect(await site.page()).toBe(page);
};

describe("a server that is full", () => {
  it.each([0, 8, 64, 5000])("of disk but for %d kB refuses, serves on, and recovers", async (left) => {
    const before = await site.page();
    site.shop.write("static/big.bin", Buffer.alloc(3 << 20, count));
    fresh();
    const leave = await site.visit();
    await site.host.fillDisk(left);
    const result = await site.deploy();
    await site.host.freeDisk();
    expect(result).toMatchObject({
      status: "failed",
      cause: { kind: "infrastructure", message: expect.stringMatching(/disk is full/) },
    });
    expect(await site.page()).toBe(before);
    expect((await leave()).failed).toEqual([]);
    await deploys();
  });

  it.each([0, 20, 70])("of inodes but for %d refuses, serves on, and recovers", async (left) => {
    const before = await site.page();
    fresh();
    for (let file = 0; file < 100; file++) site.shop.write(`static/many/${count}-${file}.txt`, `${file}`);
    site.shop.commit();
    const leave = await site.visit();
    await site.host.fillInodes(left);
    const result = await site.deploy();
    await site.host.freeDisk();
    expect(result).toMatchObject({
      status: "failed",
      cause: { kind: "infrastructure", message: expect.stringMatching(/inodes/) },
    });
    expect(await site.page()).toBe(before);
    expect((await leave()).failed).toEqual([]);
    await deploys();
  });
});

describe("two deploys at once", () => {
  it("wait for each other", async () => {
    fresh();
    const first = startDeployer(site.request({ hold: { step: "gate", ms: 1500 } }));
    expect(await first.reached("gate")).toBe(true);
    const page = fresh();
    const second = await site.deploy();
    expect(await first.ended).toMatchObject({ status: "deployed" });
    expect(second).toMatchObject({ status: "deployed", previousRelease: (await first.ended)?.release });
    expect(await site.page()).toBe(page);
  });

  it("or the second gives up, and names the first one's run", async () => {
    fresh();
    const first = startDeployer(
      site.request({ runUrl: "https://example.org/runs/7", hold: { step: "gate", ms: 1500 } }),
    );
    expect(await first.reached("gate")).toBe(true);
    expect(await site.deploy({ lockSeconds: 0 })).toMatchObject({
      status: "failed",
      cause: { kind: "locked", message: expect.stringContaining("https://example.org/runs/7") },
    });
    expect(await first.ended).toMatchObject({ status: "deployed" });
  });
});

describe("a former release that cannot start any more", () => {
  it("does not keep the next one from going live after a run that was killed", async () => {
    const former = (await site.host.must("readlink /srv/shop/current")).replace("releases/", "");
    fresh();
    const deployer = startDeployer(site.request({ hold: { step: "smoke", ms: 5000 } }));
    expect(await deployer.reached("smoke")).toBe(true);
    await site.host.inside("pkill -9 -u deploy-shop -f 'python3 -I -S -c'");
    await deployer.ended;
    await site.host.must(`/usr/local/lib/flask-deploy/shop stop ${former}; rm /srv/shop/releases/${former}/.venv`);
    const page = fresh();
    const next = await site.deploy();
    expect(next).toMatchObject({
      status: "deployed",
      cause: undefined,
      warnings: [expect.stringMatching(/left half done/)],
    });
    expect(await site.page()).toBe(page);
    await deploys();
  });
});

describe("commits out of order", () => {
  it("are refused unless forced", async () => {
    const now = Math.floor(Date.now() / 1000);
    site.shop.write("app.py", "x = 1\n");
    site.shop.commit("An older one", now - 5000);
    const result = await site.deploy();
    expect(result).toMatchObject({
      status: "failed",
      cause: { kind: "usage", message: expect.stringMatching(/newer/), next: expect.stringMatching(/rollback/) },
    });
    fresh();
    site.shop.commit("An older one that works", now - 4000);
    expect(await site.deploy()).toMatchObject({ status: "failed" });
    expect(await site.deploy({ force: true })).toMatchObject({ status: "deployed" });
    await deploys();
  });
});

describe("a site of someone else's that is broken already", () => {
  const broken = "/etc/nginx/sites-enabled/other.conf";
  it("does not keep a release from going live", async () => {
    await site.host.must(`echo 'server { nonsense; }' > ${broken}`);
    await deploys();
  });

  it("keeps a changed site file from being installed, and is named", async () => {
    const before = await site.page();
    const text = fresh();
    site.shop.edit("deploy/nginx.conf", /$/, "# a change\n");
    site.shop.commit();
    expect(await site.deploy()).toMatchObject({
      status: "failed",
      cause: { step: "config", kind: "infrastructure", message: expect.stringContaining("other.conf") },
    });
    expect(await site.page()).toBe(before);
    await site.host.must(`rm ${broken}`);
    expect(await site.deploy()).toMatchObject({ status: "deployed" });
    expect(await site.page()).toBe(text);
    expect(await site.host.must("tail -n 1 /etc/nginx/sites-enabled/shop.conf")).toBe("# a change");
  });
});

describe("changed units and site", () => {
  it("are put back when the release is taken back", async () => {
    await site.host.must("sed -i 's/^ALLOW_CONFIG=.*/ALLOW_CONFIG=1/' /usr/local/lib/flask-deploy/shop");
    const files = "/etc/nginx/sites-enabled/shop.conf /etc/systemd/system/shop@.service";
    const before = await site.host.must(`cat ${files}`);
    site.shop.edit("deploy/shop@.service", /$/, "# another unit\n");
    site.shop.edit("deploy/nginx.conf", /location \/ \{/, "location / {\n        return 418;");
    fresh();
    expect(await site.deploy()).toMatchObject({ status: "rolled-back", cause: { step: "smoke" } });
    expect(await site.host.must(`cat ${files}`)).toBe(before);
    site.shop.edit("deploy/nginx.conf", /\n\s*return 418;/, "");
    await deploys();
    expect(await site.host.must("tail -n 1 /etc/systemd/system/shop@.service")).toBe("# another unit");
    const back = await site.rollback();
    expect(back).toMatchObject({ status: "rolled-back", cause: undefined });
    expect(await site.host.must(`cat ${files}`)).toBe(before);
  });

  it("stop the deploy before traffic where the login may not install them", async () => {
    await site.host.must("sed -i 's/^ALLOW_CONFIG=.*/ALLOW_CONFIG=0/' /usr/local/lib/flask-deploy/shop");
    const before = await site.page();
    site.shop.edit("deploy/shop@.service", /$/, "# and another\n");
    fresh();
    expect(await site.deploy()).toMatchObject({
      status: "failed",
      cause: {
        ...{ step: "config", kind: "setup" },
        message: expect.stringMatching(/^deploy\/shop@\.service changed in a way that only root may install/),
        next: expect.stringMatching(/create-flask-deploy setup root@/),
      },
    });
    expect(await site.page()).toBe(before);
  });
});
