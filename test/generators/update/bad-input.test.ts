import { chmod, lstat, mkdir, readFile, readlink, rename, rm, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { first, machine, type Texts } from "./versions.ts";

const changed = (path: string, from: string, to: string, texts: Texts = first): Texts => ({
  ...texts,
  [path]: texts[path]?.replace(from, to) ?? "",
});
const next: Texts = {
  ...changed("deploy/nginx.conf", "nginx 5\n", "nginx five\n"),
  "deploy/shop.socket": "ListenStream=<%= name %>\n",
};

async function scaffolded(config?: string, texts = first) {
  const made = await machine(config);
  expect(await made.scaffold(texts)).toMatchObject({ code: 0 });
  return made;
}

type Made = Awaited<ReturnType<typeof machine>>;

describe("update refuses, and changes nothing", () => {
  const cases: readonly (readonly [string, (made: Made) => unknown, RegExp])[] = [
    ["a change that no commit holds", ({ edit }) => edit("app.py", () => "mine\n"), /app\.py has a change.*git stash/],
    [
      "a change that is staged",
      async ({ edit, git }) => {
        await edit("app.py", () => "mine\n");
        git("add", "-A");
      },
      /app\.py has a change/,
    ],
    ["a deletion that no commit holds", ({ dir }) => rm(join(dir, "app.py")), /app\.py has a change/],
    ["HEAD on no branch", ({ git }) => git("checkout", "-q", "--detach"), /on no branch.*git switch -c update/],
    [
      "an untracked file in the way",
      ({ write }) => write("deploy/shop.socket", "mine\n"),
      /deploy\/shop\.socket exists already/,
    ],
    [
      "an ignored file in the way",
      async ({ write, commit }) => {
        await write(".gitignore", "*.socket\n");
        commit();
        await write("deploy/shop.socket", "mine\n");
      },
      /deploy\/shop\.socket exists already/,
    ],
    [
      "a repository without a commit",
      async ({ dir, git }) => {
        await rm(join(dir, ".git"), { recursive: true });
        git("init", "-q");
      },
      /has no commit yet/,
    ],
    ["no repository", ({ dir }) => rm(join(dir, ".git"), { recursive: true }), /is not in a git repository.*git init/],
    [
      "no flask-deploy.yml",
      async ({ dir, commit }) => {
        await rm(join(dir, "flask-deploy.yml"));
        commit();
      },
      /no flask-deploy\.yml in this folder/,
    ],
    [
      "a flask-deploy.yml that is wrong",
      async ({ edit, commit }) => {
        await edit("flask-deploy.yml", (text) => text.replace("server: uwsgi", "server: cherrypy\nsrever: x"));
        commit();
      },
      /server must be one of.*srever is not a key.*Fix that in flask-deploy\.yml/s,
    ],
    [
      "a merge that is under way",
      async ({ git, edit, commit }) => {
        git("checkout", "-q", "-b", "other");
        await edit("app.py", (text) => text.replace("app 7\n", "app other\n"));
        commit();
        git("checkout", "-q", "main");
        await edit("app.py", (text) => text.replace("app 7\n", "app mine\n"));
        commit();
        expect(() => git("merge", "other")).toThrow();
      },
      /in the middle of a merge.*git merge --abort/,
    ],
    [
      "another git that holds the index",
      ({ write }) => write(".git/index.lock", ""),
      /another git process is running.*index\.lock/,
    ],
  ];

  it.each(cases)("%s", async (_, prepare, said) => {
    const made = await scaffolded();
    await prepare(made);
    const before = await filesOf(made);
    const { code, stdout, stderr } = await made.update(next, "1.1.0");
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toMatch(said);
    expect(await filesOf(made)).toEqual(before);
  });

  it("without git", async () => {
    const { update, env } = await scaffolded();
    const { code, stderr } = await update(next, "1.1.0", [], { env: { ...env, PATH: "/nowhere" } });
    expect({ code, stderr }).toMatchObject({ code: 1, stderr: expect.stringContaining("Install git") });
  });

  it("where a signature cannot be made", async () => {
    const made = await scaffolded();
    made.git("config", "commit.gpgSign", "true");
    made.git("config", "gpg.program", "false");
    const before = await made.state();
    expect(await made.update(next, "1.1.0")).toMatchObject({ code: 1, stderr: expect.stringContaining("sign") });
    expect(await made.state()).toEqual(before);
  });
});

describe("update keeps what the user did with a file of the templates", () => {
  it("a deleted one stays deleted, and is named when the templates changed it", async () => {
    const { dir, commit, update, git } = await scaffolded();
    await rm(join(dir, "deploy/nginx.conf"));
    await rm(join(dir, "app.py"));
    commit();
    const { code, stdout } = await update(next, "1.1.0");
    expect(code).toBe(0);
    expect(stdout).toMatch(/They stay deleted:\n {2}deploy\/nginx\.conf\n/);
    expect(git("ls-files")).toBe("deploy/shop.socket\ndeploy/uwsgi.ini\nflask-deploy.yml");
    expect(git("status", "--porcelain")).toBe("");
    expect(git("log", "-1", "--format=%B").trim()).toBe("Merge the files of create-flask-deploy 1.1.0");
    const check = await update(next, "1.1.0", ["--check"]);
    expect(check.code).toBe(0);
  });

  it("a renamed one gets the changes where it is now", async () => {
    const { dir, commit, update } = await scaffolded();
    await mkdir(join(dir, "infra"));
    await rename(join(dir, "deploy/nginx.conf"), join(dir, "infra/site.conf"));
    commit();
    expect(await update(next, "1.1.0")).toMatchObject({ code: 0 });
    expect(await readFile(join(dir, "infra/site.conf"), "utf8")).toContain("nginx five\n");
  });

  it("an executable one stays executable", async () => {
    const { dir, commit, update } = await scaffolded();
    await chmod(join(dir, "deploy/nginx.conf"), 0o755);
    commit();
    expect(await update(next, "1.1.0")).toMatchObject({ code: 0 });
    expect((await lstat(join(dir, "deploy/nginx.conf"))).mode & 0o100).toBe(0o100);
  });

  it("one that is a symbolic link now is a conflict, and abort brings the link back", async () => {
    const made = await scaffolded();
    const link = join(made.dir, "deploy/nginx.conf");
    await writeFile(join(made.home, "elsewhere"), "elsewhere\n");
    await rm(link);
    await symlink("../../elsewhere", link);
    made.commit();
    expect(await made.update(next, "1.1.0")).toMatchObject({ code: 1, stdout: expect.stringContaining("Conflicts") });
    expect(await readFile(join(made.home, "elsewhere"), "utf8")).toBe("elsewhere\n");
    made.git("merge", "--abort");
    expect(await readlink(link)).toBe("../../elsewhere");
    expect(made.git("status", "--porcelain")).toBe("");
  });

  it("a file of the user's own where the templates add one is a conflict of the two", async () => {
    const { write, commit, update, read } = await scaffolded();
    await write("deploy/shop.socket", "mine\n");
    commit();
    expect(await update(next, "1.1.0")).toMatchObject({ code: 1 });
    expect(await read("deploy/shop.socket")).toMatch(/\nmine\n={7}\nListenStream=shop\n/);
  });

  it("what the user has is all there when every file conflicts", async () => {
    const { edit, commit, update, read, git, state } = await scaffolded();
    const paths = ["deploy/nginx.conf", "deploy/uwsgi.ini", "app.py"];
    for (const path of paths) await edit(path, (text) => text.replace(/ 7\n/, " mine\n"));
    commit();
    const before = await state();
    const all = Object.fromEntries(
      Object.entries(first).map(([path, text]) => [path, text.replace(/ 7\n/, " seven\n")]),
    );
    const { code, stdout } = await update(all, "1.1.0");
    expect(code).toBe(1);
    for (const path of paths) {
      expect(stdout).toMatch(new RegExp(`^ {2}${path} +you and the templates changed the same lines$`, "m"));
      expect(await read(path)).toMatch(/ mine\n={7}\n.* seven\n/);
    }
    git("merge", "--abort");
    expect(await state()).toEqual(before);
  });
});

describe("update works in", () => {
  it("a checkout with Windows line ends", async () => {
    const { dir, git, edit, commit, update } = await scaffolded();
    git("config", "core.autocrlf", "true");
    git("rm", "-q", "--cached", "-r", ".");
    git("reset", "-q", "--hard");
    expect(await readFile(join(dir, "app.py"), "utf8")).toContain("app 1\r\n");
    await edit("deploy/nginx.conf", (text) => text.replace("nginx 15\r\n", "nginx mine\r\n"));
    commit();
    expect(await update(next, "1.1.0")).toMatchObject({ code: 0 });
    const merged = await readFile(join(dir, "deploy/nginx.conf"), "utf8");
    expect(merged).toMatch(/nginx five\r\n.*nginx mine\r\n/s);
    expect(git("status", "--porcelain")).toBe("");
  });

  it("a repository whose commits have Windows line ends", async () => {
    const { git, edit, commit, update, read } = await scaffolded();
    for (const path of ["deploy/nginx.conf", "app.py", "flask-deploy.yml"])
      await edit(path, (text) => text.replaceAll("\n", "\r\n").replace("nginx 15\r\n", "nginx mine\r\n"));
    commit();
    expect(await update(next, "1.1.0")).toMatchObject({ code: 0 });
    expect(await read("deploy/nginx.conf")).toMatch(/nginx five\r?\n.*nginx mine\r\n/s);
    expect(git("status", "--porcelain")).toBe("");
  });

  it("a repository that keeps a file with Git LFS", async () => {
    const filter = (clean: string, smudge: string) => `[filter "lfs"]\n\tclean = ${clean}\n\tsmudge = ${smudge}\n`;
    // As the filter of LFS does, this one keeps something else in the commit than in the work tree.
    const config = "[user]\n\tname = Ada\n\temail = ada@example.org\n";
    const { write, commit, update, git, read } = await scaffolded(
      `${config}${filter("sed s/^nginx/pointer/", "sed s/^pointer/nginx/")}`,
    );
    await write(".gitattributes", "deploy/nginx.conf filter=lfs\n");
    git("add", "--renormalize", ".");
    commit();
    expect(git("show", "HEAD:deploy/nginx.conf")).toContain("pointer 5\n");
    expect(await update(next, "1.1.0")).toMatchObject({ code: 0 });
    expect(git("status", "--porcelain")).toBe("");
    expect(git("show", "HEAD:deploy/nginx.conf")).toContain("pointer five\n");
    expect(await read("deploy/nginx.conf")).toContain("nginx five\n");
  });

  it("a repository with a submodule that has changes of its own", async () => {
    const { home, at, git, dir, commit, update } = await scaffolded();
    at(home)("init", "-q", "library");
    at(join(home, "library"))("commit", "-q", "--allow-empty", "-m", "Start");
    git("-c", "protocol.file.allow=always", "submodule", "add", "-q", join(home, "library"), "library");
    commit();
    await writeFile(join(dir, "library/notes.txt"), "mine\n");
    expect(await update(next, "1.1.0")).toMatchObject({ code: 0 });
    expect(await readFile(join(dir, "library/notes.txt"), "utf8")).toBe("mine\n");
  });

  it("a work tree of its own, from a folder of a repository", async () => {
    const { git, home, at, env, update } = await scaffolded();
    git("worktree", "add", "-q", "-b", "update", join(home, "tree"));
    const cwd = join(home, "tree");
    expect(await update(next, "1.1.0", [], { cwd, env })).toMatchObject({ code: 0 });
    expect(await readFile(join(cwd, "deploy/shop.socket"), "utf8")).toBe("ListenStream=shop\n");
    expect(at(cwd)("status", "--porcelain")).toBe("");
    expect(git("log", "--merges", "--oneline")).toBe("");
  });

  it("a hook of git, which points git elsewhere", async () => {
    const { env, update, git } = await scaffolded();
    const pointing = { GIT_DIR: "/nowhere/.git", GIT_INDEX_FILE: "/nowhere/index", GIT_WORK_TREE: "/nowhere" };
    expect(await update(next, "1.1.0", [], { env: { ...env, ...pointing } })).toMatchObject({ code: 0 });
    expect(git("status", "--porcelain")).toBe("");
  });

  it("a repository whose settings change what git merge does", async () => {
    const { git, update } = await scaffolded();
    const settings = {
      "merge.ff": "only",
      "branch.main.mergeOptions": "--squash --no-commit",
      "merge.verifySignatures": "true",
    };
    for (const [name, value] of Object.entries(settings)) git("config", name, value);
    git("config", "log.showSignature", "true");
    git("config", "core.useReplaceRefs", "false");
    git("config", "diff.noprefix", "true");
    expect(await update(next, "1.1.0", ["--domain", "tea.example.org"])).toMatchObject({ code: 0 });
    expect(git("log", "-1", "--format=%s")).toBe("Merge the files of create-flask-deploy 1.1.0");
    expect(git("status", "--porcelain")).toBe("");
  });

  it("a repository whose git knows nobody", async () => {
    const { git, update } = await scaffolded("");
    expect(await update(next, "1.1.0")).toMatchObject({ code: 0 });
    expect(git("log", "-1", "--format=%an")).toBe("create-flask-deploy");
  });
});

describe("the user's hooks", () => {
  const hook = async (made: Made, name: string, script: string) => {
    await mkdir(join(made.dir, ".git/hooks"), { recursive: true });
    await writeFile(join(made.dir, ".git/hooks", name), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
  };

  it("run for the merge", async () => {
    const made = await scaffolded();
    await hook(made, "commit-msg", 'echo "Signed-off-by: Ada" >>"$1"');
    expect(await made.update(next, "1.1.0")).toMatchObject({ code: 0 });
    expect(made.git("log", "-1", "--format=%B")).toContain("Signed-off-by: Ada");
  });

  it("may stop it: the merge then waits, with a way on and a way back", async () => {
    const made = await scaffolded();
    await hook(made, "pre-merge-commit", "echo not on a Saturday >&2; exit 1");
    const before = await made.state();
    const { code, stderr } = await made.update(next, "1.1.0");
    expect(code).toBe(1);
    expect(stderr).toMatch(/could not commit the merge:\n.*not on a Saturday.*git merge --abort/s);
    expect(made.git("rev-parse", "MERGE_HEAD")).toMatch(/^\w{40}$/);
    made.git("merge", "--abort");
    expect(await made.state()).toEqual(before);
  });
});

/** Every file and link of the work tree, and where HEAD is. */
async function filesOf({ dir, at, git }: Made) {
  const head = await lstat(join(dir, ".git"))
    .then(
      () => `${at(dir)("symbolic-ref", "-q", "--short", "HEAD")}`,
      () => "",
    )
    .catch(() => "detached");
  const status = head ? git("status", "--porcelain", "--ignored") : "";
  const names = ["app.py", "deploy/nginx.conf", "deploy/shop.socket", "flask-deploy.yml"];
  const texts = names.map((name) => readFile(join(dir, name), "utf8").catch(() => undefined));
  return { head, status, texts: await Promise.all(texts) };
}
