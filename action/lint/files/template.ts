import type { Source } from "./source.ts";

/**
 * Files that another program renders: Jinja and cookiecutter, EJS and ERB, envsubst. The value of their markup is
 * unknown here, so it is never an error, and findings on a line with markup become info.
 */

const templateSuffix = /\.(j2|jinja2?|ejs|erb|tmpl|tpl|template|mustache|hbs|in|gotmpl)$/i;

/** Markup of Jinja, Handlebars, Go templates, EJS and ERB; `{{` without an expression is none. */
const markup = /\{\{[-~]?\s*[\w.$"'(#/>^|!&][^{}\n]{0,200}\}\}|\{%[-+]?\s*\w[^\n]{0,200}?%\}|<%[-=_]?[^\n]{0,200}?%>/;
/** Placeholders that a user or a sed script fills in: ${NAME} in capitals, @NAME@, __NAME__. */
const placeholder = /\$\{[A-Z][A-Z0-9_]*(?::?[-+?=][^}]*)?\}|@[A-Z][A-Z0-9_]+@|__[A-Z][A-Z0-9_]+__|%%[A-Z_]+%%/;

/** Backups beside the file that is in use, and examples to copy. */
const copySuffix = /[._-](example|sample|dist|default|bak|backup|orig|old|save)\d*$/i;

/** The path without a template's or a copy's suffix: the name of the file that is in use. */
export const renderedPath = (path: string) => path.replace(copySuffix, "").replace(templateSuffix, "");

/** An example that the user copies and fills in: its values are meant to be replaced. */
export const isExample = (path: string) => /[._-](example|sample|dist)\b|(^|\/)(examples?|samples?)\//i.test(path);

/** A backup, which no server reads. */
export const isBackup = (path: string) =>
  /[._-](bak|backup|orig|old|save)\d*$|(^|\/)(backups?|old|archived?)\//i.test(path);

export function isTemplate(source: Source): boolean {
  return templateSuffix.test(source.path.replace(copySuffix, "")) || markup.test(source.text.slice(0, 200_000));
}

/** Paths in which the user has to fill in a name. */
export const toFillIn =
  /\/path\/to\/|\/home\/(?:your[-_ ]?(?:user(?:name)?)?|username|<[\w -]+>)\/|<(?:your|path|user|app|project)[\w .-]*>|\/your[-_](?:app|project)\b/i;

const holders = new WeakMap<Source, boolean>();

/** Whether a file may contain markup or a placeholder anywhere; computed once for each file. */
export function mayBeTemplated(source: Source): boolean {
  let may = holders.get(source);
  if (may === undefined) {
    may = /\{\{|\{%|<%|\$\{|@[A-Z]|__[A-Z]|%%/.test(source.text);
    holders.set(source, may);
  }
  return may;
}

/** Whether a value contains markup or a placeholder, so that its final value is unknown. */
export const isTemplated = (text: string) => markup.test(text) || placeholder.test(text) || /<%|\{\{|\{%/.test(text);

/** Longer markup is read as text, so that searching for its end stays cheap. */
const longestMarkup = 2000;

/** Whether a line contains complete markup, or a placeholder; a stray `{{` is neither. */
export const holdsMarkup = (line: string) => markup.test(line) || placeholder.test(line);

/** The end of complete markup that starts at the offset; undefined if there is none. */
export function markupEnd(text: string, offset: number): number | undefined {
  const two = text.slice(offset, offset + 2);
  const close = two === "{{" ? "}}" : two === "{%" ? "%}" : two === "<%" ? "%>" : two === "{#" ? "#}" : undefined;
  if (!close) return undefined;
  const end = text.slice(offset + 2, offset + 2 + longestMarkup).indexOf(close);
  return end < 0 ? undefined : offset + 2 + end + 2;
}

/** Words that a script of the repository replaces by sed: their final values are unknown too. */
export function filledIn(scripts: readonly { readonly source: Source }[]): RegExp | undefined {
  const words = scripts.flatMap(({ source }) =>
    [...source.text.matchAll(/\bsed\b[^\n]{0,40}?\bs([~/#|,@!])([\w@{}.-]{3,60})\1/g)].map(
      ([, , word]) => word as string,
    ),
  );
  const plain = [...new Set(words)].map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return plain.length > 0 ? new RegExp(plain.join("|")) : undefined;
}
