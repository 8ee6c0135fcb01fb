/** An nginx configuration in the usual layout: a directive a line, indented by four spaces a block. */
export const nginx =
  (...statements: readonly string[]): (() => string) =>
  () =>
    laidOut(statements.join(" "));

/** A server on port 80 with further directives. */
export const server = (...statements: readonly string[]) => nginx("server { listen 80;", ...statements, "}");

function laidOut(statements: string): string {
  let depth = 0;
  let text = "";
  for (const [part] of statements.matchAll(
    /(?:[^\s;{}"'$]|\$\{\w+\}|\$|"[^"]*"|'[^']*'|[ \t](?! *[{}]))+[;]?|[{}]|#[^\n]*/g,
  )) {
    if (part === "{") {
      depth++;
      text = `${text.trimEnd()} {\n`;
    } else {
      if (part === "}") depth--;
      text += `${"    ".repeat(depth)}${part.trim()}\n`;
    }
  }
  return text;
}

/** Lines `KEY=value`, each in place of the standard one of its key; one without a value leaves that out. */
export function replacing(standard: readonly string[], lines: readonly string[]): string {
  const keys = new Set(lines.map((line) => line.split("=")[0]));
  const kept = standard.filter((line) => !keys.has(line.split("=")[0]));
  return [...kept, ...lines].filter((line) => !line.endsWith("=")).join("\n");
}
