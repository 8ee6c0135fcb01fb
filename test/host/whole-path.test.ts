import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Finished, runProcess } from "../../action/engine/process/run.ts";
import { edit, Workflows } from "../act/workflow.ts";
import { GitHub, type Repository, type Run } from "../api/github.ts";
import { install, pack } from "../packed.ts";
import tools from "../tools.ts";
import { bootHost, type Host } from "./lib/host.ts";

let host: Host;
let workflows: Workflows;
let github: GitHub;
let folder: string;
let program: string;
beforeAll(async () => {
  tools({ name: "act" });
  folder = mkdtempSync(join(tmpdir(), "fd-path-"));
  [host, workflows, github] = await Promise.all([bootHost(), Workflows.open(), GitHub.open()]);
  install(pack(folder), join(folder, "installed"));
  program = join(folder, "installed/node_modules/create-flask-deploy/dist/cli.js");
  github.onPush = (repository, sha) => void actions(repository, sha);
});
afterAll(async () => {
  await host?.stop();
  workflows?.close();
  github?.close();
  rmSync(folder, { recursive: true, force: true });
});

const shop = () => join(folder, "shop");
const env = () => ({
  ...(process.env as Record<string, string>),
  ...{ HOME: folder, XDG_CACHE_HOME: join(homedir(), ".cache"), NO_COLOR: "1" },
  ...{
    GIT_AUTHOR_NAME: "A",
    GIT_AUTHOR_EMAIL: "a@example.org",
    GIT_COMMITTER_NAME: "A",
    GIT_COMMITTER_EMAIL: "a@example.org",
  },
  ...{ GITHUB_TOKEN: "t0ken", GITHUB_API_URL: github.api.url },
});

/** The package as it would be published, as npx runs it. */
const cli = (words: readonly string[], cwd = shop()): Promise<Finished> =>
  runProcess([process.execPath, program, ...words], { cwd, env: env(), timeoutMs: 280_000 });
async function must(words: readonly string[], cwd?: string): Promise<string> {
  const { code, stdout, stderr } = await cli(words, cwd);
  expect(code, `${words.join(" ")}\n${stderr}${stdout}`).toBe(0);
  return stdout;
}

/** What GitHub Actions does at a push: a runner with a checkout of that commit, and the environment's values. */
async function actions(repository: Repository, sha: string): Promise<void> {
  const run: Run = github.run(repository, sha, { status: "in_progress", conclusion: null });
  const checkout = join(folder, `runner-${run.id}`);
  execFileSync("git", ["clone", "-q", github.git.path(repository.name), checkout]);
  execFileSync("git", ["remote", "set-url", "origin", "https://github.com/acme/shop.git"], { cwd: checkout });
  const { variables: vars, secrets } = repository.environment ?? {};
  const ran = await workflows.run(checkout, { event: "push", ...(vars && { vars }), ...(secrets && { secrets }) });
  log = ran.log;
  run.jobs = Object.entries(ran.jobs).map(([name, how], id) => {
    const conclusion = how === "succeeded" ? "success" : "failure";
    return { id, name, steps: [{ number: 1, name: "Run it", status: "completed", conclusion }] };
  });
  Object.assign(run, { status: "completed", conclusion: ran.code === 0 ? "success" : "failure" });
}
let log = "";

const page = async () => (await fetch(`http://${host.address}/`)).text();
const way = () => ["--known-hosts", host.knownHostsFile];
const head = () => execFileSync("git", ["rev-parse", "HEAD"], { cwd: shop(), encoding: "utf8" }).trim();
const status = async () => JSON.parse(await must(["status", ...server(), "--json"]));
const server = () => ["--host", host.address, "-i", join(folder, ".ssh/shop-deploy"), ...way()];

describe("the whole path, with the package as it is published", () => {
  it("leads from nothing to a repository and a server that setup has prepared", async () => {
    await must(["shop", "--yes"], folder);
    const said = await must(["setup", `root@${host.address}`, "-i", host.identityFile, ...way()]);
    expect(said).toContain(`${host.address} is ready for deploys`);
  });

  it("makes the repository, pushes, and the pushed workflow deploys with the key that only GitHub and the server have", async () => {
    const login = ["--login", `root@${host.address}`, "-i", host.identityFile, ...way()];
    const { code, stdout, stderr } = await cli(["github", "--repo", "acme/shop", "--branch", "main", ...login]);
    expect(code, stderr + log).toBe(0);
    expect(stdout).toBe(`acme/shop is ready for deploys.\nLive at http://${host.address}/\n`);
    expect(stderr).toMatch(/test \/ Run it[\s\S]*deploy \/ Run it/);
    expect(await page()).toContain("shop");
    const { variables, secrets } = github.repository("acme/shop").environment ?? {};
    expect(variables).toEqual({ HOST: host.address, USER: "deploy-shop" });
    expect(secrets?.SSH_KEY).not.toBe(readFileSync(join(folder, ".ssh/shop-deploy"), "utf8"));
    expect(github.api.refused).toEqual([]);
  });

  it("tells the truth of it", async () => {
    const told = await status();
    expect(told).toMatchObject({ commit: head(), answers: true, ahead: 0 });
    expect(told.current).toMatch(/^\d{8}T\d{6}Z-[0-9a-f]{7}$/);
  });

  it("deploys the next push, and goes back by one word", async () => {
    const first = { commit: head(), current: (await status()).current };
    edit(shop(), "templates/index.html", "</body>", "<p>second</p></body>");
    execFileSync("git", ["commit", "-qam", "Second"], { cwd: shop(), env: env() });
    const { code, stderr } = await cli(["github"]);
    expect(code, stderr + log).toBe(0);
    expect(await page()).toContain("second");
    expect(await status()).toMatchObject({ commit: head(), answers: true, ahead: 0 });

    await must(["rollback", ...server()]);
    expect(await page()).not.toContain("second");
    expect(await status()).toMatchObject({ ...first, answers: true, ahead: 1 });
  });
});
