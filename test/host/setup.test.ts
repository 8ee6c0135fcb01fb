import { existsSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runProcess } from "../../action/engine/process/run.ts";
import { helperProtocol } from "../../action/engine/targets/server/setup/helper.ts";
import { file } from "../../action/engine/targets/server/setup/step.ts";
import { bootHost, type Host } from "./lib/host.ts";
import { type Repository, scaffold } from "./lib/repository.ts";

let host: Host;
let shop: Repository;
const setup = (user: string, ...flags: string[]) =>
  shop.cli([
    "setup",
    `${user}@${host.address}`,
    "--identity",
    host.identityFile,
    "--known-hosts",
    host.knownHostsFile,
    ...flags,
  ]);
const snapshot = () =>
  host.must(
    "find / -xdev -newer /root/mark -type f -not -path '/proc/*' -not -path '/sys/*' -not -path '/run/*' -not -path '/var/log/*' | sort; getent passwd; getent group",
  );

beforeAll(async () => {
  [host, shop] = await Promise.all([bootHost({ variant: "bare" }), scaffold()]);
});
afterAll(async () => {
  await host.stop();
  shop.remove();
});

describe("setup of a bare server", () => {
  it("changes nothing in a dry run, and prints every file and command", async () => {
    await host.must("touch /root/mark; sleep 1.1");
    const before = await snapshot();
    const done = await setup("root", "--dry-run");
    expect(done).toMatchObject({ code: 0 });
    for (const part of [
      "apt-get",
      "nginx",
      "useradd",
      "visudo -cqf",
      "ExecStart=/srv/shop",
      "location ^~ /static/",
      "NOPASSWD",
      ".ssh/shop-deploy",
    ])
      expect(done.stdout).toContain(part);
    expect(await snapshot()).toBe(before);
    expect(existsSync(join(shop.root, "../.ssh"))).toBe(false);
  });

  it("makes it ready, keeping the private key to itself", async () => {
    const done = await setup("root");
    expect(done, done.stderr).toMatchObject({ code: 0 });
    const key = join(shop.root, "../.ssh/shop-deploy");
    expect(statSync(key).mode & 0o777).toBe(0o600);
    expect(done.stdout + done.stderr).not.toContain(readFileSync(key, "utf8").split("\n")[1]);
    expect(done.stdout).toContain(readFileSync(host.knownHostsFile, "utf8").trim().split(" ").slice(0, 3).join(" "));

    const as = (user: string, command: string) =>
      runProcess([
        "ssh",
        "-o",
        "BatchMode=yes",
        "-o",
        `UserKnownHostsFile=${host.knownHostsFile}`,
        "-i",
        key,
        `${user}@${host.address}`,
        command,
      ]);
    expect((await as("deploy-shop", "sudo -n /usr/local/lib/flask-deploy/shop version")).stdout).toBe(
      `${helperProtocol}\n`,
    );
    expect((await as("deploy-shop", "sudo -n id")).code).toBe(1);
    expect(
      (
        await as(
          "deploy-shop",
          "mkdir -p /srv/shop/releases/x && stat -c %G /srv/shop/releases/x && rmdir /srv/shop/releases/x",
        )
      ).stdout,
    ).toBe("shop\n");
    expect(
      await host.must("stat -c '%a %U %G' /srv/shop /srv/shop/releases /run/shop /etc/sudoers.d/flask-deploy-shop"),
    ).toBe("755 root root\n2751 deploy-shop shop\n755 root root\n440 root root");
    // Debian's page is gone, and with no release yet nginx has nobody to ask.
    expect(
      await host.must([
        "python3",
        "-c",
        "import urllib.request as r, urllib.error as e\ntry: r.urlopen('http://127.0.0.1/')\nexcept e.HTTPError as x: print(x.code)",
      ]),
    ).toBe("502");
  });

  it("does nothing the second time", async () => {
    const done = await setup("root", "--json");
    expect(JSON.parse(done.stdout)).toMatchObject({ status: "ready", steps: [], deployKey: { created: false } });
  });

  it("does only what is missing", async () => {
    await host.must(
      "rm /etc/nginx/sites-enabled/shop.conf; chmod 644 /usr/local/lib/flask-deploy/shop; usermod -aG shop www-data",
    );
    const done = await setup("root", "--json");
    expect(JSON.parse(done.stdout).steps.map((s: { title: string }) => s.title.split(":")[0])).toEqual([
      "write /usr/local/lib/flask-deploy/shop",
      "take www-data out of the group shop",
      "let nginx serve shop",
    ]);
  });

  it("remembers that deploys may change unit and site files, until told otherwise", async () => {
    await setup("root", "--allow-config");
    expect(JSON.parse((await setup("root", "--json")).stdout)).toMatchObject({ status: "ready" });
    await setup("root", "--no-allow-config");
    expect(await host.must("grep -c \"^ALLOW_CONFIG='0'\" /usr/local/lib/flask-deploy/shop")).toBe("1");
  });

  it("works with a user who has sudo, and says what to do with one who has not", async () => {
    await host.must(
      `useradd -m ops; install -d -m 700 -o ops /home/ops/.ssh; install -m 600 -o ops /root/.ssh/authorized_keys /home/ops/.ssh/`,
    );
    expect(await setup("ops")).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/ops cannot become root[\s\S]*setup root@/),
    });
    await host.must("echo 'ops ALL=(ALL) NOPASSWD: ALL' > /etc/sudoers.d/ops");
    expect(JSON.parse((await setup("ops", "--json")).stdout)).toMatchObject({ status: "ready" });
  });

  it("never puts in place a sudoers file that visudo refuses", async () => {
    const step = file({
      path: "/etc/sudoers.d/flask-deploy-shop",
      content: "deploy ALL=(root\n",
      mode: "0440",
      check: ["visudo", "-cqf", "{}"],
    });
    const before = await host.must("ls /etc/sudoers.d; cat /etc/sudoers.d/flask-deploy-shop");
    expect((await host.ssh(step.script, { stdin: step.stdin ?? "" })).code).not.toBe(0);
    expect(await host.must("ls /etc/sudoers.d; cat /etc/sudoers.d/flask-deploy-shop")).toBe(before);
  });
});

