/**
 * A Python module without what only its reader needs: docstrings, and lines that are all comment. The same program, a
 * quarter shorter; a module with any other string of several lines stays as it is, since lines of that could look alike.
 */
export function withoutDocs(text: string): string {
  if (/'''|\\\n/.test(text)) return text;
  if (/\S[^\n]*"""(?![^\n]*""")[^\n]*\n/.test(text.replace(/^[ \t]*"""[\s\S]*?"""[ \t]*\n/gm, ""))) return text;
  const bare = text.replace(/^([ \t]*)"""[\s\S]*?"""[ \t]*\n(?=\n*([ \t]*))/gm, (_, indent: string, next: string) =>
    // A body of nothing else has to keep something.
    next.length < indent.length ? `${indent}pass\n` : "",
  );
  return bare.replace(/^[ \t]*#(?!!).*\n/gm, "").replace(/\n{2,}/g, "\n");
}
