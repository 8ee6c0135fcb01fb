import { writeFile } from "node:fs/promises";
import { delimiter, join } from "node:path";
import { describe, expect, it } from "vitest";
import { first, machine } from "./versions.ts";

const second = {
  ...first,
  "deploy/nginx.conf": first["deploy/nginx.conf"]?.replace("nginx 5\n", "nginx five\n") ?? "",
  "deploy/shop.socket": "ListenStream=<%= name %>\n",
};

async function scaffolded() {
  const made = await machine();
  expect(await made.scaffold(first)).toMatchObject({ code: 0, stderr: "" });
  return made;
}

describe("update", () => {
  it("merges newer templates and keeps the user's edits", async () => {
    const { edit, commit, update, read, git } = await scaffolded();
    await edit("deploy/nginx.conf", (text) => text.replace("nginx 15\n", "nginx fifteen\n"));
    commit();
    const { code, stdout } = await update(second, "1.1.0");
    expect({ code, stdout }).toMatchObject({ code: 0, stdout: expect.stringContaining("Updated shop") });
    expect(stdout).toContain("from 1.0.0 to create-flask-deploy 1.1.0: 3 files");
    expect(stdout).toContain("npx create-flask-deploy setup HOST");
    const merged = await read("deploy/nginx.conf");
    expect(merged).toContain("nginx five\n");
    expect(merged).toContain("nginx fifteen\n");
    expect(await read("deploy/shop.socket")).toBe("ListenStream=shop\n");
    expect(git("status", "--porcelain")).toBe("");
    expect(git("for-each-ref", "--format=%(refname)")).toBe("refs/heads/main");
    expect(git("log", "--merges", "--format=%s by %an")).toBe("Merge the files of create-flask-deploy 1.1.0 by Ada");
  });

  it("changes nothing the second time, and builds on the last generation the third time", async () => {
    const { update, git, read } = await scaffolded();
    await update(second, "1.1.0");
    const head = git("rev-parse", "HEAD");
    expect(await update(second, "1.1.0")).toMatchObject({ code: 0, stdout: expect.stringContaining("Up to date") });
    expect(git("rev-parse", "HEAD")).toBe(head);
    const third = { ...second, "app.py": "all new\n" };
    expect(await update(third, "1.2.0")).toMatchObject({ code: 0, stdout: expect.stringContaining("from 1.1.0 to") });
    expect(await read("app.py")).toBe("all new\n");
  });

  it("ends with 1 at a conflict, names the files and the way out, and abort puts everything back", async () => {
    const { edit, commit, update, read, git, state } = await scaffolded();
    await edit("deploy/nginx.conf", (text) => text.replace("nginx 5\n", "nginx mine\n"));
    commit();
    const before = await state();
    const { code, stdout } = await update(second, "1.1.0");
    expect(code).toBe(1);
    expect(stdout).toContain("Conflicts in 1 file");
    expect(stdout).toContain("git merge --abort");
    expect(await read("deploy/nginx.conf")).toMatch(
      /<{7} HEAD\nnginx mine\n={7}\nnginx five\n>{7} create-flask-deploy\/1\.1\.0\//,
    );
    git("merge", "--abort");
    expect(await state()).toEqual(before);
  });

  it("tells programs the same as JSON", async () => {
    const { edit, commit, update } = await scaffolded();
    await edit("deploy/nginx.conf", (text) => text.replace("nginx 5\n", "nginx mine\n"));
    commit();
    const { code, stdout } = await update(second, "1.1.0", ["--json"]);
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({
      ...{
        ok: false,
        outcome: "conflicts",
        from: "1.0.0",
        to: "1.1.0",
        conflicts: [{ path: "deploy/nginx.conf", kind: "both" }],
      },
      changes: expect.arrayContaining([{ kind: "added", path: "deploy/shop.socket" }]),
    });
  });

  it("says with --check and --dry-run what it would do, and does nothing", async () => {
    const { update, state } = await scaffolded();
    const before = await state();
    const check = await update(second, "1.1.0", ["--check"]);
    expect(check).toMatchObject({
      code: 1,
      stdout: expect.stringContaining("An update of shop from 1.0.0 to create-flask-deploy 1.1.0 would change 3 files"),
    });
    const dry = await update(second, "1.1.0", ["--dry-run"]);
    expect(dry).toMatchObject({ code: 0, stdout: expect.stringContaining("-nginx 5\n+nginx five\n") });
    expect(await state()).toEqual(before);
    expect(await update(first, "1.1.0", ["--check"])).toMatchObject({ code: 0 });
    const answer = await update(first, "1.0.0", ["--dry-run", "--domain", "tea-shop.org", "--no-static"]);
    expect(answer.stdout).toContain("\nAn update of shop would change 2 files.\n");
    expect(answer.stdout).toContain("npx create-flask-deploy update --domain tea-shop.org --no-static\n");
  });

  it("says what the templates change where git is too old to merge in memory", async () => {
    const { update, home, env } = await scaffolded();
    const script = `#!/bin/sh\nPATH='${process.env.PATH}'\ncase "$*" in *merge-tree*) exit 129;; esac\nexec git "$@"\n`;
    await writeFile(join(home, "git"), script, { mode: 0o755 });
    const old = { env: { ...env, PATH: `${home}${delimiter}${env.PATH}` } };
    const check = await update(second, "1.1.0", ["--check"], old);
    expect(check).toMatchObject({
      code: 1,
      stdout: expect.stringMatching(/git 2\.38 or newer.*changed {2}deploy\/nginx/s),
    });
    const dry = await update(second, "1.1.0", ["--dry-run"], old);
    expect(dry).toMatchObject({ code: 0, stdout: expect.stringContaining("-nginx 5\n+nginx five\n") });
  });

  it("leaves what git rerere resolved to be looked at", async () => {
    const { edit, commit, update, git, write } = await scaffolded();
    git("config", "rerere.enabled", "true");
    git("config", "rerere.autoUpdate", "true");
    await edit("deploy/nginx.conf", (text) => text.replace("nginx 5\n", "nginx mine\n"));
    commit();
    expect(await update(second, "1.1.0")).toMatchObject({ code: 1 });
    await write("deploy/nginx.conf", "both\n");
    commit("resolve");
    git("reset", "-q", "--hard", "HEAD^");
    const again = await update(second, "1.1.0");
    expect(again).toMatchObject({ code: 1, stderr: expect.stringContaining("rerere resolved every conflict") });
    git("commit", "-q", "--no-edit");
    expect(git("show", "HEAD:deploy/nginx.conf")).toBe("both");
  });

  it("changes an answer and what follows from it", async () => {
    const { update, read, git } = await scaffolded();
    expect(await update(first, "1.0.0", ["--domain", "shop.example.org"])).toMatchObject({ code: 0 });
    expect(await read("flask-deploy.yml")).toContain('domain: "shop.example.org"\n');
    expect(await read("deploy/nginx.conf")).toContain("server_name shop.example.org;\n");
    expect(git("status", "--porcelain")).toBe("");
  });

  it("keeps what the folder had before the scaffold, which is in a second commit", async () => {
    const { write, scaffold, update, read, git } = await machine();
    await write(".gitignore", "*.secret\n");
    await write("README.rst", "ours\n");
    await write("deploy/nginx.conf", "ours\n");
    const texts = { ...first, ".gitignore": "*.pyc\n", "README.md": "theirs\n" };
    expect(await scaffold(texts)).toMatchObject({ code: 0 });
    expect(git("status", "--porcelain")).toBe("?? README.rst");
    expect(git("show", "HEAD^:deploy/nginx.conf")).toContain("nginx 1\n");
    expect(git("show", "HEAD:deploy/nginx.conf")).toBe("ours");
    const next = { ...texts, "deploy/uwsgi.ini": "new\n", "README.md": "new\n" };
    expect(await update(next, "1.1.0")).toMatchObject({ code: 0 });
    expect(await read(".gitignore")).toBe("*.secret\n\n# Added by create-flask-deploy\n*.pyc\n");
    expect(await read("deploy/nginx.conf")).toBe("ours\n");
    expect(await read("deploy/uwsgi.ini")).toBe("new\n");
    expect(git("ls-files")).not.toContain("README.md");
  });
});
