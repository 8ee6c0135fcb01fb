/** The app's environment, or why the text is none. */
export type ReadEnv = { readonly env: Readonly<Record<string, string>> } | { readonly problem: string };

const escapes: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t" };

/**
 * Reads lines of `NAME=value`. `#` starts a comment where a name could stand, nowhere else. A value in single quotes is
 * taken as it is, one in double quotes with `\n`, `\t`, `\"` and `\\`; both may go over several lines.
 * Values are never part of a message: they are secrets.
 */
export function readEnv(text: string): ReadEnv {
  const env: Record<string, string> = {};
  const rest = text.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n");
  const lineAt = (offset: number) => rest.slice(0, offset).split("\n").length;
  const entry =
    /[ \t]*(?:(?:#[^\n]*)?(?:\n|$)|(?:export[ \t]+)?([A-Za-z_]\w*)[ \t]*=[ \t]*(?:'([^']*)'|"((?:[^"\\]|\\[\s\S])*)"|([^\n]*))[ \t]*(?:\n|$))/y;
  while (entry.lastIndex < rest.length) {
    const start = entry.lastIndex;
    const found = entry.exec(rest);
    if (found === null)
      return { problem: `is not NAME=value in line ${lineAt(start)}: names have letters, digits and "_"` };
    const [, name, single, double] = found;
    const bare = found[4]?.trimEnd() ?? "";
    if (name === undefined) continue;
    const value =
      single ?? double?.replace(/\\([\s\S])/g, (all, c: string) => escapes[c] ?? (/["\\$]/.test(c) ? c : all));
    if (value === undefined && /^["']/.test(bare))
      return { problem: `begins with a quote in line ${lineAt(start)} and does not end with it` };
    if (name in env) return { problem: `names ${name} twice, again in line ${lineAt(start)}` };
    if ((value ?? bare).includes("\0")) return { problem: `has a NUL in ${name}, which no environment can hold` };
    env[name] = value ?? bare;
  }
  return { env };
}
