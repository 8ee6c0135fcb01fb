import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { Fault } from "./fault.ts";
import type { Lock } from "./lock.ts";
import type { ProcessRunner } from "./process.ts";

/** The server's Python, as its driver tells it. */
export interface ServerPython {
  /** "3.11.2" */
  readonly version: string;
  /** "x86_64" */
  readonly machine: string;
  /** glibc's version, "2.36"; "" on musl. */
  readonly libc: string;
  readonly soabi: string;
  readonly uv: boolean;
}

export interface Wheel {
  readonly name: string;
  readonly size: number;
  readonly sha256: string;
  readonly path: string;
}

interface Build {
  readonly lock: Lock;
  readonly python: ServerPython;
  readonly cacheDir: string;
  readonly run: ProcessRunner;
  readonly env: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal | undefined;
  readonly onLine: (line: string) => void;
}

/** The wheels of a lock for the server's Python and platform; from the cache when they were built before. */
export async function buildWheels(build: Build): Promise<readonly Wheel[]> {
  const { lock, python, cacheDir } = build;
  const key = [lock.text, python.version.split(".").slice(0, 2).join("."), python.machine, python.libc, python.soabi];
  const name = createHash("sha256").update(JSON.stringify(key)).digest("hex").slice(0, 24);
  const kept = join(cacheDir, "wheels", name);
  if (!existsSync(kept)) {
    mkdirSync(join(cacheDir, "wheels"), { recursive: true });
    const fresh = mkdtempSync(join(cacheDir, "wheels", ".new-"));
    try {
      writeFileSync(join(fresh, "lock.txt"), `${lock.text}\n`);
      mkdirSync(join(fresh, "w"));
      if (lock.text) await fetchAll(build, join(fresh, "lock.txt"), join(fresh, "w"));
      // Only a complete set gets the name; two runs at once make the same set.
      if (!existsSync(kept)) renameSync(fresh, kept);
    } finally {
      rmSync(fresh, { recursive: true, force: true });
    }
  }
  const folder = join(kept, "w");
  return readdirSync(folder)
    .sort()
    .map((file) => {
      const path = join(folder, file);
      const sha256 = createHash("sha256").update(readFileSync(path)).digest("hex");
      return { name: file, size: statSync(path).size, sha256, path };
    });
}

async function fetchAll(build: Build, requirements: string, into: string): Promise<void> {
  const { lock, python } = build;
  const minor = python.version.split(".").slice(0, 2).join(".");
  const given = ["-r", requirements, ...(lock.kind === "hashed" ? ["--no-deps", "--require-hashes"] : [])];
  const target = [
    "--only-binary=:all:",
    ...["--implementation", "cp", "--python-version", minor],
    ...["--abi", `cp${minor.replace(".", "")}`, "--abi", "abi3", "--abi", "none"],
    ...platformTags(python).flatMap((tag) => ["--platform", tag]),
  ];
  const done = await pip(build, ["download", "-q", ...given, ...target, "-d", into]);
  if (done.code === 0) return;
  if (!/No matching distribution|Could not find a version/.test(done.said)) throw failed(lock, done.said);

  // Something comes as source only. What is pure Python runs anywhere; the rest where this machine is like the server.
  const why = `${lock.from} names a package without a wheel for Python ${minor} on ${python.machine}: ${missing(done.said)}`;
  const { name, isAlike } = await pythonNearest(build, minor);
  build.onLine(`${why}; building it with ${name}`);
  const built = await pip(build, ["wheel", "-q", ...given, "-w", into], [name, "-m", "pip"]);
  const advice = `Pin a version that has one, or deploy from a machine with Python ${minor} and a C library no newer than the server's.`;
  if (built.code !== 0) {
    if (/No matching distribution|Could not find a version/.test(built.said))
      throw new Fault("app", "build", why, advice);
    throw failed(lock, built.said);
  }
  const foreign = readdirSync(into).filter((wheel) => !wheel.endsWith("-none-any.whl"));
  if (foreign.length > 0 && !isAlike) {
    const message = `${why}. What this machine builds (${foreign.join(", ")}) would not run there`;
    throw new Fault("app", "build", message, advice);
  }
}

/** Every platform tag whose wheels run on the server, best first. */
export function platformTags({ machine, libc }: Pick<ServerPython, "machine" | "libc">): string[] {
  if (!libc)
    return ["1_2", "1_1", "1_0"].map((version) => `musllinux_${version}_${machine}`).concat(`linux_${machine}`);
  const newest = Number(libc.split(".")[1]);
  const tags = [];
  for (let minor = newest; minor >= 5; minor--) {
    tags.push(`manylinux_2_${minor}_${machine}`);
    if (minor === 17) tags.push(`manylinux2014_${machine}`);
    if (minor === 12) tags.push(`manylinux2010_${machine}`);
    if (minor === 5) tags.push(`manylinux1_${machine}`);
  }
  return [...tags, `linux_${machine}`];
}

const describe =
  "import os,sys;print('%d.%d'%sys.version_info[:2],os.uname().machine,(os.confstr('CS_GNU_LIBC_VERSION') or '').replace('glibc ',''))";

/** The Python of this machine that is most like the server's; alike when its extension modules run there. */
async function pythonNearest({ python, run, env }: Build, minor: string): Promise<{ name: string; isAlike: boolean }> {
  for (const name of [`python${minor}`, "python3"]) {
    const done = await run([name, "-I", "-c", describe], { env }).catch(() => undefined);
    const [version, machine, libc = ""] = done?.stdout.trim().split(" ") ?? [];
    const older = Number(libc.split(".")[1]) <= Number(python.libc.split(".")[1]);
    if (version === minor) return { name, isAlike: machine === python.machine && older };
  }
  return { name: "python3", isAlike: false };
}

async function pip({ run, env, signal, onLine }: Build, args: readonly string[], only?: readonly string[]) {
  for (const way of only ? [only] : [["python3", "-m", "pip"], ["pip3"], ["uvx", "pip"]]) {
    const argv = [...way, ...args, "--disable-pip-version-check", "--no-input"];
    const options = { env, timeoutMs: 900_000, onLine, ...(signal ? { signal } : {}) };
    const done = await run(argv, options).catch(() => undefined);
    if (done && !/No module named pip/.test(done.stderr)) return { code: done.code, said: done.stdout + done.stderr };
  }
  const next = "Install Python with pip, or uv, where the deploy runs.";
  throw new Fault("infrastructure", "build", "there is no pip on this machine to fetch wheels with", next);
}

const missing = (said: string) =>
  /No matching distribution found for (\S+)/.exec(said)?.[1] ?? said.trim().split("\n").slice(-2).join(" ");

function failed(lock: Lock, said: string): Fault {
  const last = said.trim().split("\n").slice(-8).join("\n");
  if (/hashes? (are|do|does) not match|THESE PACKAGES DO NOT MATCH|hash mismatch/i.test(said))
    return new Fault(
      "app",
      "build",
      `a package is not what ${lock.from} says by its hash:\n${last}`,
      "Compile the lock anew.",
    );
  const net = /Temporary failure|ConnectionError|Read timed out|Max retries|Network is unreachable/i.test(said);
  return new Fault(
    net ? "infrastructure" : "app",
    "build",
    `the packages of ${lock.from} could not be fetched:\n${last}`,
  );
}
