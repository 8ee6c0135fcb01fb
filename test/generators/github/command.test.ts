import { chmodSync, existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { runProcess } from "../../../action/engine/process/run.ts";
import { githubCommand } from "../../../generators/github/command.ts";
import { GitHub } from "../../api/github.ts";
import { captured } from "../captured.ts";
import { temporary } from "../temporary.ts";
import { key, knownHosts, ownKey, run, shopIn } from "./shop.ts";

let github: GitHub;
let shop: ReturnType<typeof shopIn>;
beforeEach(async () => {
  github = await GitHub.open();
  github.onPush = (repository, sha) => void github.run(repository, sha, { siteUrl: "https://shop.example/" });
  shop = shopIn(temporary());
});
afterEach(() => {
  github.close();
  expect(github.api.refused).toEqual([]);
});

/** Programs of a folder first; without the one that is named. */
const withPath =
  (bin: string, without?: string): typeof runProcess =>
  (argv, options) => {
    if (without) rmSync(without, { force: true });
    const [program = "", ...args] = argv;
    const own = join(bin, program);
    return runProcess([existsSync(own) ? own : program, ...args], options);
  };
const words = ["--repo", "acme/shop", ...ownKey];
const go = (more: readonly string[] = [], env?: Record<string, string>, stdin?: string) =>
  run(github, shop.root, [...words, ...more], env, stdin);
const writes = () => github.api.asked.filter(({ method }) => method !== "GET");

describe("github", () => {
  it("makes all there is to make, pushes, follows the run, and says where the site is", async () => {
    github.onPush = (repository, sha) => {
      const step = { number: 1, name: "Run \x1b[31mflask-deploy", status: "completed", conclusion: "success" };
      github.run(repository, sha, {
        siteUrl: "https://shop.example/",
        jobs: [{ id: 5, name: "deploy", steps: [step] }],
      });
    };
    const { code, stdout, stderr } = await go();
    expect(code, stderr).toBe(0);
    expect(stdout).toBe("acme/shop is ready for deploys.\nLive at https://shop.example/\n");
    expect(stderr).toContain("deploy / Run flask-deploy\n");
    const { environment, ...made } = github.repository("acme/shop");
    expect(made).toMatchObject({ private: true, is_template: false });
    expect(environment?.secrets).toEqual({ SSH_KEY: key, KNOWN_HOSTS: knownHosts });
    expect(environment?.variables).toEqual({ HOST: "shop.example", USER: "deploy-shop" });
    // Whoever may push another branch could read the secrets by a workflow of their own.
    const policy = { protected_branches: false, custom_branch_policies: true };
    expect(environment).toMatchObject({ policy, branches: ["main"] });
    expect(github.git.main("acme/shop")).toBe(shop.git("rev-parse", "main"));
    expect(shop.git("rev-parse", "--abbrev-ref", "main@{upstream}")).toBe("origin/main");
  });

  it("does nothing the second time, and tells the truth of the same run", async () => {
    await go();
    const before = writes().length;
    expect((await go()).stdout).toBe(
      "acme/shop is ready for deploys: nothing was missing.\nLive at https://shop.example/\n",
    );
    expect(writes()).toHaveLength(before);
    // The remote is adopted where --repo is not given.
    expect((await run(github, shop.root, ownKey)).stdout).toContain("nothing was missing");
  });

  it("keeps the rule of branches that somebody has chosen", async () => {
    await go();
    const policy = { protected_branches: true, custom_branch_policies: false };
    Object.assign(github.repository("acme/shop").environment ?? {}, { policy, branches: [] });
    expect((await go()).stdout).toContain("nothing was missing");
    expect(github.repository("acme/shop").environment).toMatchObject({ policy, branches: [] });
  });

  it("takes the server from GitHub where nothing here names one", async () => {
    await go();
    writeFileSync(join(shop.root, "flask-deploy.yml"), "name: shop\n");
    expect((await run(github, shop.root, [])).stdout).toContain("nothing was missing");
    const { code, stderr } = await run(github, shop.root, ["--no-push", "--login", "root@other.example", ...ownKey]);
    expect([code, stderr]).toEqual([0, "· set the variable HOST to other.example\n"]);
    github.repositories.clear();
    expect(await run(github, shop.root, ownKey)).toMatchObject({ code: 2, stderr: expect.stringContaining("no host") });
  });

  it("prints every request of a dry run without a secret, and makes none", async () => {
    const { stdout } = await go(["--dry-run", "--branch", "main,release/*", "--reviewers", "ann"]);
    expect(stdout.match(/^ {4}(POST|PUT|git) \S+/gm)).toEqual([
      "    POST /user/repos",
      "    PUT /repos/{owner}/{repo}/environments/{environment_name}",
      "    POST /repos/{owner}/{repo}/environments/{environment_name}/deployment-branch-policies",
      "    POST /repos/{owner}/{repo}/environments/{environment_name}/deployment-branch-policies",
      "    PUT /repos/{owner}/{repo}/environments/{environment_name}/secrets/{secret_name}",
      "    PUT /repos/{owner}/{repo}/environments/{environment_name}/secrets/{secret_name}",
      "    POST /repos/{owner}/{repo}/environments/{environment_name}/variables",
      "    POST /repos/{owner}/{repo}/environments/{environment_name}/variables",
      "    git remote",
      "    git push",
    ]);
    expect(stdout).not.toContain("hunter2");
    expect(writes()).toEqual([]);
    expect(shop.git("remote")).toBe("");
  });

  it("asks an organisation for reviewers and branches, and keeps the rules that are there", async () => {
    const more = ["--no-push", "--public", "--reviewers", "ann,team:ops", "--branch", "main,release/*"];
    const rules = [...ownKey, "--repo", "beta/shop", ...more];
    expect(await run(github, shop.root, rules)).toMatchObject({ code: 0 });
    const made = github.repository("beta/shop");
    const reviewers = [
      { type: "User", id: 11 },
      { type: "Team", id: 21 },
    ];
    const policy = { protected_branches: false, custom_branch_policies: true };
    expect(made).toMatchObject({ private: false, environment: { reviewers, policy, branches: ["main", "release/*"] } });
    expect((await run(github, shop.root, rules)).stdout).toContain("nothing was missing");
    Object.assign(made.environment ?? {}, { wait: 5 });
    await run(github, shop.root, [...ownKey, "--repo", "beta/shop", "--no-push", "--reviewers", "acme"]);
    expect(made.environment).toMatchObject({ wait: 5, policy, reviewers: [...reviewers, { type: "User", id: 1 }] });
  });

  it("shows what a new key and its rotation take, and does none of it", async () => {
    const way = ["--known-hosts", "../hosts", "--login", "root@shop.example", "--dry-run"];
    const { stdout } = await run(github, shop.root, ["--repo", "acme/shop", ...way]);
    const added =
      /ssh root@shop\.example, ~deploy-shop\/\.ssh\/authorized_keys: \+ restrict ssh-ed25519 … flask-deploy 127\.0\.0\.1:\d+\/acme\/shop /;
    expect(stdout).toMatch(added);
    await go();
    const { secrets } = github.repository("acme/shop").environment ?? {};
    const rotation = (await run(github, shop.root, ["rotate-key", ...way])).stdout;
    expect(rotation.match(/^\S.*$/gm)).toEqual([
      "create a deploy key and authorize it for deploy-shop at shop.example",
      "store the secret SSH_KEY",
      "remove the old key of deploy-shop at shop.example",
    ]);
    const { steps, status } = JSON.parse((await run(github, shop.root, ["rotate-key", ...way, "--json"])).stdout);
    expect([status, steps.length]).toEqual(["planned", 3]);
    expect(secrets).toEqual({ SSH_KEY: key, KNOWN_HOSTS: knownHosts });
  });

  it("neither pushes nor waits when it is told so", async () => {
    expect(await go(["--no-follow", "--json"])).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('"run": null'),
    });
    expect(github.api.asked.filter(({ operation }) => operation.includes("/actions/"))).toEqual([]);
    await run(github, shop.root, ["--repo", "beta/other", "--no-push", ...ownKey]);
    expect(github.git.main("beta/other")).toBe("");
  });

  it("makes a template repository that holds no secret and deploys nothing", async () => {
    const template = ["--repo", "beta/start", "--template"];
    const { code, stdout } = await run(github, shop.root, template);
    expect([code, stdout]).toEqual([0, expect.stringContaining("beta/start is a template")]);
    expect(github.repository("beta/start")).toMatchObject({ is_template: true });
    expect(github.repository("beta/start").environment).toBeUndefined();
    expect(github.git.main("beta/start")).not.toBe("");
    Object.assign(github.repository("beta/start"), { is_template: false });
    await run(github, shop.root, template);
    expect(github.repository("beta/start").is_template).toBe(true);
  });

  it("ends with 1 when the run does, and reruns it when it is called again", async () => {
    const step = { number: 2, name: "Run flask-deploy", status: "completed", conclusion: "failure" };
    const jobs = [{ id: 5, name: "deploy", steps: [step] }];
    github.onPush = (repository, sha) => void github.run(repository, sha, { conclusion: "failure", jobs });
    const { code, stderr } = await go();
    expect(code).toBe(1);
    expect(stderr).toMatch(
      /The workflow run ended with failure in deploy \/ Run flask-deploy\. See http\S+\/runs\/\d+, fix the cause/,
    );
    const again = await go();
    expect(again.code, again.stderr).toBe(0);
    expect(again.stderr).toContain("the earlier run failed: rerunning its failed jobs");
    expect(github.rerun).toEqual(["rerun-failed-jobs"]);
  });

  it("reruns a run that went well where what it reads has changed, and only there", async () => {
    await go();
    expect((await go()).stderr).not.toContain("rerunning");
    const { code, stderr } = await run(github, shop.root, [...words, "--host", "other.example"]);
    expect([code, github.rerun]).toEqual([0, ["rerun"]]);
    expect(stderr).toContain("set the variable HOST to other.example");
    expect(stderr).toContain("rerunning it with the changed settings");
  });

  it("says so where GitHub reruns nothing any more", async () => {
    github.onPush = (repository, sha) => void github.run(repository, sha, { conclusion: "failure" });
    await go();
    github.api.mood = (asked) =>
      asked.operation.endsWith("/rerun-failed-jobs")
        ? {
            status: 403,
            body: { message: "Unable to retry this workflow run because it was created over a month ago" },
          }
        : github.answer(asked);
    expect((await go()).stderr).toMatch(/error: GitHub does not rerun runs older than 30 days .*push a commit instead/);
  });

  it("says who must approve a run that waits, and where", async () => {
    github.onPush = (repository, sha) => void github.run(repository, sha, { status: "waiting", conclusion: null });
    const { code, stderr } = await go(["--reviewers", "ann,team:ops", "--timeout", "1"]);
    expect(code).toBe(1);
    expect(stderr).toMatch(/error: the run waits: ann or team ops must approve the deploy at http\S+\/runs\/\d+/);
  });

  it("takes the token of stdin before those of the environment", async () => {
    for (const token of ["a", "b", "c"]) github.tokens.set(token, undefined);
    await go(["--token-stdin"], { GITHUB_TOKEN: "b", GH_TOKEN: "c" }, "a\n");
    await go([], { GITHUB_TOKEN: "b", GH_TOKEN: "c" });
    await run(github, shop.root, words, { GITHUB_TOKEN: undefined as never, GH_TOKEN: "c" });
    expect([...new Set(github.api.asked.map(({ token }) => token))]).toEqual(["a", "b", "c"]);
    const bin = temporary();
    const gh = join(bin, "gh");
    writeFileSync(gh, `#!/bin/sh\n[ "$*" = "auth token --hostname ${new URL(github.api.url).host}" ] && echo d\n`);
    chmodSync(gh, 0o755);
    const noToken = { PATH: process.env.PATH ?? "", HOME: bin, GITHUB_API_URL: github.api.url };
    const asked = { cwd: shop.root, run: withPath(bin) };
    github.tokens.set("d", undefined);
    await captured(githubCommand, words, { ...asked, env: noToken });
    expect(github.api.asked.at(-1)?.token).toBe("d");
    const { stderr } = await captured(githubCommand, words, { ...asked, run: withPath(bin, gh), env: noToken });
    expect(stderr).toMatch(
      /^error: no token for GitHub: set GITHUB_TOKEN, pass one with --token-stdin, or run gh auth login$/m,
    );
  });

  it("keeps the token out of git's arguments and files", async () => {
    const seen: string[] = [];
    const spied: typeof runProcess = (argv, options) => {
      seen.push(argv.join(" "));
      return runProcess(argv, options);
    };
    await run(github, shop.root, words, {}, "", { run: spied });
    expect(seen.some((line) => line.includes("push"))).toBe(true);
    expect(seen.join("\n")).not.toContain("t0ken");
    expect(readFileSync(join(shop.root, ".git/config"), "utf8")).not.toContain("t0ken");
  });

  it("refuses a line that contradicts itself, and one that lacks something, by the flag's name", async () => {
    expect((await run(github, shop.root, ownKey)).stderr).toContain("--repo is missing: OWNER/NAME on GitHub");
    const wrong = ["rotate", "--template", "--branch", "main", "--repo", "acme/.."];
    expect((await captured(githubCommand, wrong)).stderr).toMatch(
      /OWNER\/NAME[\s\S]*rotate-key[\s\S]*--branch has no effect/,
    );
    for (const branch of ["release/*", "[main", "mai"])
      expect((await go(["--branch", branch])).stderr).toContain("--branch must include main");
    shop.git("remote", "add", "origin", "https://user:secret@gitlab.example/acme/shop.git");
    const { stderr } = await run(github, shop.root, ownKey);
    expect(stderr).toContain("https://gitlab.example/acme/shop.git, is not at http");
    expect(stderr).not.toContain("secret@");
    expect((await go()).stderr).toContain("omit --repo");
  });
});
