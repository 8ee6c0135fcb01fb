import { Readable } from "node:stream";
import { runProcess } from "../../action/engine/process/run.ts";
import type { Command } from "../../generators/dispatch/command.ts";
import { report } from "../../generators/dispatch/report-error.ts";
import type { Io } from "../../generators/terminal/io.ts";

/** Runs a command as the entry does, in a world without a terminal, and gives what a shell would see. */
export async function captured(command: Command, args: readonly string[], given: Partial<Io> = {}) {
  const stdout: string[] = [];
  const stderr: string[] = [];
  const io: Io = {
    stdin: Readable.from([]),
    stdout: { write: (text) => stdout.push(text) },
    stderr: { write: (text) => stderr.push(text) },
    cwd: process.cwd(),
    env: { PATH: process.env.PATH, HOME: process.env.HOME },
    interactive: false,
    run: runProcess,
    attach: (argv) => runProcess(argv),
    signal: new AbortController().signal,
    ...given,
  };
  const code = await command(args, io).catch((error) => report(error, args, io));
  return { code, stdout: stdout.join(""), stderr: stderr.join("") };
}
