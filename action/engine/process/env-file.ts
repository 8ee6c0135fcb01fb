/** The app's environment, or why the text is invalid: "line 3: …". It quotes no value, since values are secrets. */
export type ReadEnv = { readonly env: Readonly<Record<string, string>> } | { readonly problem: string };

/** The most that the server's root helper accepts as a `.env`, and that execve accepts as one variable. */
const MOST_BYTES = 1 << 20;
const MOST_BYTES_OF_ONE = 128 * 1024;

/**
 * Reads a `.env` from any source: the input `env`, `--env-file`, the repository's own file.
 *
 * The dialect is what a shell that sources the file and systemd's `EnvironmentFile=` both read, with the same result,
 * so that one file works on a laptop (`set -a; . ./.env`) and with systemd, supervisord and the emperor:
 *
 * - A line is empty, a comment that begins with `#`, or `NAME=value` with no space around the `=`. Windows line
 *   endings, a byte order mark and `export ` before the name are accepted; {@link writeEnv} omits the `export `.
 * - An unquoted value has no space, no quote, no backslash and none of `$ & ; | < > ( )` and the backtick.
 * - A value in single quotes is taken literally and may span several lines.
 * - So may one in double quotes. There, `\"`, `\\`, `\$` and `` \` `` stand for the second character, and a backslash
 *   at the end of a line joins it with the next; an unescaped `$` or backtick and any other backslash are rejected.
 * - Nothing follows a value. Each name is set once.
 *
 * Whatever only one of the two accepts is a problem that says how to write it, never a guess.
 * Sources: POSIX 2.2 and 2.6.1, and parse_env_file_internal of systemd's src/basic/env-file.c.
 */
export function readEnv(text: string): ReadEnv {
  const rest = text.replace(/^\uFEFF/, "").replace(/\r\n/g, "\n");
  if (rest.includes("\uFFFD")) return { problem: "is not UTF-8" };
  const env: Record<string, string> = {};
  const lineOf: Record<string, number> = {};
  let at = 0;
  const take = (pattern: RegExp) => {
    pattern.lastIndex = at;
    const found = pattern.exec(rest);
    if (found) at = pattern.lastIndex;
    return found;
  };
  for (let line = 1; at < rest.length; ) {
    const begun = at;
    const wrong = (problem: string): ReadEnv => ({ problem: `line ${line}: ${problem}` });
    const skipped = take(/[ \t]*(#[^\n]*)?(?:\n|$)/y);
    if (skipped?.[1]?.endsWith("\\")) return wrong("the comment ends with a backslash, so systemd skips the next line");
    if (skipped?.[1]?.includes("\r")) return wrong("the comment has a line break of old Macs, where systemd ends it");
    if (!skipped) {
      const name = take(/[ \t]*(?:export[ \t]+)?([A-Za-z_][A-Za-z0-9_]*)=/y)?.[1];
      if (name === undefined) return wrong(noName(lineAt(rest, at)));
      const value = take(/'([^']*)'|"((?:[^"\\$`]|\\["\\$`\n])*)"|([^\s"'\\$`&;|<>()]*)/y) as RegExpExecArray;
      const [, single, double, bare = ""] = value;
      const isQuoted = single !== undefined || double !== undefined;
      if (!take(/[ \t]*(?:\n|$)/y)) return wrong(`${name} ${noValue(rest.slice(at), isQuoted)}`);
      if (/(?:^|:|=)~/.test(bare)) return wrong(`${name} has a bare ~, which a shell replaces: ${quote}`);
      const read = single ?? double?.replace(/\\([\s\S])/g, (_, c: string) => (c === "\n" ? "" : c)) ?? bare;
      // systemd rejects a file with one of Unicode's noncharacters, and older versions one with a control character.
      if (/(?![\t\n\x80-\x9f])\p{Cc}|\p{Noncharacter_Code_Point}/u.test(read))
        return wrong(`${name} has a control character other than a tab or a line break, or one that is no character`);
      if (Object.hasOwn(env, name)) return wrong(`${name} is set twice, in line ${lineOf[name]} already`);
      if (Buffer.byteLength(`${name}=${read}`) >= MOST_BYTES_OF_ONE)
        return wrong(`${name} is larger than the ${MOST_BYTES_OF_ONE >> 10} kB that a program can be given`);
      env[name] = read;
      lineOf[name] = line;
    }
    line += rest.slice(begun, at).split("\n").length - 1;
  }
  if (Buffer.byteLength(writeEnv(env)) > MOST_BYTES) return { problem: `is larger than ${MOST_BYTES >> 20} MB` };
  return { env };
}

/** Double-quotes values and escapes `\`, `"`, `` ` `` and `$`: {@link readEnv}, systemd and sh read the same back. */
export function writeEnv(env: Readonly<Record<string, string>>): string {
  return Object.entries(env)
    .map(([name, value]) => `${name}="${value.replace(/[\\"$`]/g, "\\$&")}"\n`)
    .join("");
}

const quote = "put the value in 'single quotes'";

const lineAt = (text: string, at: number) => /[^\n]*/y.exec(text.slice(at))?.[0] ?? "";

/** Why a line does not begin with `NAME=`. */
function noName(line: string): string {
  const start = line.trim();
  if (start.startsWith(";")) return "starts with ;, a comment for systemd only: write #";
  if (/^(?:export[ \t]+)?[A-Za-z_][A-Za-z0-9_]*[ \t]+=/.test(start)) return "has a space before the =";
  if (/^(?:export[ \t]+)?[A-Za-z0-9_]+\+=/.test(start)) return "adds to a value with +=: write the whole value";
  return "is not NAME=value: a name has letters, digits and _, and does not begin with a digit";
}

/** Why a value does not end where it should; `rest` is what follows the part that was read. */
function noValue(rest: string, isQuoted: boolean): string {
  if (isQuoted)
    return /^[ \t]+#/.test(rest)
      ? "has a comment after its value: put the comment on a line of its own"
      : "has text after its closing quote: put all of the value in one pair of quotes";
  const [first = ""] = rest;
  if (first === "'") return "has a single quote that opens and does not close, or within its value";
  if (first === '"') return inDoubleQuotes(rest);
  if (/^[ \t]+#/.test(rest)) return `has a comment after its value: put the comment on a line of its own, or ${quote}`;
  if (first === " " || first === "\t") return `has a space in its value: ${quote}`;
  if (first === "\\") return `has a backslash, which systemd and shells remove: ${quote}`;
  if (first === "\r") return "has a line break of old Macs";
  if (/\s/.test(first)) return `has a white space other than a space, a tab or a line break: ${quote}`;
  return `has ${first}, which means something else to a shell: ${quote}`;
}

function inDoubleQuotes(rest: string): string {
  const [, read = ""] = /^"((?:[^"\\$`]|\\["\\$`\n])*)/.exec(rest) ?? [];
  const first = rest[read.length + 1];
  if (first === undefined) return "has a double quote that opens and does not close";
  if (first === '"') return "has a double quote within its value: put all of the value in quotes";
  if (first !== "\\") return `has ${first} in double quotes, which a shell replaces: write \\${first}, or ${quote}`;
  return 'has a backslash in double quotes before something else than " \\ $ ` or a line end: write two, or a real line break for \\n';
}
