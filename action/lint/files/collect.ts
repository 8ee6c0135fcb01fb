import { isCandidate } from "./file-kind.ts";

/** An input file: its path is relative to the repository's root, with forward slashes. */
export interface InputFile {
  readonly path: string;
  readonly content: string | Uint8Array;
}

/** Access to a disk, passed in so that reading a repository is a function of its arguments. Paths are relative. */
export interface Disk {
  /** Throws if the folder cannot be read. A symbolic link is `other`: its target is listed under its own name. */
  entries(folder: string): readonly { readonly name: string; readonly kind: "file" | "folder" | "other" }[];
  size(path: string): number;
  read(path: string): Uint8Array;
  /** Target of a symbolic link; undefined for any other file. */
  link?(path: string): string | undefined;
}

export interface Link {
  readonly path: string;
  readonly target: string;
}

export interface Collected {
  readonly files: readonly InputFile[];
  /** All files, including those that were not read. */
  readonly paths: readonly string[];
  readonly links: readonly Link[];
  /** What could not be read, and why. */
  readonly unread: readonly { readonly path: string; readonly reason: string }[];
}

/** Folders for installed or generated files and for version control: their content is not the user's. */
const skipped =
  /^(\.git|\.hg|\.svn|node_modules|bower_components|\.?v?env(\d|-.*)?|virtualenv|site-packages|__pycache__|\.tox|\.nox|\.mypy_cache|\.ruff_cache|\.pytest_cache|\.eggs|\.idea|\.vscode|\.terraform|\.cache)$/;

/** No configuration file is this large: such a file only has the name of one. */
export const largest = 64 * 1024 * 1024;
/** Limits a folder that generates files without end. */
const most = 200_000;

/** The files below a folder that may be relevant, in a stable order. */
export function collect(disk: Disk): Collected {
  const files: InputFile[] = [];
  const paths: string[] = [];
  const unread: { path: string; reason: string }[] = [];
  const links: Link[] = [];
  const folders = [""];
  while (folders.length > 0 && paths.length < most) {
    const folder = folders.pop() as string;
    const found = attempt(() => disk.entries(folder), folder || ".", unread) ?? [];
    // Every virtual environment has this file, whatever its name.
    if (folder !== "" && found.some(({ name }) => name === "pyvenv.cfg")) continue;
    const inner: string[] = [];
    for (const { name, kind } of [...found].sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const path = folder === "" ? name : `${folder}/${name}`;
      if (kind === "folder" && !skipped.test(name)) inner.push(path);
      if (kind === "other") {
        const target = disk.link?.(path);
        if (target !== undefined) links.push({ path, target });
        // A device or a pipe with the name of a configuration file.
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

/** @throws with a reason for the user */
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
