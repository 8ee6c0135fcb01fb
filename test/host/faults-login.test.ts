import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Login } from "../../action/engine/targets/server/login.ts";
import { bootHost } from "./lib/host.ts";
import { openSite, type Site } from "./lib/site.ts";

let site: Site;
const folder = mkdtempSync(join(tmpdir(), "fd-login-"));
const file = (name: string, text: string, mode = 0o600) => {
  writeFileSync(join(folder, name), text, { mode });
  return join(folder, name);
};
const login = (more: Partial<Login>): { login: Login } => ({ login: { ...site.request().login, ...more } });
const publicKey = () => readFileSync(site.host.knownHostsFile, "utf8").trim().split(" ").slice(1).join(" ");

beforeAll(async () => {
  site = await openSite();
  expect(await site.deploy()).toMatchObject({ status: "deployed" });
});
afterAll(async () => {
  await site?.close();
  rmSync(folder, { recursive: true, force: true });
});

const fails = async (more: Partial<Login>, says: RegExp) => {
  site.change(`never ${Math.random()}`);
  const result = await site.deploy(login(more));
  expect(result.status).toBe("failed");
  expect(`${result.cause?.message}\n${result.cause?.next}`).toMatch(says);
  expect(await site.page()).toBe("one");
  return result;
};

describe("a login", () => {
  it("is refused when the host key is not pinned", () =>
    fails({ knownHostsFile: file("none", "") }, /is not pinned[\s\S]*known-hosts/));

  it("is refused when another host key is pinned", () => {
    execFileSync("ssh-keygen", ["-q", "-t", "ed25519", "-N", "", "-f", join(folder, "other")]);
    const other = readFileSync(join(folder, "other.pub"), "utf8");
    return fails({ knownHostsFile: file("changed", `${site.host.address} ${other}`) }, /is not the pinned one/);
  });

  it("is refused when the key is pinned for another port", () =>
    fails({ knownHostsFile: file("port", `[${site.host.address}]:2222 ${publicKey()}\n`) }, /is not pinned/));

  it("says when the private key is missing, damaged, protected, or not the server's", async () => {
    const key = readFileSync(site.host.identityFile, "utf8");
    await fails({ identityFile: join(folder, "nowhere") }, /cannot be used|does not accept/);
    await fails({ identityFile: file("crlf", key.replaceAll("\n", "\r\n")) }, /cannot be used[\s\S]*CRLF/);
    await fails({ identityFile: file("cut", key.slice(0, 200)) }, /cannot be used/);
    await fails({ identityFile: file("open", key, 0o644) }, /cannot be used/);
    execFileSync("ssh-keygen", ["-q", "-t", "ed25519", "-N", "a passphrase", "-f", join(folder, "locked")]);
    await fails({ identityFile: join(folder, "locked") }, /passphrase/);
    await fails({ identityFile: join(folder, "other") }, /does not accept/);
  });

  it("says when nobody listens, or the name does not exist", async () => {
    await fails({ port: 2222 }, /cannot be reached/);
    await fails(
      { host: "nowhere.invalid", knownHostsFile: file("n", `nowhere.invalid ${publicKey()}\n`) },
      /cannot be reached/,
    );
  });

  it("that may not use sudo stops before anything happens, and names the setup", async () => {
    await site.host.must("mv /etc/sudoers.d/flask-deploy-shop /root/");
    const result = await fails({}, /may not run[\s\S]*create-flask-deploy setup/);
    await site.host.must("mv /root/flask-deploy-shop /etc/sudoers.d/");
    expect(result.cause?.kind).toBe("setup");
    site.change("two");
    expect(await site.deploy()).toMatchObject({ status: "deployed" });
  });
});

describe("another login", () => {
  it("may deploy in turn with the usual one", async () => {
    for (const user of ["root", "deploy-shop", "root", "deploy-shop"]) {
      site.change(`by ${user} ${Math.random()}`);
      expect(await site.deploy(login({ user })), user).toMatchObject({ status: "deployed", cause: undefined });
    }
    expect(await site.rollback()).toMatchObject({ status: "rolled-back" });
    expect(await site.page()).toMatch(/^by root/);
  });
});

describe("a server that is not ready", () => {
  it("without Python says so, and names the setup", async () => {
    const bare = await bootHost({ variant: "bare" });
    try {
      const { address, identityFile, knownHostsFile } = bare;
      const result = await site.deploy({ login: { host: address, user: "root", identityFile, knownHostsFile } });
      expect(result).toMatchObject({
        status: "failed",
        cause: { kind: "setup", step: "connect", message: expect.stringMatching(/no python3/) },
      });
      expect(result.cause?.next).toMatch(/create-flask-deploy setup/);
    } finally {
      await bare.stop();
    }
  });

  it("for another app says so", async () => {
    const app = { ...site.shop.app(), name: "another" };
    expect(await site.deploy({ app })).toMatchObject({
      status: "failed",
      cause: { kind: "setup", message: expect.stringMatching(/not set up for another/) },
    });
  });
});
