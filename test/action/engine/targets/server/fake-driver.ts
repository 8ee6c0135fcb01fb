import type { Finished, ProcessRunner } from "../../../../../action/engine/process/run.ts";
import { finished } from "../../repository.ts";

/** The server's end of one ssh command, as a test plays it. */
export interface DriverEnd {
  readonly argv: readonly string[];
  /** The next line that is no beat, parsed. */
  message(): Promise<Record<string, unknown>>;
  /** The next `size` bytes. */
  bytes(size: number): Promise<Buffer>;
  say(message: object): void;
  /** A line of something that is no driver: a login shell. */
  print(line: string): void;
  /** Whether the other side has closed its end. */
  closed(): Promise<void>;
}

/**
 * A {@link ProcessRunner} whose program is the test's `play` behind the protocol of driver/channel.py: the packed driver
 * first, of as many bytes as the command reads, then a JSON object a line and bytes whose number has been said.
 *
 * @param play what the server does; it may give how ssh ended
 */
export function fakeDriver(play: (end: DriverEnd) => Promise<Partial<Finished> | undefined>): ProcessRunner {
  return async (argv, { stdin, onLine } = {}) => {
    const stream = stdin as NodeJS.ReadableStream;
    let held = Buffer.alloc(0);
    let open = true;
    let wake = () => {};
    stream.on("data", (chunk: Buffer) => {
      held = Buffer.concat([held, chunk]);
      wake();
    });
    stream.on("end", () => {
      open = false;
      wake();
    });
    const more = () => new Promise<void>((resolve) => (wake = resolve));
    const bytes = async (size: number) => {
      while (held.length < size) {
        if (!open) throw new Error(`closed ${size - held.length} bytes too soon`);
        await more();
      }
      const taken = held.subarray(0, size);
      held = held.subarray(size);
      return taken;
    };
    const message = async (): Promise<Record<string, unknown>> => {
      for (;;) {
        const end = held.indexOf("\n");
        if (end > 0) return JSON.parse((await bytes(end + 1)).toString());
        if (end === 0) await bytes(1);
        else if (!open) throw new Error("closed before the next message");
        else await more();
      }
    };
    const closed = async () => {
      while (open) await more();
    };
    const print = (line: string) => onLine?.(line, "stdout");
    await bytes(Number(/len\(b\)<(\d+)/.exec(argv.at(-1) ?? "")?.[1]));
    const ended = await play({ argv, message, bytes, print, closed, say: (said) => print(JSON.stringify(said)) });
    return finished(ended);
  };
}
