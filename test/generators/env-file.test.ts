import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readRepository } from "../../action/engine/targets/local/repository.ts";
import { deployCommand } from "../../generators/commands/deploy.ts";
import { alike, refused } from "../action/engine/process/env-cases.ts";
import { captured } from "./captured.ts";
import { temporary } from "./temporary.ts";

/** A repository that has a .env, and no server. */
function repository(env: string): string {
  const cwd = temporary();
  writeFileSync(join(cwd, "flask-deploy.yml"), "name: shop\ndeploy:\n  host: no-such-host.invalid\n");
  writeFileSync(join(cwd, ".env"), env);
  return cwd;
}

describe("deploy --env-file", () => {
  it.each(refused)("ends with 2 on %s, named by its line, before any server is asked", async (_, text, says) => {
    const { code, stderr } = await captured(deployCommand, ["--env-file", ".env"], { cwd: repository(text) });
    expect(code).toBe(2);
    const [, problem = ""] = /^error: --env-file \/\S+\/\.env (.*)$/m.exec(stderr) ?? [];
    expect(problem).toMatch(says);
    expect(stderr).not.toContain("SECRET");
  });
});

describe("preview", () => {
  const withServer = (env: string) => {
    const cwd = repository(env);
    mkdirSync(join(cwd, "deploy"));
    writeFileSync(join(cwd, "deploy/uwsgi.ini"), "[uwsgi]\n");
    return cwd;
  };

  it.each(alike)("gives the app a .env with %s as the server would", (_, text, env) => {
    expect(readRepository(withServer(text)).env).toEqual(env);
  });

  it.each(refused)("refuses a .env with %s by its line", (_, text, says) => {
    let said = "";
    try {
      readRepository(withServer(text));
    } catch (error) {
      said = (error as Error).message;
    }
    expect(said.replace(/^\.env /, "")).toMatch(says);
  });
});
