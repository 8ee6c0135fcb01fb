import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { listFiles } from "../../action/engine/deploy/files.ts";
import { packagesOf } from "../../action/engine/deploy/packages/local.ts";
import { readLock } from "../../action/engine/deploy/packages/lock.ts";
import type { ServerPython } from "../../action/engine/deploy/packages/python.ts";
import { buildWheels, type Wheel } from "../../action/engine/deploy/packages/wheels.ts";
import { runProcess } from "../../action/engine/process/run.ts";

/** A package that a test makes. */
export interface Made {
  readonly name: string;
  readonly version?: string;
  readonly as?: "wheel" | "sdist" | "project";
  /** Of a wheel: "cp311-cp311-manylinux_2_17_x86_64". */
  readonly tag?: string;
  /** Of what is built: whether its wheel is for the interpreter that builds it alone. */
  readonly native?: boolean;
  readonly requires?: readonly string[];
  readonly extras?: readonly string[];
  readonly python?: string;
  /** Of a project: files that go into the wheel. */
  readonly content?: readonly string[];
  /** Where it is put. */
  readonly folder?: string;
}

/** A folder for one test file, with a shelf of packages that is the only index, and a repository. */
export class Workshop {
  readonly folder = realpathSync(mkdtempSync(join(tmpdir(), "fd-packages-")));
  readonly shelf = join(this.folder, "shelf");
  readonly lines: string[] = [];
  /** What pip finds: this machine's own shelves and index would be found too. */
  readonly env: Record<string, string> = {
    ...(process.env as Record<string, string>),
    PIP_NO_INDEX: "1",
    PIP_FIND_LINKS: this.shelf,
    PIP_CONFIG_FILE: "/dev/null",
    PIP_NO_CACHE_DIR: "1",
  };

  /** Makes packages; gives the sha256 of each file. */
  put(...packages: readonly Made[]): string[] {
    const given = packages.map((one) => ({ folder: this.shelf, ...one }));
    const script = join(import.meta.dirname, "shelf.py");
    const paths = JSON.parse(
      execFileSync("python3", [script], { input: JSON.stringify(given), encoding: "utf8" }),
    ) as string[];
    return paths.map((path, i) =>
      given[i]?.as === "project" ? "" : createHash("sha256").update(readFileSync(path)).digest("hex"),
    );
  }

  fresh(name = "cache"): string {
    return mkdtempSync(join(this.folder, `${name}-`));
  }

  async packages(root: string, env = this.env) {
    const reading = { root, run: runProcess, env, cacheDir: join(this.folder, "tools"), onLine: () => {} };
    const lock = await readLock(reading);
    const source = () => listFiles({ ...reading, include: [], exclude: [] });
    return packagesOf(lock, { ...reading, source });
  }

  /** A folder with these files, as if nobody used git. */
  repository(files: Readonly<Record<string, string>>): string {
    const root = this.fresh("root");
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    }
    return root;
  }

  /** The wheels of a repository's lock for a server. */
  async wheels(
    root: string,
    python: ServerPython,
    { cacheDir = this.fresh(), env = this.env } = {},
  ): Promise<readonly Wheel[]> {
    const packages = await this.packages(root, env);
    const onLine = (line: string) => this.lines.push(line);
    return buildWheels({ packages, python, cacheDir, run: runProcess, env, onLine, commit: "1a2b3c4d5e" });
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** Makes a folder a git repository with all that is in it committed. */
export function committed(root: string): string {
  const as = ["-c", "user.name=x", "-c", "user.email=x@example.org"];
  for (const words of [
    ["init", "-q"],
    ["add", "-A"],
    [...as, "commit", "-qm", "x"],
  ])
    execFileSync("git", words, { cwd: root });
  return root;
}

/** A server as a test imagines it; what is not given is Debian 12's. */
export function serverWith(version: string, { machine = "x86_64", libc = "2.36", markers = {} } = {}): ServerPython {
  const [major, minor] = version.split(".");
  return {
    ...{ version, machine, libc, soabi: `cpython-${major}${minor}-${machine}-linux-gnu` },
    markers: {
      implementation_name: "cpython",
      implementation_version: version,
      os_name: "posix",
      platform_machine: machine,
      platform_release: "6.1.0-40-amd64",
      platform_system: "Linux",
      platform_version: "#1 SMP",
      python_full_version: version,
      platform_python_implementation: "CPython",
      python_version: `${major}.${minor}`,
      sys_platform: "linux",
      ...markers,
    },
  };
}
