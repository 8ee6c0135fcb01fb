/** Versions on the server, if the repository pins them; undefined means any supported version. */
export interface Versions {
  readonly nginx: Version | undefined;
  readonly gunicorn: Version | undefined;
  readonly uwsgi: Version | undefined;
}

export type Version = readonly [major: number, minor: number, patch: number];

export function parseVersion(text: string | undefined): Version | undefined {
  const found = /(\d+)(?:\.(\d+))?(?:\.(\d+))?/.exec(text ?? "");
  return found ? [Number(found[1]), Number(found[2] ?? 0), Number(found[3] ?? 0)] : undefined;
}

/** Whether the version is known to be at least that one. */
export function atLeast(version: Version | undefined, major: number, minor = 0, patch = 0): boolean {
  if (!version) return false;
  return version[0] - major || version[1] - minor || version[2] - patch
    ? compare(version, [major, minor, patch]) > 0
    : true;
}

/** Whether the version is known to be before that one. */
export const before = (version: Version | undefined, major: number, minor = 0, patch = 0) =>
  version !== undefined && compare(version, [major, minor, patch]) < 0;

const compare = (a: Version, b: Version) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2];

/** A package's pinned (`==`) version in requirements or a lock file. */
export function pinned(requirements: readonly string[], name: string): Version | undefined {
  const line = new RegExp(
    `(?:^|\\n)\\s*${name}\\s*==\\s*([\\d.]+)|name = "${name}"\\s*\\n\\s*version = "([\\d.]+)"`,
    "i",
  );
  for (const text of requirements) {
    const found = line.exec(text);
    if (found) return parseVersion(found[1] ?? found[2]);
  }
  return undefined;
}
