/** Paths inside a repository always have forward slashes; and the linter runs in browsers, which have no node:path. */

/** What `node:path/posix` calls dirname. */
export function dirname(path: string): string {
  const slash = path.lastIndexOf("/", endOf(path) - 1);
  if (slash < 0) return ".";
  if (slash > 0) return path.slice(0, slash) === "/" ? "//" : path.slice(0, slash);
  return "/";
}

/** What `node:path/posix` calls basename. */
export function basename(path: string): string {
  const end = endOf(path);
  return path.slice(path.lastIndexOf("/", end - 1) + 1, end);
}

/** Where the slashes at the end begin. */
function endOf(path: string): number {
  let end = path.length;
  while (end > 0 && path[end - 1] === "/") end--;
  return end;
}
