/** Did-you-mean suggestions: the known name that is closest to a misspelled one. */

/** Edits (insert, delete, replace, swap two neighbours) from a to b, or `limit + 1` when there are more. */
export function distance(a: string, b: string, limit = 2): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let best = Math.min((previous[j] as number) + 1, (row[j - 1] as number) + 1, (previous[j - 1] as number) + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) best = Math.min(best, before[j - 2]! + 1);
      row.push(best);
    }
    if (Math.min(...row) > limit) return limit + 1;
    [before, previous] = [previous, row];
  }
  return previous[b.length] as number;
}

/** The closest known name; undefined if none is close. Short names must be closer. Ties go to the earlier name. */
export function didYouMean(name: string, known: Iterable<string>): string | undefined {
  if (name.length > 64) return undefined;
  const limit = name.length <= 3 ? 1 : 2;
  let best: string | undefined;
  let nearest = limit + 1;
  const flat = (s: string) => s.toLowerCase().replaceAll("_", "-");
  for (const candidate of known) {
    const d = flat(candidate) === flat(name) ? 0.5 : distance(name, candidate, limit);
    if (d < nearest) [best, nearest] = [candidate, d];
  }
  return best;
}

/** " Did you mean x?" to append to a message, or nothing. */
export const meaning = (name: string | undefined) => (name ? ` Did you mean \`${name}\`?` : "");
