import { lstat, readdir, readFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { Failure } from "../../../action/engine/process/failure.ts";
import type { RenderedFile } from "../render.ts";
import { isFolder } from "./folder.ts";
import { withIgnored } from "./ignored.ts";

/**
 * `same`: exists with the same content; `kept`: exists, differs, and is not changed; `extended`: exists, and gets the
 * lines that it is missing.
 */
export type FileState = "new" | "same" | "kept" | "extended" | "overwritten";

export const isWritten = (state: FileState): boolean => state !== "same" && state !== "kept";

export interface PlannedFile extends RenderedFile {
  readonly state: FileState;
  /** The existing file that is kept; its path differs from `path` for LICENSE.txt instead of LICENSE. */
  readonly instead?: string;
  /** Of an extended file: the rendered content. */
  readonly generated?: Buffer;
}

/** The folder to write to, inspected but not changed. */
export interface Destination {
  /** Absolute. */
  readonly dir: string;
  readonly exists: boolean;
  readonly files: readonly PlannedFile[];
}

/**
 * Compares the rendered files with the existing ones.
 *
 * @throws {@link Failure} if the folder cannot take the files
 */
export async function readDestination(
  dir: string,
  rendered: readonly RenderedFile[],
  force: boolean,
): Promise<Destination> {
  const exists = await isFolder(dir);
  const blocked = exists ? await blockers(dir, rendered) : [];
  if (blocked.length > 0)
    throw new Failure(`${dir} cannot take the files: ${blocked.join("; ")}. Move them away, or choose another folder.`);
  const files: PlannedFile[] = [];
  for (const file of rendered) files.push(exists ? await compare(dir, file, force) : { ...file, state: "new" });
  return { dir, exists, files };
}

async function compare(dir: string, file: RenderedFile, force: boolean): Promise<PlannedFile> {
  const path = join(dir, file.path);
  // A README or license, whatever its suffix, belongs to the user and is kept even with --force.
  const own = /^(README|LICENSE)/i.exec(basename(path))?.[1]?.toLowerCase();
  const beside = own ? await readdir(dirname(path)).catch(() => []) : [];
  const theirs = beside.find((name) => name.toLowerCase().startsWith(own as string));
  if (theirs) return { ...file, state: "kept", instead: join(dirname(file.path), theirs) };
  const there = await lstat(path).catch(() => undefined);
  if (!there) return { ...file, state: "new" };
  const content = there.isFile() ? await readFile(path) : undefined;
  if (content?.equals(file.content)) return { ...file, state: "same" };
  if (content && basename(path) === ".gitignore") {
    const whole = withIgnored(content.toString("utf8"), file.content.toString("utf8"));
    return whole === undefined
      ? { ...file, state: "kept", instead: file.path }
      : {
          ...{ ...file, content: Buffer.from(whole), mode: there.mode & 0o777 },
          ...{ state: "extended", generated: file.content },
        };
  }
  return force ? { ...file, state: "overwritten" } : { ...file, state: "kept", instead: file.path };
}

/** What can be neither kept nor overwritten: a folder in place of a file, a file or a symlink in place of a folder. */
async function blockers(dir: string, files: readonly RenderedFile[]): Promise<string[]> {
  const folders = new Set<string>();
  for (const { path } of files) for (let up = dirname(path); up !== "."; up = dirname(up)) folders.add(up);
  const found: string[] = [];
  for (const folder of [...folders].sort()) {
    const there = await lstat(join(dir, folder)).catch(() => undefined);
    if (!there || there.isDirectory()) continue;
    found.push(
      `${folder} is ${there.isSymbolicLink() ? "a symbolic link" : "a file"}, but a folder of that name is needed`,
    );
  }
  for (const { path } of files)
    if ((await lstat(join(dir, path)).catch(() => undefined))?.isDirectory())
      found.push(`${path} is a folder, but a file of that name is needed`);
  return found;
}
