import { spawn } from "node:child_process";
import { StringDecoder } from "node:string_decoder";

/** How a process ended, and what it printed. */
export interface Finished {
  /** Exit code; null if a signal killed it. */
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
  /** True if it was killed because `timeoutMs` expired. */
  readonly timedOut: boolean;
}

export interface RunOptions {
  readonly stdin?: string | Uint8Array | NodeJS.ReadableStream;
  readonly timeoutMs?: number;
  readonly cwd?: string;
  /** The whole environment of the process; by default that of this process. */
  readonly env?: Readonly<Record<string, string>>;
  /** Kills the process when aborted, as `timeoutMs` does. */
  readonly signal?: AbortSignal | undefined;
  /** Called with each line as it comes, without its newline. */
  readonly onLine?: (line: string, from: "stdout" | "stderr") => void;
}

/**
 * Runs a program without a shell. Resolves however the program ends.
 *
 * @throws the system's error (ENOENT, EACCES …) if the program cannot be started at all
 */
export type ProcessRunner = (argv: readonly string[], options?: RunOptions) => Promise<Finished>;

/** How long to wait for a pipe after its program has exited: a process it left (an ssh master) may hold it open. */
const LINGER_MS = 250;

/** The {@link ProcessRunner} of a real machine. */
export const runProcess: ProcessRunner = (argv, options = {}) =>
  new Promise((resolve, reject) => {
    const [program, ...args] = argv;
    if (program === undefined) throw new Error("no program to run: the argument vector is empty");
    const child = spawn(program, args, { cwd: options.cwd, env: options.env, stdio: "pipe" });
    let timedOut = false;
    let killer: NodeJS.Timeout | undefined;
    const end = () => {
      child.kill("SIGTERM");
      killer = setTimeout(() => child.kill("SIGKILL"), 1000);
    };
    const clock = options.timeoutMs
      ? setTimeout(() => {
          timedOut = true;
          end();
        }, options.timeoutMs)
      : undefined;
    if (options.signal?.aborted) end();
    options.signal?.addEventListener("abort", end, { once: true });

    const out = collect(child.stdout, (line) => options.onLine?.(line, "stdout"));
    const err = collect(child.stderr, (line) => options.onLine?.(line, "stderr"));
    const tidy = () => {
      clearTimeout(clock);
      clearTimeout(killer);
      options.signal?.removeEventListener("abort", end);
    };
    child.on("error", (error) => {
      tidy();
      reject(error);
    });
    child.on("exit", async (code, signal) => {
      tidy();
      await Promise.race([Promise.all([out.ended, err.ended]), out.ended.then(linger), ...(signal ? [linger()] : [])]);
      child.stdout.destroy();
      child.stderr.destroy();
      resolve({ code, signal, stdout: out.text(), stderr: err.text(), timedOut });
    });

    // A program may exit without reading its stdin. Its exit code is the result then, not the broken pipe.
    child.stdin.on("error", () => {});
    const { stdin } = options;
    if (stdin === undefined) child.stdin.end();
    else if (typeof stdin === "string" || stdin instanceof Uint8Array) child.stdin.end(stdin);
    else stdin.pipe(child.stdin);
  });

function collect(stream: NodeJS.ReadableStream, onLine: (line: string) => void) {
  const decoder = new StringDecoder("utf8");
  const parts: string[] = [];
  let rest = "";
  const take = (text: string) => {
    parts.push(text);
    const lines = (rest + text).split("\n");
    rest = lines.pop() as string;
    for (const line of lines) onLine(line);
  };
  stream.on("data", (chunk: Buffer) => take(decoder.write(chunk)));
  const ended = new Promise<void>((done) => {
    stream.on("end", () => {
      take(decoder.end());
      if (rest) onLine(rest);
      rest = "";
      done();
    });
  });
  return { ended, text: () => parts.join("") };
}

/** Does not keep this process alive: an open pipe does, and without one there is nothing to wait for. */
const linger = () => new Promise<void>((done) => setTimeout(done, LINGER_MS).unref());

/** The last lines of what a program wrote, where it says what went wrong. */
export const lastLines = (text: string, count: number) => text.trim().split("\n").slice(-count).join("\n");
