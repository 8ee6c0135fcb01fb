import { execFileSync } from "node:child_process";
import { appendFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { runProcess } from "../../../action/engine/process/run.ts";
import { deployCommand } from "../../../generators/commands/deploy.ts";
import { newCommand } from "../../../generators/scaffold/templates.ts";
import { captured } from "../captured.ts";
import { temporary } from "../temporary.ts";

const git = (cwd: string, ...args: string[]) => execFileSync("git", args, { cwd, encoding: "utf8", stdio: "pipe" });

/** create-flask-deploy deploy, in a world where every program that is started is told. */
async function deploy(cwd: string, ...args: string[]) {
  const started: string[] = [];
  const ran = await captured(deployCommand, ["--host", "shop.invalid", ...args], {
    cwd,
    run: (argv, options) => {
      started.push(argv[0] ?? "");
      return runProcess(argv, options);
    },
  });
  return { ...ran, started };
}

describe("deploy, wrongly called,", () => {
  it("is a wrong use that says so before anything is started, all of it at once", async () => {
    const cwd = temporary();
    writeFileSync(join(cwd, "flask-deploy.yml"), "name: shop\n");
    const { code, stderr, started } = await deploy(cwd, "--url", "shop.example", "--smoke-status=9", "--user", "Me");
    expect(code).toBe(2);
    expect(stderr).toContain('error: --url "shop.example": must be an http or https URL\n');
    expect(stderr).toContain('error: --smoke-status "9": must be a whole number from 100 to 599\n');
    expect(stderr).toContain('error: --user "Me": must be a Linux user name\n');
    expect(started).toEqual([]);
  });
});

describe("deploy of a scaffold that was not committed", () => {
  it("names the files that git does not track, and what to do, before it goes to the server", async () => {
    const cwd = temporary();
    git(cwd, "init", "-q", "-b", "main");
    await captured(newCommand, [".", "--yes", "--name", "shop"], { cwd });
    const uncommitted = await deploy(cwd);
    expect({ code: uncommitted.code, started: new Set(uncommitted.started) }).toEqual({
      code: 1,
      started: new Set(["git"]),
    });
    expect(uncommitted.stderr).toMatch(
      /error: git does not track flask-deploy\.yml, wsgi\.py, requirements\.txt and 3 more, and a deploy sends only what git tracks\. Commit .*git -C \S+ add -A/,
    );
    git(cwd, "add", "-A");
    git(cwd, "rm", "-q", "--cached", "deploy/nginx.conf");
    expect((await deploy(cwd)).stderr).toContain("git does not track deploy/nginx.conf,");
    git(cwd, "add", "deploy/nginx.conf");
    const staged = await deploy(cwd);
    expect(staged.stderr).not.toContain("git does not track");
    expect(staged.started).toContain("ssh");
  });
});

describe("deploy lints first, as the Action does", () => {
  /** With a server that is this machine: what ssh would run there runs here, and finds that no setup was here. */
  const here: typeof runProcess = (argv, options) =>
    runProcess(argv[0] === "ssh" ? ["sh", "-c", argv.at(-1) as string] : argv, options);
  async function shop(): Promise<string> {
    const cwd = temporary();
    git(cwd, "init", "-q", "-b", "main");
    await captured(newCommand, [".", "--yes", "--name", "shop"], { cwd });
    return cwd;
  }
  const go = (cwd: string, ...args: string[]) => {
    git(cwd, "add", "-A");
    return captured(deployCommand, ["--host", "shop.invalid", ...args], { cwd, run: here });
  };

  it("and stops at an error before anything is built or sent: app.run() at import is said at once", async () => {
    const cwd = await shop();
    expect((await go(cwd)).stderr).toContain("this server is not set up for shop");
    appendFileSync(join(cwd, "wsgi.py"), "\napp.run()\n");
    const { code, stderr } = await go(cwd);
    expect(code).toBe(1);
    expect(stderr).toMatch(/lint found 1 error/);
    expect(stderr).toMatch(/^ *wsgi\.py:\d+:\d+: error python\/run-at-import: /m);
    expect(stderr).toContain("--lint-level off deploys anyway");
  });

  it("unless --lint-level says from which severity on, or off", async () => {
    const cwd = await shop();
    appendFileSync(join(cwd, "wsgi.py"), "\napp.run()\n");
    expect((await go(cwd, "--lint-level", "off")).stderr).toContain("this server is not set up for shop");
    const warned = await shop();
    appendFileSync(join(warned, "deploy/uwsgi.ini"), "processes = 7\n");
    writeFileSync(join(warned, "flask-deploy.yml"), "name: shop\nstack: uwsgi\nworkers: 3\n");
    expect((await go(warned)).stderr).toContain("this server is not set up for shop");
    expect((await go(warned, "--lint-level", "warning")).stderr).toMatch(/lint found .*warning/);
  });
});
