/** Orders two versions as semver.org does: 1.9.0 < 1.10.0-rc.1 < 1.10.0. Negative when the first one is older. */
export function versionOrder(one: string, other: string): number {
  const [a, b] = [parts(one), parts(other)];
  for (let at = 0; at < 3; at++) {
    const step = (a.numbers[at] ?? 0) - (b.numbers[at] ?? 0);
    if (step !== 0) return step;
  }
  if (a.pre === b.pre) return 0;
  if (!a.pre || !b.pre) return a.pre ? -1 : 1;
  return a.pre.localeCompare(b.pre, "en", { numeric: true });
}

function parts(version: string): { numbers: number[]; pre: string } {
  const [numbers = "", ...rest] = version.replace(/\+.*/, "").split("-");
  return { numbers: numbers.split(".").map(Number), pre: rest.join("-") };
}
