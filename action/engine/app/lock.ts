/**
 * Which file lists the packages that an app runs with. Lint, preview and deploy all decide it here, so that they agree.
 * Works on file names only, so that it also runs in a browser.
 */

/** The lock files that a deploy accepts; of several in one folder the first one is used. */
export const lockFiles = ["uv.lock", "pylock.toml", "requirements.txt"] as const;
export type LockFile = (typeof lockFiles)[number];

/** The lock file to use, with the others that are present but unused; or why there is none, and what to do. */
export type Chosen =
  | { readonly file: LockFile; readonly unused: readonly string[] }
  | { readonly problem: string; readonly next: string };

/** Lock files of other tools, and lists to compile a lock from: each with the command that makes an accepted lock. */
const otherLists: readonly (readonly [file: string, next: string])[] = [
  [
    "poetry.lock",
    "poetry export --format requirements.txt --output requirements.txt (poetry self add poetry-plugin-export)",
  ],
  ["pdm.lock", "pdm export --production --output requirements.txt"],
  ["Pipfile.lock", "pipenv requirements --hash > requirements.txt"],
  ["requirements.in", "uv pip compile --universal --generate-hashes requirements.in --output-file requirements.txt"],
  ["requirements/production.txt", "echo '-r requirements/production.txt' > requirements.txt"],
  ["requirements/prod.txt", "echo '-r requirements/prod.txt' > requirements.txt"],
  ["requirements/base.txt", "echo '-r requirements/base.txt' > requirements.txt"],
  ["pyproject.toml", "uv lock"],
  ["setup.py", "uv pip compile --universal --generate-hashes setup.py --output-file requirements.txt"],
  ["Pipfile", "pipenv lock && pipenv requirements --hash > requirements.txt"],
];

/** @param has whether the app's folder has a file of that name */
export function lockOf(has: (path: string) => boolean): Chosen {
  // uv reads uv.lock only beside the pyproject.toml of its project.
  const there = lockFiles.filter((file) => has(file) && (file !== "uv.lock" || has("pyproject.toml")));
  const [file, ...unused] = there;
  const others = otherLists.filter(([name]) => has(name));
  const locks = others.filter(([name]) => name.endsWith("lock")).map(([name]) => name);
  if (file) return { file, unused: [...unused, ...locks] };
  const [other] = others;
  if (has("uv.lock"))
    return {
      problem: "uv.lock has no pyproject.toml beside it, which uv needs to read it",
      next: "Commit the pyproject.toml that it was made from.",
    };
  if (!other)
    return {
      problem: "there is no uv.lock, no pylock.toml and no requirements.txt",
      next: "Commit one of them: it names the packages that the app needs.",
    };
  const [name, next] = other;
  return {
    problem: `${name} cannot be deployed: a deploy reads uv.lock, pylock.toml or requirements.txt`,
    next: `Export it and commit the result: ${next}`,
  };
}

/**
 * Normal form of a package's name, equal for all its spellings:
 * https://packaging.python.org/specifications/name-normalization
 */
export const normalName = (name: string): string => name.toLowerCase().replace(/[-_.]+/g, "-");
