import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { parse } from "yaml";
import type { Answers } from "../../action/engine/app/fields.ts";
import { checkedAnswers } from "../../generators/scaffold/answers.ts";
import { workflowOf } from "../../generators/scaffold/destination/workflow.ts";
import { newRepository, type Surroundings } from "../../generators/scaffold/file-list.ts";
import { repository } from "../../generators/scaffold/render.ts";
import { templates } from "../../generators/scaffold/templates.ts";

const deployFile = ".github/workflows/deploy.yml";
const consoleFile = ".github/workflows/console.yml";
const pinned = `org/flask-deploy@${"0123456789".repeat(4)}`;
const subDirectory: Surroundings = { existing: true, folder: "apps/my shop" };
const given: readonly (readonly [string, string, Partial<Answers>, Surroundings])[] = [
  ["as it is by default", deployFile, {}, newRepository],
  ["with the Action at a commit", deployFile, { action: pinned }, newRepository],
  ["for a Python that the runner does not have", deployFile, { python: "3.14" }, newRepository],
  ["that is the console", consoleFile, { console: true }, newRepository],
  ["that is the console, with the Action at a commit", consoleFile, { console: true, action: pinned }, newRepository],
  ["that brings newer templates", ".github/workflows/update.yml", { updates: true }, newRepository],
  [
    "that brings newer templates to an app in a sub-directory",
    workflowOf("update", "shop", "x"),
    { updates: true },
    subDirectory,
  ],
  ["of an app in a sub-directory", workflowOf("deploy", "shop", "x"), {}, subDirectory],
  [
    "that is the console of an app in a sub-directory",
    workflowOf("console", "shop", "x"),
    { console: true },
    subDirectory,
  ],
];

async function workflow(
  path: string,
  answers: Partial<Answers>,
  around?: Surroundings,
): Promise<{ folder: string; text: string }> {
  const folder = mkdtempSync(join(tmpdir(), "fd-workflow-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const { render } = await repository(templates);
  const files = await render(checkedAnswers({ name: "shop", ...answers }), around);
  const text = `${files.find((file) => file.path === path)?.content}`;
  mkdirSync(join(folder, ".git"));
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
  return { folder, text };
}

describe.each(given)("the scaffold's workflow, %s", (_, path, answers, around) => {
  it("gives actionlint nothing to say", async () => {
    const { folder } = await workflow(path, answers, around);
    expect(execFileSync("actionlint", ["-no-color", path], { cwd: folder, encoding: "utf8" })).toBe("");
  });

  it("gives zizmor nothing to find, without a network", async () => {
    const { folder } = await workflow(path, answers, around);
    const args = ["--offline", "--no-config", "--no-progress", "--format=json", path];
    const report = execFileSync("zizmor", args, { cwd: folder, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
    expect(JSON.parse(report)).toEqual([]);
  });
});

describe("the secrets of the scaffold's workflows", () => {
  it("are for the deploy alone, which a pull request never starts", async () => {
    const { test, deploy } = parse((await workflow(deployFile, {})).text).jobs;
    expect(JSON.stringify(test)).not.toContain("secrets.");
    expect(test.environment).toBeUndefined();
    const condition = "github.event_name == 'push' && !github.event.repository.is_template";
    expect(deploy).toMatchObject({ needs: "test", if: condition });
    expect(deploy.environment).toEqual({ name: "production", url: "${{ steps.deploy.outputs.url }}" });
    expect(deploy.concurrency).toEqual({ group: "production", "cancel-in-progress": false });
  });

  it("are for a console that only a person starts, and that waits for a deploy when it changes something", async () => {
    const { on, permissions, jobs } = parse((await workflow(consoleFile, { console: true })).text);
    expect(Object.keys(on)).toEqual(["workflow_dispatch"]);
    expect(permissions).toEqual({ contents: "read", deployments: "write" });
    // A look is no deployment; a rollback is one of the commit that it goes back to, which only the Action knows.
    expect(jobs.console.environment.deployment).toBe(false);
    expect(jobs.console.environment.name).toMatch(/&& 'production' \|\| vars\.CONSOLE_ENVIRONMENT \|\| 'production'/);
    expect(jobs.console.concurrency.group).toMatch(/rollback.*maintenance.*&& 'production' \|\| github\.run_id/);
  });
});
