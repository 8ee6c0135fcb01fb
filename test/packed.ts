import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync } from "node:fs";
import { delimiter, join } from "node:path";

const root = join(import.meta.dirname, "..");

/** What npm sets for its scripts would make an inner npm work on this project. */
export const plainEnv = (): Record<string, string> => {
  const plain = Object.entries(process.env).filter(([name, value]) => value !== undefined && !/^npm_/i.test(name));
  return { ...(Object.fromEntries(plain) as Record<string, string>), npm_config_update_notifier: "false" };
};

const run = (cwd: string, program: string, ...args: string[]) =>
  execFileSync(program, args, { cwd, encoding: "utf8", env: plainEnv(), stdio: ["ignore", "pipe", "pipe"] });

/** Builds into `folder`, whatever dist/ holds. @returns the folder of the built files */
export function build(folder: string): string {
  run(root, process.execPath, join(root, "node_modules/rolldown/bin/cli.mjs"), "-c", "-d", join(folder, "dist"));
  return join(folder, "dist");
}

/** The package as it lies on a user's disk, freshly built into `folder`. @returns the command line's own file */
export function unpacked(folder: string): string {
  mkdirSync(folder, { recursive: true });
  for (const name of ["package.json", "README.md", "LICENSE", "templates"])
    cpSync(join(root, name), join(folder, name), { recursive: true });
  return join(build(folder), "cli.js");
}

/** What `npm publish` would send, freshly built: a tarball in `folder`. */
export function pack(folder: string): string {
  const copy = join(folder, "package");
  unpacked(copy);
  // Its own step would build again, in a folder without the source.
  const [made] = JSON.parse(run(copy, "npm", "pack", "--ignore-scripts", "--json", "--pack-destination", folder));
  return join(folder, made.filename);
}

/** Installs a tarball into `folder`, which then has a project of its own with nothing else in it. */
export function install(tarball: string, folder: string): void {
  mkdirSync(folder, { recursive: true });
  run(folder, "npm", "init", "--yes");
  run(folder, "npm", "install", "--no-audit", "--no-fund", "--offline", tarball);
}

/** The node this test runs on, and the machine's own, which may be older. */
export function nodes(): string[] {
  const folders = (process.env.PATH ?? "").split(delimiter).filter((folder) => !folder.includes("node_modules"));
  const own = folders.map((folder) => join(folder, "node")).find((path) => existsSync(path));
  return [...new Set([process.execPath, ...(own ? [own] : [])])];
}
