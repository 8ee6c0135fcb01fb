import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readdir, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, relative, resolve, sep } from "node:path";
import { parse } from "yaml";
import { camelCase } from "../../../action/engine/app/settings.ts";
import { Failure } from "../../../action/engine/process/failure.ts";
import { environment } from "../../../action/engine/process/world.ts";
import { flagName } from "../../scaffold/answers.ts";
import type { Surroundings } from "../../scaffold/file-list.ts";
import type { RenderedFile } from "../../scaffold/render.ts";
import type { Io } from "../../terminal/io.ts";

/** The package that generated the files before. */
export interface Former {
  /** Its version; undefined if the files do not have it. */
  readonly version: string | undefined;
  /** A folder with that package, if the user passes one. */
  readonly from: string | undefined;
}

/**
 * Generates an app's files with the version of this program that generated them before: from the user's folder, or from
 * the package registry that npm is configured for.
 *
 * @param own the user's flask-deploy.yml, for the answers
 * @throws {@link Failure} if that version is not available, or rejects the answers
 */
export async function generateWith(former: Former, own: string, around: Surroundings, io: Io): Promise<RenderedFile[]> {
  const temporary = await mkdtemp(join(tmpdir(), "flask-deploy-update-"));
  try {
    const program = await programOf(await packageOf(former, temporary, io));
    const tree = join(temporary, "tree");
    await mkdir(join(tree, around.folder), { recursive: true });
    const run = async (argv: readonly string[]) => {
      const done = await io.run(argv, { cwd: tree, env: cleanEnv(io), signal: io.signal });
      io.signal.throwIfAborted();
      return done;
    };
    // In an existing repository, the scaffold generates fewer files.
    if (around.existing || around.folder) await run(["git", "init", "-q"]);
    const argv = [process.execPath, program, around.folder ? `./${around.folder}` : ".", "--yes", "--no-git"];
    const flags = flagsOf(own);
    const first = await run([...argv, ...flags.flat()]);
    // The user may have added an answer that only newer versions know.
    const unknown = [...first.stderr.matchAll(/(?:unknown|there is no) flag (--[\w-]+)/g)].map((match) => match[1]);
    const known = flags.filter(([flag]) => !unknown.includes(flag));
    const { code, stderr } = unknown.length > 0 ? await run([...argv, ...known.flat()]) : first;
    if (code !== 0) throw new Failure(`it rejects the answers: ${stderr.trim().split("\n").slice(-4).join("; ")}`);
    return await filesBelow(tree);
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}

async function packageOf({ version, from }: Former, temporary: string, io: Io): Promise<string> {
  if (from !== undefined) return resolve(io.cwd, from);
  if (version === undefined) throw new Failure("flask-deploy.yml does not say which version generated it");
  const name = `create-flask-deploy@${version}`;
  const quiet = ["--no-save", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
  const argv = ["npm", "install", "--prefix", temporary, ...quiet, name];
  const options = { cwd: temporary, env: cleanEnv(io), signal: io.signal, timeoutMs: 120_000 };
  const done = await io.run(argv, options).catch((error: Error) => {
    throw new Failure(`npm cannot be started: ${error.message}`);
  });
  io.signal.throwIfAborted();
  if (done.code !== 0) {
    const code = /error code (\w+)/i.exec(done.stderr)?.[1] ?? "";
    throw new Failure(`npm cannot install ${name}: ${reasons[code] ?? (code || "it failed")}`);
  }
  return join(temporary, "node_modules/create-flask-deploy");
}

const unreachable = "the package registry cannot be reached";
/** By error code of npm. */
const reasons: Readonly<Record<string, string>> = {
  ...{ E404: "the package registry has no such version", ETARGET: "the package registry has no such version" },
  ...{ ENOTCACHED: unreachable, EAI_AGAIN: unreachable, ENOTFOUND: unreachable, ECONNREFUSED: unreachable },
  ...{ ETIMEDOUT: unreachable, ECONNRESET: unreachable, E401: "the package registry requires a login" },
};

/** The program of a package. @throws {@link Failure} when the folder is no package of this program */
async function programOf(folder: string): Promise<string> {
  const file = join(folder, "package.json");
  const text = await readFile(file, "utf8").catch(() => undefined);
  const { name, bin } = text ? (JSON.parse(text) as { name?: string; bin?: Record<string, string> }) : {};
  const program = join(folder, bin?.["create-flask-deploy"] ?? "");
  if (name === "create-flask-deploy" && bin && existsSync(program)) return program;
  throw new Failure(`${folder} does not contain a built create-flask-deploy package`);
}

/** The answers in a file as flags with their values: any scalar, since the version that wrote a key has its flag. */
function flagsOf(own: string): string[][] {
  const given = Object.entries(parse(own) as Record<string, unknown>).filter(([key]) => key !== "nginx_version");
  return given.flatMap(([key, value]) => {
    const flag = flagName(camelCase(key));
    if (typeof value === "boolean") return [[`--${value ? "" : "no-"}${flag}`]];
    return typeof value === "object" ? [] : [[`--${flag}`, `${value}`]];
  });
}

async function filesBelow(folder: string): Promise<RenderedFile[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const files = paths.map(async (file) => ({
    path: relative(folder, file).split(sep).join("/"),
    content: await readFile(file),
    mode: (await stat(file)).mode & 0o777,
  }));
  return (await Promise.all(files)).filter(({ path }) => !path.startsWith(".git/"));
}

/** Without variables that point git, npm or node elsewhere, as inside a hook or `npm exec`. */
const cleanEnv = (io: Io) => environment(io, /^(GIT_|npm_config_(prefix|global|local_prefix)$)/i);
