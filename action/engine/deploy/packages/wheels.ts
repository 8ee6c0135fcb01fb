import { hash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { basename, join } from "node:path";
import { normalName } from "../../app/lock.ts";
import type { Build } from "./build.ts";
import { fetchWheels } from "./fetch.ts";
import { partsOf } from "./local.ts";

export interface Wheel {
  readonly name: string;
  readonly size: number;
  readonly sha256: string;
  readonly path: string;
}

/**
 * The wheels of a lock for the server's Python and platform, from the cache if they are in it.
 *
 * The cache has each wheel once, by its hash, and a list of names and hashes for each lock and Python. A file gets its
 * name once it is complete, and its content never changes, so any number of runs can fill the cache at once.
 */
export async function buildWheels(build: Build): Promise<readonly Wheel[]> {
  const wheels: Wheel[] = [];
  for (const packages of partsOf(build.packages)) wheels.push(...(await buildPart({ ...build, packages })));
  return wheels.sort((a, b) => (a.name < b.name ? -1 : 1));
}

async function buildPart(build: Build): Promise<readonly Wheel[]> {
  const store = join(build.cacheDir, "wheels");
  const list = join(store, `${listName(build)}.json`);
  const kept = readList(store, list);
  if (kept) return kept;
  mkdirSync(store, { recursive: true });
  forgetUnused(store);
  const work = mkdtempSync(join(store, ".new-"));
  try {
    const fetched = join(work, "wheels");
    mkdirSync(fetched);
    if (build.packages.lock.requirements.length > 0) await fetchWheels(build, work, fetched);
    const wheels = readdirSync(fetched)
      .sort()
      .map((name) => keep(store, join(fetched, name)));
    writeFileSync(join(work, "list"), JSON.stringify(wheels.map(({ path: _, ...wheel }) => wheel)));
    renameSync(join(work, "list"), list);
    return wheels;
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** Hash of everything that decides which wheels they are. */
function listName({ packages, python, interpreter }: Build): string {
  const { version, machine, libc, soabi, markers } = python;
  // The kernel's release changes with every update of the server; hardly any package has a marker for it.
  const asks = JSON.stringify(packages.lock.requirements).match(/platform_(release|version)/);
  const decisive = Object.entries(markers).filter(([name]) => asks || !/^platform_(release|version)$/.test(name));
  const key = JSON.stringify([packages.key, version, machine, libc, soabi, decisive.sort(), Boolean(interpreter)]);
  return hash("sha256", key).slice(0, 24);
}

function readList(store: string, list: string): readonly Wheel[] | undefined {
  if (!existsSync(list)) return undefined;
  const wheels = (JSON.parse(readFileSync(list, "utf8")) as Omit<Wheel, "path">[]).map((wheel) => ({
    ...wheel,
    path: join(store, wheel.sha256, wheel.name),
  }));
  if (!wheels.every(({ path, size }) => statSync(path, { throwIfNoEntry: false })?.size === size)) return undefined;
  const now = new Date();
  for (const path of [list, ...wheels.map(({ sha256 }) => join(store, sha256))]) utimesSync(path, now, now);
  return wheels;
}

function keep(store: string, from: string): Wheel {
  const name = basename(from);
  const sha256 = hash("sha256", readFileSync(from));
  const path = join(store, sha256, name);
  mkdirSync(join(store, sha256), { recursive: true });
  // If there is one already, its content is the same.
  renameSync(from, path);
  return { name, size: statSync(path).size, sha256, path };
}

const UNUSED_DAYS = 30;

/**
 * A project in the repository gets another wheel with each change.
 *
 * @param mark a file in each entry whose time says when it was used; otherwise the entry's own does
 */
export function forgetUnused(folder: string, mark = ""): void {
  const before = Date.now() - UNUSED_DAYS * 86_400_000;
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    const used = statSync(join(path, mark), { throwIfNoEntry: false }) ?? statSync(path, { throwIfNoEntry: false });
    if (!used || used.mtimeMs < before) rmSync(path, { recursive: true, force: true });
  }
}

/** The normalized name of a wheel's package. */
export const packageOf = (wheel: string): string => normalName(wheel.split("-")[0] ?? "");
