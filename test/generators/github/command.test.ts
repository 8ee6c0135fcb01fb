import { generateKeyPairSync } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { githubCommand } from "../../../generators/github/command.ts";
import { open } from "../../../generators/github/seal.ts";
import { type Answer, type Asked, GitHubStandIn } from "../../api/stand-in.ts";
import { captured } from "../captured.ts";
import { temporary } from "../temporary.ts";

const jwk = generateKeyPairSync("x25519").privateKey.export({ format: "jwk" });
const pair = { publicKey: Buffer.from(jwk.x ?? "", "base64url"), privateKey: Buffer.from(jwk.d ?? "", "base64url") };
const key = "-----BEGIN OPENSSH PRIVATE KEY-----\nhunter2\n";
const hosts = "shop.example ssh-ed25519 AAAAC3Nz\n";

let api: GitHubStandIn;
let there: { repository: boolean; archived: boolean; environment: boolean };
let secrets: Record<string, string>;
let variables: Record<string, string>;
beforeEach(async () => {
  api = await GitHubStandIn.open();
  there = { repository: false, archived: false, environment: false };
  secrets = {};
  variables = {};
  api.mood = usual;
});
afterEach(() => {
  api.close();
  expect(api.refused).toEqual([]);
});

/** GitHub as far as this command sees it. */
function usual({ method, operation, path, body }: Asked): Answer {
  const what = `${method} ${operation.split("/").at(-1)}`;
  if (what === "GET user") return { status: 200, body: { login: "acme" } };
  if (what === "POST repos") there.repository = true;
  if (what === "PUT {environment_name}") there.environment = true;
  if (what === "PUT {secret_name}") secrets[path.secret_name ?? ""] = open(String(body.encrypted_value), pair);
  if (what === "POST variables" || what === "PATCH {name}")
    variables[path.name ?? String(body.name)] = String(body.value);
  if (method !== "GET") return { status: 201, body: {} };
  if (!there.repository || (operation.includes("environment") && !there.environment)) return { status: 404 };
  if (what === "GET public-key") return { status: 200, body: { key_id: "7", key: pair.publicKey.toString("base64") } };
  const named = Object.entries(what === "GET secrets" ? secrets : variables).map(([name, value]) => ({ name, value }));
  return { status: 200, body: { archived: there.archived, secrets: named, variables: named } };
}

function github(args: readonly string[] = [], env: Record<string, string> = { GITHUB_TOKEN: "t0ken" }, stdin = "") {
  const cwd = temporary();
  writeFileSync(join(cwd, "flask-deploy.yml"), "name: shop\ndeploy:\n  host: shop.example\n");
  writeFileSync(join(cwd, "key"), key);
  writeFileSync(join(cwd, "hosts"), hosts);
  const given = { cwd, env: { GITHUB_API_URL: api.url, ...env }, stdin: Readable.from([stdin]) };
  const line = ["--repo", "acme/shop", "--identity", "key", "--known-hosts", "hosts", ...args];
  return captured(githubCommand, line, given);
}
const writes = () => api.asked.filter(({ method }) => method !== "GET").length;

describe("github", () => {
  it("makes the repository and puts secrets and host into its environment, and the second time nothing", async () => {
    expect(await github()).toMatchObject({ code: 0, stdout: "acme/shop has what a deploy needs.\n" });
    expect(secrets).toEqual({ SSH_KEY: key, KNOWN_HOSTS: hosts });
    expect(variables).toEqual({ HOST: "shop.example" });
    const before = writes();
    expect((await github()).stdout).toContain("nothing was missing");
    expect(writes()).toBe(before);
  });

  it("prints every request of a dry run without a secret, and makes none", async () => {
    const { stdout } = await github(["--dry-run"]);
    expect(stdout.match(/^ {4}(POST|PUT) /gm)).toHaveLength(5);
    expect(stdout).not.toContain("hunter2");
    expect(writes()).toBe(0);
  });

  it("goes on where it was cut, whichever request that was", async () => {
    for (let last = 0; last < 5; last++) {
      there = { repository: false, archived: false, environment: false };
      [secrets, variables] = [{}, {}];
      let left = last;
      api.mood = (asked) => (asked.method !== "GET" && left-- <= 0 ? { status: 422 } : usual(asked));
      expect((await github()).code).toBe(1);
      api.mood = usual;
      expect((await github()).code).toBe(0);
      expect([Object.keys(secrets).length, variables.HOST]).toEqual([2, "shop.example"]);
    }
  });

  it("takes the token of stdin before those of the environment", async () => {
    await github(["--token-stdin"], { GITHUB_TOKEN: "b", GH_TOKEN: "c" }, "a\n");
    await github([], { GITHUB_TOKEN: "b", GH_TOKEN: "c" });
    await github([], { GH_TOKEN: "c" });
    expect([...new Set(api.asked.map(({ token }) => token))]).toEqual(["a", "b", "c"]);
  });

  it.each([
    [{ status: 401 }, "does not know the token"],
    [{ status: 403, headers: { "x-accepted-oauth-scopes": "repo" } }, "it needs repo"],
    [{ status: 403, headers: { "x-ratelimit-remaining": "0" } }, "rate limit"],
    [{ status: 429 }, "rate limit"],
  ])("says of %j in one sentence what to do", async (answer, sentence) => {
    api.mood = () => answer;
    const { code, stderr } = await github();
    expect(code).toBe(1);
    expect(stderr).toContain(sentence);
    expect(stderr.trim().split("\n")).toHaveLength(1);
  });

  it("refuses an archived repository, an empty token and a line that lacks something", async () => {
    there = { repository: true, archived: true, environment: false };
    expect((await github()).stderr).toContain("is archived");
    expect((await github([], { GITHUB_TOKEN: "" })).stderr).toContain("GITHUB_TOKEN is empty");
    expect((await captured(githubCommand, [])).stderr).toMatch(/--repo is missing[\s\S]*--known-hosts is missing/);
  });
});
