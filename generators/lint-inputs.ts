import { readdirSync, readFileSync, type Stats, statSync } from "node:fs";
import { basename, dirname, isAbsolute, join, normalize, resolve } from "node:path";
import { type Collected, collect, contentOf, type Disk } from "../action/lint/collect.ts";
import type { LintOptions } from "../action/lint/engine.ts";
import type { InputFile } from "../action/lint/project.ts";
import { UsageError } from "./errors.ts";

/** What is linted together: a folder, or the files that were named. */
export interface LintInput {
  readonly files: readonly InputFile[];
  readonly options: LintOptions;
  readonly unread: Collected["unread"];
  /** Absolute; the files' paths are relative to it. */
  readonly root: string;
  /** A path as the person would write it. */
  readonly shown: (path: string) => string;
}

/** @throws {@link UsageError} for every path that does not exist, and for a flask-deploy.yml that is wrong */
export async function lintInputs(paths: readonly string[], cwd: string): Promise<LintInput[]> {
  const problems: string[] = [];
  const kinds = paths.map((path) => ({ path, stat: look(path, cwd, problems) }));
  if (problems.length > 0) throw new UsageError(...problems);
  const folders = await Promise.all(
    kinds.filter(({ stat }) => stat?.isDirectory()).map(({ path }) => folderInput(path, cwd)),
  );
  const files = kinds.filter(({ stat }) => !stat?.isDirectory()).map(({ path }) => path);
  return files.length > 0 ? [...folders, await filesInput(files, cwd)] : folders;
}

/** What a path is; a link that leads back to itself, or a folder that may not be entered, is a problem as well. */
function look(path: string, cwd: string, problems: string[]): Stats | undefined {
  try {
    const stat = statSync(resolve(cwd, path), { throwIfNoEntry: false });
    if (!stat) problems.push(`${path}: there is no such file or folder`);
    return stat;
  } catch (error) {
    problems.push(`${path}: ${(error as Error).message}`);
    return undefined;
  }
}

async function folderInput(path: string, cwd: string): Promise<LintInput> {
  const root = resolve(cwd, path);
  const { files, paths, unread } = collect(diskAt(root));
  const prefix = normalize(path) === "." ? "" : path;
  return {
    files,
    unread,
    root,
    options: { paths, ...(await settingsOf(root)) },
    shown: (file) => (prefix ? join(prefix, file) : file),
  };
}

async function filesInput(paths: readonly string[], cwd: string): Promise<LintInput> {
  // Names inside of the working folder stay as they are; others keep their absolute path.
  const inside = paths.every((path) => !isAbsolute(path) && !normalize(path).startsWith(".."));
  const root = inside ? cwd : commonFolder(paths.map((path) => resolve(cwd, path)));
  const disk = diskAt(root);
  const unread: { path: string; reason: string }[] = [];
  const typed = new Map<string, string>();
  const files = paths.flatMap((path) => {
    const name = inside ? normalize(path) : resolve(cwd, path).slice(root.length).replace(/^\//, "");
    typed.set(name, path);
    try {
      return [{ path: name, content: contentOf(disk, name) }];
    } catch (error) {
      unread.push({ path, reason: (error as Error).message });
      return [];
    }
  });
  return {
    files,
    unread,
    root,
    options: { whole: false, ...(await settingsOf(root)) },
    shown: (name) => typed.get(name) ?? name,
  };
}

function commonFolder(paths: readonly string[]): string {
  let folder = dirname(paths[0] as string);
  while (!paths.every((path) => path.startsWith(folder === "/" ? "/" : `${folder}/`))) folder = dirname(folder);
  return folder;
}

function diskAt(root: string): Disk {
  return {
    entries: (folder) =>
      readdirSync(join(root, folder), { withFileTypes: true }).map((entry) => ({
        name: entry.name,
        kind: entry.isFile() ? "file" : entry.isDirectory() ? "folder" : "other",
      })),
    size: (path) => {
      const stat = statSync(join(root, path));
      if (!stat.isFile()) throw new Error("it is no regular file");
      return stat.size;
    },
    read: (path) => readFileSync(join(root, path)),
  };
}

/** `lint:` and `nginx_version:` of the flask-deploy.yml, where there is one. */
async function settingsOf(root: string): Promise<Pick<LintOptions, "app" | "rules" | "ignore" | "nginxVersion">> {
  const file = join(root, "flask-deploy.yml");
  if (!statSync(file, { throwIfNoEntry: false })?.isFile()) return {};
  // Its reader brings a YAML parser and a validator, which a repository without the file has no use for.
  const { AppError, readApp } = await import("../action/app/app.ts");
  try {
    const app = readApp(readFileSync(file, "utf8"), basename(file));
    const { rules, ignore } = app.lint;
    return { app, rules, ignore, ...(app.nginxVersion ? { nginxVersion: app.nginxVersion } : {}) };
  } catch (error) {
    if (error instanceof AppError) throw new UsageError(...error.message.split("\n"));
    throw error;
  }
}
