/** The hashes of one version of one package, as they stand in a lock: whole lines, without what is before and after. */
export interface Hashes {
  /** File below templates/requirements/. */
  readonly path: string;
  readonly text: string;
}

/**
 * Takes the hashes out of a lock of uv's. Each package is in many locks, and hashes do not compress: once a package they
 * are a third of what they were in each lock. By name and version, since two locks may want two versions.
 *
 * @returns the lock as a template that includes them, and them; rendered, it is the lock again, byte for byte.
 */
export function hashesApart(lock: string): { readonly template: string; readonly hashes: readonly Hashes[] } {
  const hashes: Hashes[] = [];
  const template = lock.replaceAll(
    /^(([\w.-]+)==([\w.+!-]+)[^\n]*\\\n)((?: {4}--hash=\S+(?: \\)?\n)+)/gm,
    (_, head: string, name: string, version: string, text: string) => {
      const path = `hashes/${name}-${version}.ejs`;
      hashes.push({ path, text });
      return `${head}<%- include("${path}") -%>\n`;
    },
  );
  return { template, hashes };
}
