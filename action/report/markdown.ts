/** Turns untrusted text (tracebacks, commit messages, responses of servers) into Markdown that only shows it. */

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is removed
const escapes = /\u001b(?:\[[0-?]*[ -/]*[@-~]|\][^\u0007\u001b]*(?:\u0007|\u001b\\)?|.)?/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is removed
const controls = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** Removes terminal escapes, other control characters and marks that change the text direction; lines end in `\n`. */
export const plain = (text: string): string =>
  text
    .replace(escapes, "")
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, "\n")
    .replace(controls, "");

/** On one line, with all Markdown and HTML escaped except `code`; it mentions no GitHub user. */
export const inline = (text: string): string =>
  plain(text)
    .replace(/\s+/g, " ")
    .trim()
    .split(/(?<!`)`([^`<>]*[^`<> ][^`<>]*)`(?!`)/)
    .map((part, index) => (index % 2 === 1 ? code(part) : literal(part)))
    .join("");

const literal = (text: string): string =>
  text
    .replace(/[\\`*_{}[\]()#+\-.!~|<>&:$]/g, (sign) => (/[<>&]/.test(sign) ? `&#${sign.charCodeAt(0)};` : `\\${sign}`))
    .replaceAll("@", "@\u200b");

/** As an inline code span. */
export function code(text: string): string {
  const line = plain(text).replace(/\s+/g, " ").trim();
  if (line === "") return "";
  const ticks = "`".repeat(longestRun(line) + 1);
  const pad = line.startsWith("`") || line.endsWith("`") ? " " : "";
  // A pipe ends the cell of a table even inside code.
  return `${ticks}${pad}${line.replaceAll("|", "\\|")}${pad}${ticks}`;
}

/** As a code block that the text cannot end: its fence is longer than any run of backticks in it. */
export function fenced(text: string, language = "text"): string {
  const body = plain(text).replace(/\n+$/, "");
  const fence = "`".repeat(Math.max(3, longestRun(body) + 1));
  return `${fence}${language}\n${body}\n${fence}`;
}

/** Collapsed behind a title. The title is HTML, where Markdown's escapes would be visible. */
export const folded = (title: string, body: string): string =>
  `<details><summary>${title.replace(/[<>&]/g, (sign) => `&#${sign.charCodeAt(0)};`)}</summary>\n\n${body}\n\n</details>`;

/** A table; the cells are Markdown already. */
export const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");

/** A whole page: its parts with a blank line between them, without those that are empty. */
export const page = (...parts: readonly (string | false | undefined)[]): string =>
  `${parts.filter(Boolean).join("\n\n")}\n`;

/** The last `max` characters, starting at the beginning of a line. */
export function tail(text: string, max: number): string {
  if (text.length <= max) return text;
  const end = text.slice(-max);
  return `…\n${end.slice(end.indexOf("\n") + 1)}`;
}

const longestRun = (text: string) => Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length));
