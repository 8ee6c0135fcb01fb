import { createHash, hash } from "node:crypto";
import { createReadStream, lstatSync, readdirSync, readlinkSync, type Stats } from "node:fs";
import { join } from "node:path";
import type { ProcessRunner } from "../process/run.ts";
import { DeployError } from "./deploy-error.ts";

/**
 * One file of a release: path, git mode, content key, size in bytes. The bytes of the path are kept as latin-1
 * characters, so that any name survives JSON. Equal keys mean equal content.
 */
export type FileEntry = readonly [path: string, mode: "100644" | "100755" | "120000", key: string, size: number];

export interface Source {
  readonly files: readonly FileEntry[];
  /** Full hash of HEAD; outside git, a hash of the content. */
  readonly commit: string;
  /** Committer date, in seconds since 1970. */
  readonly commitAt: number;
  /** True when tracked files differ from the commit. */
  readonly dirty: boolean;
}

interface Options {
  readonly root: string;
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  readonly run: ProcessRunner;
  readonly env: Readonly<Record<string, string>>;
}

/** Lists the files of a release: those that git tracks, as they are in the working tree. */
export async function listFiles(options: Options): Promise<Source> {
  const { root, include, exclude, run, env } = options;
  const git = async (...args: string[]) => {
    const done = await run(["git", "-c", "core.quotePath=true", "-C", root, ...args], { env });
    if (done.code !== 0) throw new Error(done.stderr.trim());
    return done.stdout.split("\n").filter(Boolean);
  };
  const without = exclude.map((glob) => `:(exclude,glob)${glob}`);
  const tracked = await git("ls-files", "--stage", "--", ".", ...without).catch((error: Error) => {
    if (/not a git repository/.test(error.message)) return undefined;
    throw new DeployError("infrastructure", "files", `git could not list the files of ${root}: ${error.message}`);
  });
  if (tracked === undefined) return withoutGit(options);

  // Not diff-files: in a copied working tree it reports every file as changed, since their inodes are new.
  const diff = await git("diff", "--name-only", "--relative", "--no-ext-diff");
  const changed = new Set(diff.map(unquote));
  const files = new Map<string, FileEntry>();
  for (const line of tracked) {
    const [, mode = "", sha = "", name = ""] = /^(\d+) ([0-9a-f]+) \d\t(.*)$/.exec(line) ?? [];
    const path = unquote(name);
    const there = lstat(root, path);
    if (!there || mode === "160000") continue;
    const entry = changed.has(path) || !sha ? await entryOf(root, path, there) : undefined;
    // With the size, because a git-lfs pointer has the same hash as the file it stands for.
    files.set(
      path,
      entry ?? [path, mode as FileEntry[1], `${sha.slice(0, 24)}.${there.size.toString(36)}`, there.size],
    );
  }
  if (include.length > 0) {
    const more = await git("ls-files", "--others", "--", ...include.map((glob) => `:(glob)${glob}`));
    for (const path of more.map(unquote)) {
      const there = lstat(root, path);
      if (there) files.set(path, await entryOf(root, path, there));
    }
  }
  const head = (await git("log", "-1", "--format=%H %ct").catch(() => []))[0]?.split(" ") ?? [];
  const listed = [...files.values()].sort((a, b) => (a[0] < b[0] ? -1 : 1));
  const commit = head[0] || fingerprint(listed, "");
  return { files: listed, commit, commitAt: Number(head[1] ?? 0), dirty: changed.size > 0 };
}

/** Identifies a set of files with its lock: equal fingerprints mean equal releases. */
export function fingerprint(files: readonly FileEntry[], lock: string): string {
  return hash("sha256", JSON.stringify([files, lock])).slice(0, 40);
}

/** Path of a listed file on this machine, as bytes. */
export const onDisk = (root: string, path: string): Buffer =>
  Buffer.concat([Buffer.from(root), Buffer.from("/"), Buffer.from(path, "latin1")]);

const escapes: Readonly<Record<string, string>> = { a: "\x07", b: "\b", t: "\t", n: "\n", v: "\v", f: "\f", r: "\r" };

/** Decodes a path that git printed with `core.quotePath`: ASCII, with C escapes for all special bytes. */
export function unquote(name: string): string {
  if (!name.startsWith('"')) return name;
  return name
    .slice(1, -1)
    .replace(/\\([0-7]{3}|.)/g, (_, what: string) =>
      what.length === 3 ? String.fromCharCode(Number.parseInt(what, 8)) : (escapes[what] ?? what),
    );
}

function lstat(root: string, path: string): Stats | undefined {
  const there = lstatSync(onDisk(root, path), { throwIfNoEntry: false });
  return there?.isDirectory() ? undefined : there;
}

/** Of a file, however large. */
export async function hashOf(path: string | Buffer): Promise<string> {
  const hashed = createHash("sha256");
  for await (const chunk of createReadStream(path)) hashed.update(chunk);
  return hashed.digest("hex");
}

async function entryOf(root: string, path: string, there: Stats): Promise<FileEntry> {
  if (there.isSymbolicLink()) {
    const target = readlinkSync(onDisk(root, path), { encoding: "buffer" });
    return [path, "120000", hash("sha256", target).slice(0, 24), target.length];
  }
  if (!there.isFile()) {
    const shown = Buffer.from(path, "latin1").toString();
    throw new DeployError("usage", "files", `${shown} is neither a file nor a link`, "Take it out of `include:`.");
  }
  const content = await hashOf(onDisk(root, path));
  return [path, there.mode & 0o100 ? "100755" : "100644", content.slice(0, 24), there.size];
}

/** Outside git: all files of the folder except those that are for this machine only. */
async function withoutGit({ root }: Options): Promise<Source> {
  const files: FileEntry[] = [];
  const walk = async (folder: string) => {
    for (const item of readdirSync(join(root, folder), { withFileTypes: true })) {
      const path = folder ? `${folder}/${item.name}` : item.name;
      if ([".git", ".venv", "node_modules", "__pycache__"].includes(item.name) || path === ".env") continue;
      if (item.isDirectory()) await walk(path);
      else {
        const name = Buffer.from(path).toString("latin1");
        files.push(await entryOf(root, name, lstatSync(onDisk(root, name))));
      }
    }
  };
  await walk("");
  files.sort((a, b) => (a[0] < b[0] ? -1 : 1));
  return { files, commit: fingerprint(files, ""), commitAt: 0, dirty: false };
}
