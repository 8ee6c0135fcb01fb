import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import type { Project } from "../requirements.ts";

/** One table of `npm run bench`: a file of this folder that exports a {@link Table} by default. */
export interface Table {
  readonly title: string;
  /** The tests whose needs it has as well. */
  readonly needs?: Project;
  /** Measures; says in `bounds` what the figures must stay within. */
  measure(): Promise<{
    readonly head: readonly string[];
    readonly rows: readonly (readonly string[])[];
    readonly bounds: readonly Bound[];
  }>;
}

export interface Bound {
  readonly what: string;
  readonly value: number;
  readonly most: number;
}

/** Hands over a folder that is gone afterwards. */
export async function inTemporaryFolder<T>(measure: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), "bench-"));
  try {
    return await measure(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2
    ? (sorted[middle] as number)
    : ((sorted[middle - 1] as number) + (sorted[middle] as number)) / 2;
}

/** Runs things in turn, again and again, so that whatever the machine does meanwhile falls on all alike; medians in ms. */
export async function inTurns<K extends string>(
  times: number,
  things: Readonly<Record<K, () => Promise<unknown>>>,
): Promise<Record<K, number>> {
  const names = Object.keys(things) as K[];
  const taken = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<K, number[]>;
  for (let i = 0; i < times; i++) {
    for (const name of names) {
      const start = performance.now();
      await things[name]();
      taken[name].push(performance.now() - start);
    }
  }
  return Object.fromEntries(names.map((name) => [name, median(taken[name])])) as Record<K, number>;
}
