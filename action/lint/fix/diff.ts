/** A unified diff of two texts that are mostly equal. */

const around = 3;

type Piece = { readonly kind: " " | "-" | "+"; readonly line: string };

export function unifiedDiff(path: string, before: string, after: string): string {
  if (before === after) return "";
  const pieces = compare(linesOf(before), linesOf(after));
  const out = [`--- a/${path}`, `+++ b/${path}`];
  let old = 1;
  let now = 1;
  for (let i = 0; i < pieces.length; ) {
    if (pieces[i]!.kind === " ") {
      i++;
      old++;
      now++;
      continue;
    }
    // A hunk: from three lines before a change to three lines after the last change near it.
    const start = Math.max(0, i - around);
    let end = i;
    for (let quiet = 0; end < pieces.length && quiet <= 2 * around; end++)
      quiet = pieces[end]!.kind === " " ? quiet + 1 : 0;
    while (end > i && pieces[end - 1]!.kind === " ") end--;
    const stop = Math.min(pieces.length, end + around);
    const hunk = pieces.slice(start, stop);
    const count = (kind: string) => hunk.filter((piece) => piece.kind !== kind).length;
    out.push(`@@ -${old - (i - start)},${count("+")} +${now - (i - start)},${count("-")} @@`);
    for (const { kind, line } of hunk) {
      out.push(kind + line.replace(/\n$/, ""));
      if (!line.endsWith("\n")) out.push("\\ No newline at end of file");
    }
    const rest = pieces.slice(i, stop);
    old += rest.filter((piece) => piece.kind !== "+").length;
    now += rest.filter((piece) => piece.kind !== "-").length;
    i = stop;
  }
  return `${out.join("\n")}\n`;
}

const linesOf = (text: string) => text.match(/[^\n]*\n|[^\n]+$/g) ?? [];

/** The most lines to search ahead for the next common line; fixes are never as large. */
const lookahead = 200;

function compare(a: readonly string[], b: readonly string[]): Piece[] {
  const pieces: Piece[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      pieces.push({ kind: " ", line: a[i] as string });
      i++;
      j++;
      continue;
    }
    const [skipOld, skipNew] = resync(a, b, i, j);
    for (let k = 0; k < skipOld; k++) pieces.push({ kind: "-", line: a[i++] as string });
    for (let k = 0; k < skipNew; k++) pieces.push({ kind: "+", line: b[j++] as string });
  }
  return pieces;
}

/** The fewest lines to remove and add before both texts have a common line again. */
function resync(a: readonly string[], b: readonly string[], i: number, j: number): [number, number] {
  for (let sum = 1; sum <= lookahead; sum++) {
    for (let old = 0; old <= sum; old++) {
      const [x, y] = [i + old, j + sum - old];
      if (x > a.length || y > b.length) continue;
      if ((x < a.length && y < b.length && a[x] === b[y]) || (x === a.length && y === b.length))
        return [old, sum - old];
    }
  }
  return [a.length - i, b.length - j];
}
