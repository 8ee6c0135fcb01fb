import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from "node:fs";
import { homedir } from "node:os";
import { delimiter, join } from "node:path";

/** What the tests run that no Debian package has, pinned. */
const tools = {
  python: ["uv==0.13.8", "zizmor==1.32.0"],
  // The last mypy that knows which of the standard library Python 3.8 has, as servers may have no newer one.
  check: ["ruff==0.17.6", "mypy==1.14.1", "mypy-extensions==1.1.0", "typing-extensions==4.15.0"],
  go: ["github.com/rhysd/actionlint/cmd/actionlint@v1.7.12", "github.com/nektos/act@v0.2.89"],
  // A certificate authority, and the name server of the names that it is asked for.
  pebble: [
    "github.com/letsencrypt/pebble/v2/cmd/pebble@v2.10.1",
    "github.com/letsencrypt/pebble/v2/cmd/pebble-challtestsrv@v2.10.1",
  ],
};

const cache = join(process.env.XDG_CACHE_HOME || join(homedir(), ".cache"), "flask-deploy");

/** A folder a set of tools, named after what is in it: made once, never changed, shared by every checkout. */
const folderOf = (kind: keyof typeof tools, content: readonly string[]) =>
  join(cache, `${kind}-${createHash("sha256").update(content.join("\n")).digest("hex").slice(0, 12)}`);

/**
 * vitest's globalSetup: makes the tools of a project where they are not there yet, and puts them first on the PATH.
 *
 * @throws when one cannot be installed, in the installer's own words.
 */
export default function setup({ name }: { readonly name: string }): void {
  process.env.PATH = [...folders(name), process.env.PATH].join(delimiter);
}

const folders = (project: string) => [
  make("python", pipInstall),
  ...(project === "act" ? [make("go", goInstall("go"))] : []),
];

/**
 * The interpreter that `npm run check` has ruff and mypy in: `-m ruff`, `-m mypy`.
 *
 * @throws when they cannot be installed, in pip's own words.
 */
export function checkers(): string {
  const tell = "import sys; print(sys.version, sys.base_prefix)";
  const madeBy = run("python3", ["-I", "-c", tell]);
  return join(make("check", venv, madeBy), "python");
}

/**
 * The folder of Pebble's programs, for tests that need a certificate authority.
 *
 * @throws when they cannot be built, in Go's own words.
 */
export const pebble = (): string => make("pebble", goInstall("pebble"));

/** A venv finds itself by where its `python` lies, so it may be renamed; only its scripts may not. */
function venv(folder: string): void {
  run("python3", ["-m", "venv", folder]);
  const pip = ["-m", "pip", "install", "-q", "--disable-pip-version-check"];
  run(join(folder, "bin/python"), [...pip, ...tools.check]);
}

/** The pinned tools are programs of one file, so they may leave the venv whose pip brought them. */
function pipInstall(folder: string): void {
  const venv = join(folder, "venv");
  const lib = join(folder, "lib");
  run("python3", ["-m", "venv", venv]);
  run(join(venv, "bin/pip"), ["install", "-q", "--disable-pip-version-check", "--target", lib, ...tools.python]);
  renameSync(join(lib, "bin"), join(folder, "bin"));
  for (const rest of [venv, lib]) rmSync(rest, { recursive: true });
}

const goInstall = (kind: "go" | "pebble") => (folder: string) => {
  for (const tool of tools[kind]) run("go", ["install", tool], { GOBIN: join(folder, "bin"), CGO_ENABLED: "0" });
};

/** Two runs may make the same tools at once: each makes its own folder, and the first to be ready gets the name. */
function make(kind: keyof typeof tools, fill: (folder: string) => void, ...madeBy: string[]): string {
  const folder = folderOf(kind, [...tools[kind], ...madeBy]);
  if (!existsSync(folder)) {
    mkdirSync(cache, { recursive: true });
    const unready = mkdtempSync(join(cache, "unready-"));
    try {
      fill(unready);
      renameSync(unready, folder);
    } catch (error) {
      if (!existsSync(folder)) throw error;
    } finally {
      rmSync(unready, { recursive: true, force: true });
    }
  }
  return join(folder, "bin");
}

function run(program: string, args: readonly string[], env: Record<string, string> = {}): string {
  const { status, stdout, stderr, error } = spawnSync(program, args, {
    encoding: "utf8",
    env: { ...process.env, ...env },
  });
  if (status !== 0) throw new Error(`could not install the tests' tools: ${error?.message ?? stderr.trim()}`);
  return stdout;
}

/** `node test/tools.ts` prints what to put in front of PATH, to use the tools by hand. */
if (import.meta.main) console.log(folders("act").join(delimiter));
