import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Built, buildAction, TestJob } from "../action/built.ts";
import { bootHost, type Host } from "./lib/host.ts";
import { makeShop, type Shop } from "./lib/shop.ts";

let built: Built;
let host: Host;
let shop: Shop;
let job: TestJob;
beforeAll(async () => {
  [built, host, shop] = await Promise.all([buildAction(), bootHost(), makeShop()]);
  job = new TestJob(built);
  const config = readFileSync(`${shop.root}/flask-deploy.yml`, "utf8");
  shop.write(
    "flask-deploy.yml",
    `${config.replace(/^deploy:[\s\S]*?(?=^\S|$(?![\s\S]))/m, "")}deploy:\n  setup: auto\n`,
  );
  shop.commit("Set up by itself");
  await host.must(`
    useradd --create-home --shell /bin/bash admin
    useradd --create-home --shell /bin/bash nobody-special
    for user in admin nobody-special; do
      install -d -o $user -m 0700 /home/$user/.ssh
      install -o $user -m 0600 /root/.ssh/authorized_keys /home/$user/.ssh/authorized_keys
    done
    echo 'admin ALL=(ALL) NOPASSWD: ALL' > /etc/sudoers.d/admin
  `);
});
afterAll(async () => {
  job?.remove();
  built?.remove();
  shop?.remove();
  await host?.stop();
});

const push = (user: string) =>
  job.main({
    workspace: shop.root,
    inputs: {
      ...{ host: host.address, user, "ssh-key": readFileSync(host.identityFile, "utf8") },
      "known-hosts": readFileSync(host.knownHostsFile, "utf8"),
    },
  });

describe("the first push to a server that nobody has set up, with `setup: auto`", () => {
  it("says why it cannot, when the login has no sudo", async () => {
    const step = await push("nobody-special");
    expect(step, step.log).toMatchObject({ code: 1, outputs: { status: "failed" } });
    expect(step.log).toMatch(/Setting it up from here failed: nobody-special cannot become root/);
  });

  it("sets it up and deploys, and the second one only deploys", async () => {
    const step = await push("admin");
    expect(step, step.log).toMatchObject({ code: 0, outputs: { status: "deployed" } });
    expect(step.log).toContain(`setting ${host.address} up`);
    expect(await (await fetch(`http://${host.address}/`)).text()).toBe("one");
    const second = await push("admin");
    expect(second, second.log).toMatchObject({ code: 0, outputs: { status: "unchanged" } });
    expect(second.log).not.toContain("setting");
  });
});
