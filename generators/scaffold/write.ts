import { chmodSync, mkdirSync, writeFileSync } from "node:fs";
import { lstat, mkdir, mkdtemp, rename, rm, rmdir } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { setImmediate } from "node:timers/promises";
import { Failure, Interrupted } from "../../action/engine/process/failure.ts";
import { type Destination, isWritten, type PlannedFile } from "./destination/destination.ts";
import { fileFailure } from "./destination/folder.ts";
import { Undo } from "./undo.ts";

/** Runs on the written files before they are moved in place: the first commit. `gitDir` is moved afterwards. */
export type Finish<T> = (workTree: string, gitDir: string) => Promise<T>;

/**
 * Writes all files or none: they are staged beside their places, on the same file system, and renamed. If anything
 * fails or the signal aborts, the folder is unchanged.
 *
 * @throws {@link Failure} with the cause, or {@link Interrupted}
 */
export async function write<T>(target: Destination, finish: Finish<T>, signal: AbortSignal): Promise<T> {
  const undo = new Undo();
  try {
    const result = await (target.exists ? intoFolder : asFolder)(target, finish, undo, signal);
    return result;
  } catch (error) {
    const left = await undo.run();
    const { reason } = signal;
    const cause = signal.aborted
      ? new Interrupted(
          reason instanceof Interrupted ? reason.signal : "SIGINT",
          "interrupted: the folder is as it was",
        )
      : fileFailure(error, target.dir);
    if (left.length === 0) throw cause;
    throw new Failure(`${cause.message}\nThese files could not be restored: ${left.join("; ")}`, { cause: error });
  }
}

const wanted = (files: readonly PlannedFile[]) => files.filter(({ state }) => isWritten(state));

/** A new folder is completed under another name, and appears by one rename. */
async function asFolder<T>(
  { dir, files }: Destination,
  finish: Finish<T>,
  undo: Undo,
  signal: AbortSignal,
): Promise<T> {
  const parent = dirname(dir);
  const firstMade = await mkdir(parent, { recursive: true });
  if (firstMade) undo.add(parent, () => removeEmpty(parent, firstMade));
  const stage = await mkdtemp(join(parent, `.${basename(dir).slice(0, 100)}-`));
  undo.add(stage, () => rm(stage, { recursive: true, force: true }));

  const tree = join(stage, "tree");
  await stageFiles(tree, wanted(files), signal);
  const result = await finish(tree, join(tree, ".git"));
  signal.throwIfAborted();
  await rename(tree, dir);
  await rmdir(stage).catch(() => undefined);
  return result;
}

/** In an existing folder, each file is renamed into place; replaced files are kept aside until all are done. */
async function intoFolder<T>(
  { dir, files }: Destination,
  finish: Finish<T>,
  undo: Undo,
  signal: AbortSignal,
): Promise<T> {
  const stage = await mkdtemp(join(dir, ".create-flask-deploy-"));
  const removeStage = () => rm(stage, { recursive: true, force: true });
  undo.add(stage, removeStage);
  const tree = join(stage, "tree");
  const aside = join(stage, "aside");
  await stageFiles(tree, wanted(files), signal);

  for (const { path } of wanted(files)) {
    signal.throwIfAborted();
    const place = join(dir, path);
    const firstMade = await mkdir(dirname(place), { recursive: true });
    if (firstMade) undo.add(dirname(place), () => removeEmpty(dirname(place), firstMade));
    if (await lstat(place).catch(() => undefined)) {
      const kept = join(aside, path);
      await mkdir(dirname(kept), { recursive: true });
      await rename(place, kept);
      undo.add(place, () => rename(kept, place));
    }
    await rename(join(tree, path), place);
    undo.add(place, () => rm(place, { force: true }));
  }
  const gitDir = join(stage, "git");
  const result = await finish(dir, gitDir);
  signal.throwIfAborted();
  if (await lstat(gitDir).catch(() => undefined)) await rename(gitDir, join(dir, ".git"));
  await removeStage().catch(() => undefined);
  return result;
}

/** Small files are written fastest one by one, without threads; between two of them, signals are handled. */
async function stageFiles(tree: string, files: readonly PlannedFile[], signal: AbortSignal): Promise<void> {
  mkdirSync(tree);
  for (const { path, content, mode } of files) {
    await setImmediate();
    signal.throwIfAborted();
    const place = join(tree, path);
    mkdirSync(dirname(place), { recursive: true });
    writeFileSync(place, content, { flag: "wx" });
    // The umask applies to writeFile's mode: it must not remove the owner's x, or a mode that an existing file had.
    if (mode !== 0o644) chmodSync(place, mode);
  }
}

/** Removes the folders from `deepest` up to `highest`, as long as they are empty. */
async function removeEmpty(deepest: string, highest: string): Promise<void> {
  for (let up = deepest; up.startsWith(highest); up = dirname(up)) await rmdir(up);
}
