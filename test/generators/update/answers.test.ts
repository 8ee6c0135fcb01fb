import { mkdir, readFile, rename } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { newCommand } from "../../../generators/scaffold/templates.ts";
import { updateCommand } from "../../../generators/update/command.ts";
import { captured } from "../captured.ts";
import { first, machine, type Texts } from "./versions.ts";

const yml = first["flask-deploy.yml"] as string;
const withYml = (change: (text: string) => string): Texts => ({ ...first, "flask-deploy.yml": change(yml) });

async function scaffolded(texts = first) {
  const made = await machine();
  expect(await made.scaffold(texts)).toMatchObject({ code: 0 });
  return made;
}

describe("a question that a newer version asks", () => {
  // As if `threads` was not asked before.
  const older = withYml((text) => text.replace("threads: <%= threads %>\n", ""));

  it("is answered with its default, and said", async () => {
    const { update, read } = await scaffolded(older);
    const { code, stdout } = await update(first, "1.1.0");
    expect({ code, stdout }).toMatchObject({
      code: 0,
      stdout: expect.stringContaining("  threads: 8 (change it with"),
    });
    expect(await read("flask-deploy.yml")).toContain("\nthreads: 8\n");
  });

  it("is answered by its flag", async () => {
    const { update, read } = await scaffolded(older);
    const { code, stdout } = await update(first, "1.1.0", ["--threads", "4"]);
    expect({ code, stdout }).toMatchObject({ code: 0, stdout: expect.not.stringContaining("New questions") });
    expect(await read("flask-deploy.yml")).toContain("\nthreads: 4\n");
  });

  it("is no question where the user took the line out", async () => {
    const { update, edit, commit } = await scaffolded();
    await edit("flask-deploy.yml", (text) => text.replace("threads: 8\n", ""));
    commit();
    const { code, stdout } = await update({ ...first, "new.txt": "new\n" }, "1.1.0");
    expect({ code, stdout }).toMatchObject({ code: 0, stdout: expect.not.stringContaining("New questions") });
  });
});

it("an answer that no template uses any more is dropped, and said", async () => {
  const { update, read } = await scaffolded(withYml((text) => text.replace("threads:", "gevent: true\nthreads:")));
  const { code, stdout } = await update(first, "1.1.0");
  expect({ code, stdout }).toMatchObject({
    code: 0,
    stdout: expect.stringMatching(/removed from flask-deploy\.yml:\n {2}gevent\n/),
  });
  expect(await read("flask-deploy.yml")).not.toContain("gevent");
});

