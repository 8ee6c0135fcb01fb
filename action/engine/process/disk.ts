import { lstatSync, readdirSync, readFileSync, readlinkSync, statSync } from "node:fs";
import { join } from "node:path";

/** A folder of this machine for the linter, which runs in a browser too. Paths are relative to it. */
export const diskAt = (root: string) => ({
  entries: (folder: string) =>
    readdirSync(join(root, folder), { withFileTypes: true }).map((entry) => ({
      name: entry.name,
      kind: entry.isFile() ? ("file" as const) : entry.isDirectory() ? ("folder" as const) : ("other" as const),
    })),
  size: (path: string) => {
    const stat = statSync(join(root, path));
    if (!stat.isFile()) throw new Error("it is not a regular file");
    return stat.size;
  },
  read: (path: string) => readFileSync(join(root, path)),
  link: (path: string) => (lstatSync(join(root, path)).isSymbolicLink() ? readlinkSync(join(root, path)) : undefined),
});
