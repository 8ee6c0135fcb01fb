/**
 * A .gitignore with the missing patterns of another one appended: `.env` and `.venv/` have secrets and megabytes that
 * `git add -A` would stage.
 *
 * @returns undefined if none is missing
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

/** As in git, the last matching pattern decides. */
function isIgnored(there: readonly string[], pattern: string): boolean {
  const bare = (text: string) =>
    text
      .replace(/^!/, "")
      .replace(/^(\*\*)?\//, "")
      .replace(/\/(\*\*?)?$/, "");
  const last = there.findLast((line) => bare(line) === bare(pattern));
  return last !== undefined && !last.startsWith("!");
}
