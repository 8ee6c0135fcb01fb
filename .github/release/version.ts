/** A version as package.json has it, with the tags that it has in git. */
export interface Version {
  /** "1.2.3" */
  readonly text: string;
  /** "v1.2.3", which is made once and never moved. */
  readonly tag: string;
  /** "v1", which moves to the newest version that begins with it. */
  readonly moving: string;
}

/**
 * @param given "1.2.3" or "v1.2.3"
 * @throws when it is neither; a version with more behind its three numbers is never released.
 */
export function versionOf(given: string): Version {
  const match = /^v?((0|[1-9]\d*)\.(?:0|[1-9]\d*)\.(?:0|[1-9]\d*))$/.exec(given.trim());
  if (!match) throw new Error(`${JSON.stringify(given)} is no version: give three numbers, such as 1.2.3`);
  const [, text = "", major] = match;
  return { text, tag: `v${text}`, moving: `v${major}` };
}

/** Below 0 when `a` is the older one. Both are texts such as "1.2.3". */
export function compare(a: string, b: string): number {
  const parts = (text: string) => text.split(".").map(Number);
  const [left, right] = [parts(a), parts(b)];
  return left.map((part, i) => part - (right[i] ?? 0)).find((difference) => difference !== 0) ?? 0;
}
