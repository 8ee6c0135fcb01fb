import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readlinkSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export const cli = join(import.meta.dirname, "../../../generators/cli.ts");

/** A folder of its own for a test file; everything below is made in it. */
export const makeRoom = () => realpathSync(mkdtempSync(join(tmpdir(), "room-")));

/** Removes it, and what a test that failed may have left running in it. */
export function clear(room: string): void {
  for (const pid of processesIn(room)) process.kill(pid, "SIGKILL");
  rmSync(room, { recursive: true, force: true });
}

/** Scaffolds an app and gives its folder. */
export function scaffold(room: string, name: string, ...flags: readonly string[]): string {
  execFileSync(process.execPath, [cli, name, "--yes", "--no-git", ...flags], { cwd: room });
  return join(room, name);
}

export interface Previewed {
  readonly child: ChildProcess;
  /** Resolves with stdout so far once it holds the text, or rejects with all that was said when it ends before. */
  readonly says: (text: string) => Promise<string>;
  readonly ended: Promise<{ readonly code: number | null; readonly stdout: string; readonly stderr: string }>;
  /** What is left of it: files of its TMPDIR, and processes that run in the repository. */
  readonly left: () => readonly string[];
}

/** Starts `preview` in a repository, with a TMPDIR of its own beside it. */
export function preview(repository: string, args: readonly string[], env: Record<string, string> = {}): Previewed {
  const temporary = `${repository}.tmp`;
  mkdirSync(temporary, { recursive: true });
  const child = spawn(process.execPath, [cli, "preview", ...args], {
    cwd: repository,
    env: { ...process.env, NO_COLOR: "1", TMPDIR: temporary, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const told = { stdout: "", stderr: "" };
  child.stdout.on("data", (data) => {
    told.stdout += data;
  });
  child.stderr.on("data", (data) => {
    told.stderr += data;
  });
  const ended = new Promise<{ code: number | null; stdout: string; stderr: string }>((resolve) => {
    child.on("close", (code) => resolve({ code, ...told }));
  });
  return {
    child,
    ended,
    says: (text) =>
      new Promise((resolve, reject) => {
        const look = () => told.stdout.includes(text) && resolve(told.stdout);
        look();
        child.stdout.on("data", look);
        ended.then(({ stdout, stderr }) => reject(new Error(`it ended:\n${stdout}\n${stderr}`)));
      }),
    left: () => [...readdirSync(temporary), ...processesIn(repository).map(String)],
  };
}

/** Ids of the processes whose working directory is the folder or below it. */
export function processesIn(folder: string): readonly number[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      try {
        return `${readlinkSync(`/proc/${pid}/cwd`)}/`.startsWith(`${folder}/`);
      } catch {
        return false;
      }
    })
    .map(Number);
}
