import { execFileSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { GitHubStandIn } from "../api/stand-in.ts";
import { type Built, buildAction, TestJob } from "./built.ts";
import { newKey } from "./keys.ts";

const hostKey = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIIMwlSm8MR0IMyeZ27zmQQe2bNbhFVs2Z0ylRTnUrmDP";
const brokenSite =
  "server {\n    listen 80;\n    location /static {\n        alias /srv/shop/static/;\n    }\n    serv_name x;\n}\n";

let built: Built;
let job: TestJob;
let workspace: string;
let key: string;

beforeAll(async () => {
  built = await buildAction();
  key = newKey();
});
afterAll(() => built.remove());
beforeEach(() => {
  job = new TestJob(built);
  workspace = mkdtempSync(join(tmpdir(), "fd-workspace-"));
});
afterEach(() => {
  job.remove();
  rmSync(workspace, { recursive: true, force: true });
});

const write = (path: string, text: string) => {
  mkdirSync(join(workspace, path, ".."), { recursive: true });
  writeFileSync(join(workspace, path), text);
};
const git = (...args: string[]) =>
  execFileSync("git", ["-c", "user.name=A", "-c", "user.email=a@example.org", ...args], {
    cwd: workspace,
    encoding: "utf8",
  }).trim();
const commit = () => {
  git("add", "-A");
  git("commit", "-qm", "x");
  return git("rev-parse", "HEAD");
};

describe("the built Action on a pull request", () => {
  it("lints without a server and without a secret, and fails for an error", async () => {
    write("deploy/nginx.conf", brokenSite);
    const step = await job.main({ workspace, event: "pull_request" });
    expect(step.code).toBe(1);
    expect(step.outputs).toMatchObject({ status: "failed", findings: expect.stringMatching(/^[1-9]/) });
    expect(step.annotations).toContainEqual({
      level: "error",
      properties: expect.objectContaining({ file: "deploy/nginx.conf", line: "6", title: "nginx/unknown-directive" }),
      message: expect.stringContaining("serv_name"),
    });
    expect(step.summary).toMatch(/^### ❌ Lint: .*error/);
    const matcher = /^::add-matcher::(.*)$/m.exec(step.log)?.[1] ?? "";
    expect(JSON.parse(readFileSync(matcher, "utf8")).problemMatcher).toHaveLength(1);
    expect(step.state).toEqual({});
  });

  it("passes when there is nothing to say, and when it is told to", async () => {
    expect(await job.main({ workspace, event: "pull_request" })).toMatchObject({
      code: 0,
      outputs: { status: "linted", findings: "0" },
    });
    write("deploy/nginx.conf", brokenSite);
    const step = await job.main({ workspace, event: "pull_request", inputs: { "lint-level": "off" } });
    expect(step.code).toBe(0);
    expect(step.annotations.length).toBeGreaterThan(0);
  });

  it("shows what the pull request changed before anything else", async () => {
    git("init", "-q");
    const many = Array.from({ length: 14 }, (_, i) => `    old_name_${i} x;`).join("\n");
    write(
      "deploy/nginx.conf",
      `server {\n    listen 80;\n    server_name example.org;\n    root /srv/www;\n${many}\n}\n`,
    );
    const base = commit();
    write(
      "deploy/nginx.conf",
      `server {\n    listen 80;\n    server_name example.org;\n    root /srv/www;\n${many}\n    new_name x;\n}\n`,
    );
    commit();
    const payload = { pull_request: { base: { sha: base } } };
    const step = await job.main({ workspace, event: "pull_request", payload });
    const errors = step.annotations.filter(({ level, properties }) => level === "error" && properties.file);
    expect(errors.length).toBeLessThanOrEqual(10);
    expect(errors[0]?.message).toContain("new_name");
    expect(step.summary.indexOf("`new_name`")).toBeLessThan(step.summary.indexOf("`old_name_0`"));
    expect(step.summary).toContain("`old_name_13`");
  });
});

describe("the built Action on a pull request that it may speak on", () => {
  it("says everything in a check run and a comment, and nothing twice", async () => {
    const api = await GitHubStandIn.open();
    try {
      write("deploy/nginx.conf", brokenSite);
      const payload = { pull_request: { number: 7, base: { sha: "a".repeat(40) }, head: { sha: "b".repeat(40) } } };
      const env = { GITHUB_API_URL: api.url };
      const inputs = { "github-token": "ghs_0123456789" };
      const step = await job.main({ workspace, event: "pull_request", payload, env, inputs });
      expect(api.refused).toEqual([]);
      expect(step.code).toBe(1);
      expect(api.made("/repos/acme/shop/check-runs")).toMatchObject([
        { conclusion: "failure", head_sha: "b".repeat(40) },
      ]);
      expect(api.made("/repos/acme/shop/issues/7/comments")).toMatchObject([
        { body: expect.stringContaining("serv_name") },
      ]);
      expect(step.annotations.filter(({ properties }) => properties.file)).toEqual([]);
      expect(step.masks).toContain("ghs_0123456789");
    } finally {
      api.close();
    }
  });
});

describe("the built Action on a push", () => {
  it("tells all that is wrong at once, at the line where it knows one, and nothing of the key", async () => {
    write("flask-deploy.yml", "name: shop\nserver: apache\n");
    const mangled = key.replaceAll("\n", "\r\n").slice(0, 300);
    const inputs = { "ssh-key": mangled, "known-hosts": "x", port: "many", env: "PASSWORD=very secret\nwrong" };
    const step = await job.main({ workspace, inputs });
    expect(step.code).toBe(1);
    expect(step.outputs.status).toBe("failed");
    for (const name of ["ssh-key", "known-hosts", "port", "env", "host"])
      expect(step.summary).toMatch(new RegExp(`^- ${name.replace("-", "\\\\-")} `, "m"));
    expect(step.annotations).toContainEqual({
      level: "error",
      properties: expect.objectContaining({ file: "flask-deploy.yml", line: "2" }),
      message: expect.stringContaining("uwsgi, gunicorn"),
    });
    const told =
      step.log
        .split("\n")
        .filter((line) => !line.startsWith("::add-mask::"))
        .join("\n") + step.summary;
    for (const line of mangled.split("\r\n")) if (line.length > 20) expect(told).not.toContain(line);
    expect(told).not.toContain("very secret");
    expect(step.masks).toEqual(
      expect.arrayContaining([
        mangled.trim(),
        "very secret",
        ...mangled
          .trim()
          .split("\r\n")
          .filter((l) => l.length > 3),
      ]),
    );
    expect(readdirSync(job.temp)).toEqual([]);
  });

  it("refuses Windows, which may lint", async () => {
    const env = { RUNNER_OS: "Windows" };
    const step = await job.main({ workspace, env });
    expect(step.code).toBe(1);
    expect(step.log).toContain("ubuntu-latest");
    expect(await job.main({ workspace, env, event: "pull_request" })).toMatchObject({ code: 0 });
  });
});

describe("the built Action in a container", () => {
  const alone = () => {
    const bin = join(job.folder, "bin");
    mkdirSync(bin, { recursive: true });
    return bin;
  };

  it("without ssh and git names them, and the step that brings them", async () => {
    write("flask-deploy.yml", "name: shop\n");
    const inputs = { host: "127.0.0.1", "ssh-key": key, "known-hosts": hostKey };
    const step = await job.main({ workspace, inputs, env: { PATH: alone() } });
    expect(step.code).toBe(1);
    expect(step.log).toMatch(
      /this runner has no ssh and no git: add a step before this one with `run: \w+.* openssh-client/,
    );
    const status = await job.main({ workspace, inputs: { ...inputs, command: "status" }, env: { PATH: alone() } });
    expect(status.log).toMatch(/this runner has no ssh: /);
  });

  it("without git lints all the same, also what a pull request changed", async () => {
    write("deploy/nginx.conf", brokenSite);
    const payload = { pull_request: { base: { sha: "a".repeat(40) } } };
    const step = await job.main({ workspace, event: "pull_request", payload, env: { PATH: alone() } });
    expect(step.outputs).toMatchObject({ status: "failed", findings: expect.stringMatching(/^[1-9]/) });
  });

  it("reads a checkout that belongs to another user", async () => {
    git("init", "-q");
    write("deploy/nginx.conf", "server {\n    old_name x;\n}\n");
    const base = commit();
    write("deploy/nginx.conf", "server {\n    old_name x;\n    new_name x;\n}\n");
    commit();
    const payload = { pull_request: { base: { sha: base } } };
    // git's own way to test this: https://github.com/git/git/blob/master/t/t0033-safe-directory.sh
    const env = { GIT_TEST_ASSUME_DIFFERENT_OWNER: "1" };
    const step = await job.main({ workspace, event: "pull_request", payload, env });
    expect(step.summary).toContain("What this pull request changes comes first.");
  });
});

describe("the key of the built Action", () => {
  /** A server that takes connections and says nothing: ssh waits for its banner. */
  let silent: Server;
  let port: string;
  let met: Promise<void>;
  beforeEach(async () => {
    git("init", "-q");
    write("flask-deploy.yml", "name: shop\n");
    write("requirements.txt", "flask==3.1.3\n");
    commit();
    met = new Promise((done) => {
      silent = createServer(() => done());
    });
    await new Promise<void>((done) => silent.listen(0, "127.0.0.1", done));
    port = String((silent.address() as { port: number }).port);
  });
  afterEach(() => {
    silent.close();
  });

  const inputs = () => ({
    host: "127.0.0.1",
    port,
    "ssh-key": key.replaceAll("\n", "\r\n"),
    "known-hosts": hostKey,
    "lint-level": "off",
  });

  it("lies in a folder that nobody else can enter, is gone after post, and reaches no other process", async () => {
    let environment = "";
    let kill: ((signal: NodeJS.Signals) => void) | undefined;
    const running = job.main({
      workspace,
      inputs: inputs(),
      env: { ACTIONS_RUNTIME_TOKEN: "a-token" },
      onLog: (_, how) => {
        kill = how;
      },
    });
    await met;
    const [name = ""] = readdirSync(job.temp);
    const folder = join(job.temp, name);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    expect(statSync(join(folder, "key")).mode & 0o777).toBe(0o600);
    expect(readFileSync(join(folder, "key"), "utf8")).toBe(key);
    expect(readFileSync(join(folder, "known_hosts"), "utf8")).toBe(`[127.0.0.1]:${port} ${hostKey}\n`);
    for (const pid of readdirSync("/proc").filter((entry) => /^\d+$/.test(entry))) {
      try {
        if (readFileSync(`/proc/${pid}/cmdline`, "utf8").includes(join(folder, "key")))
          environment += readFileSync(`/proc/${pid}/environ`, "utf8");
      } catch {}
    }
    expect(environment).toContain("RUNNER_TEMP=");
    expect(environment).not.toMatch(/INPUT_|PRIVATE KEY|a-token/);
    kill?.("SIGINT");
    const main = await running;
    expect(main.state).toEqual({ folder });
    expect(main.log).toContain("The job was cancelled");
    const post = await job.post({ workspace }, main);
    expect(post).toMatchObject({ code: 0, log: expect.stringContaining("Removed the ssh key") });
    expect(existsSync(folder)).toBe(false);
  });

  it("is gone after post even when the main step was killed", async () => {
    let kill: ((signal: NodeJS.Signals) => void) | undefined;
    const running = job.main({
      workspace,
      inputs: inputs(),
      onLog: (_, how) => {
        kill = how;
      },
    });
    await met;
    kill?.("SIGKILL");
    const main = await running;
    expect(main.code).toBeNull();
    await job.post({ workspace }, main);
    expect(readdirSync(job.temp)).toEqual([]);
  });

  it("and a deployment on GitHub are closed by post when the main step was killed", async () => {
    const api = await GitHubStandIn.open();
    const status = "/repos/acme/shop/deployments/1/statuses";
    try {
      let kill: ((signal: NodeJS.Signals) => void) | undefined;
      const told = { ...inputs(), "github-token": "ghs_0123456789" };
      const env = { GITHUB_API_URL: api.url, GITHUB_SHA: git("rev-parse", "HEAD") };
      const running = job.main({
        ...{ workspace, inputs: told, env },
        onLog: (_, how) => {
          kill = how;
        },
      });
      await expect.poll(() => api.made(status), { timeout: 8000 }).toMatchObject([{ state: "in_progress" }]);
      const state = () => readFileSync(join(job.folder, "0/state"), "utf8");
      await expect.poll(state, { timeout: 8000 }).toContain("deployment");
      kill?.("SIGKILL");
      const main = await running;
      await job.post({ workspace, inputs: told, env }, main);
      expect(api.made(status)).toMatchObject([{ state: "in_progress" }, { state: "failure" }]);
      expect(api.refused).toEqual([]);
    } finally {
      api.close();
    }
  });

  it("ends with the time that the command may take", async () => {
    const main = await job.main({ workspace, inputs: { ...inputs(), timeout: "1" } });
    expect(main.code).toBe(1);
    expect(main.log).toContain("The timeout of 1 s has expired");
    expect(main.outputs.status).toBe("failed");
  });
});

describe("the post step", () => {
  it("has nothing to do after a lint, and twice is as good as once", async () => {
    expect(await job.post({ workspace }, { state: {} })).toMatchObject({ code: 0 });
    const gone = { state: { folder: join(job.temp, "flask-deploy-gone") } };
    expect(await job.post({ workspace }, gone)).toMatchObject({ code: 0, annotations: [] });
  });

  it("removes no folder but its own, and never fails the job", async () => {
    const post = await job.post({ workspace }, { state: { folder: workspace } });
    expect(post.code).toBe(0);
    expect(post.annotations).toMatchObject([{ level: "warning" }]);
    expect(existsSync(workspace)).toBe(true);
  });
});

describe("the built files", () => {
  it("ask for no token and speak no HTTP of their own", () => {
    for (const name of readdirSync(join(built.folder, "dist"))) {
      const text = readFileSync(join(built.folder, "dist", name), "utf8");
      expect(text, name).not.toMatch(/\bundici\b|getIDToken\(/);
    }
  });

  it("are unminified, and other people's are apart, in packages.js and lezer.js", () => {
    for (const name of readdirSync(join(built.folder, "dist"))) {
      const text = readFileSync(join(built.folder, "dist", name), "utf8");
      expect(/^\/\/ node_modules\//m.test(text), name).toBe(/^(packages|lezer)\.js$/.test(name));
    }
    const main = readFileSync(join(built.folder, "dist/main.js"), "utf8");
    expect(main).toContain("async function run()");
    expect(main.split("\n").every((line) => line.length < 600)).toBe(true);
  });
});
