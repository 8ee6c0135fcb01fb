import type { ConsoleOption } from "../option.ts";

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

const spans: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600, d: 86_400, w: 604_800 };

/** "90s", "10m", "1h" or "2d" before `now`, or an ISO 8601 time, as seconds since 1970; undefined for other texts. */
export function sinceOf(text: string, now: number): number | undefined {
  const [, count, unit] = /^(\d{1,6})([smhdw])$/.exec(text) ?? [];
  if (unit) return Math.max(0, Math.floor(now - Number(count) * (spans[unit] as number)));
  const at = /^\d{4}-\d\d-\d\d/.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(at) ? undefined : Math.floor(at / 1000);
}
