/**
 * Quotes any value as one argument in a POSIX shell command. Every value that reaches a shell passes through here.
 *
 * @throws if the value contains a NUL, which no argument of a process can
 */
export function quote(value: string): string {
  if (value.includes("\0"))
    throw new Error("a value for a shell contains a NUL character, which no command can receive");
  // A leading `~` would be a home directory, and `name=value` in front of a command an assignment: both are quoted.
  if (/^[A-Za-z0-9_@%+:,./-]+$/.test(value)) return value;
  return `'${value.replaceAll("'", "'\\''")}'`;
}

/** An argument vector as one command line. */
export const quoteAll = (argv: readonly string[]): string => argv.map(quote).join(" ");
