import { execFileSync } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { packageFolder, version } from "../../../generators/package.ts";
import { newCommand, templates } from "../../../generators/scaffold/templates.ts";
import type { Io } from "../../../generators/terminal/io.ts";
import { updateTo } from "../../../generators/update/command.ts";
import { generateWith } from "../../../generators/update/lineage/former.ts";
import { captured } from "../captured.ts";
import { temporary } from "../temporary.ts";
import { first, machine } from "./versions.ts";

const next = { ...first, "deploy/nginx.conf": first["deploy/nginx.conf"]?.replace("nginx 5\n", "nginx five\n") ?? "" };

/** One commit that holds everything, as "Squash and merge" and a template repository leave it. */
function squash(git: (...args: string[]) => string) {
  git("checkout", "-q", "--orphan", "squashed");
  git("commit", "-q", "-m", "Everything");
  git("branch", "-M", "main");
}

/** Neither a registry nor its cache. */
const offline = { npm_config_offline: "true" };

describe("without the generated commit in history", () => {
  it("makes every difference a conflict where the former version cannot be had, and loses no line", async () => {
    const { edit, commit, git, update, read, state, env } = await scaffoldedOf(first);
    await edit("app.py", (text) => text.replace("app 7\n", "app mine\n"));
    commit();
    squash(git);
    const before = await state();
    const { code, stdout } = await update(next, "1.1.0", [], { env: { ...env, ...offline } });
    expect(code).toBe(1);
    expect(stdout).toMatch(
      /history has no commit of generated files.*create-flask-deploy 1\.0\.0.*is not available.*registry cannot be reached/,
    );
    expect(stdout).toContain("Every difference is a conflict");
    expect(await read("app.py")).toMatch(/<{7}.*\napp mine\n={7}\napp 7\n>{7}/s);
    git("merge", "--abort");
    expect(await state()).toEqual(before);

    await update(next, "1.1.0", [], { env: { ...env, ...offline } });
    git("checkout", "--ours", "app.py");
    git("checkout", "--theirs", "deploy/nginx.conf", "flask-deploy.yml");
    git("add", "-A");
    git("commit", "-q", "--no-edit");
    // The merge has begun a lineage.
    const third = { ...next, "app.py": first["app.py"]?.replace("app 18\n", "app eighteen\n") ?? "" };
    expect(await update(third, "1.2.0", [], { env: { ...env, ...offline } })).toMatchObject({ code: 0 });
    expect(await read("app.py")).toMatch(/app mine\n.*app eighteen\n/s);
  });

  it("does not take an amended first commit for a generated one", async () => {
    const { edit, git, update, read, env } = await scaffoldedOf(first);
    await edit("app.py", (text) => text.replace("app 7\n", "app mine\n"));
    git("commit", "-q", "--all", "--amend", "--no-edit");
    const { code, stdout } = await update(next, "1.1.0", [], { env: { ...env, ...offline } });
    expect({ code, stdout }).toMatchObject({ code: 1, stdout: expect.stringContaining("was amended or squashed") });
    expect(await read("app.py")).toContain("app mine\n");
  });

  it("takes one whose author alone was amended, as the scaffold's own hint does", async () => {
    const { git, update } = await scaffoldedOf(first);
    git("commit", "-q", "--amend", "--reset-author", "--no-edit");
    expect(await update(next, "1.1.0")).toMatchObject({ code: 0 });
  });

  it("compares with an older generation where an update was squashed, and says so", async () => {
    const { git, update, env, edit, commit, read } = await scaffoldedOf(first);
    git("checkout", "-q", "-b", "update");
    await update(next, "1.1.0");
    git("checkout", "-q", "main");
    git("merge", "-q", "--squash", "update");
    git("commit", "-q", "-m", "Update");
    await edit("app.py", (text) => text.replace("app 7\n", "app mine\n"));
    commit();
    const third = { ...next, "app.py": first["app.py"]?.replace("app 18\n", "app eighteen\n") ?? "" };
    const { code, stdout } = await update(third, "1.2.0", [], { env: { ...env, ...offline } });
    expect(stdout).toContain("an update was squashed");
    expect(code).toBe(0);
    expect(await read("app.py")).toMatch(/app mine\n.*app eighteen\n/s);
    expect(await read("deploy/nginx.conf")).toContain("nginx five\n");
  });

  it("refuses a shallow clone, and says how to make it whole", async () => {
    const { home, at, commit, write, env } = await scaffoldedOf(first);
    await write("notes.txt", "mine\n");
    commit();
    at(home)("clone", "-q", "--depth=1", `file://${home}/shop`, "clone");
    const cwd = join(home, "clone");
    const { code, stderr } = await captured(updateTo(templates), ["--check"], { cwd, env });
    expect({ code, stderr }).toMatchObject({ code: 1, stderr: expect.stringContaining("git fetch --unshallow") });
    at(cwd)("fetch", "-q", "--unshallow");
    expect(await captured(updateTo(templates), ["--check"], { cwd, env })).toMatchObject({
      code: 1,
      stdout: expect.stringContaining("would change"),
    });
  });
});

