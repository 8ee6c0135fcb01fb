import { isatty } from "node:tty";
import type { ProcessRunner } from "../action/deploy/process.ts";
import { Interrupted } from "./errors.ts";

/** A stream a command writes to. What a program reads goes to stdout, all else to stderr. */
export interface Out {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

/** All that a command may touch of the world around it; only the entry makes the real one. */
export interface Io {
  readonly stdin: NodeJS.ReadableStream & { readonly isTTY?: boolean };
  readonly stdout: Out;
  readonly stderr: Out;
  /** Absolute; every relative path a person gives is meant from here. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Whether a person can be asked: both ends are a terminal. */
  readonly interactive: boolean;
  readonly run: ProcessRunner;
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
    run: async (...call) => (await import("../action/deploy/process.ts")).runProcess(...call),
    signal: stop.signal,
  };
}
