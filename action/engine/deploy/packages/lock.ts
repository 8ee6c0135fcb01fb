import { existsSync, readFileSync } from "node:fs";
import { dirname, isAbsolute, join, relative, resolve } from "node:path";
import { type LockFile, lockOf } from "../../app/lock.ts";
import { lastLines, type ProcessRunner } from "../../process/run.ts";
import { unusable } from "../deploy-error.ts";
import { toolEnvironment } from "./pip.ts";
import { type Kind, type Requirement, readRequirement } from "./requirement.ts";
import { findUv } from "./uv.ts";

/** What the release depends on, from whichever lock file. */
export interface Lock {
  readonly from: LockFile;
  /** The weakest of its requirements' kinds. */
  readonly kind: Kind;
  /** Whether a tool has resolved it for every machine: then pip does not resolve dependencies again. */
  readonly isResolved: boolean;
  readonly requirements: readonly Requirement[];
  /** Lines that bound versions without requesting a package. */
  readonly constraints: readonly string[];
  /** Options for pip, such as `--index-url …`, one a line. */
  readonly options: readonly string[];
  /** Absolute paths of the folders (--find-links) where pip looks for packages besides its index. */
  readonly shelves: readonly string[];
  /** Other files that may look like the lock, and are not read. */
  readonly unused: readonly string[];
}

interface Reading {
  readonly root: string;
  readonly run: ProcessRunner;
  readonly env: Readonly<Record<string, string>>;
  readonly cacheDir: string;
  readonly onLine: (line: string) => void;
}

/**
 * Reads the lock file of a repository; action/engine/app/lock.ts decides which one.
 *
 * @throws {@link DeployError} if there is none, or it cannot be read
 */
export async function readLock(reading: Reading): Promise<Lock> {
  const { root } = reading;
  const chosen = lockOf((path) => existsSync(join(root, path)));
  if ("problem" in chosen) throw unusable(`${chosen.problem} (in ${root})`, chosen.next);
  const { file, unused } = chosen;
  if (file === "requirements.txt") return lockOfLines(root, file, flatten(root, file), unused);
  const text = file === "uv.lock" ? await exported(reading) : await pylock(reading);
  return lockOfLines(root, file, plain(text), unused);
}

async function exported(reading: Reading): Promise<string> {
  const { root, run, env } = reading;
  const uv = await findUv(reading);
  const ownIndex = /^\s*\[\[tool\.uv\.index\]\]/m.test(readFileSync(join(root, "pyproject.toml"), "utf8"));
  const argv = [uv, "export", "--frozen", "--no-dev", "--no-header", "--no-annotate", "--format", "requirements-txt"];
  const options = { env: toolEnvironment(env), timeoutMs: 60_000 };
  const done = await run([...argv, ...(ownIndex ? ["--emit-index-url"] : []), "--directory", root], options);
  if (done.code === 0) return done.stdout;
  const said = lastLines(done.stderr, 6);
  throw unusable(`uv could not export uv.lock: ${said}`, "Run `uv lock` and commit the result.");
}

const toLines = readFileSync(new URL("./pylock.py", import.meta.url), "utf8");

async function pylock({ root, run, env }: Reading): Promise<string> {
  const argv = ["python3", "-c", toLines, join(root, "pylock.toml")];
  const done = await run(argv, { env: toolEnvironment(env), timeoutMs: 60_000 });
  if (done.code === 0) return done.stdout;
  const said = done.stderr.trim().split("\n").at(-1);
  throw unusable(`pylock.toml cannot be read: ${said}`, "Regenerate it, or commit a requirements.txt.");
}

