import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { parse } from "yaml";
import type { Answers } from "../../action/app/fields.ts";
import { checkedAnswers } from "../../generators/answers.ts";
import { render } from "../../generators/render.ts";
import { shipped } from "../../generators/shipped.ts";

const path = ".github/workflows/deploy.yml";
const given: readonly (readonly [string, Partial<Answers>])[] = [
  ["as it is by default", {}],
  ["with the Action at a commit", { action: `org/flask-deploy@${"0123456789".repeat(4)}` }],
  ["for a Python that the runner does not have", { python: "3.14" }],
];

async function workflow(answers: Partial<Answers>): Promise<{ folder: string; text: string }> {
  const folder = mkdtempSync(join(tmpdir(), "fd-workflow-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const files = await render(checkedAnswers({ name: "shop", ...answers }), shipped);
  const text = `${files.find((file) => file.path === path)?.content}`;
  mkdirSync(join(folder, ".git"));
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
  return { folder, text };
}

describe.each(given)("the scaffold's workflow, %s", (_, answers) => {
  it("gives actionlint nothing to say", async () => {
    const { folder } = await workflow(answers);
    expect(execFileSync("actionlint", ["-no-color", path], { cwd: folder, encoding: "utf8" })).toBe("");
  });

  it("gives zizmor nothing to find, without a network", async () => {
    const { folder } = await workflow(answers);
    const args = ["--offline", "--no-config", "--no-progress", "--format=json", path];
    const report = execFileSync("zizmor", args, { cwd: folder, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
    expect(JSON.parse(report)).toEqual([]);
  });

  it("shows its secrets to the deploy alone, which a pull request never starts", async () => {
    const { test, deploy } = parse((await workflow(answers)).text).jobs;
    expect(JSON.stringify(test)).not.toContain("secrets.");
    expect(test.environment).toBeUndefined();
    expect(deploy).toMatchObject({ needs: "test", if: "github.event_name == 'push'" });
    expect(deploy.environment).toEqual({ name: "production", url: "${{ steps.deploy.outputs.url }}" });
    expect(deploy.concurrency).toEqual({ group: "production", "cancel-in-progress": false });
  });
});
