import { isatty } from "node:tty";
import { Interrupted } from "../../action/engine/process/failure.ts";
import type { World } from "../../action/engine/process/world.ts";

/** A stream a command writes to. What a program reads goes to stdout, all else to stderr. */
export interface Out {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

/** How a program ended that had our stdin and stdout. */
export interface Attached {
  /** Exit code; null when a signal ended it. */
  readonly code: number | null;
  /** The last 8 kB of what it said on stderr, which was passed on already. */
  readonly stderr: string;
}

/** All that a command may touch of the world around it; only the entry makes the real one. */
export interface Io extends World {
  readonly stdin: NodeJS.ReadableStream & { readonly isTTY?: boolean };
  readonly stdout: Out;
  readonly stderr: Out;
  /** Whether a person can be asked: both ends are a terminal. */
  readonly interactive: boolean;
  /** Runs a program that has this process's own terminal, or whatever its stdin and stdout are. */
  readonly attach: (argv: readonly string[]) => Promise<Attached>;
  /** Aborted, with an {@link Interrupted} as its reason, by the first Ctrl-C or SIGTERM. A second one ends the process. */
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
      // `… | head` closes the pipe early: what was asked still happens, unread.
      if (error.code === "EPIPE" || unwritten) return;
      unwritten = true;
      // `… >log` on a full disk: what was asked still happens, but nobody reads how it went.
      process.once("exit", () => {
        process.exitCode ||= 1;
      });
      if (stream === stdout)
        stderr.write(`error: what was done is done, but not told: ${error.message}. Make room for the output.\n`);
    });
  return {
    // Opened only when it is read: that takes milliseconds which most commands have no use for.
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
    // Ctrl-C reaches it without us; a signal for us alone does not.
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