describe("with the package that generated the files", () => {
  /** The app of the real templates, added to a repository that was there before. */
  async function added(folder = "services/shop") {
    const one = await machine();
    const cwd = join(one.home, "mono");
    one.at(one.home)("init", "-q", "mono");
    const git = one.at(cwd);
    await writeFile(join(cwd, "README.md"), "ours\n");
    expect(await captured(newCommand, [folder, "--yes", "--name", "shop"], { cwd, env: one.env })).toMatchObject({
      code: 0,
    });
    const file = join(cwd, folder, "deploy/nginx.conf");
    await writeFile(file, `# ours\n${await readFile(file, "utf8")}`);
    git("add", "-A");
    git("commit", "-q", "-m", "Add a shop");
    return { ...one, git, cwd, app: join(cwd, folder) };
  }

  it.each(["services/shop", "."])("merges into a repository that was there before, in %s", async (folder) => {
    const { git, cwd, app, env } = await added(folder);
    const args = ["--from", await sourcePackage(), "--domain", "shop.example.org"];
    const { code, stdout } = await captured(updateTo(templates), args, { cwd: app, env });
    expect({ code, stdout }).toMatchObject({ code: 0, stdout: expect.stringContaining("were generated again with") });
    const merged = await readFile(join(app, "deploy/nginx.conf"), "utf8");
    expect(merged).toMatch(/^# ours\n.*server_name shop\.example\.org;/s);
    expect(await readFile(join(cwd, "README.md"), "utf8")).toBe("ours\n");
    expect(git("status", "--porcelain")).toBe("");
    // From here on history has it.
    const again = await captured(updateTo(templates), ["--domain", "tea.example.org"], { cwd: app, env });
    expect(again).toMatchObject({ code: 0, stdout: expect.not.stringContaining("generated again") });
  });

  it("says which folder is no such package", async () => {
    const { app, env } = await added();
    const { code, stderr } = await captured(updateTo(templates), ["--from", "/nowhere"], { cwd: app, env });
    expect({ code, stderr }).toEqual({ code: 1, stderr: expect.stringContaining("/nowhere does not contain a built") });
  });

  it("leaves out an answer that the former version does not know", async () => {
    const { env, home } = await machine();
    const { io } = await ioOf({ cwd: home, env });
    const former = { version: undefined, from: await sourcePackage() };
    const own = 'name: shop\ndomain: "_"\nworkers: 4\ngevent: true\nstatic: false\ndeploy:\n  port: 22\n';
    const files = await generateWith(former, own, { existing: false, folder: "" }, io);
    const text = (path: string) => `${files.find((file) => file.path === path)?.content}`;
    expect(text("deploy/uwsgi.ini")).toContain("processes = 4\n");
    expect(text("flask-deploy.yml")).toContain("static: false\n");
    expect(files.map(({ path }) => path)).toContain("pytest.ini");
  });

  it("fetches it with npm, from the registry that npm is told", { timeout: 300_000 }, async () => {
    const { app, env, home } = await added();
    const registry = await registryOf(env);
    const npm = {
      npm_config_registry: registry,
      npm_config_cache: join(home, "npm"),
      npm_config_update_notifier: "false",
    };
    const io = { cwd: app, env: { ...env, ...npm } };
    const { code, stdout } = await captured(updateTo(templates), ["--workers", "5"], io);
    expect({ code, stdout }).toMatchObject({
      code: 0,
      stdout: expect.stringContaining(`generated again with create-flask-deploy ${version()}`),
    });
  });
});

describe("the version in flask-deploy.yml", () => {
  it("that is newer than the program is refused, with the way out", async () => {
    const { update, state } = await scaffoldedOf(first);
    await update(next, "1.10.0");
    const before = await state();
    const { code, stderr } = await update(first, "1.9.0");
    expect(code).toBe(1);
    expect(stderr).toContain("by create-flask-deploy 1.10.0, but this is 1.9.0, which is older");
    expect(stderr).toContain("npx create-flask-deploy@latest update");
    expect(await state()).toEqual(before);
  });
});

/** What a command is given of the world. */
async function ioOf(given: Partial<Io>): Promise<{ io: Io }> {
  let io: Io | undefined;
  const seen = async (_: readonly string[], world: Io) => {
    io = world;
    return 0;
  };
  await captured(seen, [], given);
  return { io: io as Io };
}

async function scaffoldedOf(texts: typeof first) {
  const made = await machine();
  expect(await made.scaffold(texts)).toMatchObject({ code: 0 });
  return made;
}

/** The package with the program as it is here, unbuilt. */
async function sourcePackage(): Promise<string> {
  const folder = temporary();
  const manifest = {
    name: "create-flask-deploy",
    version: version(),
    type: "module",
    bin: { "create-flask-deploy": "cli.js" },
  };
  await writeFile(join(folder, "package.json"), JSON.stringify(manifest));
  await writeFile(join(folder, "cli.js"), `import ${JSON.stringify(join(packageFolder, "generators/cli.ts"))};\n`);
  return folder;
}

/** A registry that has this package alone, as `npm pack` makes it. */
async function registryOf(env: Record<string, string | undefined>): Promise<string> {
  const folder = temporary();
  const quiet = ["--ignore-scripts", "--silent"];
  execFileSync("npm", ["pack", await sourcePackage(), "--pack-destination", folder, ...quiet], {
    env: env as NodeJS.ProcessEnv,
  });
  const name = `create-flask-deploy-${version()}.tgz`;
  const server = createServer(async (request, response) => {
    const tarball = `http://${request.headers.host}/${name}`;
    const manifest = { name: "create-flask-deploy", version: version(), bin: "cli.js", dist: { tarball } };
    const list = { name: manifest.name, "dist-tags": { latest: version() }, versions: { [version()]: manifest } };
    response.end(request.url === `/${name}` ? await readFile(join(folder, name)) : JSON.stringify(list));
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  onTestFinished(() => void server.close());
  return `http://127.0.0.1:${(server.address() as { port: number }).port}/`;
}
