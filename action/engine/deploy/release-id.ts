/** Whether a text has the form of a release id, "20261121T031500Z-1a2b3c4": UTC time and short commit. */
export const isReleaseId = (text: string): boolean => /^\d{8}T\d{6}Z-[0-9a-f]{7,12}$/.test(text);

/**
 * A new id for a release. The client creates it, so that it is the same on every server.
 *
 * @param now milliseconds since 1970
 * @param commit at least 12 hexadecimal digits
 * @param taken ids that a server already has: two deploys of one commit may start in the same second
 */
export function releaseId(now: number, commit: string, taken: readonly string[]): string {
  const stamp = new Date(now).toISOString().replace(/[-:]|\.\d+/g, "");
  for (let digits = 7; digits <= 12; digits++) {
    const id = `${stamp}-${commit.slice(0, digits)}`;
    if (!taken.includes(id)) return id;
  }
  return releaseId(now + 1000, commit, taken);
}
