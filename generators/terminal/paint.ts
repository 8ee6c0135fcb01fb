import type { Io, Out } from "./io.ts";

type Paint = (text: string) => string;

/** Colours for one stream, if it is a terminal; `NO_COLOR` (https://no-color.org) and `TERM=dumb` disable them. */
export function painter(stream: Out, env: Io["env"]) {
  const on = Boolean(stream.isTTY) && !env.NO_COLOR && env.TERM !== "dumb";
  const sgr =
    (open: number, close: number): Paint =>
    (text) =>
      on ? `\x1b[${open}m${text}\x1b[${close}m` : text;
  return {
    /** Whether the stream may be animated and coloured. */
    on,
    bold: sgr(1, 22),
    dim: sgr(2, 22),
    red: sgr(31, 39),
    green: sgr(32, 39),
    yellow: sgr(33, 39),
    cyan: sgr(36, 39),
  };
}
