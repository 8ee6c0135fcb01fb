/** "35", "35s", "5m", "1h 30m" in seconds; undefined if it is no time. */
export function secondsOf(text: string): number | undefined {
  if (!/^(\d+(ms|[smhdw])?)+$/.test(text)) return undefined;
  const units: Record<string, number> = { "": 1, ms: 0.001, s: 1, m: 60, h: 3600, d: 86_400, w: 604_800 };
  let total = 0;
  for (const [, count, name] of text.matchAll(/(\d+)(ms|[smhdw])?/g))
    total += Number(count) * (units[name ?? ""] as number);
  return total;
}
