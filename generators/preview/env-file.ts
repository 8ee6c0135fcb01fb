/**
 * Reads a .env as systemd's EnvironmentFile= does: NAME=value, comments with `#` or `;`, quotes around a value, a
 * backslash escapes. A leading `export` is allowed because shells need it.
 */
export function readEnvFile(text: string): Record<string, string> {
  const found: Record<string, string> = {};
  for (const line of text.split(/\r?\n/)) {
    const match = /^\s*(?:export\s+)?([A-Za-z_]\w*)=(.*)$/.exec(line);
    if (match) found[match[1] as string] = unquoted((match[2] as string).trim());
  }
  return found;
}

function unquoted(value: string): string {
  const quote = value[0];
  if (value.length > 1 && quote === "'" && value.endsWith("'")) return value.slice(1, -1);
  const inner = value.length > 1 && quote === '"' && value.endsWith('"') ? value.slice(1, -1) : value;
  return inner.replace(/\\(.)/g, "$1");
}
