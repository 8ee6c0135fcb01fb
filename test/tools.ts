import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from "node:fs";
import { homedir } from "node:os";
import { delimiter, join } from "node:path";

/** What the tests run that no Debian package has, pinned. */
const tools = {
  python: ["uv==0.13.8", "zizmor==1.32.0"],
  go: ["github.com/rhysd/actionlint/cmd/actionlint@v1.7.12", "github.com/nektos/act@v0.2.89"],
};

const cache = join(process.env.XDG_CACHE_HOME || join(homedir(), ".cache"), "flask-deploy");

/** A folder a set of tools, named after what is in it: made once, never changed, shared by every checkout. */
const folderOf = (kind: keyof typeof tools) =>
  join(cache, `${kind}-${createHash("sha256").update(tools[kind].join("\n")).digest("hex").slice(0, 12)}`);

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
  ...(project === "act" ? [make("go", goInstall)] : []),
];

/** The pinned tools are programs of one file, so they may leave the venv whose pip brought them. */
function pipInstall(folder: string): void {
  const venv = join(folder, "venv");
  const lib = join(folder, "lib");
  run("python3", ["-m", "venv", venv]);
  run(join(venv, "bin/pip"), ["install", "-q", "--disable-pip-version-check", "--target", lib, ...tools.python]);
  renameSync(join(lib, "bin"), join(folder, "bin"));
  for (const rest of [venv, lib]) rmSync(rest, { recursive: true });
}

function goInstall(folder: string): void {
  for (const tool of tools.go) run("go", ["install", tool], { GOBIN: join(folder, "bin"), CGO_ENABLED: "0" });
}

/** Two runs may make the same tools at once: each makes its own folder, and the first to be ready gets the name. */
function make(kind: keyof typeof tools, fill: (folder: string) => void): string {
  const folder = folderOf(kind);
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

function run(program: string, args: readonly string[], env: Record<string, string> = {}): void {
  const { status, stderr, error } = spawnSync(program, args, { encoding: "utf8", env: { ...process.env, ...env } });
  if (status !== 0) throw new Error(`could not install the tests' tools: ${error?.message ?? stderr.trim()}`);
}

/** `node test/tools.ts` prints what to put in front of PATH, to use the tools by hand. */
if (import.meta.main) console.log(folders("act").join(delimiter));
