import { execFileSync } from "node:child_process";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { delimiter, join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { newCommand } from "../../../generators/scaffold/templates.ts";
import { updateCommand } from "../../../generators/update/command.ts";
import { captured } from "../captured.ts";
import { machine } from "./versions.ts";

const cli = join(import.meta.dirname, "../../../generators/cli.ts");

/** An app with the workflow, pushed; and a way to run the workflow's own lines as a runner does, with npx and gh stood in for. */
async function pushed() {
  const made = await machine();
  const { home, dir, env, at } = made;
  await captured(newCommand, ["shop", "--yes", "--updates"], { cwd: home, env });
  at(home)("init", "-q", "--bare", "origin.git");
  made.git("remote", "add", "origin", join(home, "origin.git"));
  const bin = join(home, "bin");
  await mkdir(bin);
  const scripts = {
    // What the next version changes is stood in for by another answer.
    npx: `while [ "$1" != update ]; do shift; done\nexec '${process.execPath}' '${cli}' "$@" --workers 5`,
    gh: `echo "gh $*" >>'${home}/gh.log'`,
  };
  for (const [name, lines] of Object.entries(scripts))
    await writeFile(join(bin, name), `#!/bin/sh\n${lines}\n`, { mode: 0o755 });
  const { jobs } = parse(await readFile(join(dir, ".github/workflows/update.yml"), "utf8"));
  const steps = jobs.update.steps.filter((step: { run?: string }) => step.run) as { run: string; id?: string }[];
  const run = async () => {
    at(home)("clone", "-q", join(home, "origin.git"), "runner");
    const files = ["output", "summary"].map((name) => join(home, name)) as [string, string];
    for (const file of files) await writeFile(file, "");
    const [GITHUB_OUTPUT, GITHUB_STEP_SUMMARY] = files;
    const runner = {
      RUNNER_TEMP: home,
      GITHUB_OUTPUT,
      GITHUB_STEP_SUMMARY,
      GITHUB_REF_NAME: "main",
      GH_TOKEN: "token",
    };
    const options = { cwd: join(home, "runner"), encoding: "utf8", stdio: "pipe" } as const;
    const shell = { ...options, env: { ...env, ...runner, PATH: `${bin}${delimiter}${env.PATH}` } };
    const said: string[] = [];
    for (const { run: lines, id } of steps) {
      if (id === undefined && !(await readFile(GITHUB_OUTPUT, "utf8")).includes("changed=true")) continue;
      said.push(execFileSync("bash", ["-e", "-c", lines], shell));
    }
    return { said: said.join(""), summary: await readFile(GITHUB_STEP_SUMMARY, "utf8") };
  };
  return { ...made, run, log: () => readFile(join(home, "gh.log"), "utf8").catch(() => "") };
}

describe("the workflow that brings newer templates", () => {
  it("pushes a branch with the merge, and opens a pull request", async () => {
    const { git, run, log, home, at } = await pushed();
    git("push", "-q", "origin", "main");
    const { summary } = await run();
    expect(summary).toContain("Updated shop");
    expect(await log()).toMatch(
      /^gh auth setup-git\ngh pr create --base main --head create-flask-deploy\/update --title Update to newer/,
    );
    const origin = at(join(home, "origin.git"));
    expect(origin("show", "create-flask-deploy/update:deploy/uwsgi.ini")).toContain("processes = 5\n");
    expect(origin("log", "--merges", "--format=%an", "create-flask-deploy/update")).toBe("github-actions[bot]");
  });

  it("does nothing when there is nothing to update", async () => {
    const { git, run, log, dir, env } = await pushed();
    expect(await captured(updateCommand, ["--workers", "5"], { cwd: dir, env })).toMatchObject({ code: 0 });
    git("push", "-q", "origin", "main");
    expect((await run()).summary).toContain("Up to date");
    expect(await log()).toBe("");
  });

  it("fails at a conflict, says what to run, and pushes nothing", async () => {
    const { git, run, log, edit, commit, home, at } = await pushed();
    await edit("deploy/uwsgi.ini", (text) => text.replace("processes = 2", "processes = 4"));
    commit();
    git("push", "-q", "origin", "main");
    await expect(run()).rejects.toThrow();
    expect(await readFile(join(home, "summary"), "utf8")).toContain("Conflicts in 1 file");
    expect(await log()).toBe("");
    expect(at(join(home, "origin.git"))("branch", "--format=%(refname:short)")).toBe("main");
  });
});
