import { existsSync, type Stats, statSync } from "node:fs";
import { basename, dirname, join, normalize, relative, resolve } from "node:path";
import { readPlainFile } from "../../../action/engine/app/plain-file.ts";
import { diskAt } from "../../../action/engine/process/disk.ts";
import type { LintOptions } from "../../../action/lint/engine.ts";
import { type Collected, collect, contentOf, type InputFile } from "../../../action/lint/files/collect.ts";
import { UsageError } from "../../dispatch/errors.ts";

/** Files that are linted together: a folder, or files passed by name. */
export interface LintInput {
  readonly files: readonly InputFile[];
  readonly options: LintOptions;
  readonly unread: Collected["unread"];
  /** Set if files were passed by name: the others are read only because findings in these depend on them. */
  readonly named?: ReadonlySet<string>;
  /** Absolute; the files' paths are relative to it. */
  readonly root: string;
  /** A path as the user typed it, or would type it. */
  readonly shown: (path: string) => string;
}

/** @throws {@link UsageError} for every path that does not exist, and for an invalid flask-deploy.yml */
export async function lintInputs(paths: readonly string[], cwd: string): Promise<LintInput[]> {
  const problems: string[] = [];
  const kinds = paths.map((path) => ({ path, stat: look(path, cwd, problems) }));
  if (problems.length > 0) throw new UsageError(...problems);
  const folders = await Promise.all(
    kinds.filter(({ stat }) => stat?.isDirectory()).map(({ path }) => folderInput(path, cwd)),
  );
  const files = kinds.filter(({ stat }) => !stat?.isDirectory()).map(({ path }) => path);
  return files.length > 0 ? [...folders, ...(await filesInputs(files, cwd))] : folders;
}

/** What a path is; a symlink loop or a folder without read permission is a problem too. */
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
  const { files, paths, links, unread } = collect(diskAt(root));
  const prefix = normalize(path) === "." ? "" : path;
  return {
    files,
    unread,
    root,
    options: { paths, links, ...(await settingsOf(root)) },
    shown: (file) => (prefix ? join(prefix, file) : file),
  };
}

/** Files passed by name, each with its whole repository, so that the findings are those of linting the repository. */
async function filesInputs(paths: readonly string[], cwd: string): Promise<LintInput[]> {
  const byRoot = new Map<string, string[]>();
  for (const path of paths) {
    const root = repositoryOf(resolve(cwd, path));
    byRoot.set(root, [...(byRoot.get(root) ?? []), path]);
  }
  return Promise.all([...byRoot].map(([root, named]) => filesInput(root, named, cwd)));
}

async function filesInput(root: string, paths: readonly string[], cwd: string): Promise<LintInput> {
  const disk = diskAt(root);
  const whole = isRepository(root);
  const beside = whole ? collect(disk) : collect({ ...disk, entries: (folder) => disk.entries(folder).filter(isFile) });
  const files = new Map(beside.files.map((file) => [file.path, file]));
  const unread: { path: string; reason: string }[] = [];
  const typed = new Map<string, string>();
  for (const path of paths) {
    const name = relative(root, resolve(cwd, path));
    typed.set(name, path);
    try {
      if (!files.has(name)) files.set(name, { path: name, content: contentOf(disk, name) });
    } catch (error) {
      unread.push({ path: name, reason: (error as Error).message });
    }
  }
  const { paths: all, links } = beside;
  return {
    files: [...files.values()],
    unread,
    root,
    named: new Set(typed.keys()),
    options: { whole, paths: all, links, named: new Set(typed.keys()), ...(await settingsOf(root)) },
    shown: (name) => typed.get(name) ?? name,
  };
}

const isFile = ({ kind }: { readonly kind: string }) => kind === "file";

/** The nearest folder above a file that is a repository or has a flask-deploy.yml; else the file's own folder. */
function repositoryOf(path: string): string {
  const own = dirname(path);
  for (let folder = own; ; folder = dirname(folder)) {
    if (isRepository(folder)) return folder;
    if (dirname(folder) === folder) return own;
  }
}

const isRepository = (folder: string) => ["flask-deploy.yml", ".git"].some((name) => existsSync(join(folder, name)));

/** `lint:` and `nginx_version:` of the flask-deploy.yml, if there is one. */
async function settingsOf(root: string): Promise<Pick<LintOptions, "app" | "rules" | "ignore" | "nginxVersion">> {
  const file = join(root, "flask-deploy.yml");
  if (!statSync(file, { throwIfNoEntry: false })?.isFile()) return {};
  // Imported only here: the YAML parser and the validator would slow down a lint without the file.
  const { AppError, readApp } = await import("../../../action/engine/app/app.ts");
  try {
    const app = readApp(readPlainFile(file), basename(file));
    const { rules, ignore } = app.lint;
    return { app, rules, ignore, ...(app.nginxVersion ? { nginxVersion: app.nginxVersion } : {}) };
  } catch (error) {
    if (error instanceof AppError) throw new UsageError(...error.message.split("\n"));
    if ((error as NodeJS.ErrnoException).code) throw new UsageError(`${file}: ${(error as Error).message}`);
    throw error;
  }
}
