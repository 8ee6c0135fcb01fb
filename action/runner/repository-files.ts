import { lstatSync, readdirSync, readFileSync, readlinkSync, statSync } from "node:fs";
import { join } from "node:path";
import { type Collected, collect } from "../lint/files/collect.ts";

/** The files of a folder that the linter may be able to read, and the paths of all others. */
export function repositoryFiles(root: string): Collected {
  return collect({
    entries: (folder) =>
      readdirSync(join(root, folder), { withFileTypes: true }).map((entry) => ({
        name: entry.name,
        kind: entry.isFile() ? "file" : entry.isDirectory() ? "folder" : "other",
      })),
    size: (path) => statSync(join(root, path)).size,
    read: (path) => readFileSync(join(root, path)),
    link: (path) => (lstatSync(join(root, path)).isSymbolicLink() ? readlinkSync(join(root, path)) : undefined),
  });
}
