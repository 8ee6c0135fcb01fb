// action/report/markdown.ts
/** Text of others (tracebacks, commit messages, answers of servers) as Markdown that shows it and does nothing else. */
const escapes = /\u001b(?:\[[0-?]*[ -/]*[@-~]|\][^\u0007\u001b]*(?:\u0007|\u001b\\)?|.)?/g;
const controls = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
/** Without terminal escapes, other control characters and marks that turn the direction of writing; lines end in `\n`. */
const plain = (text) => text.replace(escapes, "").replace(/\r\n?|[\u0085\u2028\u2029]/g, "\n").replace(controls, "");
/** On one line, every sign of Markdown and HTML taken literally, but `code` as code; nobody is mentioned by it. */
const inline = (text) => plain(text).replace(/\s+/g, " ").trim().split(/(?<!`)`([^`<>]*[^`<> ][^`<>]*)`(?!`)/).map((part, index) => index % 2 === 1 ? code(part) : literal(part)).join("");
const literal = (text) => text.replace(/[\\`*_{}[\]()#+\-.!~|<>&:$]/g, (sign) => /[<>&]/.test(sign) ? `&#${sign.charCodeAt(0)};` : `\\${sign}`).replaceAll("@", "@​");
/** As code within a line. */
function code(text) {
	const line = plain(text).replace(/\s+/g, " ").trim();
	if (line === "") return "";
	const ticks = "`".repeat(longestRun(line) + 1);
	const pad = line.startsWith("`") || line.endsWith("`") ? " " : "";
	return `${ticks}${pad}${line.replaceAll("|", "\\|")}${pad}${ticks}`;
}
/** As a block that ends where we end it: its fence is longer than any run of backticks within. */
function fenced(text, language = "text") {
	const body = plain(text).replace(/\n+$/, "");
	const fence = "`".repeat(Math.max(3, longestRun(body) + 1));
	return `${fence}${language}\n${body}\n${fence}`;
}
/** Behind a title that opens it. The title stands in HTML, where Markdown's own escapes would be seen. */
const folded = (title, body) => `<details><summary>${title.replace(/[<>&]/g, (sign) => `&#${sign.charCodeAt(0)};`)}</summary>\n\n${body}\n\n</details>`;
/** A table; the cells are Markdown already. */
const table = (head, rows) => [
	head,
	head.map(() => "---"),
	...rows
].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
/** The last `max` characters, from the start of a line on. */
function tail(text, max) {
	if (text.length <= max) return text;
	const end = text.slice(-max);
	return `…\n${end.slice(end.indexOf("\n") + 1)}`;
}
const longestRun = (text) => Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length));
export { plain as a, inline as i, fenced as n, table as o, folded as r, tail as s, code as t };
