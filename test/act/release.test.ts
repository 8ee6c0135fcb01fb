import { execFileSync } from "node:child_process";
import { appendFileSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { build } from "../packed.ts";
import { Workflows } from "./workflow.ts";

const root = join(import.meta.dirname, "../..");
const workflow = ".github/workflows/release.yml";
const text = readFileSync(join(root, workflow), "utf8");
const { jobs } = parse(text);
const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));

let workflows: Workflows;
let folder: string;
let clone: string;
const git = (...args: string[]) => execFileSync("git", args, { cwd: clone, encoding: "utf8" }).trim();
const commit = () => {
  git("add", "--all", "--force");
  git("-c", "user.name=A", "-c", "user.email=a@example.org", "commit", "--quiet", "-m", "A version");
  git("push", "--quiet", "--force", "origin", "HEAD:main");
};

/** This project as it stands, freshly built, as the one commit of a repository. */
beforeAll(async () => {
  workflows = await Workflows.open();
  folder = mkdtempSync(join(tmpdir(), "fd-release-"));
  clone = join(folder, "clone");
  const listed = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard"], {
    cwd: root,
    encoding: "utf8",
  });
  for (const file of listed
    .split("\n")
    .filter((name) => name && !name.startsWith("dist/") && name !== "node_modules")) {
    mkdirSync(dirname(join(clone, file)), { recursive: true });
    cpSync(join(root, file), join(clone, file));
  }
  build(clone);
  git("init", "--quiet", "--initial-branch=main");
  git("init", "--quiet", "--bare", join(folder, "origin.git"));
  git("remote", "add", "origin", join(folder, "origin.git"));
  commit();
});
afterAll(() => {
  workflows?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** The first job, with the node that is here in place of one that setup-node would fetch. */
async function check() {
  const [action = ""] = /actions\/setup-node@\w+/.exec(text) ?? [];
  const nothing = join(folder, "setup-node");
  mkdirSync(nothing, { recursive: true });
  writeFileSync(
    join(nothing, "action.yml"),
    "name: n\ndescription: n\nruns: { using: composite, steps: [{ run: 'true', shell: sh }] }\n",
  );
  const local = { [action]: nothing };
  const name = "org/flask-deploy";
  return workflows.run(clone, { event: "workflow_dispatch", workflow, job: "check", inputs: { version }, local, name });
}

describe("the release workflow", () => {
  it("checks what it is to release, by act, and tells the number to the jobs that follow", async () => {
    const ran = await check();
    expect(ran.jobs, ran.log).toEqual({ check: "succeeded" });
    expect(ran.log).toContain(`${version} can be released from`);
    expect(ran.outputs).toMatchObject({ version });
  });

  it("stops at a dist that the sources do not build", async () => {
    appendFileSync(join(clone, "dist/post.js"), "// by hand\n");
    commit();
    const ran = await check();
    expect(ran.jobs, ran.log).toEqual({ check: "failed" });
    expect(ran.log).toContain("dist/ is not what the sources build (1 files)");
  });

  it("gives each job only what it needs, and none a secret", () => {
    const permissions = Object.fromEntries(
      Object.entries<{ permissions: object }>(jobs).map(([name, job]) => [name, job.permissions]),
    );
    expect(permissions).toEqual({
      check: { contents: "read" },
      tests: { contents: "read" },
      tag: { contents: "write" },
      pack: { contents: "read" },
      attest: { contents: "read", "id-token": "write", attestations: "write" },
      npm: { contents: "read", "id-token": "write" },
      github: { contents: "write" },
    });
    expect(text).not.toMatch(/secrets\.|NODE_AUTH_TOKEN|NPM_TOKEN/);
  });

  it("publishes nothing before everything was checked, tested and attested", () => {
    const needs = Object.fromEntries(Object.entries<{ needs?: unknown }>(jobs).map(([name, job]) => [name, job.needs]));
    expect(needs).toMatchObject({
      tag: ["check", "tests"],
      pack: ["check", "tag"],
      attest: "pack",
      npm: ["check", "attest"],
      github: ["check", "npm"],
    });
    expect(JSON.stringify(jobs.attest.steps)).toContain("attest-build-provenance");
  });

  it("installs no package of others where it may write or sign", () => {
    for (const name of ["tag", "attest", "npm", "github"])
      expect(JSON.stringify(jobs[name].steps), name).not.toMatch(/npm (ci|install|run|pack|test|exec)|npx/);
  });
});
