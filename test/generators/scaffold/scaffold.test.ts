import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { scaffold } from "../../../generators/scaffold/scaffold.ts";
import type { Io } from "../../../generators/terminal/io.ts";
import { captured } from "../captured.ts";
import { snapshot, temporary } from "../temporary.ts";

async function newCommand() {
  const folder = temporary();
  await writeFile(join(folder, "app.py.ejs"), "# <%= name %> <%= stack %>\n");
  await writeFile(join(folder, "site.conf.ejs"), "# <%= name %>\n");
  await writeFile(join(folder, "README.md.ejs"), "# <%= name %>\n");
  const fileList = () => ["app.py", "site.conf", "README.md"].map((path) => ({ template: `${path}.ejs`, path }));
  return scaffold({ folder, fileList, view: () => ({}) });
}

async function run(args: string[], given: Partial<Io> = {}) {
  const cwd = given.cwd ?? temporary();
  return { ...(await captured(await newCommand(), args, { ...given, cwd })), cwd };
}

describe("the scaffold", () => {
  it("names the app after the folder, and ends with cd and the line that makes it again", async () => {
    const { code, stdout, stderr, cwd } = await run([
      "my-shop",
      "--yes",
      "--no-git",
      "--stack=gunicorn",
      "--no-static",
    ]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect((await snapshot(cwd))["my-shop/app.py"]).toBe("644 # my-shop gunicorn\n");
    expect(stdout).toContain("\n  cd my-shop\n");
    expect(stdout).toContain("\n  npx create-flask-deploy my-shop --yes --stack gunicorn --no-static --no-git\n");
    expect(stdout).not.toContain("\x1b");
  });

  it("names the folder after the app", async () => {
    const { cwd } = await run(["--name", "shop", "--yes", "--no-git"]);
    expect(Object.keys(await snapshot(cwd))).toContain("shop/app.py");
  });

  it("fills the folder it is in, and names the app after it", async () => {
    const cwd = join(temporary(), "shop");
    await mkdir(cwd);
    const { stdout } = await run([".", "--yes", "--no-git"], { cwd });
    expect((await snapshot(cwd))["app.py"]).toBe("644 # shop uwsgi\n");
    expect(stdout).not.toContain("cd ");
    expect(stdout).toContain("npx create-flask-deploy . --yes --name shop --no-git");
  });

  it("quotes what a shell would take apart", async () => {
    const { stdout } = await run(["it's $HOME/a b", "--name", "shop", "--yes", "--no-git"]);
    expect(stdout).toContain(`\n  cd 'it'\\''s $HOME/a b'\n`);
    expect((await run(["--yes", "--name=shop", "--", "-x"])).stdout).toContain("\n  cd ./-x\n");
  });

  it("lists what is in the way and keeps it, unless forced; of README it says nothing", async () => {
    const cwd = temporary();
    await mkdir(join(cwd, "shop"));
    await writeFile(join(cwd, "shop/site.conf"), "mine\n");
    await writeFile(join(cwd, "shop/README.md"), "mine\n");
    const { code, stdout } = await run(["shop", "--yes", "--no-git", "--dry-run"], { cwd });
    expect(code).toBe(0);
    expect(stdout).toMatch(/kept +7 B {2}site\.conf\n/);
    expect((await run(["shop", "--yes", "--no-git", "--force"], { cwd })).code).toBe(0);
    expect(await snapshot(join(cwd, "shop"))).toMatchObject({
      "site.conf": "644 # shop\n",
      "README.md": "644 mine\n",
    });
    const again = join(cwd, "again");
    await mkdir(again);
    await writeFile(join(again, "site.conf"), "mine\n");
    const kept = await run(["again", "--yes", "--no-git"], { cwd });
    expect(kept.stdout).toContain("Existing files kept (--force overwrites them):\n  site.conf\n\n");
  });

  it("only tells, with --dry-run", async () => {
    const { code, stdout, cwd } = await run(["shop", "--yes", "--dry-run"]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/new +13 B {2}app\.py\n/);
    expect(await snapshot(cwd)).toEqual({});
  });

  it("tells everything to programs, with --json", async () => {
    const { stdout, cwd } = await run(["shop", "--yes", "--json", "--dry-run"]);
    const told = JSON.parse(stdout);
    expect(told).toMatchObject({
      ok: true,
      dryRun: true,
      dir: join(cwd, "shop"),
      answers: { name: "shop", stack: "uwsgi" },
      git: { state: "planned" },
      command: "npx create-flask-deploy shop --yes",
    });
    expect(told.files[0]).toEqual({ path: "app.py", bytes: 13, state: "new" });
    expect(told.next[0]).toBe("cd shop");
  });

  it("prints its version", async () => expect((await run(["--version"])).stdout).toMatch(/^\d+\.\d+\.\d+\n$/));
});

describe("a wrong use", () => {
  it.each<[string[], RegExp]>([
    [["--yes"], /--name is missing: pass it, or a folder/],
    [["shop"], /cannot prompt without a terminal: pass --yes for the defaults, or set --stack, /],
    [["My Shop", "--yes"], /folder's name, "My Shop".*--name my-shop/],
    [[".", "--yes", "--name", "json"], /--name "json".*standard library/],
    [["", "--yes"], /folder must not be empty/],
    [["shop", "--yes", "--server=gunicorn", "--process-manager=emperor"], /emperor runs uWSGI only/],
    [["shop", "--yes", "--socket=tcp", "--port=70000"], /1024 to 65535/],
    [["shop", "--yes", "--domain=https://a.org"], /leave out the scheme/],
    [["shop", "other", "--yes"], /unexpected arguments: "other"/],
  ])("%j ends with 2, its reason, and nothing made", async (args, why) => {
    const { code, stdout, stderr, cwd } = await run(args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toMatch(why);
    expect(await snapshot(cwd)).toEqual({});
  });

  it("reports everything that is wrong with it at once", async () => {
    const { stderr } = await run([
      "json",
      "--prot=1",
      "--python=2.7",
      "--workers=0",
      "--server=gunicorn",
      "--process-manager=emperor",
    ]);
    for (const part of [/--prot/, /--python "2.7"/, /--workers "0"/, /emperor/, /"json"/, /without a terminal/])
      expect(stderr).toMatch(part);
  });

  it("of a folder that cannot take files ends with 1", async () => {
    const cwd = temporary();
    await writeFile(join(cwd, "shop"), "");
    const { code, stderr } = await run(["shop", "--yes"], { cwd });
    expect({ code, stderr }).toEqual({
      code: 1,
      stderr: `error: ${cwd}/shop is a file. Choose another folder, or move the file away.\n`,
    });
  });
});