/** The lines of a lock without comments: one requirement or option each. */
export function plain(text: string): string[] {
  const lines: string[] = [];
  let open = "";
  for (const line of text.split(/\r?\n/)) {
    // As in pip: a comment is not continued on the next line, but it ends a continued line.
    const isComment = /^\s*#/.test(line);
    if (!isComment && line.endsWith("\\")) {
      open += `${line.slice(0, -1)} `;
      continue;
    }
    lines.push(open + (isComment ? "" : line));
    open = "";
  }
  return [...lines, open]
    .map((line) =>
      line
        .replace(/(^|\s)#.*$/, "")
        .replace(/\s+/g, " ")
        .trim(),
    )
    .filter(Boolean);
}

/** The lines of a requirements file, with the lines of each included file in place of the include. */
function flatten(root: string, file: string, above: readonly string[] = []): string[] {
  const shown = relative(root, resolve(root, file));
  if (above.includes(shown)) throw unusable(`${shown} includes itself`);
  let text: string;
  try {
    text = decoded(readFileSync(join(root, file)));
  } catch {
    const next = /:\/\//.test(file) ? "Commit a copy of it and include that." : "";
    throw unusable(`${above.at(-1)} includes ${file}, which cannot be read`, next);
  }
  return plain(text).flatMap((line) => {
    const [, option = "", next = ""] = /^(-r|--requirement|-c|--constraint|-f|--find-links)[ =]?(.+)$/.exec(line) ?? [];
    const beside = /:\/\//.test(next) ? next : join(dirname(file), next);
    if (/^(-r|--r)/.test(option)) return flatten(root, beside, [...above, shown]);
    if (/^(-c|--c)/.test(option))
      return flatten(root, beside, [...above, shown]).map((bound) => `-c ${bound.replace(/^-c /, "")}`);
    // pip first looks beside the file that has the option.
    if (/^(-f|--f)/.test(option)) return [`--find-links ${existsSync(join(root, beside)) ? beside : next}`];
    return [line];
  });
}

/** `pip freeze >` in PowerShell writes UTF-16. */
function decoded(bytes: Buffer): string {
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : "utf-8";
  return new TextDecoder(encoding).decode(bytes);
}

function lockOfLines(root: string, from: LockFile, lines: readonly string[], unused: readonly string[]): Lock {
  const starting = (pattern: RegExp) =>
    lines.flatMap((line) => (pattern.test(line) ? [line.replace(pattern, "").trim()] : []));
  const isOption = (line: string) => /^-/.test(line) && !/^(-e|--editable)\b/.test(line);
  const requirements = lines.filter((line) => !isOption(line)).map(readRequirement);
  const isResolved = from !== "requirements.txt";
  // A lock that lists only the project itself pins none of its dependencies.
  const alone = !isResolved && requirements.length > 0 && requirements.every(({ origin }) => origin.kind === "local");
  const kinds = requirements.map(({ kind }) => (alone ? "loose" : kind));
  return {
    from,
    kind: kinds.includes("loose") ? "loose" : kinds.includes("pinned") ? "pinned" : "hashed",
    isResolved,
    requirements,
    constraints: starting(/^-c /),
    options: lines.filter((line) => isOption(line) && !/^-c |^--find-links (?!\w+:\/\/)/.test(line)),
    shelves: starting(/^--find-links (?!\w+:\/\/)/).map((path) => inRepository(root, path)),
    unused,
  };
}

/** Warnings about a lock that is not pinned, or not the only one. */
export function remarksOn(lock: Lock): string[] {
  const branches = lock.requirements.filter(({ origin }) => origin.kind === "repository" && !origin.isPinned);
  const loose = lock.requirements.filter(({ kind, origin }) => kind === "loose" && origin.kind === "index");
  const unnamed = lock.kind === "loose" && loose.length + branches.length === 0;
  const open = unnamed ? "the project's dependencies" : named(loose);
  return [
    ...(open
      ? [
          `${lock.from} does not pin ${open}, so each deploy may install other versions. Pin them with hashes: uv pip compile --universal --generate-hashes`,
        ]
      : []),
    ...branches.map(
      ({ line }) =>
        `${lock.from} installs whatever a branch or tag points to: ${line}. Write the commit (40 digits) after the @ instead.`,
    ),
  ];
}

const named = (requirements: readonly Requirement[]) => {
  const names = requirements.map(({ name, line }) => name ?? line);
  return names.length > 4 ? `${names.slice(0, 3).join(", ")} and ${names.length - 3} more` : names.join(", ");
};

/** Absolute path of a requirement in the repository. */
export const inRepository = (root: string, path: string): string => {
  const named = path.replaceAll("${PROJECT_ROOT}", root);
  return isAbsolute(named) ? named : resolve(root, named);
};
