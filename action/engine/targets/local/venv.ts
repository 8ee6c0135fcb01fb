import { hash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import type { App } from "../../app/app.ts";
import { pip, toolEnvironment } from "../../deploy/packages/pip.ts";
import { describePython, type ServerPython } from "../../deploy/packages/python.ts";
import { forgetUnused, type Wheel } from "../../deploy/packages/wheels.ts";
import { Failure } from "../../process/failure.ts";
import type { Finished } from "../../process/run.ts";
import { cacheFolder, environment, type World } from "../../process/world.ts";
import { findProgram } from "./find.ts";
import { findPython } from "./python.ts";

/** The virtual environment of a preview: what a deploy would install, for an interpreter of this machine. */
export interface Venv {
  readonly python: ServerPython;
  /** The interpreter that it is made with. */
  readonly interpreter: string;
  /** Where it is, or will be: named after all that decides its content, and never changed. */
  readonly path: string;
  readonly isThere: boolean;
}

/** Looks up which one an app and the key of its packages need, and whether it is there, without installing anything. */
export async function findVenv(app: App, key: string, io: World): Promise<Venv> {
  const { path: interpreter } = await findPython(app.python, io);
  const python = (await describePython(interpreter, io.run, childEnvironment(io.env))) as ServerPython;
  const { version, soabi, libc, machine } = python;
  const name = hash("sha256", JSON.stringify([key, interpreter, version, soabi, libc, machine]));
  const path = join(cacheFolder(io), "previews", name.slice(0, 16));
  return { python, interpreter, path, isThere: existsSync(join(path, complete)) };
}

/** In a venv: written last. */
const complete = ".complete";

/**
 * Makes the venv of a preview, by uv where there is one. It has what the wheels of the deploy have and nothing else, so
 * that a package which the lock lacks is missing here too.
 *
 * @param from the file that names the packages
 */
export async function prepareVenv(
  venv: Venv,
  from: string,
  wheels: readonly Wheel[],
  io: World,
  say: (text: string) => void,
): Promise<void> {
  const now = new Date();
  if (venv.isThere) return utimesSync(join(venv.path, complete), now, now);
  const folder = dirname(venv.path);
  mkdirSync(folder, { recursive: true });
  forgetUnused(folder, complete);
  // A venv does not move: it is made where it stays, and gets its name when it is complete.
  const fresh = realpathSync(mkdtempSync(`${venv.path}-`));
  try {
    await install(fresh, from, wheels, venv, io, say);
    writeFileSync(join(fresh, complete), "");
    rmSync(venv.path, { force: true });
    symlinkSync(fresh, venv.path);
  } catch (error) {
    rmSync(fresh, { recursive: true, force: true });
    if (!existsSync(join(venv.path, complete))) throw error;
  }
}

async function install(
  folder: string,
  from: string,
  wheels: readonly Wheel[],
  { interpreter, python }: Venv,
  io: World,
  say: (text: string) => void,
): Promise<void> {
  const uv = findProgram("uv", io.env);
  say(`installing ${from} with ${uv ? "uv" : "pip"}`);
  const env = toolEnvironment(childEnvironment(io.env));
  const options = { cwd: folder, env, signal: io.signal };
  const made = await io.run(
    uv
      ? [uv, "venv", "-q", "--allow-existing", "--python", interpreter, folder]
      : [interpreter, "-m", "venv", "--without-pip", folder],
    options,
  );
  io.signal.throwIfAborted();
  if (made.code !== 0) throw new Failure(venvProblem(made, python.version));
  if (wheels.length === 0) return;
  const list = join(folder, "packages.txt");
  writeFileSync(list, wheels.map(({ path, sha256 }) => `${path} --hash=sha256:${sha256}\n`).join(""));
  const its = join(folder, "bin/python");
  const what = ["--no-index", "--no-deps", "--require-hashes", "-r", list];
  const done = uv
    ? await io.run([uv, "pip", "install", "-q", "--offline", "--python", its, ...what], options)
    : await installByPip(its, interpreter, ["install", "-q", ...what], { ...io, env }, folder);
  io.signal.throwIfAborted();
  if (done.code !== 0) throw new Failure(`the packages of ${from} could not be installed:\n${lastLines(done.stderr)}`);
}

/** By what ensurepip carries, as on the server; where that is missing, by the interpreter's own pip. */
async function installByPip(
  python: string,
  base: string,
  args: readonly string[],
  { run, signal, env }: World & { readonly env: Readonly<Record<string, string>> },
  cwd: string,
) {
  const given = { run, env, signal, onLine: () => {} };
  const { code, said } = await pip(given, args, { cwd, python }).catch(() =>
    pip(given, ["--python", python, ...args], { cwd, python: base }),
  );
  return { code, stderr: said };
}

const lastLines = (text: string) =>
  text
    .split("\n")
    .filter((line) => line.trim() !== "")
    .slice(-5)
    .map((line) => `  ${line}`)
    .join("\n");

function venvProblem({ stdout, stderr }: Finished, version: string): string {
  const said = stderr + stdout;
  const next = /ensurepip|python3?[\d.]*-venv/.test(said)
    ? "install Python's venv (Debian, Ubuntu: apt install python3-venv), or uv"
    : "see what Python says above";
  return `a virtual environment could not be made with Python ${version}:\n${lastLines(said)}\nNext: ${next}`;
}

/** What would tell a program of the preview that systemd, or another preview, had started it, or bring it packages of somebody else. */
const foreign = /^(NOTIFY_SOCKET|LISTEN_(PID|FDS|FDNAMES)|RELEASE|PYTHONHOME|PYTHONPATH|PYTHONUSERBASE|VIRTUAL_ENV)$/;

/** The environment of a child: what is set, without what is meant for somebody else. */
export const childEnvironment = (env: World["env"]): Record<string, string> => environment({ env }, foreign);
