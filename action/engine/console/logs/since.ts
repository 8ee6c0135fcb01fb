const spans: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600, d: 86_400, w: 604_800 };

/** "90s", "10m", "1h" or "2d" before `now`, or an ISO 8601 time, as seconds since 1970; undefined for other texts. */
export function sinceOf(text: string, now: number): number | undefined {
  const [, count, unit] = /^(\d{1,6})([smhdw])$/.exec(text) ?? [];
  if (unit) return Math.max(0, Math.floor(now - Number(count) * (spans[unit] as number)));
  const at = /^\d{4}-\d\d-\d\d/.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(at) ? undefined : Math.floor(at / 1000);
}
