import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { stacks } from "../../../action/engine/app/fields.ts";
import { lintCommand } from "../../../generators/commands/lint/lint.ts";
import { newCommand } from "../../../generators/scaffold/templates.ts";
import { updateCommand } from "../../../generators/update/command.ts";
import { keys, openTerminal } from "../../terminal.ts";
import { captured } from "../captured.ts";
import { snapshot } from "../temporary.ts";
import { machine } from "./versions.ts";

/**
 * What the last version that wrote no number into flask-deploy.yml has generated: a branch for each stack, without the
 * locks, which are the same now and more than half of the bytes.
 */
const bundle = join(import.meta.dirname, "unnumbered.bundle");
const locks = ["requirements.txt", "requirements-dev.txt"];

/** A repository as that version left it, and a scaffold of today with the answers given. */
async function both(stack: string, ...answers: string[]) {
  const one = await machine();
  const cwd = one.home;
  await captured(newCommand, ["fresh", "--yes", "--name", "shop", "--stack", stack, ...answers], { cwd, env: one.env });
  one.at(cwd)("clone", "-q", "--branch", stack, bundle, "shop");
  for (const lock of locks) await writeFile(join(one.dir, lock), await readFile(join(cwd, "fresh", lock)));
  one.git("checkout", "-q", "--orphan", "main");
  one.git("add", "-A");
  one.git("commit", "-q", "-m", "Start from create-flask-deploy");
  return { ...one, fresh: join(cwd, "fresh"), io: { cwd: one.dir, env: one.env } };
}

const treeOf = async (dir: string) =>
  Object.fromEntries(Object.entries(await snapshot(dir)).filter(([path]) => !/^\.git(\/|$)/.test(path)));

describe.each(Object.keys(stacks))("a repository of the stack %s without a version", (stack) => {
  it("becomes what the scaffold generates now, and lints clean", async () => {
    const { dir, fresh, io, git } = await both(stack);
    expect(await captured(updateCommand, [], io)).toMatchObject({ code: 0 });
    expect(await treeOf(dir)).toEqual(await treeOf(fresh));
    expect(await captured(lintCommand, [], io)).toMatchObject({
      code: 0,
      stdout: expect.stringContaining("no findings"),
    });
    expect(git("status", "--porcelain")).toBe("");
    expect(await captured(updateCommand, ["--check"], io)).toMatchObject({ code: 0 });
  });

  it("keeps the user's edits, the domain in flask-deploy.yml too, and lints clean", async () => {
    const { dir, fresh, io, edit, write, commit } = await both(stack, "--domain", "tea-shop.org", "--tls", "none");
    const edits: readonly (readonly [string, (text: string) => string])[] = [
      ["deploy/nginx.conf", (text) => `# Ours since May.\n\n${text}`],
      ["wsgi.py", (text) => `${text}\n# Ours.\n`],
      ["README.md", (text) => `${text}\n## Ours\n`],
      ["flask-deploy.yml", (text) => text.replace(/^domain: .*$/m, "domain: tea-shop.org")],
    ];
    for (const [path, change] of edits) await edit(path, change);
    await write("deploy/ours.conf", "ours\n");
    commit();
    expect(await captured(updateCommand, [], io)).toMatchObject({ code: 0 });
    for (const [path, change] of edits) {
      const file = join(fresh, path);
      await writeFile(file, change(await readFile(file, "utf8")));
    }
    const { "deploy/ours.conf": ours, ...rest } = await treeOf(dir);
    expect(ours).toContain("ours\n");
    expect(rest).toEqual(await treeOf(fresh));
    expect(await captured(lintCommand, [], io)).toMatchObject({
      code: 0,
      stdout: expect.stringContaining("no findings"),
    });
  });
});

describe("at a terminal", () => {
  async function terminalAt({ dir, env }: Awaited<ReturnType<typeof both>>) {
    const cli = join(import.meta.dirname, "../../../generators/cli.ts");
    const terminal = await openTerminal(dir, { ...env, PATH: env.PATH ?? "", NO_COLOR: "1" });
    onTestFinished(() => terminal.close());
    terminal.type(`${process.execPath} ${cli} update; echo "left with $?"${keys.enter}`);
    await terminal.until(/How many threads in each worker process\? \(8\)/);
    return terminal;
  }

  it("asks what that version did not, and nothing else", async () => {
    const made = await both("uwsgi");
    const terminal = await terminalAt(made);
    terminal.type("4", keys.enter);
    await terminal.until(/Updated shop.*left with 0/s);
    expect(await made.read("flask-deploy.yml")).toContain("\nthreads: 4\n");
    expect(await made.read("deploy/uwsgi.ini")).toContain("threads = 4\n");
  });

  it("changes nothing when the question is left", async () => {
    const made = await both("uwsgi");
    const before = await made.state();
    const terminal = await terminalAt(made);
    terminal.type(keys.ctrlC);
    await terminal.until(/Cancelled, nothing was written\.\nleft with 130/);
    expect(await made.state()).toEqual(before);
  });
});
