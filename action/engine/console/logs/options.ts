import type { ConsoleOption } from "../option.ts";
import { sinceOf } from "./since.ts";

export const logOptions = {
  lines: {
    name: "lines",
    kind: "integer",
    short: "n",
    range: [0, 100_000],
    standard: 100,
    help: "number of lines to print, the newest",
  },
  since: {
    name: "since",
    kind: "text",
    value: "TIME",
    help: "print nothing older: 90s, 10m, 1h, 2d, or a time such as 2026-11-21T03:15Z",
    problem: (text) =>
      sinceOf(text, 0) === undefined ? "must be like 90s, 10m, 1h, 2d or 2026-11-21T03:15Z" : undefined,
  },
  nginx: { name: "nginx", kind: "boolean", help: "also print the site's access and error log" },
  grep: { name: "grep", kind: "text", value: "RE", help: "print only lines that match this regular expression" },
} as const satisfies Record<string, ConsoleOption>;
