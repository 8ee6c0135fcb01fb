/** Paths in a repository have forward slashes on every system, and browsers have no node:path. */

/** Like dirname of `node:path/posix`. */
export function dirname(path: string): string {
  const slash = path.lastIndexOf("/", endOf(path) - 1);
  if (slash < 0) return ".";
  if (slash > 0) return path.slice(0, slash) === "/" ? "//" : path.slice(0, slash);
  return "/";
}

/** Like basename of `node:path/posix`. */
export function basename(path: string): string {
  const end = endOf(path);
  return path.slice(path.lastIndexOf("/", end - 1) + 1, end);
}

/** Where the trailing slashes begin. */
function endOf(path: string): number {
  let end = path.length;
  while (end > 0 && path[end - 1] === "/") end--;
  return end;
}

/**
 * The file of the repository for a path on the server: the one with the longest end of the path in common, and of
 * several the one nearest to `beside`.
 */
export function fileNamed<T extends { readonly path: string }>(
  files: readonly T[],
  path: string,
  beside: string,
): T | undefined {
  const wanted = path.split("/").filter((part) => part && part !== ".");
  const folders = beside.split("/").slice(0, -1);
  let best: T | undefined;
  let bestScore = 0;
  for (const file of files) {
    const have = file.path.replace(/\.(j2|ejs|erb|tmpl|tpl|template)$/, "").split("/");
    let shared = 0;
    while (shared < Math.min(have.length, wanted.length) && have.at(-1 - shared) === wanted.at(-1 - shared)) shared++;
    if (shared === 0) continue;
    let near = 0;
    while (near < folders.length && folders[near] === have[near]) near++;
    const score = shared * 100 + near;
    if (score > bestScore) [best, bestScore] = [file, score];
  }
  return best;
}
