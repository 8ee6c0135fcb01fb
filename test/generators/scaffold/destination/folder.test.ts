import { execFileSync } from "node:child_process";
import { chmodSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { newCommand } from "../../../../generators/scaffold/templates.ts";
import { captured } from "../../captured.ts";
import { snapshot, temporary } from "../../temporary.ts";

const scaffold = (cwd: string, ...args: string[]) => captured(newCommand, args, { cwd });

function folder(...files: string[]): string {
  const dir = join(temporary(), "shop");
  mkdirSync(dir);
  for (const file of files) put(dir, file, "mine\n");
  return dir;
}

function put(dir: string, file: string, text: string): void {
  mkdirSync(dirname(join(dir, file)), { recursive: true });
  writeFileSync(join(dir, file), text);
}

const git = (cwd: string, ...args: string[]) => execFileSync("git", args, { cwd, encoding: "utf8", stdio: "pipe" });

function repository(...files: string[]): string {
  const dir = folder(...files);
  git(dir, "init", "-q", "-b", "main");
  git(dir, "add", "-A");
  git(dir, "-c", "user.name=A", "-c", "user.email=a@example.org", "commit", "-q", "--allow-empty", "-m", "Theirs");
  return dir;
}

describe("a folder that holds another app", () => {
  it.each([
    [["app.py"]],
    [["requirements.txt"]],
    [["requirements-prod.txt"]],
    [["pyproject.toml"]],
    [["manage.py", "site/wsgi.py"]],
    [["shop/__init__.py"]],
    [["webapp/run.py"]],
    [["src/shop/__init__.py"]],
    [["package.json"]],
    [["Dockerfile"]],
  ])("of %j gets no scaffold over it, also with --force, and is told what was found", async (files) => {
    const dir = folder("README.md", ...files);
    const before = await snapshot(dir);
    for (const force of [[], ["--force"]]) {
      const { code, stdout, stderr } = await scaffold(dir, ".", "--yes", ...force);
      expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
      expect(stderr).toContain(`${dir} already holds an app: ${files.join(", ")}. `);
    }
    expect(await snapshot(dir)).toEqual(before);
  });

  it("is not one of documentation, pages and licenses", async () => {
    const dir = folder(
      "README.md",
      "LICENSE",
      "docs/conf.py",
      "scripts/deploy.py",
      "templates/old.html",
      "node_modules/x/app.py",
    );
    expect((await scaffold(dir, ".", "--yes")).code).toBe(0);
  });
});

describe("an app that is there already", () => {
  it("is made again from its own answers, and gets the files that it lacks", async () => {
    const cwd = temporary();
    await scaffold(cwd, "shop", "--yes", "--stack", "gunicorn", "--domain", "example.org");
    const before = await snapshot(join(cwd, "shop"));
    execFileSync("rm", ["shop/wsgi.py"], { cwd });
    const { code, stdout } = await scaffold(cwd, "shop", "--yes", "--domain", "example.org");
    expect(code, stdout).toBe(0);
    expect(await snapshot(join(cwd, "shop"))).toMatchObject(
      Object.fromEntries(Object.entries(before).filter(([path]) => !path.startsWith(".git/"))),
    );
  });

  it("is not mixed with another stack: what differs is named, and `update`", async () => {
    const cwd = temporary();
    await scaffold(cwd, "shop", "--yes");
    const before = await snapshot(join(cwd, "shop"));
    for (const force of [[], ["--force"]]) {
      const { code, stderr } = await scaffold(cwd, "shop", "--yes", "--server", "gunicorn", "--workers=4", ...force);
      expect(code).toBe(1);
      expect(stderr).toMatch(
        /--server is uwsgi there, not gunicorn; --workers is 2 there, not 4\..*run npx create-flask-deploy update --server gunicorn --workers 4 in that folder/,
      );
    }
    expect(await snapshot(join(cwd, "shop"))).toEqual(before);
  });

  it("whose flask-deploy.yml is wrong is left alone", async () => {
    const dir = folder();
    put(dir, "flask-deploy.yml", "name: shop\nserver: apache\n");
    const { code, stderr } = await scaffold(dir, ".", "--yes");
    expect(code).toBe(1);
    expect(stderr).toMatch(/flask-deploy\.yml:2:1: server must be one of uwsgi, gunicorn/);
  });
});

describe("a .gitignore that is there", () => {
  it("is kept, and gets the lines that keep secrets and packages out of a commit", async () => {
    const dir = repository("README.md");
    put(dir, ".gitignore", "*.log\n/.venv\n!.env\n");
    put(dir, ".env", "SECRET=1\n");
    chmodSync(join(dir, ".gitignore"), 0o600);
    const { code, stdout } = await scaffold(dir, ".", "--yes");
    expect(code).toBe(0);
    expect(stdout).toContain(".gitignore kept, with its missing lines added.");
    const there = await snapshot(dir);
    expect(there[".gitignore"]).toMatch(
      /^600 \*\.log\n\/\.venv\n!\.env\n\n# Added by create-flask-deploy\n\.env\n__pycache__\//,
    );
    expect(there[".gitignore"]).not.toContain(".venv/");
    git(dir, "add", "-A");
    expect(git(dir, "diff", "--cached", "--name-only")).not.toMatch(/^\.env$/m);
    // Again changes nothing more.
    expect((await scaffold(dir, ".", "--yes")).code).toBe(0);
    expect((await snapshot(dir))[".gitignore"]).toBe(there[".gitignore"]);
  });
});

describe("a repository that is there already", () => {
  it("keeps its own license and its own settings for tests: neither LICENSE nor pytest.ini is added", async () => {
    const dir = repository("README.md");
    expect((await scaffold(dir, ".", "--yes")).code).toBe(0);
    const there = await snapshot(dir);
    expect(there["wsgi.py"]).toContain("import app");
    expect(there.LICENSE).toBeUndefined();
    expect(there["pytest.ini"]).toBeUndefined();
    expect(parse((there["flask-deploy.yml"] ?? "").slice(4)).license).toBe("none");
    // One of its own has both.
    const own = temporary();
    await scaffold(own, "shop", "--yes");
    expect(Object.keys(await snapshot(own))).toEqual(expect.arrayContaining(["shop/LICENSE", "shop/pytest.ini"]));
  });

  it("gets the workflow of an app in a sub-directory at its root, with working-directory and an environment", async () => {
    const root = repository("README.md");
    const { code, stdout } = await scaffold(root, "apps/tea", "--yes", "--console");
    expect(code, stdout).toBe(0);
    const there = await snapshot(root);
    expect(Object.keys(there).filter((path) => path.includes(".github/workflows/"))).toEqual([
      ".github/workflows/console-tea.yml",
      ".github/workflows/deploy-tea.yml",
    ]);
    const workflow = (kind: string) => parse((there[`.github/workflows/${kind}-tea.yml`] ?? "").slice(4));
    const deploy = workflow("deploy");
    expect(deploy.on.push.paths).toEqual(["apps/tea/**", ".github/workflows/deploy-tea.yml"]);
    expect(deploy.jobs.test.defaults.run["working-directory"]).toBe("apps/tea");
    expect(deploy.jobs.test.steps.at(-1).with["working-directory"]).toBe("apps/tea");
    expect(deploy.jobs.deploy).toMatchObject({
      environment: { name: "production-tea" },
      concurrency: { group: "production-tea" },
    });
    expect(deploy.jobs.deploy.steps.at(-1).with).toMatchObject({
      "working-directory": "apps/tea",
      environment: "production-tea",
    });
    expect(workflow("console").jobs.console.steps.at(-1).with["working-directory"]).toBe("apps/tea");
    expect(there["apps/tea/wsgi.py"]).toContain("import app");
    expect(Object.keys(there).filter((path) => path.startsWith("apps/tea/.git/"))).toEqual([]);
    expect(stdout).toContain("  cd apps/tea\n");
  });

  it("is not the one whose .gitignore leaves the folder out, such as a home under git", async () => {
    const home = repository("README.md");
    put(home, ".gitignore", "*\n");
    expect((await scaffold(home, "code/tea", "--yes")).code).toBe(0);
    expect(Object.keys(await snapshot(join(home, "code/tea")))).toEqual(
      expect.arrayContaining([".github/workflows/deploy.yml", "LICENSE", ".git/HEAD"]),
    );
  });

  it("refuses a sub-directory that GitHub would read as a pattern", async () => {
    const root = repository("README.md");
    const { code, stderr } = await scaffold(root, "[a]*/tea", "--yes");
    expect(code).toBe(1);
    expect(stderr).toContain("[a]*/tea becomes a path in a GitHub workflow");
  });
});
