import { constants } from "node:fs";
import { access, lstat, readdir, stat } from "node:fs/promises";
import { dirname, join, relative, sep } from "node:path";
import type { App } from "../../../action/engine/app/app.ts";
import { readPlainFile } from "../../../action/engine/app/plain-file.ts";
import { Failure } from "../../../action/engine/process/failure.ts";
import { environment } from "../../../action/engine/process/world.ts";
import type { Io } from "../../terminal/io.ts";
import { foreignApp } from "./foreign-app.ts";

/** A folder to scaffold into, inspected but not changed. */
export interface Folder {
  /** Absolute. */
  readonly dir: string;
  readonly exists: boolean;
  /** Root of the git repository around it, if any. */
  readonly repository: string | undefined;
  /** Its path in that repository, with "/"; "" for the root, or if there is no repository. */
  readonly below: string;
  /** Its flask-deploy.yml. */
  readonly app: App | undefined;
  /** Files of an app that this program did not generate. */
  readonly foreign: readonly string[];
  /** Its entries, without .git. */
  readonly entries: readonly string[];
}

/** @throws {@link Failure} if it cannot contain files, or its flask-deploy.yml is invalid */
export async function folderAt(dir: string, io: Pick<Io, "run" | "env">): Promise<Folder> {
  const exists = await isFolder(dir);
  const app = exists ? await appIn(dir) : undefined;
  const repository = await repositoryAround(dir, io);
  const entries = exists ? (await readdir(dir)).filter((name) => name !== ".git").sort() : [];
  return {
    ...{ dir, exists, repository, app, entries },
    below: repository ? relative(repository, dir).split(sep).join("/") : "",
    foreign: exists && !app ? await foreignApp(dir) : [],
  };
}

/** Why nothing can be scaffolded here; undefined when it can. */
export function refusal({ dir, below, foreign }: Folder): string | undefined {
  if (!/^[\w./ -]*$/.test(below))
    return `${below} becomes a path in a GitHub workflow, where characters other than letters, digits, ".", "_" and "-" are patterns: choose another folder.`;
  if (foreign.length === 0) return undefined;
  return (
    `${dir} already holds an app: ${listed(foreign)}. The scaffold would write another one over it. ` +
    "Choose an empty folder, and copy the app's code into it afterwards."
  );
}

/** "a, b, c and 4 more" */
export function listed(names: readonly string[], most = 4): string {
  const more = names.length - most;
  return more > 0 ? `${names.slice(0, most).join(", ")} and ${more} more` : names.join(", ");
}

async function appIn(dir: string): Promise<App | undefined> {
  const file = join(dir, "flask-deploy.yml");
  let text: string;
  try {
    text = readPlainFile(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw new Failure((error as Error).message);
  }
  // Imported only here: a new folder needs neither the YAML parser nor the validator.
  const { AppError, readApp } = await import("../../../action/engine/app/app.ts");
  try {
    return readApp(text, file);
  } catch (error) {
    if (error instanceof AppError) throw new Failure(`${error.message}\nFix it first, or choose another folder.`);
    throw error;
  }
}

/** Whether the folder exists and can be written to. @throws {@link Failure} if it cannot exist or is not writable */
export async function isFolder(dir: string): Promise<boolean> {
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

/** Explains an error of the file system, with what to do about it. */
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
  // In a virtual file system such as /proc, creating a file fails with ENOENT although the folder exists.
  if (code === "ENOENT" && (error as NodeJS.ErrnoException).syscall === "mkdtemp")
    return new Failure(`nothing can be created in ${dirname(path)}. Choose another folder.`, { cause: error });
  const known = code && said[code];
  if (known) return new Failure(known, { cause: error });
  return code ? new Failure(message, { cause: error }) : (error as Error);
}

/** The nearest folder upwards with a .git, itself included; none if that ignores this folder (a home under git). */
async function repositoryAround(dir: string, io: Pick<Io, "run" | "env">): Promise<string | undefined> {
  for (let up = dir; ; up = dirname(up)) {
    if (await lstat(join(up, ".git")).catch(() => undefined)) {
      if (up === dir) return up;
      const argv = ["git", "-C", up, "check-ignore", "-q", dir];
      const asked = await io.run(argv, { env: environment(io, /^GIT_/) }).catch(() => undefined);
      return asked?.code === 0 ? undefined : up;
    }
    if (dirname(up) === up) return undefined;
  }
}
