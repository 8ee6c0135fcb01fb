import { isatty } from "node:tty";
import { Interrupted } from "../../action/engine/process/failure.ts";
import type { World } from "../../action/engine/process/world.ts";

/** A stream that a command writes to. Output for programs goes to stdout, everything else to stderr. */
export interface Out {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

/** How a program that had our stdin and stdout ended. */
export interface Attached {
  /** Exit code; null if a signal killed it. */
  readonly code: number | null;
  /** The last 8 kB of its stderr, which has been forwarded already. */
  readonly stderr: string;
}

/** All effects of a command; only the entry creates the real ones. */
export interface Io extends World {
  readonly stdin: NodeJS.ReadableStream & { readonly isTTY?: boolean };
  readonly stdout: Out;
  readonly stderr: Out;
  /** Whether prompts are possible: stdin and stdout are a terminal. */
  readonly interactive: boolean;
  /** Runs a program that has this process's own terminal, or whatever its stdin and stdout are. */
  readonly attach: (argv: readonly string[]) => Promise<Attached>;
  /** Aborted by the first Ctrl-C or SIGTERM, with an {@link Interrupted} as reason. A second one kills the process. */
  readonly signal: AbortSignal;
}

/** The {@link Io} of this process. */
export function processIo(): Io {
  const { stdout, stderr, env } = process;
  const stop = new AbortController();
  for (const name of ["SIGINT", "SIGTERM", "SIGHUP"] as const)
    process.once(name, () => stop.abort(new Interrupted(name)));
  let unwritten = false;
  for (const stream of [stdout, stderr])
    stream.on("error", (error: NodeJS.ErrnoException) => {
      // `… | head` closes the pipe early: the command still runs to its end, unread.
      if (error.code === "EPIPE" || unwritten) return;
      unwritten = true;
      // `… >log` on a full disk: the command still runs to its end, but its output is lost, so it must not exit with 0.
      process.once("exit", () => {
        process.exitCode ||= 1;
      });
      if (stream === stdout)
        stderr.write(
          `error: the command finished, but its output could not be written: ${error.message}. Free space for the output.\n`,
        );
    });
  return {
    // Opened only when used, because that takes milliseconds and most commands do not read it.
    get stdin() {
      return process.stdin;
    },
    stdout,
    stderr,
    cwd: process.cwd(),
    env,
    interactive: isatty(0) && isatty(1),
    run: async (...call) => (await import("../../action/engine/process/run.ts")).runProcess(...call),
    attach: attachedTo(stop.signal),
    signal: stop.signal,
  };
}

const attachedTo =
  (signal: AbortSignal): Io["attach"] =>
  async ([program = "", ...args]) => {
    const { spawn } = await import("node:child_process");
    const child = spawn(program, args, { stdio: ["inherit", "inherit", "pipe"] });
    // Ctrl-C reaches the child by itself; a signal to this process only does not.
    signal.addEventListener("abort", () => child.kill("SIGTERM"), { once: true });
    let tail = Buffer.alloc(0);
    child.stderr.on("data", (chunk: Buffer) => {
      process.stderr.write(chunk);
      tail = Buffer.concat([tail, chunk]).subarray(-8192);
    });
    return new Promise((done, fail) => {
      child.once("error", fail);
      child.once("close", (code) => done({ code, stderr: tail.toString() }));
    });
  };
