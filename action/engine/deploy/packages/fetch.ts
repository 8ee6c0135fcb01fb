import { hash } from "node:crypto";
import { copyFileSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";
import { unbuildable } from "../deploy-error.ts";
import type { Build } from "./build.ts";
import { buildError, fetchError, isConflict, isMissing, pinAdvice, sayNoWheel } from "./fetch-error.ts";
import { type Local, layOut } from "./local.ts";
import { type How, pip } from "./pip.ts";
import { describePython, minorOf, pipTarget } from "./python.ts";
import type { Requirement } from "./requirement.ts";

/**
 * Fills the folder `into` with wheels of all packages that the server needs. pip chooses them as it would on the
 * server: for that platform, and by that Python's markers. What has no wheel (an sdist, a repository, a project in the
 * release) is built here.
 *
 * @param work an empty folder for intermediate files
 */
export async function fetchWheels(build: Build, work: string, into: string): Promise<void> {
  const { lock } = build.packages;
  const own = await ownWheels(build, work);
  const ofIndex = lock.requirements.filter(({ origin }) => origin.kind === "index" || origin.kind === "url");
  const isHashed = ofIndex.length > 0 && ofIndex.every(({ kind }) => kind === "hashed");
  writeFileSync(join(work, "requirements.txt"), requirementLines(build, own, isHashed).join("\n"), { mode: 0o600 });
  writeFileSync(join(work, "constraints.txt"), lock.constraints.join("\n"));
  const { interpreter } = build;
  const target = interpreter ? [] : pipTarget(build.python);
  const given = ["-q", "-r", "requirements.txt", "-c", "constraints.txt", "-d", into, ...target];
  const how = [...(isHashed ? ["--require-hashes"] : []), ...(lock.isResolved ? ["--no-deps"] : [])];
  const fetch = (options: readonly string[], more: Partial<How>) =>
    pip(build, ["download", ...given, ...how, ...options], { cwd: work, ...asServer(build), ...more });
  // Downloading wheels runs no code of theirs, so pip gets the whole environment, with the credentials of an index.
  const takesSources = lock.options.some((line) => line.startsWith("--no-binary")) || build.env.PIP_NO_BINARY;
  const onlyWheels = () => fetch(["--only-binary=:all:"], takesSources ? {} : { more: /^/ });

  let done = await onlyWheels();
  if (done.code !== 0 && isHashed && isConflict(done.said)) {
    build.onLine(`${lock.from} has versions that conflict according to their metadata: installing them as locked`);
    how.push("--no-deps");
    done = await onlyWheels();
  }
  if (done.code !== 0 && isMissing(done.said)) {
    const why = sayNoWheel(build, done.said);
    const { name } = await nearest(build);
    build.onLine(`${why}; building it with ${name}`);
    done = await fetch(["--prefer-binary"], { python: name });
    if (done.code !== 0 && isMissing(done.said)) throw unbuildable(why, pinAdvice(build.python));
  }
  if (done.code !== 0) throw fetchError(build, done.said);
  for (const sdist of readdirSync(into).filter((name) => !name.endsWith(".whl"))) {
    renameSync(join(into, sdist), join(work, sdist));
    const wheel = await toWheel(build, work, join(work, sdist), sdist);
    renameSync(wheel, join(into, basename(wheel)));
  }
}

/** Makes pip choose what the server's pip would: by its markers, or by running that interpreter. */
const asServer = ({ interpreter, python }: Build): Partial<How> =>
  interpreter ? { python: interpreter } : { markers: python.markers };

/** Builds wheels for what the lock takes from this or another repository; undefined where its marker does not apply. */
async function ownWheels(build: Build, work: string): Promise<ReadonlyMap<Requirement, string | undefined>> {
  const { lock, locals } = build.packages;
  const own = lock.requirements.filter(({ origin }) => origin.kind === "local" || origin.kind === "repository");
  const wanted = await whereMarkersHold(build, own, work);
  const made = new Map<Requirement, string | undefined>(own.map((requirement) => [requirement, undefined]));
  for (const [i, requirement] of wanted.entries()) {
    const place = join(work, `own-${i}`);
    mkdirSync(place);
    const local = locals.find((one) => one.requirement === requirement);
    made.set(
      requirement,
      local ? await localWheel(build, place, local) : await repositoryWheel(build, place, requirement),
    );
  }
  return made;
}

async function whereMarkersHold(
  build: Build,
  own: readonly Requirement[],
  cwd: string,
): Promise<readonly Requirement[]> {
  const markers = own.map(({ marker }) => marker || 'os_name != ""');
  if (own.every(({ marker }) => marker === "")) return own;
  const done = await pip(build, ["markers", JSON.stringify(markers)], { cwd, ...asServer(build) });
  if (done.code !== 0) throw fetchError(build, done.said);
  const holds = JSON.parse(done.stdout) as boolean[];
  return own.filter((_, i) => holds[i]);
}

async function localWheel(build: Build, place: string, { requirement, path, project, key }: Local): Promise<string> {
  const hashes = [...requirement.options.matchAll(/--hash[= ]sha256:(\w+)/g)].map(([, hash]) => hash);
  const { lock } = build.packages;
  if (hashes.length > 0 && !hashes.includes(key)) {
    const message = `${path} does not match its hash in ${lock.from}: its sha256 is ${key}`;
    throw unbuildable(message, "Compile the lock again, or restore the file.");
  }
  const copy = join(place, basename(path));
  if (project) layOut(project, copy);
  else copyFileSync(path, copy);
  if (copy.endsWith(".whl")) return copy;
  // A copy has no git history, so tools that derive the version from git get one that names the commit.
  const version = build.commit && `0+g${build.commit.slice(0, 10)}`;
  const env = version
    ? { SETUPTOOLS_SCM_PRETEND_VERSION: version, PDM_BUILD_SCM_VERSION: version, ...build.env }
    : build.env;
  return toWheel({ ...build, env }, place, copy, requirement.line, /^PDM_BUILD_SCM_VERSION$/);
}

/** What git needs to authenticate: the ssh agent, and its own variables. */
const forGit = /^(SSH_AUTH_SOCK|GIT_\w+)$/;

function repositoryWheel(build: Build, place: string, { origin, line }: Requirement): Promise<string> {
  return toWheel(build, place, (origin as { readonly url: string }).url, line, forGit);
}

/** Builds one package, with this machine's interpreter that is closest to the server's. */
async function toWheel(build: Build, work: string, what: string, shown: string, more?: RegExp): Promise<string> {
  const { name, isAlike } = await nearest(build);
  const built = join(work, "built");
  rmSync(built, { recursive: true, force: true });
  const how = { cwd: work, python: name, ...(more && { more }) };
  const done = await pip(build, ["wheel", "-q", "--no-deps", "-w", built, what], how);
  const [wheel] = done.code === 0 ? readdirSync(built) : [];
  if (wheel === undefined) throw buildError(build, shown, done.said);
  if (!wheel.endsWith("-none-any.whl") && !isAlike) {
    const { machine } = build.python;
    const message = `${shown} is built here as ${wheel}, which would not run on the server's Python ${minorOf(build.python)} on ${machine}`;
    throw unbuildable(message, pinAdvice(build.python));
  }
  return join(built, wheel);
}

/** The requirements file for pip, with the variables in the lock replaced, such as credentials in an index's URL. */
function requirementLines(
  build: Build,
  own: ReadonlyMap<Requirement, string | undefined>,
  isHashed: boolean,
): string[] {
  const { options, shelves, requirements } = build.packages.lock;
  const filled = (line: string) => line.replace(/\$\{([A-Z0-9_]+)\}/g, (all, name: string) => build.env[name] ?? all);
  const asked = requirements.flatMap((requirement) => {
    if (!own.has(requirement)) return [filled(requirement.line)];
    const wheel = own.get(requirement);
    if (wheel === undefined) return [];
    const pinned = isHashed ? ` --hash=sha256:${hash("sha256", readFileSync(wheel))}` : "";
    return [`${basename(wheel).split("-")[0]}${requirement.extras} @ ${pathToFileURL(wheel)}${pinned}`];
  });
  return [...options.map(filled), ...shelves.map((folder) => `--find-links ${folder}`), ...asked];
}

/** This machine's interpreter that is closest to the server's; `isAlike` if modules that it compiles run there. */
async function nearest({
  interpreter,
  python,
  run,
  env,
}: Build): Promise<{ readonly name: string; readonly isAlike: boolean }> {
  if (interpreter) return { name: interpreter, isAlike: true };
  const minor = minorOf(python);
  for (const name of [`python${minor}`, "python3"]) {
    const here = await describePython(name, run, env);
    if (!here || minorOf(here) !== minor) continue;
    const older = Number(here.libc.split(".")[1]) <= Number(python.libc.split(".")[1]);
    return { name, isAlike: here.soabi === python.soabi && here.machine === python.machine && older };
  }
  return { name: "python3", isAlike: false };
}
