import { createHash } from "node:crypto";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Finished } from "../../action/deploy/process.ts";
import { Failure } from "../errors.ts";
import type { Io } from "../io.ts";
import { findProgram } from "./find.ts";
import { findPython, isAtLeast, pythonVersion } from "./python.ts";

/** What a venv would need to be what requirements.txt says. */
export type VenvState = "ready" | "stale" | "absent";

const requirementsFile = "requirements.txt";
/** In the venv: the hash of the requirements.txt that was installed into it, written last. */
const stampFile = ".flask-deploy";

const stampOf = (repository: string) =>
  createHash("sha256")
    .update(readFileSync(join(repository, requirementsFile)))
    .digest("hex");

/** Looks, without changing anything. A venv whose Python is gone or too old counts as absent. */
export async function venvState(repository: string, oldest: string, io: Pick<Io, "run">): Promise<VenvState> {
  const version = await pythonVersion(join(repository, ".venv/bin/python"), io.run);
  if (!version || !isAtLeast(version, oldest)) return "absent";
  const stamp = join(repository, ".venv", stampFile);
  return existsSync(stamp) && readFileSync(stamp, "utf8") === stampOf(repository) ? "ready" : "stale";
}

/**
 * Makes `.venv` hold what requirements.txt locks, with uv where there is one. One that was made here and could not be
 * filled is removed again.
 *
 * @throws Failure that names the cause: no Python, no network, a package that does not build.
 */
export async function prepareVenv(
  repository: string,
  oldest: string,
  io: Pick<Io, "run" | "env" | "signal">,
  say: (text: string) => void,
): Promise<void> {
  if (!existsSync(join(repository, requirementsFile)))
    throw new Failure(`${requirementsFile} is missing in ${repository}: it names the packages that the app needs`);
  const state = await venvState(repository, oldest, io);
  if (state === "ready") return;
  const venv = join(repository, ".venv");
  const uv = findProgram("uv", io.env);
  const options = { cwd: repository, env: childEnvironment(io.env), signal: io.signal };
  try {
    if (state === "absent") {
      const python = await findPython(oldest, io);
      say(`making .venv with Python ${python.version}`);
      rmSync(venv, { recursive: true, force: true });
      const argv = uv ? [uv, "venv", "-q", "--python", python.path, ".venv"] : [python.path, "-m", "venv", ".venv"];
      const made = await io.run(argv, options);
      io.signal.throwIfAborted();
      if (made.code !== 0) throw new Failure(venvProblem(made, python.version));
    }
    const python = join(venv, "bin/python");
    // One that uv made has no pip.
    if (!uv && (await io.run([python, "-m", "pip", "--version"], options)).code !== 0)
      await io.run([python, "-m", "ensurepip"], options);
    say(`installing ${requirementsFile} ${uv ? "with uv" : "with pip"}`);
    const argv = uv
      ? [uv, "pip", "install", "-q", "--python", python, "-r", requirementsFile]
      : [python, "-m", "pip", "install", "-q", "--retries", "1", "--disable-pip-version-check", "-r", requirementsFile];
    const installed = await io.run(argv, options);
    io.signal.throwIfAborted();
    if (installed.code !== 0) throw new Failure(installProblem(installed));
  } catch (error) {
    if (state === "absent") rmSync(venv, { recursive: true, force: true });
    throw error;
  }
  writeFileSync(join(venv, stampFile), stampOf(repository));
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
  return `.venv could not be made with Python ${version}:\n${lastLines(said)}\nNext: ${next}`;
}

const unreachable =
  /connection (?:broken|refused|error|reset|aborted)|failed to establish|name resolution|name or service not known|nodename nor servname|dns error|network is unreachable|timed out|error sending request|could not connect|failed to fetch|proxyerror/i;

/** An index that cannot be reached is what pip tells in the most words and the least clearly. */
export function installProblem({ stdout, stderr }: Pick<Finished, "stdout" | "stderr">): string {
  const said = `${stdout}\n${stderr}`;
  if (unreachable.test(said))
    return `the packages of ${requirementsFile} could not be fetched, as the package index cannot be reached:\n${lastLines(said)}\nNext: connect to the network, or name an index that can be reached (PIP_INDEX_URL, UV_INDEX_URL), and run it again`;
  return `the packages of ${requirementsFile} could not be installed:\n${lastLines(said)}\nNext: see to the package that is named, and run it again`;
}

/** What would tell a program of the preview that systemd, or another preview, had started it. */
const foreign = /^(NOTIFY_SOCKET|LISTEN_(PID|FDS|FDNAMES)|RELEASE|PYTHONHOME)$/;

/** The environment of a child: what is set, without what is meant for somebody else. */
export const childEnvironment = (env: Io["env"]): Record<string, string> =>
  Object.fromEntries(
    Object.entries(env).filter((pair): pair is [string, string] => pair[1] !== undefined && !foreign.test(pair[0])),
  );
