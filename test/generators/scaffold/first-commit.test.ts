import { execFileSync } from "node:child_process";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Templates } from "../../../generators/scaffold/render.ts";
import { scaffold } from "../../../generators/scaffold/scaffold.ts";
import { captured } from "../captured.ts";
import { temporary } from "../temporary.ts";

/** One template is enough to have something to commit. */
async function newCommand() {
  const folder = temporary();
  await writeFile(join(folder, "app.py.ejs"), "# <%= name %>\n");
  const fileList: Templates["fileList"] = (_, { folder }) => [
    { template: "app.py.ejs", path: folder ? `${folder}/app.py` : "app.py" },
  ];
  return scaffold({ folder, fileList, view: () => ({}) });
}

const env = (home: string) => ({ PATH: process.env.PATH, HOME: home, GIT_CONFIG_NOSYSTEM: "1" });
const git = (cwd: string, ...args: string[]) =>
  execFileSync("git", args, { cwd, encoding: "utf8", env: env(cwd), stdio: "pipe" }).trim();
const identity = "[user]\n\tname = Ada\n\temail = ada@example.org\n";

async function made(args: string[], { config = identity, cwd = temporary(), ...also } = {}) {
  const home = temporary();
  await writeFile(join(home, ".gitconfig"), config);
  const result = await captured(await newCommand(), [...args, "--yes"], { cwd, env: { ...env(home), ...also } });
  return { ...result, cwd, dir: join(cwd, "shop") };
}

describe("the first commit", () => {
  it("holds every file, on main, by the person", async () => {
    const { code, stdout, dir } = await made(["shop"]);
    expect(code).toBe(0);
    expect(git(dir, "log", "--format=%an <%ae> %D")).toBe("Ada <ada@example.org> HEAD -> main");
    expect(git(dir, "ls-files")).toBe("app.py");
    expect(git(dir, "status", "--porcelain")).toBe("");
    expect(stdout).toContain(`first commit ${git(dir, "rev-parse", "--short", "HEAD")}`);
    expect(await readFile(join(dir, ".git/config"), "utf8")).not.toContain("worktree");
  });

  it("has a fallback identity where git knows none, says so, and configures nothing", async () => {
    const { code, stdout, dir } = await made(["shop"], { config: "" });
    expect(code).toBe(0);
    expect(git(dir, "log", "--format=%an")).toBe("create-flask-deploy");
    expect(stdout).toContain("git has no user.name");
    expect(await readFile(join(dir, ".git/config"), "utf8")).not.toContain("user");
  });

  it("neither asks for a signature nor runs anyone's hooks", async () => {
    const config = `${identity}[commit]\n\tgpgSign = true\n[gpg]\n\tprogram = false\n[core]\n\thooksPath = /nowhere\n`;
    const { dir } = await made(["shop"], { config });
    expect(git(dir, "log", "--format=%an")).toBe("Ada");
  });

  it("is in the new repository also when git is told another, as inside a hook", async () => {
    const { dir } = await made(["shop"], { GIT_DIR: "/nowhere/.git", GIT_INDEX_FILE: "/nowhere/index" } as object);
    expect(git(dir, "log", "--format=%an")).toBe("Ada");
  });

  it("leaves files of an existing folder to the person", async () => {
    const cwd = temporary();
    await mkdir(join(cwd, "shop"));
    await writeFile(join(cwd, "shop/notes.txt"), "secret\n");
    const { dir } = await made(["shop"], { cwd });
    expect(git(dir, "ls-files")).toBe("app.py");
    expect(git(dir, "status", "--porcelain")).toBe("?? notes.txt");
    expect(await readFile(join(dir, ".git/config"), "utf8")).not.toContain("worktree");
  });

  it("says which version generated which tree", async () => {
    const { dir } = await made(["shop"]);
    const message = git(dir, "log", "-1", "--format=%B");
    expect(message).toMatch(/^Start from create-flask-deploy\n\nFlask-Deploy-Version: \d+\.\d+\.\d+\n/);
    expect(message).toContain(
      `Flask-Deploy-Folder: .\nFlask-Deploy-Name: shop\nFlask-Deploy-Tree: ${git(dir, "rev-parse", "HEAD^{tree}")}`,
    );
  });

  it("is left out inside a repository, and --git there is a wrong use", async () => {
    const cwd = temporary();
    git(cwd, "init", "--quiet");
    const { code, stdout, dir } = await made(["shop"], { cwd });
    expect(code).toBe(0);
    expect(stdout).toContain(`No first commit: ${cwd} is a git repository already`);
    expect(git(dir, "rev-parse", "--show-toplevel")).toBe(cwd);
    expect((await made(["other/shop", "--git"], { cwd })).code).toBe(2);
  });

  it("is left out with --no-git, without a word", async () => {
    const { stdout, dir } = await made(["shop", "--no-git"]);
    expect(stdout).not.toMatch(/No first commit/);
    expect(() => git(dir, "rev-parse")).toThrow();
  });

  it("is left out where git is not installed, unless --git insists", async () => {
    const without = await made(["shop"], { PATH: "/nowhere" } as object);
    expect(without).toMatchObject({
      code: 0,
      stdout: expect.stringContaining("No first commit: git is not installed"),
    });
    const insisting = await made(["shop", "--git"], { PATH: "/nowhere" } as object);
    expect(insisting).toMatchObject({ code: 1, stderr: expect.stringContaining("Install git") });
  });
});
