import { chmodSync, mkdirSync, writeFileSync } from "node:fs";
import { lstat, mkdir, mkdtemp, rename, rm, rmdir } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { setImmediate } from "node:timers/promises";
import { Failure, Interrupted } from "../../action/engine/process/failure.ts";
import { type Destination, isWritten, type PlannedFile } from "./destination/destination.ts";
import { fileFailure } from "./destination/folder.ts";
import { Undo } from "./undo.ts";

/** What is done with the written files before they count: the first commit. `gitDir` is moved to its place afterwards. */
export type Finish<T> = (workTree: string, gitDir: string) => Promise<T>;

/**
 * Writes the files, all or none: they are staged beside their places, on the same file system, and renamed in.
 * Whatever goes wrong, and when the signal aborts, the folder is as it was.
 *
 * @throws {@link Failure} naming the cause, or {@link Interrupted}.
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
    throw new Failure(`${cause.message}\nThis could not be put back: ${left.join("; ")}`, { cause: error });
  }
}

const wanted = (files: readonly PlannedFile[]) => files.filter(({ state }) => isWritten(state));

/** A folder that is not there yet is made whole under another name, and appears in one rename. */
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

/** Into a folder that is there, each file is renamed in, and what it replaces is set aside until all are. */
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

/** Small files are written fastest one after another without a thread; the pause between them is when a signal is heard. */
async function stageFiles(tree: string, files: readonly PlannedFile[], signal: AbortSignal): Promise<void> {
  mkdirSync(tree);
  for (const { path, content, mode } of files) {
    await setImmediate();
    signal.throwIfAborted();
    const place = join(tree, path);
    mkdirSync(dirname(place), { recursive: true });
    writeFileSync(place, content, { flag: "wx" });
    // A mode given to writeFile is cut by the umask, which must not take the owner's x, or what a file had that was there.
    if (mode !== 0o644) chmodSync(place, mode);
  }
}

/** Removes the folders from `deepest` up to `highest`, as long as they are empty. */
async function removeEmpty(deepest: string, highest: string): Promise<void> {
  for (let up = deepest; up.startsWith(highest); up = dirname(up)) await rmdir(up);
}
