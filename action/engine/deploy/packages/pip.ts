import { readFileSync } from "node:fs";
import type { ProcessRunner } from "../../process/run.ts";
import { DeployError } from "../deploy-error.ts";
import type { ServerPython } from "./python.ts";

export interface PipRun {
  readonly run: ProcessRunner;
  /** The whole environment of the job; pip, and what it builds, sees {@link toolEnvironment} of it. */
  readonly env: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal | undefined;
  readonly onLine: (line: string) => void;
}

export interface How {
  readonly cwd: string;
  /** Interpreter whose pip runs; by default "python3". */
  readonly python?: string;
  /** Markers to choose packages by; by default those of the interpreter itself. */
  readonly markers?: ServerPython["markers"];
  /** Names of further variables of the job that pip gets; all of them if nothing is built. */
  readonly more?: RegExp;
}

const script = readFileSync(new URL("./run_pip.py", import.meta.url), "utf8");

/** Runs pip: the interpreter's own, else the one bundled with its ensurepip, else one that uv installs. */
export async function pip(
  { run, env, signal, onLine }: PipRun,
  args: readonly string[],
  { cwd, python = "python3", markers, more }: How,
): Promise<{ readonly code: number | null; readonly said: string; readonly stdout: string }> {
  const given = ["-c", script, JSON.stringify(markers ?? null), ...args, "--disable-pip-version-check", "--no-input"];
  const options = { cwd, env: toolEnvironment(env, more), timeoutMs: 900_000, onLine, signal };
  for (const interpreter of [[python], ["uv", "run", "-q", "--no-project", "--isolated", "--with", "pip", "python"]]) {
    const done = await run([...interpreter, ...given], options).catch(() => undefined);
    if (done && !/^No module named pip$/m.test(done.stderr))
      return { code: done.code, said: done.stdout + done.stderr, stdout: done.stdout };
  }
  const next = "Install Python with pip (Debian, Ubuntu: apt install python3-pip), or uv, where the deploy runs.";
  throw new DeployError("infrastructure", "build", "there is no pip on this machine to fetch wheels with", next);
}

/** Variables that locate programs, folders, the network and compilers, or configure pip, uv and compilers. */
const forTools =
  /^(PATH|HOME|USER|LOGNAME|SHELL|TERM|TZ|LANG|LANGUAGE|LC_\w+|TMPDIR|TEMP|TMP|XDG_\w+|CI|NO_COLOR|(HTTPS?|ALL|NO|FTP)_PROXY|SSL_CERT_(FILE|DIR)|REQUESTS_CA_BUNDLE|CURL_CA_BUNDLE|PYENV_\w+|PYTHON(PATH|HASHSEED|WARNINGS|UTF8|IOENCODING)|VIRTUAL_ENV|(PIP|UV)_\w+|NETRC|SOURCE_DATE_EPOCH|SETUPTOOLS_\w+|DISTUTILS_\w+|CC|CXX|CPP|LD|AR|NM|RANLIB|STRIP|MAKE|MAKEFLAGS|\w*(CFLAGS|CXXFLAGS|CPPFLAGS|LDFLAGS|RUSTFLAGS|_LIBS|_INCLUDE_DIRS?|_LIB_DIRS?)|(LD_)?LIBRARY_PATH|CPATH|C_INCLUDE_PATH|CPLUS_INCLUDE_PATH|PKG_CONFIG\w*|CMAKE_\w+|CARGO\w*|RUSTUP\w*|RUSTC\w*|GO\w*|JAVA_HOME|MACOSX_DEPLOYMENT_TARGET|SDKROOT|DEVELOPER_DIR|NIX_\w+)$/i;
/** Names that indicate a secret, except credentials that pip or uv needs for an index. */
const secret = /^(?!(PIP|UV)_).*(TOKEN|SECRET|PASSW|CREDENTIAL|KEY|AUTH)/i;

/**
 * The environment of pip and uv. Building a package from source runs its author's code, so it gets only the variables
 * that builds need: no token, no secret, no file of the runner's.
 */
export function toolEnvironment(env: Readonly<Record<string, string>>, more?: RegExp): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).filter(([name]) => (forTools.test(name) && !secret.test(name)) || more?.test(name)),
  );
}
