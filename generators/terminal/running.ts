import type { Io } from "./io.ts";
import { painter } from "./paint.ts";

/** Shows what is running, with its seconds, on the last line of a terminal; elsewhere it prints whole lines only. */
export interface Running {
  /** @returns a function that ends it; others may begin and end in between */
  readonly begin: (title: string) => () => void;
  /** Steps that follow each other: a line stays when the next step begins; {@link Running.stop} ends the last one. */
  readonly step: (title: string) => void;
  /** Prints a line that stays. */
  readonly line: (text: string) => void;
  /** Removes what is still shown. @param isDone whether the last {@link Running.step} is complete */
  readonly stop: (isDone?: boolean) => void;
}

/** Shorter steps are not shown at all. */
const SHORT_MS = 300;
const REDRAWN_MS = 250;

export function running({ stderr, env }: Pick<Io, "stderr" | "env">): Running {
  const paint = painter(stderr, env);
  const open: { readonly title: string; readonly since: number }[] = [];
  let clock: NodeJS.Timeout | undefined;
  let isDrawn = false;
  let current: { readonly title: string; readonly end: () => void } | undefined;

  const erase = () => {
    if (isDrawn) stderr.write("\r\x1b[K");
    isDrawn = false;
  };
  const draw = () => {
    const last = open.at(-1);
    const ms = last ? Date.now() - last.since : 0;
    if (!last || ms < SHORT_MS) return erase();
    const seconds = ` ${Math.floor(ms / 1000)} s`;
    const room = (stderr.columns ?? 80) - seconds.length - 4;
    stderr.write(`\r\x1b[K${paint.dim("…")} ${last.title.slice(0, room)} ${paint.dim(seconds)}`);
    isDrawn = true;
  };
  const line = (text: string) => {
    erase();
    stderr.write(`${text}\n`);
    if (paint.on) draw();
  };
  const begin = (title: string) => {
    const one = { title, since: Date.now() };
    open.push(one);
    if (paint.on) clock ??= setInterval(draw, REDRAWN_MS);
    return () => {
      const at = open.indexOf(one);
      if (at >= 0) open.splice(at, 1);
      if (open.length > 0) return;
      clearInterval(clock);
      clock = undefined;
      erase();
    };
  };
  const settle = (isDone: boolean) => {
    const former = current;
    current = undefined;
    former?.end();
    if (former && isDone && paint.on) line(`${paint.green("·")} ${former.title}`);
  };
  return {
    begin,
    line,
    step(title) {
      settle(true);
      if (!paint.on) line(`${paint.green("·")} ${title}`);
      current = { title, end: begin(title) };
    },
    stop(isDone = false) {
      settle(isDone);
      open.length = 0;
      clearInterval(clock);
      clock = undefined;
      erase();
    },
  };
}

/** Shows a title while it waits for something that prints no lines. */
export async function waiting<T>(title: string, io: Pick<Io, "stderr" | "env">, wait: () => Promise<T>): Promise<T> {
  const now = running(io);
  now.begin(title);
  return wait().finally(() => now.stop());
}
