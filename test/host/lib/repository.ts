import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { type Finished, type RunOptions, runProcess } from "../../../action/engine/process/run.ts";

const cli = join(import.meta.dirname, "../../../generators/cli.ts");

/** A repository as the scaffold makes it, and our own command line run in it. */
export interface Repository {
  readonly root: string;
  /** Private key that `setup` makes for this app called shop. */
  readonly deployKey: string;
  /** create-flask-deploy WORDS, in the repository. */
  cli(words: readonly string[], options?: RunOptions): Promise<Finished>;
  /** The same, to be killed at a chosen moment. */
  start(words: readonly string[]): Started;
  read(path: string): string;
  write(path: string, text: string): void;
  /** Everything there is, as a commit. */
  commit(message: string): void;
  remove(): void;
}

export interface Started {
  /** Each line of stderr. */
  onLine(listen: (line: string) => void): void;
  /** SIGKILL to it and to every process it started. */
  kill(): void;
  /** Its exit code; null when it was killed. */
  readonly ended: Promise<number | null>;
}

/** Scaffolds into a temporary folder; `flags` are those of `create-flask-deploy`. */
export async function scaffold(...flags: readonly string[]): Promise<Repository> {
  const folder = mkdtempSync(join(tmpdir(), "fd-repository-"));
  const root = join(folder, "shop");
  // Keys that a command makes go into the temporary folder as well.
  const env = {
    ...(process.env as Record<string, string>),
    HOME: folder,
    NO_COLOR: "1",
    XDG_CACHE_HOME: join(homedir(), ".cache"),
  };
  const run: Repository["cli"] = (words, options) =>
    runProcess([process.execPath, cli, ...words], { cwd: root, env, timeoutMs: 240_000, ...options });
  const start: Repository["start"] = (words) => {
    const child = spawn(process.execPath, [cli, ...words], {
      cwd: root,
      env,
      stdio: ["ignore", "ignore", "pipe"],
      detached: true,
    });
    const lines = createInterface({ input: child.stderr });
    return {
      onLine: (listen) => lines.on("line", listen),
      kill: () => process.kill(-(child.pid as number), "SIGKILL"),
      ended: new Promise((done) => child.once("exit", done)),
    };
  };
  const made = await run([root, "--yes", ...flags], { cwd: folder });
  if (made.code !== 0) throw new Error(`the repository could not be scaffolded:\n${made.stderr}`);
  const git = (...words: string[]) => execFileSync("git", words, { cwd: root, env, stdio: "pipe" });
  return {
    root,
    deployKey: join(folder, ".ssh/shop-deploy"),
    cli: run,
    start,
    read: (path) => readFileSync(join(root, path), "utf8"),
    write: (path, text) => writeFileSync(join(root, path), text),
    commit: (message) => {
      git("add", "-A");
      git("-c", "user.name=Shop", "-c", "user.email=shop@example.org", "commit", "-qm", message);
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
