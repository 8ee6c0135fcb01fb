const units: readonly (readonly [name: string, seconds: number])[] = [
  ["day", 86_400],
  ["hour", 3600],
  ["minute", 60],
  ["second", 1],
];

/** How long `seconds` are, in the largest unit that fits: "3 hours". */
export function span(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  const [name, size] = units.find(([, size]) => whole >= size) ?? (["second", 1] as const);
  const count = Math.floor(whole / size);
  return `${count} ${name}${count === 1 ? "" : "s"}`;
}

/**
 * A moment as every command prints it: relative and exact, "3 hours ago (2026-11-21T03:15:00Z)".
 *
 * @param iso the moment; "" gives "unknown"
 * @param now the current time of the same clock, so that a wrong clock does not matter
 */
export function when(iso: string, now: string): string {
  const seconds = (Date.parse(now) - Date.parse(iso)) / 1000;
  if (Number.isNaN(seconds)) return iso || "unknown";
  return `${seconds < 0 ? `in ${span(-seconds)}` : `${span(seconds)} ago`} (${iso})`;
}

/** A size for users: "212 B", "1.2 kB", "34 MB". */
export function size(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  const power = Math.min(3, Math.floor(Math.log10(bytes) / 3));
  const value = bytes / 1000 ** power;
  return `${value < 10 ? value.toFixed(1) : Math.round(value)} ${["kB", "MB", "GB"][power - 1]}`;
}

export const megabytes = (bytes: number): string =>
  bytes < 10 * 2 ** 30 ? `${Math.round(bytes / 2 ** 20)} MB` : `${Math.round(bytes / 2 ** 30)} GB`;

/** "1 day", "3 days". */
export const days = (count: number): string => `${Math.floor(count)} day${Math.floor(count) === 1 ? "" : "s"}`;
