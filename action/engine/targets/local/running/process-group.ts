import { type ChildProcess, spawn } from "node:child_process";
import { rmSync } from "node:fs";
import { createInterface } from "node:readline";
import type { Launch } from "./launch.ts";

/** How a member ended. */
export interface Exit {
  readonly name: string;
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

export interface Member extends Launch {
  readonly name: string;
  readonly cwd: string;
}

/** Programs that live and die together, with the folder they live in. */
export interface ProcessGroup {
  /** Starts one more, each line of its output going to `onLine`. */
  start(member: Member, onLine: (line: string) => void): void;
  /** Resolves when the first of them ends, whichever way. */
  readonly firstExit: Promise<Exit>;
  /** Ends all of them, whatever they started as well, and removes the folder. Resolves when nothing is left. */
  close(): Promise<void>;
}

/** How long programs may take to finish what they are answering. */
const GRACE_MS = 5000;

/**
 * Each member leads a process group, so that its workers are ended with it even when it was killed and could not do so
 * itself; Ctrl-C in a terminal reaches none of them, so they do not end before they are told. A watcher outside of this
 * process ends them and removes the folder when this process dies without a word, as by kill -9: it reads from a pipe
 * that nobody else holds.
 *
 * @param folder exists, and is the family's to remove
 */
export function openProcessGroup(folder: string): ProcessGroup {
  const watcher = spawn("sh", ["-c", watch, "flask-deploy-preview", folder], {
    detached: true,
    stdio: ["pipe", "ignore", "ignore"],
  });
  watcher.stdin.on("error", () => {});
  const dismissed = new Promise<void>((resolve) => {
    watcher.on("exit", () => resolve());
    watcher.on("error", () => resolve());
  });
  const members: ChildProcess[] = [];
  let announce: (exit: Exit) => void;
  const firstExit = new Promise<Exit>((resolve) => {
    announce = resolve;
  });

  return {
    firstExit,
    start({ name, argv: [program = "", ...args], env, cwd }, onLine) {
      const child = spawn(program, args, { cwd, env: { ...env }, detached: true, stdio: ["ignore", "pipe", "pipe"] });
      if (child.pid) {
        members.push(child);
        watcher.stdin.write(`${child.pid}\n`);
      }
      for (const stream of [child.stdout, child.stderr])
        createInterface({ input: stream, crlfDelay: Number.POSITIVE_INFINITY }).on("line", onLine);
      child.on("error", (error) => {
        onLine(error.message);
        announce({ name, code: 127, signal: null });
      });
      child.on("exit", (code, signal) => announce({ name, code, signal }));
    },
    async close() {
      const groups = members.map((child) => child.pid as number);
      for (const group of groups) signalGroup(group, "SIGTERM");
      // A group whose leader is gone has nobody left who would tell its workers to finish.
      const end = Date.now() + GRACE_MS;
      const isLed = (group: number) => members.some((c) => c.pid === group && c.exitCode === null && !c.signalCode);
      while (groups.some((group) => isAlive(group)) && Date.now() < end) {
        for (const group of groups) if (!isLed(group)) signalGroup(group, "SIGKILL");
        await new Promise((done) => setTimeout(done, 20));
      }
      for (const group of groups) signalGroup(group, "SIGKILL");
      while (groups.some((group) => isAlive(group)) && Date.now() < end + GRACE_MS)
        await new Promise((done) => setTimeout(done, 20));
      rmSync(folder, { recursive: true, force: true });
      watcher.stdin.end("done\n");
      await dismissed;
    },
  };
}

/** Learns a group a line; `done` dismisses it, and the end of its input without that means the preview has died. */
const watch = `
trap '' HUP INT TERM
groups=
while read -r word; do
  [ "$word" != done ] || exit 0
  groups="$groups -$word"
done
if [ -n "$groups" ]; then
  kill -s TERM -- $groups
  sleep 2
  kill -s KILL -- $groups
fi
rm -rf -- "$1"
`;

function signalGroup(group: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-group, signal);
  } catch {
    // Nobody is left in it.
  }
}

function isAlive(group: number): boolean {
  try {
    process.kill(-group, 0);
    return true;
  } catch (error) {
    // macOS answers EPERM for a group of which only the dead are left, unreaped.
    return (error as NodeJS.ErrnoException).code === "EPERM" && process.platform !== "darwin";
  }
}
