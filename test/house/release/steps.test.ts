import { spawnSync } from "node:child_process";
import { appendFileSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

const root = join(import.meta.dirname, "../../..");
const scripts = join(root, ".github/release");
const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
const tag = `v${version}`;

let folder: string;
let clone: string;
let outputs: string;

const git = (...args: string[]) => {
  const { status, stdout, stderr } = spawnSync("git", args, { cwd: clone, encoding: "utf8" });
  if (status !== 0) throw new Error(stderr);
  return stdout.trim();
};

/** A step of release.yml, as a job runs it. */
function step(script: string, ...args: string[]) {
  const env = { ...process.env, GITHUB_OUTPUT: outputs, GITHUB_REPOSITORY: "org/flask-deploy", GITHUB_TOKEN: "" };
  const { status, stdout } = spawnSync(process.execPath, [join(scripts, script), ...args], {
    ...{ cwd: clone, env, encoding: "utf8" },
  });
  return { status, said: stdout.trim() };
}

function commit(message: string): string {
  git("add", "--all");
  git("-c", "user.name=A", "-c", "user.email=a@example.org", "commit", "--quiet", "--allow-empty", "-m", message);
  git("push", "--quiet", "origin", "HEAD:main");
  return git("rev-parse", "HEAD");
}
/** Commit of a tag of the repository that is released from; "" when it has none. */
const tagged = (name: string) => git("ls-remote", "origin", `refs/tags/${name}`).split("\t")[0];

/** A repository with what a release is made of, and a clone of it, both real. */
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "cfd-release-"));
  clone = join(folder, "clone");
  outputs = join(folder, "outputs");
  mkdirSync(clone);
  git("init", "--quiet", "--initial-branch=main");
  git("init", "--quiet", "--bare", "--initial-branch=main", join(folder, "origin.git"));
  git("remote", "add", "origin", join(folder, "origin.git"));
  for (const name of ["package.json", "package-lock.json", "CHANGELOG.md", "action.yml"])
    cpSync(join(root, name), join(clone, name));
  mkdirSync(join(clone, "dist"));
  cpSync(join(root, "dist/main.js"), join(clone, "dist/main.js"));
  commit("First");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe("the check", () => {
  it("passes what is whole, by tag or by number, and tells the next jobs the number", () => {
    expect(step("check.ts", tag)).toMatchObject({ status: 0 });
    expect(step("check.ts", version).said).toBe(
      `${version} can be released from ${git("rev-parse", "HEAD").slice(0, 7)}`,
    );
    expect(readFileSync(outputs, "utf8")).toBe(`version=${version}\n`.repeat(2));
  });

  it("refuses a dist that is not what was committed, also by a new file", () => {
    appendFileSync(join(clone, "dist/main.js"), "// more\n");
    writeFileSync(join(clone, "dist/other.js"), "");
    const { status, said } = step("check.ts", tag);
    expect(status).toBe(1);
    expect(said).toBe("::error::dist/ is not what the sources build (2 files): npm run build, and commit dist/");
  });

  it("refuses another version than package.json has", () => {
    const { status, said } = step("check.ts", "9.9.9");
    expect(status).toBe(1);
    expect(said).toContain(`::error::package.json has version ${version}, not 9.9.9`);
    expect(said).toContain("::error::CHANGELOG.md has no section for 9.9.9");
  });

  it("refuses a tag that is elsewhere, and a commit that was never on main", () => {
    git("push", "--quiet", "origin", `HEAD:refs/tags/${tag}`);
    git("-c", "user.name=A", "-c", "user.email=a@example.org", "commit", "--quiet", "--allow-empty", "-m", "Aside");
    const { status, said } = step("check.ts", tag);
    expect(status).toBe(1);
    expect(said).toMatch(
      /::error::this commit is not in origin\/main.*\n::error::the tag v.* is at \w{7} already, not at/,
    );
  });
});

describe("the tags", () => {
  it("are made and moved, and a run again changes nothing", () => {
    const first = git("rev-parse", "HEAD");
    expect(step("tag.ts", "make", version)).toEqual({ status: 0, said: `${tag} made` });
    expect(step("tag.ts", "make", version)).toEqual({ status: 0, said: `${tag} is there already` });
    expect(step("tag.ts", "move", version)).toEqual({ status: 0, said: "v1 moved to this commit" });
    expect(step("tag.ts", "move", version)).toEqual({ status: 0, said: "v1 is there already" });
    expect([tagged(tag), tagged("v1")]).toEqual([first, first]);
  });

  it("of a version never move, while v1 does", () => {
    step("tag.ts", "make", "1.0.0");
    step("tag.ts", "move", "1.0.0");
    const first = git("rev-parse", "HEAD");
    const second = commit("Second");
    const refused = step("tag.ts", "make", "1.0.0");
    expect(refused.status).toBe(1);
    expect(refused.said).toContain("a released version never changes, take the next number");
    step("tag.ts", "make", "1.0.1");
    step("tag.ts", "move", "1.0.1");
    expect([tagged("v1.0.0"), tagged("v1.0.1"), tagged("v1")]).toEqual([first, second, second]);
  });

  it("leave v1 where it is when an older version is mended, and know 1.10 from 1.9", () => {
    step("tag.ts", "make", "1.10.0");
    step("tag.ts", "move", "1.10.0");
    const newest = git("rev-parse", "HEAD");
    commit("A mend");
    expect(step("tag.ts", "move", "1.9.1").said).toBe("v1 stays: a newer version has it");
    expect(step("tag.ts", "move", "2.0.0").said).toBe("v2 moved to this commit");
    expect(tagged("v1")).toBe(newest);
  });

  it("that GitHub lets no job push are a command to run, after which the job goes on", () => {
    const hook = join(folder, "origin.git/hooks/pre-receive");
    const says =
      "refusing to allow a GitHub App to create or update workflow `.github/workflows/test.yml` without `workflows` permission";
    writeFileSync(hook, `#!/bin/sh\necho '${says}' >&2\nexit 1\n`, { mode: 0o755 });
    const here = git("rev-parse", "HEAD");
    expect(step("tag.ts", "make", version)).toEqual({
      status: 1,
      said: `::error::GitHub lets no job push ${tag}, since workflow files have changed: run git push origin ${here}:refs/tags/${tag} yourself, then rerun this job`,
    });
    expect(step("tag.ts", "move", version).said).toContain(`run git push --force origin ${here}:refs/tags/v1 yourself`);
    rmSync(hook);
    git("push", "--quiet", "origin", `${here}:refs/tags/${tag}`);
    expect(step("tag.ts", "make", version).said).toBe(`${tag} is there already`);
  });

  it("say in one line why they could not be pushed", () => {
    git("remote", "set-url", "origin", join(folder, "nowhere.git"));
    const { status, said } = step("tag.ts", "make", version);
    expect(status).toBe(1);
    expect(said).toMatch(/^::error::.*nowhere\.git/);
    expect(said).not.toContain("\n");
  });
});
