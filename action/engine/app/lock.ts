/**
 * Which file says what packages an app runs with: the one answer of lint, preview and deploy, so that they agree. Knows
 * names of files only, so that it runs in a browser as well.
 */

/** The locks that can be deployed; of several in one folder the first counts. */
export const lockFiles = ["uv.lock", "pylock.toml", "requirements.txt"] as const;
export type LockFile = (typeof lockFiles)[number];

/** The lock that counts, with those that are there and do not; or why there is none, and what to do. */
export type Chosen =
  | { readonly file: LockFile; readonly unused: readonly string[] }
  | { readonly problem: string; readonly next: string };

/** Where another tool keeps its lock, or the list that a lock is made from, and how it becomes one that counts. */
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
  // Without the project beside it, uv reads no lock.
  const there = lockFiles.filter((file) => has(file) && (file !== "uv.lock" || has("pyproject.toml")));
  const [file, ...unused] = there;
  const others = otherLists.filter(([name]) => has(name));
  const locks = others.filter(([name]) => /lock$/.test(name)).map(([name]) => name);
  if (file) return { file, unused: [...unused, ...locks] };
  const [other] = others;
  if (has("uv.lock"))
    return {
      problem: "uv.lock has no pyproject.toml beside it, which uv needs to read it",
      next: "Commit the pyproject.toml that it was made from.",
    };
  if (!other)
    return {
      problem: `there is no ${lockFiles.join(", no ").replace(/, (?=[^,]*$)/, " and ")}`,
      next: "Commit one of them: it names the packages that the app needs.",
    };
  const [name, next] = other;
  return {
    problem: `${name} cannot be deployed: a deploy reads ${lockFiles.join(", ").replace(/, (?=[^,]*$)/, " or ")}`,
    next: `Export it and commit the result: ${next}`,
  };
}

/** A package's name as all its spellings are compared: https://packaging.python.org/specifications/name-normalization */
export const normalName = (name: string): string => name.toLowerCase().replace(/[-_.]+/g, "-");
