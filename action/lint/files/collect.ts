import { isCandidate } from "./file-kind.ts";
import type { InputFile } from "./input-file.ts";

/** A look at a disk, handed in so that reading a repository stays a function of its arguments. Paths are relative. */
export interface Disk {
  /** Throws where the folder cannot be read. A symbolic link is `other`: its target is found by its own name. */
  entries(folder: string): readonly { readonly name: string; readonly kind: "file" | "folder" | "other" }[];
  size(path: string): number;
  read(path: string): Uint8Array;
  /** Where a symbolic link leads; undefined for what is none. */
  link?(path: string): string | undefined;
}

/** A symbolic link of the repository. */
export interface Link {
  readonly path: string;
  readonly target: string;
}

export interface Collected {
  readonly files: readonly InputFile[];
  /** Every file there is, also those that were not read. */
  readonly paths: readonly string[];
  readonly links: readonly Link[];
  /** What could not be read, and why. */
  readonly unread: readonly { readonly path: string; readonly reason: string }[];
}

/** Installed, generated and version-control folders: not what a person wrote. */
const skipped =
  /^(\.git|\.hg|\.svn|node_modules|bower_components|\.?v?env(\d|-.*)?|virtualenv|site-packages|__pycache__|\.tox|\.nox|\.mypy_cache|\.ruff_cache|\.pytest_cache|\.eggs|\.idea|\.vscode|\.terraform|\.cache)$/;

/** No configuration is this large; what is, is something else that happens to have such a name. */
export const largest = 64 * 1024 * 1024;
/** A guard against a folder that generates files for ever. */
const most = 200_000;

/** The files under a folder that could be of interest, in a stable order. */
export function collect(disk: Disk): Collected {
  const files: InputFile[] = [];
  const paths: string[] = [];
  const unread: { path: string; reason: string }[] = [];
  const links: Link[] = [];
  const folders = [""];
  while (folders.length > 0 && paths.length < most) {
    const folder = folders.pop() as string;
    const found = attempt(() => disk.entries(folder), folder || ".", unread) ?? [];
    // A virtual environment by any name holds this file.
    if (folder !== "" && found.some(({ name }) => name === "pyvenv.cfg")) continue;
    const inner: string[] = [];
    for (const { name, kind } of [...found].sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const path = folder === "" ? name : `${folder}/${name}`;
      if (kind === "folder" && !skipped.test(name)) inner.push(path);
      if (kind === "other") {
        const target = disk.link?.(path);
        if (target !== undefined) links.push({ path, target });
        // A device or a pipe may have the name of a configuration, and is none.
        else if (disk.link && isCandidate(path)) unread.push({ path, reason: "it is not a regular file" });
      }
      if (kind !== "file") continue;
      paths.push(path);
      if (!isCandidate(path)) continue;
      const content = attempt(() => contentOf(disk, path), path, unread);
      if (content) files.push({ path, content });
    }
    folders.push(...inner.reverse());
  }
  files.sort((a, b) => (a.path < b.path ? -1 : 1));
  return { files, paths, links, unread };
}

/** @throws with a reason for people */
export function contentOf(disk: Disk, path: string): Uint8Array {
  const size = disk.size(path);
  if (size > largest) throw new Error(`it is larger than ${largest >> 20} MB`);
  return disk.read(path);
}

function attempt<T>(what: () => T, path: string, unread: { path: string; reason: string }[]): T | undefined {
  try {
    return what();
  } catch (error) {
    unread.push({ path, reason: error instanceof Error ? error.message : String(error) });
    return undefined;
  }
}
