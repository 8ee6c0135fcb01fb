import { constants } from "node:fs";
import { access, lstat, readdir, readFile, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { Failure } from "./errors.ts";
import type { RenderedFile } from "./render.ts";

/** `same` is there already, byte for byte; `kept` is there, differs, and stays. */
export type FileState = "new" | "same" | "kept" | "overwritten";

export interface PlannedFile extends RenderedFile {
  readonly state: FileState;
  /** What was there before and stays in its place; differs from `path` where LICENSE.txt stands for LICENSE. */
  readonly instead?: string;
}

/** Where the files go, looked at but not touched. */
export interface Target {
  /** Absolute. */
  readonly dir: string;
  readonly exists: boolean;
  readonly files: readonly PlannedFile[];
  /** The repository that the folder is in already, if any. */
  readonly insideOf: string | undefined;
}

/**
 * Compares what was rendered with what is there.
 *
 * @throws {@link Failure} when the folder cannot take the files.
 */
export async function lookAt(dir: string, rendered: readonly RenderedFile[], force: boolean): Promise<Target> {
  const exists = await isFolder(dir);
  const beside = exists ? await readdir(dir) : [];
  const blocked = exists ? await blockers(dir, rendered) : [];
  if (blocked.length > 0)
    throw new Failure(`${dir} cannot take the files: ${blocked.join("; ")}. Move that away, or choose another folder.`);
  const files: PlannedFile[] = [];
  for (const file of rendered) files.push(exists ? await compare(dir, file, beside, force) : { ...file, state: "new" });
  return { dir, exists, files, insideOf: await repositoryAround(dir) };
}

async function isFolder(dir: string): Promise<boolean> {
  try {
    if (!(await stat(dir)).isDirectory())
      throw new Failure(`${dir} is a file. Choose another folder, or move the file away.`);
    await access(dir, constants.W_OK | constants.X_OK);
    return true;
  } catch (error) {
    if (error instanceof Failure) throw error;
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT") {
      if (await lstat(dir).catch(() => undefined))
        throw new Failure(`${dir} is a symbolic link to nowhere. Remove it, or choose another folder.`);
      const parent = dirname(dir);
      if (parent !== dir) await isFolder(parent);
      return false;
    }
    throw fileFailure(error, dir);
  }
}

/** Says what the system refused, and what to do about it. */
export function fileFailure(error: unknown, dir: string): Error {
  const { code, message, path = dir } = error as NodeJS.ErrnoException;
  const said: Record<string, string> = {
    EACCES: `${path} may not be written by this user. Choose another folder, or ask its owner.`,
    EPERM: `${path} may not be written by this user. Choose another folder, or ask its owner.`,
    EROFS: `${path} is on a read-only file system. Choose another folder.`,
    ENOSPC: "the disk is full. Make room, or choose a folder on another disk.",
    EDQUOT: "your disk quota is used up. Make room, or choose a folder on another disk.",
    ELOOP: `${path} is a symbolic link that leads back to itself. Remove it, or choose another folder.`,
    ENOTDIR: `${path} lies below a file. Choose another folder, or move the file away.`,
    ENAMETOOLONG: `the path is too long for this file system. Choose a shorter one.`,
    ERR_INVALID_ARG_VALUE: `${JSON.stringify(dir)} is not a path. Choose another folder.`,
  };
  // Some file systems are made of the kernel's own words (/proc): there, what has a folder around it is still not to be had.
  if (code === "ENOENT" && (error as NodeJS.ErrnoException).syscall === "mkdtemp")
    return new Failure(`nothing can be created in ${dirname(path)}. Choose another folder.`, { cause: error });
  const known = code && said[code];
  if (known) return new Failure(known, { cause: error });
  return code ? new Failure(message, { cause: error }) : (error as Error);
}

async function compare(
  dir: string,
  file: RenderedFile,
  beside: readonly string[],
  force: boolean,
): Promise<PlannedFile> {
  // A README or licence is the person's own from the start, whatever its suffix, even with --force.
  const own = /^(README|LICENSE)/i.exec(file.path)?.[1]?.toLowerCase();
  const theirs = own && beside.find((name) => name.toLowerCase().startsWith(own));
  if (theirs) return { ...file, state: "kept", instead: theirs };
  const path = join(dir, file.path);
  const there = await lstat(path).catch(() => undefined);
  if (!there) return { ...file, state: "new" };
  const isSame = there.isFile() && file.content.equals(await readFile(path));
  if (isSame) return { ...file, state: "same" };
  return force ? { ...file, state: "overwritten" } : { ...file, state: "kept", instead: file.path };
}

/** Whatever can be neither kept nor overwritten: a folder where a file goes, a file or a link where a folder goes. */
async function blockers(dir: string, files: readonly RenderedFile[]): Promise<string[]> {
  const folders = new Set<string>();
  for (const { path } of files) for (let up = dirname(path); up !== "."; up = dirname(up)) folders.add(up);
  const found: string[] = [];
  for (const folder of [...folders].sort()) {
    const there = await lstat(join(dir, folder)).catch(() => undefined);
    if (!there || there.isDirectory()) continue;
    found.push(
      `${folder} is ${there.isSymbolicLink() ? "a symbolic link" : "a file"}, and a folder of that name is needed`,
    );
  }
  for (const { path } of files)
    if ((await lstat(join(dir, path)).catch(() => undefined))?.isDirectory())
      found.push(`${path} is a folder, and a file of that name is needed`);
  return found;
}

/** The nearest folder upwards that has a .git, itself included. */
async function repositoryAround(dir: string): Promise<string | undefined> {
  for (let up = dir; ; up = dirname(up)) {
    if (await lstat(join(up, ".git")).catch(() => undefined)) return up;
    if (basename(up) === "" || dirname(up) === up) return undefined;
  }
}
