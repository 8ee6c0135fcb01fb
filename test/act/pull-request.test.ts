import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { edit, scaffold, Workflows } from "./workflow.ts";

const cli = join(import.meta.dirname, "../../generators/cli.ts");
let workflows: Workflows;
let folder: string;
beforeAll(async () => {
  workflows = await Workflows.open();
  folder = mkdtempSync(join(tmpdir(), "fd-pull-"));
});
afterAll(() => {
  workflows.close();
  rmSync(folder, { recursive: true, force: true });
});

describe("a pull request of a scaffolded repository, from a fork that gets no secret", () => {
  it("is tested and linted by the scaffold's own workflow, and told what its change breaks", async () => {
    const { root, git } = scaffold(folder);
    const base = git("rev-parse", "HEAD");
    const payload = { pull_request: { base: { sha: base } } };
    const clean = await workflows.run(root, { event: "pull_request", payload });
    expect(clean.jobs, clean.log).toEqual({ test: "succeeded" });
    expect(clean.outputs).toMatchObject({ status: "linted", findings: "0" });
    expect(clean.log).toMatch(/\d passed/);

    edit(root, "deploy/nginx.conf", "location / {", "location / {\n        uwsgi_pas x;");
    git("commit", "-qam", "Break it");
    const broken = await workflows.run(root, { event: "pull_request", payload });
    expect(broken.code).toBe(1);
    expect(broken.jobs, broken.log).toEqual({ test: "failed" });
    expect(broken.outputs.status).toBe("failed");
    expect(broken.log).toMatch(/::error .*file=deploy\/nginx\.conf,line=\d+.*::.*uwsgi_pas/);
  });

  it("is so in a sub-directory too, by the workflow at the repository's root", async () => {
    const root = join(folder, "many");
    const git = (...args: string[]) => execFileSync("git", args, { cwd: root, encoding: "utf8", stdio: "pipe" }).trim();
    mkdirSync(root);
    git("init", "-q", "-b", "main");
    execFileSync(process.execPath, [cli, "apps/tea shop", "--name", "tea", "--yes"], { cwd: root, stdio: "pipe" });
    edit(root, "apps/tea shop/deploy/nginx.conf", "location / {", "location / {\n        uwsgi_pas x;");
    git("add", "-A");
    git("-c", "user.name=A", "-c", "user.email=a@example.org", "commit", "-qm", "An app");
    git("remote", "add", "origin", "https://github.com/acme/many.git");
    const ran = await workflows.run(root, { event: "pull_request" });
    expect(ran.log).toMatch(/\d passed/);
    expect(ran.jobs, ran.log).toEqual({ test: "failed" });
    expect(ran.log).toMatch(/::error .*file=apps\/tea shop\/deploy\/nginx\.conf,line=\d+.*::.*uwsgi_pas/);
  });
});
