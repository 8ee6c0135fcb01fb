/** The end of the body of a `*_by_lua_block { … }`: counts braces, except in Lua's strings and comments. */
export function luaEnd(text: string, from: number): { body: number; end: number; closed: boolean } {
  let depth = 1;
  let i = from;
  while (i < text.length) {
    const c = text[i];
    if (c === "{") depth++;
    else if (c === "}") {
      if (--depth === 0) return { body: i, end: i + 1, closed: true };
    } else if (c === '"' || c === "'") {
      i = stringEnd(text, i);
      continue;
    } else if (c === "-" && text[i + 1] === "-") {
      const long = longBracket(text, i + 2);
      i = long ?? lineEnd(text, i);
      continue;
    } else if (c === "[") {
      const long = longBracket(text, i);
      if (long !== undefined) {
        i = long;
        continue;
      }
    }
    i++;
  }
  return { body: text.length, end: text.length, closed: false };
}

function stringEnd(text: string, from: number): number {
  const quote = text[from];
  for (let i = from + 1; i < text.length; i++) {
    if (text[i] === "\\") i++;
    else if (text[i] === quote) return i + 1;
    // A Lua string ends with its line; stopping there keeps the rest of the file readable.
    else if (text[i] === "\n") return i;
  }
  return text.length;
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf("\n", from);
  return end < 0 ? text.length : end;
}

/** The end of `[[ … ]]` or `[==[ … ]==]`; the end of the text if it is not closed. */
function longBracket(text: string, from: number): number | undefined {
  if (text[from] !== "[") return undefined;
  let level = 0;
  while (text[from + 1 + level] === "=") level++;
  if (text[from + 1 + level] !== "[") return undefined;
  const end = text.indexOf(`]${"=".repeat(level)}]`, from + level + 2);
  return end < 0 ? text.length : end + level + 2;
}