describe("a setup that cannot be", () => {
  it("leaves everything as it was when nginx is broken by someone else", async () => {
    await host.must("echo 'nonsense;' > /etc/nginx/conf.d/theirs.conf; rm /etc/nginx/sites-enabled/shop.conf");
    expect(await setup("root")).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/before anything was changed[\s\S]*theirs.conf/),
    });
    await host.must("rm /etc/nginx/conf.d/theirs.conf");
    expect(await setup("root")).toMatchObject({ code: 0 });
  });

  it("puts the former site back when nginx refuses the new one", async () => {
    const path = join(shop.root, "deploy/nginx.conf");
    const good = readFileSync(path, "utf8");
    writeFileSync(path, "server { listen }\n");
    expect(await setup("root")).toMatchObject({ code: 1, stderr: expect.stringContaining("shop.conf") });
    writeFileSync(path, good);
    await host.must("nginx -t 2>/dev/null");
    expect(JSON.parse((await setup("root", "--json")).stdout)).toMatchObject({ status: "ready" });
  });

  it("asks for a newer Python by name", async () => {
    const path = join(shop.root, "flask-deploy.yml");
    const good = readFileSync(path, "utf8");
    writeFileSync(path, good.replace(/^python:.*$/m, 'python: "3.13"'));
    expect(await setup("root")).toMatchObject({ code: 1, stderr: expect.stringMatching(/python3 is 3\.11.*3\.13/) });
    writeFileSync(path, good);
  });

  it("trusts no server by itself: a fingerprint is as good as a pinned key, anything else an error", async () => {
    const by = (...flags: string[]) =>
      shop.cli(["setup", `root@${host.address}`, "--identity", host.identityFile, "--json", ...flags]);
    expect(await by()).toMatchObject({ code: 1, stdout: expect.stringMatching(/not pinned/) });
    for (const kind of ["ed25519", "rsa"]) {
      const print = (await host.must(`ssh-keygen -lf /etc/ssh/ssh_host_${kind}_key.pub`)).split(" ")[1] as string;
      expect(JSON.parse((await by("--host-key", print)).stdout)).toMatchObject({ status: "ready" });
    }
    expect(await by("--host-key", `SHA256:${"A".repeat(43)}`)).toMatchObject({
      code: 1,
      stdout: expect.stringMatching(/no key of .* has the fingerprint/),
    });
  });

  it("says so when the key is refused", async () => {
    const other = join(shop.root, "../other");
    await runProcess(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", other]);
    expect(await setup("root", "--identity", other)).toMatchObject({ code: 2 });
    const done = await shop.cli([
      "setup",
      `root@${host.address}`,
      "--identity",
      other,
      "--known-hosts",
      host.knownHostsFile,
    ]);
    expect(done).toMatchObject({ code: 1, stderr: expect.stringMatching(/does not accept/) });
  });
});

it("goes on where a killed setup stopped", async () => {
  const fresh = await bootHost({ variant: "ready" });
  const words = [
    "setup",
    `root@${fresh.address}`,
    "--identity",
    fresh.identityFile,
    "--known-hosts",
    fresh.knownHostsFile,
  ];
  // Killed, its ssh too, as soon as it announces its third step; the next run must find its way from there.
  const killedAt: string[] = [];
  for (let run = 1; run <= 30; run++) {
    let steps = 0;
    const started = shop.start(words);
    started.onLine((line) => {
      if (line.startsWith("· ") && ++steps === 3) {
        killedAt.push(line);
        started.kill();
      }
    });
    if ((await started.ended) === 0) break;
  }
  expect(killedAt.length).toBeGreaterThan(3);
  expect(new Set(killedAt).size).toBe(killedAt.length);
  expect(JSON.parse((await shop.cli([...words, "--json"])).stdout)).toMatchObject({ status: "ready" });
  await fresh.stop();
});
