import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { chmod, mkdir, writeFile } from "node:fs/promises";
import { delimiter, join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { snapshot, temporary } from "./temporary.ts";

const cli = join(import.meta.dirname, "../../generators/cli.ts");

/** A git that takes its time where the first commit is made: by then every file is written. */
async function slowGit(): Promise<string> {
  const bin = temporary();
  const real = (process.env.PATH ?? "").split(delimiter).filter((folder) => folder !== bin);
  const script = `#!/bin/sh\nPATH='${real.join(delimiter)}'\ncase "$*" in *init*) touch "$STARTED"; sleep 20;; esac\nexec git "$@"\n`;
  await writeFile(join(bin, "git"), script);
  await chmod(join(bin, "git"), 0o755);
  return bin;
}

async function interrupt(cwd: string, signal: NodeJS.Signals, ...args: string[]) {
  const started = join(temporary(), "started");
  const env = { ...process.env, PATH: `${await slowGit()}${delimiter}${process.env.PATH}`, STARTED: started };
  const child = spawn(process.execPath, [cli, "shop", "--yes", ...args], { cwd, env, stdio: "pipe" });
  let stderr = "";
  child.stderr.on("data", (text) => {
    stderr += text;
  });
  for (let tries = 0; tries < 400 && !existsSync(started); tries++) await pause(25);
  const writing = Object.keys(await snapshot(cwd));
  child.kill(signal);
  const [code] = await once(child, "exit");
  return { code, stderr, writing };
}

describe("a signal while it writes", () => {
  it.each([
    ["SIGINT", 130],
    ["SIGTERM", 143],
    ["SIGHUP", 129],
  ] as const)("%s leaves nothing behind, and %i", async (signal, exitCode) => {
    const cwd = temporary();
    const { code, stderr, writing } = await interrupt(cwd, signal);
    expect(writing.some((path) => path.endsWith("/app.py"))).toBe(true);
    expect({ code, stderr }).toEqual({ code: exitCode, stderr: "error: interrupted: the folder is as it was\n" });
    expect(await snapshot(cwd)).toEqual({});
  });

  it("leaves a folder that was there as it was, with what it had overwritten", async () => {
    const cwd = temporary();
    await mkdir(join(cwd, "shop/deploy"), { recursive: true });
    await writeFile(join(cwd, "shop/deploy/nginx.conf"), "mine\n");
    await chmod(join(cwd, "shop/deploy/nginx.conf"), 0o640);
    const before = await snapshot(cwd);
    const { code, writing } = await interrupt(cwd, "SIGTERM", "--force");
    expect(writing).toContain("shop/wsgi.py");
    expect(code).toBe(143);
    expect(await snapshot(cwd)).toEqual(before);
  });
});
