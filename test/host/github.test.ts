import { type ChildProcess, execFileSync, spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runProcess } from "../../action/engine/process/run.ts";
import { connect } from "../../action/engine/targets/server/ssh.ts";
import { GitHub } from "../api/github.ts";
import { bootHost, type Host } from "./lib/host.ts";
import { prepare } from "./lib/prepared.ts";
import { makeShop, type Shop } from "./lib/shop.ts";

const cli = join(import.meta.dirname, "../../generators/cli.ts");
const keysFile = "/home/deploy-shop/.ssh/authorized_keys";

let host: Host;
let shop: Shop;
let folder: string;
let github: GitHub;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "fd-github-"));
  [host, shop] = await Promise.all([bootHost(), makeShop()]);
  await anew();
});
afterAll(async () => {
  github?.close();
  await host?.stop();
  shop?.remove();
  rmSync(folder, { recursive: true, force: true });
});

/** A GitHub that knows nothing yet, and a repository that knows no GitHub. */
async function anew(): Promise<void> {
  github?.close();
  github = await GitHub.open();
  github.onPush = (repository, sha) => void github.run(repository, sha);
  spawnSync("git", ["-C", shop.root, "remote", "remove", "origin"]);
}

interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** create-flask-deploy github WORDS. @param onStart is told the process, to kill it at its moment */
async function run(
  words: readonly string[],
  onStart: (kill: () => void, child: ChildProcess) => void = () => {},
  login = "root",
): Promise<Ended> {
  const { identityFile, knownHostsFile, address } = host;
  const way = ["--login", `${login}@${address}`, "-i", identityFile, "--known-hosts", knownHostsFile];
  const env = { ...process.env, HOME: folder, GITHUB_TOKEN: "t0ken", GITHUB_API_URL: github.api.url, NO_COLOR: "1" };
  const child = spawn(process.execPath, [cli, "github", ...words, ...way], {
    ...{ cwd: shop.root, env, detached: true },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const ended: { stdout: string; stderr: string } = { stdout: "", stderr: "" };
  child.stdout.on("data", (data) => (ended.stdout += data));
  child.stderr.on("data", (data) => (ended.stderr += data));
  onStart(() => process.kill(-(child.pid as number), "SIGKILL"), child);
  const code = await new Promise<number | null>((done) => child.once("close", done));
  return { code, ...ended };
}

const first = ["--repo", "acme/shop"];
const marked = async () =>
  (await host.must(["cat", keysFile])).split("\n").filter((line) => line.includes(" flask-deploy 127.0.0.1:"));

/** Whether the key that GitHub holds opens the server. */
async function opens(key: string): Promise<boolean> {
  const identityFile = join(folder, "key");
  writeFileSync(identityFile, key, { mode: 0o600 });
  const { address, knownHostsFile } = host;
  const connection = await connect({
    host: address,
    user: "deploy-shop",
    identityFile,
    knownHostsFile,
    run: runProcess,
  });
  try {
    return (await connection.exec(["true"])).code === 0;
  } catch {
    return false;
  } finally {
    await connection.close();
    rmSync(identityFile);
  }
}
const stored = () => github.repository("acme/shop").environment?.secrets.SSH_KEY ?? "";

/** Kills the command right after GitHub has done what its n-th request asked; false when there were fewer. */
async function killedAfter(n: number, words: readonly string[]): Promise<boolean> {
  let asked = 0;
  let killed = false;
  await run(words, (kill) => {
    github.api.mood = (request) => {
      const answer = github.answer(request);
      if (++asked !== n) return answer;
      kill();
      killed = true;
      return "cut";
    };
  });
  github.api.mood = (request) => github.answer(request);
  return killed;
}

/** Kills it at the n-th line that it says of what it has done; false when there were fewer. */
async function killedAtLine(n: number, words: readonly string[]): Promise<boolean> {
  let lines = 0;
  let killed = false;
  await run(words, (kill, { stderr }) => {
    createInterface({ input: stderr as NodeJS.ReadableStream }).on("line", () => {
      if (++lines !== n) return;
      killed = true;
      kill();
    });
  });
  return killed;
}

describe("github and a real server", () => {
  it("sends whoever has not set the server up to do that first", async () => {
    const { code, stderr } = await run(first);
    expect(code).toBe(1);
    expect(stderr).toMatch(
      /^error: .* (has no account deploy-shop|is not set up for shop): run create-flask-deploy setup root@\S+ first$/m,
    );
    await prepare(host, shop);
  });

  it("gives GitHub a key of its own, which may deploy and no more", async () => {
    await anew();
    const before = await host.must(["cat", keysFile]);
    const { code, stderr, stdout } = await run(first);
    expect(code, stderr).toBe(0);
    expect(stdout).toContain(`Live at http://${host.address}/`);
    const lines = await marked();
    expect(lines).toEqual([
      expect.stringMatching(/^restrict ssh-ed25519 \S+ flask-deploy 127\.0\.0\.1:\d+\/acme\/shop \d{4}-\d\d-\d\d$/),
    ]);
    expect(await host.must(["cat", keysFile])).toContain(before.trim());
    expect(await host.must(["stat", "-c", "%a %U", keysFile])).toBe("600 deploy-shop");
    expect(await opens(stored())).toBe(true);
    expect(github.repository("acme/shop").environment).toMatchObject({
      variables: { HOST: host.address, USER: "deploy-shop" },
      secrets: { KNOWN_HOSTS: readFileSync(host.knownHostsFile, "utf8") },
    });
    expect((await run([])).stdout).toContain("nothing was missing");
    expect(await marked()).toEqual(lines);
  });

  it("shows the private half nowhere: not in what it says, in arguments or in files", async () => {
    await anew();
    const seen = new Set<string>();
    const sampled = spawn("sh", ["-c", "while sleep 0.02; do cat /proc/[0-9]*/cmdline; done"], {
      stdio: ["ignore", "pipe", "ignore"],
    });
    sampled.stdout.on("data", (data) => seen.add(String(data)));
    const { stdout, stderr } = await run([...first, "--json"]).finally(() => sampled.kill());
    const secret = stored().split("\n")[3] ?? "";
    expect(secret).toHaveLength(70);
    expect([stdout, stderr, ...seen].join("\n")).not.toContain(secret);
    const found = execFileSync("sh", ["-c", `grep -rlsF -- "$1" "$2" ${tmpdir()}/fd-* || true`, "sh", secret, folder], {
      encoding: "utf8",
    });
    expect(found).toBe("");
  });

  it("is continued by running it again, after whichever request it was killed", async () => {
    for (let n = 1; ; n++) {
      await anew();
      await host.must(["sed", "-i", "/ flask-deploy 127/d", keysFile]);
      const killed = await killedAfter(n, first);
      const again = await run(first);
      expect(again, `killed after request ${n}`).toMatchObject({ code: 0 });
      expect(await marked(), `killed after request ${n}`).toHaveLength(1);
      expect(await opens(stored()), `killed after request ${n}`).toBe(true);
      expect(github.git.main("acme/shop")).toMatch(/^[0-9a-f]{40}$/);
      if (!killed) return expect(n).toBeGreaterThan(10);
    }
  });

  it("is continued as well when it was killed on the server or in git", async () => {
    for (let n = 1; ; n++) {
      await anew();
      await host.must(["sed", "-i", "/ flask-deploy 127/d", keysFile]);
      const killed = await killedAtLine(n, first);
      expect(await run(first), `killed at line ${n}`).toMatchObject({ code: 0 });
      expect([(await marked()).length, await opens(stored())], `killed at line ${n}`).toEqual([1, true]);
      if (!killed) return expect(n).toBeGreaterThan(7);
    }
  });
});

describe("github rotate-key", () => {
  it("puts a new key in the place of the old one, on the server and at GitHub", async () => {
    const old = stored();
    const { code, stderr } = await run(["rotate-key"]);
    expect(code, stderr).toBe(0);
    expect(stored()).not.toBe(old);
    expect([await opens(stored()), await opens(old), (await marked()).length]).toEqual([true, false, 1]);
    // Keys of others stay.
    expect((await host.must(["cat", keysFile])).split("\n").length).toBeGreaterThan(1);
  });

  it("leaves a key that works wherever it is killed, and goes on from there", async () => {
    for (const how of [killedAfter, killedAtLine])
      for (let n = 1; ; n++) {
        const killed = await how(n, ["rotate-key"]);
        expect(await opens(stored()), `${how.name} ${n}`).toBe(true);
        expect(await run(["rotate-key"]), `${how.name} ${n}`).toMatchObject({ code: 0 });
        expect([await opens(stored()), (await marked()).length], `${how.name} ${n}`).toEqual([true, 1]);
        if (!killed) break;
      }
  });

  it("comes in as the one who deploys, or by sudo, and says of others who may", async () => {
    await host.must(`
      for user in admin guest; do
        useradd --create-home --shell /bin/bash --password '*' $user
        install -d -o $user -m 0700 /home/$user/.ssh
        install -o $user -m 0600 /root/.ssh/authorized_keys /home/$user/.ssh/authorized_keys
      done
      echo 'admin ALL=(ALL) NOPASSWD: ALL' > /etc/sudoers.d/admin
    `);
    for (const login of ["deploy-shop", "admin"]) {
      const { code, stderr } = await run(["rotate-key"], undefined, login);
      expect(code, stderr).toBe(0);
      expect([await opens(stored()), (await marked()).length], login).toEqual([true, 1]);
    }
    const { code, stderr } = await run(["rotate-key"], undefined, "guest");
    expect([code, stderr]).toEqual([1, expect.stringContaining("guest may not become deploy-shop on")]);
    expect((await run(["rotate-key"], undefined, "nobody-here")).stderr).toContain(
      "Pass a login that you have: --login root@",
    );
    expect(await opens(stored())).toBe(true);
  });

  it("replaces nothing when the server does not take the new key", async () => {
    const old = stored();
    await host.must(
      "echo 'AuthorizedKeysFile /etc/ssh/keys-%u' > /etc/ssh/sshd_config.d/elsewhere.conf; install -m 0644 /root/.ssh/authorized_keys /etc/ssh/keys-root; systemctl reload ssh",
    );
    const { code, stderr } = await run(["rotate-key"]);
    await host.must("rm /etc/ssh/sshd_config.d/elsewhere.conf; systemctl reload ssh");
    expect(code).toBe(1);
    expect(stderr).toContain("rejects the new key for deploy");
    expect(stored()).toBe(old);
    // sshd has not read its configuration when systemctl says that it was told.
    await expect.poll(() => opens(old), { timeout: 10_000, interval: 200 }).toBe(true);
  });

  it("has nothing to do where there is no key", async () => {
    await anew();
    expect((await run(["rotate-key", ...first])).stderr).toContain("has no key to replace");
  });
});
