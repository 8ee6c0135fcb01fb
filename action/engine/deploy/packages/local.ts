import { hash } from "node:crypto";
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readlinkSync,
  statSync,
  symlinkSync,
} from "node:fs";
import { dirname, relative } from "node:path";
import type { ProcessRunner } from "../../process/run.ts";
import { unusable } from "../deploy-error.ts";
import { type FileEntry, hashOf, listFiles, onDisk, type Source } from "../files.ts";
import { inRepository, type Lock } from "./lock.ts";
import { isArchive, type Requirement } from "./requirement.ts";

/** The content of a requirement that is in the repository. */
export interface Local {
  readonly requirement: Requirement;
  /** Absolute path. */
  readonly path: string;
  /** Of a project: its files, whose paths are below `base`. undefined for an archive, which is one file. */
  readonly project: { readonly base: string; readonly files: readonly FileEntry[] } | undefined;
  /** Equal keys mean equal content. */
  readonly key: string;
}

/** A lock, with everything in the repository that it refers to. */
export interface Packages {
  readonly lock: Lock;
  readonly locals: readonly Local[];
  /** Hash of the content of the folders in `lock.shelves`. */
  readonly shelves: string;
  /** Equal keys mean the same packages: it names what is cached for them on one Python. */
  readonly key: string;
}

interface Repository {
  readonly root: string;
  /** The files of a release: a project in the repository is built from these and no others. */
  readonly source: () => Promise<Pick<Source, "files">>;
  readonly run: ProcessRunner;
  readonly env: Readonly<Record<string, string>>;
}

/** Finds what a lock refers to in the repository. It builds nothing. */
export async function packagesOf(lock: Lock, repository: Repository): Promise<Packages> {
  const locals: Local[] = [];
  for (const requirement of lock.requirements) {
    if (requirement.origin.kind !== "local") continue;
    const path = inRepository(repository.root, requirement.origin.path);
    const there = statSync(path, { throwIfNoEntry: false });
    if (!there) throw unusable(`${lock.from} refers to ${requirement.origin.path}, which does not exist`);
    if (there.isFile() !== isArchive(path))
      throw unusable(
        `${lock.from} refers to ${requirement.origin.path}, which is neither a project folder nor a package`,
      );
    const project = there.isFile() ? undefined : await projectAt(path, repository);
    if (project?.files.length === 0)
      throw unusable(
        `${lock.from} refers to ${requirement.origin.path}, in which git tracks no file`,
        "Commit it: a release has what git tracks.",
      );
    locals.push({ requirement, path, project, key: project ? digest(project.files) : await hashOf(path) });
  }
  return withKey(lock, locals, digest(await Promise.all(lock.shelves.map(shelfKey))));
}

function withKey(lock: Lock, locals: readonly Local[], shelves: string): Packages {
  const { requirements, constraints, options, isResolved } = lock;
  const lines = requirements.map(({ line }) => line);
  const key = digest([isResolved, lines, constraints, options, shelves, locals.map((local) => local.key)]);
  return { lock, locals, shelves, key };
}

/**
 * The packages in parts that can be fetched separately. If a tool has resolved the lock, these are what is built here,
 * which changes with every commit, and the rest.
 */
export function partsOf({ lock, locals, shelves, key }: Packages): readonly Packages[] {
  const isOwn = ({ origin }: Requirement) => origin.kind === "local" || origin.kind === "repository";
  const own = lock.requirements.filter(isOwn);
  const others = lock.requirements.filter((requirement) => !isOwn(requirement));
  if (!lock.isResolved || own.length === 0 || others.length === 0) return [{ lock, locals, shelves, key }];
  return [
    withKey({ ...lock, requirements: others }, [], shelves),
    withKey({ ...lock, requirements: own }, locals, shelves),
  ];
}

const digest = (value: unknown) => hash("sha256", JSON.stringify(value));

const shelfKey = async (folder: string) => {
  if (!existsSync(folder)) throw unusable(`--find-links refers to ${folder}, which does not exist`);
  const names = readdirSync(folder).filter(isArchive).sort();
  return Promise.all(names.map(async (name) => [name, await hashOf(`${folder}/${name}`)]));
};

/** The files of a project: those of the release below its folder; in another folder or a submodule, what git tracks. */
async function projectAt(path: string, { root, source, run, env }: Repository): Promise<Local["project"]> {
  const below = relative(root, path);
  if (!/^\.\.(\/|$)/.test(below)) {
    const prefix = below && `${Buffer.from(below).toString("latin1")}/`;
    const files = (await source()).files.flatMap(([name, ...rest]): FileEntry[] =>
      name.startsWith(prefix) ? [[name.slice(prefix.length), ...rest]] : [],
    );
    if (files.length > 0) return { base: path, files };
  }
  return { base: path, files: (await listFiles({ root: path, include: [], exclude: [], run, env })).files };
}

/** Copies a project's files, and nothing else that is beside them, to a folder that a build may write to. */
export function layOut({ base, files }: NonNullable<Local["project"]>, folder: string): void {
  const made = new Set<string>();
  for (const [name, mode] of files) {
    const to = onDisk(folder, name);
    const parent = dirname(to.toString("latin1"));
    if (!made.has(parent)) mkdirSync(Buffer.from(parent, "latin1"), { recursive: true });
    made.add(parent);
    const from = onDisk(base, name);
    if (mode === "120000") symlinkSync(readlinkSync(from, { encoding: "buffer" }), to);
    else {
      copyFileSync(from, to);
      chmodSync(to, mode === "100755" ? 0o755 : 0o644);
    }
  }
}
