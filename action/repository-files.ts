import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, posix } from "node:path";
import { isCandidate } from "./lint/kind.ts";
import type { InputFile } from "./lint/project.ts";

const skipped = new Set([".git", ".venv", "venv", "node_modules", "__pycache__", ".tox", "site-packages"]);

/** No config that a person wrote comes near. */
const LARGEST = 64 * 1024 * 1024;

/** The files of a folder that the linter may understand, and the paths of all others. Links are not followed. */
export function repositoryFiles(root: string): {
  readonly files: readonly InputFile[];
  readonly paths: readonly string[];
} {
  const files: InputFile[] = [];
  const paths: string[] = [];
  const walk = (folder: string) => {
    for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
      const path = posix.join(folder, entry.name);
      if (entry.isDirectory() && !skipped.has(entry.name)) walk(path);
      if (!entry.isFile()) continue;
      const absolute = join(root, path);
      if (isCandidate(path) && statSync(absolute).size <= LARGEST)
        files.push({ path, content: readFileSync(absolute) });
      else paths.push(path);
    }
  };
  walk("");
  return { files, paths };
}
