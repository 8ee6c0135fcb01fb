import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { runProcess } from "../../../action/engine/process/run.ts";
import { serverOf } from "../../../generators/github/api/server.ts";
import { repositoryOf } from "../../../generators/github/git.ts";
import { knownHostsOf, resolved } from "../../../generators/github/server/known-hosts.ts";
import { temporary } from "../temporary.ts";

describe("where GitHub is", () => {
  it.each([
    [{}, "https://api.github.com", "https://github.com"],
    [
      { GITHUB_API_URL: "https://git.corp.example/api/v3/" },
      "https://git.corp.example/api/v3",
      "https://git.corp.example",
    ],
    [{ GITHUB_SERVER_URL: "https://git.corp.example" }, "https://git.corp.example/api/v3", "https://git.corp.example"],
    [{ GITHUB_API_URL: "https://api.octo.ghe.com" }, "https://api.octo.ghe.com", "https://octo.ghe.com"],
    [{ GITHUB_SERVER_URL: "https://octo.ghe.com" }, "https://api.octo.ghe.com", "https://octo.ghe.com"],
    [{ GITHUB_API_URL: "http://127.0.0.1:1" }, "http://127.0.0.1:1", "http://127.0.0.1:1"],
  ])("%j", (env, apiUrl, webUrl) => expect(serverOf(env)).toEqual({ apiUrl, webUrl }));

  it.each(["http://git.corp.example", "git.corp.example", "https://a:b@git.corp.example"])(
    "is not %s, which would show the token or is no address",
    (url) => expect(() => serverOf({ GITHUB_API_URL: url })).toThrow("https://"),
  );
});

describe("the repository of a remote", () => {
  it.each([
    ["https://github.com/acme/shop.git", "acme/shop"],
    ["https://token@github.com/acme/shop/", "acme/shop"],
    ["git@github.com:acme/shop.js.git", "acme/shop.js"],
    ["ssh://git@github.com/acme/shop", "acme/shop"],
    ["ssh://git@ssh.github.com:443/acme/shop.git", "acme/shop"],
    ["https://gitlab.example/acme/shop.git", undefined],
    ["git@gitlab.example:acme/shop.git", undefined],
    ["/srv/git/shop.git", undefined],
    ["../shop", undefined],
    ["https://github.com/acme", undefined],
  ])("%s is %s", (url, name) => expect(repositoryOf(url, "https://github.com")).toBe(name));
});

describe("the pins of a server", () => {
  const line = `ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAA${"A".repeat(44)}`;

  it("are those that ssh trusts already, also where its file hides the names", async () => {
    const file = join(temporary(), "known_hosts");
    writeFileSync(file, `other.example ${line}\n[shop.example]:2222,10.0.0.1 ${line} a comment\n`);
    execFileSync("ssh-keygen", ["-q", "-H", "-f", file], { stdio: "ignore" });
    const at = { host: "shop.example", port: 2222, pinFiles: [file, "/nowhere/known_hosts"] };
    expect(await knownHostsOf(runProcess, at)).toBe(`[shop.example]:2222 ${line}\n`);
    await expect(knownHostsOf(runProcess, { ...at, port: 22 })).rejects.toThrow("pass --known-hosts");
  });

  it("are looked for under the name that ssh makes of the host", async () => {
    const found = await resolved(runProcess, { host: "shop.example", port: 2222, user: "deploy" });
    expect(found).toMatchObject({ host: "shop.example", port: 2222 });
    expect(found.pinFiles.some((file) => file.endsWith("/known_hosts"))).toBe(true);
  });
});
