import { isAtLeast } from "../../app/names.ts";
import { Failure } from "../../process/failure.ts";
import type { Finished, ProcessRunner } from "../../process/run.ts";
import type { World } from "../../process/world.ts";
import { findProgram } from "./find.ts";

/** A Python that is new enough. */
export interface Python {
  readonly path: string;
  /** As "3.11.7". */
  readonly version: string;
}

const newest = 15;
const probe = "import sys; print('.'.join(map(str, sys.version_info[:3])))";

/**
 * The names under which a fitting Python may be found, best first: the very version the app is made for, which its
 * locked packages surely have wheels for, then what the machine calls Python, then newer ones.
 */
export function candidates(oldest: string): readonly string[] {
  const minor = Number(oldest.split(".")[1]);
  const newer = Array.from({ length: Math.max(0, newest - minor) }, (_, i) => `python3.${minor + 1 + i}`);
  return [`python${oldest}`, "python3", "python", ...newer];
}

/** The version of a Python; undefined when it is none, or does not run. */
export async function pythonVersion(path: string, run: ProcessRunner): Promise<string | undefined> {
  const gone = (): Finished => ({ code: 1, signal: null, stdout: "", stderr: "", timedOut: false });
  const { code, stdout } = await run([path, "-c", probe], { timeoutMs: 10_000 }).catch(gone);
  const version = stdout.trim();
  return code === 0 && /^\d+\.\d+\.\d+$/.test(version) ? version : undefined;
}

/**
 * The first Python that is new enough.
 *
 * @throws Failure that says which were found, when none is.
 */
export async function findPython(oldest: string, { run, env }: Pick<World, "run" | "env">): Promise<Python> {
  const old: string[] = [];
  for (const name of candidates(oldest)) {
    const path = findProgram(name, env);
    const version = path && (await pythonVersion(path, run));
    if (!version) continue;
    if (isAtLeast(version, oldest)) return { path, version };
    old.push(`${name} is ${version}`);
  }
  const uv = findProgram("uv", env);
  if (uv) {
    // uv may keep Pythons of its own, out of PATH.
    const { code, stdout } = await run([uv, "python", "find", "--no-python-downloads", `>=${oldest}`]);
    const version = code === 0 ? await pythonVersion(stdout.trim(), run) : undefined;
    if (version) return { path: stdout.trim(), version };
  }
  const found = old.length > 0 ? ` (${old.join(", ")}, which is too old)` : "";
  const next = uv ? `uv python install ${oldest}` : `install Python ${oldest} (Debian, Ubuntu: python3 python3-venv)`;
  throw new Failure(`the app needs Python ${oldest} or newer, and there is none on PATH${found}: ${next}`);
}
