import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { chmod, readFile, writeFile } from "node:fs/promises";
import { delimiter, join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { newCommand } from "../../../generators/scaffold/templates.ts";
import { updateCommand } from "../../../generators/update/command.ts";
import { captured } from "../captured.ts";
import { temporary } from "../temporary.ts";
import { machine } from "./versions.ts";

const cli = join(import.meta.dirname, "../../../generators/cli.ts");

/** An app of the real templates, in the home of a machine. */
async function scaffolded() {
  const made = await machine();
  expect(await captured(newCommand, ["shop", "--yes"], { cwd: made.home, env: made.env })).toMatchObject({ code: 0 });
  return made;
}

/** A git that stops for a while before, or after, one of its commands; it goes on when the test says so. */
function slowGit(command: string, when: "before" | "after") {
  const wait = 'touch "$0-started"; while [ ! -e "$0-goes-on" ]; do sleep 0.1; done';
  return gitThat(command, when === "before" ? `${wait}; exec git "$@"` : `git "$@"; code=$?; ${wait}; exit $code`);
}

/** A git that runs lines of a shell in place of one of its commands. */
async function gitThat(command: string, lines: string) {
  const bin = temporary();
  const script = `#!/bin/sh\nPATH='${process.env.PATH}'\nfor word; do case "$word" in ${command}) ${lines};; esac; done\nexec git "$@"\n`;
  await writeFile(join(bin, "git"), script);
  await chmod(join(bin, "git"), 0o755);
  return {
    path: `${bin}${delimiter}${process.env.PATH}`,
    started: join(bin, "git-started"),
    goesOn: join(bin, "git-goes-on"),
  };
}

type Made = Awaited<ReturnType<typeof machine>>;

async function interrupted(made: Made, signal: NodeJS.Signals, command: string, when: "before" | "after") {
  const { path, started, goesOn } = await slowGit(command, when);
  const env = { ...made.env, PATH: path };
  const child = spawn(process.execPath, [cli, "update", "--domain", "tea.example.org"], { cwd: made.dir, env });
  let stderr = "";
  child.stderr.on("data", (text) => {
    stderr += text;
  });
  while (!existsSync(started) && child.exitCode === null) await pause(25);
  const closed = once(child, "close");
  child.kill(signal);
  await writeFile(goesOn, "");
  const [code] = await closed;
  return { code, stderr };
}

const update = (made: Made, ...args: string[]) => {
  const child = spawn(process.execPath, [cli, "update", ...args], { cwd: made.dir, env: made.env });
  return once(child, "close").then(([code]) => code as number);
};

describe("an update that is interrupted", () => {
  it.each(["mktree", "commit-tree", "replace"])("in git %s leaves everything as it was", async (command) => {
    const made = await scaffolded();
    await made.edit("flask-deploy.yml", (text) => text.replace("workers: 2", "workers: 3"));
    made.commit();
    const before = await made.state();
    const { code, stderr } = await interrupted(made, "SIGINT", command, "before");
    expect({ code, stderr }).toMatchObject({ code: 130, stderr: expect.stringContaining("interrupted") });
    expect(await made.state()).toEqual(before);
    expect(await update(made, "--domain", "tea.example.org")).toBe(0);
  });

  it("while git merges ends with the merge, whole", async () => {
    const made = await scaffolded();
    await interrupted(made, "SIGTERM", "merge", "before");
    expect(made.git("status", "--porcelain")).toBe("");
    expect(await made.read("deploy/nginx.conf")).toContain("server_name tea.example.org;");
    expect(made.git("log", "--merges", "--oneline")).not.toBe("");
  });

  it.each([
    ["of git itself", "kill -9 $$", 130],
    ["of the disk's room", "exit 128", 1],
  ] as const)("by the end %s, half way through the files, puts them back", async (_, end, exitCode) => {
    const made = await scaffolded();
    await made.write("notes/mine.txt", "mine\n");
    const before = await made.state();
    const half = `echo half >deploy/nginx.conf; echo half >deploy/supervisor.conf; rm app.py; ${end}`;
    const { path } = await gitThat("merge", half);
    const io = { cwd: made.dir, env: { ...made.env, PATH: path } };
    const { code, stderr } = await captured(updateCommand, ["--process-manager", "supervisor"], io);
    expect({ code, stderr }).toMatchObject({
      code: exitCode,
      stderr: expect.stringContaining("every file is as it was"),
    });
    expect(await made.state()).toEqual(before);
  });

  it.each(["mktree", "replace", "merge"])(
    "by SIGKILL in git %s leaves a clean work tree, and the next one works",
    async (command) => {
      const made = await scaffolded();
      await made.edit("flask-deploy.yml", (text) => text.replace("workers: 2", "workers: 3"));
      made.commit();
      await interrupted(made, "SIGKILL", command, "after");
      expect(made.git("status", "--porcelain")).toBe("");
      expect(await update(made, "--domain", "tea.example.org")).toBe(0);
      expect(made.git("status", "--porcelain")).toBe("");
      expect(made.git("for-each-ref", "--format=%(refname)")).toBe("refs/heads/main");
      expect(await made.read("deploy/nginx.conf")).toContain("server_name tea.example.org;");
    },
  );
});

it("two updates at once merge once, and what they leave is clean", async () => {
  const made = await scaffolded();
  const codes = await Promise.all([1, 2, 3].map(() => update(made, "--domain", "tea.example.org")));
  expect(codes).toContain(0);
  expect(made.git("status", "--porcelain")).toBe("");
  expect(made.git("log", "--merges", "--format=%s").split("\n")).toHaveLength(1);
  expect(await readFile(join(made.dir, "deploy/nginx.conf"), "utf8")).toContain("server_name tea.example.org;");
  expect(made.git("for-each-ref", "--format=%(refname)")).toBe("refs/heads/main");
});