describe("a line of flask-deploy.yml that the user has changed", () => {
  it("may be next to one that the templates change", async () => {
    const { update, edit, commit, read } = await scaffolded();
    await edit("flask-deploy.yml", (text) => text.replace(/^domain: .*$/m, "domain: tea-shop.org  # ours"));
    commit();
    const next = withYml((text) => text.replace("tls:", "# Certificates.\ntls:"));
    expect(await update(next, "1.1.0")).toMatchObject({ code: 0 });
    expect(await read("flask-deploy.yml")).toContain("\ndomain: tea-shop.org  # ours\n# Certificates.\ntls: none\n");
    expect(await read("deploy/nginx.conf")).toContain("server_name tea-shop.org;\n");
  });

  it("keeps its comment when a flag changes the answer", async () => {
    const { update, edit, commit, read } = await scaffolded();
    await edit("flask-deploy.yml", (text) => text.replace("workers: 2", "workers: 3  # measured"));
    commit();
    expect(await update(first, "1.0.0", ["--workers", "5"])).toMatchObject({ code: 0 });
    expect(await read("flask-deploy.yml")).toContain("\nworkers: 5  # measured\n");
    expect(await read("deploy/uwsgi.ini")).toContain("processes = 5\n");
  });

  it("keeps its URL", async () => {
    const { update, edit, commit, read } = await scaffolded();
    await edit("flask-deploy.yml", (text) =>
      text
        .replace(/^domain: .*$/m, "domain: tea-shop.org")
        .replace(/^ {2}# host:.*$/m, "  host: tea-shop.org\n  url: https://tea-shop.org"),
    );
    commit();
    expect(await update({ ...first, "new.txt": "new\n" }, "1.1.0")).toMatchObject({ code: 0 });
    expect((await read("flask-deploy.yml")).match(/url: .*/g)).toEqual(["url: https://tea-shop.org"]);
  });
});

describe("an answer that is changed", () => {
  it.each([
    ["--socket", "tcp"],
    ["--server", "gunicorn"],
    ["--process-manager", "supervisor"],
    ["--process-manager", "emperor"],
    ["--stack", "uwsgi-cluster"],
    ["--layout", "package"],
    ["--no-static"],
    ["--console"],
    ["--name", "tea"],
  ])("%s %s makes the files that a scaffold with it makes, and back", async (...flags) => {
    const { home: cwd, dir, env, git } = await machine();
    const run = (...args: string[]) => captured(newCommand, args, { cwd, env });
    await run("shop", "--yes");
    const files = () => git("ls-tree", "-r", "HEAD");
    const before = files();
    expect(await captured(updateCommand, flags, { cwd: dir, env })).toMatchObject({ code: 0 });
    await run("other", "--yes", ...(flags[0] === "--name" ? [] : ["--name", "shop"]), ...flags);
    git("fetch", "-q", join(cwd, "other"), "HEAD");
    expect(files()).toBe(git("ls-tree", "-r", "FETCH_HEAD"));
    git("revert", "-m", "1", "--no-edit", "HEAD");
    expect(files()).toBe(before);
  });

  it("that contradicts another is refused, and nothing changes", async () => {
    const { update, git } = await scaffolded();
    const { code, stderr } = await update(first, "1.0.0", ["--process-manager", "emperor", "--server", "gunicorn"]);
    expect({ code, stderr }).toMatchObject({ code: 1, stderr: expect.stringContaining("the emperor runs uWSGI only") });
    expect(git("status", "--porcelain")).toBe("");
  });
});

it("an app that was moved from the root of its repository keeps the files that it has there", async () => {
  const { home: cwd, dir, env, git } = await machine();
  await captured(newCommand, ["shop", "--yes"], { cwd, env });
  await mkdir(join(dir, "web"));
  for (const path of git("ls-files")
    .split("\n")
    .map((path) => path.split("/")[0] as string))
    if (path !== ".github") await rename(join(dir, path), join(dir, "web", path)).catch(() => undefined);
  git("add", "-A");
  git("commit", "-q", "-m", "Move the app");
  const { code } = await captured(updateCommand, ["--workers", "5"], { cwd: join(dir, "web"), env });
  expect(git("ls-files", "web/pytest.ini", "web/deploy/uwsgi.ini", "deploy").split("\n")).toEqual([
    "web/deploy/uwsgi.ini",
    "web/pytest.ini",
  ]);
  expect(git("show", "HEAD:web/deploy/uwsgi.ini")).toContain("processes = 5\n");
  expect(code).toBe(0);
});

it("several apps of one repository are updated each by itself, also after a move", async () => {
  const { home, at, env } = await machine();
  const cwd = join(home, "mono");
  await mkdir(cwd);
  const git = at(cwd);
  git("init", "-q");
  for (const name of ["tea", "cake"]) await captured(newCommand, [`apps/${name}`, "--yes"], { cwd, env });
  git("add", "-A");
  git("commit", "-q", "-m", "Add two apps");
  const offline = { ...env, npm_config_offline: "true" };
  for (const name of ["tea", "cake"]) {
    const io = { cwd: join(cwd, "apps", name), env: offline };
    // What the scaffold has just generated differs in nothing, so even without a base there is no conflict.
    expect(await captured(updateCommand, [], io)).toMatchObject({ code: 0 });
  }
  expect(await captured(updateCommand, ["--workers", "5"], { cwd: join(cwd, "apps/tea"), env })).toMatchObject({
    code: 0,
  });
  await rename(join(cwd, "apps"), join(cwd, "services"));
  git("add", "-A");
  git("commit", "-q", "-m", "Move the apps");
  const moved = { cwd: join(cwd, "services/cake"), env };
  expect(await captured(updateCommand, ["--workers", "7"], moved)).toMatchObject({ code: 0 });
  const processes = async (name: string) =>
    /^processes = (\d+)/m.exec(await readFile(join(cwd, "services", name, "deploy/uwsgi.ini"), "utf8"))?.[1];
  expect([await processes("tea"), await processes("cake")]).toEqual(["5", "7"]);
  expect(git("status", "--porcelain")).toBe("");
  expect(git("ls-files", "apps")).toBe("");
});
