import { normalPath } from "../files/address.ts";
import type { Project } from "../files/project.ts";
import type { PythonFile } from "../python/read.ts";
import type { Callable, Model, Server } from "./types.ts";

/** A folder on the server, and the folder of the repository that is deployed there ("" is the root). */
export interface Place {
  readonly server: string;
  readonly repository: string;
  /** Whether the application's module is there; otherwise it is a guess. */
  readonly sure: boolean;
}

export const under = (folder: string, path: string) => (folder ? `${folder}/${path}` : path);

/** Every folder that has files in it. */
export function foldersOf(project: Project): Set<string> {
  const folders = new Set<string>([""]);
  for (const path of project.paths) {
    for (let end = path.lastIndexOf("/"); end > 0; end = path.lastIndexOf("/", end - 1))
      folders.add(path.slice(0, end));
  }
  return folders;
}

/** Where the repository is on the server, as far as the server's directory shows. */
export function placeOf(project: Project, model: Model, server: Server): Place | undefined {
  const directory = server.directory?.text.replace(/\/+$/, "");
  if (!directory?.startsWith("/") || /\$|\{\{|<%/.test(directory)) return undefined;
  const deployed = normalPath(directory);
  const folders = foldersOf(project);
  const parts = deployed.split("/").filter(Boolean);
  const tails = parts.map((_, i) => parts.slice(i).join("/")).filter((tail) => folders.has(tail));
  const { home } = model.groupOf(server);
  const roots = [...new Set([...tails, home, ""])];
  const { callable } = server;
  const known = callable && roots.find((root) => modulePaths(callable, root).some((path) => project.paths.has(path)));
  return known === undefined
    ? { server: deployed, repository: roots[0] ?? "", sure: false }
    : { server: deployed, repository: known, sure: true };
}

/** The path in the repository for a path on the server; undefined outside the repository. */
export function inRepository(path: string, place: Place): string | undefined {
  const plain = anyRelease(normalPath(path));
  const server = anyRelease(place.server);
  if (plain === server) return place.repository;
  if (plain.startsWith(`${server}/`)) return under(place.repository, plain.slice(server.length + 1));
  // The server's directory may be a subfolder of the repository, which then includes the folders beside it.
  const tail = place.repository ? `/${place.repository}` : "";
  if (!tail || !server.endsWith(tail)) return undefined;
  const root = server.slice(0, -tail.length);
  return plain.startsWith(`${root}/`) ? plain.slice(root.length + 1) : undefined;
}

/** `current` is a symlink to one of the `releases` wherever such folders exist. */
export const anyRelease = (path: string) => path.replace(/\/releases\/[^/]+(?=\/|$)/, "/current");

/** The paths that a callable's module can have below a folder. */
function modulePaths(callable: Callable, root: string): string[] {
  if (callable.file) return [under(root, callable.module.replace(/^\.?\/+/, ""))];
  const path = callable.module.replaceAll(".", "/");
  return [under(root, `${path}.py`), under(root, `${path}/__init__.py`)];
}

export interface FoundModule {
  /** The module's file; undefined if there are several. */
  readonly file: PythonFile | undefined;
  /** Files for "did you mean": the same name in another case. */
  readonly almost: readonly string[];
  readonly count: number;
}

/** Finds a callable's module in the repository: in the server's directory, else anywhere. */
export function findModule(project: Project, model: Model, server: Server, callable: Callable): FoundModule {
  const place = placeOf(project, model, server);
  const { home } = model.groupOf(server);
  for (const root of new Set([...(place?.sure ? [place.repository] : []), home, ""])) {
    const exact = modulePaths(callable, root).filter((path) => project.pythonPaths.includes(path));
    if (exact[0]) return { file: project.python(exact[0]), almost: [], count: exact.length };
  }
  const tails = callable.file
    ? [callable.module.replace(/^.*\//, "")]
    : modulePaths({ ...callable, file: false }, "").map((path) => path);
  const ends = (path: string, tail: string) => path === tail || path.endsWith(`/${tail}`);
  const anywhere = project.pythonPaths.filter((path) => tails.some((tail) => ends(path, tail)));
  const almost = project.pythonPaths.filter(
    (path) => !anywhere.includes(path) && tails.some((tail) => ends(path.toLowerCase(), tail.toLowerCase())),
  );
  return {
    file: anywhere.length === 1 ? project.python(anywhere[0] as string) : undefined,
    almost,
    count: anywhere.length,
  };
}

/** The file of an imported module, resolved from the file that imports it. */
export function importedFile(project: Project, from: string, module: string): PythonFile | undefined {
  const dots = /^\.*/.exec(module)?.[0].length ?? 0;
  const folders = from.split("/").slice(0, -1);
  const base = dots > 0 ? folders.slice(0, folders.length - (dots - 1)) : folders;
  const path = module.slice(dots).replaceAll(".", "/");
  const roots = dots > 0 ? [base.join("/")] : [base.join("/"), ""];
  for (const root of roots) {
    const full = path ? under(root, path) : root;
    // A package takes precedence over a module of the same name, as in Python.
    for (const candidate of [`${full}/__init__.py`, `${full}.py`]) {
      if (project.pythonPaths.includes(candidate)) return project.python(candidate);
    }
  }
  return undefined;
}
