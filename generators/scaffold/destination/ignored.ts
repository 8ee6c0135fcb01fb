/**
 * A .gitignore with the patterns of another one that it lacks, at its end: `.env` and `.venv/` hold secrets and megabytes
 * that a `git add -A` would stage.
 *
 * @returns undefined when it lacks none
 */
export function withIgnored(text: string, wanted: string): string | undefined {
  const there = patterns(text);
  const absent = patterns(wanted).filter((pattern) => !isIgnored(there, pattern));
  if (absent.length === 0) return undefined;
  const start = text === "" || text.endsWith("\n") ? text : `${text}\n`;
  return `${start}${text.trim() ? "\n" : ""}# Added by create-flask-deploy\n${absent.join("\n")}\n`;
}

const patterns = (text: string): string[] =>
  text
    .split(/\r?\n/)
    .map((line) => line.trimEnd())
    .filter((line) => line !== "" && !line.startsWith("#"));

/** As git reads them, the last pattern that fits decides. */
function isIgnored(there: readonly string[], pattern: string): boolean {
  const bare = (text: string) =>
    text
      .replace(/^!/, "")
      .replace(/^(\*\*)?\//, "")
      .replace(/\/(\*\*?)?$/, "");
  const last = there.findLast((line) => bare(line) === bare(pattern));
  return last !== undefined && !last.startsWith("!");
}
